/**
 * From a wish to what a host has to write: the one sequence of all hosts. They read, ask here, write the change and
 * show what came of it. Nothing is written here, and every answer survives JSON.
 */

import type { Phase } from "../audit/phases.ts";
import { sealStage, withStage } from "../audit/stages.ts";
import type { Checklist } from "../checklist/types.ts";
import { type Input, inputNamed, isOpenIn, isUnlockedIn } from "../workbook/fields.ts";
import type { Edition, Found, Library } from "../workbook/library.ts";
import type { Change, Edit, Snapshot } from "../workbook/port.ts";
import { isBlank } from "../workbook/read/locate.ts";
import { readInputs } from "../workbook/read/reading.ts";
import { hasStages, recordEdits } from "../workbook/read/records.ts";
import { editedSnapshot } from "../workbook/write/change.ts";
import type { Entries } from "../workbook/write/entries.ts";
import { admit, unfitFor } from "./admit.ts";
import type { Moment } from "./moment.ts";
import type { Step } from "./moves.ts";
import type { ClosedInputs, Refusal } from "./refusal.ts";

/** Entries of a person, read for the checklist that the workbook is of. */
export interface EntryWish {
  readonly kind: "entries";
  readonly read: (checklist: Checklist, snapshot: Snapshot) => Entries;
  /**
   * What becomes of entries that the phase has closed. `refuse`: none is written, because whoever made them saw another
   * phase. `tell`: they are written, and it is told; for whoever names the input outright.
   */
  readonly closed: "refuse" | "tell";
  /** The phase in which the entries will stand, where the same command moves it. Absent: the workbook's. */
  readonly phase?: Phase;
}

/** A step of the audit, worked out from the workbook as it is. */
export interface StepWish {
  readonly kind: "step";
  readonly take: (snapshot: Snapshot) => Step;
}

export type Wish = EntryWish | StepWish;

/**
 * Puts beside some edits whatever else has to be written, in front the cells that are tidied. Handed in: what a file
 * needs is drawn by the core's largest room, and hosts that calculate do without.
 */
export type Planner<E extends Edition> = (
  checklist: E["checklist"],
  snapshot: Snapshot,
  edits: readonly Edit[],
) => Change;

export type Entered =
  | { readonly refusal: Refusal; readonly change: null }
  | {
      readonly refusal: null;
      /** Null: nothing has to be written. */
      readonly change: Change | null;
      /** How many cells that were read kindly are put into their exact words along the way. */
      readonly tidied: number;
      /** Those written although the phase does not ask for them; null where there are none. */
      readonly closed: ClosedInputs | null;
    };

/** Edits that are known already, whatever the workbook holds. */
export const asGiven = (edits: readonly Edit[]): (() => Entries) => {
  const entries: Entries = { edits, refusals: [] };
  return () => entries;
};

/** `now` is what a record bears that is made along the way. */
export function enter<E extends Edition>(
  library: Library<E>,
  workbook: Snapshot | null,
  wish: Wish,
  plan: Planner<E>,
  now: Moment,
): Entered {
  const { refusal, edition, snapshot } = admit(library, workbook);
  if (refusal !== null) return refused(refusal);
  const { checklist } = edition;
  const wanted =
    wish.kind === "step"
      ? stepped(wish.take(snapshot))
      : permitted(
          wish.read(checklist, snapshot),
          wish.phase ?? readInputs(checklist, snapshot).inputs.phase,
          wish.closed,
        );
  if (wanted.refusal !== null) return refused(wanted.refusal);
  const { edits, closed } = wanted;
  if (edits.length === 0) return { refusal: null, change: null, tidied: 0, closed };
  const late = receiptEdits(checklist, snapshot, edits, now);
  const isLate = ({ name, index }: Edit) =>
    late.some((edit) => edit.name === name && edit.index === index);
  const all = late.length === 0 ? edits : [...edits.filter((edit) => !isLate(edit)), ...late];
  const change = plan(checklist, snapshot, all);
  return { refusal: null, change, tidied: change.edits.length - all.length, closed };
}

/** Whoever writes first once it is known when the summary was received records that, holidays and due date. */
function receiptEdits(
  checklist: Checklist,
  snapshot: Snapshot,
  edits: readonly Edit[],
  moment: Moment,
): readonly Edit[] {
  const name = "Summary_Received_On";
  const isKnown =
    snapshot.names[name]?.values.flat().some((value) => !isBlank(value)) ||
    edits.some((edit) => edit.name === name);
  if (!isKnown || !hasStages(snapshot)) return [];
  const edited = editedSnapshot(checklist, snapshot, edits);
  const { inputs, records } = readInputs(checklist, edited);
  const { stages } = inputs.records;
  if (inputs.summaryReceivedOn === null || stages.some(({ stage }) => stage === "receipt"))
    return [];
  if (records.unreadable.some(({ record }) => record === "stages")) return [];
  const added = withStage(stages, sealStage("receipt", checklist, inputs, moment));
  return recordEdits(checklist, edited, { ...inputs.records, stages: added });
}

/** What a host has to know before it writes entries without reading the whole workbook. */
export interface Known<E extends Edition> {
  /** As it stands under `Format_Version`. */
  readonly format: unknown;
  /** What the workbook is of. */
  readonly found: Found<E>;
  readonly phase: Phase;
}

/** As `enter`, for entries in a host where each cell that is read has its price: so nothing is tidied along. */
export function enterUnread<E extends Edition>(
  { format, found, phase }: Known<E>,
  read: (checklist: E["checklist"]) => Entries,
): Entered {
  const { edition } = found;
  const unfit = unfitFor(format, found);
  if (unfit !== null || edition === null) return refused(unfit ?? { code: "checklistUnknown" });
  const wanted = permitted(read(edition.checklist), phase, "refuse");
  if (wanted.refusal !== null) return refused(wanted.refusal);
  const { edits, closed } = wanted;
  return { refusal: null, change: edits.length === 0 ? null : { edits }, tidied: 0, closed };
}

type Wanted =
  | { readonly refusal: Refusal }
  | {
      readonly refusal: null;
      readonly edits: readonly Edit[];
      readonly closed: ClosedInputs | null;
    };

const refused = (refusal: Refusal): Entered => ({ refusal, change: null });

const stepped = ({ edits, refusal }: Step): Wanted =>
  refusal === null
    ? { refusal: null, edits, closed: null }
    : { refusal: { code: "step", message: refusal } };

function permitted(
  { edits, refusals }: Entries,
  phase: Phase,
  closed: EntryWish["closed"],
): Wanted {
  if (refusals.length > 0) return { refusal: { code: "entries", messages: refusals } };
  const locked = named(edits, (field) => !isUnlockedIn(field, phase));
  if (closed === "refuse" && locked.length > 0)
    return { refusal: { code: "closedPhase", phase, inputs: locked } };
  // The phase itself may be moved in every phase.
  const unasked = named(edits, (field) => field.name !== "Phase" && !isOpenIn(field, phase));
  return { refusal: null, edits, closed: unasked.length > 0 ? { phase, inputs: unasked } : null };
}

/** The inputs among the edits that something holds of, each once. */
function named(edits: readonly Edit[], holds: (field: Input) => boolean): string[] {
  const names = new Set<string>();
  for (const { name } of edits) {
    const field = inputNamed(name);
    if (field && holds(field)) names.add(name);
  }
  return [...names];
}
