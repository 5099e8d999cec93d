/** `fill`: writes a list of answers into a workbook, all of them or none. */

import { report } from "../core/report/report.ts";
import { inputLabel } from "../core/words/labels.ts";
import { placeText } from "../core/workbook/issues.ts";
import type { Edit } from "../core/workbook/port.ts";
import { noAnswersUnder, replacements } from "../core/workbook/write/before.ts";
import { ANSWER_COLUMNS, readAnswers } from "../core/workbook/write/entries.ts";
import { readAnswerList } from "./answers.ts";
import { closeWith, conclude, tally } from "./conclude.ts";
import { Refused, untilUnchanged } from "./files.ts";
import { printable, shortened, tell } from "./speak.ts";
import { type Command, OUTPUT, oneFile, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";
import {
  carryOut,
  closedWarnings,
  type Opened,
  openToChange,
  rehearsal,
  reread,
  type Target,
  targetOf,
  warnBefore,
  writeWorkbook,
} from "./workbooks.ts";

export const fill: Command = (args, user) => {
  const { values, positionals } = parse(args, {
    as: { type: "string" },
    answers: { type: "string" },
    ...OUTPUT,
  });
  const file = oneFile(positionals);
  if (values.as !== "self" && values.as !== "auditor") throw new WrongUsage(CLI_TEXT.needsColumn);
  if (values.answers === undefined) throw new WrongUsage(CLI_TEXT.needsAnswers);
  const column = ANSWER_COLUMNS[values.as];
  const terminal = rehearsal(user, values);
  const target = targetOf(terminal, file, values);
  const list = readAnswerList(terminal, values.answers, inputLabel(column));
  warnBefore(terminal, target);
  const { entered, replaced, opened, now } = untilUnchanged(() => {
    const opened = openToChange(terminal, file, target);
    const { checklist } = opened.edition;
    const { edits, refusals } = readAnswers(checklist, list.lines, column);
    if (refusals.length === 0) refuseLosses(opened, edits, target);
    const entered = carryOut(file, opened, {
      kind: "entries",
      read: () => ({ edits, refusals }),
      closed: "tell",
    });
    writeWorkbook(terminal, opened, target);
    const replaced = replacements(checklist, opened.snapshot, edits);
    return { entered, replaced, opened, now: reread(file, opened) };
  });
  const counts = tally(replaced);
  conclude(terminal, {
    file: target.file,
    what: CLI_TEXT.answersWritten(replaced.length, counts),
    tidied: entered.tidied,
    warnings: closedWarnings(entered.closed),
    replaced: terminal.rehearses
      ? replaced
      : replaced.filter(({ before, after }) => before !== "" && before !== after),
  });
  if (list.unread.length > 0)
    tell(terminal, CLI_TEXT.notRead(values.answers, list.unread.map(printable)));
  const [before, after] = [opened, now].map(({ edition, snapshot }) => report([edition], snapshot));
  if (before && after) closeWith(terminal, target.file, now.edition.checklist, before, after);
  return 0;
};

const MOST_NAMED = 10;

/** Nothing is written over a text in an answer's cell that is none, unless that is meant. */
export function refuseLosses(
  { snapshot, edition }: Opened,
  edits: readonly Edit[],
  { forced }: Target,
): void {
  const lost = forced ? [] : noAnswersUnder(edition.checklist, snapshot, edits);
  if (lost.length === 0) return;
  const lines = lost
    .slice(0, MOST_NAMED)
    .map(({ place, found }) => printable(CLI_TEXT.noAnswer(placeText(place), shortened(found))));
  if (lost.length > lines.length) lines.push(CLI_TEXT.andMore(lost.length - lines.length));
  throw new Refused([...lines, CLI_TEXT.noAnswers(lost.length)].join("\n"));
}
