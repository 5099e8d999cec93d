/** Dates and deadlines against date-fns, an implementation that knows nothing of ours. */

import {
  differenceInBusinessDays,
  differenceInCalendarDays,
  differenceInMonths,
  eachDayOfInterval,
  isWeekend as fallsOnWeekend,
  formatISO,
  addDays as laterDays,
  addMonths as laterMonths,
  parseISO,
} from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  businessDaysBetween,
  deadlines,
  type ProcessDates,
} from "../../core/audit/clock.ts";
import {
  addDays,
  addMonths,
  daysBetween,
  isoDate,
  isoFromSerial,
  isWeekend,
  monthsBetween,
  serialFromIso,
} from "../../core/audit/dates.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";

const day = (text: string) => text as IsoDate;
const show = (date: Date) => formatISO(date, { representation: "date" }) as IsoDate;
const theirs = (date: IsoDate) => parseISO(date);

/** Days of a century, leap days and years' ends more often than chance has it. */
const dates = fc.oneof(
  fc
    .integer({ min: 0, max: 36_524 })
    .map((offset) => show(laterDays(new Date(2000, 0, 1), offset))),
  fc.constantFrom(
    ...[
      "2024-02-29",
      "2028-02-29",
      "2026-12-31",
      "2027-01-01",
      "2026-02-28",
      "2027-08-31",
      "2100-02-28",
    ].map(day),
  ),
);
const holidaysNear = (from: IsoDate) =>
  fc
    .array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
    .map((offsets) => offsets.map((offset) => show(laterDays(theirs(from), offset))));

function businessDays(from: IsoDate, to: IsoDate, holidays: readonly IsoDate[]): IsoDate[] {
  return eachDayOfInterval({ start: theirs(from), end: theirs(to) })
    .filter((date) => !fallsOnWeekend(date))
    .map(show)
    .filter((date) => !holidays.includes(date));
}

describe("days and months", () => {
  it("move as date-fns moves them", () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -2_000, max: 2_000 }),
        fc.integer({ min: -60, max: 60 }),
        (date, days, months) => {
          expect(addDays(date, days)).toBe(show(laterDays(theirs(date), days)));
          expect(addMonths(date, months)).toBe(show(laterMonths(theirs(date), months)));
          expect(daysBetween(date, addDays(date, days))).toBe(days);
          expect(daysBetween(date, day("2026-01-01"))).toBe(
            differenceInCalendarDays(new Date(2026, 0, 1), theirs(date)),
          );
          expect(isWeekend(date)).toBe(fallsOnWeekend(theirs(date)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2026-08-31", -18, "2025-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe("business days", () => {
  it("are the days that date-fns leaves after weekends and holidays", () => {
    const cases = dates.chain((from) =>
      fc.tuple(fc.constant(from), fc.integer({ min: 1, max: 25 }), holidaysNear(from)),
    );
    fc.assert(
      fc.property(cases, ([from, days, holidays]) => {
        const to = addBusinessDays(from, days, holidays);
        const passed = businessDays(show(laterDays(theirs(from), 1)), to, holidays);
        expect(passed).toHaveLength(days);
        expect(passed.at(-1)).toBe(to);
        expect(businessDaysBetween(from, to, holidays)).toBe(days);
      }),
      { numRuns: 300 },
    );
  });

  it("between two days are counted after the first, up to and with the last, either way round", () => {
    const cases = dates.chain((from) =>
      fc.tuple(fc.constant(from), fc.integer({ min: 1, max: 60 }), holidaysNear(from)),
    );
    fc.assert(
      fc.property(cases, ([from, days, holidays]) => {
        const to = show(laterDays(theirs(from), days));
        const expected = businessDays(show(laterDays(theirs(from), 1)), to, holidays).length;
        expect(businessDaysBetween(from, to, holidays)).toBe(expected);
        expect(businessDaysBetween(to, from, holidays) + expected).toBe(0);
      }),
      { numRuns: 200 },
    );
    expect(businessDaysBetween(day("2026-03-09"), day("2026-03-09"), [])).toBe(0);
  });

  /** Days and months one by one: right, and far too slow for a year that was mistyped. */
  function countedDays(from: IsoDate, to: IsoDate, holidays: readonly IsoDate[]): number {
    const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
    let count = 0;
    for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) {
      if (!isWeekend(date) && !holidays.includes(date)) count += 1;
    }
    return sign * count;
  }
  function countedMonths(from: IsoDate, to: IsoDate): number {
    let months = 0;
    while (addMonths(from, months + 1) <= to) months += 1;
    return months;
  }

  it("and months are those that are counted one by one, with holidays on weekends, twice and elsewhere", () => {
    const spans = fc.tuple(
      dates,
      fc.integer({ min: -900, max: 900 }),
      fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 40 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(spans, ([from, days, offsets, twice]) => {
        const to = addDays(from, days);
        const once = offsets.map((offset) => addDays(from, offset));
        const holidays = [...once, to, from, ...(twice ? once : [])];
        expect(businessDaysBetween(from, to, holidays)).toBe(countedDays(from, to, holidays));
        const [first, last] = days < 0 ? [to, from] : [from, to];
        expect(monthsBetween(first, last)).toBe(countedMonths(first, last));
      }),
      { numRuns: 300 },
    );
    // Each day of a few weeks: the first and the last that are read, and those around day 0.
    for (const [from, to] of [
      ["1900-03-01", "1900-03-20"],
      ["1969-12-20", "1970-01-10"],
      ["9989-12-10", "9989-12-31"],
    ] as const) {
      for (let date = day(from); date <= to; date = addDays(date, 1)) {
        expect(businessDaysBetween(day(from), date, [])).toBe(countedDays(day(from), date, []));
      }
    }
  });

  it("up to a year that was mistyped are those that date-fns counts", () => {
    const [from, to] = [day("2026-03-09"), day("9026-03-09")];
    const weekdays = differenceInBusinessDays(theirs(to), theirs(from));
    expect(businessDaysBetween(from, to, [])).toBe(weekdays);
    const free = ["2026-12-25", "2026-12-26", "9026-03-09", "2026-12-25", "2025-12-25"].map(day);
    expect(businessDaysBetween(from, to, free)).toBe(weekdays - 2);
    expect(businessDaysBetween(to, from, free)).toBe(2 - weekdays);
    expect(monthsBetween(from, to)).toBe(differenceInMonths(theirs(to), theirs(from)));
    expect(monthsBetween(from, day("2026-03-08"))).toBe(-1);
  });

  it.each([
    ["Monday", "2026-03-09", 5, [], "2026-03-16"],
    ["Friday", "2026-03-13", 5, [], "2026-03-20"],
    ["Saturday", "2026-03-14", 5, [], "2026-03-20"],
    ["Sunday", "2026-03-15", 1, [], "2026-03-16"],
    ["over Christmas", "2026-12-23", 5, ["2026-12-25", "2026-12-26", "2027-01-01"], "2026-12-31"],
    ["with a holiday given twice", "2026-03-09", 1, ["2026-03-10", "2026-03-10"], "2026-03-11"],
    ["from a holiday", "2026-03-10", 1, ["2026-03-10"], "2026-03-11"],
  ])("from a %s", (_, from, days, holidays, to) => {
    expect(addBusinessDays(day(from), days, holidays.map(day))).toBe(to);
  });
});

describe("the deadlines", () => {
  const none: ProcessDates = {
    submittedOn: null,
    auditOn: null,
    summaryReceivedOn: null,
    reportReceivedOn: null,
    lastFullAuditOn: null,
    renewal: false,
    holidays: [],
  };

  it("are unknown while their start is", () => {
    const { reportCrossesActionItems, ...rest } = deadlines(checklist31, none);
    expect(Object.values(rest).filter((date) => date !== null)).toEqual([]);
    expect(reportCrossesActionItems).toBe(false);
  });

  it("count from their own starts", () => {
    const found = deadlines(checklist31, {
      ...none,
      submittedOn: day("2026-02-02"),
      auditOn: day("2026-03-05"),
      summaryReceivedOn: day("2026-03-09"),
      reportReceivedOn: day("2026-03-20"),
      holidays: [day("2026-03-17")],
    });
    expect(found).toEqual({
      replyOn: "2026-02-16",
      summaryOn: "2026-03-06",
      actionItemsDueOn: "2026-03-16",
      actionItemsAdvisedOn: "2026-03-12",
      finalReportFrom: "2026-03-17",
      finalReportOn: "2026-03-20",
      reportCrossesActionItems: false,
      decisionOn: "2026-04-17",
      renewalOn: "2027-03-05",
      fullAuditOn: "2029-03-05",
    });
  });

  /** A deadline the long way: day by day with date-fns. */
  function counted(from: IsoDate, days: number, holidays: readonly IsoDate[]): IsoDate {
    let date = theirs(from);
    for (let left = days; left > 0; ) {
      date = laterDays(date, 1);
      if (!fallsOnWeekend(date) && !holidays.includes(show(date))) left -= 1;
    }
    return show(date);
  }

  const CHRISTMAS = ["2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2027-01-06"];

  it.each([
    ["a Monday", "2026-03-09", []],
    ["a Friday", "2026-03-13", []],
    ["a Saturday", "2026-03-14", []],
    ["a Sunday", "2026-03-15", []],
    ["the end of January", "2026-01-31", []],
    ["the end of February", "2026-02-28", []],
    ["a leap day", "2028-02-29", []],
    ["the day before a leap day", "2028-02-28", []],
    ["1 March of a leap year", "2028-03-01", []],
    ["a February without a leap day in a year divisible by 100", "2100-02-28", []],
    ["the end of August", "2026-08-31", []],
    ["the end of the year", "2026-12-31", CHRISTMAS],
    ["before Christmas", "2026-12-18", CHRISTMAS],
    ["Christmas Day", "2026-12-25", CHRISTMAS],
    ["a holiday on a Saturday", "2026-12-23", ["2026-12-26"]],
    ["a week of holidays", "2026-04-02", ["2026-04-03", "2026-04-06", "2026-04-07", "2026-04-08"]],
  ])("from %s are those that date-fns counts", (_, from, free) => {
    const start = day(from);
    const holidays = free.map(day);
    const found = deadlines(checklist31, {
      ...none,
      submittedOn: start,
      auditOn: start,
      summaryReceivedOn: start,
      reportReceivedOn: start,
      holidays,
    });
    const five = counted(start, 5, holidays);
    const ten = counted(start, 10, holidays);
    expect(found).toEqual({
      replyOn: ten,
      summaryOn: show(laterDays(theirs(start), 1)),
      actionItemsDueOn: five,
      actionItemsAdvisedOn: five,
      finalReportFrom: show(laterDays(theirs(five), 1)),
      finalReportOn: ten,
      reportCrossesActionItems: false,
      decisionOn: counted(start, 20, holidays),
      renewalOn: show(laterMonths(theirs(start), 12)),
      fullAuditOn: show(laterMonths(theirs(start), 36)),
    });
  });

  it("cross where the report is due before the action items' time is over", () => {
    const crossing = (summary: string) =>
      deadlines(checklist31, {
        ...none,
        auditOn: day("2026-03-02"),
        summaryReceivedOn: day(summary),
      }).reportCrossesActionItems;
    // The report is due on 16 March: action items due on that day leave no time for it.
    expect(crossing("2026-03-06")).toBe(false);
    expect(crossing("2026-03-09")).toBe(true);
    expect(crossing("2026-03-10")).toBe(true);
  });

  it("put the next full audit three years after the last full one, which this audit is unless it is a renewal", () => {
    const dates = { ...none, auditOn: day("2026-03-05"), lastFullAuditOn: day("2024-02-29") };
    expect(deadlines(checklist31, dates).fullAuditOn).toBe("2029-03-05");
    expect(deadlines(checklist31, { ...dates, renewal: true }).fullAuditOn).toBe("2027-02-28");
    expect(deadlines(checklist31, { ...dates, auditOn: null }).fullAuditOn).toBe("2027-02-28");
    expect(
      deadlines(checklist31, { ...dates, renewal: true, lastFullAuditOn: null }).fullAuditOn,
    ).toBeNull();
  });

  it("exist for every day that is read, first and last", () => {
    for (const text of ["1900-03-01", "9989-12-31"]) {
      const date = isoDate(text);
      expect(date).not.toBeNull();
      const found = deadlines(checklist31, {
        ...none,
        submittedOn: date,
        auditOn: date,
        summaryReceivedOn: date,
        reportReceivedOn: date,
      });
      for (const due of Object.values(found)) {
        if (typeof due === "string") expect(due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });
});

describe("a date", () => {
  it("has the serial number that spreadsheets give it", () => {
    // 25569 is the day from which Unix counts.
    expect(serialFromIso("1970-01-01")).toBe(25_569);
    expect(serialFromIso("1900-03-01")).toBe(61);
    expect(isoFromSerial(61)).toBe("1900-03-01");
    expect(isoFromSerial(60)).toBeNull();
    expect(isoFromSerial(46_097.99)).toBe("2026-03-16");
    expect(isoFromSerial(2_958_465)).toBe("9999-12-31");
    expect(isoFromSerial(2_958_466)).toBeNull();
    expect(isoFromSerial(Number.NaN)).toBeNull();
    expect(serialFromIso("no date")).toBeNull();
    fc.assert(
      fc.property(dates, (date) => {
        const serial = serialFromIso(date);
        expect(serial).toBe(25_569 + differenceInCalendarDays(theirs(date), new Date(1970, 0, 1)));
        expect(isoFromSerial(serial ?? 0)).toBe(date);
      }),
    );
  });
});

it("has one day for the next audit in the third year, that of the full one", () => {
  const of = (auditOn: string, lastFullAuditOn: string) => {
    const { renewalOn, fullAuditOn } = deadlines(checklist31, {
      submittedOn: null,
      auditOn: auditOn as IsoDate,
      summaryReceivedOn: null,
      reportReceivedOn: null,
      lastFullAuditOn: lastFullAuditOn as IsoDate,
      renewal: true,
      holidays: [],
    });
    return [renewalOn, fullAuditOn];
  };
  expect(of("2026-03-01", "2024-03-01")).toEqual([null, "2027-03-01"]);
  expect(of("2025-03-01", "2024-03-01")).toEqual(["2026-03-01", "2027-03-01"]);
});
