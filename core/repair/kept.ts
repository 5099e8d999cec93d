/** The law of every repair: what could be read before can be read after. What reads otherwise is told, or stops it. */

import type { Copy } from "../merge/copy.ts";
import type { Mend } from "./pass.ts";

/** An entry that is read otherwise than before. */
export interface Reread {
  readonly key: string;
  readonly name: string;
  readonly place: string | null;
  readonly before: string;
  /** Null where there is no cell for it any more. */
  readonly after: string | null;
  /** Its name, its row or its sheet was put right: before, something else was read in its place. */
  readonly isExplained: boolean;
}

export function rereadEntries(before: Copy, after: Copy, mends: readonly Mend[]): Reread[] {
  const names = new Set(
    mends.flatMap(({ kind, about }) => (kind === "name" && about ? [about] : [])),
  );
  const isMoved = ["Item_Id", "Item_Section", "Service_Name", "Open_Id"].some((name) =>
    names.has(name),
  );
  const ids = new Set(mends.flatMap(({ kind, found, put }) => (kind === "id" ? [found, put] : [])));
  return [...before.entries.values()].flatMap(
    ({ key, name, place, value, isAssumed }): Reread[] => {
      const now = after.entries.get(key)?.value ?? null;
      if (value === "" || isAssumed || now === value) return [];
      const isExplained = names.has(name) || isMoved || ids.has(place);
      return [{ key, name, place, before: value, after: now, isExplained }];
    },
  );
}
