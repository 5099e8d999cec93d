/**
 * What was done on the page, act by act, whichever side it came from: the panel, the grid or a list that was brought
 * in. Each act holds its cells as they were before and after, so that it can be taken back as one.
 */

import type { ItemId } from "../core/checklist/domain.ts";
import type { Report } from "../core/report/report.ts";
import type { CellValue, Edit, Snapshot } from "../core/workbook/port.ts";
import { cellText } from "../core/workbook/read/locate.ts";
import { keyOf } from "../core/workbook/write/before.ts";
import type { PastAct } from "../panel/types.ts";
import { PAST_TEXT } from "./past.ts";
import { fileValue, isSame, type Slot } from "./slots.ts";

/** One cell of an act, by the input that it is of. */
export interface ActCell {
  readonly name: string;
  readonly item?: ItemId;
  readonly index?: number;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface Act {
  readonly cells: readonly ActCell[];
  /** When it was done, in milliseconds. */
  readonly at: number;
}

/** A workbook as it was read at one moment. */
export interface Moment {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

/** How many acts are kept: far more than anybody takes back. */
const MOST = 200;

export class History {
  private acts: Act[] = [];
  /** How many of them stand; those behind were taken back. */
  private standing = 0;

  /** Remembers an act. `joins`: it belongs to the one before, and is taken back with it. */
  add(act: Act, joins: boolean): void {
    if (act.cells.length === 0) return;
    const last = joins ? this.acts[this.standing - 1] : undefined;
    const kept = this.acts.slice(0, last ? this.standing - 1 : this.standing);
    this.acts = [...kept, last ? joined(last, act) : act].slice(-MOST);
    this.standing = this.acts.length;
  }

  /** The act that comes off next; null for none. */
  undoable(): Act | null {
    return this.acts[this.standing - 1] ?? null;
  }

  /** The act that was taken back last; null for none. */
  redoable(): Act | null {
    return this.acts[this.standing] ?? null;
  }

  took(direction: "undo" | "redo"): void {
    this.standing += direction === "undo" ? -1 : 1;
  }

  /** Those that stand, the newest first. */
  recent(): readonly Act[] {
    return this.acts.slice(0, this.standing).reverse();
  }

  /** Phases, hand-overs and other files begin a history of their own. */
  clear(): void {
    this.acts = [];
    this.standing = 0;
  }
}

function joined(first: Act, second: Act): Act {
  const key = ({ name, item, index }: ActCell) => [name, item ?? "", index ?? ""].join(" ");
  const cells = new Map(first.cells.map((cell) => [key(cell), cell]));
  for (const cell of second.cells) {
    const before = cells.get(key(cell));
    cells.set(key(cell), before ? { ...cell, before: before.before } : cell);
  }
  return { cells: [...cells.values()], at: second.at };
}

/** The inputs that differ between two moments. */
export function changedCells(
  slots: readonly Slot[],
  before: Moment,
  after: Moment,
): readonly ActCell[] {
  return slots.flatMap((slot): ActCell[] => {
    const old = fileValue(slot, before.snapshot, before.report);
    const now = fileValue(slot, after.snapshot, after.report);
    if (old === undefined || now === undefined || isSame(old, now)) return [];
    const { name, item, index } = slot;
    return [
      {
        name,
        ...(item === undefined ? {} : { item }),
        ...(index === undefined ? {} : { index }),
        before: old,
        after: now,
      },
    ];
  });
}

/** An act as it is told: values as they stand on the sheet, keys as people know them. */
export function toldAct({ cells, at }: Act, snapshot: Snapshot | null): PastAct {
  const told = cells.map(({ name, item, index, before, after }) => ({
    name,
    item: item ?? null,
    key: item ?? (index === undefined || !snapshot ? null : keyOf(snapshot, { name, index })),
    before: cellText(before),
    after: cellText(after),
  }));
  return { at, cells: told, done: PAST_TEXT.done(told), undone: PAST_TEXT.undone(told) };
}

/** What has to be written to take an act back, or to do it again. */
export const editsOf = ({ cells }: Act, direction: "undo" | "redo"): readonly Edit[] =>
  cells.map(({ before, after, ...at }) => ({
    ...at,
    value: direction === "undo" ? before : after,
  }));
