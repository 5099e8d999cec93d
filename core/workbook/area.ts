/** Cells and rectangles of a sheet: what they hold, share and cover, and how a map calls them. */

import type { Area } from "./port.ts";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** More than a sheet has columns; row 0 and column 0 stand for the sheet's own edges. */
const ROW_FACTOR = 1 << 15;

/** A cell of one sheet as a number: maps of a whole sheet take a third of the time that text as a key takes. */
export const cellKey = (row: number, column: number): number => row * ROW_FACTOR + column;

export const rowOf = (key: number): number => Math.floor(key / ROW_FACTOR);
export const columnOf = (key: number): number => key % ROW_FACTOR;

/** A cell of a workbook. */
export const placeKey = (sheet: string, row: number, column: number): string =>
  `${sheet}!${row}!${column}`;

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({
  row,
  column,
  rows,
  columns,
});

export const hasRow = ({ row, rows }: Area, wanted: number): boolean =>
  wanted >= row && wanted < row + rows;

export const hasColumn = ({ column, columns }: Area, wanted: number): boolean =>
  wanted >= column && wanted < column + columns;

export const contains = (area: Area, { row, column }: Cell): boolean =>
  hasRow(area, row) && hasColumn(area, column);

export const sizeOf = ({ rows, columns }: Area): number => rows * columns;

export const isSameSize = (a: Area, b: Area): boolean =>
  a.rows === b.rows && a.columns === b.columns;

export const isSameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && isSameSize(a, b);

/** Whether all of the other lies within. */
export const encloses = (outer: Area, inner: Area): boolean =>
  contains(outer, inner) &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** The cell of that number, from 0 and by rows; null where the area has none. */
export function cellAt(area: Area, index: number): Cell | null {
  if (!Number.isInteger(index) || index < 0 || index >= sizeOf(area)) return null;
  return {
    row: area.row + Math.floor(index / area.columns),
    column: area.column + (index % area.columns),
  };
}

/** The number of a cell within its area, from 0 and by rows. */
export const indexIn = (area: Area, { row, column }: Cell): number =>
  (row - area.row) * area.columns + column - area.column;

/** The cells that two areas share; null for none. */
export function overlap(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area that holds both. */
export function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { row, column, rows, columns };
}

/** The smallest area with all the cells; null where there are none. */
export function boundsOf(keys: Iterable<number>): Area | null {
  let bounds: Area | null = null;
  for (const key of keys) {
    const cell = area(rowOf(key), columnOf(key));
    bounds = bounds ? around(bounds, cell) : cell;
  }
  return bounds;
}

/** By rows. */
export function* cellsIn({ row, column, rows, columns }: Area): Generator<Cell> {
  for (let down = 0; down < rows; down += 1)
    for (let right = 0; right < columns; right += 1)
      yield { row: row + down, column: column + right };
}

/** By rows. */
export function* keysIn({ row, column, rows, columns }: Area): Generator<number> {
  for (let down = 0; down < rows; down += 1)
    for (let right = 0; right < columns; right += 1) yield cellKey(row + down, column + right);
}

/** Something for each cell of an area, by rows. */
export const grid = <T>(area: Area, read: (key: number) => T): T[][] =>
  Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) =>
      read(cellKey(area.row + down, area.column + right)),
    ),
  );

/** Which way cells are strung together first. */
export type Along = "rows" | "columns";

/** The cells as runs of neighbours in a row or in a column, in that order. */
export function runs(keys: Iterable<number>, along: Along): Area[] {
  const byRow = along === "rows";
  const found: { -readonly [K in keyof Area]: Area[K] }[] = [];
  const sorted = [...new Set(keys)].sort((a, b) =>
    byRow ? a - b : columnOf(a) - columnOf(b) || a - b,
  );
  for (const key of sorted) {
    const [row, column] = [rowOf(key), columnOf(key)];
    const last = found[found.length - 1];
    if (byRow && last?.row === row && last.column + last.columns === column) last.columns += 1;
    else if (!byRow && last?.column === column && last.row + last.rows === row) last.rows += 1;
    else found.push({ row, column, rows: 1, columns: 1 });
  }
  return found;
}

/**
 * Few rectangles that cover the cells exactly: equal runs in neighbouring rows or columns become one. Their order
 * depends on the cells alone, so that equal sets give equal addresses.
 */
export function rectangles(keys: Iterable<number>, along: Along = "rows"): Area[] {
  const start = ({ row, column }: Area) => (along === "rows" ? row : column);
  const end = (one: Area) => start(one) + (along === "rows" ? one.rows : one.columns);
  const found: Area[] = [];
  /** Where in `found` the latest rectangle of such a stretch is. */
  const latest = new Map<string, number>();
  for (const run of runs(keys, along)) {
    const stretch = along === "rows" ? `${run.column}+${run.columns}` : `${run.row}+${run.rows}`;
    const position = latest.get(stretch) ?? -1;
    const before = found[position];
    if (before && end(before) === start(run)) found[position] = around(before, run);
    else latest.set(stretch, found.push(run) - 1);
  }
  return found;
}
