/** Workbooks whose stored results are all wrong, so that agreement can only come from real recalculation. */

import { isoFromSerial } from "../../core/audit/dates.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { contractNames } from "../../core/workbook/fields.ts";
import type { Blueprint, CellValue, Snapshot } from "../../core/workbook/port.ts";
import { cellText, isBlank } from "../../core/workbook/read/locate.ts";
import { newXlsx } from "../../xlsx/workbook.ts";

const POISON = "not calculated";

export function poisoned(plan: Blueprint): Blueprint {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === undefined ? cell : { ...cell, value: POISON },
      ),
    })),
  };
}

export async function poisonedFile(inputs: Inputs): Promise<Uint8Array> {
  const workbook = newXlsx(EDITIONS);
  await workbook.build(poisoned(blueprint(checklist31, inputs)));
  return workbook.bytes();
}

/** Most ranges are not known to hold dates, so a date may come as its serial number. */
const asDate = (value: CellValue): CellValue => {
  const date = typeof value === "number" ? isoFromSerial(value) : null;
  return date === null ? value : { date };
};

const close = (found: CellValue, b: CellValue): boolean => {
  if (isBlank(found) || isBlank(b)) return isBlank(found) && isBlank(b);
  const a = typeof b === "object" && b !== null && "date" in b ? asDate(found) : found;
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) < 1e-9;
  return cellText(a) === cellText(b);
};

/** Every calculated cell that differs from what the core has, as sentences; `read` gives a cell by sheet and position. */
export function differences(
  inputs: Inputs,
  read: (sheet: string, row: number, column: number) => CellValue | undefined,
  checklist: FullChecklist = checklist31,
): string[] {
  const found: string[] = [];
  for (const sheet of blueprint(checklist, inputs).sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      const value = read(sheet.name, cell.row, cell.column);
      if (value === undefined) continue;
      if (!close(value, cell.value)) {
        found.push(
          `${sheet.name} R${cell.row}C${cell.column} =${cell.formula}: ${JSON.stringify(value)}, not ${JSON.stringify(cell.value)}`,
        );
      }
    }
  }
  return found;
}

/** Reads cells of a snapshot by position; undefined where no contract name covers the cell. */
export function snapshotReader(
  snapshot: Snapshot,
): (sheet: string, row: number, column: number) => CellValue | undefined {
  const cells = new Map<string, CellValue>();
  for (const name of contractNames) {
    const range = snapshot.names[name];
    range?.values.forEach((line, row) => {
      line.forEach((value, column) => {
        const key = `${range.sheet}!${range.row + row}!${range.column + column}`;
        // A name that knows its cells to be dates reads them best.
        const known = cells.get(key);
        if (known === undefined || (typeof value === "object" && value !== null))
          cells.set(key, value);
      });
    });
  }
  return (sheet, row, column) => cells.get(`${sheet}!${row}!${column}`);
}
