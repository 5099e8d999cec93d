/** The workbooks that other engines recalculate: random ones, and one at each step of an audit. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checkSeal } from "../../core/audit/seal.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { FIRST_YEAR, nextYear, SECOND_YEAR, START } from "../contract/scenario.ts";
import { statesOf } from "../contract/scenario-suite.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { seeds } from "../plan/how-many.ts";
import { differences, poisonedFile, snapshotReader } from "./poisoned.ts";

export type Named = readonly [name: string, inputs: Inputs];

export function workbooks(count: number): readonly Named[] {
  const firstYear = statesOf(START, FIRST_YEAR);
  const closed = firstYear[firstYear.length - 1] ?? START;
  const steps = [
    ...firstYear,
    ...statesOf(nextYear(report(EDITIONS, snapshotOf(closed))), SECOND_YEAR),
  ];
  return [
    ...seeds(count).map((seed): Named => [`random-${seed}.xlsx`, randomInputs(seed)]),
    ...steps.map((inputs, index): Named => [`step-${index}.xlsx`, inputs]),
  ];
}

export interface Engine {
  /** Files whose stored results are all wrong. */
  readonly files: readonly string[];
  /** Where the recalculated ones go, under the same names. */
  readonly out: string;
  path(name: string): string;
}

/** The workbooks as files for an engine of its own, in folders that go with the suite. */
export function engineFor(all: readonly Named[]): Engine {
  const folder = mkdtempSync(join(tmpdir(), "msp-engines-"));
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    mkdirSync(path("in"));
    mkdirSync(path("out"));
    for (const [name, inputs] of all) writeFileSync(path(`in/${name}`), await poisonedFile(inputs));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { files: all.map(([name]) => path(`in/${name}`)), out: path("out"), path };
}

/** The files that differ from what the core has, with the first differences of each. */
export function disagreements(all: readonly Named[], out: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, inputs] of all) {
    const snapshot = readSnapshot(readFileSync(join(out, name)));
    if (!snapshot) throw new Error(`No checklist in ${name}.`);
    const different = differences(inputs, snapshotReader(snapshot));
    // What was handed over is still what was handed over, whichever program saved it.
    const seal = checkSeal(checklist31, readInputs(checklist31, snapshot).inputs);
    const wanted = checkSeal(checklist31, inputs);
    if (seal?.state !== wanted?.state) {
      different.push(`seal ${seal?.state}: ${JSON.stringify(seal?.changes)}, not ${wanted?.state}`);
    }
    if (different.length > 0) found[name] = different.slice(0, 5);
  }
  return found;
}
