/** The port of the page: an .xlsx file in memory is the truth, a grid shows it and takes edits of it. */

import type { ItemId } from "../core/checklist/domain.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { asGiven, type EntryWish, type StepWish, type Wish } from "../core/report/enter.ts";
import { type Report, report } from "../core/report/report.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { blueprint } from "../core/workbook/draw/blueprint.ts";
import type { Place } from "../core/workbook/issues.ts";
import { editionIn } from "../core/workbook/library.ts";
import {
  type Blueprint,
  type Change,
  type Feature,
  HostError,
  type Snapshot,
  type Workbook,
} from "../core/workbook/port.ts";
import { comparedFormat } from "../core/workbook/read/locate.ts";
import { readInputs } from "../core/workbook/read/reading.ts";
import { newXlsx, openXlsx, type XlsxWorkbook } from "../xlsx/workbook.ts";
import { entered, patched, refusalOf, type Typed, taken, typedIn } from "./entries.ts";
import type { Grid } from "./grid/types.ts";
import { type Hint, hintOf } from "./hints.ts";
import { type Act, changedCells, editsOf, History, type Moment } from "./history.ts";
import { type Sheets, shapeOf, sheetsOf } from "./sheets.ts";
import { answerPlace, fileValue, isSame, itemAt } from "./slots.ts";

/** A paste or a fill comes as one edit; typing is over when the grid has written the cell. */
const SETTLED_MILLISECONDS = 25;

/** What becomes of the sheets in the grid; `failed` is for good. */
export type Drawing = "drawing" | "drawn" | "failed";

/** How a change counts in the history: as an act, as part of the one before, or not at all. */
type Kind = "act" | "joins" | "none";

/**
 * Whatever reads or writes the file takes its turn: a drawing takes seconds, and until it is over the grid
 * holds what the file held before.
 */
export class PreviewWorkbook implements Workbook {
  /** One for panel, grid and lists. */
  readonly history = new History();
  /** The file's formulas are calculated in the grid; the file itself stores what the core calculates. */
  readonly cannot: readonly Feature[] = ["calculation"];
  private file: XlsxWorkbook = newXlsx(EDITIONS);
  private grid: Grid | null = null;
  private sheets: Sheets | null = null;
  private isDrawing = false;
  /** Where to go once there is a grid. */
  private wanted: Place | null = null;
  private read: Report | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  /** Refused entries that the grid shows all the same: told once, not with every edit. */
  private readonly stubborn = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly failureListeners: ((error: unknown) => void)[] = [];
  private readonly drawingListeners: ((drawing: Drawing) => void)[] = [];

  build(plan: Blueprint): Promise<void> {
    return this.inTurn(async () => {
      await this.file.build(plan);
      await this.redraw();
    });
  }

  snapshot(): Snapshot | null {
    return this.file.snapshot();
  }

  apply(change: Change): Promise<void> {
    return this.inTurn(async () => {
      this.fail(await this.takeEdits());
      await this.took(patched(this.file, change));
    });
  }

  watch(onChange: () => void): () => void {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  }

  /** Hears of what nobody waits for: entries of the grid that the file could not take. */
  onFailure(listener: (error: unknown) => void): void {
    this.failureListeners.push(listener);
  }

  onDrawing(listener: (drawing: Drawing) => void): void {
    this.drawingListeners.push(listener);
  }

  /**
   * Takes another file in place of the present one. Throws `HostError` and changes nothing where it is refused.
   * `onTaken` is called as soon as the file is in place, before its sheets are drawn: nothing that is shown of
   * the old one shall be answered in the new.
   */
  open(
    bytes: Uint8Array,
    refuse: (snapshot: Snapshot | null) => string | null,
    onTaken: () => void = () => undefined,
  ): Promise<void> {
    return this.inTurn(async () => {
      const file = openXlsx(EDITIONS, bytes);
      const reason = refuse(file.snapshot());
      if (reason !== null) throw new HostError(reason);
      await this.replace(file, onTaken);
    });
  }

  /** A new checklist in place of whatever there is; `onTaken` as in `open`. */
  start(plan: Blueprint, onTaken: () => void): Promise<void> {
    return this.inTurn(async () => {
      const file = newXlsx(EDITIONS);
      file.build(plan);
      await this.replace(file, onTaken);
    });
  }

  /** Back to a page without a checklist. */
  clear(): Promise<void> {
    return this.inTurn(async () => {
      this.file = newXlsx(EDITIONS);
      this.read = null;
      this.sheets = null;
      this.history.clear();
    });
  }

  bytes(): Uint8Array {
    return this.file.bytes();
  }

  /** The bytes as they are now, made when they are asked for, whatever has come after. */
  held(): () => Uint8Array {
    const { file } = this;
    return () => file.bytes();
  }

  /** Visible sheets of the file that are not the checklist's, and so not in the grid. */
  ownSheets(): number {
    const { sheets = [], names = {} } = this.file.snapshot() ?? {};
    const ours = new Set(this.sheets?.drawn.sheets.map((sheet) => sheet.name));
    // Those that came with answers of another version are ours, too.
    for (const { sheet } of Object.values(names)) ours.add(sheet);
    return sheets.filter((sheet) => sheet.visible && !ours.has(sheet.name)).length;
  }

  /** That the file is of; null without one, and for one that is not known. */
  checklist(): FullChecklist | null {
    const snapshot = this.file.snapshot();
    return snapshot && (editionIn(EDITIONS, snapshot)?.checklist ?? null);
  }

  /** Null without a checklist. */
  report(): Report | null {
    const snapshot = this.file.snapshot();
    if (!snapshot) return null;
    this.read ??= report(EDITIONS, snapshot);
    return this.read;
  }

  /**
   * Writes what was entered beside the grid, with all that follows from it. Throws `HostError` where the phase
   * has closed those cells since the entry was begun.
   */
  enter(read: EntryWish["read"], joins = false): Promise<void> {
    return this.inTurn(async () => {
      // First, because showing the entry writes over whatever the file does not hold.
      this.fail(await this.takeEdits());
      await this.write({ kind: "entries", read, closed: "refuse" }, joins ? "joins" : "act");
    });
  }

  /**
   * Takes the last act back, or does the one that was taken back again, whichever side it came from. Null where there
   * is none. Throws `HostError` where the phase has closed its cells.
   */
  turnBack(direction: "undo" | "redo"): Promise<Act | null> {
    let act: Act | null = null;
    return this.inTurn(async () => {
      await this.grid?.finish();
      this.fail(await this.takeEdits());
      act = direction === "undo" ? this.history.undoable() : this.history.redoable();
      if (act === null) return;
      const read = asGiven(editsOf(act, direction));
      const file = entered(this.file, { kind: "entries", read, closed: "refuse" });
      this.history.took(direction);
      await this.took(file, "none");
    }).then(() => act);
  }

  /** Takes a step of the audit as the core has worked it out. Throws `HostError` with the reason where it must not. */
  step(take: StepWish["take"]): Promise<void> {
    return this.inTurn(async () => {
      await this.grid?.finish();
      const failure = await this.takeEdits();
      // Not sealed without what the user has just typed.
      if (failure !== null) throw failure;
      this.history.clear();
      await this.write({ kind: "step", take }, "none");
    });
  }

  /** From now on the grid shows the workbook, and what is edited in it goes into the file. */
  show(grid: Grid): Promise<void> {
    return this.inTurn(async () => {
      this.grid = grid;
      grid.onEdit(() => {
        this.timer ??= setTimeout(() => {
          this.timer = null;
          this.inTurn(async () => this.fail(await this.takeEdits())).catch((error: unknown) =>
            this.fail(error),
          );
        }, SETTLED_MILLISECONDS);
      });
      await this.redraw();
      if (this.wanted) this.select(this.wanted);
    });
  }

  /** Selects the cell in the grid, as soon as there is one; for an item, whose place is its id, the cell to answer in. */
  goTo(place: Place): void {
    this.wanted = place;
    // Nothing can be selected in sheets that are being drawn.
    if (this.isDrawing)
      this.inTurn(async () => this.select(place)).catch((error: unknown) => this.fail(error));
    else this.select(place);
  }

  /** The item in whose row the grid's selection stands. */
  selectedItem(): ItemId | null {
    const place = this.grid?.selected();
    return place && this.sheets ? itemAt(place, this.sheets.drawn) : null;
  }

  /** What is said of the selected cell; null for nothing. */
  hint(): Hint | null {
    const place = this.grid?.selected();
    if (!this.grid || !this.sheets || !place) return null;
    return hintOf(this.sheets.drawn, place, this.grid.read(place, false));
  }

  /** Selects a cell by its place in the grid, which can differ from that in the file. */
  turnTo(place: Place): void {
    this.grid?.select(place);
  }

  /** Puts what was typed in the grid into the file at once, before it is saved. */
  settle(): Promise<void> {
    return this.inTurn(async () => {
      await this.grid?.finish();
      this.fail(await this.takeEdits());
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  /** Takes what was typed since the last time; what the file refuses is put back, and the reason returned. */
  private async takeEdits(): Promise<HostError | null> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const typed = this.typed();
    if (typed.length === 0) return null;
    const { file, refused } = taken(this.file, typed);
    if (file !== this.file) await this.took(file);
    else await this.refresh();
    if (refused.length === 0) return null;
    // Others may have been typed meanwhile; they have their turn.
    const marks = new Set(refused.map(({ entry }) => entry.mark));
    for (const { mark } of this.typed()) if (marks.has(mark)) this.stubborn.add(mark);
    return refusalOf(refused);
  }

  private moment(): Moment | null {
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    return snapshot && result ? { snapshot, report: result } : null;
  }

  private typed(): Typed[] {
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (!snapshot || !result || !this.grid || !this.sheets) return [];
    const typed = typedIn(this.grid, this.sheets.slots, snapshot, result);
    return typed.filter(({ mark }) => !this.stubborn.has(mark));
  }

  private async write(wish: Wish, kind: Kind = "act"): Promise<void> {
    const file = entered(this.file, wish);
    if (file !== this.file) await this.took(file, kind);
  }

  /** Goes on with the file as it is after a change. The panel hears at once; the grid may need seconds. */
  private async took(file: XlsxWorkbook, kind: Kind = "act"): Promise<void> {
    const before = this.moment();
    this.file = file;
    this.read = null;
    const after = this.moment();
    // Also where the phase was typed in its cell: what is closed then is not taken back.
    if (before?.report.phase !== after?.report.phase) this.history.clear();
    else if (kind !== "none" && before && after && this.sheets) {
      const cells = changedCells(this.sheets.slots, before, after);
      this.history.add({ cells, at: Date.now() }, kind === "joins");
    }
    const refreshed = this.refresh();
    for (const listener of this.listeners) listener();
    await refreshed;
  }

  /** Nothing of the old file stays that could be taken for an entry of the new one. */
  private async replace(file: XlsxWorkbook, onTaken: () => void): Promise<void> {
    const snapshot = file.snapshot();
    const read = snapshot && report(EDITIONS, snapshot);
    const sheets = snapshot && read && sheetsOf(snapshot, read);
    this.file = file;
    this.read = read;
    this.history.clear();
    const drawn = this.draw(sheets);
    onTaken();
    await drawn;
  }

  /** Shows what the file holds: by single cells, or anew where the phase or the engagement gives another sheet. */
  private async refresh(): Promise<void> {
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    const { grid, sheets } = this;
    if (!grid || !snapshot || !result) return;
    const checklist = this.checklist();
    if (!checklist) return;
    const { inputs } = readInputs(checklist, snapshot);
    const plan = blueprint(checklist, inputs, comparedFormat(snapshot));
    if (!sheets || shapeOf(plan) !== shapeOf(sheets.drawn)) return this.redraw();
    grid.write(
      sheets.slots.flatMap((slot) => {
        const value = fileValue(slot, snapshot, result);
        if (value === undefined || isSame(value, grid.read(slot.cell, slot.isDate))) return [];
        return [{ ...slot.cell, value }];
      }),
    );
  }

  private async redraw(): Promise<void> {
    this.read = null;
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (snapshot && result) await this.draw(sheetsOf(snapshot, result));
  }

  private async draw(sheets: Sheets | null): Promise<void> {
    this.sheets = sheets;
    this.stubborn.clear();
    if (!sheets || !this.grid) return;
    this.isDrawing = true;
    this.tellDrawing("drawing");
    let outcome: Drawing = "drawn";
    try {
      await this.grid.draw(sheets.drawn);
    } catch (error) {
      // What is missing in a grid that broke off would be taken for cleared cells.
      this.grid = null;
      outcome = "failed";
      console.error(error);
    }
    this.isDrawing = false;
    this.tellDrawing(outcome);
  }

  private select(place: Place): void {
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (!snapshot || !result || !this.sheets) return;
    this.grid?.select(answerPlace(place, snapshot, result, this.sheets.drawn));
  }

  private tellDrawing(drawing: Drawing): void {
    for (const listener of this.drawingListeners) listener(drawing);
  }

  private fail(error: unknown): void {
    if (error === null) return;
    for (const listener of this.failureListeners) listener(error);
  }
}
