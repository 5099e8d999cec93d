/** Cell addresses in A1 notation, and the references inside a formula. */

import type { Area } from "./port.ts";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `1` gives `A`, `28` gives `AB`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `AB` gives `28`. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

export function areaAddress(area: Area, absolute = false): string {
  const mark = absolute ? "$" : "";
  const corner = (row: number, column: number) => `${mark}${columnLetters(column)}${mark}${row}`;
  const first = corner(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${corner(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const AREA = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** Reads `A1`, `$A$3:$B$9`; null for anything else or beyond the sheet's edge. */
export function parseArea(text: string): Area | null {
  const match = AREA.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const columns = [columnNumber(match[1]), columnNumber(match[3] ?? match[1])];
  const rows = [Number(match[2]), Number(match[4] ?? match[2])];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const lastRow = Math.max(...rows);
  const lastColumn = Math.max(...columns);
  if (row < 1 || lastRow > MAX_ROWS || lastColumn > MAX_COLUMNS) return null;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export interface CellReference {
  readonly column: number;
  readonly row: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** A piece of a formula: text in quotes, a quoted sheet name, or a word, with what makes it a function or a sheet. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\w.$]+[(!]?/g;
const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** Replaces every cell reference of a formula; text, names, functions and sheet names are left alone. */
export function mapReferences(
  formula: string,
  replace: (reference: CellReference) => string,
): string {
  return formula.replace(PIECES, (whole) => {
    const [, columnMark, letters = "", rowMark, digits = ""] = REFERENCE.exec(whole) ?? [];
    const column = columnNumber(letters);
    const row = Number(digits);
    if (row < 1 || row > MAX_ROWS || column > MAX_COLUMNS) return whole;
    return replace({ column, row, columnFixed: columnMark === "$", rowFixed: rowMark === "$" });
  });
}

/** Moves the relative references of a formula, as copying the cell by so many rows and columns would. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const column = reference.columnFixed ? reference.column : reference.column + columns;
    const row = reference.rowFixed ? reference.row : reference.row + rows;
    if (column < 1 || row < 1 || column > MAX_COLUMNS || row > MAX_ROWS) return "#REF!";
    const columnMark = reference.columnFixed ? "$" : "";
    const rowMark = reference.rowFixed ? "$" : "";
    return `${columnMark}${columnLetters(column)}${rowMark}${row}`;
  });
}
