/** Cell content from the file into values of the seam. */

import { DAYS_TO_1904, isoDate, isoFromSerial, serialFromIso } from "../core/audit/dates.ts";
import { cellAddress, shiftFormula } from "../core/workbook/a1.ts";
import type { CellValue } from "../core/workbook/port.ts";
import { hostError } from "./failure.ts";
import { decodeCellText } from "./markup.ts";
import type { WorkbookPackage } from "./package.ts";
import type { SheetSource, SourceCell } from "./sheet.ts";
import { FILE_TEXT } from "./words.ts";
import { walk } from "./xml.ts";

/** The shared texts that some cells need, by index. Runs are joined, phonetic guides left out. */
export function sharedTexts(
  book: WorkbookPackage,
  cells: Iterable<SourceCell>,
): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const needed = new Set<number>();
  for (const cell of cells) {
    if (cell.type === "s" && cell.value !== null) needed.add(Number(cell.value));
  }
  if (needed.size === 0 || book.stringsPath === null) return texts;
  let index = -1;
  let text: string | null = null;
  let isText = false;
  let phonetic = false;
  walk(book.parts.text(book.stringsPath), book.stringsPath, {
    open(tag, depth) {
      if (depth === 1 && tag.name === "si") {
        index += 1;
        text = needed.has(index) ? "" : null;
      } else if (tag.name === "rPh") phonetic = true;
      else isText = tag.name === "t" && !phonetic;
    },
    text(content) {
      if (isText && text !== null) text += content;
    },
    close(name, depth) {
      isText = false;
      if (name === "rPh") phonetic = false;
      if (depth === 1 && text !== null) texts.set(index, decodeCellText(text));
    },
  });
  return texts;
}

export interface Reading {
  readonly title: string;
  readonly is1904: boolean;
  readonly texts: ReadonlyMap<number, string>;
}

/** What a cell holds. Throws `HostError` that names the cell where the file contradicts itself. */
export function cellValue(cell: SourceCell, reading: Reading, isDate: boolean): CellValue {
  const at = () => `${reading.title}!${cellAddress(cell.row, cell.column)}`;
  const { type, value } = cell;
  if (type === "inlineStr") return decodeCellText(cell.inline ?? value ?? "");
  if (value === null) return type === "str" ? "" : null;
  if (type === "str") return decodeCellText(value);
  if (type === "b") return value.trim() === "1" || value.trim() === "true";
  if (type === "e") return { error: value };
  if (type === "s") {
    const text = reading.texts.get(Number(value));
    if (text === undefined) throw hostError(FILE_TEXT.badString(at()));
    return text;
  }
  if (type === "d") return dayValue(value, isDate);
  if (value.trim() === "") return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw hostError(FILE_TEXT.badNumber(at()));
  if (!isDate) return number;
  const date = isoFromSerial(reading.is1904 ? number + DAYS_TO_1904 : number);
  return date === null ? number : { date };
}

/** Some programs write dates as ISO text instead of a number. */
function dayValue(value: string, isDate: boolean): CellValue {
  const date = isoDate(value.slice(0, 10));
  if (date === null) return value;
  return isDate ? { date } : (serialFromIso(date) ?? value);
}

/** The formula of a cell without `=`; null where it has none. Followers of a shared formula get their own. */
export function cellFormula(cell: SourceCell, sheet: SheetSource, title: string): string | null {
  const { formula } = cell;
  if (!formula) return null;
  if (formula.shared === null || formula.text !== "") return plainFormula(formula.text);
  const leader = sheet.shared.get(formula.shared);
  if (!leader?.formula)
    throw hostError(FILE_TEXT.badFormula(`${title}!${cellAddress(cell.row, cell.column)}`));
  const text = plainFormula(leader.formula.text);
  return shiftFormula(text, cell.row - leader.row, cell.column - leader.column);
}

/** Without the marks that files put before functions newer than their format. */
function plainFormula(text: string): string {
  const plain = text.includes("_xl") ? text.replace(/_xlfn\.(?:_xlws\.)?|_xlws\./g, "") : text;
  const trimmed = plain.trim();
  return trimmed.startsWith("=") ? trimmed.slice(1) : trimmed;
}
