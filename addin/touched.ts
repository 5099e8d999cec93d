/** The cells that were edited since the last reading, as one rectangle a sheet. */

import type { Area } from "../core/workbook/types.ts";

/** By sheet id; whatever was edited lies inside. */
export type Touched = ReadonlyMap<string, Area>;

export function bothTouched(a: Touched, b: Touched): Touched {
  const both = new Map(a);
  for (const [id, area] of b) {
    const other = both.get(id);
    both.set(id, other ? around(other, area) : area);
  }
  return both;
}

function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { row, column, rows, columns };
}

/** Null where they have no cell in common. */
export function overlap(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
