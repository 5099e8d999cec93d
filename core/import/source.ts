/** What somebody brings, before it is known what it says: tables from wherever they come, or another workbook. */

import type { CellValue, Snapshot } from "../workbook/port.ts";

/** Where something stands in what was brought. Plain data, so that a host speaks it and a program reads it. */
export interface SourcePlace {
  /** As whoever brought it calls it, such as the name of a file; empty for what was pasted. */
  readonly source: string;
  /** The sheet, or the list in a JSON file; null where the source is one table. */
  readonly table: string | null;
  /** What is counted: the rows of a sheet, lines of text, or entries of a list. */
  readonly counts: "rows" | "lines" | "entries";
  /** From 1; 0 is the table as a whole. */
  readonly row: number;
  /** From 1; null where the whole row is meant, and outside sheets. */
  readonly column: number | null;
}

export interface SourceRow {
  readonly row: number;
  /** From the first column on; those that are not there at the end were not brought, and are no blanks. */
  readonly cells: readonly CellValue[];
}

export interface SourceTable extends Pick<SourcePlace, "source" | "table" | "counts"> {
  /** Blank rows may be left out: what counts is `row`. */
  readonly rows: readonly SourceRow[];
}

/** Something that the reading of a file wants told. */
export type SourceNote =
  /** The bytes are no UTF-8; they were read as Windows' Western letters. */
  | { readonly code: "western" }
  /** A sheet that was not read: it has more cells than any list, or is damaged. */
  | { readonly code: "sheetTooLarge" | "sheetDamaged"; readonly sheet: string }
  /** A workbook of a checklist that this program does not know: only its lists are read. */
  | { readonly code: "otherChecklist" };

/** Why nothing can be read from a source. */
export type SourceFault =
  | { readonly code: "empty" }
  | { readonly code: "tooLarge"; readonly most: number }
  /** Quotation marks that do not match, from this line on. */
  | { readonly code: "quotes"; readonly row: number }
  | { readonly code: "notJson" }
  /** No row names columns that are known, and there are more than can be told apart without; what stands first. */
  | { readonly code: "noHeading"; readonly heads: readonly string[] }
  /** Answers go by their order, and are not as many as the items. */
  | { readonly code: "count"; readonly found: number; readonly wanted: number };

export type Source = { readonly source: string; readonly notes: readonly SourceNote[] } & (
  | { readonly kind: "tables"; readonly tables: readonly SourceTable[] }
  /** A workbook of the checklist itself, found by its names. */
  | { readonly kind: "workbook"; readonly snapshot: Snapshot }
  | { readonly kind: "fault"; readonly fault: SourceFault }
);

/** More rows or cells are no list of answers. */
export const MOST_ROWS = 20_000;
export const MOST_CELLS = 200_000;

export const placeIn = (
  { source, table, counts }: SourceTable,
  row: number,
  column: number | null = null,
): SourcePlace => ({ source, table, counts, row, column: counts === "rows" ? column : null });
