/** The same workbook written by exceljs, as a peer: every cell, formula, style, list and colour rule of the blueprint. */

import ExcelJS from "exceljs";
import { areaAddress, type Blueprint, type CellStyle } from "../../core/index.ts";

const argb = (color: string) => ({ argb: `FF${color.slice(1).toUpperCase()}` });
const solid = (color: string): ExcelJS.Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: argb(color),
  bgColor: argb(color),
});

export async function writeWithExcelJs(plan: Blueprint): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of plan.sheets) {
    const target = book.addWorksheet(sheet.name, { state: sheet.visibility });
    target.columns = sheet.columns.map((column) => ({
      width: column.width / 7,
      hidden: column.hidden,
    }));
    for (const [row, height] of sheet.rowHeights) target.getRow(row).height = height;
    for (const cell of sheet.cells) {
      const to = target.getCell(cell.row, cell.column);
      const value = typeof cell.value === "object" ? null : cell.value;
      to.value =
        cell.formula === undefined
          ? value
          : { formula: cell.formula, result: value ?? "", date1904: false };
      applyStyle(to, plan.styles[cell.style] ?? {});
    }
    for (const rule of sheet.inputs) {
      if (rule.accepts.kind !== "list") continue;
      for (const area of rule.areas) {
        for (let row = area.row; row < area.row + area.rows; row += 1) {
          target.getCell(row, area.column).dataValidation = {
            type: "list",
            allowBlank: true,
            formulae: [`"${rule.accepts.values.join(",")}"`],
          };
        }
      }
    }
    for (const color of sheet.colors) {
      target.addConditionalFormatting({
        ref: color.areas.map((area) => areaAddress(area)).join(" "),
        rules: [
          {
            type: "expression",
            priority: 1,
            formulae: [color.formula],
            style: color.style.fill ? { fill: solid(color.style.fill) } : {},
          },
        ],
      });
    }
    await target.protect("", {});
  }
  for (const name of plan.names) {
    book.definedNames.add(`'${name.sheet}'!${areaAddress(name.area, true)}`, name.name);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function applyStyle(cell: ExcelJS.Cell, style: CellStyle): void {
  cell.font = {
    name: "Calibri",
    size: style.size ?? 11,
    bold: style.bold ?? false,
    ...(style.color ? { color: argb(style.color) } : {}),
  };
  if (style.fill) cell.fill = solid(style.fill);
  if (style.numberFormat) cell.numFmt = style.numberFormat;
  cell.alignment = {
    wrapText: style.wrap ?? false,
    ...(style.horizontal ? { horizontal: style.horizontal } : {}),
    ...(style.vertical
      ? { vertical: style.vertical === "center" ? "middle" : style.vertical }
      : {}),
  };
}
