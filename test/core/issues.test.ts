/** Every fault that the core can name appears where it should, and does not beside it. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { ISSUE_CODES, issueSentence, speakIssue } from "../../core/words/issues.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { RULES } from "../../core/workbook/check/all.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import {
  snapshotOf,
  snapshotOfBlueprint,
  withFormula,
  withoutName,
  withRowOrder,
  withValue,
} from "../fakes/snapshot.ts";
import { answered, auditing, CASES, clean, day, item } from "./issue-cases.ts";

const issuesOf = (snapshot: Snapshot, code: string) =>
  report(EDITIONS, snapshot).issues.filter((issue) => issue.code === code);

it("a new workbook has no faults", () => {
  expect(report(EDITIONS, clean).issues).toEqual([]);
});

describe.each(Object.entries(CASES))("%s", (code, { severity, appears, not, where }) => {
  it("appears", () => {
    for (const [index, snapshot] of appears.entries()) {
      const [first] = issuesOf(snapshot, code);
      expect(first, `case ${index}`).toBeDefined();
      expect(first?.severity, `case ${index}`).toBe(severity);
    }
    const [first] = appears[0] ? issuesOf(appears[0], code) : [];
    if (where) expect(first?.where).toMatch(where);
    else expect(first?.where).toBeNull();
    expect(first?.where === null).toBe(first?.place === null);
    // A sentence, and no placeholder left in it.
    const said = first && speakIssue(first);
    for (const text of [said?.message, said?.remedy ?? said?.message]) {
      expect(text).toMatch(/^[^\s].{5,}\.$/);
      expect(text).not.toMatch(/undefined|null|\[object|NaN|!$/);
    }
  });

  it("does not appear beside it", () => {
    for (const [index, snapshot] of [...not, clean].entries()) {
      expect(issuesOf(snapshot, code), `case ${index}`).toEqual([]);
    }
  });
});

describe("rules", () => {
  it("have each code once, and all but those that no look at a workbook alone can find", () => {
    const codes = RULES.flatMap(({ severity }) => Object.keys(severity));
    const others = [
      "checklistUnknown",
      "checklistUnread",
      "otherRevision",
      "closedInFuture",
      "farDate",
      "weekendDate",
    ];
    expect([...codes, ...others].sort()).toEqual([...ISSUE_CODES].sort());
  });

  it("say of their sentences whether they name the place", () => {
    for (const { appears } of Object.values(CASES)) {
      for (const snapshot of appears) {
        for (const issue of report(EDITIONS, snapshot).issues) {
          const isNamed = issue.where !== null && issueSentence(issue).includes(issue.where);
          const { namesPlace } = speakIssue(issue);
          expect(namesPlace && issue.where !== null, issueSentence(issue)).toBe(isNamed);
        }
      }
    }
  });
});

it("a name of a later format is gone only from a workbook of that format", () => {
  const earlier = snapshotOfBlueprint(blueprint(checklist31, blankInputs(checklist31), 1));
  const gone = (snapshot: Snapshot) =>
    report(EDITIONS, snapshot).issues.flatMap(({ code, values }) =>
      code === "nameMissing" ? [values.name] : [],
    );
  expect(gone(earlier)).toEqual([]);
  expect(gone(clean)).toEqual([]);
  expect(gone(withoutName(clean, "Checklist_Revision"))).toEqual(["Checklist_Revision"]);
});

describe("cells that add up a lost formula", () => {
  it("are said to come right with it, and others to need a spreadsheet program", () => {
    const off = withValue(clean, "Self_Total", 0, 40);
    const said = (snapshot: Snapshot) =>
      issuesOf(snapshot, "notRecalculated").map(issueSentence).join("\n");
    expect(said(off)).toContain("Open the workbook in a spreadsheet program and save it.");
    const lost = withFormula(off, "Self_Points", "1.2", null);
    expect(said(lost)).toContain("right with the cells that are not as they should be");
    expect(said(lost)).not.toContain("spreadsheet program");
    // What keys on a hidden cell is up to date, and wrong all the same.
    const hidden = withValue(off, "Item_Renewal_List", "8.1.2", null);
    expect(said(hidden)).toContain("right with the cells that are not as they should be");
    // Nor can a recalculation help where an entry throws the formulas off.
    const twice = withValue(off, "Item_Id", "1.1", "1.2");
    expect(said(twice)).toContain("right with the cells that are not as they should be");
  });
});

describe("severity", () => {
  it("is a warning for a lost name or a bad date that no score depends on, an error where one does", () => {
    const severity = (snapshot: Snapshot, code: string) => issuesOf(snapshot, code)[0]?.severity;
    expect(severity(withoutName(clean, "Owner"), "nameMissing")).toBe("warning");
    expect(severity(withoutName(clean, "Overview_Notes"), "nameMissing")).toBe("warning");
    expect(severity(withValue(clean, "Summary_Received_On", 0, "soon"), "unknownDate")).toBe(
      "error",
    );
    expect(severity(withValue(clean, "Closed_On", "1.1", "soon"), "unknownDate")).toBe("error");
    // Prior items are of no account in a full audit, and less than the most can be right.
    expect(severity(withValue(clean, "Prior_Action", "1.1", "x"), "unknownWord")).toBe("warning");
    expect(severity(withValue(clean, "Open_Add", 0, 0), "pointsSum")).toBe("warning");
  });

  it("puts errors first", () => {
    const both = withValue(
      withValue(clean, "Self_Answer", "1.1", "Met "),
      "Self_Answer",
      "14.1",
      "Perhaps",
    );
    const severities = report(EDITIONS, both).issues.map((issue) => issue.severity);
    expect(severities.indexOf("warning")).toBeGreaterThan(severities.lastIndexOf("error"));
    expect(severities).toContain("error");
  });
});

describe("what the sheet's formulas see", () => {
  it("decides whether stored results are stale, also where a cell was read leniently or not at all", () => {
    // All of these count as something else for the formulas than for people; the results are those of the formulas.
    const trapped: readonly Snapshot[] = [
      withValue(clean, "Self_Answer", "1.1", "Met "),
      withValue(clean, "Reseller_Program", 0, " No"),
    ];
    for (const snapshot of trapped) expect(issuesOf(snapshot, "notRecalculated")).toEqual([]);
  });

  it("is a plan in a lone space: the sheet says Planned, and no formula was overwritten", () => {
    const planned = item(auditing, "1.1", { auditor: "notMet", plan: "By May" });
    const spaced = withValue(planned, "Action_Plan", "1.1", " ");
    const found = report(EDITIONS, spaced);
    expect(found.actionItems[0]).toMatchObject({ state: "open", plan: null });
    expect(
      found.issues.filter((issue) => ["notRecalculated", "formulaChanged"].includes(issue.code)),
    ).toEqual([]);
  });

  it("is some day in a number where a date should stand: the sheet says Closed", () => {
    const closed = item(auditing, "1.1", { auditor: "notMet", closedOn: day("2026-03-10") });
    const odd = withValue(closed, "Closed_On", "1.1", 5);
    const found = report(EDITIONS, odd);
    expect(found.actionItems[0]).toMatchObject({ state: "open" });
    expect(found.issues.map((issue) => issue.code)).toEqual(["unknownDate", "nothingSealed"]);
  });
});

it("errors come before the rest, in the order in which they were found", () => {
  const unknown = ["14.1", "1.1", "9.3.5"].reduce(
    (all, id) => withValue(all, "Self_Answer", id, "Perhaps"),
    clean,
  );
  const alone = report(EDITIONS, unknown).issues;
  expect(alone.map(({ severity }) => severity)).toEqual(["error", "error", "error"]);
  const rows = alone.map(({ place }) => place?.row ?? 0);
  expect([...rows].sort((a, b) => a - b)).toEqual(rows);
  const mixed = report(EDITIONS, withValue(unknown, "Auditor_Answer", "1.1", "met ")).issues;
  expect(mixed.slice(0, 3)).toEqual(alone);
  expect(mixed[3]?.severity).not.toBe("error");
});

it("sorting by hand is at most a warning about section headings", () => {
  const full = snapshotOf(answered("met"));
  const count = (full.names.Item_Id?.rows ?? 0) - 2;
  const upsideDown = Array.from({ length: count }, (_, index) => count - index);
  const sorted = withRowOrder(full, upsideDown);
  const found = report(EDITIONS, sorted);
  expect(found.self).toEqual(report(EDITIONS, full).self);
  expect(found.issues.filter((issue) => issue.severity === "error")).toEqual([]);
});
