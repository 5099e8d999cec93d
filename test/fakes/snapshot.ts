/** A blueprint as an ideal host would read it back once everything is calculated, and faults planted into it. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { shiftFormula } from "../../core/workbook/a1.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { contractNames } from "../../core/workbook/fields.ts";
import type {
  Blueprint,
  BlueprintCell,
  CellValue,
  NamedRange,
  Snapshot,
} from "../../core/workbook/port.ts";

/** Reads every contract name of the blueprint; stored results count as calculated. */
export function snapshotOf(inputs: Inputs): Snapshot {
  return snapshotOfBlueprint(blueprint(checklist31, inputs));
}

export function snapshotOfBlueprint(plan: Blueprint): Snapshot {
  const names: Record<string, NamedRange> = {};
  const cellsBySheet = new Map(
    plan.sheets.map((sheet) => [
      sheet.name,
      new Map(sheet.cells.map((cell) => [`${cell.row}!${cell.column}`, cell])),
    ]),
  );
  for (const name of contractNames) {
    const named = plan.names.find((entry) => entry.name === name);
    if (!named) continue;
    const { area, sheet } = named;
    const cells = cellsBySheet.get(sheet);
    const grid = <T>(read: (cell: BlueprintCell | undefined) => T): T[][] =>
      Array.from({ length: area.rows }, (_, row) =>
        Array.from({ length: area.columns }, (_, column) =>
          read(cells?.get(`${area.row + row}!${area.column + column}`)),
        ),
      );
    const rules = plan.sheets.find((entry) => entry.name === sheet)?.inputs ?? [];
    names[name] = {
      sheet,
      ...area,
      values: grid((cell) => cell?.value ?? null),
      formulas: grid((cell) => cell?.formula ?? null),
      hasInputRule: rules.some((rule) =>
        rule.areas.some(
          (place) =>
            place.row < area.row + area.rows &&
            area.row < place.row + place.rows &&
            place.column < area.column + area.columns &&
            area.column < place.column + place.columns,
        ),
      ),
    };
  }
  return {
    sheets: plan.sheets.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === "visible",
      isProtected: true,
    })),
    names,
    brokenNames: [],
  };
}

function rangeOf(snapshot: Snapshot, name: string): NamedRange {
  const range = snapshot.names[name];
  if (!range) throw new RangeError(`The snapshot has no ${name}.`);
  return range;
}

/** Where an item's row stands under the column names, from 0 for the header. */
export function rowOf(snapshot: Snapshot, item: string): number {
  const row = rangeOf(snapshot, "Item_Id").values.findIndex((line) => line[0] === item);
  if (row < 0) throw new RangeError(`The snapshot has no row for ${item}.`);
  return row;
}

/** Where in a range: an item's row of a Checklist column, or a place from 0, row by row. */
type Where = string | number;

function replaced<T>(
  grid: readonly (readonly T[])[],
  columns: number,
  index: number,
  value: T,
): readonly (readonly T[])[] {
  return grid.map((line, row) =>
    line.map((old, column) => (row * columns + column === index ? value : old)),
  );
}

function indexOf(snapshot: Snapshot, where: Where): number {
  return typeof where === "number" ? where : rowOf(snapshot, where);
}

/** The snapshot with another value in one cell; a formula that stood there stays. */
export function withValue(
  snapshot: Snapshot,
  name: string,
  where: Where,
  value: CellValue,
): Snapshot {
  const range = rangeOf(snapshot, name);
  const values = replaced(range.values, range.columns, indexOf(snapshot, where), value);
  return withRange(snapshot, name, { values });
}

/** The snapshot with another formula, or none, in one cell. */
export function withFormula(
  snapshot: Snapshot,
  name: string,
  where: Where,
  formula: string | null,
): Snapshot {
  const range = rangeOf(snapshot, name);
  const formulas = replaced(range.formulas, range.columns, indexOf(snapshot, where), formula);
  return withRange(snapshot, name, { formulas });
}

/** The snapshot with something else about one range. */
export function withRange(snapshot: Snapshot, name: string, change: Partial<NamedRange>): Snapshot {
  const range = rangeOf(snapshot, name);
  return { ...snapshot, names: { ...snapshot.names, [name]: { ...range, ...change } } };
}

export function withoutName(snapshot: Snapshot, name: string): Snapshot {
  const { [name]: _, ...names } = snapshot.names;
  return { ...snapshot, names, brokenNames: [...snapshot.brokenNames, name] };
}

/** The Checklist with its body rows in another order, as sorting by hand leaves it; header and End of list stay. */
export function withRowOrder(snapshot: Snapshot, order: readonly number[]): Snapshot {
  const names = Object.fromEntries(
    Object.entries(snapshot.names).map(([name, range]) => {
      if (range.rows !== order.length + 2 || range.columns !== 1) return [name, range];
      const from = [0, ...order, range.rows - 1];
      // A moved formula keeps looking at its own row, as spreadsheets have it.
      const formulas = from.map((row, to) =>
        (range.formulas[row] ?? []).map((formula) => formula && shiftFormula(formula, to - row, 0)),
      );
      return [name, { ...range, values: from.map((row) => range.values[row] ?? []), formulas }];
    }),
  );
  return { ...snapshot, names };
}

/** Entries with something else for one item. */
export function withItem(
  inputs: Inputs,
  id: string,
  change: Partial<Inputs["items"][ItemId]>,
): Inputs {
  const own = inputs.items[id as ItemId];
  if (!own) throw new RangeError(`No item ${id}.`);
  return { ...inputs, items: { ...inputs.items, [id]: { ...own, ...change } } };
}
