/** A checklist with all that it takes to draw its workbooks and to check them. */

import type { FullChecklist } from "../checklist/types.ts";
import { checkBy } from "./check/all.ts";
import { type Original, originalFrom } from "./check/original.ts";
import { blankInputs, blueprint } from "./draw/blueprint.ts";
import type { Edition } from "./library.ts";

export interface FullEdition extends Edition {
  readonly checklist: FullChecklist;
}

export function editionOf(checklist: FullChecklist): FullEdition {
  const originals = new Map<number, Original>();
  const originalIn = (format: number): Original => {
    const known = originals.get(format);
    if (known) return known;
    const plan = blueprint(checklist, blankInputs(checklist), format);
    const texts = textsIn(checklist, format);
    const original = { ...originalFrom(checklist, plan, format), texts };
    originals.set(format, original);
    return original;
  };
  return { checklist, check: checkBy(originalIn) };
}

/** Format 1 has none that could be compared. */
function textsIn({ items, texts }: FullChecklist, format: number): Original["texts"] {
  const prints = format < 2 ? texts.firstPrints : null;
  return prints && new Map(items.map(({ id }, index) => [id, prints[index] ?? ""]));
}
