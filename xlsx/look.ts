/** Looks of cells and colour rules in the words of the writer. */

import type { CellStyle as WriterStyle } from "hucre/xlsx";
import type { Blueprint, CellStyle, ColorRule, Edge } from "../core/workbook/types.ts";

const rgb = (color: string) => ({ rgb: color.slice(1).toUpperCase() });
const edge = ({ weight, color }: Edge) => ({ style: weight, color: rgb(color) });

/** Every style of a blueprint, made once for locked and once for open cells. */
export class Looks {
  private readonly blueprint: Blueprint;
  private readonly made = new Map<string, WriterStyle>();

  constructor(blueprint: Blueprint) {
    this.blueprint = blueprint;
  }

  /** `style` is a key of the blueprint's styles; null gives the plain look. */
  of(style: string | null, isOpen: boolean): WriterStyle {
    const key = `${isOpen ? "open" : "locked"} ${style ?? ""}`;
    const known = this.made.get(key);
    if (known) return known;
    const look = this.make((style === null ? null : this.blueprint.styles[style]) ?? {});
    if (isOpen) look.protection = { locked: false };
    this.made.set(key, look);
    return look;
  }

  private make(style: CellStyle): WriterStyle {
    const { font } = this.blueprint;
    const look: WriterStyle = {
      font: {
        name: font.name,
        size: style.size ?? font.size,
        ...(style.bold ? { bold: true } : {}),
        ...(style.underline ? { underline: true } : {}),
        ...(style.color === undefined ? {} : { color: rgb(style.color) }),
      },
    };
    if (style.fill !== undefined) {
      look.fill = {
        type: "pattern",
        pattern: "solid",
        fgColor: rgb(style.fill),
        bgColor: { indexed: 64 },
      };
    }
    if (style.numberFormat !== undefined) look.numFmt = style.numberFormat;
    const { horizontal, vertical, wrap, indent } = style;
    if (horizontal ?? vertical ?? wrap ?? indent) {
      look.alignment = {
        ...(horizontal ? { horizontal } : {}),
        ...(vertical ? { vertical } : {}),
        ...(wrap ? { wrapText: true } : {}),
        ...(indent ? { indent } : {}),
      };
    }
    const { top, right, bottom, left } = style.borders ?? {};
    if (top ?? right ?? bottom ?? left) {
      look.border = {
        ...(top ? { top: edge(top) } : {}),
        ...(right ? { right: edge(right) } : {}),
        ...(bottom ? { bottom: edge(bottom) } : {}),
        ...(left ? { left: edge(left) } : {}),
      };
    }
    return look;
  }
}

/** What a colour rule lays over a cell. */
export function ruleLook({ fill, color, bold, edge: line }: ColorRule["style"]): WriterStyle {
  const look: WriterStyle = {};
  if (color !== undefined || bold) {
    look.font = {
      ...(bold ? { bold: true } : {}),
      ...(color === undefined ? {} : { color: rgb(color) }),
    };
  }
  // In rules, unlike in cells, the background colour is the one that fills.
  if (fill !== undefined) look.fill = { type: "pattern", pattern: "solid", bgColor: rgb(fill) };
  if (line !== undefined) {
    const side = edge({ weight: "thin", color: line });
    look.border = { top: side, right: side, bottom: side, left: side };
  }
  return look;
}
