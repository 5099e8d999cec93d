/** A workbook that answers were moved into, calculated by other programs: the score is the same, and its list lives. */

import { beforeAll, describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { readArchive } from "../../core/migrate/archive.ts";
import { movedBlueprint } from "../../core/migrate/draw.ts";
import { report } from "../../core/report/report.ts";
import { area } from "../../core/workbook/area.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { CellValue } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { openPackage } from "../../xlsx/package.ts";
import { readRange } from "../../xlsx/read.ts";
import { scanSheet } from "../../xlsx/sheet.ts";
import { sharedTexts } from "../../xlsx/values.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { movedFrom } from "../core/moving.ts";
import { READY } from "../core/ready.ts";
import { calculate } from "../fakes/hyperformula.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { differences, poisoned, snapshotReader } from "./poisoned.ts";
import { skipsWithout, throughLibreOffice } from "./programs.ts";

const move = movedFrom(checklist31, READY, nextChecklist);
const plan = movedBlueprint(move);
const LIST = "Moved answers";
const [FIRST, NOW] = [5, 6];
const rowOf = (id: string): number => FIRST + move.items.findIndex(({ item }) => item.id === id);

it("has formulas that HyperFormula calculates as the core does", () => {
  const read = calculate(poisoned(plan));
  expect(differences(move.inputs, read, nextChecklist).slice(0, 5)).toEqual([]);
  const cells = plan.sheets.find(({ name }) => name === LIST)?.cells ?? [];
  const calculated = cells.filter(({ formula }) => formula !== undefined);
  expect(calculated).toHaveLength(nextChecklist.items.length + 1);
  for (const { row, column, value } of calculated)
    expect(read(LIST, row, column), `${row}`).toBe(value);
});

describe.skipIf(skipsWithout("soffice"))("in LibreOffice, with an answer typed", () => {
  let bytes: Uint8Array = new Uint8Array();
  beforeAll(() => {
    const workbook = openXlsx(EDITIONS, drawBlueprint(poisoned(plan)));
    workbook.apply({
      edits: [{ name: "Self_Answer", item: "7.1" as ItemId, value: "Not met" }],
    });
    bytes = throughLibreOffice({ moved: workbook.bytes() }).moved;
  }, 120_000);

  /** The cells of a sheet that no name of the contract covers. */
  function valuesIn(title: string, rows: number, columns: number): readonly CellValue[][] {
    const book = openPackage(bytes);
    const sheet = book.sheets.find(({ name }) => name === title);
    if (!sheet?.path) throw new Error(`There is no sheet ${title}.`);
    const { path } = sheet;
    const source = scanSheet(book.parts.text(path), path, title, () => true);
    const reading = { title, is1904: false, texts: sharedTexts(book, source.cells.values()) };
    const place = { sheet, path, area: area(1, 1, rows, columns) };
    return readRange(place, source, reading, false).values.map((line) => [...line]);
  }

  it("has the score of the core, and no fault", () => {
    const snapshot = openXlsx(EDITIONS, bytes).snapshot();
    if (!snapshot) throw new Error("There is no checklist.");
    const found = report(EDITIONS, snapshot);
    expect(found.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(found.sheetTotals.self).toBe(found.self.total);
    expect(found.self.answered).toBe(nextChecklist.items.length - 7);
    const inputs = {
      ...move.inputs,
      items: {
        ...move.inputs.items,
        "7.1": { ...move.inputs.items["7.1" as ItemId], self: "notMet" },
      },
    } as typeof move.inputs;
    expect(differences(inputs, snapshotReader(snapshot), nextChecklist).slice(0, 5)).toEqual([]);
  });

  it("lists what is still to be confirmed, and what is by now", () => {
    const values = valuesIn(LIST, FIRST + move.items.length, NOW);
    const now = (id: string) => values[rowOf(id) - 1]?.[NOW - 1];
    expect(["1.1", "1.2", "7.1", "12.1", "16.1"].map(now)).toEqual([
      "Met",
      "Confirm again",
      "Not met",
      "Met",
      "Not answered",
    ]);
    expect(values[2]?.[0]).toBe("4 to be confirmed again");
  });

  it("keeps the archive to the letter, also after it was saved there", () => {
    const snapshot = openXlsx(EDITIONS, bytes).snapshot();
    expect(snapshot && readArchive(snapshot)).toEqual(move.archive);
  });
});
