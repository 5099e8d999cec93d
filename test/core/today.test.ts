/** What only today's date can tell. */

import { describe, expect, it } from "vitest";
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

describe("the day of a clock", () => {
  it("is the one on the wall", () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});
