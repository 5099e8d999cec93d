/** The list of services against the answer of its item. */

import { servicesJudged } from "../../audit/doubts.ts";
import { judged } from "./judged.ts";
import { placeOf, rule } from "./rule.ts";

export const servicesAgainstAnswer = rule({
  severity: { servicesDisagree: "warning", servicesAllCompliant: "warning" },
  atHandOver: "servicesDisagree",
  *check(look) {
    const found = servicesJudged(look.checklist, judged(look));
    if (found === null) return;
    const { item, self, auditor, assessed, blank, lacking } = found;
    const open = blank.length + lacking.length;
    const place = placeOf(look, "Service_Compliant");
    if (open > 0 && (self === "met" || auditor === "met")) {
      const side = self === "met" ? "self" : "auditor";
      yield { code: "servicesDisagree", place, values: { item, open, side } };
    }
    if (self === "notMet" && open === 0 && assessed > 0)
      yield { code: "servicesAllCompliant", place, values: { item } };
  },
});
