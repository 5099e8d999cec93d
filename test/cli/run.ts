/** Runs the built command line as a person would, in a folder of its own. */

import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROGRAM = join(import.meta.dirname, "..", "..", "dist", "cli.mjs");

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

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "msp-cli-"));

/** What no user may ever see. */
export const TRACE = /\n\s+at |Error:|node:internal|undefined|\[object/;
