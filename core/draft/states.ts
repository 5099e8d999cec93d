/** What a row of a draft says is still wrong with it: each test as a formula, and as the result to draw with it. */

import { DRAFT, DRAFT_STATES } from "../words/draft.ts";
import { columnLetters } from "../workbook/a1.ts";
import type { CellValue } from "../workbook/port.ts";
import { isBlank } from "../workbook/read/locate.ts";
import { type Column, TABLES, type Table, type TableKey } from "./tables.ts";

/** Every sheet has its head here, and rows below it. */
export const HEAD_ROW = 4;
export const FIRST_ROW = HEAD_ROW + 1;
/** So far down other rows are looked for, also those that somebody adds. */
export const LAST_ROW = 1_300;

/** The entries of a table, row by row in the order of its columns. */
export type Rows = readonly (readonly CellValue[])[];

interface Test {
  readonly message: string;
  readonly formula: (row: number) => string;
  readonly fails: (own: readonly CellValue[], at: number, rows: Rows) => boolean;
}

/** Capitals make no difference to a spreadsheet. */
const keyOf = (value: CellValue | undefined): string => String(value ?? "").toLowerCase();

const placeIn = ({ columns }: Table, key: string): number =>
  columns.findIndex((column) => column.key === key);
const lettersOf = (table: Table, key: string): string => columnLetters(placeIn(table, key) + 1);
const headerOf = (table: Table, key: string): string =>
  table.columns[placeIn(table, key)]?.header ?? "";

const isNumber = ({ take }: Column): boolean => take.is === "number";

function missing(column: Column, place: number): Test {
  const cell = (row: number) => `${columnLetters(place + 1)}${row}`;
  return {
    message: DRAFT_STATES.missing(column.header),
    formula: (row) => (isNumber(column) ? `NOT(ISNUMBER(${cell(row)}))` : `${cell(row)}=""`),
    fails: (own) =>
      isNumber(column) ? typeof own[place] !== "number" : isBlank(own[place] ?? null),
  };
}

/** An earlier row has the same. */
function twice(table: Table, key: string): Test {
  const place = placeIn(table, key);
  const letters = lettersOf(table, key);
  return {
    message: DRAFT_STATES.twice(headerOf(table, key)),
    // From the head on, so that the first row, too, has something above it.
    formula: (row) =>
      `IFERROR(MATCH(${letters}${row},${letters}$${HEAD_ROW}:${letters}${row - 1},0),0)>0`,
    fails: (own, at, rows) =>
      rows.slice(0, at).some((other) => keyOf(other[place]) === keyOf(own[place])),
  };
}

/** What stands on none of another sheet's rows; blank is nothing. */
function unknown(table: Table, key: string, other: Table, ids: ReadonlySet<string>): Test {
  const place = placeIn(table, key);
  const cell = (row: number) => `${lettersOf(table, key)}${row}`;
  const there = lettersOf(other, "id");
  return {
    message: other.key === "groups" ? DRAFT_STATES.noGroup : DRAFT_STATES.noSection,
    formula: (row) =>
      `AND(${cell(row)}<>"",IFERROR(MATCH(${cell(row)},${other.sheet}!$${there}$${FIRST_ROW}:$${there}$${LAST_ROW},0),0)=0)`,
    fails: (own) => !isBlank(own[place] ?? null) && !ids.has(keyOf(own[place])),
  };
}

/** On the wrong side of nought. */
function sign(table: Table, key: string, wrong: "<" | ">"): Test {
  const place = placeIn(table, key);
  const header = headerOf(table, key);
  return {
    message: wrong === "<" ? DRAFT_STATES.negative(header) : DRAFT_STATES.positive(header),
    formula: (row) => `${lettersOf(table, key)}${row}${wrong}0`,
    fails: (own) => (wrong === "<" ? Number(own[place]) < 0 : Number(own[place]) > 0),
  };
}

/** In the order in which they are told; `ids` are those of the other sheets. */
function testsOf(table: Table, ids: (key: TableKey) => ReadonlySet<string>): readonly Test[] {
  const needed = table.columns.flatMap((column, place) =>
    column.needed ? [missing(column, place)] : [],
  );
  const inSection = (): Test => unknown(table, "section", TABLES.sections, ids("sections"));
  switch (table.key) {
    case "sections":
      return [...needed, twice(table, "id")];
    case "groups":
      return [...needed, inSection(), twice(table, "id")];
    case "items":
      return [
        ...needed,
        inSection(),
        twice(table, "id"),
        unknown(table, "group", TABLES.groups, ids("groups")),
        sign(table, "ifNotMet", ">"),
        sign(table, "ifMet", "<"),
      ];
    case "services":
      return [...needed, twice(table, "name")];
    case "texts":
      return needed;
  }
}

export interface States {
  readonly formula: (row: number) => string;
  /** Of a row of entries; empty for one that nobody has begun. */
  readonly result: (own: readonly CellValue[], at: number, rows: Rows) => string;
  readonly messages: readonly string[];
}

export function statesOf(table: Table, ids: (key: TableKey) => ReadonlySet<string>): States {
  const tests = testsOf(table, ids);
  const begun = table.columns.flatMap(({ needed }, place) => (needed ? [place] : []));
  return {
    formula: (row) => {
      const blank = begun.map((place) => `${columnLetters(place + 1)}${row}=""`).join(",");
      const all = tests.map(({ formula, message }) => `IF(${formula(row)},"${message}",`).join("");
      return `IF(AND(${blank}),"",${all}"${DRAFT.fine}"${")".repeat(tests.length + 1)}`;
    },
    result: (own, at, rows) => {
      if (begun.every((place) => isBlank(own[place] ?? null))) return "";
      return tests.find(({ fails }) => fails(own, at, rows))?.message ?? DRAFT.fine;
    },
    messages: tests.map(({ message }) => message),
  };
}

/** The ids that stand in a table's rows. */
export function idsIn(table: Table, rows: Rows): ReadonlySet<string> {
  const place = placeIn(table, "id");
  return new Set(rows.flatMap((own) => (isBlank(own[place] ?? null) ? [] : [keyOf(own[place])])));
}
