/** Formulas in R1C1 notation, in which a column of like formulas is one text. */

import { areaAddress, mapReferences, parseArea } from "../core/workbook/a1.ts";
import type { Area } from "../core/workbook/port.ts";

/** The formula (without `=`) as its cell sees it: `F5` in H7 becomes `R[-2]C[-2]`. */
export function toR1C1(formula: string, row: number, column: number): string {
  return mapReferences(formula, (reference) => {
    const down = reference.rowFixed ? String(reference.row) : offset(reference.row - row);
    const right = reference.columnFixed
      ? String(reference.column)
      : offset(reference.column - column);
    return `R${down}C${right}`;
  });
}

const FIXED = /^(\p{L}+)(\d+)(\p{L}+)(\d+)(?::\1(\d+)\3(\d+))?$/u;

/** `R5C8:R101C8`, with whichever letters the user's language has for row and column, such as `Z5S8`. */
export function areaFromR1C1(text: string): Area | null {
  const [, , row, , column, lastRow = row, lastColumn = column] = FIXED.exec(text) ?? [];
  if (row === undefined || column === undefined) return null;
  const area = {
    row: Number(row),
    column: Number(column),
    rows: Number(lastRow) - Number(row) + 1,
    columns: Number(lastColumn) - Number(column) + 1,
  };
  // Within the sheet.
  return parseArea(areaAddress(area));
}

const offset = (distance: number): string => (distance === 0 ? "" : `[${distance}]`);
