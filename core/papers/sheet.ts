/** A document as a workbook of one sheet. */

import { area, SheetBuilder } from "../workbook/builder.ts";
import { wrappedLines, wrapText } from "../workbook/measure.ts";
import { pageHeader } from "../workbook/page.ts";
import { COLORS, STYLES, type StyleName } from "../workbook/styles.ts";
import type { Blueprint } from "../workbook/types.ts";
import type { Paper, PaperTable } from "./types.ts";

const WIDTHS = [64, 250, 320, 200, 100, 100, 88];
const LAST = WIDTHS.length;
/** The first column from which figures stand, so that long texts keep the wide one. */
const FIGURES = 4;
const LINE_POINTS = 13;
const PAGE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

export function paperBlueprint(paper: Paper): Blueprint {
  const sheet = new SheetBuilder(paper.title);
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, paper.title, "title");
  sheet.put(2, 1, paper.partner, "blockTitle");
  let row = 4;
  for (const [label, value] of paper.facts) {
    const lines = wrapText(value, PAGE_WIDTH - (WIDTHS[0] ?? 0) - (WIDTHS[1] ?? 0), 10);
    sheet.put(row, 1, label, "note");
    for (const line of lines) {
      sheet.put(row, 3, line, "spill");
      row += 1;
    }
  }
  for (const block of paper.blocks) {
    row += 1;
    sheet.fill(row, 1, LAST, "passageRule");
    sheet.put(row, 1, block.heading, "passageTitle");
    sheet.rowHeights.set(row, 20);
    row += 1;
    for (const paragraph of block.paragraphs) {
      for (const line of wrapText(paragraph, PAGE_WIDTH, 10)) {
        sheet.put(row, 1, line, "spill");
        row += 1;
      }
    }
    if (block.table) row = drawTable(sheet, row, block.table);
  }
  return {
    title: `${paper.title}: ${paper.partner}`,
    font: { name: "Calibri", size: 11 },
    styles: STYLES,
    sheets: [
      sheet.plan({
        tabColor: COLORS.band,
        widths: WIDTHS,
        page: {
          orientation: "landscape",
          scale: { fitWidth: 1 },
          area: area(1, 1, row, LAST),
          columnBreaks: [],
          titleRows: null,
          titleColumns: null,
          margin: 10,
          ...pageHeader(paper.title, paper.partner),
        },
      }),
    ],
    names: [],
  };
}

/** The sheet's column for each of a table's: the first texts in the wide ones, figures from the fourth on. */
function placed({ columns }: PaperTable): number[] {
  if (columns.length === 2) return [2, 3];
  let next = 1;
  return columns.map((column, index) => {
    if (index >= 2 && column.kind === "number") next = Math.max(next, FIGURES);
    next += 1;
    return next - 1;
  });
}

function drawTable(sheet: SheetBuilder, first: number, table: PaperTable): number {
  const at = placed(table);
  const until = Math.max(...at);
  const from = Math.min(...at);
  let row = first;
  sheet.fill(row, from, until - from + 1, "headerWide");
  table.columns.forEach((column, index) => {
    const style = column.kind === "number" ? "headerRight" : "header";
    sheet.put(row, at[index] ?? 1, column.label, style);
  });
  table.rows.forEach((line, index) => {
    row += 1;
    const isTotal = table.total && index === table.rows.length - 1;
    sheet.fill(row, from, until - from + 1, isTotal ? "totalLabel" : "long");
    let lines = 1;
    table.columns.forEach((column, position) => {
      const place = at[position] ?? 1;
      const value = line[position] ?? "";
      const style: StyleName = isTotal
        ? column.kind === "number"
          ? "total"
          : "totalLabel"
        : column.kind === "number"
          ? "figure"
          : "long";
      sheet.put(row, place, value === "" ? null : value, style);
      if (style === "long") {
        lines = Math.max(lines, wrappedLines(String(value), WIDTHS[place - 1] ?? 100, 10));
      }
    });
    if (lines > 1) sheet.rowHeights.set(row, lines * LINE_POINTS + 4);
  });
  return row + 1;
}
