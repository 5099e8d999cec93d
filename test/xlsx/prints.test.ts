/** What is printed follows the phase and the action items in a file that is changed, and somebody's own choice stays. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { fileChange } from "../../core/workbook/write/stored.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { Parts } from "../../xlsx/parts.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { auditedExample, selfExample } from "../core/printed.ts";

const drawn = (inputs: Parameters<typeof blueprint>[1]) =>
  drawBlueprint(blueprint(checklist31, inputs));

function changed(bytes: Uint8Array, ...edits: Edit[]): Uint8Array {
  const workbook = openXlsx(EDITIONS, bytes);
  const snapshot = workbook.snapshot();
  if (!snapshot) throw new Error("No checklist.");
  workbook.apply(fileChange(checklist31, snapshot, edits));
  return workbook.bytes();
}

const PHASE = (value: string): Edit => ({ name: "Phase", value });
const workbookOf = (bytes: Uint8Array): string => new Parts(bytes).text("xl/workbook.xml");
const areas = (bytes: Uint8Array): string[] =>
  [...workbookOf(bytes).matchAll(/_xlnm\.Print_Area" localSheetId="[14]">([^<]*)/g)].map(
    ([, text = ""]) => text,
  );
/** Size and ends of the Checklist's pages. */
const pages = (bytes: Uint8Array): string[] =>
  new Parts(bytes)
    .text("xl/worksheets/sheet2.xml")
    .match(/scale="\d+"|<(row|col)Breaks.*<\/\1Breaks>/g) ?? [];

describe("what is printed", () => {
  const self = drawn(selfExample());

  it("is after a move of the phase what a workbook made in it prints", () => {
    const audit = changed(self, PHASE("Audit"));
    expect(areas(audit)).toEqual(["Checklist!$A$1:$O$115", "'Action Items'!$A$3"]);
    expect(pages(audit)).toEqual(pages(drawn({ ...selfExample(), phase: "audit" })));
    const back = changed(audit, PHASE("Self-assessment"));
    expect(areas(back)).toEqual(areas(self));
    expect(pages(back)).toEqual(pages(self));
  });

  it("ends with the last action item, with each that comes or goes", () => {
    const audit = drawn(auditedExample("audit"));
    expect(areas(audit)[1]).toBe("'Action Items'!$A$1:$L$9");
    const item = (id: string) => checklist31.items.find((entry) => entry.id === id)?.id;
    const answer = (id: string, value: string): Edit => {
      const found = item(id);
      if (!found) throw new Error(`No item ${id}.`);
      return { name: "Auditor_Answer", item: found, value };
    };
    expect(areas(changed(audit, answer("2.1", "Not met")))[1]).toBe("'Action Items'!$A$1:$L$10");
    const none = ["1.1", "1.4", "8.1.9", "9.3.5", "11.2.2"].map((id) => answer(id, "Met"));
    expect(areas(changed(audit, ...none))[1]).toBe("'Action Items'!$A$3");
  });

  it("stays as somebody has chosen, or where nothing is chosen", () => {
    const own = (text: string): Uint8Array => {
      const parts = new Parts(self);
      const xml = parts.text("xl/workbook.xml").replace("Checklist!$A$1:$K$115", text);
      return parts.withTexts(new Map([["xl/workbook.xml", xml]]));
    };
    for (const text of [
      "Checklist!$A$1:$D$115",
      "Checklist!$A$1:$K$9,Checklist!$A$20:$K$30",
      "#REF!",
    ]) {
      const after = changed(own(text), PHASE("Audit"));
      expect(areas(after)[0]).toBe(text);
      expect(pages(after)).toEqual(pages(self));
    }
  });

  it("is brought up to date in workbooks of earlier formats and of other programs, which stay sound", () => {
    const folder = join(import.meta.dirname, "../fixtures/formats");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".xlsx"),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const before = new Uint8Array(readFileSync(join(folder, file)));
      const after = changed(before, PHASE("Audit"));
      expect(areas(after)[0], file).toMatch(/\$A\$1:\$O\$115$/);
      expect(pages(after).join(), file).toMatch(/^scale="55",<rowBreaks/);
      expect(openXlsx(EDITIONS, after).snapshot()?.names.Phase?.values).toEqual([["Audit"]]);
    }
  });
});
