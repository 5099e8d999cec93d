/** A document as a workbook of one sheet. */

import { area, cellKey } from "../workbook/area.ts";
import { TALLEST_POINTS, wrappedLines, wrapText } from "../workbook/draw/measure.ts";
import { pageWords } from "../workbook/draw/page.ts";
import { COLORS, NUMBER_FORMATS, STYLES } from "../workbook/draw/styles.ts";
import type { Blueprint, BlueprintCell, CellStyle, CellValue, Edge } from "../workbook/port.ts";
import type { Paper, PaperColumn, PaperTable } from "./types.ts";

/** Item, title, finding or note, evidence or plan, and three figures. */
const WIDTHS = [56, 260, 330, 200, 100, 100, 90];
const LAST = WIDTHS.length;
/** Figures stand from this column on, so that long texts keep the wide ones. */
const FIGURES = 4;
const TEXT_SIZE = 10;
const LINE_POINTS = 13;
/** Labels of facts run over the first two columns. */
const FACT = 3;
const widthFrom = (column: number): number =>
  WIDTHS.slice(column - 1).reduce((sum, width) => sum + width, 0);

const line: Edge = { weight: "thin", color: COLORS.hairline };
const rule: Edge = { weight: "medium", color: COLORS.band };
/** Lines run across only: a text may go on into the empty cell beside it. */
const row: CellStyle = {
  size: TEXT_SIZE,
  color: COLORS.text,
  vertical: "top",
  horizontal: "left",
  borders: { bottom: line },
};
const head: CellStyle = {
  ...row,
  bold: true,
  color: COLORS.ink,
  fill: COLORS.header,
  vertical: "bottom",
  borders: { bottom: rule },
};
const total: CellStyle = {
  ...row,
  bold: true,
  color: COLORS.ink,
  borders: { top: rule, bottom: rule },
};
const figures = { horizontal: "right", numberFormat: NUMBER_FORMATS.points } as const;

const PAPER_STYLES = {
  title: STYLES.title,
  partner: { ...STYLES.blockTitle, size: 12 },
  label: { ...STYLES.note, size: TEXT_SIZE },
  text: STYLES.spill,
  lead: { ...STYLES.blockTitle, size: 12 },
  heading: STYLES.passageTitle,
  rule: STYLES.passageRule,
  head,
  headFigure: { ...head, horizontal: "right" },
  /** An id looks like a number and is none. */
  id: { ...row, numberFormat: NUMBER_FORMATS.text },
  cell: { ...row, wrap: true },
  running: row,
  figure: { ...row, ...figures },
  total,
  totalFigure: { ...total, ...figures },
} as const satisfies Record<string, CellStyle>;
type PaperStyle = keyof typeof PAPER_STYLES;

interface Drawn {
  readonly cells: Map<number, BlueprintCell>;
  readonly heights: Map<number, number>;
}

function put(to: Drawn, at: number, column: number, value: CellValue, style: PaperStyle): void {
  to.cells.set(cellKey(at, column), { row: at, column, value, style });
}

function fill(to: Drawn, at: number, until: number, style: PaperStyle): void {
  for (let column = 1; column <= until; column += 1) put(to, at, column, null, style);
}

export function paperBlueprint(paper: Paper): Blueprint {
  const to: Drawn = { cells: new Map(), heights: new Map([[1, 24]]) };
  put(to, 1, 1, paper.title, "title");
  put(to, 2, 1, paper.partner, "partner");
  to.heights.set(2, 18);
  let at = 4;
  for (const [label, value] of paper.facts) {
    put(to, at, 1, label, "label");
    for (const text of wrapText(value, widthFrom(FACT), TEXT_SIZE)) {
      put(to, at, FACT, text, "text");
      at += 1;
    }
  }
  paper.blocks.forEach((block, index) => {
    at += 1;
    fill(to, at, LAST, "rule");
    put(to, at, 1, block.heading, "heading");
    to.heights.set(at, 22);
    at += 1;
    block.paragraphs.forEach((paragraph, position) => {
      const isLead = index === 0 && position === 0;
      for (const text of wrapText(paragraph, widthFrom(1), isLead ? 12 : TEXT_SIZE, isLead)) {
        put(to, at, 1, text, isLead ? "lead" : "text");
        if (isLead) to.heights.set(at, 20);
        at += 1;
      }
    });
    if (block.table) at = drawTable(to, at, block.table);
  });
  put(to, at + 1, 1, paper.footer, "label");
  return {
    title: `${paper.title}: ${paper.partner}`,
    font: { name: "Calibri", size: 11 },
    styles: PAPER_STYLES,
    sheets: [
      {
        name: paper.title,
        visibility: "visible",
        tabColor: COLORS.band,
        columns: WIDTHS.map((width) => ({ width, hidden: false })),
        rowHeights: to.heights,
        cells: [...to.cells.values()],
        unlocked: [],
        inputs: [],
        colors: [],
        bars: [],
        freeze: null,
        filter: null,
        page: {
          orientation: "landscape",
          scale: { fitWidth: 1 },
          area: area(1, 1, at + 1, LAST),
          rowBreaks: [],
          titleRows: null,
          margin: 10,
          ...pageWords(paper.title, paper.partner, paper.version),
        },
      },
    ],
    names: [],
  };
}

/** The sheet's column for each of a table's. */
function placed({ columns }: PaperTable): number[] {
  // A label and its value, as in the facts.
  if (columns.length === 2) return [1, FACT];
  let next = 1;
  return columns.map((column, index) => {
    if (index >= 2 && column.kind === "number") next = Math.max(next, FIGURES);
    next += 1;
    return next - 1;
  });
}

/** The look of a cell in a table's body: a text runs on where the columns beside it are empty. */
function styleOf(column: PaperColumn, index: number, runsOn: boolean): PaperStyle {
  if (index === 0 && !runsOn) return "id";
  if (column.kind === "number") return "figure";
  return runsOn ? "running" : "cell";
}

function drawTable(to: Drawn, first: number, table: PaperTable): number {
  const places = placed(table);
  const until = Math.max(...places);
  let at = first;
  fill(to, at, until, "head");
  table.columns.forEach((column, index) => {
    const isFigure = column.kind === "number" && index > 0;
    put(to, at, places[index] ?? 1, column.label, isFigure ? "headFigure" : "head");
  });
  table.rows.forEach((values, index) => {
    at += 1;
    const isTotal = table.total && index === table.rows.length - 1;
    fill(to, at, until, isTotal ? "total" : "running");
    let lines = 1;
    table.columns.forEach((column, position) => {
      const place = places[position] ?? 1;
      const value = values[position] ?? "";
      const runsOn = (places[position + 1] ?? place + 1) > place + 1;
      const isFigure = column.kind === "number" && position > 0;
      const style = isTotal
        ? isFigure
          ? "totalFigure"
          : "total"
        : styleOf(column, position, runsOn);
      put(to, at, place, value === "" ? null : value, style);
      if (style === "cell")
        lines = Math.max(lines, wrappedLines(String(value), WIDTHS[place - 1] ?? 100, TEXT_SIZE));
    });
    to.heights.set(at, Math.min(TALLEST_POINTS, lines * LINE_POINTS + 4));
  });
  return at + 1;
}
