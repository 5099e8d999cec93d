/** Finds the contract's named ranges, for a whole reading and for single names. */

import { parseArea } from "../../core/workbook/a1.ts";
import { contractNames } from "../../core/workbook/fields.ts";
import type { Area } from "../../core/workbook/port.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

const contract = new Set(contractNames);

/** A sheet with named ranges on it, as a rule one of ours. */
export interface NamedSheet {
  readonly sheet: Sheet;
  readonly title: string;
  readonly named: readonly NamedRange[];
}

/**
 * What a sheet says of its cells. Charts on sheets of their own and tables of a database have none, and Google refuses
 * what is asked of them; to ask each sheet first what it is would cost a call each.
 */
export function ofCells<T>(sheet: Sheet, ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch (cause) {
    if (String(sheet.getType()) === "GRID") throw cause;
    return otherwise;
  }
}

/** Sheets without named ranges cost one call each and are of no interest to a reading. */
export function namedSheets(sheets: readonly Sheet[]): NamedSheet[] {
  return sheets.flatMap((sheet) => {
    const named = ofCells(sheet, () => sheet.getNamedRanges(), []);
    return named.length === 0 ? [] : [{ sheet, title: sheet.getName(), named }];
  });
}

/** Where a range is, as a rule by a single call. */
export function areaOf(range: Range): Area {
  const area = parseArea(range.getA1Notation());
  if (area) return area;
  // Whole rows or columns have an address of another form.
  return {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}

/** The contract's names on a sheet; names of others are skipped. */
export function contractAreas({ named }: NamedSheet): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  for (const entry of named) {
    const name = entry.getName();
    if (contract.has(name)) areas.set(name, areaOf(entry.getRange()));
  }
  return areas;
}

/** Names of the contract that exist but lie on no sheet, because their cells were deleted. */
export function brokenNames(book: Spreadsheet, sheets: readonly NamedSheet[]): string[] {
  const all = book.getNamedRanges();
  const placed = sheets.reduce((count, sheet) => count + sheet.named.length, 0);
  if (all.length === placed) return [];
  const known = new Set(sheets.flatMap((sheet) => sheet.named.map((entry) => entry.getName())));
  return all
    .map((entry) => entry.getName())
    .filter((name) => contract.has(name) && !known.has(name));
}
