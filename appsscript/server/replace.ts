/** Changes a cell only while it still holds what was read from it. */

import { serialFromIso } from "../../core/audit/dates.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { locked } from "./lock.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A text, empty to clear the cell, or a day. */
export type Wanted = string | { readonly day: IsoDate };

/** Whatever of it a cell is full of, there is nothing to be seen in it. */
const BLANK = "^[\\s\\p{Z}\\x{200B}]+$";

/**
 * Replaces the cell's value unless somebody has changed it since it was read: a search that finds the old
 * text and replaces it is one step for Sheets, a reading and a writing are two, and people who type wait for
 * no lock. Returns how many it replaced.
 */
export function replaceIfStill(cell: Range, before: string | number, wanted: Wanted): number {
  const text = typeof wanted === "string" ? wanted : wanted.day;
  const isBlank = /^[\s\u200b]*$/.test(String(before));
  const finder = isBlank
    ? cell.createTextFinder(BLANK).useRegularExpression(true)
    : cell.createTextFinder(String(before)).matchCase(true).matchEntireCell(true);
  const count = finder.replaceAllWith(text);
  if (count > 0 && typeof wanted !== "string") makeDay(cell, wanted.day);
  return count;
}

/** Sheets reads what it puts in as if it were typed; in a cell for text it stays text. */
function makeDay(cell: Range, day: IsoDate): void {
  if (cell.getValue() !== day) return;
  locked(() => {
    if (cell.getValue() === day) cell.setValue(serialFromIso(day));
  });
}
