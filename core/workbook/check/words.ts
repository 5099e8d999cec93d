/** Entries with a list of words that are none of them, or that were taken for one. */

import { foundOf } from "../read/cells.ts";
import { cellText } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const oddWords = rule({
  severity: { unknownWord: "warning", wordReadKindly: "warning", defaultTaken: "warning" },
  fix: null,
  *check({ reading }) {
    for (const cell of reading.cells.odd) {
      const { meaning, field } = cell;
      if (meaning.is !== "choice" || field.kind.is !== "choice") continue;
      const { place } = foundOf(cell);
      const found = cellText(cell.value);
      const word = meaning.lenient ?? "";
      if (meaning.how === "usual")
        yield { code: "defaultTaken", place, values: { name: field.name, word } };
      else if (meaning.how === "unknown")
        yield { code: "unknownWord", place, values: { found, allowed: field.kind.values } };
      else yield { code: "wordReadKindly", place, values: { found, word } };
    }
  },
});
