/** How a spreadsheet of a country writes and reads: separators, months, truth values, errors. */

export type LocaleName = "en_US" | "de_DE" | "fr_FR";

export interface Locale {
  readonly name: LocaleName;
  readonly decimal: "." | ",";
  /** Between thousands; a class of a pattern. */
  readonly grouping: string;
  readonly isDayFirst: boolean;
  readonly months: readonly string[];
  /** English ones are understood everywhere. */
  readonly truths: readonly [yes: string, no: string];
  /** Errors that are called otherwise than in English. */
  readonly errors: Readonly<Record<string, string>>;
}

const list = (text: string): string[] => text.split(" ");

const ENGLISH_MONTHS = list(
  "january february march april may june july august september october november december",
);

export const LOCALES: Readonly<Record<LocaleName, Locale>> = {
  en_US: {
    name: "en_US",
    decimal: ".",
    grouping: ",",
    isDayFirst: false,
    months: ENGLISH_MONTHS,
    truths: ["true", "false"],
    errors: {},
  },
  de_DE: {
    name: "de_DE",
    decimal: ",",
    grouping: ".",
    isDayFirst: true,
    months: list(
      "januar februar märz april mai juni juli august september oktober november dezember",
    ),
    truths: ["wahr", "falsch"],
    errors: {
      "#REF!": "#BEZUG!",
      "#VALUE!": "#WERT!",
      "#NUM!": "#ZAHL!",
      "#N/A": "#NV",
      "#ERROR!": "#FEHLER!",
    },
  },
  fr_FR: {
    name: "fr_FR",
    decimal: ",",
    grouping: " \u00a0\u202f",
    isDayFirst: true,
    months: list(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    truths: ["vrai", "faux"],
    errors: {
      "#VALUE!": "#VALEUR!",
      "#NAME?": "#NOM?",
      "#NUM!": "#NOMBRE!",
      "#ERROR!": "#ERREUR!",
    },
  },
};

/** From 1, by the first three letters of its name here or in English; 0 for none. */
export function monthOf({ months }: Locale, word: string): number {
  const start = word.toLowerCase().slice(0, 3);
  const found = (names: readonly string[]) => names.findIndex((name) => name.startsWith(start)) + 1;
  return found(months) || found(ENGLISH_MONTHS);
}

/** Outside of texts and of quoted titles. */
function mapBare(formula: string, change: (piece: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}

/** The formula as everywhere in English, with commas between arguments; null where this locale cannot parse it. */
export function parseFormula({ decimal }: Locale, formula: string): string | null {
  if (decimal === ".") return mapBare(formula, (piece) => piece.replaceAll(";", ","));
  let isParsed = true;
  const parsed = mapBare(formula, (piece) => {
    const numbers = piece.replace(/(?<=(?<![A-Za-z0-9_$])\d+),(?=\d)/g, "\u0000");
    // A decimal point is none here, and a comma parts nothing.
    if (/,|(?<![A-Za-z0-9_$])\d*\.\d/.test(numbers)) isParsed = false;
    return numbers.replaceAll(";", ",").replaceAll("\u0000", ".");
  });
  return isParsed ? parsed : null;
}

/** The formula as this locale writes it. */
export function speakFormula({ decimal }: Locale, formula: string): string {
  if (decimal === ".") return formula;
  return mapBare(formula, (piece) =>
    piece.replaceAll(",", ";").replace(/(?<=(?<![A-Za-z0-9_$])\d+)\.(?=\d)/g, ","),
  );
}

/** Whether the formula uses truth values by their English words where this locale has its own. */
export function speaksEnglish({ truths }: Locale, formula: string): boolean {
  if (truths[0] === "true") return false;
  return /\b(?:TRUE|FALSE)\b(?!\()/i.test(formula.replace(/"[^"]*"/g, ""));
}
