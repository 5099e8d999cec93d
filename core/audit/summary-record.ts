/** The preliminary score as the audit summary tells it, kept so that later differences can be seen. */

import type { IsoDate, ItemId } from "../checklist/domain.ts";
import type { Evaluation, ItemResult } from "./evaluate.ts";
import type { SummaryRecord } from "./records.ts";

export function summaryRecord(evaluation: Evaluation, on: IsoDate): SummaryRecord {
  const { total, sections } = evaluation.scores.preliminary;
  const answers = Object.fromEntries(evaluation.items.map((row) => [row.id, row.auditor]));
  return { on, total, sections, answers };
}

/** The items whose validation is not what it was then; one that did not exist then was unanswered. */
export function summaryChanges(
  record: SummaryRecord,
  rows: readonly Pick<ItemResult, "id" | "auditor">[],
): ItemId[] {
  return rows
    .filter(({ id, auditor }) => (record.answers[id] ?? "unanswered") !== auditor)
    .map((row) => row.id);
}
