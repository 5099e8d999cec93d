/** Everything as a workbook of plain lists, a sheet each: nothing is calculated in it, and it is no checklist. */

import type { FullChecklist } from "../checklist/types.ts";
import { EXPORT_TEXT } from "../words/export.ts";
import { workbookTitle } from "../words/sheets.ts";
import { area } from "../workbook/area.ts";
import { pageWords } from "../workbook/draw/page.ts";
import { COLORS, NUMBER_FORMATS, STYLES } from "../workbook/draw/styles.ts";
import type { Blueprint, CellStyle, CellValue, SheetPlan } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { ExportList, ExportLists } from "./tables.ts";

const cell: CellStyle = { size: 11, color: COLORS.text, vertical: "top", horizontal: "left" };
const LIST_STYLES = {
  head: STYLES.header,
  /** Whatever is typed over it stays what it is: an id is no day, and an entry no formula. */
  text: { ...cell, numberFormat: NUMBER_FORMATS.text },
  number: { ...cell, horizontal: "right" },
  date: { ...cell, numberFormat: NUMBER_FORMATS.date },
} as const satisfies Record<string, CellStyle>;

const styleOf = (value: CellValue): keyof typeof LIST_STYLES => {
  if (typeof value === "number") return "number";
  return typeof value === "object" && value !== null && "date" in value ? "date" : "text";
};

/** Pixels; by the longest text of a column, within reason. */
const [NARROWEST, WIDEST, PER_LETTER] = [64, 320, 7];

export function exportBook(
  checklist: FullChecklist,
  partner: string,
  { items, services, references, inputs }: ExportLists,
): Blueprint {
  const lists: readonly (readonly [string, ExportList | null])[] = [
    [EXPORT_TEXT.sheets.items, items],
    [EXPORT_TEXT.sheets.services, services],
    [EXPORT_TEXT.sheets.references, references],
    [EXPORT_TEXT.sheets.inputs, inputs],
  ];
  return {
    title: workbookTitle(checklist),
    font: { name: "Calibri", size: 11 },
    styles: LIST_STYLES,
    sheets: lists.flatMap(([name, list]) =>
      list === null ? [] : [sheetOf(checklist, partner, name, list)],
    ),
    names: [],
  };
}

function sheetOf(
  checklist: FullChecklist,
  partner: string,
  name: string,
  { columns, rows }: ExportList,
): SheetPlan {
  const [height, width] = [rows.length + 1, columns.length];
  const heads = columns.map(({ head }, at) => ({
    row: 1,
    column: at + 1,
    value: head,
    style: "head",
  }));
  const body = rows.flatMap((row, down) =>
    row.map((value, at) => ({ row: down + 2, column: at + 1, value, style: styleOf(value) })),
  );
  return {
    name,
    visibility: "visible",
    tabColor: null,
    columns: columns.map(({ head }, at) => {
      const longest = rows.reduce(
        (most, row) => Math.max(most, cellText(row[at] ?? null).length),
        head.length,
      );
      return {
        width: Math.min(WIDEST, Math.max(NARROWEST, longest * PER_LETTER + PER_LETTER)),
        hidden: false,
      };
    }),
    rowHeights: new Map(),
    cells: [...heads, ...body],
    unlocked: [],
    isUnprotected: true,
    inputs: [],
    colors: [],
    bars: [],
    freeze: { rows: 1, columns: 1 },
    filter: area(1, 1, height, width),
    page: {
      orientation: "landscape",
      scale: { fitWidth: 1 },
      area: area(1, 1, height, width),
      rowBreaks: [],
      titleRows: [1, 1],
      margin: 10,
      ...pageWords(name, partner, checklist.version),
    },
  };
}
