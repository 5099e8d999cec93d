/** Dates that are text, or none. */

import { foundOf } from "../read/cells.ts";
import { cellText } from "../read/locate.ts";
import { rule } from "./rule.ts";

/** Without these two nobody knows which closures count. */
const SCORED: readonly string[] = ["Summary_Received_On", "Closed_On"];

export const oddDates = rule({
  severity: { dateAsText: "warning", unknownDate: "warning" },
  *check({ reading }) {
    for (const cell of reading.cells.odd) {
      const { meaning, field } = cell;
      if (meaning.is !== "date") continue;
      const { place } = foundOf(cell);
      const found = cellText(cell.value);
      if (meaning.how === "lenient") {
        yield { code: "dateAsText", place, values: { found, date: meaning.lenient ?? "" } };
      } else {
        const severity = SCORED.includes(field.name) ? "error" : "warning";
        yield { code: "unknownDate", place, values: { found }, severity };
      }
    }
  },
});
