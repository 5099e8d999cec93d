/** What the form for a new checklist says, counted from the checklist. */

import { type Scope, scopeOf } from "../../core/audit/scope.ts";
import type { Checklist, Item } from "../../core/checklist/types.ts";
import { SHEETS } from "../../core/words/sheets.ts";
import type { NewChecklist } from "../types.ts";
import { EMPTY_TEXT } from "../words/panel.ts";

export interface EmptyModel {
  readonly sheets: string;
  readonly items: number;
  readonly renewalItems: number;
  readonly resellerPoints: number;
}

/** What an audit that begins so looks at: nothing is known yet of earlier action items or changes. */
export interface NewScope {
  readonly items: number;
  readonly mandatory: number;
  readonly points: number;
  /** Whose points come whatever is answered. */
  readonly waived: number;
  readonly waivedPoints: number;
  readonly carried: number;
  readonly carriedPoints: number;
}

export function newScope(
  { items }: Checklist,
  { reseller, renewal }: Pick<NewChecklist, "reseller" | "renewal">,
): NewScope {
  const facts = { reseller, renewal, priorAction: false, disclosedChange: false };
  const of = (scope: Scope) => items.filter((item) => scopeOf(item, facts).scope === scope);
  const points = (some: readonly Item[]) => some.reduce((sum, { ifMet }) => sum + ifMet, 0);
  const [audited, waived, carried] = [of("audited"), of("waived"), of("carried")];
  return {
    items: audited.length,
    mandatory: audited.filter(({ mandatory }) => mandatory).length,
    points: points(audited),
    waived: waived.length,
    waivedPoints: points(waived),
    carried: carried.length,
    carriedPoints: points(carried),
  };
}

export function emptyModel({ items }: Checklist): EmptyModel {
  const hiddenSheets = 1;
  const sheets = Object.keys(SHEETS).length - hiddenSheets;
  return {
    sheets: EMPTY_TEXT.sheetCounts[sheets] ?? String(sheets),
    items: items.length,
    renewalItems: items.filter((item) => item.renewal !== null).length,
    resellerPoints: items
      .filter((item) => item.resellerOnly)
      .reduce((sum, item) => sum + item.ifMet, 0),
  };
}
