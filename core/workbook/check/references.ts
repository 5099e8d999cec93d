/** The table of customer references against the audit's day and the answer of the item that asks for them. */

import { countReferences, referenceAge } from "../../audit/references.ts";
import { cellIn } from "../read/locate.ts";
import { placeOf, rule } from "./rule.ts";

export const customerReferences = rule({
  severity: { referenceAfterAudit: "warning", referencesDisagree: "warning" },
  atHandOver: "references",
  *check(look) {
    const { checklist, snapshot, reading, evaluation } = look;
    const { references: asked } = checklist;
    const { inputs } = reading;
    const { references } = inputs.prerequisites;
    const after = references.flatMap((reference, at) =>
      referenceAge(asked, reference, inputs) === "afterAudit" ? [at] : [],
    );
    const dates = snapshot.names.Prerequisite_Reference_On;
    if (dates && after.length > 0)
      yield {
        code: "referenceAfterAudit",
        place: cellIn(dates, after[0] ?? 0).place,
        values: { customers: after.map((at) => references[at]?.customer ?? "") },
      };
    const row = evaluation.items.find(({ id }) => id === asked.item);
    if (row?.scope !== "audited" || (row.self !== "met" && row.auditor !== "met")) return;
    // Until the audit has a day nobody can say that they are too few.
    const { counting, enough } = countReferences(asked, references, inputs, { hopeful: true });
    if (enough) return;
    const { needed, publicNeeded } = asked;
    const place = placeOf(look, "Prerequisite_Reference");
    yield {
      code: "referencesDisagree",
      place,
      values: { item: row.id, counting, needed, publicNeeded },
    };
  },
});
