/** One pass of a repair as data: what is mended, cell by cell, and what a host writes for it. */

import type { FullEdition } from "../workbook/edition.ts";
import type { Place } from "../workbook/issues.ts";
import type { Blueprint, CellValue, Mending, Snapshot } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { WorkbookReading } from "../workbook/read/reading.ts";
import type { MendKind } from "./kinds.ts";

/** One thing that is mended. */
export interface Mend {
  readonly kind: MendKind;
  /** The cell; null for what is none. */
  readonly place: Place | null;
  /** The defined name or the sheet's title that it is about, where there is no cell. */
  readonly about: string | null;
  /** What stands there, and what will; null where that says nothing. */
  readonly found: string | null;
  readonly put: string | null;
}

/** What nobody but a person can decide; it stays as it is. */
export type Unsure =
  /** Rows of one item that differ in these entries, by defined name. */
  | {
      readonly is: "twice";
      readonly item: string;
      readonly places: readonly Place[];
      readonly names: readonly string[];
    }
  /** Ids stand in other rows than what is hidden beside them: some columns were sorted without the others. */
  | { readonly is: "sortedApart"; readonly sheet: string; readonly rows: number }
  /** Formulas stand beside the cells that they belong to, as after rows came in: so may entries. */
  | { readonly is: "slipped"; readonly sheet: string };

export interface Pass {
  readonly mends: readonly Mend[];
  readonly mending?: Mending;
}

export const NO_PASS: Pass = { mends: [] };

/** All that a pass is worked out from. */
export interface Damaged {
  readonly edition: FullEdition;
  readonly snapshot: Snapshot;
  readonly reading: WorkbookReading;
  /** The workbook as it would be drawn with the same entries, in its own format. */
  readonly plan: Blueprint;
  readonly format: number;
}

export const mendAt = (kind: MendKind, place: Place, found: CellValue, put: CellValue): Mend => ({
  kind,
  place,
  about: null,
  found: textOf(found),
  put: textOf(put),
});

export const mendOf = (kind: MendKind, about: string, put: string | null = null): Mend => ({
  kind,
  place: null,
  about,
  found: null,
  put,
});

const textOf = (value: CellValue): string | null => cellText(value) || null;
