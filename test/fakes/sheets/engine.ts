/** The formulas of the fake spreadsheet, calculated by HyperFormula. */

import { DetailedCellError, HyperFormula, type RawCellContent } from "hyperformula";
import type { Stored } from "./typing.ts";

export interface CellEngine {
  addSheet(name: string): void;
  removeSheet(name: string): void;
  renameSheet(from: string, to: string): void;
  put(sheet: string, row: number, column: number, content: Stored, isFormula: boolean): void;
  name(name: string, reference: string): void;
  unname(name: string): void;
  result(sheet: string, row: number, column: number): Stored;
  insertRow(sheet: string, row: number): void;
  /** As it reads after cells have moved; undefined where the cell has none. */
  formula(sheet: string, row: number, column: number): string | undefined;
}

export function newEngine(): CellEngine {
  const engine = HyperFormula.buildEmpty({
    licenseKey: "gpl-v3",
    useArrayArithmetic: true,
    leapYear1900: true,
    nullDate: { year: 1899, month: 12, day: 31 },
  });
  engine.addNamedExpression("TRUE", "=TRUE()");
  engine.addNamedExpression("FALSE", "=FALSE()");
  let isHeld = false;
  /** Writing holds calculation until somebody looks. */
  const hold = () => {
    if (isHeld) return;
    engine.suspendEvaluation();
    isHeld = true;
  };
  const settle = () => {
    if (!isHeld) return;
    engine.resumeEvaluation();
    isHeld = false;
  };
  const idOf = (sheet: string): number => {
    const id = engine.getSheetId(sheet);
    if (id === undefined) throw new RangeError(`The engine has no sheet ${sheet}.`);
    return id;
  };
  return {
    addSheet: (name) => {
      settle();
      engine.addSheet(name);
    },
    removeSheet: (name) => {
      settle();
      engine.removeSheet(idOf(name));
    },
    renameSheet: (from, to) => {
      settle();
      engine.renameSheet(idOf(from), to);
    },
    put: (sheet, row, column, content, isFormula) => {
      hold();
      const place = { sheet: idOf(sheet), row: row - 1, col: column - 1 };
      engine.setCellContents(place, isFormula ? content : raw(content));
    },
    name: (name, reference) => {
      settle();
      if (engine.getNamedExpression(name)) engine.changeNamedExpression(name, reference);
      else engine.addNamedExpression(name, reference);
    },
    unname: (name) => {
      settle();
      engine.removeNamedExpression(name);
    },
    insertRow: (sheet, row) => {
      settle();
      engine.addRows(idOf(sheet), [row - 1, 1]);
    },
    formula: (sheet, row, column) =>
      engine.getCellFormula({ sheet: idOf(sheet), row: row - 1, col: column - 1 }),
    result: (sheet, row, column) => {
      settle();
      const value = engine.getCellValue({ sheet: idOf(sheet), row: row - 1, col: column - 1 });
      if (value instanceof DetailedCellError) return value.value;
      return value ?? "";
    },
  };
}

function raw(content: Stored): RawCellContent {
  if (typeof content !== "string") return content;
  if (content === "") return null;
  return `'${content}`;
}
