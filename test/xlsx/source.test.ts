/** Files that people bring: what was written out changes nothing, and no file does harm, whatever it is. */

import { readFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { NO_RECORDS } from "../../core/audit/records.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { exportBook } from "../../core/export/book.ts";
import { csvText } from "../../core/export/csv.ts";
import { exportJson } from "../../core/export/json.ts";
import { exportLists } from "../../core/export/tables.ts";
import { type ImportChoices, NO_CHOICES } from "../../core/import/entry.ts";
import { type Plan, planImport } from "../../core/import/plan.ts";
import { readSources } from "../../core/import/read.ts";
import type { Source } from "../../core/import/source.ts";
import { EDITIONS, editionOf } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { HostError, type Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { readSource } from "../../xlsx/source.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOf, withValue } from "../fakes/snapshot.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { howMany, seeds } from "../plan/how-many.ts";
import { expectSound } from "./validate.ts";

const { items } = checklist31;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, bytes: Uint8Array): Source =>
  readSource(EDITIONS, checklist31, name, bytes);
const TAKE_ALL: ImportChoices = { ...NO_CHOICES, take: "all", locked: "write" };

const plan = (snapshot: Snapshot, source: Source, choices: ImportChoices = NO_CHOICES): Plan => {
  const brought = readSources(EDITIONS, checklist31, [source], {
    answers: "Self_Answer",
    from: null,
  });
  expect(brought.faults).toEqual([]);
  const unread = brought.tables.flatMap(({ table, unread: heads }) =>
    table === "Overview" ? [] : heads,
  );
  expect(unread).toEqual([]);
  return planImport(checklist31, snapshot, brought, choices);
};

/** Texts that files and spreadsheets trip over, spread over a workbook. */
const HARD = [
  "=1+1",
  "'=1+1",
  "+49 30 1234",
  "-5",
  "@home",
  '"quoted", and; more',
  "two\nlines\n\nand a blank",
  "tab\there",
  "007",
  "1/2",
  "8.1.9",
  "2026-03-09",
  "TRUE",
  "_x000D_ and \ufeff mark",
  "Ünï 😀 \u202e שלום",
  "'",
  "''",
  '="8.1.9"',
  "1 of 6",
  "End of list",
  "#N/A",
];

/** Everything that can be entered, so that nothing can be missing unseen. */
function fullInputs(seed: number): Inputs {
  const inputs = randomInputs(seed);
  const hard = (at: number) => HARD[(at + seed) % HARD.length] ?? "";
  return {
    ...inputs,
    records: NO_RECORDS,
    pointsChecked: seed % 2 === 0,
    people: { People_Auditor: hard(1), People_Audit_Place: "Hybrid", Sign_Off_On: "2026-03-20" },
    editors: { partner: "a@example.com, b@example.com", auditor: "" },
    items: Object.fromEntries(
      items.map(({ id }, at) => {
        const own = inputs.items[id];
        const more = {
          evidence: hard(at),
          owner: hard(at + 3),
          noteKind: at % 5 === 0 ? hard(at) : "",
        };
        return [id, own && { ...own, ...more, whatChanged: hard(at + 7) }];
      }),
    ) as Inputs["items"],
    services: inputs.services.map((service, at) => ({
      ...service,
      example: hard(at),
      support: "x",
    })),
  };
}

const FORMS: readonly (readonly [string, (snapshot: Snapshot) => Source])[] = [
  ["csv", (snapshot) => file("e.csv", utf8(csvText(exportLists(checklist31, snapshot).items)))],
  [
    "json",
    (snapshot) => {
      const json = exportJson(checklist31, exportLists(checklist31, snapshot));
      return file("e.json", utf8(JSON.stringify(json)));
    },
  ],
  [
    "xlsx",
    (snapshot) => {
      const book = exportBook(checklist31, "Kestrel", exportLists(checklist31, snapshot));
      return file("e.xlsx", drawBlueprint(book));
    },
  ],
  ["workbook", (snapshot) => ({ source: "w.xlsx", notes: [], kind: "workbook", snapshot })],
];

describe.each(FORMS)("a workbook written out as %s", (form, written) => {
  it.each(seeds(howMany(2, 60)))("changes nothing where it came from (seed %i)", (seed) => {
    const snapshot = snapshotOf(fullInputs(seed));
    const { counts, edits } = plan(snapshot, written(snapshot), TAKE_ALL);
    expect({ ...counts, same: 0 }).toEqual({ conflict: 0, notUnderstood: 0, change: 0, same: 0 });
    expect(counts.same).toBeGreaterThan(200);
    expect(edits).toEqual([]);
  });

  it.each(seeds(howMany(2, 60)))("makes the same of a blank one (seed %i)", (seed) => {
    const snapshot = snapshotOf(fullInputs(seed));
    const blank = snapshotOf(blankInputs(checklist31));
    const { edits } = plan(blank, written(snapshot), TAKE_ALL);
    // The phase is moved by steps alone.
    expect(edits.filter(({ name }) => name === "Phase")).toEqual([]);
    const made = readInputs(checklist31, editedSnapshot(checklist31, blank, edits)).inputs;
    const wanted = { ...readInputs(checklist31, snapshot).inputs, phase: made.phase };
    if (form === "csv") expect(made.items).toEqual(wanted.items);
    else
      expect({ ...made, holidays: holidays(made) }).toEqual({
        ...wanted,
        holidays: holidays(wanted),
      });
  });
});

const holidays = (inputs: Inputs): readonly string[] => [...new Set(inputs.holidays)].sort();

it("What means nothing where it stands is written out as it is, and is the same when it comes back", () => {
  const odd = [
    ["Self_Answer", "done"],
    ["Closed_On", "soon"],
    ["Prior_Action", "perhaps"],
    ["Evidence", "  indented\n"],
  ] as const;
  const blank = snapshotOf(blankInputs(checklist31));
  const snapshot = odd.reduce((all, [name, text]) => withValue(all, name, "1.1", text), blank);
  const { columns, rows } = exportLists(checklist31, snapshot).items;
  for (const [name, text] of odd)
    expect(rows[0]?.[columns.findIndex((column) => column.name === name)]).toBe(text);
  for (const [, written] of FORMS) {
    expect(plan(snapshot, written(snapshot), TAKE_ALL).edits).toEqual([]);
  }
});

describe("another workbook", () => {
  const drawn = (inputs: Inputs): Uint8Array => drawBlueprint(blueprint(checklist31, inputs));

  it("of the checklist brings all that was entered, whatever its sheets are called", () => {
    const bytes = drawn(fullInputs(3));
    const source = file("w.xlsx", bytes);
    expect(source.kind).toBe("workbook");
    const own = openXlsx(EDITIONS, bytes).snapshot();
    expect(own && plan(own, source, TAKE_ALL).edits).toEqual([]);
  });

  it("that lost its names is read by the heads of its columns, services and prerequisites too", () => {
    const inputs = fullInputs(5);
    const parts = unzipSync(drawn(inputs));
    const workbook = new TextDecoder().decode(parts["xl/workbook.xml"]);
    parts["xl/workbook.xml"] = strToU8(workbook.replace(/<definedNames>.*<\/definedNames>/, ""));
    const source = file("lost.xlsx", zipSync(parts));
    expect(source.kind).toBe("tables");
    const blank = snapshotOf(blankInputs(checklist31));
    const { edits, entries } = plan(blank, source, TAKE_ALL);
    expect(entries.filter(({ group }) => group === "notUnderstood")).toEqual([]);
    const made = readInputs(checklist31, editedSnapshot(checklist31, blank, edits)).inputs;
    const wanted = readInputs(checklist31, snapshotOf(inputs)).inputs;
    expect(made.items).toEqual(wanted.items);
    expect(made.services).toEqual(wanted.services);
    expect(made.prerequisites).toEqual(wanted.prerequisites);
  });

  it("of another checklist brings what the two have in common", () => {
    const library = [...EDITIONS, editionOf(largeChecklist)];
    const bytes = drawBlueprint(blueprint(largeChecklist, blankInputs(largeChecklist)));
    expect(readSource(library, checklist31, "other.xlsx", bytes).kind).toBe("workbook");
    // Without the file that it carries nobody knows what it is of.
    const lost = blueprint(largeChecklist, blankInputs(largeChecklist));
    const bare = drawBlueprint({
      ...lost,
      names: lost.names.filter(({ name }) => name !== "Checklist_File"),
    });
    const unknown = file("other.xlsx", bare);
    expect(unknown).toMatchObject({ kind: "tables", notes: [{ code: "otherChecklist" }] });
  });
});

it("A workbook of plain lists is sound", async () => {
  const lists = exportLists(checklist31, snapshotOf(fullInputs(1)));
  await expectSound(drawBlueprint(exportBook(checklist31, "Kestrel", lists)));
});

describe("sheets of a workbook", () => {
  /** Cells by address, with a style: 0 plain, 1 a date, 2 a share, 3 a date of somebody's own making. */
  const book = (cells: string, more: Record<string, string> = {}): Uint8Array => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const parts: Record<string, string> = {
      "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="a"/><sheet name="Hidden" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/a.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/b.xml"/><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
      "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="[$-407]d\\.\\ mmm&quot; day&quot;"/><numFmt numFmtId="171" formatCode="&quot;days&quot; 0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
      "xl/worksheets/a.xml": `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
      "xl/worksheets/b.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Id</t></is></c><c r="B1" t="inlineStr"><is><t>Owner</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>1.2</t></is></c><c r="B2" t="inlineStr"><is><t>Nobody</t></is></c></row></sheetData></worksheet>`,
      ...more,
    };
    return zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    );
  };
  const text = (at: string, value: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const number = (at: string, value: number, style = 0) =>
    `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join("")}</row>`;
  const HEADS = row(3, text("B3", "Id "), text("C3", "Evidence"), text("D3", "Closed on"));

  it("are read as they are shown: days as days, shares as shares, ids whatever became of them", () => {
    const cells =
      row(1, text("A1", "Evidence of the year 2026")) +
      HEADS +
      row(4, number("B4", 39_821, 1), number("C4", 46_030, 3), number("D4", 46_030, 1)) +
      row(6, number("B6", 9.1), number("C6", 0.05, 2), number("D6", 46_031)) +
      row(7, text("B7", "\u00a01.1"), number("C7", 46_032, 4), text("E7", "a note")) +
      row(8, text("B8", "1.2"), '<c r="C8" t="e"><v>#N/A</v></c>', '<c r="D8" t="b"><v>1</v></c>');
    const source = file("l.xlsx", book(cells));
    const brought = readSources(EDITIONS, checklist31, [source], {
      answers: "Self_Answer",
      from: null,
    });
    expect(brought.tables).toMatchObject([{ table: "List", unread: ["E"] }]);
    const blank = snapshotOf(blankInputs(checklist31));
    const { entries } = planImport(checklist31, blank, brought, TAKE_ALL);
    const told = entries.map(({ of, name, after, guess, fault, place }) =>
      [of, name, after, guess, fault?.code, `${place.row}/${place.column}`].join(" "),
    );
    expect(told).toEqual([
      "1.2 Evidence #N/A  errorValue 8/3",
      "1.2 Closed_On TRUE  noDate 8/4",
      "1.1 Evidence 46032   7/3",
      "8.1.9 Evidence 2026-01-08 2009-01-08  4/3",
      "8.1.9 Closed_On 2026-01-08 2009-01-08  4/4",
      "9.1 Evidence 5%   6/3",
      "9.1 Closed_On 2026-01-09   6/4",
    ]);
  });

  it("that are no list leave the others alone; one of a million cells is told, and not read", () => {
    const cells = Array.from({ length: 250_000 }, (_, at) => {
      const value = `<c><v>${(at * 7919) % 1_000_003}</v></c>`;
      return at % 250 === 0 ? `</row><row>${value}` : value;
    });
    const huge = file("l.xlsx", book(`<row>${cells.join("")}</row>`));
    expect(huge).toMatchObject({ notes: [{ code: "sheetTooLarge", sheet: "List" }], tables: [] });
    expect(
      readSources(EDITIONS, checklist31, [huge], { answers: "Self_Answer", from: null }).faults,
    ).toHaveLength(1);
    const damaged = file("l.xlsx", book('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'));
    expect(damaged.notes).toEqual([{ code: "sheetDamaged", sheet: "List" }]);
  });
});

describe("a list of all items that went through LibreOffice in German", () => {
  it.each(["ids-as-days.xlsx", "ids-as-days.csv"])("%s: each id is known again", (name) => {
    const bytes = readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url));
    const brought = readSources(EDITIONS, checklist31, [file(name, new Uint8Array(bytes))], {
      answers: "Self_Answer",
      from: null,
    });
    expect(brought.lost).toEqual([]);
    expect(brought.cells.map(({ item, value }) => [item, value])).toEqual(
      items.map(({ id }, at) => [id, (at + 1) % 3 === 0 ? "Not met" : "Met"]),
    );
    expect(brought.cells.filter(({ guess }) => guess !== null).length).toBeGreaterThan(50);
  });
});

describe("text", () => {
  const read = (bytes: Uint8Array) => {
    const source = file("a.csv", bytes);
    const { cells } = readSources(EDITIONS, checklist31, [source], {
      answers: "Self_Answer",
      from: null,
    });
    return [cells.map(({ value }) => value), source.notes.map(({ code }) => code)];
  };
  const TEXT = "id;owner\n1.1;Müller\n";
  const utf16 = (big: boolean) => {
    const bytes = Buffer.from(`\ufeff${TEXT.replace(/;/g, "\t")}`, "utf16le");
    return new Uint8Array(big ? bytes.swap16() : bytes);
  };

  it.each([
    ["UTF-8", utf8(TEXT), []],
    ["UTF-8 with its mark", utf8(`\ufeff${TEXT}`), []],
    ["UTF-16 as Excel's Unicode Text", utf16(false), []],
    ["the other UTF-16", utf16(true), []],
    [
      "Windows' own letters, which is told",
      new Uint8Array(Buffer.from(TEXT, "latin1")),
      ["western"],
    ],
  ])("is read as %s", (_, bytes, notes) => {
    expect(read(bytes)).toEqual([["Müller"], notes]);
  });

  it.each([
    ["nothing", new Uint8Array(), null],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "This is not an .xlsx file."],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "old"],
    ["a page", utf8("<!DOCTYPE html><html>Log in</html>"), "web page"],
    [
      "half a workbook",
      drawBlueprint(blueprint(checklist31, blankInputs(checklist31))).slice(0, 900),
      "damaged",
    ],
    ["UTF-16 cut in half", utf16(false).slice(0, -1), "This is not an .xlsx file."],
  ])("that is none is told: %s", (_, bytes, sentence) => {
    if (sentence === null) {
      expect(file("a.csv", bytes)).toMatchObject({ kind: "fault", fault: { code: "empty" } });
      return;
    }
    expect(() => file("a.csv", bytes)).toThrow(HostError);
    expect(() => file("a.csv", bytes)).toThrow(sentence);
  });

  it("with every byte there is does no harm", () => {
    const bytes = Uint8Array.from({ length: 1024 }, (_, at) => (at * 7 + 1) % 256 || 1);
    expect(() => file("a.csv", bytes)).not.toThrow();
  });
});
