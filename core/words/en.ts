/** The words that a workbook and every host use for the same things, in one place. */

import { FORMAT_VERSION } from "../audit/records.ts";
import type { Scope, ScopeReason } from "../audit/scope.ts";
import type { Verdict } from "../audit/score.ts";
import { keptByChecklist } from "../checklist/kept.ts";
import type { Checklist } from "../checklist/types.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: "Pass",
  fail: "Fail",
  inProgress: "In progress",
  actionPlan: "Action plan",
};

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  audited: "Audited",
  waived: "Waived",
  carried: "Carried",
};

/** Why an item is in an audit of this checklist or not, as the formulas of a format say it. */
export const scopeReasons = (
  checklist: Checklist,
  format: number = FORMAT_VERSION,
): Readonly<Record<ScopeReason, string>> => (format < 2 ? FORMAT_1 : REASONS)(checklist);

const REASONS = keptByChecklist(
  ({ version }: Checklist): Readonly<Record<ScopeReason, string>> => ({
    fullAudit: "Full audit",
    notReseller: "Not in the Channel Reseller Program",
    priorAction: "Action item of the previous audit",
    disclosedChange: "Disclosed change",
    newOrExpanded: `New or expanded in ${version}`,
    existing: "On the renewal’s list of existing requirements",
    both: `New or expanded in ${version}, and on the list of existing ones`,
    notInRenewal: "Not audited in a renewal",
  }),
);

const FORMAT_1 = keptByChecklist(
  (checklist: Checklist): Readonly<Record<ScopeReason, string>> => ({
    ...REASONS(checklist),
    existing: "Audited in every renewal",
    both: `New in ${checklist.version}, and audited in every renewal`,
  }),
);
