/**
 * A new workbook's names and formulas packed small: the panel compares workbooks with them, and with the pack, which
 * the build makes, it need not carry all that draws one.
 */

import type { Checklist } from "../core/checklist/types.ts";
import { SHEETS } from "../core/words/sheets.ts";
import { shiftFormula } from "../core/workbook/a1.ts";
import { contains } from "../core/workbook/area.ts";
import type { OriginalPlan } from "../core/workbook/check/original.ts";
import { bodyOf } from "../core/workbook/draw/layout.ts";
import { drawnNames } from "../core/workbook/fields.ts";
import type { BlueprintCell } from "../core/workbook/port.ts";
import { toR1C1 } from "./r1c1.ts";

export interface PackedOriginal {
  readonly sheets: readonly string[];
  /** In the order of `drawnNames`; null where this checklist has no such cells, such as services. */
  readonly names: readonly (
    | readonly [sheet: number, row: number, column: number, rows: number, columns: number]
    | null
  )[];
  /** A formula as in its first cell, and the rows of the column in which it means the same, each from the one before. */
  readonly formulas: readonly (readonly [
    sheet: number,
    column: number,
    formula: string,
    rows: readonly number[],
  ])[];
}

/** Stands for a formula of which only its being there matters. */
const ANY = "";

/** With the formulas of the names in `comparedNames`; of those in `displayedNames` only where they stand. */
export function packOriginal(
  checklist: Checklist,
  { names, sheets }: OriginalPlan,
  comparedNames: readonly string[],
  displayedNames: readonly string[] = [],
): PackedOriginal {
  const titles = sheets.map((sheet) => sheet.name);
  const formulas = new Map<string, [number, number, string, number[]]>();
  const lastRows = new Map<string, number>();
  const isUnder = (own: readonly string[]) => {
    const ranges = names.filter(({ name }) => own.includes(name));
    return (sheet: number, row: number, column: number) =>
      ranges.some(
        (named) => named.sheet === titles[sheet] && contains(named.area, { row, column }),
      );
  };
  const isCompared = isUnder(comparedNames);
  const isDisplayed = isUnder(displayedNames);
  // The sums in headings differ from one to the next, and nothing looks at what they say.
  const headings = new Set(
    bodyOf(checklist).flatMap(({ kind, row }) => (kind === "heading" ? [row] : [])),
  );
  const isHeading = (sheet: number, row: number) =>
    titles[sheet] === SHEETS.checklist && headings.has(row);
  sheets.forEach((sheet, index) => {
    for (const { row, column, formula: written } of sheet.cells) {
      if (written === undefined) continue;
      const wholly = isCompared(index, row, column) && !isHeading(index, row);
      if (!wholly && !isDisplayed(index, row, column)) continue;
      const formula = wholly ? written : ANY;
      const key = `${index} ${column} ${toR1C1(formula, row, column)}`;
      const known = formulas.get(key);
      if (known) known[3].push(row - (lastRows.get(key) ?? 0));
      else formulas.set(key, [index, column, formula, [row]]);
      lastRows.set(key, row);
    }
  });
  return {
    sheets: titles,
    names: drawnNames.map((name) => {
      const named = names.find((entry) => entry.name === name);
      if (!named) return null;
      const { row, column, rows, columns } = named.area;
      return [titles.indexOf(named.sheet), row, column, rows, columns];
    }),
    formulas: [...formulas.values()],
  };
}

export function unpackOriginal({ sheets, names, formulas }: PackedOriginal): OriginalPlan {
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
    names: names.flatMap((place, index) => {
      if (place === null) return [];
      const [sheet, row, column, rows, columns] = place;
      const name = drawnNames[index] ?? "";
      return [{ name, sheet: sheets[sheet] ?? "", area: { row, column, rows, columns } }];
    }),
  };
}
