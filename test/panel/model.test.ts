/** What the panel shows, from reports made by the core: no page is needed. */

import { describe, expect, it } from "vitest";
import type { IsoDate, SectionId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Report } from "../../core/report/report.ts";
import { actionsModel } from "../../panel/model/actions.ts";
import { closureStrip, deadlinesModel } from "../../panel/model/dates.ts";
import { emptyModel } from "../../panel/model/empty.ts";
import { dockModel } from "../../panel/model/item.ts";
import { type Choice, EVERYTHING, itemsModel, nextItems } from "../../panel/model/items.ts";
import { disagreements, sectionsModel } from "../../panel/model/overview.ts";
import { scoreModel } from "../../panel/model/score.ts";
import { dayText, figure, gain } from "../../panel/words/numbers.ts";
import {
  actionInputs,
  answered,
  auditInputs,
  changed,
  reportFor,
  scenario,
  TODAY,
} from "./scenarios.ts";

const { items } = checklist31;

const day = (text: string) => text as IsoDate;
const idOf = (text: string) => items.find((item) => item.id === text)?.id ?? null;

describe("the score block", () => {
  it("says the distance while answers are open", () => {
    const model = scoreModel(checklist31, scenario("self"));
    expect(model).toMatchObject({
      verdict: "inProgress",
      badge: "In progress",
      headline: "60 points to 900",
      reason: null,
    });
    expect(model.meter).toMatchObject({ now: 840, open: 120, missed: 40, closable: false });
    expect(model.meter.nowShare + model.meter.openShare + model.meter.missedShare).toBeCloseTo(1);
    expect(model.scores).toEqual([
      { name: "self", total: 840, current: true },
      { name: "preliminary", total: null, current: false },
      { name: "final", total: null, current: false },
    ]);
    expect(model.spoken).toBe("Self score 840 of 1000. 60 to 900.");
  });

  it("says what failed, and that it can be closed later", () => {
    expect(scoreModel(checklist31, scenario("audit"))).toMatchObject({
      badge: "Fail",
      besideBadge: "as validated so far",
      headline: "900 is out of reach",
      reason:
        "Best possible 740: item 8.1.9 is not met. It can still be closed after the audit summary.",
    });
  });

  it("counts closures once action items are open", () => {
    expect(scoreModel(checklist31, scenario("actions"))).toMatchObject({
      count: "2 of 6 closed",
      headline: "170 points to 900",
      meter: { now: 730, open: 270, missed: 0, closable: true },
    });
  });

  it("tells a pass from an answer that is still missing", () => {
    expect(scoreModel(checklist31, scenario("pass")).headline).toBe(
      "Pass, with 100 points to spare",
    );
    const last = reportFor(changed(answered("met"), { "1.5": { self: "unanswered" } }));
    expect(scoreModel(checklist31, last)).toMatchObject({
      badge: "In progress",
      headline: "900 is reached",
      reason: "1 item is still unanswered.",
    });
  });

  it("keeps the bar empty below 0 and uses a true minus", () => {
    const model = scoreModel(checklist31, reportFor(answered("notMet")));
    expect(model.meter.now).toBeLessThan(0);
    expect(model.meter).toMatchObject({ nowShare: 0, openShare: 0, missedShare: 1 });
    expect(model.spoken).toContain("\u2212");
    expect(model.headline).toMatch(/^\d+ points short of 900$/);
  });

  it("reassures when the sheet cannot be trusted", () => {
    expect(scoreModel(checklist31, scenario("damaged"))).toMatchObject({
      errors: 3,
      reason: expect.stringContaining("Trust 840"),
    });
  });

  it("says what the sheet shows where that differs", () => {
    const report = scenario("damaged");
    const wrong = { ...report, sheetTotals: { ...report.sheetTotals, self: 880 } };
    expect(scoreModel(checklist31, wrong).reason).toBe(
      "Your answers are safe. The sheet shows 880, the answers give 840. Trust 840 until the sheet is put right.",
    );
  });

  it("says that an action plan keeps the door open", () => {
    const plan = {
      ...changed(actionInputs(), { "8.1.9": { plan: "By May" } }),
      phase: "closed" as const,
    };
    expect(scoreModel(checklist31, reportFor(plan))).toMatchObject({
      badge: "Action plan",
      headline: "170 points to 900",
      reason: "Item 8.1.9 has an action plan. Closing it makes 930.",
    });
  });
});

describe("what comes next", () => {
  it("is mandatory first, then what brings most", () => {
    const next = nextItems(checklist31, scenario("self"));
    const firstOther = next.findIndex((row) => !row.mandatory);
    expect(next.slice(firstOther).some((row) => row.mandatory)).toBe(false);
    const worth = next.slice(firstOther).map((row) => row.worth);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    expect(next[0]).toMatchObject({ id: "1.6", mandatory: true });
    expect(next[0]?.sheetRow).toBe(10);
  });

  it("follows the auditor's column in the audit", () => {
    expect(nextItems(checklist31, scenario("audit")).every((row) => Number(row.section) >= 9)).toBe(
      true,
    );
  });
});

describe("sections", () => {
  it("folds the complete ones and sums them", () => {
    const model = sectionsModel(checklist31, scenario("self"));
    expect(model.open.length + model.complete.length).toBe(14);
    expect(model.open.map((row) => row.id)).toContain("8");
    expect(model.open.find((row) => row.id === "8")).toMatchObject({
      answered: 14,
      audited: 16,
      most: 100,
    });
    const points = [...model.open, ...model.complete].reduce((sum, row) => sum + row.points, 0);
    expect(points).toBe(scenario("self").self.total);
  });

  it("has nothing to answer in a section that is waived", () => {
    const five = sectionsModel(checklist31, scenario("renewal")).complete.find(
      (row) => row.id === "5",
    );
    expect(five).toMatchObject({ audited: 0, points: 40 });
  });
});

describe("disagreements", () => {
  it("have a stake each, what costs most first, and a sum", () => {
    const { rows, together } = disagreements(checklist31, scenario("audit"));
    expect(rows.map((row) => [row.id, row.stake])).toEqual([
      ["8.1.9", -200],
      ["9.3.5", -40],
      ["6.1.3", -20],
      ["1.5", 20],
    ]);
    expect(together).toBe(-240);
  });
});

describe("the list of items", () => {
  const find = (report: Report, choice: Partial<Choice>) =>
    itemsModel(checklist31, report, { ...EVERYTHING, ...choice }).rows.map(
      (row) => row.id as string,
    );

  it("finds ids from their start and words anywhere", () => {
    const self = scenario("self");
    expect(find(self, { query: "8.1.9" })).toEqual(["8.1.9"]);
    expect(find(self, { query: "1" })).toEqual(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]);
    expect(find(self, { query: "SECRET shopper" })).toEqual(["8.1.9"]);
    expect(find(self, { query: "weiss" })).toEqual(["8.1.1"]);
    expect(find(self, { query: "zzz" })).toEqual([]);
  });

  it("narrows by filters together, and counts each alone", () => {
    const audit = scenario("audit");
    const model = itemsModel(checklist31, audit, EVERYTHING);
    expect(model.rows).toHaveLength(97);
    expect(model.counts).toMatchObject({ notMet: 3, disagree: 4, action: 3 });
    expect(find(audit, { filters: new Set(["disagree", "mandatory"]) })).toEqual(["8.1.9"]);
    expect(find(audit, { filters: new Set(["unanswered"]) })).toHaveLength(model.counts.unanswered);
    expect(find(audit, { section: "14" as SectionId })).toHaveLength(1);
  });
});

describe("action items", () => {
  it("stand by what became of them", () => {
    const model = actionsModel(checklist31, scenario("actions"));
    expect(model.open.map((row) => row.action.id)).toEqual(["8.1.9", "9.4", "6.1.3", "6.1.7"]);
    expect(model.closed.map((row) => row.action.id)).toEqual(["8.2.4", "9.3.5"]);
    expect(model).toMatchObject({ openMandatory: 1, openPoints: 270, closedPoints: 240 });
    const late = actionsModel(checklist31, scenario("late"));
    expect(late.late.map((row) => row.action.id)).toEqual(["9.4"]);
    expect(late.open.map((row) => row.action.state)).toEqual(["planned", "open"]);
  });
});

describe("dates", () => {
  it("count business days from today", () => {
    const strip = closureStrip(checklist31, scenario("actions"), TODAY);
    expect(strip?.dueOn).toBe("2026-03-17");
    expect(strip?.left).toBe(2);
    expect(strip?.days.map((one) => [one.on.slice(8), one.when, one.due])).toEqual([
      ["11", "past", false],
      ["12", "past", false],
      ["13", "today", false],
      ["16", "ahead", false],
      ["17", "ahead", true],
    ]);
  });

  it("end on the last day, stay ended over a weekend, and skip holidays", () => {
    const actions = scenario("actions");
    expect(closureStrip(checklist31, actions, day("2026-03-17"))?.left).toBe(0);
    expect(closureStrip(checklist31, actions, day("2026-03-18"))?.left).toBe(-1);
    const friday = reportFor({ ...actionInputs(), summaryReceivedOn: day("2026-03-06") });
    expect(closureStrip(checklist31, friday, day("2026-03-14"))).toMatchObject({
      dueOn: "2026-03-13",
      left: -1,
    });
    const holiday = reportFor({ ...actionInputs(), holidays: [day("2026-03-16")] });
    expect(closureStrip(checklist31, holiday, TODAY)?.days.map((one) => one.on.slice(8))).toEqual([
      "11",
      "12",
      "13",
      "17",
      "18",
    ]);
  });

  it("count in months what is far away", () => {
    expect(deadlinesModel(scenario("pass"), TODAY)).toMatchObject([
      { key: "renewalOn", on: "2027-03-09", months: 11 },
      { key: "fullAuditOn", on: "2029-03-09", months: 35 },
      { key: "decisionOn", months: null },
    ]);
  });

  it("say which cell to fill while there is none", () => {
    expect(closureStrip(checklist31, scenario("audit"), TODAY)).toBeNull();
    expect(deadlinesModel(scenario("audit"), TODAY)).toMatchObject([
      { key: "summaryOn", on: "2026-03-10", left: -3 },
      { key: "finalReportOn" },
      { key: "actionItemsDueOn", on: null, left: null, cell: "Audit summary received" },
    ]);
  });
});

describe("the dock", () => {
  it("is open to the side whose phase it is", () => {
    expect(dockModel(checklist31, scenario("self"), idOf("8.1.9"))?.answering).toMatchObject({
      side: "self",
      answer: "unanswered",
      closedBecause: null,
    });
    expect(dockModel(checklist31, scenario("audit"), idOf("8.1.9"))?.answering).toMatchObject({
      side: "auditor",
      answer: "notMet",
      closedBecause: null,
    });
  });

  it("says on each answer what it would do, and of the given one what it does", () => {
    const words = (name: "self" | "audit", item: string) => {
      const effects = dockModel(checklist31, scenario(name), idOf(item))?.answering?.effects;
      return [effects?.met.full, effects?.notMet.full];
    };
    // Mandatory and open; with points and open; mandatory and met; not met.
    expect(words("self", "8.1.9")).toEqual(["keeps 840", "makes 640, 900 is out of reach"]);
    const open = scenario("self").items.find((row) => row.self === "unanswered" && row.ifMet > 0);
    expect(words("self", open?.id ?? "")).toEqual([
      `makes ${840 + (open?.ifMet ?? 0)}`,
      `misses ${open?.ifMet}`,
    ]);
    expect(words("self", "1.1")).toEqual(["avoids −200", "makes 640, 900 is out of reach"]);
    expect(words("audit", "8.1.9")[1]).toBe("counts −200");
  });

  it("says why answers are closed in every other phase", () => {
    for (const name of ["submitted", "actions", "pass"] as const) {
      expect(
        dockModel(checklist31, scenario(name), idOf("8.1.9"))?.answering?.closedBecause,
      ).toMatch(/closed/);
    }
  });

  it("has nothing to answer for waived and carried items", () => {
    const waived = dockModel(checklist31, scenario("renewal"), idOf("5.1"));
    expect(waived?.answering).toBeNull();
    expect(waived?.settled).toBe(
      "Waived: not in the Channel Reseller Program. It counts as met, whatever is answered.",
    );
    expect(dockModel(checklist31, scenario("renewal"), idOf("1.5"))?.settled).toMatch(
      /^Carried: .*20 points/,
    );
  });

  it("opens evidence to the partner, notes to the auditor, and closures in their phase", () => {
    const fields = (name: "self" | "audit" | "actions") =>
      dockModel(checklist31, scenario(name), idOf("8.1.9"))?.fields.map((field) => [
        field.name,
        field.open,
      ]);
    expect(fields("self")).toEqual([
      ["Evidence", true],
      ["Owner", true],
    ]);
    expect(fields("audit")).toEqual([
      ["Evidence", false],
      ["Owner", true],
      ["Auditor_Note", true],
      ["Note_Kind", true],
    ]);
    expect(fields("actions")).toEqual([
      ["Evidence", false],
      ["Owner", true],
      ["Auditor_Note", false],
      ["Closure_Evidence", true],
      ["Closed_On", true],
      ["Action_Plan", true],
    ]);
    // No action item, so there is nothing to close.
    expect(
      dockModel(checklist31, scenario("actions"), idOf("1.5"))?.fields.map(({ name }) => name),
    ).toEqual(["Evidence", "Owner"]);
  });

  it("says why fields are closed, and nothing where all are open", () => {
    expect(dockModel(checklist31, scenario("self"), idOf("8.1.9"))?.fieldsClosed).toBe(null);
    for (const name of ["submitted", "audit", "actions", "late"] as const) {
      expect(dockModel(checklist31, scenario(name), idOf("8.1.9"))?.fieldsClosed).toMatch(/closed/);
    }
  });
});

describe("words", () => {
  it("write numbers and days as the panel does", () => {
    expect([figure(-200), figure(0), gain(40), gain(0), gain(-40)]).toEqual([
      "\u2212200",
      "0",
      "+40",
      "0",
      "\u221240",
    ]);
    expect(dayText(day("2026-03-17"))).toBe("Tue 17 Mar");
    expect(dayText(day("2027-01-01"), TODAY)).toBe("Fri 1 Jan 2027");
  });

  it("count the new checklist from the catalogue", () => {
    expect(emptyModel(checklist31)).toEqual({
      sheets: "six",
      items: 97,
      renewalItems: 33,
      resellerPoints: 40,
    });
  });
});

describe("a report over JSON", () => {
  it("shows the same, since hosts may send it as text", () => {
    const sent = JSON.parse(JSON.stringify(scenario("audit"))) as Report;
    expect(scoreModel(checklist31, sent)).toEqual(scoreModel(checklist31, scenario("audit")));
    expect(itemsModel(checklist31, sent, EVERYTHING)).toEqual(
      itemsModel(checklist31, scenario("audit"), EVERYTHING),
    );
    expect(reportFor(auditInputs()).items).toHaveLength(97);
  });
});
