/** What of a workbook has no place in the one that its answers move to, as rows of the archive. */

import { plain } from "../audit/seal.ts";
import type { ItemId } from "../checklist/domain.ts";
import { findItem, isOpen } from "../checklist/lookup.ts";
import type { FullChecklist } from "../checklist/types.ts";
import type { Copy, Entries, Entry } from "../merge/copy.ts";
import { byChecklist, DAYS_OFF, keyOf } from "../merge/fields.ts";
import { inputLabel } from "../words/labels.ts";
import { RECORD_TEXT } from "../words/merge.ts";
import { MOVE_SHEET, placeName } from "../words/migrate.ts";
import { inputNamed, RECORDED } from "../workbook/fields.ts";
import { cellsOf, cellText } from "../workbook/read/locate.ts";
import { type ArchiveRow, checklistKey, type Former, lastMove } from "./archive.ts";
import { MOVING, type MovedItem } from "./items.ts";

/** The only item that answers of this one moved to whole; null where there is none, or several use it. */
function heirOf(id: string, moved: readonly MovedItem[]): MovedItem | null {
  const users = usersOf(id, moved);
  const [only] = users;
  return only?.outcome === "kept" && users.length === 1 ? only : null;
}

const usersOf = (id: string, moved: readonly MovedItem[]): readonly MovedItem[] =>
  moved.filter(({ from }) => from.some((item) => item.id === id));

/** Whether an item's entries moved nowhere at all. */
export const isLeft = (id: string, moved: readonly MovedItem[]): boolean =>
  usersOf(id, moved).length === 0;

/** Whether all that it says came out of what stands in the new workbook as it once was. */
const isUndone = (id: string, moved: readonly MovedItem[]): boolean => {
  const users = usersOf(id, moved);
  return users.length > 0 && users.every(({ outcome }) => outcome === "restored");
};

/** Every entry that does not stand in the new workbook to the letter, and what commands recorded. */
export function withoutPlace(
  source: FullChecklist,
  copy: Copy,
  moved: readonly MovedItem[],
  now: Entries,
  before: readonly ArchiveRow[],
): readonly ArchiveRow[] {
  const heirs = new Map(source.items.map(({ id }) => [id as string, heirOf(id, moved)]));
  const undone = new Set(source.items.flatMap(({ id }) => (isUndone(id, moved) ? [id] : [])));
  const comesBack = ({ name, place }: Entry) =>
    MOVING.some((each) => each === name) && undone.has(place as ItemId);
  const isThere = ({ key, name, place, value }: Entry): boolean => {
    if (inputNamed(name)?.shape !== "column" && name !== "Item_Add")
      return plain(now.get(key)?.value ?? "") === value;
    const heir = heirs.get(place ?? "");
    return (
      heir !== undefined && heir !== null && now.get(keyOf(name, heir.item.id))?.value === value
    );
  };
  const rows = [...copy.entries.values()]
    .filter((entry) => isEntered(source, entry) && !isThere(entry) && !comesBack(entry))
    .sort(byChecklist(source));
  const head = {
    move: lastMove(before) + 1,
    version: source.version,
    of: checklistKey(source),
  };
  return [
    ...rows.map(
      (entry): ArchiveRow => ({
        ...head,
        place: entry.name === DAYS_OFF ? "" : placeName(source, entry.name, entry.place),
        entry: inputLabel(entry.name),
        text: cellText(entry.cell),
        key: entry.key,
      }),
    ),
    ...recordRows(copy).map((row): ArchiveRow => ({ ...head, ...row })),
  ];
}

/** Somebody wrote it: neither what a blank stands for, nor points as they are printed. */
function isEntered(source: FullChecklist, { name, place, value, isAssumed }: Entry): boolean {
  if (value === "" || isAssumed) return false;
  if (name !== "Item_Add") return true;
  const item = findItem(source, place ?? "");
  return item !== null && isOpen(item) && value !== String(item.ifMet);
}

type RecordRow = Pick<ArchiveRow, "place" | "entry" | "text" | "key">;

/** Moves as people read them, and every other record cell by cell, so that a seal can still be compared. */
function recordRows({ inputs, snapshot }: Copy): readonly RecordRow[] {
  const moves = inputs.records.history.map(
    (move, at): RecordRow => ({
      place: String(at + 1),
      entry: MOVE_SHEET.moves,
      text: `${RECORD_TEXT.move(move)}${move.seal === "" ? "" : ` (${move.seal})`}`,
      key: keyOf("Phase_History", String(at + 1)),
    }),
  );
  const others = RECORDED.filter((name) => name !== "Phase_History").flatMap((name) => {
    const range = snapshot.names[name];
    return (range ? cellsOf(range) : []).flatMap(({ value }, at): RecordRow[] => {
      const text = cellText(value);
      const row = { place: String(at + 1), entry: MOVE_SHEET.records[name] ?? name, text };
      return text === "" ? [] : [{ ...row, key: keyOf(name, String(at + 1)) }];
    });
  });
  return [...moves, ...others];
}

/** What earlier moves left, without what has its place again. */
export function rowsToKeep(
  target: FullChecklist,
  before: readonly ArchiveRow[],
  former: Former | null,
  now: Entries,
): readonly ArchiveRow[] {
  const isBack = ({ move, of, key, text }: ArchiveRow): boolean =>
    move === former?.move &&
    of === checklistKey(target) &&
    plain(now.get(key)?.value ?? "") === plain(text);
  return before.filter((row) => !isBack(row));
}
