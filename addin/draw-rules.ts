/** Draws what guides the user: drop-downs and messages, colour rules, bars. */

import { FIRST_ENTRY_DAY } from "../core/audit/dates.ts";
import type { ColorRule, InputRule, SheetPlan } from "../core/workbook/port.ts";
import type { Canvas } from "./canvas.ts";

/** Inputs that accept and say the same are one. */
export function joinedInputs(inputs: readonly InputRule[]): InputRule[] {
  const joined = new Map<string, InputRule>();
  for (const input of inputs) {
    const { areas, ...meaning } = input;
    const key = JSON.stringify(meaning);
    const known = joined.get(key);
    joined.set(key, known ? { ...known, areas: [...known.areas, ...areas] } : input);
  }
  return [...joined.values()];
}

export function drawInput(canvas: Canvas, { areas, accepts, prompt, refusal }: InputRule): void {
  for (const { dataValidation: validation } of canvas.areas(areas)) {
    if (accepts.kind === "list") {
      validation.rule = { list: { inCellDropDown: true, source: accepts.values.join(",") } };
    } else if (accepts.kind === "date") {
      validation.rule = { date: { formula1: FIRST_ENTRY_DAY, operator: "GreaterThanOrEqualTo" } };
    } else {
      // A prompt needs a rule to hang on; this one lets everything pass, in any language.
      validation.rule = { custom: { formula: "=1" } };
    }
    if (prompt) validation.prompt = { showPrompt: true, ...prompt };
    if (refusal) validation.errorAlert = { showAlert: true, style: "Stop", ...refusal };
  }
}

const SIDES = ["top", "bottom", "left", "right"] as const;

export function drawColor(canvas: Canvas, rule: ColorRule): void {
  const [first] = rule.areas;
  if (!first) return;
  const target = rule.areas.length === 1 ? canvas.range(first) : canvas.together(rule.areas);
  const added = target.conditionalFormats.add("Custom");
  added.custom.rule.formula = `=${rule.formula}`;
  const { format } = added.custom;
  const { fill, color, bold, edge } = rule.style;
  if (fill !== undefined) format.fill.color = fill;
  if (color !== undefined) format.font.color = color;
  if (bold) format.font.bold = true;
  if (edge !== undefined) {
    for (const side of SIDES) {
      const border = format.borders[side];
      border.style = "Continuous";
      border.color = edge;
    }
  }
  if (rule.stop) added.stopIfTrue = true;
}

export function drawBars(canvas: Canvas, plan: SheetPlan): void {
  for (const bar of plan.bars) {
    const { dataBar } = canvas.range(bar.area).conditionalFormats.add("DataBar");
    dataBar.lowerBoundRule = { type: "Number", formula: "=0" };
    // There is no decimal mark that every language reads.
    dataBar.upperBoundRule = { type: "Number", formula: `=${Math.round(bar.full * 100)}/100` };
    dataBar.positiveFormat.set({ fillColor: bar.fill, borderColor: bar.edge, gradientFill: false });
  }
}
