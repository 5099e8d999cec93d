/** What stands under a defined name, in the words of the sheet. */

import { inputLabel } from "./labels.ts";
import { CHECKLIST, DATA, OVERVIEW } from "./sheets.ts";

const { headers } = CHECKLIST;

const SIDES = {
  Self: [OVERVIEW.self, OVERVIEW.selfShort],
  Auditor: [OVERVIEW.preliminary, OVERVIEW.preliminaryShort],
  Final: [OVERVIEW.final, OVERVIEW.finalShort],
} as const;

const CALCULATED: Readonly<Record<string, string>> = {
  Item_Id: headers.id,
  Item_Title: headers.item,
  Item_Requirement: headers.requirement,
  Item_Subtract: headers.ifNotMet,
  Item_Add: headers.ifMet,
  Item_Scope: headers.scope,
  Self_Points: `${headers.selfPoints}, ${CHECKLIST.bands.partner}`,
  Auditor_Points: `${headers.auditorPoints}, ${CHECKLIST.bands.auditor}`,
  Action_Item: headers.actionItem,
  Action_State: headers.state,
  Final_Points: headers.finalPoints,
  Scope_Reason: headers.reason,
  Item_Order: headers.order,
  Item_Section: headers.section,
  Item_Reseller_Only: headers.resellerOnly,
  Item_Renewal_List: headers.renewalList,
  Item_Number: headers.number,
  Item_Provenance: headers.provenance,
  Item_Mandatory: headers.mandatory,
  ...Object.fromEntries(
    Object.entries(SIDES).flatMap(([side, [label, short]]) => [
      [`${side}_Total`, `${label}, ${OVERVIEW.total}`],
      [`${side}_Answered`, `${label}, ${OVERVIEW.answered}`],
      [`${side}_Verdict`, `${label}, ${OVERVIEW.verdict}`],
      [`${side}_Ceiling`, `${label}, ${OVERVIEW.atMost}`],
      [`${side}_Sections`, `${OVERVIEW.section}, ${short}`],
    ]),
  ),
  Action_Items_Due_On: `${OVERVIEW.actionItems}, ${OVERVIEW.thenDue}`,
  Seal: OVERVIEW.seal,
  Seal_Record: DATA.seal,
  Sealed_Values: DATA.sealed,
  Summary_Record: DATA.summary,
};

/** Null for what has no words of its own on a sheet, such as a block of figures. */
export function nameLabel(name: string): string | null {
  const known = CALCULATED[name];
  if (known !== undefined) return known;
  const input = inputLabel(name);
  return input === name && name.includes("_") ? null : input;
}
