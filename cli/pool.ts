/** Scores many files on all cores; each worker holds one file at a time, and results come in the order asked. */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Outcome, scoreFile } from "./score.ts";
import type { Folder, Terminal } from "./terminal.ts";

/** Starting a worker costs more than scoring this many files. */
const FEW = 12;

/** What a worker is started with. */
export interface Scorer {
  readonly scores: Folder;
}

/** Calls `onOutcome` for each file in order. */
export async function scoreMany(
  { cwd, program }: Pick<Terminal, "cwd" | "program">,
  files: readonly string[],
  onOutcome: (outcome: Outcome, done: number) => void,
): Promise<void> {
  if (files.length <= FEW) {
    for (const [index, file] of files.entries()) {
      onOutcome(await scoreFile({ cwd }, file), index + 1);
    }
    return;
  }
  const ready = new Map<number, Outcome>();
  let next = 0;
  let told = 0;
  const tell = (): void => {
    for (let outcome = ready.get(told); outcome; outcome = ready.get(told)) {
      ready.delete(told);
      told += 1;
      onOutcome(outcome, told);
    }
  };
  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: { scores: { cwd } } satisfies Scorer });
      let current = -1;
      const give = (): void => {
        current = next;
        next += 1;
        const file = files[current];
        if (file === undefined) {
          void worker.terminate();
          resolve();
        } else {
          worker.postMessage(file);
        }
      };
      worker.on("message", (outcome: Outcome) => {
        ready.set(current, outcome);
        tell();
        give();
      });
      worker.on("error", reject);
      give();
    });
  const workers = Math.min(availableParallelism(), Math.ceil(files.length / FEW));
  await Promise.all(Array.from({ length: workers }, runWorker));
}
