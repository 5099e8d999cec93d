/** What differs between two copies of a workbook, or between one and what was sealed of it. */

import type { PhaseMove } from "../audit/records.ts";
import type { Checklist } from "../checklist/types.ts";
import { RECORD_TEXT } from "../words/merge.ts";
import { type Copy, type Said, valueIn } from "./copy.ts";
import { byChecklist, type Field, fieldOf, keyOf, type Whose, whoseIs } from "./fields.ts";
import { commonMoves } from "./process.ts";
import { sealedIn } from "./sealed.ts";

/** A field that is not the same in both. */
export interface Difference extends Field {
  readonly whose: Whose;
  /** Empty for blank; null where there is no cell for it. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Every field that differs between two copies of one checklist, in its order; at the end what commands recorded: the
 * seal, the moves of the phase, the score at the audit summary. Blank and no cell at all are no difference.
 */
export function compare(checklist: Checklist, before: Copy, after: Copy): readonly Difference[] {
  return [...differences(checklist, before, after), ...recorded(before, after)];
}

/** A copy against what was sealed of it. */
export interface SealedComparison {
  /** When the partner's entries were handed over; null where only stages after that were sealed. */
  readonly at: string | null;
  /** Of the fields that were sealed. */
  readonly differences: readonly Difference[];
}

/** Why a copy cannot be compared with what was sealed of it. */
export type NotSealed = "none" | "altered";

/** The newest seal of each kind counts: the hand-over's, and those of the stages after it. */
export function compareSealed(checklist: Checklist, copy: Copy): SealedComparison | NotSealed {
  const { seal } = copy.inputs.records;
  const sealed = sealedIn(checklist, copy);
  if (sealed === null) return seal === null ? "none" : "altered";
  const all = differences(checklist, sealed, copy);
  return { at: seal?.at ?? null, differences: all.filter(({ before }) => before !== null) };
}

function differences(checklist: Checklist, before: Said, after: Said): Difference[] {
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()]);
  const found: Difference[] = [];
  for (const key of keys) {
    const field = fieldOf(key);
    const [old, now] = [valueIn(before, field), valueIn(after, field)];
    if ((old ?? "") !== (now ?? ""))
      found.push({ ...field, whose: whoseIs(field), before: old, after: now });
  }
  return found.sort(byChecklist(checklist));
}

function recorded(before: Copy, after: Copy): Difference[] {
  const [old, now] = [before.inputs.records, after.inputs.records];
  const record = (name: string, was: string, is: string): Difference[] =>
    was === is ? [] : [{ ...fieldOf(name), whose: "process", before: was, after: is }];
  const common = commonMoves(old.history, now.history);
  const moves = (history: readonly PhaseMove[], told: (text: string) => [string, string]) =>
    history.slice(common).flatMap((move, index) => {
      const [was, is] = told(RECORD_TEXT.move(move));
      return record(keyOf("Phase_History", String(common + index + 1)), was, is);
    });
  return [
    ...record("Seal_Record", RECORD_TEXT.seal(old.seal), RECORD_TEXT.seal(now.seal)),
    ...moves(old.history, (text) => [text, ""]),
    ...moves(now.history, (text) => ["", text]),
    ...record("Summary_Record", RECORD_TEXT.summary(old.summary), RECORD_TEXT.summary(now.summary)),
  ];
}
