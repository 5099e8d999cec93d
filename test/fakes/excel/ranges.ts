/** Ranges of the test host: contents with their dimensions. */

import { areaAddress } from "../../../core/workbook/a1.ts";
import type { Area } from "../../../core/workbook/port.ts";
import type { Book, Sheet } from "./book.ts";
import { ApiError } from "./failure.ts";
import { formatNode } from "./looks.ts";
import { type Members, Node } from "./node.ts";
import { guard, parseAddress, positions } from "./places.ts";
import { fromR1C1 } from "./references.ts";
import { colorFormatsNode, validationNode } from "./rules.ts";

const LONGEST_ADDRESS = 8_192;

export class Ranges {
  private readonly book: Book;
  /** Told of each cell whose content was written. */
  private readonly wrote: (sheet: Sheet, area: Area) => void;

  constructor(book: Book, wrote: (sheet: Sheet, area: Area) => void) {
    this.book = book;
    this.wrote = wrote;
  }

  /** `Range`. */
  range(sheet: Sheet, area: Area): Node {
    const { book } = this;
    const grid = <T>(read: (row: number, column: number) => T): T[][] =>
      Array.from({ length: area.rows }, (_, down) =>
        Array.from({ length: area.columns }, (_, right) =>
          read(area.row + down, area.column + right),
        ),
      );
    const write =
      (change: (raw: unknown, row: number, column: number) => unknown) =>
      (value: unknown): void => {
        const values = sized(value, area);
        guard(book, sheet, [area], "content");
        let index = 0;
        for (const [row, column] of positions([area])) {
          const raw = values(index);
          index += 1;
          // Null leaves a cell alone.
          if (raw !== null) book.write(sheet, row, column, change(raw, row, column));
        }
        this.wrote(sheet, area);
      };
    const address = `${sheet.name}!${areaAddress(area)}`;
    return new Node("Range", {
      ...this.shared(sheet, [area]),
      address: { get: () => address },
      rowCount: { get: () => area.rows },
      columnCount: { get: () => area.columns },
      values: {
        get: () => grid((row, column) => book.value(sheet, row, column)),
        set: write((raw) => raw),
      },
      formulas: {
        get: () => grid((row, column) => book.formula(sheet, row, column)),
        set: write((raw) => raw),
      },
      formulasR1C1: {
        since: "1.2",
        set: write((raw, row, column) =>
          typeof raw === "string" && raw.startsWith("=") ? fromR1C1(raw, row, column) : raw,
        ),
      },
      numberFormat: {
        get: () => grid((row, column) => book.peek(sheet, row, column)?.numberFormat ?? "General"),
        set: (value) => {
          const values = sized(value, area);
          guard(book, sheet, [area], "format");
          let index = 0;
          for (const [row, column] of positions([area])) {
            const format = values(index);
            index += 1;
            if (format === null) continue;
            if (typeof format !== "string") throw new ApiError("InvalidArgument");
            book.cell(sheet, row, column).numberFormat = format;
          }
        },
      },
      hyperlink: {
        since: "1.7",
        set: (value) => {
          if (area.rows * area.columns !== 1) throw new ApiError("InvalidArgument");
          guard(book, sheet, [area], "format");
          const cell = book.cell(sheet, area.row, area.column);
          cell.hyperlink = { ...(value as Record<string, unknown>) };
          // Excel gives links its own look.
          Object.assign(cell.looks, { "font.color": "#0563C1", "font.underline": "Single" });
        },
      },
      columnHidden: {
        since: "1.2",
        set: (value) => {
          guard(book, sheet, [area], "columns");
          for (let column = area.column; column < area.column + area.columns; column += 1) {
            if (value) sheet.hiddenColumns.add(column);
            else sheet.hiddenColumns.delete(column);
          }
        },
      },
      setCellProperties: {
        since: "1.9",
        call: (value) => {
          if (!Array.isArray(value)) throw new ApiError("InvalidArgument", "a grid is needed");
          const bundles = sized(value, area);
          let index = 0;
          for (const [row, column] of positions([area])) {
            this.bundle(sheet, bundles(index), [], { row, column, rows: 1, columns: 1 });
            index += 1;
          }
        },
      },
      setColumnProperties: {
        since: "1.9",
        call: (value) => {
          this.bundles(sheet, value, area.columns, ["columnHidden"], (index) => ({
            ...area,
            column: area.column + index,
            columns: 1,
          }));
        },
      },
      setRowProperties: {
        since: "1.9",
        call: (value) => {
          this.bundles(sheet, value, area.rows, ["rowHidden"], (index) => ({
            ...area,
            row: area.row + index,
            rows: 1,
          }));
        },
      },
      // The client splits large grids by rows itself, and asks for their size first.
      _ValidateArraySize: {
        call: (rows, columns) => {
          if (rows !== area.rows || columns !== area.columns)
            throw new ApiError("InvalidArgument", "the size differs");
        },
      },
      getRow: {
        call: (row) => {
          const down = Number(row);
          if (down < 0 || down >= area.rows) throw new ApiError("InvalidArgument");
          return this.range(sheet, { ...area, row: area.row + down, rows: 1 });
        },
      },
      getBoundingRect: {
        call: (other) => {
          if (!(other instanceof Node)) throw new ApiError("InvalidArgument");
          return this.range(
            sheet,
            bounding(area, parseAddress(String(other.get("address", () => true)))),
          );
        },
      },
      select: {
        call: () => {
          if (sheet.visibility !== "Visible")
            throw new ApiError("InvalidOperation", "the sheet is hidden");
          book.active = sheet;
          book.selection = areaAddress(area);
        },
      },
    });
  }

  /** Looks for each column or row of a range, as if each of them were set by itself. */
  private bundles(
    sheet: Sheet,
    value: unknown,
    count: number,
    own: readonly string[],
    part: (index: number) => Area,
  ): void {
    if (!Array.isArray(value) || value.length !== count)
      throw new ApiError("InvalidArgument", "there must be one bundle for each");
    for (const [index, entry] of (value as unknown[]).entries())
      this.bundle(sheet, entry, own, part(index));
  }

  private bundle(sheet: Sheet, value: unknown, own: readonly string[], area: Area): void {
    const range = this.range(sheet, area);
    const { format = {}, ...others } = bundleOf(value);
    for (const [key, setting] of Object.entries(others)) {
      if (!own.includes(key)) throw new ApiError("InvalidArgument", key);
      range.set(key, setting, () => true);
    }
    const looks = range.nav("format", () => true);
    const { font = {}, ...plain } = bundleOf(format);
    for (const [key, setting] of Object.entries(plain)) looks.set(key, setting, () => true);
    for (const [key, setting] of Object.entries(bundleOf(font)))
      looks.nav("font", () => true).set(key, setting, () => true);
  }

  /** `RangeAreas`. */
  areas(sheet: Sheet, address: string): Node {
    if (address.length > LONGEST_ADDRESS)
      throw new ApiError("InvalidArgument", "the address is too long");
    const { areas: separator } = this.book.settings;
    if (address.includes(separator === "," ? ";" : ","))
      throw new ApiError("InvalidArgument", "The argument is invalid or missing.");
    const areas = address.split(separator).map(parseAddress);
    return new Node("RangeAreas", {
      ...this.shared(sheet, areas),
      areaCount: { since: "1.9", get: () => areas.length },
      clear: {
        since: "1.9",
        call: (what) => {
          if (what !== "Contents") throw new ApiError("InvalidArgument", String(what));
          guard(this.book, sheet, areas, "content");
          for (const [row, column] of positions(areas)) this.book.write(sheet, row, column, "");
          for (const area of areas) this.wrote(sheet, area);
        },
      },
    });
  }

  private shared(sheet: Sheet, areas: readonly Area[]): Members {
    return {
      format: { nav: () => formatNode(this.book, sheet, areas) },
      dataValidation: { since: "1.8", nav: () => validationNode(this.book, sheet, areas) },
      conditionalFormats: { since: "1.6", nav: () => colorFormatsNode(this.book, sheet, areas) },
    };
  }
}

function bundleOf(value: unknown): Record<string, unknown> {
  // Excel has crashed on null here.
  if (typeof value !== "object" || value === null)
    throw new ApiError("InvalidArgument", "a bundle");
  return value as Record<string, unknown>;
}

function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Reads one value for all cells or a grid of exactly the range's size, by position. */
function sized(value: unknown, area: Area): (index: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const lines: unknown[] = value;
  const fits =
    lines.length === area.rows &&
    lines.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) {
    throw new ApiError(
      "InvalidArgument",
      "The rows or columns of the array do not match the range.",
    );
  }
  const flat: unknown[] = lines.flat();
  return (index) => flat[index];
}
