/** What is said of answers that move to another version of the checklist, on its sheets and before anything is written. */

import { ANSWER_WORDS } from "../audit/answers.ts";
import { findItem } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import type { ItemMove, Move } from "../migrate/move.ts";
import { inputNamed } from "../workbook/fields.ts";
import { cellLabel } from "./labels.ts";
import { count, isOrAre, join } from "./numbers.ts";
import { DATA } from "./sheets.ts";

const named = ({ title, version }: Checklist): string => `${title} v${version}`;

export const MOVE_NOTES = {
  otherProgramme: (source: Checklist, target: Checklist) =>
    `${named(source)} and ${named(target)} are two programmes, so a number means nothing between them: only items that ask for the very same keep their answers. All else is in the archive.`,
  stepBetween: (source: Checklist, target: Checklist) =>
    `${named(target)} tells what changed since ${target.follows ?? ""}, and this workbook is of ${source.version}. Where items were renumbered on the way, an answer may be missing here: look at those that are new.`,
  alwaysFull: (target: Checklist) =>
    `Every audit against ${named(target)} is a full one, so the renewal became a full audit.`,
  services: (names: readonly string[]) =>
    `Not asked for any more, with what was entered in the archive: ${join(names)}.`,
  cut: (id: string) =>
    `Item ${id}: the texts that come together are longer than a cell. The first of them stand there, and all of them in the archive.`,
} as const;

/** What happens to an item, as one sentence. */
export function outcomeText({ outcome, from, former, isAnswered, item }: ItemMove): string {
  const others = from.filter((id) => id !== item.id);
  const was = others.length > 0 ? `Was ${join(from)}. ` : "";
  switch (outcome) {
    case "kept":
      return `${was}${isAnswered ? "The answer stays, with evidence and owner." : "Not answered yet; evidence and owner stay."}`;
    case "restored":
      return isAnswered
        ? "As it last stood in this version: answer, evidence and owner."
        : "As it last stood in this version: not answered, with evidence and owner.";
    case "confirm":
      return former.length > 0
        ? `${was}It asks otherwise now. Evidence and owner come along; confirm the answer again.`
        : `${was}It asks otherwise now. Evidence and owner come along; it was not answered.`;
    case "new":
      return "New. Nothing comes along.";
  }
}

/** `Met`, or of several items `7.1 Met, 7.2 Not met`; blank where nothing was answered. */
export function formerText({ former, item }: Pick<ItemMove, "former" | "item">): string {
  const [first] = former;
  if (former.length === 1 && first?.id === item.id) return first.answer;
  return former.map(({ id, answer }) => `${id} ${answer}`).join(", ");
}

export const leftText = "It has no place any more. What was entered is in the archive.";

/** How many items there are of each kind, in the order in which they are told. */
export function countsText({ items, left, target, archive }: Move): string {
  const number = (wanted: ItemMove["outcome"]) =>
    items.filter(({ outcome }) => outcome === wanted).length;
  const parts: readonly (readonly [number, string])[] = [
    [number("kept"), "as before"],
    [number("restored"), "as they last stood in this version"],
    [number("confirm"), "to be looked at again"],
    [number("new"), "new"],
  ];
  const told = parts.filter(([many]) => many > 0).map(([many, words]) => `${many} ${words}`);
  const gone =
    left.length === 0
      ? ""
      : ` ${count(left.length, "item")} ${isOrAre(left.length)} not asked any more.`;
  const kept =
    archive.length === 0 ? "" : ` The archive has ${count(archive.length, "entry", "entries")}.`;
  return `${count(items.length, "item")} of ${target.version}: ${join(told)}.${gone}${kept}`;
}

/** The new file's name without its ending: `kestrel 3.1` of version 3.1 becomes `kestrel 3.2`. */
export function movedName(name: string, from: Checklist, to: Checklist): string {
  const ending = ` ${from.version}`;
  const bare = name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  return `${bare} ${to.version}`;
}

/** Both sheets that a workbook gets into which answers were moved. */
export const MOVE_SHEET = {
  moved: "Moved answers",
  archive: "Archive",
  movedTitle: ({ source, target }: Pick<Move, "source" | "target">) =>
    `Answers moved from ${source.version} to ${target.version}`,
  movedIntro:
    "Answers are given on the Checklist. What asks otherwise now has its evidence and owner, and waits for an answer.",
  movedHeaders: {
    id: "Id",
    item: "Item",
    what: "What happened",
    from: "Came from",
    former: "Answer before",
    now: "Answer now",
    version: "Version",
  },
  answers: ANSWER_WORDS,
  confirm: "Confirm again",
  open: "Not answered",
  none: "Every answer that moved stands.",
  toConfirm: " to be confirmed again",
  archiveTitle: "Archive",
  archiveIntro:
    "What stood in workbooks of other versions and has no place in this one. Nothing here counts. Moving back to a version takes from here what it has a place for.",
  archiveHeaders: {
    move: "Move",
    version: "Version",
    place: "Of",
    entry: "Entry",
    text: "What stood there",
    key: "Key",
    of: "Checklist",
  },
  moves: "Move of the phase",
  records: {
    Seal_Record: DATA.seal,
    Sealed_Values: DATA.sealed,
    Summary_Record: DATA.summary,
    Audit_Records: DATA.stages,
  } as Readonly<Record<string, string>>,
  promptTitle: "Confirm again",
  prompt: (move: Pick<ItemMove, "former" | "item">, version: string) =>
    `In ${version}: ${formerText(move)}. The item asks otherwise now. Read it, then choose Met or Not met.`,
} as const;

/** `8.1.9 Title of the item`, `AWS Lambda`, `Reference 2`; blank for a cell that stands alone. */
export function placeName(checklist: Checklist, name: string, place: string | null): string {
  if (place === null) return "";
  if (inputNamed(name)?.shape !== "column") {
    const label = cellLabel(name, place);
    return label.startsWith("Reference ") ? (label.split(",")[0] ?? place) : place;
  }
  const item = findItem(checklist, place);
  return item ? `${item.id} ${item.title}` : place;
}
