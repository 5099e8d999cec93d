/** `share`: a copy of a workbook for somebody outside, without what is nobody's business there. */

import { auditorsCopy } from "../core/merge/share.ts";
import { momentOf } from "../core/report/moment.ts";
import { report } from "../core/report/report.ts";
import { ARCHIVE_NAME } from "../core/workbook/fields.ts";
import { replacements } from "../core/workbook/write/before.ts";
import { exists, isSameFile, Refused, untilUnchanged } from "./files.ts";
import { tell } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { type Command, OUTPUT, oneFile, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, PAPER_SAID } from "./words.ts";
import { SHARE_SAID } from "./words-merge.ts";
import {
  carryOut,
  nameOf,
  openToChange,
  rehearsal,
  reread,
  type Target,
  writeWorkbook,
} from "./workbooks.ts";

export const share: Command = (args, user) => {
  const { values, positionals } = parse(args, { for: { type: "string" }, ...OUTPUT });
  const file = oneFile(positionals);
  if (values.for !== "auditor") throw new WrongUsage(SHARE_SAID.needsWhom);
  const terminal = rehearsal(user, values);
  const ending = /\.xlsm$/i.test(file) ? "xlsm" : "xlsx";
  const output = values.output ?? `${nameOf(file)} ${SHARE_SAID.name}.${ending}`;
  const forced = values.force ?? false;
  if (isSameFile(terminal, file, output)) throw new Refused(PAPER_SAID.isItself(output));
  if (exists(terminal, output) && !forced) throw new Refused(CLI_TEXT.exists(output));
  const target: Target = { file: output, replaces: forced ? "any" : "none", forced };
  return untilUnchanged(() => copyFor(terminal, file, target));
};

function copyFor(terminal: Terminal, file: string, target: Target): number {
  const opened = openToChange(terminal, file, target);
  const { checklist } = opened.edition;
  const { change, tidied } = carryOut(file, opened, {
    kind: "step",
    take: (snapshot) => auditorsCopy(checklist, snapshot, momentOf(new Date())),
  });
  writeWorkbook(terminal, opened, target);
  const edits = (change?.edits ?? []).slice(tidied);
  const cleared = replacements(checklist, opened.snapshot, edits).length;
  const now = reread(file, opened);
  const { seal } = report([now.edition], now.snapshot);
  tell(terminal, SHARE_SAID.made(target.file, cleared, seal?.short ?? ""));
  if (edits.some(({ name }) => name === ARCHIVE_NAME)) tell(terminal, SHARE_SAID.noArchive);
  if (seal?.state === "changed")
    tell(terminal, SHARE_SAID.changed(file, seal.at, seal.changes.length));
  if (seal?.state === "damaged") tell(terminal, SHARE_SAID.damaged(file));
  tell(terminal, SHARE_SAID.goesAlong);
  tell(terminal, SHARE_SAID.next(file, target.file));
  return 0;
}
