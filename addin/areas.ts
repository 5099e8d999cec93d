/** Sets of cells as few rectangles, and rectangles as the addresses of one request. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { Area } from "../core/workbook/port.ts";

/** `Worksheet.getRanges` takes at most 8,192 characters. */
const LONGEST_ADDRESS = 8_000;
const COLUMN_SPAN = 16_384;

export const cellKey = (row: number, column: number): number => row * COLUMN_SPAN + column;

/** Rectangles that cover the cells exactly: runs in a row, joined downwards where the next row has the same run. */
export function rectangles(keys: Iterable<number>): Area[] {
  const byRow = new Map<number, number[]>();
  for (const key of keys) {
    const row = Math.floor(key / COLUMN_SPAN);
    const columns = byRow.get(row);
    if (columns) columns.push(key % COLUMN_SPAN);
    else byRow.set(row, [key % COLUMN_SPAN]);
  }
  const done: Area[] = [];
  let open = new Map<string, Area>();
  let previous = -1;
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, Area>();
    for (const [column, columns] of runs(byRow.get(row) ?? [])) {
      const key = `${column}+${columns}`;
      const above = row === previous + 1 ? open.get(key) : undefined;
      if (above) open.delete(key);
      next.set(key, above ? { ...above, rows: above.rows + 1 } : { row, column, rows: 1, columns });
    }
    done.push(...open.values());
    open = next;
    previous = row;
  }
  // In one order, so that equal sets give equal addresses.
  return [...done, ...open.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/**
 * Rectangles that cover the wanted cells and otherwise only such as may be covered, within `whole`. Each is
 * as large as it can be: large ones are few, and have the same address whatever they are for.
 */
export function cover(
  wanted: Iterable<number>,
  mayCover: (key: number) => boolean,
  whole: Area,
): Area[] {
  const left = new Set(wanted);
  const found: Area[] = [];
  for (const key of [...left].sort((a, b) => a - b)) {
    if (!left.has(key)) continue;
    const [wide, high] = [grown(key, mayCover, whole, true), grown(key, mayCover, whole, false)];
    const best = covered(wide, left) >= covered(high, left) ? wide : high;
    found.push(best);
    for (const inside of cellsIn(best)) left.delete(inside);
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

function covered(area: Area, left: ReadonlySet<number>): number {
  let count = 0;
  for (const key of cellsIn(area)) if (left.has(key)) count += 1;
  return count;
}

/** Grows a cell sideways first or up and down first. */
function grown(
  key: number,
  mayCover: (key: number) => boolean,
  whole: Area,
  sidewaysFirst: boolean,
): Area {
  let area: Area = {
    row: Math.floor(key / COLUMN_SPAN),
    column: key % COLUMN_SPAN,
    rows: 1,
    columns: 1,
  };
  const fits = (strip: Area): boolean => {
    if (strip.row < whole.row || strip.row + strip.rows > whole.row + whole.rows) return false;
    if (strip.column < whole.column) return false;
    if (strip.column + strip.columns > whole.column + whole.columns) return false;
    for (const inside of cellsIn(strip)) if (!mayCover(inside)) return false;
    return true;
  };
  const sideways = () => {
    while (fits({ ...area, column: area.column + area.columns, columns: 1 }))
      area = { ...area, columns: area.columns + 1 };
    while (fits({ ...area, column: area.column - 1, columns: 1 }))
      area = { ...area, column: area.column - 1, columns: area.columns + 1 };
  };
  const upAndDown = () => {
    while (fits({ ...area, row: area.row + area.rows, rows: 1 }))
      area = { ...area, rows: area.rows + 1 };
    while (fits({ ...area, row: area.row - 1, rows: 1 }))
      area = { ...area, row: area.row - 1, rows: area.rows + 1 };
  };
  if (sidewaysFirst) sideways();
  upAndDown();
  sideways();
  return area;
}

function runs(columns: readonly number[]): [first: number, length: number][] {
  const found: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last[0] + last[1] === column) last[1] += 1;
    else found.push([column, 1]);
  }
  return found;
}

/** Addresses for `getRanges`, each within the length that Excel takes. */
export function addresses(areas: readonly Area[]): string[] {
  const lists: string[] = [];
  let list = "";
  for (const area of areas) {
    const address = areaAddress(area);
    if (list !== "" && list.length + 1 + address.length > LONGEST_ADDRESS) {
      lists.push(list);
      list = "";
    }
    list += list === "" ? address : `,${address}`;
  }
  return list === "" ? lists : [...lists, list];
}

export function* cellsIn(area: Area): Iterable<number> {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      yield cellKey(row, column);
    }
  }
}

/** The smallest rectangle with all the cells; null where there are none. */
export function boundsOf(keys: Iterable<number>): Area | null {
  const all = [...keys];
  if (all.length === 0) return null;
  const rows = all.map((key) => Math.floor(key / COLUMN_SPAN));
  const columns = all.map((key) => key % COLUMN_SPAN);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
}

/** Something for each cell of an area, by rows. */
export const grid = <T>(area: Area, read: (key: number) => T): T[][] =>
  Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) =>
      read(cellKey(area.row + down, area.column + right)),
    ),
  );
