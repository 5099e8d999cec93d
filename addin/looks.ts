/** How a sheet's cells look, attribute by attribute: for each value the cells that have it. */

import type { Area, Blueprint, CellStyle, Edge, SheetPlan } from "../core/workbook/types.ts";
import { cellKey, rectangles } from "./areas.ts";

export interface Look<T> {
  readonly value: T;
  readonly areas: readonly Area[];
}

/** Values of one attribute; cells that do not set it are left out. */
export function looksOf<T>(
  plan: SheetPlan,
  styles: Blueprint["styles"],
  read: (style: CellStyle) => T | undefined,
): Look<T>[] {
  const cells = new Map<T, number[]>();
  for (const cell of plan.cells) {
    const value = read(styles[cell.style] ?? {});
    if (value === undefined) continue;
    const keys = cells.get(value);
    if (keys) keys.push(cellKey(cell.row, cell.column));
    else cells.set(value, [cellKey(cell.row, cell.column)]);
  }
  return [...cells].map(([value, keys]) => ({ value, areas: rectangles(keys) }));
}

export interface EdgeLook {
  readonly edge: Edge;
  /** Below or right of these cells; above or left of them only at the sheet's own edge. */
  readonly side: "Bottom" | "Right" | "Top" | "Left";
  readonly areas: readonly Area[];
}

const WEIGHTS = ["thin", "medium", "thick"];

/** Lines between cells, each once: two cells share the line between them, and the heavier one is drawn. */
export function edgesOf(plan: SheetPlan, styles: Blueprint["styles"]): EdgeLook[] {
  const lines = { below: new Map<number, Edge>(), right: new Map<number, Edge>() };
  const put = (side: "below" | "right", row: number, column: number, edge: Edge | undefined) => {
    if (!edge) return;
    const key = cellKey(row, column);
    const other = lines[side].get(key);
    if (other && WEIGHTS.indexOf(other.weight) >= WEIGHTS.indexOf(edge.weight)) return;
    lines[side].set(key, edge);
  };
  for (const { row, column, style } of plan.cells) {
    const borders = styles[style]?.borders;
    if (!borders) continue;
    put("below", row, column, borders.bottom);
    put("below", row - 1, column, borders.top);
    put("right", row, column, borders.right);
    put("right", row, column - 1, borders.left);
  }
  return [...drawn(lines.below, "below"), ...drawn(lines.right, "right")];
}

function* drawn(lines: ReadonlyMap<number, Edge>, side: "below" | "right"): Iterable<EdgeLook> {
  const groups = new Map<string, { edge: Edge; keys: number[]; atEdge: number[] }>();
  for (const [key, edge] of lines) {
    const id = `${edge.weight} ${edge.color}`;
    const group = groups.get(id) ?? { edge, keys: [], atEdge: [] };
    groups.set(id, group);
    const isOutside = side === "below" ? key < cellKey(1, 0) : key % cellKey(1, 0) === 0;
    if (isOutside) group.atEdge.push(side === "below" ? key + cellKey(1, 0) : key + 1);
    else group.keys.push(key);
  }
  for (const { edge, keys, atEdge } of groups.values()) {
    if (keys.length > 0) {
      yield { edge, side: side === "below" ? "Bottom" : "Right", areas: rectangles(keys) };
    }
    if (atEdge.length > 0) {
      yield { edge, side: side === "below" ? "Top" : "Left", areas: rectangles(atEdge) };
    }
  }
}
