/** Speaks to the user: data on standard output, messages and questions on standard error. */

import type { Streams } from "./terminal.ts";

/** What would steer a terminal or turn the text of a line round, save for line ends. */
const STEERING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with its line ends, and with nothing that steers a terminal: it may hold what others wrote. */
const shown = (text: string): string => text.replace(/\r\n?/g, "\n").replace(STEERING, " ");

/** The same for a field of a table: it has no line end of its own. */
export const plainField = (text: string): string => shown(text).replace(/\n/g, " ");

/** The same on one line, so that a line break in somebody else's text cannot begin a message of its own. */
export const printable = (text: string): string => shown(text).replace(/\n/g, " ⏎ ");

/** All that people read goes through `say` and `tell`, so neither a workbook nor the name of a file steers their terminal. */
export const say = ({ out }: Streams, text: string): void => out(`${shown(text)}\n`);

export const tell = ({ err }: Streams, text: string): void => err(`${shown(text)}\n`);

/** A line of JSON. What JSON leaves as it is and a terminal would obey is escaped: programs read the same. */
export const sayJson = ({ out }: Streams, value: object): void => {
  const escaped = (character: string): string =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  out(`${JSON.stringify(value).replace(STEERING, escaped)}\n`);
};

/** A table for a spreadsheet. The mark in front tells Excel that it is UTF-8. */
export const sayCsv = ({ out }: Streams, text: string): void => out(`\ufeff${text}\r\n`);

/** As `STEERING`, save for what lines of a table are made of. */
const STEERING_LINES =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Lines for another program, to the letter but for what a terminal would obey. Gives how many letters that were. */
export function sayLines({ out }: Streams, text: string): number {
  out(text.replace(STEERING_LINES, " "));
  return text.match(STEERING_LINES)?.length ?? 0;
}

const LONGEST_SHOWN = 200;

/** Enough to tell old from new; the workbook and the panel have it whole. */
export function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SHOWN
    ? text
    : `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}
