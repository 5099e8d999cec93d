/**
 * What bringing something in would change: each entry beside what stands here, in the order of need. Nothing is
 * written; the plan holds the edits, to be written as one.
 */

import type { Checklist } from "../checklist/types.ts";
import type { ClosedInputs } from "../report/refusal.ts";
import { type Report, report } from "../report/report.ts";
import { inputNamed, isOpenIn } from "../workbook/fields.ts";
import type { Edit, Snapshot } from "../workbook/port.ts";
import { readInputs } from "../workbook/read/reading.ts";
import { editedSnapshot } from "../workbook/write/change.ts";
import type { Entries } from "../workbook/write/entries.ts";
import type { Brought } from "./brought.ts";
import {
  entryOf,
  GROUPS,
  type Group,
  type ImportChoices,
  lostEntry,
  type PlanEntry,
} from "./entry.ts";
import type { SourcePlace } from "./source.ts";
import { targetsOf } from "./target.ts";

export interface Plan {
  /** By group in the order of `GROUPS`; what is not understood as it stands in the source, all else by the checklist. */
  readonly entries: readonly PlanEntry[];
  readonly counts: Readonly<Record<Group, number>>;
  /** All that is taken; written as one. */
  readonly edits: readonly Edit[];
  /** Inputs among those taken that the phase does not ask for; null where there are none. */
  readonly closed: ClosedInputs | null;
  /** Inputs that were left out because the phase has locked them. */
  readonly locked: ClosedInputs | null;
  /** The workbook now and as it would be, without its faults. */
  readonly before: Report;
  readonly after: Report;
}

/** `snapshot` is of a workbook that was admitted, and of `checklist`. */
export function planImport(
  checklist: Checklist,
  snapshot: Snapshot,
  brought: Brought,
  choices: ImportChoices,
): Plan {
  const { entries, edits, closed, locked } = planEntries(checklist, snapshot, brought, choices);
  const library = [{ checklist, check: null }];
  const before = report(library, snapshot);
  const after =
    edits.length === 0 ? before : report(library, editedSnapshot(checklist, snapshot, edits));
  const counts = { conflict: 0, notUnderstood: 0, change: 0, same: 0 };
  for (const { group } of entries) counts[group] += 1;
  return { entries, counts, edits, closed, locked, before, after };
}

/**
 * What `enter` reads a wish by: planned anew for the workbook as it is when it is written, so that what somebody
 * entered meanwhile is a conflict, and is kept.
 */
export const importEntries =
  (brought: Brought, choices: ImportChoices) =>
  (checklist: Checklist, snapshot: Snapshot): Entries => ({
    edits: planEntries(checklist, snapshot, brought, choices).edits,
    refusals: [],
  });

type Planned = Pick<Plan, "entries" | "edits" | "closed" | "locked">;

function planEntries(
  checklist: Checklist,
  snapshot: Snapshot,
  brought: Brought,
  choices: ImportChoices,
): Planned {
  const reading = readInputs(checklist, snapshot);
  const planned = targetsOf(checklist, snapshot, reading, brought.cells).flatMap((target) =>
    entryOf(checklist, reading, target, choices),
  );
  const lost = brought.lost.map(lostEntry);
  const all = [...planned, ...lost.map((entry) => ({ entry, edit: null }))];
  const { phase } = reading.inputs;
  const taken = all.filter(({ entry }) => entry.taken);
  const locked = planned.flatMap(({ entry }) => {
    const isLeft = entry.locked && (entry.group === "change" || entry.group === "conflict");
    return isLeft && !entry.taken ? [entry.name] : [];
  });
  const unasked = taken.flatMap(({ entry: { name } }) => {
    const field = inputNamed(name);
    return field && !isOpenIn(field, phase) ? [name] : [];
  });
  const inputsOf = (names: readonly string[]): ClosedInputs | null =>
    names.length === 0 ? null : { phase, inputs: [...new Set(names)] };
  return {
    entries: GROUPS.flatMap((group) => {
      const own = all.flatMap(({ entry }) => (entry.group === group ? [entry] : []));
      return group === "notUnderstood" ? inSourceOrder(brought, own) : own;
    }),
    edits: taken.flatMap(({ edit }) => edit ?? []),
    closed: inputsOf(unasked),
    locked: inputsOf(locked),
  };
}

/** Whoever mends them goes through the source from top to bottom. */
function inSourceOrder({ cells, lost }: Brought, entries: readonly PlanEntry[]): PlanEntry[] {
  const keyOf = ({ source, table }: SourcePlace): string => JSON.stringify([source, table]);
  const keys = new Set([...cells, ...lost].map(({ place }) => keyOf(place)));
  const order = new Map([...keys].map((key, index) => [key, index]));
  const orderOf = ({ place }: PlanEntry): number => order.get(keyOf(place)) ?? 0;
  return [...entries].sort((a, b) => orderOf(a) - orderOf(b) || a.place.row - b.place.row);
}

/** How many entries of each input are taken, and how many of them fill a blank; in the order of the workbook. */
export interface InputChanges {
  readonly name: string;
  readonly changes: number;
  readonly filled: number;
  /** Of items that cost points when not met. */
  readonly mandatory: number;
}

export function changesByInput({ entries, after }: Plan): InputChanges[] {
  const mandatory = new Set<string>(
    after.items.flatMap((item) => (item.mandatory ? [item.id] : [])),
  );
  const counted = new Map<string, { changes: number; filled: number; mandatory: number }>();
  for (const entry of entries) {
    if (!entry.taken) continue;
    const count = counted.get(entry.name) ?? { changes: 0, filled: 0, mandatory: 0 };
    count.changes += 1;
    if (entry.before === "") count.filled += 1;
    if (entry.item !== null && mandatory.has(entry.item)) count.mandatory += 1;
    counted.set(entry.name, count);
  }
  return [...counted].map(([name, count]) => ({ name, ...count }));
}
