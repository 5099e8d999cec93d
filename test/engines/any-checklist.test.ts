/** Any checklist that a file may hold is drawn, read, scored and written, and its formulas agree with the core. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Json } from "../../core/checklist/domain.ts";
import {
  checklistFrom,
  faultSentences,
  readChecklistFile,
} from "../../core/checklist/file/read.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { admit } from "../../core/report/admit.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Blueprint } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { arbitraryFile } from "../core/arbitrary-checklist.ts";
import { calculate } from "../fakes/hyperformula.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOfBlueprint } from "../fakes/snapshot.ts";
import { howMany } from "../plan/how-many.ts";
import { differences, poisoned } from "./poisoned.ts";

/** What spreadsheet programs refuse, or cut without a word. */
function expectWithinLimits({ sheets, title }: Blueprint): void {
  expect(title.length).toBeLessThan(255);
  for (const { cells, inputs, rowHeights, page, colors } of sheets) {
    for (const { value, formula = "" } of cells) {
      if (typeof value === "string") expect(value.length).toBeLessThanOrEqual(32_767);
      expect(formula.length).toBeLessThan(8_192);
      for (const constant of formula.match(/"(?:[^"]|"")*"/g) ?? [])
        expect(constant.length, constant).toBeLessThanOrEqual(257);
    }
    for (const height of rowHeights.values()) expect(height).toBeLessThanOrEqual(409);
    for (const { formula } of colors) expect(formula.length).toBeLessThan(8_192);
    for (const { prompt, refusal, accepts } of inputs) {
      for (const message of [prompt, refusal]) {
        expect(message?.title.length ?? 0).toBeLessThanOrEqual(32);
        expect(message?.message.length ?? 0).toBeLessThanOrEqual(255);
      }
      if (accepts.kind === "list") expect(accepts.values.join(",").length).toBeLessThanOrEqual(255);
    }
    for (const { left, right } of [page.header, page.footer]) {
      const texts = [...left, ...right].filter((part) => typeof part === "string");
      expect(texts.join("").length).toBeLessThanOrEqual(255);
    }
  }
}

function checklistOf(file: Json): FullChecklist {
  const { checklist, faults } = checklistFrom(file);
  if (faults) throw new Error(faultSentences(faults).join("\n"));
  return checklist;
}

it("whatever a file holds, a workbook of it is whole", () => {
  fc.assert(
    fc.property(arbitraryFile, fc.nat(1_000), (file, seed) => {
      const checklist = checklistOf(file);
      expect(readChecklistFile(fileText(checklist)).checklist).toEqual(checklist);
      const blank = blueprint(checklist, blankInputs(checklist));
      expectWithinLimits(blank);
      const { edition } = admit(EDITIONS, snapshotOfBlueprint(blank));
      expect(edition?.checklist).toEqual(checklist);
      expect(report(EDITIONS, snapshotOfBlueprint(blank)).issues).toEqual([]);

      const inputs = randomInputs(seed, checklist);
      const plan = blueprint(checklist, inputs);
      const snapshot = openXlsx(EDITIONS, drawBlueprint(plan)).snapshot();
      if (!snapshot) throw new Error("It is not read back.");
      expect(report(EDITIONS, snapshot)).toEqual(report(EDITIONS, snapshotOfBlueprint(plan)));
      const read = readInputs(checklist, snapshot).inputs;
      expect(evaluate(checklist, read)).toEqual(evaluate(checklist, inputs));
      expect(differences(inputs, calculate(poisoned(plan)), checklist).slice(0, 5)).toEqual([]);
    }),
    { numRuns: howMany(12, 400) },
  );
});
