/** Every input of the checklist with its cell in the grid and its value in the file. */

import { currentScore } from "../core/audit/advice.ts";
import { serialFromIso } from "../core/audit/dates.ts";
import type { ItemId } from "../core/checklist/domain.ts";
import type { Report } from "../core/report/report.ts";
import { cellsIn, contains, indexIn, isSameSize, placeKey, sizeOf } from "../core/workbook/area.ts";
import { INPUTS, isDateName, RECORDED } from "../core/workbook/fields.ts";
import type { Place } from "../core/workbook/issues.ts";
import type {
  Blueprint,
  BlueprintCell,
  CellValue,
  NamedRange,
  NamePlan,
  Snapshot,
} from "../core/workbook/port.ts";

/** One input cell, or one that commands write: where it stands in the grid, and how an edit of it is addressed. */
export interface Slot {
  readonly name: string;
  readonly item?: ItemId;
  readonly index?: number;
  readonly isDate: boolean;
  readonly cell: Place;
}

const FIELDS = [...INPUTS, ...RECORDED.map((name) => ({ name, shape: "list" as const }))];

/** All inputs that both the grid and the file have, and the records that formulas show. */
export function slotsOf(blueprint: Blueprint, snapshot: Snapshot): Slot[] {
  const rows = gridRows(blueprint);
  const slots: Slot[] = [];
  for (const field of FIELDS) {
    const planned = blueprint.names.find((name) => name.name === field.name);
    const range = snapshot.names[field.name];
    if (!planned || !range) continue;
    const { name } = field;
    const isDate = isDateName(name);
    const { sheet, area } = planned;
    if (field.shape === "column") {
      for (const [item, row] of rows)
        slots.push({ name, item, isDate, cell: { sheet, row, column: area.column } });
      continue;
    }
    if (area.columns !== range.columns) continue;
    for (const place of cellsIn({ ...area, rows: Math.min(area.rows, range.rows) })) {
      const cell = { sheet, ...place };
      const index = indexIn(area, place);
      slots.push(field.shape === "cell" ? { name, isDate, cell } : { name, index, isDate, cell });
    }
  }
  return slots;
}

/** The row of each item in the grid. */
export function gridRows(blueprint: Blueprint): Map<ItemId, number> {
  const rows = new Map<ItemId, number>();
  const ids = blueprint.names.find((name) => name.name === "Item_Id");
  const sheet = blueprint.sheets.find((plan) => plan.name === ids?.sheet);
  const keys = blueprint.names.find((name) => name.name === "Item_Section")?.area.column;
  const keyed = new Set(
    sheet?.cells.flatMap(({ row, column, value }) =>
      column === keys && typeof value === "number" ? [row] : [],
    ),
  );
  // A row is an item's where its section key is a number, in a blueprint as in a workbook.
  const isItemRow = (row: number) => keyed.has(row);
  for (const cell of sheet?.cells ?? []) {
    if (cell.column !== ids?.area.column || typeof cell.value !== "string") continue;
    if (isItemRow(cell.row)) rows.set(cell.value as ItemId, cell.row);
  }
  return rows;
}

/** What the file holds for a slot, as it was typed; undefined where the file has no such cell. */
export function fileValue(slot: Slot, snapshot: Snapshot, report: Report): CellValue | undefined {
  const range = snapshot.names[slot.name];
  if (!range) return undefined;
  if (slot.item === undefined) {
    const index = slot.index ?? 0;
    return range.values[Math.floor(index / range.columns)]?.[index % range.columns];
  }
  const place = report.items.find((item) => item.id === slot.item)?.place;
  return place ? range.values[place.row - range.row]?.[0] : undefined;
}

/** A place of the file as a place of the grid: the same cell of the same name, else the place itself. */
function toGrid(place: Place, snapshot: Snapshot, report: Report, plan: Blueprint): Place {
  const rows = gridRows(plan);
  const item = report.items.find(
    ({ place: own }) => own && own.sheet === place.sheet && own.row === place.row,
  );
  const [name, range] = smallestAround(place, snapshot) ?? [];
  const planned = plan.names.find((candidate) => candidate.name === name);
  if (!range || !planned) return place;
  const row = item && rows.get(item.id);
  return {
    sheet: planned.sheet,
    row: row ?? planned.area.row + Math.min(place.row - range.row, planned.area.rows - 1),
    column: planned.area.column + Math.min(place.column - range.column, planned.area.columns - 1),
  };
}

/** The cell of the grid to select for a place of the file: of an item, its entry that the phase asks for. */
export function answerPlace(
  place: Place,
  snapshot: Snapshot,
  report: Report,
  plan: Blueprint,
): Place {
  const target = toGrid(place, snapshot, report, plan);
  const isItem = report.items.some(
    ({ place: own }) =>
      own && own.row === place.row && own.column === place.column && own.sheet === place.sheet,
  );
  const name =
    report.phase === "actionItems"
      ? "Closure_Evidence"
      : currentScore(report.phase) === "self"
        ? "Self_Answer"
        : "Auditor_Answer";
  const answers = plan.names.find((named) => named.name === name)?.area;
  return isItem && answers ? { ...target, column: answers.column } : target;
}

/** The item in whose row a cell of the grid stands. */
export function itemAt(place: Place, plan: Blueprint): ItemId | null {
  const ids = plan.names.find((name) => name.name === "Item_Id");
  if (place.sheet !== ids?.sheet) return null;
  for (const [id, row] of gridRows(plan)) if (row === place.row) return id;
  return null;
}

function smallestAround(place: Place, snapshot: Snapshot): [string, NamedRange] | undefined {
  return Object.entries(snapshot.names)
    .filter(([, range]) => range.sheet === place.sheet && contains(range, place))
    .sort(([, a], [, b]) => sizeOf(a) - sizeOf(b))[0];
}

/** Calculated cells of the file that hold a typed value instead of their formula, by cell of the grid. */
export function overwritten(
  plan: Blueprint,
  snapshot: Snapshot,
  report: Report,
): Map<string, CellValue> {
  const found = new Map<string, CellValue>();
  const rows = [...gridRows(plan)];
  for (const named of plan.names) {
    const range = snapshot.names[named.name];
    if (!range || INPUTS.some((field) => field.name === named.name)) continue;
    const pairs = isItemColumn(named, plan)
      ? rows.flatMap(([id, row]): [number, number][] => {
          const place = report.items.find((item) => item.id === id)?.place;
          return place ? [[row - named.area.row, place.row - range.row]] : [];
        })
      : isSameSize(range, named.area)
        ? Array.from({ length: range.rows }, (_, row): [number, number] => [row, row])
        : [];
    for (const [gridRow, fileRow] of pairs) {
      for (let column = 0; column < named.area.columns; column += 1) {
        const value = range.values[fileRow]?.[column] ?? null;
        const formula = range.formulas[fileRow]?.[column] ?? null;
        if (formula !== null || value === null) continue;
        found.set(
          placeKey(named.sheet, named.area.row + gridRow, named.area.column + column),
          value,
        );
      }
    }
  }
  return found;
}

const isItemColumn = (named: NamePlan, plan: Blueprint): boolean => {
  const ids = plan.names.find((name) => name.name === "Item_Id");
  return (
    ids?.sheet === named.sheet &&
    ids.area.row === named.area.row &&
    ids.area.rows === named.area.rows
  );
};

/** A value as the grid can show it: errors and days that have no number stand there as their text. */
export const shown = (value: CellValue): string => {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if ("error" in value) return value.error;
  return serialFromIso(value.date) === null ? value.date : JSON.stringify(value);
};

/** Empty text and an empty cell are the same, and so are a number and its digits. */
export const isSame = (a: CellValue, b: CellValue): boolean => shown(a) === shown(b);

/** The blueprint with what the file really holds, faults included. */
export function asInFile(
  plan: Blueprint,
  slots: readonly Slot[],
  snapshot: Snapshot,
  result: Report,
): Blueprint {
  const typed = overwritten(plan, snapshot, result);
  for (const slot of slots) {
    const value = fileValue(slot, snapshot, result);
    if (value !== undefined) {
      typed.set(placeKey(slot.cell.sheet, slot.cell.row, slot.cell.column), value);
    }
  }
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell): BlueprintCell => {
        const value = typed.get(placeKey(sheet.name, cell.row, cell.column));
        if (value === undefined) return cell;
        const { formula: _lost, ...rest } = cell;
        return { ...rest, value };
      }),
    })),
  };
}
