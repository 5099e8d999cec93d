/** Calculates a blueprint with HyperFormula, an engine that shares nothing with our core. */

import { DetailedCellError, HyperFormula, type RawCellContent } from "hyperformula";
import { isoFromSerial, serialFromIso } from "../../core/audit/dates.ts";
import { areaAddress } from "../../core/workbook/a1.ts";
import type { Blueprint, CellValue } from "../../core/workbook/port.ts";

function raw(value: CellValue): RawCellContent {
  if (value === null || typeof value !== "object") {
    // An apostrophe keeps text from being taken for a formula, a number or a date.
    return typeof value === "string" ? `'${value}` : value;
  }
  return "date" in value ? serialFromIso(value.date) : value.error;
}

/** The engine with every sheet, formula and name of the blueprint in it. */
export function engineFor(plan: Blueprint): HyperFormula {
  const sheets: Record<string, RawCellContent[][]> = {};
  for (const sheet of plan.sheets) {
    const grid: RawCellContent[][] = [];
    for (const cell of sheet.cells) {
      while (grid.length < cell.row) grid.push([]);
      const line = grid[cell.row - 1];
      if (line)
        line[cell.column - 1] = cell.formula === undefined ? raw(cell.value) : `=${cell.formula}`;
    }
    sheets[sheet.name] = grid.map((line) => Array.from(line, (value) => value ?? null));
  }
  const names = plan.names.map((name) => ({
    name: name.name,
    expression: `='${name.sheet}'!${areaAddress(name.area, true)}`,
  }));
  return HyperFormula.buildFromSheets(
    sheets,
    {
      licenseKey: "gpl-v3",
      useArrayArithmetic: true,
      leapYear1900: true,
      nullDate: { year: 1899, month: 12, day: 31 },
    },
    [{ name: "TRUE", expression: "=TRUE()" }, { name: "FALSE", expression: "=FALSE()" }, ...names],
  );
}

/** Reads results by sheet and position; date results come as dates where the blueprint has a date. */
export function calculate(
  plan: Blueprint,
): (sheet: string, row: number, column: number) => CellValue | undefined {
  const engine = engineFor(plan);
  const formats = new Map<string, boolean>();
  for (const sheet of plan.sheets) {
    for (const cell of sheet.cells) {
      const format = plan.styles[cell.style]?.numberFormat ?? "";
      formats.set(`${sheet.name}!${cell.row}!${cell.column}`, /d mmm yyyy/.test(format));
    }
  }
  return (sheet, row, column) => {
    const id = engine.getSheetId(sheet);
    if (id === undefined) return undefined;
    const value = engine.getCellValue({ sheet: id, row: row - 1, col: column - 1 });
    if (value instanceof DetailedCellError) return { error: value.value };
    if (typeof value === "number" && formats.get(`${sheet}!${row}!${column}`)) {
      const date = isoFromSerial(value);
      return date ? { date } : value;
    }
    return value ?? null;
  };
}
