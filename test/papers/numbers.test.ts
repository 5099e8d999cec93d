/** The same audit under a programme with other numbers and names: what people read follows the checklist. */

import { describe, expect, it } from "vitest";
import { HELP } from "../../cli/help.ts";
import { SCORE_TEXT } from "../../cli/words.ts";
import { points } from "../../core/checklist/domain.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { calendarDays } from "../../core/papers/calendar.ts";
import { handOverMail, planLetter } from "../../core/papers/letters.ts";
import { auditSummary, finalReport } from "../../core/papers/summary.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { scoreModel } from "../../panel/model/score.ts";
import { EMPTY_TEXT, PANEL, SCORE } from "../../panel/words/panel.ts";
import { CLOSING_TEXT } from "../../panel/words/steps.ts";
import { PRINT_TEXT } from "../../preview/words.ts";
import { ACTIONS, day } from "../core/ready.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";

const OTHER: FullChecklist = {
  ...checklist31,
  title: "Orchard Partner Checklist",
  shortTitle: "Orchard checklist",
  program: "Orchard Programme",
  manager: "Orchard Keeper",
  maker: "Orchard",
  version: "7.2",
  most: points(1234),
  pass: points(876),
  items: checklist31.items.map((item) =>
    item.mandatory ? { ...item, ifNotMet: points(-150) } : item,
  ),
  clock: { replyDays: 11, summaryHours: 48, closureDays: 6, finalReportDays: 13, decisionDays: 17 },
  renewal: { months: 18, fullAuditMonths: 60, oldestVersion: "6.5" },
  mail: { to: "apples@example.org", subject: "From {partner}: done" },
};

const [edition] = EDITIONS;
/** The workbook says that it is of the version that it was drawn from. */
const read = (inputs = ACTIONS) =>
  report(
    [{ checklist: { ...OTHER, version: checklist31.version }, check: edition.check }],
    snapshotOf(inputs),
  );
/** Nothing that 3.1 alone says; item and section titles, which are the same here, are left out. */
const OF_31 = /\b900\b|of 1000\b|\b200\b|v3\.1|version 3|AWS MSP|by AWS|amazon\.com/;

describe("what people read", () => {
  it("says the marks, days and names of its checklist in papers and letters", () => {
    const people = { ...ACTIONS.people, People_AWS_Contact: "R. Pippin" };
    const result = read({ ...ACTIONS, people });
    const said = JSON.stringify([
      auditSummary(OTHER, result),
      finalReport(OTHER, result),
      auditSummary(OTHER, read({ ...ACTIONS, summaryReceivedOn: null })),
      handOverMail(OTHER, result, "x.xlsx"),
      planLetter(OTHER, read(withItem(ACTIONS, "8.1.9", { plan: "Hire by May" }))),
    ]);
    expect(said).not.toMatch(OF_31);
    for (const words of [
      "Orchard Partner Checklist v7.2",
      "of 1234 points",
      " to 876",
      "(876 to pass)",
      "Each costs 150 points",
      "an action plan for the Orchard Keeper",
      "6 business days from receipt",
      "later than 6 business days after",
      "Decision by Orchard",
      "Orchard contact",
      "apples@example.org",
      "From Kestrel Cloud Ltd: done",
    ])
      expect(said).toContain(words);
  });

  it("says its days in the calendar, whole years as years", () => {
    const dated = { ...ACTIONS, reportReceivedOn: day("2026-03-20") };
    const days = calendarDays(OTHER, read(dated));
    expect(JSON.stringify(days)).not.toMatch(OF_31);
    expect(days.map(({ note }) => note)).toEqual([
      "11 business days after the self-assessment was submitted; an aim, not a promise.",
      "48 hours after the audit.",
      "6 business days after the audit summary was received.",
      "The day after the action items are due.",
      "13 business days after the audit.",
      "17 business days after the final report was received.",
      "18 months after the audit.",
      "5 years after the last full audit.",
    ]);
    expect(days[0]?.title).toMatch(/^Orchard aims to answer/);
  });

  it("says them in the panel, on the page and in the command line", () => {
    const model = scoreModel(OTHER, read());
    const { meter } = model;
    const said = [
      model.headline,
      model.spoken,
      SCORE.tick(OTHER),
      SCORE.meter(OTHER, meter.now, meter.open, meter.missed, meter.closable),
      PANEL.version(OTHER),
      EMPTY_TEXT.renewalHint(1, OTHER.renewal?.oldestVersion ?? ""),
      CLOSING_TEXT.final(OTHER, 800, "Pass"),
      CLOSING_TEXT.planLead(OTHER, ""),
      PRINT_TEXT.basis(OTHER, "Audit"),
      HELP.overview(OTHER),
      HELP.plan(OTHER),
      ...SCORE_TEXT.heads(OTHER),
    ].join("\n");
    expect(said).not.toMatch(OF_31);
    expect(said.match(/\b876\b/g)?.length).toBeGreaterThan(3);
    expect(said.match(/\b1234\b/g)?.length).toBeGreaterThan(2);
    expect(said).toContain("v6.5 or later");
  });

  it("says which sections and items resellers alone are asked", () => {
    const scope = (items: number, sections: number) =>
      EMPTY_TEXT.noHint(
        {
          items: checklist31.items.slice(0, items).map(({ id }) => id),
          sections: checklist31.sections.slice(0, sections).map(({ id }) => id),
        },
        40,
      );
    expect(scope(1, 1)).toBe("Item 1.1 and section 1 are waived. You get their 40 points.");
    expect(scope(2, 0)).toBe("Items 1.1 and 1.2 are waived. You get their 40 points.");
    expect(scope(0, 1)).toBe("Section 1 is waived. You get its 40 points.");
  });
});
