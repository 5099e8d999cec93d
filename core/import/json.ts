/** JSON into tables: lists of objects, alone or by name, and an object of single inputs by their defined names. */

import type { CellValue } from "../workbook/port.ts";
import {
  MOST_CELLS,
  type Source,
  type SourceFault,
  type SourceNote,
  type SourceRow,
  type SourceTable,
} from "./source.ts";

type Entries = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a text is JSON rather than lines: what begins so is no list with delimiters. */
export const looksLikeJson = (text: string): boolean => /^[\s\ufeff]*[[{]/.test(text);

export function jsonSource(
  source: string,
  text: string,
  notes: readonly SourceNote[] = [],
): Source {
  const fault = (reason: SourceFault): Source => ({ source, notes, kind: "fault", fault: reason });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return fault({ code: "notJson" });
  }
  const tables = tablesOf(source, value);
  const cells = tables.reduce((sum, { rows }) => sum + cellCount(rows), 0);
  if (cells > MOST_CELLS) return fault({ code: "tooLarge", most: MOST_CELLS });
  return tables.length === 0
    ? fault({ code: "noHeading", heads: isObject(value) ? Object.keys(value).slice(0, 10) : [] })
    : { source, notes, kind: "tables", tables };
}

const cellCount = (rows: readonly SourceRow[]): number =>
  rows.reduce((sum, { cells }) => sum + cells.length, 0);

function tablesOf(source: string, value: unknown): SourceTable[] {
  if (Array.isArray(value)) return listTable(source, null, value);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (Array.isArray(part)) return listTable(source, name, part);
    return isObject(part) ? [singlesTable(source, name, part)] : [];
  });
}

/** The keys of all entries name the columns. Entries that are no objects are passed over. */
function listTable(source: string, table: string | null, list: readonly unknown[]): SourceTable[] {
  const entries = list.flatMap((entry, index) => (isObject(entry) ? [{ entry, index }] : []));
  if (entries.length === 0) return [];
  const heads = [...new Set(entries.flatMap(({ entry }) => Object.keys(entry)))];
  const rows = entries.map(({ entry, index }) => ({
    row: index + 1,
    cells: heads.map((head) => cellOf(Object.entries(entry).find(([key]) => key === head)?.[1])),
  }));
  return [{ source, table, counts: "entries", rows: [{ row: 0, cells: heads }, ...rows] }];
}

/** One line for each input; a list has as many as it has entries. */
function singlesTable(source: string, table: string, entries: Entries): SourceTable {
  const lines = Object.entries(entries).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each) => [name, cellOf(each)]) : [[name, cellOf(value)]],
  );
  const rows = lines.map((cells, index) => ({ row: index + 1, cells }));
  return {
    source,
    table,
    counts: "entries",
    rows: [{ row: 0, cells: ["name", "value"] }, ...rows],
  };
}

/** Text stays text. What is no single value is told as what it is. */
function cellOf(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return JSON.stringify(value);
}
