/** Drop-downs, date cells, colour rules, share bars and filters of a blueprint, as Univer stores them. */

import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleBase,
} from "@univerjs/core";
import { FIRST_ENTRY_DAY } from "../../core/audit/dates.ts";
import { shiftFormula } from "../../core/workbook/a1.ts";
import type { Area, Blueprint, ColorRule, InputRule, ShareBar } from "../../core/workbook/port.ts";
import { sheetId } from "./sheet-ids.ts";

export const rangeOf = ({ row, column, rows, columns }: Area): IRange => ({
  startRow: row - 1,
  endRow: row + rows - 2,
  startColumn: column - 1,
  endColumn: column + columns - 2,
});

/** One rule an area: Univer loses all but one of several areas under one rule. */
export function inputResource(blueprint: Blueprint): Record<string, ISheetDataValidationRule[]> {
  const bySheet: Record<string, ISheetDataValidationRule[]> = {};
  for (const plan of blueprint.sheets) {
    const rules: ISheetDataValidationRule[] = [];
    for (const input of plan.inputs) {
      for (const area of input.areas) {
        const kind = restriction(input);
        if (kind)
          rules.push({
            ...kind,
            uid: `${plan.name}-input${rules.length}`,
            ranges: [rangeOf(area)],
          });
      }
    }
    if (rules.length > 0) bySheet[sheetId(blueprint, plan.name)] = rules;
  }
  return bySheet;
}

function restriction(rule: InputRule): Omit<ISheetDataValidationRule, "uid" | "ranges"> | null {
  const { accepts, refusal } = rule;
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: DataValidationErrorStyle.STOP,
    ...(refusal ? { error: refusal.message, errorTitle: refusal.title } : {}),
  };
  if (accepts.kind === "list") {
    return {
      ...common,
      type: DataValidationType.LIST,
      formula1: accepts.values.join(","),
      renderMode: DataValidationRenderMode.ARROW,
    };
  }
  if (accepts.kind === "date") {
    return {
      ...common,
      type: DataValidationType.DATE,
      operator: DataValidationOperator.GREATER_THAN_OR_EQUAL,
      formula1: FIRST_ENTRY_DAY,
    };
  }
  return null;
}

interface ColorEntry {
  readonly cfId: string;
  readonly ranges: readonly IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: object;
}

export function colorResource(blueprint: Blueprint): Record<string, ColorEntry[]> {
  const bySheet: Record<string, ColorEntry[]> = {};
  for (const plan of blueprint.sheets) {
    const rules: ColorEntry[] = [];
    for (const color of plan.colors) {
      for (const area of color.areas)
        rules.push(colorEntry(color, area, `${plan.name}-color${rules.length}`));
    }
    for (const bar of plan.bars) rules.push(barEntry(bar, `${plan.name}-bar${rules.length}`));
    if (rules.length > 0) bySheet[sheetId(blueprint, plan.name)] = rules;
  }
  return bySheet;
}

/** A rule's formula is meant for its first area; each further one gets its own, shifted. */
function colorEntry(color: ColorRule, area: Area, cfId: string): ColorEntry {
  const first = color.areas[0] ?? area;
  const formula = shiftFormula(color.formula, area.row - first.row, area.column - first.column);
  const style: IStyleBase = {};
  if (color.style.fill !== undefined) style.bg = { rgb: color.style.fill };
  if (color.style.color !== undefined) style.cl = { rgb: color.style.color };
  if (color.style.bold) style.bl = 1;
  return {
    cfId,
    ranges: [rangeOf(area)],
    stopIfTrue: color.stop ?? false,
    rule: { type: "highlightCell", subType: "formula", value: `=${formula}`, style },
  };
}

export function filterResource(blueprint: Blueprint): Record<string, { ref: IRange }> {
  return Object.fromEntries(
    blueprint.sheets.flatMap(({ name, filter }) =>
      filter ? [[sheetId(blueprint, name), { ref: rangeOf(filter) }]] : [],
    ),
  );
}

function barEntry({ area, fill, full }: ShareBar, cfId: string): ColorEntry {
  return {
    cfId,
    ranges: [rangeOf(area)],
    stopIfTrue: false,
    rule: {
      type: "dataBar",
      isShowValue: true,
      config: {
        min: { type: "num", value: 0 },
        max: { type: "num", value: full },
        isGradient: false,
        positiveColor: fill,
        nativeColor: fill,
      },
    },
  };
}
