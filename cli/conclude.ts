/** What a command says once it has written: how much, old and new values, what is wrong all the same, what comes next. */

import type { Checklist } from "../core/checklist/types.ts";
import type { Report } from "../core/report/report.ts";
import { localDay, withToday } from "../core/report/today.ts";
import { cellLabel } from "../core/words/labels.ts";
import { type Issue, placeText } from "../core/workbook/issues.ts";
import type { Replacement } from "../core/workbook/write/before.ts";
import { nextStep } from "./next.ts";
import { issueLines } from "./score.ts";
import { printable, shortened, tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { CHANGE_TEXT, CLI_TEXT, SCORE_TEXT } from "./words.ts";

export interface Written {
  readonly file: string;
  readonly what: string;
  readonly tidied: number;
  readonly warnings: readonly string[];
  /** Those worth telling; a rehearsal tells all. */
  readonly replaced: readonly Replacement[];
}

/** Else a list of answers buries what was said before. */
const MOST_LINES = 30;

export function conclude(
  terminal: Terminal,
  { file, what, tidied, warnings, replaced }: Written,
): void {
  const whole = tidied > 0 ? `${what}; ${CLI_TEXT.tidied(tidied)}` : what;
  tell(terminal, CLI_TEXT.written(file, whole));
  tellReplaced(terminal, replaced);
  for (const warning of warnings) tell(terminal, warning);
}

/** Old and new, a line each. */
export function tellReplaced(terminal: Terminal, replaced: readonly Replacement[]): void {
  const shown = terminal.rehearses ? replaced : replaced.slice(0, MOST_LINES);
  for (const entry of shown) tell(terminal, changeLine(entry));
  if (shown.length < replaced.length)
    tell(terminal, CHANGE_TEXT.more(replaced.length - shown.length));
}

const changeLine = ({ name, key, place, before, after }: Replacement): string =>
  printable(
    CHANGE_TEXT.line(
      cellLabel(name, key),
      placeText(place),
      shortened(before),
      before === after ? null : shortened(after),
    ),
  );

/** The last lines of a command that wrote: what it made odd, whether the score can be trusted, and what to do now. */
export function closeWith(
  terminal: Terminal,
  file: string,
  checklist: Checklist,
  before: Report,
  after: Report,
): void {
  const today = localDay(new Date());
  const known = new Set(withToday(before, today).issues.map(sameIssue));
  const fresh = withToday(after, today).issues.filter((issue) => !known.has(sameIssue(issue)));
  for (const line of issueLines(fresh).slice(0, MOST_LINES)) tell(terminal, line);
  const errors = after.issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) tell(terminal, SCORE_TEXT.untrusted(file, errors));
  tell(terminal, nextStep(checklist, file, after));
}

const sameIssue = ({ code, where, severity }: Issue): string => `${code} ${severity} ${where}`;

/** What was there before, sorted by what becomes of it. */
export function tally(replaced: readonly Replacement[]): {
  readonly fresh: number;
  readonly changed: number;
  readonly cleared: number;
  readonly same: number;
} {
  const isAlike = ({ before, after }: Replacement) =>
    before.trim().toLowerCase() === after.trim().toLowerCase();
  const others = replaced.filter((entry) => !isAlike(entry));
  const fresh = others.filter(({ before }) => before === "").length;
  const cleared = others.filter(({ after }) => after === "").length;
  return {
    fresh,
    cleared,
    changed: others.length - fresh - cleared,
    same: replaced.length - others.length,
  };
}
