/** What a new checklist would ask, as the questions for it stand. */

import { type Scope, scopeOf } from "../../core/audit/scope.ts";
import type { Checklist, Item } from "../../core/checklist/types.ts";
import type { NewChecklist } from "../types.ts";

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
