/** How things are told: definitions as such, alike where they are alike, and what the source leaves open as ours. */

import { describe, expect, it } from "vitest";
import { findItem, fullEvidence, fullRequirement, textsOf } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";

const { sections, texts } = checklist31;
const { links, process, readings } = texts;
const items = checklist31.items.map((item) => ({ ...item, ...textsOf(checklist31, item) }));
const spoken = checklist31.items.map((item) => ({
  id: item.id,
  text: `${fullRequirement(checklist31, item)} ${fullEvidence(checklist31, item)}`,
}));

describe("the items", () => {
  it("tell definitions as such: they ask for nothing", () => {
    const told = ["9.5", "9.9.1", "9.10.1", "9.11.1", "9.11.2", "9.12"];
    const defined = spoken.filter(({ text }) => /\bBy definition, /.test(text));
    expect(defined.map(({ id }) => id)).toEqual(told);
    // What is only in a definition stands behind these words.
    for (const [id, words] of [
      ["9.5", /predict/],
      ["9.9.1", /lifecycle/],
      ["9.10.1", /as quickly as possible/],
      ["9.11.1", /through their lifecycle/],
      ["9.12", /who owns them/],
    ] as const) {
      const [before = "", after = ""] =
        spoken.find((item) => item.id === id)?.text.split("By definition, ") ?? [];
      expect(before, id).not.toMatch(words);
      expect(after, id).toMatch(words);
    }
  });

  it("call the same kind of evidence the same", () => {
    const kinds = (pattern: RegExp) =>
      new Set(
        items.flatMap(({ evidence, evidenceKinds }) =>
          pattern.test(evidence) ? [evidenceKinds.join()] : [],
        ),
      );
    expect([...kinds(/^Sample reports\.$/)]).toEqual(["record"]);
    expect([...kinds(/contracts? with customers|customer contracts|Support agreement/i)]).toEqual([
      "document",
    ]);
    expect([...kinds(/supporting processes and metrics/)]).toEqual(["document,record"]);
    // A certificate is one way where the source says that it may be one.
    for (const { id, evidence, evidenceKinds } of items)
      if (/\bmay (?:also )?be an industry certification/.test(evidence))
        expect(evidenceKinds.includes("document"), id).toBe(true);
  });

  it("name no paper and no address that the references do not have under that name", () => {
    for (const { id, requirement, evidence } of items) {
      const text = `${requirement} ${evidence}`;
      const own = links.filter((link) => link.items?.includes(id));
      const papers = text.match(/(?<=the )[A-Z][^.]*?Whitepaper/g) ?? [];
      const named = papers.flatMap((paper) => paper.split(" and the "));
      for (const paper of named)
        expect(
          own.some(({ title }) => title.startsWith(`${paper} (`)),
          `${id} ${paper}`,
        ).toBe(true);
      if (/References/.test(text)) expect(own.length, id).toBeGreaterThan(0);
      expect(text, id).not.toMatch(/white paper|https?:/);
    }
    for (const { title, items: own = [] } of links)
      if (own.length > 0) expect(title).toContain(`(${own.join(", ")})`);
    const linked = links.flatMap((link) => link.items ?? []);
    for (const id of linked) expect(findItem(checklist31, id), id).not.toBeNull();
    expect(new Set(linked).size).toBe(linked.length - 1);
  });
});

describe("what is told around the items", () => {
  const ours = readings.paragraphs.join("\n");
  const told = process.map(({ paragraphs }) => paragraphs.join("\n")).join("\n");

  it("names the source's three parts, with their sections", () => {
    const begin = "Discover, Plan, Migrate, Integrate, Validate";
    expect(sections.map(({ id }) => texts.parts[id])).toEqual([
      ...Array(8).fill(begin),
      ...Array(4).fill("Operate"),
      ...Array(2).fill("Optimize"),
    ]);
    const [arranged] = process;
    expect(arranged?.paragraphs).toEqual([
      `${begin}: sections 1 to 8.`,
      "Operate: sections 9 to 12.",
      "Optimize: sections 13 to 14.",
    ]);
  });

  it("has a heading for the prerequisites, and says that the application is none", () => {
    expect(process.find(({ title }) => title === "Prerequisites")?.paragraphs.join()).toMatch(
      /sheet Prerequisites.*application in the APN Portal is none of them/,
    );
  });

  it("speaks of 3.1 as what it was, and of later versions", () => {
    expect(told).toMatch(/From 1 April 2017 it became the only recognized standard/);
    expect(told).toMatch(/Later versions have been published since/);
  });

  it.each([
    ["9.2.3, both changed and gone", /9\.2\.3 was clarified and also removed/],
    [
      "ids that were used again",
      /6\.1\.2 and 9\.3\.6 were removed \(3\.1 has other items of these ids/,
    ],
    ["an item of the list that no change names", /4\.4\.2 .*no entry of the changes/],
    ["the subject's brackets and full stop", /subject of the mail .*brackets and the full stop/],
    ["24 hours as a calendar day", /24 hours .*next calendar day/],
    ["kinds of action items", /mandatory or score-impacting by its points alone/],
    ["addresses that were put right", /Hyphens .*addresses/],
    [
      "the renewal of who is an MSP already",
      /already are MSPs .*3\.0, as the source says.*our reading/,
    ],
    ["the subtraction that would add", /subtracting -200 would raise a total/],
    ["what a plan does", /does not lift its -200.*Action plan instead of Fail/],
    ["evidence that is not named", /8\.1\.1 and 8\.1\.3 .*our reading/],
  ])("tells how we read the source: %s", (_, sentence) => {
    expect(ours).toMatch(sentence);
  });
});
