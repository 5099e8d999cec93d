/**
 * Formulas as every spreadsheet reads them. Where the decimal is a comma, arguments are parted by semicolons, which
 * all locales take in what is written; what is read has the separator of the locale. No formula of a checklist holds
 * a decimal number, so that nothing else differs.
 */

/** The pieces of a formula: those at odd places are texts and quoted titles of sheets. */
const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;

function withSeparator(formula: string, from: string, to: string): string {
  if (formula.indexOf(from) < 0) return formula;
  return formula
    .split(QUOTED)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.split(from).join(to)))
    .join("");
}

/** For a cell, a colour rule or an input rule; with the leading `=`. */
export const toSheets = (formula: string): string => `=${withSeparator(formula, ",", ";")}`;

/** As the core compares it: without `=`, with commas. */
export const fromSheets = (formula: string): string =>
  withSeparator(formula, ";", ",").replace(/^=/, "");

/** A number as a formula that holds no decimal separator. */
export function numberFormula(value: number): string {
  let divisor = 1;
  while (!Number.isInteger(value * divisor) && divisor < 1e6) divisor *= 10;
  return `=${Math.round(value * divisor)}/${divisor}`;
}
