/** Sheets and names that are gone. */

import { CALCULATED, INPUTS } from "../fields.ts";
import { ownFormat } from "../read/locate.ts";
import { rule } from "./rule.ts";

/** A sheet that went with all of its names is said once. A name of a later format was never there. */
export const missingNames = rule({
  severity: { sheetMissing: "error", nameMissing: "warning" },
  fix: null,
  *check({ snapshot, original: { plan } }) {
    const plannedOn = new Map(plan.names.map(({ name, sheet }) => [name, sheet]));
    const left = new Set<string>();
    for (const [name, sheet] of plannedOn) if (snapshot.names[name]) left.add(sheet);
    for (const sheet of new Set(plannedOn.values())) {
      if (!left.has(sheet)) yield { code: "sheetMissing", place: null, values: { sheet } };
    }
    const format = ownFormat(snapshot);
    for (const { name, essential, since } of [...INPUTS, ...CALCULATED]) {
      if (snapshot.names[name] || since > format) continue;
      const home = plannedOn.get(name);
      if (home !== undefined && !left.has(home)) continue;
      const severity = essential ? "error" : "warning";
      yield { code: "nameMissing", place: null, values: { name }, severity };
    }
  },
});
