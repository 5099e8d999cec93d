/** `merge`: brings several people's copies of one workbook together. */

import { readCopy } from "../core/merge/copy.ts";
import { otherPartners } from "../core/merge/kin.ts";
import { type MergeRequest, merge as mergeCopies } from "../core/merge/merge.ts";
import type { Conflict, Merge, Taken, Version } from "../core/merge/outcome.ts";
import { type Choices, settle } from "../core/merge/settle.ts";
import { mergeEdits, mergeStep } from "../core/merge/step.ts";
import { report } from "../core/report/report.ts";
import { fieldLabel, valueText } from "../core/words/merge.ts";
import { hasRoom } from "../core/workbook/read/records.ts";
import { replacements } from "../core/workbook/write/before.ts";
import { choiceList, readChoices, withTheRest } from "./choices.ts";
import { closeWith, conclude } from "./conclude.ts";
import { type Beside, besideOf, openBeside, refuseOtherVersions } from "./diff.ts";
import { exists, Refused, untilUnchanged, writeAtomically } from "./files.ts";
import { printable, say, shortened, tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { type Command, OUTPUT, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";
import { MERGE_SAID } from "./words-merge.ts";
import {
  carryOut,
  type Opened,
  openToChange,
  rehearsal,
  reread,
  type Target,
  targetOf,
  warnBefore,
  writeWorkbook,
} from "./workbooks.ts";

type Side = "mine" | "theirs";
const isSide = (word: string): word is Side => word === "mine" || word === "theirs";

/** What decides where copies differ. */
interface Chosen {
  readonly take: Side | null;
  readonly answers: string | undefined;
  readonly list: string | undefined;
  readonly forced: boolean;
}

export const merge: Command = async (args, user) => {
  const { values, positionals } = parse(args, {
    "no-base": { type: "boolean" },
    take: { type: "string" },
    answers: { type: "string" },
    list: { type: "string" },
    ...OUTPUT,
  });
  const isBaseless = values["no-base"] ?? false;
  const [first, second, ...others] = positionals;
  const [base, file, ...theirs] = isBaseless
    ? [undefined, first, ...(second === undefined ? [] : [second]), ...others]
    : [first, second, ...others];
  if (file === undefined || theirs.length === 0)
    throw new WrongUsage(isBaseless ? MERGE_SAID.needsCopiesOnly : MERGE_SAID.needsCopies);
  const { take = null } = values;
  if (take !== null && !isSide(take)) throw new WrongUsage(MERGE_SAID.takes);
  if (values.output === undefined && !values["dry-run"] && values.list === undefined)
    throw new WrongUsage(MERGE_SAID.needsOutput);
  const terminal = rehearsal(user, values);
  const target = targetOf(terminal, file, values);
  const forced = values.force ?? false;
  const chosen: Chosen = { take, answers: values.answers, list: values.list, forced };
  warnBefore(terminal, target);
  const from = base === undefined ? null : await openBeside(terminal, base);
  const besides: Beside[] = [];
  for (const other of theirs) besides.push(await openBeside(terminal, other));
  return untilUnchanged(() => mergeInto(terminal, file, target, from, besides, chosen));
};

function mergeInto(
  terminal: Terminal,
  file: string,
  target: Target,
  base: Beside | null,
  theirs: readonly Beside[],
  chosen: Chosen,
): number {
  const opened = openToChange(terminal, file, target);
  const { checklist } = opened.edition;
  const before = report([opened.edition], opened.snapshot);
  const copy = readCopy(checklist, opened.snapshot, file);
  const mine = besideOf(terminal, file, before.issues, { copy, edition: opened.edition });
  refuseOtherVersions([mine, ...(base ? [base] : []), ...theirs]);
  const request: MergeRequest = {
    base: base?.copy ?? null,
    mine: copy,
    theirs: theirs.map((beside) => beside.copy),
  };
  for (const sentence of otherPartners(copy, [...(base ? [base.copy] : []), ...request.theirs]))
    tell(terminal, printable(MERGE_SAID.warning(sentence)));
  const plan = mergeCopies(checklist, request);
  const titles = [copy, ...request.theirs].map(({ title }) => title);
  const settled = settle(checklist, plan, choicesFor(terminal, plan, titles, chosen));
  tellOfLeftOut(terminal, titles, settled.leftOut);
  if (settled.open.length > 0 || (chosen.list !== undefined && plan.conflicts.length > 0)) {
    sayConflicts(terminal, titles, settled.open);
    if (chosen.list !== undefined) writeList(terminal, chosen, plan, titles);
    throw new Refused(MERGE_SAID.open(chosen.list ?? null, chosen.take !== null));
  }
  if (chosen.list !== undefined) {
    tell(terminal, MERGE_SAID.nothingToList);
    return 0;
  }
  const { unplaced } = mergeEdits(copy, settled.taken);
  const { tidied } = carryOut(file, opened, {
    kind: "step",
    take: () => mergeStep(checklist, request, settled),
  });
  writeWorkbook(terminal, opened, target);
  const now = reread(file, opened);
  conclude(terminal, {
    file: target.file,
    what: MERGE_SAID.merged(settled.taken.length - unplaced.length, titles.slice(1)),
    tidied,
    warnings: notWritten(opened, target, settled.lead, unplaced),
    replaced: replacements(checklist, opened.snapshot, mergeEdits(copy, settled.taken).edits),
  });
  closeWith(terminal, target.file, checklist, before, report([now.edition], now.snapshot));
  return 0;
}

function choicesFor(
  terminal: Terminal,
  plan: Merge,
  titles: readonly string[],
  { take, answers }: Chosen,
): Choices {
  const chosen: Choices =
    answers === undefined ? new Map() : readChoices(terminal, answers, plan, titles);
  return take === null ? chosen : withTheRest(plan, chosen, take);
}

function writeList(
  terminal: Terminal,
  { list = "", forced }: Chosen,
  plan: Merge,
  titles: readonly string[],
): void {
  if (exists(terminal, list) && !forced) throw new Refused(CLI_TEXT.exists(list));
  const bytes = new TextEncoder().encode(choiceList(plan, titles));
  writeAtomically(terminal, list, bytes, forced ? undefined : null);
  tell(terminal, MERGE_SAID.listed(list, plan.conflicts.length));
}

const valueShown = (value: string): string => valueText(shortened(value));
const named = (titles: readonly string[], copies: readonly number[]): string[] =>
  copies.map((index) => titles[index] ?? "");

function sayConflicts(
  terminal: Terminal,
  titles: readonly string[],
  conflicts: readonly Conflict[],
): void {
  if (conflicts.length === 0) return;
  const versionText = ({ value, copies }: Version): string =>
    MERGE_SAID.version(valueShown(value), named(titles, copies));
  say(terminal, MERGE_SAID.asked(conflicts.length));
  for (const { name, place, versions, base, cause } of conflicts) {
    const line = MERGE_SAID.conflict(
      fieldLabel(name, place),
      versions.map(versionText).join(", "),
      base === null ? null : valueShown(base),
      MERGE_SAID.causes[cause],
    );
    say(terminal, printable(line));
  }
}

function tellOfLeftOut(
  terminal: Terminal,
  titles: readonly string[],
  leftOut: readonly Taken[],
): void {
  for (const [index, title] of titles.entries()) {
    const own = leftOut.filter(({ copies }) => copies.includes(index));
    if (own.length === 0) continue;
    tell(terminal, printable(MERGE_SAID.leftOut(title, own.length)));
    for (const { name, place, before, after } of own) {
      const label = fieldLabel(name, place);
      tell(terminal, printable(MERGE_SAID.left(label, valueShown(after), valueShown(before))));
    }
  }
}

/** What was taken and could not be written. */
function notWritten(
  { snapshot }: Opened,
  { file }: Target,
  lead: number,
  unplaced: readonly Taken[],
): string[] {
  const lines = unplaced.map(({ name, place, after }) =>
    printable(MERGE_SAID.unplaced(fieldLabel(name, place), valueShown(after))),
  );
  return [
    ...(lines.length > 0 ? [MERGE_SAID.notPlaced, ...lines] : []),
    ...(lead > 0 && !hasRoom(snapshot) ? [MERGE_SAID.noRoom(file)] : []),
  ];
}
