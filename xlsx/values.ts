/** Cell content in both directions: from the file into values of the seam, and from those into XML. */

import { isoDate, isoFromSerial, serialFromIso } from "../core/dates.ts";
import { FILE_TEXT } from "../core/text/files.ts";
import { cellAddress, shiftFormula } from "../core/workbook/a1.ts";
import type { CellValue } from "../core/workbook/types.ts";
import { hostError } from "./failure.ts";
import type { WorkbookPackage } from "./package.ts";
import type { SheetSource, SourceCell } from "./sheet.ts";
import { decodeCellText, encodeCellText, escapeText, walk } from "./xml.ts";

/** Days between the serial numbers of the 1904 and the 1900 system. */
const DAYS_TO_1904 = 1462;
export const LONGEST_TEXT = 32_767;

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

/** How content is written into a cell: its type and what stands between the tags. */
export interface Content {
  /** Undefined for numbers, the format's default, and for nothing. */
  readonly type: string | undefined;
  readonly body: string;
}

export const NOTHING: Content = { type: undefined, body: "" };

/** Content for an entry; texts stand in the cell itself. `name` is for sentences only. */
export function entryContent(
  value: CellValue,
  name: string,
  address: string,
  is1904: boolean,
): Content {
  if (typeof value !== "string") return plainContent(value, name, is1904);
  if (value === "") return NOTHING;
  const text = encodeCellText(value);
  if (value.length > LONGEST_TEXT) {
    throw hostError(FILE_TEXT.textTooLong(name, address, value.length, LONGEST_TEXT));
  }
  return { type: "inlineStr", body: `<is><t xml:space="preserve">${escapeText(text)}</t></is>` };
}

/** Content for a formula's result. */
export function resultContent(value: CellValue, name: string, is1904: boolean): Content {
  if (typeof value !== "string") return plainContent(value, name, is1904);
  const text = escapeText(encodeCellText(value));
  // Blanks at the ends of <v> are kept by every reader that matters; xml:space is not allowed there.
  return { type: "str", body: `<v>${text}</v>` };
}

function plainContent(value: Exclude<CellValue, string>, name: string, is1904: boolean): Content {
  if (value === null) return NOTHING;
  if (typeof value === "boolean") return { type: "b", body: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw hostError(FILE_TEXT.notFinite(name));
    return { type: undefined, body: `<v>${value}</v>` };
  }
  if ("error" in value) return { type: "e", body: `<v>${escapeText(value.error)}</v>` };
  const serial = serialFromIso(value.date);
  const day = serial === null ? null : is1904 ? serial - DAYS_TO_1904 : serial;
  if (day === null || day < 0) throw hostError(FILE_TEXT.badDate(name, value.date));
  return { type: undefined, body: `<v>${day}</v>` };
}
