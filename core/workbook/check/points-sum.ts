/** Points that people may enter make a sum that is known. */

import { openItems } from "../../checklist/lookup.ts";
import { rule } from "./rule.ts";

export const pointsSum = rule({
  severity: { pointsSum: "warning" },
  *check({ checklist, evaluation }) {
    const { most, openValues } = checklist;
    const sum = evaluation.items.reduce((total, row) => total + row.ifMet, 0);
    if (sum === most) return;
    const open = openItems(checklist).map(({ id }) => id);
    const values = { sum, most, open, openSum: openValues?.sum ?? 0 };
    // More than there is to reach can be no total; less is for whoever knows the published values to judge.
    yield { code: "pointsSum", place: null, values, severity: sum > most ? "error" : "warning" };
  },
});
