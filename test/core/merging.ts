/** Copies of a workbook for tests of merging: edits that people may make, and what a copy says once they are made. */

import fc from "fast-check";
import { PHASE_WORDS, type Phase } from "../../core/audit/phases.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Copy, readCopy } from "../../core/merge/copy.ts";
import { DAYS_OFF, isLine } from "../../core/merge/fields.ts";
import { merge } from "../../core/merge/merge.ts";
import type { Merge } from "../../core/merge/outcome.ts";
import { type Choices, settle } from "../../core/merge/settle.ts";
import { mergeStep } from "../../core/merge/step.ts";
import { movePhase, type Step } from "../../core/report/moves.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { inputNamed, isOpenIn } from "../../core/workbook/fields.ts";
import type { CellValue, Edit, Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { snapshotOf } from "../fakes/snapshot.ts";

export const copyOf = (snapshot: Snapshot, title = "copy"): Copy =>
  readCopy(checklist31, snapshot, title);

export const edited = (snapshot: Snapshot, ...edits: readonly Edit[]): Snapshot =>
  editedSnapshot(checklist31, snapshot, edits);

/** What a workbook says: each field that is not blank, a line of references by all that it holds. */
export function saidIn(snapshot: Snapshot): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  const said = new Map<string, string>();
  for (const [key, entry] of copyOf(snapshot).entries) {
    if (entry.value === "") continue;
    if (isLine(entry)) {
      const line = lines.get(entry.place ?? "") ?? [];
      lines.set(entry.place ?? "", [...line, `${entry.name} ${entry.value}`]);
    } else said.set(key, entry.value);
  }
  for (const line of lines.values()) {
    const key = [...line].sort().join("; ");
    said.set(key, `${said.get(key) ?? ""}|`);
  }
  return said;
}

export interface Merged {
  readonly plan: Merge;
  /** Mine with what was taken; conflicts that nobody chose in stay as mine has them. */
  readonly after: Snapshot;
  readonly edits: readonly Edit[];
}

const NO_CHOICES: Choices = new Map();

/** Merges and writes, also while conflicts are open. */
export function merged(
  base: Snapshot | null,
  mine: Snapshot,
  theirs: readonly Snapshot[],
  choose: (plan: Merge) => Choices = () => NO_CHOICES,
): Merged {
  const request = {
    base: base && copyOf(base, "base"),
    mine: copyOf(mine, "mine"),
    theirs: theirs.map((snapshot, index) => copyOf(snapshot, `theirs ${index + 1}`)),
  };
  const plan = merge(checklist31, request);
  const step = mergeStep(checklist31, request, settle(checklist31, plan, choose(plan)));
  if (step.refusal !== null) throw new Error(step.refusal);
  return { plan, edits: step.edits, after: edited(mine, ...step.edits) };
}

const VALUES = {
  answer: ["Met", "Not met", null],
  text: ["A", "B", "A\nB", null],
  date: [{ date: "2026-05-04" }, { date: "2026-05-05" }, null],
  points: [0, 10, 20, 40],
} as const;

const valuesOf = (name: string): readonly CellValue[] => {
  const kind = inputNamed(name)?.kind ?? { is: "text" as const };
  return kind.is === "choice" ? [...kind.values, null] : VALUES[kind.is];
};

/** Edits that anybody may make in the phase of a workbook, of few fields, so that people meet. */
export function rightfulEdits(
  base: Snapshot,
  copies: number,
): fc.Arbitrary<readonly (readonly Edit[])[]> {
  const { entries, inputs } = copyOf(base);
  const isOpen = (name: string, phase: Phase): boolean => {
    const field = inputNamed(name);
    return field !== null && name !== "Phase" && isOpenIn(field, phase);
  };
  const days = Array.from({ length: 6 }, (_, index) => ({ name: DAYS_OFF, index }));
  const open = [...entries.values()].flatMap(({ spots }) => spots.slice(0, 1)).concat(days);
  const spots = open.filter(({ name }) => isOpen(name, inputs.phase));
  const edit = (spot: (typeof spots)[number]): fc.Arbitrary<Edit> =>
    fc.constantFrom(...valuesOf(spot.name)).map((value) => ({ ...spot, value }));
  return fc
    .uniqueArray(fc.constantFrom(...spots), { minLength: 1, maxLength: 25, selector: keyOfSpot })
    .chain((some) => {
      const edits = fc.subarray(some).chain((own) => fc.tuple(...own.map(edit)));
      return fc.array(edits, { minLength: copies, maxLength: copies });
    });
}

const keyOfSpot = ({ name, item, index }: Omit<Edit, "value">): string =>
  `${name} ${item ?? ""} ${index ?? ""}`;

/** The workbook in another phase, as a person picks it on the sheet. */
export const inPhase = (snapshot: Snapshot, phase: Phase): Snapshot =>
  edited(snapshot, { name: "Phase", value: PHASE_WORDS[phase] });

export const of = (name: string, item: string, value: CellValue): Edit => ({
  name,
  item: item as ItemId,
  value,
});
export const taken = ({ taken: all }: Merge) =>
  all.map(({ key, before, after }) => [key, before, after]);
export const asked = ({ conflicts }: Merge) =>
  conflicts.map(({ key, cause, versions }) => [key, cause, ...versions.map(({ value }) => value)]);
export const stepped = (snapshot: Snapshot, step: Step): Snapshot => {
  if (step.refusal !== null) throw new Error(step.refusal);
  return edited(snapshot, ...step.edits);
};
export const moved = (snapshot: Snapshot, to: Phase, at: string): Snapshot =>
  stepped(snapshot, movePhase(EDITIONS, snapshot, to, "Because", at));
export const inputsOf = (snapshot: Snapshot) => readInputs(checklist31, snapshot).inputs;
export const told = (snapshot: Snapshot) => report(EDITIONS, snapshot);

const blank = snapshotOf(blankInputs(checklist31));
export const begun = edited(
  blank,
  { name: "Partner_Name", value: "Kestrel" },
  ...checklist31.items.map(({ id }) => of("Self_Answer", id, "Met")),
  of("Owner", "1.1", "T. Weiss"),
  of("Evidence", "1.1", "Folder 1"),
);
export const submitted = moved(begun, "submitted", "2026-03-02 09:00");
