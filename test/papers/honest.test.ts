/** What people read weakens and strengthens nothing, says whose it is, and leaves to the programme what is the programme's. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { paperHtml } from "../../core/papers/html.ts";
import { handOverMail, planLetter } from "../../core/papers/letters.ts";
import { paperBlueprint } from "../../core/papers/sheet.ts";
import { auditSummary, finalReport } from "../../core/papers/summary.ts";
import { report } from "../../core/report/report.ts";
import { CALENDAR_TEXT, PAPER_TEXT } from "../../core/words/papers.ts";
import { PREREQUISITES, PROMPTS, SERVICES } from "../../core/words/sheets.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { ACTIONS_TEXT, DATES_TEXT, EMPTY_TEXT } from "../../panel/words/panel.ts";
import { ACTIONS, READY } from "../core/ready.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";

const told = (inputs: Inputs) => report(EDITIONS, snapshotOf(inputs));
const INDEPENDENT = /independent of AWS: AWS has not made, endorsed or checked it\./;
const PLANNED = withItem(ACTIONS, "8.1.9", { plan: "Hire by May" });
const ALL_MET = checklist31.items.reduce((all, { id }) => withItem(all, id, { auditor: "met" }), {
  ...READY,
  phase: "closed",
} as Inputs);

describe("every paper", () => {
  it("says that it is independent of the maker, as a page, as a sheet and as a letter", () => {
    const result = told(PLANNED);
    for (const paper of [auditSummary(checklist31, result), finalReport(checklist31, result)]) {
      expect(paperHtml(paper)).toMatch(INDEPENDENT);
      const cells = paperBlueprint(paper).sheets.flatMap((sheet) => sheet.cells);
      expect(cells.filter(({ value }) => INDEPENDENT.test(String(value)))).toHaveLength(1);
    }
    const mail = handOverMail(checklist31, result, "kestrel.xlsx");
    for (const letter of [mail, planLetter(checklist31, result)])
      expect(letter?.text.trimEnd().split("\n").at(-1)).toMatch(INDEPENDENT);
  });

  const standings: readonly (readonly [string, Inputs, string])[] = [
    ["a pass", ALL_MET, "900 is reached, and no mandatory item is open."],
    [
      "a fail",
      { ...ACTIONS, phase: "closed" },
      "Not reached: it takes 900 points, and no mandatory item open.",
    ],
    [
      "a plan",
      withItem({ ...PLANNED, phase: "closed" }, "9.3.5", { auditor: "met" }),
      "Every open mandatory item has an action plan; closing them brings the score to 900 or more.",
    ],
    ["open items", ACTIONS, "The score is not final yet."],
  ];
  it.each(standings)(
    "states scores and leaves acceptance to the programme: %s",
    (_, inputs, standing) => {
      const [first] = finalReport(checklist31, told(inputs)).blocks;
      expect(first?.paragraphs).toContain(standing);
      expect(first?.paragraphs).toContain(
        "This report states scores and action items. Whether the partner is accepted into the AWS MSP Partner Program is decided by AWS.",
      );
      expect(first?.paragraphs.join(" ")).not.toMatch(/verdict|\bPass\b|\bFail\b/i);
    },
  );
});

describe("words", () => {
  it("offer a hypothetical use only where no active customer uses the service", () => {
    for (const text of [SERVICES.headers.example, PROMPTS.compliant.message])
      expect(text).toMatch(/hypothetical use (?:only )?if no active customer/);
  });

  it("renew only who is an MSP already, and call ours what the source does not say", () => {
    for (const text of [
      PROMPTS.engagement(checklist31).message,
      EMPTY_TEXT.renewalHint(33, "3.0"),
    ]) {
      expect(text).toMatch(/\bMSPs\b/);
      expect(text).toMatch(/3\.0 \(?or later,? \(?as we read it\)/);
    }
  });

  it("tell the prerequisite from the step of applying", () => {
    expect(PREREQUISITES.application).toMatch(/\(a step\)/);
    expect(PREREQUISITES.intro).toMatch(/application in the APN Portal is a step of applying/);
    expect(PREREQUISITES.sent).toMatch(/^Completed self-assessment/);
  });

  it("say plainly that no item is marked Not met, and what is due", () => {
    expect(PAPER_TEXT.noMandatory).toBe("No mandatory item is marked Not met.");
    for (const text of [ACTIONS_TEXT.none, PAPER_TEXT.noScoreImpacting])
      expect(text).toMatch(/^No (?:other )?item is marked Not met\b/);
    for (const text of [
      PAPER_TEXT.dates.actionItems,
      CALENDAR_TEXT.titles(checklist31).actionItemsDueOn,
      DATES_TEXT.names(checklist31).actionItemsDueOn,
    ])
      expect(text).toBe("Action items due");
    expect(PAPER_TEXT.scoreImpactingLead(checklist31)).toMatch(
      /evidence within 5 business days .*auditor finds closed .*not be in the final report/,
    );
  });
});
