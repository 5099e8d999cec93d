/** The command line: takes arguments apart and hands them to the commands. */

import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { commandNamed, helpFor, isCommand, overview } from "./commands.ts";
import { Refused } from "./files.ts";
import { scoreFile } from "./score.ts";
import { outliveOutput, printable, say, tell } from "./speak.ts";
import { WrongUsage } from "./usage.ts";
import { CLI_TEXT } from "./words.ts";

const asksForHelp = (word: string): boolean =>
  word === "help" || word === "--help" || word === "-h";

/** Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = "help", ...rest] = args;
  const isHelp = asksForHelp(name);
  const wanted = isHelp ? (rest[0] ?? "help") : name;
  if (isHelp && asksForHelp(wanted)) return help(overview());
  if (!isCommand(wanted)) {
    tell(CLI_TEXT.unknownCommand(printable(wanted)));
    return 2;
  }
  if (isHelp || rest.includes("--help") || rest.includes("-h")) {
    return help(helpFor(wanted));
  }
  try {
    return await commandNamed(wanted)(rest);
  } catch (error) {
    if (error instanceof WrongUsage) {
      tell(CLI_TEXT.usage(error.message, name));
      return 2;
    }
    tell(error instanceof Refused ? error.message : CLI_TEXT.broken);
    if (!(error instanceof Refused) && process.env.MSP_DEBUG) console.error(error);
    return 1;
  }
}

function help(text: string): number {
  say(text.trimEnd());
  return 0;
}

if (isMainThread) {
  outliveOutput();
  process.exitCode = await main(process.argv.slice(2));
} else if (workerData === "score") {
  parentPort?.on("message", (file: string) => parentPort?.postMessage(scoreFile(file)));
}
