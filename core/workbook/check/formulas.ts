/** Says whether two formulas mean the same, wherever their cells have moved to. */

import { mapReferences } from "../a1.ts";
import { hasRow, placeKey } from "../area.ts";
import { calculatedNamed, inputNamed } from "../fields.ts";
import type { Area } from "../port.ts";

/** A named area on a sheet, from a blueprint or a snapshot. */
export interface NamedArea extends Area {
  readonly name: string;
  readonly sheet: string;
}

/** Finds the contract name that a cell reference stands for. */
export class References {
  private readonly cells = new Map<string, string>();
  private readonly columns = new Map<string, NamedArea[]>();

  constructor(names: readonly NamedArea[]) {
    for (const named of names) {
      const shape = (inputNamed(named.name) ?? calculatedNamed(named.name))?.shape;
      if (shape === "cell" && named.rows === 1 && named.columns === 1) {
        this.cells.set(placeKey(named.sheet, named.row, named.column), named.name);
      } else if (named.columns === 1) {
        const key = `${named.sheet}!${named.column}`;
        this.columns.set(key, [...(this.columns.get(key) ?? []), named]);
      }
    }
  }

  /** The name of the cell, or of the column it stands in when it is in the formula's own row. */
  nameOf(sheet: string, row: number, column: number, ownRow: number): string | null {
    const cell = this.cells.get(placeKey(sheet, row, column));
    if (cell) return cell;
    if (row !== ownRow) return null;
    const inside = (this.columns.get(`${sheet}!${column}`) ?? []).filter((named) =>
      hasRow(named, row),
    );
    return inside.map((named) => named.name).sort()[0] ?? null;
  }
}

/**
 * The formula with its references replaced by names where it has them, else by their distance; without
 * spaces, letter case and the marks that programs add. Equal results mean equal formulas.
 */
export function normalizeFormula(
  formula: string,
  home: { readonly sheet: string; readonly row: number; readonly column: number },
  references: References,
): string {
  const named = mapReferences(formula, (reference) => {
    const name = references.nameOf(home.sheet, reference.row, reference.column, home.row);
    if (name !== null) return name;
    return `{${reference.row - home.row};${reference.column - home.column}}`;
  });
  return named
    .split(/("(?:[^"]|"")*")/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/\s+|_xlfn\.|_xlws\./g, "").toUpperCase(),
    )
    .join("")
    .replace(/^=/, "");
}

/** Every function that the formula calls, in capitals. */
export function functionsOf(formula: string): string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return (bare.match(/[A-Za-z_][A-Za-z0-9_.]*(?=\s*\()/g) ?? []).map((name) => name.toUpperCase());
}
