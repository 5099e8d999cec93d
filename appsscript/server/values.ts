/** Turns cell content into what Sheets takes, and what Sheets gives back into cell content. */

import { ANSWER_WORDS } from "../../core/audit/answers.ts";
import { isoDate, isoFromSerial, serialFromIso } from "../../core/audit/dates.ts";
import { INPUTS, isDateName } from "../../core/workbook/fields.ts";
import type { CellValue } from "../../core/workbook/port.ts";

/** What `setValues` is given and, besides dates, what `getValues` returns. */
export type Raw = string | number | boolean;

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;

/** Errors are called by other names in other languages; only the cell of a formula holds one. */
const CALCULATED_ERROR = /^#[^\s\p{Ll}]{2,14}$/u;

/** The words that people choose from, which no language has for anything else. */
const WORDS: ReadonlySet<string> = new Set([
  ...Object.values(ANSWER_WORDS),
  ...INPUTS.flatMap(({ kind }) => (kind.is === "choice" ? kind.values : [])),
]);

/** Longer than any date, and no formula: it begins with a letter. */
const LONG_TEXT = 60;

/**
 * A text that stays the text it is: the apostrophe is Sheets' own mark for that and is not shown. Sheets reads texts
 * as typing does in the language of the spreadsheet, where another word may be a month or a truth value.
 */
export function literalText(text: string, isTextCell = false): string {
  if (text === "" || (isTextCell && !/^[='+]/.test(text)) || WORDS.has(text)) return text;
  const isPlain =
    /^\p{L}/u.test(text) && (text.length > LONG_TEXT || (/\S\s+\S/.test(text) && !/\d/.test(text)));
  return isPlain ? text : `'${text}`;
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
      day = dayShown(time, this.zoneName);
      this.known.set(time, day);
    }
    return day;
  }
}

const HOUR_MS = 3_600_000;

/** Where the clocks leap over a day's midnight, an hour before is what the day's cell may give. */
function dayShown(time: number, zone: string): string {
  const at = (instant: number) =>
    Utilities.formatDate(new Date(instant), zone, "yyyy-MM-dd HH:mm:ss");
  const shown = at(time);
  if (!/ 23:00:00$/.test(shown)) return shown.slice(0, 10);
  const later = at(time + HOUR_MS);
  return (/ 01:00:00$/.test(later) ? later : shown).slice(0, 10);
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
  if (typeof raw === "string" && CALCULATED_ERROR.test(raw)) return { error: raw };
  return raw === "" ? "" : cellValue(raw, name, days);
}
