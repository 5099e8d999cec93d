/** Issues as cards, one a fault: a title, what is wrong, and what to do. */

import { groupIssues } from "../../core/report/groups.ts";
import type { Report } from "../../core/report/report.ts";
import { speakGroup } from "../../core/words/issue-groups.ts";
import type { Issue } from "../../core/workbook/issues.ts";

export interface IssueCard {
  /** The first, where several are one fault. */
  readonly issue: Issue;
  /** The same for the same fault in another report. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly remedy: string | null;
}

export function issueCards(report: Report): IssueCard[] {
  const seen = new Map<string, number>();
  return groupIssues(report.issues).map(({ first: issue, issues }) => {
    const { title, message, remedy } = speakGroup(issues);
    const name = `${issue.code} ${issue.where ?? message}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return { issue, key: `${name} ${times}`, title, body: message, remedy };
  });
}
