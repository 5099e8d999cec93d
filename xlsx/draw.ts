/** Draws a blueprint as an .xlsx file; `finish.ts` adds what the writer library cannot write. */

import {
  type Cell,
  type ConditionalRule,
  type CellValue as WriterValue,
  type WriteSheet,
  writeXlsx,
} from "hucre/xlsx";
import { serialFromIso } from "../core/dates.ts";
import { areaAddress, shiftFormula } from "../core/workbook/a1.ts";
import type {
  Area,
  Blueprint,
  BlueprintCell,
  CellValue,
  PagePlan,
  SheetPlan,
} from "../core/workbook/types.ts";
import { finish } from "./finish.ts";
import { Looks, ruleLook } from "./look.ts";
import { headerText } from "./page.ts";
import { reference } from "./reference.ts";
import { encodeCellText } from "./xml.ts";

/** Width of a digit in Calibri 11, the unit of column widths. */
const DIGIT_PIXELS = 7;
const MILLIMETRES_PER_INCH = 25.4;
/** Between the paper's edge and the running text, inside the margin. */
const HEADER_MARGIN_MILLIMETRES = 4;

/** The bytes of the workbook: equal blueprints give equal bytes. */
export async function drawBlueprint(blueprint: Blueprint): Promise<Uint8Array> {
  const looks = new Looks(blueprint);
  const drawn = await writeXlsx({
    sheets: blueprint.sheets.map((sheet) => drawSheet(sheet, looks)),
    defaultFont: blueprint.font,
    activeSheet: Math.max(
      0,
      blueprint.sheets.findIndex((sheet) => sheet.visibility === "visible"),
    ),
    properties: { title: blueprint.title },
    namedRanges: [
      ...blueprint.names.map(({ name, sheet, area }) => ({
        name,
        range: reference(sheet, areaAddress(area, true)),
      })),
      ...blueprint.sheets.flatMap(printNames),
    ],
  });
  return finish(drawn, blueprint);
}

function drawSheet(plan: SheetPlan, looks: Looks): WriteSheet {
  const rowDefs = new Map<number, { height: number }>();
  for (const [row, height] of plan.rowHeights) rowDefs.set(row - 1, { height });
  return {
    name: plan.name,
    veryHidden: plan.visibility === "veryHidden",
    columns: plan.columns.map(({ width, hidden }) => ({ width: columnWidth(width), hidden })),
    rowDefs,
    cells: drawCells(plan, looks),
    conditionalRules: drawColors(plan),
    ...(plan.freeze ? { freezePane: plan.freeze } : {}),
    ...(plan.filter ? { autoFilter: { range: areaAddress(plan.filter) } } : {}),
    view: {
      showGridLines: false,
      ...(plan.tabColor === null
        ? {}
        : { tabColor: { rgb: plan.tabColor.slice(1).toUpperCase() } }),
    },
    protection: {
      sheet: true,
      objects: true,
      scenarios: true,
      formatColumns: true,
      formatRows: true,
      sort: true,
      autoFilter: true,
    },
    pageSetup: drawPage(plan.page),
    headerFooter: {
      oddHeader: headerText(plan.page.header),
      oddFooter: headerText(plan.page.footer),
    },
    colBreaks: plan.page.columnBreaks.map((column) => column - 1),
  };
}

/** The file's unit counts the cell's padding in; Excel turns it back into exactly these pixels. */
const columnWidth = (pixels: number): number => Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;

function drawCells(plan: SheetPlan, looks: Looks): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const open = openCells(plan.unlocked);
  for (const cell of plan.cells) {
    const key = `${cell.row - 1},${cell.column - 1}`;
    cells.set(key, drawCell(cell, looks, open.delete(key)));
  }
  // What is left of the open cells holds nothing yet and still has to be open.
  for (const key of open) cells.set(key, { value: null, style: looks.of(null, true) });
  return cells;
}

function openCells(areas: readonly Area[]): Set<string> {
  const keys = new Set<string>();
  for (const { row, column, rows, columns } of areas) {
    for (let down = 0; down < rows; down += 1) {
      for (let right = 0; right < columns; right += 1)
        keys.add(`${row - 1 + down},${column - 1 + right}`);
    }
  }
  return keys;
}

function drawCell(cell: BlueprintCell, looks: Looks, isOpen: boolean): Partial<Cell> {
  const value = writerValue(cell.value);
  const drawn: Partial<Cell> = { style: looks.of(cell.style, isOpen) };
  // Empty text that no formula gives is an empty cell, as after clearing it.
  if (cell.formula === undefined) drawn.value = value === "" ? null : value;
  else Object.assign(drawn, { formula: cell.formula, formulaResult: value });
  if (cell.link?.startsWith("#")) {
    const place = cell.link.slice(1);
    const mark = place.lastIndexOf("!");
    const sheet = place.slice(0, mark);
    const isBare = mark > 0 && !sheet.startsWith("'");
    const location = isBare ? reference(sheet, place.slice(mark + 1)) : place;
    drawn.hyperlink = { target: "", location };
  } else if (cell.link !== undefined) drawn.hyperlink = { target: cell.link };
  return drawn;
}

function writerValue(value: CellValue): WriterValue {
  if (typeof value === "string") return encodeCellText(value);
  if (value === null || typeof value !== "object") return value;
  return "error" in value ? value.error : serialFromIso(value.date);
}

/** One rule an area: programs disagree on which cell a formula over several areas starts from. */
function drawColors(plan: SheetPlan): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  for (const { areas, formula, style, stop } of plan.colors) {
    const [first] = areas;
    if (!first) continue;
    const look = ruleLook(style);
    for (const area of areas) {
      rules.push({
        type: "expression",
        priority: rules.length + 1,
        range: areaAddress(area),
        formula: shiftFormula(formula, area.row - first.row, area.column - first.column),
        style: look,
        ...(stop ? { stopIfTrue: true } : {}),
      });
    }
  }
  return rules;
}

function drawPage(page: PagePlan): NonNullable<WriteSheet["pageSetup"]> {
  const margin = page.margin / MILLIMETRES_PER_INCH;
  const running = Math.min(HEADER_MARGIN_MILLIMETRES, page.margin) / MILLIMETRES_PER_INCH;
  const { scale } = page;
  return {
    paperSize: "a4",
    orientation: page.orientation,
    ...(typeof scale === "number"
      ? { scale }
      : { fitToPage: true, fitToWidth: scale.fitWidth, fitToHeight: 0 }),
    margins: {
      left: margin,
      right: margin,
      top: margin,
      bottom: margin,
      header: running,
      footer: running,
    },
  };
}

function printNames({ name: sheet, page }: SheetPlan) {
  const names = page.area
    ? [
        {
          name: "_xlnm.Print_Area",
          range: reference(sheet, areaAddress(page.area, true)),
          scope: sheet,
        },
      ]
    : [];
  const titles: string[] = [];
  if (page.titleColumns) {
    const [first, last] = page.titleColumns.map((column) =>
      areaAddress({ row: 1, column, rows: 1, columns: 1 }, true),
    );
    const letters = (address = "") => address.replace(/\$1$/, "");
    titles.push(reference(sheet, `${letters(first)}:${letters(last)}`));
  }
  if (page.titleRows) titles.push(reference(sheet, `$${page.titleRows[0]}:$${page.titleRows[1]}`));
  if (titles.length > 0)
    names.push({ name: "_xlnm.Print_Titles", range: titles.join(","), scope: sheet });
  return names;
}
