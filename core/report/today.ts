/** What can only be told with today's date: the core itself has no clock. */

import { isWeekend } from "../audit/dates.ts";
import type { IsoDate } from "../checklist/domain.ts";
import { type Issue, type IssueOf, type Place, whereOf } from "../workbook/issues.ts";
import type { Report } from "./report.ts";

/** The report with warnings about days that can hardly be meant. */
export function withToday(report: Report, today: IsoDate): Report {
  const found = [...closedInFuture(report, today), ...doubtfulDays(report, today)];
  return found.length === 0 ? report : { ...report, issues: [...report.issues, ...found] };
}

/** Still to come, though they tell of what was done. */
function closedInFuture(report: Report, today: IsoDate): Issue[] {
  const early = report.items.filter(({ closedOn, actionState }) => {
    return actionState === "closed" && closedOn !== null && closedOn > today;
  });
  const [first] = early;
  if (!first) return [];
  const place = closurePlace(report, first.place);
  const values = { items: early.map(({ id }) => id) };
  return [{ code: "closedInFuture", severity: "warning", place, where: whereOf(place), values }];
}

function closurePlace({ places }: Report, row: Place | null): Place | null {
  const column = places.Closed_On;
  return column && row?.sheet === column.sheet ? { ...column, row: row.row } : null;
}

/** No deadline of an audit lies further ahead, and no customer that counts was won longer ago. */
const YEARS_AHEAD = 5;
const YEARS_BACK = 20;

interface Day {
  readonly name: string;
  readonly on: IsoDate | null;
  readonly place: Place | null;
  /** Whether nobody would have meant a Saturday or Sunday. */
  readonly working: boolean;
}

/** Years that were mistyped, and weekends on which nobody audits. */
function doubtfulDays(report: Report, today: IsoDate): Issue[] {
  const thisYear = Number(today.slice(0, 4));
  return daysOf(report).flatMap(({ name, on, place, working }): Issue[] => {
    if (on === null) return [];
    const years = Number(on.slice(0, 4)) - thisYear;
    if (years > YEARS_AHEAD || years < -YEARS_BACK)
      return [warning("farDate", place, { name, day: on, years })];
    return working && isWeekend(on) ? [warning("weekendDate", place, { name, day: on })] : [];
  });
}

function warning<Code extends "farDate" | "weekendDate">(
  code: Code,
  place: Place | null,
  values: IssueOf<Code>["values"],
): Issue {
  // Code and values belong together by the type of the arguments.
  return { code, severity: "warning", place, where: whereOf(place), values } as Issue;
}

function daysOf(report: Report): Day[] {
  const { profile, places, items } = report;
  const cell = (name: string, on: IsoDate | null, working = false): Day => ({
    name,
    on,
    place: places[name] ?? null,
    working,
  });
  const since = places.Prerequisite_Reference_On;
  return [
    cell("Last_Full_Audit_On", profile.lastFullAuditOn),
    cell("Submitted_On", profile.submittedOn),
    cell("Audit_On", profile.auditOn, true),
    cell("Summary_Received_On", profile.summaryReceivedOn, true),
    cell("Report_Received_On", profile.reportReceivedOn, true),
    cell("Prerequisite_Application_On", profile.prerequisites.applicationOn),
    ...profile.prerequisites.references.map(
      ({ on }, index): Day => ({
        name: "Prerequisite_Reference_On",
        on,
        place: since ? { ...since, row: since.row + index } : null,
        working: false,
      }),
    ),
    ...items.map(
      ({ closedOn, place }): Day => ({
        name: "Closed_On",
        on: closedOn,
        place: closurePlace(report, place),
        working: false,
      }),
    ),
  ];
}

/** The day on this machine's own clock. */
export function localDay(now: Date): IsoDate {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate;
}
