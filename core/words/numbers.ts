/** Numbers, spans of time and lists of words, as sentences hold them. */

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const MONTHS_A_YEAR = 12;
const SMALL = ["no", "one", "two", "three", "four", "five", "six"];

/** `three`; figures from seven on. */
export const numberWord = (number: number): string => SMALL[number] ?? String(number);

/** `a year`, `three years`; months where they make no whole years. */
export function span(months: number): string {
  if (months === MONTHS_A_YEAR) return "a year";
  return months % MONTHS_A_YEAR === 0
    ? `${numberWord(months / MONTHS_A_YEAR)} years`
    : `${months} months`;
}

/** For papers: `12 months`, but `3 years`. */
export const spanInFigures = (months: number): string =>
  months > MONTHS_A_YEAR && months % MONTHS_A_YEAR === 0
    ? count(months / MONTHS_A_YEAR, "year")
    : count(months, "month");

const listed = (parts: readonly (string | number)[], last: string): string =>
  parts.length < 2
    ? String(parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} ${last} ${parts[parts.length - 1]}`;

export const join = (parts: readonly string[]): string => listed(parts, "and");

/** `0, 10, 20 or 40`. */
export const either = (choices: readonly (string | number)[]): string => listed(choices, "or");

export const isOrAre = (number: number): string => (number === 1 ? "is" : "are");
