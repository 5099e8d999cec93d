/** Reports for every state of the panel, made by the core from a workbook of the example partner. */

import type { Answer } from "../../core/audit/answers.ts";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { MemoryWorkbook } from "../fakes/memory-workbook.ts";
import { withFormula, withItem, withoutName, withValue } from "../fakes/snapshot.ts";

const { items } = checklist31;

const day = (text: string) => text as IsoDate;
export const TODAY = day("2026-03-13");

/** Every item with one answer of the partner, and none of the auditor's unless given. */
export function answered(self: Answer, auditor: Answer = "unanswered"): Inputs {
  const blank = blankInputs(checklist31);
  const filled: Record<ItemId, ItemInputs> = {};
  for (const item of items) {
    const own = blank.items[item.id];
    if (own) filled[item.id] = { ...own, self, auditor };
  }
  const services = blank.services.map((service) => ({ ...service, compliant: true }));
  return { ...blank, partner: "Kestrel Cloud Ltd", services, items: filled };
}

type Changes = Readonly<Record<string, Partial<ItemInputs>>>;

export const changed = (inputs: Inputs, changes: Changes): Inputs =>
  Object.entries(changes).reduce((all, [id, change]) => withItem(all, id, change), inputs);

const each = (ids: readonly string[], change: Partial<ItemInputs>): Changes =>
  Object.fromEntries(ids.map((id) => [id, change]));

/** The workbook as a host would read it after it was built and saved. */
export function snapshotFor(inputs: Inputs): Snapshot {
  const workbook = new MemoryWorkbook();
  workbook.build(blueprint(checklist31, inputs));
  const built = workbook.snapshot();
  if (!built) throw new Error("Nothing was built.");
  workbook.apply(planChange(checklist31, built, []).change);
  return workbook.snapshot() ?? built;
}

export const reportFor = (inputs: Inputs): Report => report(EDITIONS, snapshotFor(inputs));

const OPEN = [
  "1.6",
  "8.1.9",
  "8.1.2",
  "9.6.2",
  "9.3.5",
  "9.1",
  "10.1",
  "11.2",
  "13.1",
  "9.4",
  "9.6.3",
];

export const selfInputs = (): Inputs =>
  changed(answered("met"), {
    ...each(
      OPEN.filter((id) => items.some((item) => item.id === id)),
      { self: "unanswered" },
    ),
    "6.1.3": { self: "notMet" },
    "1.5": { self: "notMet" },
    "8.1.1": { evidence: "https://example.com/policy.pdf", owner: "T. Weiss" },
  });

export const auditInputs = (): Inputs => ({
  ...changed(answered("met", "met"), {
    ...each(
      items.filter((item) => Number(item.section) >= 9).map((item) => item.id),
      { auditor: "unanswered" },
    ),
    "8.1.9": {
      auditor: "notMet",
      evidence: "https://example.com/test-log-2025.pdf",
      note: "One of the two tests has no lessons learned.",
    },
    "9.3.5": { auditor: "notMet" },
    "6.1.3": { auditor: "notMet" },
    "1.5": { self: "notMet" },
  }),
  phase: "audit",
  submittedOn: day("2026-02-16"),
  auditOn: day("2026-03-09"),
});

export const actionInputs = (): Inputs => ({
  ...changed(answered("met", "met"), {
    "8.1.9": { auditor: "notMet", note: "One of the two tests has no lessons learned." },
    "9.4": { auditor: "notMet" },
    "6.1.3": { auditor: "notMet" },
    "6.1.7": { auditor: "notMet" },
    "8.2.4": { auditor: "notMet", closedOn: day("2026-03-12") },
    "9.3.5": { auditor: "notMet", closedOn: day("2026-03-13") },
  }),
  phase: "actionItems",
  submittedOn: day("2026-02-16"),
  auditOn: day("2026-03-09"),
  summaryReceivedOn: day("2026-03-10"),
});

export function damaged(): Report {
  let snapshot = snapshotFor(selfInputs());
  snapshot = withFormula(
    withValue(snapshot, "Self_Points", "8.2.3", 40),
    "Self_Points",
    "8.2.3",
    null,
  );
  snapshot = withValue(snapshot, "Self_Answer", "9.6.3", "done");
  snapshot = withValue(snapshot, "Self_Answer", "9.7", "met ");
  return report(EDITIONS, withoutName(snapshot, "Auditor_Total"));
}

const REPORTS = {
  self: () => reportFor(selfInputs()),
  fresh: () => reportFor(blankInputs(checklist31)),
  submitted: () =>
    reportFor({ ...selfInputs(), phase: "submitted", submittedOn: day("2026-03-02") }),
  audit: () => reportFor(auditInputs()),
  actions: () => reportFor(actionInputs()),
  late: () =>
    reportFor(
      changed(
        { ...actionInputs(), phase: "closed", reportReceivedOn: day("2026-03-20") },
        {
          "8.1.9": { plan: "Second test in May, lessons by June" },
          "9.4": { closedOn: day("2026-03-19") },
          "6.1.3": { closedOn: day("2026-03-17") },
        },
      ),
    ),
  pass: () => reportFor({ ...answered("met", "met"), phase: "closed", auditOn: day("2026-03-09") }),
  renewal: () =>
    reportFor({ ...selfInputs(), renewal: true, reseller: false, previousAuditVersion: "3.0" }),
  damaged,
} as const;

export type ScenarioName = keyof typeof REPORTS;

const made = new Map<ScenarioName, Report>();

/** Made once, because the formula check is the slow part. */
export function scenario(name: ScenarioName): Report {
  const report = made.get(name) ?? REPORTS[name]();
  made.set(name, report);
  return report;
}
