/** What people chose where copies differ: lists to fill in, and to read back as CSV or JSON. */

import { basename } from "node:path";
import type { Conflict, Merge } from "../core/merge/outcome.ts";
import { type Choice, type Choices, choiceForAll } from "../core/merge/settle.ts";
import { fieldLabel } from "../core/words/merge.ts";
import { decoded, listIn } from "./answers.ts";
import { csvText } from "./csv.ts";
import { Refused, readBytes } from "./files.ts";
import { printable } from "./speak.ts";
import type { Folder } from "./terminal.ts";
import { MERGE_SAID } from "./words-merge.ts";
import { refusedLines } from "./workbooks.ts";

/** One line of such a list. */
interface Line {
  readonly place: string;
  readonly key: string;
  readonly take: string;
}

const HEADS = MERGE_SAID.choiceHeads;

/** A list of all conflicts with what each copy says, and a column to fill. */
export function choiceList({ conflicts }: Merge, titles: readonly string[]): string {
  const lines = conflicts.map(({ key, name, place, base, versions }) => [
    key,
    fieldLabel(name, place),
    base,
    // Whoever did not change it says what it was.
    ...titles.map(
      (_, index) => versions.find(({ copies }) => copies.includes(index))?.value ?? base,
    ),
    null,
  ]);
  const heads = [HEADS.field, HEADS.label, HEADS.before, ...titles, HEADS.take];
  return `\ufeff${csvText([heads, ...lines])}\r\n`;
}

/** What a list says of the conflicts that there are; whatever else stands in it was settled before. */
export function readChoices(
  folder: Folder,
  file: string,
  { conflicts }: Merge,
  titles: readonly string[],
): Choices {
  const byKey = new Map(conflicts.map((conflict) => [conflict.key, conflict]));
  const choices = new Map<string, Choice>();
  const refusals: string[] = [];
  for (const line of linesOf(folder, file)) {
    const conflict = byKey.get(line.key);
    if (conflict === undefined || line.take === "") continue;
    const choice = choiceIn(conflict, line, titles);
    if (typeof choice === "object") refusals.push(choice.refusal);
    else choices.set(line.key, choice);
  }
  if (refusals.length > 0) throw refusedLines(refusals);
  return choices;
}

function linesOf(folder: Folder, file: string): readonly Line[] {
  const text = decoded(readBytes(folder, file));
  if (/^\s*\{/.test(text)) return jsonLines(file, text);
  const list = listIn(file, text, [[HEADS.field], [HEADS.take]]);
  if (list === null) throw new Refused(MERGE_SAID.choiceColumns(file));
  const [field = 0, take = 0] = list.columns;
  return list.lines.map(({ place, fields }) => ({
    place,
    key: (fields[field] ?? "").trim(),
    take: (fields[take] ?? "").trim(),
  }));
}

function jsonLines(file: string, text: string): readonly Line[] {
  try {
    const read = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return Object.entries(read).map(([key, take]) => ({
      place: MERGE_SAID.choicePlace(file, key),
      key,
      take: String(take ?? "").trim(),
    }));
  } catch (error) {
    throw new Refused(MERGE_SAID.choicesBroken(file), { cause: error });
  }
}

function choiceIn(
  { name, place, versions, canJoin }: Conflict,
  line: Line,
  titles: readonly string[],
): Choice | { readonly refusal: string } {
  const label = fieldLabel(name, place);
  const word = line.take.toLowerCase();
  if (word === "mine") return 0;
  if (word === "both")
    return canJoin ? "both" : { refusal: MERGE_SAID.choiceTexts(line.place, label) };
  if (word === "theirs" && versions.length === 2) return 1;
  if (word === "theirs") {
    const others = versions.slice(1).flatMap(({ copies }) => copies);
    const files = others.map((index) => titles[index] ?? "");
    return { refusal: MERGE_SAID.choiceSeveral(line.place, label, files) };
  }
  const copy = titles.findIndex((title) => [title, basename(title)].includes(line.take));
  const version = versions.findIndex(({ copies }) => copies.includes(copy));
  if (version >= 0) return version;
  const allowed = ["mine", "theirs", ...(canJoin ? ["both"] : [])];
  const refusal = MERGE_SAID.choiceUnknown(line.place, printable(line.take), allowed);
  return { refusal };
}

/** What was chosen one by one, and the same for all the others. */
export const withTheRest = (plan: Merge, chosen: Choices, take: "mine" | "theirs"): Choices =>
  new Map([...choiceForAll(plan, take), ...chosen]);
