/** Downloads the fake spreadsheet as .xlsx, written by another library than ours; only what Sheets is known to keep goes along. */

import exceljs from "exceljs";
import { addressOf } from "../fakes/sheets/range.ts";
import type { ScriptHost } from "../fakes/sheets/script.ts";
import { placeOf, type SheetState } from "../fakes/sheets/world.ts";

/**
 * Values, formulas with their results, number formats, names, filters, hidden sheets and columns, and lists;
 * no protection, no help texts, no colour rules, and what was hidden for good is only hidden.
 */
export async function downloadFromSheets({ world }: ScriptHost): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const sheet of world.sheets) {
    const into = book.addWorksheet(sheet.name, { state: sheet.hidden ? "hidden" : "visible" });
    for (const [column, width] of sheet.widths) into.getColumn(column).width = width / 7;
    for (const column of sheet.hiddenColumns) into.getColumn(column).hidden = true;
    if (sheet.filter) into.autoFilter = addressOf(sheet.filter);
    for (const [key, cell] of sheet.cells) {
      const { row, column } = placeOf(key);
      const to = into.getCell(row, column);
      if (cell.formula !== null) {
        const result = world.result(sheet, row, column);
        to.value = { formula: cell.formula.slice(1), result };
      } else if (cell.value !== "") to.value = cell.value;
      if (cell.format !== "General") to.numFmt = cell.format;
      if (cell.validation?.kind === "list" && cell.validation.values.length > 0) {
        to.dataValidation = {
          type: "list",
          allowBlank: true,
          showErrorMessage: !cell.validation.allowInvalid,
          formulae: [`"${cell.validation.values.join(",")}"`],
        };
      }
    }
  }
  for (const { name, sheet, area } of world.names.values()) {
    book.definedNames.add(rangeIn(sheet, addressOf(area)), name);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The title in quotation marks, whether it needs them or not. */
function rangeIn({ name }: SheetState, address: string): string {
  const fixed = address.replace(/([A-Z]+)(\d+)/g, (_, column, row) => `$${column}$${row}`);
  return `'${name.replace(/'/g, "''")}'!${fixed}`;
}
