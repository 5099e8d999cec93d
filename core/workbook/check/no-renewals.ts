/** A renewal where the checklist knows none. */

import { ENGAGEMENT_WORDS } from "../fields.ts";
import { cellText, firstCell } from "../read/locate.ts";
import { placeOf, rule } from "./rule.ts";

export const noRenewals = rule({
  severity: { noRenewals: "warning" },
  *check(look) {
    if (look.checklist.renewal !== null) return;
    const found = cellText(firstCell(look.snapshot, "Engagement")?.value ?? null).trim();
    if (found.toLowerCase() !== ENGAGEMENT_WORDS.renewal.toLowerCase()) return;
    yield { code: "noRenewals", place: placeOf(look, "Engagement"), values: {} };
  },
});
