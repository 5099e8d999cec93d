/** The server behind `npm start`: only this computer, only its own folder, the next free port. */

import { type ChildProcess, spawnSync } from "node:child_process";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "./browser.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(
  address: string,
  path: string,
  options: { method?: string; host?: string } = {},
): Promise<Answer> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: options.method ?? "GET",
        headers: options.host === undefined ? {} : { host: options.host },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (data: string) => {
          body += data;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}

describe("npm start", () => {
  let address: string;
  const servers: ChildProcess[] = [];
  beforeAll(async () => {
    const [found, server] = await startServer("--port", "0");
    address = found;
    servers.push(server);
  });
  afterAll(() => {
    for (const server of servers) server.kill();
  });

  it("serves the page with a policy that lets nothing in from elsewhere", async () => {
    const page = await ask(address, "/");
    expect(page.status).toBe(200);
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'self'/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src/);
    // On any other server the page brings its policy along.
    expect(page.body).toContain("default-src 'self'");
    expect((await ask(address, "/main.js")).headers["content-type"]).toMatch(/javascript/);
  });

  it("gives nothing outside its folder, and nothing under a foreign name", async () => {
    for (const path of [
      "/../cli.mjs",
      "/%2e%2e/cli.mjs",
      "/..%2fcli.mjs",
      "/no.js",
      "/%00",
      "/%zz",
    ]) {
      expect((await ask(address, path)).status, path).toBeGreaterThanOrEqual(400);
    }
    expect((await ask(address, "/", { host: "evil.example" })).status).toBe(403);
    expect((await ask(address, "/", { method: "POST" })).status).toBe(405);
  });

  it("takes the next free port", async () => {
    const taken = Number(new URL(address).port);
    const [other, server] = await startServer("--port", String(taken));
    servers.push(server);
    expect(Number(new URL(other).port)).toBeGreaterThan(taken);
  });

  it("refuses options that it does not know", () => {
    for (const options of [["--port", "many"], ["--port", "70000"], ["--wrong"]]) {
      const ran = spawnSync(process.execPath, ["dist/serve.mjs", ...options], { encoding: "utf8" });
      expect(ran.status, options.join(" ")).toBe(2);
      expect(ran.stderr).not.toBe("");
      expect(ran.stdout).toBe("");
    }
  });
});
