/** What is said of acts of the history. */

import { cellLabel } from "../core/words/labels.ts";
import { count } from "../core/words/numbers.ts";
/** A cell of an act, as far as it is told. */
export interface ToldCell {
  readonly name: string;
  /** Of an item, a service or a place in a list; null for a single input. */
  readonly key: string | null;
  readonly item: string | null;
  /** As they stand on the sheet; blank for nothing. */
  readonly before: string;
  readonly after: string;
}

type Cell = ToldCell;
type Cells = readonly ToldCell[];

const ANSWERS: readonly string[] = ["Self_Answer", "Auditor_Answer"];
/** More is cut: the line has to stay one. */
const MOST_SIGNS = 24;

const short = (text: string): string => {
  const line = text.split("\n")[0] ?? "";
  if (line === "") return "blank";
  return line.length > MOST_SIGNS ? `${line.slice(0, MOST_SIGNS - 1)}…` : line;
};

const where = ({ name, key, item }: Cell): string =>
  ANSWERS.includes(name) && item !== null ? item : cellLabel(name, key);

/** An answer speaks for a note's kind that was set along with it. */
function main(cells: Cells): Cell | null {
  const [first] = cells;
  const answers = cells.filter(({ name }) => ANSWERS.includes(name));
  if (answers.length === 1 && cells.length === 2) return answers[0] ?? null;
  return cells.length === 1 && first ? first : null;
}

export const PAST_TEXT = {
  done: (cells: Cells): string => {
    const cell = main(cells);
    if (cell === null) return `${count(cells.length, "entry", "entries")} changed.`;
    const what = ANSWERS.includes(cell.name)
      ? cell.after === ""
        ? "cleared"
        : cell.after
      : cell.before === ""
        ? "added"
        : cell.after === ""
          ? "removed"
          : "changed";
    return `${where(cell)} ${what}.`;
  },
  undone: (cells: Cells): string => {
    const cell = main(cells);
    if (cell === null) return `Undone: ${count(cells.length, "entry", "entries")} as before.`;
    return `Undone: ${where(cell)} ${short(cell.after)} → ${short(cell.before)}.`;
  },
} as const;
