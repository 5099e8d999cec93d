/** The door of every host: whether a workbook is one that this program may score and write. */

import { FORMAT_VERSION } from "../audit/records.ts";
import { type Edition, type Found, findEditionIn, type Library } from "../workbook/library.ts";
import type { Snapshot } from "../workbook/port.ts";
import { firstCell, formatBeyond } from "../workbook/read/locate.ts";
import type { Unfit } from "./refusal.ts";

export type Admission<E extends Edition> =
  | { readonly refusal: Unfit; readonly edition: null; readonly snapshot: null }
  | { readonly refusal: null; readonly edition: E; readonly snapshot: Snapshot };

/** By what the workbook says of itself, which a host can know from a few cells, and what it was found to be of. */
export function unfitFor(format: unknown, { edition, fault }: Found<Edition>): Unfit | null {
  // A later format may be of a later checklist as well: the format tells more.
  const beyond = formatBeyond(format);
  if (beyond !== null) return { code: "newerFormat", found: beyond, known: FORMAT_VERSION };
  if (fault !== null) return { code: "checklistUnread", fault };
  return edition === null ? { code: "checklistUnknown" } : null;
}

/** Null for a workbook without a checklist, as hosts read it. */
export function admit<E extends Edition>(
  library: Library<E>,
  snapshot: Snapshot | null,
): Admission<E> {
  if (snapshot === null) return unfit({ code: "noChecklist" });
  if (Object.keys(snapshot.names).length === 0 && (snapshot.lookalikes ?? []).length > 0)
    return unfit({ code: "namesLost" });
  const found = findEditionIn(library, snapshot);
  const { edition } = found;
  const refusal = unfitFor(firstCell(snapshot, "Format_Version")?.value, found);
  if (refusal !== null || edition === null) return unfit(refusal ?? { code: "checklistUnknown" });
  return { refusal: null, edition, snapshot };
}

const unfit = (refusal: Unfit) => ({ refusal, edition: null, snapshot: null }) as const;
