/** Customer references: whether one counts, and how old it is. */

import type { IsoDate } from "../checklist/domain.ts";
import { addMonths } from "./dates.ts";
import type { ReferenceInputs } from "./inputs.ts";

/** Lines 143 to 147 of the source. */
export const REFERENCES_NEEDED = 3;
export const PUBLIC_NEEDED = 1;

/** References may be so old, measured back from the audit: fine, to be confirmed, too old (our reading of lines 143 to 147). */
export const FINE_MONTHS = 12;
export const OLDEST_MONTHS = 18;

/** `unmeasured`: neither audit nor submission has a date yet. */
export type ReferenceAge =
  | "fine"
  | "confirm"
  | "tooOld"
  | "undated"
  | "unmeasured"
  | "notPaying"
  | "none";

/** How a reference stands against the day it is measured from. */
export function referenceAge(reference: ReferenceInputs, base: IsoDate | null): ReferenceAge {
  if (reference.customer === "") return "none";
  if (reference.isPaying !== true) return "notPaying";
  if (reference.on === null) return "undated";
  if (base === null) return "unmeasured";
  if (reference.on < addMonths(base, -OLDEST_MONTHS)) return "tooOld";
  return reference.on < addMonths(base, -FINE_MONTHS) ? "confirm" : "fine";
}

/** References are measured back from the audit, else from the submission. */
export const referenceBase = (dates: {
  readonly auditOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
}): IsoDate | null => dates.auditOn ?? dates.submittedOn;

export function countsAsReference(reference: ReferenceInputs, base: IsoDate | null): boolean {
  const age = referenceAge(reference, base);
  return age === "fine" || age === "confirm" || age === "unmeasured";
}
