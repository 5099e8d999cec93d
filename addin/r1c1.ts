/** Formulas in R1C1 notation, in which a column of like formulas is one text. */

import { mapReferences } from "../core/workbook/a1.ts";

/** The formula (without `=`) as its cell sees it: `F5` in H7 becomes `R[-2]C[-2]`. */
export function toR1C1(formula: string, row: number, column: number): string {
  return mapReferences(formula, (reference) => {
    const down = reference.rowFixed ? String(reference.row) : offset(reference.row - row);
    const right = reference.columnFixed
      ? String(reference.column)
      : offset(reference.column - column);
    return `R${down}C${right}`;
  });
}

const offset = (distance: number): string => (distance === 0 ? "" : `[${distance}]`);
