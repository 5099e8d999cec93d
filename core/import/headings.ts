/** The rows that name columns, and which column of each holds the ids. */

import type { Checklist } from "../checklist/types.ts";
import { ACTIONS } from "../words/sheets.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText, isBlank } from "../workbook/read/locate.ts";
import { readIds } from "./ids.ts";
import {
  type Column,
  inputsCalled,
  KINDS,
  plainWord,
  type Role,
  roleOf,
  type TableKind,
  UNREAD,
} from "./roles.ts";
import type { SourceRow } from "./source.ts";

export interface Heading {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
}

const headsOf = (cells: readonly CellValue[]): readonly string[] =>
  cells.map((value) => cellText(value).trim());

/** Whether a row of ours lists action items: it repeats the Checklist by formulas, and is nothing to bring. */
const repeats = (heads: readonly string[]): boolean => {
  const words = heads.map(plainWord);
  return [ACTIONS.headers.brings, ACTIONS.headers.due].every((head) =>
    words.includes(plainWord(head)),
  );
};

/**
 * What a row names, if it is one that names columns. The rows behind it tell which column holds the ids where no name
 * does. Null for any other row.
 */
export function headingOf(
  checklist: Checklist,
  cells: readonly CellValue[],
  behind: readonly SourceRow[],
): Heading | null {
  const heads = headsOf(cells.slice(0, MOST_COLUMNS));
  if (heads.every((head) => head === "")) return null;
  for (const kind of KINDS) {
    const named = heads.map((head): Column => ({ head, role: roleOf(kind, head) }));
    if (!named.some(({ role }) => ENOUGH.includes(role.is))) continue;
    const columns = kind === "items" ? withIds(checklist, named, behind) : once(named);
    if (!isWhole(kind, columns, behind) || isLine(checklist, kind, columns)) continue;
    if (kind === "items" && repeats(heads))
      return { kind, columns: columns.map(({ head }) => ({ head, role: { is: "shown" } })) };
    return { kind, columns };
  }
  return null;
}

/** Further to the right stands no column of a list. */
export const MOST_COLUMNS = 256;

/** Without one of these a row names nothing to bring. */
const ENOUGH: readonly Role["is"][] = ["input", "answer", "entry"];

/** A line of answers may hold a word that is also the name of a column, such as an owner called Owner. */
const isLine = (checklist: Checklist, kind: TableKind, columns: readonly Column[]): boolean => {
  const key = columns.find(({ role }) => role.is === "key");
  if (kind !== "items" || key === undefined) return false;
  const [id] = readIds(checklist, [key.head]);
  return id?.is === "item" || id?.is === "several";
};

/** Enough to be sure of. */
function isWhole(
  kind: TableKind,
  columns: readonly Column[],
  behind: readonly SourceRow[],
): boolean {
  const has = (is: Role["is"]) => columns.some(({ role }) => role.is === is);
  switch (kind) {
    case "items":
      return has("key") && (has("input") || has("answer"));
    case "services":
      return has("key") && has("input");
    case "references":
      return columns.filter(({ role }) => role.is === "input").length > 1 && hasCustomer(columns);
    case "inputs": {
      const keys = columns.flatMap(({ role }, at) => (isNaming(role) ? [at] : []));
      const isKnown = ({ cells }: SourceRow) =>
        keys.some((at) => inputsCalled(cellText(cells[at] ?? null)).length > 0);
      return has("entry") && behind.some(isKnown);
    }
  }
}

const isNaming = ({ is }: Role): boolean => is === "key" || is === "name";

const hasCustomer = (columns: readonly Column[]): boolean =>
  columns.some(({ role }) => role.is === "input" && role.name === "Prerequisite_Reference");

/** A second column of the same is not read: nobody knows which one counts. */
function once(columns: readonly Column[]): readonly Column[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const { role } = column;
    if (role.is === "shown" || role.is === "unread") return column;
    const key = role.is === "input" ? role.name : role.is;
    if (seen.has(key)) return { ...column, role: UNREAD };
    seen.add(key);
    return column;
  });
}

/** Looked at, to see whether a column holds ids. */
const SAMPLE = 40;

/**
 * The column of ids: the one that is called so, where it has any; else the first that has ids, whatever it is called,
 * for “Item”, “No.” and “Ref.” are.
 */
function withIds(
  checklist: Checklist,
  columns: readonly Column[],
  behind: readonly SourceRow[],
): readonly Column[] {
  const sample = behind.slice(0, SAMPLE);
  const hasIds = (at: number): boolean => looksLikeIds(checklist, sample, at);
  const named = columns.findIndex(({ role }) => role.is === "key");
  const free = (at: number) => ["key", "shown", "unread"].includes(columns[at]?.role.is ?? "");
  const found =
    named >= 0 && hasIds(named) ? named : columns.findIndex((_, at) => free(at) && hasIds(at));
  const chosen = found >= 0 ? found : named;
  return once(
    columns.map((column, at) => {
      if (at === chosen) return { ...column, role: { is: "key" } };
      return column.role.is === "key" ? { ...column, role: UNREAD } : column;
    }),
  );
}

/** Whether at least half of what stands in a column is an item's id, and something does. */
export function looksLikeIds(
  checklist: Checklist,
  rows: readonly SourceRow[],
  at: number,
): boolean {
  const values = rows.flatMap(({ cells }) => {
    const value = cells[at] ?? null;
    return isBlank(value) ? [] : [value];
  });
  const ids = readIds(checklist, values).filter(({ is }) => is !== "heading" && is !== "blank");
  const known = ids.filter(({ is }) => is === "item" || is === "several").length;
  return known > 0 && known * 2 >= ids.length;
}

/** How much of the first rows is understood: more columns that are, a higher figure. Without names ids count. */
export function rateRows(checklist: Checklist, rows: readonly SourceRow[]): number {
  const rates = rows.map(({ cells }, index) => {
    const heading = headingOf(checklist, cells, rows.slice(index + 1));
    return heading?.columns.filter(({ role }) => role.is !== "unread").length ?? 0;
  });
  const most = rates.reduce((a, b) => Math.max(a, b), 0);
  if (most > 0) return most;
  const isPair = rows.some(({ cells }) => cells.length > 1) && looksLikeIds(checklist, rows, 0);
  return isPair ? 1 : 0;
}
