/** Hears of edits, results and selections, by anyone, and calls once after each burst. */

import { parseArea } from "../core/workbook/a1.ts";
import { bothTouched, type Touched } from "./touched.ts";

export interface Heard {
  /** Rows, columns or several cells were touched: drop-downs may have gone. */
  readonly wide: boolean;
  /** The cells that were edited; null where they are not all known, or moved. */
  readonly touched: Touched | null;
}

/** Excel for the web does not tell of every pick from a list, so results and cells that are left count as well. */
export const DEBOUNCE_MILLISECONDS = 300;

/** A burst that does not end is looked at all the same: formulas of the user's own may never rest. */
const LONGEST_MILLISECONDS = 2_000;

export interface WatchOptions {
  /** At once, for each edit or result. */
  readonly onHeard: () => void;
  /** After a burst has settled. */
  readonly onSettled: (heard: Heard) => void;
  /** At once, for each selection; gives whether something may have been entered that nothing else tells of. */
  readonly onSelected: (sheetId: string, address: string) => boolean;
  /** The events could not be had; the user can still refresh. */
  readonly onDeaf: (error: unknown) => void;
}

/** Returns a function that ends it. */
export function watchWorkbook({
  onHeard,
  onSettled,
  onSelected,
  onDeaf,
}: WatchOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since = 0;
  let wide = false;
  let touched: Touched | null = new Map();
  let ended = false;
  const touch = (sheetId: string, address: string) => {
    for (const text of address.split(/[,;]/)) {
      const area = parseArea(text);
      touched = area && touched && bothTouched(touched, new Map([[sheetId, area]]));
    }
  };
  const hear = (isWide: boolean) => {
    if (ended) return;
    onHeard();
    wide ||= isWide;
    if (timer === null) since = Date.now();
    else clearTimeout(timer);
    const left = since + LONGEST_MILLISECONDS - Date.now();
    timer = setTimeout(
      () => {
        timer = null;
        const heard = { wide, touched };
        wide = false;
        touched = new Map();
        onSettled(heard);
      },
      Math.max(0, Math.min(DEBOUNCE_MILLISECONDS, left)),
    );
  };
  const structure = () => {
    touched = null;
    hear(true);
  };
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  const results: OfficeExtension.EventHandlerResult<unknown>[] = [
    worksheets.onChanged.add(async (event) => {
      const isEdit = event.changeType === "RangeEdited";
      if (isEdit) touch(event.worksheetId, event.address);
      else touched = null;
      hear(!isEdit || /[:,;]/.test(event.address));
    }),
    worksheets.onCalculated.add(async () => hear(false)),
    worksheets.onSelectionChanged.add(async (event) => {
      if (!ended && onSelected(event.worksheetId, event.address)) hear(false);
    }),
    worksheets.onDeleted.add(async () => structure()),
    worksheets.onAdded.add(async () => structure()),
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
