/** What is told before a phase is left or the final report made: never refused, and nothing on the way back. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { report } from "../../core/report/report.ts";
import { stepPreflight } from "../../core/report/step-preflight.ts";
import { speakFinding } from "../../core/words/preflight.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { ACTIONS, day, READY } from "./ready.ts";

const signed: Inputs = {
  ...withItem(ACTIONS, "8.1.9", { plan: "Hire by May" }),
  people: { ...ACTIONS.people, Sign_Off_Name: "A. Alder", Sign_Off_On: "2026-03-18" },
};
const found = (inputs: Inputs, to: Parameters<typeof stepPreflight>[1], today = "2026-03-18") =>
  stepPreflight(report(EDITIONS, snapshotOf(inputs)), to, day(today)).map(({ code }) => code);

describe("before Closed and the final report", () => {
  it.each(["closed", "report"] as const)(
    "%s: nothing, where all is done and the days fit",
    (to) => {
      expect(found(signed, to)).toEqual([]);
    },
  );

  it.each<[string, Inputs, string?]>([
    ["unvalidated", withItem(signed, "9.4", { auditor: "unanswered" })],
    ["openWithoutPlan", withItem(signed, "8.1.9", { plan: "" })],
    ["notSignedOff", { ...signed, people: {} }],
    ["noReceipt", { ...signed, summaryReceivedOn: null }],
    ["windowOpen", signed, "2026-03-17"],
    ["reportOverdue", signed, "2026-03-24"],
    ["closedLate", withItem(signed, "1.1", { closedOn: day("2026-03-18") })],
  ])("%s", (code, inputs, today) => {
    // The phase is Action items: Audit is behind it, and only the report asks for it again.
    for (const to of code === "unvalidated"
      ? (["report"] as const)
      : (["report", "closed"] as const))
      expect(found(inputs, to, today), to).toContain(code);
  });

  it("says so in sentences with the place that settles it", () => {
    const [finding] = stepPreflight(
      report(EDITIONS, snapshotOf(withItem(signed, "8.1.9", { plan: "" }))),
      "closed",
      day("2026-03-18"),
    );
    expect(finding && speakFinding(finding).message).toBe(
      "Item 8.1.9 is mandatory, open and without an action plan.",
    );
    expect(finding?.where).toMatch(/^Checklist!/);
  });
});

describe("before other phases", () => {
  it("asks what each phase that is passed over asks, and nothing on the way back", () => {
    expect(found({ ...READY, phase: "audit" }, "actionItems")).toEqual(["unvalidated"]);
    expect(found({ ...READY, auditOn: day("2026-03-20") }, "audit")).toEqual(["auditToCome"]);
    expect(found(READY, "closed")).toEqual(["unvalidated", "notSignedOff"]);
    expect(found({ ...READY, phase: "closed" }, "audit")).toEqual([]);
  });
});
