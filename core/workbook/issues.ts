/** Faults found in a workbook, as facts: what is wrong, where, how bad it is; `words/issues.ts` speaks them. */

import type { IssueCode, IssueValues } from "../words/issues.ts";
import { cellAddress } from "./a1.ts";

export type Severity = "error" | "warning";

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** An issue of one of these codes. */
export type IssueOf<Code extends IssueCode> = {
  [Each in Code]: {
    readonly code: Each;
    /** An error means that the score or the hand-over cannot be trusted. */
    readonly severity: Severity;
    readonly place: Place | null;
    /** The place as seen on screen, such as `Checklist!G14`; null where there is none. */
    readonly where: string | null;
    readonly values: IssueValues[Each];
  };
}[Code];

/** Plain data, so that it crosses every border: a host speaks it, a program reads it. */
export type Issue = IssueOf<IssueCode>;

/** `Checklist!H51`, as seen on screen. */
export function placeText(place: Place): string {
  return `${place.sheet}!${cellAddress(place.row, place.column)}`;
}

export const whereOf = (place: Place | null): string | null => place && placeText(place);
