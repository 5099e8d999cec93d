/** A renewal after an audit against too old a version. */

import { hasOldVersion } from "../../audit/doubts.ts";
import { judged } from "./judged.ts";
import { placeOf, rule } from "./rule.ts";

export const renewalVersion = rule({
  severity: { renewalVersion: "warning" },
  atHandOver: "renewalVersion",
  *check(look) {
    const found = look.reading.inputs.previousAuditVersion;
    const { renewal } = look.checklist;
    if (renewal === null || !hasOldVersion(look.checklist, judged(look))) return;
    const values = { found, oldest: renewal.oldestVersion };
    yield { code: "renewalVersion", place: placeOf(look, "Previous_Audit_Version"), values };
  },
});
