/** Reads sheets that are no checklist's: from the cell under a defined name on, as far as anything stands there. */

import { area } from "../core/workbook/area.ts";
import type { CellValue } from "../core/workbook/port.ts";
import { hostError } from "./failure.ts";
import { locate, openPackage } from "./package.ts";
import { readRange } from "./read.ts";
import { scanSheet } from "./sheet.ts";
import { sharedTexts } from "./values.ts";
import { FILE_TEXT } from "./words.ts";

export interface SheetTable {
  readonly sheet: string;
  /** Where it begins. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

const MOST_CELLS = 200_000;

/**
 * Those of the names that lead to cells; rows below what a name covers belong to its table as well. Dates are numbers.
 * Throws `HostError` for files that are hostile, damaged or no workbooks.
 */
export function readNamedTables(
  bytes: Uint8Array,
  names: readonly string[],
): ReadonlyMap<string, SheetTable> {
  const book = openPackage(bytes);
  const tables = new Map<string, SheetTable>();
  let cells = 0;
  for (const name of names) {
    const place = locate(book, name);
    if (place === null || place === "broken") continue;
    const { sheet, path } = place;
    const from = place.area;
    const isInside = (row: number, column: number) => row >= from.row && column >= from.column;
    const source = scanSheet(book.parts.text(path), path, sheet.name, isInside);
    let [lastRow, lastColumn] = [from.row, from.column];
    for (const cell of source.cells.values()) {
      if (cell.value === null && cell.inline === null) continue;
      lastRow = Math.max(lastRow, cell.row);
      lastColumn = Math.max(lastColumn, cell.column);
    }
    const whole = area(from.row, from.column, lastRow - from.row + 1, lastColumn - from.column + 1);
    cells += whole.rows * whole.columns;
    if (cells > MOST_CELLS) throw hostError(FILE_TEXT.rangesTooLarge(MOST_CELLS));
    const texts = sharedTexts(book, source.cells.values());
    const reading = { title: sheet.name, is1904: book.is1904, texts };
    const { values } = readRange({ ...place, area: whole }, source, reading, false);
    tables.set(name, { sheet: sheet.name, row: from.row, column: from.column, values });
  }
  return tables;
}
