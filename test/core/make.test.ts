/** What is no checklist is refused when it is made, with the id that is wrong. */

import { describe, expect, it } from "vitest";
import { makeChecklist } from "../../core/checklist/make.ts";
import type { ItemSource } from "../../core/checklist/source.ts";
import { smallSource } from "../fixtures/checklists/small.ts";

/** The small checklist with its first item written otherwise. */
const withFirst = (change: Partial<ItemSource>) => () =>
  makeChecklist({
    ...smallSource,
    sections: smallSource.sections.map((section, at) =>
      at > 0
        ? section
        : {
            ...section,
            items: section.items.map((item, index) => (index > 0 ? item : { ...item, ...change })),
          },
    ),
  });

describe("an item", () => {
  it("is mandatory where it costs points, if it does not say otherwise", () => {
    expect(withFirst({})().items[0]?.mandatory).toBe(true);
    expect(withFirst({ mandatory: true })().items[0]?.mandatory).toBe(true);
    expect(withFirst({ ifNotMet: 0, mandatory: false })().items[0]?.mandatory).toBe(false);
    expect(withFirst({ ifNotMet: 0, mandatory: true })().items[0]?.mandatory).toBe(true);
    expect(withFirst({ mandatory: false })().items[0]?.mandatory).toBe(false);
  });

  it.each<[string, Partial<ItemSource>, RegExp]>([
    ["without an id", { id: "first" }, /“first” is no item id/],
    ["there twice", { id: "1.2" }, /Item 1\.2 stands in the checklist twice/],
    ["of half a point", { ifMet: 0.5 }, /1\.1: 0\.5 is no whole number/],
  ])("is refused where it is %s", (_, change, message) => {
    expect(withFirst(change)).toThrow(RangeError);
    expect(withFirst(change)).toThrow(message);
  });
});
