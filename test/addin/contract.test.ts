/** The Excel host against the contract of the port, with Microsoft's own client library. */

import { afterEach, expect } from "vitest";
import { openExcel } from "../../addin/workbook.ts";
import { cellAddress } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { describeCarried } from "../contract/carried-suite.ts";
import { describeScenario } from "../contract/scenario-suite.ts";
import { type ContractHost, describeWorkbookContract } from "../contract/workbook-contract.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import type { ExcelSettings } from "../fakes/excel/settings.ts";

let host: ExcelHost;

afterEach(() => {
  expect(host.unknown).toEqual([]);
});

const makeHost = (settings: Partial<ExcelSettings> = {}): ContractHost => {
  host = installExcel(settings);
  const excel = host;
  const sheetNamed = (name: string) => {
    const sheet = excel.book.sheetNamed(name);
    if (!sheet) throw new Error(name);
    return sheet;
  };
  return {
    book: openExcel(EDITIONS),
    reopen: () => openExcel(EDITIONS),
    isOpen: (name, row, column) => {
      const sheet = sheetNamed(name);
      return !sheet.protection.on || excel.book.peek(sheet, row, column)?.locked === false;
    },
    hands: {
      insertRow: (sheet, row) => excel.insertRow(sheet, row),
      rename: (sheet, to) => excel.rename(sheet, to),
      type: (sheet, row, column, value) => excel.type(sheet, cellAddress(row, column), value),
    },
    has: (feature) => {
      const overview = sheetNamed("Overview");
      const checklist = sheetNamed("Checklist");
      switch (feature) {
        case "pageSetup":
          return checklist.page.orientation === "Landscape" && checklist.page.titleRows === "$2:$3";
        case "pageHeaders":
          return typeof overview.page.leftHeader === "string" && overview.page.leftHeader !== "";
        case "shareBars":
          return overview.colorFormats.some((format) => format.type === "DataBar");
        case "rowHeights":
          return (checklist.rowHeights.get(5) ?? 0) > 20;
        case "veryHiddenSheets":
          return sheetNamed("Checklist data").visibility === "VeryHidden";
        case "inputPrompts":
          return [...overview.cells.values()].some(
            (cell) => cell.validation?.prompt !== null && cell.validation,
          );
        case "calculation":
          return checklist.cells.size > 0 && excel.value("Overview", "A1") !== "#NAME?";
      }
    },
  };
};

/** Whatever is otherwise than usual, all at once; what meets what is in settings.test.ts. */
const UNUSUAL: Partial<ExcelSettings> = {
  references: "R1C1",
  language: "de",
  areas: ";",
  dates: 1904,
  platform: "OfficeOnline",
  protecting: "before June 2026",
};

describeWorkbookContract("Excel", () => makeHost());
describeWorkbookContract("Excel in German, with R1C1 and days from 1904", () => makeHost(UNUSUAL));
describeScenario("Excel", () => makeHost());
describeCarried("Excel", () => makeHost(), { large: false });
