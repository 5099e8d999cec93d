/** Action items: what the auditor found not met, and what became of it. */

import type { IsoDate, ItemId, Points } from "../checklist/domain.ts";
import type { ActionState } from "./score.ts";

export type ActionKind = "mandatory" | "score-impacting";

/** Their marks in a workbook's cells. */
export const KIND_MARKS: Readonly<Record<ActionKind, string>> = {
  mandatory: "MAI",
  "score-impacting": "SIAI",
};

export const STATE_WORDS: Readonly<Record<ActionState, string>> = {
  open: "Open",
  planned: "Planned",
  closed: "Closed",
  late: "Late",
};

export interface ActionItem {
  readonly id: ItemId;
  readonly kind: ActionKind;
  /** What closing it brings. */
  readonly points: Points;
  /** Five business days after the audit summary was received; null without that date. */
  readonly dueOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly plan: string | null;
  readonly state: ActionState;
}

/**
 * A mandatory closure counts whenever it was accepted. A score-impacting one counts when its evidence was
 * given by the due date, and not at all while there is none. Only mandatory items can be planned.
 * Source: lines 54 to 65.
 * Twin: workbook/draw/checklist-formulas.ts#stateFormula
 */
export function actionState(
  mandatory: boolean,
  closedOn: IsoDate | null,
  plan: string,
  dueOn: IsoDate | null,
): ActionState {
  if (closedOn !== null) {
    if (mandatory) return "closed";
    if (dueOn === null) return "open";
    return closedOn <= dueOn ? "closed" : "late";
  }
  return mandatory && plan !== "" ? "planned" : "open";
}
