/** An end that came too early or too late, or with work left over. */

import { closing } from "../../audit/closing.ts";
import { placeIn, placeOf, rule } from "./rule.ts";

export const closingFaults = rule({
  severity: {
    closureAfterDue: "warning",
    closureAfterReport: "warning",
    reportTooEarly: "warning",
    reportTooLate: "warning",
    closedUnfinished: "warning",
  },
  *check(look) {
    const { inputs } = look.reading;
    const { evaluation } = look;
    const found = closing({ ...evaluation, ...inputs, items: evaluation.items });
    const { actionItemsDueOn: due, finalReportOn: last } = evaluation.deadlines;
    const on = inputs.reportReceivedOn;
    const [late] = found.afterDue;
    if (late && due) {
      const place = placeIn(look, "Closed_On", late);
      yield { code: "closureAfterDue", place, values: { items: found.afterDue, due } };
    }
    const [after] = found.afterReport;
    if (after && on) {
      const place = placeIn(look, "Closed_On", after);
      yield { code: "closureAfterReport", place, values: { items: found.afterReport, on } };
    }
    const place = placeOf(look, "Report_Received_On");
    if (found.isReportEarly && on && due)
      yield { code: "reportTooEarly", place, values: { on, due } };
    if (found.isReportLate && on && last)
      yield { code: "reportTooLate", place, values: { on, last } };
    const { unvalidated, unplanned, isSigned } = found;
    if (inputs.phase !== "closed" || (unvalidated.length + unplanned.length === 0 && isSigned))
      return;
    const values = { unvalidated, unplanned, isSigned };
    yield { code: "closedUnfinished", place: placeOf(look, "Phase"), values };
  },
});
