/** Deadlines seen from today: days left, and the five days in which action items close. */

import type { Deadlines } from "../../core/audit/clock.ts";
import { businessDaysBetween } from "../../core/audit/clock.ts";
import { addDays, isWeekend, monthsBetween } from "../../core/audit/dates.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import { DAYS } from "../../core/words/sheets.ts";

export type DeadlineKey = Exclude<
  keyof Deadlines,
  "reportCrossesActionItems" | "actionItemsAdvisedOn" | "finalReportFrom"
>;

export interface Deadline {
  readonly key: DeadlineKey;
  readonly on: IsoDate | null;
  /** Business days after today up to that day; negative once it is past, null without a date. */
  readonly left: number | null;
  /** Whole months from today, for days that are more than two of them away. */
  readonly months: number | null;
  /** The label of the cell to fill while there is no date. */
  readonly cell: string;
}

const CELLS: Readonly<Record<DeadlineKey, string>> = {
  replyOn: DAYS.submitted,
  summaryOn: DAYS.audit,
  actionItemsDueOn: DAYS.summaryReceived,
  finalReportOn: DAYS.audit,
  decisionOn: DAYS.reportReceived,
  renewalOn: DAYS.audit,
  fullAuditOn: DAYS.audit,
};

const BY_PHASE: Readonly<Record<Report["phase"], readonly DeadlineKey[]>> = {
  selfAssessment: [],
  submitted: ["replyOn"],
  audit: ["summaryOn", "actionItemsDueOn", "finalReportOn"],
  actionItems: ["actionItemsDueOn", "finalReportOn"],
  closed: ["decisionOn", "renewalOn", "fullAuditOn"],
};

/** The deadlines that matter in the phase, dated ones first. */
export function deadlinesModel(report: Report, today: IsoDate): Deadline[] {
  return BY_PHASE[report.phase]
    .map((key): Deadline => {
      const on = report.deadlines[key];
      const left = daysLeft(on, today, report.holidays);
      return { key, on, left, months: monthsLeft(on, today), cell: CELLS[key] };
    })
    .sort((a, b) => Number(a.on === null) - Number(b.on === null));
}

function monthsLeft(on: IsoDate | null, today: IsoDate): number | null {
  const months = on === null ? 0 : monthsBetween(today, on);
  return months > 2 ? months : null;
}

function daysLeft(on: IsoDate | null, today: IsoDate, holidays: readonly IsoDate[]): number | null {
  if (on === null) return null;
  const left = businessDaysBetween(today, on, holidays);
  // Over a weekend no business day may lie between, though the day is past or still to come.
  return left === 0 && on < today ? -1 : left;
}

export interface StripDay {
  readonly on: IsoDate;
  readonly when: "past" | "today" | "ahead";
  readonly due: boolean;
}

export interface Strip {
  readonly dueOn: IsoDate;
  readonly left: number;
  readonly days: readonly StripDay[];
}

/** The business days in which action items close; null without a due date. */
export function closureStrip({ clock }: Checklist, report: Report, today: IsoDate): Strip | null {
  const dueOn = report.deadlines.actionItemsDueOn;
  if (dueOn === null) return null;
  const free = new Set(report.holidays);
  const days: StripDay[] = [];
  for (let on = dueOn; days.length < clock.closureDays; on = addDays(on, -1)) {
    if (isWeekend(on) || free.has(on)) continue;
    const when = on < today ? "past" : on === today ? "today" : "ahead";
    days.unshift({ on, when, due: on === dueOn });
  }
  return { dueOn, left: daysLeft(dueOn, today, report.holidays) ?? 0, days };
}
