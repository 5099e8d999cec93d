/** Finds the lines of a sheet: hairlines, rules below headers, bars beside mandatory rows. */

import { cellKey, rectangles, runs, sizeOf } from "../../core/workbook/area.ts";
import type { Area, Blueprint, Edge, SheetPlan } from "../../core/workbook/port.ts";

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
  const blocks = rectangles(
    cells.map((cell) => cellKey(cell.row, cell.column)),
    "columns",
  );
  const [main] = [...blocks].sort((a, b) => sizeOf(b) - sizeOf(a));
  if (main && sizeOf(main) >= cells.length * TABLE_SHARE)
    return [{ side: "all", edge, areas: [main] }];
  // Between tables stand labels that run on over the next cells: no line may cut through them.
  return [{ side: "rows", edge, areas: blocks }];
}

function strongLines(plan: SheetPlan, { styles }: Blueprint): Line[] {
  const kinds = new Map<string, { side: Side; edge: Edge; cells: number[] }>();
  const add = (side: Side, edge: Edge | undefined, row: number, column: number) => {
    if (!edge || edge.weight === "thin" || row < 1) return;
    if (side === "bottom" && row === plan.freeze?.rows) return;
    const key = `${side} ${edge.weight} ${edge.color}`;
    const kind = kinds.get(key) ?? { side, edge, cells: [] };
    kinds.set(key, kind);
    kind.cells.push(cellKey(row, column));
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
    areas: runs(cells, side === "bottom" ? "rows" : "columns"),
  }));
}
