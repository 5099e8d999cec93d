/** A list as CSV: commas, CRLF, a byte order mark so that Excel reads UTF-8, and no text that runs as a formula. */

import { guarded } from "../import/guarded.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import type { ExportList } from "./tables.ts";

export function csvText({ columns, rows }: ExportList): string {
  const lines = [columns.map(({ head }) => head), ...rows];
  return `\ufeff${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: CellValue): string {
  const text = typeof value === "string" ? guarded(value) : cellText(value);
  return /[",;\t\r\n]|^ | $/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
