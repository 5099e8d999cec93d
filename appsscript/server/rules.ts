/** Makes what may be entered, and colour rules, into rules of Sheets. */

import type { Area, ColorRule, InputRule, ShareBar } from "../../core/workbook/port.ts";
import { numberFormula, toSheets } from "./formulas.ts";

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Range = GoogleAppsScript.Spreadsheet.Range;

export function validationOf(rule: InputRule): DataValidation {
  const builder = SpreadsheetApp.newDataValidation();
  const { accepts, prompt } = rule;
  if (accepts.kind === "list") builder.requireValueInList([...accepts.values], true);
  else if (accepts.kind === "date") builder.requireDate();
  // Only so that the cell can have a help text; no truth value, which each locale calls otherwise.
  else builder.requireFormulaSatisfied("=1=1");
  builder.setAllowInvalid(accepts.kind === "anything");
  const help = prompt ? `${prompt.title}: ${prompt.message}` : rule.refusal?.message;
  if (help !== undefined) builder.setHelpText(help);
  return builder.build();
}

/** The whole block of a sheet's input rules, `rows` x `columns` from A1 on; null where it has none. */
export function validationGrid(
  inputs: readonly InputRule[],
  rows: number,
  columns: number,
): (DataValidation | null)[][] | null {
  if (inputs.length === 0) return null;
  const grid: (DataValidation | null)[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => null),
  );
  for (const rule of inputs) {
    const validation = validationOf(rule);
    for (const area of rule.areas) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        grid[row - 1]?.fill(validation, area.column - 1, area.column - 1 + area.columns);
      }
    }
  }
  return grid;
}

/** Whether anything of the rule can be drawn here. */
export function isDrawn({ style }: ColorRule): boolean {
  return style.fill !== undefined || style.color !== undefined || style.bold === true;
}

/**
 * Sheets has no edges in colour rules and no bars: rules that only draw an edge are left out, and a share
 * is a scale of colour. Where several rules are true the first one in Sheets, as here, wins.
 */
export function colorRules(
  colors: readonly ColorRule[],
  bars: readonly ShareBar[],
  rangeOf: (area: Area) => Range,
): ConditionalFormatRule[] {
  const rules: ConditionalFormatRule[] = [];
  for (const { areas, formula, style } of colors.filter(isDrawn)) {
    const builder = SpreadsheetApp.newConditionalFormatRule()
      .setRanges(areas.map(rangeOf))
      .whenFormulaSatisfied(toSheets(formula));
    if (style.fill !== undefined) builder.setBackground(style.fill);
    if (style.color !== undefined) builder.setFontColor(style.color);
    if (style.bold) builder.setBold(true);
    rules.push(builder.build());
  }
  const { NUMBER } = SpreadsheetApp.InterpolationType;
  for (const bar of bars) {
    rules.push(
      SpreadsheetApp.newConditionalFormatRule()
        .setRanges([rangeOf(bar.area)])
        .setGradientMinpointWithValue("#ffffff", NUMBER, "0")
        .setGradientMaxpointWithValue(bar.fill, NUMBER, numberFormula(bar.full))
        .build(),
    );
  }
  return rules;
}
