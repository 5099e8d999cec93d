/** Which items an audit looks at. Waived and carried items earn their points whatever was answered. */

import type { RenewalList, RenewalRule } from "../checklist/types.ts";

export type Scope = "audited" | "waived" | "carried";

export type ScopeReason =
  | "fullAudit"
  | "notReseller"
  | "priorAction"
  | "disclosedChange"
  | "newOrExpanded"
  | "existing"
  | "both"
  | "notInRenewal";

/**
 * Whether an audit against a version, as people write it, lets a partner renew; a year is no version.
 * Source: lines 111 and 112, audited before against that version, or later (our reading).
 */
export function isRenewableVersion(rule: RenewalRule, text: string): boolean {
  const version = Number(
    /\bv(?:ersion)?\.?\s*(\d+(?:\.\d+)?)/i.exec(text)?.[1] ??
      /(?:^|[^\d.])(\d{1,2}\.\d+)(?![\d.])/.exec(text)?.[1] ??
      /^\D*(\d+)\D*$/.exec(text)?.[1],
  );
  return version >= Number(rule.oldestVersion) && version < 100;
}

export interface ScopeFacts {
  readonly reseller: boolean;
  readonly renewal: boolean;
  readonly priorAction: boolean;
  readonly disclosedChange: boolean;
}

/**
 * The waiver for partners outside the Channel Reseller Program comes first, also where a renewal lists
 * the item. A prior action item and a disclosed change mean nothing in a full audit.
 * Source: lines 105 to 124.
 * Twin: workbook/draw/checklist-formulas.ts#scopeFormula
 * Twin: workbook/draw/checklist-formulas.ts#reasonFormula
 */
export function scopeOf(
  item: { readonly resellerOnly: boolean; readonly renewal: RenewalList | null },
  facts: ScopeFacts,
): { readonly scope: Scope; readonly reason: ScopeReason } {
  if (item.resellerOnly && !facts.reseller) return { scope: "waived", reason: "notReseller" };
  if (!facts.renewal) return { scope: "audited", reason: "fullAudit" };
  if (facts.priorAction) return { scope: "audited", reason: "priorAction" };
  if (facts.disclosedChange) return { scope: "audited", reason: "disclosedChange" };
  if (item.renewal) return { scope: "audited", reason: item.renewal };
  return { scope: "carried", reason: "notInRenewal" };
}
