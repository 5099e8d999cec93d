/** `catalog --json` is the whole checklist, so that another program needs no other source. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { newFolder, run } from "./run.ts";

const { sections, items, groups, texts, ...rest } = checklist31;
const { items: ofItems, groups: ofGroups, parts } = texts;
/** `undefined` is no JSON. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("the catalog as JSON", () => {
  const catalog = JSON.parse(run(["catalog", "--json"], newFolder()).out);

  it("keeps the keys that it always had", () => {
    expect(Object.keys(catalog)).toEqual(
      expect.arrayContaining(["version", "sections", "items", "groups"]),
    );
    expect(catalog.sections).toEqual(
      sections.map(({ id, title, shortTitle }) => ({ id, title, shortTitle, part: parts[id] })),
    );
    expect(catalog.items).toEqual(items.map((item) => asJson({ ...item, ...ofItems[item.id] })));
    expect(catalog.groups).toEqual(groups.map((group) => ({ ...group, ...ofGroups[group.id] })));
  });

  it("holds what stands around the items: services, prerequisites, process, readings and all", () => {
    for (const [key, value] of Object.entries(rest))
      expect(catalog[key], key).toEqual(asJson(value));
    for (const key of [
      "prerequisites",
      "process",
      "definitions",
      "readings",
      "links",
      "changes",
    ] as const)
      expect(catalog[key], key).toEqual(asJson(texts[key]));
    expect(Object.keys(catalog)).toEqual(expect.arrayContaining(["services", "clock", "mail"]));
    expect(catalog.services.list).toHaveLength(23);
    expect(catalog.changes[0]).toMatchObject({ from: "3.0", to: "3.1" });
  });
});
