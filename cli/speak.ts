/** Speaks to the user: data on standard output, messages and questions on standard error. */

import { createInterface } from "node:readline/promises";
import { isYes } from "../core/text/cli.ts";

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
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

/** A text of somebody else's on one line of a terminal, without control characters that would steer it. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|\n/g, " ⏎ ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ");
