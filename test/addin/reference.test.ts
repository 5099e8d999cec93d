/** The pack that the panel compares workbooks with says the same as the workbook that it was made of. */

import { describe, expect, it } from "vitest";
import { packReference, unpackReference } from "../../addin/reference.ts";
import { blankInputs, blueprint, report, type Snapshot } from "../../core/index.ts";
import { COMPARED } from "../../core/workbook/checking.ts";
import { snapshotOf } from "../fakes/snapshot.ts";

describe("the packed reference", () => {
  it("gives back every name, and every formula under the names that it was asked for, cell by cell", () => {
    const plan = blueprint(blankInputs());
    const asked = plan.names.map(({ name }) => name);
    const unpacked = unpackReference(JSON.parse(JSON.stringify(packReference(plan, asked))));
    expect(unpacked.names).toEqual(plan.names);
    const formulas = (sheets: typeof unpacked.sheets) =>
      sheets.map((sheet) => [
        sheet.name,
        Object.fromEntries(
          sheet.cells.flatMap(({ row, column, formula }) =>
            formula === undefined ? [] : [[`${row},${column}`, formula]],
          ),
        ),
      ]);
    expect(formulas(unpacked.sheets)).toEqual(formulas(plan.sheets));
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
