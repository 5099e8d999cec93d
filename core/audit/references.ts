/** Customer references: whether one counts, and how old it is. */

import type { IsoDate } from "../checklist/domain.ts";
import type { ReferenceRule } from "../checklist/types.ts";
import { addMonths } from "./dates.ts";
import type { ReferenceInputs } from "./inputs.ts";

/** `unmeasured`: neither audit nor submission has a date yet. */
export type ReferenceAge =
  | "fine"
  | "confirm"
  | "tooOld"
  | "undated"
  | "unmeasured"
  | "notPaying"
  | "none";

/**
 * How a reference stands against the day it is measured from.
 * Twin: workbook/draw/prerequisites.ts#drawReferences
 */
export function referenceAge(
  rule: ReferenceRule,
  reference: ReferenceInputs,
  base: IsoDate | null,
): ReferenceAge {
  if (reference.customer === "") return "none";
  if (reference.isPaying !== true) return "notPaying";
  if (reference.on === null) return "undated";
  if (base === null) return "unmeasured";
  if (reference.on < addMonths(base, -rule.oldestMonths)) return "tooOld";
  return reference.on < addMonths(base, -rule.fineMonths) ? "confirm" : "fine";
}

/**
 * References are measured back from the audit, else from the submission.
 * Twin: workbook/draw/prerequisites.ts#drawReferences
 */
export const referenceBase = (dates: {
  readonly auditOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
}): IsoDate | null => dates.auditOn ?? dates.submittedOn;

/** Twin: workbook/draw/prerequisites.ts#drawEntries */
export function countsAsReference(
  rule: ReferenceRule,
  reference: ReferenceInputs,
  base: IsoDate | null,
): boolean {
  const age = referenceAge(rule, reference, base);
  return age === "fine" || age === "confirm" || age === "unmeasured";
}
