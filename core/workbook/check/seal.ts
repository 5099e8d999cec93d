/** What was handed over and is no longer so. Back in Self-assessment changes are meant. */

import { phaseIndex } from "../../audit/phases.ts";
import { firstCell } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const sealFaults = rule({
  severity: {
    sealDamaged: "error",
    sealLost: "error",
    sealChanged: "warning",
    disclosedLate: "warning",
  },
  fix: null,
  *check({ snapshot, reading: { inputs }, seal, names }) {
    if (seal === null) {
      const moved = inputs.records.history.filter((move) => move.seal !== "").pop();
      const [record, values] = [names.isUnsound("Seal_Record"), names.isUnsound("Sealed_Values")];
      const isRoomGone = record || values;
      // With all of its sheet, which is told.
      if (record && values && names.isUnsound("Phase_History")) return;
      // Where all is there and blank, the phase was moved by hand and nothing was sealed.
      if (moved || (isRoomGone && phaseIndex(inputs.phase) > 0))
        yield { code: "sealLost", place: null, values: { at: moved?.at ?? "" } };
      return;
    }
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
