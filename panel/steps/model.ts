/** The page Steps as values: the next step, what changed under the seal, and what closing would bring. */

import type { ActionItem } from "../../core/audit/actions.ts";
import { dateFromText } from "../../core/audit/dates.ts";
import type { SealedChange } from "../../core/audit/seal.ts";
import { summaryChanges } from "../../core/audit/summary-record.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import type { Report } from "../../core/report/report.ts";
import { stepPreflight } from "../../core/report/step-preflight.ts";
import { speakFinding } from "../../core/words/preflight.ts";
import { wholeSentence } from "../../core/words/spoken.ts";
import type { Place } from "../../core/workbook/issues.ts";
import type { StepsUi } from "../context.ts";
import { dayText } from "../words/numbers.ts";
import { SEAL_TEXT, sealedLabel } from "../words/steps.ts";

export type NextStep =
  | "handOver"
  | "mail"
  | "beginAudit"
  | "validate"
  | "summary"
  | "toActions"
  | "close"
  | "finalReport"
  | "renew";

/** What is left to do before a step: none of it stands in the way. */
export const leftUndone = (
  report: Report,
  to: Parameters<typeof stepPreflight>[1],
  today: IsoDate,
): readonly string[] =>
  stepPreflight(report, to, today).map((found) => wholeSentence(speakFinding(found)));

export function nextStep(report: Report, today: IsoDate): NextStep {
  switch (report.phase) {
    case "selfAssessment":
      return "handOver";
    case "submitted":
      return report.profile.prerequisites.selfAssessmentSent ? "beginAudit" : "mail";
    case "audit":
      if (report.preliminary.unanswered > 0) return "validate";
      return summaryState(report) === "current" ? "toActions" : "summary";
    case "actionItems": {
      const due = report.deadlines.actionItemsDueOn;
      return openActions(report).length > 0 && (due === null || today <= due)
        ? "close"
        : "finalReport";
    }
    case "closed":
      return "renew";
  }
}

/** The steps as partner and auditor speak of them; each takes one or several of what is next. */
export const STEPS = ["selfAssess", "check", "handOver", "audit", "close"] as const;
export type Step = (typeof STEPS)[number];

const STEP_OF: Readonly<Record<NextStep, Step | null>> = {
  handOver: "check",
  mail: "handOver",
  beginAudit: "audit",
  validate: "audit",
  summary: "audit",
  toActions: "audit",
  close: "close",
  finalReport: "close",
  renew: null,
};

/** The step that is open; null when all are behind. A hand-over is checked until it is asked for. */
export const presentStep = (next: NextStep, asking: StepsUi["asking"]): Step | null =>
  asking === "handOver" && next === "handOver" ? "handOver" : STEP_OF[next];

/** Whether the score that the summary told is still what the answers make. */
export function summaryState(report: Report): "none" | "current" | "old" {
  const { summary } = report;
  if (summary === null) return "none";
  const differs =
    summary.total !== report.preliminary.total || summaryChanges(summary, report.items).length > 0;
  return differs ? "old" : "current";
}

/** Action items that can still raise the score, those that bring most first. */
export const openActions = (report: Report): ActionItem[] =>
  report.actionItems
    .filter(({ state }) => state === "open" || state === "planned")
    .sort((a, b) => b.points - a.points);

export interface SealRow {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly place: Place | null;
}

export function sealRows(report: Report): SealRow[] {
  return (report.seal?.changes ?? []).map((change) => ({
    key: `${change.name} ${change.place ?? ""}`,
    label: labelOf(change),
    before: change.before,
    after: change.after,
    place: placeOf(report, change),
  }));
}

function labelOf({ name, place }: SealedChange): string {
  const label = sealedLabel(name);
  if (place === null) return label;
  return /^\d+$/.test(place) && name.startsWith("Prerequisite_")
    ? SEAL_TEXT.reference(label, place)
    : SEAL_TEXT.place(label, place);
}

/** The cell of a changed entry; null where it cannot be told. */
function placeOf(report: Report, { name, place }: SealedChange): Place | null {
  const first = report.places[name];
  if (!first) return null;
  if (place === null) return first;
  const row = report.items.find((item) => item.id === place);
  if (row) return row.place && { ...row.place, column: first.column };
  const service = report.services.findIndex((entry) => entry.name === place);
  if (service >= 0) return { ...first, row: first.row + service };
  const number = Number(place);
  return Number.isInteger(number) && number > 0 ? { ...first, row: first.row + number - 1 } : null;
}

/** `Tue 24 Nov, 18:05` for `2026-11-24 18:05`; what cannot be read stays as it is. */
export function momentText(at: string, today: IsoDate): string {
  const day = dateFromText(at.slice(0, 10));
  return day === null ? at : `${dayText(day, today)}, ${at.slice(11)}`;
}
