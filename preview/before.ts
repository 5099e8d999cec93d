/** Answers of another version that wait in a workbook to be confirmed. */

import type { ItemId } from "../core/checklist/domain.ts";
import { type AnswerBefore, answersBefore } from "../core/migrate/before.ts";
import type { PreviewWorkbook } from "./workbook.ts";

const allIn = (workbook: PreviewWorkbook): ReadonlyMap<string, AnswerBefore> => {
  const snapshot = workbook.snapshot();
  return snapshot ? answersBefore(snapshot) : new Map();
};

/** What was said of an item; null where nothing was. */
export const answerBefore = (workbook: PreviewWorkbook, id: ItemId): AnswerBefore | null =>
  allIn(workbook).get(id) ?? null;

/** How many still wait. */
export function waitingIn(workbook: PreviewWorkbook): number {
  const before = allIn(workbook);
  const items = workbook.report()?.items ?? [];
  return items.filter(({ id, self }) => self === "unanswered" && before.has(id)).length;
}
