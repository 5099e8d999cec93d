/** What becomes of a value that is typed, pasted or set: Sheets reads texts as a person would type them. */

import { type Locale, monthOf, parseFormula } from "./locale.ts";

export type Stored = string | number | boolean;

export interface Taken {
  readonly value: Stored;
  /** With commas and points, unless it is `broken`: one that the locale cannot parse. */
  readonly formula: string | null;
  readonly broken?: boolean;
  /** A format that the value brings along, such as for dates. */
  readonly format?: string;
}

const EPOCH = Date.UTC(1899, 11, 30);

export const serialOf = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - EPOCH) / 86_400_000;

export function taken(raw: unknown, format: string, locale: Locale): Taken {
  if (raw === null || raw === undefined || raw === "") return { value: "", formula: null };
  if (typeof raw === "boolean") return { value: raw, formula: null };
  if (typeof raw === "number") {
    if (!Number.isFinite(raw)) return { value: "#NUM!", formula: null };
    return { value: raw, formula: null };
  }
  if (Object.prototype.toString.call(raw) === "[object Date]") {
    throw new Error("The fake takes no dates: they would be shifted between time zones.");
  }
  if (typeof raw !== "string") throw new Error(`The fake takes no ${typeof raw} as a value.`);
  if (raw.startsWith("=") && raw.length > 1) {
    const formula = parseFormula(locale, raw);
    return { value: "", formula: formula ?? raw, broken: formula === null };
  }
  if (raw.startsWith("'")) return { value: raw.slice(1), formula: null };
  if (format === "@") return { value: raw, formula: null };
  return typed(raw, locale);
}

function typed(text: string, locale: Locale): Taken {
  const trimmed = text.trim();
  const number = typedNumber(trimmed, locale);
  if (number !== null) return { value: number, formula: null };
  const percent = /^(.*\d)\s*%$/.exec(trimmed)?.[1];
  const share = percent === undefined ? null : typedNumber(percent, locale);
  if (share !== null) return { value: share / 100, formula: null, format: "0%" };
  const money = /^(?:[$\u20ac\u00a3]\s*(.*\d)|(.*\d)\s*[$\u20ac\u00a3])$/.exec(trimmed);
  const sum = typedNumber(money?.[1] ?? money?.[2] ?? "", locale);
  if (sum !== null) return { value: sum, formula: null, format: "0.00" };
  const time = /^(\d{1,2}):(\d{2})$/.exec(trimmed);
  if (time) {
    const minutes = Number(time[1]) * 60 + Number(time[2]);
    return { value: minutes / 1440, formula: null, format: "hh:mm" };
  }
  const word = trimmed.toLowerCase();
  const [yes, no] = locale.truths;
  if (["true", yes].includes(word)) return { value: true, formula: null };
  if (["false", no].includes(word)) return { value: false, formula: null };
  const day = typedDay(trimmed, locale);
  return day === null
    ? { value: text, formula: null }
    : { value: day, formula: null, format: "d mmm yyyy" };
}

function typedNumber(text: string, { grouping, decimal }: Locale): number | null {
  const pattern = new RegExp(
    `^[-+]?(?:\\d+|\\d{1,3}(?:[${grouping}]\\d{3})+)?(?:[${decimal}]\\d+)?(?:e[-+]?\\d+)?$`,
    "i",
  );
  if (!/\d/.test(text) || !pattern.test(text)) return null;
  return Number(text.replace(new RegExp(`[${grouping}]`, "g"), "").replace(decimal, "."));
}

function typedDay(text: string, locale: Locale): number | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbered = /^(\d{1,2})[-/.](\d{1,2})\.?(?:[-/.]?(\d{2,4}))?$/.exec(text);
  if (numbered) {
    const [day, month] = locale.isDayFirst ? [1, 2] : [2, 1];
    const year = numbered[3] ? Number(numbered[3]) : 2026;
    if (Number(numbered[month]) <= 12 && Number(numbered[day]) <= 31) {
      return serialOf(
        year < 100 ? 2000 + year : year,
        Number(numbered[month]),
        Number(numbered[day]),
      );
    }
  }
  const worded =
    /^(?:(\d{1,2})(?:\.|er)?\s+)?(\p{L}{3,})\.?(?:\s+(\d{1,2}),?)?(?:\s+(\d{4}))?$/iu.exec(text);
  if (worded?.[2] && (worded[1] || worded[3] || worded[4])) {
    const month = monthOf(locale, worded[2]);
    if (month > 0) {
      return serialOf(Number(worded[4] ?? 2026), month, Number(worded[1] ?? worded[3] ?? 1));
    }
  }
  return null;
}

/** Whether numbers in a cell of this format are shown, and read, as dates. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"/g, "").replace(/\\./g, "");
  return format !== "General" && /[dy]/i.test(bare);
}
