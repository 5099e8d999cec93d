/** Inputs to results: scope, points, action items, scores and deadlines, with no workbook in sight. */

import { type ItemId, type Points, points } from "../checklist/domain.ts";
import { isOpen } from "../checklist/lookup.ts";
import type { Checklist, Item } from "../checklist/types.ts";
import { type ActionItem, actionState } from "./actions.ts";
import type { Answer } from "./answers.ts";
import { type Deadlines, deadlines } from "./clock.ts";
import { type Inputs, type ItemInputs, inputsFor, type ServiceInputs } from "./inputs.ts";
import { type Scope, type ScopeReason, scopeOf } from "./scope.ts";
import { type ActionState, type Scores, type ScoringRow, scoreItems } from "./score.ts";

export interface ItemResult extends ScoringRow {
  readonly id: ItemId;
  readonly scopeReason: ScopeReason;
  /** Null while an audited item is unanswered. */
  readonly selfPoints: Points | null;
  readonly auditorPoints: Points | null;
  readonly finalPoints: Points | null;
}

export interface ServiceResult extends ServiceInputs {
  /** Whether this audit asks for the service, and why not. */
  readonly assessed: "assessed" | "waived" | "reviewedBefore" | "notInScope";
}

export interface Evaluation {
  readonly items: readonly ItemResult[];
  readonly scores: Scores;
  readonly actionItems: readonly ActionItem[];
  readonly deadlines: Deadlines;
  readonly services: readonly ServiceResult[];
}

/** Twin: workbook/draw/checklist-formulas.ts#pointsFormula */
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

/**
 * Twin: workbook/draw/checklist-formulas.ts#actionFormula
 * Twin: workbook/draw/checklist-formulas.ts#finalFormula
 */
export function evaluate(checklist: Checklist, given: Inputs): Evaluation {
  const inputs = inputsFor(checklist, given);
  const due = deadlines(checklist, inputs);
  const actionItems: ActionItem[] = [];
  const results = checklist.items.map((item): ItemResult => {
    const own = inputs.items[item.id] ?? blankItemInputs(item);
    const { scope, reason } = scopeOf(item, {
      reseller: inputs.reseller,
      renewal: inputs.renewal,
      priorAction: own.priorAction,
      disclosedChange: own.disclosedChange,
    });
    const mandatory = isMandatory(item, own);
    const isAction = scope === "audited" && own.auditor === "notMet";
    const state: ActionState | null = isAction
      ? actionState(mandatory, own.closedOn, own.plan, due.actionItemsDueOn)
      : null;
    const row = {
      section: item.section,
      scope,
      ifNotMet: own.ifNotMet,
      ifMet: own.ifMet,
      mandatory,
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
      selfPoints: earned(row, own.self),
      auditorPoints,
      finalPoints: state === "closed" ? own.ifMet : auditorPoints,
    };
  });
  return {
    items: results,
    scores: scoreItems(checklist, results, inputs.phase === "closed"),
    actionItems,
    deadlines: due,
    services: assessServices(checklist, inputs),
  };
}

/**
 * Where people enter what an item adds, that also says of which kind it is.
 * Twin: workbook/draw/checklist-formulas.ts#openMandatoryFormula
 */
function isMandatory(item: Item, own: ItemInputs): boolean {
  return isOpen(item) ? own.ifNotMet < 0 : item.mandatory;
}

/**
 * In a renewal the services that are new in this version are assessed unless they were reviewed before; all of them
 * are when their item itself is a prior action item or a disclosed change (our reading). Only a partner who works
 * in a single region can waive a service. Source: lines 396 to 403 and 118.
 * Twin: workbook/draw/services.ts#servicesSheet
 */
function assessServices(checklist: Checklist, inputs: Inputs): ServiceResult[] {
  const onlyNew = onlyNewServices(checklist, inputs);
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

/**
 * Whether the audit looks at the services of this version alone.
 * Twin: workbook/draw/services.ts#servicesSheet
 */
export function onlyNewServices({ services }: Checklist, { renewal, items }: Inputs): boolean {
  const own = services === null ? null : items[services.item];
  return renewal && !own?.priorAction && !own?.disclosedChange;
}
