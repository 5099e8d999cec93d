/** The command line: takes arguments apart and hands them to the commands. */

import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { CLI_TEXT, HELP } from "../core/text/cli.ts";
import { commands, helpFor } from "./commands.ts";
import { Refused } from "./files.ts";
import { scoreFile } from "./score.ts";
import { WrongUsage } from "./usage.ts";

/** Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = "help", ...rest] = args;
  if (name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(helpFor(rest[0]) ?? HELP.overview);
    return 0;
  }
  const command = commands[name];
  if (!command) {
    process.stderr.write(`${CLI_TEXT.unknownCommand(name)}\n`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(helpFor(name) ?? HELP.overview);
    return 0;
  }
  try {
    return await command(rest);
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${CLI_TEXT.usage(error.message, name)}\n`);
      return 2;
    }
    process.stderr.write(`${error instanceof Refused ? error.message : CLI_TEXT.broken}\n`);
    if (!(error instanceof Refused) && process.env.MSP_DEBUG) console.error(error);
    return 1;
  }
}

if (isMainThread) {
  // A reader that stops early (`| head`) is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2));
} else if (workerData === "score") {
  parentPort?.on("message", (file: string) => parentPort?.postMessage(scoreFile(file)));
}
