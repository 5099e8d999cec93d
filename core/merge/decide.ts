/** One field of several copies: what is taken, what has to be asked, and what is left out. */

import { inputNamed } from "../workbook/fields.ts";
import { type Said, valueIn, writtenIn } from "./copy.ts";
import {
  CUSTOMER,
  customerKey,
  type Field,
  fieldOf,
  INTERNAL_NAMES,
  isLine,
  keyOf,
  whoseIs,
} from "./fields.ts";
import { canJoin } from "./join.ts";
import type { Conflict, Taken, Version } from "./outcome.ts";
import { type Process, phasesSince, UNKNOWN } from "./process.ts";

/** One side of a merge. */
export interface SideOf {
  readonly said: Said;
  readonly process: Process;
  /** Whether it is the copy of an auditor, whose say ends at the auditor's fields. */
  readonly isLimited: boolean;
}

export interface Sides {
  /** Mine first. */
  readonly all: readonly SideOf[];
  /** What the fields were; null where nobody knows of any. */
  readonly base: Said | null;
  readonly start: Process;
}

export interface Decision {
  readonly taken: Taken | null;
  readonly conflict: Conflict | null;
  readonly leftOut: readonly Taken[];
}

/** `strayed`: the lines of references in which several sides no longer mean one customer. */
export function decide(sides: Sides, field: Field, strayed: ReadonlySet<string>): Decision {
  const { all, base, start } = sides;
  const before = base && valueIn(base, field);
  const values = all.map(({ said }) => (before === null ? writtenIn : valueIn)(said, field));
  const own = values[0] ?? before ?? "";
  const changed = changers(values, before);
  const isStrayed = isLine(field) && strayed.has(field.place ?? "");
  // Two sides that spell a customer differently mean the same.
  const isSame = (value: string): boolean =>
    value === own ||
    (field.name === CUSTOMER && changed.includes(0) && customerKey(value) === customerKey(own));
  const offers = all.flatMap((_, index) => {
    const isOffered = !isSame(values[index] ?? own) && (isStrayed || changed.includes(index));
    return isOffered ? [index] : [];
  });
  const whose = whoseIs(field);
  const isLimited = (index: number) => whose === "partner" && all[index]?.isLimited === true;
  const limited = offers.filter(
    (index) => isLimited(index) && !(INTERNAL_NAMES.includes(field.name) && values[index] === ""),
  );
  const asked = offers.filter((index) => !isLimited(index));

  const versions = (indexes: readonly number[]) => versionsOf(sides, field, own, indexes);
  const takenOf = ({ value: after, cell, copies }: Version): Taken => ({
    ...field,
    whose,
    before: own,
    after,
    cell,
    copies,
  });
  const leftOut = versions(limited).map(takenOf);
  if (asked.length === 0) return { taken: null, conflict: null, leftOut };

  const from = before === null ? UNKNOWN : start;
  const rightful = new Set(
    asked
      .filter((index) => isOpenTo(field, from, all[index]?.process ?? from))
      .map((index) => values[index]),
  );
  const isClosed = asked.some((index) => !rightful.has(values[index]));
  const offered = versions([0, ...asked]);
  const [, only, ...others] = offered;
  if (only && others.length === 0 && !changed.includes(0) && !isClosed && !isStrayed)
    return { taken: takenOf(only), conflict: null, leftOut };
  const conflict: Conflict = {
    ...field,
    whose,
    cause: isStrayed ? "line" : isClosed ? "closed" : "both",
    base: before,
    versions: offered,
    canJoin: canJoin(
      field,
      offered.map(({ value }) => value),
    ),
  };
  return { taken: null, conflict, leftOut };
}

/** The sides that changed a field. Of one that nobody knows how it was, those that have it filled. */
const changers = (values: readonly (string | null)[], before: string | null): number[] =>
  values.flatMap((value, index) => (value !== null && value !== (before ?? "") ? [index] : []));

/** Each value once, with its sides. */
function versionsOf(
  { all }: Sides,
  field: Field,
  own: string,
  indexes: readonly number[],
): readonly Version[] {
  const found = new Map<string, Version>();
  for (const index of indexes) {
    const entry = all[index]?.said.entries.get(field.key);
    const value = index === 0 ? own : (entry?.value ?? "");
    const { cell, copies } = found.get(value) ?? { cell: entry?.cell ?? null, copies: [] };
    found.set(value, { value, cell, copies: [...copies, index] });
  }
  return [...found.values()];
}

/** Whether a field was anybody's to change in a phase that the copy was in. */
function isOpenTo({ name }: Field, from: Process, process: Process): boolean {
  const phases = phasesSince(from, process);
  return inputNamed(name)?.open.some((phase) => phases.has(phase)) ?? false;
}

/** The places of lines that more than one side changed, and that are no longer of one customer. */
export function strayedLines({ all, base }: Sides, fields: readonly Field[]): ReadonlySet<string> {
  const sidesOf = new Map<string, Set<number>>();
  for (const field of fields.filter(isLine)) {
    const place = field.place ?? "";
    const values = all.map(({ said }) => valueIn(said, field));
    const sides = sidesOf.get(place) ?? new Set();
    for (const index of changers(values, base && valueIn(base, field))) sides.add(index);
    sidesOf.set(place, sides);
  }
  const customerIn = (place: string, index: number): string => {
    const side = all[index];
    return customerKey((side && valueIn(side.said, fieldOf(keyOf(CUSTOMER, place)))) ?? "");
  };
  return new Set(
    [...sidesOf].flatMap(([place, sides]) => {
      const customers = new Set([...sides].map((index) => customerIn(place, index)));
      return customers.size > 1 ? [place] : [];
    }),
  );
}
