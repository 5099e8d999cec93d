/**
 * 200 random workbooks, and one at each step of an audit, recalculated by LibreOffice, Gnumeric and
 * HyperFormula, give what the core gives.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checkSeal } from "../../core/audit/seal.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { FIRST_YEAR, nextYear, SECOND_YEAR, START } from "../contract/scenario.ts";
import { statesOf } from "../contract/scenario-suite.ts";
import { calculate } from "../fakes/hyperformula.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { differences, poisoned, poisonedFile, snapshotReader } from "./poisoned.ts";
import { convertWithLibreOffice, recalculateWithGnumeric, skipsWithout } from "./programs.ts";

const COUNT = 200;
const firstYear = statesOf(START, FIRST_YEAR);
const closed = firstYear[firstYear.length - 1] ?? START;
const second = nextYear(report(EDITIONS, snapshotOf(closed)));
const all: readonly Inputs[] = [
  ...Array.from({ length: COUNT }, (_, seed) => randomInputs(seed)),
  ...firstYear,
  ...statesOf(second, SECOND_YEAR),
];
const name = (seed: number): string =>
  seed < COUNT ? `random-${seed}.xlsx` : `step-${seed - COUNT}.xlsx`;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "msp-engines-"));
  mkdirSync(join(folder, "in"));
  for (const [seed, inputs] of all.entries()) {
    writeFileSync(join(folder, "in", name(seed)), await poisonedFile(inputs));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The seeds whose file differs, with the first differences of each. */
function disagreements(outFolder: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [seed, inputs] of all.entries()) {
    const snapshot = readSnapshot(readFileSync(join(outFolder, name(seed))));
    if (!snapshot) throw new Error(`No checklist in ${name(seed)}.`);
    const different = differences(inputs, snapshotReader(snapshot));
    // What was handed over is still what was handed over, whichever program saved it.
    const seal = checkSeal(checklist31, readInputs(checklist31, snapshot).inputs);
    const wanted = checkSeal(checklist31, inputs);
    if (seal?.state !== wanted?.state) {
      different.push(`seal ${seal?.state}: ${JSON.stringify(seal?.changes)}, not ${wanted?.state}`);
    }
    if (different.length > 0) found[name(seed)] = different.slice(0, 5);
  }
  return found;
}

describe("the sheet's formulas", () => {
  it.skipIf(skipsWithout("soffice"))("agree with the core in LibreOffice", () => {
    const out = join(folder, "libreoffice");
    const files = all.map((_, seed) => join(folder, "in", name(seed)));
    convertWithLibreOffice(files, out, "xlsx", join(folder, "profile"));
    expect(disagreements(out)).toEqual({});
  });

  it.skipIf(skipsWithout("ssconvert"))("agree with the core in Gnumeric", () => {
    const out = join(folder, "gnumeric");
    mkdirSync(out);
    for (const seed of all.keys()) {
      recalculateWithGnumeric(join(folder, "in", name(seed)), join(out, name(seed)));
    }
    expect(disagreements(out)).toEqual({});
  });

  it("agree with the core in HyperFormula", () => {
    const found: Record<string, string[]> = {};
    for (const [seed, inputs] of all.entries()) {
      const different = differences(inputs, calculate(poisoned(blueprint(checklist31, inputs))));
      if (different.length > 0) found[name(seed)] = different.slice(0, 5);
    }
    expect(found).toEqual({});
  });

  it("would be caught disagreeing", () => {
    const [inputs] = all;
    if (!inputs) throw new Error("No workbooks.");
    expect(differences(inputs, () => "not calculated").length).toBeGreaterThan(1000);
  });
});
