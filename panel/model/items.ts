/** Items as rows of a list: what each shows, and which ones a search and filters leave. */

import { currentScore, type ScoreName } from "../../core/audit/advice.ts";
import type { Answer } from "../../core/audit/answers.ts";
import { isBare } from "../../core/audit/bare.ts";
import type { ItemId, SectionId } from "../../core/checklist/domain.ts";
import { keptByChecklist } from "../../core/checklist/kept.ts";
import { findItem, fullEvidence, fullRequirement, isFull } from "../../core/checklist/lookup.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { ItemReport, Report } from "../../core/report/report.ts";
import type { AnswerSide } from "../../core/workbook/write/entries.ts";

/** How a row stands; `settled` is waived or carried. */
export type RowState = Answer | "settled";

export interface ItemRow {
  readonly id: ItemId;
  readonly section: SectionId;
  readonly title: string;
  readonly state: RowState;
  readonly mandatory: boolean;
  readonly disagrees: boolean;
  /** Points earned, or null while unanswered. */
  readonly earned: number | null;
  /** What it adds when met. */
  readonly worth: number;
  readonly costs: number;
  readonly partner: Answer;
  readonly sheetRow: number | null;
}

export const shortTitle = (checklist: Checklist, id: ItemId): string =>
  findItem(checklist, id)?.shortTitle ?? "";

/** Whose answers count for a score. */
export const answerSide = (name: ScoreName): AnswerSide => (name === "self" ? "self" : "auditor");

/** The answer that counts for a score. */
export const answerIn = (row: ItemReport, name: ScoreName): Answer => row[answerSide(name)];

/** Both have answered, and differently. */
export function disagrees(row: ItemReport): boolean {
  return (
    row.scope === "audited" &&
    row.self !== "unanswered" &&
    row.auditor !== "unanswered" &&
    row.self !== row.auditor
  );
}

export function itemRow(checklist: Checklist, row: ItemReport, name: ScoreName): ItemRow {
  const earned = { self: row.selfPoints, preliminary: row.auditorPoints, final: row.finalPoints };
  const closed = name === "final" && row.actionState === "closed";
  return {
    id: row.id,
    section: row.section,
    title: shortTitle(checklist, row.id),
    state: row.scope !== "audited" ? "settled" : closed ? "met" : answerIn(row, name),
    mandatory: row.mandatory,
    disagrees: disagrees(row),
    earned: earned[name],
    worth: row.ifMet,
    costs: row.ifNotMet,
    partner: row.self,
    sheetRow: row.place?.row ?? null,
  };
}

/** Unanswered items, mandatory ones first, then those that bring most; all of them. */
export function nextItems(checklist: Checklist, report: Report): ItemRow[] {
  const name = currentScore(report.phase);
  const open = report.items
    .map((row) => itemRow(checklist, row, name))
    .filter((row) => row.state === "unanswered");
  const rank = (row: ItemRow) => (row.mandatory ? -1 : 0);
  return open.sort((a, b) => rank(a) - rank(b) || b.worth - a.worth);
}

export const FILTERS = [
  "unanswered",
  "mandatory",
  "noEvidence",
  "notMet",
  "disagree",
  "noNote",
  "action",
] as const;
export type Filter = (typeof FILTERS)[number];

export interface Choice {
  readonly query: string;
  readonly filters: ReadonlySet<Filter>;
  readonly section: SectionId | null;
  /** Only what this person owns; blank for what nobody owns. */
  readonly owner: string | null;
  /** Only these, such as the items of the cheapest way. */
  readonly only: ReadonlySet<ItemId> | null;
}

export const EVERYTHING: Choice = {
  query: "",
  filters: new Set(),
  section: null,
  owner: null,
  only: null,
};

/** Whether something keeps items out. */
export const isNarrow = ({ query, filters, section, owner, only }: Choice): boolean =>
  query.trim() !== "" || filters.size > 0 || section !== null || owner !== null || only !== null;

/** Everybody who owns something, in the order of the alphabet. */
export function ownersIn(report: Report): readonly string[] {
  const names = new Set(report.items.map(({ owner }) => owner.trim()).filter(Boolean));
  return [...names].sort((a, b) => a.localeCompare(b, "en"));
}

export interface ItemsModel {
  readonly rows: readonly ItemRow[];
  readonly all: number;
  /** How many items each filter would leave by itself. */
  readonly counts: Readonly<Record<Filter, number>>;
}

/** What a search looks through, of each item's title and texts. */
const searchTexts = keptByChecklist(
  (checklist: Checklist): ReadonlyMap<ItemId, string> =>
    new Map(
      checklist.items.map((item) => {
        const long = isFull(checklist)
          ? [fullRequirement(checklist, item), fullEvidence(checklist, item)]
          : [];
        return [item.id, [item.title, item.shortTitle, ...long].join(" ").toLowerCase()];
      }),
    ),
);

function searchText(checklist: Checklist, row: ItemReport): string {
  const text = searchTexts(checklist).get(row.id) ?? "";
  return `${text} ${row.owner} ${row.evidence} ${row.note}`.toLowerCase();
}

/** Words that look like ids match ids from their start; other words match anywhere. All have to match. */
function matches(checklist: Checklist, row: ItemReport, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) =>
    /^\d+(\.\d*)*$/.test(word)
      ? row.id === word || row.id.startsWith(word.endsWith(".") ? word : `${word}.`)
      : searchText(checklist, row).includes(word),
  );
}

export function itemsModel(checklist: Checklist, report: Report, choice: Choice): ItemsModel {
  const name = currentScore(report.phase);
  const passes: Readonly<Record<Filter, (row: ItemReport, shown: ItemRow) => boolean>> = {
    unanswered: (_, shown) => shown.state === "unanswered",
    mandatory: (row) => row.mandatory && row.scope === "audited",
    noEvidence: isBare,
    notMet: (_, shown) => shown.state === "notMet",
    disagree: (_, shown) => shown.disagrees,
    // The audit summary prints what the auditor wrote.
    noNote: (row) => row.scope === "audited" && row.auditor === "notMet" && row.note.trim() === "",
    action: (row) => row.actionState !== null,
  };
  const counts: Record<Filter, number> = {
    unanswered: 0,
    mandatory: 0,
    noEvidence: 0,
    notMet: 0,
    disagree: 0,
    noNote: 0,
    action: 0,
  };
  const rows: ItemRow[] = [];
  for (const row of report.items) {
    const shown = itemRow(checklist, row, name);
    for (const filter of FILTERS) if (passes[filter](row, shown)) counts[filter] += 1;
    if (choice.section !== null && row.section !== choice.section) continue;
    if (choice.owner !== null && row.owner.trim() !== choice.owner) continue;
    if (choice.only !== null && !choice.only.has(row.id)) continue;
    if (![...choice.filters].every((filter) => passes[filter](row, shown))) continue;
    if (matches(checklist, row, choice.query)) rows.push(shown);
  }
  return { rows, all: report.items.length, counts };
}
