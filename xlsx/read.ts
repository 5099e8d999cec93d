/** Reads the cells under the contract's names from an .xlsx file into a snapshot. */

import { area, cellKey, hasColumn, hasRow, overlap, sizeOf } from "../core/workbook/area.ts";
import { contractNames, isChecklist, isDateName, MOVE_NAMES } from "../core/workbook/fields.ts";
import type { Area, CellValue, NamedRange, SheetState, Snapshot } from "../core/workbook/port.ts";
import { LOOKED_AT, looksLikeChecklist } from "../core/workbook/read/lookalike.ts";
import { hostError } from "./failure.ts";
import {
  locate,
  type NamedArea,
  openPackage,
  type SheetPart,
  type WorkbookPackage,
} from "./package.ts";
import { type SheetSource, type SourceCell, scanSheet } from "./sheet.ts";
import { cellFormula, cellValue, type Reading, sharedTexts } from "./values.ts";
import { FILE_TEXT } from "./words.ts";
import { attribute, isOn, walk } from "./xml.ts";

const MOST_CELLS = 500_000;
/** All of the sheets together that are looked at for a header row. */
const MOST_GLANCED = 8 << 20;
/** Sheets without contract names are opened only to see whether they are protected, and only below this size. */
const GLANCE_BYTES = 1 << 20;

/**
 * Everything under the contract's names. Null where the workbook has none of the names that make it a
 * checklist. Throws `HostError` for files that are hostile, damaged or no workbooks.
 */
export function readSnapshot(bytes: Uint8Array): Snapshot | null {
  const book = openPackage(bytes);
  const places = new Map<string, NamedArea>();
  const brokenNames: string[] = [];
  for (const name of [...contractNames, ...MOVE_NAMES]) {
    const place = locate(book, name);
    if (place === "broken") brokenNames.push(name);
    else if (place) places.set(name, place);
  }
  const glances = glanceAtOthers(book, places);
  const lookalikes = Object.entries(glances).flatMap(([title, rows]) =>
    looksLikeChecklist(rows) ? [title] : [],
  );
  if (!isChecklist((name) => places.has(name) || brokenNames.includes(name)))
    return lookalikes.length === 0
      ? null
      : { sheets: [], names: {}, brokenNames, lookalikes, glances };
  refuseTooMuch(places);

  const scanned = scanNamedSheets(book, places);
  const texts = sharedTexts(book, allCells(scanned));
  const names: Record<string, NamedRange> = {};
  for (const [name, place] of places) {
    const source = scanned.get(place.path);
    const reading = { title: place.sheet.name, is1904: book.is1904, texts };
    if (source) names[name] = readRange(place, source, reading, isDateName(name));
  }
  return {
    sheets: book.sheets.map((sheet) => sheetState(book, sheet, scanned)),
    names,
    brokenNames,
    lookalikes,
    glances,
    merged: book.sheets.flatMap(({ name, path }) =>
      (scanned.get(path ?? "")?.merged ?? []).map((area) => ({ ...area, sheet: name })),
    ),
  };
}

/** The top left of sheets without contract names, by title. */
function glanceAtOthers(
  book: WorkbookPackage,
  places: ReadonlyMap<string, NamedArea>,
): Record<string, readonly (readonly CellValue[])[]> {
  const named = new Set([...places.values()].map(({ path }) => path));
  let size = 0;
  const glanced = book.sheets.flatMap(({ name, path }) => {
    if (path === null || named.has(path) || book.parts.sizeOf(path) > GLANCE_BYTES) return [];
    size += book.parts.sizeOf(path);
    if (size > MOST_GLANCED) return [];
    try {
      const isTop = (row: number, column: number) =>
        row <= LOOKED_AT.rows && column <= LOOKED_AT.columns;
      return [{ name, path, source: scanSheet(book.parts.text(path), path, name, isTop) }];
    } catch {
      // Somebody else's sheet may hold what it likes.
      return [];
    }
  });
  const texts = sharedTexts(book, glancedCells(glanced));
  const top = area(1, 1, LOOKED_AT.rows, LOOKED_AT.columns);
  const found = glanced.flatMap(({ name, path, source }) => {
    const sheet = { name, path, isVisible: true };
    const reading = { title: name, is1904: book.is1904, texts };
    try {
      return [[name, readRange({ sheet, path, area: top }, source, reading, false).values]];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(found);
}

function* glancedCells(glanced: readonly { readonly source: SheetSource }[]): Iterable<SourceCell> {
  for (const { source } of glanced) yield* source.cells.values();
}

function refuseTooMuch(places: ReadonlyMap<string, NamedArea>): void {
  let cells = 0;
  for (const { area } of places.values()) cells += sizeOf(area);
  if (cells > MOST_CELLS) throw hostError(FILE_TEXT.rangesTooLarge(MOST_CELLS));
}

function scanNamedSheets(
  book: WorkbookPackage,
  places: ReadonlyMap<string, NamedArea>,
): ReadonlyMap<string, SheetSource> {
  const areas = new Map<string, Area[]>();
  for (const { path, area } of places.values()) areas.set(path, [...(areas.get(path) ?? []), area]);
  const scanned = new Map<string, SheetSource>();
  for (const sheet of book.sheets) {
    const wanted = sheet.path === null ? undefined : areas.get(sheet.path);
    if (sheet.path === null || !wanted) continue;
    scanned.set(
      sheet.path,
      scanSheet(book.parts.text(sheet.path), sheet.path, sheet.name, wantedCells(wanted)),
    );
  }
  return scanned;
}

/** Cells come row by row: the areas of a row are looked up once. */
function wantedCells(areas: readonly Area[]): (row: number, column: number) => boolean {
  let current = 0;
  let inRow: readonly Area[] = [];
  return (row, column) => {
    if (row !== current) {
      current = row;
      inRow = areas.filter((area) => hasRow(area, row));
    }
    return inRow.some((area) => hasColumn(area, column));
  };
}

function* allCells(scanned: ReadonlyMap<string, SheetSource>): Iterable<SourceCell> {
  for (const { cells } of scanned.values()) yield* cells.values();
}

export function readRange(
  { area, sheet }: NamedArea,
  source: SheetSource,
  reading: Reading,
  isDate: boolean,
): NamedRange {
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const rowValues: CellValue[] = [];
    const rowFormulas: (string | null)[] = [];
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = source.cells.get(cellKey(row, column));
      rowValues.push(cell ? cellValue(cell, reading, isDate) : null);
      rowFormulas.push(cell ? cellFormula(cell, source, reading.title) : null);
    }
    values.push(rowValues);
    formulas.push(rowFormulas);
  }
  const hasInputRule = source.ruled.some((ruled) => overlap(ruled, area) !== null);
  return { ...area, sheet: sheet.name, values, formulas, hasInputRule };
}

function sheetState(
  book: WorkbookPackage,
  { name, isVisible, path }: SheetPart,
  scanned: ReadonlyMap<string, SheetSource>,
): SheetState {
  const source = path === null ? undefined : scanned.get(path);
  const isProtected = source?.isProtected ?? (path !== null && looksProtected(book, path));
  return {
    name,
    visible: isVisible,
    isProtected,
    ...(source === undefined ? {} : { lastRow: source.lastRow }),
  };
}

/** For the user's own sheets, and ours without names. What is wrong in them is no fault of the checklist. */
function looksProtected(book: WorkbookPackage, path: string): boolean {
  if (book.parts.sizeOf(path) > GLANCE_BYTES) return false;
  let isProtected = false;
  try {
    walk(book.parts.text(path), path, {
      open(tag, depth) {
        if (depth === 1 && tag.name === "sheetProtection")
          isProtected = isOn(attribute(tag, "sheet"));
      },
    });
  } catch {
    return false;
  }
  return isProtected;
}
