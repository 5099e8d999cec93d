/** The terminal that a command runs on: where it speaks, whom it may ask, and the folder it stands in. */

import { isAbsolute } from "node:path";
import { createInterface } from "node:readline/promises";

/** Where names of files begin that are not whole; empty for the folder of the process, which may be gone. */
export interface Folder {
  readonly cwd: string;
  /** Files are looked at as ever, and nothing is written. */
  readonly rehearses?: true;
  /** A file that is replaced is kept beside it; hears of each, under which name. */
  readonly onKept?: (file: string, backup: string) => void;
}

export interface Streams {
  /** Takes data. */
  readonly out: (text: string) => void;
  /** Takes messages and questions. */
  readonly err: (text: string) => void;
}

export interface Terminal extends Folder, Streams {
  /** Whether messages are seen as they come, so that progress is worth telling. */
  readonly isWatched: boolean;
  /** Puts a question and gives what is typed, nothing at the end of input; null where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The module that workers run. */
  readonly program: URL;
}

/** The path behind a name as it was typed; what `..` means after a link is left to the disk. */
export const pathIn = ({ cwd }: Folder, name: string): string =>
  cwd === "" || name === "" || isAbsolute(name) ? name : `${cwd}/${name}`;

export const ownStreams: Streams = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

export function ownTerminal(program: URL): Terminal {
  const isWatched = process.stderr.isTTY === true;
  return {
    ...ownStreams,
    cwd: "",
    isWatched,
    ask: process.stdin.isTTY === true && isWatched ? asked : null,
    env: process.env,
    program,
  };
}

async function asked(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

/**
 * A reader that stops early (`| head`) is no fault, and no output that is lost ends the work half-way: the command
 * is finished, and its own exit code tells. `onLost` hears once why nothing more can be written.
 */
export function outliveOutput(onLost: (code: string) => void): void {
  let isLost = false;
  process.stdout.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
    if (code === "EPIPE" || isLost) return;
    isLost = true;
    onLost(code);
    process.once("exit", (own) => {
      if (own === 0) process.exitCode = 1;
    });
  });
  process.stderr.on("error", () => undefined);
}
