/** Sentences on what a repair does, a line a kind, and on what it leaves to people. */

import type { Mend, Unsure } from "../repair/pass.ts";
import { placeText } from "../workbook/issues.ts";
import { inputLabel } from "./labels.ts";
import { nameLabel } from "./names.ts";
import { count, join } from "./numbers.ts";

/** A title has room for so many characters. */
const LONGEST_TITLE = 31;

export const REPAIR_SHEETS = {
  /** What a damaged sheet is called from now on. */
  kept: (title: string, number: number): string => {
    const mark = number === 1 ? " (before repair)" : ` (before repair ${number})`;
    return `${title.slice(0, LONGEST_TITLE - mark.length)}${mark}`;
  },
} as const;

const NAMED = 3;

const some = (all: readonly string[]): string =>
  all.length <= NAMED
    ? join(all)
    : `${all.slice(0, NAMED).join(", ")} and ${all.length - NAMED} more`;

/** What stands under a name, in quotation marks; null for blocks of figures, which have no words of their own. */
const labelOf = (name: string): string | null => {
  const label = nameLabel(name);
  return label === null ? null : `“${label}”`;
};

/** Several mends of one kind, as a sentence without its full stop. */
type Say = (mends: readonly Mend[]) => string;

const placesOf = (mends: readonly Mend[]): string =>
  some(mends.flatMap(({ place }) => (place ? [placeText(place)] : [])));

const SAY: Readonly<Record<Mend["kind"], Say>> = {
  name: (mends) => {
    const labels = mends.flatMap(({ about }) => labelOf(about ?? "") ?? []);
    const which = labels.length === 0 ? "" : `: ${some([...new Set(labels)])}`;
    return `${count(mends.length, "name")} of cells put back${which}`;
  },
  sheet: (mends) => {
    const drawn = mends.map(({ about, put }) =>
      put === null ? `${about}` : `${about} (the damaged one stays as “${put}”)`,
    );
    return `${count(mends.length, "sheet")} made anew with every entry that was read: ${join(drawn)}`;
  },
  restored: (mends) =>
    `${count(mends.length, "entry", "entries")} brought back from what was sealed, because their cells were gone: ${some(mends.map(({ about }) => keyText(about ?? "")))}. Look at them: what was entered later is not among them`,
  id: (mends) => `${count(mends.length, "id")} of items put back: ${placesOf(mends)}`,
  row: (mends) =>
    `${count(mends.length, "copy", "copies")} of a row that say nothing of their own no longer counted: ${placesOf(mends)}`,
  key: (mends) => `${count(mends.length, "hidden key")} put back: ${placesOf(mends)}`,
  points: (mends) => `${count(mends.length, "point value")} put back: ${placesOf(mends)}`,
  formula: (mends) => `${count(mends.length, "formula")} put back: ${placesOf(mends)}`,
  list: (mends) =>
    `lists to choose from put back: ${some(mends.map(({ about }) => `“${inputLabel(about ?? "")}”`))}`,
  protection: (mends) => `protection put back: ${join(mends.map(({ about }) => about ?? ""))}`,
  merged: (mends) =>
    `${count(mends.length, "merged block")} of cells taken apart: ${placesOf(mends)}`,
  word: (mends) =>
    `${count(mends.length, "entry", "entries")} written in exact words, read as before: ${placesOf(mends)}`,
  result: (mends) =>
    `${count(Number(mends[0]?.put ?? 0), "result")} of formulas brought up to date`,
};

/** `Self_Answer[1.1]` as people know it. */
function keyText(key: string): string {
  const [, name = key, place] = /^([^[]+)(?:\[(.*)\])?$/.exec(key) ?? [];
  const label = `“${inputLabel(name)}”`;
  return place === undefined ? label : `${label} of ${place}`;
}

/** One kind in one sentence. */
export const mendsSentence = (mends: readonly Mend[]): string => {
  const [first] = mends;
  if (!first) return "";
  const said = SAY[first.kind](mends);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
};

/** One mend in one line, with what stood there. */
export function mendLine({ kind, place, about, found, put }: Mend): string {
  const where = place ? placeText(place) : null;
  const subject =
    where ??
    (kind === "name" ? (labelOf(about ?? "") ?? "A block of figures") : keyText(about ?? ""));
  const quoted = (text: string | null) => (text === null ? "blank" : `“${text}”`);
  if (kind === "name" || kind === "list" || kind === "protection" || kind === "merged")
    return `${subject}: ${KINDS[kind]}`;
  if (kind === "sheet") return mendsSentence([{ kind, place, about, found, put }]);
  if (kind === "restored") return `${subject}: ${quoted(put)}, as it was sealed`;
  if (kind === "result") return mendsSentence([{ kind, place, about, found, put }]);
  return `${subject}: ${quoted(found)} becomes ${quoted(put)}`;
}

const KINDS = {
  name: "name put back",
  list: "list to choose from put back",
  protection: "protection put back",
  merged: "merged cells taken apart",
} as const;

export function unsureSentence(unsure: Unsure): string {
  switch (unsure.is) {
    case "twice": {
      const [counts, copy] = unsure.places.map(placeText);
      return `Item ${unsure.item} stands in two rows that differ in ${join(unsure.names.map((name) => `“${inputLabel(name)}”`))}: ${counts} counts, ${copy} does not. Both stay as they are. Decide, put what is right into the row that counts, and delete the other.`;
    }
    case "sortedApart":
      return `On ${unsure.sheet} ${unsure.rows} ids stand beside what belongs to others, as after some columns were sorted without the rest. Which entry belongs to which item is not known, so nothing was moved. Undo the sort, or go on in a copy from before.`;
    case "slipped":
      return `On ${unsure.sheet} formulas stand beside their cells, as after a program inserted or deleted rows or columns without moving the rest along. Entries may have moved too, so nothing on it was touched. Take the rows or columns out again, or go on in a copy from before.`;
  }
}
