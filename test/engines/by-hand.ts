/** Has LibreOffice do with workbooks what people do. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";

/** A workbook, where its successor goes, and steps as `fill.py` knows them. */
export type Job = readonly [source: string, target: string, steps: readonly string[]];

/** All in one LibreOffice, whose profile goes into the folder. */
export function inLibreOffice(folder: string, jobs: readonly Job[]): void {
  const python = spawnSync(
    "/usr/bin/python3",
    [join(import.meta.dirname, "fill.py"), `msp-${process.pid}`, join(folder, "profile")],
    { encoding: "utf8", input: JSON.stringify(jobs), timeout: 600_000 },
  );
  expect(python.stderr).toBe("");
}
