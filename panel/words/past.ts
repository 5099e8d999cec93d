/** What the panel says of acts of the history. */

import { cellLabel } from "../../core/words/labels.ts";
import { count } from "../../core/words/numbers.ts";
import type { PastAct } from "../types.ts";

type Cell = PastAct["cells"][number];

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
function main({ cells }: PastAct): Cell | null {
  const [first] = cells;
  const answers = cells.filter(({ name }) => ANSWERS.includes(name));
  if (answers.length === 1 && cells.length === 2) return answers[0] ?? null;
  return cells.length === 1 && first ? first : null;
}

export const PAST_TEXT = {
  act: (act: PastAct): string => {
    const cell = main(act);
    if (cell === null) return `${count(act.cells.length, "entry", "entries")} changed.`;
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
  undone: (act: PastAct): string => {
    const cell = main(act);
    if (cell === null) return `Undone: ${count(act.cells.length, "entry", "entries")} as before.`;
    return `Undone: ${where(cell)} ${short(cell.after)} → ${short(cell.before)}.`;
  },
  title: "Last changes",
} as const;
