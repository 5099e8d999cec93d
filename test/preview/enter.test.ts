/** What the user of the page asks for, kept as every host keeps it. */

import { movePhase } from "../../core/report/moves.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { readItemAnswer } from "../../core/workbook/write/entries.ts";
import { PreviewWorkbook } from "../../preview/workbook.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { describeEntering } from "../contract/enter-suite.ts";

describeEntering("The page", () => {
  const book = new PreviewWorkbook();
  return {
    build: (plan) => book.build(plan),
    snapshot: () => openXlsx(EDITIONS, book.bytes()).snapshot(),
    answer: (item, side, answer) =>
      book.enter((checklist) => readItemAnswer(checklist, item, side, answer)),
    movePhase: (to, reason) =>
      book.step((snapshot) => movePhase(EDITIONS, snapshot, to, reason, "2026-11-24 18:05")),
    closed: "refused",
    tidies: "entries and steps",
  };
});
