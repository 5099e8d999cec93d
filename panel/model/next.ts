/** Which item comes next: the open ones that the list's filters leave, in the checklist's order. */

import { currentScore } from "../../core/audit/advice.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import { type Choice, type Filter, type ItemRow, itemsModel } from "./items.ts";

/** Filters that an answer takes an item out of: its neighbours are not looked for among what is left. */
const FLEETING: ReadonlySet<Filter> = new Set(["unanswered", "notMet", "disagree"]);

const lasting = (choice: Choice): Choice => ({
  ...choice,
  filters: new Set([...choice.filters].filter((filter) => !FLEETING.has(filter))),
});

/** The first open item after one, and after the last the first again; null where no other is open. */
export function nextOpen(
  checklist: Checklist,
  report: Report,
  choice: Choice,
  from: ItemId | null,
): ItemId | null {
  const { rows } = itemsModel(checklist, report, lasting(choice));
  // Once the audit is over what is open is what can still be closed.
  const actions = new Set(
    report.actionItems.filter(({ state }) => state === "open").map(({ id }) => id),
  );
  const isOpen =
    currentScore(report.phase) === "final"
      ? ({ id }: ItemRow) => actions.has(id)
      : ({ state }: ItemRow) => state === "unanswered";
  const open = new Set(rows.filter(isOpen).map(({ id }) => id));
  const order = report.items.map(({ id }) => id);
  const after = from === null ? 0 : order.indexOf(from) + 1;
  const found = [...order.slice(after), ...order.slice(0, after)].find(
    (id) => id !== from && open.has(id),
  );
  return found ?? null;
}

/** The neighbour in the list, whatever its answer; null at its ends. */
export function neighbour(
  checklist: Checklist,
  report: Report,
  choice: Choice,
  from: ItemId,
  by: 1 | -1,
): ItemId | null {
  const left = new Set(itemsModel(checklist, report, choice).rows.map(({ id }) => id));
  const order = report.items.map(({ id }) => id);
  const at = order.indexOf(from);
  const ahead = by === 1 ? order.slice(at + 1) : order.slice(0, at).reverse();
  return ahead.find((id) => left.has(id)) ?? null;
}
