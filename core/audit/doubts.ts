/** Entries that each read well and yet ask for another look; a check warns of them, a hand-over lists them. */

import type { IsoDate, ItemId } from "../checklist/domain.ts";
import { openItems } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Answer } from "./answers.ts";
import type { ServiceResult } from "./evaluate.ts";
import { isRenewableVersion, type Scope } from "./scope.ts";

/** As much of an audit as is judged here. */
export interface Judged {
  readonly renewal: boolean;
  readonly previousAuditVersion: string;
  readonly lastFullAuditOn: IsoDate | null;
  readonly fullAuditOn: IsoDate | null;
  readonly services: readonly ServiceResult[];
  readonly pointsChecked: boolean;
  readonly items: readonly JudgedItem[];
}

export interface JudgedItem {
  readonly id: ItemId;
  readonly scope: Scope;
  readonly self: Answer;
  readonly auditor: Answer;
  readonly disclosedChange: boolean;
  readonly whatChanged: string;
}

export interface ServicesJudged {
  readonly item: ItemId;
  readonly self: Answer;
  readonly auditor: Answer;
  /** How many this audit asks for. */
  readonly assessed: number;
  /** Of these, by their places in the list: not said to be compliant or not, and said not to be. */
  readonly blank: readonly number[];
  readonly lacking: readonly number[];
}

/** How the list of services stands to the answer of its item; null where this audit does not ask for it. */
export function servicesJudged(checklist: Checklist, judged: Judged): ServicesJudged | null {
  const row = judged.items.find(({ id }) => id === checklist.services?.item);
  if (row?.scope !== "audited") return null;
  const assessed = judged.services.flatMap((service, at) =>
    service.assessed === "assessed" ? [{ at, compliant: service.compliant }] : [],
  );
  const those = (compliant: boolean | null) =>
    assessed.flatMap((each) => (each.compliant === compliant ? [each.at] : []));
  return {
    item: row.id,
    self: row.self,
    auditor: row.auditor,
    assessed: assessed.length,
    blank: those(null),
    lacking: those(false),
  };
}

/** As much of a judged audit as the doubt about points needs. */
type Doubtful = Pick<Judged, "pointsChecked"> & {
  readonly items: readonly Pick<JudgedItem, "id" | "scope" | "self" | "auditor">[];
};

/** Items not met whose points are our reading, until somebody has checked them: the total may be another. */
export function doubtfulPoints<D extends Doubtful>(
  checklist: Checklist,
  { items, pointsChecked }: D,
): readonly D["items"][number][] {
  if (pointsChecked) return [];
  const open = new Set(openItems(checklist).map(({ id }) => id));
  return items.filter(
    ({ id, scope, self, auditor }) =>
      open.has(id) && scope === "audited" && (self === "notMet" || auditor === "notMet"),
  );
}

/**
 * By how much a value that is our reading can be off where the item is not mandatory, what it costs where it is, and
 * where it can be looked up.
 */
export function openPointsSpread({ openValues }: Checklist): {
  readonly spread: number;
  readonly loss: number;
  readonly table: string;
} {
  const adding = (openValues?.choices ?? []).filter((choice) => choice > 0);
  const spread = adding.length === 0 ? 0 : Math.max(...adding) - Math.min(...adding);
  return {
    spread,
    loss: -(openValues?.mandatoryLoss ?? 0),
    table: openValues?.place ?? "published document",
  };
}

/** Disclosed changes without a word on what changed; they mean nothing in a full audit. */
export const undescribedChanges = ({ renewal, items }: Judged): readonly ItemId[] =>
  items.flatMap(({ id, disclosedChange, whatChanged }) =>
    renewal && disclosedChange && whatChanged === "" ? [id] : [],
  );

/** A renewal after an audit against a version that allows none, or that is not known. */
export const hasOldVersion = ({ renewal: rule }: Checklist, judged: Judged): boolean =>
  judged.renewal && rule !== null && !isRenewableVersion(rule, judged.previousAuditVersion);

export const lacksLastFullAudit = ({ renewal, lastFullAuditOn }: Judged): boolean =>
  renewal && lastFullAuditOn === null;

/** The day before which a renewal was possible, where the audit is not before it. */
export function fullAuditDue(
  { renewal, fullAuditOn }: Judged,
  auditOn: IsoDate | null,
): IsoDate | null {
  const isDue = renewal && fullAuditOn !== null && auditOn !== null && auditOn >= fullAuditOn;
  return isDue ? fullAuditOn : null;
}
