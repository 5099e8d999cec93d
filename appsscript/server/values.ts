/** Turns cell content into what Sheets takes, and what Sheets gives back into cell content. */

import { isoDate, isoFromSerial, serialFromIso } from "../../core/audit/dates.ts";
import { isDateName } from "../../core/workbook/fields.ts";
import type { CellValue } from "../../core/workbook/port.ts";

/** What `setValues` is given and, besides dates, what `getValues` returns. */
export type Raw = string | number | boolean;

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;

/** Texts that Sheets would turn into numbers, dates, booleans or formulas as typing does. */
const SPEAKS =
  /^\s*(?:[-+=@'.,($\u20ac\u00a3\u00a5%\d]|(?:true|false)\s*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)/i;

/** A text that stays the text it is: the apostrophe is Sheets' own mark for that and is not shown. */
export function literalText(text: string, isTextCell = false): string {
  if (text === "" || (isTextCell && !/^[='+]/.test(text))) return text;
  return SPEAKS.test(text) ? `'${text}` : text;
}

/**
 * Dates go in as serial numbers, which no time zone can shift; the cell's format shows them as days. Null
 * where the value cannot stand in a cell.
 */
export function rawValue(value: CellValue, isTextCell = false): Raw | null {
  if (value === null) return "";
  if (typeof value === "string") return literalText(value, isTextCell);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value;
  return "error" in value ? `'${value.error}` : serialFromIso(value.date);
}

/** Gives the calendar day that a date cell shows, whatever zones script and spreadsheet are in. */
export class Days {
  private readonly zone: () => string;
  private readonly known = new Map<number, string>();
  private zoneName: string | null = null;

  /** The zone is asked for once, and only when the first date is met. */
  constructor(zone: () => string) {
    this.zone = zone;
  }

  iso(date: Date): string {
    const time = date.getTime();
    let day = this.known.get(time);
    if (day === undefined) {
      this.zoneName ??= this.zone();
      day = Utilities.formatDate(date, this.zoneName, "yyyy-MM-dd");
      this.known.set(time, day);
    }
    return day;
  }
}

/** By tag, not by class: values cross from another world in tests, and may on Google's side. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Where `name` is a date field numbers are days as well; elsewhere a date is its serial number. */
export function cellValue(raw: unknown, name: string, days: Days): CellValue {
  if (raw === "" || raw === null || raw === undefined) return null;
  if (isDate(raw)) {
    const iso = isoDate(days.iso(raw));
    if (iso === null) return String(raw);
    return isDateName(name) ? { date: iso } : (serialFromIso(iso) ?? iso);
  }
  if (typeof raw === "number") {
    const date = isDateName(name) ? isoFromSerial(raw) : null;
    return date === null ? raw : { date };
  }
  if (typeof raw === "boolean") return raw;
  const text = String(raw);
  return ERRORS.test(text) ? { error: text } : text;
}

/** What the cell of a formula holds: empty text there is a result, not an empty cell. */
export function calculatedValue(raw: unknown, name: string, days: Days): CellValue {
  return raw === "" ? "" : cellValue(raw, name, days);
}
