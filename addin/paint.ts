/** Painting a property of many cells with few strokes: long ones first, then what differs over them. */

import type { Area } from "../core/workbook/types.ts";
import { cellKey, cellsIn, rectangles } from "./areas.ts";

export interface Stroke<T> {
  readonly area: Area;
  readonly value: T;
}

/**
 * Long strokes down the columns: wherever a value stands in at least `least` cells of a column it is painted
 * from the first of them to the last, so over cells in between that have another value or none. Equal
 * strokes of neighbouring columns are one.
 */
export function longStrokes<T>(cells: ReadonlyMap<number, T>, least: number): Stroke<T>[] {
  const byColumn = new Map<number, Map<T, number[]>>();
  for (const [key, value] of cells) {
    const column = key % cellKey(1, 0);
    const values = byColumn.get(column) ?? new Map<T, number[]>();
    byColumn.set(column, values);
    const rows = values.get(value);
    if (rows) rows.push(Math.floor(key / cellKey(1, 0)));
    else values.set(value, [Math.floor(key / cellKey(1, 0))]);
  }
  const strokes: Stroke<T>[] = [];
  for (const [column, values] of [...byColumn].sort(([a], [b]) => a - b)) {
    const taken: [number, number][] = [];
    for (const [value, rows] of [...values].sort(([, a], [, b]) => b.length - a.length)) {
      if (rows.length < least) continue;
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

/** Strokes that leave every cell with its own value; those without one may get any. */
export function paint<T>(cells: ReadonlyMap<number, T>, least = 3): Stroke<T>[] {
  const strokes = longStrokes(cells, least);
  const painted = new Map<number, T>();
  for (const { area, value } of strokes) for (const key of cellsIn(area)) painted.set(key, value);
  const wrong = new Map<T, number[]>();
  for (const [key, wanted] of cells) {
    if (painted.get(key) === wanted) continue;
    const keys = wrong.get(wanted);
    if (keys) keys.push(key);
    else wrong.set(wanted, [key]);
  }
  for (const [value, keys] of wrong) {
    for (const area of rectangles(keys)) strokes.push({ area, value });
  }
  return strokes;
}
