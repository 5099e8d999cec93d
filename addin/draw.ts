/** Puts one sheet of a blueprint into a request, in blocks: nothing here waits for Excel. */

import { areaAddress } from "../core/workbook/a1.ts";
import {
  around,
  boundsOf,
  cellKey,
  grid,
  hasRow,
  keysIn,
  rectangles,
  rowOf,
} from "../core/workbook/area.ts";
import type { Area, Blueprint, SheetPlan } from "../core/workbook/port.ts";
import { Canvas } from "./canvas.ts";
import { joinedRules } from "./colors.ts";
import { sheetContent, TEXT_FORMAT } from "./content.ts";
import { drawLooks } from "./draw-looks.ts";
import { drawBars, drawColor, drawInput, joinedInputs } from "./draw-rules.ts";
import { layersOf } from "./layers.ts";
import { isForText } from "./looks.ts";
import type { Manner } from "./manner.ts";
import { PROTECTION } from "./protection.ts";

const GENERAL = "General";
/** Cells of this format keep what is typed as it is. */

/** The sheet has to be there and empty. */
export function drawSheet(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  blueprint: Blueprint,
  manner: Manner,
): void {
  const { styles } = blueprint;
  const canvas = new Canvas(sheet, manner);
  const whole = usedArea(plan);
  const textCells = drawFormats(canvas, whole, plan, styles);
  drawContent(canvas, plan, textCells);
  // Nobody can show a sheet that is very hidden.
  if (plan.visibility !== "veryHidden") drawLooks(canvas, whole, plan, blueprint);
  for (const input of joinedInputs(plan.inputs)) drawInput(canvas, input);
  // Excel puts each new rule before the others; the last one added is the first to be asked.
  for (const rule of joinedRules(plan.colors).reverse()) drawColor(canvas, rule);
  drawBars(canvas, plan);
  drawLocks(canvas, whole, plan);
  drawFrame(sheet, plan);
  sheet.protection.protect(PROTECTION);
}

function usedArea(plan: SheetPlan): Area {
  const rows = Math.max(1, ...plan.cells.map((cell) => cell.row));
  const columns = Math.max(1, ...plan.cells.map((cell) => cell.column));
  return { row: 1, column: 1, rows, columns };
}

/**
 * Formats come before content, so that ids stay text; gives the cells that are text. Where a cell shows text
 * without a format, its neighbours' format may run over it: nothing of it is seen. Only a formula must not stand
 * in a text cell, because Excel would keep it as text.
 */
function drawFormats(
  canvas: Canvas,
  whole: Area,
  plan: SheetPlan,
  styles: Blueprint["styles"],
): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const formulas = new Set<number>();
  for (const cell of plan.cells) {
    const key = cellKey(cell.row, cell.column);
    const style = styles[cell.style] ?? {};
    const isFormula = cell.formula !== undefined;
    if (isFormula) formulas.add(key);
    const format = isFormula && style.numberFormat === TEXT_FORMAT ? undefined : style.numberFormat;
    const isEntry = cell.value === null && isForText(cell, style);
    if (format !== undefined) formats.set(key, format);
    else if (isEntry || typeof cell.value === "number") formats.set(key, GENERAL);
  }
  const layers = layersOf(formats, { whole, shows: () => GENERAL, spills: true, repaints: true });
  const strokes = layers.map(({ value, areas }) => ({
    value,
    areas: areas.map((area) => trimmed(area, (key) => formats.get(key) === value)),
  }));
  const textCells = new Set<number>();
  for (const { value, areas } of strokes) {
    for (const area of areas) {
      for (const key of keysIn(area)) {
        if (value === TEXT_FORMAT) textCells.add(key);
        else textCells.delete(key);
      }
    }
  }
  const kept = [...formulas].filter((key) => textCells.delete(key));
  for (const { value, areas } of strokes) {
    for (const group of byColumns(areas)) writeFormat(canvas, value, group);
  }
  for (const area of rectangles(kept)) writeFormat(canvas, GENERAL, [area]);
  return textCells;
}

const trimmed = (area: Area, needs: (key: number) => boolean): Area =>
  boundsOf([...keysIn(area)].filter(needs)) ?? area;

/** So many ranges cost more than one over all of them that leaves out what is between. */
const MANY_RANGES = 4;

/** Areas above one another together where they are many, and each other one by itself. */
function byColumns(areas: readonly Area[]): (readonly Area[])[] {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const key = `${area.column} ${area.columns}`;
    groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length >= MANY_RANGES ? [group] : group.map((area) => [area]),
  );
}

/** Writes a format into areas above one another, with null for what is between. */
function writeFormat(canvas: Canvas, value: string, areas: readonly Area[]): void {
  const [first] = areas;
  const last = areas[areas.length - 1];
  if (!first || !last) return;
  const area = around(first, last);
  // One value for all cells of a range, which the library's types leave out.
  const range: { numberFormat: unknown } = canvas.range(area);
  const isMeant = (row: number) => areas.some((own) => hasRow(own, row));
  range.numberFormat =
    areas.length === 1 ? value : grid(area, (key) => (isMeant(rowOf(key)) ? value : null));
}

function drawLocks(canvas: Canvas, whole: Area, plan: SheetPlan): void {
  const locked = new Map(plan.cells.map(({ row, column }) => [cellKey(row, column), true]));
  for (const area of plan.unlocked) for (const key of keysIn(area)) locked.set(key, false);
  for (const { value, areas } of layersOf(locked, {
    whole,
    shows: () => true,
    spills: false,
    repaints: true,
  })) {
    for (const format of canvas.formats(areas)) format.protection.locked = value;
  }
}

function drawContent(canvas: Canvas, plan: SheetPlan, textCells: ReadonlySet<number>): void {
  const content = sheetContent(plan, textCells, canvas.manner.is1904);
  for (const { area, value } of content.formulas) {
    const range: { formulasR1C1: unknown } = canvas.range(area);
    range.formulasR1C1 = value;
  }
  for (const areas of canvas.areas(content.emptied)) areas.clear("Contents");
  for (const { area, values } of content.grids) {
    const range: { formulas: unknown } = canvas.range(area);
    range.formulas = values;
  }
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
  if (plan.visibility === "veryHidden") sheet.visibility = "VeryHidden";
}
