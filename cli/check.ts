/** `check`: what is wrong in a workbook, and whether it is still as it was handed over. */

import { phaseIndex } from "../core/audit/phases.ts";
import type { SealCheck, SealedChange } from "../core/audit/seal.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { type Finding, preflight } from "../core/report/preflight.ts";
import type { Report } from "../core/report/report.ts";
import { localDay } from "../core/report/today.ts";
import { speakFinding } from "../core/words/preflight.ts";
import { wholeSentence } from "../core/words/spoken.ts";
import { Refused } from "./files.ts";
import { hasFault, issueLine, issuesJson, judged, reportToday } from "./score.ts";
import { printable, say, sayJson, tell } from "./speak.ts";
import { findingLines } from "./submit.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, SEAL_SAID, SUBMIT_TEXT } from "./words.ts";

export const check: Command = (args, terminal) => {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  const [only, ...others] = positionals;
  if (only === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  if (values.json) return worst(positionals, (file) => checkJson(terminal, file));
  if (others.length === 0) return checkOne(terminal, only, CLI_TEXT.clean(only));
  return worst(positionals, (file, index) => {
    if (index > 0) say(terminal, "");
    say(terminal, printable(file));
    try {
      return checkOne(terminal, file, CLI_TEXT.cleanHere);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tell(terminal, printable(error.message));
      return 1;
    }
  });
};

/** Looks at every file, whatever is wrong with those before it. */
const worst = (files: readonly string[], look: (file: string, index: number) => number): number =>
  Math.max(...files.map(look));

function checkJson(terminal: Terminal, file: string): number {
  const outcome = checkFile(terminal, file);
  sayJson(terminal, outcome);
  return hasFault(outcome) ? 1 : 0;
}

function checkOne(terminal: Terminal, file: string, clean: string): number {
  const { result, checklist } = reportToday(terminal, file);
  for (const issue of result.issues) say(terminal, issueLine(issue));
  if (result.issues.length === 0) say(terminal, clean);
  for (const line of openLines(checklist, result)) say(terminal, line);
  if (result.seal) for (const line of sealLines(result.seal)) say(terminal, printable(line));
  else if (phaseIndex(result.phase) > 0) say(terminal, SEAL_SAID.none);
  return hasFault(result) ? 1 : 0;
}

/** Never throws; `seal` is null where nothing was handed over, `open` is empty once something was. */
const checkFile = (folder: Folder, file: string) =>
  judged(folder, file, (result, checklist) => ({
    file,
    issues: issuesJson(result),
    seal: result.seal,
    open: openFindings(checklist, result).map((finding) => ({
      code: finding.code,
      weight: finding.weight,
      where: finding.where,
      message: wholeSentence(speakFinding(finding)),
    })),
  }));

/** What `submit` would list; nothing once the self-assessment was handed over. */
const openFindings = (checklist: Checklist, result: Report): readonly Finding[] =>
  result.phase === "selfAssessment" ? preflight(checklist, result, localDay(new Date())) : [];

/** These only repeat the issues, which `check` lists itself. */
const OF_ISSUES: ReadonlySet<string> = new Set(["untrusted", "warnings"]);

function openLines(checklist: Checklist, result: Report): string[] {
  const open = openFindings(checklist, result).filter(({ code }) => !OF_ISSUES.has(code));
  return open.length === 0 ? [] : [SUBMIT_TEXT.open, ...findingLines(open)];
}

function sealLines({ short, at, state, changes }: SealCheck): string[] {
  if (state === "damaged") return [SEAL_SAID.damaged];
  if (state === "unchanged") return [SEAL_SAID.unchanged(short, at)];
  return [SEAL_SAID.changed(short, at, changes.length), ...changes.map(changeLine)];
}

const LONGEST_SHOWN = 200;

/** Enough to tell old from new; the workbook and the panel have it whole. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SHOWN
    ? characters.join("")
    : `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}

function changeLine({ name, place, before, after }: SealedChange): string {
  const key = place === null ? name : `${name}[${place}]`;
  return SEAL_SAID.change(key, shortened(before), shortened(after));
}
