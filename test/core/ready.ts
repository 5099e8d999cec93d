/** A partner whose self-assessment lacks nothing, and the same one further on in its audit. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { handOver } from "../../core/report/moves.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";

const { items } = checklist31;

export const day = (text: string) => text as IsoDate;
export const TODAY = day("2026-03-02");

const blank = blankInputs(checklist31);
const reference = (customer: string, isPublic: boolean) => ({
  customer,
  kind: "New customer",
  on: day("2025-10-31"),
  isPublic,
  isPaying: true,
});

const NO_REFERENCE = { customer: "", kind: "", on: null, isPublic: null, isPaying: null };

/** All met, with evidence, services and prerequisites. */
export const READY: Inputs = items.reduce(
  (all, item) => withItem(all, item.id, { self: "met", evidence: `Folder ${item.id}` }),
  {
    ...blank,
    partner: "Kestrel Cloud Ltd",
    services: blank.services.map((service) => ({ ...service, compliant: true })),
    prerequisites: {
      tier: "Advanced",
      references: [
        reference("Alder", true),
        reference("Birch", false),
        reference("Cedar", false),
        ...Array.from({ length: 5 }, () => NO_REFERENCE),
      ],
      applicationSent: true,
      applicationOn: day("2026-02-20"),
      selfAssessmentSent: false,
      reviewed: true,
    },
  } as Inputs,
);

/** The workbook after a hand-over by command. */
export function handedOver(inputs: Inputs = READY, moment = "2026-03-02 17:45"): Snapshot {
  const before = snapshotOf(inputs);
  const step = handOver(EDITIONS, before, moment);
  if (step.edits === null) throw new Error(step.refusal);
  return editedSnapshot(checklist31, before, step.edits);
}

/** In the middle of action items: two mandatory and three others found, one of each closed. */
export const ACTIONS: Inputs = [
  ["8.1.9", { auditor: "notMet", note: "No plan for staff", noteKind: "Finding" }],
  ["1.1", { auditor: "notMet", note: "Report is two years old", closedOn: day("2026-03-12") }],
  ["1.4", { auditor: "notMet", closedOn: day("2026-03-12"), closureEvidence: "Plan.pdf" }],
  ["9.3.5", { auditor: "notMet" }],
  ["2.1", { note: "Clear and short", noteKind: "Strength" }],
  ["2.2", { note: "Say more of security", noteKind: "Opportunity" }],
].reduce(
  (all, [id, change]) => withItem(all, id as string, change as Parameters<typeof withItem>[2]),
  items.reduce((all, item) => withItem(all, item.id, { auditor: "met" }), {
    ...READY,
    phase: "actionItems",
    submittedOn: day("2026-03-02"),
    auditOn: day("2026-03-09"),
    summaryReceivedOn: day("2026-03-10"),
  } as Inputs),
);
