/** Equal formulas stay equal wherever their cells move to, and a changed one is found. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { shiftFormula } from "../../core/workbook/a1.ts";
import {
  functionsOf,
  type NamedArea,
  normalizeFormula,
  References,
} from "../../core/workbook/check/formulas.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";

const plan = blueprint(checklist31, blankInputs(checklist31));
const names: readonly NamedArea[] = plan.names.map(({ name, sheet, area }) => ({
  name,
  sheet,
  ...area,
}));
const references = new References(names);
const named = (name: string): NamedArea => {
  const found = names.find((entry) => entry.name === name);
  if (!found) throw new RangeError(`No ${name}.`);
  return found;
};
const checklist = plan.sheets.find((sheet) => sheet.name === "Checklist");

const points = named("Self_Points");
/** The formula of item 1.1's own points: the second body row. */
const home = { sheet: points.sheet, row: points.row + 2, column: points.column };
const original =
  checklist?.cells.find((cell) => cell.row === home.row && cell.column === home.column)?.formula ??
  "";
const normal = (formula: string, at = home, by = references) => normalizeFormula(formula, at, by);

describe("a formula", () => {
  it("is there to be compared, and reads as its names", () => {
    expect(original).not.toBe("");
    expect(normal(original)).toBe(
      'IF(ITEM_SCOPE<>"Audited",ITEM_ADD,IF(SELF_ANSWER="Met",ITEM_ADD,IF(SELF_ANSWER="Not met",ITEM_SUBTRACT,"")))',
    );
  });

  it.each([
    ["a leading equals sign", (formula: string) => `=${formula}`],
    ["spaces between its parts", (formula: string) => formula.replace(/,/g, " , ")],
    ["lower case functions", (formula: string) => formula.replace(/IF\(/g, "if(")],
    ["absolute columns", (formula: string) => formula.replace(/\b([A-Z]{1,2})(\d+)\b/g, "$$$1$2")],
    ["absolute rows", (formula: string) => formula.replace(/\b([A-Z]{1,2})(\d+)\b/g, "$1$$$2")],
    ["prefixes that programs add", (formula: string) => formula.replace(/IF\(/, "_xlfn.IF(")],
  ])("stays the same with %s", (_, change) => {
    expect(change(original)).not.toBe(original);
    expect(normal(change(original))).toBe(normal(original));
  });

  it("stays the same in every row of its column", () => {
    const others = (checklist?.cells ?? []).filter(
      (cell) => cell.column === home.column && cell.formula?.startsWith("IF("),
    );
    expect(others).toHaveLength(97);
    for (const cell of others) {
      expect(normal(cell.formula ?? "", { ...home, row: cell.row })).toBe(normal(original));
    }
  });

  it("stays the same when rows and columns are inserted before it", () => {
    const moved = names.map((area) =>
      area.sheet === home.sheet
        ? { ...area, row: area.row + 3, column: area.column + (area.column > 4 ? 2 : 1) }
        : area,
    );
    const place = { ...home, row: home.row + 3, column: home.column + 2 };
    // Every cell of this formula stands right of column 4, so all of it moves alike.
    const shifted = shiftFormula(original, 3, 2);
    expect(shifted).not.toBe(original);
    expect(normal(shifted, place, new References(moved))).toBe(normal(original));
  });

  it("stays the same on a renamed sheet", () => {
    const renamed = names.map((area) =>
      area.sheet === home.sheet ? { ...area, sheet: "Liste" } : area,
    );
    expect(normal(original, { ...home, sheet: "Liste" }, new References(renamed))).toBe(
      normal(original),
    );
  });

  it.each([
    ["another result", '"Met"', '"Not met"'],
    ["another word", '"Audited"', '"audited "'],
    ["a flattering constant", ',""', ",20"],
    ["another comparison", "<>", "="],
  ])("differs with %s", (_, from, to) => {
    expect(original).toContain(from);
    expect(normal(original.replace(from, to))).not.toBe(normal(original));
  });

  it("differs when it looks at another row, another column or another sheet", () => {
    expect(normal(shiftFormula(original, 1, 0))).not.toBe(normal(original));
    expect(normal(shiftFormula(original, 0, 1))).not.toBe(normal(original));
    expect(normal(original.replace(/\b([A-Z]{1,2}\d+)/, "Overview!$1"))).not.toBe(normal(original));
  });

  it("keeps the case of quoted text, and takes nothing in quotes for a cell", () => {
    expect(normal('IF(A1="h5","H5 ""x""","")')).toContain('"H5 ""x"""');
    expect(normal('"h5"')).not.toBe(normal('"H5"'));
  });

  it("names a single cell wherever it is used from, and a list only in its own row", () => {
    const due = named("Summary_Received_On");
    const at = { sheet: due.sheet, row: due.row + 9, column: 1 };
    expect(normal("WORKDAY($L$13,5,Holidays)", at)).toBe("WORKDAY(SUMMARY_RECEIVED_ON,5,HOLIDAYS)");
    const keys = named("Section_Keys");
    const row = keys.row + 2;
    expect(
      normal(`SUMIFS(Self_Points,Item_Section,A${row})`, { sheet: keys.sheet, row, column: 5 }),
    ).toBe("SUMIFS(SELF_POINTS,ITEM_SECTION,SECTION_KEYS)");
    expect(normal(`A${row - 1}`, { sheet: keys.sheet, row, column: 5 })).toBe("{-1;-4}");
  });
});

it("functions are listed in capitals, text in quotes left out", () => {
  expect(functionsOf('if(A1="SUM(", _xlfn.LET(x,1), WORKDAY (B2,1))')).toEqual([
    "IF",
    "_XLFN.LET",
    "WORKDAY",
  ]);
  expect(functionsOf("Self_Total+1")).toEqual([]);
});
