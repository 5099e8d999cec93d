/** Which rectangles of a sheet are locked: all that the phase does not open. */

import { hasRow } from "../../core/workbook/area.ts";
import type { Area } from "../../core/workbook/port.ts";

/** Rectangles that cover every cell of `rows` x `columns` outside the open areas, and none inside. */
export function lockedAreas(rows: number, columns: number, open: readonly Area[]): Area[] {
  const areas: Area[] = [];
  let [first, key, band]: [number, string, readonly Run[]] = [1, "", []];
  const close = (end: number): void => {
    for (const run of band) areas.push({ row: first, rows: end - first, ...run });
  };
  for (let row = 1; row <= rows; row += 1) {
    const inRow = open.filter((area) => hasRow(area, row));
    const runs = lockedRuns(columns, inRow);
    const rowKey = runs.map((run) => `${run.column}+${run.columns}`).join();
    if (rowKey === key) continue;
    close(row);
    [first, key, band] = [row, rowKey, runs];
  }
  close(rows + 1);
  return areas;
}

interface Run {
  readonly column: number;
  readonly columns: number;
}

function lockedRuns(columns: number, open: readonly Area[]): Run[] {
  const runs: Run[] = [];
  let from = 1;
  const sorted = [...open].sort((a, b) => a.column - b.column);
  for (const area of sorted) {
    if (area.column > from) runs.push({ column: from, columns: area.column - from });
    from = Math.max(from, area.column + area.columns);
  }
  if (from <= columns) runs.push({ column: from, columns: columns - from + 1 });
  return runs;
}
