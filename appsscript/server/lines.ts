/** Finds the lines of a sheet: hairlines, rules below headers, bars beside mandatory rows. */

import type { Area, Blueprint, Edge, SheetPlan } from "../../core/workbook/port.ts";
import { blocksOf } from "./access.ts";

/** `all` is around and between the cells, `rows` above and below each row. */
type Side = "bottom" | "left" | "all" | "rows";

/** Everywhere the same line on the same side. */
export interface Line {
  readonly side: Side;
  readonly edge: Edge;
  readonly areas: readonly Area[];
}

/** A block that has this share of the cells with borders is a table. */
const TABLE_SHARE = 0.95;
/** Fewer cells with hairlines than this are not worth the calls: the grid of Sheets stays. */
const FEW_CELLS = 150;

/**
 * One entry for each kind of line, hairlines first. Left out are those where Sheets draws a line of its own,
 * below and right of frozen cells, and those below titles, which stand out without.
 */
export function linesOf(plan: SheetPlan, blueprint: Blueprint): Line[] {
  return [...hairlines(plan, blueprint), ...strongLines(plan, blueprint)];
}

function hairlines(plan: SheetPlan, { styles }: Blueprint): Line[] {
  const thinOf = (style: string) =>
    Object.values(styles[style]?.borders ?? {}).find((edge) => edge.weight === "thin");
  const cells = plan.cells.filter(({ style }) => thinOf(style));
  const edge = thinOf(cells[0]?.style ?? "");
  if (!edge || cells.length < FEW_CELLS) return [];
  const blocks = blocksOf(new Set(cells.map((cell) => `${cell.row}!${cell.column}`)));
  const size = ({ rows, columns }: Area) => rows * columns;
  const [main] = [...blocks].sort((a, b) => size(b) - size(a));
  if (main && size(main) >= cells.length * TABLE_SHARE)
    return [{ side: "all", edge, areas: [main] }];
  // Between tables stand labels that run on over the next cells: no line may cut through them.
  return [{ side: "rows", edge, areas: blocks }];
}

function strongLines(plan: SheetPlan, { styles }: Blueprint): Line[] {
  const kinds = new Map<string, { side: Side; edge: Edge; cells: Map<string, Cell> }>();
  const add = (side: Side, edge: Edge | undefined, row: number, column: number) => {
    if (!edge || edge.weight === "thin" || row < 1) return;
    if (side === "bottom" && row === plan.freeze?.rows) return;
    const key = `${side} ${edge.weight} ${edge.color}`;
    const kind = kinds.get(key) ?? { side, edge, cells: new Map<string, Cell>() };
    kinds.set(key, kind);
    kind.cells.set(`${row}!${column}`, { row, column });
  };
  for (const { row, column, style } of plan.cells) {
    const { borders, fill } = styles[style] ?? {};
    if (fill !== undefined) {
      add("bottom", borders?.bottom, row, column);
      add("bottom", borders?.top, row - 1, column);
    }
    add("left", borders?.left, row, column);
  }
  return [...kinds.values()].map(({ side, edge, cells }) => ({
    side,
    edge,
    areas: runsOf([...cells.values()], side),
  }));
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Neighbours along the line become one area. */
function runsOf(cells: readonly Cell[], side: Side): Area[] {
  const isAcross = side === "bottom";
  const sorted = [...cells].sort((a, b) =>
    isAcross ? a.row - b.row || a.column - b.column : a.column - b.column || a.row - b.row,
  );
  const runs: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs[runs.length - 1];
    if (isAcross && last?.row === row && last.column + last.columns === column) last.columns += 1;
    else if (!isAcross && last?.column === column && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return runs;
}
