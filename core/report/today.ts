/** What can only be told with today's date: the core itself has no clock. */

import type { IsoDate } from "../checklist/domain.ts";
import { type Issue, type Place, whereOf } from "../workbook/issues.ts";
import type { Report } from "./report.ts";

/** The report with warnings about days that are still to come, though they tell of what was done. */
export function withToday(report: Report, today: IsoDate): Report {
  const early = report.items.filter(({ closedOn, actionState }) => {
    return actionState === "closed" && closedOn !== null && closedOn > today;
  });
  const [first] = early;
  if (!first) return report;
  const column = report.places.Closed_On;
  const place: Place | null =
    column && first.place?.sheet === column.sheet ? { ...column, row: first.place.row } : null;
  const issue: Issue = {
    code: "closedInFuture",
    severity: "warning",
    place,
    where: whereOf(place),
    values: { items: early.map(({ id }) => id) },
  };
  return { ...report, issues: [...report.issues, issue] };
}

/** The day on this machine's own clock. */
export function localDay(now: Date): IsoDate {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate;
}
