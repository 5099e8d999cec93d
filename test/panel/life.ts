/** Reports along the life of one audit, each made by the core's own steps from the one before. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { handOver, movePhase, recordSummary, type Step } from "../../core/report/moves.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { Edit, Snapshot } from "../../core/workbook/port.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { answered, changed, selfInputs, snapshotFor } from "./scenarios.ts";

const { items } = checklist31;

const day = (text: string) => text as IsoDate;
const date = (name: string, text: string): Edit => ({ name, value: { date: day(text) } });
const cell = (name: string, id: string, value: Edit["value"]): Edit => ({
  name,
  item: id as ItemId,
  value,
});

function after(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const { change } = planChange(checklist31, snapshot, edits);
  return editedSnapshot(checklist31, snapshot, change.edits);
}

function taken(snapshot: Snapshot, step: Step): Snapshot {
  if (step.edits === null) throw new Error(step.refusal);
  return after(snapshot, step.edits);
}

const LONG = `https://example.com/policies/${"very-long-name-".repeat(12)}v2.pdf`;

/** Ready to be handed over save for a few things, as partners are. */
export const readyInputs = (): Inputs => ({
  ...changed(answered("met"), {
    "6.1.3": { self: "notMet" },
    "8.1.1": { evidence: "https://example.com/policy.pdf" },
    "1.2": { evidence: LONG },
  }),
  people: { People_AWS_Contact: "J. Okafor", People_Auditor: "M. Lindqvist" },
});

const audited = (): Edit[] =>
  items.map((item) =>
    cell(
      "Auditor_Answer",
      item.id,
      ["8.1.9", "9.4", "6.1.3", "8.2.4"].includes(item.id) ? "Not met" : "Met",
    ),
  );

const STAGES = {
  ready: () => snapshotFor(readyInputs()),
  open: () => snapshotFor(selfInputs()),
  blocked: () => snapshotFor({ ...selfInputs(), partner: "" }),
  submitted: () => taken(stage("ready"), handOver(EDITIONS, stage("ready"), "2026-02-16 18:05")),
  mailed: () => after(stage("submitted"), [{ name: "Prerequisite_Sent", value: "Yes" }]),
  tampered: () =>
    after(stage("submitted"), [
      cell("Self_Answer", "6.1.3", "Met"),
      cell("Evidence", "1.2", `${LONG}#changed`),
      { name: "Partner_Name", value: "Kestrel Cloud Group Ltd" },
    ]),
  audit: () => {
    const begun = taken(
      stage("tampered"),
      movePhase(EDITIONS, stage("tampered"), "audit", "", "2026-03-09 09:00"),
    );
    return after(begun, [
      date("Audit_On", "2026-03-09"),
      ...audited().slice(0, 63),
      cell("Auditor_Note", "6.1.3", "No measurement since 2024."),
      cell("Note_Kind", "6.1.3", "Finding"),
    ]);
  },
  validated: () =>
    after(stage("audit"), [
      ...audited(),
      cell("Auditor_Note", "8.1.9", "One of the two tests has no lessons learned."),
      cell("Note_Kind", "8.1.9", "Finding"),
      { name: "Sign_Off_Name", value: "M. Lindqvist" },
    ]),
  summed: () =>
    taken(stage("validated"), recordSummary(EDITIONS, stage("validated"), "2026-03-10 10:00")),
  actions: () => {
    const begun = taken(
      stage("summed"),
      movePhase(EDITIONS, stage("summed"), "actionItems", "", "2026-03-10 11:00"),
    );
    return after(begun, [
      date("Summary_Received_On", "2026-03-10"),
      cell("Closed_On", "8.2.4", { date: day("2026-03-12") }),
    ]);
  },
  crossing: () => after(stage("actions"), [date("Audit_On", "2026-02-27")]),
  planned: () =>
    after(stage("actions"), [
      cell("Action_Plan", "8.1.9", "Second test in May, lessons by June."),
      cell("Closed_On", "9.4", { date: day("2026-03-13") }),
      cell("Closed_On", "6.1.3", { date: day("2026-03-13") }),
      date("Summary_Received_On", "2026-03-05"),
      date("Report_Received_On", "2026-03-13"),
    ]),
  closed: () =>
    taken(
      stage("planned"),
      movePhase(EDITIONS, stage("planned"), "closed", "", "2026-03-20 16:00"),
    ),
  reopened: () =>
    taken(
      stage("closed"),
      movePhase(
        EDITIONS,
        stage("closed"),
        "actionItems",
        "A closure was left out",
        "2026-03-21 09:30",
      ),
    ),
  byHand: () => after(stage("ready"), [{ name: "Phase", value: "Audit" }]),
} as const;

export type StageName = keyof typeof STAGES;

const snapshots = new Map<StageName, Snapshot>();
const reports = new Map<StageName, Report>();

function stage(name: StageName): Snapshot {
  const made = snapshots.get(name) ?? STAGES[name]();
  snapshots.set(name, made);
  return made;
}

/** Made once, because the formula check is the slow part. */
export function life(name: StageName): Report {
  const made = reports.get(name) ?? report(EDITIONS, stage(name));
  reports.set(name, made);
  return made;
}
