/** `print`: writes a workbook as a page to read and print, with every item and what was said of it. */

import { checklistPrint } from "../core/papers/checklist-print.ts";
import { report } from "../core/report/report.ts";
import { exists, isFolder, isSameFile, Refused, writeAtomically } from "./files.ts";
import { tell } from "./speak.ts";
import { type Command, OUTPUT, oneFile, parse } from "./usage.ts";
import { CLI_TEXT, PAPER_SAID } from "./words.ts";
import { holdsChecklist, nameOf, openToRead, rehearsal } from "./workbooks.ts";

export const printCommand: Command = async (args, user) => {
  const { values, positionals } = parse(args, OUTPUT);
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const { snapshot, edition } = await openToRead(terminal, file);
  const target = values.output ?? `${nameOf(file)}.html`;
  if (isFolder(terminal, target)) throw new Refused(CLI_TEXT.isFolder(target));
  if (isSameFile(terminal, file, target)) throw new Refused(PAPER_SAID.isItself(target));
  if (!/\.html?$/i.test(target)) throw new Refused(PAPER_SAID.notHtmlName(target));
  const isNamed = values.output !== undefined;
  if (exists(terminal, target)) {
    if (holdsChecklist(terminal, target)) throw new Refused(PAPER_SAID.isChecklist(target));
    // A file that the user named may be anybody's.
    if (isNamed && !values.force) throw new Refused(CLI_TEXT.exists(target));
  }
  const html = checklistPrint(edition.checklist, report([edition], snapshot));
  const mayReplace = !isNamed || values.force ? undefined : null;
  writeAtomically(terminal, target, new TextEncoder().encode(html), mayReplace);
  tell(terminal, PAPER_SAID.written([target]));
  return 0;
};
