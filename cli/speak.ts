/** Speaks to the user: data on standard output, messages and questions on standard error. */

import { createInterface } from "node:readline/promises";
import { CLI_TEXT, isYes } from "./words.ts";

/** What would steer a terminal or turn the text of a line round, save for line ends. */
const STEERING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with its line ends, and with nothing that steers a terminal: it may hold what others wrote. */
const shown = (text: string): string => text.replace(/\r\n?/g, "\n").replace(STEERING, " ");

/** The same on one line, so that a line break in somebody else's text cannot begin a message of its own. */
export const printable = (text: string): string => shown(text).replace(/\n/g, " ⏎ ");

/** All that people read goes through `say` and `tell`, so neither a workbook nor the name of a file steers their terminal. */
export const say = (text: string): void => {
  process.stdout.write(`${shown(text)}\n`);
};

export const tell = (text: string): void => {
  process.stderr.write(`${shown(text)}\n`);
};

/** A line of JSON. What JSON leaves as it is and a terminal would obey is escaped: programs read the same. */
export const sayJson = (value: object): void => {
  const escaped = (character: string): string =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  process.stdout.write(`${JSON.stringify(value).replace(STEERING, escaped)}\n`);
};

/** Whether somebody is there to be asked. */
export const isAttended = (): boolean =>
  process.stdin.isTTY === true && process.stderr.isTTY === true;

/** Asks on the terminal; anything but a yes, the end of input included, is a no. */
export async function confirm(question: string): Promise<boolean> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ended = new Promise<string>((resolve) => asked.once("close", () => resolve("")));
    return isYes(await Promise.race([asked.question(question), ended]));
  } finally {
    asked.close();
  }
}

/**
 * A reader that stops early (`| head`) is no fault, and no output that is lost ends the work half-way: the command
 * is finished, and its own exit code tells.
 */
export function outliveOutput(): void {
  let isLost = false;
  process.stdout.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
    if (code === "EPIPE" || isLost) return;
    isLost = true;
    tell(CLI_TEXT.noOutput(code));
    process.once("exit", (own) => {
      if (own === 0) process.exitCode = 1;
    });
  });
  process.stderr.on("error", () => undefined);
}
