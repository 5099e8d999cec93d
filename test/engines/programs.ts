/** Starts the office programs that recalculate workbooks, and says visibly when one is missing. */

import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Much of what a program does is to wait for the disk; more than these would only wait for each other. */
const AT_ONCE = 3;

/** Does the same to all, some at once. After a failure none is begun, and it is told when the others have ended. */
export async function atOnce<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      await act(one).catch((error) => {
        left.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const result of ended) if (result.status === "rejected") throw result.reason;
}

export function hasProgram(program: string): boolean {
  return (process.env.PATH ?? "")
    .split(":")
    .some((folder) => folder !== "" && existsSync(join(folder, program)));
}

/** A missing program skips its suite on a person's machine and fails it where `CI=true`. */
export function skipsWithout(program: string): boolean {
  if (hasProgram(program)) return false;
  if (process.env.CI === "true")
    throw new Error(`${program} is not on this machine; run npm test as root, or install it.`);
  console.warn(`Skipped: ${program} is not on this machine.`);
  return true;
}

/** LibreOffice with the Python bridge that lets a script type into a workbook. */
export function skipsWithoutUno(): boolean {
  if (skipsWithout("soffice")) return true;
  const probe = spawnSync("/usr/bin/python3", ["-c", "import uno"], { stdio: "ignore" });
  if (probe.status === 0) return false;
  if (process.env.CI === "true") throw new Error("python3-uno is not on this machine.");
  console.warn("Skipped: python3-uno is not on this machine.");
  return true;
}

/** Without this LibreOffice keeps stored results as they are. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Converts files with LibreOffice, every formula calculated anew; results have the same names in `outFolder`. */
export function convertWithLibreOffice(
  files: readonly string[],
  outFolder: string,
  format: "xlsx" | "pdf",
  profileFolder: string,
): void {
  const user = join(profileFolder, "user");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "registrymodifications.xcu"), ALWAYS_RECALCULATE);
  const run = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${profileFolder}`,
      "--headless",
      "--norestore",
      "--convert-to",
      format,
      "--outdir",
      outFolder,
      ...files,
    ],
    { stdio: ["ignore", "pipe", "pipe"], timeout: 600_000 },
  );
  if (run.status !== 0) throw new Error(`LibreOffice failed: ${run.stderr}`);
}

/** Files as LibreOffice opens and saves them again, all in one process: to start it takes longer than anything else. */
export function throughLibreOffice<K extends string>(
  books: Readonly<Record<K, Uint8Array>>,
): Record<K, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "msp-office-"));
  try {
    const names = Object.keys(books) as K[];
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    for (const [index, name] of names.entries()) writeFileSync(files[index] ?? "", books[name]);
    convertWithLibreOffice(files, join(folder, "out"), "xlsx", join(folder, "profile"));
    const saved = names.map((name) => {
      const bytes = new Uint8Array(readFileSync(join(folder, "out", `${name}.xlsx`)));
      return [name, bytes] as const;
    });
    return Object.fromEntries(saved) as Record<K, Uint8Array>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Recalculates files with Gnumeric, which takes one at a time; results have the same names in `outFolder`. */
export async function recalculateWithGnumeric(
  files: readonly string[],
  outFolder: string,
): Promise<void> {
  await atOnce(files, async (file) => {
    const out = join(outFolder, basename(file));
    await execute("ssconvert", ["--recalc", "--export-type=Gnumeric_Excel:xlsx2", file, out]);
  });
}
