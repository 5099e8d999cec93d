/** Locks, stored results and headers, and what of other people's files survives a patch. */

import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { Parts } from "../../xlsx/parts.ts";
import { patchWorkbook } from "../../xlsx/patch.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { CHECKLIST, cell, expectOnly, id, sample, TINY_SHEET, text } from "./patched.ts";
import { TINY_STYLES, tiny, tinyRows } from "./tiny.ts";
import { expectSound } from "./validate.ts";

describe("access", () => {
  const isLocked = (bytes: Uint8Array, part: string, address: string) => {
    const style = Number(/ s="(\d+)"/.exec(cell(bytes, part, address) ?? "")?.[1] ?? 0);
    const styles = text(bytes, "xl/styles.xml");
    const formats =
      styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
    return !formats[style]?.includes('locked="0"');
  };

  it("closes and opens item rows only, and is undone without a trace in the sheet", async () => {
    const closed = patchWorkbook(EDITIONS, sample, {
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
    const again = patchWorkbook(EDITIONS, closed, {
      edits: [],
      access: [
        { name: "Self_Answer", open: true },
        { name: "Closed_On", open: false },
      ],
    });
    expect(text(again, CHECKLIST)).toBe(text(sample, CHECKLIST));
    expect(text(again, "xl/styles.xml")).toBe(text(closed, "xl/styles.xml"));
    expect(
      patchWorkbook(EDITIONS, again, { edits: [], access: [{ name: "Self_Answer", open: true }] }),
    ).toEqual(again);
  });

  it("keeps the rest of a style, and makes cells that are missing", () => {
    const bytes = tiny({ sheets: { Checklist: tinyRows() } });
    const after = patchWorkbook(EDITIONS, bytes, {
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
    const after = patchWorkbook(EDITIONS, bytes, {
      edits: [],
      access: [{ name: "Self_Answer", open: false }],
    });
    expect(text(after, TINY_SHEET)).toBe(text(bytes, TINY_SHEET));
  });

  it("takes single items, and other inputs whole", () => {
    const after = patchWorkbook(EDITIONS, sample, {
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
    const after = patchWorkbook(EDITIONS, sample, {
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
    const after = patchWorkbook(EDITIONS, sample, { edits: [], headers });
    await expectSound(after);
    expect(text(after, CHECKLIST)).toContain(
      "<headerFooter><oddHeader>&amp;LA &amp;&amp; B&amp;R&amp;P</oddHeader><oddFooter>",
    );
    expect(text(after, "xl/worksheets/sheet1.xml")).toBe(text(sample, "xl/worksheets/sheet1.xml"));
    const made = patchWorkbook(
      EDITIONS,
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
    const after = patchWorkbook(EDITIONS, before, {
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
      [CHECKLIST, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"].filter((name) =>
        parts.find(name),
      ),
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
});
