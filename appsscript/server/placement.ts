/** Says where a cell of a new checklist stands in this one, after sorting, inserting and moving. */

import type { ItemId } from "../../core/checklist/domain.ts";
import { keptByChecklist } from "../../core/checklist/kept.ts";
import { type Cell, isSameSize } from "../../core/workbook/area.ts";
import { bodyOf } from "../../core/workbook/draw/layout.ts";
import { calculatedNamed, inputNamed } from "../../core/workbook/fields.ts";
import type { NamePlan } from "../../core/workbook/port.ts";
import type { Locator } from "./edits.ts";

/** By the rows of a new checklist. */
export const itemByRow = keptByChecklist(
  (checklist) =>
    new Map<number, ItemId>(
      bodyOf(checklist).flatMap((row) =>
        row.kind === "item" ? [[row.row, row.item.id] as const] : [],
      ),
    ),
);

export const isColumn = (name: string): boolean =>
  (inputNamed(name) ?? calculatedNamed(name))?.shape === "column";

/** The cell under a name, by its planned place; null where it is gone or the range has another size. */
export function placeNow(
  named: NamePlan,
  row: number,
  column: number,
  locator: Locator,
): Cell | null {
  const located = locator.find(named.name);
  if (!located) return null;
  const { area } = located;
  if (isColumn(named.name)) {
    const id = itemByRow(locator.checklist).get(row);
    const now = id === undefined ? null : locator.itemRow(id);
    return now === null ? null : { row: now, column: area.column };
  }
  if (!isSameSize(area, named.area)) return null;
  return {
    row: area.row + row - named.area.row,
    column: area.column + column - named.area.column,
  };
}
