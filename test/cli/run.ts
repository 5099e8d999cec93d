/** Runs the built command line as a person would, in a folder of its own. */

import { type ChildProcess, type SpawnSyncOptions, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

const OTHER = process.env.MSP_PROGRAM;

/** `MSP_PROGRAM` names another build, such as an older one to compare with. */
export const PROGRAM = OTHER ?? join(import.meta.dirname, "..", "..", "dist", "cli.mjs");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const LONGEST_MS = 600_000;
let thread: ((args: readonly string[], cwd: string) => Ran) | null = null;

/**
 * The command in a thread that has loaded the program once; `runProcess` gives the same and takes longer. A build
 * that is not of these sources may not know of terminals.
 */
export function run(args: readonly string[], cwd: string): Ran {
  if (OTHER !== undefined) return runProcess(args, cwd);
  thread ??= startThread();
  return thread(args, cwd);
}

function startThread(): (args: readonly string[], cwd: string) => Ran {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1: answers, port2: replies } = new MessageChannel();
  const worker = new Worker(new URL("thread.mjs", import.meta.url), {
    workerData: { program: pathToFileURL(PROGRAM).href, signal: flag.buffer, replies },
    transferList: [replies],
  });
  worker.unref();
  answers.unref();
  return (args, cwd) => {
    Atomics.store(flag, 0, 0);
    worker.postMessage({ args, cwd });
    if (Atomics.wait(flag, 0, 0, LONGEST_MS) === "timed-out") {
      throw new Error(`This never ended: ${args.join(" ")}`);
    }
    const { message } = receiveMessageOnPort(answers) as { message: { ran: Ran; fault?: string } };
    if (message.fault !== undefined) throw new Error(`${args.join(" ")} broke: ${message.fault}`);
    return message.ran;
  };
}

/** The command as a process of its own. */
export function runProcess(
  args: readonly string[],
  cwd: string,
  options: SpawnSyncOptions = {},
): Ran {
  const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: "utf8",
    timeout: LONGEST_MS,
    ...options,
  });
  return { code: ran.status, out: String(ran.stdout), err: String(ran.stderr) };
}

/** The same beside others: the process, and what it comes to. */
export function start(args: readonly string[], cwd: string): [ChildProcess, Promise<Ran>] {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += String(data);
  });
  child.stderr.on("data", (data) => {
    said.err += String(data);
  });
  const ended = new Promise<Ran>((resolve) =>
    child.once("close", (code) => resolve({ code, ...said })),
  );
  return [child, ended];
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "msp-cli-"));

/** What no user may ever see. */
export const TRACE = /\n\s+at |Error:|node:internal|undefined|\[object/;
