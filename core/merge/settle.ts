/** A merge with what people chose: what is taken then, and what is still open. */

import type { Checklist } from "../checklist/types.ts";
import { byChecklist } from "./fields.ts";
import { joined } from "./join.ts";
import type { Conflict, Merge, Taken, Version } from "./outcome.ts";

/** One of a conflict's versions, by its order from 0, or all of its texts. */
export type Choice = number | "both";

/** By the keys of their fields. */
export type Choices = ReadonlyMap<string, Choice>;

export interface Settled extends Pick<Merge, "taken" | "leftOut" | "lead"> {
  /** Nothing may be written while there are any. */
  readonly open: readonly Conflict[];
}

/** A choice that a conflict does not offer is none. */
export function settle(
  checklist: Checklist,
  { taken, conflicts, leftOut, lead }: Merge,
  choices: Choices,
): Settled {
  const chosen: Taken[] = [];
  const open: Conflict[] = [];
  let leads = lead;
  for (const conflict of conflicts) {
    const version = versionFor(conflict, choices.get(conflict.key));
    if (version === null) {
      open.push(conflict);
      continue;
    }
    if (conflict.name === "Phase") leads = version.copies[0] ?? 0;
    const before = conflict.versions[0]?.value ?? "";
    const { key, name, place, whose } = conflict;
    const { value: after, cell, copies } = version;
    if (after !== before) chosen.push({ key, name, place, whose, before, after, cell, copies });
  }
  const all = [...taken, ...chosen].sort(byChecklist(checklist));
  return { taken: all, leftOut, lead: leads, open };
}

function versionFor({ versions, canJoin }: Conflict, choice: Choice | undefined): Version | null {
  if (choice !== "both") return versions[choice ?? -1] ?? null;
  if (!canJoin) return null;
  const value = joined(versions.map((version) => version.value));
  return { value, cell: value, copies: versions.flatMap(({ copies }) => copies) };
}

/** The same choice in all conflicts; those in which theirs are not of one mind stay open. */
export const choiceForAll = ({ conflicts }: Merge, side: "mine" | "theirs"): Choices =>
  new Map(
    conflicts.flatMap(({ key, versions }): [string, Choice][] =>
      side === "mine" ? [[key, 0]] : versions.length === 2 ? [[key, 1]] : [],
    ),
  );
