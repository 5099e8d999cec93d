/** Numbers, spans of time and lists of words, as sentences hold them. */

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** `12 months`, but `3 years`. */
export const span = (months: number): string =>
  months > MONTHS_A_YEAR && months % MONTHS_A_YEAR === 0
    ? count(months / MONTHS_A_YEAR, "year")
    : count(months, "month");
const MONTHS_A_YEAR = 12;

export const join = (parts: readonly string[]): string =>
  parts.length < 2
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
export const isOrAre = (number: number): string => (number === 1 ? "is" : "are");
