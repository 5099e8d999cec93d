/** What the page needs of a grid, so that the workbook can be tested without one. */

import type { Place } from "../../core/workbook/issues.ts";
import type { Blueprint, CellValue } from "../../core/workbook/port.ts";

/** One cell of the grid and what stands, or shall stand, in it. */
export interface GridCell extends Place {
  readonly value: CellValue;
}

export interface Grid {
  /**
   * Replaces everything that is shown by the blueprint, its locks included; the sheet and cell that were
   * selected stay selected where they still exist. The old cells take nothing from the call on; what the new
   * ones take before it is done is reported then.
   */
  draw(blueprint: Blueprint): Promise<void>;
  /** Whether a cell is open for typing. */
  isTyping(): boolean;
  /** Gives the selected cell the keyboard. */
  focus(): void;
  /** Ends typing that is under way in a cell as Enter would. */
  finish(): Promise<void>;
  /** What stands in a cell; whole days in date cells come as `{ date }`. */
  read(place: Place, isDate: boolean): CellValue;
  /** Writes past the locks; formats stay. */
  write(cells: readonly GridCell[]): void;
  select(place: Place): void;
  /** Null before anything is drawn. */
  selected(): Place | null;
  /** Calls back after any cell may have changed, by whatever means. */
  onEdit(listener: () => void): void;
  onSelect(listener: () => void): void;
  /** Shows something beside the selected cell, until it is replaced or, by null, taken away. */
  note(content: HTMLElement | null): void;
}
