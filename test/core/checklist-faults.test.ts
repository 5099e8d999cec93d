/** What is wrong in a checklist file is said with its place, and nothing breaks the reader. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../core/checklist/domain.ts";
import {
  checklistFrom,
  type FileRead,
  faultSentences,
  readChecklistFile,
} from "../../core/checklist/file/read.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";

const said = ({ faults }: FileRead): readonly string[] => (faults ? faultSentences(faults) : []);

/** Where in the file, such as `sections.0.items.1.ifMet`, and what to put there; undefined takes it away. */
type Edit = readonly [path: string, value: Json | undefined];
type Branch = Record<string, Json | undefined>;

function edit(file: Json, [path, value]: Edit): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const branch = keys.reduce((part, key) => part[key] as Branch, file as Branch);
  if (value === undefined) delete branch[last];
  else branch[last] = value;
}

/** What is said of the small checklist's file with something changed. */
function changed(...edits: readonly Edit[]): readonly string[] {
  const file: Json = JSON.parse(fileText(smallChecklist));
  for (const each of edits) edit(file, each);
  return said(checklistFrom(file));
}

/** The small checklist's first and second item. */
const [ONE, TWO] = ["sections.0.items.0", "sections.0.items.1"] as const;

/** Each with the sentences that it gives. */
const WRONG: readonly (readonly [edits: readonly Edit[], ...sentences: string[]])[] = [
  [[[`${TWO}.ifMet`, 15.5]], "item 1.2: ifMet is 15.5; points are whole numbers, 0 or more."],
  [
    [
      [`${ONE}.ifNotMet`, 50],
      ["pass", "100"],
    ],
    "pass is “100”; points in all are a whole number, 1 or more.",
    "item 1.1: ifNotMet is 50; points are whole numbers, 0 or less, as in -5.",
  ],
  [
    [
      [`${ONE}.title`, undefined],
      [`${ONE}.titel`, "x"],
    ],
    "item 1.1 has an unknown key “titel”; did you mean title?",
    "item 1.1: title is missing.",
  ],
  [
    [
      ["constructor", 1],
      ["clock.days", 1],
    ],
    "the file has an unknown key “constructor”.",
    "clock has an unknown key “days”.",
  ],
  [
    [
      ["sections.1.items.2.id", undefined],
      ["sections.1.items.3.id", "2,4"],
      ["sections.2.id", 3],
    ],
    "section 2, item 3: id is missing.",
    "item 2,4: id is “2,4”; ids of items look like 2.7, 2.7.1 or BUS-012.",
    "section 3: id is 3; one line of text is asked for.",
  ],
  [
    [
      ["sections.1.items.5.id", "1.3"],
      ["sections.3.id", "1"],
    ],
    "section 1 stands there twice.",
    "item 1.3 stands there twice: in section 1 and in section 2.",
  ],
  [
    [
      [`${ONE}.group`, "2.1"],
      ["links.0.items", ["1.1", "9.9"]],
      ["references.item", "4.66"],
    ],
    "item 1.1: group is “2.1”, which is no group of section 1.",
    "references.item is “4.66”, which is no item of the checklist; did you mean 4.6?",
    "link “The rules”: entry 2 of items is “9.9”, which is no item of the checklist.",
  ],
  [
    [
      ["sections.1.items.0.group", undefined],
      ["sections.1.items.1.group", undefined],
    ],
    "group 2.1 has no item that names it; take it away, or name it in group of its items.",
  ],
  [
    [
      ["most", 999],
      ["pass", 1000],
    ],
    `most is 999, and ifMet of all items makes ${smallChecklist.most}.`,
    "pass is 1000, and all points are 999.",
  ],
  [
    [["renewal", null]],
    ...smallChecklist.items.flatMap(({ id, renewal }) =>
      renewal === null
        ? []
        : [
            `item ${id}: renewal names a list, and this checklist has no renewals: its own key renewal is null.`,
          ],
    ),
  ],
  [
    [
      ["references", { needed: 1, publicNeeded: 2, fineMonths: 9, oldestMonths: 6 }],
      ["mail.subject", "{Partner} is done"],
    ],
    "references.fineMonths is 9, which is more than oldestMonths (6).",
    "references.publicNeeded is 2, which is more than needed (1).",
    "mail.subject has “{Partner}”; only {partner} is filled in.",
  ],
  [
    [
      ["mail.to", "a@b.example, c@d.example"],
      ["links.0.url", "javascript:alert(1)"],
      ["version", '3"&A1'],
      ["id", "Ours"],
    ],
    "id is “Ours”; this id has small letters, numbers and hyphens, as in our-programme.",
    'version is “3"&A1”; a version has letters, numbers, dots and hyphens, as in 2030.',
    "mail.to is “a@b.example, c@d.example”; one e-mail address is asked for.",
    "link “The rules”: url is “javascript:alert(1)”; web addresses begin with http:// or https://.",
  ],
  [
    [
      ["title", "a\nb"],
      ["maker", " Us"],
      ["program", "a\u202eb"],
      ["manager", "a\ud800"],
      [`${ONE}.evidence`, ["One.", "Two."]],
      [`${TWO}.requirement`, "x".repeat(6_001)],
      [`${TWO}.notEnough`, "-1 is not enough"],
    ],
    "title has a line break or a tab; write it on one line.",
    "program has a character that cannot be seen (U+202E); take it away.",
    "manager has a character that cannot be seen (U+D800); take it away.",
    "maker begins or ends with a space; take it away.",
    "item 1.1: evidence has several lines and no list; a text is one line, or a line and below it at least two that begin with “- ”.",
    "item 1.2: requirement has 6001 characters; 6000 are the most.",
    "item 1.2: notEnough has a hyphen that begins no part of a list; a text is one line, or a line and below it at least two that begin with “- ”.",
  ],
  [
    [["openValues", { choices: [0, 5], mandatoryLoss: -50, sum: 5, place: "table" }]],
    "openValues is given, and no item has the provenance “reconstructed”; leave it out.",
  ],
  [
    [[`${ONE}.provenance`, "reconstructed"]],
    "item 1.1: provenance is “reconstructed”, and the file has no openValues that say what may be entered.",
  ],
  [
    [
      ["openValues", { choices: [0, 5], mandatoryLoss: -40, sum: 5, place: "table" }],
      [`${ONE}.provenance`, "reconstructed"],
      [`${TWO}.provenance`, "reconstructed"],
      [`${TWO}.mandatory`, true],
    ],
    "item 1.1: ifNotMet is -50, and openValues make it -40: an item whose points may be entered costs something only where it adds nothing.",
    "item 1.2: ifMet is 10, which is none of the choices in openValues (0 and 5).",
    "item 1.2: mandatory is true, and openValues make it false: an item whose points may be entered is mandatory only where it adds nothing.",
    "openValues.sum is 5, and ifMet of the items that are “reconstructed” makes 10.",
  ],
  [
    [
      [`${ONE}.from`, { id: [] }],
      [`${TWO}.from`, { id: {} }],
    ],
    "item 1.1: from.id is empty; at least one entry is asked for.",
    "item 1.2: from.id is keys with values; the id of an item is asked for, or a list of them.",
  ],
  [
    [[`${ONE}.from`, { id: "1.2" }]],
    "item 1.1: from speaks of another version, and the file does not say in follows which one that is.",
  ],
  [
    [
      [
        "services",
        {
          item: "1.1",
          list: [
            { name: "Tea", category: "Hot" },
            { name: "tea", category: "Hot" },
          ],
        },
      ],
    ],
    "service “tea” stands there twice.",
  ],
  [
    [
      ["sections", []],
      ["process", {}],
      ["definitions", [4]],
      ["changes.0.changes", [true]],
      ["renewal.oldestVersion", "three"],
    ],
    "sections is empty; at least one entry is asked for.",
    "renewal.oldestVersion is “three”; this version is a number, as in 3.0, so that later ones can be told.",
    "process is keys with values; a list in brackets is asked for.",
    "definition 1 is 4; keys with values in braces are asked for.",
    "change “0.7”: entry 1 of changes is true; one line of text is asked for.",
  ],
  [[["schema", undefined]], "the file is no checklist file: it has no key “schema”."],
  [
    [["schema", 2]],
    "the file is of schema 2, and this program reads up to 1; install a newer version of the program.",
  ],
  [[["schema", "1"]], "schema is “1”; schemas are counted in whole numbers from 1."],
];

describe("what is wrong in a file", () => {
  it.each(WRONG.map(([edits, ...sentences]) => ({ edits, sentences })))(
    "is said with its place: $sentences.0",
    ({ edits, sentences }) => {
      expect([...changed(...edits)].sort()).toEqual([...sentences].sort());
    },
  );

  it("is a file that is no object at all", () => {
    for (const value of [null, [], 4, "schema"])
      expect(said(checklistFrom(value))).toEqual([
        "the file is no checklist file: it has no key “schema”.",
      ]);
  });

  it("is counted where there is much of it", () => {
    const sentences = changed(
      ...smallChecklist.sections.flatMap(({ items }, section) =>
        items.map((_, at): Edit => [`sections.${section}.items.${at}.ifMet`, "ten"]),
      ),
    );
    expect(sentences).toHaveLength(21);
    expect(sentences[20]).toBe("and 5 more faults.");
  });

  it.each([
    ['{"schema": 1,\n "a": 2,}', "line 2: “}” stands where a key in quotes should stand."],
    ['{"schema": 1\n "a": 2}', 'line 2: “"” stands where a comma or a closing brace should stand.'],
    ['{"a": 1,\n\n"a": 2}', "line 3: the key “a” stands a second time in the same braces."],
    [
      '{"a": "b\nc"}',
      "line 1: a text goes on in the next line, or has a tab: write \\n or \\t for it.",
    ],
    ['{"a": "\\x"}', "line 1: a backslash stands by itself: write two of them."],
    ['{"a": 1} 2', "line 1: “2” stands where the file should end."],
    ['{"a": [1 2]}', "line 1: “2” stands where a comma or a closing bracket should stand."],
    ['{"a": ', "line 1: the file ends where a value should stand."],
    ['{"a" 1}', "line 1: “1” stands where a colon should stand."],
    ['{"a": “b”}', "line 1: ““” stands where a value should stand."],
    ["", "line 1: the file ends where a value should stand."],
    ["[".repeat(100_000), "line 1: too many brackets stand in one another."],
    ["x".repeat(2_000_001), "the file has 2000001 characters; 2000000 are the most."],
  ])("is said with its line where it is no JSON: %#", (text, sentence) => {
    expect(said(readChecklistFile(text))).toEqual([sentence]);
  });

  it("is said of bytes that are no text", () => {
    const zipped = Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]);
    expect(said(readChecklistFile(zipped))).toEqual([
      "the file is not in UTF-8; save it as text in UTF-8.",
    ]);
  });

  it("never breaks the reader, however a file is damaged", () => {
    const whole = fileText(smallChecklist);
    const damage = fc.record({
      at: fc.nat(whole.length),
      length: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(
          "",
          "{",
          "}",
          "[",
          '"',
          ",",
          ":",
          "null",
          "1e999",
          "-0",
          "\\u0000",
          "\ud800",
        ),
        fc.string({ maxLength: 5 }),
      ),
    });
    let read = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (all) => {
        const text = all.reduce(
          (rest, { at, length, put }) => rest.slice(0, at) + put + rest.slice(at + length),
          whole,
        );
        const found = readChecklistFile(text);
        if (found.checklist) read += 1;
        else for (const sentence of said(found)) expect(sentence).toMatch(/^[^\s].{8,}[.?]$/s);
        expect(found.checklist === null).toBe(found.faults !== null);
      }),
      { numRuns: 400 },
    );
    // Some damage only changes a word.
    expect(read).toBeGreaterThan(0);
  });

  it("never breaks the reader, whatever stands under a key", () => {
    const keys = [
      "sections",
      "services",
      "mail",
      "clock",
      "links",
      "openValues",
      "pass",
      "process",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), (key, value) => {
        const sentences = changed([key, value as Json]);
        for (const sentence of sentences) expect(sentence).toMatch(/^[^\s].{8,}[.?]$/s);
      }),
      { numRuns: 300 },
    );
  });
});
