/** What a sheet's cells say, as long formula strokes and one grid for all the rest. */

import { DAYS_TO_1904, serialFromIso } from "../core/audit/dates.ts";
import {
  area,
  around,
  cellKey,
  columnOf,
  grid,
  keysIn,
  rectangles,
  rowOf,
  sizeOf,
} from "../core/workbook/area.ts";
import type { Area, BlueprintCell, CellValue, SheetPlan } from "../core/workbook/port.ts";
import { longStrokes, type Stroke } from "./paint.ts";
import { toR1C1 } from "./r1c1.ts";

/** Excel takes what is typed under it as it stands. */
export const TEXT_FORMAT = "@";

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
export function rawValue(
  value: CellValue,
  isTextCell: boolean,
  is1904: boolean,
): Exclude<Raw, null> {
  if (value === null) return "";
  if (typeof value === "string") return rawText(value, isTextCell);
  if (typeof value !== "object") return value;
  if ("error" in value) return value.error;
  const serial = serialFromIso(value.date);
  if (serial === null) return "";
  return is1904 ? serial - DAYS_TO_1904 : serial;
}

export interface Content {
  /** Formulas in R1C1 notation with `=`, one text for a whole column. */
  readonly formulas: readonly Stroke<string>[];
  /** Over which the strokes ran although they are empty. */
  readonly emptied: readonly Area[];
  /** Everything else, to be written after the strokes. */
  readonly grids: readonly Grid[];
}

/** Contents of a rectangle; null leaves a cell as it is. */
export interface Grid {
  readonly area: Area;
  readonly values: readonly (readonly Raw[])[];
}

/** About what one more range costs in a request, in characters of contents. */
const RANGE_COST = 220;

export function sheetContent(
  plan: SheetPlan,
  textCells: ReadonlySet<number>,
  is1904: boolean,
): Content {
  const words = new Set(
    plan.inputs.flatMap(({ accepts }) => (accepts.kind === "list" ? accepts.values : [])),
  );
  const formulas = new Map<number, string>();
  for (const cell of plan.cells) {
    if (cell.formula === undefined) continue;
    formulas.set(cellKey(cell.row, cell.column), `=${toR1C1(cell.formula, cell.row, cell.column)}`);
  }
  const strokes = longStrokes(
    formulas,
    (formula, count) => (count - 1) * formula.length > RANGE_COST,
  );
  const painted = new Map<number, string>();
  for (const { area, value } of strokes) for (const key of keysIn(area)) painted.set(key, value);

  const rest = new Map<number, Raw>();
  const spoilt = new Set(painted.keys());
  for (const cell of plan.cells) {
    const key = cellKey(cell.row, cell.column);
    const formula = formulas.get(key);
    const raw = rawCell(cell, textCells.has(key), words, is1904);
    if (raw === "") continue;
    spoilt.delete(key);
    if (formula === undefined || painted.get(key) !== formula) rest.set(key, raw);
  }
  return {
    formulas: strokes,
    emptied: rectangles(spoilt),
    grids: gridsOf(rest, (key) => painted.has(key)),
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const linkFormula = (link: string, text: string): string =>
  link === text ? `=HYPERLINK(${quoted(link)})` : `=HYPERLINK(${quoted(link)},${quoted(text)})`;

function rawCell(
  cell: BlueprintCell,
  isTextCell: boolean,
  words: ReadonlySet<string>,
  is1904: boolean,
): Raw {
  // A formula costs a tenth of a link that is set on its cell.
  if (cell.link !== undefined && typeof cell.value === "string")
    return linkFormula(cell.link, cell.value);
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === "string" && words.has(cell.value)) return cell.value;
  return rawValue(cell.value, isTextCell, is1904);
}

/** Blocks of columns with contents, without the empty columns between where those would cost more than a range. */
function gridsOf(rest: ReadonlyMap<number, Raw>, isPainted: (key: number) => boolean): Grid[] {
  const rows = new Map<number, [first: number, last: number]>();
  for (const key of rest.keys()) {
    const row = rowOf(key);
    const column = columnOf(key);
    const [first, last] = rows.get(column) ?? [row, row];
    rows.set(column, [Math.min(first, row), Math.max(last, row)]);
  }
  const blocks: Area[] = [];
  for (const [column, [first, last]] of [...rows].sort(([a], [b]) => a - b)) {
    const own = area(first, column, last - first + 1);
    const before = blocks[blocks.length - 1];
    const joined = before ? around(before, own) : own;
    const extra = sizeOf(joined) - sizeOf(own) - (before ? sizeOf(before) : 0);
    if (before && extra * EMPTY_COST < RANGE_COST) blocks[blocks.length - 1] = joined;
    else blocks.push(own);
  }
  return blocks.map((area) => ({
    area,
    values: grid(area, (key) => rest.get(key) ?? (isPainted(key) ? null : "")),
  }));
}

/** An empty text with its comma. */
const EMPTY_COST = 3;
