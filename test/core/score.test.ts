/** The scoring rule: totals, bounds and every branch of the verdicts. */

import { describe, expect, it } from "vitest";
import type { Answer } from "../../core/audit/answers.ts";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { Phase } from "../../core/audit/phases.ts";
import { type ScoringRow, scoreItems } from "../../core/audit/score.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { itemById } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { withItem } from "../fakes/snapshot.ts";

const { items } = checklist31;

const day = (text: string) => text as IsoDate;

/** All items answered alike in both columns, in the phase Audit unless said otherwise. */
function filled(answer: Answer, phase: Phase = "audit"): Inputs {
  const start: Inputs = {
    ...blankInputs(checklist31),
    phase,
    summaryReceivedOn: day("2026-03-09"),
  };
  return items.reduce(
    (inputs, item) => withItem(inputs, item.id, { self: answer, auditor: answer }),
    start,
  );
}
const met = filled("met");
const closed = filled("met", "closed");
const both = (inputs: Inputs, ids: readonly string[], answer: Answer) =>
  ids.reduce((all, id) => withItem(all, id, { self: answer, auditor: answer }), inputs);
const scores = (inputs: Inputs) => evaluate(checklist31, inputs).scores;

describe("the totals", () => {
  it("run from -9200, when nothing is met, to 1000", () => {
    expect(scores(met).self).toMatchObject({
      total: 1000,
      floor: 1000,
      ceiling: 1000,
      answered: 97,
      unanswered: 0,
      notMet: 0,
      verdict: "pass",
    });
    expect(scores(filled("notMet")).preliminary).toMatchObject({
      total: -9200,
      floor: -9200,
      ceiling: -9200,
      notMet: 97,
      verdict: "fail",
    });
  });

  it("count a blank as neither", () => {
    expect(scores(blankInputs(checklist31)).self).toMatchObject({
      total: 0,
      floor: -9200,
      ceiling: 1000,
      answered: 0,
      unanswered: 97,
      verdict: "inProgress",
    });
  });

  it("lose 200 for a mandatory item not met, and only the add points for another", () => {
    expect(scores(both(met, ["1.1"], "notMet")).self.total).toBe(800);
    expect(scores(both(met, ["2.2"], "notMet")).self.total).toBe(960);
  });

  it("are the sums of their sections", () => {
    const score = scores(both(met, ["1.1", "9.15.2", "14.1"], "notMet")).preliminary;
    const sections: Readonly<Record<string, number>> = score.sections;
    expect(sections["1"]).toBe(40 - 200);
    expect(sections["14"]).toBe(0);
    const sum = Object.values(score.sections).reduce<number>((total, points) => total + points, 0);
    expect(sum).toBe(score.total);
    expect(Object.keys(score.sections)).toHaveLength(14);
  });

  it("hold what is waived and carried whatever was answered there", () => {
    const inputs = both({ ...met, reseller: false }, ["4.5", "5.1", "5.3"], "notMet");
    expect(scores(inputs).self).toMatchObject({
      total: 1000,
      answered: 88,
      notMet: 0,
      verdict: "pass",
    });
    const renewal = both({ ...met, renewal: true }, ["1.1", "1.4"], "notMet");
    expect(scores(renewal).final).toMatchObject({ total: 1000, answered: 33, verdict: "pass" });
  });

  it("do not depend on the phase", () => {
    const inputs = both(met, ["2.2", "1.1"], "notMet");
    const totals = (["selfAssessment", "submitted", "audit", "actionItems", "closed"] as const).map(
      (phase) => {
        const { self, preliminary, final } = scores({ ...inputs, phase });
        return [self.total, preliminary.total, final.total, self.verdict, preliminary.verdict];
      },
    );
    expect(new Set(totals.map(String)).size).toBe(1);
  });
});

describe("the verdict on self-assessment and preliminary score", () => {
  const hundred = ["2.2", "4.3.2", "1.4"];

  it("is pass at 900 sharp and fail below", () => {
    expect(scores(both(met, hundred, "notMet")).self).toMatchObject({
      total: 900,
      verdict: "pass",
    });
    expect(scores(both(met, [...hundred, "6.1.7"], "notMet")).self).toMatchObject({
      total: 890,
      verdict: "fail",
    });
  });

  it("is never pass while anything is unanswered", () => {
    expect(scores(both(met, ["1.1"], "unanswered")).self).toMatchObject({
      total: 1000,
      floor: 800,
      ceiling: 1000,
      verdict: "inProgress",
    });
    expect(scores(both(met, ["1.4"], "unanswered")).self).toMatchObject({
      total: 980,
      ceiling: 1000,
      verdict: "inProgress",
    });
  });

  it("is fail as soon as 900 is out of reach, or a mandatory item is not met", () => {
    const open = both(met, ["1.1", "1.2"], "unanswered");
    expect(scores(both(open, [...hundred, "6.1.7"], "notMet")).self).toMatchObject({
      ceiling: 890,
      verdict: "fail",
    });
    const nearlyBlank = both(blankInputs(checklist31), ["8.1.9"], "notMet");
    expect(scores(nearlyBlank).self.verdict).toBe("fail");
    // 200 lost and the rest met makes 800, so only a changed point value could let this pass by sum.
    expect(scores(both(met, ["8.1.9"], "notMet")).preliminary).toMatchObject({
      ceiling: 800,
      verdict: "fail",
    });
  });

  it("fails on a mandatory item even where the sum would do", () => {
    const rows = evaluate(checklist31, met).items.map((row): ScoringRow => row);
    const extra = { ...rows[0], ifMet: 400, ifNotMet: 0 } as ScoringRow;
    const fallen = {
      ...rows[0],
      self: "notMet",
      auditor: "notMet",
      actionState: "open",
    } as ScoringRow;
    const { self, preliminary } = scoreItems(checklist31, [...rows, extra, fallen], true);
    expect(self.total).toBe(1200);
    expect([self.verdict, preliminary.verdict]).toEqual(["fail", "fail"]);
  });
});

describe("the final verdict", () => {
  const plan = { auditor: "notMet", plan: "By May" } as const;
  const open = { auditor: "notMet" } as const;
  const inTime = { auditor: "notMet", closedOn: day("2026-03-16") } as const;
  const late = { auditor: "notMet", closedOn: day("2026-03-17") } as const;

  it.each([
    ["everything met", met, 1000, 1000, "pass"],
    ["an item unanswered", both(met, ["1.4"], "unanswered"), 980, 1000, "inProgress"],
    ["unanswered when closed", both(closed, ["1.4"], "unanswered"), 980, 1000, "inProgress"],
    ["a mandatory item open", withItem(met, "1.1", open), 800, 1000, "inProgress"],
    ["a mandatory item open at the end", withItem(closed, "1.1", open), 800, 800, "fail"],
    ["a mandatory item closed", withItem(met, "1.1", inTime), 1000, 1000, "pass"],
    ["a mandatory item closed late", withItem(closed, "1.1", late), 1000, 1000, "pass"],
    ["a mandatory item with a plan", withItem(met, "1.1", plan), 800, 1000, "inProgress"],
    [
      "a mandatory item with a plan at the end",
      withItem(closed, "1.1", plan),
      800,
      1000,
      "actionPlan",
    ],
    [
      "one planned, one open at the end",
      withItem(withItem(closed, "1.1", plan), "1.2", open),
      600,
      800,
      "fail",
    ],
    [
      "two planned at the end",
      withItem(withItem(closed, "1.1", plan), "1.2", plan),
      600,
      1000,
      "actionPlan",
    ],
    ["a score-impacting item open", withItem(met, "2.2", open), 960, 1000, "pass"],
    ["a score-impacting item open at the end", withItem(closed, "2.2", open), 960, 960, "pass"],
    ["a score-impacting item late", withItem(met, "2.2", late), 960, 960, "pass"],
    [
      "a plan for a score-impacting item at the end",
      withItem(closed, "2.2", plan),
      960,
      960,
      "pass",
    ],
  ] as const)("with %s: %#", (_, inputs, total, ceiling, verdict) => {
    expect(scores(inputs).final).toMatchObject({ total, ceiling, verdict });
  });

  const lost = ["2.2", "4.3.2", "8.1.10"];
  const short = (inputs: Inputs, change: Partial<Inputs["items"][keyof Inputs["items"]]>) =>
    lost.reduce((all, id) => withItem(all, id, change), inputs);

  it("waits while closing open items could still reach 900, and ends in fail", () => {
    expect(scores(short(met, open)).final).toMatchObject({
      total: 880,
      ceiling: 1000,
      verdict: "inProgress",
    });
    expect(scores(short(closed, open)).final).toMatchObject({
      total: 880,
      ceiling: 880,
      verdict: "fail",
    });
    expect(scores(short(met, late)).final).toMatchObject({
      total: 880,
      ceiling: 880,
      verdict: "fail",
    });
    expect(scores(short(met, inTime)).final).toMatchObject({
      total: 1000,
      notMet: 0,
      verdict: "pass",
    });
  });

  it("is no action plan where even the plans do not reach 900", () => {
    expect(scores(withItem(short(closed, open), "1.1", plan)).final).toMatchObject({
      total: 680,
      ceiling: 880,
      verdict: "fail",
    });
  });

  it("is an action plan where the plans make 900 sharp, and none below", () => {
    const sharp = both(closed, ["2.2", "4.3.2", "1.4"], "notMet");
    expect(scores(withItem(sharp, "1.1", plan)).final).toMatchObject({
      total: 700,
      verdict: "actionPlan",
    });
    const below = both(sharp, ["6.1.7"], "notMet");
    expect(scores(withItem(below, "1.1", plan)).final).toMatchObject({
      total: 690,
      verdict: "fail",
    });
  });

  it("says fail before it says that something is unanswered", () => {
    const inputs = both(short(met, late), ["1.5"], "unanswered");
    expect(scores(inputs).final).toMatchObject({ ceiling: 880, unanswered: 1, verdict: "fail" });
  });

  it("leaves the preliminary score as the auditor found it", () => {
    expect(scores(short(met, inTime)).preliminary).toMatchObject({
      total: 880,
      ceiling: 880,
      notMet: 3,
      verdict: "fail",
    });
  });

  it("ignores an action state without the auditor's Not met", () => {
    const rows = evaluate(checklist31, met).items.map(
      (row): ScoringRow => ({ ...row, actionState: "open" }),
    );
    expect(scoreItems(checklist31, rows, true).final.verdict).toBe("pass");
  });
});

it("the four reconstructed items can be of the other kind", () => {
  expect(itemById(checklist31, "4.1").mandatory).toBe(false);
  const points = { ifMet: 0, ifNotMet: -200 } as Pick<
    Inputs["items"][keyof Inputs["items"]],
    "ifMet" | "ifNotMet"
  >;
  const inputs = withItem(met, "4.1", { ...points, self: "notMet" });
  expect(scores(inputs).self).toMatchObject({ total: 790, verdict: "fail" });
});
