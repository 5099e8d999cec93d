/** What stands in the way of an end that the programme accepts: open work, and days that do not fit (lines 54 to 67). */

import type { IsoDate, ItemId } from "../checklist/domain.ts";
import type { ActionItem } from "./actions.ts";
import type { Deadlines } from "./clock.ts";
import type { ItemResult } from "./evaluate.ts";

export interface ClosingFacts {
  readonly items: readonly Pick<ItemResult, "id" | "scope" | "auditor">[];
  readonly actionItems: readonly ActionItem[];
  readonly deadlines: Deadlines;
  readonly reportReceivedOn: IsoDate | null;
  readonly people: Readonly<Record<string, string>>;
}

export interface Closing {
  readonly unvalidated: readonly ItemId[];
  /** Mandatory items that are open and have no plan. */
  readonly unplanned: readonly ItemId[];
  readonly isSigned: boolean;
  /** Mandatory closures after the due date of which no plan told. */
  readonly afterDue: readonly ItemId[];
  readonly afterReport: readonly ItemId[];
  /** The report was received before the days for closing ended. */
  readonly isReportEarly: boolean;
  readonly isReportLate: boolean;
}

export function closing(facts: ClosingFacts): Closing {
  const { actionItems, deadlines, reportReceivedOn: received, people } = facts;
  const { actionItemsDueOn: due, finalReportOn: last } = deadlines;
  const ids = (found: readonly { readonly id: ItemId }[]) => found.map(({ id }) => id);
  const closed = actionItems.filter(({ state }) => state === "closed");
  const after = (day: IsoDate | null) =>
    closed.filter(({ closedOn }) => day !== null && closedOn !== null && closedOn > day);
  return {
    unvalidated: ids(
      facts.items.filter(({ scope, auditor }) => scope === "audited" && auditor === "unanswered"),
    ),
    unplanned: ids(
      actionItems.filter(({ kind, state }) => kind === "mandatory" && state === "open"),
    ),
    isSigned: Boolean(people.Sign_Off_Name && people.Sign_Off_On),
    afterDue: ids(after(due).filter(({ plan }) => plan === null)),
    afterReport: ids(after(received)),
    isReportEarly: received !== null && due !== null && received <= due,
    isReportLate: received !== null && last !== null && received > last,
  };
}
