/** The styles part of a new workbook: looks of cells and of colour rules, each written once. */

import type { Blueprint, CellStyle, ColorRule, Edge } from "../core/workbook/port.ts";
import { tagText } from "./markup.ts";
import { MAIN } from "./namespaces.ts";

/** Formats with a number of their own, which programs know without their text. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "@": 49 };
const FIRST_OWN_FORMAT = 164;
const SIDES = ["left", "right", "top", "bottom"] as const;

type Borders = NonNullable<CellStyle["borders"]>;

/** `#1f2937` in the notation of the file, which puts the opacity in front. */
export const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

/** Elements by their index; equal ones are there once. */
class Pool {
  private readonly indices = new Map<string, number>();

  constructor(...first: string[]) {
    for (const xml of first) this.index(xml);
  }

  index(xml: string): number {
    const known = this.indices.get(xml);
    if (known !== undefined) return known;
    this.indices.set(xml, this.indices.size);
    return this.indices.size - 1;
  }

  list(name: string): string {
    const { size } = this.indices;
    return size === 0
      ? ""
      : `<${name} count="${size}">${[...this.indices.keys()].join("")}</${name}>`;
  }
}

/** What a sheet asks for the looks of its cells and rules. */
export type Looks = Pick<StyleSheet, "of" | "ofRule">;

export class StyleSheet {
  private readonly blueprint: Pick<Blueprint, "styles" | "font">;
  private readonly made = new Map<string, number>();
  private readonly formats = new Map<string, number>();
  private readonly fonts: Pool;
  // The first two fills are the format's own, whatever a file says of them.
  private readonly fills = new Pool(pattern("none"), pattern("gray125"));
  private readonly borders = new Pool(border({}));
  private readonly cells = new Pool();
  private readonly rules = new Pool();

  constructor(blueprint: Pick<Blueprint, "styles" | "font">) {
    this.blueprint = blueprint;
    this.fonts = new Pool(this.font({}));
    this.of(null, false);
  }

  /** Index of a cell's look; `style` is a key of the blueprint's styles, null gives the plain look. */
  of(style: string | null, isOpen: boolean): number {
    const key = `${isOpen ? "open" : "locked"} ${style ?? ""}`;
    let index = this.made.get(key);
    if (index === undefined) {
      const look = (style === null ? null : this.blueprint.styles[style]) ?? {};
      index = this.cells.index(this.cell(look, isOpen));
      this.made.set(key, index);
    }
    return index;
  }

  /** Index of what a colour rule lays over a cell. */
  ofRule({ fill, color, bold, edge }: ColorRule["style"]): number {
    const font =
      color === undefined && !bold
        ? ""
        : `<font>${bold ? "<b/>" : ""}${color === undefined ? "" : colored("color", color)}</font>`;
    // In rules, unlike in cells, the background colour is the one that fills.
    const ground = fill === undefined ? "" : pattern("solid", colored("bgColor", fill));
    const line = edge === undefined ? null : ({ weight: "thin", color: edge } as const);
    const frame = line ? border({ left: line, right: line, top: line, bottom: line }) : "";
    return this.rules.index(`<dxf>${font}${ground}${frame}</dxf>`);
  }

  xml(): string {
    const formats = [...this.formats].map(([formatCode, numFmtId]) =>
      tagText("numFmt", { numFmtId, formatCode }, true),
    );
    return (
      `<styleSheet xmlns="${MAIN}">` +
      (formats.length === 0
        ? ""
        : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`) +
      this.fonts.list("fonts") +
      this.fills.list("fills") +
      this.borders.list("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cells.list("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      this.rules.list("dxfs") +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      "</styleSheet>"
    );
  }

  private cell(style: CellStyle, isOpen: boolean): string {
    const { fill, numberFormat, horizontal, vertical, wrap, indent } = style;
    const numFmtId = numberFormat === undefined ? 0 : this.format(numberFormat);
    const fontId = this.fonts.index(this.font(style));
    const ground = fill === undefined ? pattern("none") : pattern("solid", filled(fill));
    const fillId = this.fills.index(ground);
    const borderId = this.borders.index(border(style.borders ?? {}));
    const isAligned = Boolean(horizontal ?? vertical ?? wrap ?? indent);
    const applied = (isUsed: boolean) => (isUsed ? 1 : undefined);
    const attributes = {
      numFmtId,
      fontId,
      fillId,
      borderId,
      xfId: 0,
      applyNumberFormat: applied(numFmtId > 0),
      applyFont: applied(fontId > 0),
      applyFill: applied(fillId > 0),
      applyBorder: applied(borderId > 0),
      applyAlignment: applied(isAligned),
      applyProtection: applied(isOpen),
    };
    if (!isAligned && !isOpen) return tagText("xf", attributes, true);
    const wrapText = applied(wrap ?? false);
    const alignment = { horizontal, vertical, wrapText, indent: indent || undefined };
    return (
      tagText("xf", attributes) +
      (isAligned ? tagText("alignment", alignment, true) : "") +
      (isOpen ? '<protection locked="0"/>' : "") +
      "</xf>"
    );
  }

  private format(code: string): number {
    const known = BUILT_IN[code] ?? this.formats.get(code);
    if (known !== undefined) return known;
    const index = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, index);
    return index;
  }

  private font({ bold, underline, size, color }: CellStyle): string {
    const { font } = this.blueprint;
    return (
      `<font>${bold ? "<b/>" : ""}${underline ? "<u/>" : ""}<sz val="${size ?? font.size}"/>` +
      (color === undefined ? "" : colored("color", color)) +
      `${tagText("name", { val: font.name }, true)}</font>`
    );
  }
}

const colored = (name: string, color: string): string => `<${name} rgb="${argb(color)}"/>`;

const filled = (color: string): string => `${colored("fgColor", color)}<bgColor indexed="64"/>`;

function pattern(type: string, colors = ""): string {
  const inner = colors === "" ? "/>" : `>${colors}</patternFill>`;
  return `<fill><patternFill patternType="${type}"${inner}</fill>`;
}

function border(borders: Borders): string {
  const side = (name: (typeof SIDES)[number], line: Edge | undefined) =>
    line === undefined
      ? `<${name}/>`
      : `<${name} style="${line.weight}">${colored("color", line.color)}</${name}>`;
  return `<border>${SIDES.map((name) => side(name, borders[name])).join("")}<diagonal/></border>`;
}
