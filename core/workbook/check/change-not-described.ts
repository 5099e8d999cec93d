/** Disclosed changes without a word on what changed. */

import { undescribedChanges } from "../../audit/doubts.ts";
import { judged } from "./judged.ts";
import { placeIn, rule } from "./rule.ts";

export const changesNotDescribed = rule({
  severity: { changeNotDescribed: "warning" },
  atHandOver: "whatChanged",
  *check(look) {
    for (const item of undescribedChanges(judged(look)))
      yield {
        code: "changeNotDescribed",
        place: placeIn(look, "What_Changed", item),
        values: { item },
      };
  },
});
