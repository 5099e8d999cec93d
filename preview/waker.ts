/** Wakes the grid when its view is first looked at: most of an audit needs none. */

import type { Frame } from "./frame.ts";
import type { Grid } from "./grid/types.ts";
import { keepPlace } from "./keys.ts";
import { afterPaint, loadStyles } from "./loading.ts";
import { hintNote } from "./note.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import type { PreviewWorkbook } from "./workbook.ts";

export class Waker {
  private grid: Grid | null = null;
  private state: "asleep" | "loading" | "ready" | "drawing" | "failed" = "asleep";
  private readonly workbook: PreviewWorkbook;
  private readonly frame: Frame;
  /** Called when another cell is selected. */
  private readonly onSelect: () => void;

  constructor(workbook: PreviewWorkbook, frame: Frame, onSelect: () => void) {
    this.workbook = workbook;
    this.frame = frame;
    this.onSelect = onSelect;
    let giveBack: () => void = () => undefined;
    workbook.onDrawing((drawing) => {
      if (drawing === "drawing") giveBack = keepPlace(frame);
      else giveBack();
      this.state = drawing === "drawn" ? "ready" : drawing;
      this.show();
    });
  }

  /** Null while there is none to use. */
  ready(): Grid | null {
    return this.state === "ready" ? this.grid : null;
  }

  /** Loads the grid, the first time that this is called. */
  wake(): void {
    if (this.state === "asleep") void this.load();
  }

  show(): void {
    const { frame, state } = this;
    if (state === "failed") frame.placeholder(TEXT.noGrid, false);
    else if (state === "loading") frame.placeholder(TEXT.loading, true);
    else if (state === "drawing") frame.placeholder(TEXT.drawing, true);
    else frame.placeholder(null, false);
  }

  private async load(): Promise<void> {
    const { workbook, frame } = this;
    this.state = "loading";
    this.show();
    try {
      await afterPaint();
      await loadStyles("grid.css");
      const { createGrid } = await import("./grid/grid.ts");
      if (workbook.checklist() !== null) frame.placeholder(TEXT.drawing, true);
      await afterPaint();
      const grid = createGrid(frame.grid);
      const showHint = () => grid.note(hintNote(workbook));
      grid.onSelect(() => {
        this.onSelect();
        showHint();
      });
      workbook.watch(showHint);
      this.grid = grid;
      await workbook.show(grid);
      // Without a checklist nothing was drawn.
      if (this.state === "loading") this.state = "ready";
    } catch (error) {
      this.state = "failed";
      console.error(error);
    }
    this.show();
  }
}
