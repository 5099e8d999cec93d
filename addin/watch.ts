/** Hears of edits, results and selections, by anyone, and calls once after each burst. */

export interface Heard {
  /** Rows, columns or several cells were touched: drop-downs may have gone. */
  readonly wide: boolean;
}

/** Excel for the web does not tell of every pick from a list, so all three events count. */
export const DEBOUNCE_MILLISECONDS = 300;

export interface WatchOptions {
  /** After a burst has settled. */
  readonly onSettled: (heard: Heard) => void;
  /** At once, for each selection. */
  readonly onSelected: (sheetId: string, address: string) => void;
  /** The events could not be had; the user can still refresh. */
  readonly onDeaf: (error: unknown) => void;
}

/** Returns a function that ends it. */
export function watchWorkbook({ onSettled, onSelected, onDeaf }: WatchOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let wide = false;
  let ended = false;
  const hear = (isWide: boolean) => {
    if (ended) return;
    wide ||= isWide;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      const heard = { wide };
      wide = false;
      onSettled(heard);
    }, DEBOUNCE_MILLISECONDS);
  };
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  const results: OfficeExtension.EventHandlerResult<unknown>[] = [
    worksheets.onChanged.add(async (event) => {
      hear(event.changeType !== "RangeEdited" || /[:,]/.test(event.address));
    }),
    worksheets.onCalculated.add(async () => hear(false)),
    worksheets.onSelectionChanged.add(async (event) => {
      if (!ended) onSelected(event.worksheetId, event.address);
      hear(false);
    }),
    worksheets.onDeleted.add(async () => hear(true)),
    worksheets.onAdded.add(async () => hear(true)),
  ];
  context.sync().catch(onDeaf);
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
    for (const result of results) result.remove();
    // Nobody listens any more; whether Excel heard of it does not matter.
    context.sync().catch(() => undefined);
  };
}
