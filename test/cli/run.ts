/** Runs the built command line as a person would, in a folder of its own. */

import { type ChildProcess, type SpawnSyncOptions, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `MSP_PROGRAM` names another build, such as an older one to compare with. */
export const PROGRAM =
  process.env.MSP_PROGRAM ?? join(import.meta.dirname, "..", "..", "dist", "cli.mjs");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function run(args: readonly string[], cwd: string, options: SpawnSyncOptions = {}): Ran {
  const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: "utf8",
    timeout: 600_000,
    ...options,
  });
  return { code: ran.status, out: String(ran.stdout), err: String(ran.stderr) };
}

/** The same beside others: the process, and what it comes to. */
export function start(args: readonly string[], cwd: string): [ChildProcess, Promise<Ran>] {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += String(data);
  });
  child.stderr.on("data", (data) => {
    said.err += String(data);
  });
  const ended = new Promise<Ran>((resolve) =>
    child.once("close", (code) => resolve({ code, ...said })),
  );
  return [child, ended];
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "msp-cli-"));

/** What no user may ever see. */
export const TRACE = /\n\s+at |Error:|node:internal|undefined|\[object/;
