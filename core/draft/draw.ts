/** Draws the workbook in which a checklist is written, empty or with what an earlier one has. */

import { DRAFT, DRAFT_SHEETS, DRAFT_STATES } from "../words/draft.ts";
import { cellAddress, columnLetters } from "../workbook/a1.ts";
import { area } from "../workbook/area.ts";
import { SheetBuilder } from "../workbook/draw/builder.ts";
import { wrappedLines } from "../workbook/draw/measure.ts";
import { pageWords } from "../workbook/draw/page.ts";
import { RULE_LOOKS, STYLES, type StyleName } from "../workbook/draw/styles.ts";
import type { Area, Blueprint, CellValue, NamePlan, SheetPlan } from "../workbook/port.ts";
import { isBlank } from "../workbook/read/locate.ts";
import { type DraftEntries, NO_ENTRIES } from "./entries.ts";
import { FIRST_ROW, HEAD_ROW, idsIn, LAST_ROW, type States, statesOf } from "./states.ts";
import {
  type Column,
  FIELDS,
  FIELDS_NAME,
  TABLES,
  type Table,
  type TableKey,
  type Take,
} from "./tables.ts";

interface Drawn {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
}

const STATE_WIDTH = 220;
const LINE_POINTS = 13;

export function draftBlueprint(entries: DraftEntries = NO_ENTRIES): Blueprint {
  const ids = (key: TableKey) => idsIn(TABLES[key], entries.tables[key]);
  const states = (table: Table) => statesOf(table, ids);
  const tables = Object.values(TABLES).map((table) =>
    drawTable(table, entries.tables[table.key], states(table)),
  );
  const drawn = [drawFields(entries, states(TABLES.items)), ...tables];
  return {
    title: DRAFT.title,
    font: { name: "Calibri", size: 11 },
    styles: STYLES,
    sheets: drawn.map(({ plan }) => plan),
    names: drawn.flatMap(({ names }) => names),
  };
}

const lastColumn = (table: Table): number => table.columns.length + 1;

function drawTable(table: Table, rows: DraftEntries["tables"]["items"], states: States): Drawn {
  const sheet = new SheetBuilder(table.sheet);
  const state = lastColumn(table);
  const count = rows.length + table.spare;
  drawTop(sheet, table.sheet);
  table.columns.forEach(({ header }, place) => {
    sheet.put(HEAD_ROW, place + 1, header, "header");
  });
  sheet.put(HEAD_ROW, state, DRAFT.state, "header");
  for (let at = 0; at < count; at += 1) {
    const row = FIRST_ROW + at;
    const own = rows[at] ?? [];
    table.columns.forEach(({ take }, place) => {
      sheet.put(row, place + 1, own[place] ?? null, styleOf(take));
    });
    sheet.calc(row, state, states.formula(row), states.result(own, at, rows), "reason");
    const lines = table.columns.map(({ width }, place) =>
      wrappedLines(String(own[place] ?? ""), width, 10),
    );
    // Blank rows fit themselves to what is typed.
    if (rows[at]) sheet.rowHeights.set(row, Math.max(...lines) * LINE_POINTS + 4);
  }
  sheet.name(table.name, area(HEAD_ROW, 1, 1, table.columns.length));
  addRules(sheet, table, count);
  return finished(sheet, {
    widths: [...table.columns.map(({ width }) => width), STATE_WIDTH],
    frozen: table.columns.findIndex(({ key }) => key === "id" || key === "name") + 1,
    filter: area(HEAD_ROW, 1, count + 1, state),
  });
}

function drawTop(sheet: SheetBuilder, title: string): void {
  sheet.rowHeights.set(1, 24);
  sheet.put(1, 1, title, "title");
  sheet.put(2, 1, DRAFT.colors, "note");
}

function styleOf({ is }: Take): StyleName {
  switch (is) {
    // As text, or 7.30 would be 7.3.
    case "id":
    case "version":
    case "ids":
      return "id";
    case "number":
      return "ifMet";
    case "yesNo":
    case "choice":
      return "entryCenter";
    default:
      return "long";
  }
}

const wordsOf = (take: Take): readonly string[] | null =>
  take.is === "yesNo"
    ? [DRAFT.yes, DRAFT.no]
    : take.is === "choice"
      ? Object.values(take.words)
      : null;

function addRules(sheet: SheetBuilder, table: Table, count: number): void {
  const state = lastColumn(table);
  table.columns.forEach((column, place) => {
    const body = area(FIRST_ROW, place + 1, count);
    addInput(sheet, column, body);
    // What is missing in a row that somebody has begun.
    const begun = `$${cellAddress(FIRST_ROW, state)}<>""`;
    const own = cellAddress(FIRST_ROW, place + 1);
    if (column.needed) sheet.color([body], `AND(${begun},${own}="")`, RULE_LOOKS.toAnswer);
    else sheet.color([body], `${own}=""`, RULE_LOOKS.optional);
  });
  addStateColors(sheet, area(FIRST_ROW, state, count));
}

function addInput(sheet: SheetBuilder, { header, take, prompt }: Column, body: Area): void {
  const words = wordsOf(take);
  const shown = prompt === null ? {} : { prompt: { title: header, message: prompt } };
  if (words) {
    const refusal = { title: header, message: words.join(", ") };
    sheet.inputs.push({
      areas: [body],
      accepts: { kind: "list", values: words },
      ...shown,
      refusal,
    });
  } else if (prompt !== null)
    sheet.inputs.push({ areas: [body], accepts: { kind: "anything" }, ...shown });
}

function addStateColors(sheet: SheetBuilder, states: Area): void {
  const own = cellAddress(states.row, states.column);
  sheet.color([states], `${own}="${DRAFT.fine}"`, RULE_LOOKS.met);
  sheet.color([states], `${own}<>""`, RULE_LOOKS.notMet);
}

const [LABEL, VALUE, HELP, STATE] = [1, 2, 3, 4] as const;
const FIELD_WIDTHS = [230, 420, 420, STATE_WIDTH];

/** What is said once of the whole, and how far the items are. */
function drawFields({ fields, tables }: DraftEntries, items: States): Drawn {
  const sheet = new SheetBuilder(DRAFT_SHEETS.programme);
  sheet.rowHeights.set(1, 24);
  sheet.put(1, LABEL, DRAFT.title, "title");
  sheet.put(2, LABEL, DRAFT.lead, "note");
  sheet.put(3, LABEL, DRAFT.colors, "note");
  [DRAFT.label, DRAFT.value, DRAFT.help, DRAFT.state].forEach((header, place) => {
    sheet.put(HEAD_ROW, place + 1, header, "header");
  });
  const rowOf = (key: string): number => FIRST_ROW + FIELDS.findIndex((field) => field.key === key);
  const points = tableSum(tables.items);
  FIELDS.forEach(({ key, label, help, take, needed }, at) => {
    const row = FIRST_ROW + at;
    const value = fields[key] ?? null;
    sheet.put(row, LABEL, label, "label");
    sheet.put(row, VALUE, value, take.is === "id" || take.is === "version" ? "id" : "entry");
    sheet.put(row, HELP, help, "remark");
    const cell = cellAddress(row, VALUE);
    const most = cellAddress(rowOf("most"), VALUE);
    const other =
      key === "most"
        ? { formula: `${cell}<>${SUM}`, fails: value !== points, message: DRAFT_STATES.otherSum }
        : key === "pass"
          ? {
              formula: `${cell}>${most}`,
              fails: Number(value) > Number(fields.most ?? 0),
              message: DRAFT_STATES.beyond,
            }
          : null;
    const isMissing = needed && isBlank(value);
    const missing = DRAFT_STATES.missing(DRAFT.value);
    const rest = other
      ? `IF(${other.formula},"${other.message}","${DRAFT.fine}")`
      : `"${DRAFT.fine}"`;
    sheet.calc(
      row,
      STATE,
      needed ? `IF(${cell}="","${missing}",${rest})` : `IF(${cell}="","",${rest})`,
      isMissing ? missing : isBlank(value) ? "" : other?.fails ? other.message : DRAFT.fine,
      "reason",
    );
    if (needed) sheet.color([area(row, VALUE)], `${cell}=""`, RULE_LOOKS.toAnswer);
    else sheet.color([area(row, VALUE)], `${cell}=""`, RULE_LOOKS.optional);
  });
  addStateColors(sheet, area(FIRST_ROW, STATE, FIELDS.length));
  drawSums(sheet, tables.items, items, points);
  sheet.name(FIELDS_NAME, area(HEAD_ROW, LABEL, 1, VALUE));
  return finished(sheet, { widths: FIELD_WIDTHS, frozen: 1, filter: null });
}

const columnOfItems = (key: string): string => {
  const letters = columnLetters(TABLES.items.columns.findIndex((column) => column.key === key) + 1);
  return `${TABLES.items.sheet}!$${letters}$${FIRST_ROW}:$${letters}$${LAST_ROW}`;
};
const SUM = `SUM(${columnOfItems("ifMet")})`;
const ADDED = TABLES.items.columns.findIndex(({ key }) => key === "ifMet");

const tableSum = (rows: readonly (readonly CellValue[])[]): number =>
  rows.reduce((sum, own) => sum + (typeof own[ADDED] === "number" ? own[ADDED] : 0), 0);

function drawSums(
  sheet: SheetBuilder,
  rows: DraftEntries["tables"]["items"],
  { messages, result }: States,
  points: number,
): void {
  const letters = columnLetters(lastColumn(TABLES.items));
  const column = `${TABLES.items.sheet}!$${letters}$${FIRST_ROW}:$${letters}$${LAST_ROW}`;
  const counted = (words: readonly string[]) =>
    words.map((word) => `COUNTIFS(${column},"${word}")`).join("+");
  const found = rows.map((own, at) => result(own, at, rows)).filter((said) => said !== "");
  const wrong = found.filter((said) => said !== DRAFT.fine).length;
  const first = FIRST_ROW + FIELDS.length + 1;
  const sums = [
    [DRAFT.rows, counted([DRAFT.fine, ...messages]), found.length],
    [DRAFT.wrong, counted(messages), wrong],
    [DRAFT.sum, SUM, points],
  ] as const;
  sums.forEach(([label, formula, value], at) => {
    sheet.put(first + at, LABEL, label, "label");
    sheet.calc(first + at, VALUE, formula, value, "figure");
  });
}

function finished(
  sheet: SheetBuilder,
  {
    widths,
    frozen,
    filter,
  }: { readonly widths: readonly number[]; readonly frozen: number; readonly filter: Area | null },
): Drawn {
  const plan = sheet.plan({
    widths,
    freeze: { rows: HEAD_ROW, columns: frozen },
    filter,
    page: {
      orientation: "landscape",
      scale: { fitWidth: 1 },
      area: null,
      rowBreaks: [],
      titleRows: [HEAD_ROW, HEAD_ROW],
      margin: 10,
      ...pageWords(sheet.sheet, DRAFT.title, ""),
    },
  });
  return { plan: { ...plan, isUnprotected: true }, names: sheet.names };
}
