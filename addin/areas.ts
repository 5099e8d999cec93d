/** Sets of cells as few rectangles, and rectangles as the addresses of one request. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { Area } from "../core/workbook/types.ts";

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
