/** What becomes of a value that is typed, pasted or set: Sheets reads texts as a person would type them. */

export type Stored = string | number | boolean;

export interface Taken {
  readonly value: Stored;
  readonly formula: string | null;
  /** A format that the value brings along, such as for dates. */
  readonly format?: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const EPOCH = Date.UTC(1899, 11, 30);

export const serialOf = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - EPOCH) / 86_400_000;

export function taken(raw: unknown, format: string): Taken {
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
  if (raw.startsWith("=") && raw.length > 1) return { value: "", formula: raw };
  if (raw.startsWith("'")) return { value: raw.slice(1), formula: null };
  if (format === "@") return { value: raw, formula: null };
  return typed(raw);
}

function typed(text: string): Taken {
  const trimmed = text.trim();
  if (/^[-+]?(?:\d+(?:,\d{3})*)?(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(trimmed) && /\d/.test(trimmed)) {
    return { value: Number(trimmed.replace(/,/g, "")), formula: null };
  }
  if (/^[-+]?\d+(?:\.\d+)?\s*%$/.test(trimmed)) {
    return { value: Number.parseFloat(trimmed) / 100, formula: null, format: "0%" };
  }
  if (/^(?:true|false)$/i.test(trimmed)) {
    return { value: trimmed.toLowerCase() === "true", formula: null };
  }
  const day = typedDay(trimmed);
  return day === null
    ? { value: text, formula: null }
    : { value: day, formula: null, format: "d mmm yyyy" };
}

function typedDay(text: string): number | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2,4}))?$/.exec(text);
  if (american && Number(american[1]) <= 12 && Number(american[2]) <= 31) {
    const year = american[3] ? Number(american[3]) : 2026;
    return serialOf(year < 100 ? 2000 + year : year, Number(american[1]), Number(american[2]));
  }
  const worded = /^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?(?:\s+(\d{1,2}),?)?(?:\s+(\d{4}))?$/i.exec(
    text,
  );
  if (worded?.[2] && (worded[1] || worded[3] || worded[4])) {
    const month = MONTHS.indexOf(worded[2].toLowerCase()) + 1;
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
