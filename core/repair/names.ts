/** Defined names that are gone, cut or point elsewhere: each is put back to the cells that it belongs to. */

import { CHECKLIST } from "../words/sheets.ts";
import { isSameArea } from "../workbook/area.ts";
import { stateOfNames } from "../workbook/check/names.ts";
import { noOriginal } from "../workbook/check/original.ts";
import { CHECKLIST_COLUMNS, HEADER_ROW, planOf } from "../workbook/draw/layout.ts";
import type { Area, NamePlan, Snapshot } from "../workbook/port.ts";
import { cellText, rowsRead } from "../workbook/read/locate.ts";
import { glancedTitles } from "./glance.ts";
import { type Damaged, type Mend, mendOf, NO_PASS, type Pass } from "./pass.ts";
import { placementsOf, titlesIn } from "./placement.ts";

/** By defined name. */
const HEADERS = new Map<string, string>(
  CHECKLIST_COLUMNS.flatMap((column) => {
    const { name } = planOf(column);
    return name === null ? [] : [[name, CHECKLIST.headers[column]] as const];
  }),
);

export function namesPass(damaged: Damaged): Pass {
  const { plan, snapshot, format } = damaged;
  const wanted = namesWanted(damaged);
  const state = stateOfNames({ ...noOriginal(format), plan }, snapshot);
  const names: NamePlan[] = [];
  for (const named of wanted) {
    const range = snapshot.names[named.name];
    const isThere =
      range?.sheet === named.sheet && isSameArea(range, named.area) && !state.isUnsound(named.name);
    if (!isThere) names.push(named);
  }
  // What is sound may stand where it stands; only what is told, or moves with its column, is put elsewhere.
  if (names.length === 0) return NO_PASS;
  const mends = names.map(({ name }): Mend => mendOf("name", name));
  return { mends, mending: { names } };
}

/** Where names belong that cannot be relied upon; a name whose cells are not found is left out. */
function namesWanted(damaged: Damaged): NamePlan[] {
  const { plan, snapshot, format } = damaged;
  const state = stateOfNames({ ...noOriginal(format), plan }, snapshot);
  const titles = titlesIn(plan.names, snapshot);
  const glanced = glancedTitles(
    plan.sheets.filter(({ name }) => !titles.has(name)),
    snapshot,
  );
  const placements = placementsOf(damaged);
  const columns = columnsWanted(damaged);
  return plan.names.flatMap((named): NamePlan[] => {
    const { name, sheet, area } = named;
    const unnamed = glanced.get(sheet);
    if (unnamed !== undefined) return [{ ...named, sheet: unnamed }];
    const column = columns.get(name);
    if (column !== undefined) return column === null ? [] : [column];
    if (!state.isUnsound(name)) return longer(damaged, named);
    const home = state.belongs(name);
    if (home) {
      const { row, column, rows, columns } = home;
      return [{ name, sheet: home.sheet, area: { row, column, rows, columns } }];
    }
    const placement = placements.get(sheet);
    const [top, left] = [placement?.row(area.row), placement?.column(area.column)];
    const [bottom, right] = [
      placement?.row(area.row + area.rows - 1),
      placement?.column(area.column + area.columns - 1),
    ];
    if (!placement || !top || !left || !bottom || !right) return [];
    const moved: Area = {
      row: top,
      column: left,
      rows: bottom - top + 1,
      columns: right - left + 1,
    };
    return [{ name, sheet: placement.title, area: moved }];
  });
}

/** Services that moved below the end of their names, as rows came in above them. */
function longer({ plan, snapshot, reading }: Damaged, { name, sheet, area }: NamePlan): NamePlan[] {
  const range = snapshot.names[name];
  const list = plan.names.find((named) => named.name === "Service_Name");
  const isBeside =
    sheet === list?.sheet && area.row === list.area.row && area.rows === list.area.rows;
  if (!range || !isBeside || reading.lostServices.length === 0) return [];
  const planned = plan.sheets.find((one) => one.name === sheet)?.cells ?? [];
  const lastPlanned = planned.reduce((last, { row }) => Math.max(last, row), 0);
  const last = snapshot.sheets.find((one) => one.name === range.sheet)?.lastRow ?? 0;
  const rows = area.rows + Math.max(0, last - lastPlanned);
  if (rows <= range.rows) return [];
  return [
    { name, sheet: range.sheet, area: { ...area, row: range.row, column: range.column, rows } },
  ];
}

/**
 * The columns of the Checklist, found by their headers, else between those beside them; null for one that is gone. None
 * where all of them are as they should be.
 */
function columnsWanted({
  plan,
  snapshot,
  reading,
  edition,
}: Damaged): Map<string, NamePlan | null> {
  const wanted = new Map<string, NamePlan | null>();
  const own = plan.names.filter(
    ({ area, sheet }) =>
      area.columns === 1 && area.row === HEADER_ROW && sheet === homeOf(plan.names),
  );
  const rows = usualRows(own, snapshot);
  if (rows === null) return wanted;
  const { sheet, row } = rows;
  const count = Math.max(rows.rows, hasAllItems() ? 0 : reachOf(snapshot, rows));
  const byHeader = headersOn(snapshot, rows);
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const take = (name: string, column: number) => {
    columns.set(name, column);
    taken.add(column);
  };
  for (const { name } of own) {
    const range = snapshot.names[name];
    const header = HEADERS.get(name) ?? "";
    const found = range && range.sheet === sheet ? headerOf(snapshot, name) : "";
    const isOwn = range?.sheet === sheet && (found === header || !isAColumn(found));
    const column =
      isOwn && (found !== "" || !byHeader.has(header)) ? range.column : byHeader.get(header);
    if (column !== undefined && !taken.has(column)) take(name, column);
  }
  for (const { name, area } of own) {
    if (columns.has(name)) continue;
    const [before, after] = neighbours(own, columns, area.column);
    const column = between(before, after, area.column);
    if (column !== null && !taken.has(column)) take(name, column);
  }
  for (const { name } of own) {
    const column = columns.get(name);
    const area = column === undefined ? null : { row, column, rows: count, columns: 1 };
    wanted.set(name, area && { name, sheet, area });
  }
  const top = snapshot.names.Checklist_Top;
  const all = [...columns.values()];
  const width = Math.max(...all) - Math.min(...all) + 1;
  if (top && all.length > 0)
    wanted.set("Checklist_Top", {
      name: "Checklist_Top",
      sheet,
      area: { row: top.row, column: Math.min(...all), rows: top.rows, columns: width },
    });
  return wanted;

  function hasAllItems(): boolean {
    return edition.checklist.items.every(({ id }) => reading.rows.has(id));
  }
}

const isAColumn = (header: string): boolean => [...HEADERS.values()].includes(header);

const homeOf = (names: readonly NamePlan[]): string | undefined =>
  names.find(({ name }) => name === "Item_Id")?.sheet;

/** What most columns cover. */
function usualRows(
  own: readonly NamePlan[],
  snapshot: Snapshot,
): (Pick<Area, "row" | "rows"> & { readonly sheet: string }) | null {
  const counts = new Map<string, number>();
  const ranges = own.flatMap(({ name }) => snapshot.names[name] ?? []);
  const keyOf = ({ sheet, row, rows }: (typeof ranges)[number]) => `${sheet} ${row} ${rows}`;
  for (const range of ranges) counts.set(keyOf(range), (counts.get(keyOf(range)) ?? 0) + 1);
  const [best] = [...ranges].sort(
    (a, b) => (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0),
  );
  return best ?? null;
}

/** Rows may have moved below the end of the names. */
function reachOf({ sheets }: Snapshot, { sheet, row }: { sheet: string; row: number }): number {
  const last = sheets.find(({ name }) => name === sheet)?.lastRow ?? 0;
  return Math.max(0, last - row + 1);
}

function headerOf({ names }: Snapshot, name: string): string {
  return cellText(names[name]?.values[0]?.[0] ?? null).trim();
}

/** Columns by header; of two with the same header, such as Points, neither. */
function headersOn(
  { names }: Snapshot,
  { sheet, row }: { readonly sheet: string; readonly row: number },
): Map<string, number> {
  const found = new Map<string, Set<number>>();
  for (const range of Object.values(names)) {
    if (range.sheet !== sheet || range.row > row || range.row + rowsRead(range) <= row) continue;
    (range.values[row - range.row] ?? []).forEach((value, right) => {
      const header = cellText(value).trim();
      const known = found.get(header) ?? new Set();
      found.set(header, known.add(range.column + right));
    });
  }
  return new Map(
    [...found].flatMap(([header, [column, ...others]]) =>
      column === undefined || others.length > 0 ? [] : [[header, column]],
    ),
  );
}

/** Null where one that stood between them is gone. */
function between(
  before: Neighbour | null,
  after: Neighbour | null,
  planned: number,
): number | null {
  const known = before ?? after;
  if (known === null) return null;
  const isWhole =
    before === null ||
    after === null ||
    after.actual - before.actual === after.planned - before.planned;
  const column = known.actual + planned - known.planned;
  return isWhole && column > 0 ? column : null;
}

interface Neighbour {
  readonly planned: number;
  readonly actual: number;
}

function neighbours(
  own: readonly NamePlan[],
  columns: ReadonlyMap<string, number>,
  planned: number,
): readonly [Neighbour | null, Neighbour | null] {
  const known = own.flatMap(({ name, area }): Neighbour[] => {
    const actual = columns.get(name);
    return actual === undefined ? [] : [{ planned: area.column, actual }];
  });
  const before = known.filter((one) => one.planned < planned).sort((a, b) => b.planned - a.planned);
  const after = known.filter((one) => one.planned > planned).sort((a, b) => a.planned - b.planned);
  return [before[0] ?? null, after[0] ?? null];
}
