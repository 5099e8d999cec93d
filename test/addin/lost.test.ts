/** Why a part of the pane cannot be had is found out at its own address, by one request. */

import { afterEach, expect, it, vi } from "vitest";
import { had } from "../../addin/parts.ts";

afterEach(() => vi.unstubAllGlobals());

const BUILD = "0123456789";

/** The sentence, and what was asked for. */
async function lost(answer: () => Response): Promise<{ said: string; asked: string[] }> {
  const asked: string[] = [];
  vi.stubGlobal("document", { documentElement: { dataset: { build: BUILD } } });
  vi.stubGlobal("window", { location: { href: "https://x.y/taskpane.html?start=new" } });
  vi.stubGlobal("fetch", async (address: string, options: RequestInit) => {
    asked.push(`${address} ${options.cache}`);
    return answer();
  });
  const said = await had(Promise.reject(new TypeError("Failed to fetch"))).catch(
    (error: Error) => error.message,
  );
  return { said, asked };
}

it("a newer build: the page that was kept is asked for anew, and the person opens it again", async () => {
  const { said, asked } = await lost(() => Response.json({ version: "0.2.0", build: "another" }));
  expect(said).toMatch(
    /^A newer version of the panel was installed.*Close the panel and open it again\.$/s,
  );
  expect(asked).toEqual(["version.json no-store", "https://x.y/taskpane.html?start=new reload"]);
});

it("the same build, or none at all: files are missing, which is nobody's connection", async () => {
  for (const answer of [
    () => Response.json({ version: "0.1.0", build: BUILD }),
    () => new Response("Not found", { status: 404 }),
  ]) {
    const { said, asked } = await lost(answer);
    expect(said).toMatch(
      /^Parts of the panel are missing at its address\..*installed the add-in\.$/s,
    );
    expect(asked).toEqual(["version.json no-store"]);
  }
});

it("no answer: the connection", async () => {
  const { said } = await lost(() => {
    throw new TypeError("Failed to fetch");
  });
  expect(said).toMatch(/^Excel lost its connection/);
});
