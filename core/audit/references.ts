/** Customer references: whether one counts, and how old it is. */

import type { IsoDate } from "../checklist/domain.ts";
import type { ReferenceRule } from "../checklist/types.ts";
import { addMonths } from "./dates.ts";
import type { ReferenceInputs } from "./inputs.ts";
import { FORMAT_VERSION } from "./records.ts";

/** What a reference has to be (lines 144 to 146 of the source). */
export const REFERENCE_KINDS = ["New customer", "New engagement"] as const;

/** `unmeasured`: the day from which it is measured is not known yet. */
export type ReferenceAge =
  | "fine"
  | "confirm"
  | "tooOld"
  | "afterAudit"
  | "undated"
  | "unmeasured"
  | "noKind"
  | "notPaying"
  | "none";

/** The days that references are measured from. */
export interface ReferenceDays {
  readonly auditOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
}

/**
 * How a reference stands against the audit, before that has a day against the submission: then one that begins later
 * waits for it. Workbooks of format 1 ask neither for the kind nor whether the audit came first.
 * Twin: workbook/draw/prerequisites.ts#drawReferences
 */
export function referenceAge(
  rule: ReferenceRule,
  reference: ReferenceInputs,
  days: ReferenceDays,
  format: number = FORMAT_VERSION,
): ReferenceAge {
  if (reference.customer === "") return "none";
  if (reference.isPaying !== true) return "notPaying";
  if (format >= 2 && !isKind(reference.kind)) return "noKind";
  if (reference.on === null) return "undated";
  const base = referenceBase(days);
  if (base === null) return "unmeasured";
  if (format >= 2 && reference.on > base)
    return days.auditOn === null ? "unmeasured" : "afterAudit";
  if (reference.on < addMonths(base, -rule.oldestMonths)) return "tooOld";
  return reference.on < addMonths(base, -rule.fineMonths) ? "confirm" : "fine";
}

/** Case does not matter to formulas. */
const isKind = (text: string): boolean =>
  REFERENCE_KINDS.some((kind) => kind.toLowerCase() === text.toLowerCase());

/**
 * References are measured back from the audit, else from the submission.
 * Twin: workbook/draw/prerequisites.ts#drawReferences
 */
export const referenceBase = ({ auditOn, submittedOn }: ReferenceDays): IsoDate | null =>
  auditOn ?? submittedOn;

/** One that cannot be measured yet counts in workbooks of format 1 alone. */
export const ageCounts = (age: ReferenceAge, format: number = FORMAT_VERSION): boolean =>
  age === "fine" || age === "confirm" || (format < 2 && age === "unmeasured");

export interface ReferencesCounted {
  readonly counting: number;
  readonly isPublic: number;
  readonly enough: boolean;
}

/**
 * How many count, and whether they suffice. `hopeful`: those that wait for a day count along.
 * Twin: workbook/draw/prerequisites.ts#drawEntries
 */
export function countReferences(
  rule: ReferenceRule,
  references: readonly ReferenceInputs[],
  days: ReferenceDays,
  { format = FORMAT_VERSION, hopeful = false } = {},
): ReferencesCounted {
  const counting = references.filter((reference) => {
    const age = referenceAge(rule, reference, days, format);
    return ageCounts(age, format) || (hopeful && age === "unmeasured");
  });
  const isPublic = counting.filter((reference) => reference.isPublic === true).length;
  const enough = counting.length >= rule.needed && isPublic >= rule.publicNeeded;
  return { counting: counting.length, isPublic, enough };
}
