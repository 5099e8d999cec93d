/** Looks of the test host's cells: fonts, fills, alignment, borders, sizes and locks. */

import type { Area } from "../../../core/workbook/port.ts";
import type { Book, Border, Cell, Sheet } from "./book.ts";
import { ApiError } from "./failure.ts";
import { Collection, type Member, Node } from "./node.ts";
import {
  checked,
  guard,
  isBoolean,
  isColor,
  isNumber,
  isText,
  oneOf,
  positions,
} from "./places.ts";

export function formatNode(book: Book, sheet: Sheet, areas: readonly Area[]): Node {
  const each = (change: (cell: Cell) => void) => {
    guard(book, sheet, areas, "format");
    for (const [row, column] of positions(areas)) change(book.cell(sheet, row, column));
  };
  const look = (key: string, accepts: (value: unknown) => boolean): Member => ({
    set: (value) => {
      if (!accepts(value)) throw new ApiError("InvalidArgument", `${key}: ${String(value)}`);
      each((cell) => {
        cell.looks[key] = value;
      });
    },
  });
  return new Node("RangeFormat", {
    horizontalAlignment: look("horizontalAlignment", oneOf("General", "Left", "Center", "Right")),
    verticalAlignment: look("verticalAlignment", oneOf("Top", "Center", "Bottom")),
    wrapText: look("wrapText", isBoolean),
    indentLevel: {
      ...look("indentLevel", (value) => isNumber(value) && value >= 0 && value <= 250),
      since: "1.9",
    },
    columnWidth: {
      since: "1.2",
      set: (value) => {
        guard(book, sheet, areas, "columns");
        if (!isNumber(value) || value < 0 || value > 1340) throw new ApiError("InvalidArgument");
        for (const area of areas) {
          for (let column = area.column; column < area.column + area.columns; column += 1) {
            sheet.columnWidths.set(column, value);
          }
        }
      },
    },
    rowHeight: {
      since: "1.2",
      set: (value) => {
        guard(book, sheet, areas, "rows");
        if (!isNumber(value) || value < 0 || value > 409) throw new ApiError("InvalidArgument");
        for (const area of areas) {
          for (let row = area.row; row < area.row + area.rows; row += 1)
            sheet.rowHeights.set(row, value);
        }
      },
    },
    font: {
      nav: () =>
        new Node("RangeFont", {
          name: look("font.name", isText),
          size: look("font.size", (value) => isNumber(value) && value >= 1 && value <= 409),
          bold: look("font.bold", isBoolean),
          color: look("font.color", isColor),
          underline: look("font.underline", oneOf("None", "Single")),
        }),
    },
    fill: { nav: () => new Node("RangeFill", { color: look("fill.color", isColor) }) },
    borders: { nav: () => bordersNode(book, sheet, areas) },
    protection: {
      since: "1.2",
      nav: () =>
        new Node("FormatProtection", {
          locked: {
            set: (value) => {
              if (!isBoolean(value)) throw new ApiError("InvalidArgument");
              each((cell) => {
                cell.locked = value === true;
              });
            },
          },
        }),
    },
  });
}

function bordersNode(book: Book, sheet: Sheet, areas: readonly Area[]): Node {
  return new Collection(
    "RangeBorderCollection",
    () => [],
    (index) => {
      const change = (part: Partial<Border>) => {
        guard(book, sheet, areas, "format");
        for (const area of areas) paintBorder(book, sheet, area, index, part);
      };
      return new Node("RangeBorder", {
        style: { set: (value) => change({ style: checked(value, oneOf("None", "Continuous")) }) },
        color: { set: (value) => change({ color: checked(value, isColor) }) },
        weight: {
          set: (value) =>
            change({ weight: checked(value, oneOf("Hairline", "Thin", "Medium", "Thick")) }),
        },
      });
    },
    {},
  );
}

/** Which cells of a range a line touches, and on which of their sides. */
const LINES: Readonly<Record<string, (area: Area, row: number, column: number) => string | null>> =
  {
    EdgeTop: (area, row) => (row === area.row ? "top" : null),
    EdgeBottom: (area, row) => (row === area.row + area.rows - 1 ? "bottom" : null),
    EdgeLeft: (area, _row, column) => (column === area.column ? "left" : null),
    EdgeRight: (area, _row, column) => (column === area.column + area.columns - 1 ? "right" : null),
    InsideHorizontal: (area, row) => (row < area.row + area.rows - 1 ? "bottom" : null),
    InsideVertical: (area, _row, column) =>
      column < area.column + area.columns - 1 ? "right" : null,
  };

function paintBorder(
  book: Book,
  sheet: Sheet,
  area: Area,
  index: string,
  part: Partial<Border>,
): void {
  const line = LINES[index];
  if (!line) throw new ApiError("ItemNotFound", index);
  const hasNone =
    (index === "InsideHorizontal" && area.rows === 1) ||
    (index === "InsideVertical" && area.columns === 1);
  if (hasNone) throw new ApiError("InvalidArgument", "there is no line inside");
  for (const [row, column] of positions([area])) {
    const side = line(area, row, column);
    if (side === null) continue;
    const cell = book.cell(sheet, row, column);
    cell.borders[side] = { ...cell.borders[side], ...part };
  }
}
