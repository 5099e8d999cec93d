/** `npm run excel`: what it serves, and what it says where it cannot. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** On Windows and Mac the command would start Excel. */
const canRun = process.platform === "linux" && spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!canRun)("npm run excel", () => {
  let folder: string;
  let files: Record<string, string>;
  const running: ChildProcess[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "excel-command-"));
    const cert = join(folder, "localhost.crt");
    const key = join(folder, "localhost.key");
    const made = spawnSync("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
      ...["-keyout", key, "-out", cert],
    ]);
    expect(made.status, made.stderr.toString()).toBe(0);
    files = { ADDIN_CERT: cert, ADDIN_KEY: key, ADDIN_OUT: join(folder, "web") };
  });
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  function start(env: Record<string, string | undefined>): {
    child: ChildProcess;
    said: () => string;
  } {
    const child = spawn(process.execPath, ["build/excel.mjs"], {
      env: { ...process.env, ADDIN_CERT: undefined, ADDIN_KEY: undefined, ...env },
    });
    running.push(child);
    let said = "";
    child.stdout?.on("data", (data) => {
      said += data;
    });
    child.stderr?.on("data", (data) => {
      said += data;
    });
    return { child, said: () => said };
  }

  async function ended(
    env: Record<string, string | undefined>,
  ): Promise<{ code: unknown; said: string }> {
    const { child, said } = start(env);
    const [code] = await once(child, "close");
    return { code, said: said() };
  }

  /** A port that was free a moment ago. */
  async function freePort(): Promise<number> {
    const server = createServer().listen(0, "localhost");
    await once(server, "listening");
    const address = server.address();
    server.close();
    await once(server, "close");
    return typeof address === "object" && address ? address.port : 0;
  }

  function fetched(
    address: string,
  ): Promise<{ status: number; type: string; kept: string | undefined; body: string }> {
    return new Promise((done, fail) => {
      get(address, { ca: readFileSync(files.ADDIN_CERT ?? ""), agent: false }, (response) => {
        let body = "";
        response.setEncoding("latin1");
        response.on("data", (data) => {
          body += data;
        });
        response.on("end", () =>
          done({
            status: response.statusCode ?? 0,
            type: response.headers["content-type"] ?? "",
            kept: response.headers["cache-control"],
            body,
          }),
        );
      }).on("error", fail);
    });
  }

  it("serves over https whatever the manifest and its pages name, and nothing beside it", async () => {
    const port = await freePort();
    const { child, said } = start({ ...files, ADDIN_PORT: String(port) });
    while (!said().includes("Upload My Add-in") && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const origin = `https://localhost:${port}`;
    expect(said()).toContain(`The add-in is served at ${origin}.`);

    const manifest = await fetched(`${origin}/manifest.xml`);
    const own = manifest.body.match(/https:\/\/localhost:\d+[^"<]*/g) ?? [];
    expect(new Set(own.map((address) => new URL(address).origin))).toEqual(new Set([origin]));
    const page = await fetched(`${origin}/taskpane.html`);
    const parts = [...page.body.matchAll(/(?:src|href)="((?!https?:)[^"#]+)"/g)].map(
      ([, path]) => new URL(path ?? "", `${origin}/`).href,
    );
    expect(parts.length).toBeGreaterThan(1);
    const built = readdirSync(files.ADDIN_OUT ?? "", { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice((files.ADDIN_OUT ?? "").length));
    for (const address of new Set([...own, ...parts, ...built.map((path) => origin + path)])) {
      if (address === origin) continue;
      const { status, type, kept, body } = await fetched(address);
      // Office shows a general icon for one that comes with any such word.
      expect(kept, address).toBe(
        /\.(?:html|xml|json)(?:$|\?)/.test(address) ? "no-store" : undefined,
      );
      expect(status, address).toBe(200);
      expect(type, address).toMatch(/^(?:text\/|image\/png|application\/json)/);
      expect(body, address).not.toBe("");
    }
    writeFileSync(join(folder, "beside.html"), "not to be served");
    for (const path of ["/..%2fbeside.html", "/%2e%2e/beside.html", "/nothing.html", "/%"])
      expect((await fetched(origin + path)).status, path).toBe(404);

    // A second one says so, and the first goes on.
    const second = await ended({ ...files, ADDIN_PORT: String(port) });
    expect(second).toEqual({
      code: 1,
      said: `Port ${port} is taken. End what uses it, or set ADDIN_PORT to another.\n`,
    });
    expect((await fetched(`${origin}/taskpane.html`)).status).toBe(200);
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });

  it("asks Microsoft's tool for a certificate, and says what to do where none was made", async () => {
    const home = mkdtempSync(join(folder, "home-"));
    const asked = join(home, "asked");
    // Stands for npx, which would fetch the tool.
    writeFileSync(join(home, "npx"), `#!/bin/sh\necho "$@" > "${asked}"\nexit 1\n`);
    chmodSync(join(home, "npx"), 0o755);
    const { code, said } = await ended({
      ADDIN_OUT: files.ADDIN_OUT,
      HOME: home,
      PATH: `${home}:${process.env.PATH ?? ""}`,
    });
    expect(readFileSync(asked, "utf8")).toMatch(/^--yes office-addin-dev-certs@[\d.]+ install\n$/);
    expect(said).toBe(
      "No certificate was made. Set ADDIN_CERT and ADDIN_KEY to files of your own.\n",
    );
    expect(code).toBe(1);
  });

  it.each([
    [
      "a file that is not there",
      { ADDIN_CERT: "nowhere.crt" },
      /^There is no certificate at nowhere\.crt and /,
    ],
    [
      "no certificate",
      { ADDIN_CERT: "README.md" },
      /^The certificate and its key cannot be used: /,
    ],
    ["no port", { ADDIN_PORT: "http" }, /^ADDIN_PORT is no port: http\n$/],
  ])("says in a sentence what it cannot use: %s", async (_, env, sentence) => {
    const { code, said } = await ended({ ...files, ...env });
    expect(said).toMatch(sentence);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });
});
