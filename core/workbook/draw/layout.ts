/** Where everything stands in a new Checklist: the one place that knows its columns and rows. */

import { keptByChecklist } from "../../checklist/kept.ts";
import type { Checklist, Item, Section } from "../../checklist/types.ts";
import { columnsOf } from "./columns.ts";

/** Checklist columns in order; the letter of each is its position. */
export const CHECKLIST_COLUMNS = [
  "id",
  "item",
  "requirement",
  "evidenceToShow",
  "ifNotMet",
  "ifMet",
  "scope",
  "self",
  "selfPoints",
  "evidence",
  "owner",
  "auditor",
  "auditorPoints",
  "note",
  "noteKind",
  "actionItem",
  "closureEvidence",
  "closedOn",
  "plan",
  "state",
  "finalPoints",
  "reason",
  "prior",
  "disclosed",
  "whatChanged",
  "order",
  "section",
  "resellerOnly",
  "renewalList",
  "number",
  "provenance",
] as const;

export type ChecklistColumn = (typeof CHECKLIST_COLUMNS)[number];

export const { columnOf, at } = columnsOf(CHECKLIST_COLUMNS);

export const HEADER_ROW = 3;
export const FIRST_BODY_ROW = HEADER_ROW + 1;

export type BodyRow =
  | {
      readonly kind: "heading";
      readonly row: number;
      readonly section: Section;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: "item"; readonly row: number; readonly section: Section; readonly item: Item };

/** Headings and items in the checklist's order, from the first body row on. */
export const bodyOf = keptByChecklist(bodyRows);

/** The row of the words End of list. */
export const endRow = (checklist: Checklist): number => FIRST_BODY_ROW + bodyOf(checklist).length;

function bodyRows({ sections }: Checklist): readonly BodyRow[] {
  const rows: BodyRow[] = [];
  let row = FIRST_BODY_ROW;
  for (const section of sections) {
    rows.push({ kind: "heading", row, section, first: row + 1, last: row + section.items.length });
    row += 1;
    for (const item of section.items) {
      rows.push({ kind: "item", row, section, item });
      row += 1;
    }
  }
  return rows;
}

/** Defined names of the Checklist's columns. */
export const COLUMN_NAMES: Readonly<Partial<Record<ChecklistColumn, string>>> = {
  id: "Item_Id",
  item: "Item_Title",
  requirement: "Item_Requirement",
  ifNotMet: "Item_Subtract",
  ifMet: "Item_Add",
  scope: "Item_Scope",
  self: "Self_Answer",
  selfPoints: "Self_Points",
  evidence: "Evidence",
  owner: "Owner",
  auditor: "Auditor_Answer",
  auditorPoints: "Auditor_Points",
  note: "Auditor_Note",
  noteKind: "Note_Kind",
  actionItem: "Action_Item",
  closureEvidence: "Closure_Evidence",
  closedOn: "Closed_On",
  plan: "Action_Plan",
  state: "Action_State",
  finalPoints: "Final_Points",
  reason: "Scope_Reason",
  prior: "Prior_Action",
  disclosed: "Disclosed_Change",
  whatChanged: "What_Changed",
  order: "Item_Order",
  section: "Item_Section",
  resellerOnly: "Item_Reseller_Only",
  renewalList: "Item_Renewal_List",
  number: "Item_Number",
  provenance: "Item_Provenance",
};

const positions = keptByChecklist(
  (checklist: Checklist) =>
    new Map<string, number>(
      bodyOf(checklist).flatMap((row) =>
        row.kind === "item" ? [[row.item.id, row.row - HEADER_ROW + 1]] : [],
      ),
    ),
);

/** An item's place under the column names of a new Checklist, from 1 for the header. */
export const positionOf = (checklist: Checklist, id: string | undefined): number | null =>
  id === undefined ? null : (positions(checklist).get(id) ?? null);
