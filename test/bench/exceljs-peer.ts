/** The same workbook written by exceljs, as a peer: cells, formulas, styles, lists, colour rules, names, pages, protection. */

import ExcelJS from "exceljs";
import { areaAddress } from "../../core/workbook/a1.ts";
import type { Blueprint, CellStyle, Edge, SheetPlan } from "../../core/workbook/port.ts";

const argb = (color: string) => ({ argb: `FF${color.slice(1).toUpperCase()}` });
const solid = (color: string): ExcelJS.Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: argb(color),
  bgColor: argb(color),
});
const line = (edge: Edge): ExcelJS.Border => ({ style: edge.weight, color: argb(edge.color) });

export async function writeWithExcelJs(plan: Blueprint): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of plan.sheets) {
    const target = book.addWorksheet(sheet.name, {
      state: sheet.visibility,
      views: [
        {
          state: "frozen",
          xSplit: sheet.freeze?.columns ?? 0,
          ySplit: sheet.freeze?.rows ?? 0,
          showGridLines: false,
        },
      ],
      pageSetup: { orientation: sheet.page.orientation, paperSize: 9 },
      headerFooter: { oddHeader: "&LKestrel&RValidation Checklist v3.1" },
    });
    await drawSheet(target, sheet, plan);
  }
  for (const name of plan.names) {
    book.definedNames.add(`'${name.sheet}'!${areaAddress(name.area, true)}`, name.name);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function drawSheet(
  target: ExcelJS.Worksheet,
  sheet: SheetPlan,
  plan: Blueprint,
): Promise<void> {
  target.columns = sheet.columns.map(({ width, hidden }) => ({ width: width / 7, hidden }));
  for (const [row, height] of sheet.rowHeights) target.getRow(row).height = height;
  for (const cell of sheet.cells) {
    const to = target.getCell(cell.row, cell.column);
    const value = typeof cell.value === "object" ? null : cell.value;
    to.value =
      cell.formula === undefined
        ? value
        : { formula: cell.formula, result: value ?? "", date1904: false };
    to.style = styleOf(plan.styles[cell.style] ?? {});
  }
  for (const area of sheet.unlocked) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        target.getCell(row, column).protection = { locked: false };
      }
    }
  }
  for (const { areas, accepts, prompt, refusal } of sheet.inputs) {
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        target.getCell(row, area.column).dataValidation = {
          type: "list",
          allowBlank: true,
          formulae: [accepts.kind === "list" ? `"${accepts.values.join(",")}"` : "1"],
          showInputMessage: prompt !== undefined,
          showErrorMessage: refusal !== undefined,
          promptTitle: prompt?.title ?? "",
          prompt: prompt?.message ?? "",
          errorTitle: refusal?.title ?? "",
          error: refusal?.message ?? "",
        };
      }
    }
  }
  for (const { areas, formula, style } of sheet.colors) {
    target.addConditionalFormatting({
      ref: areas.map((area) => areaAddress(area)).join(" "),
      rules: [
        {
          type: "expression",
          priority: 1,
          formulae: [formula],
          style: {
            ...(style.fill ? { fill: solid(style.fill) } : {}),
            ...(style.color
              ? { font: { color: argb(style.color), bold: style.bold ?? false } }
              : {}),
          },
        },
      ],
    });
  }
  await target.protect("", { autoFilter: true });
}

function styleOf(style: CellStyle): Partial<ExcelJS.Style> {
  const { top, right, bottom, left } = style.borders ?? {};
  return {
    font: {
      name: "Calibri",
      size: style.size ?? 11,
      bold: style.bold ?? false,
      underline: style.underline ?? false,
      ...(style.color ? { color: argb(style.color) } : {}),
    },
    alignment: {
      wrapText: style.wrap ?? false,
      indent: style.indent ?? 0,
      ...(style.horizontal ? { horizontal: style.horizontal } : {}),
      ...(style.vertical
        ? { vertical: style.vertical === "center" ? "middle" : style.vertical }
        : {}),
    },
    border: {
      ...(top ? { top: line(top) } : {}),
      ...(right ? { right: line(right) } : {}),
      ...(bottom ? { bottom: line(bottom) } : {}),
      ...(left ? { left: line(left) } : {}),
    },
    ...(style.fill ? { fill: solid(style.fill) } : {}),
    ...(style.numberFormat ? { numFmt: style.numberFormat } : {}),
  };
}
