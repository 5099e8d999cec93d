/** Turns a blueprint into the data that Univer opens: cells, looks, sizes and names. */

import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { serialFromIso } from "../../core/audit/dates.ts";
import { areaAddress } from "../../core/workbook/a1.ts";
import { sheetExtent } from "../../core/workbook/draw/extent.ts";
import type { Blueprint, CellStyle, CellValue, Edge, SheetPlan } from "../../core/workbook/port.ts";
import { colorResource, filterResource, inputResource } from "./rules.ts";
import { sheetId } from "./sheet-ids.ts";

const PIXELS_PER_POINT = 4 / 3;
const DEFAULT_ROW_PIXELS = 20;
const BOLD_LETTER_PIXELS = 7.6;
/** The button of a filter, and the space at both sides of a text. */
const FILTER_PIXELS = 22;
/** Names of parts in the format of Univer's snapshots. */
const NAMES = "SHEET_DEFINED_NAME_PLUGIN";
const INPUTS = "SHEET_DATA_VALIDATION_PLUGIN";
const COLORS = "SHEET_CONDITIONAL_FORMATTING_PLUGIN";
const FILTERS = "SHEET_FILTER_PLUGIN";

export function drawing(blueprint: Blueprint): IWorkbookData {
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const sheetOrder: string[] = [];
  for (const plan of blueprint.sheets) {
    const id = sheetId(blueprint, plan.name);
    sheetOrder.push(id);
    sheets[id] = drawSheet(id, plan);
  }
  const styles = Object.fromEntries(
    Object.entries(blueprint.styles).map(([name, style]) => [
      name,
      drawStyle(style, blueprint.font),
    ]),
  );
  return {
    id: "checklist",
    name: blueprint.title,
    appVersion: "",
    locale: LocaleType.EN_US,
    styles,
    defaultStyle: {
      ff: fontFamily(blueprint.font.name),
      fs: blueprint.font.size,
      vt: VerticalAlign.BOTTOM,
    },
    sheetOrder,
    sheets,
    resources: [
      { name: NAMES, data: JSON.stringify(drawNames(blueprint)) },
      { name: INPUTS, data: JSON.stringify(inputResource(blueprint)) },
      { name: COLORS, data: JSON.stringify(colorResource(blueprint)) },
      { name: FILTERS, data: JSON.stringify(filterResource(blueprint)) },
    ],
  };
}

/** Carlito has the widths of Calibri, for machines without it. */
const fontFamily = (name: string): string => (name === "Calibri" ? "Calibri, Carlito" : name);

function drawSheet(id: string, plan: SheetPlan): Partial<IWorksheetData> {
  // No more than it uses, so that nothing is typed beside it.
  const { rows, columns } = sheetExtent(plan);
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const cell of plan.cells) {
    const row = cellData[cell.row - 1] ?? {};
    cellData[cell.row - 1] = row;
    row[cell.column - 1] = {
      ...cellContent(cell.value),
      ...(cell.formula === undefined ? {} : { f: `=${cell.formula}` }),
      s: cell.style,
    };
  }
  const rowData: Record<number, { h: number; ia: BooleanNumber }> = {};
  for (const [row, height] of plan.rowHeights) {
    rowData[row - 1] = { h: Math.round(height * PIXELS_PER_POINT), ia: BooleanNumber.FALSE };
  }
  return {
    id,
    name: plan.name,
    hidden: plan.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(plan.tabColor === null ? {} : { tabColor: plan.tabColor }),
    rowCount: rows,
    columnCount: columns,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    showGridlines: BooleanNumber.FALSE,
    cellData,
    rowData,
    columnData: Object.fromEntries(
      plan.columns.map(({ width, hidden }, index) => [
        index,
        {
          w: Math.max(width, wordWidth(plan, index + 1)),
          hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        },
      ]),
    ),
    ...(plan.freeze
      ? {
          freeze: {
            xSplit: plan.freeze.columns,
            ySplit: plan.freeze.rows,
            startColumn: plan.freeze.columns === 0 ? -1 : plan.freeze.columns,
            startRow: plan.freeze.rows === 0 ? -1 : plan.freeze.rows,
          },
        }
      : {}),
  };
}

/** What a heading with a filter's button beside it needs so that no word of it is broken. */
function wordWidth({ filter, cells }: SheetPlan, column: number): number {
  const heading = cells.find((cell) => cell.row === filter?.row && cell.column === column)?.value;
  if (typeof heading !== "string") return 0;
  const longest = Math.max(...heading.split(/[\s-]/).map((word) => word.length));
  return Math.ceil(longest * BOLD_LETTER_PIXELS) + FILTER_PIXELS;
}

/** The value of a cell with its type; texts stay texts, even where they look like numbers. */
export function cellContent(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "string") return { v: value, t: CellValueType.STRING };
  if ("error" in value) return { v: value.error, t: CellValueType.STRING };
  const serial = serialFromIso(value.date);
  return serial === null
    ? { v: value.date, t: CellValueType.STRING }
    : { v: serial, t: CellValueType.NUMBER };
}

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;
const WEIGHTS = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
} as const;
const INDENT_PIXELS = 9;

/** Every style names its font: Univer does not fall back on the workbook's where a cell has a style. */
function drawStyle(style: CellStyle, font: Blueprint["font"]): IStyleData {
  const drawn: IStyleData = { ff: fontFamily(font.name), fs: style.size ?? font.size };
  if (style.bold) drawn.bl = BooleanNumber.TRUE;
  if (style.underline) drawn.ul = { s: BooleanNumber.TRUE };
  if (style.color !== undefined) drawn.cl = { rgb: style.color };
  if (style.fill !== undefined) drawn.bg = { rgb: style.fill };
  if (style.horizontal) drawn.ht = HORIZONTAL[style.horizontal];
  if (style.vertical) drawn.vt = VERTICAL[style.vertical];
  if (style.wrap) drawn.tb = WrapStrategy.WRAP;
  if (style.indent) drawn.pd = { l: 2 + style.indent * INDENT_PIXELS };
  if (style.numberFormat !== undefined) drawn.n = { pattern: style.numberFormat };
  const { top, right, bottom, left } = style.borders ?? {};
  const bd: NonNullable<IStyleData["bd"]> = {};
  if (top) bd.t = drawEdge(top);
  if (right) bd.r = drawEdge(right);
  if (bottom) bd.b = drawEdge(bottom);
  if (left) bd.l = drawEdge(left);
  if (Object.keys(bd).length > 0) drawn.bd = bd;
  return drawn;
}

const drawEdge = ({ weight, color }: Edge) => ({ s: WEIGHTS[weight], cl: { rgb: color } });

function drawNames(blueprint: Blueprint): Record<string, object> {
  return Object.fromEntries(
    blueprint.names.map(({ name, sheet, area }) => [
      name,
      {
        id: name,
        name,
        formulaOrRefString: `'${sheet.replace(/'/g, "''")}'!${areaAddress(area, true)}`,
        localSheetId: "AllDefaultWorkbook",
      },
    ]),
  );
}
