/** Puts one sheet of a blueprint into a request, in blocks: nothing here waits for Excel. */

import { areaAddress, columnLetters } from "../core/workbook/a1.ts";
import type { Area, Blueprint, SheetPlan } from "../core/workbook/types.ts";
import { cellKey, cellsIn, rectangles } from "./areas.ts";
import { Canvas } from "./canvas.ts";
import { joinedRules } from "./colors.ts";
import { sheetContent } from "./content.ts";
import { drawLooks } from "./draw-looks.ts";
import { drawBars, drawColor, drawInput } from "./draw-rules.ts";
import { drawPage } from "./page.ts";
import { paint } from "./paint.ts";
import { PROTECTION } from "./protection.ts";

const POINTS_PER_PIXEL = 0.75;
/** The sheet has to be there and empty. */
export function drawSheet(sheet: Excel.Worksheet, plan: SheetPlan, blueprint: Blueprint): void {
  const { styles, font } = blueprint;
  const canvas = new Canvas(sheet);
  const whole = canvas.range(usedArea(plan));
  whole.format.font.name = font.name;
  const textCells = drawFormats(canvas, plan, styles);
  drawContent(canvas, plan, textCells);
  drawLooks(canvas, whole, plan, styles, font.size);
  drawSizes(canvas, plan);
  for (const input of plan.inputs) drawInput(canvas, input);
  // Excel puts each new rule before the others; the last one added is the first to be asked.
  for (const rule of joinedRules(plan.colors).reverse()) drawColor(canvas, rule);
  drawBars(canvas, plan);
  for (const format of canvas.formats(plan.unlocked)) format.protection.locked = false;
  drawFrame(sheet, plan);
  sheet.protection.protect(PROTECTION);
}

function usedArea(plan: SheetPlan): Area {
  const rows = Math.max(1, ...plan.cells.map((cell) => cell.row));
  const columns = Math.max(1, ...plan.cells.map((cell) => cell.column));
  return { row: 1, column: 1, rows, columns };
}

/**
 * Formats come before content, so that ids stay text; gives the cells that are text. Where a cell without a
 * format shows text or nothing, its neighbours' format may run over it: nothing of it is seen. Only a formula
 * must not stand in a text cell, because Excel would keep it as text.
 */
function drawFormats(
  canvas: Canvas,
  plan: SheetPlan,
  styles: Blueprint["styles"],
): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const formulas = new Set<number>();
  for (const cell of plan.cells) {
    const key = cellKey(cell.row, cell.column);
    const isFormula = cell.formula !== undefined;
    if (isFormula) formulas.add(key);
    const wanted = styles[cell.style]?.numberFormat;
    const format = isFormula && wanted === "@" ? undefined : wanted;
    if (format !== undefined || typeof cell.value === "number")
      formats.set(key, format ?? "General");
  }
  const strokes = paint(formats);
  const textCells = new Set<number>();
  for (const { area, value } of strokes) {
    for (const key of cellsIn(area)) {
      if (value === "@") textCells.add(key);
      else textCells.delete(key);
    }
  }
  const kept = [...formulas].filter((key) => textCells.delete(key));
  for (const area of rectangles(kept)) strokes.push({ area, value: "General" });
  for (const { area, value } of strokes) {
    // One value for all cells of a range, which the library's types leave out.
    const range: { numberFormat: unknown } = canvas.range(area);
    range.numberFormat = value;
  }
  return textCells;
}

function drawContent(canvas: Canvas, plan: SheetPlan, textCells: ReadonlySet<number>): void {
  const content = sheetContent(plan, textCells);
  for (const { area, value } of content.formulas) {
    const range: { formulasR1C1: unknown } = canvas.range(area);
    range.formulasR1C1 = value;
  }
  if (content.grid) {
    const range: { formulas: unknown } = canvas.range(content.grid.area);
    range.formulas = content.grid.values;
  }
  for (const { row, column, link } of plan.cells) {
    if (link === undefined) continue;
    canvas.range({ row, column, rows: 1, columns: 1 }).hyperlink = link.startsWith("#")
      ? { documentReference: link.slice(1) }
      : { address: link };
  }
}

function drawSizes({ sheet }: Canvas, plan: SheetPlan): void {
  const widths = new Map<number, string[]>();
  const hidden: string[] = [];
  plan.columns.forEach((column, index) => {
    const letters = columnLetters(index + 1);
    const address = `${letters}:${letters}`;
    widths.set(column.width, [...(widths.get(column.width) ?? []), address]);
    if (column.hidden) hidden.push(address);
  });
  for (const [width, columns] of widths) {
    sheet.getRanges(columns.join(",")).format.columnWidth = width * POINTS_PER_PIXEL;
  }
  const heights = new Map<number, string[]>();
  for (const [row, height] of plan.rowHeights) {
    heights.set(height, [...(heights.get(height) ?? []), `${row}:${row}`]);
  }
  for (const [height, rows] of heights) {
    for (const address of joined(rows)) sheet.getRanges(address).format.rowHeight = height;
  }
  for (const address of spans(hidden)) sheet.getRange(address).columnHidden = true;
}

/** Whole rows, in lists that Excel takes. */
function joined(parts: readonly string[]): string[] {
  const lists: string[] = [];
  for (let from = 0; from < parts.length; from += 400)
    lists.push(parts.slice(from, from + 400).join(","));
  return lists;
}

/** Neighbouring columns in the order of the sheet, as spans such as `W:Y`. */
function spans(columns: readonly string[]): string[] {
  const numbers = columns.map((column) => column.split(":")[0] ?? "");
  const found: { first: string; last: string; next: string }[] = [];
  for (const letters of numbers) {
    const open = found[found.length - 1];
    const after = nextLetters(letters);
    if (open && open.next === letters) Object.assign(open, { last: letters, next: after });
    else found.push({ first: letters, last: letters, next: after });
  }
  return found.map(({ first, last }) => `${first}:${last}`);
}

function nextLetters(letters: string): string {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return columnLetters(number + 1);
}

function drawFrame(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.showGridlines = false;
  if (plan.tabColor !== null) sheet.tabColor = plan.tabColor;
  if (plan.filter) sheet.autoFilter.apply(sheet.getRange(areaAddress(plan.filter)));
  if (plan.freeze) {
    const { rows, columns } = plan.freeze;
    if (columns === 0) sheet.freezePanes.freezeRows(rows);
    else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
    else {
      const area: Area = { row: 1, column: 1, rows, columns };
      sheet.freezePanes.freezeAt(sheet.getRange(areaAddress(area)));
    }
  }
  // What has no print area is not printed.
  if (plan.page.area) drawPage(sheet.pageLayout, plan.page);
  for (const column of plan.page.columnBreaks) {
    sheet.verticalPageBreaks.add(`${columnLetters(column + 1)}1`);
  }
  if (plan.visibility === "veryHidden") sheet.visibility = "VeryHidden";
}
