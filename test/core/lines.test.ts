/** Texts of lines: what is a paragraph, what a list, and how both run in a cell. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf, runningText, wrongLines } from "../../core/checklist/lines.ts";
import {
  fullEvidence,
  fullRequirement,
  groupTextsOf,
  textsOf,
} from "../../core/checklist/lookup.ts";
import { makeChecklist } from "../../core/checklist/make.ts";
import type { ChecklistSource, ItemSource, Lines } from "../../core/checklist/source.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { columnOf } from "../../core/workbook/draw/layout.ts";

describe("a text of lines", () => {
  it("is paragraphs and lists, in order", () => {
    expect(blocksOf("Shown are:\n- one\n- two\nMore.\n- A.\n- B.")).toEqual([
      { text: "Shown are:" },
      { list: ["one", "two"] },
      { text: "More." },
      { list: ["A.", "B."] },
    ]);
    expect(blocksOf("All on one line; nothing - at all - is parted: here, or there.")).toHaveLength(
      1,
    );
    expect(blocksOf("")).toEqual([]);
  });

  it.each([
    ["One line.", "One line."],
    ["All 2:\n- a thing (or two, etc.)\n- another", "All 2: a thing (or two, etc.); another."],
    ["All 2:\n- one\n- two\nMore.", "All 2: one; two. More."],
    ["- It is so.\n- It stays so.", "It is so. It stays so."],
    ["It answers:\n- is it so\n- how?\nMore.", "It answers: is it so; how? More."],
    ["", ""],
  ])("%j runs in a cell as %j", (text, running) => {
    expect(runningText(text)).toBe(running);
  });

  const words = fc
    .array(fc.constantFrom("logs;", "are", "kept,", "e.g.", "“all”", "x:", "-", "12"), {
      minLength: 1,
    })
    .map((found) => `A ${found.join(" ")} b`);
  const block = fc.oneof(
    words.map((text) => ({ text: `${text}.` })),
    fc.array(words, { minLength: 2, maxLength: 4 }).map((list) => ({ list })),
  );

  it("keeps every word of its parts, whatever their punctuation", () => {
    fc.assert(
      fc.property(block, block, (first, second) => {
        // Two lists without a line between them are one.
        fc.pre("text" in first || "text" in second);
        const blocks = [first, second];
        const text = blocks
          .map((each) => ("text" in each ? each.text : `- ${each.list.join("\n- ")}`))
          .join("\n");
        expect(blocksOf(text)).toEqual(blocks);
        expect(runningText(text)).toBe(
          blocks.map((each) => ("text" in each ? each.text : `${each.list.join("; ")}.`)).join(" "),
        );
      }),
    );
  });
});

describe("a text of another shape", () => {
  const item: ItemSource = {
    id: "1.1",
    group: null,
    title: "Logs",
    shortTitle: "Logs",
    requirement: "Logs are kept.",
    evidence: "The logs.",
    evidenceKinds: ["record"],
    notEnough: null,
    ifNotMet: 0,
    ifMet: 20,
    sourceLine: 1,
  };
  const made = (changed: Partial<ItemSource>, ofGroup: Partial<Record<string, Lines>> = {}) =>
    makeChecklist({
      ...(checklist31 as unknown as ChecklistSource),
      services: null,
      references: { ...checklist31.references, item: null },
      sections: [
        {
          id: "1",
          title: "Records",
          shortTitle: "Records",
          part: "Operate",
          groups: [
            {
              id: "1.2",
              title: "Logs",
              requirement: "",
              evidence: "",
              requirementForItems: null,
              evidenceForItems: null,
              ...ofGroup,
            },
          ],
          items: [{ ...item, ...changed }],
        },
      ],
    });

  it.each([
    ["has an empty line, or stray spaces", ["All:", "- one", "", "- two"]],
    ["has an empty line, or stray spaces", ["All:", "- one", "- two", ""]],
    ["has an empty line, or stray spaces", ["All:", "- one ", "- two"]],
    ["has an empty line, or stray spaces", [" All:", "- one", "- two"]],
    ["has an empty line, or stray spaces", ["All:", "- one", "- "]],
    [
      "has an empty line, or stray spaces",
      "All:\r\n- one\r\n- two".split("\n").map((line) => `${line}.`),
    ],
    ["has a hyphen that begins no part", ["All:", "-one", "- two"]],
    ["has a hyphen that begins no part", ["All:", "-  one", "- two"]],
    ["has several lines and no list", ["All.", "And more."]],
    ["has a list of one part", ["All:", "- one"]],
    ["has a list of one part", ["All:", "- one", "- two", "More:", "- three"]],
    ["has a part that ends like a beginning", ["All:", "- one;", "- two"]],
    ["has a part that ends like a beginning", ["All:", "- one", "- two:"]],
    ["mixes sentences and parts of one", ["All:", "- One.", "- two"]],
  ])("%s in %j: it makes no checklist", (wrong, lines) => {
    const message = new RegExp(wrong);
    expect(() => made({ requirement: lines })).toThrow(message);
    expect(() => made({ evidence: lines })).toThrow(message);
    expect(() => made({}, { requirement: lines })).toThrow(message);
    expect(() => made({}, { evidence: lines })).toThrow(message);
    expect(() => made({ requirement: lines })).toThrow(RangeError);
  });

  it("may not be added to others where it has several lines", () => {
    const lines = "Not enough:\n- press\n- websites";
    expect(() => made({ notEnough: lines })).toThrow(/1\.1, notEnough/);
    expect(() => made({}, { requirementForItems: lines })).toThrow(/1\.2, requirementForItems/);
    expect(() => made({}, { evidenceForItems: lines })).toThrow(/1\.2, evidenceForItems/);
  });

  it("is told apart from one of the right shape, which is kept line by line", () => {
    const { texts } = made({ requirement: ["All:", "- one", "- two", "More."] });
    expect(texts.items[item.id as keyof typeof texts.items]?.requirement).toBe(
      "All:\n- one\n- two\nMore.",
    );
    expect(wrongLines("It answers:\n- is it so\n- how?")).toBeNull();
    expect(wrongLines("One line.")).toBeNull();
    expect(wrongLines("")).toBeNull();
  });
});

describe("the lists of the catalogue", () => {
  const texts = [
    ...checklist31.items.flatMap((item) => {
      const { requirement, evidence } = textsOf(checklist31, item);
      return [
        [`${item.id} requirement`, requirement] as const,
        [`${item.id} evidence`, evidence] as const,
      ];
    }),
    ...checklist31.groups.flatMap(({ id }) => {
      const group = checklist31.texts.groups[id];
      return [
        [`${id} requirement`, group?.requirement ?? ""] as const,
        [`${id} evidence`, group?.evidence ?? ""] as const,
      ];
    }),
  ];
  const lists = texts.flatMap(([where, text]) =>
    blocksOf(text).flatMap((block) => ("list" in block ? [[where, block.list] as const] : [])),
  );

  it("hold what must be shown one by one", () => {
    const parts = (where: string) => lists.find(([id]) => id === where)?.[1].length;
    expect(parts("2.1 requirement")).toBe(8);
    expect(parts("4.4.2 evidence")).toBe(6);
    expect(parts("5.4 requirement")).toBe(7);
    expect(parts("5.6 requirement")).toBe(3);
    expect(parts("6.1 requirement")).toBe(4);
    expect(parts("8.2.4 requirement")).toBe(2);
    expect(parts("8.3 evidence")).toBe(3);
    expect(parts("9.13.1 requirement")).toBe(5);
    expect(parts("9.14 requirement")).toBe(5);
    expect(parts("9.12 requirement")).toBe(4);
    expect(parts("7.1 requirement")).toBe(3);
  });

  it("ask whole questions where the source asks them", () => {
    for (const where of ["9.12 requirement", "9.14 requirement"])
      for (const part of lists.find(([id]) => id === where)?.[1] ?? [])
        expect(part, where).toMatch(/^(?:Do|Does|How|Which|Will) .{20,}\?$/);
  });

  it("leave no enumeration by semicolons in a line", () => {
    for (const [where, text] of texts)
      for (const block of blocksOf(text))
        if ("text" in block) expect(block.text.split("; ").length, where).toBeLessThan(3);
  });

  it.each(lists)("of the %s have parts that begin and end alike", (where, parts) => {
    const sentences = parts.every((part) => /[.?!]$/.test(part));
    for (const part of parts) {
      expect(part, where).toMatch(/\S/);
      expect(part, where).not.toMatch(/;$/);
      if (sentences) expect(part, where).toMatch(/^[A-Z]/);
    }
    // A name keeps its capital wherever it stands.
    const plain = parts.filter((part) => !/^(?:[A-Z]{2}|\d)/.test(part));
    const capitals = plain.filter((part) => /^[A-Z]/.test(part));
    expect([0, plain.length], where).toContain(capitals.length);
  });
});

describe("the running form", () => {
  const cells = new Map(
    (
      blueprint(checklist31, blankInputs(checklist31)).sheets.find(
        ({ name }) => name === "Checklist",
      )?.cells ?? []
    ).map((cell) => [`${cell.row} ${cell.column}`, cell]),
  );
  const rowOf = new Map(
    [...cells.values()]
      .filter(({ column }) => column === columnOf("id"))
      .map((cell) => [cell.value, cell.row]),
  );
  const shown = (id: string, column: "requirement" | "evidenceToShow") =>
    cells.get(`${rowOf.get(id)} ${columnOf(column)}`)?.value;
  const running = (...parts: readonly (string | null | undefined)[]) =>
    parts.flatMap((part) => (part ? [runningText(part)] : [])).join(" ");

  it("of every text is what the sheet shows, in one line", () => {
    for (const item of checklist31.items) {
      const own = textsOf(checklist31, item);
      const group = groupTextsOf(checklist31, item);
      expect(shown(item.id, "requirement"), item.id).toBe(
        running(own.requirement, group?.requirementForItems),
      );
      expect(shown(item.id, "evidenceToShow"), item.id).toBe(
        running(own.evidence, own.notEnough, group?.evidenceForItems),
      );
    }
    for (const cell of cells.values()) expect(String(cell.value ?? "")).not.toMatch(/\n- /);
  });

  it("keeps the words of every line, in order", () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const item of checklist31.items) {
      const own = textsOf(checklist31, item);
      const group = groupTextsOf(checklist31, item);
      const lines = [
        own.requirement,
        group?.requirementForItems,
        own.evidence,
        own.notEnough,
        group?.evidenceForItems,
      ];
      const running = `${fullRequirement(checklist31, item)} ${fullEvidence(checklist31, item)}`;
      expect(words(running), item.id).toEqual(words(lines.join(" ")));
    }
  });
});
