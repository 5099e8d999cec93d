/** Writes a change in one request; after a failure half-way the cells get back what they held. */

import { serialFromIso } from "../core/audit/dates.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { EDIT_TEXT } from "../core/words/edits.ts";
import { areaAddress, cellAddress } from "../core/workbook/a1.ts";
import {
  area,
  type Cell,
  cellAt,
  cellKey,
  columnOf,
  grid,
  hasRow,
  keysIn,
  rectangles,
  rowOf,
} from "../core/workbook/area.ts";
import { inputNamed, isUnlockedIn } from "../core/workbook/fields.ts";
import { editionIn, type Library } from "../core/workbook/library.ts";
import type { Access, Area, CellValue, Change, Edit, NamedRange } from "../core/workbook/port.ts";
import { hasName, itemRows, rowsByItem } from "../core/workbook/read/locate.ts";
import { readInputs } from "../core/workbook/read/reading.ts";
import { accessIn } from "../core/workbook/write/change.ts";
import { LONGEST_TEXT } from "../core/workbook/write/entries.ts";
import { isOurPrint } from "../core/workbook/write/prints.ts";
import { type Raw, rawText, rawValue, TEXT_FORMAT } from "./content.ts";
import { errorCode, hostError, isCellEdit, told } from "./failure.ts";
import { drawHeader, drawPrint } from "./page.ts";
import { PROTECTION } from "./protection.ts";
import type { ReadResult } from "./read.ts";
import { WRITE_TEXT } from "./words-write.ts";

/** For what is done in the panel; it comes with what writes it. */
export { enter } from "../core/report/enter.ts";
export { changeOf } from "../core/workbook/write/change.ts";
export { readItemAnswer, readItemEntry } from "../core/workbook/write/entries.ts";

interface Write {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly value: CellValue;
  readonly before: CellValue;
}

interface Lock {
  readonly sheetId: string;
  readonly open: boolean;
  readonly areas: readonly Area[];
}

interface Plan {
  readonly writes: readonly Write[];
  /** Cells to open or to close, by sheet. */
  readonly locks: readonly Lock[];
  /** The same cells as the present phase has them. */
  readonly locksBefore: readonly Lock[];
  /** Sheets whose protection stands in the way. */
  readonly guarded: ReadonlySet<string>;
}

/** The workbook has to be as it was read. Throws `HostError` before or without any lasting write. */
export async function applyChange(
  library: Library,
  read: ReadResult,
  change: Change,
): Promise<void> {
  const edition = editionIn(library, read.snapshot);
  if (edition === null) throw hostError(EDIT_TEXT.checklistUnknown);
  const plan = planWrites(edition.checklist, read, change);
  const { is1904 } = read.known;
  const textCells = await textCellsOf(plan.writes);
  const raw = (write: Write, value: CellValue): Raw =>
    isWord(write.name, value) ? value : rawValue(value, textCells.has(placeOf(write)), is1904);
  const context = new Excel.RequestContext();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  const sheet = (id: string) => context.workbook.worksheets.getItem(id);
  for (const id of plan.guarded) sheet(id).protection.unprotect();
  for (const { sheetId, area, values } of blocks(plan.writes, (write) => raw(write, write.value))) {
    sheet(sheetId).getRange(areaAddress(area)).values = values;
  }
  for (const lock of plan.locks) setLock(sheet(lock.sheetId), lock);
  for (const id of plan.guarded) sheet(id).protection.protect(PROTECTION);
  try {
    await context.sync();
  } catch (error) {
    const failure = told(error);
    // Excel refuses the whole request while a cell is being edited.
    if (isCellEdit(error)) throw failure;
    const undone = await putBack(plan, (write) => raw(write, write.before));
    const { message } = failure;
    throw hostError(
      undone ? WRITE_TEXT.applyUndone(message) : WRITE_TEXT.applyLeft(message),
      error,
    );
  }
  await drawPages(read, change);
}

function planWrites(checklist: Checklist, read: ReadResult, change: Change): Plan {
  const { snapshot, known } = read;
  const found = itemRows(checklist, snapshot);
  const rows = rowsByItem(found);
  const { phase } = readInputs(checklist, snapshot).inputs;
  const isProtected = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet.isProtected]));
  const writes = new Map<string, Write>();
  const guarded = new Set<string>();
  const rangeOf = (name: string): { range: NamedRange; sheetId: string } => {
    const range = snapshot.names[name];
    const place = known.places.get(name);
    if (!range || !place) throw hostError(EDIT_TEXT.nameMissing(name));
    return { range, sheetId: place.sheetId };
  };
  const rowOfItem = (name: string, item: NonNullable<Edit["item"]>, range: NamedRange): number => {
    const row = rows.get(item)?.sheetRow;
    if (row === undefined || !hasRow(range, row)) {
      throw hostError(EDIT_TEXT.rowMissing(name, item));
    }
    return row;
  };
  for (const edit of change.edits) {
    const { range, sheetId } = rangeOf(edit.name);
    const { row, column } = cellOf(edit, range, (item) => rowOfItem(edit.name, item, range));
    const down = row - range.row;
    const right = column - range.column;
    const address = cellAddress(row, column);
    if ((range.formulas[down]?.[right] ?? null) !== null) {
      throw hostError(EDIT_TEXT.formulaInTheWay(edit.name, address));
    }
    const first = writes.get(`${sheetId}!${address}`);
    writes.set(`${sheetId}!${address}`, {
      sheetId,
      row,
      column,
      name: edit.name,
      value: checkedValue(edit, address),
      before: first ? first.before : (range.values[down]?.[right] ?? null),
    });
    const field = inputNamed(edit.name);
    if (isProtected.get(range.sheet) && !(field && isUnlockedIn(field, phase)))
      guarded.add(sheetId);
  }
  const placed = (access: Access) => {
    // A name that is lost has no cells to open or close; the issues tell of it.
    const range = snapshot.names[access.name];
    const place = known.places.get(access.name);
    if (!range || !place) return null;
    const { sheetId } = place;
    if (isProtected.get(range.sheet)) guarded.add(sheetId);
    if (inputNamed(access.name)?.shape !== "column") return { sheetId, areas: [range] };
    const itemsRows = access.items
      ? access.items.flatMap((item) => rows.get(item)?.sheetRow ?? [])
      : found.map(({ sheetRow }) => sheetRow);
    const areas = itemsRows
      .filter((row) => hasRow(range, row))
      .map((row) => area(row, range.column));
    return { sheetId, areas };
  };
  const locks = lockPlan(change.access ?? [], placed);
  const names = new Set(change.access?.map((access) => access.name));
  const before = accessIn(checklist, phase, hasName(snapshot)).filter((access) =>
    names.has(access.name),
  );
  return { writes: [...writes.values()], locks, locksBefore: lockPlan(before, placed), guarded };
}

/** Area by area: lists of them are not read alike by every Excel, and these are few. */
function setLock(sheet: Excel.Worksheet, { open, areas }: Lock): void {
  for (const area of areas) sheet.getRange(areaAddress(area)).format.protection.locked = !open;
}

function cellOf(
  edit: Edit,
  range: NamedRange,
  rowOf: (item: NonNullable<Edit["item"]>) => number,
): Cell {
  if (edit.item !== undefined) return { row: rowOf(edit.item), column: range.column };
  const index = edit.index ?? 0;
  const cell = cellAt(range, index);
  if (!cell) throw hostError(EDIT_TEXT.cellMissing(edit.name, index + 1));
  return cell;
}

function checkedValue({ name, value }: Edit, address: string): CellValue {
  if (typeof value === "string" && value.length > LONGEST_TEXT) {
    throw hostError(EDIT_TEXT.textTooLong(name, address, value.length, LONGEST_TEXT));
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw hostError(EDIT_TEXT.notFinite(name));
  if (
    typeof value === "object" &&
    value !== null &&
    "date" in value &&
    serialFromIso(value.date) === null
  ) {
    throw hostError(EDIT_TEXT.badDate(name, value.date));
  }
  return value;
}

const placeOf = ({ sheetId, row, column }: Pick<Write, "sheetId" | "row" | "column">): string =>
  `${sheetId}!${cellAddress(row, column)}`;

/**
 * Cells with a text format among those that a text goes into, or goes back into: they would show the apostrophe that
 * keeps a text what it is elsewhere. Asked for in a request of its own, and only where it makes a difference.
 */
async function textCellsOf(writes: readonly Write[]): Promise<ReadonlySet<string>> {
  const asked = writes.filter(
    ({ name, value, before }) =>
      inputNamed(name) !== null &&
      [value, before].some(
        (text) => typeof text === "string" && !isWord(name, text) && rawText(text, false) !== text,
      ),
  );
  if (asked.length === 0) return new Set();
  const context = new Excel.RequestContext();
  const ranges = blocks(asked, () => null).map(({ sheetId, area }) => {
    const range = context.workbook.worksheets.getItem(sheetId).getRange(areaAddress(area));
    range.load("numberFormat");
    return { sheetId, area, range };
  });
  try {
    await context.sync();
  } catch (error) {
    throw told(error);
  }
  return new Set(
    ranges.flatMap(({ sheetId, area, range }) =>
      [...keysIn(area)].flatMap((key) => {
        const [row, column] = [rowOf(key), columnOf(key)];
        const format: unknown = range.numberFormat[row - area.row]?.[column - area.column];
        return format === TEXT_FORMAT ? [placeOf({ sheetId, row, column })] : [];
      }),
    ),
  );
}

/** Words of a list are never taken for anything else, and go in without an apostrophe. */
function isWord(name: string, value: CellValue): value is string {
  const kind = inputNamed(name)?.kind;
  if (typeof value !== "string" || value === "") return false;
  return kind?.is === "answer" || (kind?.is === "choice" && kind.values.includes(value));
}

function lockPlan(
  access: readonly Access[],
  place: (access: Access) => { sheetId: string; areas: readonly Area[] } | null,
): Lock[] {
  const groups = new Map<string, { sheetId: string; open: boolean; keys: number[] }>();
  for (const entry of access) {
    const placed = place(entry);
    if (!placed) continue;
    const { sheetId, areas } = placed;
    const key = `${sheetId} ${entry.open}`;
    const group = groups.get(key) ?? { sheetId, open: entry.open, keys: [] };
    groups.set(key, group);
    for (const area of areas) group.keys.push(...keysIn(area));
  }
  return [...groups.values()].map(({ sheetId, open, keys }) => ({
    sheetId,
    open,
    areas: rectangles(keys),
  }));
}

/** Neighbouring cells written as one range. */
function blocks(
  writes: readonly Write[],
  read: (write: Write) => Raw,
): { sheetId: string; area: Area; values: Raw[][] }[] {
  const bySheet = new Map<string, Map<number, Write>>();
  for (const write of writes) {
    const cells = bySheet.get(write.sheetId) ?? new Map<number, Write>();
    bySheet.set(write.sheetId, cells.set(cellKey(write.row, write.column), write));
  }
  return [...bySheet].flatMap(([sheetId, cells]) =>
    rectangles(cells.keys()).map((area) => ({
      sheetId,
      area,
      values: grid(area, (key) => {
        const write = cells.get(key);
        return write ? read(write) : null;
      }),
    })),
  );
}

/** By itself, because page set-up fails where no printer is known, and what was written is written all the same. */
async function drawPages({ known }: ReadResult, { headers, prints }: Change): Promise<void> {
  if (!headers) return;
  const context = new Excel.RequestContext();
  const printed = [...known.titles].flatMap(([id, title]) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const [header, print] = [headers[title], prints?.[title]];
    if (header) drawHeader(sheet.pageLayout, header);
    if (!print) return [];
    const present = sheet.pageLayout.getPrintAreaOrNullObject();
    present.load("address");
    return { sheet, print, present };
  });
  try {
    await context.sync();
    for (const { sheet, print, present } of printed)
      if (!present.isNullObject && isOurPrint(present.address, print)) drawPrint(sheet, print);
    await context.sync();
  } catch {
    // Told nowhere: it is no part of what was asked for.
  }
}

/** Whether the cells and the protection are as they were; sheet by sheet, because one may refuse. */
async function putBack(plan: Plan, before: (write: Write) => Raw): Promise<boolean> {
  let isDone = true;
  for (const id of new Set([...plan.guarded, ...plan.writes.map((write) => write.sheetId)])) {
    try {
      await putBackSheet(plan, id, before);
    } catch (error) {
      // A sheet that does not let itself be unprotected was never written to.
      if (errorCode(error) !== "AccessDenied") isDone = false;
    }
  }
  return isDone;
}

async function putBackSheet(plan: Plan, id: string, before: (write: Write) => Raw): Promise<void> {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItem(id);
  const { protection } = sheet;
  protection.load("protected");
  await context.sync();
  const isGuarded = plan.guarded.has(id);
  if (isGuarded && protection.protected) protection.unprotect();
  const writes = plan.writes.filter((write) => write.sheetId === id);
  for (const { area, values } of blocks(writes, before)) {
    sheet.getRange(areaAddress(area)).values = values;
  }
  for (const lock of plan.locksBefore.filter(({ sheetId }) => sheetId === id)) setLock(sheet, lock);
  if (isGuarded) protection.protect(PROTECTION);
  await context.sync();
}
