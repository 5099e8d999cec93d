/** How a new workbook is, to compare others with: its names, its formulas, and which row is which. */

import type { Checklist } from "../../checklist/types.ts";
import { isSameArea, placeKey } from "../area.ts";
import { bodyOf, HEADER_ROW } from "../draw/layout.ts";
import type { Place } from "../issues.ts";
import type { BlueprintCell, NamePlan, Snapshot } from "../port.ts";
import { cellText } from "../read/locate.ts";
import { type NamedArea, normalizeFormula, References } from "./formulas.ts";

/** The part of a blueprint that is compared with. */
export interface OriginalPlan {
  readonly names: readonly NamePlan[];
  readonly sheets: readonly { readonly name: string; readonly cells: readonly BlueprintCell[] }[];
}

/** A new workbook's formulas: by name, normalised, and as they stand in each cell. */
export interface Original {
  readonly format: number;
  readonly plan: OriginalPlan;
  readonly formulas: ReadonlyMap<string, readonly string[]>;
  readonly cells: ReadonlyMap<string, string>;
  /** Fingerprints of the items' texts, where workbooks of the format do not hold their own. */
  readonly texts: ReadonlyMap<string, string> | null;
}

/** Where a host has nothing to compare with. */
export const noOriginal = (format: number): Original => ({
  format,
  plan: { names: [], sheets: [] },
  formulas: new Map(),
  cells: new Map(),
  texts: null,
});

/**
 * Gives the formula that a new workbook has in a cell, where nothing has been moved in this one: then equal
 * text means an equal formula, and normalising can be spared. Nothing where something has moved.
 */
export function originalFormulas(
  { plan, cells }: Original,
  areas: readonly NamedArea[],
): (place: Place) => string | undefined {
  const byName = new Map(areas.map((named) => [named.name, named]));
  const unmoved = plan.names.every(({ name, sheet, area }) => {
    const range = byName.get(name);
    return range?.sheet === sheet && isSameArea(range, area);
  });
  if (!unmoved) return () => undefined;
  return (place) => cells.get(placeKey(place.sheet, place.row, place.column));
}

/** A column's formulas are alike in all its rows once they are normalised. */
export function originalFrom(checklist: Checklist, plan: OriginalPlan, format: number): Original {
  const references = new References(
    plan.names.map((named): NamedArea => ({ ...named.area, name: named.name, sheet: named.sheet })),
  );
  const byCell = new Map<string, string>();
  const cells = new Map<string, string>();
  for (const sheet of plan.sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      cells.set(placeKey(sheet.name, cell.row, cell.column), cell.formula);
      const home = { sheet: sheet.name, row: cell.row, column: cell.column };
      byCell.set(
        placeKey(sheet.name, cell.row, cell.column),
        normalizeFormula(cell.formula, home, references),
      );
    }
  }
  const itemRowNumbers = new Set(
    bodyOf(checklist).flatMap((row) => (row.kind === "item" ? [row.row] : [])),
  );
  const formulas = new Map<string, readonly string[]>();
  for (const named of plan.names) {
    const isColumn = named.area.rows > checklist.sections.length && named.area.row === HEADER_ROW;
    const found: string[] = [];
    for (let row = named.area.row; row < named.area.row + named.area.rows; row += 1) {
      if (isColumn && !itemRowNumbers.has(row)) continue;
      const formula = byCell.get(placeKey(named.sheet, row, named.area.column));
      if (formula !== undefined) found.push(formula);
    }
    formulas.set(named.name, found);
  }
  return { format, plan, formulas, cells, texts: null };
}

/** The snapshot's sheet rows by the row that a new Checklist has for the same item or heading. */
export function plannedRows(checklist: Checklist, snapshot: Snapshot): Map<number, number> {
  const byId = new Map<string, number>();
  for (const row of bodyOf(checklist))
    byId.set(row.kind === "item" ? row.item.id : row.section.id, row.row);
  const rows = new Map<number, number>();
  const ids = snapshot.names.Item_Id;
  ids?.values.forEach((line, index) => {
    const planned = byId.get(cellText(line[0] ?? null).trim());
    if (planned !== undefined) rows.set(ids.row + index, planned);
  });
  return rows;
}
