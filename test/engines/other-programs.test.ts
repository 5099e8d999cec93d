/** Workbooks that other programs filled and saved read back to the same report; what a person added survives ours. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { itemById } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { bodyOf } from "../../core/workbook/draw/layout.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { readAssignments } from "../../core/workbook/write/entries.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { howMany, seeds } from "../plan/how-many.ts";
import { expectSound } from "../xlsx/validate.ts";
import { inLibreOffice, type Job } from "./by-hand.ts";
import { skipsWithoutUno } from "./programs.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "msp-others-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(inputs: Inputs): Promise<Uint8Array> {
  const workbook = newXlsx(EDITIONS);
  await workbook.build(blueprint(checklist31, inputs));
  return workbook.bytes();
}

function snapshotOf(bytes: Uint8Array): Snapshot {
  const snapshot = openXlsx(EDITIONS, bytes).snapshot();
  if (!snapshot) throw new Error("No checklist.");
  return snapshot;
}

/** All that a report says of the answers; stored results and warnings may differ between programs. */
const substance = ({ sheetTotals: _, ...result }: Report) => ({
  ...result,
  issues: result.issues.filter((issue) => issue.severity === "error"),
});

/** What random entries themselves make of a workbook: points that add up to too much, a seal told otherwise. */
const faultsOf = ({ issues }: Report) =>
  issues
    .filter(({ severity }) => severity === "error")
    .map(({ code, values }) => ({ code, values }));

/** Three answers to be filled in, as they stand in a new workbook. */
const FILLED: readonly (readonly [string, string])[] = [
  ["1.4", "Met"],
  ["8.1.9", "Not met"],
  ["9.3.5", "Met"],
];
const rowOf = (id: string): number => {
  const row = bodyOf(checklist31).find((entry) => entry.kind === "item" && entry.item.id === id);
  if (!row) throw new Error(`No row for ${id}.`);
  return row.row;
};
const filledInputs = (inputs: Inputs): Inputs => {
  const items: Record<ItemId, ItemInputs> = { ...inputs.items };
  for (const [id, word] of FILLED) {
    const item = itemById(checklist31, id).id;
    const own = items[item];
    if (own) items[item] = { ...own, self: word === "Met" ? "met" : "notMet" };
  }
  return { ...inputs, items };
};
const SEEDS = [1, 2, 5, 8];

describe("a workbook filled and saved by", () => {
  it.skipIf(skipsWithoutUno())("LibreOffice reads back to the same report", async () => {
    const cells = FILLED.map(([id, word]) => `Checklist!H${rowOf(id)}=${word}`);
    const jobs: Job[] = [];
    for (const seed of SEEDS) {
      const [source, target] = [join(folder, `lo-${seed}.xlsx`), join(folder, `out-${seed}.xlsx`)];
      writeFileSync(source, await made(randomInputs(seed)));
      jobs.push([source, target, cells]);
    }
    inLibreOffice(folder, jobs);
    for (const [index, seed] of SEEDS.entries()) {
      const inputs = randomInputs(seed);
      const target = jobs[index]?.[1] ?? "";
      const expected = report(EDITIONS, snapshotOf(await made(filledInputs(inputs))));
      const result = report(EDITIONS, snapshotOf(readFileSync(target)));
      expect(substance(result)).toEqual(substance(expected));
      expect(result.issues.map((issue) => issue.code)).not.toContain("notRecalculated");
    }
  });

  it("exceljs reads back to the same report, with stored results that are at most out of date", async () => {
    for (const seed of SEEDS) {
      const inputs = randomInputs(seed);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await made(inputs)).slice().buffer);
      const sheet = book.getWorksheet("Checklist");
      for (const [id, word] of FILLED) {
        const cell = sheet?.getCell(rowOf(id), 8);
        if (cell) cell.value = word;
      }
      const result = report(EDITIONS, snapshotOf(new Uint8Array(await book.xlsx.writeBuffer())));
      const expected = report(EDITIONS, snapshotOf(await made(filledInputs(inputs))));
      expect(substance(result)).toEqual(substance(expected));
      expect(result.issues.map((issue) => issue.code)).toContain("notRecalculated");
    }
  });
});

describe("a workbook that a person rearranged in LibreOffice", () => {
  it.skipIf(skipsWithoutUno())(
    "is read by name, with its totals, and changed in the right rows",
    async () => {
      const inputs = randomInputs(4);
      const [source, target] = [join(folder, "moved.xlsx"), join(folder, "moved-out.xlsx")];
      writeFileSync(source, await made(inputs));
      const steps = [
        "insert:Checklist!4",
        "insert:Checklist!5",
        `insert:Checklist!${rowOf("8.1.9") + 2}`,
        "insert:Overview!3",
        "rename:Checklist=Our list, 2026",
      ];
      inLibreOffice(folder, [[source, target, steps]]);
      const before = report(EDITIONS, snapshotOf(readFileSync(target)));
      const expected = report(EDITIONS, snapshotOf(await made(inputs)));
      expect(before.self).toEqual(expected.self);
      expect(before.final).toEqual(expected.final);
      expect(faultsOf(before)).toEqual(faultsOf(expected));

      const workbook = openXlsx(EDITIONS, readFileSync(target));
      const snapshot = snapshotOf(readFileSync(target));
      const { edits } = readAssignments(
        checklist31,
        [{ name: "Owner", key: "8.1.9", value: "found me" }],
        snapshot,
      );
      await workbook.apply(planChange(checklist31, snapshot, edits).change);
      const after = report(EDITIONS, snapshotOf(workbook.bytes()));
      expect(after.items.find((item) => item.id === "8.1.9")?.owner).toBe("found me");
      expect(after.items.filter((item) => item.owner === "found me")).toHaveLength(1);
      expect(after.self).toEqual(expected.self);
    },
  );
});

describe("what a person added survives", () => {
  it("a sheet, a column, widths, comments and a picture, through fill and set", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await made(randomInputs(3))).slice().buffer);
    const own = book.addWorksheet("My notes");
    own.getCell("B2").value = "keep me";
    own.getCell("B2").note = "a comment of mine";
    own.getColumn(2).width = 41;
    const picture = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    own.addImage(
      book.addImage({ buffer: picture.buffer as ExcelJS.Buffer, extension: "png" }),
      "D2:E4",
    );
    const checklist = book.getWorksheet("Checklist");
    if (!checklist) throw new Error("No Checklist.");
    checklist.getColumn(3).width = 77;
    checklist.getCell("AH5").value = "my own column";
    checklist.getCell("B5").note = "seen";
    const before = new Uint8Array(await book.xlsx.writeBuffer());

    const workbook = openXlsx(EDITIONS, before);
    const snapshot = snapshotOf(before);
    const { edits, refusals } = readAssignments(
      checklist31,
      [
        { name: "Partner_Name", key: null, value: "After & Co" },
        { name: "Self_Answer", key: "1.4", value: "Met" },
        { name: "Closed_On", key: "8.1.9", value: "2026-03-16" },
        { name: "Phase", key: null, value: "Audit" },
      ],
      snapshot,
    );
    expect(refusals).toEqual([]);
    await workbook.apply(planChange(checklist31, snapshot, edits).change);
    const after = workbook.bytes();

    const again = new ExcelJS.Workbook();
    await again.xlsx.load(after.slice().buffer);
    const kept = again.getWorksheet("My notes");
    expect(kept?.getCell("B2").value).toBe("keep me");
    expect(JSON.stringify(kept?.getCell("B2").note)).toContain("a comment of mine");
    expect(kept?.getColumn(2).width).toBe(41);
    expect(kept?.getImages()).toHaveLength(1);
    expect(again.getWorksheet("Checklist")?.getColumn(3).width).toBe(77);
    expect(again.getWorksheet("Checklist")?.getCell("AH5").value).toBe("my own column");
    expect(JSON.stringify(again.getWorksheet("Checklist")?.getCell("B5").note)).toContain("seen");
    expect(report(EDITIONS, snapshotOf(after))).toMatchObject({
      partner: "After & Co",
      phase: "audit",
    });

    // Untouched parts are the same to the letter.
    const [partsBefore, partsAfter] = [unzipSync(before), unzipSync(after)];
    expect(Object.keys(partsAfter)).toEqual(Object.keys(partsBefore));
    const changed = Object.keys(partsBefore).filter(
      (part) =>
        strFromU8(partsBefore[part] ?? new Uint8Array(), true) !==
        strFromU8(partsAfter[part] ?? new Uint8Array(), true),
    );
    for (const part of ["xl/media/image1.png", "xl/comments1.xml", "xl/theme/theme1.xml"].filter(
      (name) => name in partsBefore,
    ))
      expect(changed).not.toContain(part);
    // New texts stand behind the old ones, which keep their places; what nobody sees any more leaves its place empty.
    const texts = (parts: Record<string, Uint8Array>): string[] =>
      strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array()).match(/<si>.*?<\/si>/gs) ?? [];
    const [old, now] = [texts(partsBefore), texts(partsAfter)];
    expect(old.length).toBeGreaterThan(300);
    const replaced = "<si><t>Partner “3” &amp; Söhne</t></si>";
    expect(old).toContain(replaced);
    expect(now.slice(0, old.length)).toEqual(
      old.map((text) => (text === replaced ? "<si><t/></si>" : text)),
    );
    expect(now.slice(old.length).join("")).toContain("After &amp; Co");
  });
});

describe("every workbook that we make", () => {
  it("satisfies Microsoft's validator and our own lint, new and changed", async () => {
    for (const seed of seeds(howMany(4, 20))) {
      const bytes = await made(randomInputs(seed));
      const workbook = openXlsx(EDITIONS, bytes);
      const snapshot = snapshotOf(bytes);
      const { edits } = readAssignments(
        checklist31,
        [
          { name: "Phase", key: null, value: "Closed" },
          { name: "Self_Answer", key: "1.4", value: "Not met" },
          { name: "Owner", key: "1.4", value: "=1+1" },
          { name: "Holidays", key: null, value: "2026-12-25" },
        ],
        snapshot,
      );
      await workbook.apply(planChange(checklist31, snapshot, edits).change);
      await expectSound(bytes, workbook.bytes());
      const result = report(EDITIONS, snapshotOf(workbook.bytes()));
      expect(faultsOf(result)).toEqual(faultsOf(report(EDITIONS, snapshot)));
      expect(result.issues.map((issue) => issue.code)).not.toContain("notRecalculated");
    }
  });
});
