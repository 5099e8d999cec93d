/** A drawn blueprint is a sound file that says what the blueprint says, in every program. */

import { describe, expect, it, vi } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { SheetPlan } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { headerText } from "../../xlsx/page.ts";
import { Parts } from "../../xlsx/parts.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { area, sampleBlueprint } from "./sample.ts";
import { expectSound } from "./validate.ts";

const sample = drawBlueprint(sampleBlueprint());
const parts = new Parts(sample);
const sheet = (index: number) => parts.text(`xl/worksheets/sheet${index}.xml`);

describe("the file", () => {
  it("is sound, sample and real checklist alike", async () => {
    await expectSound(sample, drawBlueprint(blueprint(checklist31, blankInputs(checklist31))));
  });

  it("has the same bytes for the same blueprint, at any time", () => {
    vi.setSystemTime("2031-05-06T07:08:09Z");
    try {
      expect(drawBlueprint(sampleBlueprint())).toEqual(sample);
    } finally {
      vi.useRealTimers();
    }
    expect(parts.text("docProps/core.xml")).not.toContain("modified");
  });

  it("reads back as drawn", () => {
    const snapshot = readSnapshot(sample);
    expect(snapshot?.sheets).toEqual([
      { name: "Over view", visible: true, isProtected: true, lastRow: 10 },
      { name: "Checklist", visible: true, isProtected: true, lastRow: 11 },
      { name: "Data", visible: false, isProtected: true, lastRow: 0 },
    ]);
    const names = snapshot?.names;
    expect(names?.Partner_Name).toMatchObject({
      sheet: "Over view",
      row: 2,
      column: 2,
      values: [["=Kestrel & Co <Ltd>"]],
    });
    expect(names?.Partner_Name?.formulas).toEqual([[null]]);
    expect(names?.Audit_On?.values).toEqual([[{ date: "2026-03-16" }]]);
    expect(names?.Item_Id?.values.flat()).toEqual([
      "Item_Id",
      "1",
      "1.1",
      "1.2",
      "1.3",
      "1.4",
      "1.5",
      "1.6",
      "End of list",
    ]);
    expect(names?.Self_Points?.formulas[2]).toEqual(['IF(D5="Met",C5,IF(D5="Not met",0,""))']);
    expect(names?.Self_Points?.values[2]).toEqual([""]);
    expect(names?.Self_Answer?.hasInputRule).toBe(true);
    expect(names?.Partner_Name?.hasInputRule).toBe(false);
    expect(snapshot?.brokenNames).toEqual([]);
  });
});

describe("what is drawn", () => {
  it("draws solid bars in both notations, tied by their id", () => {
    const id = /<x14:id>(\{[^<]+\})<\/x14:id>/.exec(sheet(1))?.[1];
    expect(sheet(1)).toContain(`<x14:cfRule type="dataBar" id="${id}">`);
    expect(sheet(1)).toMatch(
      /gradient="0".*<xm:f>1\.35<\/xm:f>.*<x14:borderColor rgb="FF7F9DBC"\/>.*<xm:sqref>B6<\/xm:sqref>/,
    );
  });

  it("silences the warning marks of ids, of nothing else", () => {
    expect(sheet(2)).toContain('<ignoredError sqref="A4:A10" numberStoredAsText="1"/>');
    expect(sheet(1)).not.toContain("ignoredError");
  });

  it("writes prompts without a restriction, and lists as words", () => {
    expect(sheet(1)).toMatch(
      /<dataValidation allowBlank="1" showInputMessage="1" promptTitle="Partner" prompt="The name,&#10;as in the &quot;contract&quot;\." sqref="B2"\/>/,
    );
    expect(sheet(2)).toContain('<formula1>"Met,Not met"</formula1>');
  });

  it("opens exactly the cells that are open", () => {
    const styles = parts.text("xl/styles.xml");
    const formats =
      styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
    const isOpen = (index: number, cell: string) => {
      const style = new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet(index))?.[1];
      return formats[Number(style)]?.includes('<protection locked="0"/>');
    };
    expect(["D5", "F10"].map((cell) => isOpen(2, cell))).toEqual([true, true]);
    expect(["D3", "A5", "C5", "E5", "D11"].map((cell) => isOpen(2, cell))).toEqual([
      false,
      false,
      false,
      false,
      undefined,
    ]);
    const plan = sampleBlueprint();
    const [first, ...rest] = plan.sheets as [SheetPlan, ...SheetPlan[]];
    const opened = { ...first, unlocked: [area(20, 2)] };
    const bytes = drawBlueprint({ ...plan, sheets: [opened, ...rest] });
    expect(new Parts(bytes).text("xl/worksheets/sheet1.xml")).toMatch(/<c r="B20" s="\d+"\/>/);
  });

  it("writes each text and each look once", () => {
    const texts = parts.text("xl/sharedStrings.xml").match(/<si>.*?<\/si>/g) ?? [];
    expect(new Set(texts).size).toBe(texts.length);
    const uses = [1, 2, 3].flatMap((index) => sheet(index).match(/ t="s"/g) ?? []).length;
    expect(parts.text("xl/sharedStrings.xml")).toContain(
      `count="${uses}" uniqueCount="${texts.length}"`,
    );
    for (const list of ["fonts", "fills", "borders", "cellXfs", "dxfs"]) {
      const [, count, all = ""] =
        new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`).exec(parts.text("xl/styles.xml")) ??
        [];
      const looks = all.match(/<(font|fill|border|xf|dxf)\b(?:[^>]*\/>|.*?<\/\1>)/g) ?? [];
      expect(looks, list).toHaveLength(Number(count));
      expect(new Set(looks).size, list).toBe(looks.length);
    }
  });

  it("puts names in the order of the alphabet, as Excel does", () => {
    const found = parts.text("xl/workbook.xml").matchAll(/<definedName name="([^"]+)"/g);
    const names = [...found].map(([, name = ""]) => name.toLowerCase());
    expect(names.length).toBeGreaterThan(15);
    expect(names).toEqual([...names].sort());
  });

  it("gives columns exactly their pixels", () => {
    for (const [, width] of sheet(2).matchAll(/<col [^>]*width="([\d.]+)"/g)) {
      // As Excel turns the file's unit into pixels of Calibri 11.
      const pixels = Math.trunc(((256 * Number(width) + Math.trunc(128 / 7)) / 256) * 7);
      expect([52, 280, 88, 56, 168]).toContain(pixels);
    }
  });

  it("protects, freezes, selects, filters and prints as planned", () => {
    expect(sheet(2)).toMatch(
      /<sheetProtection (?=[^>]*sheet="1")(?=[^>]*autoFilter="0")(?=[^>]*sort="0")(?![^>]*password)/,
    );
    // Links, comments and formats of entries.
    expect(sheet(2)).toMatch(
      /<sheetProtection (?=[^>]*insertHyperlinks="0")(?=[^>]*formatCells="0")(?![^>]*objects="1")/,
    );
    expect(sheet(2)).toContain(
      '<pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen" activePane="bottomRight"/>',
    );
    expect(sheet(2)).toContain('<selection pane="bottomRight" activeCell="C4" sqref="C4"/>');
    expect(sheet(2)).toMatch(/<rowBreaks count="1" manualBreakCount="1"><brk id="8" [^>]*man="1"/);
    const workbook = parts.text("xl/workbook.xml");
    expect(workbook).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Checklist!$A$3:$G$11</definedName>',
    );
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">Checklist!$1:$3</definedName>',
    );
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">\'Over view\'!$A$1:$B$30</definedName>',
    );
    expect(workbook).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
    expect(workbook).toContain('state="veryHidden"');
  });

  it("shifts a colour rule to each of its areas", () => {
    expect(sheet(2)).toMatch(
      /sqref="F5:F10"><cfRule [^>]*>(?:<[^>]*>)*F5=&quot;&quot;|sqref="F5:F10"><cfRule [^>]*><formula>F5=""/,
    );
    expect(sheet(2)).toMatch(/stopIfTrue/);
  });
});

describe("headers", () => {
  it("escape what Excel would take for a code", () => {
    expect(headerText({ left: ["Kestrel & Co"], right: ["Page ", { field: "page" }] })).toBe(
      "&LKestrel && Co&RPage &P",
    );
    expect(headerText({ left: ["24 Seven"], right: [] })).toBe("&L 24 Seven");
  });

  it("stay within 255 characters and never end in half a code", () => {
    for (const length of [100, 200, 300, 2000]) {
      const text = headerText({
        left: ["&".repeat(length)],
        right: ["Version 3.1 ".repeat(length / 50)],
      });
      expect(text.length).toBeLessThanOrEqual(255);
      expect(text.replace(/&&/g, "").replace(/^&L|&R/g, "")).not.toContain("&");
    }
  });
});

describe("the port", () => {
  it("builds once and at once, and says so the second time", () => {
    const book = newXlsx(EDITIONS);
    expect(book.snapshot()).toBeNull();
    expect(() => book.bytes()).toThrow(/no sheets yet/);
    book.build(sampleBlueprint());
    expect(book.bytes()).toEqual(sample);
    book.apply({ edits: [{ name: "Partner_Name", value: "Other" }] });
    expect(openXlsx(EDITIONS, book.bytes()).snapshot()?.names.Partner_Name?.values).toEqual([
      ["Other"],
    ]);
    expect(book.snapshot()?.names.Partner_Name?.values).toEqual([["Other"]]);
    expect(() => book.build(sampleBlueprint())).toThrow(/workbook already/);
    expect(book.cannot).toEqual(["calculation"]);
  });
});
