/** The scores of many workbooks as CSV, for a spreadsheet. */

import { currentScore } from "../core/audit/advice.ts";
import { phaseNamed } from "../core/audit/phases.ts";
import { VERDICT_WORDS } from "../core/words/en.ts";
import type { Outcome, ScoreJson } from "./score.ts";
import { plainField } from "./speak.ts";
import { CSV_HEADS, SCORE_TEXT } from "./words.ts";

type Column = readonly [head: string, value: (row: ScoreJson) => string | number | null];

const verdictOf = (row: ScoreJson): string =>
  VERDICT_WORDS[row[currentScore(phaseNamed(row.phase) ?? "selfAssessment")].verdict];

const COLUMNS: readonly Column[] = [
  [CSV_HEADS.partner, (row) => row.partner],
  [CSV_HEADS.checklist, (row) => row.checklist],
  [CSV_HEADS.phase, (row) => row.phase],
  [CSV_HEADS.engagement, (row) => SCORE_TEXT.engagement[row.scope.engagement]],
  [CSV_HEADS.reseller, (row) => (row.scope.reseller ? "Yes" : "No")],
  [CSV_HEADS.audited, (row) => row.scope.audited],
  [CSV_HEADS.answered, (row) => row.self.answered],
  [CSV_HEADS.validated, (row) => row.preliminary.answered],
  [CSV_HEADS.self, (row) => row.self.total],
  [CSV_HEADS.preliminary, (row) => row.preliminary.total],
  [CSV_HEADS.final, (row) => row.final.total],
  [CSV_HEADS.verdict, verdictOf],
  [CSV_HEADS.open, (row) => row.actionItems.filter(isOpen).length],
  [CSV_HEADS.submittedOn, (row) => row.dates.submittedOn],
  [CSV_HEADS.auditOn, (row) => row.dates.auditOn],
  [CSV_HEADS.actionItemsDueOn, (row) => row.dates.actionItemsDueOn],
  [CSV_HEADS.finalReportOn, (row) => row.dates.finalReportOn],
  [CSV_HEADS.renewalOn, (row) => row.dates.renewalOn],
  [CSV_HEADS.seal, (row) => row.seal?.short ?? null],
  [CSV_HEADS.sealState, (row) => row.seal?.state ?? null],
  [CSV_HEADS.errors, (row) => row.errors],
  [CSV_HEADS.warnings, (row) => row.warnings],
];

const isOpen = ({ state }: ScoreJson["actionItems"][number]): boolean =>
  state === "open" || state === "planned";

/** A line a file; what could not be read has its reason in the last column. */
export function csvTable(outcomes: readonly Outcome[]): string {
  const heads = [CSV_HEADS.file, ...COLUMNS.map(([head]) => head), CSV_HEADS.reason];
  const lines = outcomes.map((outcome) =>
    "error" in outcome
      ? [outcome.file, ...COLUMNS.map(() => null), outcome.error]
      : [outcome.file, ...COLUMNS.map(([, value]) => value(outcome)), null],
  );
  return csvText([heads, ...lines]);
}

export const csvText = (lines: readonly (readonly (string | number | null)[])[]): string =>
  lines.map((line) => line.map(field).join(",")).join("\r\n");

/** A text that a spreadsheet would take for a formula stands behind an apostrophe: it may be somebody else's. */
function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = plainField(value);
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}
