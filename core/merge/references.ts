/**
 * Which lines of the customer references belong together. Two people who each add a customer use the same free line,
 * and mean two; a line that stood there before is the same one, whatever its customer is called since.
 */

import type { Entries, Entry } from "./copy.ts";
import { CUSTOMER, customerKey, isLine, keyOf } from "./fields.ts";

interface Line {
  /** From 1. */
  readonly place: number;
  /** As names are compared; empty while there is none. */
  readonly customer: string;
}

/** The lines that hold anything. */
function filledLines(entries: Entries): Line[] {
  const places = new Set<number>();
  for (const entry of entries.values())
    if (isLine(entry) && entry.value !== "") places.add(Number(entry.place));
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => ({
      place,
      customer: customerKey(entries.get(keyOf(CUSTOMER, String(place)))?.value ?? ""),
    }));
}

/** From the place of a line in a copy to its place among all lines. */
type Slots = Map<number, number>;

/** A customer whom the first copy does not have: whose lines they are, and the first place of any. */
interface Newcomer {
  readonly customer: string;
  readonly place: number;
  readonly lines: { readonly slots: Slots; readonly place: number }[];
}

function slotsOf(base: Entries | null, copies: readonly Entries[]): Slots[] {
  const old = new Set(base ? filledLines(base).map(({ place }) => place) : []);
  const taken = new Set(old);
  const customers = new Map<string, number>();
  const newcomers = new Map<string, Newcomer>();
  const all = copies.map((copy, index): Slots => {
    const slots: Slots = new Map();
    const used = new Map<string, number>();
    for (const { place, customer } of filledLines(copy)) {
      const known = customers.get(customer);
      const isTwice = customer !== "" && used.has(customer);
      used.set(customer, (used.get(customer) ?? 0) + 1);
      if (index === 0 || old.has(place) || customer === "") {
        slots.set(place, place);
        taken.add(place);
        if (index === 0 && !old.has(place) && customer !== "" && !isTwice)
          customers.set(customer, place);
      } else if (known !== undefined && !isTwice) {
        slots.set(place, known);
      } else {
        const key = `${customer} ${used.get(customer)}`;
        const other = newcomers.get(key);
        newcomers.set(key, {
          customer: key,
          place: Math.min(place, other?.place ?? place),
          lines: [...(other?.lines ?? []), { slots, place }],
        });
      }
    }
    return slots;
  });
  // Whichever copy they came from, so that its place in line decides nothing.
  const inOrder = [...newcomers.values()].sort(
    (a, b) => a.place - b.place || (a.customer < b.customer ? -1 : 1),
  );
  for (const { place, lines } of inOrder) {
    let slot = place;
    while (taken.has(slot)) slot += 1;
    taken.add(slot);
    for (const line of lines) line.slots.set(line.place, slot);
  }
  return all;
}

/**
 * The copies with one key for one line, the first with every line where it stands. A line that a copy does not have is
 * blank in it. Places may go beyond what a sheet has room for.
 */
export function withLinesMatched(
  base: Entries | null,
  copies: readonly Entries[],
): { readonly base: Entries | null; readonly copies: readonly Entries[] } {
  const all = slotsOf(base, copies);
  const last = Math.max(0, ...all.flatMap((slots) => [...slots.values()]), ...copies.map(roomIn));
  return {
    base: base && rekeyed(base, null, last),
    copies: copies.map((copy, index) => rekeyed(copy, all[index] ?? null, last)),
  };
}

const roomIn = (entries: Entries): number =>
  [...entries.values()].filter(({ name }) => name === CUSTOMER).length;

/** Without slots every line stays where it is. */
function rekeyed(entries: Entries, slots: Slots | null, last: number): Entries {
  const lines = new Map<number, number>();
  for (const [place, slot] of slots ?? []) lines.set(slot, place);
  const found = new Map<string, Entry>();
  const names = new Set<string>();
  for (const [key, entry] of entries) {
    if (isLine(entry)) names.add(entry.name);
    else found.set(key, entry);
  }
  for (let slot = 1; slot <= last; slot += 1) {
    for (const name of names) {
      const own = entries.get(keyOf(name, String(lines.get(slot) ?? slot)));
      const isElsewhere =
        slots !== null && !lines.has(slot) && own !== undefined && own.value !== "";
      const place = String(slot);
      const key = keyOf(name, place);
      const entry =
        own === undefined || isElsewhere
          ? { name, value: "", cell: null, spots: [], isAssumed: false }
          : own;
      found.set(key, { ...entry, key, place });
    }
  }
  return found;
}
