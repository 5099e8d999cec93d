/** `score`: one workbook with what is open in it, or many as a table, as CSV or as lines of JSON. */

import { chosen } from "./chosen.ts";
import { csvTable } from "./csv.ts";
import { nextStep } from "./next.ts";
import { scoreMany } from "./pool.ts";
import {
  hasFault,
  issueLines,
  judged,
  type Outcome,
  scoreboard,
  scoreDetails,
  scoreTable,
} from "./score.ts";
import { printable, say, sayCsv, sayJson, tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { type Command, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, SCORE_TEXT } from "./words.ts";

export const score: Command = async (args, terminal) => {
  const { values, positionals } = parse(args, {
    json: { type: "boolean" },
    csv: { type: "boolean" },
  });
  if (positionals.length === 0) throw new WrongUsage(CLI_TEXT.needsFile);
  if (values.json && values.csv) throw new WrongUsage(SCORE_TEXT.oneForm);
  const { files, locks } = chosen(terminal, positionals);
  for (const { workbook, by } of locks) tell(terminal, printable(CLI_TEXT.isOpen(workbook, by)));
  const [only, ...others] = files;
  const isOne = others.length === 0 && positionals.length === 1;
  if (only !== undefined && isOne && !values.json && !values.csv) return showOne(terminal, only);
  const outcomes: Outcome[] = [];
  let faulty = false;
  const showsProgress = terminal.isWatched && others.length > 0;
  await scoreMany(terminal, files, (outcome, done) => {
    faulty ||= hasFault(outcome);
    if (showsProgress) terminal.err(`\r${CLI_TEXT.progress(done, files.length)}`);
    if (values.json) sayJson(terminal, outcome);
    else outcomes.push(outcome);
  });
  if (showsProgress) tell(terminal, "");
  if (values.csv) sayCsv(terminal, csvTable(outcomes));
  else if (!values.json) showMany(terminal, outcomes);
  return faulty ? 1 : 0;
};

/** Figures and what to do go to standard output, faults to standard error. */
export async function showOne(terminal: Terminal, file: string): Promise<number> {
  const found = await judged(terminal, file, (result, checklist) => ({
    board: scoreboard(checklist, result),
    details: scoreDetails(checklist, result),
    next: nextStep(checklist, file, result),
    issues: result.issues,
  }));
  if ("error" in found) {
    tell(terminal, printable(found.error));
  } else {
    say(terminal, found.board);
    if (found.details !== "") say(terminal, `\n${found.details}`);
    say(terminal, `\n${printable(found.next)}`);
    for (const line of issueLines(found.issues)) tell(terminal, line);
  }
  return hasFault(found) ? 1 : 0;
}

/**
 * Which scores are none, or none to trust, is told file by file under the table, where it is kept with it: a table of
 * thirty hides it.
 */
function showMany(terminal: Terminal, outcomes: readonly Outcome[]): void {
  say(terminal, scoreTable(outcomes));
  const notes = outcomes.flatMap((outcome) => {
    if ("error" in outcome) return [outcome.error];
    return outcome.errors > 0 ? [SCORE_TEXT.untrusted(outcome.file, outcome.errors)] : [];
  });
  const all = [...notes, ...repeated(outcomes)];
  if (all.length > 0) say(terminal, "");
  for (const note of all) say(terminal, printable(note));
}

/** Several files of one partner: which of them counts, only people know. */
function repeated(outcomes: readonly Outcome[]): string[] {
  const byPartner = new Map<string, Exclude<Outcome, { readonly error: string }>[]>();
  for (const outcome of outcomes) {
    if ("error" in outcome || outcome.partner === "") continue;
    const key = outcome.partner.toLowerCase();
    byPartner.set(key, [...(byPartner.get(key) ?? []), outcome]);
  }
  return [...byPartner.values()].flatMap((found) => {
    const [first] = found;
    if (!first || found.length < 2) return [];
    const seals = new Set(found.map(({ seal }) => seal?.short ?? null));
    const isOne = seals.size === 1 && !seals.has(null);
    const files = found.map(({ file }) => file);
    return [SCORE_TEXT.repeated(first.partner, files, isOne)];
  });
}
