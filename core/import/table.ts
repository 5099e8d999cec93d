/** A table into the entries that it brings: rows that name columns, and the lines under each. */

import { isOpen } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { columnLetters } from "../workbook/a1.ts";
import { inputNamed } from "../workbook/fields.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { BroughtCell, LineFault, LostLine, TableRead } from "./brought.ts";
import { isEmpty } from "./cells.ts";
import { type Heading, headingOf } from "./headings.ts";
import { keyOf, type Line, linesOf } from "./lines.ts";
import type { AnswerName, ReadOptions } from "./options.ts";
import { readByOrder } from "./order.ts";
import { type Column, inputsCalled } from "./roles.ts";
import { placeIn, type SourceFault, type SourceRow, type SourceTable } from "./source.ts";
import { meantBy } from "./value.ts";

export interface TableBrought {
  readonly cells: readonly BroughtCell[];
  readonly lost: readonly LostLine[];
  readonly read: readonly TableRead[];
  readonly fault: SourceFault | null;
}

/** Rows that may stand above the one that names the columns: titles, dates, a line of explanation. */
const MOST_TITLES = 50;

/** `isAlone`: the source has no other table, so that values without any names must be meant. */
export function readTable(
  checklist: Checklist,
  table: SourceTable,
  index: number,
  isAlone: boolean,
  options: ReadOptions,
): TableBrought {
  const named = partsOf(checklist, table, index, options);
  const ordered =
    named.length === 0 && isAlone ? readByOrder(checklist, table, index, options) : null;
  if (ordered?.is === "cells")
    return { cells: ordered.cells, lost: [], read: [ordered.read], fault: null };
  if (ordered?.is === "fault") return { cells: [], lost: [], read: [], fault: ordered.fault };
  const parts = ordered ? [{ heading: ordered.heading, rows: table.rows }] : named;
  const read = parts.map((part) => readPart(checklist, table, index, part, options));
  return {
    cells: read.flatMap(({ cells }) => cells),
    lost: read.flatMap(({ lost }) => lost),
    read: read.map((part) => part.read),
    fault: null,
  };
}

/** A row that names columns, and the lines up to the next one. */
interface Part {
  readonly heading: Heading;
  readonly rows: readonly SourceRow[];
}

function partsOf(
  checklist: Checklist,
  table: SourceTable,
  index: number,
  { columns = [] }: ReadOptions,
): Part[] {
  const parts: { heading: Heading; rows: SourceRow[] }[] = [];
  const said = columns.filter((column) => column.table === index);
  let titles = 0;
  for (const [at, row] of table.rows.entries()) {
    const last = parts[parts.length - 1];
    const isTop = last === undefined;
    if (isTop) titles += 1;
    const behind = table.rows.slice(at + 1, at + 1 + MOST_TITLES);
    const isLooked = isTop ? titles <= MOST_TITLES : mayName(row);
    const heading = isLooked ? headingOf(checklist, row.cells, behind) : null;
    if (heading !== null) parts.push({ heading: withSaid(heading, said), rows: [] });
    else last?.rows.push(row);
  }
  return parts;
}

/** Names of columns are texts, and several: only then is a line looked at twice. */
const mayName = ({ cells }: SourceRow): boolean =>
  cells.filter((value) => typeof value === "string" && value !== "").length > 1;

function withSaid(heading: Heading, said: NonNullable<ReadOptions["columns"]>): Heading {
  if (said.length === 0) return heading;
  const columns = heading.columns.map((column, at): Column => {
    const own = said.find((entry) => entry.column === at);
    return own === undefined ? column : { ...column, role: own.role ?? { is: "unread" } };
  });
  return { ...heading, columns };
}

interface PartBrought {
  readonly cells: readonly BroughtCell[];
  readonly lost: readonly LostLine[];
  readonly read: TableRead;
}

type Entry = Pick<BroughtCell, "name" | "value" | "place">;

function readPart(
  checklist: Checklist,
  table: SourceTable,
  index: number,
  { heading, rows }: Part,
  options: ReadOptions,
): PartBrought {
  const { kind, columns } = heading;
  const lines = linesOf(checklist, heading, rows);
  const cells: BroughtCell[] = [];
  const lost: LostLine[] = [];
  let count = 0;
  for (const [at, row] of rows.entries()) {
    const line = lines[at] ?? { is: "skip" };
    const entries =
      kind === "inputs"
        ? singleEntries(checklist, table, columns, row, line.is === "names" ? line.names : [])
        : entriesOf(table, columns, row, options.answers);
    const filled = entries.filter(({ value }) => !isEmpty(value));
    const fault = fieldsFault(table, columns, row) ?? (line.is === "lost" ? line.fault : null);
    const [first] = filled;
    if (first === undefined || line.is === "skip") {
      // A blank may clear, where the line is known.
      if (fault === null) cells.push(...placed(line, entries));
      continue;
    }
    if (fault !== null) {
      const key = cellText(row.cells[keyOf(columns)] ?? null).trim();
      const place = placeIn(table, row.row);
      lost.push({ place, fault, key, name: first.name, value: cellText(first.value) });
      continue;
    }
    count += 1;
    cells.push(...placed(line, entries));
  }
  return {
    cells,
    lost,
    read: {
      source: table.source,
      table: table.table,
      index,
      kind,
      columns,
      answers: columns.some(({ role }) => role.is === "answer") ? options.answers : null,
      lines: count,
      unread: unreadHeads(table, columns, rows),
    },
  };
}

/** What the columns of a line bring, blanks too; a field that is not there brings nothing. */
function entriesOf(
  table: SourceTable,
  columns: readonly Column[],
  { row, cells }: SourceRow,
  answers: AnswerName,
): Entry[] {
  return columns.flatMap(({ role }, at): Entry[] => {
    const value = cells[at];
    if (value === undefined) return [];
    const place = placeIn(table, row, at + 1);
    if (role.is === "answer") return [{ name: answers, value, place }];
    return role.is === "input" ? [{ name: role.name, value, place }] : [];
  });
}

/** The value of a single input, and the date beside it where it has one. */
function singleEntries(
  checklist: Checklist,
  table: SourceTable,
  columns: readonly Column[],
  { row, cells }: SourceRow,
  names: readonly string[],
): Entry[] {
  return columns.flatMap(({ role }, at): Entry[] => {
    const value = cells[at];
    if (value === undefined) return [];
    const place = placeIn(table, row, at + 1);
    if (role.is === "entry") return [{ name: fitting(checklist, names, value), value, place }];
    if (role.is !== "day") return [];
    const dated = names.flatMap((name) => inputsCalled(`${name}_On`));
    return dated.map((name) => ({ name, value, place }));
  });
}

/** Two inputs are called Audit: the kind of the audit, and its day. What stands there tells which is meant. */
const fitting = (checklist: Checklist, names: readonly string[], value: CellValue): string =>
  names.find((name) => {
    const field = inputNamed(name);
    return field !== null && meantBy(checklist, field, null, value).fault === null;
  }) ??
  names[0] ??
  "";

function placed(line: Line, entries: readonly Entry[]): BroughtCell[] {
  switch (line.is) {
    case "item": {
      const { item, guess } = line;
      return entries.flatMap((entry) =>
        // Printed points are nobody's to change; lists show them along.
        entry.name === "Open_Add" && !isOpen(item)
          ? []
          : [{ ...entry, item: item.id, at: 0, guess }],
      );
    }
    case "place":
      return entries.map((entry) => ({ ...entry, item: null, at: line.at, guess: null }));
    case "names":
      return entries.map((entry) => ({ ...entry, item: null, at: 0, guess: null }));
    default:
      return [];
  }
}

/** In text with delimiters one more field means that all of them may have moved; a sheet only has a note beside. */
function fieldsFault(
  { counts }: SourceTable,
  columns: readonly Column[],
  { cells }: SourceRow,
): LineFault | null {
  if (counts !== "lines") return null;
  const beyond = cells.slice(columns.length).filter((value) => !isEmpty(value));
  if (beyond.length === 0) return null;
  return { code: "fields", found: cells.length, columns: columns.length };
}

function unreadHeads(
  { counts }: SourceTable,
  columns: readonly Column[],
  rows: readonly SourceRow[],
): readonly string[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const heads: string[] = [];
  for (let at = 0; at < width; at += 1) {
    const column = columns[at];
    if (column !== undefined && column.role.is !== "unread") continue;
    if (rows.every(({ cells }) => isEmpty(cells[at] ?? null))) continue;
    const head = column?.head ?? "";
    if (head !== "") heads.push(head);
    else if (counts === "rows") heads.push(columnLetters(at + 1));
  }
  return heads;
}
