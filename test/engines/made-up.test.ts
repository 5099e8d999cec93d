/**
 * Workbooks of two made-up checklists: the same code draws, reads and scores them, and their formulas agree with the
 * core. So a checklist is a value, and nothing of version 3.1 is built in.
 */

import { describe, expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS, editionOf } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { CARRIED_NAME, drawnNames } from "../../core/workbook/fields.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { calculate } from "../fakes/hyperformula.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOfBlueprint } from "../fakes/snapshot.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";
import { differences, poisoned } from "./poisoned.ts";

/** One of each mood of the random workbooks would take minutes; these have renewals, closures and every phase. */
const SEEDS = [1, 2, 4, 5];

describe.each<[string, FullChecklist, number, number]>([
  ["a small checklist", smallChecklist, 25, 4],
  ["a large checklist", largeChecklist, 130, 20],
  ["a checklist without points and renewals", plainChecklist, 25, 3],
])("%s", (_, checklist, items, sections) => {
  const blank = blueprint(checklist, blankInputs(checklist));
  const library = [...EDITIONS, editionOf(checklist)];

  it("has another size than 3.1, and rules that it does not share", () => {
    expect([checklist.items.length, checklist.sections.length]).toEqual([items, sections]);
    for (const rule of ["pass", "most", "clock", "renewal", "references"] as const)
      expect(checklist[rule], rule).not.toEqual(checklist31[rule]);
  });

  it.each(SEEDS)("has formulas that agree with the core, random workbook %i", (seed) => {
    const inputs = randomInputs(seed, checklist);
    const read = calculate(poisoned(blueprint(checklist, inputs)));
    expect(differences(inputs, read, checklist).slice(0, 5)).toEqual([]);
  });

  it("would be caught disagreeing", () => {
    const found = differences(blankInputs(checklist), () => "not calculated", checklist);
    expect(found.length).toBeGreaterThan(items * 8);
  });

  it.each(SEEDS)("is read back as it was entered, random workbook %i", (seed) => {
    const inputs = randomInputs(seed, checklist);
    const snapshot = snapshotOfBlueprint(blueprint(checklist, inputs));
    const read = readInputs(checklist, snapshot).inputs;
    expect(evaluate(checklist, read)).toEqual(evaluate(checklist, inputs));
    expect(read.items).toEqual(inputs.items);
    expect(read.records).toEqual(inputs.records);
  });

  it("is recognized among others, and nothing is wrong with a new workbook of it", () => {
    const found = report(library, snapshotOfBlueprint(blank));
    expect(found.issues).toEqual([]);
    expect(found.checklist).toBe(checklist.version);
    expect(found.items).toHaveLength(items);
  });

  it("has the names of the contract, but for those of services and points that it does not ask for, and its file", () => {
    const wanted = drawnNames.filter(
      (name) =>
        (checklist.services !== null || !name.startsWith("Service_")) &&
        (checklist.openValues !== null || !/^(?:Open_|Points_Checked)/.test(name)),
    );
    expect(blank.names.map(({ name }) => name).sort()).toEqual([...wanted, CARRIED_NAME].sort());
  });

  it("says nothing of 3.1", () => {
    const { title, program, manager, version, mail, pass, published } = checklist31;
    const texts = [
      blank.title,
      ...blank.sheets.flatMap((sheet) => [
        ...sheet.cells.flatMap(({ value, formula }) => [value, formula ?? ""]),
        ...sheet.inputs.flatMap(({ prompt, refusal }) => [prompt?.message, refusal?.message]),
        ...sheet.colors.map(({ formula }) => formula),
        ...[sheet.page.header, sheet.page.footer].flatMap(({ left, right }) => [...left, ...right]),
      ]),
    ].filter((text): text is string => typeof text === "string");
    expect(texts.length).toBeGreaterThan(items * 8);
    const own = (text: string) => texts.filter((entry) => entry.includes(text));
    for (const text of [title, program, manager, `v${version}`, mail.to, published, ` ${pass}`])
      expect(own(text), text).toEqual([]);
    expect(own(checklist.version).length).toBeGreaterThan(0);
  });

  it("keeps within the limits of input messages", () => {
    for (const { inputs } of blank.sheets) {
      for (const { prompt, refusal } of inputs) {
        for (const message of [prompt, refusal])
          expect(message?.message.length ?? 0).toBeLessThanOrEqual(255);
      }
    }
  });
});
