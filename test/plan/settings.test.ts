/** Settings in pairs leave out no two values that can meet, and are far fewer than all of them. */

import { expect, it } from "vitest";
import { pairwise, product } from "./settings.ts";

const AXES = {
  locale: ["en", "de", "fr", "tr"],
  style: ["A1", "R1C1"],
  version: ["3.1", "3.2", "3.3"],
  undo: [true, false],
} as const;

it("every two values of different axes meet", () => {
  const chosen = pairwise(AXES);
  for (const one of product({ locale: AXES.locale, style: AXES.style, version: AXES.version })) {
    for (const [a, b] of [
      ["locale", "style"],
      ["locale", "version"],
      ["style", "version"],
    ] as const) {
      const meet = chosen.filter((setting) => setting[a] === one[a] && setting[b] === one[b]);
      expect(meet.length, `${one[a]} and ${one[b]}`).toBeGreaterThan(0);
    }
  }
  expect(chosen.length).toBeLessThan(16);
});

it("one axis is tried whole, and each setting has all of them", () => {
  expect(pairwise({ locale: AXES.locale })).toEqual(AXES.locale.map((locale) => ({ locale })));
  expect(product(AXES)).toHaveLength(48);
  for (const setting of pairwise(AXES)) expect(Object.keys(setting)).toEqual(Object.keys(AXES));
});
