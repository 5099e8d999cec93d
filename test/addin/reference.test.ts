/** The pack that the panel compares workbooks with says the same as the workbook that it was made of. */

import { describe, expect, it } from "vitest";
import { packReference, unpackReference } from "../../addin/reference.ts";
import { blankInputs, blueprint } from "../../core/index.ts";

describe("the packed reference", () => {
  it("gives back every name and every formula, cell by cell", () => {
    const plan = blueprint(blankInputs());
    const unpacked = unpackReference(JSON.parse(JSON.stringify(packReference(plan))));
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
});
