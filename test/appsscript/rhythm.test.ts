/** How often the sidebar asks, on a clock that only the test moves. */

import { expect, test } from "vitest";
import { newRhythm } from "../../appsscript/sidebar/rhythm.ts";

function clock() {
  let time = 0;
  let planned: { at: number; act: () => void } | null = null;
  const timers = {
    set: (act: () => void, milliseconds: number) => {
      expect(planned).toBeNull();
      planned = { at: time + milliseconds, act };
      return 1;
    },
    clear: () => {
      planned = null;
    },
  };
  /** Lets time pass until the next question, at most `most` milliseconds; says how long it was. */
  const next = async (most = 120_000): Promise<number | null> => {
    const due = planned;
    if (!due || due.at > time + most) {
      time += most;
      return null;
    }
    const waited = due.at - time;
    time = due.at;
    planned = null;
    due.act();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return waited;
  };
  return { timers, next };
}

test("it asks soon while something changes, and ever more rarely, to half a minute, while nothing does", async () => {
  const { timers, next } = clock();
  let changes = true;
  const rhythm = newRhythm(async () => changes, timers);
  await rhythm.now();
  expect([await next(), await next()]).toEqual([2000, 2000]);
  changes = false;
  const waits: (number | null)[] = [];
  for (let time = 0; time < 12; time += 1) waits.push(await next());
  expect(waits[1]).toBe(3000);
  expect(waits.slice(-3)).toEqual([30_000, 30_000, 30_000]);
  expect([...waits].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(waits);
  rhythm.stir();
  expect(await next()).toBe(2000);
});

test("it asks nothing while nobody sees it, and at once when it is seen again", async () => {
  const { timers, next } = clock();
  let asked = 0;
  const rhythm = newRhythm(async () => {
    asked += 1;
    return true;
  }, timers);
  await rhythm.now();
  rhythm.seen(false);
  expect(await next(10_000_000)).toBeNull();
  rhythm.stir();
  expect(await next(10_000_000)).toBeNull();
  expect(asked).toBe(1);
  rhythm.seen(true);
  expect(asked).toBe(2);
});

test("one question is under way at a time, and a wish made meanwhile is asked after it", async () => {
  const { timers } = clock();
  const answers: (() => void)[] = [];
  const rhythm = newRhythm(
    () => new Promise((resolve) => answers.push(() => resolve(false))),
    timers,
  );
  const first = rhythm.now();
  const second = rhythm.now();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  expect(answers).toHaveLength(2);
  answers[1]?.();
  await Promise.all([first, second]);
});

test("a question that fails is asked again, later", async () => {
  const { timers, next } = clock();
  const rhythm = newRhythm(() => Promise.reject(new Error("no network")), timers);
  await rhythm.now();
  expect(await next()).toBe(3000);
  expect(await next()).toBe(4500);
});
