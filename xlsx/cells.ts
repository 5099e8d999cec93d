/** Writes changed cells into the source of a sheet; every other character stays. */

import { areaAddress, cellAddress, parseArea } from "../core/workbook/a1.ts";
import { area, around, cellKey } from "../core/workbook/area.ts";
import type { Content } from "./content.ts";
import { prefixed, prefixOf, tagText } from "./markup.ts";
import type { SheetSource, SourceCell, SourceRow } from "./sheet.ts";
import { type Splice, tagAt } from "./xml.ts";

/** What changes in one cell. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  /** Replaces everything in the cell. */
  content?: Content;
  /** Replaces a formula's result and leaves the formula. */
  result?: Content;
  /** Index of a cell format. */
  style?: number;
}

/** The cuts that carry out the changes; cells and rows that do not exist yet are put in their places. */
export function cellSplices(
  xml: string,
  sheet: SheetSource,
  changes: Iterable<CellChange>,
): Splice[] {
  const splices: Splice[] = [];
  const missing: CellChange[] = [];
  for (const change of changes) {
    const cell = sheet.cells.get(cellKey(change.row, change.column));
    if (cell)
      splices.push({ start: cell.start, end: cell.end, text: changedCell(xml, cell, change) });
    else if (change.style !== undefined || (change.content && change.content.body !== ""))
      missing.push(change);
  }
  missing.sort((a, b) => a.row - b.row || a.column - b.column);
  splices.push(...insertCells(xml, sheet, missing));
  const widened = widenDimension(sheet, missing);
  if (widened) splices.push(widened);
  return splices;
}

function changedCell(
  xml: string,
  cell: SourceCell,
  { content, result, style }: CellChange,
): string {
  const tag = tagAt(xml, cell.start, cell.tagEnd);
  const attributes: Record<string, string | number | undefined> = { ...tag.attributes };
  if (style !== undefined) attributes.s = style;
  if (content) {
    attributes.t = content.type;
    // Links into metadata describe the value that was.
    attributes.cm = undefined;
    attributes.vm = undefined;
    return element(tag.rawName, attributes, prefixed(content.body, tag.rawName));
  }
  if (result && cell.formula) {
    attributes.t = result.type;
    attributes.vm = undefined;
    const formula = xml.slice(cell.formula.start, cell.formula.end);
    return element(tag.rawName, attributes, formula + prefixed(result.body, tag.rawName));
  }
  return tagText(tag.rawName, attributes, tag.isSelfClosing) + xml.slice(cell.tagEnd, cell.end);
}

function element(
  rawName: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  body: string,
): string {
  if (body === "") return tagText(rawName, attributes, true);
  return `${tagText(rawName, attributes)}${body}</${rawName}>`;
}

function insertCells(xml: string, sheet: SheetSource, missing: readonly CellChange[]): Splice[] {
  const data = sheet.blocks.find((block) => block.name === "sheetData");
  if (!data || missing.length === 0) return [];
  const prefix = prefixOf(data.tag.rawName);
  const byRow = new Map<number, CellChange[]>();
  for (const change of missing) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  const splices: Splice[] = [];
  let newRows = "";
  for (const [number, changes] of byRow) {
    const row = rows.get(number);
    if (row) {
      splices.push(...insertIntoRow(xml, row, changes, prefix));
      continue;
    }
    const text = `<${prefix}row r="${number}">${changes.map((change) => newCell(change, prefix)).join("")}</${prefix}row>`;
    const next = sheet.rows.find((candidate) => candidate.row > number);
    if (data.tag.isSelfClosing) newRows += text;
    else if (next) splices.push({ start: next.start, end: next.start, text });
    else {
      const at = xml.lastIndexOf("<", data.end - 1);
      splices.push({ start: at, end: at, text });
    }
  }
  if (newRows !== "") {
    const open = tagText(data.tag.rawName, data.tag.attributes);
    const text = `${open}${newRows}</${data.tag.rawName}>`;
    splices.push({ start: data.tag.start, end: data.tag.end, text });
  }
  return splices;
}

function insertIntoRow(
  xml: string,
  row: SourceRow,
  changes: readonly CellChange[],
  prefix: string,
): Splice[] {
  const tag = tagAt(xml, row.start, row.tagEnd);
  const attributes = { ...tag.attributes };
  if (attributes.spans !== undefined) attributes.spans = widenedSpans(attributes.spans, changes);
  const open = tagText(tag.rawName, attributes);
  if (tag.isSelfClosing) {
    const cells = changes.map((change) => newCell(change, prefix)).join("");
    return [{ start: tag.start, end: tag.end, text: `${open}${cells}</${tag.rawName}>` }];
  }
  const splices: Splice[] = [];
  if (attributes.spans !== tag.attributes.spans)
    splices.push({ start: tag.start, end: tag.end, text: open });
  for (const change of changes) {
    const next = row.cells.find((cell) => cell.column > change.column);
    const at = next?.start ?? row.bodyEnd;
    splices.push({ start: at, end: at, text: newCell(change, prefix) });
  }
  return splices;
}

function newCell({ row, column, content, style }: CellChange, prefix: string): string {
  const attributes = { r: cellAddress(row, column), s: style || undefined, t: content?.type };
  const rawName = `${prefix}c`;
  return element(rawName, attributes, prefixed(content?.body ?? "", rawName));
}

function widenedSpans(spans: string, changes: readonly CellChange[]): string {
  const [first, last] = spans.split(":").map(Number);
  if (spans.includes(" ") || first === undefined || last === undefined) return spans;
  const columns = changes.map((change) => change.column);
  return `${Math.min(first, ...columns)}:${Math.max(last, ...columns)}`;
}

function widenDimension(sheet: SheetSource, added: readonly CellChange[]): Splice | null {
  const tag = sheet.blocks.find((block) => block.name === "dimension")?.tag;
  const before = tag && parseArea(tag.attributes.ref ?? "");
  if (!tag || !before) return null;
  const ref = areaAddress(
    added.reduce((whole, { row, column }) => around(whole, area(row, column)), before),
  );
  if (ref === tag.attributes.ref) return null;
  return {
    start: tag.start,
    end: tag.end,
    text: tagText(tag.rawName, { ...tag.attributes, ref }, tag.isSelfClosing),
  };
}
