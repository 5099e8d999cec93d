/** What a closure's day means for the state of its item. */

import { placeIn, rule } from "./rule.ts";

export const closureFaults = rule({
  severity: {
    closureIgnored: "warning",
    closureLate: "warning",
    closureWithoutReceipt: "warning",
    closedBeforeAudit: "warning",
  },
  *check(look) {
    const { inputs } = look.reading;
    for (const { id: item, actionState } of look.evaluation.items) {
      const closedOn = inputs.items[item]?.closedOn ?? null;
      if (closedOn === null) continue;
      const place = placeIn(look, "Closed_On", item);
      if (actionState === null) yield { code: "closureIgnored", place, values: { item } };
      else if (actionState === "late") {
        const due = look.evaluation.deadlines.actionItemsDueOn;
        yield { code: "closureLate", place, values: { item, due } };
      } else if (actionState === "open")
        yield { code: "closureWithoutReceipt", place, values: { item } };
      if (inputs.auditOn !== null && closedOn < inputs.auditOn)
        yield { code: "closedBeforeAudit", place, values: { item } };
    }
  },
});
