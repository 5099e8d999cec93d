/**
 * Texts that nobody can see any more: a table of shared texts keeps what was deleted from the cells, and whoever is sent
 * the file could read it there.
 */

import { inputNamed } from "../core/workbook/fields.ts";
import type { CellChange } from "./cells.ts";
import type { SheetPart, WorkbookPackage } from "./package.ts";
import { type SheetSource, scanSheet } from "./sheet.ts";

export interface Changed {
  readonly source: SheetSource;
  readonly changes: ReadonlyMap<number, CellChange>;
}

/** Words of lists are in every file; all else may be somebody's. */
export function isPrivate(name: string): boolean {
  const kind = inputNamed(name)?.kind;
  return kind === undefined || kind.is === "text" || (kind.is === "choice" && kind.free === true);
}

/** Of these shared texts those that no cell shows after the changes; `changed` has the sheets that were opened, by path. */
export function unseen(
  texts: ReadonlySet<number>,
  book: WorkbookPackage,
  changed: ReadonlyMap<string, Changed>,
): ReadonlySet<number> {
  const left = new Set(texts);
  for (const part of book.sheets) {
    if (left.size === 0) break;
    if (part.path === null) continue;
    const opened = changed.get(part.path);
    const source = opened?.source ?? scanned(book, part, part.path, left);
    for (const [key, cell] of source?.cells ?? []) {
      if (cell.type !== "s" || opened?.changes.get(key)?.content !== undefined) continue;
      left.delete(Number(cell.value));
    }
  }
  return left;
}

/** Null where none of the numbers stands in the sheet at all, which is soon seen. */
function scanned(
  book: WorkbookPackage,
  part: SheetPart,
  path: string,
  texts: ReadonlySet<number>,
): SheetSource | null {
  const xml = book.parts.text(path);
  const isThere = [...texts].some((index) => new RegExp(`>\\s*${index}\\s*<`).test(xml));
  return isThere ? scanSheet(xml, path, part.name, () => true) : null;
}
