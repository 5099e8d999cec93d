/** A preliminary score that is not what the audit summary told. */

import { summaryChanges } from "../../audit/summary-record.ts";
import { rule } from "./rule.ts";

export const summaryAgainstAnswers = rule({
  severity: { summaryDiffers: "warning" },
  *check({ reading, evaluation }) {
    const { summary } = reading.inputs.records;
    if (summary === null) return;
    const live = evaluation.scores.preliminary.total;
    const items = summaryChanges(summary, evaluation.items);
    if (live === summary.total && items.length === 0) return;
    const values = { stored: summary.total, on: summary.on, live, items };
    yield { code: "summaryDiffers", place: null, values };
  },
});
