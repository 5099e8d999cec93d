/** Every visible sheet of an .xlsx file as a table, whosever it is: for lists that people bring. */

import { MOST_COLUMNS } from "../core/import/headings.ts";
import { MOST_CELLS, type SourceNote, type SourceTable } from "../core/import/source.ts";
import type { CellValue } from "../core/workbook/port.ts";
import { HostError } from "../core/workbook/port.ts";
import { type NumberLook, numberLooks } from "./formats.ts";
import { openPackage, type WorkbookPackage } from "./package.ts";
import { type SheetSource, type SourceCell, scanSheet } from "./sheet.ts";
import { cellValue, sharedTexts } from "./values.ts";

export interface TablesRead {
  readonly tables: readonly SourceTable[];
  readonly notes: readonly SourceNote[];
}

/**
 * A formula counts as its stored result. A sheet that is damaged or larger than any list is left out, and noted.
 * Throws `HostError` where the file is no readable workbook.
 */
export function readTables(bytes: Uint8Array, source: string): TablesRead {
  const book = openPackage(bytes);
  const looks = numberLooks(book);
  const tables: SourceTable[] = [];
  const notes: SourceNote[] = [];
  for (const { name, path, isVisible } of book.sheets) {
    if (!isVisible || path === null) continue;
    try {
      const scanned = scan(book, path, name);
      if (scanned === null) notes.push({ code: "sheetTooLarge", sheet: name });
      else if (scanned.cells.size > 0)
        tables.push(tableOf(book, scanned, { source, sheet: name }, looks));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      notes.push({ code: "sheetDamaged", sheet: name });
    }
  }
  return { tables, notes };
}

/** Null where the sheet has more cells than a list has. */
function scan(book: WorkbookPackage, path: string, name: string): SheetSource | null {
  let count = 0;
  const isWanted = (_: number, column: number): boolean => {
    if (column > MOST_COLUMNS) return false;
    count += 1;
    return count <= MOST_CELLS;
  };
  const scanned = scanSheet(book.parts.text(path), path, name, isWanted);
  return count > MOST_CELLS ? null : scanned;
}

function tableOf(
  book: WorkbookPackage,
  { rows, cells }: SheetSource,
  { source, sheet }: { readonly source: string; readonly sheet: string },
  looks: (style: number) => NumberLook,
): SourceTable {
  const texts = sharedTexts(book, cells.values());
  const valueIn = (cell: SourceCell): CellValue => {
    const look = cell.type === "n" || cell.type === "d" ? looks(cell.style) : "plain";
    const reading = { title: sheet, is1904: book.is1904, texts };
    const value = cellValue(cell, reading, look === "date");
    return typeof value === "number" && look === "percent" ? percent(value) : value;
  };
  const filled = rows.flatMap(({ row, cells: own }) => {
    const line: CellValue[] = [];
    for (const cell of own) {
      const value = valueIn(cell);
      while (line.length < cell.column - 1) line.push(null);
      line[cell.column - 1] = value;
    }
    return line.some((value) => value !== null && value !== "") ? [{ row, cells: line }] : [];
  });
  return { source, table: sheet, counts: "rows", rows: filled };
}

/** As it is shown, to two places. */
const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`;
