/** What every spreadsheet program must be able to bear: functions, names, limits, and no formula that needs itself. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { functionsOf } from "../../core/workbook/check/formulas.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { contractNames, drawnNames, INPUTS } from "../../core/workbook/fields.ts";
import type { Area, Blueprint, BlueprintCell } from "../../core/workbook/port.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { findCycle, referencesOf } from "./dependencies.ts";

/** Those that agree in LibreOffice, Gnumeric, HyperFormula, IronCalc and Univer, and exist in Excel and Google Sheets. */
const ALLOWED = [
  ..."SUM SUMIFS COUNTIFS IF AND OR NOT INDEX MATCH IFERROR WORKDAY NETWORKDAYS MIN MAX ROUND ROWS".split(
    " ",
  ),
  ..."ISNUMBER COUNT DATE YEAR MONTH DAY".split(" "),
];

const plan = blueprint(checklist31, blankInputs(checklist31));
const plans: readonly Blueprint[] = [
  plan,
  ...[1, 2, 3, 5, 8].map((seed) => blueprint(checklist31, randomInputs(seed))),
];

interface Formula {
  readonly sheet: string;
  readonly where: string;
  readonly formula: string;
}

const cellFormulas = (from: Blueprint): Formula[] =>
  from.sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [{ sheet: sheet.name, where: `R${row}C${column}`, formula }],
    ),
  );
const colorFormulas = (from: Blueprint): Formula[] =>
  from.sheets.flatMap((sheet) =>
    sheet.colors.map(({ formula }) => ({ sheet: sheet.name, where: "colour rule", formula })),
  );

function offenders(formulas: readonly Formula[]): string[] {
  return formulas.flatMap(({ sheet, where, formula }) =>
    functionsOf(formula)
      .filter((name) => !ALLOWED.includes(name))
      .map((name) => `${name} in ${sheet} ${where}`),
  );
}

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** The blueprint with another formula in the first cell of a sheet that has one. */
function planted(formula: string, name = "Self_Total"): Blueprint {
  const named = plan.names.find((entry) => entry.name === name);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map(
        (cell): BlueprintCell =>
          sheet.name === named?.sheet &&
          cell.row === named.area.row &&
          cell.column === named.area.column
            ? { ...cell, formula }
            : cell,
      ),
    })),
  };
}

describe("formulas", () => {
  it("use the functions that every program agrees on, and no other", () => {
    for (const each of plans) {
      expect(cellFormulas(each).length).toBeGreaterThan(1_000);
      expect(offenders([...cellFormulas(each), ...colorFormulas(each)])).toEqual([]);
    }
  });

  it("that use another are found, with the function's name and place", () => {
    expect(
      offenders(cellFormulas(planted("SUM(Self_Sections)+let(x,1,x)+SUMPRODUCT(Self_Sections)"))),
    ).toEqual([
      expect.stringMatching(/^LET in Overview R\d+C\d+$/),
      expect.stringMatching(/^SUMPRODUCT in Overview R\d+C\d+$/),
    ]);
    expect(offenders([{ sheet: "x", where: "y", formula: '"TODAY()"&IF(1,2,3)' }])).toEqual([]);
    expect(offenders([{ sheet: "x", where: "y", formula: "TODAY()" }])).toEqual(["TODAY in x y"]);
  });

  it("never need their own result", () => {
    for (const each of plans) expect(findCycle(each)).toBeNull();
  });

  it("that need their own result are found, by cell, range, name and over several sheets", () => {
    const heading = plan.names.find((entry) => entry.name === "Self_Points");
    expect(heading).toBeDefined();
    expect(findCycle(planted("Self_Total+1"))).toHaveLength(2);
    expect(findCycle(planted("SUM(A1:M40)"))?.length).toBeGreaterThan(1);
    // A section's total taken from the Overview, inside the column that the Overview adds up.
    const top = plan.sheets.find((sheet) => sheet.name === "Checklist");
    const first = top?.cells.find(
      (cell) => cell.column === heading?.area.column && cell.formula?.startsWith("SUM("),
    );
    expect(first).toBeDefined();
    const circular: Blueprint = {
      ...plan,
      sheets: plan.sheets.map((sheet) =>
        sheet.name !== "Checklist"
          ? sheet
          : {
              ...sheet,
              cells: sheet.cells.map((cell) =>
                cell === first ? { ...cell, formula: "Overview!E10" } : cell,
              ),
            },
      ),
    };
    expect(findCycle(circular)?.join(" ")).toMatch(/Checklist.*Overview|Overview.*Checklist/);
  });

  it("refer only to names and cells that there are", () => {
    const sheets = plan.sheets.map((sheet) => sheet.name);
    for (const { sheet, formula } of cellFormulas(plan)) {
      for (const target of referencesOf(formula, sheet, plan))
        expect(sheets).toContain(target.sheet);
    }
    expect(() => referencesOf("Self_Totla+1", "Overview", plan)).toThrow("Self_Totla");
  });

  it("keep single-cell names out of aggregates, where engines differ", () => {
    const single = new Set(
      plan.names.filter(({ area }) => area.rows * area.columns === 1).map(({ name }) => name),
    );
    const bad = (formulas: readonly Formula[]) =>
      formulas.filter(({ formula }) =>
        [...formula.matchAll(/\b(?:SUM|MAX|MIN|COUNT|SUMIFS|COUNTIFS|ROWS)\(([^()]*)\)/g)].some(
          (call) => (call[1] ?? "").split(",").some((argument) => single.has(argument.trim())),
        ),
      );
    expect(bad(cellFormulas(plan))).toEqual([]);
    expect(bad([{ sheet: "", where: "", formula: "IF(MAX(Audit_On)>0,1,2)" }])).toHaveLength(1);
  });

  it("have no blank criteria, and add up no Checklist column without a key", () => {
    const columns = plan.names
      .filter(({ area }) => area.rows > 100 && area.columns === 1)
      .map(({ name }) => name);
    for (const { formula, where } of cellFormulas(plan)) {
      expect(formula, where).not.toMatch(/(?:COUNTIFS|SUMIFS)\((?:[^()]*,)?"=?"[,)]/);
      const summed = [...formula.matchAll(/\bSUM\((\w+)\)/g)].map((call) => call[1]);
      expect(
        summed.filter((name) => name && columns.includes(name)),
        where,
      ).toEqual([]);
    }
  });

  it("of colour rules see their own sheet only, and no names", () => {
    for (const { formula, sheet } of colorFormulas(plan)) {
      const bare = formula.replace(/"(?:[^"]|"")*"/g, "");
      expect(bare).not.toContain("!");
      const words = bare.match(/[A-Za-z_]\w*(?![\w(])/g) ?? [];
      expect(
        words.filter((word) => !/^[A-Z]{1,3}\d*$/.test(word)),
        `${sheet}: ${formula}`,
      ).toEqual([]);
    }
  });

  it("stand under a contract name, so that their stored results can be renewed", () => {
    const known = plan.names.filter(({ name }) => contractNames.includes(name));
    const orphans = (from: Blueprint) =>
      from.sheets.flatMap((sheet) =>
        sheet.cells.flatMap(({ row, column, formula }) =>
          formula === undefined ||
          known.some((named) => named.sheet === sheet.name && holds(named.area, row, column))
            ? []
            : [`${sheet.name} R${row}C${column}`],
        ),
      );
    for (const each of plans) expect(orphans(each)).toEqual([]);
    const about = plan.sheets.find((sheet) => sheet.name === "About");
    const extra = { row: 999, column: 9, value: 1, formula: "1", style: "plain" };
    const withOrphan = {
      ...plan,
      sheets: plan.sheets.map((sheet) =>
        sheet === about ? { ...sheet, cells: [...sheet.cells, extra] } : sheet,
      ),
    };
    expect(orphans(withOrphan)).toEqual(["About R999C9"]);
  });

  it("are the same whatever was entered", () => {
    const shape = (from: Blueprint) =>
      cellFormulas(from).map(({ sheet, where, formula }) => `${sheet} ${where} ${formula}`);
    for (const each of plans) expect(shape(each)).toEqual(shape(plan));
  });

  it("are short enough", () => {
    for (const { formula } of cellFormulas(plan)) expect(formula.length).toBeLessThan(8_192);
  });
});

describe("defined names", () => {
  it("are exactly those of the contract in its format, each once", () => {
    expect(plan.names.map(({ name }) => name).sort()).toEqual([...drawnNames].sort());
    expect(new Set(contractNames.map((name) => name.toLowerCase())).size).toBe(
      contractNames.length,
    );
  });

  it("hold everything that other programs were promised", () => {
    const promised = [
      "Partner_Name Reseller_Program Engagement Phase Submitted_On Audit_On Summary_Received_On Report_Received_On",
      "Last_Full_Audit_On Previous_Audit_Version Single_Region Holidays",
      "Item_Id Item_Section Item_Subtract Item_Add Item_Scope Self_Answer Self_Points Auditor_Answer Auditor_Points",
      "Action_Item Closed_On Action_Plan Action_State Final_Points Prior_Action Disclosed_Change",
      "Self_Total Auditor_Total Final_Total Self_Verdict Auditor_Verdict Final_Verdict Action_Items_Due_On",
      "Self_Sections Auditor_Sections Final_Sections",
    ].flatMap((line) => line.split(" "));
    expect(promised.filter((name) => !contractNames.includes(name))).toEqual([]);
  });

  it("are not taken for cell addresses by any program", () => {
    for (const name of contractNames) {
      expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
      expect(name).not.toMatch(/^[A-Za-z]{1,3}\d+$/);
      expect(name).not.toMatch(/^[RrCc]$|^R\d*C\d*$/i);
      expect(name.length).toBeLessThan(255);
    }
  });

  it("span the same rows over all columns of the Checklist, 14 cells for section totals, one for single inputs", () => {
    const area = (name: string) => plan.names.find((entry) => entry.name === name)?.area;
    const ids = area("Item_Id");
    for (const field of INPUTS) {
      const own = area(field.name);
      if (field.shape === "column")
        expect([own?.row, own?.rows, own?.columns], field.name).toEqual([ids?.row, ids?.rows, 1]);
      if (field.shape === "cell") expect([own?.rows, own?.columns], field.name).toEqual([1, 1]);
    }
    for (const name of ["Self_Sections", "Auditor_Sections", "Final_Sections"]) {
      expect([area(name)?.rows, area(name)?.columns]).toEqual([14, 1]);
    }
    const sheet = plan.sheets.find((entry) => entry.name === "Checklist");
    const inColumn = (sheet?.cells ?? []).filter(
      (cell) => cell.column === ids?.column && ids && holds(ids, cell.row, cell.column),
    );
    expect(inColumn[0]?.value).toBe("Id");
    expect(inColumn.at(-1)?.value).toBe("End of list");
    expect(inColumn).toHaveLength(97 + 14 + 2);
  });
});
