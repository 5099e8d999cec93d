/** What an answer would do to the score, before it is given. */

import type { ItemId } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import { type AdviceFacts, currentScore } from "./advice.ts";
import type { Answer } from "./answers.ts";
import { scoreItems } from "./score.ts";

export interface Effect {
  /** The total that it makes. */
  readonly total: number;
  /** Points against the present total. */
  readonly change: number;
  /**
   * A pass is possible now, and would be no more: by the points, or because the item is mandatory, whatever points it
   * has in this version of the checklist.
   */
  readonly loses: "reach" | "mandatory" | null;
}

export const effectOf = (
  checklist: Checklist,
  facts: AdviceFacts,
  id: ItemId,
  answer: Answer,
): Effect => effectOfAll(checklist, facts, new Set([id]), answer);

/** Scores all rows anew with one answer to some, on the present score's side; closures do not follow an answer. */
export function effectOfAll(
  checklist: Checklist,
  facts: AdviceFacts,
  ids: ReadonlySet<ItemId>,
  answer: Answer,
): Effect {
  const name = currentScore(facts.phase);
  const rows = facts.items.map((row) => {
    if (!ids.has(row.id)) return row;
    if (name === "self") return { ...row, self: answer };
    const actionState = answer === "notMet" ? (row.actionState ?? "open") : null;
    return { ...row, auditor: answer, actionState };
  });
  const before = facts[name];
  const after = scoreItems(checklist, rows, facts.phase === "closed")[name];
  return {
    total: after.total,
    change: after.total - before.total,
    loses:
      before.verdict === "fail" || after.verdict !== "fail"
        ? null
        : after.ceiling < checklist.pass
          ? "reach"
          : "mandatory",
  };
}
