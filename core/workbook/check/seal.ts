/** What was handed over or sealed later and is no longer so. Back in the phase that a seal ended changes are meant. */

import { phaseIndex } from "../../audit/phases.ts";
import { changesOfHandOver } from "../../audit/seal.ts";
import { checkStages } from "../../audit/stages.ts";
import { firstCell } from "../read/locate.ts";
import { hasRoom } from "../read/records.ts";
import { type Look, rule } from "./rule.ts";

export const sealFaults = rule({
  severity: {
    sealDamaged: "error",
    sealGone: "error",
    nothingSealed: "warning",
    sealChanged: "warning",
    disclosedLate: "warning",
    handedOverAgain: "warning",
    stageChanged: "warning",
    stageDamaged: "warning",
  },
  *check(look) {
    const { checklist, snapshot, reading, evaluation, seal } = look;
    const { inputs } = reading;
    const place = firstCell(snapshot, "Seal")?.place ?? null;
    const reached = phaseIndex(inputs.phase);
    if (seal === null) {
      const lost = lostSeal(look);
      if (lost !== null) yield { code: "sealGone", place, values: { at: lost } };
      else if (isUnsealed(look))
        yield { code: "nothingSealed", place, values: { phase: inputs.phase } };
    } else {
      const { at, state, changes, disclosedLate: items } = seal;
      if (state === "damaged") yield { code: "sealDamaged", place, values: {} };
      if (state === "changed" && reached > 0)
        yield { code: "sealChanged", place, values: { count: changes.length, at } };
      if (inputs.renewal && items.length > 0) {
        const disclosed = firstCell(snapshot, "Disclosed_Change")?.place ?? null;
        yield { code: "disclosedLate", place: disclosed, values: { items, at } };
      }
    }
    const earlier = inputs.records.stages.filter(({ stage }) => stage === "handOver").pop();
    const now = inputs.records.seal;
    if (earlier && now && reached > 0 && reached <= phaseIndex("audit")) {
      const changes = changesOfHandOver(earlier, now);
      if (changes) yield { code: "handedOverAgain", place, values: { at: earlier.at, changes } };
    }
    for (const { stage, at, state, changes, moved } of checkStages(checklist, inputs, evaluation)) {
      if (state === "damaged") yield { code: "stageDamaged", place, values: { stage } };
      if (state === "changed")
        yield { code: "stageChanged", place, values: { stage, at, changes, moved } };
    }
  },
});

/** When it was made, as far as is known; null where none was lost. An unreadable one is told as that. */
function lostSeal({ names, reading: { inputs, records } }: Look): string | null {
  if (records.unreadable.some(({ record }) => record === "seal")) return null;
  const [record, values] = [names.isUnsound("Seal_Record"), names.isUnsound("Sealed_Values")];
  // With all of its sheet, which is told.
  if (record && values && names.isUnsound("Phase_History")) return null;
  const made = inputs.records.history.filter((move) => move.seal !== "").pop();
  if (made) return made.at;
  return (record || values) && phaseIndex(inputs.phase) > 0 ? "" : null;
}

const isUnsealed = ({ snapshot, reading: { inputs, records } }: Look): boolean =>
  phaseIndex(inputs.phase) > 0 &&
  hasRoom(snapshot) &&
  !records.unreadable.some(({ record }) => record === "seal");
