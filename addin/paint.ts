/** Long strokes down the columns, over which comes what differs. */

import { columnOf, rowOf } from "../core/workbook/area.ts";
import type { Area } from "../core/workbook/port.ts";

export interface Stroke<T> {
  readonly area: Area;
  readonly value: T;
}

/**
 * Long strokes down the columns: wherever a value is worth one for the number of its cells in a column it is
 * painted from the first of them to the last, so over cells in between that have another value or none. Equal
 * strokes of neighbouring columns are one.
 */
export function longStrokes<T>(
  cells: ReadonlyMap<number, T>,
  isWorth: (value: T, count: number) => boolean,
): Stroke<T>[] {
  const byColumn = new Map<number, Map<T, number[]>>();
  for (const [key, value] of cells) {
    const column = columnOf(key);
    const values = byColumn.get(column) ?? new Map<T, number[]>();
    byColumn.set(column, values);
    const rows = values.get(value);
    if (rows) rows.push(rowOf(key));
    else values.set(value, [rowOf(key)]);
  }
  const strokes: Stroke<T>[] = [];
  for (const [column, values] of [...byColumn].sort(([a], [b]) => a - b)) {
    const taken: [number, number][] = [];
    for (const [value, rows] of [...values].sort(([, a], [, b]) => b.length - a.length)) {
      if (!isWorth(value, rows.length)) continue;
      const first = Math.min(...rows);
      const last = Math.max(...rows);
      if (taken.some(([from, to]) => first <= to && from <= last)) continue;
      taken.push([first, last]);
      const left = strokes.find(
        (stroke) =>
          stroke.value === value &&
          stroke.area.row === first &&
          stroke.area.rows === last - first + 1 &&
          stroke.area.column + stroke.area.columns === column,
      );
      if (left) strokes[strokes.indexOf(left)] = widened(left);
      else
        strokes.push({ area: { row: first, column, rows: last - first + 1, columns: 1 }, value });
    }
  }
  return strokes;
}

const widened = <T>(stroke: Stroke<T>): Stroke<T> => ({
  ...stroke,
  area: { ...stroke.area, columns: stroke.area.columns + 1 },
});
