/** A change reaches the cells it means and leaves every other byte of the user's file alone. */

import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/domain.ts";
import { blankInputs, blueprint } from "../../core/index.ts";
import { type Change, type Edit, HostError } from "../../core/workbook/types.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { lintXlsx } from "../../xlsx/lint.ts";
import { Parts } from "../../xlsx/parts.ts";
import { patchWorkbook } from "../../xlsx/patch.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { itemRow, sampleBlueprint } from "./sample.ts";
import { ITEM_NAMES, TINY_STYLES, tiny, tinyParts, tinyRows, zipTexts } from "./tiny.ts";
import { expectSound, throughLibreOffice } from "./validate.ts";

const id = (text: string) => text as ItemId;
const edit = (name: string, value: Edit["value"], more: Partial<Edit> = {}): Change => ({
  edits: [{ name, value, ...more }],
});
const sample = await drawBlueprint(sampleBlueprint());
const text = (bytes: Uint8Array, part: string) => new Parts(bytes).text(part);
const CHECKLIST = "xl/worksheets/sheet2.xml";
const TINY_SHEET = "xl/worksheets/sheet1.xml";

/** The cell's source. */
function cell(bytes: Uint8Array, part: string, address: string): string | undefined {
  return new RegExp(`<c r="${address}"(?:[^>]*/>|[\\s\\S]*?</c>)`).exec(text(bytes, part))?.[0];
}

/** Fails where more than the named parts differ, and where those differ in more than the given pieces. */
function expectOnly(before: Uint8Array, after: Uint8Array, changed: readonly string[]): void {
  const [old, now] = [new Parts(before), new Parts(after)];
  expect(now.names).toEqual(old.names);
  for (const name of old.names) {
    if (!changed.includes(name)) expect(now.text(name), name).toBe(old.text(name));
  }
}

describe("edits", () => {
  it("writes texts, numbers, days and words by name and item", async () => {
    const after = patchWorkbook(sample, {
      edits: [
        { name: "Partner_Name", value: "=1+1 & <b>\n é 🙂" },
        { name: "Audit_On", value: { date: "2026-04-01" } },
        { name: "Self_Answer", item: id("1.2"), value: "Met" },
        { name: "Item_Add", item: id("1.6"), value: 40 },
        { name: "Holidays", index: 1, value: { date: "2026-12-25" } },
        { name: "Phase", value: null },
      ],
    });
    await expectSound(after);
    const names = readSnapshot(after)?.names;
    expect(names?.Partner_Name?.values).toEqual([["=1+1 & <b>\n é 🙂"]]);
    expect(names?.Audit_On?.values).toEqual([[{ date: "2026-04-01" }]]);
    expect(names?.Self_Answer?.values.flat().slice(2, 5)).toEqual([null, "Met", null]);
    expect(names?.Item_Add?.values.flat().slice(6, 8)).toEqual([20, 40]);
    expect(names?.Holidays?.values).toEqual([[null], [{ date: "2026-12-25" }]]);
    expect(names?.Phase?.values).toEqual([[null]]);
    expectOnly(sample, after, ["xl/worksheets/sheet1.xml", CHECKLIST]);
  });

  it("changes one cell of a part and not a character beside it", () => {
    const after = patchWorkbook(sample, edit("Self_Answer", "Not met", { item: id("1.3") }));
    const was = cell(sample, CHECKLIST, `D${itemRow(2)}`) ?? "";
    const is = was.replace("/>", ' t="inlineStr"><is><t xml:space="preserve">Not met</t></is></c>');
    expect(text(after, CHECKLIST)).toBe(text(sample, CHECKLIST).replace(was, is));
    const cleared = patchWorkbook(after, edit("Self_Answer", null, { item: id("1.3") }));
    expect(text(cleared, CHECKLIST)).toBe(text(sample, CHECKLIST));
  });

  it("gives the same bytes for the same change", () => {
    const change = edit("Partner_Name", "A");
    expect(patchWorkbook(sample, change)).toEqual(patchWorkbook(sample, change));
  });

  it("finds rows by their key, wherever they were moved, and skips headings", () => {
    const heading = '<row r="3" spans="1:2"><c r="A3" t="inlineStr"><is><t>1.2</t></is></c></row>';
    const after = patchWorkbook(
      tiny({ sheets: { Checklist: tinyRows(heading) } }),
      edit("Self_Answer", "Met", { item: id("1.2") }),
    );
    expect(readSnapshot(after)?.names.Self_Answer?.values.flat()).toEqual([
      null,
      "Met",
      null,
      "Met",
    ]);
  });

  it("makes missing cells and rows in their places", () => {
    const bytes = tiny({
      sheets: {
        Checklist: `<dimension ref="A1:B4"/><cols><col min="3" max="4" width="9" style="1"/></cols>${tinyRows()}`,
      },
      names: { ...ITEM_NAMES, Evidence: "Checklist!$E$1:$E$6", Holidays: "Checklist!$C$3:$C$6" },
    });
    const after = patchWorkbook(bytes, {
      edits: [
        { name: "Self_Answer", item: id("1.2"), value: "Met" },
        { name: "Evidence", item: id("1.1"), value: "link" },
        { name: "Evidence", index: 5, value: "last" },
        { name: "Holidays", index: 0, value: 7 },
        { name: "Holidays", index: 2, value: null },
      ],
    });
    const xml = text(after, TINY_SHEET);
    expect(xml).toContain('<dimension ref="A1:E6"/>');
    expect(xml).toMatch(
      /<row r="2" spans="1:5">.*<c r="C2"[^>]*>.*?<\/c><c r="E2" t="inlineStr">.*?<\/row><row r="3"><c r="C3" s="1"><v>7<\/v><\/c><\/row><row r="4">/,
    );
    expect(xml).toMatch(
      /<c r="C4" s="1" t="inlineStr">.*<\/row><row r="6"><c r="E6".*<\/row><\/sheetData>/,
    );
    expect(xml).not.toContain('r="5"');
    const empty = tiny({
      sheets: { Checklist: tinyRows(), Other: "<sheetData/>" },
      names: { ...ITEM_NAMES, Phase: "Other!$B$2" },
    });
    expect(
      text(patchWorkbook(empty, edit("Phase", "Audit")), "xl/worksheets/sheet2.xml"),
    ).toContain('<sheetData><row r="2"><c r="B2" t="inlineStr">');
    expect(readSnapshot(after)?.names.Evidence?.values.flat()).toEqual([
      null,
      "link",
      null,
      null,
      null,
      "last",
    ]);
  });

  it("puts new cells in order, whatever the order of the edits", () => {
    const names = { ...ITEM_NAMES, Evidence: "Checklist!$E$1:$E$9", Owner: "Checklist!$D$1:$D$9" };
    const places = [8, 6, 1].flatMap((index) => [
      { name: "Evidence", index, value: "e" },
      { name: "Owner", index, value: "o" },
    ]);
    const after = patchWorkbook(tiny({ sheets: { Checklist: tinyRows() }, names }), {
      edits: places,
    });
    expect(lintXlsx(after)).toEqual([]);
    const added = [...text(after, TINY_SHEET).matchAll(/<c r="([DE]\d)"/g)].map(
      ([, address]) => address,
    );
    expect(added).toEqual(["D2", "E2", "D7", "E7", "D9", "E9"]);
  });

  it("writes days for workbooks that count from 1904", () => {
    const bytes = tiny({
      sheets: { Checklist: tinyRows() },
      names: { ...ITEM_NAMES, Audit_On: "Checklist!$H$1" },
      workbookPr: '<workbookPr date1904="1"/>',
    });
    const after = patchWorkbook(bytes, edit("Audit_On", { date: "2026-03-16" }));
    expect(cell(after, TINY_SHEET, "H1")).toBe('<c r="H1"><v>44635</v></c>');
    expect(readSnapshot(after)?.names.Audit_On?.values).toEqual([[{ date: "2026-03-16" }]]);
  });

  it("keeps to a file's prefixes", () => {
    const parts = tinyParts({ sheets: { Checklist: tinyRows() } });
    const prefixed = (parts[TINY_SHEET] ?? "")
      .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
      .replace("xmlns=", "xmlns:x=");
    const after = patchWorkbook(zipTexts({ ...parts, [TINY_SHEET]: prefixed }), {
      edits: [
        { name: "Self_Answer", item: id("1.1"), value: "Not met" },
        { name: "Self_Answer", item: id("1.2"), value: "Met" },
      ],
    });
    expect(readSnapshot(after)?.names.Self_Answer?.values.flat()).toEqual([
      null,
      "Not met",
      null,
      "Met",
    ]);
    expect(text(after, TINY_SHEET)).not.toMatch(/<(?:c|is|t|v)\b/);
  });

  it("asks the next program to calculate", () => {
    const calcPr = '<calcPr calcId="191029"/>';
    const of = (calc: string) =>
      text(
        patchWorkbook(tiny({ sheets: { Checklist: tinyRows() }, calcPr: calc }), { edits: [] }),
        "xl/workbook.xml",
      );
    expect(of(calcPr)).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(of("<pivotCaches/>")).toContain('<calcPr calcId="0" fullCalcOnLoad="1"/><pivotCaches/>');
    expect(of("")).toContain('</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>');
  });

  it.each([
    ["a missing name", edit("Owner", "x"), /The name Owner is missing/],
    [
      "a missing row",
      edit("Self_Answer", "Met", { item: id("9.9") }),
      /No row of item 9\.9 is found for Self_Answer/,
    ],
    ["a heading", edit("Self_Answer", "Met", { item: id("1") }), /No row of item 1 /],
    ["a missing place", edit("Holidays", 1, { index: 2 }), /Holidays has no cell number 3/],
    [
      "a formula in the way",
      edit("Self_Points", 1, { item: id("1.1") }),
      /Cell Checklist!E5 of Self_Points holds a formula/,
    ],
    ["a text too long", edit("Phase", "a".repeat(32_768)), /32768 characters; a cell holds 32767/],
    ["a day that is none", edit("Audit_On", { date: "2026-02-30" }), /“2026-02-30” is no date/],
    [
      "a number that is none",
      edit("Item_Add", Number.NaN, { item: id("1.1") }),
      /Item_Add is not a number/,
    ],
    [
      "results of another size",
      { edits: [], stored: [{ name: "Self_Total", values: [[1], [2]] }] },
      /results for Self_Total/,
    ],
  ])("refuses %s and changes nothing", (_, change, sentence) => {
    const before = sample.slice();
    const mixed = {
      ...change,
      edits: [{ name: "Partner_Name", value: "Changed" }, ...change.edits],
    };
    expect(() => patchWorkbook(sample, mixed)).toThrow(HostError);
    expect(() => patchWorkbook(sample, mixed)).toThrow(sentence);
    expect(sample).toEqual(before);
  });
});

describe("access", () => {
  const isLocked = (bytes: Uint8Array, part: string, address: string) => {
    const style = Number(/ s="(\d+)"/.exec(cell(bytes, part, address) ?? "")?.[1] ?? 0);
    const styles = text(bytes, "xl/styles.xml");
    const formats =
      styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
    return !formats[style]?.includes('locked="0"');
  };

  it("closes and opens item rows only, and is undone without a trace in the sheet", async () => {
    const closed = patchWorkbook(sample, {
      edits: [],
      access: [
        { name: "Self_Answer", open: false },
        { name: "Closed_On", open: true },
      ],
    });
    await expectSound(closed);
    expect(["D3", "D5", "D10"].map((address) => isLocked(closed, CHECKLIST, address))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["G3", "G5", "G10"].map((address) => isLocked(closed, CHECKLIST, address))).toEqual([
      true,
      false,
      false,
    ]);
    const again = patchWorkbook(closed, {
      edits: [],
      access: [
        { name: "Self_Answer", open: true },
        { name: "Closed_On", open: false },
      ],
    });
    expect(text(again, CHECKLIST)).toBe(text(sample, CHECKLIST));
    expect(text(again, "xl/styles.xml")).toBe(text(closed, "xl/styles.xml"));
    expect(
      patchWorkbook(again, { edits: [], access: [{ name: "Self_Answer", open: true }] }),
    ).toEqual(again);
  });

  it("keeps the rest of a style, and makes cells that are missing", () => {
    const bytes = tiny({ sheets: { Checklist: tinyRows() } });
    const after = patchWorkbook(bytes, {
      edits: [],
      access: [{ name: "Self_Answer", open: true }],
    });
    expect(text(after, "xl/styles.xml")).toContain(
      '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    );
    expect(text(after, "xl/styles.xml")).toContain(
      '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><alignment horizontal="center"/><protection locked="0"/></xf>',
    );
    expect(cell(after, TINY_SHEET, "C4")).toBe('<c r="C4" s="3"/>');
    expect(cell(after, TINY_SHEET, "C2")).toContain('s="2"');
    expect(text(after, TINY_SHEET)).not.toContain("C3");
  });

  it("leaves cells that are so already, though another style is the same", () => {
    const twice = TINY_STYLES.replace(
      '<xf numFmtId="14"',
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14"',
    );
    const bytes = tiny({ sheets: { Checklist: tinyRows() }, styles: twice });
    const after = patchWorkbook(bytes, {
      edits: [],
      access: [{ name: "Self_Answer", open: false }],
    });
    expect(text(after, TINY_SHEET)).toBe(text(bytes, TINY_SHEET));
  });

  it("takes single items, and other inputs whole", () => {
    const after = patchWorkbook(sample, {
      edits: [],
      access: [
        { name: "Closed_On", open: true, items: [id("1.2")] },
        { name: "Holidays", open: false },
      ],
    });
    expect(["G5", "G6", "G7"].map((address) => isLocked(after, CHECKLIST, address))).toEqual([
      true,
      false,
      true,
    ]);
    expect(
      ["B8", "B9"].map((address) => isLocked(after, "xl/worksheets/sheet1.xml", address)),
    ).toEqual([true, true]);
  });
});

describe("results and headers", () => {
  it("lays results over formulas and never over anything else", async () => {
    const blank = [null] as const;
    const after = patchWorkbook(sample, {
      edits: [{ name: "Self_Answer", item: id("1.1"), value: "Met" }],
      stored: [
        {
          name: "Self_Points",
          values: [["x"], ["x"], [20], ["a <b>"], [""], blank, [true], [{ error: "#N/A" }], ["x"]],
        },
        { name: "Self_Total", values: [[20]] },
      ],
    });
    await expectSound(after);
    const points = readSnapshot(after)?.names.Self_Points;
    expect(points?.values.flat()).toEqual([
      "Self_Points",
      null,
      20,
      "a <b>",
      "",
      "",
      true,
      { error: "#N/A" },
      null,
    ]);
    expect(points?.formulas).toEqual(readSnapshot(sample)?.names.Self_Points?.formulas);
    expect(cell(after, CHECKLIST, "E5")).toMatch(
      /^<c r="E5" s="\d+"><f>IF\(D5="Met",C5,IF\(D5="Not met",0,""\)\)<\/f><v>20<\/v><\/c>$/,
    );
  });

  it("replaces a header, and makes one in the right place", async () => {
    const headers = {
      Checklist: { left: ["A & B"], right: [{ field: "page" } as const] },
      Gone: { left: ["x"], right: [] },
    };
    const after = patchWorkbook(sample, { edits: [], headers });
    await expectSound(after);
    expect(text(after, CHECKLIST)).toContain(
      "<headerFooter><oddHeader>&amp;LA &amp;&amp; B&amp;R&amp;P</oddHeader><oddFooter>",
    );
    expect(text(after, "xl/worksheets/sheet1.xml")).toBe(text(sample, "xl/worksheets/sheet1.xml"));
    const made = patchWorkbook(
      tiny({ sheets: { Checklist: `${tinyRows()}<pageMargins/><drawing/>` } }),
      { edits: [], headers },
    );
    expect(text(made, TINY_SHEET)).toMatch(
      /<pageMargins\/><headerFooter><oddHeader>.*<\/oddHeader><\/headerFooter><drawing\/>/,
    );
  });
});

describe("files of others", () => {
  it("keeps a user's sheet, comment, picture, widths and formats", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sample.slice().buffer as ArrayBuffer);
    const own = book.addWorksheet("My notes");
    own.getCell("B2").value = {
      richText: [{ text: "bold", font: { bold: true } }, { text: " text" }],
    };
    own.getColumn(2).width = 41;
    own.getCell("B2").note = "A comment";
    const pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    own.addImage(book.addImage({ base64: pixel, extension: "png" }), "D4:E6");
    const checklist = book.getWorksheet("Checklist");
    if (checklist) checklist.getCell("K5").value = "mine";
    const before = new Uint8Array(await book.xlsx.writeBuffer());
    const after = patchWorkbook(before, {
      edits: [{ name: "Self_Answer", item: id("1.1"), value: "Met" }],
      access: [{ name: "Self_Answer", open: false }],
    });
    const parts = new Parts(before);
    expect(
      parts.names.filter((name) => /comments|media|drawing/.test(name)).length,
    ).toBeGreaterThan(3);
    expectOnly(
      before,
      after,
      [CHECKLIST, "xl/styles.xml", "xl/workbook.xml"].filter((name) => parts.find(name)),
    );
    const again = new ExcelJS.Workbook();
    await again.xlsx.load(after.slice().buffer as ArrayBuffer);
    const kept = again.getWorksheet("My notes");
    expect(kept?.getCell("B2").note).toBeTruthy();
    expect(kept?.getImages()).toHaveLength(1);
    expect(kept?.getColumn(2).width).toBe(41);
    expect(again.getWorksheet("Checklist")?.getCell("K5").value).toBe("mine");
    expect(readSnapshot(after)?.names.Self_Answer?.values[2]).toEqual(["Met"]);
  });

  it("changes a file that LibreOffice saved", async () => {
    const saved = throughLibreOffice(await drawBlueprint(blueprint(blankInputs())));
    const change: Change = {
      edits: [
        { name: "Self_Answer", item: id("8.1.9"), value: "Not met" },
        { name: "Evidence", item: id("8.1.9"), value: "see https://example.com" },
        { name: "Partner_Name", value: "Kestrel" },
        { name: "Holidays", index: 3, value: { date: "2026-12-25" } },
      ],
      access: [
        { name: "Self_Answer", open: false },
        { name: "Auditor_Answer", open: true },
      ],
      headers: { Checklist: { left: ["Kestrel"], right: [] } },
    };
    const after = patchWorkbook(saved, change);
    const names = readSnapshot(after)?.names;
    const row = names?.Item_Id?.values.findIndex(([value]) => value === "8.1.9") ?? -1;
    expect(names?.Self_Answer?.values[row]).toEqual(["Not met"]);
    expect(names?.Evidence?.values[row]).toEqual(["see https://example.com"]);
    expect(names?.Holidays?.values.flat()[3]).toEqual({ date: "2026-12-25" });
    const again = readSnapshot(throughLibreOffice(after))?.names;
    expect(again?.Self_Answer?.values[row]).toEqual(["Not met"]);
    expect(again?.Item_Scope?.formulas).toEqual(names?.Item_Scope?.formulas);
  });
});
