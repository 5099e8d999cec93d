/** What people do to a spreadsheet by hand, and which cells they can write. */

import { defineName } from "./book.ts";
import { areaFrom } from "./range.ts";
import { taken } from "./typing.ts";
import { type Area, holds, keyOf, placeOf, type SheetState, type World } from "./world.ts";

/** Puts an empty row before `row`; formulas, names, protections and rules follow, as in Sheets. */
export function insertRow(world: World, sheet: SheetState, row: number): void {
  world.engine.insertRow(sheet.name, row);
  sheet.maxRows += 1;
  const cells = [...sheet.cells].map(([key, cell]) => {
    const place = placeOf(key);
    return [keyOf(place.row >= row ? place.row + 1 : place.row, place.column), cell] as const;
  });
  sheet.cells.clear();
  for (const [key, cell] of cells) sheet.cells.set(key, cell);
  const moved = (area: Area): Area => {
    if (area.row >= row) return { ...area, row: area.row + 1 };
    return area.row + area.rows > row ? { ...area, rows: area.rows + 1 } : area;
  };
  for (const name of world.names.values()) {
    if (name.sheet === sheet) defineName(world, name.name, sheet, moved(name.area));
  }
  for (const protection of world.protections) {
    if (protection.sheet === sheet) protection.open = protection.open.map(moved);
  }
  sheet.colors = sheet.colors.map((rule) => ({
    ...rule,
    ranges: rule.ranges.map((range) => ({ ...range, area: moved(range.area) })),
  }));
  for (const entry of world.sheets) {
    for (const [key, cell] of entry.cells) {
      if (cell.formula === null || cell.broken) continue;
      const place = placeOf(key);
      cell.formula = world.engine.formula(entry.name, place.row, place.column) ?? cell.formula;
    }
  }
}

export function rename(world: World, sheet: SheetState, name: string): void {
  world.engine.renameSheet(sheet.name, name);
  sheet.name = name;
}

/** Types or pastes a block from a cell on. Pasting brings no drop-downs along and passes validation. */
export function typeIn(
  world: World,
  sheetName: string,
  address: string,
  block: readonly (readonly unknown[])[],
  isPasted: boolean,
): { readonly sheet: SheetState; readonly area: Area } {
  const sheet = world.sheetNamed(sheetName);
  const { row, column } = areaFrom(address);
  const area = { row, column, rows: block.length, columns: block[0]?.length ?? 1 };
  world.guard(sheet, area);
  block.forEach((line, down) => {
    line.forEach((raw, right) => {
      const cell = world.cell(sheet, row + down, column + right);
      if (isPasted) cell.validation = null;
      const isText = isPasted && typeof raw === "string" && !raw.startsWith("=");
      const { value, formula, broken, format } = isText
        ? { value: raw, formula: null, broken: false }
        : taken(raw, cell.format, world.locale);
      if (format !== undefined && cell.format === "General") cell.format = format;
      world.put(sheet, row + down, column + right, value, formula, broken);
    });
  });
  return { sheet, area };
}

/** Whether the sheet's protection leaves the cell open to everybody, without a warning. */
export function isOpen(world: World, sheet: SheetState, row: number, column: number): boolean {
  return world.protections
    .filter((entry) => !entry.removed && entry.sheet === sheet && entry.area === null)
    .every((entry) => entry.open.some((area) => holds(area, row, column)));
}
