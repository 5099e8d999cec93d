/** A blueprint read without being drawn: what a host would find in a workbook that was just made of it. */

import { cellKey } from "../area.ts";
import { contractNames } from "../fields.ts";
import type { Blueprint, BlueprintCell, NamedRange, Snapshot } from "../port.ts";

/** Every cell under a name of the contract, with the results that the blueprint holds for formulas. */
export function drawnSnapshot({ sheets, names }: Blueprint): Snapshot {
  const cells = new Map(
    sheets.map((sheet) => [
      sheet.name,
      new Map(sheet.cells.map((cell) => [cellKey(cell.row, cell.column), cell])),
    ]),
  );
  const known = new Set(contractNames);
  const read = names.flatMap(({ name, sheet, area }): [string, NamedRange][] => {
    if (!known.has(name)) return [];
    const grid = <T>(of: (cell: BlueprintCell | undefined) => T): T[][] =>
      Array.from({ length: area.rows }, (_, row) =>
        Array.from({ length: area.columns }, (_, column) =>
          of(cells.get(sheet)?.get(cellKey(area.row + row, area.column + column))),
        ),
      );
    const values = grid((cell) => cell?.value ?? null);
    const formulas = grid((cell) => cell?.formula ?? null);
    return [[name, { ...area, sheet, values, formulas, hasInputRule: true }]];
  });
  return {
    sheets: sheets.map(({ name, visibility, isUnprotected = false }) => ({
      name,
      visible: visibility === "visible",
      isProtected: !isUnprotected,
    })),
    names: Object.fromEntries(read),
    brokenNames: [],
  };
}
