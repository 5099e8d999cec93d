/** Cells that somebody merged with another program are told of, because each of them still counts. */

import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { issueSentence } from "../../core/words/issues.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { readSnapshot } from "../../xlsx/read.ts";

it("names the merged answers of a file that exceljs has saved, and no merged headings", async () => {
  const book = new ExcelJS.Workbook();
  const drawn = await drawBlueprint(blueprint(checklist31, blankInputs(checklist31)));
  // The library's types want another edition of Buffer than Node's own.
  await book.xlsx.load(drawn.buffer as ArrayBuffer);
  book.getWorksheet("Checklist")?.mergeCells("H5:H8");
  book.getWorksheet("Checklist")?.mergeCells("D4:H4");
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const snapshot = readSnapshot(bytes);
  if (!snapshot) throw new Error("The checklist is gone.");
  const found = report(EDITIONS, snapshot).issues.filter(({ code }) => code === "cellsMerged");
  expect(found.map((issue) => issueSentence(issue))).toEqual([
    "Checklist!H5:H8: merged cells show only the first of their answers, and each counts. Unmerge them, and fill each cell.",
  ]);
});
