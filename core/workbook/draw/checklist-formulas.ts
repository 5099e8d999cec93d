/** The formulas of an item's row in the Checklist; each refers to its own row and to names. */

import { KIND_MARKS, STATE_WORDS } from "../../audit/actions.ts";
import { ANSWER_WORDS } from "../../audit/answers.ts";
import type { Checklist, Item } from "../../checklist/types.ts";
import { SCOPE_WORDS, scopeReasons } from "../../words/en.ts";
import { CHECKLIST } from "../../words/sheets.ts";
import { ENGAGEMENT_WORDS, NO, YES } from "../fields.ts";
import { at, FIRST_BODY_ROW } from "./layout.ts";

/** Twin: audit/scope.ts#scopeOf */
export function scopeFormula({ renewal }: Checklist, row: number): string {
  const waived = `AND(${at("resellerOnly", row)}="${YES}",Reseller_Program="${NO}")`;
  if (renewal === null) return `IF(${waived},"${SCOPE_WORDS.waived}","${SCOPE_WORDS.audited}")`;
  const carried = `AND(Engagement="${ENGAGEMENT_WORDS.renewal}",${at("renewalList", row)}="",${at("prior", row)}<>"${YES}",${at("disclosed", row)}<>"${YES}")`;
  return `IF(${waived},"${SCOPE_WORDS.waived}",IF(${carried},"${SCOPE_WORDS.carried}","${SCOPE_WORDS.audited}"))`;
}

/** Twin: audit/evaluate.ts#earned */
export function pointsFormula(row: number, column: "self" | "auditor"): string {
  const [add, subtract] = [at("ifMet", row), at("ifNotMet", row)];
  const answer = at(column, row);
  const { met, notMet } = ANSWER_WORDS;
  return `IF(${at("scope", row)}<>"${SCOPE_WORDS.audited}",${add},IF(${answer}="${met}",${add},IF(${answer}="${notMet}",${subtract},"")))`;
}

/**
 * What an item adds whose points people may enter: what they entered, else our reading. Found by its id, whatever
 * became of the table's rows.
 * Twin: workbook/read/decode.ts#decodePoints
 */
export function openAddFormula({ id, ifMet }: Item): string {
  const entered = `INDEX(Open_Add,MATCH("${id}",Open_Id,0))`;
  return `IFERROR(IF(ISNUMBER(${entered}),${entered},${ifMet}),${ifMet})`;
}

/** Twin: checklist/lookup.ts#ifNotMetFor */
export function openSubtractFormula(row: number, loss: number): string {
  return `IF(${at("ifMet", row)}=0,${loss},0)`;
}

/** Twin: audit/evaluate.ts#isMandatory */
export function openMandatoryFormula(row: number): string {
  return `IF(${at("ifNotMet", row)}<0,"${YES}","")`;
}

/** Twin: audit/evaluate.ts#evaluate */
export function actionFormula(row: number, format: number): string {
  const found = `AND(${at("scope", row)}="${SCOPE_WORDS.audited}",${at("auditor", row)}="${ANSWER_WORDS.notMet}")`;
  const mandatory = format < 2 ? `${at("ifNotMet", row)}<0` : `${at("mandatory", row)}="${YES}"`;
  return `IF(${found},IF(${mandatory},"${KIND_MARKS.mandatory}","${KIND_MARKS["score-impacting"]}"),"")`;
}

/** Twin: audit/actions.ts#actionState */
export function stateFormula(row: number): string {
  const action = at("actionItem", row);
  const closedOn = at("closedOn", row);
  const due = "Action_Items_Due_On";
  const { open, planned, closed, late } = STATE_WORDS;
  const isMandatory = `${action}="${KIND_MARKS.mandatory}"`;
  // A closure day with a time still belongs to its day.
  const inTime = `IF(${due}="","${open}",IF(${closedOn}<${due}+1,"${closed}","${late}"))`;
  const pending = `IF(AND(${isMandatory},${at("plan", row)}<>""),"${planned}","${open}")`;
  return `IF(${action}="","",IF(MAX(${closedOn})>0,IF(${isMandatory},"${closed}",${inTime}),${pending}))`;
}

/** Twin: audit/evaluate.ts#evaluate */
export function finalFormula(row: number): string {
  return `IF(${at("state", row)}="${STATE_WORDS.closed}",${at("ifMet", row)},${at("auditorPoints", row)})`;
}

/** Twin: audit/scope.ts#scopeOf */
export function reasonFormula(checklist: Checklist, row: number, format: number): string {
  const reasons = scopeReasons(checklist, format);
  if (checklist.renewal === null)
    return `IF(${at("scope", row)}="${SCOPE_WORDS.waived}","${reasons.notReseller}","${reasons.fullAudit}")`;
  const list = at("renewalList", row);
  const lists = CHECKLIST.renewalLists;
  return [
    `IF(${at("scope", row)}="${SCOPE_WORDS.waived}","${reasons.notReseller}"`,
    `IF(Engagement<>"${ENGAGEMENT_WORDS.renewal}","${reasons.fullAudit}"`,
    `IF(${at("prior", row)}="${YES}","${reasons.priorAction}"`,
    `IF(${at("disclosed", row)}="${YES}","${reasons.disclosedChange}"`,
    `IF(${list}="${lists.newOrExpanded}","${reasons.newOrExpanded}"`,
    `IF(${list}="${lists.existing}","${reasons.existing}"`,
    `IF(${list}="${lists.both}","${reasons.both}","${reasons.notInRenewal}")))))))`,
  ].join(",");
}

/**
 * The row's place in the list of action items: open and planned ones first, then the settled ones.
 * Twin: workbook/draw/checklist.ts#actionNumbers
 */
export function numberFormula(row: number): string {
  const state = at("state", row);
  const above = `${at("state", FIRST_BODY_ROW).replace(/(\d+)/, "$$$1")}:${state}`;
  const count = (words: readonly string[], range: string) =>
    words.map((word) => `COUNTIFS(${range},"${word}")`).join("+");
  const { open, planned, closed, late } = STATE_WORDS;
  const pending = [open, planned];
  const settled = [closed, late];
  return `IF(${state}="","",IF(OR(${pending.map((word) => `${state}="${word}"`).join(",")}),${count(pending, above)},${count(pending, "Action_State")}+${count(settled, above)}))`;
}
