/** Rows of items whose id was lost, and copies of rows: what can be told by their titles and entries. */

import { findSection } from "../checklist/lookup.ts";
import { INPUTS } from "../workbook/fields.ts";
import type { Place } from "../workbook/issues.ts";
import type { PlacedCell } from "../workbook/port.ts";
import {
  cellInRow,
  cellText,
  type FoundRow,
  isBlank,
  valueInRow,
} from "../workbook/read/locate.ts";
import type { CellMend } from "./cells.ts";
import { type Damaged, mendAt, type Unsure } from "./pass.ts";

/** Ids put back, and copies of rows that say nothing of their own no longer counted. */
export function rowMends(damaged: Damaged): CellMend[] {
  return [...lostIds(damaged), ...headingKeys(damaged), ...emptyCopies(damaged)];
}

/** A row that bears an item's title, where no other row is that item's. */
function lostIds({ edition, snapshot, reading }: Damaged): CellMend[] {
  const missing = edition.checklist.items.filter(({ id }) => !reading.rows.has(id));
  const strays = reading.foundRows.filter(
    (row) => row.item === null || reading.rows.get(row.item.id) !== row,
  );
  return missing.flatMap((item): CellMend[] => {
    const fits = strays.filter(
      ({ sheetRow }) =>
        cellText(valueInRow(snapshot, "Item_Title", sheetRow)).trim() === item.title,
    );
    const [row] = fits;
    if (!row || fits.length > 1) return [];
    const { place, value } = row.id;
    return [{ mend: mendAt("id", place, value, item.id), cell: [{ ...place, value: item.id }] }];
  });
}

/** The heading of a section has no key of an item's. */
function headingKeys({ edition, snapshot, reading }: Damaged): CellMend[] {
  return reading.foundRows.flatMap(({ item, id, section, sheetRow }): CellMend[] => {
    const own = item === null ? findSection(edition.checklist, cellText(id.value).trim()) : null;
    if (!own || !section || valueInRow(snapshot, "Item_Title", sheetRow) !== own.title) return [];
    return [
      {
        mend: mendAt("key", section.place, section.value, null),
        cell: [{ ...section.place, value: null }],
      },
    ];
  });
}

const ENTRIES = INPUTS.filter(({ shape }) => shape === "column").map(({ name }) => name);

/** The entries in which a copy of a row says anything else than the row that counts. */
function differences({ snapshot, reading }: Damaged, row: FoundRow): string[] {
  const counting = row.item && reading.rows.get(row.item.id);
  if (!counting) return [];
  return ENTRIES.filter((name) => {
    const own = valueInRow(snapshot, name, row.sheetRow);
    const other = valueInRow(snapshot, name, counting.sheetRow);
    return !isBlank(own) && cellText(own).trim() !== cellText(other).trim();
  });
}

const copies = ({ reading }: Damaged): FoundRow[] =>
  reading.foundRows.filter((row) => row.item !== null && reading.rows.get(row.item.id) !== row);

/** What makes a row count is taken out of a copy that says nothing of its own; what is written in it stays. */
function emptyCopies(damaged: Damaged): CellMend[] {
  const { plan, snapshot } = damaged;
  const home = plan.names.find(({ name }) => name === "Item_Id")?.sheet;
  const columns = plan.names.filter(
    ({ name, sheet, area }) => sheet === home && area.columns === 1 && !ENTRIES.includes(name),
  );
  return copies(damaged).flatMap((row): CellMend[] => {
    // A row of another title is another item's, whose id went wrong.
    const title = cellText(valueInRow(snapshot, "Item_Title", row.sheetRow)).trim();
    if (title !== row.item?.title || differences(damaged, row).length > 0) return [];
    const cell = columns.flatMap(({ name }): PlacedCell[] => {
      const found = cellInRow(snapshot, name, row.sheetRow);
      const isCounted = found?.formula !== null || name === "Item_Id" || name === "Item_Section";
      return found && isCounted ? [{ ...found.place, value: null }] : [];
    });
    return [{ mend: mendAt("row", row.id.place, row.id.value, null), cell }];
  });
}

/** Rows that only a person can settle. */
export function unsureRows(damaged: Damaged): Unsure[] {
  const twice = copies(damaged).flatMap((row): Unsure[] => {
    const names = differences(damaged, row);
    const counting = row.item && damaged.reading.rows.get(row.item.id);
    if (names.length === 0 || !counting || !row.item) return [];
    const places: Place[] = [counting.id.place, row.id.place];
    return [{ is: "twice", item: row.item.id, places, names }];
  });
  return [...twice, ...sortedApart(damaged)];
}

/** So many ids beside the hidden keys of others are no slips of single cells. */
const MANY = 5;

export function sortedApart({ reading }: Pick<Damaged, "reading">): Unsure[] {
  const apart = [...reading.rows.values()].filter(
    ({ item, section }) =>
      typeof section?.value === "number" && item !== null && section.value !== Number(item.section),
  );
  const [first] = apart;
  if (!first || apart.length < MANY) return [];
  return [{ is: "sortedApart", sheet: first.id.place.sheet, rows: apart.length }];
}
