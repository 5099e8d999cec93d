/** The grid on the page, over Univer. */

import { CommandType, type ICellData, LifecycleStages } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { isoFromSerial } from "../../core/audit/dates.ts";
import { sheetExtent } from "../../core/workbook/draw/extent.ts";
import type { Place } from "../../core/workbook/issues.ts";
import type { Blueprint, CellValue } from "../../core/workbook/port.ts";
import { cellContent, drawing } from "./drawing.ts";
import { type Engine, startEngine } from "./engine.ts";
import { lockedAreas } from "./locks.ts";
import { type Note, NotePlace } from "./note.ts";
import { rangeOf } from "./rules.ts";
import { sheetId } from "./sheet-ids.ts";
import type { Grid, GridCell } from "./types.ts";

/**
 * What would change the shape or the looks of the checklist: under protection a spreadsheet program refuses
 * it too. Its menus are gone, its keyboard shortcuts and the sheet bar are not.
 */
const REFUSED =
  /^sheet\.command\.(insert|remove|delete-range|copy-sheet|copy-worksheet|move-rows|move-cols|move-range|set-worksheet-(name|hide|hidden|order|show|row-|col-)|set-row-|set-col-|set-tab-color|set-style|set-bold|set-italic|set-underline|set-range-(bold|italic|underline|stroke)|set-stroke|set-frozen|set-selection-frozen|cancel-frozen|set-gridlines|set-background|add-worksheet-merge|set-border|delta-row|delta-column|toggle-gridlines|set-range-protection|add-range-protection|delete-range-protection|smart-toggle-filter|set-filter-range)/;
const WRITE = "sheet.mutation.set-range-values";
const SCROLL = "sheet.command.scroll-view";
interface ScrollParams {
  sheetViewStartRow?: number;
  sheetViewStartColumn?: number;
  offsetX?: number;
  offsetY?: number;
}
const NOTE = "msp-note";
const PAINTED_MILLISECONDS = 100;
const MAY_CHANGE_CELLS = /^sheet\.mutation\.(set-range-values|move-range)/;
const MAY_MOVE_SELECTION = /^sheet\.operation\.(set-selections|set-worksheet-active)/;

/** A grid in an element; the engine starts with the first drawing. */
export function createGrid(container: HTMLElement): Grid {
  return new UniverGrid(container);
}

interface Shown {
  readonly engine: Engine;
  readonly blueprint: Blueprint;
}

class UniverGrid implements Grid {
  private readonly container: HTMLElement;
  private place = document.createElement("div");
  private shown: Shown | null = null;
  private isDrawing = false;
  /** What was selected when the drawing began. */
  private selectedBefore: Place | null = null;
  private noted: { dispose(): void } | null = null;
  private readonly editListeners: (() => void)[] = [];
  private readonly selectListeners: (() => void)[] = [];

  constructor(container: HTMLElement) {
    this.container = container;
  }

  /**
   * A new engine each time: one that changes its workbook keeps colours and drop-downs of the old one, and
   * goes on validating it.
   */
  async draw(blueprint: Blueprint): Promise<void> {
    this.selectedBefore = this.selected();
    this.isDrawing = true;
    try {
      await this.replace(blueprint);
    } finally {
      this.isDrawing = false;
    }
    // Whoever was quick has written into the new cells already.
    for (const listener of this.editListeners) listener();
    const { selectedBefore } = this;
    if (selectedBefore && blueprint.sheets.some(({ name }) => name === selectedBefore.sheet)) {
      this.select(selectedBefore);
    }
  }

  private async replace(blueprint: Blueprint): Promise<void> {
    if (this.shown) {
      // What would be typed now goes with the old cells. The new ones are not inert: Univer takes the focus at once.
      this.place.inert = true;
      await idle();
      this.note(null);
      this.shown.engine.dispose();
      this.shown = null;
    }
    this.place = document.createElement("div");
    this.place.className = "engine";
    this.container.replaceChildren(this.place);
    const engine = startEngine(this.place);
    const { api } = engine;
    const rendered = new Promise<void>((resolve) => {
      api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
        if (stage >= LifecycleStages.Rendered) resolve();
      });
    });
    api.registerComponent(NOTE, NotePlace);
    this.listen(api);
    const book = api.createWorkbook(drawing(blueprint));
    this.shown = { engine, blueprint };
    await lock(book, blueprint, api);
    // Scrolling and selecting have no machinery before the first picture.
    await rendered;
    engine.settle();
  }

  isTyping(): boolean {
    return this.shown?.engine.api.getActiveWorkbook()?.isCellEditing() ?? false;
  }

  focus(): void {
    this.shown?.engine.focus();
  }

  async finish(): Promise<void> {
    await this.shown?.engine.api.getActiveWorkbook()?.endEditingAsync(true);
  }

  private listen(api: FUniver): void {
    api.addEvent(api.Event.BeforeCommandExecute, (event) => {
      if (event.type === CommandType.COMMAND && REFUSED.test(event.id)) event.cancel = true;
      if (event.id === SCROLL) this.correctScroll(event.params as ScrollParams);
    });
    api.addEvent(api.Event.CommandExecuted, ({ id }) => {
      if (this.isDrawing) return;
      if (MAY_CHANGE_CELLS.test(id)) for (const listener of this.editListeners) listener();
      if (MAY_MOVE_SELECTION.test(id)) for (const listener of this.selectListeners) listener();
    });
  }

  read(place: Place, isDate: boolean): CellValue {
    const raw = this.sheet(place.sheet)
      ?.getSheet()
      .getCellRaw(place.row - 1, place.column - 1);
    return raw ? rawValue(raw, isDate) : null;
  }

  /** By the change itself: the command before it asks about locks, and what a step records is locked. */
  write(cells: readonly GridCell[]): void {
    const api = this.shown?.engine.api;
    const bySheet = new Map<string, Record<number, Record<number, ICellData>>>();
    for (const { sheet, row, column, value } of cells) {
      const empty: ICellData = { v: null, t: null, f: null, p: null, si: null };
      const rows = bySheet.get(sheet) ?? {};
      bySheet.set(sheet, rows);
      const line = rows[row - 1] ?? {};
      rows[row - 1] = line;
      line[column - 1] = { ...empty, ...cellContent(value) };
    }
    for (const [name, cellValue] of bySheet) {
      const sheet = this.sheet(name);
      const unitId = api?.getActiveWorkbook()?.getId();
      if (!sheet || unitId === undefined) continue;
      api?.syncExecuteCommand(WRITE, { unitId, subUnitId: sheet.getSheetId(), cellValue });
    }
  }

  select(place: Place): void {
    const sheet = this.sheet(place.sheet);
    if (!sheet) return;
    const filter = sheet.getFilter();
    if (filter?.getFilteredOutRows().includes(place.row - 1)) filter.removeFilterCriteria();
    const wasSeen = this.selected()?.sheet === place.sheet && isSeen(sheet, place);
    sheet.activate();
    sheet.getRange(place.row - 1, place.column - 1).activate();
    // A sheet that has just been turned to is measured when it is painted.
    if (!wasSeen) setTimeout(() => this.scroll(sheet, place), PAINTED_MILLISECONDS);
  }

  /** The cell's column to the left and its row to the top, beside and below what is frozen. */
  private scroll(sheet: FWorksheet, { row, column }: Place): void {
    const { xSplit, ySplit } = sheet.getSheet().getFreeze();
    void this.shown?.engine.api.executeCommand(SCROLL, {
      sheetViewStartRow: 0,
      sheetViewStartColumn: 0,
      offsetX: widthOf(sheet, xSplit, column - 1),
      offsetY: heightOf(sheet, ySplit, row - 1),
    });
  }

  /**
   * Univer turns the first row and column to be shown, counted after the frozen ones, into pixels as if
   * these were as wide as the first of the sheet. Here they become true distances; those that stay as they
   * are already come from a distance.
   */
  private correctScroll(params: ScrollParams): void {
    const sheet = this.shown?.engine.api.getActiveWorkbook()?.getActiveSheet();
    if (!sheet) return;
    const { xSplit, ySplit } = sheet.getSheet().getFreeze();
    const now = sheet.getScrollState();
    const { sheetViewStartColumn: column, sheetViewStartRow: row } = params;
    if (column && column !== now.sheetViewStartColumn) {
      params.sheetViewStartColumn = 0;
      params.offsetX = widthOf(sheet, xSplit, column + xSplit) + (params.offsetX ?? 0);
    }
    if (row && row !== now.sheetViewStartRow) {
      params.sheetViewStartRow = 0;
      params.offsetY = heightOf(sheet, ySplit, row + ySplit) + (params.offsetY ?? 0);
    }
  }

  selected(): Place | null {
    // The panel beside it keeps its item.
    if (this.isDrawing) return this.selectedBefore;
    const sheet = this.shown?.engine.api.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getActiveRange();
    if (!sheet || !range) return null;
    return { sheet: sheet.getSheetName(), row: range.getRow() + 1, column: range.getColumn() + 1 };
  }

  onEdit(listener: () => void): void {
    this.editListeners.push(listener);
  }

  onSelect(listener: () => void): void {
    this.selectListeners.push(listener);
  }

  note(content: HTMLElement | null): void {
    this.noted?.dispose();
    this.noted = null;
    const range = this.shown?.engine.api.getActiveWorkbook()?.getActiveSheet().getActiveRange();
    if (content && range) {
      const note: Note = { content, within: this.container };
      this.noted =
        range.attachPopup({
          componentKey: NOTE,
          // The list of a drop-down opens below.
          direction: "top",
          showOnSelectionMoving: true,
          extraProps: { ...note },
        }) ?? null;
    }
  }

  private sheet(name: string): FWorksheet | null {
    const { shown } = this;
    if (!shown) return null;
    return (
      shown.engine.api.getActiveWorkbook()?.getSheetBySheetId(sheetId(shown.blueprint, name)) ??
      null
    );
  }
}

async function lock(book: FWorkbook, blueprint: Blueprint, api: FUniver): Promise<void> {
  for (const plan of blueprint.sheets) {
    const sheet = book.getSheetBySheetId(sheetId(blueprint, plan.name));
    const { rows, columns } = sheetExtent(plan);
    const areas = lockedAreas(rows, columns, plan.unlocked);
    if (!sheet || areas.length === 0) continue;
    const ranges = areas.map((area) => sheet.getRange(rangeOf(area)));
    const rules = await sheet
      .getWorksheetPermission()
      .protectRanges([{ ranges, options: { name: plan.name } }]);
    // A new rule lets its owner edit, and the owner is whoever sits here.
    for (const rule of rules) await rule.setPoint(api.Enum.RangePermissionPoint.Edit, false);
  }
}

/** Lets the engine finish what it put off: it would look for its workbook after that has gone. */
async function idle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAINTED_MILLISECONDS));
  if (typeof requestIdleCallback !== "function") return;
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
}

/** Pixels of the columns from the first up to the one before `end`, counted from 0. */
function widthOf(sheet: FWorksheet, first: number, end: number): number {
  const plan = sheet.getSheet();
  let width = 0;
  for (let at = first; at < end; at += 1) {
    if (plan.getColVisible(at)) width += plan.getColumnWidth(at);
  }
  return width;
}

function heightOf(sheet: FWorksheet, first: number, end: number): number {
  const plan = sheet.getSheet();
  let height = 0;
  for (let at = first; at < end; at += 1) {
    if (plan.getRowVisible(at)) height += plan.getRowHeight(at);
  }
  return height;
}

/** Whether a cell is wholly in the part that scrolls, or in the frozen part. */
function isSeen(sheet: FWorksheet, { row, column }: Place): boolean {
  const seen = sheet.getVisibleRange();
  const { xSplit, ySplit } = sheet.getSheet().getFreeze();
  const isRowSeen = row <= ySplit || (seen && row > seen.startRow + 1 && row <= seen.endRow);
  const isColumnSeen =
    column <= xSplit || (seen && column > seen.startColumn + 1 && column <= seen.endColumn);
  return Boolean(isRowSeen && isColumnSeen);
}

/** Text with line breaks is a small document in Univer; its end is marked by a break of its own. */
function rawValue(raw: ICellData, isDate: boolean): CellValue {
  const text = raw.p?.body?.dataStream;
  if (text !== undefined) return text.replace(/\r\n$/, "").replace(/\r\n?/g, "\n");
  const { v: value } = raw;
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number" && raw.t === 3) return value !== 0;
  if (typeof value !== "number" || !isDate) return value;
  const date = isoFromSerial(value);
  return date === null ? value : { date };
}
