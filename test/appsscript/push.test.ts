/** The real clasp pushes the real files, to a Google that only records. */

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

const run = promisify(execFile);
const home = mkdtempSync(join(tmpdir(), "clasp-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Pushed {
  readonly path: string;
  readonly body: {
    readonly files: readonly {
      readonly name: string;
      readonly type: string;
      readonly source: string;
    }[];
  };
}

test("clasp push uploads the manifest, the script and the page, in this order and no more", async () => {
  const tokens = {
    tokens: {
      default: {
        client_id: "made up",
        client_secret: "made up",
        type: "authorized_user",
        refresh_token: "made up",
        access_token: "made up",
      },
    },
  };
  writeFileSync(join(home, ".clasprc.json"), JSON.stringify(tokens));
  // clasp pushes only what lies under its project.
  cpSync("dist/appsscript", join(home, "dist/appsscript"), { recursive: true });
  const project = { scriptId: "1made-up", rootDir: "dist/appsscript" };
  writeFileSync(join(home, ".clasp.json"), JSON.stringify(project));
  const recorded = join(home, "recorded");
  writeFileSync(recorded, "");
  const { stdout } = await run(
    process.execPath,
    [resolve("node_modules/@google/clasp/build/src/index.js"), "push", "--force"],
    {
      cwd: home,
      env: {
        PATH: process.env.PATH,
        HOME: home,
        RECORDED: recorded,
        NODE_OPTIONS: `--import=${resolve("test/appsscript/google.mjs")}`,
      },
    },
  );
  expect(stdout).toMatch(/Pushed 3 files/);
  const lines = readFileSync(recorded, "utf8").trim().split("\n");
  expect(lines).toHaveLength(1);
  const pushed: Pushed = JSON.parse(lines[0] ?? "");
  expect(pushed.path).toContain("/1made-up/");
  const { files } = pushed.body;
  expect(files.map(({ name, type }) => `${type} ${name}`)).toEqual([
    "JSON appsscript",
    "SERVER_JS Code",
    "HTML sidebar",
  ]);
  const extensions: Readonly<Record<string, string>> = {
    JSON: "json",
    SERVER_JS: "js",
    HTML: "html",
  };
  for (const { name, type, source } of files) {
    const file = `dist/appsscript/${name}.${extensions[type]}`;
    expect(source === readFileSync(file, "utf8"), file).toBe(true);
  }
});
