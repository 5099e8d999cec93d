/** Reads the checklist: first only enough to see whether anything changed, then everything. */

import { isChecklist } from "../../core/workbook/fields.ts";
import type {
  Area,
  CellValue,
  NamedRange,
  SheetState,
  Snapshot,
} from "../../core/workbook/port.ts";
import { fromSheets } from "./formulas.ts";
import { brokenNames, contractAreas, type NamedSheet, namedSheets, ofCells } from "./names.ts";
import { calculatedValue, cellValue, Days } from "./values.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** A whole column named by hand goes on for ever; a checklist does not. */
const MOST_ROWS = 5000;

/** All that is written on a sheet, from A1 on. */
export interface SheetContent extends NamedSheet {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** The content of every sheet that has names, read in three calls a sheet. */
export function readContents(sheets: readonly Sheet[]): SheetContent[] {
  return namedSheets(sheets).map((entry) => {
    const range = entry.sheet.getDataRange();
    return { ...entry, values: range.getValues(), formulas: range.getFormulas() };
  });
}

/** 53 bits that differ, as good as surely, when anything on the sheets differs. */
export function hashOf(contents: readonly SheetContent[]): string {
  const text = JSON.stringify(
    contents.map(({ title, named, values, formulas }) => [title, named.length, values, formulas]),
  );
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

/** Null where the spreadsheet holds no checklist. */
export function readSnapshot(book: Spreadsheet): Snapshot | null {
  const sheets = book.getSheets();
  return snapshotOf(book, sheets, readContents(sheets));
}

export function snapshotOf(
  book: Spreadsheet,
  sheets: readonly Sheet[],
  contents: readonly SheetContent[],
): Snapshot | null {
  const broken = brokenNames(book, contents);
  const areas = contents.map((content) => contractAreas(content));
  if (!isChecklist((name) => broken.includes(name) || areas.some((found) => found.has(name))))
    return null;
  const days = new Days(() => book.getSpreadsheetTimeZone());
  const names: Record<string, NamedRange> = {};
  contents.forEach((content, index) => {
    const found = areas[index];
    if (!found || found.size === 0) return;
    const rules = content.sheet.getDataRange().getDataValidations();
    for (const [name, area] of found) names[name] = namedRange(name, area, content, rules, days);
  });
  return { sheets: sheets.map((sheet) => sheetState(sheet)), names, brokenNames: broken };
}

function namedRange(
  name: string,
  area: Area,
  { title, values, formulas }: SheetContent,
  rules: readonly (readonly (DataValidation | null)[])[],
  days: Days,
): NamedRange {
  const valueLines: CellValue[][] = [];
  const formulaLines: (string | null)[][] = [];
  let hasInputRule = false;
  const rows = Math.min(area.rows, MOST_ROWS);
  for (let row = area.row; row < area.row + rows; row += 1) {
    const valueLine: CellValue[] = [];
    const formulaLine: (string | null)[] = [];
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const raw = values[row - 1]?.[column - 1];
      const formula = formulas[row - 1]?.[column - 1] ?? "";
      valueLine.push(
        formula === "" ? cellValue(raw, name, days) : calculatedValue(raw, name, days),
      );
      formulaLine.push(formula === "" ? null : fromSheets(formula));
      if (rules[row - 1]?.[column - 1]) hasInputRule = true;
    }
    valueLines.push(valueLine);
    formulaLines.push(formulaLine);
  }
  return { ...area, sheet: title, values: valueLines, formulas: formulaLines, hasInputRule };
}

function sheetState(sheet: Sheet): SheetState {
  return {
    name: sheet.getName(),
    visible: !sheet.isSheetHidden(),
    isProtected: ofCells(
      sheet,
      () => sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length > 0,
      false,
    ),
  };
}
