/** References in formulas: R1C1 into A1, sheets that a formula names, and what inserted rows do to it. */

import { areaAddress, columnLetters, parseArea } from "../../../core/workbook/a1.ts";
import { ApiError } from "./failure.ts";
import type { ExcelSettings } from "./settings.ts";

/** Applies to what is not in double quotes. */
function outsideText(formula: string, change: (piece: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}

const R1C1 = /(?<![A-Za-z0-9_.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![A-Za-z0-9_.([])/g;

/** A formula in R1C1 notation as it reads in a cell, in A1 notation. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return outsideText(formula, (piece) =>
    piece.replace(R1C1, (_whole, down: string | undefined, right: string | undefined) => {
      const [r, rowFixed] = part(down, row);
      const [c, columnFixed] = part(right, column);
      if (r < 1 || c < 1) throw new ApiError("InvalidArgument", `${formula} leaves the sheet`);
      return `${columnFixed ? "$" : ""}${columnLetters(c)}${rowFixed ? "$" : ""}${r}`;
    }),
  );
}

const LETTERS = { en: ["R", "C"], de: ["Z", "S"] } as const;
const LOST = { en: "#REF!", de: "#BEZUG!" } as const;

/** What a defined name stands for as Excel on Windows tells it: in the user's style, in the user's language. */
export function spokenReference(
  formula: string,
  { references, language }: Pick<ExcelSettings, "references" | "language">,
): string {
  const [row, column] = LETTERS[language];
  return outsideText(formula, (piece) => {
    const own = piece.replaceAll("#REF!", LOST[language]);
    if (references === "A1") return own;
    return own.replace(/\$([A-Z]+)\$(\d+)/g, (_whole, letters: string, digits: string) => {
      const at = parseArea(`${letters}${digits}`)?.column ?? 0;
      return `${row}${digits}${column}${at}`;
    });
  });
}

function part(text: string | undefined, home: number): [at: number, isFixed: boolean] {
  if (text === undefined) return [home, false];
  if (text.startsWith("[")) return [home + Number(text.slice(1, -1)), false];
  return [Number(text), true];
}

/** Titles of the sheets that a formula names. */
export function sheetsIn(formula: string): string[] {
  const found: string[] = [];
  outsideText(formula, (piece) => {
    for (const match of piece.matchAll(/(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!/g)) {
      found.push(match[1]?.replaceAll("''", "'") ?? match[2] ?? "");
    }
    return piece;
  });
  return found;
}

const REFERENCE =
  /((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(?<![A-Za-z0-9_.])(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![A-Za-z0-9_.(!])/g;

/** The formula of a cell on sheet `home` after rows were put in or taken out of the sheet `changed`. */
export function shiftRows(
  formula: string,
  home: string,
  changed: string,
  at: number,
  count: number,
): string {
  return outsideText(formula, (piece) =>
    piece.replace(
      REFERENCE,
      (whole, sheet: string | undefined, first: string, last: string | undefined) => {
        const title =
          sheet === undefined
            ? home
            : sheet.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
        if (title.toLowerCase() !== changed.toLowerCase()) return whole;
        const from = moved(first, at, count, false);
        const to = last === undefined ? null : moved(last, at, count, true);
        if (from === null && (last === undefined || to === null)) return "#REF!";
        return `${sheet ?? ""}${from ?? withRow(first, at)}${last === undefined ? "" : `:${to ?? withRow(last, at - 1)}`}`;
      },
    ),
  );
}

const withRow = (reference: string, row: number): string => reference.replace(/\d+$/, String(row));

/** Null where the row is taken out. */
function moved(reference: string, at: number, count: number, isEnd: boolean): string | null {
  const area = parseArea(reference);
  if (!area) return reference;
  if (area.row < at) return reference;
  if (count < 0 && area.row < at - count) return isEnd && area.row >= at && at > 1 ? null : null;
  return withRow(reference, area.row + count);
}

/** A sheet's title as formulas write it. */
export const quoted = (title: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`;

export { areaAddress };
