/** Values without ids: a column as it was copied goes by the order of the checklist. */

import type { ItemId } from "../checklist/domain.ts";
import type { Checklist, Item } from "../checklist/types.ts";
import { CHECKLIST } from "../words/sheets.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { BroughtCell, TableRead } from "./brought.ts";
import { isCount, isEmpty } from "./cells.ts";
import { type Heading, looksLikeIds } from "./headings.ts";
import type { AnswerName, ReadOptions } from "./options.ts";
import { type Column, inputOf, type Role } from "./roles.ts";
import { placeIn, type SourceFault, type SourceRow, type SourceTable } from "./source.ts";

export type Ordered =
  | { readonly is: "cells"; readonly cells: readonly BroughtCell[]; readonly read: TableRead }
  /** Two columns, one of them of ids: lines as under a heading. */
  | { readonly is: "heading"; readonly heading: Heading }
  | { readonly is: "fault"; readonly fault: SourceFault };

/** A table in which no row names the columns. */
export function readByOrder(
  checklist: Checklist,
  table: SourceTable,
  index: number,
  options: ReadOptions,
): Ordered {
  const fault = (reason: SourceFault): Ordered => ({ is: "fault", fault: reason });
  const filled = filledColumns(table.rows);
  const said = (options.columns ?? []).filter((column) => column.table === index);
  const roleAt = (at: number): Role | null =>
    said.find(({ column }) => column === at)?.role ?? null;
  const [first, second, ...more] = filled;
  if (first === undefined) return fault({ code: "empty" });
  const ids = filled.find((at) => looksLikeIds(checklist, table.rows, at));
  const answer: Role = { is: "answer" };
  const isSaid = said.some(({ role }) => role?.is === "input" || role?.is === "answer");
  if (ids !== undefined && second !== undefined && (isSaid || more.length === 0)) {
    const columns = columnsUpTo(filled, (at) => {
      if (at === ids) return { is: "key" };
      return isSaid ? roleAt(at) : filled.includes(at) ? answer : null;
    });
    return { is: "heading", heading: { kind: "items", columns } };
  }
  if (second !== undefined) return fault(noHeading(table.rows));
  const values = valuesOf(table, first);
  const head = inputOf(values[0]?.value ?? null);
  const role = roleAt(first) ?? head ?? answer;
  const body = head === null ? values : values.slice(1);
  const places = sequence(checklist, body, options.from);
  if (places === null)
    return fault({ code: "count", found: body.length, wanted: checklist.items.length });
  const name = role.is === "input" ? role.name : options.answers;
  return {
    is: "cells",
    cells: cellsAt(table, first, name, body, places),
    read: {
      source: table.source,
      table: table.table,
      index,
      kind: "items",
      columns: [],
      answers: role.is === "input" ? null : options.answers,
      lines: body.filter(({ value }) => !isEmpty(value)).length,
      unread: [],
    },
  };
}

const columnsUpTo = (
  filled: readonly number[],
  roleAt: (at: number) => Role | null,
): readonly Column[] =>
  Array.from({ length: Math.max(...filled) + 1 }, (_, at) => ({
    head: "",
    role: roleAt(at) ?? { is: "unread" },
  }));

function noHeading(rows: readonly SourceRow[]): SourceFault {
  const row = rows.find(({ cells }) => cells.some((value) => !isEmpty(value)));
  const heads = (row?.cells ?? []).map((value) => cellText(value).trim());
  return { code: "noHeading", heads: heads.filter((head) => head !== "") };
}

function filledColumns(rows: readonly SourceRow[]): readonly number[] {
  const filled = new Set<number>();
  for (const { cells } of rows)
    for (const [at, value] of cells.entries()) if (!isEmpty(value)) filled.add(at);
  return [...filled].sort((a, b) => a - b);
}

interface Value {
  readonly row: number;
  readonly value: CellValue;
}

/** With the blank ones between: in text all that stands there, in a sheet from the first that is filled to the last. */
function valuesOf({ rows, counts }: SourceTable, column: number): readonly Value[] {
  const values = rows.map(({ row, cells }) => ({ row, value: cells[column] ?? null }));
  if (counts !== "rows") return values;
  const byRow = new Map(values.map(({ row, value }) => [row, value]));
  const filled = values.flatMap(({ row, value }) => (isEmpty(value) ? [] : [row]));
  const [first = 1, last = 0] = [filled[0], filled[filled.length - 1]];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    row: first + index,
    value: byRow.get(first + index) ?? null,
  }));
}

/**
 * Which item each value belongs to, null for the heading of a section; the whole is null where their number does not
 * fit. What is copied from the Checklist itself has the headings of its sections along.
 */
function sequence(
  { items, sections }: Checklist,
  values: readonly Value[],
  from: ItemId | null,
): readonly (Item | null)[] | null {
  const body = sections.flatMap((section) => [null, ...section.items]);
  const isBody = values.some(({ value }) => isCount(value));
  if (from !== null) {
    const all: readonly (Item | null)[] = isBody ? body : items;
    const rest = all.slice(all.findIndex((item) => item?.id === from));
    return isRest(values, rest.length) ? rest : null;
  }
  const fits = (all: readonly (Item | null)[]): boolean =>
    values.length >= all.length &&
    isRest(values, all.length) &&
    all.every((item, at) => item !== null || isHeadingValue(values[at]?.value ?? null));
  if (!isBody && fits(items)) return items;
  return fits(body) ? body : null;
}

/** Whether nothing is brought behind the last item. */
const isRest = (values: readonly Value[], length: number): boolean =>
  values
    .slice(length)
    .every(({ value }) => isEmpty(value) || cellText(value).trim() === CHECKLIST.endOfList);

const isHeadingValue = (value: CellValue): boolean => isEmpty(value) || isCount(value);

function cellsAt(
  table: SourceTable,
  column: number,
  name: AnswerName | string,
  values: readonly Value[],
  places: readonly (Item | null)[],
): readonly BroughtCell[] {
  return values.flatMap(({ row, value }, index): BroughtCell[] => {
    const item = places[index];
    if (!item) return [];
    const place = placeIn(table, row, column + 1);
    return [{ name, item: item.id, at: 0, value, place, guess: null }];
  });
}
