/** The lines between cells, as the layers in which they are drawn. */

import { cellKey, columnOf, rowOf } from "../core/workbook/area.ts";
import type { Area, Blueprint, Edge, SheetPlan } from "../core/workbook/port.ts";
import { type Layer, layersOf } from "./layers.ts";

export type Side = "InsideHorizontal" | "InsideVertical" | "EdgeTop" | "EdgeLeft";

export interface LineLook {
  readonly edge: Edge;
  readonly side: Side;
  readonly areas: readonly Area[];
  /** Whether it may run over lines of another weight. */
  readonly isOver: boolean;
}

const WEIGHTS = ["thin", "medium", "thick"];

/**
 * Each line once: two cells share the line between them, and the heavier one is drawn. Most are lines inside a
 * rectangle that reaches over the line; only those at the sheet's own edge are an edge.
 */
export function linesOf(plan: SheetPlan, styles: Blueprint["styles"], whole: Area): LineLook[] {
  const below = new Map<number, string>();
  const right = new Map<number, string>();
  const edges = new Map<string, Edge>();
  const put = (lines: Map<number, string>, row: number, column: number, edge: Edge | undefined) => {
    if (!edge) return;
    const key = cellKey(row, column);
    const other = edges.get(lines.get(key) ?? "");
    if (other && WEIGHTS.indexOf(other.weight) >= WEIGHTS.indexOf(edge.weight)) return;
    const id = `${edge.weight} ${edge.color}`;
    edges.set(id, edge);
    lines.set(key, id);
  };
  for (const { row, column, style } of plan.cells) {
    const borders = styles[style]?.borders;
    if (!borders) continue;
    put(below, row, column, borders.bottom);
    put(below, row - 1, column, borders.top);
    put(right, row, column, borders.right);
    put(right, row, column - 1, borders.left);
  }
  const looks: LineLook[] = [];
  const draw = (
    side: Side,
    lines: ReadonlyMap<number, string>,
    isMeant: (key: number) => boolean,
    reach: (area: Area) => Area,
    where: Area,
  ) => {
    const meant = new Map([...lines].filter(([key]) => isMeant(key)));
    const layers: Layer<string>[] = layersOf(meant, {
      whole: where,
      shows: () => "",
      spills: false,
      repaints: false,
    });
    for (const [index, { value, areas }] of layers.entries()) {
      const edge = edges.get(value);
      if (edge) looks.push({ edge, side, areas: areas.map(reach), isOver: index > 0 });
    }
  };
  const inRow0 = (key: number) => rowOf(key) === 0;
  const inColumn0 = (key: number) => columnOf(key) === 0;
  const { rows, columns } = whole;
  // A line below row 0 or right of column 0 is the sheet's own edge, which the first row or column draws.
  draw("EdgeTop", below, inRow0, (area) => ({ ...area, row: 1 }), { ...whole, row: 0, rows: 1 });
  draw("EdgeLeft", right, inColumn0, (area) => ({ ...area, column: 1 }), {
    ...whole,
    column: 0,
    columns: 1,
  });
  draw(
    "InsideHorizontal",
    below,
    (key) => !inRow0(key),
    (area) => ({ ...area, rows: area.rows + 1 }),
    { ...whole, rows },
  );
  draw(
    "InsideVertical",
    right,
    (key) => !inColumn0(key),
    (area) => ({ ...area, columns: area.columns + 1 }),
    { ...whole, columns },
  );
  return looks;
}
