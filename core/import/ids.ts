/** Which items a column of ids means, also where a spreadsheet program made dates or numbers of them. */

import { dateFromText, isoFromSerial } from "../audit/dates.ts";
import { findItem, findSection } from "../checklist/lookup.ts";
import type { Checklist, Item } from "../checklist/types.ts";
import { CHECKLIST } from "../words/sheets.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";

export type IdReading =
  /** `guess`: it is not what stands there, and has to be told. */
  | { readonly is: "item"; readonly item: Item; readonly guess: boolean }
  /** It could be any of these: not guessed at. */
  | { readonly is: "several"; readonly items: readonly Item[] }
  | { readonly is: "unknown"; readonly looksLikeDate: boolean }
  /** Nothing stands there. */
  | { readonly is: "blank" }
  /** A heading of the checklist, or the end of its list: no line of answers. */
  | { readonly is: "heading" };

/** The ways in which a day may have been typed as an id: `8.1.9` is 8 January 2009, or 1 August. */
const ORDERS = ["asTyped", "swapped"] as const;
type Order = (typeof ORDERS)[number];

interface DayParts {
  /** The day and the month, or the two figures in front as they stand. */
  readonly first: number;
  readonly second: number;
  /** Null where it is not shown. */
  readonly year: number | null;
}

/** A year that is typed along with two figures is of the days since there are checklists; else it is the third figure. */
const FIRST_TYPED_YEAR = 2015;
const [SHORT_CENTURY, SHORT_PIVOT] = [2000, 30];
const MONTHS = 12;

/** One for each value. All of a column are looked at together: a program makes the same of each. */
export function readIds(checklist: Checklist, values: readonly CellValue[]): IdReading[] {
  const days = values.map((value) =>
    readPlain(checklist, value) === null ? dayParts(value) : null,
  );
  const orders = ordersOf(checklist, days);
  return values.map((value, index) => {
    const plain = readPlain(checklist, value);
    if (plain !== null) return plain;
    const day = days[index];
    if (!day) return { is: "unknown", looksLikeDate: false };
    const items = unique(orders.flatMap((order) => itemsOf(checklist, day, order)));
    return guessed(items, true);
  });
}

/** The only order in which every day of a column that can be an item is one; else both. */
function ordersOf(checklist: Checklist, days: readonly (DayParts | null)[]): readonly Order[] {
  const known = days.flatMap((day) => {
    const has = ORDERS.filter((order) => day && itemsOf(checklist, day, order).length > 0);
    return has.length > 0 ? [has] : [];
  });
  const fitting = ORDERS.filter((order) => known.every((has) => has.includes(order)));
  return fitting.length === 1 ? fitting : ORDERS;
}

const unique = (items: readonly Item[]): readonly Item[] => [...new Set(items)];

function guessed(items: readonly Item[], looksLikeDate: boolean): IdReading {
  const [first, ...others] = items;
  if (first === undefined) return { is: "unknown", looksLikeDate };
  return others.length > 0 ? { is: "several", items } : { is: "item", item: first, guess: true };
}

/** As it stands, save for what is in front and behind; null where it may be a date, or is nothing that is known. */
function readPlain(checklist: Checklist, value: CellValue): IdReading | null {
  if (typeof value === "number") return readNumber(checklist, value);
  if (typeof value === "object" && value !== null) return null;
  const text = bareId(cellText(value));
  if (text === "") return { is: "blank" };
  const item = findItem(checklist, text);
  if (item) return { is: "item", item, guess: false };
  if (isHeading(checklist, text)) return { is: "heading" };
  const lead = /^(\d+(?:\.\d+)+)(?:\s*[:\u2013\u2014|]|\s+-|\s)\s*\S/.exec(text)?.[1];
  const led = lead === undefined ? null : findItem(checklist, lead);
  if (led) return { is: "item", item: led, guess: true };
  if (/^\d+(?:,\d+)+$/.test(text)) return readComma(checklist, text.replace(/,/g, "."));
  return null;
}

/** Without the marks and words that programs and people put around an id. */
const bareId = (text: string): string =>
  text
    .replace(/[\s\u200b\u2060\ufeff]+/g, " ")
    .trim()
    .replace(/^="([^"]*)"$/, "$1")
    .replace(/^'/, "")
    .replace(/^(?:item|no|nr)?[.:#]?\s*(?=\d)/i, "")
    .replace(/\.$/, "")
    .trim();

const { total, endOfList } = CHECKLIST;
const LAST_ROWS: readonly string[] = [total, endOfList].map((text) => text.toLowerCase());

const isHeading = (checklist: Checklist, text: string): boolean =>
  findSection(checklist, text) !== null ||
  checklist.groups.some(({ id }) => id === text) ||
  LAST_ROWS.includes(text.toLowerCase());

/** A number has lost the zero at its end: 1.1 may be 1.10. */
function readNumber(checklist: Checklist, value: number): IdReading | null {
  const text = String(Number(value.toFixed(6)));
  const items = checklist.items.filter(({ id }) => isSameNumber(id, text));
  if (items.length > 0)
    return items.length === 1 && items[0]?.id === text
      ? { is: "item", item: items[0], guess: false }
      : guessed(items, false);
  return isHeading(checklist, text) ? { is: "heading" } : null;
}

const isSameNumber = (id: string, text: string): boolean =>
  /^\d+\.\d+$/.test(id) && id.replace(/0+$/, "").replace(/\.$/, "") === text;

/** Where a comma is the decimal mark. */
function readComma(checklist: Checklist, text: string): IdReading | null {
  const items = checklist.items.filter(({ id }) => isSameNumber(id, text));
  if (items.length > 0) return guessed(items, false);
  const item = findItem(checklist, text);
  return item && { is: "item", item, guess: true };
}

/** Null for what is no day. */
function dayParts(value: CellValue): DayParts | null {
  if (typeof value === "number") return partsOf(isoFromSerial(value));
  if (typeof value === "object" && value !== null)
    return "date" in value ? partsOf(value.date) : null;
  const text = bareId(cellText(value));
  const typed = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?:[ T][\d:.]+)?$/.exec(text);
  if (typed) {
    const [first, second, year] = typed.slice(1).map(Number);
    return { first: first ?? 0, second: second ?? 0, year: fullYear(year ?? 0) };
  }
  if (/^\d{5}$/.test(text)) return partsOf(isoFromSerial(Number(text)));
  const day = dateFromText(text);
  if (day !== null) return partsOf(day);
  const short = /\p{L}/u.test(text) ? partsOf(dateFromText(`${text} ${SHORT_CENTURY}`)) : null;
  return short && { ...short, year: null };
}

const fullYear = (year: number): number =>
  year > 99 ? year : year < SHORT_PIVOT ? SHORT_CENTURY + year : SHORT_CENTURY - 100 + year;

function partsOf(day: string | null): DayParts | null {
  if (day === null) return null;
  const [year, month, date] = day.split("-").map(Number);
  return { first: date ?? 0, second: month ?? 0, year: year ?? null };
}

function itemsOf(checklist: Checklist, { first, second, year }: DayParts, order: Order): Item[] {
  const front = order === "asTyped" ? `${first}.${second}` : `${second}.${first}`;
  const ids: string[] = [];
  if (year !== null) ids.push(`${front}.${year % 100}`);
  if (year === null || year >= FIRST_TYPED_YEAR) ids.push(front);
  // A month and a year: 9.14 can be no day, and is taken for September 2014.
  if (year !== null && first === 1 && year % 100 > MONTHS) ids.push(`${second}.${year % 100}`);
  return ids.flatMap((id) => findItem(checklist, id) ?? []);
}
