/** Copies of a workbook beside each other: what differs, whose it is, and what is no difference. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import { NO_RECORDS } from "../../core/audit/records.ts";
import { makeSeal, shortSeal } from "../../core/audit/seal.ts";
import { summaryRecord } from "../../core/audit/summary-record.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { compare, compareSealed } from "../../core/merge/compare.ts";
import { readCopy } from "../../core/merge/copy.ts";
import { fieldOf, whoseIs } from "../../core/merge/fields.ts";
import { fieldLabel } from "../../core/words/merge.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { INPUTS } from "../../core/workbook/fields.ts";
import type { Edit, Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOf, withoutName, withRowOrder, withValue } from "../fakes/snapshot.ts";
import { howMany, seeds } from "../plan/how-many.ts";
import { damaged, invented } from "./arbitrary.ts";

const copy = (snapshot: Snapshot, title = "copy") => readCopy(checklist31, snapshot, title);
const between = (before: Snapshot, after: Snapshot) =>
  compare(checklist31, copy(before), copy(after));
const told = (before: Snapshot, after: Snapshot) =>
  between(before, after).map(
    ({ name, place, whose, before: was, after: is }) =>
      `${fieldLabel(name, place)} (${whose}): ${was} | ${is}`,
  );
const edited = (snapshot: Snapshot, ...edits: Edit[]) =>
  editedSnapshot(checklist31, snapshot, edits);
const id = (text: string) => text as ItemId;

const first = snapshotOf(randomInputs(3));
const fixture = (name: string): Snapshot => {
  const bytes = readFileSync(new URL(`../fixtures/formats/1/${name}.xlsx`, import.meta.url));
  const snapshot = openXlsx(EDITIONS, bytes).snapshot();
  if (!snapshot) throw new Error(name);
  return snapshot;
};

describe("two copies", () => {
  it("that say the same do not differ, however their rows stand and their sheets are called", () => {
    for (const seed of seeds(howMany(5, 40))) {
      const snapshot = snapshotOf(randomInputs(seed));
      expect(between(snapshot, snapshot)).toEqual([]);
      const body = (snapshot.names.Item_Id?.rows ?? 2) - 2;
      const turned = withRowOrder(
        snapshot,
        Array.from({ length: body }, (_, row) => body - row),
      );
      expect(between(snapshot, turned), `seed ${seed}`).toEqual([]);
      const renamed = Object.fromEntries(
        Object.entries(snapshot.names).map(([name, range]) => [name, { ...range, sheet: "Блат" }]),
      );
      expect(between(snapshot, { ...snapshot, names: renamed })).toEqual([]);
    }
  });

  it("differ in what somebody entered, in the words and the order of the checklist", () => {
    const blank = edited(first, { name: "Owner", item: id("8.1.9"), value: null });
    const place = (first.names.Service_Name?.values ?? []).findIndex(
      ([name]) => name === "Amazon Redshift",
    );
    expect(place).toBeGreaterThan(0);
    const others = edited(
      blank,
      { name: "Prerequisite_Tier", value: "Somewhere" },
      { name: "Service_Support", index: place, value: "Two engineers" },
      { name: "Auditor_Note", item: id("9.3.5"), value: "Seen" },
      { name: "Owner", item: id("8.1.9"), value: "T. Weiss" },
      { name: "Audit_On", value: { date: "2029-04-03" } },
      { name: "Holidays", index: 29, value: { date: "2029-12-25" } },
      { name: "People_Auditor", value: "J. Auditor" },
      { name: "Open_Add", index: 0, value: 0 },
    );
    const was = (key: string) => copy(blank).entries.get(key)?.value;
    expect(told(blank, others)).toEqual([
      `Audit (process): ${was("Audit_On")} | 2029-04-03`,
      "Holidays 2029-12-25 (process):  | 2029-12-25",
      "Auditor (auditor):  | J. Auditor",
      `4.1 If met (process): ${was("Item_Add[4.1]")} | 0`,
      "8.1.9 Owner (partner):  | T. Weiss",
      `9.3.5 Auditor’s note (auditor): ${was("Auditor_Note[9.3.5]")} | Seen`,
      "Amazon Redshift How it is supported, alone or in a solution (partner):  | Two engineers",
      `APN tier (partner): ${was("Prerequisite_Tier")} | Somewhere`,
    ]);
  });

  it("do not differ where only the spelling, a line end, or the cell of a holiday does", () => {
    const one = edited(
      first,
      { name: "Self_Answer", item: id("1.1"), value: "Met" },
      { name: "Evidence", item: id("1.1"), value: "Folder 1\nPage 2" },
      { name: "Holidays", index: 28, value: { date: "2029-12-25" } },
      { name: "Single_Region", value: null },
      { name: "Reseller_Program", value: "Yes" },
    );
    const other = edited(
      first,
      { name: "Self_Answer", item: id("1.1"), value: " met" },
      { name: "Evidence", item: id("1.1"), value: "Folder 1\r\nPage 2 " },
      { name: "Holidays", index: 29, value: "25 Dec 2029" },
      { name: "Single_Region", value: "No" },
      { name: "Reseller_Program", value: null },
    );
    expect(told(one, other)).toEqual([]);
  });

  it("show what was not understood as it stands, and what is not there as such", () => {
    const odd = withValue(first, "Self_Answer", "1.1", "perhaps");
    expect(told(withValue(first, "Self_Answer", "1.1", "Met"), odd)).toEqual([
      "1.1 Partner Self-Assessment (partner): Met | perhaps",
    ]);
    const noted = withValue(first, "Owner", "1.1", "T. Weiss");
    const lost = between(noted, withoutName(noted, "Owner"));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ name, after }) => name === "Owner" && after === null)).toBe(true);
    expect(
      between(withoutName(noted, "Owner"), noted).find(({ place }) => place === "1.1"),
    ).toEqual({
      key: "Owner[1.1]",
      name: "Owner",
      place: "1.1",
      whose: "partner",
      before: null,
      after: "T. Weiss",
    });
  });

  it("of two formats do not differ by their format", () => {
    for (const name of ["new", "audited", "renewal"]) {
      const earlier = fixture(name);
      const { inputs } = readInputs(checklist31, earlier);
      expect(told(earlier, snapshotOf(inputs)), name).toEqual([]);
    }
  });

  it("of any damage can be compared", () => {
    fc.assert(
      fc.property(fc.oneof(damaged(first), invented), damaged(first), (before, after) => {
        for (const { before: was, after: is } of between(before, after)) expect(was).not.toBe(is);
        compareSealed(checklist31, copy(after));
      }),
      { numRuns: 30 },
    );
  });

  it("differ in records as well, move by move", () => {
    const blank = blankInputs(checklist31);
    const made = { at: "2026-03-02 09:00", from: "selfAssessment", to: "submitted" } as const;
    const back = { at: "2026-03-04 10:00", from: "submitted", to: "selfAssessment" } as const;
    const history = [{ ...made, reason: "", seal: "" }];
    const records = { ...NO_RECORDS, history };
    const seal = makeSeal(checklist31, blank, made.at);
    const summary = summaryRecord(evaluate(checklist31, blank), "2026-03-10" as IsoDate);
    const later = {
      ...records,
      history: [...history, { ...back, reason: "More", seal: "" }],
      seal,
      summary,
    };
    const [one, other] = [records, later].map((kept) => snapshotOf({ ...blank, records: kept }));
    if (!one || !other) throw new Error("no snapshots");
    expect(told(one, other)).toEqual([
      `Seal (process):  | ${shortSeal(seal.hash)} of 2026-03-02 09:00`,
      "Moves of the phase (process):  | 2026-03-04 10:00, Submitted to Self-assessment. More",
      "Score at the audit summary (process):  | 0 on 2026-03-10",
    ]);
    expect(between(other, one).map(({ after }) => after)).toEqual(["", "", ""]);
  });
});

describe("a copy against its seal", () => {
  it("differs only in what changed since", () => {
    const seen = { sealed: 0, open: 0 };
    for (const seed of seeds(howMany(12, 80))) {
      const snapshot = snapshotOf(randomInputs(seed));
      const found = compareSealed(checklist31, copy(snapshot));
      if (typeof found === "string") {
        seen.open += 1;
        continue;
      }
      expect(found.differences, `seed ${seed}`).toEqual([]);
      if (found.at === null) continue;
      seen.sealed += 1;
      const later = edited(
        snapshot,
        { name: "Evidence", item: id("13.1"), value: `Another ${seed}` },
        { name: "Owner", item: id("13.1"), value: `Another ${seed}` },
      );
      const since = compareSealed(checklist31, copy(later));
      expect(typeof since === "string" ? since : since.differences).toMatchObject([
        { key: "Evidence[13.1]", after: `Another ${seed}` },
      ]);
    }
    expect(seen.sealed).toBeGreaterThan(0);
  });

  it("that was never made, or was altered, is told apart", () => {
    expect(compareSealed(checklist31, copy(fixture("new")))).toBe("none");
    const sealed = fixture("audited");
    expect(compareSealed(checklist31, copy(sealed))).toMatchObject({ differences: [] });
    const altered = withValue(sealed, "Sealed_Values", 0, '|[["Partner_Name","Another"]]');
    expect(compareSealed(checklist31, copy(altered))).toBe("altered");
  });
});

describe("whose a field is", () => {
  it("is told of every input", () => {
    const of = (whose: string) =>
      INPUTS.filter(({ name }) => whoseIs(fieldOf(name)) === whose).map(({ name }) => name);
    expect(of("auditor")).toEqual([
      "People_Auditor",
      "People_Audit_Firm",
      "Auditor_Editors",
      "Sign_Off_Name",
      "Sign_Off_Firm",
      "Sign_Off_On",
      "Auditor_Answer",
      "Auditor_Note",
      "Note_Kind",
      "Closed_On",
    ]);
    expect(of("process")).toEqual([
      "Phase",
      "Submitted_On",
      "Audit_On",
      "Summary_Received_On",
      "Report_Received_On",
      "Holidays",
      "People_AWS_Contact",
      "People_Language",
      "People_Audit_Place",
      "Item_Add",
      "Open_Add",
      "Points_Checked",
    ]);
  });
});
