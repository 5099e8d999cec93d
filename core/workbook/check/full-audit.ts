/** A renewal where a full audit is due. */

import { fullAuditDue } from "../../audit/doubts.ts";
import { judged } from "./judged.ts";
import { placeOf, rule } from "./rule.ts";

export const fullAudit = rule({
  severity: { fullAuditDue: "warning" },
  atHandOver: "fullAuditDue",
  *check(look) {
    const { auditOn, submittedOn } = look.reading.inputs;
    const due = fullAuditDue(judged(look), auditOn ?? submittedOn);
    const { renewal } = look.checklist;
    if (due === null || renewal === null) return;
    const values = { due, months: renewal.fullAuditMonths };
    yield { code: "fullAuditDue", place: placeOf(look, "Engagement"), values };
  },
});
