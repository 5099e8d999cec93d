/** What a host has to write for some edits: exactly what a fresh workbook with those entries would hold. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASES } from "../../core/audit/phases.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { INPUTS, isDrawn, isInputOf, isUnlockedIn, namesOf } from "../../core/workbook/fields.ts";
import type {
  Blueprint,
  BlueprintCell,
  CellValue,
  Edit,
  Snapshot,
} from "../../core/workbook/port.ts";
import { accessIn, changeOf, editedSnapshot } from "../../core/workbook/write/change.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import {
  rowOf,
  snapshotOf,
  withFormula,
  withItem,
  withoutName,
  withRange,
  withValue,
} from "../fakes/snapshot.ts";

const id = (text: string) => text as ItemId;
const edit = (name: string, item: string, value: CellValue): Edit => ({
  name,
  item: id(item),
  value,
});
const blank = blankInputs(checklist31);
const clean = snapshotOf(blank);

/** The snapshot with the change written into it, as a host without a calculation engine would leave it. */
function written(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const { change } = planChange(checklist31, snapshot, edits);
  let after = editedSnapshot(checklist31, snapshot, change.edits);
  for (const { name, values } of change.stored ?? []) {
    const range = after.names[name];
    if (!range) throw new RangeError(name);
    expect([name, values.length, values[0]?.length]).toEqual([name, range.rows, range.columns]);
    const laid = range.values.map((line, row) =>
      line.map((old, column) => values[row]?.[column] ?? old),
    );
    after = withRange(after, name, { values: laid });
  }
  return after;
}

/** The value of every formula cell under a contract name, by place. */
function formulaResults(plan: Blueprint): Map<string, CellValue> {
  const cells = plan.sheets.flatMap((sheet) =>
    sheet.cells.map((cell): [string, BlueprintCell] => [
      `${sheet.name}!${cell.row}!${cell.column}`,
      cell,
    ]),
  );
  return new Map(
    cells
      .filter(([, cell]) => cell.formula !== undefined)
      .map(([place, cell]) => [place, cell.value]),
  );
}

function resultsIn(snapshot: Snapshot): Map<string, CellValue> {
  const found = new Map<string, CellValue>();
  for (const range of Object.values(snapshot.names)) {
    range.values.forEach((line, row) => {
      line.forEach((value, column) => {
        if (range.formulas[row]?.[column] != null)
          found.set(`${range.sheet}!${range.row + row}!${range.column + column}`, value);
      });
    });
  }
  return found;
}

describe("stored results", () => {
  it("after some edits are those of a fresh workbook with the same entries", () => {
    const start = withItem({ ...blank, phase: "audit", reseller: false }, "1.1", { self: "met" });
    const edits: readonly Edit[] = [
      edit("Auditor_Answer", "1.1", "Not met"),
      edit("Auditor_Answer", "2.2", "Not met"),
      edit("Closed_On", "2.2", { date: "2026-03-10" }),
      edit("Action_Plan", "1.1", "By May"),
      { name: "Open_Add", index: 0, value: 20 },
      { name: "Points_Checked", value: "Yes" },
      { name: "Summary_Received_On", value: { date: "2026-03-09" } },
      { name: "Partner_Name", value: "Nimbus & Sons" },
      { name: "Phase", value: "Action items" },
      { name: "Holidays", index: 4, value: { date: "2026-03-12" } },
      { name: "Service_Compliant", index: 0, value: "Yes" },
      { name: "Prerequisite_Tier", value: "Premier" },
    ];
    const services = start.services.map((service, index) =>
      index === 0 ? { ...service, compliant: true } : service,
    );
    let expected: Inputs = {
      ...start,
      services,
      summaryReceivedOn: "2026-03-09" as IsoDate,
      partner: "Nimbus & Sons",
      pointsChecked: true,
      phase: "actionItems",
      holidays: ["2026-03-12" as IsoDate],
      prerequisites: { ...start.prerequisites, tier: "Premier" },
    };
    expected = withItem(expected, "1.1", { auditor: "notMet", plan: "By May" });
    expected = withItem(expected, "2.2", { auditor: "notMet", closedOn: "2026-03-10" as IsoDate });
    expected = withItem(expected, "4.1", { ifMet: 20 as Inputs["items"][ItemId]["ifMet"] });
    const after = resultsIn(written(snapshotOf(start), edits));
    const fresh = formulaResults(blueprint(checklist31, expected));
    expect(fresh.size).toBeGreaterThan(1_000);
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(fresh));
  });

  it("turn one random workbook's results into another's", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const inputs = randomInputs(seed);
      // The entries of one workbook under the stale results of a blank one.
      const entries = snapshotOf(inputs);
      const names = Object.fromEntries(
        Object.entries(entries.names).map(([name, range]) => [
          name,
          {
            ...range,
            values: range.values.map((line, row) =>
              line.map((value, column) =>
                range.formulas[row]?.[column] == null ? value : "stale",
              ),
            ),
          },
        ]),
      );
      const after = written({ ...entries, names }, []);
      expect(Object.fromEntries(resultsIn(after))).toEqual(
        Object.fromEntries(formulaResults(blueprint(checklist31, inputs))),
      );
    }
  });

  it("leave the report without a complaint about recalculation", () => {
    const after = written(clean, [
      edit("Self_Answer", "1.1", "Not met"),
      { name: "Reseller_Program", value: "No" },
    ]);
    expect(report(EDITIONS, after).issues).toEqual([]);
    expect(report(EDITIONS, after).self).toMatchObject({ total: 40 - 200, verdict: "fail" });
  });

  it("follow rows that were moved, and leave the user's own rows alone", () => {
    const first = rowOf(clean, "1.1");
    const swapped = Object.fromEntries(
      Object.entries(clean.names).map(([name, range]) => {
        if (range.row !== clean.names.Item_Id?.row || range.columns !== 1) return [name, range];
        const inserted = <T>(grid: readonly (readonly T[])[], filler: T) => [
          ...grid.slice(0, first),
          [filler],
          ...grid.slice(first),
        ];
        return [
          name,
          {
            ...range,
            rows: range.rows + 1,
            values: inserted<CellValue>(range.values, null),
            formulas: inserted<string | null>(range.formulas, null),
          },
        ];
      }),
    );
    const { change } = planChange(checklist31, { ...clean, names: swapped }, [
      edit("Self_Answer", "1.1", "Not met"),
    ]);
    const points = change.stored?.find((entry) => entry.name === "Self_Points");
    expect(points?.values).toHaveLength((clean.names.Self_Points?.rows ?? 0) + 1);
    expect(points?.values[first]).toEqual([null]);
    expect(points?.values[first + 1]).toEqual([-200]);
  });

  it("are left out for a range whose size is another, and for names that are gone", () => {
    const wide = withRange(clean, "Self_Sections", {
      rows: 15,
      values: [...(clean.names.Self_Sections?.values ?? []), [null]],
      formulas: [...(clean.names.Self_Sections?.formulas ?? []), [null]],
    });
    const stored =
      planChange(checklist31, withoutName(wide, "Self_Total"), []).change.stored?.map(
        (entry) => entry.name,
      ) ?? [];
    expect(stored).not.toContain("Self_Sections");
    expect(stored).not.toContain("Self_Total");
    expect(stored).toContain("Auditor_Sections");
  });

  it("hold what the formulas see, not what is read leniently", () => {
    // An unknown answer stays where it is, and so does the formulas' view of it.
    const odd = withValue(clean, "Action_Plan", "1.1", " ");
    const after = written(withValue(odd, "Auditor_Answer", "1.1", "Not met"), []);
    expect(
      report(EDITIONS, after).issues.filter((issue) => issue.code === "notRecalculated"),
    ).toEqual([]);
    expect(after.names.Action_State?.values[rowOf(after, "1.1")]).toEqual(["Planned"]);
  });
});

describe("tidying", () => {
  it("puts every leniently read cell into its exact word, and counts them", () => {
    const untidy = [
      ["Self_Answer", "1.1", "met "],
      ["Closed_On", "2.2", "16 Mar 2026"],
      ["Reseller_Program", 0, "no"],
      ["Holidays", 6, "2026-12-25"],
      ["Service_Compliant", 22, "yes"],
      ["Prerequisite_Reference_On", 3, "1 May 2026"],
    ] as const;
    const snapshot = untidy.reduce(
      (all, [name, where, value]) => withValue(all, name, where, value),
      clean,
    );
    const { change, tidied, after } = planChange(checklist31, snapshot, [
      edit("Owner", "1.1", "T. Weiss"),
    ]);
    expect(tidied).toBe(6);
    expect(change.edits).toHaveLength(7);
    expect(change.edits).toEqual(
      expect.arrayContaining([
        { name: "Self_Answer", item: "1.1", value: "Met" },
        { name: "Closed_On", item: "2.2", value: { date: "2026-03-16" } },
        { name: "Reseller_Program", value: "No" },
        { name: "Holidays", index: 6, value: { date: "2026-12-25" } },
        { name: "Service_Compliant", index: 22, value: "Yes" },
        { name: "Prerequisite_Reference_On", index: 3, value: { date: "2026-05-01" } },
        { name: "Owner", item: "1.1", value: "T. Weiss" },
      ]),
    );
    expect(after.cells.odd).toEqual([]);
    expect(after.inputs).toEqual(after.strict);
  });

  it("leaves formulas alone, whatever they give", () => {
    const given = withValue(clean, "Self_Answer", "1.1", "met ");
    expect(planChange(checklist31, given, []).tidied).toBe(1);
    const counted = withFormula(given, "Self_Answer", "1.1", 'LOWER("Met ")');
    expect(planChange(checklist31, counted, []).change.edits).toEqual([]);
    expect(changeOf(checklist31, counted, []).edits).toEqual([]);
  });

  it("leaves what nobody understands as it is, and does nothing where nothing is untidy", () => {
    const { change, tidied } = planChange(
      checklist31,
      withValue(clean, "Self_Answer", "1.1", "Perhaps"),
      [],
    );
    expect([tidied, change.edits]).toEqual([0, []]);
    expect(planChange(checklist31, clean, []).tidied).toBe(0);
  });

  it("gives way to an edit of the same cell", () => {
    const after = written(withValue(clean, "Self_Answer", "1.1", "met "), [
      edit("Self_Answer", "1.1", "Not met"),
    ]);
    expect(after.names.Self_Answer?.values[rowOf(after, "1.1")]).toEqual(["Not met"]);
  });
});

describe("locks", () => {
  it("change with the phase and only then", () => {
    expect(
      planChange(checklist31, clean, [edit("Self_Answer", "1.1", "Met")]).change.access,
    ).toBeUndefined();
    const { access } = planChange(checklist31, clean, [{ name: "Phase", value: "Audit" }]).change;
    expect(access).toEqual(accessIn(checklist31, "audit", isDrawn));
    expect(access?.find((entry) => entry.name === "Self_Answer")).toEqual({
      name: "Self_Answer",
      open: false,
    });
    expect(access?.find((entry) => entry.name === "Auditor_Answer")).toEqual({
      name: "Auditor_Answer",
      open: true,
    });
  });

  it("name every input of the format in each phase, and in format 1 of the points only the open ones", () => {
    const inputs = INPUTS.filter((field) => isInputOf(field, 2));
    for (const phase of PHASES) {
      const access = accessIn(checklist31, phase, isDrawn);
      expect(access.map((entry) => entry.name)).toEqual(inputs.map((field) => field.name));
      for (const [index, field] of inputs.entries())
        expect(access[index]?.open).toBe(isUnlockedIn(field, phase));
      expect(access.filter((entry) => entry.items)).toEqual([]);
      const names = new Set(namesOf(1));
      const earlier = accessIn(checklist31, phase, (name) => names.has(name));
      expect(earlier.some(({ name }) => name === "Open_Add")).toBe(false);
      expect(earlier.filter((entry) => entry.items)).toEqual([
        {
          name: "Item_Add",
          open: phase !== "actionItems" && phase !== "closed",
          items: ["4.1", "4.2.1", "4.2.2", "4.2.3"],
        },
      ]);
    }
  });
});

describe("headers", () => {
  it("carry the partner's new name on every sheet of ours, and on no other", () => {
    const own = {
      ...clean,
      sheets: [...clean.sheets, { name: "My own", visible: true, isProtected: false }],
    };
    const { headers } = planChange(checklist31, own, [
      { name: "Partner_Name", value: "A & B" },
    ]).change;
    expect(Object.keys(headers ?? {})).toHaveLength(7);
    expect(headers?.["My own"]).toBeUndefined();
    for (const header of Object.values(headers ?? {})) expect(header.left).toEqual(["A & B"]);
  });

  it("leave alone the sheets of other people's that bear our titles", () => {
    const titles: Readonly<Record<string, string>> = {
      About: "About (MSP)",
      Overview: "Overview (MSP)",
    };
    const titleOf = (name: string) => titles[name] ?? name;
    const names = Object.entries(clean.names).map(([name, range]) => [
      name,
      { ...range, sheet: titleOf(range.sheet) },
    ]);
    const beside = {
      ...clean,
      names: Object.fromEntries(names),
      sheets: [
        ...clean.sheets.map((sheet) => ({ ...sheet, name: titleOf(sheet.name) })),
        { name: "About", visible: true, isProtected: false },
        { name: "Overview", visible: true, isProtected: false },
      ],
    };
    const { headers } = changeOf(checklist31, beside, [{ name: "Phase", value: "Submitted" }]);
    const told = Object.keys(headers ?? {});
    expect(told).toContain("Overview (MSP)");
    expect(told).not.toContain("Overview");
    expect(told).not.toContain("About");
  });
});

describe("edits that fit nowhere", () => {
  it("change nothing and do no harm", () => {
    const lost: readonly Edit[] = [
      { name: "Nonsense", value: 1 },
      { name: "Holidays", index: 99, value: { date: "2026-01-01" } },
      { name: "Holidays", index: -1, value: { date: "2026-01-01" } },
    ];
    expect(editedSnapshot(checklist31, clean, lost).names).toEqual(clean.names);
    const headless = withValue(clean, "Item_Id", "1.1", null);
    expect(
      editedSnapshot(checklist31, headless, [edit("Self_Answer", "1.1", "Met")]).names,
    ).toEqual(headless.names);
  });
});
