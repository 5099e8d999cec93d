/** The formulas of an item's row in the Checklist; each refers to its own row and to names. */

import type { Checklist } from "../../checklist/types.ts";
import { scopeReasons } from "../../words/en.ts";
import { CHECKLIST } from "../../words/sheets.ts";
import { at, FIRST_BODY_ROW } from "./layout.ts";

export function scopeFormula(row: number): string {
  const waived = `AND(${at("resellerOnly", row)}="Yes",Reseller_Program="No")`;
  const carried = `AND(Engagement="Renewal",${at("renewalList", row)}="",${at("prior", row)}<>"Yes",${at("disclosed", row)}<>"Yes")`;
  return `IF(${waived},"Waived",IF(${carried},"Carried","Audited"))`;
}

export function pointsFormula(row: number, column: "self" | "auditor"): string {
  const [add, subtract] = [at("ifMet", row), at("ifNotMet", row)];
  const answer = at(column, row);
  return `IF(${at("scope", row)}<>"Audited",${add},IF(${answer}="Met",${add},IF(${answer}="Not met",${subtract},"")))`;
}

export function actionFormula(row: number): string {
  const found = `AND(${at("scope", row)}="Audited",${at("auditor", row)}="Not met")`;
  return `IF(${found},IF(${at("ifNotMet", row)}<0,"MAI","SIAI"),"")`;
}

export function stateFormula(row: number): string {
  const action = at("actionItem", row);
  const closedOn = at("closedOn", row);
  const due = "Action_Items_Due_On";
  // A closure day with a time still belongs to its day.
  const inTime = `IF(${due}="","Open",IF(${closedOn}<${due}+1,"Closed","Late"))`;
  const planned = `IF(AND(${action}="MAI",${at("plan", row)}<>""),"Planned","Open")`;
  return `IF(${action}="","",IF(MAX(${closedOn})>0,IF(${action}="MAI","Closed",${inTime}),${planned}))`;
}

export function finalFormula(row: number): string {
  return `IF(${at("state", row)}="Closed",${at("ifMet", row)},${at("auditorPoints", row)})`;
}

export function reasonFormula(checklist: Checklist, row: number): string {
  const reasons = scopeReasons(checklist);
  const list = at("renewalList", row);
  const lists = CHECKLIST.renewalLists;
  return [
    `IF(${at("scope", row)}="Waived","${reasons.notReseller}"`,
    `IF(Engagement<>"Renewal","${reasons.fullAudit}"`,
    `IF(${at("prior", row)}="Yes","${reasons.priorAction}"`,
    `IF(${at("disclosed", row)}="Yes","${reasons.disclosedChange}"`,
    `IF(${list}="${lists.newOrExpanded}","${reasons.newOrExpanded}"`,
    `IF(${list}="${lists.existing}","${reasons.existing}"`,
    `IF(${list}="${lists.both}","${reasons.both}","${reasons.notInRenewal}")))))))`,
  ].join(",");
}

/** The row's place in the list of action items: open and planned ones first, then the settled ones. */
export function numberFormula(row: number): string {
  const state = at("state", row);
  const above = `${at("state", FIRST_BODY_ROW).replace(/(\d+)/, "$$$1")}:${state}`;
  const count = (words: readonly string[], range: string) =>
    words.map((word) => `COUNTIFS(${range},"${word}")`).join("+");
  const pending = ["Open", "Planned"];
  const settled = ["Closed", "Late"];
  return `IF(${state}="","",IF(OR(${state}="Open",${state}="Planned"),${count(pending, above)},${count(pending, "Action_State")}+${count(settled, above)}))`;
}
