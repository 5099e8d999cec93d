/** Inputs to results: scope, points, action items, scores and deadlines, with no workbook in sight. */

import { items, SERVICES_ITEM } from "../checklist/catalogue.ts";
import { type ItemId, type Points, points } from "../checklist/domain.ts";
import type { Item } from "../checklist/types.ts";
import { type ActionItem, actionState } from "./actions.ts";
import type { Answer } from "./answers.ts";
import { type Deadlines, deadlines } from "./clock.ts";
import type { Inputs, ItemInputs, ServiceInputs } from "./inputs.ts";
import { type Scope, type ScopeReason, scopeOf } from "./scope.ts";
import { type ActionState, type Scores, type ScoringRow, scoreItems } from "./score.ts";

export interface ItemResult extends ScoringRow {
  readonly id: ItemId;
  readonly scopeReason: ScopeReason;
  readonly mandatory: boolean;
  /** Null while an audited item is unanswered. */
  readonly selfPoints: Points | null;
  readonly auditorPoints: Points | null;
  readonly finalPoints: Points | null;
}

export interface ServiceResult extends ServiceInputs {
  /** Whether 3.1 asks for this service in this audit, and why not. */
  readonly assessed: "assessed" | "waived" | "reviewedBefore" | "notInScope";
}

export interface Evaluation {
  readonly items: readonly ItemResult[];
  readonly scores: Scores;
  readonly actionItems: readonly ActionItem[];
  readonly deadlines: Deadlines;
  readonly services: readonly ServiceResult[];
}

function earned(
  row: { scope: Scope; ifMet: Points; ifNotMet: Points },
  answer: Answer,
): Points | null {
  if (row.scope !== "audited" || answer === "met") return row.ifMet;
  return answer === "notMet" ? row.ifNotMet : null;
}

/** What an item's answer cells mean until somebody fills them. */
export function blankItemInputs(item: Item): ItemInputs {
  return {
    self: "unanswered",
    auditor: "unanswered",
    evidence: "",
    owner: "",
    note: "",
    noteKind: "",
    closureEvidence: "",
    closedOn: null,
    plan: "",
    priorAction: false,
    disclosedChange: false,
    whatChanged: "",
    ifNotMet: item.ifNotMet,
    ifMet: item.ifMet,
  };
}

export function evaluate(inputs: Inputs): Evaluation {
  const due = deadlines(inputs);
  const actionItems: ActionItem[] = [];
  const results = items.map((item): ItemResult => {
    const own = inputs.items[item.id] ?? blankItemInputs(item);
    const { scope, reason } = scopeOf(item, {
      reseller: inputs.reseller,
      renewal: inputs.renewal,
      priorAction: own.priorAction,
      disclosedChange: own.disclosedChange,
    });
    const mandatory = own.ifNotMet < 0;
    const isAction = scope === "audited" && own.auditor === "notMet";
    const state: ActionState | null = isAction
      ? actionState(mandatory, own.closedOn, own.plan, due.actionItemsDueOn)
      : null;
    const row = {
      section: item.section,
      scope,
      ifNotMet: own.ifNotMet,
      ifMet: own.ifMet,
      self: own.self,
      auditor: own.auditor,
      actionState: state,
    };
    if (state !== null) {
      actionItems.push({
        id: item.id,
        kind: mandatory ? "mandatory" : "score-impacting",
        points: points(own.ifMet - own.ifNotMet),
        dueOn: due.actionItemsDueOn,
        closedOn: own.closedOn,
        plan: own.plan === "" ? null : own.plan,
        state,
      });
    }
    const auditorPoints = earned(row, own.auditor);
    return {
      ...row,
      id: item.id,
      scopeReason: reason,
      mandatory,
      selfPoints: earned(row, own.self),
      auditorPoints,
      finalPoints: state === "closed" ? own.ifMet : auditorPoints,
    };
  });
  return {
    items: results,
    scores: scoreItems(results, inputs.phase === "closed"),
    actionItems,
    deadlines: due,
    services: assessServices(inputs, results),
  };
}

/**
 * In a renewal the services that are new in 3.1 are assessed unless they were reviewed before; all of them
 * are when 3.1 itself is a prior action item or a disclosed change (our reading). Only a partner who works
 * in a single region can waive a service. Source: lines 396 to 403 and 118.
 */
function assessServices(inputs: Inputs, results: readonly ItemResult[]): ServiceResult[] {
  const reason = results.find((row) => row.id === SERVICES_ITEM)?.scopeReason;
  const onlyNew = inputs.renewal && reason !== "priorAction" && reason !== "disclosedChange";
  return inputs.services.map((service) => {
    const assessed = (): ServiceResult["assessed"] => {
      if (inputs.singleRegion && service.unavailable) return "waived";
      if (!onlyNew) return "assessed";
      if (!service.isNew) return "notInScope";
      return service.reviewed ? "reviewedBefore" : "assessed";
    };
    return { ...service, assessed: assessed() };
  });
}
