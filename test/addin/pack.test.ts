/** The pack that the panel compares workbooks with says the same as the workbook that it was made of. */

import { describe, expect, it, vi } from "vitest";
import { withAllTexts } from "../../addin/all-texts.ts";
import { packEdition, unpackEdition } from "../../addin/pack.ts";
import { packOriginal, unpackOriginal } from "../../addin/pack-original.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { overlap } from "../../core/workbook/area.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { COMPARED } from "../../core/workbook/check/calculated.ts";
import { DISPLAYED } from "../../core/workbook/check/displays.ts";
import type { OriginalPlan } from "../../core/workbook/check/original.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { bodyOf } from "../../core/workbook/draw/layout.ts";
import type { Library } from "../../core/workbook/library.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { snapshotOf, withFormula, withoutName, withValue } from "../fakes/snapshot.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";

const headings = new Set(
  bodyOf(checklist31).flatMap(({ kind, row }) => (kind === "heading" ? [row] : [])),
);

/** By sheet and cell; those of the Checklist's headings without what they say. */
const formulas = (sheets: OriginalPlan["sheets"]) =>
  sheets.map(({ name, cells }) => [
    name,
    Object.fromEntries(
      cells.flatMap(({ row, column, formula }) => {
        const isHeading = name === "Checklist" && headings.has(row);
        return formula === undefined ? [] : [[`${row},${column}`, isHeading ? "" : formula]];
      }),
    ),
  ]);

describe("the packed edition", () => {
  it.each([checklist31, smallChecklist, largeChecklist])(
    "gives back the checklist, all but its texts: %#",
    (full) => {
      const packed = packEdition(full);
      const { checklist } = unpackEdition(JSON.parse(JSON.stringify(packed)));
      expect(checklist).toEqual({ ...full, texts: null });
    },
  );

  it("gives back every name, and under the names that it was asked for every formula but those of headings", () => {
    const plan = blueprint(checklist31, blankInputs(checklist31));
    const asked = plan.names.map(({ name }) => name);
    const unpacked = unpackOriginal(
      JSON.parse(JSON.stringify(packOriginal(checklist31, plan, asked, asked))),
    );
    const sorted = (names: OriginalPlan["names"]) =>
      [...names].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(sorted(unpacked.names)).toEqual(sorted(plan.names));
    expect(formulas(unpacked.sheets)).toEqual(formulas(plan.sheets));
  });

  it("tells where formulas are displayed, whatever they say", () => {
    const plan = blueprint(checklist31, blankInputs(checklist31));
    const packed = JSON.parse(JSON.stringify(packOriginal(checklist31, plan, COMPARED, DISPLAYED)));
    const places = (sheets: OriginalPlan["sheets"]) =>
      DISPLAYED.map((name) => {
        const named = plan.names.find((entry) => entry.name === name);
        const { cells } = sheets.find((sheet) => sheet.name === named?.sheet) ?? { cells: [] };
        const inside = cells.filter(
          (cell) =>
            cell.formula !== undefined &&
            named &&
            overlap(named.area, { ...cell, rows: 1, columns: 1 }) !== null,
        );
        return [name, inside.map(({ row, column }) => `${row},${column}`).sort()];
      });
    expect(places(unpackOriginal(packed).sheets)).toEqual(places(plan.sheets));
  });

  it("has the formulas that are compared, and no others", () => {
    const plan = blueprint(checklist31, blankInputs(checklist31));
    const packed = packOriginal(checklist31, plan, COMPARED);
    const clean = snapshotOf(blankInputs(checklist31));
    const faults = (snapshot: Snapshot) =>
      report(EDITIONS, snapshot).issues.filter(({ code }) => code === "formulaChanged").length;
    const compared = Object.entries(clean.names).flatMap(([name, range]) => {
      const formulas = range.formulas.map((line) =>
        line.map((formula) => (formula === null ? null : `${formula}+0`)),
      );
      const changed = { ...clean, names: { ...clean.names, [name]: { ...range, formulas } } };
      return faults(changed) > 0 ? [name] : [];
    });
    expect(compared.length).toBeGreaterThan(15);
    expect([...COMPARED].sort()).toEqual(compared.sort());
    expect(JSON.stringify(packed).length).toBeLessThan(
      JSON.stringify(packOriginal(checklist31, plan, Object.keys(clean.names))).length,
    );
  });
});

describe("the panel's checks", () => {
  const packed = (checklist: typeof checklist31) =>
    packOriginal(checklist, blueprint(checklist, blankInputs(checklist)), COMPARED, DISPLAYED);
  const bare = [unpackEdition(JSON.parse(JSON.stringify(packEdition(checklist31))))];
  const told = (library: Library, snapshot: Snapshot) => {
    const { issues, self, checked } = report(library, snapshot);
    return { issues, self, checked };
  };

  it("come behind the score, which says that nothing was looked at yet", async () => {
    const clean = snapshotOf(blankInputs(checklist31));
    const damaged = [
      clean,
      withFormula(clean, "Self_Points", "1.1", null),
      withFormula(clean, "Action_Item", "8.1.9", "1+1"),
      withValue(clean, "Item_Title", "2.1", "Something else"),
      withoutName(clean, "Self_Answer"),
    ];
    const first = told(bare, damaged[1] ?? clean);
    expect(first).toMatchObject({ checked: false, issues: [] });
    vi.stubGlobal("PACKED_ORIGINALS", [JSON.parse(JSON.stringify(packed(checklist31)))]);
    const { withPackedChecks } = await import("../../addin/checks.ts");
    const checking = withPackedChecks(withAllTexts(bare));
    for (const snapshot of damaged)
      expect(told(checking, snapshot)).toEqual(told(EDITIONS, snapshot));
    expect(first.self).toEqual(told(checking, damaged[1] ?? clean).self);
  });
});
