/** Small numbers and spans of time in words, as sentences have them. */

const SMALL = ["no", "one", "two", "three", "four", "five", "six"];

/** `three`; figures from seven on. */
export const numberWord = (number: number): string => SMALL[number] ?? String(number);

/** `a year`, `three years`; months where they make no whole years. */
export function span(months: number): string {
  if (months === 12) return "a year";
  return months % 12 === 0 ? `${numberWord(months / 12)} years` : `${months} months`;
}

/** `0, 10, 20 or 40`. */
export const either = (choices: readonly (string | number)[]): string =>
  choices.length < 2
    ? String(choices[0] ?? "")
    : `${choices.slice(0, -1).join(", ")} or ${choices[choices.length - 1]}`;
