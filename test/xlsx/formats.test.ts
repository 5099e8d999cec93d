/**
 * Workbooks of earlier formats, as their programs left them: read, compared and written as what they are. The
 * fixtures under `test/fixtures/formats/` were made by the programs themselves and stay as they are.
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { enter } from "../../core/report/enter.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { namesOf } from "../../core/workbook/fields.ts";
import type { CellValue, Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { parseAssignment, readAssignments } from "../../core/workbook/write/entries.ts";
import { fileChange } from "../../core/workbook/write/stored.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { snapshotOfBlueprint } from "../fakes/snapshot.ts";

const bytesOf = (format: number, name: string): Promise<Uint8Array> =>
  readFile(fileURLToPath(new URL(`../fixtures/formats/${format}/${name}.xlsx`, import.meta.url)));

async function read(bytes: Uint8Array): Promise<Snapshot> {
  const snapshot = await (await openXlsx(EDITIONS, bytes)).snapshot();
  if (!snapshot) throw new Error("no checklist");
  return snapshot;
}

/** Under names that are no dates' a day is its serial number. */
const shown = (value: CellValue): unknown =>
  typeof value === "object" && value !== null && "date" in value
    ? (Date.parse(value.date) - Date.UTC(1899, 11, 30)) / 86_400_000
    : value;

const EMPTY: Snapshot = { sheets: [], names: {}, brokenNames: [] };

const told = (of: Report) => of.issues.map(({ code }) => code).sort();

async function written(bytes: Uint8Array, ...texts: string[]): Promise<Uint8Array> {
  const book = await openXlsx(EDITIONS, bytes);
  const entered = enter(
    EDITIONS,
    await book.snapshot(),
    {
      kind: "entries",
      closed: "tell",
      read: (checklist, snapshot) =>
        readAssignments(
          checklist,
          texts.flatMap((text) => parseAssignment(text) ?? []),
          snapshot,
        ),
    },
    fileChange,
    "2026-03-11 09:30",
  );
  if (!entered.change) throw new Error(JSON.stringify(entered.refusal));
  await book.apply(entered.change);
  return book.bytes();
}

describe.each(["new", "audited", "renewal"])("format 1, %s", (name) => {
  it("has the formulas and results that are drawn for its format", async () => {
    const snapshot = await read(await bytesOf(1, name));
    const { inputs } = readInputs(checklist31, snapshot);
    const drawn = snapshotOfBlueprint(blueprint(checklist31, inputs, 1));
    expect(Object.keys(snapshot.names).sort()).toEqual([...namesOf(1)].sort());
    expect(Object.keys(drawn.names).sort()).toEqual(Object.keys(snapshot.names).sort());
    for (const [title, range] of Object.entries(snapshot.names)) {
      const own = drawn.names[title];
      expect([title, own?.formulas]).toEqual([title, range.formulas]);
      range.formulas.forEach((line, row) => {
        line.forEach((formula, column) => {
          if (formula === null) return;
          const [is, was] = [own, range].map((of) => shown(of?.values[row]?.[column] ?? ""));
          expect([title, row, column, is]).toEqual([title, row, column, was]);
        });
      });
    }
  });
});

describe("a sealed workbook of format 1", () => {
  it("scores as before, its seal is unchanged, and no difference between formats is a fault", async () => {
    const found = report(EDITIONS, await read(await bytesOf(1, "audited")));
    expect([found.self.total, found.preliminary.total, found.final.total]).toEqual([940, 720, 920]);
    expect(found.final.verdict).toBe("pass");
    expect(found.seal).toMatchObject({ short: "ee6b-a833-a5ca", state: "unchanged" });
    expect(told(found)).toEqual([
      "closureLate",
      "datesOutOfOrder",
      "noteKind",
      "reconstructed",
      "referencesDisagree",
      "servicesDisagree",
      "validationIgnored",
    ]);
    for (const name of ["new", "renewal"])
      expect(told(report(EDITIONS, await read(await bytesOf(1, name))))).toEqual([]);
  });

  it("is written in place as what it is", async () => {
    const bytes = await written(
      await bytesOf(1, "audited"),
      "Item_Add[4.2.3]=0",
      "Open_Add[4.1]=40",
      "Closed_On[1.5]=2026-03-11",
    );
    const snapshot = await read(bytes);
    expect(snapshot.names.Open_Add).toBeUndefined();
    expect(snapshot.names.Format_Version?.values).toEqual([[1]]);
    const found = report(EDITIONS, snapshot);
    expect(found.items.find(({ id }) => id === "4.2.3")).toMatchObject({
      ifMet: 0,
      ifNotMet: -200,
      mandatory: true,
    });
    expect(found.seal?.changes.map(({ name, place }) => `${name}[${place}]`).sort()).toEqual([
      "Item_Add[4.1]",
      "Item_Add[4.2.3]",
    ]);
    expect(told(found)).not.toContain("notRecalculated");
    expect(told(found)).not.toContain("formulaChanged");
  });

  it("keeps the words of its own format where another engagement gives them", async () => {
    const bytes = await written(
      await bytesOf(1, "new"),
      "Partner_Name=Kestrel",
      "Engagement=Renewal",
      "Previous_Audit_Version=3.0",
      "Last_Full_Audit_On=2025-03-01",
    );
    const snapshot = await read(bytes);
    expect(told(report(EDITIONS, snapshot))).toEqual([]);
    expect(snapshot.names.Scope_Reason?.values.flat()).toContain("Audited in every renewal");
  });
});

describe("titles and requirements", () => {
  const changed = (snapshot: Snapshot) =>
    report(EDITIONS, snapshot).issues.filter(({ code }) => code === "textChanged").length;
  const reworded = (snapshot: Snapshot, name: string): Snapshot => {
    const range = snapshot.names[name];
    if (!range) throw new Error(name);
    const values = range.values.map((line, row) => (row === 2 ? [`${line[0]} and more`] : line));
    return { ...snapshot, names: { ...snapshot.names, [name]: { ...range, values } } };
  };

  it("are those that the workbook was made with, and another hand is told in either format", async () => {
    const first = await read(await bytesOf(1, "new"));
    const blank = snapshotOfBlueprint(
      blueprint(checklist31, readInputs(checklist31, first).inputs),
    );
    for (const snapshot of [first, blank]) {
      expect(changed(snapshot)).toBe(0);
      for (const name of ["Item_Title", "Item_Requirement"])
        expect(changed(reworded(snapshot, name)), name).toBe(1);
    }
  });

  it("of a program that words them otherwise are no fault", () => {
    const drawn = blueprint(checklist31, readInputs(checklist31, EMPTY).inputs);
    const reworded = {
      ...checklist31,
      texts: { ...checklist31.texts, items: {}, groups: {} },
    };
    const other = [{ checklist: reworded, check: EDITIONS[0].check }];
    expect(report(other, snapshotOfBlueprint(drawn)).issues).toEqual([]);
  });
});
