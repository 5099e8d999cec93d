/** Entries with a list of words that are none of them, or that were taken for one. */

import { foundOf } from "../read/cells.ts";
import { cellText } from "../read/locate.ts";
import { rule } from "./rule.ts";

/** Scope, score and final verdict follow from them. */
const DECIDING: readonly string[] = ["Reseller_Program", "Engagement", "Phase"];
/** In a renewal, whether an item is audited. */
const SCOPING: readonly string[] = ["Prior_Action", "Disclosed_Change"];

export const oddWords = rule({
  severity: { unknownWord: "warning", wordReadKindly: "warning", defaultTaken: "warning" },
  *check({ reading }) {
    const { renewal } = reading.inputs;
    for (const cell of reading.cells.odd) {
      const { meaning, field } = cell;
      if (meaning.is !== "choice" || field.kind.is !== "choice") continue;
      const { place } = foundOf(cell);
      const found = cellText(cell.value);
      const word = meaning.lenient ?? "";
      if (meaning.how === "usual")
        yield { code: "defaultTaken", place, values: { name: field.name, word } };
      else if (meaning.how === "unknown") {
        const values = { found, allowed: field.kind.values, assumed: meaning.lenient };
        const isScored = DECIDING.includes(field.name) || (renewal && SCOPING.includes(field.name));
        yield { code: "unknownWord", place, values, severity: isScored ? "error" : "warning" };
      } else yield { code: "wordReadKindly", place, values: { found, word } };
    }
  },
});
