/** What LibreOffice opens and saves again is read as it was drawn, and can be changed. */

import { beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Change } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { Parts } from "../../xlsx/parts.ts";
import { patchWorkbook } from "../../xlsx/patch.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { id, sample } from "../xlsx/patched.ts";
import { planWith, read } from "../xlsx/texts.ts";
import { skipsWithout, throughLibreOffice } from "./programs.ts";

const TEXTS = ["=1+1", "+1", "007", "1e5", " a  b ", "_x0041_", "a\nb", "🦅 é", "]]>&<", "TRUE"];
const drawn = {
  sample,
  texts: drawBlueprint(planWith(TEXTS)),
  blank: drawBlueprint(blueprint(checklist31, blankInputs(checklist31))),
};

describe.skipIf(skipsWithout("soffice"))("a file that LibreOffice saved", () => {
  let saved: typeof drawn;
  beforeAll(() => {
    saved = throughLibreOffice(drawn);
  });

  it("reads back the same", () => {
    const again = readSnapshot(saved.sample);
    const before = readSnapshot(sample);
    const values = (snapshot: typeof before) =>
      Object.entries(snapshot?.names ?? {}).map(([name, range]) => [
        name,
        range.values.flat(),
        range.formulas.flat(),
        range.hasInputRule,
      ]);
    expect(values(again).sort()).toEqual(values(before).sort());
    expect(again?.sheets.map((state) => state.isProtected)).toEqual([true, true, true]);
  });

  it("has texts as they were typed", () => {
    // Excel drops blanks at the ends where this mark is missing; LibreOffice keeps them anyway.
    expect(new Parts(drawn.texts).text("xl/sharedStrings.xml")).toContain(
      '<t xml:space="preserve"> a  b </t>',
    );
    expect(read(saved.texts, "Evidence")).toEqual(TEXTS);
  });

  it("is changed, and saved once more", async () => {
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
    const after = patchWorkbook(EDITIONS, saved.blank, change);
    const names = readSnapshot(after)?.names;
    const row = names?.Item_Id?.values.findIndex(([value]) => value === "8.1.9") ?? -1;
    expect(names?.Self_Answer?.values[row]).toEqual(["Not met"]);
    expect(names?.Evidence?.values[row]).toEqual(["see https://example.com"]);
    expect(names?.Holidays?.values.flat()[3]).toEqual({ date: "2026-12-25" });
    const again = readSnapshot(throughLibreOffice({ after }).after)?.names;
    expect(again?.Self_Answer?.values[row]).toEqual(["Not met"]);
    expect(again?.Item_Scope?.formulas).toEqual(names?.Item_Scope?.formulas);
  });
});
