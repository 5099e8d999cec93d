/** Answers that are not there letter by letter. */

import { foundOf } from "../read/cells.ts";
import { exactValue } from "../read/decode.ts";
import { cellText } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const oddAnswers = rule({
  severity: { unknownAnswer: "error", answerSpelling: "warning", answerReadKindly: "warning" },
  *check({ reading }) {
    for (const cell of reading.cells.odd) {
      const { meaning } = cell;
      if (meaning.is !== "answer") continue;
      const { place } = foundOf(cell);
      const found = cellText(cell.value);
      const word = cellText(exactValue(meaning));
      if (meaning.how === "unknown") yield { code: "unknownAnswer", place, values: { found } };
      else if (meaning.how === "spelled")
        yield { code: "answerSpelling", place, values: { found, word } };
      else yield { code: "answerReadKindly", place, values: { found, word } };
    }
  },
});
