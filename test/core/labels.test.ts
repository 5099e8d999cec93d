/** Sentences call inputs by what stands on the screen, and know what was probably meant. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { preflight } from "../../core/report/preflight.ts";
import { report } from "../../core/report/report.ts";
import { withToday } from "../../core/report/today.ts";
import { issueSentence } from "../../core/words/issues.ts";
import { cellLabel, inputLabel } from "../../core/words/labels.ts";
import { nearest } from "../../core/words/nearest.ts";
import { speakFinding } from "../../core/words/preflight.ts";
import { wholeSentence } from "../../core/words/spoken.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { INPUTS } from "../../core/workbook/fields.ts";
import { readAssignments } from "../../core/workbook/write/entries.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { blank, CASES, clean } from "./issue-cases.ts";
import { FINDINGS } from "./preflight-cases.ts";
import { TODAY } from "./ready.ts";

/** A defined name of ours, and no word of a sentence. */
const DEFINED_NAME = /\b[A-Z][A-Za-z]*_[A-Z][A-Za-z_]*/;

describe("the label of an input", () => {
  it("is there for each, and for a column is the header of its cells", () => {
    for (const { name, shape } of INPUTS) {
      expect(inputLabel(name)).not.toMatch(DEFINED_NAME);
      if (shape !== "column") continue;
      expect(clean.names[name]?.values[0]?.[0], name).toBe(inputLabel(name));
    }
  });

  it("says which cell of several", () => {
    expect(cellLabel("Owner", "8.1.9")).toBe("8.1.9 Owner");
    expect(cellLabel("Holidays", "3")).toBe("Holidays 3");
    expect(cellLabel("Prerequisite_Paying", "2")).toBe("Reference 2, Paying");
    expect(cellLabel("Audit_On", null)).toBe("Audit");
  });
});

describe("no sentence holds a defined name", () => {
  it("of a fault, unless the name itself is at fault", () => {
    for (const [code, { appears }] of Object.entries(CASES)) {
      for (const snapshot of appears) {
        for (const issue of withToday(report(EDITIONS, snapshot), TODAY).issues) {
          if (/^name(?:Missing|Misplaced|Cut|Elsewhere)$/.test(issue.code)) continue;
          // What people typed may look like one.
          expect(issueSentence(issue), `${code}: ${issue.code}`).not.toMatch(DEFINED_NAME);
        }
      }
    }
  });

  it("of a finding before the hand-over", () => {
    for (const { shows } of Object.values(FINDINGS)) {
      for (const snapshot of shows) {
        for (const finding of preflight(checklist31, report(EDITIONS, snapshot), TODAY)) {
          // These quote a fault.
          if (finding.code === "untrusted" || finding.code === "warnings") continue;
          expect(wholeSentence(speakFinding(finding))).not.toMatch(DEFINED_NAME);
        }
      }
    }
  });

  it("of a value that is refused, where the name is right", () => {
    for (const [name, value] of [
      ["Audit_On", "soon"],
      ["Engagement", "Half"],
      ["Partner_Name", "x".repeat(32_768)],
    ] as const) {
      const { refusals } = readAssignments(
        checklist31,
        [{ name, key: null, value }],
        snapshotOf(blank),
      );
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).not.toMatch(DEFINED_NAME);
    }
  });
});

describe("the nearest word", () => {
  const words = ["score", "set", "submit", "Owner", "Self_Answer", "Auditor_Answer"];

  it.each([
    ["scroe", "score"],
    ["SCORE", "score"],
    ["scor", "score"],
    ["submitt", "submit"],
    ["owner", "Owner"],
    ["Owners", "Owner"],
    ["Self_Anwser", "Self_Answer"],
    ["Selfanswer", "Self_Answer"],
    ["st", "set"],
  ])("to %s is %s", (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant);
  });

  it.each(["", "x", "frobnicate", "answer"])("to %j is none", (typed) => {
    expect(nearest(typed, words)).toBeNull();
  });

  it("is none where two are as near", () => {
    expect(nearest("fit", ["fill", "fig", "fib"])).toBeNull();
  });
});
