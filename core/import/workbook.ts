/** Another workbook of the checklist as something brought: all that people entered in it, found by its names. */

import type { ItemId } from "../checklist/domain.ts";
import { findItem, isOpen } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { isInputOf } from "../workbook/fields.ts";
import type { Snapshot } from "../workbook/port.ts";
import { foundOf, type ReadCell } from "../workbook/read/cells.ts";
import { ownFormat } from "../workbook/read/locate.ts";
import { readInputs } from "../workbook/read/reading.ts";
import { findService } from "../workbook/write/entries.ts";
import type { BroughtCell } from "./brought.ts";

/**
 * `own` is the checklist that the workbook is of, `checklist` the one that its entries are for: what only the first
 * knows is left out. The phase is moved by steps of the audit alone, and records prove what was, so neither is brought.
 */
export function cellsOfWorkbook(
  own: Checklist,
  checklist: Checklist,
  source: string,
  snapshot: Snapshot,
): BroughtCell[] {
  const format = ownFormat(snapshot);
  const brought: BroughtCell[] = [];
  for (const cells of readInputs(own, snapshot).cells.byName.values()) {
    for (const [index, cell] of cells.entries()) {
      if (cell === null || cell.field.name === "Phase" || !isInputOf(cell.field, format)) continue;
      const placed = placeOf(own, checklist, cell, index);
      if (placed === null) continue;
      const { place } = foundOf(cell);
      brought.push({
        ...placed,
        value: cell.value,
        place: { source, table: place.sheet, counts: "rows", row: place.row, column: place.column },
        guess: null,
      });
    }
  }
  return brought;
}

/** Null for what the other checklist does not ask for. */
function placeOf(
  own: Checklist,
  checklist: Checklist,
  { field, item }: ReadCell,
  index: number,
): Pick<BroughtCell, "name" | "item" | "at"> | null {
  const { name } = field;
  if (item !== null) {
    const known = findItem(checklist, item.id);
    if (known === null || (field.kind.is === "points" && !isOpen(known))) return null;
    const id: ItemId = known.id;
    return { name: field.kind.is === "points" ? "Open_Add" : name, item: id, at: 0 };
  }
  if (!name.startsWith("Service_")) return { name, item: null, at: index };
  const service = own.services?.list[index]?.name ?? "";
  const at = findService(checklist, service);
  return at < 0 ? null : { name, item: null, at };
}
