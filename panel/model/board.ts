/** The overview of the whole: sections by their points, what is open by owner, and what is left to do. */

import { currentScore } from "../../core/audit/advice.ts";
import { isBare } from "../../core/audit/bare.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import { actionsModel } from "./actions.ts";
import { EVERYTHING, type ItemRow, itemRow, itemsModel } from "./items.ts";
import { type SectionRow, sectionRows } from "./overview.ts";

export interface SectionBar extends SectionRow {
  /** Points by what became of them; together they are the most that the section can bring. */
  readonly earned: number;
  readonly open: number;
  readonly missed: number;
  readonly mandatory: number;
  readonly mandatoryOpen: number;
}

export interface OwnerRow {
  /** Blank for what nobody owns. */
  readonly owner: string;
  /** Mandatory ones first. */
  readonly open: readonly { readonly id: ItemId; readonly mandatory: boolean }[];
  /** How many items are Met without evidence. */
  readonly bare: number;
}

export interface BoardModel {
  readonly sections: readonly SectionBar[];
  /** The most points of one section, which is as long as a bar gets. */
  readonly scale: number;
  /** Whoever has most open first, nobody last. */
  readonly owners: readonly OwnerRow[];
  readonly bare: number;
  readonly open: number;
  readonly openMandatory: number;
  readonly noNote: number;
  readonly actions: number;
}

const sum = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((total, one) => total + value(one), 0);

export function boardModel(checklist: Checklist, report: Report): BoardModel {
  const name = currentScore(report.phase);
  const rows = report.items.map((row) => itemRow(checklist, row, name));
  const openIds = openItems(report, rows);
  const isOpen = ({ id }: ItemRow) => openIds.has(id);
  const sections = sectionRows(checklist, report).map((row): SectionBar => {
    const own = rows.filter(({ section }) => section === row.id);
    const earned = sum(own, (one) => Math.max(0, one.earned ?? 0));
    const open = sum(own.filter(isOpen), (one) => one.worth - Math.max(0, one.earned ?? 0));
    const mandatory = own.filter((one) => one.mandatory);
    return {
      ...row,
      earned,
      open,
      missed: row.most - earned - open,
      mandatory: mandatory.length,
      mandatoryOpen: mandatory.filter(isOpen).length,
    };
  });
  const { counts } = itemsModel(checklist, report, EVERYTHING);
  const open = rows.filter(isOpen);
  return {
    sections,
    scale: Math.max(...sections.map(({ most }) => most), 1),
    owners: owners(report, open),
    bare: counts.noEvidence,
    open: open.length,
    openMandatory: open.filter(({ mandatory }) => mandatory).length,
    noNote: counts.noNote,
    actions: actionsModel(checklist, report).open.length,
  };
}

/** What the phase still works on: answers that are missing, and from the action items on what can be closed. */
function openItems(report: Report, rows: readonly ItemRow[]): ReadonlySet<ItemId> {
  if (currentScore(report.phase) !== "final")
    return new Set(rows.filter(({ state }) => state === "unanswered").map(({ id }) => id));
  const isOpen = (state: string) => state === "open" || state === "planned";
  return new Set(report.actionItems.filter(({ state }) => isOpen(state)).map(({ id }) => id));
}

function owners(report: Report, open: readonly ItemRow[]): OwnerRow[] {
  const found = new Map<string, { open: ItemRow[]; bare: number }>();
  const ownerOf = new Map(report.items.map((row) => [row.id, row.owner.trim()]));
  const of = (id: ItemId) => {
    const owner = ownerOf.get(id) ?? "";
    const row = found.get(owner) ?? { open: [], bare: 0 };
    found.set(owner, row);
    return row;
  };
  for (const row of open) of(row.id).open.push(row);
  for (const row of report.items) {
    if (isBare(row)) of(row.id).bare += 1;
  }
  return [...found]
    .map(
      ([owner, row]): OwnerRow => ({
        owner,
        open: row.open
          .map(({ id, mandatory }) => ({ id, mandatory }))
          .sort((a, b) => Number(b.mandatory) - Number(a.mandatory)),
        bare: row.bare,
      }),
    )
    .sort(
      (a, b) =>
        Number(a.owner === "") - Number(b.owner === "") ||
        b.open.length - a.open.length ||
        b.bare - a.bare ||
        a.owner.localeCompare(b.owner, "en"),
    );
}
