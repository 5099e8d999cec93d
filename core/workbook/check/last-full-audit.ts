/** A renewal of which nobody knows whether it is allowed. */

import { lacksLastFullAudit } from "../../audit/doubts.ts";
import { judged } from "./judged.ts";
import { placeOf, rule } from "./rule.ts";

export const lastFullAudit = rule({
  severity: { lastFullAuditUnknown: "warning" },
  atHandOver: "lastFullAudit",
  *check(look) {
    if (!lacksLastFullAudit(judged(look))) return;
    yield {
      code: "lastFullAuditUnknown",
      place: placeOf(look, "Last_Full_Audit_On"),
      values: {},
    };
  },
});
