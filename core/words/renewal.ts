/** What making next year's workbook tells. */

import { inputLabel } from "./labels.ts";
import { span } from "./numbers.ts";

export const RENEWAL_TEXT = {
  renewal: () => "The next audit is a renewal.",
  alwaysFull: "Every audit against this checklist is a full one.",
  full: (lastFull: string | null, engagement: "full" | "renewal", months: number) =>
    lastFull === null
      ? `The day of the last full audit is not known, so the next audit is a full one. Fill “${inputLabel(engagement === "full" ? "Audit_On" : "Last_Full_Audit_On")}” first if a renewal is due.`
      : `The last full audit was on ${lastFull}, so the next audit, ${span(months)} on, has to be a full one again.`,
  actionPlan:
    "This audit ended with an action plan. Only partners who are MSPs can renew: ask your AWS contact whether the plan is done and approved; else choose Full audit.",
  notPassed: (isOver: boolean) =>
    isOver
      ? "This audit did not end with a Pass. Only partners who are MSPs can renew, so the next audit is a full one: ask your AWS contact."
      : "This audit has not ended with a Pass yet, so the next one is taken for a full one. Renew again once it has.",
  closureLeftOut: (id: string) =>
    `Item ${id}: evidence and closure evidence together are too long for a cell, so the closure evidence was left out. Take it from this year's workbook.`,
  priorActions: (ids: readonly string[]) =>
    ids.length === 0
      ? "There are no previous action items."
      : `Previous action items: ${ids.join(", ")}.`,
  waived: (ids: readonly string[]) =>
    `Waived and so never audited: ${ids.join(", ")}. If the partner has joined the Channel Reseller Program, disclose them as changes.`,
  notValidated: (count: number) =>
    `${count === 1 ? "One item was" : `${count} items were`} not validated, so previous action items may be missing here.`,
  noAuditDate: `The day of the audit is not known. Fill “${inputLabel("Audit_On")}” in this year's workbook, then renew again, to have the dates right.`,
} as const;
