/** The columns of a sheet by name, so that no other place counts them or knows their letters. */

import { columnLetters } from "../a1.ts";

export interface Columns<Name extends string> {
  /** The column's number, from 1. */
  readonly columnOf: (column: Name) => number;
  /** A reference to a column's cell in a row, such as `H5`; `$` before the letter with `fixed`. */
  readonly at: (column: Name, row: number, fixed?: boolean) => string;
}

/** The names in the order of the columns. */
export function columnsOf<Name extends string>(names: readonly Name[]): Columns<Name> {
  const columnOf = (column: Name): number => names.indexOf(column) + 1;
  return {
    columnOf,
    at: (column, row, fixed = false) =>
      `${fixed ? "$" : ""}${columnLetters(columnOf(column))}${row}`,
  };
}
