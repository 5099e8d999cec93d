/** Business days and the programme's deadlines. */

import type { IsoDate } from "../checklist/domain.ts";
import type { Checklist, ClockRule, RenewalRule } from "../checklist/types.ts";
import { addDays, addMonths, isWeekend, weekdaysBetween } from "./dates.ts";

/**
 * The n-th business day after a date, as WORKDAY counts: the date itself is never counted.
 * Twin: workbook/draw/overview-frame.ts#dueFormula
 */
export function addBusinessDays(
  from: IsoDate,
  days: number,
  holidays: readonly IsoDate[],
): IsoDate {
  const free = new Set(holidays);
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (!isWeekend(date) && !free.has(date)) left -= 1;
  }
  return date;
}

/**
 * Business days after `from` up to and with `to`; negative when `to` comes first. Not counted one by one: a
 * year that was mistyped lies millions of days away, and panels ask for this at each drawing.
 */
export function businessDaysBetween(
  from: IsoDate,
  to: IsoDate,
  holidays: readonly IsoDate[],
): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  const free = new Set(holidays.filter((date) => date > first && date <= last && !isWeekend(date)));
  return sign * (weekdaysBetween(first, last) - free.size);
}

export interface ProcessDates {
  readonly submittedOn: IsoDate | null;
  readonly auditOn: IsoDate | null;
  readonly summaryReceivedOn: IsoDate | null;
  readonly reportReceivedOn: IsoDate | null;
  readonly lastFullAuditOn: IsoDate | null;
  readonly renewal: boolean;
  readonly holidays: readonly IsoDate[];
}

export interface Deadlines {
  /** AWS aims to answer the self-assessment by then. */
  readonly replyOn: IsoDate | null;
  /** The audit summary: by the day on which its hours end. */
  readonly summaryOn: IsoDate | null;
  /** Action items close, counted from receipt of the summary. */
  readonly actionItemsDueOn: IsoDate | null;
  /** The same counted from the audit, as the source's definition has it: earlier, so advice. */
  readonly actionItemsAdvisedOn: IsoDate | null;
  /** The final report may go out from the day after the action items' due date. */
  readonly finalReportFrom: IsoDate | null;
  readonly finalReportOn: IsoDate | null;
  /** The report would be due before the action items are. */
  readonly reportCrossesActionItems: boolean;
  readonly decisionOn: IsoDate | null;
  readonly renewalOn: IsoDate | null;
  readonly fullAuditOn: IsoDate | null;
}

export const NO_DEADLINES: Deadlines = {
  replyOn: null,
  summaryOn: null,
  actionItemsDueOn: null,
  actionItemsAdvisedOn: null,
  finalReportFrom: null,
  finalReportOn: null,
  reportCrossesActionItems: false,
  decisionOn: null,
  renewalOn: null,
  fullAuditOn: null,
};

/** Dates have no hours, so those of the summary are whole days. */
export const summaryDays = ({ summaryHours }: ClockRule): number => Math.ceil(summaryHours / 24);

/** When the next audit is due; in workbooks of format 1 also where it has to be a full one. */
export const renewalDay = (rule: RenewalRule | null, auditOn: IsoDate | null): IsoDate | null =>
  auditOn === null || rule === null ? null : addMonths(auditOn, rule.months);

/**
 * Every deadline whose start is known. Source: lines 39, 51 to 69, 12 and 125.
 * Twin: workbook/draw/overview-engagement.ts#drawTimeline
 * Twin: workbook/draw/overview-below.ts#drawDates
 */
export function deadlines({ clock, renewal }: Checklist, dates: ProcessDates): Deadlines {
  const after = (start: IsoDate | null, days: number) =>
    start === null ? null : addBusinessDays(start, days, dates.holidays);
  const actionItemsDueOn = after(dates.summaryReceivedOn, clock.closureDays);
  const finalReportOn = after(dates.auditOn, clock.finalReportDays);
  const lastFull = dates.renewal ? dates.lastFullAuditOn : (dates.auditOn ?? dates.lastFullAuditOn);
  const renewalOn = renewalDay(renewal, dates.auditOn);
  const fullAuditOn =
    lastFull === null || renewal === null ? null : addMonths(lastFull, renewal.fullAuditMonths);
  return {
    replyOn: after(dates.submittedOn, clock.replyDays),
    summaryOn: dates.auditOn === null ? null : addDays(dates.auditOn, summaryDays(clock)),
    actionItemsDueOn,
    actionItemsAdvisedOn: after(dates.auditOn, clock.closureDays),
    finalReportFrom: actionItemsDueOn === null ? null : addDays(actionItemsDueOn, 1),
    finalReportOn,
    reportCrossesActionItems:
      actionItemsDueOn !== null && finalReportOn !== null && finalReportOn <= actionItemsDueOn,
    decisionOn: after(dates.reportReceivedOn, clock.decisionDays),
    // In the third year the next audit is the full one, and has one day.
    renewalOn:
      renewalOn !== null && fullAuditOn !== null && renewalOn >= fullAuditOn ? null : renewalOn,
    fullAuditOn,
  };
}
