/** `score`: the report of one or many workbooks as text or as JSON lines. */

import { KIND_MARKS, STATE_WORDS } from "../core/audit/actions.ts";
import { advise, currentScore } from "../core/audit/advice.ts";
import { PHASE_WORDS, phaseNamed } from "../core/audit/phases.ts";
import type { Score } from "../core/audit/score.ts";
import type { SectionId } from "../core/checklist/domain.ts";
import { itemById } from "../core/checklist/lookup.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { groupIssues } from "../core/report/groups.ts";
import { type Report, report } from "../core/report/report.ts";
import { localDay, withToday } from "../core/report/today.ts";
import { changeText, wayText } from "../core/words/advice.ts";
import { VERDICT_WORDS } from "../core/words/en.ts";
import { groupSentence } from "../core/words/issue-groups.ts";
import { issueSentence } from "../core/words/issues.ts";
import type { Issue } from "../core/workbook/issues.ts";
import { Refused } from "./files.ts";
import { printable } from "./speak.ts";
import { table } from "./table.ts";
import type { Folder } from "./terminal.ts";
import { CLI_TEXT, SCORE_TEXT } from "./words.ts";
import { openToRead } from "./workbooks.ts";

/** What one file came to: its score as the published JSON has it, or its error. */
export type Outcome = ScoreJson | Unreadable;

export interface Unreadable {
  readonly file: string;
  readonly error: string;
}

export type ScoreJson = ReturnType<typeof scoreJson>;

const scoreOf = (score: Score) => ({
  total: score.total,
  floor: score.floor,
  ceiling: score.ceiling,
  answered: score.answered,
  unanswered: score.unanswered,
  verdict: score.verdict,
  sections: score.sections,
});

export function scoreJson(file: string, result: Report) {
  return {
    file,
    checklist: result.checklist,
    partner: result.partner,
    phase: PHASE_WORDS[result.phase],
    scope: result.scope,
    self: scoreOf(result.self),
    preliminary: scoreOf(result.preliminary),
    final: scoreOf(result.final),
    actionItems: result.actionItems.map(({ id, kind, points, state, dueOn, closedOn, plan }) => ({
      id,
      kind,
      points,
      state,
      dueOn,
      closedOn,
      plan,
    })),
    dates: {
      submittedOn: result.profile.submittedOn,
      auditOn: result.profile.auditOn,
      actionItemsDueOn: result.deadlines.actionItemsDueOn,
      finalReportOn: result.deadlines.finalReportOn,
      renewalOn: result.deadlines.renewalOn,
      fullAuditOn: result.deadlines.fullAuditOn,
    },
    seal: result.seal && { short: result.seal.short, at: result.seal.at, state: result.seal.state },
    errors: countOf(result, "error"),
    warnings: countOf(result, "warning"),
    issues: issuesJson(result),
  };
}

const countOf = ({ issues }: Report, severity: Issue["severity"]): number =>
  issues.filter((issue) => issue.severity === severity).length;

export const issuesJson = (result: Pick<Report, "issues">) =>
  result.issues.map((issue) => {
    const { code, severity, where } = issue;
    return { code, severity, where, message: issueSentence(issue) };
  });

/** One fault, one line. */
export const issueLines = (issues: readonly Issue[]): string[] =>
  groupIssues(issues).map(({ first, issues: all }) =>
    printable(`${CLI_TEXT.severity[first.severity]}: ${groupSentence(all)}`),
  );

/** Never throws: a file that cannot be read becomes an outcome with its error. */
export const scoreFile = (folder: Folder, file: string): Promise<Outcome> =>
  judged(folder, file, (result) => scoreJson(file, result));

/** A file's report with what only today's date can tell, and the checklist that it is of. */
export async function reportToday(
  folder: Folder,
  file: string,
): Promise<{
  readonly result: Report;
  readonly checklist: Checklist;
}> {
  const { snapshot, edition } = await openToRead(folder, file);
  const result = withToday(report([edition], snapshot), localDay(new Date()));
  return { result, checklist: edition.checklist };
}

/** Something made of a file's report, or why there is none. */
export async function judged<T>(
  folder: Folder,
  file: string,
  make: (result: Report, checklist: Checklist) => T,
): Promise<T | Unreadable> {
  try {
    const { result, checklist } = await reportToday(folder, file);
    return make(result, checklist);
  } catch (error) {
    if (error instanceof Refused) return { file, error: error.message };
    return { file, error: CLI_TEXT.inFile(file, CLI_TEXT.broken) };
  }
}

interface Judged {
  readonly issues: readonly Pick<Issue, "severity">[];
}

export const hasFault = (outcome: Judged | Unreadable): boolean =>
  "error" in outcome || outcome.issues.some((issue) => issue.severity === "error");

const toPass = ({ pass }: Checklist, total: number): string => String(Math.max(0, pass - total));

/** The scoreboard of one workbook. */
export function scoreboard(checklist: Checklist, result: Report): string {
  const { scope } = result;
  const lines = [
    `${printable(result.partner) || SCORE_TEXT.unnamed} · ${PHASE_WORDS[result.phase]} · ${SCORE_TEXT.engagement[scope.engagement]}, ${SCORE_TEXT.scope(scope.audited, scope.waived, scope.carried)}`,
    "",
    table(
      [
        SCORE_TEXT.heads(checklist),
        ...(["self", "preliminary", "final"] as const).map((kind) => {
          const score = result[kind];
          return [
            SCORE_TEXT[kind],
            String(score.total),
            toPass(checklist, score.total),
            String(score.ceiling),
            SCORE_TEXT.answered(score.answered, score.answered + score.unanswered),
            VERDICT_WORDS[score.verdict],
          ];
        }),
      ],
      [0, 5],
    ),
    "",
    table(
      [
        SCORE_TEXT.sectionHeads,
        ...checklist.sections.map((section) => [
          `${section.id.padStart(2)} ${section.title}`,
          String(result.self.sections[section.id] ?? 0),
          String(result.preliminary.sections[section.id] ?? 0),
          String(result.final.sections[section.id] ?? 0),
          String(mostOf(result, section.id)),
        ]),
      ],
      [0],
    ),
  ];
  // Closed on a day is not yet closed: without the summary's receipt an item stays open, and late evidence brings nothing.
  const open = result.actionItems.filter(({ state }) => state === "open" || state === "planned");
  if (open.length > 0) {
    const brings = open.reduce((sum, action) => sum + action.points, 0);
    lines.push("", SCORE_TEXT.actionItems(open.length, brings));
  }
  return lines.join("\n");
}

const MOST_NAMED = 12;

/** What is not met, what is open and until when, and the way to a pass; empty where nothing is. */
export function scoreDetails(checklist: Checklist, result: Report): string {
  const current = currentScore(result.phase);
  const audited = result.items.filter(({ scope }) => scope === "audited");
  const blocks: string[] = [];
  if (current === "self") {
    const missed = audited.filter(({ self }) => self === "notMet");
    if (missed.length > 0) {
      const lines = missed.map((row) => [
        `  ${row.id}`,
        itemById(checklist, row.id).title,
        SCORE_TEXT.costs(row.mandatory ? -row.ifNotMet : row.ifMet),
      ]);
      blocks.push([SCORE_TEXT.notMet, table(lines, [0, 1])].join("\n"));
    }
  } else if (result.actionItems.length > 0) {
    const lines = result.actionItems.map(({ id, kind, points, state, dueOn }) => [
      `  ${id}`,
      itemById(checklist, id).title,
      KIND_MARKS[kind],
      SCORE_TEXT.brings(points),
      STATE_WORDS[state],
      dueOn === null || state === "closed" ? "" : SCORE_TEXT.due(dueOn),
    ]);
    blocks.push([SCORE_TEXT.actions, table(lines, [0, 1, 2, 4, 5])].join("\n"));
  }
  const open = audited.filter(
    (row) => row[current === "self" ? "self" : "auditor"] === "unanswered",
  );
  if (open.length > 0) {
    const ids = open.slice(0, MOST_NAMED).map(({ id }) => id);
    const rest = open.length - ids.length;
    blocks.push(SCORE_TEXT.unanswered(current === "self" ? "self" : "auditor", ids, rest));
  }
  const advice = advise(checklist, result);
  if (advice.kind === "way" && result[current].answered > 0)
    blocks.push(wayText(advice, checklist.pass));
  if (advice.kind === "outOfReach") blocks.push(changeText(advice));
  return blocks.join("\n");
}

/** What a section can bring with the points that stand in the workbook: some items' are set there. */
const mostOf = ({ items }: Report, section: SectionId): number =>
  items.reduce((sum, row) => sum + (row.section === section ? row.ifMet : 0), 0);

/** One line a file. */
export function scoreTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => {
    const file = printable(outcome.file);
    if ("error" in outcome) return [file, "", "", "", "", "", CLI_TEXT.severity.error, ""];
    const current = currentScore(phaseNamed(outcome.phase) ?? "selfAssessment");
    return [
      file,
      printable(outcome.partner) || SCORE_TEXT.unnamed,
      outcome.phase,
      String(outcome.self.total),
      String(outcome.preliminary.total),
      String(outcome.final.total),
      VERDICT_WORDS[outcome[current].verdict],
      SCORE_TEXT.issues(outcome.errors, outcome.warnings),
    ];
  });
  return table([SCORE_TEXT.manyHeads, ...rows], [0, 1, 2, 6, 7]);
}
