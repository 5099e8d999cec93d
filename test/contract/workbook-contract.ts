/** What every host of the workbook port has to keep, as one suite that each host's tests run. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASE_WORDS, PHASES } from "../../core/audit/phases.ts";
import { FORMAT_VERSION } from "../../core/audit/records.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { INPUTS, isDrawn, isInputOf, isOpenIn } from "../../core/workbook/fields.ts";
import type { Blueprint, BlueprintCell } from "../../core/workbook/port.ts";
import {
  type CellValue,
  type Edit,
  type Feature,
  HostError,
  type Snapshot,
  type Workbook,
} from "../../core/workbook/port.ts";
import { accessIn } from "../../core/workbook/write/change.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { rowOf, snapshotOf } from "../fakes/snapshot.ts";

const { items } = checklist31;

/** What people and other programs do to the workbook behind the port's back; absent where a host cannot. */
export interface Hands {
  insertRow?(sheet: string, row: number): void;
  rename?(sheet: string, to: string): void;
  type?(sheet: string, row: number, column: number, value: string): void;
}

export interface ContractHost {
  readonly book: Workbook;
  readonly hands?: Hands;
  /** The same workbook as another program or another day would open it. */
  reopen(): Workbook;
  /** Whether a cell can be written under protection; absent where the host cannot tell. */
  isOpen?(sheet: string, row: number, column: number): boolean;
  /** Whether a feature that the host does not list under `cannot` is really there. */
  has?(feature: Feature): boolean;
}

const FEATURES: readonly Feature[] = [
  "pageSetup",
  "pageHeaders",
  "shareBars",
  "rowHeights",
  "veryHiddenSheets",
  "inputPrompts",
  "calculation",
];
const LAST = items[items.length - 1]?.id ?? "";
const id = (text: string): ItemId => text as ItemId;

export function describeWorkbookContract(name: string, makeHost: () => ContractHost): void {
  const built = async (inputs: Inputs = blankInputs(checklist31)): Promise<ContractHost> => {
    const host = makeHost();
    await host.book.build(blueprint(checklist31, inputs));
    return host;
  };
  const read = async (book: Workbook): Promise<Snapshot> => {
    const snapshot = await book.snapshot();
    if (!snapshot) throw new Error("The workbook holds no checklist.");
    return snapshot;
  };
  const change = async (book: Workbook, edits: readonly Edit[]): Promise<void> => {
    await book.apply(planChange(checklist31, await read(book), edits).change);
  };
  const valueAt = async (book: Workbook, named: string, item: string): Promise<CellValue> => {
    const snapshot = await read(book);
    const range = snapshot.names[named];
    return range?.values[rowOf(snapshot, item)]?.[0] ?? null;
  };

  describe(`${name}: the workbook port`, () => {
    it("finds no checklist where none was built", async () => {
      expect(await makeHost().book.snapshot()).toBeNull();
    });

    it("reads a new workbook back as it was drawn", async () => {
      const host = await built();
      const snapshot = await read(host.reopen());
      const ideal = snapshotOf(blankInputs(checklist31));
      expect(snapshot.brokenNames).toEqual([]);
      expect(Object.keys(snapshot.names).sort()).toEqual(Object.keys(ideal.names).sort());
      for (const [named, range] of Object.entries(ideal.names)) {
        const found = snapshot.names[named];
        expect({ ...found, values: plain(found?.values), hasInputRule: true }, named).toEqual({
          ...range,
          values: plain(range.values),
          hasInputRule: true,
        });
      }
      // Messages alone need no rule in some hosts.
      const filled = INPUTS.filter((entry) => isInputOf(entry, FORMAT_VERSION));
      for (const field of filled.filter((entry) => entry.kind.is !== "text")) {
        const wanted = ideal.names[field.name]?.hasInputRule;
        expect(snapshot.names[field.name]?.hasInputRule, field.name).toBe(wanted);
      }
      expect(
        snapshot.sheets
          .filter((sheet) => ideal.sheets.some((own) => own.name === sheet.name))
          // Where its cells end is told by files alone.
          .map(({ lastRow: _, ...sheet }) => sheet),
      ).toEqual(ideal.sheets);
      expect(report(EDITIONS, snapshot)).toEqual(report(EDITIONS, ideal));
      expect(
        report(EDITIONS, snapshot).issues.filter((issue) => issue.severity === "error"),
      ).toEqual([]);
    });

    it("gives the ideal report of filled workbooks, whoever opens them", async () => {
      for (const seed of [1, 2, 3, 5, 8, 13]) {
        const inputs = randomInputs(seed);
        const host = await built(inputs);
        expect(report(EDITIONS, await read(host.reopen())), `seed ${seed}`).toEqual(
          report(EDITIONS, snapshotOf(inputs)),
        );
      }
    });

    it("keeps text that looks like something else", async () => {
      const partner = "=1+1";
      const host = await built({ ...blankInputs(checklist31), partner });
      expect(report(EDITIONS, await read(host.reopen())).partner).toBe(partner);
      for (const text of [
        "=SUM(A1)",
        "+44 20",
        "-5",
        "007",
        "3/4",
        "1.10",
        "TRUE",
        "'quoted'",
        "@a",
        "50%",
        "Mar 5",
        "#N/A or not",
        "a\nb",
        "<b>&amp;</b>",
      ]) {
        await change(host.book, [{ name: "Evidence", item: id("1.1"), value: text }]);
        expect(await valueAt(host.reopen(), "Evidence", "1.1"), text).toBe(text);
      }
    });

    it("takes what a person types into a field of text as it stands", async ({ skip }) => {
      const host = await built();
      const { hands } = host;
      if (!hands?.type) return skip("nobody's hands here");
      const { names } = await read(host.book);
      const [evidence, version] = [names.Evidence, names.Previous_Audit_Version];
      if (!evidence || !version) throw new Error("No evidence.");
      const down = names.Item_Id?.values.findIndex(([value]) => value === "1.1") ?? -1;
      const row = evidence.row + down;
      for (const text of ["007", "1/2", "5%", "3.0", "TRUE", "Mar 5"]) {
        hands.type(evidence.sheet, row, evidence.column, text);
        hands.type(version.sheet, version.row, version.column, text);
        const found = await read(host.reopen());
        expect(found.names.Evidence?.values[down]?.[0], text).toBe(text);
        expect(found.names.Previous_Audit_Version?.values[0]?.[0], text).toBe(text);
      }
    });

    it("writes by name, by item and by place, and clears", async () => {
      const host = await built();
      const edits: Edit[] = [
        { name: "Partner_Name", value: "Kestrel Cloud Ltd" },
        { name: "Submitted_On", value: { date: "2026-03-16" } },
        { name: "Self_Answer", item: id("1.1"), value: "Met" },
        { name: "Self_Answer", item: id(LAST), value: "Not met" },
        { name: "Open_Add", index: 1, value: 40 },
        { name: "Holidays", index: 2, value: { date: "2026-12-25" } },
        { name: "Service_Example", index: 1, value: "Example" },
      ];
      await change(host.book, edits);
      const snapshot = await read(host.reopen());
      const found = report(EDITIONS, snapshot);
      expect(found.partner).toBe("Kestrel Cloud Ltd");
      expect(found.holidays).toEqual(["2026-12-25"]);
      expect(
        found.items.filter((item) => item.self !== "unanswered").map((item) => item.id),
      ).toEqual(["1.1", LAST]);
      expect(snapshot.names.Service_Example?.values[1]?.[0]).toBe("Example");
      expect(snapshot.names.Submitted_On?.values[0]?.[0]).toEqual({ date: "2026-03-16" });
      // The sheet's own results followed.
      expect(found.issues.filter((issue) => issue.code === "notRecalculated")).toEqual([]);
      expect(snapshot.names.Self_Total?.values[0]?.[0]).toBe(found.self.total);
      await change(
        host.book,
        edits.slice(1).map((edit) => ({ ...edit, value: edit.name === "Open_Add" ? 20 : null })),
      );
      const cleared = await read(host.reopen());
      expect(cleared.names.Submitted_On?.values[0]?.[0]).toBeNull();
      expect(report(EDITIONS, cleared).self.answered).toBe(0);
    });

    it("writes all edits or none", async () => {
      const host = await built();
      const good: Edit = { name: "Self_Answer", item: id("1.1"), value: "Met" };
      const bad: readonly Edit[] = [
        { name: "No_Such_Name", value: 1 },
        { name: "Holidays", index: 500, value: { date: "2026-12-25" } },
        { name: "Owner", item: id("1.1"), value: "x".repeat(32_768) },
        { name: "Submitted_On", value: { date: "2026-13-45" } },
        { name: "Open_Add", index: 0, value: Number.NaN },
        { name: "Self_Points", item: id("1.1"), value: 5 },
      ];
      for (const edit of bad) {
        const label = JSON.stringify(edit).slice(0, 60);
        const refusal = await failure(() => host.book.apply({ edits: [good, edit] }));
        expect(refusal, label).toBeInstanceOf(HostError);
        expect((refusal as HostError).message, label).toMatch(/^[A-Z“].*\.$/s);
        expect(await valueAt(host.reopen(), "Self_Answer", "1.1"), label).toBeNull();
      }
    });

    it("opens and closes cells with the phase, and locks nothing that is open", async () => {
      const host = await built();
      const { isOpen } = host;
      for (const phase of PHASES) {
        await change(host.book, [{ name: "Phase", value: PHASE_WORDS[phase] }]);
        const snapshot = await read(host.book);
        expect(report(EDITIONS, snapshot).phase).toBe(phase);
        if (!isOpen) continue;
        for (const { name: named, open, items: some } of accessIn(checklist31, phase, isDrawn)) {
          const range = snapshot.names[named];
          if (!range) throw new Error(named);
          const field = INPUTS.find((entry) => entry.name === named);
          const row =
            field?.shape === "column" ? range.row + rowOf(snapshot, some?.[0] ?? "1.1") : range.row;
          expect(isOpen.call(host, range.sheet, row, range.column), `${named} in ${phase}`).toBe(
            open,
          );
          if (field && isOpenIn(field, phase)) expect(open).toBe(true);
        }
        const total = snapshot.names.Self_Total;
        if (total) expect(isOpen.call(host, total.sheet, total.row, total.column)).toBe(false);
      }
    });

    it("writes into the row that it reads where an id stands twice, and opens both rows", async () => {
      const host = makeHost();
      const drawn = blueprint(checklist31, blankInputs(checklist31));
      const wrong = rowOf(snapshotOf(blankInputs(checklist31)), "1.1");
      const ids = drawn.names.find((named) => named.name === "Item_Id")?.area;
      if (!ids) throw new Error("Item_Id");
      await host.book.build(
        withCells(drawn, "Checklist", (cell) =>
          cell.row === ids.row + wrong && cell.column === ids.column
            ? { ...cell, value: "1.2" }
            : cell,
        ),
      );
      await change(host.book, [{ name: "Self_Answer", item: id("1.2"), value: "Met" }]);
      const snapshot = await read(host.reopen());
      const met = report(EDITIONS, snapshot).items.filter((item) => item.self === "met");
      expect(met.map((item) => item.id)).toEqual(["1.2"]);
      expect(snapshot.names.Self_Answer?.values[wrong]?.[0] ?? null).toBeNull();
      await change(host.book, [{ name: "Phase", value: PHASE_WORDS.audit }]);
      const answers = snapshot.names.Self_Answer;
      if (!answers || !host.isOpen) return;
      for (const row of [wrong, wrong + 1])
        expect(host.isOpen(answers.sheet, answers.row + row, answers.column)).toBe(false);
    });

    it("moves the phase although the ids are lost", async () => {
      const host = makeHost();
      const drawn = blueprint(checklist31, blankInputs(checklist31));
      const names = drawn.names.filter((named) => named.name !== "Item_Id");
      await host.book.build({ ...drawn, names });
      await change(host.book, [{ name: "Phase", value: PHASE_WORDS.audit }]);
      expect(report(EDITIONS, await read(host.reopen())).phase).toBe("audit");
    });

    it("moves the phase and writes although an optional name is lost and an entry holds a formula", async () => {
      const host = makeHost();
      const drawn = blueprint(checklist31, blankInputs(checklist31));
      const answers = drawn.names.find((named) => named.name === "Self_Answer")?.area;
      const row = rowOf(snapshotOf(blankInputs(checklist31)), "1.1");
      if (!answers) throw new Error("Self_Answer");
      const linked = withCells(drawn, "Checklist", (cell) =>
        cell.row === answers.row + row && cell.column === answers.column
          ? { ...cell, value: "met", formula: '"met"' }
          : cell,
      );
      const names = linked.names.filter((named) => named.name !== "People_Language");
      await host.book.build({ ...linked, names });
      await change(host.book, [{ name: "Owner", item: id("1.4"), value: "T. Weiss" }]);
      await change(host.book, [{ name: "Phase", value: PHASE_WORDS.submitted }]);
      const snapshot = await read(host.reopen());
      expect(report(EDITIONS, snapshot).phase).toBe("submitted");
      expect(await valueAt(host.reopen(), "Owner", "1.4")).toBe("T. Weiss");
      expect(snapshot.names.Self_Answer?.formulas[row]?.[0]).toBe('"met"');
    });

    it("finds its cells by name after rows came in and sheets got other names", async ({
      skip,
    }) => {
      const host = await built();
      const { hands } = host;
      if (!hands?.insertRow || !hands.rename) return skip("nobody's hands here");
      await read(host.book);
      hands.insertRow("Checklist", 5);
      hands.insertRow("Checklist", 60);
      hands.rename("Checklist", "Our list, 2026");
      await change(host.book, [{ name: "Self_Answer", item: id("8.1.9"), value: "Met" }]);
      const snapshot = await read(host.reopen());
      expect(snapshot.names.Self_Answer?.sheet).toBe("Our list, 2026");
      const found = report(EDITIONS, snapshot);
      expect(found.items.filter((item) => item.self === "met").map((item) => item.id)).toEqual([
        "8.1.9",
      ]);
      expect(found.issues.filter((issue) => issue.severity === "error")).toEqual([]);
    });

    it("finds the row of an item again after it moved since the last reading", async ({ skip }) => {
      const host = await built();
      const { hands } = host;
      if (!hands?.insertRow) return skip("nobody's hands here");
      const snapshot = await read(host.book);
      const { change: planned } = planChange(checklist31, snapshot, [
        { name: "Owner", item: id("9.3.5"), value: "T. Weiss" },
      ]);
      await host.book.apply({ edits: [] });
      hands.insertRow("Checklist", 20);
      await host.book.apply({ edits: planned.edits });
      expect(await valueAt(host.reopen(), "Owner", "9.3.5")).toBe("T. Weiss");
    });

    it("reports days counted from the dates that were typed", async () => {
      const inputs: Inputs = {
        ...blankInputs(checklist31),
        submittedOn: "2026-03-02" as IsoDate,
        auditOn: "2026-03-16" as IsoDate,
      };
      const host = await built(inputs);
      expect(report(EDITIONS, await read(host.reopen())).deadlines).toEqual(
        report(EDITIONS, snapshotOf(inputs)).deadlines,
      );
    });

    it("can do what it does not say it cannot", async ({ skip }) => {
      const host = await built();
      expect(FEATURES).toEqual(expect.arrayContaining([...host.book.cannot]));
      const { has } = host;
      if (!has) return skip("the host cannot be looked into");
      for (const feature of FEATURES) {
        expect(has.call(host, feature), feature).toBe(!host.book.cannot.includes(feature));
      }
    });
  });
}

/** The blueprint with some cells of a sheet as somebody else has left them. */
function withCells(
  drawn: Blueprint,
  sheet: string,
  act: (cell: BlueprintCell) => BlueprintCell,
): Blueprint {
  const sheets = drawn.sheets.map((plan) =>
    plan.name === sheet ? { ...plan, cells: plan.cells.map(act) } : plan,
  );
  return { ...drawn, sheets };
}

/** Formulas that give empty text and cells with nothing in them look alike. */
function plain(values: readonly (readonly CellValue[])[] | undefined): CellValue[][] | undefined {
  return values?.map((line) => line.map((value) => (value === "" ? null : value)));
}

async function failure(action: () => unknown): Promise<unknown> {
  try {
    await action();
    return null;
  } catch (error) {
    return error;
  }
}
