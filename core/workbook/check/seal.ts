/** What was handed over and is no longer so. Back in Self-assessment changes are meant. */

import { phaseIndex } from "../../audit/phases.ts";
import { firstCell } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const sealFaults = rule({
  severity: { sealDamaged: "warning", sealChanged: "warning", disclosedLate: "warning" },
  fix: null,
  *check({ snapshot, reading: { inputs }, seal }) {
    if (seal === null) return;
    const place = firstCell(snapshot, "Seal")?.place ?? null;
    const { at, state, changes, disclosedLate: items } = seal;
    if (state === "damaged") yield { code: "sealDamaged", place, values: {} };
    if (state === "changed" && phaseIndex(inputs.phase) > 0)
      yield { code: "sealChanged", place, values: { count: changes.length, at } };
    if (inputs.renewal && items.length > 0) {
      const disclosed = firstCell(snapshot, "Disclosed_Change")?.place ?? null;
      yield { code: "disclosedLate", place: disclosed, values: { items, at } };
    }
  },
});
