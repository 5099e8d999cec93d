/** `check`: what is wrong in a workbook, and whether it is still as it was handed over. */

import { phaseIndex } from "../core/audit/phases.ts";
import type { SealCheck, SealedChange } from "../core/audit/seal.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { type Finding, preflight } from "../core/report/preflight.ts";
import type { Report } from "../core/report/report.ts";
import { localDay } from "../core/report/today.ts";
import { cellLabel } from "../core/words/labels.ts";
import { speakFinding } from "../core/words/preflight.ts";
import { wholeSentence } from "../core/words/spoken.ts";
import { chosen } from "./chosen.ts";
import { Refused } from "./files.ts";
import { nextStep } from "./next.ts";
import { repairFile, tellMendable } from "./repair.ts";
import { hasFault, issueLines, issuesJson, judged, reportToday } from "./score.ts";
import { printable, say, sayJson, shortened, tell } from "./speak.ts";
import { findingLines } from "./submit.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, OUTPUT, oneFile, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, SEAL_SAID, SUBMIT_TEXT } from "./words.ts";
import { REPAIR_SAID } from "./words-repair.ts";

export const check: Command = async (args, terminal) => {
  const { values, positionals } = parse(args, {
    json: { type: "boolean" },
    strict: { type: "boolean" },
    repair: { type: "boolean" },
    cells: { type: "boolean" },
    ...OUTPUT,
  });
  const isStrict = values.strict ?? false;
  if (values.repair) {
    if (isStrict) throw new WrongUsage(REPAIR_SAID.alone);
    return repairFile(terminal, oneFile(positionals), values);
  }
  const other = WITH_REPAIR.find((option) => values[option] !== undefined);
  if (other !== undefined) throw new WrongUsage(REPAIR_SAID.needsRepair(`--${other}`));
  if (positionals.length === 0) throw new WrongUsage(CLI_TEXT.needsFile);
  const { files, locks } = chosen(terminal, positionals);
  for (const { workbook, by } of locks) tell(terminal, printable(CLI_TEXT.isOpen(workbook, by)));
  if (values.json) return worst(files, (file) => checkJson(terminal, file, isStrict));
  const [only] = files;
  if (only !== undefined && files.length === 1 && positionals.length === 1)
    return checkOne(terminal, only, isStrict, CLI_TEXT.clean(only), true);
  return worst(files, async (file, index) => {
    if (index > 0) say(terminal, "");
    say(terminal, printable(file));
    try {
      return await checkOne(terminal, file, isStrict, CLI_TEXT.cleanHere, false);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Where the others' faults stand, so that whoever keeps them keeps this one too.
      say(terminal, printable(`${CLI_TEXT.severity.error}: ${error.message}`));
      return 1;
    }
  });
};

const WITH_REPAIR = ["cells", "output", "force", "dry-run", "backup"] as const;

/** Looks at every file, whatever is wrong with those before it. */
async function worst(
  files: readonly string[],
  look: (file: string, index: number) => Promise<number>,
): Promise<number> {
  let found = 0;
  for (const [index, file] of files.entries()) found = Math.max(found, await look(file, index));
  return found;
}

async function checkJson(terminal: Terminal, file: string, isStrict: boolean): Promise<number> {
  const outcome = await checkFile(terminal, file);
  sayJson(terminal, outcome);
  return hasFault(outcome) || (isStrict && !("error" in outcome) && isChanged(outcome)) ? 1 : 0;
}

/** Whether anything differs from what was handed over. */
const isChanged = ({ seal }: Pick<Report, "seal">): boolean =>
  seal !== null && seal.state !== "unchanged";

async function checkOne(
  terminal: Terminal,
  file: string,
  isStrict: boolean,
  clean: string,
  tellsNext: boolean,
): Promise<number> {
  const { result, checklist } = await reportToday(terminal, file);
  for (const line of issueLines(result.issues)) say(terminal, line);
  if (result.issues.length === 0) say(terminal, clean);
  for (const line of openLines(checklist, result)) say(terminal, line);
  if (result.seal) for (const line of sealLines(result.seal)) say(terminal, printable(line));
  else if (phaseIndex(result.phase) > 0 && !result.issues.some(({ code }) => LOST.has(code)))
    say(terminal, SEAL_SAID.none);
  if (tellsNext) tellMendable(terminal, file, result);
  if (tellsNext && !hasFault(result)) tell(terminal, nextStep(checklist, file, result));
  return hasFault(result) || (isStrict && isChanged(result)) ? 1 : 0;
}

/** Faults that say themselves what became of the seal. */
const LOST: ReadonlySet<string> = new Set(["sealGone", "sheetMissing"]);

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

function changeLine({ name, place, before, after }: SealedChange): string {
  return SEAL_SAID.change(cellLabel(name, place), shortened(before), shortened(after));
}
