/** The port of the page: an .xlsx file in memory is the truth, a grid shows it and takes edits of it. */

import {
  type Blueprint,
  type BlueprintCell,
  blueprint,
  type Change,
  type Edit,
  type Feature,
  HostError,
  type ItemId,
  type Place,
  planChange,
  type Report,
  readInputs,
  report,
  type Snapshot,
  type Step,
  type Workbook,
} from "../core/index.ts";
import { newXlsx, openXlsx, type XlsxWorkbook } from "../xlsx/workbook.ts";
import type { Grid } from "./grid/types.ts";
import { type Hint, hintOf } from "./hints.ts";
import { cellKey, fileValue, gridRows, overwritten, type Slot, slotsOf, toGrid } from "./slots.ts";

/** A paste or a fill comes as one edit; typing is over when the grid has written the cell. */
const SETTLED_MILLISECONDS = 25;

export class PreviewWorkbook implements Workbook {
  /** The file's formulas are calculated in the grid; the file itself stores what the core calculates. */
  readonly cannot: readonly Feature[] = ["calculation"];
  private file: XlsxWorkbook = newXlsx();
  private grid: Grid | null = null;
  private drawn: Blueprint | null = null;
  private slots: readonly Slot[] = [];
  private read: Report | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();

  async build(plan: Blueprint): Promise<void> {
    await this.file.build(plan);
    await this.redraw();
  }

  snapshot(): Snapshot | null {
    return this.file.snapshot();
  }

  async apply(change: Change): Promise<void> {
    const file = openXlsx(this.file.bytes());
    file.apply(change);
    // Read before it takes the old one's place, so that a failure changes nothing.
    file.snapshot();
    this.file = file;
    await this.refresh();
    this.tell();
  }

  watch(onChange: () => void): () => void {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  }

  /** Takes another file in place of the present one. Throws `HostError` and changes nothing where it is refused. */
  async open(
    bytes: Uint8Array,
    refuse: (snapshot: Snapshot | null) => string | null,
  ): Promise<void> {
    const file = openXlsx(bytes);
    const reason = refuse(file.snapshot());
    if (reason !== null) throw new HostError(reason);
    this.file = file;
    await this.redraw();
  }

  /** Back to a page without a checklist. */
  clear(): void {
    this.file = newXlsx();
    this.read = null;
    this.drawn = null;
  }

  bytes(): Uint8Array {
    return this.file.bytes();
  }

  /** Visible sheets of the file that are not the checklist's, and so not in the grid. */
  ownSheets(): number {
    const ours = new Set(this.drawn?.sheets.map((sheet) => sheet.name));
    const sheets = this.file.snapshot()?.sheets ?? [];
    return sheets.filter((sheet) => sheet.visible && !ours.has(sheet.name)).length;
  }

  /** Null without a checklist. */
  report(): Report | null {
    const snapshot = this.file.snapshot();
    if (!snapshot) return null;
    this.read ??= report(snapshot);
    return this.read;
  }

  /** Writes some inputs with all that follows from them. */
  async edit(edits: readonly Edit[]): Promise<void> {
    const snapshot = this.file.snapshot();
    if (snapshot && edits.length > 0) await this.apply(planChange(snapshot, edits).change);
  }

  /** Takes a step of the audit as the core has worked it out. Throws `HostError` with the reason where it must not. */
  async step(work: (snapshot: Snapshot) => Step): Promise<void> {
    await this.settle();
    const snapshot = this.file.snapshot();
    if (!snapshot) return;
    const { edits, refusal } = work(snapshot);
    if (refusal !== null) throw new HostError(refusal);
    await this.edit(edits);
  }

  /** From now on the grid shows the workbook, and what is edited in it goes into the file. */
  async show(grid: Grid): Promise<void> {
    this.grid = grid;
    grid.onEdit(() => {
      this.timer ??= setTimeout(() => {
        this.timer = null;
        void this.takeEdits();
      }, SETTLED_MILLISECONDS);
    });
    await this.redraw();
  }

  /** Selects the cell in the grid; for an item, whose place is its id, the cell to answer in. */
  goTo(place: Place): void {
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (!snapshot || !result || !this.drawn) return;
    const target = toGrid(place, snapshot, result, this.drawn);
    const areaOf = (name: string) => this.drawn?.names.find((named) => named.name === name)?.area;
    const isItem = result.items.some(
      ({ place: own }) =>
        own && own.row === place.row && own.column === place.column && own.sheet === place.sheet,
    );
    const asksPartner = result.phase === "selfAssessment" || result.phase === "submitted";
    const answers = areaOf(asksPartner ? "Self_Answer" : "Auditor_Answer");
    this.grid?.select(isItem && answers ? { ...target, column: answers.column } : target);
  }

  /** The item in whose row the grid's selection stands. */
  selectedItem(): ItemId | null {
    const place = this.grid?.selected();
    const ids = this.drawn?.names.find((name) => name.name === "Item_Id");
    if (!this.drawn || !place || place.sheet !== ids?.sheet) return null;
    for (const [id, row] of gridRows(this.drawn)) if (row === place.row) return id;
    return null;
  }

  /** What is said of the selected cell; null for nothing. */
  hint(): Hint | null {
    const place = this.grid?.selected();
    if (!this.grid || !this.drawn || !place) return null;
    return hintOf(this.drawn, place, this.grid.read(place, false));
  }

  /** Selects a cell by its place in the grid, which can differ from that in the file. */
  turnTo(place: Place): void {
    this.grid?.select(place);
  }

  /** Puts what was typed in the grid into the file at once, before it is saved. */
  async settle(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.takeEdits();
  }

  private async takeEdits(): Promise<void> {
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (!snapshot || !result || !this.grid || !this.drawn) return;
    const edits: Edit[] = [];
    for (const slot of this.slots) {
      const before = fileValue(slot, snapshot, result);
      const value = this.grid.read(slot.cell, slot.isDate);
      if (before === undefined || isSame(before, value)) continue;
      const { name, item, index } = slot;
      edits.push({
        name,
        value,
        ...(item === undefined ? {} : { item }),
        ...(index === undefined ? {} : { index }),
      });
    }
    await this.edit(edits);
  }

  /** Shows what the file holds: by single cells, or anew where the phase or the engagement gives another sheet. */
  private async refresh(): Promise<void> {
    this.read = null;
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (!this.grid || !snapshot || !result) return;
    const { inputs } = readInputs(snapshot);
    if (!this.drawn || shapeOf(blueprint(inputs)) !== shapeOf(this.drawn)) return this.redraw();
    const grid = this.grid;
    grid.write(
      this.slots.flatMap((slot) => {
        const value = fileValue(slot, snapshot, result);
        if (value === undefined || isSame(value, grid.read(slot.cell, slot.isDate))) return [];
        return [{ ...slot.cell, value }];
      }),
    );
  }

  private async redraw(): Promise<void> {
    this.read = null;
    const [snapshot, result] = [this.file.snapshot(), this.report()];
    if (!snapshot || !result) return;
    const plan = blueprint(readInputs(snapshot).inputs);
    this.slots = slotsOf(plan, snapshot);
    this.drawn = asInFile(plan, this.slots, snapshot, result);
    await this.grid?.draw(this.drawn);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const text = (value: Edit["value"]): string =>
  value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** Empty text and an empty cell are the same, and so are a number and its digits. */
const isSame = (a: Edit["value"], b: Edit["value"]): boolean => text(a) === text(b);

/** What the phase and the engagement decide about the sheets: locks and columns. */
const shapeOf = (plan: Blueprint): string =>
  JSON.stringify(plan.sheets.map(({ unlocked, columns }) => [unlocked, columns]));

/** The blueprint with what the file really holds, faults included. */
function asInFile(
  plan: Blueprint,
  slots: readonly Slot[],
  snapshot: Snapshot,
  result: Report,
): Blueprint {
  const typed = overwritten(plan, snapshot, result);
  for (const slot of slots) {
    const value = fileValue(slot, snapshot, result);
    if (value !== undefined) {
      typed.set(cellKey(slot.cell.sheet, slot.cell.row, slot.cell.column), value);
    }
  }
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell): BlueprintCell => {
        const value = typed.get(cellKey(sheet.name, cell.row, cell.column));
        if (value === undefined) return cell;
        const { formula: _lost, ...rest } = cell;
        return { ...rest, value };
      }),
    })),
  };
}
