/** The scoring rule once more, from the words of the design and in another shape, to hold the core against. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { Verdict } from "../../core/audit/score.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";

const { items } = checklist31;

interface Sheet {
  readonly total: number;
  readonly floor: number;
  readonly ceiling: number;
  readonly verdict: Verdict;
}

export interface ThreeScores {
  readonly self: Sheet;
  readonly preliminary: Sheet;
  readonly final: Sheet;
}

type Fate = "granted" | "met" | "closed" | "lost" | "blank" | "open" | "planned";

function businessDayAfter(start: IsoDate, count: number, holidays: readonly IsoDate[]): string {
  const date = new Date(`${start}T12:00:00Z`);
  let left = count;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    const off =
      [0, 6].includes(date.getUTCDay()) ||
      holidays.includes(date.toISOString().slice(0, 10) as IsoDate);
    if (!off) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

export function scoreIndependently(inputs: Inputs): ThreeScores {
  const due = inputs.summaryReceivedOn
    ? businessDayAfter(inputs.summaryReceivedOn, 5, inputs.holidays)
    : null;
  const worth = (id: ItemId) => inputs.items[id]?.ifMet ?? 0;
  const cost = (id: ItemId) => inputs.items[id]?.ifNotMet ?? 0;
  const isMandatory = (id: ItemId) => cost(id) === -200;

  const audited = items
    .filter((item) => inputs.reseller || !(item.id === "4.5" || item.section === "5"))
    .filter((item) => {
      const own = inputs.items[item.id];
      return !inputs.renewal || item.renewal !== null || own?.priorAction || own?.disclosedChange;
    })
    .map((item) => item.id);
  const inScope = new Set(audited);

  const fateByColumn = (id: ItemId, column: "self" | "auditor"): Fate => {
    if (!inScope.has(id)) return "granted";
    const said = inputs.items[id]?.[column];
    return said === "met" ? "met" : said === "notMet" ? "lost" : "blank";
  };
  /** What the closures make of an item that the auditor found not met. */
  const finalFate = (id: ItemId): Fate => {
    const fate = fateByColumn(id, "auditor");
    if (fate !== "lost") return fate;
    const closedOn = inputs.items[id]?.closedOn ?? null;
    if (isMandatory(id)) {
      if (closedOn) return "closed";
      return inputs.items[id]?.plan ? "planned" : "open";
    }
    if (!closedOn || !due) return "open";
    return closedOn <= due ? "closed" : "lost";
  };

  const sheet = (fates: ReadonlyMap<ItemId, Fate>, isFinal: boolean): Sheet => {
    const ids = [...fates.keys()];
    const are = (...wanted: Fate[]) =>
      ids.filter((id) => wanted.includes(fates.get(id) ?? "blank"));
    const sum = (list: readonly ItemId[], of: (id: ItemId) => number) =>
      list.reduce((all, id) => all + of(id), 0);
    const total =
      sum(are("granted", "met", "closed"), worth) + sum(are("lost", "open", "planned"), cost);
    const phaseClosed = inputs.phase === "closed";
    const stillClosable = phaseClosed ? are("planned") : are("open", "planned");
    const ceiling =
      total + sum(are("blank"), worth) + sum(stillClosable, (id) => worth(id) - cost(id));
    const floor = total + sum(are("blank"), cost);
    const failedMandatory = are("lost").filter(isMandatory).length > 0;
    const openMandatory = are("open").filter(isMandatory);
    const withPlans = total + sum(are("planned"), (id) => worth(id) - cost(id));
    const verdict = ((): Verdict => {
      if (ceiling < 900) return "fail";
      if (!isFinal && failedMandatory) return "fail";
      if (are("blank").length > 0) return "inProgress";
      if (total >= 900 && openMandatory.length + are("planned").length === 0) return "pass";
      if (!isFinal) return "fail";
      if (!phaseClosed) return "inProgress";
      return are("planned").length > 0 && openMandatory.length === 0 && withPlans >= 900
        ? "actionPlan"
        : "fail";
    })();
    return { total, floor, ceiling, verdict };
  };
  const all = (fate: (id: ItemId) => Fate) =>
    new Map(items.map((item) => [item.id, fate(item.id)]));
  return {
    self: sheet(
      all((id) => fateByColumn(id, "self")),
      false,
    ),
    preliminary: sheet(
      all((id) => fateByColumn(id, "auditor")),
      false,
    ),
    final: sheet(all(finalFate), true),
  };
}
