/** What people entered comes back as it was; what is slightly wrong is read leniently, and the sheet's view is kept apart. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { shiftFormula } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { CellValue, Snapshot } from "../../core/workbook/port.ts";
import { exactValue } from "../../core/workbook/read/decode.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import {
  rowOf,
  snapshotOf,
  withItem,
  withoutName,
  withRange,
  withRowOrder,
  withValue,
} from "../fakes/snapshot.ts";

const { items } = checklist31;

const clean = snapshotOf(blankInputs(checklist31));

/** The entries as a sheet can give them back: people by every name, references in all rows of their table. */
function asRead(inputs: Inputs, snapshot: Snapshot): Inputs {
  const people = Object.keys(snapshot.names).filter((name) => /^(People|Sign_Off)_/.test(name));
  const rows = snapshot.names.Prerequisite_Reference?.rows ?? 0;
  const none = { customer: "", kind: "", on: null, isPublic: null, isPaying: null };
  return {
    ...inputs,
    people: Object.fromEntries(people.map((name) => [name, inputs.people[name] ?? ""])),
    prerequisites: {
      ...inputs.prerequisites,
      references: Array.from(
        { length: rows },
        (_, row) => inputs.prerequisites.references[row] ?? none,
      ),
    },
  };
}

const cases = Array.from({ length: 40 }, (_, seed) => ({
  ...randomInputs(seed),
  editors: { partner: "ana@example.com, ben@example.com", auditor: "" },
  people: { People_Auditor: "A. Ditor", People_Audit_Place: "Remote", Sign_Off_On: "2026-05-01" },
}));

describe("a workbook read back", () => {
  it("gives exactly what was entered, and the sheet sees the same", () => {
    for (const inputs of cases) {
      const snapshot = snapshotOf(inputs);
      const reading = readInputs(checklist31, snapshot);
      expect(reading.inputs).toEqual(asRead(inputs, snapshot));
      expect(reading.strict).toEqual(reading.inputs);
      expect(reading.cells.odd).toEqual([]);
    }
  });

  it("gives the same in another order of rows", () => {
    const count = (clean.names.Item_Id?.rows ?? 0) - 2;
    for (const [turn, inputs] of cases.entries()) {
      const snapshot = snapshotOf(inputs);
      const order = Array.from({ length: count }, (_, index) => ((index * 38 + turn) % count) + 1);
      expect(new Set(order).size).toBe(count);
      expect(readInputs(checklist31, withRowOrder(snapshot, order)).inputs).toEqual(
        readInputs(checklist31, snapshot).inputs,
      );
    }
  });

  it("gives the same from a renamed sheet, other rows and other columns", () => {
    const snapshot = snapshotOf(cases[3] ?? blankInputs(checklist31));
    const names = Object.fromEntries(
      Object.entries(snapshot.names).map(([name, range]) => {
        const formulas = range.formulas.map((line) =>
          line.map((formula) => formula && shiftFormula(formula, 7, 3)),
        );
        return [
          name,
          {
            ...range,
            sheet: `${range.sheet} (2)`,
            row: range.row + 7,
            column: range.column + 3,
            formulas,
          },
        ];
      }),
    );
    const moved = { ...snapshot, names };
    expect(readInputs(checklist31, moved).inputs).toEqual(readInputs(checklist31, snapshot).inputs);
    expect(
      report(EDITIONS, moved).issues.filter((issue) => issue.code.startsWith("formula")),
    ).toEqual([]);
  });

  it("gives the services by name, whatever their order", () => {
    const inputs = cases[5] ?? blankInputs(checklist31);
    const snapshot = snapshotOf(inputs);
    const services = Object.keys(snapshot.names).filter(
      (name) => name.startsWith("Service_") && snapshot.names[name]?.rows === 23,
    );
    const turned = services.reduce((all, name) => {
      const { values = [], formulas = [] } = all.names[name] ?? {};
      return withRange(all, name, {
        values: [...values].reverse(),
        formulas: [...formulas].reverse(),
      });
    }, snapshot);
    expect(turned.names.Service_Name?.values[0]).not.toEqual(
      snapshot.names.Service_Name?.values[0],
    );
    expect(readInputs(checklist31, turned).inputs.services).toEqual(inputs.services);
    const place = (from: Snapshot) =>
      report(EDITIONS, withValue(from, "Single_Region", 0, null)).issues.find(
        (issue) => issue.code === "serviceNotWaived",
      )?.where;
    const unavailable = (from: Snapshot, row: number) =>
      withValue(from, "Service_Unavailable", row, "Yes");
    const empty = withRange(snapshot, "Service_Unavailable", {
      values: Array.from({ length: 23 }, () => [null]),
    });
    const turnedEmpty = withRange(turned, "Service_Unavailable", {
      values: Array.from({ length: 23 }, () => [null]),
    });
    expect(place(unavailable(empty, 2))).toBe("AWS Services!G7");
    expect(place(unavailable(turnedEmpty, 20))).toBe("AWS Services!G25");
  });
});

describe("a cell that is slightly wrong", () => {
  const own = (inputs: Inputs, id = "1.1") => {
    const found = inputs.items[id as ItemId];
    if (!found) throw new RangeError(id);
    return found;
  };
  interface Kind {
    readonly name: string;
    readonly where: string | number;
    readonly value: CellValue;
    readonly read: (inputs: Inputs) => unknown;
    readonly lenient: unknown;
    readonly strict: unknown;
    /** The exact word that belongs there. */
    readonly word: CellValue;
  }
  const kinds: readonly Kind[] = [
    {
      name: "Self_Answer",
      where: "1.1",
      value: " Met",
      read: (inputs) => own(inputs).self,
      lenient: "met",
      strict: "unanswered",
      word: "Met",
    },
    {
      name: "Self_Answer",
      where: "1.1",
      value: "NOT MET",
      read: (inputs) => own(inputs).self,
      lenient: "notMet",
      strict: "notMet",
      word: "Not met",
    },
    {
      name: "Auditor_Answer",
      where: "1.1",
      value: -200,
      read: (inputs) => own(inputs).auditor,
      lenient: "notMet",
      strict: "unanswered",
      word: "Not met",
    },
    {
      name: "Auditor_Answer",
      where: "1.1",
      value: "\u00a0",
      read: (inputs) => own(inputs).auditor,
      lenient: "unanswered",
      strict: "unanswered",
      word: null,
    },
    {
      name: "Closed_On",
      where: "1.1",
      value: "16 March 2026",
      read: (inputs) => own(inputs).closedOn,
      lenient: "2026-03-16",
      strict: null,
      word: { date: "2026-03-16" },
    },
    {
      name: "Prior_Action",
      where: "1.1",
      value: " yes ",
      read: (inputs) => own(inputs).priorAction,
      lenient: true,
      strict: false,
      word: "Yes",
    },
    {
      name: "Disclosed_Change",
      where: "1.1",
      value: "YES",
      read: (inputs) => own(inputs).disclosedChange,
      lenient: true,
      strict: true,
      word: "Yes",
    },
    {
      name: "Disclosed_Change",
      where: "1.1",
      value: true,
      read: (inputs) => own(inputs).disclosedChange,
      lenient: true,
      strict: false,
      word: "Yes",
    },
    {
      name: "Phase",
      where: 0,
      value: "action  items ",
      read: (inputs) => inputs.phase,
      lenient: "actionItems",
      strict: "selfAssessment",
      word: "Action items",
    },
    {
      name: "Reseller_Program",
      where: 0,
      value: "no ",
      read: (inputs) => inputs.reseller,
      lenient: false,
      strict: true,
      word: "No",
    },
    {
      name: "Reseller_Program",
      where: 0,
      value: "no",
      read: (inputs) => inputs.reseller,
      lenient: false,
      strict: false,
      word: "No",
    },
    {
      name: "Engagement",
      where: 0,
      value: "\trenewal",
      read: (inputs) => inputs.renewal,
      lenient: true,
      strict: false,
      word: "Renewal",
    },
    {
      name: "Summary_Received_On",
      where: 0,
      value: "2026-03-09T08:00:00Z",
      read: (inputs) => inputs.summaryReceivedOn,
      lenient: "2026-03-09",
      strict: null,
      word: { date: "2026-03-09" },
    },
    {
      name: "Holidays",
      where: 11,
      value: " 2026-12-25",
      read: (inputs) => inputs.holidays.join(),
      lenient: "2026-12-25",
      strict: "",
      word: { date: "2026-12-25" },
    },
  ];

  it.each(kinds)("$name says $value", ({ name, where, value, read, lenient, strict, word }) => {
    const reading = readInputs(checklist31, withValue(clean, name, where, value));
    expect(read(reading.inputs)).toEqual(lenient);
    expect(read(reading.strict)).toEqual(strict);
    expect(reading.cells.odd.map(({ meaning }) => exactValue(meaning))).toEqual([word]);
    expect(reading.cells.odd.map(({ meaning }) => meaning.how)).not.toContain("unknown");
  });

  it.each([
    ["a date with its time", "Audit_On", { date: "2026-03-09T23:59:59.000Z" }, "2026-03-09"],
    ["a day that is none", "Audit_On", { date: "2026-02-31" }, null],
    ["a day too late to count from", "Audit_On", { date: "9999-12-31" }, null],
    ["an error", "Audit_On", { error: "#VALUE!" }, null],
  ])("%s", (_, name, value, expected) => {
    const reading = readInputs(checklist31, withValue(clean, name, 0, value));
    expect(reading.inputs.auditOn).toBe(expected);
    expect(reading.cells.odd).toHaveLength(expected === null ? 1 : 0);
  });
});

describe("what is blank or unknown", () => {
  it("takes the defaults: reseller, full audit, self-assessment", () => {
    const wiped = ["Phase", "Reseller_Program", "Engagement"].reduce(
      (all, name) => withValue(all, name, 0, null),
      clean,
    );
    const { inputs } = readInputs(checklist31, wiped);
    const { issues } = report(EDITIONS, wiped);
    expect(inputs).toMatchObject({ phase: "selfAssessment", reseller: true, renewal: false });
    expect(issues.map((issue) => issue.code)).toEqual([
      "defaultTaken",
      "defaultTaken",
      "defaultTaken",
    ]);
    const missing = ["Phase", "Reseller_Program", "Engagement"].reduce(withoutName, clean);
    expect(readInputs(checklist31, missing).inputs).toMatchObject({
      phase: "selfAssessment",
      reseller: true,
      renewal: false,
    });
  });

  it("is an empty workbook where there is nothing at all", () => {
    const { inputs, rows } = readInputs(checklist31, { sheets: [], names: {}, brokenNames: [] });
    expect(inputs.items).toEqual(blankInputs(checklist31).items);
    expect(inputs.services).toEqual(blankInputs(checklist31).services);
    expect(rows.size).toBe(0);
  });
});

describe("a wrong id in one row", () => {
  const inputs = items.reduce(
    (all, item) => withItem(all, item.id, { self: item.mandatory ? "met" : "notMet" }),
    blankInputs(checklist31),
  );
  const filled = snapshotOf(inputs);
  const others = (found: Report, id: string) =>
    found.items.filter((row) => row.id !== id).map((row) => [row.id, row.self, row.selfPoints]);

  it.each([
    ["1.1", "8.1.10"],
    ["14.1", "1.1"],
    ["1.1", "1.4"],
    ["1.4", "1.1"],
    ["9.15.2", "9.15.1"],
  ])("%s called %s takes nothing from the other item", (id, called) => {
    const found = report(EDITIONS, withValue(filled, "Item_Id", id, called));
    expect(others(found, id)).toEqual(others(report(EDITIONS, filled), id));
    expect(found.items.find((row) => row.id === id)?.self).toBe("unanswered");
    expect(found.issues.map((issue) => issue.code)).toEqual(
      expect.arrayContaining(["itemDuplicate", "itemMissing"]),
    );
  });

  it("in a copy of a whole row leaves the first of the two to count", () => {
    const [from, to] = [rowOf(filled, "1.1"), rowOf(filled, "1.4")];
    const copied = Object.keys(filled.names).reduce((all, name) => {
      const range = all.names[name];
      if (range?.rows !== filled.names.Item_Id?.rows || range?.columns !== 1) return all;
      return withValue(all, name, to, range.values[from]?.[0] ?? null);
    }, filled);
    const found = report(EDITIONS, withValue(copied, "Self_Answer", to, "Not met"));
    const row = found.items.find(({ id }) => id === "1.1");
    expect(row?.self).toBe("met");
    expect(row?.place?.row).toBe((filled.names.Item_Id?.row ?? 0) + from);
  });

  it("in a heading makes no second item of it", () => {
    const found = report(EDITIONS, withValue(filled, "Item_Id", 1, "8.1.9"));
    expect(others(found, "")).toEqual(others(report(EDITIONS, filled), ""));
  });
});
