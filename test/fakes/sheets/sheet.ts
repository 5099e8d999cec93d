/** Sheets of the fake spreadsheet. */

import { namedRangeOf } from "./book.ts";
import { colorRuleObject, colorRuleState } from "./builders.ts";
import { protect, protectionOf } from "./protection.ts";
import { areaFrom, rangeListOf, rangeOf } from "./range.ts";
import { mismatch, ServiceError, self, strict } from "./strict.ts";
import { placeOf, type SheetState, type World } from "./world.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const objects = new WeakMap<World, Map<SheetState, Sheet>>();
const states = new WeakMap<object, SheetState>();

export function sheetState(sheet: unknown): SheetState {
  const state = typeof sheet === "object" && sheet !== null ? states.get(sheet) : undefined;
  if (!state) throw mismatch("Sheet", "(a sheet)", [sheet]);
  return state;
}

export function sheetOf(world: World, sheet: SheetState): Sheet {
  const known = objects.get(world) ?? new Map<SheetState, Sheet>();
  objects.set(world, known);
  let object = known.get(sheet);
  if (!object) {
    object = makeSheet(world, sheet);
    known.set(sheet, object);
    states.set(object, sheet);
  }
  return object;
}

function makeSheet(world: World, sheet: SheetState): Sheet {
  const alive = () => {
    if (sheet.deleted) throw new ServiceError("Sheet not found");
  };
  const within = (first: number, count: number, most: number, what: string) => {
    alive();
    if (first >= 1 && count >= 1 && first + count - 1 <= most) return;
    throw new ServiceError(`Those ${what} are out of bounds.`);
  };
  const live = () => world.protections.filter((entry) => !entry.removed && entry.sheet === sheet);
  const members: Partial<Sheet> = {
    getName: () => sheet.name,
    getSheetId: () => sheet.id,
    getType: () =>
      ({ toString: () => sheet.type }) as unknown as GoogleAppsScript.Spreadsheet.SheetType,
    getMaxRows: () => sheet.maxRows,
    getMaxColumns: () => sheet.maxColumns,
    isSheetHidden: () => sheet.hidden,
    getRange: (first: number | string, column?: number, rows: number = 1, columns: number = 1) => {
      alive();
      if (typeof first === "string") return rangeOf(world, sheet, areaFrom(first));
      if (column === undefined) throw mismatch("Sheet", "getRange", [first]);
      return rangeOf(world, sheet, { row: first, column, rows, columns });
    },
    getRangeList: (addresses) => {
      alive();
      return rangeListOf(world, sheet, addresses);
    },
    getDataRange: () => {
      alive();
      let [rows, columns] = [1, 1];
      for (const [key, cell] of sheet.cells) {
        if (cell.value === "" && cell.formula === null) continue;
        const { row, column } = placeOf(key);
        rows = Math.max(rows, row);
        columns = Math.max(columns, column);
      }
      return rangeOf(world, sheet, { row: 1, column: 1, rows, columns });
    },
    getNamedRanges: () =>
      [...world.names.values()]
        .filter((name) => name.sheet === sheet)
        .map((name) => namedRangeOf(world, name)),
    getProtections: (type) => {
      const isWhole = String(type) === "SHEET";
      return live()
        .filter((entry) => (entry.area === null) === isWhole)
        .map((entry) => protectionOf(world, entry));
    },
    getConditionalFormatRules: () => sheet.colors.map((rule) => colorRuleObject(world, rule)),
    setConditionalFormatRules: (rules) => {
      alive();
      sheet.colors = rules.map(colorRuleState);
    },
    insertColumnsAfter: (after, count) => {
      within(after, 1, sheet.maxColumns, "columns");
      if (after !== sheet.maxColumns) throw new Error("The fake adds columns only at the end.");
      sheet.maxColumns += count;
      return self();
    },
    insertRowsAfter: (after, count) => {
      within(after, 1, sheet.maxRows, "rows");
      if (after !== sheet.maxRows) throw new Error("The fake adds rows only at the end.");
      sheet.maxRows += count;
      return self();
    },
    setColumnWidths: (first, count, width) => {
      within(first, count, sheet.maxColumns, "columns");
      for (let column = first; column < first + count; column += 1) sheet.widths.set(column, width);
      return self();
    },
    autoResizeRows: (first, count) => {
      within(first, count, sheet.maxRows, "rows");
      return self();
    },
    hideColumns: (first: number, count: number = 1) => {
      within(first, count, sheet.maxColumns, "columns");
      for (let column = first; column < first + count; column += 1) sheet.hiddenColumns.add(column);
    },
    setFrozenRows: (rows) => {
      sheet.frozen.rows = rows;
    },
    setFrozenColumns: (columns) => {
      sheet.frozen.columns = columns;
    },
    setHiddenGridlines: self,
    setTabColor: self,
    hideSheet: () => {
      alive();
      if (world.sheets.filter((other) => !other.hidden).length < 2) {
        throw new ServiceError("You can't hide all the sheets in a document.");
      }
      sheet.hidden = true;
      return self();
    },
    activate: () => {
      alive();
      world.selection = { sheet, area: { row: 1, column: 1, rows: 1, columns: 1 } };
      return self();
    },
    protect: () => {
      alive();
      return protectionOf(world, protect(world, sheet, null));
    },
  };
  return strict<Sheet>(world, "Sheet", withoutCells(sheet, members), sheet);
}

/** What can be asked of a sheet that has no cells. */
const OF_ANY_SHEET = ["getName", "getSheetId", "getType", "isSheetHidden", "hideSheet", "activate"];

function withoutCells({ type }: SheetState, members: Partial<Sheet>): Partial<Sheet> {
  if (type === "GRID") return members;
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      OF_ANY_SHEET.includes(name)
        ? member
        : () => {
            throw new ServiceError(`This action is not supported for ${type} sheet.`);
          },
    ]),
  );
}
