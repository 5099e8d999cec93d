/** Action items that are closed without a word on what closed them. */

import { placeIn, rule } from "./rule.ts";

export const closuresWithoutEvidence = rule({
  severity: { closureWithoutEvidence: "warning" },
  *check(look) {
    const bare = look.evaluation.items.filter(({ id, actionState }) => {
      return actionState === "closed" && look.reading.inputs.items[id]?.closureEvidence === "";
    });
    const [first] = bare;
    if (!first) return;
    const place = placeIn(look, "Closure_Evidence", first.id);
    yield { code: "closureWithoutEvidence", place, values: { items: bare.map(({ id }) => id) } };
  },
});
