/** Lays a sheet of the blueprint out as whole blocks, one for each kind of call. */

import { sheetExtent } from "../../core/workbook/draw/extent.ts";
import { wrappedLines } from "../../core/workbook/draw/measure.ts";
import type { Blueprint, BlueprintCell, CellStyle, SheetPlan } from "../../core/workbook/port.ts";
import { cellText } from "../../core/workbook/read/locate.ts";
import { toSheets } from "./formulas.ts";
import { type Raw, rawValue } from "./values.ts";

type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type Horizontal = "left" | "center" | "right" | "normal";
type Vertical = "top" | "middle" | "bottom";

/** All blocks have `rows` x `columns`, from A1 on. */
export interface Grids {
  readonly rows: number;
  readonly columns: number;
  readonly values: Raw[][];
  readonly numberFormats: string[][];
  readonly backgrounds: (string | null)[][];
  readonly textStyles: TextStyle[][];
  readonly horizontal: Horizontal[][];
  readonly vertical: Vertical[][];
  readonly wraps: boolean[][];
  /** Whether any text takes a second line, or may once its cell is filled. */
  readonly hasLongTexts: boolean;
}

const TEXT_FORMAT = "@";
const VERTICAL: Readonly<Record<NonNullable<CellStyle["vertical"]>, Vertical>> = {
  top: "top",
  center: "middle",
  bottom: "bottom",
};

export function gridsOf(plan: SheetPlan, blueprint: Blueprint): Grids {
  const { rows, columns } = sheetExtent(plan);
  const grid = <T>(blank: () => T): T[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, blank));
  const plainText = textStyle({}, blueprint);
  const byStyle = new Map<string, TextStyle>();
  const grids: Grids = {
    rows,
    columns,
    values: grid<Raw>(() => ""),
    numberFormats: grid(() => "General"),
    backgrounds: grid<string | null>(() => null),
    textStyles: grid(() => plainText),
    horizontal: grid<Horizontal>(() => "normal"),
    vertical: grid<Vertical>(() => "bottom"),
    wraps: grid<boolean>(() => false),
    hasLongTexts: plan.cells.some((cell) => isLong(cell, plan, blueprint)),
  };
  const put = <T>(block: T[][], row: number, column: number, value: T) => {
    const line = block[row - 1];
    if (line) line[column - 1] = value;
  };
  for (const cell of plan.cells) {
    const { row, column } = cell;
    const style = blueprint.styles[cell.style] ?? {};
    const isText = style.numberFormat === TEXT_FORMAT;
    // A formula in a text cell would stay text.
    const format = isText && cell.formula !== undefined ? "General" : style.numberFormat;
    const value =
      cell.formula === undefined ? rawValue(cell.value, isText) : toSheets(cell.formula);
    put<Raw>(grids.values, row, column, value ?? "");
    if (format !== undefined) put(grids.numberFormats, row, column, format);
    put(grids.backgrounds, row, column, style.fill ?? null);
    let text = byStyle.get(cell.style);
    if (!text) {
      text = textStyle(style, blueprint);
      byStyle.set(cell.style, text);
    }
    put(grids.textStyles, row, column, text);
    put(grids.horizontal, row, column, style.horizontal ?? "normal");
    put(grids.vertical, row, column, VERTICAL[style.vertical ?? "bottom"]);
    put(grids.wraps, row, column, style.wrap ?? false);
  }
  return grids;
}

function isLong(cell: BlueprintCell, { columns }: SheetPlan, { styles, font }: Blueprint): boolean {
  const style: CellStyle = styles[cell.style] ?? {};
  if (!style.wrap) return false;
  // A blank cell with a colour of its own is part of a header.
  if (cell.value === null || cell.value === "") return !style.fill || cell.formula !== undefined;
  const width = columns[cell.column - 1]?.width ?? 0;
  return wrappedLines(cellText(cell.value), width, style.size ?? font.size, style.bold) > 1;
}

function textStyle(style: CellStyle, { font }: Blueprint): TextStyle {
  return SpreadsheetApp.newTextStyle()
    .setFontFamily(font.name)
    .setFontSize(style.size ?? font.size)
    .setBold(style.bold ?? false)
    .setUnderline(style.underline ?? false)
    .setForegroundColor(style.color ?? "#000000")
    .build();
}

/** Equal neighbours as runs, numbered from 1; positions without a value are painted over freely. */
export interface Run {
  readonly first: number;
  readonly count: number;
  readonly value: number;
}

/** Widths that are close to a greater one become as great as that. */
export function nearlyEqual(widths: readonly (number | null)[], near: number): (number | null)[] {
  const asWide = new Map<number, number>();
  let widest = Number.POSITIVE_INFINITY;
  const known = widths.flatMap((width) => width ?? []);
  for (const width of known.sort((a, b) => b - a)) {
    if (widest - width > near) widest = width;
    asWide.set(width, widest);
  }
  return widths.map((width) => (width === null ? null : (asWide.get(width) ?? width)));
}

/**
 * The fewest runs that, written one after the other, leave each position with its value: later runs lie
 * over earlier ones. Null is a position whose value does not matter.
 */
export function paintRuns(wanted: readonly (number | null)[]): Run[] {
  const matter = wanted.flatMap((value, index) =>
    value === null ? [] : [{ value, at: index + 1 }],
  );
  const size = matter.length;
  // best[from][to]: the fewest runs for that stretch, and the last place its first run also reaches.
  const best: { cost: number; join: number }[][] = Array.from({ length: size + 1 }, () =>
    Array.from({ length: size + 1 }, () => ({ cost: 0, join: -1 })),
  );
  const cost = (from: number, to: number) => (from > to ? 0 : (best[from]?.[to]?.cost ?? 0));
  for (let from = size - 1; from >= 0; from -= 1) {
    for (let to = from; to < size; to += 1) {
      let found = { cost: 1 + cost(from + 1, to), join: -1 };
      for (let join = from + 1; join <= to; join += 1) {
        if (matter[join]?.value !== matter[from]?.value) continue;
        const joined = cost(from + 1, join - 1) + cost(join, to);
        if (joined < found.cost) found = { cost: joined, join };
      }
      const line = best[from];
      if (line) line[to] = found;
    }
  }
  const runs: Run[] = [];
  const paint = (from: number, to: number) => {
    const first = matter[from];
    if (from > to || !first) return;
    const under: [number, number][] = [];
    let reach = from;
    for (
      let join = best[reach]?.[to]?.join ?? -1;
      join >= 0;
      join = best[reach]?.[to]?.join ?? -1
    ) {
      under.push([reach + 1, join - 1]);
      reach = join;
    }
    const last = matter[reach] ?? first;
    runs.push({ first: first.at, count: last.at - first.at + 1, value: first.value });
    for (const [inner, end] of under) paint(inner, end);
    paint(reach + 1, to);
  };
  paint(0, size - 1);
  return runs;
}
