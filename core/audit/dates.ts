/** Calendar days without zones: ISO text in the core, serial numbers only where a host needs them. */

import type { IsoDate } from "../checklist/domain.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** Serial 1 is 1 January 1900; the 1900 system counts a 29 February 1900 that never was. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SERIAL_AFTER_PHANTOM_DAY = 61;
const LAST_SERIAL = 2_958_465;
/** Earlier days have no serial number; from later ones a deadline could lie beyond the last day of a sheet. */
const FIRST_DAY = "1900-03-01";
const LAST_DAY = "9989-12-31";
/** Days between the serial numbers of the 1904 and the 1900 system. */
export const DAYS_TO_1904 = 1462;
/** Cells for dates take no earlier one, so that no small number passes for a date. */
export const FIRST_ENTRY_DAY = "2000-01-01" as IsoDate;

const dayNumber = (iso: IsoDate): number => Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
const fromDayNumber = (day: number): IsoDate =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;

/**
 * Reads `YYYY-MM-DD`; null for anything else, for days that do not exist, and for those outside March 1900
 * to 9989, so that every deadline counted from a day exists.
 */
export function isoDate(text: string): IsoDate | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const time = Date.parse(`${match[0]}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const iso = new Date(time).toISOString().slice(0, 10);
  return iso === match[0] && iso >= FIRST_DAY && iso <= LAST_DAY ? (iso as IsoDate) : null;
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** From 1, by the month's name or its first letters, at least three; 0 where it is none. */
function monthNumber(word: string): number {
  return word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word)) + 1;
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** A year of two digits is of this century where it can be: no checklist is older. */
const LAST_SHORT_YEAR = 69;

function dayOf(year: string, month: number, day: string): IsoDate | null {
  const isShort = year.length === 2;
  if (month < 1 || month > 12 || (isShort && Number(year) > LAST_SHORT_YEAR)) return null;
  const whole = isShort ? `20${year}` : year;
  return isoDate(`${whole}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** `16 Mar 2026`, `09-Mar-26`, `March 9th, 2026`, also with the day of the week in front, which then has to fit. */
function wordedDate(text: string): IsoDate | null {
  const parts = /^(?:([A-Za-z]+)\.?,?\s+)?(.+)$/.exec(text);
  const weekday = parts?.[1]?.toLowerCase() ?? "";
  const isWeekday = weekday.length >= 2 && WEEKDAYS.some((name) => name.startsWith(weekday));
  const rest = isWeekday ? (parts?.[2] ?? "") : text;
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]+([A-Za-z]+)\.?,?[\s/-]+(\d{4}|\d{2})$/.exec(
    rest,
  );
  const monthFirst = /^([A-Za-z]+)\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+(\d{4}|\d{2})$/.exec(
    rest,
  );
  const [, day = "", month = "", year = ""] =
    dayFirst ?? (monthFirst && ["", monthFirst[2], monthFirst[1], monthFirst[3]]) ?? [];
  const found = dayOf(year, monthNumber(month.toLowerCase()), day);
  if (found === null || !isWeekday) return found;
  const name = WEEKDAYS[new Date(`${found}T00:00:00Z`).getUTCDay()] ?? "";
  return name.startsWith(weekday) ? found : null;
}

/**
 * Figures alone: with points the day comes first wherever dates have points. Else only one order may make a day, or both
 * the same one.
 */
function plainDate(text: string): IsoDate | null {
  const yearFirst = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1] ?? "", Number(yearFirst[3]), yearFirst[4] ?? "");
  const pointed = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (pointed) return dayOf(pointed[3] ?? "", Number(pointed[2]), pointed[1] ?? "");
  const [, one = "", separator = "", other = "", year = ""] =
    /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (separator === "") return null;
  const readings = new Set(
    [dayOf(year, Number(other), one), dayOf(year, Number(one), other)].filter(
      (day) => day !== null,
    ),
  );
  const [only = null] = readings;
  return readings.size === 1 ? only : null;
}

/**
 * Reads a date that was typed as text: `2026-03-16`, with or without a time, `16 Mar 2026`, `March 16, 2026`,
 * `16.03.2026`, `12/31/2026`. Forms whose day and month could be swapped (`3/4/2026`) are not read: null.
 */
export function dateFromText(text: string): IsoDate | null {
  const trimmed = text.trim();
  const withTime = /^(\d{4}-\d{2}-\d{2})[T ][\d:.]+Z?$/.exec(trimmed);
  if (withTime?.[1]) return isoDate(withTime[1]);
  return isoDate(trimmed) ?? plainDate(trimmed) ?? wordedDate(trimmed);
}

/** The day of a serial number of the 1900 system; the time of day is dropped. Null outside 1 March 1900 to 9999. */
export function isoFromSerial(serial: number): IsoDate | null {
  const day = Math.floor(serial);
  if (!(day >= FIRST_SERIAL_AFTER_PHANTOM_DAY && day <= LAST_SERIAL)) return null;
  return new Date(SERIAL_EPOCH + day * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
}

/** The serial number of a day in the 1900 system; null where the text is no date or lies before 1 March 1900. */
export function serialFromIso(text: string): number | null {
  const iso = isoDate(text);
  if (!iso) return null;
  const serial = dayNumber(iso) - SERIAL_EPOCH / MS_PER_DAY;
  return serial >= FIRST_SERIAL_AFTER_PHANTOM_DAY ? serial : null;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day so many months later; the last day of the month where that day does not exist there.
 * Twin: workbook/draw/overview-frame.ts#monthsFormula
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)));
  return moved.toISOString().slice(0, 10) as IsoDate;
}

/** Whole months from one date to another, the days of months counted as `addMonths` does; negative when `to` comes first. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const monthOf = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const months = monthOf(to) - monthOf(from);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 29 December 1969. */
const SOME_MONDAY = -3;

/** Mondays to Fridays from that Monday up to and with a day: by whole weeks, since a typed year may be thousands away. */
function weekdaysUpTo(date: IsoDate): number {
  const days = dayNumber(date) - SOME_MONDAY + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** Mondays to Fridays after `from` up to and with `to`; negative when `to` comes first. */
export function weekdaysBetween(from: IsoDate, to: IsoDate): number {
  return weekdaysUpTo(to) - weekdaysUpTo(from);
}

export function isWeekend(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
