/** The preliminary score as the audit summary tells it, kept so that later differences can be seen. */

import type { IsoDate, ItemId } from "../checklist/domain.ts";
import type { Answer } from "./answers.ts";
import type { Evaluation, ItemResult } from "./evaluate.ts";
import type { SummaryRecord } from "./records.ts";

const LETTERS: Readonly<Record<Answer, string>> = { met: "M", notMet: "N", unanswered: "-" };

export function summaryRecord(evaluation: Evaluation, on: IsoDate): SummaryRecord {
  const { total, sections } = evaluation.scores.preliminary;
  const answers = evaluation.items.map((row) => LETTERS[row.auditor]).join("");
  return { on, total, sections, answers };
}

/** The items whose validation is not what it was then. */
export function summaryChanges(
  record: SummaryRecord,
  rows: readonly Pick<ItemResult, "id" | "auditor">[],
): ItemId[] {
  return rows
    .filter((row, index) => (record.answers[index] ?? "-") !== LETTERS[row.auditor])
    .map((row) => row.id);
}
