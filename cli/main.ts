/** The command line: takes arguments apart and hands them to the commands. */

import { inspect } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { nearest } from "../core/words/nearest.ts";
import {
  COMMAND_NAMES,
  commandNamed,
  helpFor,
  isCommand,
  overview,
  versionText,
} from "./commands.ts";
import { exists, isFolder, Refused } from "./files.ts";
import type { Scorer } from "./pool.ts";
import { scoreFile } from "./score.ts";
import { printable, say, tell } from "./speak.ts";
import { type Folder, outliveOutput, ownTerminal, type Terminal } from "./terminal.ts";
import { WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";

/** Set by the build. */
declare const PROGRAM_VERSION: string;

const asksForHelp = (word: string): boolean =>
  word === "help" || word === "--help" || word === "-h";

/** Returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "help", ...rest] = args;
  if (name === "--version" || name === "-V" || name === "version") {
    say(terminal, versionText(PROGRAM_VERSION));
    return 0;
  }
  const isHelp = asksForHelp(name);
  const wanted = isHelp ? (rest[0] ?? "help") : name;
  if (isHelp && asksForHelp(wanted)) return help(terminal, overview());
  if (!isCommand(wanted)) {
    tell(terminal, CLI_TEXT.unknownCommand(printable(wanted), nearest(wanted, COMMAND_NAMES)));
    return 2;
  }
  if (isHelp || rest.includes("--help") || rest.includes("-h")) {
    return help(terminal, helpFor(wanted));
  }
  try {
    return await commandNamed(wanted)(
      rest.map((word) => asFile(terminal, word)),
      terminal,
    );
  } catch (error) {
    if (error instanceof WrongUsage) {
      tell(terminal, CLI_TEXT.usage(error.message, name));
      return 2;
    }
    tell(terminal, error instanceof Refused ? error.message : CLI_TEXT.broken);
    if (!(error instanceof Refused) && terminal.env.MSP_DEBUG) terminal.err(`${inspect(error)}\n`);
    return 1;
  }
}

/** A file whose name begins as options do is a file all the same: patterns of a shell bring such names along. */
const asFile = (folder: Folder, word: string): string =>
  /^-.*\./.test(word) && exists(folder, word) && !isFolder(folder, word) ? `./${word}` : word;

function help(terminal: Terminal, text: string): number {
  say(terminal, text.trimEnd());
  return 0;
}

/** What this very module was started as by `scoreMany`; anything else that loads it only wants `main`. */
const scorer = (workerData as Partial<Scorer> | null)?.scores;

if (isMainThread) {
  const terminal = ownTerminal(new URL(import.meta.url));
  outliveOutput((code) => tell(terminal, CLI_TEXT.noOutput(code)));
  process.exitCode = await main(process.argv.slice(2), terminal);
} else if (scorer) {
  parentPort?.on("message", async (file: string) => {
    parentPort?.postMessage(await scoreFile(scorer, file));
  });
}
