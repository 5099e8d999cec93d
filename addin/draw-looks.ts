/** Draws how cells look: fonts, fills, alignment and the lines between them. */

import type { Area, Blueprint, CellStyle, SheetPlan } from "../core/workbook/types.ts";
import type { Canvas } from "./canvas.ts";
import { type EdgeLook, edgesOf, type Look, looksOf } from "./looks.ts";

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

export function drawLooks(
  canvas: Canvas,
  whole: Excel.Range,
  plan: SheetPlan,
  styles: Blueprint["styles"],
  size: number,
): void {
  const each = <T>(
    read: (style: CellStyle) => T | undefined,
    write: (format: Excel.RangeFormat, value: T) => void,
  ) => {
    for (const look of looksOf(plan, styles, read)) writeLook(canvas, look, write);
  };
  /** The commonest value goes everywhere: harmless on cells without a style, and short. */
  const common = <T>(
    read: (style: CellStyle) => T | undefined,
    write: (format: Excel.RangeFormat, value: T) => void,
    fallback?: T,
  ) => {
    const looks = looksOf(plan, styles, (style) => read(style) ?? fallback);
    const most = [...looks].sort((a, b) => cellCount(b.areas) - cellCount(a.areas))[0];
    if (most) write(whole.format, most.value);
    for (const look of looks) if (look !== most) writeLook(canvas, look, write);
  };
  common(
    (style) => style.size,
    (format, value) => {
      format.font.size = value;
    },
    size,
  );
  common(
    (style) => style.color,
    (format, value) => {
      format.font.color = value;
    },
  );
  common(
    (style) => style.vertical,
    (format, value) => {
      format.verticalAlignment = VERTICAL[value];
    },
  );
  each(
    (style) => style.bold || undefined,
    (format) => {
      format.font.bold = true;
    },
  );
  each(
    (style) => style.underline || undefined,
    (format) => {
      format.font.underline = "Single";
    },
  );
  each(
    (style) => style.fill,
    (format, value) => {
      format.fill.color = value;
    },
  );
  each(
    (style) => style.horizontal,
    (format, value) => {
      format.horizontalAlignment = HORIZONTAL[value];
    },
  );
  each(
    (style) => style.wrap || undefined,
    (format) => {
      format.wrapText = true;
    },
  );
  each(
    (style) => style.indent || undefined,
    (format, value) => {
      format.indentLevel = value;
    },
  );
  for (const look of edgesOf(plan, styles)) drawEdge(canvas, look);
}

const cellCount = (areas: readonly Area[]): number =>
  areas.reduce((sum, area) => sum + area.rows * area.columns, 0);

function writeLook<T>(
  canvas: Canvas,
  look: Look<T>,
  write: (format: Excel.RangeFormat, value: T) => void,
): void {
  for (const format of canvas.formats(look.areas)) write(format, look.value);
}

const WEIGHTS = { thin: "Thin", medium: "Medium", thick: "Thick" } as const;

function drawEdge(canvas: Canvas, { edge, side, areas }: EdgeLook): void {
  const draw = (format: Excel.RangeFormat, index: Excel.BorderIndex) => {
    const border = format.borders.getItem(index);
    border.style = "Continuous";
    border.color = edge.color;
    // Excel's own line is thin.
    if (edge.weight !== "thin") border.weight = WEIGHTS[edge.weight];
  };
  for (const format of canvas.formats(areas)) draw(format, `Edge${side}` as Excel.BorderIndex);
  if (side !== "Bottom" && side !== "Right") return;
  // A range one cell high or wide has no line inside.
  const thick = areas.filter((area) => (side === "Bottom" ? area.rows : area.columns) > 1);
  const inside = side === "Bottom" ? "InsideHorizontal" : "InsideVertical";
  for (const format of canvas.formats(thick)) draw(format, inside as Excel.BorderIndex);
}
