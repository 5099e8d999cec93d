/** Which item, service, reference or single input each line of a table is about. */

import type { Checklist, Item } from "../checklist/types.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import { findService } from "../workbook/write/entries.ts";
import type { LineFault } from "./brought.ts";
import { isCount, isEmpty } from "./cells.ts";
import type { Heading } from "./headings.ts";
import { type IdReading, readIds } from "./ids.ts";
import { type Column, inputsCalled, type Role } from "./roles.ts";
import type { SourceRow } from "./source.ts";

/** What one line is about. */
export type Line =
  | { readonly is: "skip" }
  | { readonly is: "lost"; readonly fault: LineFault }
  | { readonly is: "item"; readonly item: Item; readonly guess: string | null }
  | { readonly is: "place"; readonly at: number }
  /** Single inputs bring their own names. */
  | { readonly is: "names"; readonly names: readonly string[] };

/** One for each row. */
export function linesOf(
  checklist: Checklist,
  { kind, columns }: Heading,
  rows: readonly SourceRow[],
): readonly Line[] {
  const valueAt = ({ cells }: SourceRow, is: Role["is"]): CellValue => {
    const at = columns.findIndex(({ role }) => role.is === is);
    return at < 0 ? null : (cells[at] ?? null);
  };
  switch (kind) {
    case "items":
      return itemLines(checklist, columns, rows);
    case "services":
      return rows.map((row): Line => {
        const at = findService(checklist, cellText(valueAt(row, "key")));
        return at < 0 ? { is: "lost", fault: { code: "unknownService" } } : { is: "place", at };
      });
    case "references":
      return referenceLines(columns, rows);
    case "inputs":
      return rows.map((row): Line => {
        const own = inputsCalled(cellText(valueAt(row, "name")));
        return singleLine(own.length > 0 ? own : inputsCalled(cellText(valueAt(row, "key"))));
      });
  }
}

function itemLines(
  checklist: Checklist,
  columns: readonly Column[],
  rows: readonly SourceRow[],
): readonly Line[] {
  const at = keyOf(columns);
  const values = rows.map(({ cells }) => cells[at] ?? null);
  // Headings of sections sum the points under them.
  const entries = columns.flatMap(({ role }, column) =>
    role.is === "answer" || (role.is === "input" && role.name !== "Open_Add") ? [column] : [],
  );
  return readIds(checklist, values).map((id, index): Line => {
    if (id.is === "item") {
      const guess = id.guess ? cellText(values[index] ?? null).trim() : null;
      return { is: "item", item: id.item, guess };
    }
    const own = entries.map((column) => rows[index]?.cells[column] ?? null);
    // And count the answers.
    if (id.is === "heading" && own.every((value) => isEmpty(value) || isCount(value)))
      return { is: "skip" };
    return { is: "lost", fault: idFault(id) };
  });
}

function idFault(id: Exclude<IdReading, { is: "item" }>): LineFault {
  if (id.is === "several") return { code: "idSeveral", items: id.items.map((item) => item.id) };
  if (id.is === "blank") return { code: "noId" };
  const isDate = id.is === "unknown" && id.looksLikeDate;
  return { code: isDate ? "idAsDate" : "unknownItem" };
}

/** The phase is moved by a step of the audit alone. */
function singleLine(called: readonly string[]): Line {
  const names = called.filter((name) => name !== "Phase");
  if (names.length > 0) return { is: "names", names };
  return called.length > 0 ? { is: "skip" } : { is: "lost", fault: { code: "unknownInput" } };
}

/** By the number in front; without a column of numbers in the order in which they come. */
function referenceLines(columns: readonly Column[], rows: readonly SourceRow[]): readonly Line[] {
  const column = columns.findIndex(({ role }) => role.is === "number");
  let next = 0;
  return rows.map(({ cells }): Line => {
    if (column < 0) {
      if (cells.every(isEmpty)) return { is: "skip" };
      next += 1;
      return { is: "place", at: next - 1 };
    }
    const number = Number(cellText(cells[column] ?? null).trim());
    return Number.isInteger(number) && number > 0
      ? { is: "place", at: number - 1 }
      : { is: "skip" };
  });
}

/** The column that says what a line is about; the first where none is called so. */
export const keyOf = (columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findIndex(({ role }) => role.is === "key"),
  );
