/** Changes some cells of an .xlsx file and nothing else in it. */

import { cellAddress } from "../core/workbook/a1.ts";
import { type Cell, cellAt, cellKey, contains, hasRow } from "../core/workbook/area.ts";
import { CLAIM_NAMES, editionIn, type Library } from "../core/workbook/library.ts";
import type {
  Access,
  Area,
  Change,
  Edit,
  NamedRange,
  PageHeader,
  PrintChange,
  StoredValues,
} from "../core/workbook/port.ts";
import { itemRows, rowsByItem } from "../core/workbook/read/locate.ts";
import { type CellChange, cellSplices } from "./cells.ts";
import { entryContent, NOTHING, resultContent } from "./content.ts";
import { hostError } from "./failure.ts";
import { isPrivate, unseen } from "./forget.ts";
import { escapeText } from "./markup.ts";
import {
  locate,
  type NamedArea,
  openPackage,
  type SheetPart,
  type WorkbookPackage,
} from "./package.ts";
import { headerText } from "./page.ts";
import { areaSplices, pageSplices, printsAsOurs } from "./prints.ts";
import { readRange } from "./read.ts";
import { calculateOnLoad, headerSplice } from "./settings.ts";
import { type SheetSource, scanSheet } from "./sheet.ts";
import { TextTable } from "./strings.ts";
import { StyleTwins } from "./twins.ts";
import { sharedTexts } from "./values.ts";
import { FILE_TEXT } from "./words.ts";
import { isOn, splice, tagAt } from "./xml.ts";

/**
 * The file with the change carried out. Other cells, sheets, comments, pictures and macros keep their bytes.
 * Headers of sheets that do not exist are left out. Throws `HostError` that names the input where an edit has
 * no cell to go to, would overwrite a formula, or holds what a cell cannot; then nothing is changed.
 */
export function patchWorkbook(library: Library, bytes: Uint8Array, change: Change): Uint8Array {
  const patch = new Patch(library, openPackage(bytes));
  for (const edit of change.edits) patch.edit(edit);
  for (const access of change.access ?? []) patch.access(access);
  for (const stored of change.stored ?? []) patch.store(stored);
  for (const [sheet, header] of Object.entries(change.headers ?? {})) patch.header(sheet, header);
  for (const [sheet, print] of Object.entries(change.prints ?? {})) patch.print(sheet, print);
  return patch.result();
}

interface OpenSheet {
  readonly part: SheetPart;
  readonly path: string;
  readonly xml: string;
  readonly source: SheetSource;
  readonly changes: Map<number, CellChange>;
  header: string | null;
}

interface ItemRows {
  readonly path: string;
  readonly area: Area;
  /** Row of the sheet by item id, where an id stands twice the same as is read. */
  readonly rows: ReadonlyMap<string, number>;
  /** Every item row, also those with unknown ids. */
  readonly all: ReadonlySet<number>;
}

class Patch {
  private readonly library: Library;
  private readonly book: WorkbookPackage;
  private readonly opened = new Map<string, OpenSheet>();
  private readonly places = new Map<string, NamedArea>();
  private readonly prints = new Map<string, PrintChange>();
  private items: ItemRows | null = null;
  private twins: StyleTwins | null = null;
  private texts: TextTable | null = null;
  /** Shared texts that stood in cells which hold something else now. */
  private readonly replaced = new Set<number>();

  constructor(library: Library, book: WorkbookPackage) {
    this.library = library;
    this.book = book;
  }

  edit({ name, item, index, value }: Edit): void {
    const { sheet, area } = this.inputs(name);
    const { row, column } =
      item === undefined
        ? namedCell(name, area, index ?? 0)
        : { row: this.itemRow(name, item), column: area.column };
    const address = cellAddress(row, column);
    if (sheet.source.cells.get(cellKey(row, column))?.formula) {
      throw hostError(FILE_TEXT.formulaInTheWay(name, `${sheet.part.name}!${address}`));
    }
    const content = entryContent(
      value,
      name,
      `${sheet.part.name}!${address}`,
      this.book.is1904,
      this.textTable(),
    );
    const before = sheet.source.cells.get(cellKey(row, column));
    if (before?.type === "s" && isPrivate(name)) this.replaced.add(Number(before.value));
    changeAt(sheet, row, column).content = content;
    // A cell that is made has to look like its row or column.
    if (!sheet.source.cells.has(cellKey(row, column)) && content !== NOTHING) {
      const style = inheritedStyle(sheet, row, column);
      if (style !== 0) changeAt(sheet, row, column).style ??= style;
    }
  }

  /** A name that is lost has no cells to open or close; the issues tell of it. */
  access({ name, open, items }: Access): void {
    if (!this.place(name)) return;
    const { sheet, area } = this.inputs(name);
    const twins = this.styles();
    for (const row of this.accessRows(sheet, area, items)) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const cell = sheet.source.cells.get(cellKey(row, column));
        const style = cell?.style ?? inheritedStyle(sheet, row, column);
        const twin = twins.twin(style, !open);
        const at = `${sheet.part.name}!${cellAddress(row, column)}`;
        if (twin === null) throw hostError(FILE_TEXT.badStyle(at));
        if (twin !== style) changeAt(sheet, row, column).style = twin;
      }
    }
  }

  store({ name, values }: StoredValues): void {
    const { sheet, area } = this.inputs(name);
    const fits = values.length === area.rows && values.every((row) => row.length === area.columns);
    if (!fits) throw hostError(FILE_TEXT.shapeDiffers(name));
    values.forEach((rowValues, down) => {
      rowValues.forEach((value, right) => {
        const [row, column] = [area.row + down, area.column + right];
        const cell = sheet.source.cells.get(cellKey(row, column));
        if (value === null || !cell?.formula) return;
        const result = resultContent(value, name, this.book.is1904);
        const before = `<v>${escapeText(cell.value ?? "")}</v>`;
        const isSame = before === result.body && (result.type ?? "n") === cell.type;
        if (!isSame) changeAt(sheet, row, column).result = result;
      });
    });
  }

  header(name: string, header: PageHeader): void {
    const part = this.book.sheets.find((sheet) => sheet.name === name);
    if (part?.path) this.open(part, part.path).header = headerText(header);
  }

  /** Somebody's own choice stays. */
  print(name: string, print: PrintChange): void {
    const part = this.book.sheets.find((sheet) => sheet.name === name);
    if (!part?.path || !printsAsOurs(this.book, name, print)) return;
    this.open(part, part.path);
    this.prints.set(name, print);
  }

  result(): Uint8Array {
    const changes = new Map<string, string>();
    for (const sheet of this.opened.values()) {
      const splices = cellSplices(sheet.xml, sheet.source, sheet.changes.values());
      const header =
        sheet.header === null ? null : headerSplice(sheet.xml, sheet.source, sheet.header);
      if (header) splices.push(header);
      const { name } = sheet.part;
      const print = this.prints.get(name);
      if (print) splices.push(...pageSplices(sheet.xml, sheet.source, this.book, name, print));
      if (splices.length > 0) changes.set(sheet.path, splice(sheet.xml, splices));
    }
    const { parts, stringsPath, stylesPath, workbookPath } = this.book;
    if (this.replaced.size > 0)
      this.textTable()?.forget(unseen(this.replaced, this.book, this.opened));
    const texts = this.texts?.result();
    if (texts && stringsPath) changes.set(stringsPath, texts);
    const styles = this.twins?.result();
    if (styles && stylesPath) changes.set(stylesPath, styles);
    const workbook = parts.text(workbookPath);
    const printed = splice(workbook, areaSplices(workbook, workbookPath, this.book, this.prints));
    const calculated = calculateOnLoad(printed, workbookPath);
    if (calculated !== workbook) changes.set(workbookPath, calculated);
    return parts.withTexts(changes);
  }

  private inputs(name: string): { readonly sheet: OpenSheet; readonly area: Area } {
    const place = this.place(name);
    if (!place) throw hostError(FILE_TEXT.nameMissing(name));
    return { sheet: this.open(place.sheet, place.path), area: place.area };
  }

  private place(name: string): NamedArea | null {
    const known = this.places.get(name);
    if (known) return known;
    const found = locate(this.book, name);
    if (found === null || found === "broken") return null;
    this.places.set(name, found);
    return found;
  }

  private open(part: SheetPart, path: string): OpenSheet {
    const known = this.opened.get(path);
    if (known) return known;
    const xml = this.book.parts.text(path);
    const source = scanSheet(xml, path, part.name, () => true);
    const sheet: OpenSheet = { part, path, xml, source, changes: new Map(), header: null };
    this.opened.set(path, sheet);
    return sheet;
  }

  /** Null where the file keeps texts in their cells. */
  private textTable(): TextTable | null {
    const { parts, stringsPath } = this.book;
    if (stringsPath === null) return null;
    this.texts ??= new TextTable(parts.text(stringsPath), stringsPath);
    return this.texts;
  }

  private styles(): StyleTwins {
    const { parts, stylesPath } = this.book;
    if (stylesPath === null) throw hostError(FILE_TEXT.noStyles);
    this.twins ??= new StyleTwins(parts.text(stylesPath), stylesPath);
    return this.twins;
  }

  private itemRow(name: string, item: string): number {
    const { sheet, area } = this.inputs(name);
    const items = this.itemRows();
    const row = items.rows.get(item);
    const isInside = row !== undefined && hasRow(area, row);
    if (!isInside || items.path !== sheet.path) throw hostError(FILE_TEXT.rowMissing(name, item));
    return row;
  }

  private itemRows(): ItemRows {
    if (this.items) return this.items;
    const { sheet, area } = this.inputs("Item_Id");
    const names: Record<string, NamedRange> = {};
    for (const name of [...CLAIM_NAMES, "Item_Id", "Item_Section", "Item_Title"]) {
      const place = this.place(name);
      if (place) names[name] = this.read(place);
    }
    const snapshot = { sheets: [], names, brokenNames: [] };
    const edition = editionIn(this.library, snapshot);
    if (edition === null) throw hostError(FILE_TEXT.checklistUnknown);
    const found = itemRows(edition.checklist, snapshot);
    this.items = {
      path: sheet.path,
      area,
      rows: new Map([...rowsByItem(found)].map(([id, { sheetRow }]) => [id, sheetRow])),
      all: new Set(found.map(({ sheetRow }) => sheetRow)),
    };
    return this.items;
  }

  /** As the file had it before the change. */
  private read(place: NamedArea): NamedRange {
    const { source } = this.open(place.sheet, place.path);
    const cells = [...source.cells.values()].filter((cell) => contains(place.area, cell));
    const texts = sharedTexts(this.book, cells);
    const reading = { title: place.sheet.name, is1904: this.book.is1904, texts };
    return readRange(place, source, reading, false);
  }

  /** For a column of the Checklist its item rows, else every row of the area. */
  private accessRows(sheet: OpenSheet, area: Area, items: readonly string[] | undefined): number[] {
    if (items !== undefined) {
      if (!this.place("Item_Id")) return [];
      const { rows } = this.itemRows();
      return items.flatMap((item) => rows.get(item) ?? []);
    }
    const all = Array.from({ length: area.rows }, (_, index) => area.row + index);
    const ids = this.place("Item_Id");
    const isBeside =
      ids !== null &&
      ids.path === sheet.path &&
      ids.area.row < area.row + area.rows &&
      area.row < ids.area.row + ids.area.rows;
    if (!isBeside) return all;
    const rows = this.itemRows().all;
    return all.filter((row) => rows.has(row));
  }
}

function namedCell(name: string, area: Area, index: number): Cell {
  const cell = cellAt(area, index);
  if (!cell) throw hostError(FILE_TEXT.cellMissing(name, index + 1));
  return cell;
}

function changeAt(sheet: OpenSheet, row: number, column: number): CellChange {
  const key = cellKey(row, column);
  const change = sheet.changes.get(key) ?? { row, column };
  sheet.changes.set(key, change);
  return change;
}

/** The style that a cell without an entry in the file has. */
export function inheritedStyle(
  { xml, source }: Pick<OpenSheet, "xml" | "source">,
  row: number,
  column: number,
): number {
  const found = source.rows.find((candidate) => candidate.row === row);
  const rowTag = found && tagAt(xml, found.start, found.tagEnd);
  if (rowTag && isOn(rowTag.attributes.customFormat)) return Number(rowTag.attributes.s ?? 0);
  const columns = source.columns.find(
    ({ attributes }) => Number(attributes.min) <= column && column <= Number(attributes.max),
  );
  return Number(columns?.attributes.style ?? 0);
}
