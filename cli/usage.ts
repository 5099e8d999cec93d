/** Takes a command's arguments apart; what does not fit is wrong usage. */

import { parseArgs } from "node:util";
import { nearest } from "../core/words/nearest.ts";
import { printable } from "./speak.ts";
import type { Terminal } from "./terminal.ts";
import { CLI_TEXT, OPTION_TEXT } from "./words.ts";

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

/** Every command that writes takes these. */
export const WRITING = { "dry-run": { type: "boolean" }, backup: { type: "boolean" } } as const;
/** Every command that can write to another file takes these. */
export const OUTPUT = {
  output: { type: "string", short: "o" },
  force: { type: "boolean" },
  ...WRITING,
} as const;

/** Positionals and options. Node's own sentences on what does not fit are none for people, so it is judged here. */
export function parse<const O extends Readonly<Record<string, Option>>>(
  args: readonly string[],
  options: O,
): { readonly values: Values<O>; readonly positionals: readonly string[] } {
  const parsed = parseArgs({
    args: [...args],
    options: { ...options },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of parsed.tokens) {
    if (token.kind === "option") refuseOption(token, args[token.index] ?? token.rawName, options);
  }
  return { values: parsed.values as Values<O>, positionals: parsed.positionals };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function refuseOption(
  { name, rawName, value, inlineValue }: OptionToken,
  typed: string,
  options: Readonly<Record<string, Option>>,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const shown = printable(typed.startsWith("--") ? (typed.split("=")[0] ?? typed) : typed);
    const meant = nearest(name, Object.keys(options));
    throw new WrongUsage(OPTION_TEXT.unknown(shown, meant === null ? null : `--${meant}`));
  }
  if (option.type === "boolean") {
    if (value !== undefined) throw new WrongUsage(OPTION_TEXT.takesNone(rawName));
    return;
  }
  // What looks like the next option is no value, unless it is tied to this one.
  const isNext = inlineValue === false && /^--?[A-Za-z][\w-]*(?:=|$)/.test(value ?? "");
  if (value === undefined || isNext) throw new WrongUsage(OPTION_TEXT.needsValue(rawName));
}

/** The one workbook that a command is about. */
export function oneFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new WrongUsage(CLI_TEXT.needsFile);
  if (more.length > 0) throw new WrongUsage(CLI_TEXT.oneFile);
  return file;
}
