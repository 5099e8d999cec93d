/** The Overview tab: disagreements, sections and the sum of the action items. */

import { currentScore } from "../../core/audit/advice.ts";
import type { Answer } from "../../core/audit/answers.ts";
import type { ItemId, SectionId } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { ItemReport, Report } from "../../core/report/report.ts";
import { answerIn, disagrees, shortTitle } from "./items.ts";

export interface Disagreement {
  readonly id: ItemId;
  readonly title: string;
  readonly self: Answer;
  readonly auditor: Answer;
  /** The auditor's points less the partner's. */
  readonly stake: number;
}

/** What costs most first. */
export function disagreements(
  checklist: Checklist,
  report: Report,
): {
  readonly rows: readonly Disagreement[];
  readonly together: number;
} {
  const rows = report.items
    .filter(disagrees)
    .map(
      (row): Disagreement => ({
        id: row.id,
        title: shortTitle(checklist, row.id),
        self: row.self,
        auditor: row.auditor,
        stake: (row.auditorPoints ?? 0) - (row.selfPoints ?? 0),
      }),
    )
    .sort((a, b) => a.stake - b.stake);
  return { rows, together: rows.reduce((sum, row) => sum + row.stake, 0) };
}

export interface SectionRow {
  readonly id: SectionId;
  readonly name: string;
  readonly answered: number;
  readonly audited: number;
  readonly points: number;
  /** 0 where every item is mandatory. */
  readonly most: number;
}

export interface SectionsModel {
  readonly open: readonly SectionRow[];
  readonly complete: readonly SectionRow[];
  readonly completePoints: number;
  readonly completeMost: number;
}

/** In the checklist's order; points are of the score that the phase works on. */
export function sectionRows({ sections }: Checklist, report: Report): readonly SectionRow[] {
  const name = currentScore(report.phase);
  return sections.map((section): SectionRow => {
    const own = report.items.filter((row) => row.section === section.id);
    const audited = own.filter((row) => row.scope === "audited");
    return {
      id: section.id,
      name: section.shortTitle,
      answered: audited.filter((row) => answerIn(row, name) !== "unanswered").length,
      audited: audited.length,
      points: report[name].sections[section.id] ?? 0,
      most: own.reduce((sum: number, row: ItemReport) => sum + row.ifMet, 0),
    };
  });
}

/** Sections with something unanswered, and those without. */
export function sectionsModel(checklist: Checklist, report: Report): SectionsModel {
  const rows = sectionRows(checklist, report);
  const isComplete = (row: SectionRow) => row.answered === row.audited;
  const complete = rows.filter(isComplete);
  return {
    open: rows.filter((row) => !isComplete(row)),
    complete,
    completePoints: complete.reduce((sum, row) => sum + row.points, 0),
    completeMost: complete.reduce((sum, row) => sum + row.most, 0),
  };
}
