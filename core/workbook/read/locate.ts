/** Finds cells in a snapshot by defined name, and the Checklist's rows by item id. */

import { FORMAT_VERSION } from "../../audit/records.ts";
import type { ItemId } from "../../checklist/domain.ts";
import { findItem } from "../../checklist/lookup.ts";
import type { Checklist, Item } from "../../checklist/types.ts";
import { hasRow } from "../area.ts";
import { formatOfNames } from "../fields.ts";
import type { Place } from "../issues.ts";
import type { CellValue, NamedRange, Snapshot } from "../port.ts";

export function cellText(value: CellValue): string {
  if (value === null) return "";
  // A host may hand over what it should not: even then this is text.
  if (typeof value === "object") return String("date" in value ? value.date : value.error);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

export function isBlank(value: CellValue): boolean {
  return value === null || value === "";
}

/** One cell of a snapshot with the place where it stands. */
export interface Found {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly place: Place;
}

export function cellIn(range: NamedRange, row: number, column = 0): Found {
  return {
    value: range.values[row]?.[column] ?? null,
    formula: range.formulas[row]?.[column] ?? null,
    place: { sheet: range.sheet, row: range.row + row, column: range.column + column },
  };
}

export function firstCell(snapshot: Snapshot, name: string): Found | null {
  const range = snapshot.names[name];
  return range ? cellIn(range, 0) : null;
}

/** The rows that were read: a range may claim more, up to a whole column, than its values hold. */
export function rowsRead(range: NamedRange): number {
  return Math.min(range.rows, range.values.length);
}

/** As `rowsRead`, for columns; the longest row counts. */
export function columnsRead(range: NamedRange): number {
  const longest = range.values.reduce((most, line) => Math.max(most, line.length), 0);
  return Math.min(range.columns, longest);
}

/** Every cell of a named range, row by row. */
export function cellsOf(range: NamedRange): Found[] {
  const found: Found[] = [];
  const columns = columnsRead(range);
  for (let row = 0; row < rowsRead(range); row += 1) {
    for (let column = 0; column < columns; column += 1) found.push(cellIn(range, row, column));
  }
  return found;
}

/** The cell of a Checklist column in an absolute sheet row; null where the name is missing or elsewhere. */
export function cellInRow(snapshot: Snapshot, name: string, sheetRow: number): Found | null {
  const range = snapshot.names[name];
  if (!range || !hasRow(range, sheetRow)) return null;
  return cellIn(range, sheetRow - range.row);
}

/** Only the value, where its place is of no interest: texts are read by the hundred. */
export function valueInRow(snapshot: Snapshot, name: string, sheetRow: number): CellValue {
  const range = snapshot.names[name];
  return range?.values[sheetRow - range.row]?.[0] ?? null;
}

/** What stands under `Format_Version` where a later version of the program wrote it; else null. Always finite: it is told. */
export const formatBeyond = (format: unknown): number | null =>
  typeof format === "number" && format > FORMAT_VERSION
    ? Math.min(format, Number.MAX_SAFE_INTEGER)
    : null;

/** The format of a workbook that a later version of the program made; null of any other. */
export const newerFormat = (snapshot: Snapshot): number | null =>
  formatBeyond(firstCell(snapshot, "Format_Version")?.value);

/**
 * The format of a workbook: what it says, but never less than its names tell. One that says nothing that can be
 * read is known by them alone.
 */
export function ownFormat(snapshot: Snapshot): number {
  const format = firstCell(snapshot, "Format_Version")?.value;
  const said = typeof format === "number" && format >= 1 ? format : 1;
  return Math.max(said, formatOfNames(hasName(snapshot)));
}

/** Whether a workbook has a name. */
export const hasName =
  ({ names }: Pick<Snapshot, "names">) =>
  (name: string): boolean =>
    names[name] !== undefined;

/** The format whose programs this workbook is compared with: of a later one we know no more than of the newest. */
export const comparedFormat = (snapshot: Snapshot): number =>
  Math.min(ownFormat(snapshot), FORMAT_VERSION);

/** An item row as found: a numeric section key makes it one, whatever its id says. */
export interface FoundRow {
  readonly sheetRow: number;
  readonly id: Found;
  readonly section: Found | null;
  /** Null where the id is not one of the checklist's. */
  readonly item: Item | null;
  /** How many signs besides the id speak for the item, 0 to 2: its section, its title. */
  readonly signs: number;
}

/** All item rows in the order of the sheet, known and unknown; heading rows are skipped. */
export function itemRows(checklist: Checklist, snapshot: Snapshot): FoundRow[] {
  const ids = snapshot.names.Item_Id;
  if (!ids) return [];
  const rows: FoundRow[] = [];
  for (let index = 0; index < rowsRead(ids); index += 1) {
    const id = cellIn(ids, index);
    const sheetRow = ids.row + index;
    const section = cellInRow(snapshot, "Item_Section", sheetRow);
    const item = findItem(checklist, cellText(id.value).trim());
    const keyed = typeof section?.value === "number";
    if (!keyed && !item) continue;
    const title = cellText(cellInRow(snapshot, "Item_Title", sheetRow)?.value ?? null);
    const signs = Number(section?.value === Number(item?.section)) + Number(title === item?.title);
    rows.push({ sheetRow, id, section, item, signs });
  }
  return rows;
}

/**
 * The row of each item. Where several rows have its id, the one whose section and title fit best counts,
 * else the first: a wrong id in one row must not take another item's answer away.
 */
export function rowsByItem(rows: readonly FoundRow[]): Map<ItemId, FoundRow> {
  const byItem = new Map<ItemId, FoundRow>();
  for (const row of rows) {
    if (!row.item) continue;
    const best = byItem.get(row.item.id);
    if (!best || row.signs > best.signs) byItem.set(row.item.id, row);
  }
  return byItem;
}

/** Where an item stands in the table of points to check, from 0; null where it is not in it. */
export function openRow(snapshot: Snapshot, { id }: Pick<Item, "id">): number | null {
  const [ids, entries] = [snapshot.names.Open_Id, snapshot.names.Open_Add];
  if (!ids || !entries) return null;
  const found = cellsOf(ids).find(({ value }) => cellText(value).trim() === id);
  const row = found ? found.place.row - entries.row : -1;
  return row >= 0 && row < rowsRead(entries) ? row : null;
}
