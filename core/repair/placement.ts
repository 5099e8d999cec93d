/** Which cell of a damaged sheet is which cell of a new one: by names, and in the Checklist by ids. */

import { findSection } from "../checklist/lookup.ts";
import { cellAddress, columnNumber } from "../workbook/a1.ts";
import { type Cell, isSameSize, placeKey } from "../workbook/area.ts";
import { bodyOf, columnOf, endRow, HEADER_ROW } from "../workbook/draw/layout.ts";
import type { NamePlan, Snapshot } from "../workbook/port.ts";
import { cellIn, cellText, columnsRead, type Found, rowsRead } from "../workbook/read/locate.ts";
import type { Damaged } from "./pass.ts";

/** A planned sheet as it stands in the workbook. */
export interface Placement {
  /** The title that it has there. */
  readonly title: string;
  readonly row: (planned: number) => number | null;
  readonly column: (planned: number) => number | null;
}

/** The title under which each planned sheet is found, by its planned name: where most of its names lead. */
export function titlesIn(names: readonly NamePlan[], snapshot: Snapshot): Map<string, string> {
  const titles = new Map<string, string>();
  for (const sheet of new Set(names.map((named) => named.sheet))) {
    const counts = new Map<string, number>();
    for (const named of names) {
      const title = named.sheet === sheet ? snapshot.names[named.name]?.sheet : undefined;
      if (title !== undefined) counts.set(title, (counts.get(title) ?? 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best) titles.set(sheet, best[0]);
  }
  return titles;
}

/** By planned name; a sheet that is not found has none. */
export function placementsOf(damaged: Damaged): Map<string, Placement> {
  const { plan, snapshot } = damaged;
  const placements = new Map<string, Placement>();
  const home = plan.names.find(({ name }) => name === "Item_Id")?.sheet;
  for (const [sheet, title] of titlesIn(plan.names, snapshot)) {
    const own = plan.names.filter((named) => named.sheet === sheet);
    const isChecklist = sheet === home;
    placements.set(
      sheet,
      isChecklist ? checklist(damaged, title, own) : byNames(snapshot, title, own),
    );
  }
  return placements;
}

/** Lines that names of the same size lead to; one that two names disagree on is nowhere. */
class Lines {
  private readonly known = new Map<number, number | null>();

  put(planned: number, actual: number): void {
    const before = this.known.get(planned);
    this.known.set(planned, before === undefined || before === actual ? actual : null);
  }

  readonly at = (planned: number): number | null => this.known.get(planned) ?? null;

  /** The same; a line that no name leads to moved along with those beside it, where these moved alike. */
  readonly near = (planned: number): number | null => {
    const known = this.known.get(planned);
    if (known !== undefined) return known;
    const [before, after] = [this.beside(planned, -1), this.beside(planned, 1)];
    const by = before ?? after;
    if (by === null || (before !== null && after !== null && before !== after)) return null;
    const line = planned + by;
    return line > 0 ? line : null;
  };

  /** By how much the next known line in a direction moved. */
  private beside(planned: number, step: 1 | -1): number | null {
    let best: readonly [number, number] | null = null;
    for (const [line, actual] of this.known) {
      if (actual === null || Math.sign(line - planned) !== step) continue;
      if (best === null || Math.abs(line - planned) < Math.abs(best[0] - planned))
        best = [line, actual];
    }
    return best === null ? null : best[1] - best[0];
  }
}

function byNames(snapshot: Snapshot, title: string, own: readonly NamePlan[]): Placement {
  const [rows, columns] = [new Lines(), new Lines()];
  for (const { name, area } of own) {
    const range = snapshot.names[name];
    if (range?.sheet !== title || !isSameSize(range, area)) continue;
    for (let down = 0; down < area.rows; down += 1) rows.put(area.row + down, range.row + down);
    for (let right = 0; right < area.columns; right += 1)
      columns.put(area.column + right, range.column + right);
  }
  return { title, row: rows.near, column: columns.near };
}

function checklist(
  { edition, snapshot, reading }: Damaged,
  title: string,
  own: readonly NamePlan[],
): Placement {
  const [rows, columns] = [new Lines(), new Lines()];
  for (const { name, area } of own) {
    const range = snapshot.names[name];
    if (range?.sheet === title && area.columns === 1 && area.row === HEADER_ROW)
      columns.put(area.column, range.column);
  }
  // Nothing is called after what evidence to show: it stands between its neighbours.
  const [before, after] = [columnOf("requirement"), columnOf("ifNotMet")].map(columns.at);
  if (before && after && after - before === 2) columns.put(columnOf("evidenceToShow"), before + 1);
  const { Item_Id: ids, Checklist_Top: top } = snapshot.names;
  if (top?.sheet === title) {
    rows.put(1, top.row);
    rows.put(2, top.row + 1);
  }
  if (ids) {
    rows.put(HEADER_ROW, ids.row);
    rows.put(endRow(edition.checklist), ids.row + ids.rows - 1);
    for (const row of bodyOf(edition.checklist)) {
      const found =
        row.kind === "item"
          ? reading.rows.get(row.item.id)?.sheetRow
          : headingRow(snapshot, row.section.id);
      if (found !== undefined) rows.put(row.row, found);
    }
  }
  return { title, row: rows.at, column: columns.at };
}

/** The row that bears a section's id and is no item's. */
export function headingRow(snapshot: Snapshot, section: string): number | undefined {
  const { Item_Id: ids, Item_Section: keys } = snapshot.names;
  const index = (ids?.values ?? []).findIndex(
    ([id], at) =>
      cellText(id ?? null).trim() === section &&
      ids !== undefined &&
      typeof keys?.values[ids.row + at - keys.row]?.[0] !== "number",
  );
  return ids && index >= 0 ? ids.row + index : undefined;
}

/** Whether items of one section stand among those of another, or before their heading: no sum of a block is right then. */
export function areBlocksBroken({ edition, snapshot, reading }: Damaged): boolean {
  const ids = snapshot.names.Item_Id;
  if (!ids || reading.rows.size === 0) return false;
  const items = new Map([...reading.rows.values()].map(({ sheetRow, item }) => [sheetRow, item]));
  const seen = new Set<string>();
  let current: string | null = null;
  for (let at = 0; at < rowsRead(ids); at += 1) {
    const item = items.get(ids.row + at);
    if (item) {
      if (item.section !== current) return true;
      continue;
    }
    const section = findSection(edition.checklist, cellText(ids.values[at]?.[0] ?? null).trim());
    if (!section || headingRow(snapshot, section.id) !== ids.row + at) continue;
    if (seen.has(section.id)) return true;
    seen.add(section.id);
    current = section.id;
  }
  return false;
}

/** A pair of references that stand for what lies between them, or a single one. Texts in quotes are passed over. */
const PIECES =
  /"(?:[^"]|"")*"|\$?[A-Za-z]{1,3}\$?\d{1,7}:\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w.(])|[\w.$]+[(!]?/g;
const ONE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/**
 * A planned formula as it has to be where the cells stand now; null where one of them is not found. What lies between
 * two references is wherever its rows are.
 */
export function movedFormula(formula: string, placement: Placement): string | null {
  let isLost = false;
  const lost = (whole: string): string => {
    isLost = true;
    return whole;
  };
  const address = (whole: string, row: number | null, match: RegExpExecArray): string => {
    const [, columnMark = "", letters = "", rowMark = ""] = match;
    const column = placement.column(columnNumber(letters));
    if (row === null || column === null) return lost(whole);
    const [, columnText = "", rowText = ""] =
      /^([A-Z]+)(\d+)$/.exec(cellAddress(row, column)) ?? [];
    return `${columnMark}${columnText}${rowMark}${rowText}`;
  };
  const moved = formula.replace(PIECES, (whole) => {
    if (whole.startsWith('"')) return whole;
    const [first = "", second] = whole.split(":");
    const start = ONE.exec(first);
    if (!start) return whole;
    const end = second === undefined ? null : ONE.exec(second);
    if (!end) return address(whole, placement.row(Number(start[4])), start);
    const between: number[] = [];
    for (let row = Number(start[4]); row <= Number(end[4]); row += 1) {
      const found = placement.row(row);
      if (found !== null) between.push(found);
    }
    if (between.length === 0) return lost(whole);
    const top = address(whole, Math.min(...between), start);
    return isLost ? whole : `${top}:${address(whole, Math.max(...between), end)}`;
  });
  return isLost ? null : moved;
}

/** A formula in which a pair of references stands for those of the rows that lie between them; null without one. */
export function coveringFormula(formula: string, rows: readonly number[]): string | null {
  let hasPair = false;
  const covering = formula.replace(PIECES, (whole) => {
    const [first = "", second = ""] = whole.startsWith('"') ? [] : whole.split(":");
    const [start, end] = [ONE.exec(first), ONE.exec(second)];
    if (!start || !end) return whole;
    hasPair = true;
    const between = rows.filter((row) => row >= Number(start[4]) && row <= Number(end[4]));
    return `{${start[2]}:${end[2]} ${between.join(" ")}}`;
  });
  return hasPair ? covering : null;
}

/** Every cell of the workbook that a name leads to. */
export function cellFinder({
  names,
}: Snapshot): (sheet: string, row: number, column: number) => Found | null {
  const cells = new Map<string, Found>();
  for (const range of Object.values(names)) {
    const columns = columnsRead(range);
    for (let row = 0; row < rowsRead(range); row += 1)
      for (let column = 0; column < columns; column += 1) {
        const found = cellIn(range, row, column);
        const { place } = found;
        cells.set(placeKey(place.sheet, place.row, place.column), found);
      }
  }
  return (sheet, row, column) => cells.get(placeKey(sheet, row, column)) ?? null;
}

export const placed = (placement: Placement, { row, column }: Cell): Cell | null => {
  const [actualRow, actualColumn] = [placement.row(row), placement.column(column)];
  return actualRow === null || actualColumn === null
    ? null
    : { row: actualRow, column: actualColumn };
};
