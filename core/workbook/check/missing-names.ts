/** Sheets and names that are gone, with what was read in their place. */

import {
  CALCULATED,
  type Calculated,
  INPUTS,
  type Input,
  inputNamed,
  RECORD_NAMES,
} from "../fields.ts";
import { ownFormat } from "../read/locate.ts";
import { referenceFor } from "./name-faults.ts";
import { rule } from "./rule.ts";

/** A sheet that went with all of its names is said once. A name of a later format was never there. */
export const missingNames = rule({
  severity: { sheetMissing: "error", nameMissing: "warning" },
  *check({ snapshot, original: { plan }, names }) {
    const plannedOn = new Map(plan.names.map(({ name, sheet }) => [name, sheet]));
    const left = new Set<string>();
    for (const [name, sheet] of plannedOn) if (snapshot.names[name]) left.add(sheet);
    for (const sheet of new Set(plannedOn.values())) {
      if (left.has(sheet)) continue;
      const isThere = snapshot.sheets.some(({ name }) => name === sheet);
      const held = plan.names.flatMap((named) => (named.sheet === sheet ? [named.name] : []));
      yield { code: "sheetMissing", place: null, values: { sheet, isThere, held: heldBy(held) } };
    }
    const format = ownFormat(snapshot);
    for (const field of [...INPUTS, ...CALCULATED]) {
      const { name, essential, since } = field;
      if (snapshot.names[name] || since > format) continue;
      const home = plannedOn.get(name);
      // A checklist without services or points to check has no such cells.
      if (home === undefined ? plannedOn.size > 0 : !left.has(home)) continue;
      const severity = essential ? "error" : "warning";
      const values = {
        name,
        sheet: home ?? null,
        shape: field.shape,
        assumed: assumedFor(field),
        reference: referenceFor(names, name),
      };
      yield { code: "nameMissing", place: null, values, severity };
    }
  },
});

/** What an entry counts as that is not found; null for what people do not enter. */
function assumedFor(field: Input | Calculated): string | null {
  if (!("kind" in field)) return null;
  return (field.kind.is === "choice" && field.kind.usual) || "";
}

/** What went with a sheet. */
function heldBy(
  names: readonly string[],
): "answers" | "profile" | "records" | "entries" | "figures" {
  if (names.includes("Self_Answer")) return "answers";
  if (names.includes("Phase")) return "profile";
  if (names.some((name) => RECORD_NAMES.some((record) => record === name))) return "records";
  return names.some((name) => inputNamed(name) !== null) ? "entries" : "figures";
}
