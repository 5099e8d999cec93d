/** A page's workbook with a grid without a screen, for tests: where answers stand, and files to begin with. */

import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { columnOf } from "../../core/workbook/draw/layout.ts";
import type { Place } from "../../core/workbook/issues.ts";
import type { Blueprint, CellValue, Edit } from "../../core/workbook/port.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { PreviewWorkbook } from "../../preview/workbook.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { FakeGrid } from "./fake-grid.ts";

export const accept = () => null;
export const id = (text: string): ItemId => text as ItemId;

/** A cell of an item's row in the Checklist. */
export const cellOf = (item: string, column: Parameters<typeof columnOf>[0]): Place => ({
  sheet: "Checklist",
  row:
    blueprint(checklist31, blankInputs(checklist31)).sheets[1]?.cells.find(
      (cell) => cell.column === 1 && cell.value === item,
    )?.row ?? 0,
  column: columnOf(column),
});
export const answerOf = (item: string): Place => cellOf(item, "self");

/** The first cell of a name. */
export function placeOf(name: string): Place {
  const named = blueprint(checklist31, blankInputs(checklist31)).names.find(
    (candidate) => candidate.name === name,
  );
  if (!named) throw new Error(`No name ${name}.`);
  return { sheet: named.sheet, row: named.area.row, column: named.area.column };
}

export async function fileOf(
  inputs = blankInputs(checklist31),
  change: (plan: Blueprint) => Blueprint = (plan) => plan,
): Promise<Uint8Array> {
  const file = newXlsx(EDITIONS);
  await file.build(change(blueprint(checklist31, inputs)));
  return file.bytes();
}

/** A blueprint with another content in one cell. */
export const withCell = (
  plan: Blueprint,
  place: Place,
  content: { readonly value: CellValue; readonly formula?: string },
): Blueprint => ({
  ...plan,
  sheets: plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const isIt =
        sheet.name === place.sheet && cell.row === place.row && cell.column === place.column;
      if (!isIt) return cell;
      const { formula: _formula, ...rest } = cell;
      return { ...rest, ...content };
    }),
  })),
});

export async function shown(bytes: Uint8Array, grid = new FakeGrid()) {
  const book = new PreviewWorkbook();
  const failures: string[] = [];
  book.onFailure((error) => failures.push(error instanceof Error ? error.message : String(error)));
  await book.open(bytes, accept);
  await book.show(grid);
  return { book, grid, failures };
}

/** As commands do it: whatever the phase has closed. */
export async function change(book: PreviewWorkbook, edits: readonly Edit[]): Promise<void> {
  const snapshot = book.snapshot();
  if (snapshot) await book.apply(planChange(checklist31, snapshot, edits).change);
}

/** What a saved file comes to. */
export function reportIn(bytes: Uint8Array): Report {
  const snapshot = openXlsx(EDITIONS, bytes).snapshot();
  if (!snapshot) throw new Error("The file holds no checklist.");
  return report(EDITIONS, snapshot);
}

export const readBack = (book: PreviewWorkbook): Report => reportIn(book.bytes());
