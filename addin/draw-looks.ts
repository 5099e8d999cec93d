/** Draws how cells look: fonts, fills, alignment, sizes, and the lines between them. */

import { cellKey } from "../core/workbook/area.ts";
import type { Area, Blueprint, SheetPlan } from "../core/workbook/port.ts";
import type { Canvas } from "./canvas.ts";
import { commonestFirst, costOf, layersOf } from "./layers.ts";
import { type LineLook, linesOf } from "./lines.ts";
import {
  ATTRIBUTES,
  type Attribute,
  bareLook,
  type Coats,
  coatsOf,
  type Part,
  restOf,
  type TextLook,
  textLooks,
} from "./looks.ts";

const POINTS_PER_PIXEL = 0.75;
const DEFAULT_ROW_HEIGHT = 15;
const FONT: readonly Attribute[] = ["size", "color", "bold", "underline"];

/** In the order of painting: later coats lie over earlier ones. */
export function drawLooks(
  canvas: Canvas,
  whole: Area,
  plan: SheetPlan,
  blueprint: Blueprint,
): void {
  const { styles, font } = blueprint;
  const bare = bareLook(font.size);
  const looks = textLooks(plan, styles, bare);
  const coats = coatsOf(looks, whole, bare);
  const { format } = canvas.range(whole);
  format.font.name = font.name;
  apply(format, coats.whole);
  drawColumns(canvas, whole, plan, coats.columns);
  drawRows(canvas, whole, plan, coats.rows);
  drawRest(canvas, whole, looks, coats.shows);
  drawFills(canvas, whole, plan, styles);
  for (const line of linesOf(plan, styles, whole)) drawLine(canvas, line);
}

function apply(format: Excel.RangeFormat, part: Part): void {
  for (const attribute of ATTRIBUTES) {
    const value = part[attribute];
    if (value === undefined) continue;
    const target: Partial<Record<Attribute, TextLook[Attribute]>> = FONT.includes(attribute)
      ? format.font
      : format;
    target[attribute] = value;
  }
}

/** A part as the bundle that columns and rows take. */
function bundle(part: Part): Record<string, unknown> {
  const entries = Object.entries(part);
  const fonts = entries.filter(([attribute]) => FONT.some((own) => own === attribute));
  const others = entries.filter(([attribute]) => !FONT.some((own) => own === attribute));
  return {
    ...(fonts.length > 0 ? { font: Object.fromEntries(fonts) } : {}),
    ...Object.fromEntries(others),
  };
}

function drawColumns(canvas: Canvas, whole: Area, plan: SheetPlan, parts: readonly Part[]): void {
  canvas.range(whole).setColumnProperties(
    parts.map((part, index) => {
      const column = plan.columns[index];
      const width = column ? { columnWidth: column.width * POINTS_PER_PIXEL } : {};
      return {
        format: { ...bundle(part), ...width },
        ...(column?.hidden ? { columnHidden: true } : {}),
      };
    }),
  );
}

function drawRows(canvas: Canvas, whole: Area, plan: SheetPlan, parts: readonly Part[]): void {
  const heights = parts.map((_, index) => plan.rowHeights.get(index + 1) ?? DEFAULT_ROW_HEIGHT);
  const usual = commonestFirst(heights)[0] ?? DEFAULT_ROW_HEIGHT;
  if (usual !== DEFAULT_ROW_HEIGHT) canvas.range(whole).format.rowHeight = usual;
  const rows = parts.map((part, index): Excel.SettableRowProperties => {
    const height = heights[index];
    const format = { ...bundle(part), ...(height === usual ? {} : { rowHeight: height }) };
    return Object.keys(format).length === 0 ? {} : { format };
  });
  const count = rows.reduce((last, row, index) => (row.format ? index + 1 : last), 0);
  if (count > 0) canvas.range({ ...whole, rows: count }).setRowProperties(rows.slice(0, count));
}

/** What columns and rows have not made right: cell by cell or attribute by attribute, whichever is shorter. */
function drawRest(
  canvas: Canvas,
  whole: Area,
  looks: ReadonlyMap<number, TextLook>,
  shows: Coats["shows"],
): void {
  const layers = ATTRIBUTES.flatMap((attribute) =>
    layersOf(new Map([...looks].map(([key, look]) => [key, look[attribute]])), {
      whole,
      shows: (key) => shows(key, attribute),
      spills: true,
      repaints: true,
    }).map((layer) => ({ ...layer, attribute })),
  );
  const rest = restOf(looks, shows);
  if (!rest) return;
  const bundles = rest.parts.map((row) =>
    row.map((part) => (Object.keys(part).length === 0 ? {} : { format: bundle(part) })),
  );
  if (JSON.stringify(bundles).length < layers.reduce((sum, layer) => sum + costOf(layer), 0)) {
    canvas.range(rest.area).setCellProperties(bundles);
    return;
  }
  for (const { attribute, value, areas } of layers) {
    for (const format of canvas.formats(areas)) apply(format, { [attribute]: value });
  }
}

const NO_FILL = "";

/** A fill shows on empty cells too, so it goes nowhere but where it is wanted. */
function drawFills(
  canvas: Canvas,
  whole: Area,
  plan: SheetPlan,
  styles: Blueprint["styles"],
): void {
  const fills = new Map(
    plan.cells.map(({ row, column, style }) => [
      cellKey(row, column),
      styles[style]?.fill ?? NO_FILL,
    ]),
  );
  const shows = () => NO_FILL;
  for (const { value, areas } of layersOf(fills, {
    whole,
    shows,
    spills: false,
    repaints: false,
  })) {
    for (const format of canvas.formats(areas)) format.fill.color = value;
  }
}

const WEIGHTS = { thin: "Thin", medium: "Medium", thick: "Thick" } as const;

function drawLine(canvas: Canvas, { edge, side, areas, isOver }: LineLook): void {
  for (const format of canvas.formats(areas)) {
    const border = format.borders.getItem(side);
    border.style = "Continuous";
    border.color = edge.color;
    // Excel's own line is thin.
    if (edge.weight !== "thin" || isOver) border.weight = WEIGHTS[edge.weight];
  }
}
