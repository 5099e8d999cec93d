/** Shows a sheet of the test host as a table, for pictures: values, looks, and colour rules that hold. */

import { isoFromSerial } from "../../../core/audit/dates.ts";
import { cellAddress, columnLetters, shiftFormula } from "../../../core/workbook/a1.ts";
import type { Book, Sheet } from "./book.ts";

export interface Window {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

const POINT = 96 / 72;

/** A table with the letters and numbers around it. */
export function tableOf(book: Book, sheet: Sheet, { columns, rows }: Window): HTMLTableElement {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  head.append(headCell(""));
  for (const column of columns) {
    const cell = headCell(columnLetters(column));
    cell.style.width = `${(sheet.columnWidths.get(column) ?? 48) * POINT}px`;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    line.style.height = `${(sheet.rowHeights.get(row) ?? 15) * POINT}px`;
    line.append(headCell(String(row)));
    for (const column of columns) line.append(bodyCell(book, sheet, row, column));
  }
  return table;
}

function headCell(text: string): HTMLTableCellElement {
  const cell = document.createElement("th");
  cell.textContent = text;
  return cell;
}

function bodyCell(book: Book, sheet: Sheet, row: number, column: number): HTMLTableCellElement {
  const cell = document.createElement("td");
  const found = book.peek(sheet, row, column);
  const content = document.createElement("div");
  // Text runs on over empty neighbours, as in Excel.
  const isAlone = book.value(sheet, row, column + 1) === "" && found?.looks.wrapText !== true;
  cell.style.overflow = isAlone ? "visible" : "hidden";
  content.style.overflow = isAlone ? "visible" : "hidden";
  content.style.position = isAlone ? "relative" : "static";
  content.textContent = shown(book.value(sheet, row, column), found?.numberFormat ?? "General");
  cell.append(content);
  cell.title = cellAddress(row, column);
  const looks = { ...found?.looks, ...ruleLooks(book, sheet, row, column) };
  const text = (key: string) => (looks[key] === undefined ? "" : String(looks[key]));
  cell.style.background = text("fill.color");
  cell.style.color = text("font.color");
  cell.style.fontWeight = looks["font.bold"] === true ? "bold" : "normal";
  cell.style.fontSize = `${Number(looks["font.size"] ?? 11) * POINT}px`;
  cell.style.textAlign = text("horizontalAlignment").toLowerCase();
  cell.style.verticalAlign = text("verticalAlignment").toLowerCase().replace("center", "middle");
  cell.style.whiteSpace = looks.wrapText === true ? "pre-wrap" : "nowrap";
  for (const side of ["top", "right", "bottom", "left"]) {
    const border = found?.borders[side];
    if (border?.style !== "Continuous") continue;
    const width = border.weight === "Thick" ? 3 : border.weight === "Medium" ? 2 : 1;
    cell.style.setProperty(`border-${side}`, `${width}px solid ${border.color}`);
  }
  return cell;
}

/** The first rule that sets a look wins. */
function ruleLooks(book: Book, sheet: Sheet, row: number, column: number): Record<string, unknown> {
  const looks: Record<string, unknown> = {};
  for (const format of sheet.colorFormats) {
    const [first] = format.areas;
    const isHere = format.areas.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
    if (!first || !isHere || format.formula === null) continue;
    const formula = shiftFormula(format.formula, row - first.row, column - first.column);
    if (book.evaluate(sheet, formula) !== true) continue;
    for (const [key, value] of Object.entries(format.looks)) looks[key] ??= value;
    if (format.stopIfTrue) break;
  }
  return looks;
}

function shown(value: string | number | boolean, format: string): string {
  if (typeof value !== "number") return String(value);
  if (/d mmm yyyy/.test(format)) return isoFromSerial(value) ?? String(value);
  if (format.endsWith("%")) return `${Math.round(value * 100)} %`;
  if (/Mandatory/.test(format) && value < 0) return `Mandatory ${value}`;
  return format.startsWith("+") && value > 0 ? `+${value}` : String(value);
}
