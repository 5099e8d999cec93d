/** The checklists that a host knows, and which of them a workbook is of. */

import type { PackedFile } from "../checklist/file/pack.ts";
import type { Checklist } from "../checklist/types.ts";
import type { Check } from "./check/rule.ts";
import { CARRIED_NAME } from "./fields.ts";
import type { Snapshot } from "./port.ts";
import { carriedIn } from "./read/carried.ts";
import { cellText, firstCell } from "./read/locate.ts";

/** A checklist, and the check of its workbooks. */
export interface Edition {
  readonly checklist: Checklist;
  /** Null in a host that loads it later: then a workbook is scored, and nothing is said of its faults. */
  readonly check: Check | null;
}

/** Why a checklist that a workbook carries cannot be used. */
export type CarriedFault =
  /** It was altered or cut since it was put there. */
  | { readonly is: "damaged" }
  /** It is whole, and no checklist; the first sentence on what is wrong in it. */
  | { readonly is: "faulty"; readonly sentence: string };

export type Carried<E extends Edition> =
  | { readonly edition: E; readonly fault: null }
  | { readonly edition: null; readonly fault: CarriedFault };

/** Reads a checklist that a workbook carries; null as long as the host has not loaded what it takes. */
export type CarriedReader<E extends Edition> = (file: PackedFile) => Carried<E> | null;

/** Newest first; and how to read what a workbook carries, where a host opens any. */
export type Library<E extends Edition = Edition> = readonly E[] & {
  readonly carried?: CarriedReader<E>;
};

/** The same editions, and a reader of others. */
export const withCarried = <L extends readonly Edition[]>(
  editions: L,
  carried: CarriedReader<L[number]>,
): L & { readonly carried: CarriedReader<L[number]> } =>
  Object.assign([...editions] as unknown as L, { carried });

/** The cells that say so. */
export const CLAIM_NAMES = ["Checklist_Version", "Checklist_Revision", CARRIED_NAME] as const;

/** What a workbook says of the checklist that it was made from; one that says nothing was made from the first. */
export interface ChecklistClaim {
  readonly version: string;
  /** Workbooks that were made before revisions were written are of the first. */
  readonly revision: number;
}

/** How a workbook calls a checklist that it carries: no other programme's version is taken for it. */
export const claimText = ({ id, version }: Checklist): string => `${id} ${version}`;

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

const isOf = ({ checklist }: Edition, claim: ChecklistClaim): boolean =>
  checklist.revision === claim.revision &&
  [checklist.version, claimText(checklist)].includes(claim.version);

/** What a workbook is of; `fault` says why it is none that can be used, where it carries its own. */
export interface Found<E extends Edition> {
  readonly edition: E | null;
  readonly fault: CarriedFault | "notLoaded" | null;
}

/**
 * A checklist that the host knows is taken as it knows it, whatever the workbook carries: nobody can pass other rules
 * off as those of a published version. Without a claim and without a file it is the newest: its rows tell whether that
 * is so.
 */
export function findEdition<E extends Edition>(
  library: Library<E>,
  claim: ChecklistClaim | null,
  readFile: () => PackedFile | null,
): Found<E> {
  const known = claim && library.find((edition) => isOf(edition, claim));
  if (known) return { edition: known, fault: null };
  const file = readFile();
  if (file === null) return { edition: claim ? null : (library[0] ?? null), fault: null };
  const carried = library.carried?.(file) ?? null;
  if (carried === null) return { edition: null, fault: "notLoaded" };
  if (carried.fault !== null) return carried;
  // It says of itself what the cells beside it do not.
  if (claim !== null && !isOf(carried.edition, claim))
    return { edition: null, fault: { is: "damaged" } };
  return carried;
}

export const findEditionIn = <E extends Edition>(
  library: Library<E>,
  snapshot: Snapshot,
): Found<E> => findEdition(library, claimIn(snapshot), () => carriedIn(snapshot));

/** The fingerprint of the file that a workbook is read by; null where a host knows the checklist anyway. */
export const carriedHash = (library: Library, snapshot: Snapshot): string | null => {
  const edition = editionIn(library, snapshot);
  return edition && !library.includes(edition) ? (carriedIn(snapshot)?.hash ?? null) : null;
};

/** The edition that a workbook is of; null where it is of another than any that is known, or that can be read. */
export const editionIn = <E extends Edition>(library: Library<E>, snapshot: Snapshot): E | null =>
  findEditionIn(library, snapshot).edition;
