/** The checklists that a host knows, and which of them a workbook is of. */

import type { Checklist } from "../checklist/types.ts";
import type { Check } from "./check/rule.ts";
import type { Snapshot } from "./port.ts";
import { cellText, firstCell } from "./read/locate.ts";

/** A checklist, and the check of its workbooks. */
export interface Edition {
  readonly checklist: Checklist;
  /** Null in a host that loads it later: then a workbook is scored, and nothing is said of its faults. */
  readonly check: Check | null;
}

export type Library = readonly Edition[];

/** The cells that say so. */
export const CLAIM_NAMES = ["Checklist_Version", "Checklist_Revision"] as const;

/** What a workbook says of the checklist that it was made from; one that says nothing was made from the first. */
export interface ChecklistClaim {
  readonly version: string;
  /** Workbooks that were made before revisions were written are of the first. */
  readonly revision: number;
}

/** From what stands under the two names, in whatever way a host reads a cell; null where nothing does. */
export function claimOf(version: unknown, revision: unknown): ChecklistClaim | null {
  const said = version === null || version === undefined ? "" : String(version).trim();
  if (said === "") return null;
  const number = revision === null || revision === undefined || revision === "" ? 1 : revision;
  return { version: said, revision: typeof number === "number" ? number : Number.NaN };
}

/** Null where the workbook does not say. */
export const claimIn = (snapshot: Snapshot): ChecklistClaim | null =>
  claimOf(
    cellText(firstCell(snapshot, "Checklist_Version")?.value ?? null),
    firstCell(snapshot, "Checklist_Revision")?.value,
  );

/** Null where it is another version or revision than any that is known; without a claim the newest. */
export function editionOfClaim<E extends Edition>(
  library: readonly E[],
  claim: ChecklistClaim | null,
): E | null {
  if (claim === null) return library[0] ?? null;
  const isMeant = ({ checklist }: E) =>
    checklist.version === claim.version && checklist.revision === claim.revision;
  return library.find(isMeant) ?? null;
}

/**
 * The edition that a workbook is of; null where it is of another version or revision than any that is known.
 * A workbook that does not say is taken for the newest: its rows tell whether that is so.
 */
export const editionIn = <E extends Edition>(library: readonly E[], snapshot: Snapshot): E | null =>
  editionOfClaim(library, claimIn(snapshot));
