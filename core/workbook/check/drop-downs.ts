/** Inputs whose lists to choose from are gone. */

import { INPUTS } from "../fields.ts";
import { cellIn } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const lostLists = rule({
  severity: { listLost: "warning" },
  *check({ snapshot }) {
    for (const { name, kind } of INPUTS) {
      const range = snapshot.names[name];
      const hasList = kind.is === "choice" || kind.is === "answer";
      if (range && hasList && !range.hasInputRule)
        yield { code: "listLost", place: cellIn(range, 0).place, values: { name } };
    }
  },
});
