/** How large a block of cells a planned sheet takes. */

import type { SheetPlan } from "../port.ts";

/** The smallest block from A1 that holds every cell, every planned column and every open area of the sheet. */
export function sheetExtent(plan: SheetPlan): { readonly rows: number; readonly columns: number } {
  let rows = 1;
  let columns = plan.columns.length;
  for (const cell of plan.cells) {
    rows = Math.max(rows, cell.row);
    columns = Math.max(columns, cell.column);
  }
  for (const area of plan.unlocked) {
    rows = Math.max(rows, area.row + area.rows - 1);
    columns = Math.max(columns, area.column + area.columns - 1);
  }
  return { rows, columns };
}
