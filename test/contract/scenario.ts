/** One partner's audit from an empty workbook to next year's renewal, as steps that any host can take. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { Phase } from "../../core/audit/phases.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { services } from "../../core/checklist/v3.1/services.ts";
import { handOver, movePhase, recordSummary, type Step } from "../../core/report/moves.ts";
import { renewal } from "../../core/report/renewal.ts";
import type { Report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { CellValue, Edit, Snapshot } from "../../core/workbook/port.ts";
import { readItemEntry } from "../../core/workbook/write/entries.ts";

const { items } = checklist31;

export interface ScenarioStep {
  readonly name: string;
  /** What is written, worked out from the workbook as it is. */
  readonly edits: (snapshot: Snapshot) => readonly Edit[];
  /** What is so afterwards, in figures worked out by hand. */
  readonly expect: Readonly<Partial<Outcome>>;
}

export interface Outcome {
  readonly phase: Phase;
  readonly self: readonly [total: number, verdict: string];
  readonly preliminary: readonly [total: number, verdict: string];
  readonly final: readonly [total: number, verdict: string];
  readonly audited: number;
  readonly seal: string | null;
  readonly changes: number;
  readonly moves: number;
  readonly openActions: number;
  readonly warnings: readonly string[];
}

export function outcomeOf(report: Report): Outcome {
  return {
    phase: report.phase,
    self: [report.self.total, report.self.verdict],
    preliminary: [report.preliminary.total, report.preliminary.verdict],
    final: [report.final.total, report.final.verdict],
    audited: report.scope.audited,
    seal: report.seal?.state ?? null,
    changes: report.seal?.changes.length ?? 0,
    moves: report.history.length,
    openActions: report.actionItems.filter((action) => action.state !== "closed").length,
    warnings: report.issues.map((issue) => issue.code).sort(),
  };
}

const set = (name: string, value: CellValue): Edit => ({ name, value });
const at = (name: string, index: number, value: CellValue): Edit => ({ name, index, value });
const of = (name: string, item: string, value: CellValue): Edit => ({
  name,
  item: item as ItemId,
  value,
});
const day = (date: string): CellValue => ({ date });
const granted = ({ edits, refusal }: Step): readonly Edit[] => {
  if (refusal !== null) throw new Error(refusal);
  return edits;
};
const entered = (item: string, name: string, text: string): readonly Edit[] => {
  const { edits, refusals } = readItemEntry(checklist31, item as ItemId, name, text);
  if (refusals.length > 0) throw new Error(refusals.join(" "));
  return edits;
};
const step = (
  name: string,
  edits: ScenarioStep["edits"],
  expected: Partial<Outcome>,
): ScenarioStep => ({ name, edits, expect: expected });

/** Two mandatory and five others, 110 points: 1000 - 400 - 110 = 490. */
const FOUND = ["1.4", "1.5", "8.1.9", "9.3.5", "9.6.1", "12.1", "13.1"];
/** Bring 20 + 20 + 200 + 40 + 10 = 290. */
const CLOSED = ["1.4", "1.5", "8.1.9", "9.3.5", "12.1"];

/** The first year; the workbook was built from `blankInputs()`. */
export const FIRST_YEAR: readonly ScenarioStep[] = [
  step(
    "the partner fills its profile",
    () => [
      set("Partner_Name", "Käse & Söhne GmbH"),
      set("People_AWS_Contact", "Dana Field"),
      set("Prerequisite_Tier", "Advanced"),
      set("Prerequisite_Application", "Yes"),
      set("Prerequisite_Application_On", day("2026-02-20")),
      ...["Alder", "Birch", "Cedar"].flatMap((customer, index) => [
        at("Prerequisite_Reference", index, customer),
        at("Prerequisite_Reference_Kind", index, "New customer"),
        at("Prerequisite_Reference_On", index, day("2025-10-31")),
        at("Prerequisite_Public", index, index === 0 ? "Yes" : "No"),
        at("Prerequisite_Paying", index, "Yes"),
      ]),
      ...services.map((_, index) => at("Service_Compliant", index, "Yes")),
      at("Holidays", 0, day("2026-03-12")),
    ],
    { self: [0, "inProgress"], seal: null, warnings: [] },
  ),
  step(
    "answers all items",
    () => [
      ...items.map(({ id }) => of("Self_Answer", id, id === "13.1" ? "Not met" : "Met")),
      of("Evidence", "1.1", '=HYPERLINK("no formula")'),
      of("Evidence", "1.2", "Folder 12,\npage 3"),
    ],
    { self: [980, "pass"], preliminary: [0, "inProgress"] },
  ),
  step(
    "hands over on the last day of February",
    (snapshot) => granted(handOver(EDITIONS, snapshot, "2026-02-28 17:45")),
    { phase: "submitted", seal: "unchanged", moves: 1, self: [980, "pass"] },
  ),
  step("changes an answer afterwards", () => [of("Self_Answer", "13.1", "Met")], {
    seal: "changed",
    changes: 1,
    self: [1000, "pass"],
    warnings: ["sealChanged"],
  }),
  step("puts it back", () => [of("Self_Answer", "13.1", "Not met")], {
    seal: "unchanged",
    warnings: [],
  }),
  step(
    "goes back to correct its evidence",
    (snapshot) =>
      granted(movePhase(EDITIONS, snapshot, "selfAssessment", "Wrong  folder", "2026-03-02 08:00")),
    { phase: "selfAssessment", moves: 2 },
  ),
  step("corrects it", () => entered("1.2", "Evidence", "Folder 14"), { changes: 1, warnings: [] }),
  step(
    "hands over again",
    (snapshot) => granted(handOver(EDITIONS, snapshot, "2026-03-02 08:30")),
    {
      phase: "submitted",
      seal: "unchanged",
      moves: 3,
    },
  ),
  step(
    "the audit begins",
    (snapshot) => [
      ...granted(movePhase(EDITIONS, snapshot, "audit", "", "2026-03-06 09:00")),
      set("Audit_On", day("2026-03-06")),
      set("People_Auditor", "R. Oduya"),
    ],
    { phase: "audit", moves: 4, preliminary: [0, "inProgress"] },
  ),
  step(
    "the auditor validates all but one item",
    () => [
      ...items
        .filter(({ id }) => id !== "14.1")
        .map(({ id }) => of("Auditor_Answer", id, FOUND.includes(id) ? "Not met" : "Met")),
      ...FOUND.flatMap((id) => entered(id, "Auditor_Note", `No proof of ${id}`)),
      ...FOUND.flatMap((id) => entered(id, "Note_Kind", "finding")),
      ...entered("2.1", "Auditor_Note", "Clear and short"),
      ...entered("2.1", "Note_Kind", "Strength"),
    ],
    { preliminary: [470, "fail"], seal: "unchanged", openActions: 7 },
  ),
  step("and the last one", () => [of("Auditor_Answer", "14.1", "Met")], {
    preliminary: [490, "fail"],
    final: [490, "inProgress"],
  }),
  step(
    "sums up",
    (snapshot) => [
      ...granted(recordSummary(EDITIONS, snapshot, "2026-03-06 18:00")),
      set("Sign_Off_Name", "R. Oduya"),
      set("Sign_Off_On", day("2026-03-06")),
    ],
    { warnings: ["handedOverAgain"] },
  ),
  step(
    "action items begin",
    (snapshot) => [
      ...granted(movePhase(EDITIONS, snapshot, "actionItems", "", "2026-03-09 10:00")),
      set("Summary_Received_On", day("2026-03-09")),
    ],
    { phase: "actionItems", moves: 5, openActions: 7, warnings: [] },
  ),
  step(
    "five are closed, one comes too late, one gets a plan",
    () => [
      // Five business days from Monday 9 March, with a holiday on the 12th: Tuesday 17 March.
      ...CLOSED.flatMap((id) => entered(id, "Closed_On", "2026-03-17")),
      ...CLOSED.flatMap((id) => entered(id, "Closure_Evidence", `Proof of ${id}`)),
      ...entered("13.1", "Closed_On", "2026-03-18"),
      ...entered("9.6.1", "Action_Plan", "New monitoring by 30 June 2026"),
    ],
    { final: [780, "inProgress"], openActions: 2, warnings: ["closureLate"] },
  ),
  step(
    "the audit is closed",
    (snapshot) => [
      ...granted(movePhase(EDITIONS, snapshot, "closed", "", "2026-03-20 12:00")),
      set("Report_Received_On", day("2026-03-20")),
    ],
    {
      phase: "closed",
      moves: 6,
      self: [980, "pass"],
      preliminary: [490, "fail"],
      // With the planned item closed 980, so the plan keeps the door open.
      final: [780, "actionPlan"],
      seal: "unchanged",
      warnings: ["closureLate"],
    },
  ),
];

export const START: Inputs = blankInputs(checklist31);

export const nextYear = (report: Report): Inputs => renewal(checklist31, report).inputs;

/** The second year; the workbook was built from `nextYear`. */
export const SECOND_YEAR: readonly ScenarioStep[] = [
  // 33 items of the lists and the four action items that are in neither.
  step("the renewal is looked at", () => [], {
    phase: "selfAssessment",
    audited: 37,
    seal: null,
    moves: 0,
    warnings: [],
  }),
  step("and answered", () => items.map(({ id }) => of("Self_Answer", id, "Met")), {
    self: [1000, "pass"],
  }),
  step(
    "and handed over on the leap day that is none",
    (snapshot) => granted(handOver(EDITIONS, snapshot, "2027-03-01 00:00")),
    { phase: "submitted", seal: "unchanged", moves: 1, warnings: [] },
  ),
];
