/** Times a piece of work: warm-up, several runs, and the median of them. */

export interface Measured {
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly runs: number;
}

/** Milliseconds a call; `calls` calls are timed together where one is too short for the clock. */
export async function measure(work: () => unknown, runs = 9, calls = 1): Promise<Measured> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) await work();
    times.push((performance.now() - start) / calls);
  }
  return summary(times);
}

/** The same for work without promises, which would cost more than a rescoring. */
export function measureSync(work: () => unknown, runs = 9, calls = 1): Measured {
  for (let call = 0; call < calls; call += 1) work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) work();
    times.push((performance.now() - start) / calls);
  }
  return summary(times);
}

function summary(times: number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    fastest: sorted[0] ?? Number.NaN,
    slowest: sorted[sorted.length - 1] ?? Number.NaN,
    runs: sorted.length,
  };
}

/** `1.23 ms`, `850 µs`. */
export function shown(milliseconds: number): string {
  if (milliseconds < 0.1) return `${(milliseconds * 1000).toFixed(2)} µs`;
  if (milliseconds < 10) return `${milliseconds.toFixed(2)} ms`;
  if (milliseconds < 10_000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
