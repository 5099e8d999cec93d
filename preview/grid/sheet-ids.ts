/** What the grid calls a sheet, whatever its title. */

import type { Blueprint } from "../../core/workbook/port.ts";

export function sheetId(blueprint: Blueprint, name: string): string {
  return `sheet${blueprint.sheets.findIndex((sheet) => sheet.name === name)}`;
}
