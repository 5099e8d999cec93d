/** Which cells a blueprint's formulas look at, and whether any of them comes back to itself. */

import { columnNumber } from "../../core/workbook/a1.ts";
import type { Area, Blueprint, BlueprintCell } from "../../core/workbook/port.ts";

interface Target extends Area {
  readonly sheet: string;
}

/** A reference with or without a sheet and a second corner, or a word that may be a defined name. */
const TOKEN =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?(?![\w(])|([A-Za-z_][\w.]*)\b(?!\s*\()/g;

/** Everything that a formula refers to, defined names resolved. Throws for a word that is nothing. */
export function referencesOf(formula: string, sheet: string, plan: Blueprint): Target[] {
  const found: Target[] = [];
  for (const match of formula.matchAll(TOKEN)) {
    const [, quoted, firstColumn, firstRow, lastColumn, lastRow, word] = match;
    if (firstColumn && firstRow) {
      const column = columnNumber(firstColumn);
      const row = Number(firstRow);
      found.push({
        sheet: quoted ? quoted.replace(/^'|'$/g, "").replace(/''/g, "'") : sheet,
        row,
        column,
        rows: Number(lastRow ?? row) - row + 1,
        columns: (lastColumn ? columnNumber(lastColumn) : column) - column + 1,
      });
    } else if (word) {
      const named = plan.names.find((entry) => entry.name === word);
      if (!named) throw new RangeError(`${word} in ${formula} is no defined name.`);
      found.push({ sheet: named.sheet, ...named.area });
    }
  }
  return found;
}

/** The cells of the first cycle found, as `Sheet!R1C1`, or null where there is none. */
export function findCycle(plan: Blueprint): string[] | null {
  const formulas = new Map<string, { readonly sheet: string; readonly cell: BlueprintCell }>();
  /** Formula cells by sheet and column, so that long ranges are cheap. */
  const columns = new Map<string, { readonly row: number; readonly key: string }[]>();
  for (const sheet of plan.sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      const key = `${sheet.name}!R${cell.row}C${cell.column}`;
      formulas.set(key, { sheet: sheet.name, cell });
      const column = `${sheet.name}!${cell.column}`;
      columns.set(column, [...(columns.get(column) ?? []), { row: cell.row, key }]);
    }
  }
  const next = (key: string): string[] => {
    const home = formulas.get(key);
    if (!home?.cell.formula) return [];
    return referencesOf(home.cell.formula, home.sheet, plan).flatMap((target) =>
      Array.from({ length: target.columns }, (_, offset) => target.column + offset).flatMap(
        (column) =>
          (columns.get(`${target.sheet}!${column}`) ?? [])
            .filter(({ row }) => row >= target.row && row < target.row + target.rows)
            .map((entry) => entry.key),
      ),
    );
  };
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (key: string): string[] | null => {
    if (onPath.has(key)) return [...path.slice(path.indexOf(key)), key];
    if (done.has(key)) return null;
    path.push(key);
    onPath.add(key);
    for (const target of next(key)) {
      const cycle = visit(target);
      if (cycle) return cycle;
    }
    path.pop();
    onPath.delete(key);
    done.add(key);
    return null;
  };
  for (const key of formulas.keys()) {
    const cycle = visit(key);
    if (cycle) return cycle;
  }
  return null;
}
