/** Shared steps of the tests: a spreadsheet with a checklist in it, and what is read from it. */

import type { Polled } from "../../appsscript/server/main.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Report } from "../../core/report/report.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { keyOf, type NameState, World } from "../fakes/sheets/world.ts";

export const WISH = { partner: "Example Ltd", reseller: true, renewal: false };
export const PLAN = blueprint(checklist31, blankInputs(checklist31));

export function builtHost(wish: object = WISH, world = new World()): ScriptHost {
  const host = new ScriptHost(world);
  host.call("newChecklist", wish);
  return host;
}

export function reportOf(host: ScriptHost): Report {
  const polled = host.call<Polled>("poll", "");
  if (polled.kind !== "report") throw new Error(`The poll gave ${polled.kind}.`);
  return polled.report;
}

export function named(host: ScriptHost, name: string): NameState {
  const found = host.world.names.get(name);
  if (!found) throw new RangeError(`The spreadsheet has no name ${name}.`);
  return found;
}

/** The row of an item under the Checklist's names. */
export function rowOf(host: ScriptHost, id: string): number {
  const { sheet, area } = named(host, "Item_Id");
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    if (sheet.cells.get(keyOf(row, area.column))?.value === id) return row;
  }
  throw new RangeError(`No row for ${id}.`);
}

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** The address of an item's cell under a name, or of a single cell. */
export function addressOf(host: ScriptHost, name: string, id?: string): string {
  const { area } = named(host, name);
  return `${letters(area.column)}${id === undefined ? area.row : rowOf(host, id)}`;
}

/** What a cell holds or its formula gives. */
export function shown(host: ScriptHost, name: string, id?: string): unknown {
  const { sheet, area } = named(host, name);
  return host.world.result(sheet, id === undefined ? area.row : rowOf(host, id), area.column);
}

/** Everything about a spreadsheet that a user could see, for "as it was before". */
export function portrait(host: ScriptHost): unknown {
  const { world } = host;
  return {
    sheets: world.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rules: sheet.colors.length,
      cells: [...sheet.cells]
        .filter(([, cell]) => cell.value !== "" || cell.formula !== null || cell.validation)
        .sort(([a], [b]) => a - b),
    })),
    names: [...world.names.values()].map((name) => [name.name, name.sheet.name, name.area]),
    protections: world.protections
      .filter((protection) => !protection.removed)
      .map((protection) => [protection.sheet.name, protection.area, protection.open]),
    properties: [...world.properties],
    lock: world.lockedBy,
  };
}

export type { Snapshot };
