/** The one pass over the inputs of a workbook: the table of fields says which cells there are and how each is read. */

import type { IsoDate, ItemId, Points } from "../../checklist/domain.ts";
import { ifNotMetFor, isOpen, openItems } from "../../checklist/lookup.ts";
import type { Checklist, Item } from "../../checklist/types.ts";
import { INPUTS, type Input } from "../fields.ts";
import type { CellValue, NamedRange, Snapshot } from "../port.ts";
import {
  decodeAnswer,
  decodeChoice,
  decodeDate,
  decodePoints,
  decodeText,
  type Meaning,
  type View,
} from "./decode.ts";
import { cellIn, columnsRead, type Found, type FoundRow, openRow, rowsRead } from "./locate.ts";

/** An input's cell with what it means. */
export interface ReadCell {
  readonly field: Input;
  /** Whose row it is; null outside the Checklist. */
  readonly item: Item | null;
  readonly range: NamedRange;
  /** From the range's first row and column. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly meaning: Meaning;
}

/** The cell itself. */
export const foundOf = ({ range, row, column }: ReadCell): Found => cellIn(range, row, column);

export interface Cells {
  /**
   * By name: of a column one for each item in the checklist's order, of a list of services one for each service,
   * else all of the range, row by row. Null where there is no cell.
   */
  readonly byName: ReadonlyMap<string, readonly (ReadCell | null)[]>;
  /** Those that were not read to the letter. */
  readonly odd: readonly ReadCell[];
  /** Whether formulas see anything else than what people meant. */
  readonly differs: boolean;
}

export interface ItemPoints {
  readonly ifMet: Points;
  readonly ifNotMet: Points;
}

/** What an item counts, where `ifMet` was read. */
export const pointsOf = (checklist: Checklist, item: Item, ifMet: Points): ItemPoints => ({
  ifMet,
  ifNotMet: isOpen(item) ? ifNotMetFor(checklist, ifMet) : item.ifNotMet,
});

/** `serviceRows` has the place of each service in its lists, negative for one that has none. */
export function readCells(
  checklist: Checklist,
  snapshot: Snapshot,
  rows: ReadonlyMap<ItemId, FoundRow>,
  serviceRows: readonly number[],
): Cells {
  const byName = new Map<string, readonly (ReadCell | null)[]>();
  const odd: ReadCell[] = [];
  let differs = false;
  const read = (field: Input, item: Item | null, range: NamedRange, row: number, column = 0) => {
    const value = range.values[row]?.[column] ?? null;
    const meaning = decode(field, item, value);
    const cell: ReadCell = { field, item, range, row, column, value, meaning };
    if (meaning.how !== "exact") odd.push(cell);
    if (meaning.lenient !== meaning.strict) differs = true;
    return cell;
  };
  const decode = (field: Input, item: Item | null, value: CellValue): Meaning => {
    const { kind } = field;
    if (kind.is === "choice") return decodeChoice(kind, value);
    if (kind.is === "date") return decodeDate(value);
    if (item !== null && kind.is === "points") return decodePoints(checklist, item, value);
    if (item !== null && kind.is === "answer") return decodeAnswer(value, pointsRead(item));
    return decodeText(field, value);
  };
  const pointsByItem = new Map<ItemId, ItemPoints>();
  const pointsRead = (item: Item): ItemPoints => pointsByItem.get(item.id) ?? item;

  const keepPoints = (cells: readonly (ReadCell | null)[]) => {
    for (const cell of cells) {
      if (cell?.item && cell.meaning.is === "points")
        pointsByItem.set(cell.item.id, pointsOf(checklist, cell.item, cell.meaning.lenient));
    }
  };
  // From a table of their own, the Checklist's column only shows them.
  const isOpenShown = snapshot.names.Open_Add !== undefined;

  for (const field of INPUTS) {
    const range = snapshot.names[field.name];
    if (!range) continue;
    if (field.kind.is === "points" && field.shape === "list") {
      const cells = openItems(checklist).map((item) => {
        const row = openRow(snapshot, item);
        return row === null ? null : read(field, item, range, row);
      });
      byName.set(field.name, cells);
      keepPoints(cells);
    } else if (field.shape === "cell") {
      byName.set(field.name, [read(field, null, range, 0)]);
    } else if (field.shape === "column") {
      const cells = checklist.items.map((item) => {
        const row = rows.get(item.id);
        const index = row === undefined ? -1 : row.sheetRow - range.row;
        if (index < 0 || index >= range.rows) return null;
        if (field.kind.is === "points" && isOpenShown && isOpen(item)) return null;
        return read(field, item, range, index);
      });
      byName.set(field.name, cells);
      // An answer may be typed as its points, so they are read before it; the table of fields has them first.
      if (field.kind.is === "points") keepPoints(cells);
    } else if (isOfServices(field)) {
      const cells = serviceRows.map((row) => {
        const isThere = row >= 0 && row < rowsRead(range);
        return isThere ? read(field, null, range, row) : null;
      });
      byName.set(field.name, cells);
    } else {
      const columns = columnsRead(range);
      const count = rowsRead(range) * columns;
      byName.set(
        field.name,
        Array.from({ length: count }, (_, index) =>
          read(field, null, range, Math.floor(index / columns), index % columns),
        ),
      );
    }
  }
  return { byName, odd, differs };
}

const isOfServices = ({ name }: Input): boolean => name.startsWith("Service_");

/** What was read under a name, as inputs have it; `at` counts as in `Cells.byName`. */
export class CellReader {
  private readonly cells: Cells;
  private readonly view: View;

  constructor(cells: Cells, view: View) {
    this.cells = cells;
    this.view = view;
  }

  count(name: string): number {
    return this.cells.byName.get(name)?.length ?? 0;
  }

  /** Anything as text; blank where there is no cell. */
  text(name: string, at = 0): string {
    return String(this.meaning(name, at)?.[this.view] ?? "");
  }

  date(name: string, at = 0): IsoDate | null {
    const meaning = this.meaning(name, at);
    return meaning?.is === "date" ? meaning[this.view] : null;
  }

  answer(name: string, at: number) {
    const meaning = this.meaning(name, at);
    return meaning?.is === "answer" ? meaning[this.view] : "unanswered";
  }

  /** Null where there is no cell. */
  points(name: string, at: number): Points | null {
    const meaning = this.meaning(name, at);
    return meaning?.is === "points" ? meaning[this.view] : null;
  }

  isYes(name: string, at = 0): boolean {
    return this.text(name, at) === "Yes";
  }

  /** Null while blank. */
  yesNo(name: string, at: number): boolean | null {
    const word = this.text(name, at);
    return word === "" ? null : word === "Yes";
  }

  private meaning(name: string, at: number): Meaning | null {
    return this.cells.byName.get(name)?.[at]?.meaning ?? null;
  }
}
