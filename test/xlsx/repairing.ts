/** What tests of repair share: a workbook with every kind of entry, its damaged file, and what is read of it. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { readCopy } from "../../core/merge/copy.ts";
import { rereadEntries } from "../../core/repair/kept.ts";
import { repair } from "../../core/repair/repair.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { withItem } from "../fakes/snapshot.ts";
import { sealedAt } from "./damages.ts";

const day = (text: string): IsoDate => text as IsoDate;

/** A full audit of a partner who is no reseller, handed over, in the phase Audit. */
export function filledInputs(checklist: Checklist): Inputs {
  const blank = blankInputs(checklist);
  const start: Inputs = {
    ...blank,
    phase: "audit",
    partner: "Kestrel & Co",
    reseller: false,
    submittedOn: day("2026-02-02"),
    auditOn: day("2026-02-09"),
    holidays: [day("2026-12-25")],
    services: blank.services.map((service, at) => ({
      ...service,
      example: `Example ${at}`,
      compliant: at % 2 === 0,
    })),
    prerequisites: { ...blank.prerequisites, tier: "Premier" },
  };
  const filled = checklist.items.reduce(
    (all, { id }, at) =>
      withItem(all, id, {
        self: at % 7 === 0 ? "notMet" : "met",
        auditor: at % 9 === 0 ? "notMet" : "met",
        evidence: `=Evidence of ${id}`,
        owner: `Owner of ${id}`,
      }),
    start,
  );
  return sealedAt(checklist, filled);
}

export function readFile(bytes: Uint8Array): Snapshot {
  const snapshot = openXlsx(EDITIONS, bytes).snapshot();
  if (!snapshot) throw new Error("There is no checklist in it.");
  return snapshot;
}

/** What was entered, by the keys of seals; blanks are left out. */
export const entriesOf = (checklist: Checklist, snapshot: Snapshot): Record<string, string> =>
  Object.fromEntries(
    [...readCopy(checklist, snapshot, "").entries.values()].flatMap(({ key, value }) =>
      value === "" ? [] : [[key, value]],
    ),
  );

export function mended(bytes: Uint8Array) {
  const workbook = openXlsx(EDITIONS, bytes);
  const outcome = repair(EDITIONS, workbook);
  if (outcome.refusal !== null) throw new Error(`refused: ${outcome.refusal.code}`);
  return { ...outcome, bytes: workbook.bytes() };
}

/** The keys of entries that could be read before, and are read otherwise for no reason that is told. */
export const lostEntries = (
  checklist: Checklist,
  before: Snapshot,
  { snapshot, mends }: ReturnType<typeof mended>,
): string[] => {
  const [old, now] = [before, snapshot].map((one) => readCopy(checklist, one, ""));
  return old && now
    ? rereadEntries(old, now, mends).flatMap(({ key, isExplained }) => (isExplained ? [] : [key]))
    : [];
};
