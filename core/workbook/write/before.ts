/** What stands in the cells that edits go to, before they are written. */

import type { Checklist } from "../../checklist/types.ts";
import { cellAt, contains } from "../area.ts";
import { inputNamed } from "../fields.ts";
import type { Place } from "../issues.ts";
import type { CellValue, Edit, Snapshot } from "../port.ts";
import { foundOf } from "../read/cells.ts";
import { cellIn, cellText, itemRows, rowsByItem } from "../read/locate.ts";
import { readInputs } from "../read/reading.ts";

/** An input's edit beside what it replaces, as texts. */
export interface Replacement {
  readonly name: string;
  /** The item's id, the service's name, or the place in a list, from 1; null for a single cell. */
  readonly key: string | null;
  readonly place: Place;
  /** Empty where nothing stands, or will stand. */
  readonly before: string;
  readonly after: string;
}

/** Of inputs only: what else a step writes is no entry of anybody. An edit whose cell is not found is left out. */
export function replacements(
  checklist: Checklist,
  snapshot: Snapshot,
  edits: readonly Edit[],
): Replacement[] {
  const rows = rowsByItem(itemRows(checklist, snapshot));
  return edits.flatMap((edit): Replacement[] => {
    const field = inputNamed(edit.name);
    const range = snapshot.names[edit.name];
    if (!field || !range) return [];
    const item = edit.item === undefined ? undefined : rows.get(edit.item);
    const cell =
      edit.item === undefined
        ? cellAt(range, edit.index ?? 0)
        : item && { row: item.sheetRow, column: range.column };
    if (!cell || !contains(range, cell)) return [];
    const [row, column] = [cell.row - range.row, cell.column - range.column];
    const { value, place } = cellIn(range, row, column);
    const key = edit.item ?? (field.shape === "list" ? keyOf(snapshot, edit) : null);
    return [{ name: edit.name, key, place, before: textOf(value), after: textOf(edit.value) }];
  });
}

/** Services and points to check go by what stands beside them. */
/** Which one of a list: a service by its name, anything else by its place, counted from 1. */
export function keyOf(
  { names }: Snapshot,
  { name, index = 0 }: Pick<Edit, "name" | "index">,
): string {
  const keys = name === "Open_Add" ? names.Open_Id : names.Service_Name;
  const isKeyed = name === "Open_Add" || name.startsWith("Service_");
  const key = isKeyed && keys ? cellIn(keys, index).value : null;
  return cellText(key) || String(index + 1);
}

const textOf = (value: CellValue): string => cellText(value);

/** A cell that should hold an answer and holds something else. */
export interface NoAnswer {
  readonly place: Place;
  readonly found: string;
}

/**
 * Those of the cells that hold no answer and yet are not empty: most likely a column that moved away from its name, so
 * that what would be lost is somebody's entry.
 */
export function noAnswersUnder(
  checklist: Checklist,
  snapshot: Snapshot,
  edits: readonly Edit[],
): NoAnswer[] {
  const keys = new Set(edits.map(({ name, item }) => `${name} ${item ?? ""}`));
  return readInputs(checklist, snapshot).cells.odd.flatMap((cell): NoAnswer[] => {
    const { field, item, meaning, value } = cell;
    const isLost = meaning.is === "answer" && meaning.how === "unknown";
    if (!isLost || !keys.has(`${field.name} ${item?.id ?? ""}`)) return [];
    return [{ place: foundOf(cell).place, found: cellText(value) }];
  });
}
