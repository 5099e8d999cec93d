/** Items not met whose points the source lost. */

import { doubtfulPoints, openPointsSpread } from "../../audit/doubts.ts";
import { judged } from "./judged.ts";
import { rule } from "./rule.ts";

export const reconstructedPoints = rule({
  severity: { reconstructed: "warning" },
  atHandOver: "reconstructed",
  *check(look) {
    const items = doubtfulPoints(look.checklist, judged(look)).map(({ id }) => id);
    if (items.length === 0) return;
    const values = { items, ...openPointsSpread(look.checklist) };
    yield { code: "reconstructed", place: null, values };
  },
});
