/** A year that was mistyped lies thousands of years away: dates are still worked out in a few steps. */

import { beforeEach, expect, it, vi } from "vitest";
import { deadlines } from "../../core/audit/clock.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Report } from "../../core/report/report.ts";
import { closureStrip, deadlinesModel } from "../../panel/model/dates.ts";
import { scenario, TODAY } from "./scenarios.ts";

const taken = vi.hoisted(() => ({ steps: 0 }));

/** Every step from one day or month to another is counted. */
vi.mock("../../core/audit/dates.ts", async (importOriginal) => {
  const dates = await importOriginal<typeof import("../../core/audit/dates.ts")>();
  const counted =
    <A extends readonly unknown[], R>(step: (...args: A) => R) =>
    (...args: A): R => {
      taken.steps += 1;
      return step(...args);
    };
  return {
    ...dates,
    addDays: counted(dates.addDays),
    addMonths: counted(dates.addMonths),
    isWeekend: counted(dates.isWeekend),
  };
});

const day = (text: string) => text as IsoDate;

/** Every date of the engagement on one day, with some holidays around today and then. */
function audited(phase: Report["phase"], on: IsoDate): Report {
  const holidays = ["2026-12-25", "2026-12-26", "2026-12-25", on].map(day);
  const dates = { submittedOn: on, auditOn: on, summaryReceivedOn: on, reportReceivedOn: on };
  const due = deadlines(checklist31, { ...dates, lastFullAuditOn: null, renewal: false, holidays });
  return { ...scenario("pass"), phase, holidays, deadlines: due };
}

const PHASES = ["submitted", "audit", "actionItems", "closed"] as const;
/** Far below the days, and the months, of a thousand years. */
const FEW = 300;

beforeEach(() => {
  taken.steps = 0;
});

it.each(["9026-03-09", "1926-03-09"])("of %s take few steps in every phase", (text) => {
  const reports = PHASES.map((phase) => audited(phase, day(text)));
  for (const report of reports) {
    taken.steps = 0;
    deadlinesModel(report, TODAY);
    closureStrip(checklist31, report, TODAY);
    expect(taken.steps, report.phase).toBeGreaterThan(0);
    expect(taken.steps, report.phase).toBeLessThan(FEW);
  }
});

it("are shown in months, and counted in days all the same", () => {
  expect(deadlinesModel(audited("closed", day("9026-03-09")), TODAY)).toMatchObject([
    { key: "decisionOn", on: "9026-04-06", months: 84_000 },
    { key: "renewalOn", on: "9027-03-09", months: 84_011 },
    { key: "fullAuditOn", on: "9029-03-09", months: 84_035 },
  ]);
  const [summary] = deadlinesModel(audited("audit", day("1926-03-09")), TODAY);
  expect(summary).toMatchObject({ key: "summaryOn", on: "1926-03-10", months: null });
  expect(summary?.left).toBeLessThan(-26_000);
});
