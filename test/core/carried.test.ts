/** A workbook carries its checklist where no program brings it along, and is read by it as strictly as by a file. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_RECORDS } from "../../core/audit/records.ts";
import { packed, packedText, unpacked } from "../../core/checklist/file/pack.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { admit } from "../../core/report/admit.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { CARRIED_NAME } from "../../core/workbook/fields.ts";
import { carriedCells } from "../../core/workbook/read/carried.ts";
import { randomInputs, randomNumbers } from "../fakes/random-inputs.ts";
import { snapshotOf, snapshotOfBlueprint, withRange } from "../fakes/snapshot.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";

const drawn = (checklist: FullChecklist, inputs = blankInputs(checklist)) =>
  snapshotOfBlueprint(blueprint(checklist, inputs));
const small = drawn(smallChecklist);
const clean = snapshotOf(blankInputs(checklist31));

describe("a workbook of a checklist that nobody brings along", () => {
  it.each([
    ["small", smallChecklist],
    ["large", largeChecklist],
    ["of another revision", { ...checklist31, revision: 7 }],
    [
      "of another programme that has come to the same number",
      { ...smallChecklist, version: "3.1" },
    ],
    ["in other words", { ...checklist31, version: "3.1-x" }],
  ])("is read by what it carries: %s", (_, checklist) => {
    const inputs = { ...randomInputs(5, checklist), records: NO_RECORDS };
    const snapshot = drawn(checklist, inputs);
    const { edition, refusal } = admit(EDITIONS, snapshot);
    expect(refusal).toBeNull();
    expect(edition?.checklist).toEqual({
      ...checklist,
      texts: { ...checklist.texts, firstPrints: null },
    });
    const read = report(EDITIONS, snapshot);
    expect(read.checklist).toBe(checklist.version);
    expect(read.items).toHaveLength(checklist.items.length);
    expect(read.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    // The file is the same wherever it is made anew.
    expect(edition && packed(edition.checklist)).toEqual(packed(checklist));
  });

  it("keeps the file in letters that no program changes, in pieces that every cell holds", () => {
    const random = randomNumbers(1);
    // Hardly shorter when it is packed.
    const noise = Array.from({ length: 50_000 }, () =>
      String.fromCharCode(0x100 + random() * 0x1000),
    );
    for (const file of [packed(largeChecklist), packedText(noise.join(""))]) {
      const cells = carriedCells(file);
      expect(cells.length).toBeGreaterThan(1);
      for (const cell of cells) expect(cell).toMatch(/^\|?[\w-]{1,30000}$/);
      expect(unpacked(file)).not.toBeNull();
    }
  });

  it("is refused where the file does not come out whole, and nothing breaks", () => {
    const cells = carriedCells(packed(smallChecklist));
    const damage = fc.record({
      cell: fc.nat(cells.length - 1),
      at: fc.nat(5_000),
      length: fc.nat(3),
      put: fc.string({ maxLength: 3 }),
    });
    let refused = 0;
    fc.assert(
      fc.property(damage, ({ cell, at, length, put }) => {
        const changed = cells.map((text, index) =>
          index === cell ? text.slice(0, at) + put + text.slice(at + length) : text,
        );
        const values = changed.map((text) => [text]);
        const found = admit(EDITIONS, withRange(small, CARRIED_NAME, { values }));
        // A space at the end of a cell, or a bit beyond the last byte, changes nothing.
        if (found.refusal === null) expect(found.edition.checklist).toEqual(smallChecklist);
        else expect(found.refusal.code).toBe("checklistUnread");
        refused += Number(found.refusal !== null);
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it("does not let a file swell up", () => {
    // Longer than any file may be, and little when it is packed.
    const swollen = packedText("a".repeat(6_500_000));
    expect(swollen.pieces.join("").length).toBeLessThan(20_000);
    expect(unpacked(swollen)).toBeNull();
    const values = carriedCells(swollen).map((cell) => [cell]);
    expect(admit(EDITIONS, withRange(small, CARRIED_NAME, { values })).refusal).toEqual({
      code: "checklistUnread",
      fault: { is: "damaged" },
    });
  });

  it("is refused with a sentence where the file is none", () => {
    const text = fileText(smallChecklist).replace('"pass": ', '"pass": 9');
    const values = carriedCells(packedText(text)).map((cell) => [cell]);
    const { issues, items } = report(EDITIONS, withRange(small, CARRIED_NAME, { values }));
    expect(items).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: "checklistUnread",
        values: { fault: { is: "faulty", sentence: expect.stringMatching(/^pass is 9\d+, and/) } },
      },
    ]);
  });
});

describe("a workbook of a published version", () => {
  it("carries nothing", () => {
    expect(clean.names[CARRIED_NAME]).toBeUndefined();
    const earlier = snapshotOfBlueprint(blueprint(smallChecklist, blankInputs(smallChecklist), 1));
    expect(earlier.names[CARRIED_NAME]).toBeUndefined();
  });

  it("is scored by it, whatever else somebody puts into the workbook", () => {
    const generous = { ...checklist31, pass: checklist31.items[0]?.ifMet ?? checklist31.pass };
    const range = drawn({ ...generous, revision: 2 }).names[CARRIED_NAME];
    const cells = carriedCells(packed(generous)).map((cell) => [cell]);
    if (!range) throw new Error("There is no file.");
    const names = { ...clean.names, [CARRIED_NAME]: { ...range, values: cells } };
    const { edition } = admit(EDITIONS, { ...clean, names });
    expect(edition?.checklist).toBe(checklist31);
  });
});
