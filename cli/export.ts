/** `export`: writes what was entered in a workbook as CSV, JSON or a workbook of plain lists. */

import { exportBook } from "../core/export/book.ts";
import { csvText } from "../core/export/csv.ts";
import { exportJson } from "../core/export/json.ts";
import { exportLists } from "../core/export/tables.ts";
import { readInputs } from "../core/workbook/read/reading.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { exists, holds, isSameFile, Refused, writeAtomically } from "./files.ts";
import { sayJson, sayLines, tell } from "./speak.ts";
import type { Folder } from "./terminal.ts";
import { type Command, OUTPUT, oneFile, parse, WrongUsage } from "./usage.ts";
import { CLI_TEXT, PAPER_SAID } from "./words.ts";
import { EXPORT_SAID } from "./words-lists.ts";
import { holdsChecklist, type Opened, openToRead, rehearsal } from "./workbooks.ts";

const FORMS = ["csv", "json", "xlsx"] as const;
type Form = (typeof FORMS)[number];
const STANDARD_OUTPUT = "-";

export const exportCommand: Command = async (args, user) => {
  const { values, positionals } = parse(args, {
    csv: { type: "boolean" },
    json: { type: "boolean" },
    xlsx: { type: "boolean" },
    ...OUTPUT,
  });
  const file = oneFile(positionals);
  const [form, ...others] = FORMS.filter((name) => values[name]);
  if (form === undefined || others.length > 0) throw new WrongUsage(EXPORT_SAID.oneForm);
  const output = values.output ?? (form === "xlsx" ? undefined : STANDARD_OUTPUT);
  if (output === undefined || (form === "xlsx" && output === STANDARD_OUTPUT))
    throw new WrongUsage(EXPORT_SAID.needsOutput);
  if (form === "xlsx" && !output.toLowerCase().endsWith(".xlsx"))
    throw new Refused(CLI_TEXT.notXlsxName(output));
  const terminal = rehearsal(user, values);
  const opened = await openToRead(terminal, file);
  const lists = exportLists(opened.edition.checklist, opened.snapshot);
  if (output === STANDARD_OUTPUT) {
    if (form === "json") sayJson(terminal, exportJson(opened.edition.checklist, lists));
    else if (sayLines(terminal, csvText(lists.items)) > 0) tell(terminal, EXPORT_SAID.replaced);
    return 0;
  }
  const bytes = bytesOf(form, opened, lists);
  const isNew = write(terminal, file, output, bytes, values.force ?? false);
  const { items } = opened.edition.checklist;
  tell(
    terminal,
    isNew ? EXPORT_SAID.written(output, form === "csv", items.length) : CLI_TEXT.sameMade(output),
  );
  return 0;
};

function bytesOf(form: Form, { edition, snapshot }: Opened, lists: ReturnType<typeof exportLists>) {
  const { checklist } = edition;
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (form) {
    case "csv":
      return utf8(csvText(lists.items));
    case "json":
      return utf8(`${JSON.stringify(exportJson(checklist, lists), null, 2)}\n`);
    case "xlsx": {
      const { partner } = readInputs(checklist, snapshot).inputs;
      return drawBlueprint(exportBook(checklist, partner, lists));
    }
  }
}

/** Gives whether anything had to be written. Neither the workbook itself nor any other checklist is replaced. */
function write(
  folder: Folder,
  file: string,
  output: string,
  bytes: Uint8Array,
  force: boolean,
): boolean {
  if (isSameFile(folder, file, output)) throw new Refused(PAPER_SAID.isItself(output));
  if (holds(folder, output, bytes)) return false;
  if (exists(folder, output)) {
    if (holdsChecklist(folder, output)) throw new Refused(PAPER_SAID.isChecklist(output));
    if (!force) throw new Refused(CLI_TEXT.exists(output));
  }
  writeAtomically(folder, output, bytes, force ? undefined : null);
  return true;
}
