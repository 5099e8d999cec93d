/** What was typed in the grid on its way into the file: all that the file can hold, and the reasons for the rest. */

import { asGiven, enter, type Wish } from "../core/report/enter.ts";
import { momentOf } from "../core/report/moment.ts";
import { refusalText } from "../core/report/refusal.ts";
import type { Report } from "../core/report/report.ts";
import { placeKey } from "../core/workbook/area.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { type Change, type Edit, HostError, type Snapshot } from "../core/workbook/port.ts";
import { fileChange } from "../core/workbook/write/stored.ts";
import { openXlsx, type XlsxWorkbook } from "../xlsx/workbook.ts";
import type { Grid } from "./grid/types.ts";
import { fileValue, isSame, type Slot, shown } from "./slots.ts";
import { PREVIEW_REMEDIES, PREVIEW_TEXT as TEXT } from "./words.ts";

export interface Typed {
  /** The same for the same entry over the same value of the file. */
  readonly mark: string;
  readonly edit: Edit;
}

/** Where the grid shows something else than the file holds. */
export function typedIn(
  grid: Grid,
  slots: readonly Slot[],
  snapshot: Snapshot,
  result: Report,
): Typed[] {
  return slots.flatMap((slot): Typed[] => {
    const { name, item, index, cell, isDate } = slot;
    const before = fileValue(slot, snapshot, result);
    const value = grid.read(cell, isDate);
    if (before === undefined || isSame(before, value)) return [];
    const edit: Edit = {
      name,
      value,
      ...(item === undefined ? {} : { item }),
      ...(index === undefined ? {} : { index }),
    };
    const key = placeKey(cell.sheet, cell.row, cell.column);
    return [{ mark: [key, shown(before), shown(value)].join("\n"), edit }];
  });
}

/** The file with a change in it, read once so that a fault shows here; the given one stays as it is. */
export function patched(before: XlsxWorkbook, change: Change): XlsxWorkbook {
  const file = openXlsx(EDITIONS, before.bytes());
  file.apply(change);
  file.snapshot();
  return file;
}

/** The file with what was wished for; the given one where nothing has to be written. Throws `HostError` with the reason. */
export function entered(before: XlsxWorkbook, wish: Wish): XlsxWorkbook {
  const { change, refusal } = enter(
    EDITIONS,
    before.snapshot(),
    wish,
    fileChange,
    momentOf(new Date()),
  );
  if (refusal !== null) throw new HostError(refusalText(refusal, PREVIEW_REMEDIES));
  return change ? patched(before, change) : before;
}

export interface Refused {
  readonly entry: Typed;
  readonly error: unknown;
}

/** The file with all entries; where it cannot hold one, with all others, found by halves, and why. */
export function taken(
  before: XlsxWorkbook,
  typed: readonly Typed[],
): { readonly file: XlsxWorkbook; readonly refused: readonly Refused[] } {
  if (typed.length === 0) return { file: before, refused: [] };
  try {
    const read = asGiven(typed.map(({ edit }) => edit));
    // Cells that the phase has closed are locked in the grid: what stands there was typed before it moved.
    return { file: entered(before, { kind: "entries", read, closed: "tell" }), refused: [] };
  } catch (error) {
    const [entry] = typed;
    if (entry && typed.length === 1) return { file: before, refused: [{ entry, error }] };
    const half = Math.ceil(typed.length / 2);
    const one = taken(before, typed.slice(0, half));
    const other = taken(one.file, typed.slice(half));
    return { file: other.file, refused: [...one.refused, ...other.refused] };
  }
}

/** What to say of entries that were put back. */
export function refusalOf(refused: readonly Refused[]): HostError {
  const reasons = refused.flatMap(({ error }) => {
    if (error instanceof HostError) return [error.message];
    console.error(error);
    return [];
  });
  return new HostError(TEXT.putBack(refused.length, reasons));
}
