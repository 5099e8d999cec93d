/** What Excel makes of a value that is written into a cell: numbers, dates, formulas and text. */

import { serialFromIso } from "../../../core/audit/dates.ts";
import { ApiError } from "./failure.ts";
import { DAYS_TO_1904, type ExcelSettings } from "./settings.ts";

/** Content as it stands in a cell: a formula with its `=`, or a constant. */
export interface Content {
  readonly formula: string | null;
  readonly value: string | number | boolean | null;
}

export const EMPTY: Content = { formula: null, value: null };
const LONGEST_TEXT = 32_767;
const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** As if typed into a cell of this number format in an English Excel. */
export function typed(raw: unknown, numberFormat: string, dates: ExcelSettings["dates"]): Content {
  if (typeof raw === "number" || typeof raw === "boolean") {
    if (typeof raw === "number" && !Number.isFinite(raw)) throw new ApiError("InvalidArgument");
    return { formula: null, value: raw };
  }
  if (typeof raw !== "string")
    throw new ApiError("InvalidArgument", `a cell cannot hold ${typeof raw}`);
  if (raw === "") return EMPTY;
  if (raw.length > LONGEST_TEXT) throw new ApiError("InvalidArgument", "text too long");
  if (numberFormat === "@") return { formula: null, value: raw };
  if (raw.startsWith("'")) return { formula: null, value: raw.slice(1) };
  if (raw.startsWith("=") && raw.length > 1) return { formula: raw.slice(1), value: null };
  if (/^[+-].*[A-Za-z(]/.test(raw)) throw new ApiError("InvalidArgument", "taken for a formula");
  return { formula: null, value: understood(raw, dates) };
}

function understood(text: string, dates: ExcelSettings["dates"]): string | number | boolean {
  const bare = text.trim();
  if (/^(?:true|false)$/i.test(bare)) return bare.toLowerCase() === "true";
  if (ERRORS.test(bare)) return bare;
  const percent = /^([+-]?[\d.,]+)\s*%$/.exec(bare);
  if (percent?.[1]) return Number(percent[1].replaceAll(",", "")) / 100;
  if (/^[+-]?(?:\d[\d,]*)?\.?\d+(?:e[+-]?\d+)?$/i.test(bare) && /\d/.test(bare)) {
    return Number(bare.replaceAll(",", ""));
  }
  const day = dateSerial(bare);
  if (day === null) return text;
  return dates === 1904 ? day - DAYS_TO_1904 : day;
}

function dateSerial(text: string): number | null {
  const iso = serialFromIso(text);
  if (iso !== null) return iso;
  const numeric = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?$/.exec(text);
  if (numeric) return serialOf(Number(numeric[3] ?? 2026), Number(numeric[1]), Number(numeric[2]));
  const worded = /^(?:(\d{1,2})[ -])?([A-Za-z]{3,9})[ -](\d{1,4})$/.exec(text);
  const month = MONTHS.indexOf((worded?.[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  if (worded && month > 0) return serialOf(2026, month, Number(worded[1] ?? 1));
  return null;
}

function serialOf(year: number, month: number, day: number): number | null {
  const full = year < 100 ? 2000 + year : year;
  const pad = (part: number) => String(part).padStart(2, "0");
  return serialFromIso(`${full}-${pad(month)}-${pad(day)}`);
}
