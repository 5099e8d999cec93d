/** Drop-downs, their messages and colour rules of the test host. */

import type { Area } from "../../../core/workbook/port.ts";
import type { Book, Cell, ColorFormat, Sheet, Validation } from "./book.ts";
import { ApiError } from "./failure.ts";
import { Collection, type Member, Node } from "./node.ts";
import { checked, guard, isText, oneOf, positions } from "./places.ts";

export function validationNode(book: Book, sheet: Sheet, areas: readonly Area[]): Node {
  const change = (apply: (validation: Validation) => Validation) => {
    guard(book, sheet, areas, "format");
    for (const [row, column] of positions(areas)) {
      const cell = book.cell(sheet, row, column);
      cell.validation = apply(cell.validation ?? { rule: {}, prompt: null, errorAlert: null });
    }
  };
  return new Node("DataValidation", {
    type: {
      get: () =>
        validationType([...positions(areas)].map(([row, column]) => book.peek(sheet, row, column))),
    },
    rule: {
      set: (value) => {
        const rule = checkedRule(value);
        change((validation) => ({ ...validation, rule }));
      },
    },
    prompt: {
      set: (value) => {
        const prompt = checkedMessage(value, 255);
        change((validation) => ({ ...validation, prompt }));
      },
    },
    errorAlert: {
      set: (value) => {
        const errorAlert = checkedMessage(value, 225);
        change((validation) => ({ ...validation, errorAlert }));
      },
    },
  });
}

export function colorFormatsNode(book: Book, sheet: Sheet, areas: readonly Area[]): Node {
  return new Collection(
    "ConditionalFormatCollection",
    () => [],
    () => null,
    {
      add: {
        call: (type) => {
          guard(book, sheet, areas, "format");
          const format: ColorFormat = {
            id: `cf${sheet.colorFormats.length + 1}`,
            type: checked(type, oneOf("Custom", "DataBar")),
            areas: [...areas],
            formula: null,
            stopIfTrue: false,
            looks: {},
          };
          // A new rule is asked first.
          sheet.colorFormats.unshift(format);
          return colorNode(book, format);
        },
      },
    },
  );
}

function validationType(cells: readonly (Cell | undefined)[]): string {
  const kinds = new Set(cells.map((cell) => JSON.stringify(cell?.validation?.rule ?? null)));
  if (kinds.size > 1) return kinds.has("null") ? "MixedCriteria" : "Inconsistent";
  const [only = "null"] = kinds;
  if (only === "null") return "None";
  const rule = JSON.parse(only) as Record<string, unknown>;
  return "list" in rule ? "List" : "date" in rule ? "Date" : "Custom";
}

function checkedRule(value: unknown): Record<string, unknown> {
  const rule = value as Record<string, Record<string, unknown> | undefined>;
  const kinds = Object.keys(rule);
  const [kind] = kinds;
  if (kinds.length !== 1 || !["list", "date", "custom"].includes(kind ?? ""))
    throw new ApiError("InvalidArgument");
  const source = rule.list?.source;
  if (kind === "list" && (!isText(source) || source === "" || source.length > 255))
    throw new ApiError("InvalidArgument");
  return rule;
}

function checkedMessage(value: unknown, longest: number): Record<string, unknown> {
  const message = value as Record<string, unknown>;
  const title = isText(message.title) ? message.title : "";
  const text = isText(message.message) ? message.message : "";
  if (title.length > 32 || text.length > longest)
    throw new ApiError("InvalidArgument", "the message is too long");
  return message;
}

/** Whether a formula that has no form for other languages means here what it means in English. */
export const isUnderstood = (formula: unknown, { language }: Book["settings"]): boolean =>
  language === "en" || !/\d\.\d|TRUE|FALSE/.test(String(formula));

function colorNode(book: Book, format: ColorFormat): Node {
  const look = (key: string): Member => ({
    set: (value) => {
      format.looks[key] = value;
    },
  });
  const bound = (key: string): Member => ({
    set: (value) => {
      const { formula } = value as { formula?: unknown };
      if (!isUnderstood(formula, book.settings))
        throw new ApiError("InvalidArgument", String(formula));
      format.looks[key] = value;
    },
  });
  const inner = (): Node =>
    new Node("ConditionalRangeFormat", {
      fill: { nav: () => new Node("ConditionalRangeFill", { color: look("fill.color") }) },
      font: {
        nav: () =>
          new Node("ConditionalRangeFont", { color: look("font.color"), bold: look("font.bold") }),
      },
      borders: {
        nav: () =>
          new Node(
            "ConditionalRangeBorderCollection",
            Object.fromEntries(
              ["top", "bottom", "left", "right"].map((side) => [
                side,
                {
                  nav: () =>
                    new Node("ConditionalRangeBorder", {
                      style: look(`${side}.style`),
                      color: look(`${side}.color`),
                    }),
                },
              ]),
            ),
          ),
      },
    });
  return new Node(
    "ConditionalFormat",
    {
      id: { get: () => format.id },
      stopIfTrue: {
        set: (value) => {
          format.stopIfTrue = value === true;
        },
      },
      custom: {
        nav: () =>
          new Node("CustomConditionalFormat", {
            rule: {
              nav: () =>
                new Node("ConditionalFormatRule", {
                  formula: {
                    set: (value) => {
                      if (!isText(value) || !value.startsWith("="))
                        throw new ApiError("InvalidArgument");
                      format.formula = value;
                    },
                  },
                }),
            },
            format: { nav: inner },
          }),
      },
      dataBar: {
        nav: () =>
          new Node("DataBarConditionalFormat", {
            lowerBoundRule: bound("lowerBoundRule"),
            upperBoundRule: bound("upperBoundRule"),
            positiveFormat: {
              nav: () =>
                new Node("ConditionalDataBarPositiveFormat", {
                  fillColor: look("fillColor"),
                  borderColor: look("borderColor"),
                  gradientFill: look("gradientFill"),
                }),
            },
          }),
      },
    },
    format.id,
  );
}
