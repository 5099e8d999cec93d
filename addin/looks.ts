/** How a sheet's text looks: what goes over all of it, what over whole columns and rows, and what is left. */

import { boundsOf, cellKey, columnOf, grid, rowOf } from "../core/workbook/area.ts";
import type {
  Area,
  Blueprint,
  BlueprintCell,
  CellStyle,
  SheetPlan,
} from "../core/workbook/port.ts";
import { commonestFirst } from "./layers.ts";

/** Values of a text's attributes, as Excel calls them; a font's own are under `font`. */
export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
  readonly underline: "None" | "Single";
  readonly horizontalAlignment: "General" | "Left" | "Center" | "Right";
  readonly verticalAlignment: "Top" | "Center" | "Bottom";
  readonly wrapText: boolean;
  readonly indentLevel: number;
}
export type Attribute = keyof TextLook;

export const ATTRIBUTES: readonly Attribute[] = [
  "size",
  "color",
  "bold",
  "underline",
  "horizontalAlignment",
  "verticalAlignment",
  "wrapText",
  "indentLevel",
];

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

/** The look that Excel's cells have from the start. */
export const bareLook = (size: number): TextLook => ({
  size,
  color: "#000000",
  bold: false,
  underline: "None",
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
});

function textLook(style: CellStyle, bare: TextLook): TextLook {
  return {
    size: style.size ?? bare.size,
    color: style.color ?? bare.color,
    bold: style.bold ?? bare.bold,
    underline: style.underline ? "Single" : bare.underline,
    horizontalAlignment: style.horizontal ? HORIZONTAL[style.horizontal] : bare.horizontalAlignment,
    verticalAlignment: style.vertical ? VERTICAL[style.vertical] : bare.verticalAlignment,
    wrapText: style.wrap ?? bare.wrapText,
    indentLevel: style.indent ?? bare.indentLevel,
  };
}

/**
 * Whether text is or will be seen in a cell. Empty ones that a style fills are bands and headings, in which
 * nobody writes; cells for entries are filled by colour rules alone.
 */
export const isForText = ({ value, formula }: BlueprintCell, { fill }: CellStyle): boolean =>
  value !== null || formula !== undefined || fill === undefined;

/** The look of each cell in which text is or will be seen. */
export function textLooks(
  plan: SheetPlan,
  styles: Blueprint["styles"],
  bare: TextLook,
): ReadonlyMap<number, TextLook> {
  const looks = new Map<number, TextLook>();
  for (const cell of plan.cells) {
    const style = styles[cell.style] ?? {};
    if (isForText(cell, style)) looks.set(cellKey(cell.row, cell.column), textLook(style, bare));
  }
  return looks;
}

export type Part = Partial<TextLook>;

export interface Coats {
  /** Over all cells. */
  readonly whole: Part;
  /** Over whole columns and then over whole rows of the area, from its first; empty where nothing is to be done. */
  readonly columns: readonly Part[];
  readonly rows: readonly Part[];
  /** What a cell then shows. */
  readonly shows: <A extends Attribute>(key: number, attribute: A) => TextLook[A];
}

/** The coats that come before single cells. */
export function coatsOf(looks: ReadonlyMap<number, TextLook>, area: Area, bare: TextLook): Coats {
  const base = commonest([...looks.values()], bare);
  const columns = Array.from({ length: area.columns }, (_, right) => {
    const own = [...looks].filter(([key]) => columnOf(key) === area.column + right);
    return difference(
      commonest(
        own.map(([, look]) => look),
        base,
      ),
      base,
    );
  });
  const shown = (key: number): TextLook => ({
    ...base,
    ...columns[columnOf(key) - area.column],
  });
  const rows = Array.from({ length: area.rows }, (_, down) => {
    const own = [...looks].filter(([key]) => rowOf(key) === area.row + down);
    return betterPart(own, shown);
  });
  return {
    whole: difference(base, bare),
    columns,
    rows,
    shows: (key, attribute) => {
      const row: Part = rows[rowOf(key) - area.row] ?? {};
      return row[attribute] ?? shown(key)[attribute];
    },
  };
}

function commonest(looks: readonly TextLook[], fallback: TextLook): TextLook {
  const value = <A extends Attribute>(attribute: A): TextLook[A] =>
    commonestFirst(looks.map((look) => look[attribute]))[0] ?? fallback[attribute];
  return {
    size: value("size"),
    color: value("color"),
    bold: value("bold"),
    underline: value("underline"),
    horizontalAlignment: value("horizontalAlignment"),
    verticalAlignment: value("verticalAlignment"),
    wrapText: value("wrapText"),
    indentLevel: value("indentLevel"),
  };
}

function difference(look: TextLook, from: TextLook): Part {
  return Object.fromEntries(
    ATTRIBUTES.filter((attribute) => look[attribute] !== from[attribute]).map((attribute) => [
      attribute,
      look[attribute],
    ]),
  );
}

/** What more cells of a row want than show it already. */
function betterPart(
  row: readonly (readonly [number, TextLook])[],
  shown: (key: number) => TextLook,
): Part {
  const part = ATTRIBUTES.flatMap((attribute) => {
    const values = row.map(([, look]) => look[attribute]);
    const [most] = commonestFirst(values);
    const fits = row.filter(([key, look]) => shown(key)[attribute] === look[attribute]).length;
    const would = values.filter((value) => value === most).length;
    return most !== undefined && would > fits ? [[attribute, most] as const] : [];
  });
  return Object.fromEntries(part);
}

/** What is still to be changed in each cell of the smallest area around all such cells; null where nothing is. */
export function restOf(
  looks: ReadonlyMap<number, TextLook>,
  shows: Coats["shows"],
): { readonly area: Area; readonly parts: readonly (readonly Part[])[] } | null {
  const parts = new Map<number, Part>();
  for (const [key, look] of looks) {
    const wrong = ATTRIBUTES.filter((attribute) => shows(key, attribute) !== look[attribute]);
    if (wrong.length > 0)
      parts.set(key, Object.fromEntries(wrong.map((attribute) => [attribute, look[attribute]])));
  }
  const area = boundsOf(parts.keys());
  return area && { area, parts: grid(area, (key) => parts.get(key) ?? {}) };
}
