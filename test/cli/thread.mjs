/** Runs commands of the built command line, one after another, for a thread that waits for each. */

import { inspect } from "node:util";
import { parentPort, workerData } from "node:worker_threads";

const { program, signal, replies } = workerData;
const flag = new Int32Array(signal);

function reply(message) {
  replies.postMessage(message);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

/** As the bytes of a pipe would be read. */
const piped = (text) => Buffer.from(text).toString();

// What would end the process with a stack trace is told as such, or the other side would wait for ever.
process.on("uncaughtException", (error) => reply({ fault: inspect(error) }));
const { main } = await import(program);

parentPort.on("message", async ({ args, cwd }) => {
  const said = { out: "", err: "" };
  const terminal = {
    cwd,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    isWatched: false,
    ask: null,
    env: process.env,
    program: new URL(program),
  };
  try {
    const code = await main(args.map(piped), terminal);
    reply({ ran: { code, out: piped(said.out), err: piped(said.err) } });
  } catch (error) {
    reply({ fault: inspect(error) });
  }
});
