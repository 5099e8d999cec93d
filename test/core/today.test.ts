/** What only today's date can tell. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { report } from "../../core/report/report.ts";
import { localDay, withToday } from "../../core/report/today.ts";
import { issueSentence } from "../../core/words/issues.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { ACTIONS, day } from "./ready.ts";

const codes = (today: string, closedOn: string) => {
  const inputs = withItem(ACTIONS, "9.3.5", { closedOn: day(closedOn), closureEvidence: "Shown" });
  const found = withToday(report(EDITIONS, snapshotOf(inputs)), day(today));
  return found.issues.filter(({ code }) => code === "closedInFuture");
};

describe("a closure", () => {
  it("is doubted while its day is still to come, in its cell", () => {
    const [issue, ...more] = codes("2026-03-12", "2026-03-13");
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      severity: "warning",
      where: expect.stringMatching(/^Checklist!R\d+$/),
    });
    expect(issue && issueSentence(issue)).toContain(
      "Item 9.3.5 is closed on a day that is still to come",
    );
  });

  it("is not doubted today or later, nor where it does not count anyway", () => {
    expect(codes("2026-03-13", "2026-03-13")).toEqual([]);
    expect(codes("2026-03-14", "2026-03-13")).toEqual([]);
    // Later than 5 business days: told as late already.
    expect(codes("2026-03-12", "2030-01-01")).toEqual([]);
  });
});

describe("a day of the process", () => {
  const found = (change: Partial<Inputs>) =>
    withToday(report(EDITIONS, snapshotOf({ ...ACTIONS, ...change })), day("2026-03-12"))
      .issues.filter(({ code }) => code === "farDate" || code === "weekendDate")
      .map((issue) => [issue.code, issue.severity, issue.where, issueSentence(issue)]);

  it("is doubted in a year that can hardly be meant, in its cell", () => {
    expect(found({})).toEqual([]);
    expect(found({ auditOn: day("2062-03-09") })).toEqual([
      [
        "farDate",
        "warning",
        expect.stringMatching(/^Overview!L\d+$/),
        expect.stringMatching(
          /^Overview!L\d+ says 2062-03-09 for “Audit”, 36 years from now\. Check the year\.$/,
        ),
      ],
    ]);
    expect(found({ auditOn: day("1926-03-09") })[0]?.[3]).toContain("100 years ago");
    expect(found({ auditOn: day("2031-03-10") })).toEqual([]);
    const { prerequisites } = ACTIONS;
    const references = prerequisites.references.map((reference, index) =>
      index === 1 ? { ...reference, on: day("1926-01-04") } : reference,
    );
    const first = snapshotOf(ACTIONS).names.Prerequisite_Reference_On?.row ?? 0;
    const [[code, , where] = []] = found({ prerequisites: { ...prerequisites, references } });
    expect([code, where]).toEqual(["farDate", expect.stringMatching(new RegExp(`${first + 1}$`))]);
  });

  it("is doubted on a weekend where people meet or receive, and nowhere else", () => {
    const [[code, severity, , sentence] = []] = found({ auditOn: day("2027-01-03") });
    expect([code, severity]).toEqual(["weekendDate", "warning"]);
    expect(sentence).toMatch(/says 2027-01-03 for “Audit”, which is a Sunday\. Check the day\.$/);
    expect(found({ submittedOn: day("2026-03-07") })).toEqual([]);
  });
});

describe("the day of a clock", () => {
  it("is the one on the wall", () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});
