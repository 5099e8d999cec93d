/** The fake spreadsheet itself and its named ranges. */

import { protectionOf, userOf } from "./protection.ts";
import { addressOf, rangeOf, rangeState } from "./range.ts";
import { sheetOf, sheetState } from "./sheet.ts";
import { ServiceError, strict } from "./strict.ts";
import type { Area, NameState, SheetState, World } from "./world.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,249}$/;
const ADDRESS = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|true|false)$/i;

export function namedRangeOf(world: World, state: NameState): NamedRange {
  return strict<NamedRange>(world, "NamedRange", {
    getName: () => state.name,
    getRange: () => {
      if (state.sheet.deleted) throw new ServiceError("The named range no longer exists.");
      return rangeOf(world, state.sheet, state.area);
    },
  });
}

/** Defines a name, by script or by hand. */
export function defineName(world: World, name: string, sheet: SheetState, area: Area): void {
  if (!NAME.test(name) || ADDRESS.test(name)) {
    throw new ServiceError(`The name ${name} is not valid for a named range.`);
  }
  world.names.set(name, { name, sheet, area });
  const absolute = addressOf(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  world.engine.name(name, `='${sheet.name}'!${absolute}`);
}

export function bookOf(world: World): Spreadsheet {
  return strict<Spreadsheet>(world, "Spreadsheet", {
    getSheets: () => world.sheets.map((sheet) => sheetOf(world, sheet)),
    getSheetByName: (name) => {
      const sheet = world.sheets.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
      return sheet ? sheetOf(world, sheet) : null;
    },
    insertSheet: (name?: unknown, index: unknown = world.sheets.length) => {
      if (typeof name !== "string" || name.length > 100)
        throw new ServiceError("Invalid sheet name");
      if (typeof index !== "number" || !(index >= 0 && index <= world.sheets.length))
        throw new ServiceError("The sheet index is out of bounds.");
      const sheet = world.addSheet(name);
      world.sheets.splice(world.sheets.indexOf(sheet), 1);
      world.sheets.splice(index, 0, sheet);
      // As in Sheets, the new sheet is the one that is shown.
      world.selection = { sheet, area: { row: 1, column: 1, rows: 1, columns: 1 } };
      return sheetOf(world, sheet);
    },
    deleteSheet: (sheet) => {
      const state = sheetState(sheet);
      if (state.deleted) throw new ServiceError("Sheet not found");
      world.deleteSheet(state);
    },
    getNamedRanges: () => [...world.names.values()].map((name) => namedRangeOf(world, name)),
    getRangeByName: (name) => {
      const state = world.names.get(name);
      return state && !state.sheet.deleted ? rangeOf(world, state.sheet, state.area) : null;
    },
    setNamedRange: (name, range) => {
      const { sheet, area } = rangeState(range);
      defineName(world, name, sheet, area);
    },
    removeNamedRange: (name) => {
      if (!world.names.delete(name)) throw new ServiceError(`Named range ${name} not found`);
      world.engine.unname(name);
    },
    getProtections: (type) => {
      const isWhole = String(type) === "SHEET";
      return world.protections
        .filter((entry) => !entry.removed && (entry.area === null) === isWhole)
        .map((entry) => protectionOf(world, entry));
    },
    // Nobody owns what lies in a shared drive.
    getOwner: () => (world.owner === null ? (null as never) : userOf(world, world.owner)),
    getSpreadsheetTimeZone: () => world.zone,
    getName: () => "Kestrel & Söhne",
    toast: (message: string, _title?: string, _seconds?: number | null) => {
      world.toasts.push(message);
    },
  });
}
