/** What is a blank, and what is no entry though something stands there. */

import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";

/** Blank, or nothing but spaces. */
export const isEmpty = (value: CellValue): boolean =>
  value === null || (typeof value === "string" && value.trim() === "");

/** What the heading of a section shows where its items have answers: how many there are. */
export const isCount = (value: CellValue): boolean =>
  typeof value === "string" && /^\d+ of \d+$|^none in scope$/i.test(value.trim());

/** A text as it is kept and compared: line ends of one kind, no blanks around it. */
export const tidyText = (value: CellValue): string =>
  cellText(value).replace(/\r\n?/g, "\n").trim();
