/**
 * Which names can be relied upon. A name that is gone, covers a part of its cells or points at others is told as
 * that, and nothing is compared with what it no longer says.
 */

import { CHECKLIST } from "../../words/sheets.ts";
import { contains, isSameArea, overlap } from "../area.ts";
import { CHECKLIST_COLUMNS, planOf } from "../draw/layout.ts";
import type { Place } from "../issues.ts";
import type { Area, NamedRange, NamePlan, Snapshot } from "../port.ts";
import { cellText, isBlank } from "../read/locate.ts";
import type { NamedArea } from "./formulas.ts";
import type { Original } from "./original.ts";

export type NameFault =
  | { readonly is: "cut"; readonly name: string; readonly covers: number; readonly rows: number }
  /** `header` is that of the column it points at, null for an empty one. */
  | { readonly is: "elsewhere"; readonly name: string; readonly header: string | null };

export interface NameState {
  readonly faults: readonly NameFault[];
  /** Every name of the template that is there and sound, and where the others belong as far as that is certain. */
  readonly areas: readonly NamedArea[];
  /** Gone, cut, or pointing elsewhere. */
  readonly isUnsound: (name: string) => boolean;
  /** Where an unsound name belongs; null where cells were moved, so that nobody knows. */
  readonly belongs: (name: string) => NamedArea | null;
  /** Whether the place is read under a wrong name alone. */
  readonly isMisread: (place: Place) => boolean;
}

/** Headers of the Checklist by defined name. */
const HEADERS = new Map<string, string>(
  CHECKLIST_COLUMNS.flatMap((column) => {
    const { name } = planOf(column);
    return name === null ? [] : [[name, CHECKLIST.headers[column]] as const];
  }),
);

/** Names that run over the same rows of a sheet: what most of them cover, all of them should. */
interface Group {
  readonly members: readonly NamePlan[];
  readonly rows: (Pick<Area, "row" | "rows"> & { readonly sheet: string }) | null;
}

const FEWEST = 3;

export function stateOfNames({ plan }: Original, snapshot: Snapshot): NameState {
  const groups = groupsOf(plan.names, snapshot);
  const faults: NameFault[] = [];
  const unsound = new Set<string>();
  for (const { name } of plan.names) if (!snapshot.names[name]) unsound.add(name);
  for (const group of groups) {
    for (const fault of faultsIn(group, snapshot)) {
      faults.push(fault);
      unsound.add(fault.name);
    }
    for (const { name } of group.members)
      if (group.rows && snapshot.names[name] && snapshot.names[name].sheet !== group.rows.sheet)
        unsound.add(name);
  }
  const sound = plan.names.filter(({ name }) => !unsound.has(name));
  const belongs = (name: string): NamedArea | null => {
    const own = plan.names.find((named) => named.name === name);
    if (!own) return null;
    const rows = groups.find(({ members }) => members.includes(own))?.rows ?? null;
    const others = sound.filter(({ sheet }) => sheet === own.sheet);
    const isStill = others.every((other) => {
      const range = snapshot.names[other.name];
      if (!range) return true;
      return rows ? range.column === other.area.column : isSameArea(range, other.area);
    });
    if (!isStill || others.length === 0) return null;
    return { ...own.area, ...(rows ?? { sheet: own.sheet }), name };
  };
  const areas = [
    ...Object.entries(snapshot.names)
      .filter(([name]) => !unsound.has(name))
      .map(([name, range]): NamedArea => ({ ...range, name })),
    ...[...unsound].flatMap((name) => belongs(name) ?? []),
  ];
  const elsewhere = faults.flatMap((fault) =>
    fault.is === "elsewhere" ? (snapshot.names[fault.name] ?? []) : [],
  );
  const isIn = (range: NamedRange, place: Place) =>
    range.sheet === place.sheet && contains(range, place);
  return {
    faults,
    areas,
    isUnsound: (name) => unsound.has(name),
    belongs,
    isMisread: (place) =>
      elsewhere.some((range) => isIn(range, place)) &&
      !sound.some(({ name, area }) => {
        const range = snapshot.names[name];
        return range !== undefined && area.columns === 1 && isIn(range, place);
      }),
  };
}

function groupsOf(names: readonly NamePlan[], snapshot: Snapshot): Group[] {
  const byRows = new Map<string, NamePlan[]>();
  for (const named of names) {
    const { row, rows, columns } = named.area;
    if (columns !== 1 || rows < 2) continue;
    const key = `${named.sheet} ${row} ${rows}`;
    byRows.set(key, [...(byRows.get(key) ?? []), named]);
  }
  return [...byRows.values()]
    .filter((members) => members.length >= FEWEST)
    .map((members) => ({ members, rows: usualRows(members, snapshot) }));
}

/** What more than half of the names that are there cover; null where they do not agree. */
function usualRows(members: readonly NamePlan[], snapshot: Snapshot): Group["rows"] {
  const found = members.flatMap(({ name }) => snapshot.names[name] ?? []);
  const counts = new Map<string, number>();
  const keyOf = ({ sheet, row, rows }: NamedRange) => `${sheet} ${row} ${rows}`;
  for (const range of found) counts.set(keyOf(range), (counts.get(keyOf(range)) ?? 0) + 1);
  const usual = found.find((range) => (counts.get(keyOf(range)) ?? 0) * 2 > found.length);
  return usual ? { sheet: usual.sheet, row: usual.row, rows: usual.rows } : null;
}

function* faultsIn({ members, rows }: Group, snapshot: Snapshot): Generator<NameFault> {
  if (rows === null) return;
  const taken = new Map<number, string>();
  const hasHeaders = members.some(({ name }) => name === "Item_Id");
  // Those that stand where the template has them come first: of two names for one column the other is wrong.
  const isAtHome = ({ name, area }: NamePlan) => snapshot.names[name]?.column === area.column;
  const ordered = [...members].sort((a, b) => Number(isAtHome(b)) - Number(isAtHome(a)));
  for (const { name } of ordered) {
    const range = snapshot.names[name];
    if (range?.sheet !== rows.sheet) continue;
    if (range.columns !== 1 || range.row !== rows.row || range.rows !== rows.rows) {
      const covered = overlap(range, { ...rows, column: range.column, columns: 1 });
      yield { is: "cut", name, covers: covered?.rows ?? 0, rows: rows.rows };
      continue;
    }
    const header = cellText(range.values[0]?.[0] ?? null).trim();
    const other = taken.get(range.column);
    if (hasHeaders && isOthers(name, range, header))
      yield { is: "elsewhere", name, header: header || null };
    else if (other !== undefined) yield { is: "elsewhere", name, header: header || null };
    else taken.set(range.column, name);
  }
}

/** A header that people reworded is no other column's. */
function isOthers(name: string, range: NamedRange, header: string): boolean {
  if (header === "") return range.values.every((line) => isBlank(line[0] ?? null));
  return header !== HEADERS.get(name) && [...HEADERS.values()].includes(header);
}
