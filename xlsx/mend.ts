/** Carries a mending out in a file: cells where they stand, names, rules and locks, and sheets that are drawn anew. */

import { areaAddress, cellAddress, parseArea, shiftFormula } from "../core/workbook/a1.ts";
import {
  type Along,
  cellKey,
  columnOf,
  contains,
  keysIn,
  overlap,
  rectangles,
  rowOf,
} from "../core/workbook/area.ts";
import type { Area, InputRule, Mending, PlacedCell } from "../core/workbook/port.ts";
import { type CellChange, cellSplices } from "./cells.ts";
import { withoutChain } from "./chain.ts";
import { type Content, entryContent, resultContent } from "./content.ts";
import { hostError } from "./failure.ts";
import { escapeText, prefixed, prefixOf, tagText } from "./markup.ts";
import { withNames } from "./mend-names.ts";
import { withSheets } from "./mend-sheets.ts";
import { insertInOrder, WORKSHEET_ORDER } from "./order.ts";
import { openPackage, type SheetPart, type WorkbookPackage } from "./package.ts";
import { inheritedStyle } from "./patch.ts";
import { calculateOnLoad } from "./settings.ts";
import { type SheetSource, type SourceCell, scanSheet } from "./sheet.ts";
import { TextTable } from "./strings.ts";
import { FILE_TEXT } from "./words.ts";
import { inputRule } from "./write-rules.ts";
import { PROTECTION } from "./write-sheet.ts";
import { attribute, type Splice, splice, walk } from "./xml.ts";

/** The file with all of it carried out. Throws `HostError` where it cannot be; then nothing is changed. */
export function mendWorkbook(bytes: Uint8Array, mending: Mending): Uint8Array {
  const inPlace = mendedCells(bytes, mending);
  const { sheets, names, blueprint } = mending;
  const drawn =
    sheets && sheets.length > 0 && blueprint ? withSheets(inPlace, sheets, blueprint) : inPlace;
  const named = names && names.length > 0 ? withNames(drawn, names) : drawn;
  return withoutChain(named);
}

interface OpenSheet {
  readonly part: SheetPart;
  readonly path: string;
  readonly xml: string;
  readonly source: SheetSource;
}

function mendedCells(bytes: Uint8Array, mending: Mending): Uint8Array {
  const book = openPackage(bytes);
  const { parts, stringsPath, workbookPath } = book;
  const texts = stringsPath === null ? null : new TextTable(parts.text(stringsPath), stringsPath);
  const changes = new Map<string, string>();
  for (const part of book.sheets) {
    const isOwn = ({ sheet }: { readonly sheet: string }) => sheet === part.name;
    const cells = (mending.cells ?? []).filter(isOwn);
    const inputs = (mending.inputs ?? []).filter(isOwn);
    const unmerge = (mending.unmerge ?? []).filter(isOwn);
    const isLocked = mending.protect?.includes(part.name) ?? false;
    if (
      part.path === null ||
      cells.length + inputs.length + unmerge.length + Number(isLocked) === 0
    )
      continue;
    const xml = parts.text(part.path);
    const source = scanSheet(xml, part.path, part.name, () => true);
    const sheet = { part, path: part.path, xml, source };
    const splices = [
      ...cellSplices(xml, source, cellChanges(book, sheet, cells, texts)),
      ...unmergeSplices(sheet, unmerge),
      ...inputSplices(sheet, inputs),
      ...(isLocked ? [protectionSplice(sheet)] : []),
    ];
    changes.set(part.path, splice(xml, splices));
  }
  if (changes.size === 0) return bytes;
  const added = texts?.result();
  if (added && stringsPath !== null) changes.set(stringsPath, added);
  changes.set(workbookPath, calculateOnLoad(parts.text(workbookPath), workbookPath));
  return parts.withTexts(changes);
}

function cellChanges(
  book: WorkbookPackage,
  sheet: OpenSheet,
  cells: readonly PlacedCell[],
  texts: TextTable | null,
): CellChange[] {
  const { part, source } = sheet;
  const changes = new Map<number, CellChange>();
  for (const { row, column, value, formula } of cells) {
    const address = `${part.name}!${cellAddress(row, column)}`;
    const content =
      formula === undefined
        ? entryContent(value, address, address, book.is1904, texts)
        : formulaContent(formula, resultContent(value ?? "", address, book.is1904));
    const isNew = !source.cells.has(cellKey(row, column));
    const style = isNew ? inheritedStyle(sheet, row, column) : 0;
    changes.set(cellKey(row, column), {
      row,
      column,
      content,
      ...(style === 0 ? {} : { style }),
    });
  }
  for (const follower of followersOf(source, changes)) {
    const { row, column } = follower;
    changes.set(cellKey(row, column), { row, column, content: ownFormula(source, follower) });
  }
  return [...changes.values()];
}

const formulaContent = (formula: string, result: Content): Content => ({
  type: result.type,
  body: `<f>${escapeText(formula)}</f>${result.body}`,
});

/** Cells that borrow the formula of one that is written over. */
function* followersOf(
  source: SheetSource,
  changes: ReadonlyMap<number, CellChange>,
): Generator<SourceCell> {
  const lost = new Set<string>();
  for (const [group, { row, column }] of source.shared)
    if (changes.has(cellKey(row, column))) lost.add(group);
  if (lost.size === 0) return;
  for (const cell of source.cells.values()) {
    const group = cell.formula?.shared;
    if (group && lost.has(group) && !changes.has(cellKey(cell.row, cell.column))) yield cell;
  }
}

function ownFormula({ shared }: SheetSource, cell: SourceCell): Content {
  const leader = shared.get(cell.formula?.shared ?? "");
  const text = leader?.formula
    ? shiftFormula(leader.formula.text, cell.row - leader.row, cell.column - leader.column)
    : (cell.formula?.text ?? "");
  const value = cell.value === null ? "" : `<v>${escapeText(cell.value)}</v>`;
  return {
    type: cell.type === "n" ? undefined : cell.type,
    body: `<f>${escapeText(text)}</f>${value}`,
  };
}

function protectionSplice({ xml, source }: OpenSheet): Splice {
  const text = prefixed(PROTECTION, source.root.rawName);
  const block = source.blocks.find(({ name }) => name === "sheetProtection");
  if (!block)
    return insertInOrder(WORKSHEET_ORDER, source.blocks, source.rootEnd, "sheetProtection", text);
  const { tag, end } = block;
  // What people allowed stays allowed.
  const open = tagText(tag.rawName, { ...tag.attributes, sheet: 1 }, tag.isSelfClosing);
  return { start: tag.start, end, text: open + xml.slice(tag.end, end) };
}

function unmergeSplices({ xml, source }: OpenSheet, areas: readonly Area[]): Splice[] {
  const block = source.blocks.find(({ name }) => name === "mergeCells");
  if (!block || areas.length === 0) return [];
  const kept: string[] = [];
  const inside = xml.slice(block.tag.start, block.end);
  walk(inside, "mergeCells", {
    open(tag, depth) {
      if (depth !== 1) return;
      const area = parseArea(attribute(tag, "ref") ?? "");
      const isGone = area !== null && areas.some((one) => overlap(one, area) !== null);
      if (!isGone) kept.push(inside.slice(tag.start, tag.end));
    },
  });
  const open = tagText(block.tag.rawName, { ...block.tag.attributes, count: kept.length });
  const text = kept.length === 0 ? "" : `${open}${kept.join("")}</${block.tag.rawName}>`;
  return [{ start: block.tag.start, end: block.end, text }];
}

/** New rules in place of those that the cells have; rules of other cells stay. */
function inputSplices({ xml, source }: OpenSheet, rules: readonly InputRule[]): Splice[] {
  if (rules.length === 0) return [];
  const { rawName } = source.root;
  const areas = rules.flatMap((rule) => rule.areas);
  const added = rules.map(({ areas: cells, ...rule }) => {
    const together = rectangles(
      cells.flatMap((cell) => [...keysIn(cell)]),
      COLUMNS,
    );
    return prefixed(inputRule({ ...rule, areas: together }), rawName);
  });
  const block = source.blocks.find(({ name }) => name === "dataValidations");
  if (!block) {
    const name = `${prefixOf(rawName)}dataValidations`;
    const text = `<${name} count="${added.length}">${added.join("")}</${name}>`;
    return [insertInOrder(WORKSHEET_ORDER, source.blocks, source.rootEnd, "dataValidations", text)];
  }
  const kept = keptRules(xml.slice(block.tag.start, block.end), areas);
  const all = [...kept, ...added];
  const open = tagText(block.tag.rawName, { ...block.tag.attributes, count: all.length });
  const text = `${open}${all.join("")}</${block.tag.rawName}>`;
  return [{ start: block.tag.start, end: block.end, text }];
}

const COLUMNS: Along = "columns";

/** The rules of a block for the cells that are in none of the areas. */
function keptRules(block: string, areas: readonly Area[]): string[] {
  const kept: string[] = [];
  let start = 0;
  let tagEnd = 0;
  let open: ((left: string) => string) | null = null;
  let left = "";
  walk(block, "dataValidations", {
    open(tag, depth) {
      if (depth !== 1) return;
      start = tag.start;
      tagEnd = tag.end;
      const sqref = attribute(tag, "sqref") ?? "";
      const own = sqref.split(/\s+/).flatMap((text) => parseArea(text) ?? []);
      const isTouched = own.some((one) => areas.some((area) => overlap(one, area) !== null));
      if (!isTouched) {
        open = null;
        left = sqref;
        return;
      }
      const cells = own.flatMap((one) => [...cellsOutside(one, areas)]);
      left = rectangles(cells, COLUMNS)
        .map((one) => areaAddress(one))
        .join(" ");
      open = (text) => tagText(tag.rawName, { ...tag.attributes, sqref: text }, tag.isSelfClosing);
    },
    close(_, depth, end) {
      if (depth !== 1 || left === "") return;
      kept.push(open === null ? block.slice(start, end) : open(left) + block.slice(tagEnd, end));
    },
  });
  return kept;
}

/** A rule for whole columns is not taken apart cell by cell. */
const MOST_CELLS = 200_000;

function* cellsOutside(area: Area, areas: readonly Area[]): Generator<number> {
  if (area.rows * area.columns > MOST_CELLS)
    throw hostError(FILE_TEXT.ruleTooLarge(areaAddress(area)));
  for (const key of keysIn(area)) {
    const cell = { row: rowOf(key), column: columnOf(key) };
    if (!areas.some((one) => contains(one, cell))) yield key;
  }
}
