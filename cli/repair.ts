/** `check --repair`: mends a damaged workbook, all or nothing, and lists what it did. */

import { readCopy } from "../core/merge/copy.ts";
import { type Reread, rereadEntries } from "../core/repair/kept.ts";
import { isMendable, MEND_KINDS } from "../core/repair/kinds.ts";
import { offersIn } from "../core/repair/offers.ts";
import type { Mend } from "../core/repair/pass.ts";
import { type Repaired, repair } from "../core/repair/repair.ts";
import { admit } from "../core/report/admit.ts";
import { report } from "../core/report/report.ts";
import { localDay, withToday } from "../core/report/today.ts";
import { cellLabel } from "../core/words/labels.ts";
import { mendLine, mendsSentence, unsureSentence } from "../core/words/repair.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { placeText } from "../core/workbook/issues.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import { readInputs } from "../core/workbook/read/reading.ts";
import { Refused, untilUnchanged } from "./files.ts";
import { hasFault, issueLines, issuesJson } from "./score.ts";
import { printable, say, sayJson, shortened, tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { REPAIR_SAID } from "./words-repair.ts";
import {
  inFile,
  openDamaged,
  refusedFor,
  rehearsal,
  type Target,
  targetOf,
  warnBefore,
  writeWorkbook,
} from "./workbooks.ts";

export interface RepairOptions {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly backup?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly cells?: boolean | undefined;
}

type Mended = Extract<Repaired, { readonly refusal: null }>;

export function repairFile(user: Terminal, file: string, options: RepairOptions): number {
  const terminal = rehearsal(user, options);
  const target = targetOf(terminal, file, options);
  warnBefore(terminal, target);
  return untilUnchanged(() => mend(terminal, file, target, options));
}

function mend(terminal: Terminal, file: string, target: Target, options: RepairOptions): number {
  const { workbook, was } = openDamaged(terminal, file, target);
  const before = inFile(file, () => workbook.snapshot());
  const repaired = inFile(file, () => repair(EDITIONS, workbook));
  if (repaired.refusal?.code === "namesLost") throw new Refused(REPAIR_SAID.namesLost(file));
  if (repaired.refusal !== null) throw refusedFor(file, repaired.refusal);
  const reread = before === null ? [] : differences(before, repaired);
  const lost = reread.filter(({ isExplained }) => !isExplained);
  if (lost.length > 0) {
    const labels = lost.map(({ name, place }) => printable(cellLabel(name, place)));
    const named = labels.slice(0, MOST_NAMED);
    throw new Refused(REPAIR_SAID.wouldLose(file, named, labels.length - named.length));
  }
  const isMended = repaired.mends.length > 0;
  if (options.json) sayJson(terminal, outcomeOf(file, target, repaired));
  else listMends(terminal, repaired.mends, options.cells ?? false);
  if (isMended || target.replaces !== "read") writeWorkbook(terminal, { workbook, was }, target);
  if (!options.json) {
    tellReread(terminal, reread, options.cells ?? false);
    tell(terminal, isMended ? REPAIR_SAID.done(target.file) : REPAIR_SAID.nothing(file));
    tellRest(terminal, target.file, repaired);
  }
  return hasFault({ issues: repaired.issues }) ? 1 : 0;
}

const MOST_NAMED = 10;

function differences(before: Snapshot, { edition, snapshot, mends }: Mended) {
  // Without names nothing was read before.
  if (admit(EDITIONS, before).refusal !== null) return [];
  const [old, now] = [before, snapshot].map((one) => readCopy(edition.checklist, one, ""));
  return old && now ? rereadEntries(old, now, mends) : [];
}

function tellReread(terminal: Terminal, reread: readonly Reread[], isEach: boolean): void {
  if (reread.length > 0) say(terminal, `- ${REPAIR_SAID.reread(reread.length)}`);
  if (!isEach) return;
  for (const { name, place, before, after } of reread) {
    const line = REPAIR_SAID.eachReread(cellLabel(name, place), before, after ?? "");
    say(terminal, printable(`  ${shortened(line)}`));
  }
}

function listMends(terminal: Terminal, mends: readonly Mend[], isEach: boolean): void {
  if (mends.length === 0) return;
  say(terminal, REPAIR_SAID.willDo);
  for (const kind of MEND_KINDS) {
    const own = mends.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    say(terminal, printable(`- ${mendsSentence(own)}`));
    if (isEach) for (const one of own) say(terminal, printable(`  ${shortened(mendLine(one))}`));
  }
}

/** What nobody but a person can settle, and what is wrong all the same. */
function tellRest(terminal: Terminal, file: string, repaired: Mended): void {
  const { edition, snapshot, unsure } = repaired;
  const { issues } = withToday(report([edition], snapshot), localDay(new Date()));
  const errors = issues.filter(({ severity }) => severity === "error").length;
  tell(terminal, REPAIR_SAID.left(errors));
  for (const one of unsure) say(terminal, printable(unsureSentence(one)));
  for (const line of issueLines(issues.filter(({ severity }) => severity === "error")))
    say(terminal, line);
  const offers = offersIn(readInputs(edition.checklist, snapshot));
  for (const { name, item, place, found, word } of offers.slice(0, MOST_NAMED)) {
    const input = `${name}[${item}]=${word}`;
    const line = REPAIR_SAID.offer(placeText(place), shortened(found), word, file, input);
    say(terminal, printable(line));
  }
  if (offers.length > MOST_NAMED) say(terminal, REPAIR_SAID.offers(offers.length - MOST_NAMED));
}

function outcomeOf(file: string, target: Target, { mends, unsure, issues }: Mended) {
  return {
    file,
    output: target.file,
    mends: mends.map(({ kind, place, about, found, put }) => ({
      kind,
      where: place && placeText(place),
      about,
      found,
      put,
    })),
    unsure: unsure.map((one) => ({ code: one.is, message: unsureSentence(one) })),
    issues: issuesJson({ issues }),
  };
}

/** The line under the faults that says how to be rid of them. */
export function tellMendable(
  terminal: Terminal,
  file: string,
  { issues }: Pick<Mended, "issues">,
): void {
  const mendable = issues.filter(isMendable).length;
  if (mendable > 0) tell(terminal, REPAIR_SAID.mendable(file, mendable < issues.length));
}
