/** While points that are our reading are in play, no paper and no letter states a score without saying so. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { handOverMail, planLetter } from "../../core/papers/letters.ts";
import { auditSummary, finalReport } from "../../core/papers/summary.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { day, READY } from "../core/ready.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";

const DOUBT =
  /^Kind and points of 4\.2\.3 are our reading: check the table of section 4, page 10 .* about 200 lower\.$/m;

const texts = (inputs: Inputs) => {
  const found = report(EDITIONS, snapshotOf(inputs));
  const lines = (paper: ReturnType<typeof auditSummary>) =>
    paper.blocks.flatMap(({ paragraphs }) => paragraphs).join("\n");
  return {
    mail: handOverMail(checklist31, found, "kestrel.xlsx").text,
    summary: lines(auditSummary(checklist31, found)),
    report: lines(finalReport(checklist31, found)),
    plan: planLetter(checklist31, found)?.text ?? "",
  };
};
const doubted = (inputs: Inputs): string[] =>
  Object.entries(texts(inputs)).flatMap(([name, text]) => (DOUBT.test(text) ? [name] : []));

const validated = checklist31.items.reduce((all, { id }) => withItem(all, id, { auditor: "met" }), {
  ...READY,
  phase: "closed",
  auditOn: day("2026-03-09"),
  summaryReceivedOn: day("2026-03-10"),
} as Inputs);

describe("an item whose points are our reading", () => {
  const open = withItem(
    withItem(validated, "1.1", { auditor: "notMet", plan: "By May" }),
    "4.2.3",
    {
      auditor: "notMet",
    },
  );

  it("not met in the audit is doubted in summary, report and plan letter", () => {
    expect(doubted(open)).toEqual(["summary", "report", "plan"]);
  });

  it("closed since is doubted in the summary alone", () => {
    const closed = withItem(open, "4.2.3", { closedOn: day("2026-03-12") });
    expect(doubted(closed)).toEqual(["summary"]);
  });

  it("answered Not met by the partner is doubted in the mail", () => {
    expect(doubted(withItem(READY, "4.2.3", { self: "notMet" }))).toEqual(["mail"]);
  });

  it("is doubted nowhere once somebody has compared the points, or where it is not audited", () => {
    expect(doubted({ ...open, pointsChecked: true })).toEqual([]);
    expect(doubted({ ...open, renewal: true })).toEqual([]);
    expect(doubted(validated)).toEqual([]);
  });
});

it("several of them are named in one sentence", () => {
  const both = ["4.1", "4.2.3"].reduce((all, id) => withItem(all, id, { self: "notMet" }), READY);
  expect(texts(both).mail).toMatch(
    /^Kind and points of 4\.1 and 4\.2\.3 are our reading: .* by about 200\.$/m,
  );
});
