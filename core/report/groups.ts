/** Issues that are one fault to a person: of one kind, in one column, with one cause. */

import type { IssueCode } from "../words/issues.ts";
import type { Issue } from "../workbook/issues.ts";

export interface IssueGroup {
  readonly first: Issue;
  /** Never empty; in the order in which they were found. */
  readonly issues: readonly Issue[];
}

/** In the order of the first of each. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, [Issue, ...Issue[]]>();
  for (const [index, issue] of issues.entries()) {
    const cause = causeOf(issue);
    const key = `${issue.severity} ${issue.code} ${cause ?? `#${index}`}`;
    const known = groups.get(key);
    if (known) known.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()].map((all) => ({ first: all[0], issues: all }));
}

/** Wherever they are, these say the same. */
const ANYWHERE: ReadonlySet<string> = new Set<IssueCode>([
  "itemMissing",
  "itemDuplicate",
  "itemUnknown",
  "idAsNumber",
  "sectionChanged",
  "nameCut",
  "nameElsewhere",
  "nameMisplaced",
  "protectionOff",
  "listLost",
  "blockSum",
]);

/** In a column of their own these say the same. */
const BY_COLUMN: ReadonlySet<string> = new Set<IssueCode>([
  "pointsChanged",
  "pointsUnknown",
  "unknownAnswer",
  "answerReadKindly",
  "answerSpelling",
  "dateAsText",
  "unknownDate",
  "closureIgnored",
  "closureLate",
  "closureWithoutReceipt",
  "closedBeforeAudit",
  "changeNotDescribed",
  "serviceNotWaived",
]);

/** Null for an issue that stands alone. */
function causeOf(issue: Issue): string | null {
  const { code, place } = issue;
  const column = place && `${place.sheet} ${place.column}`;
  if (ANYWHERE.has(code)) return "";
  if (BY_COLUMN.has(code)) return column;
  switch (issue.code) {
    case "formulaLost":
      return issue.values.calculates.of;
    case "formulaChanged":
      // Whatever they calculate, they slipped together.
      return issue.values.slipped === 0
        ? issue.values.calculates.of
        : `slipped ${issue.values.slipped}`;
    case "keyChanged":
      return issue.values.key;
    case "nameMissing":
      return issue.values.assumed === null ? "calculated" : `entry ${issue.values.assumed}`;
    case "unknownWord":
      return `${column} ${issue.values.assumed} ${issue.values.allowed.join()}`;
    case "wordReadKindly":
      return `${column} ${issue.values.word}`;
    default:
      return null;
  }
}
