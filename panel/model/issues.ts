/** Issues as cards: a title, what is wrong, and what to do. */

import type { Report } from "../../core/report/report.ts";
import type { Issue } from "../../core/workbook/issues.ts";
import { ISSUE_TITLES, UNKNOWN_ISSUE } from "../words/issues.ts";

export interface IssueCard {
  readonly issue: Issue;
  /** The same for the same fault in another report. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly remedy: string | null;
}

const CARDS = new Map(Object.entries(ISSUE_TITLES));

export function issueCards(report: Report): IssueCard[] {
  const seen = new Map<string, number>();
  return report.issues.map((issue) => {
    const card = CARDS.get(issue.code) ?? UNKNOWN_ISSUE;
    const name = `${issue.code} ${issue.where ?? issue.message}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return {
      issue,
      key: `${name} ${times}`,
      title: card.title,
      ...split(issue, card.endsWithRemedy),
    };
  });
}

/** The last sentence is what to do; text quoted from the workbook always comes before it. */
function split(
  issue: Issue,
  endsWithRemedy: boolean,
): { readonly body: string; readonly remedy: string | null } {
  const { message } = issue;
  const ends = endsWithRemedy ? [...message.matchAll(/[.”] (?=[A-Z])/g)] : [];
  const last = ends[ends.length - 1]?.index;
  if (last === undefined) return { body: message, remedy: null };
  return { body: message.slice(0, last + 1), remedy: message.slice(last + 2) };
}
