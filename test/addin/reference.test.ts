/** The pack that the panel compares workbooks with says the same as the workbook that it was made of. */

import { describe, expect, it } from "vitest";
import { packReference, type Reference, unpackReference } from "../../addin/reference.ts";
import { report } from "../../core/report/report.ts";
import { overlap } from "../../core/workbook/a1.ts";
import { COMPARED, DISPLAYED } from "../../core/workbook/check/checking.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { BODY } from "../../core/workbook/draw/layout.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { snapshotOf } from "../fakes/snapshot.ts";

const headings = new Set(BODY.flatMap(({ kind, row }) => (kind === "heading" ? [row] : [])));

/** By sheet and cell; those of the Checklist's headings without what they say. */
const formulas = (sheets: Reference["sheets"]) =>
  sheets.map(({ name, cells }) => [
    name,
    Object.fromEntries(
      cells.flatMap(({ row, column, formula }) => {
        const isHeading = name === "Checklist" && headings.has(row);
        return formula === undefined ? [] : [[`${row},${column}`, isHeading ? "" : formula]];
      }),
    ),
  ]);

describe("the packed reference", () => {
  it("gives back every name, and under the names that it was asked for every formula but those of headings", () => {
    const plan = blueprint(blankInputs());
    const asked = plan.names.map(({ name }) => name);
    const unpacked = unpackReference(JSON.parse(JSON.stringify(packReference(plan, asked, asked))));
    const sorted = (names: Reference["names"]) =>
      [...names].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(sorted(unpacked.names)).toEqual(sorted(plan.names));
    expect(formulas(unpacked.sheets)).toEqual(formulas(plan.sheets));
  });

  it("tells where formulas are displayed, whatever they say", () => {
    const plan = blueprint(blankInputs());
    const packed = JSON.parse(JSON.stringify(packReference(plan, COMPARED, DISPLAYED)));
    const places = (sheets: Reference["sheets"]) =>
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
    expect(places(unpackReference(packed).sheets)).toEqual(places(plan.sheets));
  });

  it("has the formulas that are compared, and no others", () => {
    const plan = blueprint(blankInputs());
    const packed = packReference(plan, COMPARED);
    const clean = snapshotOf(blankInputs());
    const faults = (snapshot: Snapshot) =>
      report(snapshot).issues.filter(({ code }) => code === "formulaChanged").length;
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
      JSON.stringify(packReference(plan, Object.keys(clean.names))).length,
    );
  });
});
