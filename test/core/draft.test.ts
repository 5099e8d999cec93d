/** A checklist that is written in a spreadsheet: what a draft says is wrong with it, and what is built of it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChecklistFile } from "../../core/checklist/file/read.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { draftBlueprint } from "../../core/draft/draw.ts";
import { type DraftEntries, entriesOf, NO_ENTRIES } from "../../core/draft/entries.ts";
import { type DraftRead, readDraft, type SheetCells } from "../../core/draft/read.ts";
import { DRAFT_NAMES, FIELDS, TABLES, type TableKey } from "../../core/draft/tables.ts";
import { DRAFT } from "../../core/words/draft.ts";
import type { Blueprint, CellValue } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { readNamedTables } from "../../xlsx/named-tables.ts";
import { calculate } from "../fakes/hyperformula.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";
import { sourceAt } from "../sources.ts";

/** As a reader has them, without a file between. */
function sheetsOf({ sheets, names }: Blueprint): Map<string, SheetCells> {
  return new Map(
    names.map(({ name, sheet, area }) => {
      const cells = (sheets.find((each) => each.name === sheet)?.cells ?? []).filter(
        (cell) => cell.row >= area.row && cell.value !== null && cell.value !== "",
      );
      const rows = Math.max(...cells.map(({ row }) => row)) - area.row + 1;
      const columns = Math.max(...cells.map(({ column }) => column));
      const values: CellValue[][] = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => null),
      );
      for (const { row, column, value } of cells) {
        const line = values[row - area.row];
        if (line) line[column - 1] = value;
      }
      return [name, { sheet, row: area.row, column: 1, values }];
    }),
  );
}

const entries = entriesOf(plainChecklist);
const built = (own: DraftEntries): DraftRead => readDraft(sheetsOf(draftBlueprint(own)));
const said = (own: DraftEntries): readonly string[] => built(own).sentences ?? [];

const placeIn = (key: TableKey, column: string): number =>
  TABLES[key].columns.findIndex((each) => each.key === column);

/** The plain checklist's draft with a cell written otherwise; rows count from 0. */
function withCell(
  key: TableKey,
  at: number,
  column: string,
  value: CellValue,
  own: DraftEntries = entries,
): DraftEntries {
  const width = TABLES[key].columns.length;
  const rows = own.tables[key].map((row) => [...row]);
  while (rows.length <= at) rows.push(Array.from({ length: width }, () => null));
  const row = rows[at];
  if (row) row[placeIn(key, column)] = value;
  return { ...own, tables: { ...own.tables, [key]: rows } };
}
const withField = (key: string, value: CellValue): DraftEntries => ({
  ...entries,
  fields: { ...entries.fields, [key]: value },
});

describe("a draft of a checklist", () => {
  it.each<[string, FullChecklist]>([
    ["3.2", nextChecklist],
    ["one without points", plainChecklist],
    ["a small one", smallChecklist],
    ["a large one", largeChecklist],
  ])("is built into the same again: %s", (_, checklist) => {
    const bytes = drawBlueprint(draftBlueprint(entriesOf(checklist)));
    const read = readDraft(readNamedTables(bytes, DRAFT_NAMES));
    expect(read.sentences).toBeNull();
    // What stands in several lines of an appendix is said in one.
    expect(read.checklist).toEqual(checklist);
  });

  it("is known where it is that of a version that the program brings along", () => {
    expect(built(entriesOf(checklist31))).toMatchObject({ checklist: checklist31, known: "same" });
  });

  it("says of each row what is still wrong with it, as a spreadsheet calculates", () => {
    const [first] = entries.tables.items;
    const odd: readonly DraftEntries[] = [
      NO_ENTRIES,
      entriesOf(checklist31),
      withCell("items", 0, "id", null),
      withCell("items", 1, "id", first?.[placeIn("items", "id")] ?? null),
      withCell("items", 2, "section", "9"),
      withCell("items", 3, "group", "9.9"),
      withCell("items", 4, "ifMet", -1),
      withCell("items", 5, "ifNotMet", 4),
      withCell("items", 6, "ifNotMet", null),
      withCell("items", 30, "title", "Begun"),
      withCell("sections", 3, "id", "1"),
      withCell("texts", 0, "title", "Begun"),
      withCell("services", 0, "category", "Begun"),
      withField("most", 26),
      withField("pass", 26),
      withField("version", null),
    ];
    const messages = new Set<string>();
    for (const own of odd) {
      const plan = draftBlueprint(own);
      const read = calculate(plan);
      for (const { name, cells } of plan.sheets) {
        for (const { row, column, formula, value } of cells) {
          if (formula === undefined) continue;
          expect(read(name, row, column) ?? "", `${name} ${row}: ${formula}`).toEqual(value);
          if (typeof value === "string") messages.add(value);
        }
      }
    }
    expect(messages.size).toBeGreaterThan(15);
    expect(messages).toContain(DRAFT.fine);
  });

  it("leaves nobody without a word on what is missing", () => {
    const sentences = said(NO_ENTRIES);
    expect(sentences).toHaveLength(21);
    expect(sentences[0]).toBe("Programme!B5: “Title” is missing.");
    const needed = FIELDS.filter((field) => field.needed).length;
    // And one for the sections that are not there.
    expect(sentences[20]).toBe(`and ${needed + 1 - 20} more faults.`);
  });
});

describe("the example of docs/new-checklist.md", () => {
  const { text } = sourceAt("docs/new-checklist.md");
  const block = /\n( {4}\{\n {6}"\$schema"[\s\S]*?\n {4}\}\n)/.exec(text)?.[1] ?? "";
  const { checklist, faults } = readChecklistFile(block);
  /** The cells of a table of the page, by the sheet's name before it. */
  const rowsOf = (sheet: string) =>
    (new RegExp(`On \\*${sheet}\\*:\n\n((?:\\|.*\n)+)`).exec(text)?.[1] ?? "")
      .trim()
      .split("\n")
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .filter((_, at) => at !== 1);

  it("is a file without fault", () => {
    expect(faults).toBeNull();
    expect(checklist?.items).toHaveLength(2);
  });

  it("is the same when it is typed into a draft", () => {
    if (!checklist) throw new Error("It is not read.");
    const fields = { ...entriesOf(checklist).fields };
    const tables = { ...NO_ENTRIES.tables };
    for (const [key, sheet] of [
      ["sections", "Sections"],
      ["items", "Items"],
    ] as const) {
      const [heads = [], ...rows] = rowsOf(sheet);
      expect(rows.length).toBeGreaterThan(0);
      tables[key] = rows.map((row) =>
        TABLES[key].columns.map(({ header }) => row[heads.indexOf(header)] || null),
      );
    }
    expect(built({ fields, tables }).checklist).toEqual(checklist);
    // Each figure that the page tells of the first sheet is one of the file.
    const told = [...(/On \*Programme\*: (.*)/.exec(text)?.[1] ?? "").matchAll(/`([^`]+)`/g)];
    const values = new Set(Object.values(fields).map(String));
    expect(told.length).toBeGreaterThan(10);
    for (const [, value = ""] of told) expect(values).toContain(value);
  });
});

describe("what is wrong in a draft", () => {
  it.each<[DraftEntries, ...string[]]>([
    [
      withCell("items", 1, "ifMet", 1.5),
      "Items!K6: “If met” is 1.5; points are whole numbers, 0 or more.",
    ],
    [
      withCell("items", 1, "ifMet", "ten"),
      "Items!K6: “If met” is “ten”; points are whole numbers, 0 or more.",
    ],
    [
      withCell("items", 2, "id", "BUS-001"),
      "Items!B7: item BUS-001 stands there twice: in section 1.",
    ],
    [
      withCell("items", 2, "id", 2.1),
      "Items!B7: “Id” is a number here, so that 7.30 would be 7.3. Format the cell as text and type it again.",
    ],
    [withCell("items", 2, "section", "7"), "Items!A7: No such section on the sheet Sections."],
    [withCell("items", 2, "section", null), "Items!A7: Section is missing."],
    [
      withCell("items", 0, "mandatory", "Perhaps"),
      "Items!L5: “Mandatory” is “Perhaps”; Yes or No is asked for.",
    ],
    [
      withCell("items", 0, "renewal", "Old"),
      "Items!O5: “Renewal list” is “Old”; New or expanded, Existing or Both is asked for.",
    ],
    [
      withCell("items", 0, "evidenceKinds", "document, film"),
      "Items!H5: “Kinds of evidence” is “film”; document, demonstration, record or certificate is asked for.",
    ],
    [withCell("items", 0, "from.same", "Yes"), "Items!P5: “Was before” is missing."],
    [
      withCell("sections", 3, "id", "9", withCell("sections", 3, "title", "Nothing")),
      "Sections!A8: “Items” is empty; at least one entry is asked for.",
    ],
    [
      withField("most", 26),
      "Programme!B16: “Points in all” is 26, and ifMet of all items makes 25.",
    ],
    [
      withField("version", 3.2),
      "Programme!B6: “Version” is a number here, so that 7.30 would be 7.3. Format the cell as text and type it again.",
    ],
    [
      withField("renewal.months", 12),
      "Programme!B26: “Next full audit” is missing.",
      "Programme!B27: “Oldest version to renew from” is missing.",
    ],
    [
      withField("services.item", "BUS-001"),
      "Services!A5: “Services” is empty; at least one entry is asked for.",
    ],
    [
      withCell("texts", 0, "kind", "Changes", withCell("texts", 0, "title", "3.1")),
      "Texts!B5: “Title” is “3.1”; two versions are asked for, such as 2029 to 2030.",
    ],
    [
      withCell(
        "texts",
        0,
        "kind",
        "Link",
        withCell("texts", 0, "title", "Rules", withCell("texts", 0, "text", "ftp://a")),
      ),
      "Texts!C5: “Text” is “ftp://a”; web addresses begin with http:// or https://.",
    ],
  ])("is told with its cell, %#", (own, ...sentences) => {
    expect(said(own)).toEqual(sentences);
  });

  it("is a sheet, a head or a row that is gone", () => {
    const sheets = sheetsOf(draftBlueprint(entries));
    const items = sheets.get(TABLES.items.name);
    if (!items) throw new Error("There are no items.");
    const without = new Map(sheets);
    without.delete(TABLES.texts.name);
    expect(readDraft(without).sentences).toEqual([
      "the sheet Texts or its name is gone. Take it from a new draft.",
    ]);
    const [heads = [], ...rows] = items.values;
    const renamed = heads.map((head) => (head === "If met" ? "Points" : head));
    sheets.set(TABLES.items.name, { ...items, values: [renamed, ...rows] });
    expect(readDraft(sheets).sentences).toEqual([
      "the sheet Items has no column “If met”. Put its head back.",
    ]);
  });
});

describe("a draft is read kindly", () => {
  const itemOf = (own: DraftEntries) => {
    const { checklist, sentences } = built(own);
    expect(sentences).toBeNull();
    const id = checklist?.items[0]?.id;
    return { item: checklist?.items[0], texts: id && checklist?.texts.items[id] };
  };

  it("as to numbers, words and spaces", () => {
    const own = withCell(
      "items",
      0,
      "ifNotMet",
      " \u2212200 ",
      withCell("items", 0, "mandatory", "yes"),
    );
    expect(itemOf(own).item).toMatchObject({ ifNotMet: -200, mandatory: true });
    expect(itemOf(withCell("items", 0, "title", " A\u00a0title\nin  two ")).item?.title).toBe(
      "A title in two",
    );
  });

  it("as to lists and lines that come from a word processor", () => {
    const pasted = "These:\r\n\r\n\u2022 one\n\u2013 two\n* three \n";
    expect(itemOf(withCell("items", 0, "requirement", pasted)).texts?.requirement).toBe(
      "These:\n- one\n- two\n- three",
    );
    expect(itemOf(withCell("items", 0, "requirement", "Broken\nlines")).texts?.requirement).toBe(
      "Broken lines",
    );
  });

  it("as to columns of one's own, and their order", () => {
    const sheets = sheetsOf(draftBlueprint(entries));
    const items = sheets.get(TABLES.items.name);
    if (!items) throw new Error("There are no items.");
    const values = items.values.map((line, at) => [
      at === 0 ? "Mine" : "x",
      ...[...line].reverse(),
    ]);
    sheets.set(TABLES.items.name, { ...items, values });
    expect(readDraft(sheets).checklist).toEqual(plainChecklist);
  });

  it("and never breaks, whatever stands in a cell", () => {
    const sheets = sheetsOf(draftBlueprint(entriesOf(smallChecklist)));
    const cell = fc.oneof(
      fc.constantFrom<CellValue>(
        null,
        "",
        "=1+1",
        "Yes",
        "- a",
        true,
        { error: "#REF!" },
        "\ud800",
        1e308,
      ),
      fc.string({ maxLength: 8 }),
      fc.double(),
    );
    const change = fc.tuple(fc.constantFrom(...DRAFT_NAMES), fc.nat(40), fc.nat(20), cell);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const other = new Map(sheets);
        for (const [name, row, column, value] of changes) {
          const own = other.get(name);
          if (!own) continue;
          const values = own.values.map((line, at) =>
            at === row ? Object.assign([...line], { [column]: value }) : line,
          );
          other.set(name, { ...own, values });
        }
        const { checklist, sentences } = readDraft(other);
        expect(checklist === null).toBe(sentences !== null);
        for (const sentence of sentences ?? []) expect(sentence).toMatch(/^[^\s].{8,}[.?]$/s);
      }),
      { numRuns: 300 },
    );
  });
});
