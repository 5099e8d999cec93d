/** Starts the office programs that recalculate workbooks, and says visibly when one is missing. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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

/** Recalculates one file with Gnumeric. */
export function recalculateWithGnumeric(file: string, out: string): void {
  const run = spawnSync(
    "ssconvert",
    ["--recalc", "--export-type=Gnumeric_Excel:xlsx2", file, out],
    {
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 600_000,
    },
  );
  if (run.status !== 0) throw new Error(`Gnumeric failed: ${run.stderr}`);
}
