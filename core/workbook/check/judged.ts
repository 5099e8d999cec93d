/** A workbook that is checked, as `audit/doubts.ts` judges it. */

import type { Judged } from "../../audit/doubts.ts";
import type { Look } from "./rule.ts";

export const judged = ({ reading: { inputs }, evaluation }: Look): Judged => ({
  renewal: inputs.renewal,
  previousAuditVersion: inputs.previousAuditVersion,
  lastFullAuditOn: inputs.lastFullAuditOn,
  fullAuditOn: evaluation.deadlines.fullAuditOn,
  services: evaluation.services,
  pointsChecked: inputs.pointsChecked,
  items: evaluation.items.map(({ id, scope, self, auditor }) => {
    const own = inputs.items[id];
    return {
      id,
      scope,
      self,
      auditor,
      disclosedChange: own?.disclosedChange ?? false,
      whatChanged: own?.whatChanged ?? "",
    };
  }),
});
