/** `checklist`: versions of the checklist as files. */

import { BUILT_IN, builtIn } from "../core/checklist/built-in.ts";
import { type Chosen, chosenChecklist } from "../core/checklist/file/chosen.ts";
import { fileText } from "../core/checklist/file/write.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { nearest } from "../core/words/nearest.ts";
import { CHECKLIST_TEXT as TEXT } from "./checklist-words.ts";
import { exists, Refused, readBytes, writeAtomically } from "./files.ts";
import { printable, say, sayJson, tell } from "./speak.ts";
import type { Folder, Terminal } from "./terminal.ts";
import { type Command, OUTPUT, parse, WrongUsage } from "./usage.ts";
import { openChecklist, rehearsal } from "./workbooks.ts";

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

function writeText(folder: Folder, file: string, text: string, force: boolean): void {
  if (exists(folder, file) && !force) throw new Refused(TEXT.exists(file));
  writeAtomically(folder, file, new TextEncoder().encode(text), force ? undefined : null);
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

const DEEDS = { export: exportFile, check } as const satisfies Readonly<Record<string, Command>>;
const NAMES = Object.keys(DEEDS) as readonly (keyof typeof DEEDS)[];

export const checklist: Command = ([typed, ...rest], terminal) => {
  if (typed === undefined) throw new WrongUsage(TEXT.needsDeed(NAMES));
  const deed = NAMES.find((name) => name === typed);
  if (deed === undefined)
    throw new WrongUsage(TEXT.noDeed(printable(typed), NAMES, nearest(typed, NAMES)));
  return DEEDS[deed](rest, terminal);
};
