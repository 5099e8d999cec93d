/** The catalogue against the fixture of the source, row by row, and the care taken with its texts. */

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { runningText } from "../../core/checklist/lines.ts";
import {
  findItem,
  fullEvidence,
  fullRequirement,
  groupOf,
  groupTextsOf,
  ifNotMetFor,
  itemById,
  textsOf,
} from "../../core/checklist/lookup.ts";
import { changes } from "../../core/checklist/v3.1/changes.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { definitions } from "../../core/checklist/v3.1/definitions.ts";
import { links } from "../../core/checklist/v3.1/links.ts";
import { prerequisites } from "../../core/checklist/v3.1/prerequisites.ts";
import { process } from "../../core/checklist/v3.1/process.ts";
import { services } from "../../core/checklist/v3.1/services.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { columnOf } from "../../core/workbook/draw/layout.ts";
import { wrappedLines } from "../../core/workbook/draw/measure.ts";
import { FOREIGN_SPELLINGS, THRESHOLDS } from "./thresholds.ts";

const groups = checklist31.groups.map((group) => ({
  ...group,
  requirement: "",
  evidence: "",
  ...checklist31.texts.groups[group.id],
}));
/** Rules and texts of each item together, as they are written down. */
const items = checklist31.items.map((item) => ({ ...item, ...textsOf(checklist31, item) }));
const { sections } = checklist31;

interface Row {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly if_not_met: string;
  readonly if_met: string;
  readonly provenance: string;
  readonly source_line: string;
}
const fixture: readonly Row[] = parse(
  readFileSync(new URL("../fixtures/points.csv", import.meta.url), "utf8"),
  { columns: true },
);

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe("every row of the source", () => {
  it("is there, once and in order", () => {
    expect(items.map((item) => item.id)).toEqual(fixture.map((row) => row.id));
  });

  it.each(fixture.map((row) => [row.id, row] as const))(
    "%s has its title, points, provenance, line and section",
    (id, row) => {
      const item = itemById(checklist31, id);
      const section = sections.find((entry) => entry.id === item.section);
      expect({
        title: item.title,
        ifNotMet: item.ifNotMet,
        ifMet: item.ifMet,
        provenance: item.provenance,
        line: textsOf(checklist31, item).sourceLine,
        section: `${section?.id}.0 ${section?.title}`,
      }).toEqual({
        title: row.title,
        ifNotMet: Number(row.if_not_met),
        ifMet: Number(row.if_met),
        provenance: row.provenance,
        line: Number(row.source_line),
        section: row.section,
      });
    },
  );
});

describe("the sums", () => {
  it("are 97 items, 46 mandatory, and 1000 points", () => {
    expect(items).toHaveLength(97);
    expect(items.filter((item) => item.mandatory)).toHaveLength(46);
    expect(sum(items.map((item) => item.ifMet))).toBe(1000);
    expect(sum(items.map((item) => item.ifNotMet))).toBe(-9200);
  });

  it("give each section its size, most points and mandatory items", () => {
    const found = sections.map((section) => [
      section.items.length,
      sum(section.items.map((item) => item.ifMet)),
      section.items.filter((item) => item.mandatory).length,
    ]);
    expect(found).toEqual([
      [6, 40, 4],
      [2, 60, 0],
      [1, 0, 1],
      [11, 180, 2],
      [8, 40, 6],
      [7, 90, 2],
      [2, 0, 2],
      [16, 100, 12],
      [29, 350, 12],
      [2, 20, 1],
      [4, 0, 4],
      [6, 60, 0],
      [2, 40, 0],
      [1, 20, 0],
    ]);
  });

  it("are kept by the four reconstructed items, which add 60", () => {
    const lost = items.filter((item) => item.provenance === "reconstructed");
    expect(lost.map((item) => item.id)).toEqual(["4.1", "4.2.1", "4.2.2", "4.2.3"]);
    expect(sum(lost.map((item) => item.ifMet))).toBe(60);
  });

  it("have items of two kinds only: one earns when met, the other costs 200 when not", () => {
    for (const item of items)
      expect(item.ifNotMet, item.id).toBe(ifNotMetFor(checklist31, item.ifMet));
    expect(
      checklist31.openValues?.choices.map((choice) => ifNotMetFor(checklist31, choice)),
    ).toEqual([-200, 0, 0, 0]);
  });
});

describe("lists", () => {
  const listed = items.filter((item) => item.renewal !== null);

  it("name 33 items for a renewal, worth 350 points, 17 of them mandatory; the rest brings 650", () => {
    expect(listed).toHaveLength(33);
    expect(sum(listed.map((item) => item.ifMet))).toBe(350);
    expect(listed.filter((item) => item.mandatory)).toHaveLength(17);
    expect(sum(items.filter((item) => item.renewal === null).map((item) => item.ifMet))).toBe(650);
  });

  it("are those of the source, items on both of them counted once", () => {
    const on = (list: string) =>
      items.filter((item) => item.renewal === list).map((item) => item.id);
    const both = ["9.6.1", "9.6.2", "9.6.3", "9.8.1", "9.8.2", "13.2"];
    expect(on("both")).toEqual(both);
    expect(on("newOrExpanded")).toEqual(["4.4.2", "8.1.2", "8.1.9", "8.1.10", "8.2.4"]);
    expect(on("existing")).toEqual([
      ..."1.6 2.1 2.2 3.1 5.8 6.1.1 6.1.2 6.1.3 6.1.4 6.1.5 6.1.6 6.1.7 9.7 9.14 9.15.1 10.2".split(
        " ",
      ),
      ..."11.1.1 11.1.2 11.2.1 11.2.2 13.1 14.1".split(" "),
    ]);
  });

  it("waive 4.5 and all of section 5 for partners who are no resellers, worth 40 points", () => {
    const only = items.filter((item) => item.resellerOnly);
    expect(only.map((item) => item.id)).toEqual([
      "4.5",
      ..."12345678".split("").map((n) => `5.${n}`),
    ]);
    expect(sum(only.map((item) => item.ifMet))).toBe(40);
    expect(only.filter((item) => item.mandatory)).toHaveLength(7);
  });

  it("hold 23 services, each once, of which 4 are new", () => {
    expect(new Set(services.map((service) => service.name)).size).toBe(23);
    const fresh = services.filter((service) => service.isNew).map((service) => service.name);
    expect(fresh).toHaveLength(4);
    for (const name of ["Lambda", "DynamoDB", "Redshift", "Kinesis"]) {
      expect(
        fresh.filter((entry) => entry.includes(name)),
        name,
      ).toHaveLength(1);
    }
  });

  it("put every item under a group of its own section, and leave no group empty", () => {
    for (const section of sections) {
      const ids = groups.flatMap(({ id }) => (id.startsWith(`${section.id}.`) ? [id] : []));
      for (const item of section.items) {
        const parts = item.id.split(".");
        const parent = parts.slice(0, 2).join(".");
        // Three-part ids stand under a heading; whether it is a group of ours is the catalogue's to say.
        if (item.group !== null)
          expect([ids.includes(item.group), item.group]).toEqual([true, parent]);
        if (parts.length === 2) expect(item.group, item.id).toBeNull();
        expect(item.id.startsWith(`${section.id}.`)).toBe(true);
      }
    }
    for (const group of groups)
      expect(
        items.some((item) => groupOf(checklist31, item)?.id === group.id),
        group.id,
      ).toBe(true);
  });
});

describe("lookups", () => {
  it("find an item by its id only", () => {
    expect(itemById(checklist31, "8.1.10").id).toBe("8.1.10");
    expect(findItem(checklist31, "8.1.9")?.title).toContain("secret shopper");
  });

  it.each(["", "1", "8.1", "8.1.11", "1.1 ", "9.2", "__proto__", "constructor", "toString"])(
    "throw for %j, which is no item",
    (id) => {
      expect(() => itemById(checklist31, id)).toThrow(RangeError);
      expect(findItem(checklist31, id)).toBeNull();
    },
  );
});

const spoken = items.map((item) => ({
  id: item.id,
  text: `${fullRequirement(checklist31, item)} ${fullEvidence(checklist31, item)}`,
}));

describe("the texts", () => {
  it.each(Object.entries(THRESHOLDS))("of %s keep every figure and condition", (id, wanted) => {
    const item = itemById(checklist31, id);
    const text =
      `${fullRequirement(checklist31, item)}\n${fullEvidence(checklist31, item)}`.replace(
        /\n/g,
        " ",
      );
    for (const expression of wanted) expect(text).toMatch(expression);
  });

  it("take ISO 20000 for an alternative only where the source does", () => {
    const alternative = spoken.filter(({ text }) => /Alternatively, [^.]*ISO 20000/.test(text));
    expect(alternative.map(({ id }) => id)).toEqual([
      "9.2.1",
      "9.9.1",
      "9.10.1",
      "9.10.2",
      "9.11.1",
      "9.11.2",
    ]);
  });

  it("rule out press, analysts and websites in 1.1 alone", () => {
    expect(
      items
        .filter((item) => item.notEnough !== null && /press/i.test(item.notEnough))
        .map((item) => item.id),
    ).toEqual(["1.1"]);
  });

  it("carry the group's demand in each of its items", () => {
    for (const item of items) {
      const group = groupTextsOf(checklist31, item);
      if (group?.requirementForItems)
        expect(fullRequirement(checklist31, item)).toContain(group.requirementForItems);
      if (group?.evidenceForItems)
        expect(fullEvidence(checklist31, item)).toContain(group.evidenceForItems);
    }
    expect(fullEvidence(checklist31, itemById(checklist31, "6.1.5"))).toMatch(/3 detailed designs/);
    expect(fullRequirement(checklist31, itemById(checklist31, "9.3.6"))).toMatch(/ITSM/);
  });

  it("are there, and end as sentences do", () => {
    for (const item of items) {
      expect(item.requirement.length, item.id).toBeGreaterThan(20);
      expect(item.evidence.length, item.id).toBeGreaterThan(10);
      for (const written of [item.requirement, item.evidence, item.notEnough ?? "None."]) {
        const text = runningText(written);
        expect(text, item.id).toMatch(/[.?!)]$/);
        expect(text, item.id).toMatch(/^[A-Z0-9]/);
      }
      // The source asks for no evidence there, so there is no kind of it.
      expect(item.evidenceKinds.length > 0, item.id).toBe(item.id !== "9.4");
      expect(new Set(item.evidenceKinds).size, item.id).toBe(item.evidenceKinds.length);
    }
  });

  it("have short titles for narrow lists, different from each other within a section", () => {
    for (const section of sections) {
      expect(section.shortTitle.length, section.id).toBeLessThanOrEqual(24);
      expect(new Set(section.items.map((item) => item.shortTitle)).size).toBe(section.items.length);
      for (const item of section.items) {
        expect(item.shortTitle.length, item.id).toBeGreaterThan(2);
        expect(item.shortTitle.length, `${item.id} ${item.shortTitle}`).toBeLessThanOrEqual(28);
      }
    }
  });

  it("fit the sheet: at most 16 lines in their column", () => {
    const widths =
      blueprint(checklist31, blankInputs(checklist31)).sheets.find(
        (sheet) => sheet.name === "Checklist",
      )?.columns ?? [];
    const width = (column: "requirement" | "evidenceToShow") =>
      widths[columnOf(column) - 1]?.width ?? 0;
    expect(Math.min(width("requirement"), width("evidenceToShow"))).toBeGreaterThan(100);
    const long = items.flatMap((item) => [
      {
        id: item.id,
        lines: wrappedLines(fullRequirement(checklist31, item), width("requirement"), 10),
      },
      {
        id: item.id,
        lines: wrappedLines(fullEvidence(checklist31, item), width("evidenceToShow"), 10),
      },
    ]);
    expect(long.filter(({ lines }) => lines > 16)).toEqual([]);
  });

  const prose = [
    ...spoken.map(({ id, text }) => [id, text] as const),
    ...items.map((item) => [item.id, `${item.shortTitle}`] as const),
    ...groups.map((group) => [group.id, `${group.requirement} ${group.evidence}`.trim()] as const),
    ...definitions.map((entry) => [entry.term, `${entry.term} ${entry.meaning}`] as const),
    ...links.map((link) => [link.title, link.title] as const),
    ...prerequisites.map((entry) => [entry.title, entry.requirement] as const),
    ...changes.flatMap((version) => version.changes.map((text) => [version.to, text] as const)),
    ...process.flatMap((passage) =>
      passage.paragraphs.map((text) => [passage.title, text] as const),
    ),
  ];

  it("are spelled alike, in British English with -ize", () => {
    const foreign = prose.filter(([, text]) =>
      FOREIGN_SPELLINGS.some((expression) => expression.test(text)),
    );
    expect(foreign).toEqual([]);
    expect(FOREIGN_SPELLINGS.some((expression) => expression.test("They organise it."))).toBe(true);
  });

  it("have no stray spaces, straight quotes or lost words", () => {
    const untidy = prose.filter(([, text]) =>
      text === "" ? false : / {2}|^\s|\s$|\s[.,;:]|["']|\bTODO\b|\bstub\b/.test(text),
    );
    expect(untidy).toEqual([]);
  });
});
