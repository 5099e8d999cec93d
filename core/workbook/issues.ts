/** Faults found in a workbook, as values: what is wrong, where, how bad it is. */

import { cellAddress } from "./a1.ts";

export type Severity = "error" | "warning";

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Issue {
  /** A key of `ISSUE_TEXT`. */
  readonly code: string;
  /** An error means that the score or the hand-over cannot be trusted. */
  readonly severity: Severity;
  readonly place: Place | null;
  /** The place as seen on screen, such as `Checklist!G14`; null where there is none. */
  readonly where: string | null;
  readonly message: string;
}

/** `Checklist!H51`, as seen on screen. */
export function placeText(place: Place): string {
  return `${place.sheet}!${cellAddress(place.row, place.column)}`;
}
