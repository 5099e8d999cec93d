/** A small checklist in the shape of the real one, so that the host is tested without the core's blueprint. */

import { columnLetters } from "../../core/workbook/a1.ts";
import type {
  Area,
  Blueprint,
  BlueprintCell,
  CellValue,
  NamePlan,
  SheetPlan,
} from "../../core/workbook/port.ts";

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({
  row,
  column,
  rows,
  columns,
});

export const HEADER_ROW = 3;
/** Rows 4 and on: a heading, then items 1.1, 1.2, … */
export const itemRow = (index: number): number => HEADER_ROW + 2 + index;

const COLUMNS = [
  "Item_Id",
  "Item_Requirement",
  "Item_Add",
  "Self_Answer",
  "Self_Points",
  "Evidence",
  "Closed_On",
  "Item_Section",
];
const hairline = { weight: "thin", color: "#d5dbe2" } as const;

const page = (columns: number): SheetPlan["page"] => ({
  orientation: "landscape",
  scale: 74,
  area: area(1, 1, 30, columns),
  rowBreaks: [8],
  titleRows: [1, 3],
  margin: 10,
  header: { left: ["Kestrel & Co"], right: ["Version 3.1"] },
  footer: { left: ["Checklist"], right: ["Page ", { field: "page" }, " of ", { field: "pages" }] },
});

export function sampleBlueprint(items = 6): Blueprint {
  const last = itemRow(items);
  const cells: BlueprintCell[] = [];
  const put = (row: number, column: number, value: CellValue, style: string, formula?: string) =>
    cells.push({ row, column, value, style, ...(formula === undefined ? {} : { formula }) });
  put(1, 1, "Checklist", "title");
  put(1, 5, 0, "points", `SUM(E${itemRow(0)}:E${last - 1})`);
  COLUMNS.forEach((name, index) => {
    put(HEADER_ROW, index + 1, name, "header");
  });
  put(4, 1, "1", "id");
  put(4, 2, "Business", "header");
  for (let index = 0; index < items; index += 1) {
    const row = itemRow(index);
    put(row, 1, `1.${index + 1}`, "id");
    put(
      row,
      2,
      `What is asked for, number ${index + 1}, "quoted" & <marked>, in a sentence of some length.`,
      "long",
    );
    put(row, 3, 20, "points");
    put(row, 4, null, "answer");
    put(row, 5, "", "points", `IF(D${row}="Met",C${row},IF(D${row}="Not met",0,""))`);
    put(row, 6, null, "long");
    put(row, 7, null, "date");
    put(row, 8, 1, "points");
  }
  put(last, 1, "End of list", "title");

  const overview: BlueprintCell[] = [
    { row: 1, column: 1, value: "Overview", style: "title", link: "#Checklist!A1" },
    { row: 2, column: 1, value: "Partner", style: "long" },
    { row: 2, column: 2, value: "=Kestrel & Co <Ltd>", style: "answer" },
    { row: 3, column: 2, value: "Self-assessment", style: "answer" },
    { row: 4, column: 2, value: 0, style: "points", formula: `Checklist!E1` },
    { row: 5, column: 2, value: { date: "2026-03-16" }, style: "date" },
    { row: 6, column: 2, value: 0.5, style: "share" },
    { row: 7, column: 2, value: "AWS", style: "long", link: "https://aws.amazon.com/?a=1&b=2" },
    { row: 8, column: 2, value: null, style: "date" },
    { row: 9, column: 2, value: null, style: "date" },
    { row: 10, column: 2, value: "Yes", style: "answer" },
  ];
  const names: NamePlan[] = COLUMNS.map((name, index) => ({
    name,
    sheet: "Checklist",
    area: area(HEADER_ROW, index + 1, last - HEADER_ROW + 1),
  }));
  names.push(
    { name: "Partner_Name", sheet: "Over view", area: area(2, 2) },
    { name: "Phase", sheet: "Over view", area: area(3, 2) },
    { name: "Self_Total", sheet: "Over view", area: area(4, 2) },
    { name: "Audit_On", sheet: "Over view", area: area(5, 2) },
    { name: "Holidays", sheet: "Over view", area: area(8, 2, 2) },
    { name: "Seal", sheet: "Data", area: area(1, 1) },
  );
  const body = (column: number) => area(itemRow(0), column, items);
  const answers = columnLetters(4);
  return {
    title: "Sample & test",
    font: { name: "Calibri", size: 11 },
    styles: {
      title: { size: 14, bold: true, color: "#14283c" },
      header: {
        bold: true,
        fill: "#dbe4ee",
        wrap: true,
        borders: { bottom: { weight: "medium", color: "#3b5a7a" } },
      },
      id: {
        numberFormat: "@",
        vertical: "top",
        borders: { left: { weight: "thick", color: "#14283c" } },
      },
      long: { size: 10, wrap: true, vertical: "top" },
      points: { horizontal: "right", numberFormat: '0;"Mandatory "-0;0', fill: "#f2f3f5" },
      answer: {
        horizontal: "center",
        borders: { top: hairline, bottom: hairline, left: hairline, right: hairline },
      },
      date: { horizontal: "right", numberFormat: "d mmm yyyy" },
      share: { numberFormat: "0 %" },
    },
    names,
    sheets: [
      {
        name: "Over view",
        visibility: "visible",
        tabColor: "#3b5a7a",
        columns: [
          { width: 216, hidden: false },
          { width: 132, hidden: false },
        ],
        rowHeights: new Map([[1, 26]]),
        cells: overview,
        unlocked: [area(2, 2, 2), area(5, 2), area(8, 2, 2)],
        inputs: [
          {
            areas: [area(5, 2), area(8, 2, 2)],
            accepts: { kind: "date" },
            refusal: { title: "Date", message: "Type a date." },
          },
          {
            areas: [area(2, 2)],
            accepts: { kind: "anything" },
            prompt: { title: "Partner", message: 'The name,\nas in the "contract".' },
          },
        ],
        colors: [],
        bars: [{ area: area(6, 2), fill: "#b4c9de", edge: "#7f9dbc", full: 1.35 }],
        freeze: { rows: 2, columns: 0 },
        filter: null,
        page: { ...page(2), scale: { fitWidth: 1 }, rowBreaks: [] },
      },
      {
        name: "Checklist",
        visibility: "visible",
        tabColor: null,
        columns: [52, 280, 52, 88, 56, 168, 88, 52].map((width, index) => ({
          width,
          hidden: index === 7,
        })),
        rowHeights: new Map([
          [HEADER_ROW, 33],
          [itemRow(0), 45],
        ]),
        cells,
        unlocked: [body(4), body(6)],
        inputs: [
          {
            areas: [body(4)],
            accepts: { kind: "list", values: ["Met", "Not met"] },
            prompt: { title: "Answer", message: "Met or Not met." },
            refusal: { title: "Answer", message: "Choose from the list." },
          },
        ],
        colors: [
          {
            areas: [body(4)],
            formula: `$${answers}${itemRow(0)}="Met"`,
            style: { fill: "#e2f2e2", color: "#0b5a0b" },
          },
          {
            areas: [body(4), body(6)],
            formula: `${answers}${itemRow(0)}=""`,
            style: { fill: "#ffefb3", edge: "#b8972c" },
            stop: true,
          },
        ],
        bars: [],
        freeze: { rows: HEADER_ROW, columns: 2 },
        filter: area(HEADER_ROW, 1, last - HEADER_ROW + 1, 7),
        page: page(8),
      },
      {
        name: "Data",
        visibility: "veryHidden",
        tabColor: null,
        columns: [{ width: 100, hidden: false }],
        rowHeights: new Map(),
        cells: [{ row: 1, column: 1, value: "", style: "long" }],
        unlocked: [],
        inputs: [],
        colors: [],
        bars: [],
        freeze: null,
        filter: null,
        page: { ...page(1), titleRows: null, rowBreaks: [] },
      },
    ],
  };
}
