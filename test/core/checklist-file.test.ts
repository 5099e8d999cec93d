/** Checklist files: what is written reads back, and what is wrong is said with its place, whatever the file. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../core/checklist/file/json.ts";
import {
  checklistFrom,
  type FileRead,
  faultSentences,
  readChecklistFile,
} from "../../core/checklist/file/read.ts";
import { jsonSchema, keysOfFile } from "../../core/checklist/file/schema.ts";
import { shortOf } from "../../core/checklist/file/short.ts";
import { decodedUtf8 } from "../../core/checklist/file/utf8.ts";
import { fileOf, fileText } from "../../core/checklist/file/write.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { FILE_HELP } from "../../core/words/checklist-file-help.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";

/** What a file does not hold: fingerprints that workbooks of format 1 are compared with. */
const inFile = (checklist: FullChecklist): FullChecklist => ({
  ...checklist,
  texts: { ...checklist.texts, firstPrints: null },
});
const said = ({ faults }: FileRead): readonly string[] => (faults ? faultSentences(faults) : []);

describe("a checklist that is written to a file", () => {
  it.each([
    ["3.1", checklist31],
    ["a small one", smallChecklist],
    ["a large one", largeChecklist],
  ])("reads back as it was: %s", (_, checklist) => {
    const read = readChecklistFile(fileText(checklist));
    expect(said(read)).toEqual([]);
    expect(read.checklist).toEqual(inFile(checklist));
    expect(fileText(read.checklist as FullChecklist)).toBe(fileText(checklist));
  });

  it("makes a workbook with the same cells", () => {
    const { checklist } = readChecklistFile(fileText(checklist31));
    if (!checklist) throw new Error("3.1 is not read.");
    const [one, other] = [checklist31, checklist].map((each) => blueprint(each, blankInputs(each)));
    expect(other).toEqual(one);
  });

  it("keeps what later versions of this program read, and where its items came from", () => {
    const file = JSON.parse(fileText(smallChecklist));
    file.follows = "0.6";
    file.freshness = { months: 12 };
    Object.assign(file.sections[0].items[0], { counts: [3], from: { id: "1.9", same: true } });
    Object.assign(file.sections[0].items[1], { from: { id: ["1.7", "1.8"] } });
    const { checklist } = checklistFrom(file);
    if (!checklist) throw new Error("It is not read.");
    expect(checklist.items.slice(0, 2).map(({ from }) => from)).toEqual([
      { ids: ["1.9"], same: true },
      { ids: ["1.7", "1.8"], same: false },
    ]);
    expect(JSON.parse(fileText(checklist))).toEqual(file);
  });

  it("is read from bytes with a mark in front, too", () => {
    const bytes = new TextEncoder().encode(`\ufeff${fileText(smallChecklist)}`);
    expect(readChecklistFile(bytes).checklist).toEqual(smallChecklist);
  });

  it("takes what is usual where a key is left out", () => {
    const bare = {
      schema: 1,
      id: "bare",
      version: "1",
      revision: 1,
      title: "Bare",
      shortTitle: "Bare",
      program: "Bare",
      manager: "Office",
      maker: "Us",
      published: "May 2030",
      language: "en",
      most: 5,
      pass: 5,
      clock: { replyDays: 1, summaryHours: 1, closureDays: 1, finalReportDays: 1, decisionDays: 1 },
      renewal: null,
      mail: { to: "a@b.example", subject: "Done" },
      references: { needed: 0, publicNeeded: 0, fineMonths: 0, oldestMonths: 0 },
      sections: [
        {
          id: "1",
          title: "All of it",
          items: [
            {
              id: "BUS-001",
              title: "Business: a plan that looks ahead for years",
              requirement: "A plan.",
              evidence: "It.",
              ifNotMet: 0,
              ifMet: 5,
              mandatory: true,
            },
          ],
        },
      ],
    };
    const { checklist } = checklistFrom(bare);
    expect(checklist?.items).toEqual([
      {
        id: "BUS-001",
        section: "1",
        group: null,
        title: "Business: a plan that looks ahead for years",
        shortTitle: "A plan that looks ahead for…",
        ifNotMet: 0,
        ifMet: 5,
        mandatory: true,
        provenance: "stated",
        resellerOnly: false,
        renewal: null,
      },
    ]);
    expect(checklist?.services).toBeNull();
    expect(checklist && fileOf(checklist)).toEqual(bare);
  });
});

describe("the parts of the reader", () => {
  it("read JSON as every engine does", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat(4), (text, indent) => {
        const value = JSON.parse(text);
        expect(readJson(text).value).toEqual(value);
        expect(readJson(JSON.stringify(value, null, indent)).value).toEqual(value);
      }),
    );
    expect(Object.keys(readJson('{"__proto__": 1}').value as object)).toEqual(["__proto__"]);
  });

  it("refuse JSON as every engine does", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 2 }),
        fc.nat(),
        fc.string({ maxLength: 2 }),
        (text, at, put) => {
          const place = at % (text.length + 1);
          const other = text.slice(0, place) + put + text.slice(place + 1);
          let isJson = true;
          try {
            JSON.parse(other, (_, value) => {
              // Too large for a number, which other readers take for one without end.
              if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
                throw new RangeError(other);
              return value;
            });
          } catch {
            isJson = false;
          }
          const { fault } = readJson(other);
          // Two keys alike pass elsewhere.
          if (fault?.wrong.is !== "keyTwice") expect(fault === null, other).toBe(isJson);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("decode bytes as every engine does", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const texts = fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(text));
    fc.assert(
      fc.property(fc.oneof(texts, fc.uint8Array({ maxLength: 6 })), (bytes) => {
        let text: string | null = null;
        try {
          text = decoder.decode(bytes);
        } catch {}
        expect(decodedUtf8(bytes)).toBe(text);
      }),
      { numRuns: 300 },
    );
    const long = "é".repeat(10_000);
    expect(decodedUtf8(new TextEncoder().encode(long))).toBe(long);
  });

  it("cut titles at a word, and never through a character", () => {
    expect(shortOf("Plans", 28)).toBe("Plans");
    expect(shortOf("Security: keys and locks", 28)).toBe("Keys and locks");
    expect(shortOf("Keys, and the locks that they open", 12)).toBe("Keys, and…");
    expect(shortOf("a".repeat(40), 28)).toBe(`${"a".repeat(27)}…`);
    expect(shortOf(`${"a".repeat(26)}😀😀`, 28)).toBe(`${"a".repeat(26)}…`);
  });
});

it("texts of a file are neither formulas nor markup", () => {
  const file = JSON.parse(fileText(smallChecklist));
  const [first, second] = file.sections[0].items;
  Object.assign(first, { title: "=1+1", requirement: "<img src=x onerror=alert(1)>" });
  Object.assign(second, { title: '"&A1&"', evidence: "@SUM(A1)" });
  file.sections[0].title = "+1";
  const { checklist } = checklistFrom(file);
  if (!checklist) throw new Error("It is not read.");
  const [plain, odd] = [smallChecklist, checklist].map((each) =>
    blueprint(each, blankInputs(each)).sheets.flatMap(({ cells }) =>
      cells.map(({ formula }) => formula ?? null),
    ),
  );
  // The hidden sheet holds the file itself, which is as long as it is.
  const formulas = (all: readonly (string | null)[] | undefined) => all?.filter((each) => each);
  expect(formulas(odd)).toEqual(formulas(plain));
});

it("every key of a file is explained, and nothing that is none", () => {
  expect([...new Set(keysOfFile())].sort()).toEqual(Object.keys(FILE_HELP).sort());
});

it("the published schema is the reader's own", async () => {
  await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    "../../docs/checklist-1.schema.json",
  );
});
