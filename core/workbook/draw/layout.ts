/** Where everything stands in a new Checklist: the one place that knows its columns and rows. */

import { keptByChecklist } from "../../checklist/kept.ts";
import type { Checklist, Item, Section } from "../../checklist/types.ts";
import { columnsOf } from "./columns.ts";

/** A column of the Checklist; an input's is written down here, in `fields.ts`, and in the words of its header. */
interface ColumnPlan {
  /** Its defined name, over the body from the header on; null for one that nothing reads. */
  readonly name: string | null;
  /** In pixels. */
  readonly width: number;
  /** The look of its header, which stands as the cells below it do. */
  readonly header?: "headerRight" | "headerCenter" | "headerIndent";
}

/** In order; the letter of each is its position. */
const COLUMNS = {
  id: { name: "Item_Id", width: 52 },
  item: { name: "Item_Title", width: 148 },
  requirement: { name: "Item_Requirement", width: 280 },
  evidenceToShow: { name: null, width: 216 },
  ifNotMet: { name: "Item_Subtract", width: 104, header: "headerRight" },
  ifMet: { name: "Item_Add", width: 52, header: "headerRight" },
  scope: { name: "Item_Scope", width: 72, header: "headerIndent" },
  self: { name: "Self_Answer", width: 88, header: "headerCenter" },
  selfPoints: { name: "Self_Points", width: 56, header: "headerRight" },
  evidence: { name: "Evidence", width: 168, header: "headerIndent" },
  owner: { name: "Owner", width: 80, header: "headerIndent" },
  auditor: { name: "Auditor_Answer", width: 88, header: "headerCenter" },
  auditorPoints: { name: "Auditor_Points", width: 56, header: "headerRight" },
  note: { name: "Auditor_Note", width: 216, header: "headerIndent" },
  noteKind: { name: "Note_Kind", width: 88, header: "headerCenter" },
  actionItem: { name: "Action_Item", width: 96, header: "headerCenter" },
  closureEvidence: { name: "Closure_Evidence", width: 168, header: "headerIndent" },
  closedOn: { name: "Closed_On", width: 88, header: "headerRight" },
  plan: { name: "Action_Plan", width: 180, header: "headerIndent" },
  state: { name: "Action_State", width: 72, header: "headerCenter" },
  finalPoints: { name: "Final_Points", width: 60, header: "headerRight" },
  reason: { name: "Scope_Reason", width: 168 },
  prior: { name: "Prior_Action", width: 80, header: "headerCenter" },
  disclosed: { name: "Disclosed_Change", width: 80, header: "headerCenter" },
  whatChanged: { name: "What_Changed", width: 168, header: "headerIndent" },
  order: { name: "Item_Order", width: 52 },
  section: { name: "Item_Section", width: 52 },
  resellerOnly: { name: "Item_Reseller_Only", width: 64 },
  renewalList: { name: "Item_Renewal_List", width: 64 },
  number: { name: "Item_Number", width: 64 },
  provenance: { name: "Item_Provenance", width: 96 },
  mandatory: { name: "Item_Mandatory", width: 64 },
} as const satisfies Readonly<Record<string, ColumnPlan>>;

export type ChecklistColumn = keyof typeof COLUMNS;

export const CHECKLIST_COLUMNS = Object.keys(COLUMNS) as readonly ChecklistColumn[];

/** How the column is drawn. */
export const planOf = (column: ChecklistColumn): ColumnPlan => COLUMNS[column];

/** Format 1 told a mandatory item by what it costs. */
export const columnsIn = (format: number): readonly ChecklistColumn[] =>
  format < 2 ? CHECKLIST_COLUMNS.filter((column) => column !== "mandatory") : CHECKLIST_COLUMNS;

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
