/** `checklist`: versions of the checklist as files. */

import { BUILT_IN, builtIn } from "../core/checklist/built-in.ts";
import { type Chosen, chosenChecklist } from "../core/checklist/file/chosen.ts";
import { fileText } from "../core/checklist/file/write.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { draftBlueprint } from "../core/draft/draw.ts";
import { type DraftEntries, entriesOf, NO_ENTRIES } from "../core/draft/entries.ts";
import { readDraft } from "../core/draft/read.ts";
import { DRAFT_NAMES } from "../core/draft/tables.ts";
import { nearest } from "../core/words/nearest.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { readNamedTables } from "../xlsx/named-tables.ts";
import { CHECKLIST_TEXT as TEXT } from "./checklist-words.ts";
import { exists, holds, Refused, readBytes, writeAtomically } from "./files.ts";
import { printable, say, sayJson, tell } from "./speak.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, OUTPUT, parse, WRITING, WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";
import { inFile, openChecklist, rehearsal } from "./workbooks.ts";

const JSON_END = ".json";
const VERSIONS = BUILT_IN.map(({ version }) => version);

const exportFile: Command = (args, user) => {
  const { values, positionals } = parse(args, OUTPUT);
  const terminal = rehearsal(user, values);
  const [source, ...more] = positionals;
  if (source === undefined) throw new WrongUsage(TEXT.needsSource(VERSIONS));
  if (more.length > 0) throw new WrongUsage(TEXT.oneSource);
  const checklist = checklistOf(terminal, source);
  const { output, force = false } = values;
  if (output === undefined) {
    say(terminal, fileText(checklist).trimEnd());
    return 0;
  }
  writeText(terminal, output, fileText(checklist), force);
  tell(terminal, TEXT.written(output, checklist));
  return 0;
};

function checklistOf(folder: Folder, source: string): FullChecklist {
  const known = builtIn(source);
  if (known) return known;
  if (!exists(folder, source)) throw new Refused(TEXT.noSource(printable(source), VERSIONS));
  return openChecklist(folder, source).edition.checklist;
}

/** Writing the same again loses nothing. */
function writeText(folder: Folder, file: string, text: string, force: boolean): void {
  const bytes = new TextEncoder().encode(text);
  if (holds(folder, file, bytes)) return;
  if (exists(folder, file) && !force) throw new Refused(TEXT.exists(file));
  writeAtomically(folder, file, bytes, force ? undefined : null);
}

const check: Command = (args, terminal) => {
  const { values, positionals } = parse(args, { json: { type: "boolean" } });
  if (positionals.length === 0) throw new WrongUsage(TEXT.needsFile);
  let isFine = true;
  for (const file of positionals) {
    const found = foundIn(terminal, file);
    isFine &&= "known" in found;
    if (values.json) sayJson(terminal, outcomeOf(file, found));
    else show(terminal, file, found);
  }
  return isFine ? 0 : 1;
};

/** A file that cannot be read is told in its line, and the others are looked at all the same. */
function foundIn(folder: Folder, file: string): Chosen | { readonly error: string } {
  try {
    return chosenIn(folder, file);
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}

function outcomeOf(file: string, found: ReturnType<typeof foundIn>): object {
  if ("error" in found) return { file, error: found.error };
  const { checklist, sentences } = found;
  return sentences === null
    ? { file, version: checklist.version, items: checklist.items.length, faults: [] }
    : { file, faults: sentences };
}

function show(terminal: Terminal, file: string, found: ReturnType<typeof foundIn>): void {
  if ("error" in found) {
    tell(terminal, printable(found.error));
  } else if (found.sentences === null) {
    say(terminal, printable(TEXT.fine(file, found.checklist)));
    if (found.known !== "no") say(terminal, TEXT[found.known]);
  } else {
    for (const line of faultLines(file, found.sentences)) tell(terminal, line);
  }
}

const faultLines = (file: string, sentences: readonly string[]): readonly string[] =>
  sentences.map((sentence) => printable(TEXT.fault(file, sentence)));

function chosenIn(folder: Folder, file: string): Chosen {
  const bytes = readBytes(folder, file);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) throw new Refused(TEXT.isWorkbook(file));
  return chosenChecklist(bytes);
}

/** For a workbook to be made of it. Throws `Refused` with all that is wrong, a line each. */
export function readChecklist(
  folder: Folder,
  file: string,
): { readonly checklist: FullChecklist; readonly note: string | null } {
  const { checklist, sentences, ...more } = chosenIn(folder, file);
  if (sentences !== null) throw new Refused(faultLines(file, sentences).join("\n"));
  const isOther = "known" in more && more.known === "otherTexts";
  return { checklist, note: isOther ? TEXT.usesOwn(file, checklist) : null };
}

const draft: Command = (args, user) => {
  const { values, positionals } = parse(args, {
    from: { type: "string" },
    force: { type: "boolean" },
    ...WRITING,
  });
  const terminal = rehearsal(user, values);
  const file = oneDraft(positionals);
  if (!file.toLowerCase().endsWith(".xlsx")) throw new Refused(CLI_TEXT.notXlsxName(file));
  const entries = values.from === undefined ? NO_ENTRIES : nextOf(terminal, values.from);
  if (exists(terminal, file) && !values.force) throw new Refused(TEXT.exists(file));
  writeAtomically(
    terminal,
    file,
    drawBlueprint(draftBlueprint(entries)),
    values.force ? undefined : null,
  );
  tell(terminal, TEXT.drafted(file));
  return 0;
};

/** What an earlier version has, for the next one: its own number and date are not yet known. */
function nextOf(folder: Folder, source: string): DraftEntries {
  const isFile = !builtIn(source) && /\.json$/i.test(source);
  const from = isFile ? readChecklist(folder, source).checklist : checklistOf(folder, source);
  const { fields, tables } = entriesOf(from);
  return {
    tables,
    fields: { ...fields, version: null, published: null, revision: 1, follows: from.version },
  };
}

function oneDraft(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUsage(TEXT.needsDraft);
  return file;
}

const build: Command = (args, user) => {
  const { values, positionals } = parse(args, OUTPUT);
  const terminal = rehearsal(user, values);
  const file = oneDraft(positionals);
  const output = values.output ?? file.replace(/\.xls[xm]$/i, "") + JSON_END;
  const tables = inFile(file, () => readNamedTables(readBytes(terminal, file), DRAFT_NAMES));
  if (tables.size === 0) throw new Refused(TEXT.noDraft(file));
  const { checklist, sentences } = readDraft(tables);
  if (sentences !== null) throw new Refused(faultLines(file, sentences).join("\n"));
  writeText(terminal, output, fileText(checklist), values.force ?? false);
  tell(terminal, TEXT.built(output, checklist));
  return 0;
};

const DEEDS = { draft, build, check, export: exportFile } as const satisfies Readonly<
  Record<string, Command>
>;
const NAMES = Object.keys(DEEDS) as readonly (keyof typeof DEEDS)[];

export const checklist: Command = ([typed, ...rest], terminal) => {
  if (typed === undefined) throw new WrongUsage(TEXT.needsDeed(NAMES));
  const deed = NAMES.find((name) => name === typed);
  if (deed === undefined)
    throw new WrongUsage(TEXT.noDeed(printable(typed), NAMES, nearest(typed, NAMES)));
  return DEEDS[deed](rest, terminal);
};
