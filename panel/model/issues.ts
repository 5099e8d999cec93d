/** Issues as cards: a title, what is wrong, and what to do. */

import type { Report } from "../../core/report/report.ts";
import { speakIssue } from "../../core/words/issues.ts";
import type { Issue } from "../../core/workbook/issues.ts";

export interface IssueCard {
  readonly issue: Issue;
  /** The same for the same fault in another report. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly remedy: string | null;
}

export function issueCards(report: Report): IssueCard[] {
  const seen = new Map<string, number>();
  return report.issues.map((issue) => {
    const { title, message, remedy } = speakIssue(issue);
    const name = `${issue.code} ${issue.where ?? message}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return { issue, key: `${name} ${times}`, title, body: message, remedy };
  });
}
