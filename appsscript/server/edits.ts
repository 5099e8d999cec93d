/** Writes entries by name, all or nothing: every cell is found and checked before the first is written. */

import type { ItemId } from "../../core/checklist/domain.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { refusalText } from "../../core/report/refusal.ts";
import { cellAddress } from "../../core/workbook/a1.ts";
import { cellAt, hasRow } from "../../core/workbook/area.ts";
import { EDITIONS, type FullEdition } from "../../core/workbook/built-in.ts";
import { isEditable } from "../../core/workbook/fields.ts";
import { CLAIM_NAMES, claimOf, type Found, findEdition } from "../../core/workbook/library.ts";
import type { Area, CellValue, Edit, NamedRange } from "../../core/workbook/port.ts";
import { carriedFrom } from "../../core/workbook/read/carried.ts";
import { type FoundRow, itemRows, rowsByItem } from "../../core/workbook/read/locate.ts";
import { LONGEST_TEXT } from "../../core/workbook/write/entries.ts";
import { SHEETS_REMEDIES, SHEETS_TEXT } from "../words.ts";
import { causeText, hostError } from "./lock.ts";
import { areaOf } from "./names.ts";
import { cellValue, Days, type Raw, rawValue } from "./values.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What was found under one name. */
export interface Located {
  readonly range: Range;
  readonly area: Area;
  readonly sheetId: number;
  readonly title: string;
}

/** A name that somebody has found already. */
export interface FoundName {
  readonly name: string;
  readonly range: Range;
}

const [VERSION, REVISION, FILE] = CLAIM_NAMES;

/** Finds names one by one, each at most once: cheaper than reading everything. */
export class Locator {
  private readonly book: Spreadsheet;
  private readonly given: FoundName | null;
  private readonly found = new Map<string, Located | null>();
  private all: readonly FoundRow[] | null = null;
  private rows: ReadonlyMap<ItemId, number> | null = null;
  private ids: Map<number, ItemId> | null = null;
  private known: Found<FullEdition> | null = null;

  /** What the caller knows spares reading it. */
  constructor(
    book: Spreadsheet,
    { edition, found }: { readonly edition?: FullEdition; readonly found?: FoundName } = {},
  ) {
    this.book = book;
    this.given = found ?? null;
    if (edition) this.known = { edition, fault: null };
  }

  /** What the workbook is of. */
  get whole(): Found<FullEdition> {
    if (!this.known) {
      const [version, revision] = [VERSION, REVISION].map(
        (name): unknown => this.book.getRangeByName(name)?.getValue() ?? null,
      );
      // Dear to read, and only where the two cells name no checklist that is known.
      const file = () =>
        carriedFrom(
          (this.book.getRangeByName(FILE)?.getValues() ?? []).map(([cell]) => String(cell ?? "")),
        );
      this.known = findEdition(EDITIONS, claimOf(version, revision), file);
    }
    return this.known;
  }

  /** Null where it is of a checklist that is not known. */
  get edition(): FullEdition | null {
    return this.whole.edition;
  }

  /** Throws `HostError` where it is not known. */
  get checklist(): FullChecklist {
    if (!this.edition) throw hostError(refusalText({ code: "checklistUnknown" }, SHEETS_REMEDIES));
    return this.edition.checklist;
  }

  find(name: string): Located | null {
    let located = this.found.get(name);
    if (located === undefined) {
      located = this.locate(name);
      this.found.set(name, located);
    }
    return located;
  }

  /** Throws `HostError` where the name is missing or points nowhere. */
  get(name: string): Located {
    const located = this.find(name);
    if (!located) throw hostError(SHEETS_TEXT.nameMissing(name));
    return located;
  }

  /** The item's row in the sheet of `Item_Id`; null where it has none. */
  itemRow(id: ItemId): number | null {
    return this.itemRows().get(id) ?? null;
  }

  /** The item whose row this is; null for headings and rows of others. */
  itemIn(row: number): ItemId | null {
    if (!this.ids) {
      this.ids = new Map();
      for (const [id, itemRow] of this.itemRows()) this.ids.set(itemRow, id);
    }
    return this.ids.get(row) ?? null;
  }

  /** The sheet rows of all items that have one. */
  itemRows(): ReadonlyMap<ItemId, number> {
    this.rows ??= new Map([...rowsByItem(this.allRows())].map(([id, row]) => [id, row.sheetRow]));
    return this.rows;
  }

  /** Every item row of the sheet, also those whose id is unknown or stands twice. */
  allItemRows(): number[] {
    return this.allRows().map(({ sheetRow }) => sheetRow);
  }

  private allRows(): readonly FoundRow[] {
    this.all ??= this.readRows();
    return this.all;
  }

  private locate(name: string): Located | null {
    const range = name === this.given?.name ? this.given.range : this.book.getRangeByName(name);
    if (!range) return null;
    const sheet = range.getSheet();
    return { range, area: areaOf(range), sheetId: sheet.getSheetId(), title: sheet.getName() };
  }

  private readRows(): readonly FoundRow[] {
    const names: Record<string, NamedRange> = {};
    const days = new Days(() => this.book.getSpreadsheetTimeZone());
    for (const name of ["Item_Id", "Item_Section", "Item_Title"]) {
      const located = this.find(name);
      if (!located) continue;
      const values = located.range
        .getValues()
        .map((line) => line.map((raw): CellValue => cellValue(raw, name, days)));
      const formulas = values.map((line) => line.map(() => null));
      names[name] = {
        ...located.area,
        sheet: located.title,
        values,
        formulas,
        hasInputRule: false,
      };
    }
    return itemRows(this.checklist, { sheets: [], names, brokenNames: [] });
  }
}

interface Write {
  readonly at: string;
  readonly cell: Range;
  readonly value: Raw;
  readonly before: unknown;
}

/**
 * Writes the edits; a later one to the same cell wins. Throws `HostError`; then nothing has changed. Returns
 * what takes the edits back.
 */
export function writeEdits(locator: Locator, edits: readonly Edit[]): () => void {
  const contents = new Map<string, { values: unknown[][]; formulas: string[][] }>();
  const writes = new Map<string, Write>();
  for (const edit of edits) {
    const { range, area, sheetId, title } = locator.get(edit.name);
    const [row, column] = place(edit, area, sheetId, locator);
    let content = contents.get(edit.name);
    if (!content) {
      content = { values: range.getValues(), formulas: range.getFormulas() };
      contents.set(edit.name, content);
    }
    const at = `${title}!${cellAddress(area.row + row, area.column + column)}`;
    if ((content.formulas[row]?.[column] ?? "") !== "") {
      throw hostError(SHEETS_TEXT.formulaInTheWay(edit.name, at));
    }
    writes.set(at, {
      at,
      cell: range.getCell(row + 1, column + 1),
      value: checked(edit),
      before: content.values[row]?.[column],
    });
  }
  const all = [...writes.values()];
  carryOut(all);
  return () => restore(all);
}

function carryOut(writes: readonly Write[]): void {
  const done: Write[] = [];
  try {
    for (const write of writes) {
      write.cell.setValue(write.value);
      done.push(write);
    }
  } catch (cause) {
    try {
      restore(done);
    } catch {
      throw hostError(SHEETS_TEXT.notUndone(causeText(cause)), cause);
    }
    const kept = writes.find((write) => !done.includes(write) && !write.cell.canEdit());
    throw hostError(
      kept ? SHEETS_TEXT.cellKept(kept.at) : SHEETS_TEXT.failed(causeText(cause)),
      cause,
    );
  }
}

function restore(writes: readonly Write[]): void {
  for (const { cell, before } of writes) {
    cell.setValue(typeof before === "string" ? (rawValue(before) ?? "") : before);
  }
}

/** Row and column within the name's area, from 0. */
function place(
  { name, item, index = 0 }: Edit,
  area: Area,
  sheetId: number,
  locator: Locator,
): [row: number, column: number] {
  if (item === undefined) {
    const cell = cellAt(area, index);
    if (!cell) throw hostError(SHEETS_TEXT.cellMissing(name, index + 1));
    return [cell.row - area.row, cell.column - area.column];
  }
  const home = locator.get("Item_Id");
  const row = locator.itemRow(item);
  const isInside = row !== null && hasRow(area, row);
  if (!isInside || home.sheetId !== sheetId) throw hostError(SHEETS_TEXT.rowMissing(name, item));
  return [row - area.row, 0];
}

function checked({ name, value }: Edit): Raw {
  if (!isEditable(name)) throw hostError(SHEETS_TEXT.unknownField(name));
  if (typeof value === "string" && value.length > LONGEST_TEXT) {
    throw hostError(SHEETS_TEXT.textTooLong(name, value.length, LONGEST_TEXT));
  }
  const raw = rawValue(value);
  if (raw !== null) return raw;
  const isDay = typeof value === "object" && value !== null && "date" in value;
  throw hostError(isDay ? SHEETS_TEXT.badDate(name, value.date) : SHEETS_TEXT.notFinite(name));
}
