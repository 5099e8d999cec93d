/** What `score` shows to people says the same of a workbook as its report does, and as the panel. */

import { describe, expect, it } from "vitest";
import { scoreboard, scoreJson, scoreTable } from "../../cli/score.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASES } from "../../core/audit/phases.ts";
import type { Points } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { VERDICT_WORDS } from "../../core/words/en.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { actionsModel } from "../../panel/model/actions.ts";
import { day } from "../core/ready.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { scenario } from "../panel/scenarios.ts";

const reportOf = (inputs: Inputs) => report(EDITIONS, snapshotOf(inputs));
const lastLine = (board: string): string => board.split("\n").at(-1) ?? "";

/** One mandatory item and 1.5 are action items; 1.5 was closed on 10 March 2026. */
const FOUND: Inputs = [
  ["1.1", { auditor: "notMet" }],
  ["1.5", { auditor: "notMet", closedOn: day("2026-03-10"), closureEvidence: "Survey.pdf" }],
].reduce(
  (all, [id, change]) => withItem(all, id as string, change as Parameters<typeof withItem>[2]),
  { ...blankInputs(checklist31), phase: "actionItems", auditOn: day("2026-03-05") } as Inputs,
);

describe("the action items of a scoreboard", () => {
  it("are open as the report has it, whatever day of closing stands there", () => {
    const unreceived = reportOf(FOUND);
    expect(unreceived.issues.map(({ code }) => code)).toContain("closureWithoutReceipt");
    expect(lastLine(scoreboard(checklist31, unreceived))).toBe(
      "2 action items open, 220 points to close",
    );
    const closed = reportOf({ ...FOUND, summaryReceivedOn: day("2026-03-06") });
    expect(lastLine(scoreboard(checklist31, closed))).toBe(
      "1 action item open, 200 points to close",
    );
    const late = reportOf({ ...FOUND, summaryReceivedOn: day("2026-02-27") });
    expect(late.actionItems.map(({ state }) => state)).toEqual(["open", "late"]);
    expect(lastLine(scoreboard(checklist31, late))).toBe("1 action item open, 200 points to close");
  });

  it("are those that the panel counts", () => {
    for (const name of ["audit", "actions", "late", "pass"] as const) {
      const shown = scenario(name);
      const { open, openPoints } = actionsModel(checklist31, shown);
      const [, count, points] =
        /^(\d+) action items? open, (\d+) points/.exec(lastLine(scoreboard(checklist31, shown))) ??
        [];
      expect([Number(count ?? 0), Number(points ?? 0)], name).toEqual([open.length, openPoints]);
    }
  });
});

describe("the sections of a scoreboard", () => {
  it("can bring what stands in the workbook", () => {
    const mostOf = (inputs: Inputs) =>
      /^ 4 .* (\d+)$/m.exec(scoreboard(checklist31, reportOf(inputs)))?.[1] ?? "";
    const usual = Number(mostOf(blankInputs(checklist31)));
    const own = blankInputs(checklist31).items["4.1" as keyof Inputs["items"]]?.ifMet ?? 0;
    expect(own).toBeLessThan(40);
    const raised = withItem(blankInputs(checklist31), "4.1", { ifMet: 40 as Points });
    expect(mostOf(raised)).toBe(String(usual + 40 - own));
  });
});

it("a line of many workbooks has the verdict of the score that its phase is about", () => {
  const about = { selfAssessment: "self", submitted: "self", audit: "preliminary" } as const;
  for (const phase of PHASES) {
    const result = { ...scenario("audit"), phase };
    const name = phase === "actionItems" || phase === "closed" ? "final" : about[phase];
    const verdicts = { self: "pass", preliminary: "fail", final: "inProgress" } as const;
    for (const score of ["self", "preliminary", "final"] as const) {
      Object.assign(result, { [score]: { ...result[score], verdict: verdicts[score] } });
    }
    expect(scoreTable([scoreJson("k.xlsx", result)])).toContain(
      `${VERDICT_WORDS[verdicts[name]]} `,
    );
  }
});
