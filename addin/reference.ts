/**
 * A new workbook's names and formulas, packed small. The panel compares the workbook with them; with the
 * pack, which the build makes, it need not carry all that draws a workbook.
 */

import { overlap, shiftFormula } from "../core/workbook/a1.ts";
import { contractNames } from "../core/workbook/fields.ts";
import type { BlueprintCell, NamePlan } from "../core/workbook/types.ts";
import { toR1C1 } from "./r1c1.ts";

export interface PackedReference {
  readonly sheets: readonly string[];
  /** The name by its place among the contract's. */
  readonly names: readonly (readonly [
    name: number,
    sheet: number,
    row: number,
    column: number,
    rows: number,
    columns: number,
  ])[];
  /** A formula as in its first cell, and the rows of the column in which it means the same, each from the one before. */
  readonly formulas: readonly (readonly [
    sheet: number,
    column: number,
    formula: string,
    rows: readonly number[],
  ])[];
}

/** The part of a blueprint that is compared with. */
export interface Reference {
  readonly names: readonly NamePlan[];
  readonly sheets: readonly { readonly name: string; readonly cells: readonly BlueprintCell[] }[];
}

/** With the formulas of the names in `comparedNames` alone. */
export function packReference(
  { names, sheets }: Reference,
  comparedNames: readonly string[],
): PackedReference {
  const titles = sheets.map((sheet) => sheet.name);
  const formulas = new Map<string, [number, number, string, number[]]>();
  const lastRows = new Map<string, number>();
  const compared = names.filter(({ name }) => comparedNames.includes(name));
  const isCompared = (sheet: number, row: number, column: number) =>
    compared.some(
      (named) =>
        named.sheet === titles[sheet] &&
        overlap(named.area, { row, column, rows: 1, columns: 1 }) !== null,
    );
  sheets.forEach((sheet, index) => {
    for (const { row, column, formula } of sheet.cells) {
      if (formula === undefined || !isCompared(index, row, column)) continue;
      const key = `${index} ${column} ${toR1C1(formula, row, column)}`;
      const known = formulas.get(key);
      if (known) known[3].push(row - (lastRows.get(key) ?? 0));
      else formulas.set(key, [index, column, formula, [row]]);
      lastRows.set(key, row);
    }
  });
  return {
    sheets: titles,
    names: names.map(({ name, sheet, area }) => [
      contractNames.indexOf(name),
      titles.indexOf(sheet),
      area.row,
      area.column,
      area.rows,
      area.columns,
    ]),
    formulas: [...formulas.values()],
  };
}

export function unpackReference({ sheets, names, formulas }: PackedReference): Reference {
  const cells = sheets.map((): BlueprintCell[] => []);
  for (const [sheet, column, formula, rows] of formulas) {
    let row = 0;
    for (const step of rows) {
      row += step;
      const shifted = shiftFormula(formula, row - (rows[0] ?? 0), 0);
      cells[sheet]?.push({ row, column, formula: shifted, value: null, style: "" });
    }
  }
  return {
    sheets: sheets.map((name, index) => ({ name, cells: cells[index] ?? [] })),
    names: names.map(([name, sheet, row, column, rows, columns]) => ({
      name: contractNames[name] ?? "",
      sheet: sheets[sheet] ?? "",
      area: { row, column, rows, columns },
    })),
  };
}
