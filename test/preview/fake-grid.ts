/** A grid without a screen: cells by place, who types into them, and drawings that take their time. */

import type { Place } from "../../core/workbook/issues.ts";
import type { Area, Blueprint, CellValue } from "../../core/workbook/port.ts";
import type { Grid, GridCell } from "../../preview/grid/types.ts";

const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${row}!${column}`;

export class FakeGrid implements Grid {
  drawings = 0;
  writings = 0;
  private cells = new Map<string, CellValue>();
  private formulas = new Set<string>();
  private unlocked = new Map<string, readonly Area[]>();
  private place: Place | null = null;
  private isDrawing = false;
  /** Typed, but not yet ended by Enter. */
  private open: GridCell | null = null;
  private held: Promise<void> | null = null;
  private readonly onEdits: (() => void)[] = [];

  /** From now on drawings keep the old cells until the returned function is called. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.held = null;
      release();
    };
  }

  /** As the real one does, it waits before it replaces the old cells, and takes nothing meanwhile. */
  async draw(blueprint: Blueprint): Promise<void> {
    if (this.isDrawing) throw new Error("Two drawings at once.");
    this.isDrawing = true;
    this.open = null;
    await new Promise((resolve) => setTimeout(resolve));
    await this.held;
    this.replace(blueprint);
    this.isDrawing = false;
  }

  private replace(blueprint: Blueprint): void {
    this.drawings += 1;
    this.cells = new Map();
    this.formulas = new Set();
    for (const sheet of blueprint.sheets) {
      this.unlocked.set(sheet.name, sheet.unlocked);
      for (const cell of sheet.cells) {
        const key = keyOf({ sheet: sheet.name, row: cell.row, column: cell.column });
        this.cells.set(key, cell.value);
        if (cell.formula !== undefined) this.formulas.add(key);
      }
    }
  }

  isTyping(): boolean {
    return this.open !== null;
  }

  focus(): void {
    // Nobody types here with keys.
  }

  read(place: Place): CellValue {
    return this.cells.get(keyOf(place)) ?? null;
  }

  hasFormula(place: Place): boolean {
    return this.formulas.has(keyOf(place));
  }

  write(cells: readonly GridCell[]): void {
    for (const cell of cells) {
      this.writings += 1;
      this.cells.set(keyOf(cell), cell.value);
    }
    // A real grid reports what is written to it as well.
    for (const listener of this.onEdits) listener();
  }

  select(place: Place): void {
    if (!this.isDrawing) this.place = place;
  }

  selected(): Place | null {
    return this.place;
  }

  onEdit(listener: () => void): void {
    this.onEdits.push(listener);
  }

  onSelect(): void {}

  note(): void {}

  async finish(): Promise<void> {
    const { open } = this;
    this.open = null;
    if (open) this.type(open, open.value);
  }

  /** Types as a user does who has not pressed Enter yet. */
  begin(place: Place, value: CellValue): void {
    this.open = { ...place, value };
  }

  /** Types as a user does; nothing arrives while the sheets are drawn. */
  type(place: Place, value: CellValue): void {
    if (this.isDrawing) return;
    this.cells.set(keyOf(place), value);
    for (const listener of this.onEdits) listener();
  }

  isOpen(sheet: string, row: number, column: number): boolean {
    return (this.unlocked.get(sheet) ?? []).some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  }
}
