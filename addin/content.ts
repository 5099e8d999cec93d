/** What a sheet's cells say, as long formula strokes and one grid for all the rest. */

import { serialFromIso } from "../core/dates.ts";
import type { Area, BlueprintCell, CellValue, SheetPlan } from "../core/workbook/types.ts";
import { cellKey, cellsIn } from "./areas.ts";
import { longStrokes, type Stroke } from "./paint.ts";
import { toR1C1 } from "./r1c1.ts";

export type Raw = string | number | boolean | null;

/**
 * Text that Excel would take for a number, a date, a formula or a truth value keeps its meaning behind an
 * apostrophe; cells formatted as text need none, and would keep it.
 */
export function rawText(text: string, isTextCell: boolean): string {
  if (isTextCell || text === "") return text;
  const isPlain =
    /^\p{L}/u.test(text) && (text.length > 60 || (text.includes(" ") && !/\d/.test(text)));
  return isPlain ? text : `'${text}`;
}

/** A value as it is written into a cell; null clears it. */
export function rawValue(value: CellValue, isTextCell: boolean): Exclude<Raw, null> {
  if (value === null) return "";
  if (typeof value === "string") return rawText(value, isTextCell);
  if (typeof value !== "object") return value;
  return "date" in value ? (serialFromIso(value.date) ?? "") : value.error;
}

export interface Content {
  /** Formulas in R1C1 notation with `=`, one text for a whole column. */
  readonly formulas: readonly Stroke<string>[];
  /** Everything else, to be written after the strokes; null leaves a cell as they made it. */
  readonly grid: { readonly area: Area; readonly values: readonly (readonly Raw[])[] } | null;
}

export function sheetContent(plan: SheetPlan, textCells: ReadonlySet<number>): Content {
  const words = new Set(
    plan.inputs.flatMap(({ accepts }) => (accepts.kind === "list" ? accepts.values : [])),
  );
  const formulas = new Map<number, string>();
  for (const cell of plan.cells) {
    if (cell.formula === undefined) continue;
    formulas.set(cellKey(cell.row, cell.column), `=${toR1C1(cell.formula, cell.row, cell.column)}`);
  }
  const strokes = longStrokes(formulas, 3);
  const painted = new Map<number, string>();
  for (const { area, value } of strokes) for (const key of cellsIn(area)) painted.set(key, value);

  const rest = new Map<number, Raw>();
  for (const key of painted.keys()) rest.set(key, "");
  for (const cell of plan.cells) {
    const key = cellKey(cell.row, cell.column);
    const formula = formulas.get(key);
    if (formula !== undefined && painted.get(key) === formula) rest.delete(key);
    else rest.set(key, rawCell(cell, textCells.has(key), words));
  }
  return { formulas: strokes, grid: gridOf(rest, painted) };
}

function rawCell(cell: BlueprintCell, isTextCell: boolean, words: ReadonlySet<string>): Raw {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === "string" && words.has(cell.value)) return cell.value;
  return rawValue(cell.value, isTextCell);
}

function gridOf(
  rest: ReadonlyMap<number, Raw>,
  painted: ReadonlyMap<number, string>,
): Content["grid"] {
  const filled = [...rest]
    .filter(([key, value]) => value !== "" || painted.has(key))
    .map(([key]) => key);
  if (filled.length === 0) return null;
  const rows = filled.map((key) => Math.floor(key / cellKey(1, 0)));
  const columns = filled.map((key) => key % cellKey(1, 0));
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const area = {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
  const values: Raw[][] = [];
  for (let down = 0; down < area.rows; down += 1) {
    const line: Raw[] = [];
    for (let right = 0; right < area.columns; right += 1) {
      const key = cellKey(row + down, column + right);
      line.push(rest.get(key) ?? (painted.has(key) ? null : ""));
    }
    values.push(line);
  }
  return { area, values };
}
