/** Builders of rules and styles, as strict about what they are given as Sheets is. */

import { parseFormula, speakFormula, speaksEnglish } from "./locale.ts";
import { addressOf, rangeOf, rangeState } from "./range.ts";
import { mismatch, ServiceError, self, strict } from "./strict.ts";
import { taken } from "./typing.ts";
import { validationObject } from "./validation.ts";
import type { ColorRuleState, Validation, World } from "./world.ts";

type ValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type ColorBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type ColorRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type TextStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

const COLOR = /^#[0-9a-f]{6}$/i;

function checkColor(color: unknown): void {
  if (color !== null && (typeof color !== "string" || !COLOR.test(color))) {
    throw new ServiceError(`Invalid color: ${String(color)}`);
  }
}

export function validationBuilder(world: World): ValidationBuilder {
  let kind: Validation["kind"] | null = null;
  let values: readonly string[] = [];
  let allowInvalid = true;
  let help: string | null = null;
  return strict<ValidationBuilder>(world, "DataValidationBuilder", {
    requireValueInList: (list: string[]) => {
      if (!Array.isArray(list) || list.length > 500)
        throw mismatch("DataValidationBuilder", "requireValueInList", [list]);
      kind = "list";
      values = [...list];
      return self();
    },
    requireDate: () => {
      kind = "date";
      return self();
    },
    requireFormulaSatisfied: (formula) => {
      const parsed = parseFormula(world.locale, formula);
      if (!formula.startsWith("=") || parsed === null || speaksEnglish(world.locale, formula)) {
        throw new ServiceError("The formula is not valid.");
      }
      kind = "formula";
      return self();
    },
    setAllowInvalid: (allow) => {
      allowInvalid = allow;
      return self();
    },
    setHelpText: (text) => {
      help = text;
      return self();
    },
    build: () => {
      if (kind === null) throw new ServiceError("A data validation rule needs a criterion.");
      return validationObject(world, { kind, values, allowInvalid, help });
    },
  });
}

const rules = new WeakMap<object, ColorRuleState>();

export function colorRuleState(rule: unknown): ColorRuleState {
  const state = typeof rule === "object" && rule !== null ? rules.get(rule) : undefined;
  if (!state) throw mismatch("Sheet", "setConditionalFormatRules", [rule]);
  return state;
}

export function colorRuleObject(world: World, state: ColorRuleState): ColorRule {
  const { formula, gradient, ranges } = state;
  const rule = strict<ColorRule>(world, "ConditionalFormatRule", {
    getRanges: () => ranges.map(({ sheet, area }) => rangeOf(world, sheet, area)),
    getBooleanCondition: () =>
      formula === null
        ? null
        : strict<GoogleAppsScript.Spreadsheet.BooleanCondition>(world, "BooleanCondition", {
            getCriteriaValues: () => [speakFormula(world.locale, formula)],
          }),
    getGradientCondition: () =>
      gradient
        ? strict<GoogleAppsScript.Spreadsheet.GradientCondition>(world, "GradientCondition", {})
        : null,
  });
  rules.set(rule, state);
  return rule;
}

export function colorBuilder(world: World): ColorBuilder {
  let ranges: ColorRuleState["ranges"] = [];
  let formula: string | null = null;
  let gradient = false;
  let background: string | null = null;
  let hasLook = false;
  const point = (value: string) => {
    const parsed = value.startsWith("=")
      ? parseFormula(world.locale, value)
      : taken(value, "General", world.locale).value;
    if (typeof parsed === "number" || (parsed !== null && value.startsWith("="))) return;
    throw new ServiceError(`Invalid gradient point: ${value}`);
  };
  const look = (color?: unknown) => {
    if (color !== undefined) checkColor(color);
    hasLook = true;
    return self();
  };
  return strict<ColorBuilder>(world, "ConditionalFormatRuleBuilder", {
    setRanges: (given) => {
      ranges = given.map(rangeState);
      return self();
    },
    whenFormulaSatisfied: (text) => {
      const bare = text.replace(/"[^"]*"/g, "");
      const parsed = parseFormula(world.locale, text);
      if (!text.startsWith("=") || /!|[A-Z][a-z]+_[A-Z]/.test(bare) || parsed === null) {
        throw new ServiceError(`Invalid conditional format rule formula: ${text}`);
      }
      formula = parsed;
      return self();
    },
    setBackground: (color) => {
      background = color;
      return look(color);
    },
    setFontColor: (color) => look(color),
    setBold: () => look(),
    setGradientMinpointWithValue: (color, _type, value) => {
      point(value);
      gradient = true;
      return look(color);
    },
    setGradientMaxpointWithValue: (color, _type, value) => {
      point(value);
      gradient = true;
      return look(color);
    },
    build: () => {
      if (ranges.length === 0) throw new ServiceError("A conditional format rule needs ranges.");
      if ((formula === null) === !gradient) {
        throw new ServiceError("A conditional format rule needs exactly one condition.");
      }
      if (!hasLook) throw new ServiceError("A conditional format rule needs a format.");
      const first = ranges[0];
      if (first && ranges.some((range) => range.sheet !== first.sheet)) {
        throw new ServiceError(`${addressOf(first.area)} is on another sheet.`);
      }
      return colorRuleObject(world, { ranges, formula, gradient, background });
    },
  });
}

export function textStyleBuilder(world: World): TextStyleBuilder {
  return strict<TextStyleBuilder>(world, "TextStyleBuilder", {
    setFontFamily: self,
    setFontSize: (size) => {
      if (!(size >= 6 && size <= 400)) throw new ServiceError(`Invalid font size: ${size}`);
      return self();
    },
    setBold: self,
    setUnderline: self,
    setForegroundColor: (color: unknown) => {
      checkColor(color);
      return self();
    },
    build: () => strict<GoogleAppsScript.Spreadsheet.TextStyle>(world, "TextStyle", {}),
  });
}
