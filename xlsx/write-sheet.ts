/** A sheet of a new workbook, with everything in the order that the format prescribes. */

import { areaAddress, cellAddress } from "../core/workbook/a1.ts";
import type { PagePlan, SheetPlan } from "../core/workbook/port.ts";
import { escapeText, tagText } from "./markup.ts";
import { MAIN, RELATIONS } from "./namespaces.ts";
import { headerText } from "./page.ts";
import { reference } from "./reference.ts";
import { drawCells, type TextIndex } from "./write-cells.ts";
import { addresses, drawInputs, drawRules } from "./write-rules.ts";
import { argb, type Looks } from "./write-styles.ts";

/** Width of a digit in Calibri 11, the unit of column widths. */
const DIGIT_PIXELS = 7;
const DEFAULT_ROW_POINTS = 15;
const A4 = 9;
const MILLIMETRES_PER_INCH = 25.4;
/** Between the paper's edge and the running text, inside the margin. */
const HEADER_MARGIN_MILLIMETRES = 4;
const LAST_COLUMN_INDEX = 16_383;
/** What looks like a number, a date or a share to Excel when it is text. */
const LOOKS_NUMERIC = /^\s*[-+]?\d[\d.,/: %-]*$/;
/**
 * Under protection filters may be used, rows and columns sized, cells formatted, entries linked and commented (comments
 * are objects): none of it touches a score.
 */
export const PROTECTION =
  '<sheetProtection sheet="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertHyperlinks="0" sort="0" autoFilter="0"/>';

export interface DrawnSheet {
  readonly xml: string;
  /** Addresses outside the workbook that cells link to, as relations `rId1` and on. */
  readonly targets: readonly string[];
}

export interface SheetPlace {
  /** From 0. */
  readonly index: number;
  /** The sheet that is shown when the file is opened. */
  readonly isShown: boolean;
}

/** Draws a sheet; its looks and texts are added to those of the workbook. */
export function drawSheet(
  plan: SheetPlan,
  { index, isShown }: SheetPlace,
  styles: Looks,
  texts: TextIndex,
): DrawnSheet {
  const { dimension, sheetData } = drawCells(plan, styles, texts);
  const { formats, extension } = drawRules(plan, index, styles);
  const { hyperlinks, targets } = drawLinks(plan);
  const xml = [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    properties(plan),
    `<dimension ref="${dimension}"/>`,
    view(plan, isShown),
    `<sheetFormatPr defaultRowHeight="${DEFAULT_ROW_POINTS}"/>`,
    columns(plan),
    sheetData,
    plan.isUnprotected ? "" : PROTECTION,
    plan.filter ? `<autoFilter ref="${areaAddress(plan.filter)}"/>` : "",
    formats,
    drawInputs(plan.inputs),
    hyperlinks,
    page(plan.page),
    ignoredErrors(plan),
    extension,
    "</worksheet>",
  ];
  return { xml: xml.join(""), targets };
}

function properties({ tabColor, page: { scale } }: SheetPlan): string {
  const color = tabColor === null ? "" : `<tabColor rgb="${argb(tabColor)}"/>`;
  const fit = typeof scale === "number" ? "" : '<pageSetUpPr fitToPage="1"/>';
  return color + fit === "" ? "" : `<sheetPr>${color}${fit}</sheetPr>`;
}

/** Selects the top left cell of the part that scrolls. */
function view({ freeze }: SheetPlan, isShown: boolean): string {
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  const cell = cellAddress(rows + 1, columns + 1);
  const pane =
    rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : columns > 0 ? "topRight" : undefined;
  const frozen = {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cell,
    state: "frozen",
    activePane: pane,
  };
  const attributes = { showGridLines: 0, tabSelected: isShown ? 1 : undefined, workbookViewId: 0 };
  return (
    `<sheetViews>${tagText("sheetView", attributes)}` +
    (pane === undefined ? "" : tagText("pane", frozen, true)) +
    `${tagText("selection", { pane, activeCell: cell, sqref: cell }, true)}</sheetView></sheetViews>`
  );
}

function columns({ columns }: SheetPlan): string {
  if (columns.length === 0) return "";
  const tags = columns.map(({ width, hidden }, index) =>
    tagText(
      "col",
      {
        min: index + 1,
        max: index + 1,
        width: columnWidth(width),
        hidden: hidden ? 1 : undefined,
        customWidth: 1,
      },
      true,
    ),
  );
  return `<cols>${tags.join("")}</cols>`;
}

/** The file's unit counts the cell's padding in; Excel turns it back into exactly these pixels. */
const columnWidth = (pixels: number): number => Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;

function drawLinks({ cells }: SheetPlan): { hyperlinks: string; targets: readonly string[] } {
  const targets: string[] = [];
  const tags: string[] = [];
  for (const { row, column, link } of cells) {
    if (link === undefined) continue;
    const isInside = link.startsWith("#");
    const attributes = {
      ref: cellAddress(row, column),
      "r:id": isInside ? undefined : `rId${targets.push(link)}`,
      location: isInside ? location(link.slice(1)) : undefined,
    };
    tags.push(tagText("hyperlink", attributes, true));
  }
  return {
    hyperlinks: tags.length === 0 ? "" : `<hyperlinks>${tags.join("")}</hyperlinks>`,
    targets,
  };
}

/** A place in the workbook, its sheet in quotes where need be. */
function location(place: string): string {
  const mark = place.lastIndexOf("!");
  const sheet = place.slice(0, mark);
  const isBare = mark > 0 && !sheet.startsWith("'");
  return isBare ? reference(sheet, place.slice(mark + 1)) : place;
}

function page(plan: PagePlan): string {
  const { orientation, scale, rowBreaks, header, footer } = plan;
  const margin = plan.margin / MILLIMETRES_PER_INCH;
  const running = Math.min(HEADER_MARGIN_MILLIMETRES, plan.margin) / MILLIMETRES_PER_INCH;
  const margins = {
    left: margin,
    right: margin,
    top: margin,
    bottom: margin,
    header: running,
    footer: running,
  };
  const size =
    typeof scale === "number" ? { scale } : { fitToWidth: scale.fitWidth, fitToHeight: 0 };
  const count = rowBreaks.length;
  const breaks = rowBreaks.map((row) => `<brk id="${row}" max="${LAST_COLUMN_INDEX}" man="1"/>`);
  return (
    tagText("pageMargins", margins, true) +
    tagText("pageSetup", { paperSize: A4, ...size, orientation }, true) +
    `<headerFooter><oddHeader>${escapeText(headerText(header))}</oddHeader>` +
    `<oddFooter>${escapeText(headerText(footer))}</oddFooter></headerFooter>` +
    (count === 0
      ? ""
      : `<rowBreaks count="${count}" manualBreakCount="${count}">${breaks.join("")}</rowBreaks>`)
  );
}

/** Columns whose texts look like numbers, such as ids, get no green triangles. */
function ignoredErrors({ cells }: SheetPlan): string {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { row, column, value, formula } of cells) {
    if (formula !== undefined || typeof value !== "string" || !LOOKS_NUMERIC.test(value)) continue;
    const { first, last } = spans.get(column) ?? { first: row, last: row };
    spans.set(column, { first: Math.min(first, row), last: Math.max(last, row) });
  }
  if (spans.size === 0) return "";
  const areas = [...spans].map(([column, { first, last }]) => ({
    row: first,
    column,
    rows: last - first + 1,
    columns: 1,
  }));
  return `<ignoredErrors><ignoredError sqref="${addresses(areas)}" numberStoredAsText="1"/></ignoredErrors>`;
}
