/** Takes a command's arguments apart; what does not fit is wrong usage. */

import { parseArgs } from "node:util";
import type { Terminal } from "./terminal.ts";
import { CLI_TEXT } from "./words.ts";

/** Takes its own arguments and gives the exit code. */
export type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

/** Exit code 2. */
export class WrongUsage extends Error {
  override name = "WrongUsage";
}

interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
}

type Values<O extends Readonly<Record<string, Option>>> = {
  readonly [K in keyof O]?: O[K]["type"] extends "boolean" ? boolean : string;
};

/** Positionals and options, with Node's own sentence where an option is unknown or lacks its value. */
export function parse<const O extends Readonly<Record<string, Option>>>(
  args: readonly string[],
  options: O,
): { readonly values: Values<O>; readonly positionals: readonly string[] } {
  try {
    const parsed = parseArgs({ args: [...args], options: { ...options }, allowPositionals: true });
    return { values: parsed.values as Values<O>, positionals: parsed.positionals };
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw new WrongUsage(sentence, { cause: error });
  }
}

/** The one workbook that a command is about. */
export function oneFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  if (more.length > 0) throw new WrongUsage(CLI_TEXT.oneFile);
  return file;
}
