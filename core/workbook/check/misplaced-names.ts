/** Columns of the Checklist whose name points elsewhere. */

import { INPUTS } from "../fields.ts";
import { rule } from "./rule.ts";

export const misplacedNames = rule({
  severity: { nameMisplaced: "warning" },
  *check({ snapshot }) {
    const home = snapshot.names.Item_Id?.sheet;
    if (home === undefined) return;
    for (const { name, shape, essential } of INPUTS) {
      const range = snapshot.names[name];
      if (!range || shape !== "column" || range.sheet === home) continue;
      const values = { name, sheet: home };
      const severity = essential ? "error" : "warning";
      yield { code: "nameMisplaced", place: null, values, severity };
    }
  },
});
