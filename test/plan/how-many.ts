/** How much a run tries: a part of it each time, another part each time, and all of it in the long run. */

/** Where random workbooks begin. Printed with each run; `SEED=… npm test` tries the same ones again. */
export const SEED = Number(process.env.SEED ?? 1);

const isLong = process.env.LONG === "yes";

export const howMany = (each: number, long: number): number => (isLong ? long : each);

/** As many of a list, each run others. */
export const someOf = <T>(all: readonly T[], count: number): readonly T[] =>
  Array.from({ length: Math.min(count, all.length) }, (_, index) => index + SEED).map(
    (place) => all[place % all.length] as T,
  );

/** Of as many random workbooks as are asked for. */
export const seeds = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => SEED + index);
