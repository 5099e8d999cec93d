/** Keeps what is derived from a checklist for as long as the checklist itself is kept. */

import type { Checklist } from "./types.ts";

/** The same function, which works for each value once: no checklist is the current one. */
export function keptByChecklist<C extends Checklist, T>(
  derive: (checklist: C) => T,
): (checklist: C) => T {
  const kept = new WeakMap<C, { readonly value: T }>();
  return (checklist) => {
    const known = kept.get(checklist);
    if (known) return known.value;
    const value = derive(checklist);
    kept.set(checklist, { value });
    return value;
  };
}
