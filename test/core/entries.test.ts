/** What is typed outside a spreadsheet becomes edits, or a sentence that says why not. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { INPUTS } from "../../core/workbook/fields.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { replacements } from "../../core/workbook/write/before.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import {
  parseAssignment,
  readAnswers,
  readAssignments,
} from "../../core/workbook/write/entries.ts";
import { snapshotOf } from "../fakes/snapshot.ts";

const snapshot = snapshotOf(blankInputs(checklist31));
const set = (...texts: string[]) =>
  readAssignments(
    checklist31,
    texts.map((text) => parseAssignment(text)).filter((entry) => entry !== null),
    snapshot,
  );
const edits = (...texts: string[]): readonly Edit[] => {
  const { edits: found, refusals } = set(...texts);
  expect(refusals).toEqual([]);
  return found;
};

describe("a list of answers", () => {
  const line = (place: string, id: string, answer: string) => ({ place, id, answer });

  it("fills one column, leniently read, and clears with nothing", () => {
    const { edits: found, refusals } = readAnswers(
      checklist31,
      [
        line("line 2", " 1.1 ", "met"),
        line("line 3", "8.1.10", "Not met"),
        line("line 4", "2.2", ""),
        line("line 5", "4.1", "0"),
      ],
      "Auditor_Answer",
    );
    expect(refusals).toEqual([]);
    expect(found).toEqual([
      { name: "Auditor_Answer", item: "1.1", value: "Met" },
      { name: "Auditor_Answer", item: "8.1.10", value: "Not met" },
      { name: "Auditor_Answer", item: "2.2", value: null },
      { name: "Auditor_Answer", item: "4.1", value: "Not met" },
    ]);
  });

  it("names every bad line", () => {
    const { refusals } = readAnswers(
      checklist31,
      [
        line("line 2", "1.9", "Met"),
        line("line 3", "1.1", "Maybe"),
        line("line 4", "1.2", "Met"),
        line("line 5", "1.2", "Not met"),
        line("line 6", "__proto__", "Met"),
      ],
      "Self_Answer",
    );
    expect(refusals).toHaveLength(4);
    expect(refusals[0]).toMatch(/^line 2.*1\.9/);
    expect(refusals[1]).toMatch(/^line 3.*Maybe/);
    expect(refusals[2]).toMatch(/^line 5.*1\.2.*line 4/);
    expect(refusals[3]).toMatch(/^line 6.*__proto__/);
  });
});

describe("an assignment", () => {
  it.each([
    [
      "Partner_Name=Müller & Söhne = gut",
      { name: "Partner_Name", key: null, value: "Müller & Söhne = gut" },
    ],
    ["Closed_On[8.1.9]=2026-03-16", { name: "Closed_On", key: "8.1.9", value: "2026-03-16" }],
    ["Owner[ 1.1 ]=", { name: "Owner", key: "1.1", value: "" }],
    ["Evidence[1.1]=two\nlines", { name: "Evidence", key: "1.1", value: "two\nlines" }],
  ])("%j is taken apart", (text, expected) => {
    expect(parseAssignment(text)).toEqual(expected);
  });

  it.each(["Partner_Name", "=x", "1st=x", "Owner[1.1=x", "Owner 1.1=x", ""])(
    "%j is none",
    (text) => {
      expect(parseAssignment(text)).toBeNull();
    },
  );

  it("sets cells by name, each in its own kind of value", () => {
    expect(
      edits(
        "Partner_Name= =1+1 ",
        "Audit_On=16 Mar 2026",
        "Phase=action ITEMS",
        "Reseller_Program=no",
        "People_Auditor=",
      ),
    ).toEqual([
      { name: "Partner_Name", value: " =1+1 " },
      { name: "Audit_On", value: { date: "2026-03-16" } },
      { name: "Phase", value: "Action items" },
      { name: "Reseller_Program", value: "No" },
      { name: "People_Auditor", value: null },
    ]);
  });

  it("is refused where it says two things of one cell", () => {
    expect(set("Audit_On=2026-01-05", "Audit_On=2026-03-09").refusals).toEqual([
      "Audit_On is set more than once. Keep one of them.",
    ]);
    expect(set("Owner[1.1]=Kim", "Owner[1.2]=Ada", "Owner[1.1]=Ada").refusals).toEqual([
      "Owner[1.1] is set more than once. Keep one of them.",
    ]);
    expect(set("Holidays=2026-12-25", "Holidays[2]=2026-12-26").refusals).toHaveLength(1);
  });

  it("sets cells of the Checklist by item", () => {
    expect(
      edits(
        "Self_Answer[8.1.9]=not met",
        "Item_Add[4.1]=40",
        "Open_Add[4.2.3]=0",
        "Closed_On[8.1.9]=2026-03-16",
        "Prior_Action[1.1]=yes",
        "Action_Plan[1.1]=",
        "Self_Answer[1.1]=-200",
      ),
    ).toEqual([
      { name: "Self_Answer", item: "8.1.9", value: "Not met" },
      { name: "Open_Add", index: 0, value: 40 },
      { name: "Open_Add", index: 3, value: 0 },
      { name: "Closed_On", item: "8.1.9", value: { date: "2026-03-16" } },
      { name: "Prior_Action", item: "1.1", value: "Yes" },
      { name: "Action_Plan", item: "1.1", value: null },
      { name: "Self_Answer", item: "1.1", value: "Not met" },
    ]);
  });

  it("sets cells of a list by place or, among services, by name", () => {
    expect(
      edits("Holidays[3]=2026-12-25", "Service_Compliant[1]=yes", "Prerequisite_Public[8]=No"),
    ).toEqual([
      { name: "Holidays", index: 2, value: { date: "2026-12-25" } },
      { name: "Service_Compliant", index: 0, value: "Yes" },
      { name: "Prerequisite_Public", index: 7, value: "No" },
    ]);
    const names = snapshot.names.Service_Name?.values.map((line) => String(line[0])) ?? [];
    for (const [index, name] of names.entries()) {
      expect(edits(`Service_Compliant[${name.toUpperCase()}]=No`)[0]?.index, name).toBe(index);
    }
  });

  it("takes a service by its short name, and no part of one", () => {
    const names = snapshot.names.Service_Name?.values.map((line) => String(line[0])) ?? [];
    for (const short of ["EC2", "s3", "Vpc"]) {
      const at = names.findIndex((name) => name.includes(`(${short.toUpperCase()})`));
      expect(edits(`Service_Compliant[${short}]=No`), short).toEqual([
        { name: "Service_Compliant", index: at, value: "No" },
      ]);
    }
    expect(set("Service_Compliant[C2]=No").refusals).toHaveLength(1);
  });

  it("of all holidays replaces every one of them", () => {
    const found = edits("Holidays=2026-12-25, 2026-12-26");
    expect(found).toHaveLength(30);
    const after = readInputs(
      checklist31,
      editedSnapshot(
        checklist31,
        snapshotOf({
          ...blankInputs(checklist31),
          holidays: readInputs(
            checklist31,
            editedSnapshot(checklist31, snapshot, edits("Holidays[7]=2026-01-01")),
          ).inputs.holidays,
        }),
        found,
      ),
    );
    expect(after.inputs.holidays).toEqual(["2026-12-25", "2026-12-26"]);
    expect(edits("Holidays=").every((edit) => edit.value === null)).toBe(true);
  });

  it.each([
    ["Nonsense=1", /Nonsense is no input/],
    ["Self_Total=900", /Self_Total is no input/],
    ["__proto__=1", /no input/],
    ["Self_Answer=Met", /Self_Answer is a column/],
    ["Self_Answer[9.99]=Met", /no item “9\.99”/],
    ["Self_Answer[1.1]=Maybe", /“Maybe” is no answer/],
    ["Phase[1]=Audit", /single cell/],
    ["Phase=Later", /Self-assessment, Submitted, Audit, Action items, Closed/],
    ["Audit_On=3/4/2026", /date such as/],
    ["Audit_On=2026-02-30", /date such as/],
    ["Item_Add[4.1]=30", /0, 10, 20 or 40/],
    ["Item_Add[4.1]=", /0, 10, 20 or 40/],
    ["Item_Add[2.2]=40", /cannot be changed/],
    ["Open_Add[2.2]=40", /cannot be changed/],
    ["Open_Add[9.99]=40", /no item “9\.99”/],
    ["Service_Compliant=Yes", /list of 23 cells/],
    ["Service_Compliant[24]=Yes", /no cell \[24\]/],
    ["Service_Compliant[0]=Yes", /no cell \[0\]/],
    ["Service_Compliant[Amazon Nothing]=Yes", /no cell/],
    ["Holidays[first]=2026-01-01", /no cell/],
    ["Holidays=2026-01-01,soon", /“soon”/],
    [`Holidays=${Array.from({ length: 31 }, () => "2026-01-01").join()}`, /room for 30 dates; 31/],
    [`Partner_Name=${"x".repeat(32_768)}`, /32,767/],
    ["Partner_Name=bell\u0007", /control character/],
  ])("%j is refused", (text, sentence) => {
    const { edits: found, refusals } = set(text);
    expect(found).toEqual([]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatch(sentence);
  });

  it("of every input can be set and read back", () => {
    const texts: Readonly<Record<string, string>> = {
      text: "Some text",
      date: "2026-03-16",
      answer: "Met",
      points: "40",
    };
    for (const field of INPUTS) {
      const key = field.shape === "column" ? "[4.1]" : field.shape === "list" ? "[1]" : "";
      const now = snapshot.names[field.name]?.values[0]?.[0];
      const usual = field.name.endsWith("_Editors") ? "ana@example.com" : texts[field.kind.is];
      const value =
        field.kind.is === "choice"
          ? (field.kind.values.find((word) => word !== now) ?? "")
          : (usual ?? "");
      const found = edits(`${field.name}${key}=${value}`);
      expect(found, field.name).toHaveLength(1);
      const after = readInputs(checklist31, editedSnapshot(checklist31, snapshot, found));
      expect(after.cells.odd, field.name).toEqual([]);
      expect(JSON.stringify(after.inputs), field.name).not.toBe(
        JSON.stringify(readInputs(checklist31, snapshot).inputs),
      );
    }
  });
});

describe("what an edit replaces", () => {
  it("goes by the item, the service, or the place", () => {
    const found = replacements(
      checklist31,
      snapshot,
      edits("Item_Add[4.2.3]=0", "Service_Compliant[2]=Yes", "Holidays[3]=2026-12-25"),
    );
    const service = String(snapshot.names.Service_Name?.values[1]?.[0]);
    expect(found.map(({ name, key, before, after }) => [name, key, before, after])).toEqual([
      ["Open_Add", "4.2.3", "20", "0"],
      ["Service_Compliant", service, "", "Yes"],
      ["Holidays", "3", "", "2026-12-25"],
    ]);
  });
});
