/** The page's workbook against the contract of the port, with a grid and before one has loaded. */

import { EDITIONS } from "../../core/workbook/built-in.ts";
import { PreviewWorkbook } from "../../preview/workbook.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { describeScenario } from "../contract/scenario-suite.ts";
import { type ContractHost, describeWorkbookContract } from "../contract/workbook-contract.ts";
import { FakeGrid } from "./fake-grid.ts";

const withGrid = (): ContractHost => {
  const book = new PreviewWorkbook();
  const grid = new FakeGrid();
  void book.show(grid);
  return {
    book,
    reopen: () => openXlsx(EDITIONS, book.bytes()),
    isOpen: (sheet, row, column) => grid.isOpen(sheet, row, column),
  };
};

describeWorkbookContract("The page with its grid", withGrid);
describeScenario("The page with its grid", withGrid);

describeWorkbookContract("The page without its grid", () => {
  const book = new PreviewWorkbook();
  return { book, reopen: () => openXlsx(EDITIONS, book.bytes()) };
});
