/** A change reaches the cells it means and leaves every other byte of the user's file alone. */

import { describe, expect, it } from "vitest";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { HostError } from "../../core/workbook/port.ts";
import { Parts } from "../../xlsx/parts.ts";
import { patchWorkbook } from "../../xlsx/patch.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { lintXlsx } from "./lint.ts";
import { CHECKLIST, cell, edit, expectOnly, id, sample, TINY_SHEET, text } from "./patched.ts";
import { itemRow } from "./sample.ts";
import { ITEM_NAMES, tiny, tinyParts, tinyRows, zipTexts } from "./tiny.ts";
import { expectSound } from "./validate.ts";

const STRINGS = "xl/sharedStrings.xml";

describe("edits", () => {
  it("writes texts, numbers, days and words by name and item", async () => {
    const after = patchWorkbook(EDITIONS, sample, {
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
    expectOnly(sample, after, ["xl/worksheets/sheet1.xml", CHECKLIST, STRINGS]);
  });

  it("changes one cell of a part and not a character beside it", () => {
    const after = patchWorkbook(
      EDITIONS,
      sample,
      edit("Self_Answer", "Not met", { item: id("1.3") }),
    );
    const was = cell(sample, CHECKLIST, `D${itemRow(2)}`) ?? "";
    const texts: readonly string[] = text(after, STRINGS).match(/<si>.*?<\/si>/g) ?? [];
    const place = texts.indexOf("<si><t>Not met</t></si>");
    expect(place).toBeGreaterThanOrEqual(0);
    const is = was.replace("/>", ` t="s"><v>${place}</v></c>`);
    expect(text(after, CHECKLIST)).toBe(text(sample, CHECKLIST).replace(was, is));
    const cleared = patchWorkbook(EDITIONS, after, edit("Self_Answer", null, { item: id("1.3") }));
    expect(text(cleared, CHECKLIST)).toBe(text(sample, CHECKLIST));
  });

  it("leaves nothing to read of a text that no cell shows any more", async () => {
    const owner = (item: string, value: string | null) => ({
      name: "Evidence",
      item: id(item),
      value,
    });
    const secret = "Salary list of A. Moreau";
    const both = patchWorkbook(EDITIONS, sample, {
      edits: [owner("1.2", secret), owner("1.3", secret)],
    });
    const one = patchWorkbook(EDITIONS, both, { edits: [owner("1.2", null)] });
    expect(text(one, STRINGS)).toContain(secret);
    expect(readSnapshot(one)?.names.Evidence?.values.flat()).toContain(secret);
    const none = patchWorkbook(EDITIONS, one, { edits: [owner("1.3", "Policy.pdf")] });
    expect(text(none, STRINGS)).not.toContain("Salary");
    await expectSound(none);
    // The others stand where they stood.
    const { Evidence, ...others } = readSnapshot(none)?.names ?? {};
    expect(Evidence?.values.flat()).toContain("Policy.pdf");
    const { Evidence: _, ...before } = readSnapshot(sample)?.names ?? {};
    expect(others).toEqual(before);
    // What moves from one cell to the other is still there.
    const moved = patchWorkbook(EDITIONS, one, {
      edits: [owner("1.3", null), owner("1.2", secret)],
    });
    expect(readSnapshot(moved)?.names.Evidence?.values.flat()).toContain(secret);
    // So is what a sheet of one's own shows as well.
    const place = (text(one, STRINGS).match(/<si>.*?<\/si>/g) ?? []).findIndex((each) =>
      each.includes(secret),
    );
    const row = `<row r="99"><c r="A99" t="s"><v>${place}</v></c></row></sheetData>`;
    const sheet = text(one, TINY_SHEET).replace("</sheetData>", row);
    const beside = new Parts(one).withTexts(new Map([[TINY_SHEET, sheet]]));
    const shown = patchWorkbook(EDITIONS, beside, { edits: [owner("1.3", null)] });
    expect(text(shown, STRINGS)).toContain(secret);
  });

  it("gives the same bytes for the same change", () => {
    const change = edit("Partner_Name", "A");
    expect(patchWorkbook(EDITIONS, sample, change)).toEqual(
      patchWorkbook(EDITIONS, sample, change),
    );
  });

  it("finds rows by their key, wherever they were moved, and skips headings", () => {
    const heading = '<row r="3" spans="1:2"><c r="A3" t="inlineStr"><is><t>1.2</t></is></c></row>';
    const after = patchWorkbook(
      EDITIONS,
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
    const after = patchWorkbook(EDITIONS, bytes, {
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
      /<row r="2" spans="1:5">.*<c r="C2"[^>]*>.*?<\/c><c r="E2" t="s">.*?<\/row><row r="3"><c r="C3" s="1"><v>7<\/v><\/c><\/row><row r="4">/,
    );
    expect(xml).toMatch(
      /<c r="C4" s="1" t="s">.*<\/row><row r="6"><c r="E6".*<\/row><\/sheetData>/,
    );
    expect(xml).not.toContain('r="5"');
    const empty = tiny({
      sheets: { Checklist: tinyRows(), Other: "<sheetData/>" },
      names: { ...ITEM_NAMES, Phase: "Other!$B$2" },
    });
    expect(
      text(patchWorkbook(EDITIONS, empty, edit("Phase", "Audit")), "xl/worksheets/sheet2.xml"),
    ).toContain('<sheetData><row r="2"><c r="B2" t="s">');
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
    const after = patchWorkbook(EDITIONS, tiny({ sheets: { Checklist: tinyRows() }, names }), {
      edits: places,
    });
    expect(lintXlsx(after)).toEqual([]);
    const added = [...text(after, TINY_SHEET).matchAll(/<c r="([DE]\d)"/g)].map(
      ([, address]) => address,
    );
    expect(added).toEqual(["D2", "E2", "D7", "E7", "D9", "E9"]);
  });

  it.each(["1", "true"])("writes days for workbooks that count from 1904: %s", (on) => {
    const bytes = tiny({
      sheets: { Checklist: tinyRows() },
      names: { ...ITEM_NAMES, Audit_On: "Checklist!$H$1" },
      workbookPr: `<workbookPr date1904="${on}"/>`,
    });
    const after = patchWorkbook(EDITIONS, bytes, edit("Audit_On", { date: "2026-03-16" }));
    expect(cell(after, TINY_SHEET, "H1")).toBe('<c r="H1"><v>44635</v></c>');
    expect(readSnapshot(after)?.names.Audit_On?.values).toEqual([[{ date: "2026-03-16" }]]);
  });

  it("keeps to a file's prefixes", () => {
    const parts = tinyParts({ sheets: { Checklist: tinyRows() } });
    const prefixed = (parts[TINY_SHEET] ?? "")
      .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
      .replace("xmlns=", "xmlns:x=");
    const after = patchWorkbook(EDITIONS, zipTexts({ ...parts, [TINY_SHEET]: prefixed }), {
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

  it("takes away links into metadata, which describe the value that was", () => {
    const linked = tinyRows().replace(/<c r="C2"/, '<c r="C2" cm="1" vm="2"');
    expect(linked).toContain('cm="1"');
    const after = patchWorkbook(
      EDITIONS,
      tiny({ sheets: { Checklist: linked } }),
      edit("Self_Answer", "Not met", { item: id("1.1") }),
    );
    expect(cell(after, TINY_SHEET, "C2")).toMatch(/ t="s"><v>\d+<\/v>/);
    expect(readSnapshot(after)?.names.Self_Answer?.values.flat()[1]).toBe("Not met");
    expect(cell(after, TINY_SHEET, "C2")).not.toMatch(/ [cv]m=/);
  });

  it("asks the next program to calculate", () => {
    const calcPr = '<calcPr calcId="191029"/>';
    const of = (calc: string) =>
      text(
        patchWorkbook(EDITIONS, tiny({ sheets: { Checklist: tinyRows() }, calcPr: calc }), {
          edits: [],
        }),
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
      /No row of item 9\.9 is found for “Partner Self-Assessment”/,
    ],
    ["a heading", edit("Self_Answer", "Met", { item: id("1") }), /No row of item 1 /],
    ["a missing place", edit("Holidays", 1, { index: 2 }), /“Holidays” has no cell number 3/],
    [
      "a formula in the way",
      edit("Self_Points", 1, { item: id("1.1") }),
      /Cell Checklist!E5 of “Self_Points” holds a formula/,
    ],
    ["a text too long", edit("Phase", "a".repeat(32_768)), /32768 characters; a cell holds 32767/],
    ["a day that is none", edit("Audit_On", { date: "2026-02-30" }), /“2026-02-30” is no date/],
    [
      "a number that is none",
      edit("Item_Add", Number.NaN, { item: id("1.1") }),
      /“If met” is not a number/,
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
    expect(() => patchWorkbook(EDITIONS, sample, mixed)).toThrow(HostError);
    expect(() => patchWorkbook(EDITIONS, sample, mixed)).toThrow(sentence);
    expect(sample).toEqual(before);
  });
});
