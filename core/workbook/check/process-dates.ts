/** Dates of the process that do not fit together. */

import { placeOf, rule } from "./rule.ts";

export const processDates = rule({
  severity: { reportCrosses: "warning", datesOutOfOrder: "warning" },
  *check(look) {
    const due = look.evaluation.deadlines;
    if (due.reportCrossesActionItems) {
      const values = { report: due.finalReportOn, items: due.actionItemsDueOn };
      yield { code: "reportCrosses", place: placeOf(look, "Summary_Received_On"), values };
    }
    const { inputs } = look.reading;
    const order = [
      ["Submitted_On", inputs.submittedOn],
      ["Audit_On", inputs.auditOn],
      ["Summary_Received_On", inputs.summaryReceivedOn],
      ["Report_Received_On", inputs.reportReceivedOn],
    ] as const;
    let earlier: (typeof order)[number] | null = null;
    for (const step of order) {
      const [later, day] = step;
      if (day === null) continue;
      if (earlier?.[1] && day < earlier[1]) {
        const values = { later, earlier: earlier[0] };
        yield { code: "datesOutOfOrder", place: placeOf(look, later), values };
      }
      earlier = step;
    }
  },
});
