/** Each finding before a hand-over has a workbook that shows it and one that does not. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { handOver } from "../../core/report/moves.ts";
import { type Finding, preflight } from "../../core/report/preflight.ts";
import { report } from "../../core/report/report.ts";
import { speakFinding } from "../../core/words/preflight.ts";
import { wholeSentence } from "../../core/words/spoken.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { placeText } from "../../core/workbook/issues.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { arbitraryInputs, damaged } from "./arbitrary.ts";
import { FINDINGS } from "./preflight-cases.ts";
import { READY, TODAY } from "./ready.ts";

const findingsOf = (snapshot: Snapshot) =>
  preflight(checklist31, report(EDITIONS, snapshot), TODAY);
const said = (finding: Finding | undefined) => finding && wholeSentence(speakFinding(finding));
const found = (snapshot: Snapshot, code: string) =>
  findingsOf(snapshot).find((finding) => finding.code === code);

it("a workbook that lacks nothing is told one thing: to ask whether the version is current", () => {
  expect(findingsOf(snapshotOf(READY)).map((finding) => finding.code)).toEqual(["current"]);
});

describe.each(Object.entries(FINDINGS))("%s", (code, { weight, shows, not, at, says }) => {
  it("shows, with its cell", () => {
    for (const [index, snapshot] of shows.entries()) {
      const finding = found(snapshot, code);
      expect(finding?.weight, `case ${index}`).toBe(weight);
      expect(said(finding)).toMatch(/^[^\s].{20,}\.$/);
      expect(said(finding)).not.toMatch(/undefined|null|\[object|NaN| {2}/);
    }
    const [first] = shows;
    const finding = first && found(first, code);
    expect(said(finding)).toMatch(says);
    const place = finding?.place ? placeText(finding.place) : "";
    expect(place).toMatch(at ?? /^$/);
  });

  it("says whether its sentence names the cell", () => {
    for (const snapshot of shows) {
      const finding = found(snapshot, code);
      if (!finding?.where) continue;
      const isNamed = said(finding)?.includes(finding.where);
      expect(speakFinding(finding).namesPlace, said(finding)).toBe(isNamed);
    }
  });

  it("does not show beside it", () => {
    const others = code === "current" ? [] : [...not, snapshotOf(READY)];
    for (const [index, snapshot] of others.entries()) {
      expect(found(snapshot, code), `case ${index}`).toBeUndefined();
    }
  });
});

describe("findings", () => {
  it("point at the cell that settles them, row and column", () => {
    const first = (code: keyof typeof FINDINGS) => {
      const [snapshot] = FINDINGS[code].shows;
      return snapshot && { snapshot, place: found(snapshot, code)?.place };
    };
    const expectAt = (code: keyof typeof FINDINGS, name: string, row: number): void => {
      const shown = first(code);
      const range = shown?.snapshot.names[name];
      expect(shown?.place, code).toEqual({
        sheet: range?.sheet,
        row: (range?.row ?? 0) + row,
        column: range?.column,
      });
    };
    expectAt("partner", "Partner_Name", 0);
    expectAt("tier", "Prerequisite_Tier", 0);
    expectAt("servicesBlank", "Service_Compliant", 4);
    expectAt("servicesDisagree", "Service_Compliant", 2);
    // Two stand there; the third line is the one to fill.
    expectAt("references", "Prerequisite_Reference", 2);
    expectAt("notPaying", "Prerequisite_Paying", 1);
    expectAt("undated", "Prerequisite_Reference_On", 1);
    expectAt("review", "Prerequisite_Reviewed", 0);
    const row = (code: keyof typeof FINDINGS, id: string, name: string): void => {
      const ids = first(code)?.snapshot.names.Item_Id?.values ?? [];
      expectAt(
        code,
        name,
        ids.findIndex((line) => line[0] === id),
      );
    };
    row("unanswered", "9.6.2", "Self_Answer");
    row("fails", "1.1", "Self_Answer");
    row("evidence", "12.1", "Evidence");
    row("whatChanged", "1.4", "What_Changed");
  });

  it("that block, and no others, refuse a hand-over; of any inputs and any damage", () => {
    const snapshots = fc.oneof(
      arbitraryInputs.map((inputs) => snapshotOf({ ...inputs, phase: "selfAssessment" })),
      damaged(snapshotOf(READY)),
    );
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const result = report(EDITIONS, snapshot);
        const findings = preflight(checklist31, result, TODAY);
        expect(JSON.parse(JSON.stringify(findings))).toStrictEqual(findings);
        for (const finding of findings) {
          const sentence = wholeSentence(speakFinding(finding));
          expect(sentence.trim().length, finding.code).toBeGreaterThan(20);
        }
        expect(new Set(findings.map((finding) => finding.code)).size).toBe(findings.length);
        const blocks = findings.some((finding) => finding.weight === "blocks");
        if (result.phase === "selfAssessment") {
          expect(handOver(EDITIONS, snapshot, `${TODAY} 12:00`).edits === null).toBe(blocks);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("that block come first", () => {
    const worst = snapshotOf({
      ...READY,
      partner: "",
      prerequisites: { ...READY.prerequisites, tier: "" },
    });
    const weights = findingsOf(worst).map((finding) => finding.weight);
    expect(weights[0]).toBe("blocks");
    expect(weights.lastIndexOf("blocks")).toBeLessThan(weights.indexOf("missing"));
  });
});
