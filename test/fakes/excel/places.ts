/** Addresses, the cells that they mean, what protection refuses, and what values are accepted. */

import { parseArea } from "../../../core/workbook/a1.ts";
import type { Area } from "../../../core/workbook/port.ts";
import type { Book, Sheet } from "./book.ts";
import { ApiError } from "./failure.ts";

const MOST_CELLS = 200_000;

export function parseAddress(address: string): Area {
  const bare = address.slice(address.lastIndexOf("!") + 1);
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(bare);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(bare);
  const text = columns
    ? `${columns[1]}1:${columns[2]}1048576`
    : rows
      ? `A${rows[1]}:XFD${rows[2]}`
      : bare;
  const area = parseArea(text);
  if (!area) throw new ApiError("InvalidArgument", `no range ${address}`);
  return area;
}

export function* positions(areas: readonly Area[]): Iterable<[row: number, column: number]> {
  for (const area of areas) {
    if (area.rows * area.columns > MOST_CELLS)
      throw new ApiError("InvalidArgument", "too many cells");
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1)
        yield [row, column];
    }
  }
}

/** Refuses what protection refuses: contents of locked cells, and looks unless they are allowed. */
export function guard(
  book: Book,
  sheet: Sheet,
  areas: readonly Area[],
  what: "content" | "format" | "columns" | "rows",
): void {
  const { on, options } = sheet.protection;
  if (!on) return;
  if (what === "columns" && options.allowFormatColumns) return;
  if (what === "rows" && options.allowFormatRows) return;
  if (what === "format" && options.allowFormatCells) return;
  if (what === "content") {
    const isOpen = [...positions(areas)].every(
      ([row, column]) => book.peek(sheet, row, column)?.locked === false,
    );
    if (isOpen) return;
  }
  throw new ApiError("AccessDenied", `${sheet.name} is protected`);
}

export const isText = (value: unknown): value is string => typeof value === "string";
export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
export const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);
export const isColor = (value: unknown): value is string =>
  isText(value) && /^#[0-9a-f]{6}$/i.test(value);
export const oneOf =
  (...words: string[]) =>
  (value: unknown): value is string =>
    isText(value) && words.includes(value);

export function checked(value: unknown, accepts: (value: unknown) => value is string): string {
  if (!accepts(value)) throw new ApiError("InvalidArgument", String(value));
  return value;
}
