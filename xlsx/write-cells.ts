/** Rows and cells of a new sheet, and the texts that all sheets share. */

import { areaAddress, columnLetters } from "../core/workbook/a1.ts";
import { boundsOf, cellKey, columnOf, keysIn, rowOf } from "../core/workbook/area.ts";
import type { Area, BlueprintCell, SheetPlan } from "../core/workbook/port.ts";
import { encodedText, plainContent, resultContent } from "./content.ts";
import { escapeText, textElement } from "./markup.ts";
import { MAIN } from "./namespaces.ts";
import type { Looks } from "./write-styles.ts";

/** Where cells put their texts: `text` as `encodeCellText` gives it. */
export interface TextIndex {
  index(text: string): number;
}

/** Every text once, by its index, in the order in which cells use them. */
export class SharedTexts implements TextIndex {
  private readonly indices = new Map<string, number>();
  private uses = 0;

  /** `text` as `encodeCellText` gives it. */
  index(text: string): number {
    this.uses += 1;
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    this.indices.set(text, this.indices.size);
    return this.indices.size - 1;
  }

  xml(): string {
    const texts = [...this.indices.keys()].map((text) => `<si>${textElement(text)}</si>`);
    const open = `<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${texts.length}">`;
    return `${open}${texts.join("")}</sst>`;
  }
}

export interface DrawnCells {
  readonly sheetData: string;
  /** The smallest area with all cells in it. */
  readonly dimension: string;
}

/** The cells of a sheet. Throws `HostError` that names the cell where one cannot hold its value. */
export function drawCells(plan: SheetPlan, styles: Looks, texts: TextIndex): DrawnCells {
  const cells = new Map<number, BlueprintCell | null>();
  const open = openCells(plan.unlocked);
  // An open cell that holds nothing yet still has to be open.
  for (const key of open) cells.set(key, null);
  for (const cell of plan.cells) cells.set(cellKey(cell.row, cell.column), cell);
  const rows = new Map<number, string[]>();
  for (const row of plan.rowHeights.keys()) rows.set(row, []);
  const keys = [...cells.keys()].sort((a, b) => a - b);
  for (const key of keys) {
    const row = rowOf(key);
    const address = `${columnLetters(columnOf(key))}${row}`;
    const drawn = drawCell(
      cells.get(key) ?? null,
      address,
      open.has(key),
      plan.name,
      styles,
      texts,
    );
    const list = rows.get(row);
    if (list) list.push(drawn);
    else rows.set(row, [drawn]);
  }
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, drawn]) => drawRow(row, plan.rowHeights.get(row), drawn));
  return { sheetData: `<sheetData>${data.join("")}</sheetData>`, dimension: extent(keys) };
}

function openCells(areas: readonly Area[]): Set<number> {
  const keys = new Set<number>();
  for (const area of areas) for (const key of keysIn(area)) keys.add(key);
  return keys;
}

function drawRow(row: number, height: number | undefined, cells: readonly string[]): string {
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return cells.length === 0
    ? `<row r="${row}"${size}/>`
    : `<row r="${row}"${size}>${cells.join("")}</row>`;
}

function drawCell(
  cell: BlueprintCell | null,
  address: string,
  isOpen: boolean,
  sheet: string,
  styles: Looks,
  texts: TextIndex,
): string {
  const open = `<c r="${address}" s="${styles.of(cell?.style ?? null, isOpen)}"`;
  if (!cell) return `${open}/>`;
  const { value, formula } = cell;
  const name = `${sheet}!${address}`;
  if (formula !== undefined) {
    const { type, body } = resultContent(value, name, false);
    return `${open}${typed(type)}><f>${escapeText(formula)}</f>${body}</c>`;
  }
  // Empty text that no formula gives is an empty cell, as after clearing it.
  if (value === null || value === "") return `${open}/>`;
  if (typeof value === "string") {
    return `${open} t="s"><v>${texts.index(encodedText(value, sheet, name))}</v></c>`;
  }
  const { type, body } = plainContent(value, name, false);
  return `${open}${typed(type)}>${body}</c>`;
}

const typed = (type: string | undefined): string => (type === undefined ? "" : ` t="${type}"`);

function extent(keys: readonly number[]): string {
  const bounds = boundsOf(keys);
  return bounds ? areaAddress(bounds) : "A1";
}
