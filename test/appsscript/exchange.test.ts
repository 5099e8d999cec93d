/** A checklist goes from Sheets to a file and from a file to Sheets, and is the same checklist all along. */

import { describe, expect, test } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { isDrawn } from "../../core/workbook/fields.ts";
import type { Issue } from "../../core/workbook/issues.ts";
import { accessIn } from "../../core/workbook/write/change.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { patchWorkbook } from "../../xlsx/patch.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { isOpen } from "../fakes/sheets/hands.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { portOf } from "./port.ts";
import { builtHost, named, PLAN, reportOf, rowOf } from "./sheets.ts";
import { downloadFromSheets } from "./xlsx-export.ts";
import { openInSheets } from "./xlsx-import.ts";

const SEEDS = [4, 5, 6];
const SHEETS_OF_NAMES = PLAN.sheets.filter(
  ({ name, visibility }) =>
    visibility === "visible" && PLAN.names.some((named) => named.sheet === name),
).length;

/** A spreadsheet in which the script has made a checklist with these entries. */
function sheetsWith(inputs: Inputs): ScriptHost {
  const host = new ScriptHost();
  portOf(host).build(blueprint(checklist31, inputs));
  return host;
}

function snapshotIn(bytes: Uint8Array) {
  const snapshot = readSnapshot(bytes);
  if (!snapshot) throw new Error("The file was not recognised.");
  return snapshot;
}

/** Sheets keeps no protection in a file, so its absence is all that a report may add. */
const withoutProtection = (found: Report): Report => ({
  ...found,
  issues: found.issues.filter(({ code }: Issue) => code !== "protectionOff"),
});

describe("a spreadsheet downloaded as .xlsx", () => {
  test.each(SEEDS)("has the same report: %i", async (seed) => {
    const host = sheetsWith(randomInputs(seed));
    const found = report(EDITIONS, snapshotIn(await downloadFromSheets(host)));
    expect(withoutProtection(found)).toEqual(reportOf(host));
    expect(found.issues.filter(({ code }) => code === "protectionOff")).toHaveLength(
      SHEETS_OF_NAMES,
    );
  });

  test("can be gone on with in the file, and taken back to Sheets", async () => {
    const host = builtHost();
    const bytes = await downloadFromSheets(host);
    const { change } = planChange(checklist31, snapshotIn(bytes), [
      { name: "Self_Answer", item: "8.1.9" as never, value: "Met" },
      { name: "Audit_On", value: { date: "2026-03-16" } },
    ]);
    const patched = patchWorkbook(EDITIONS, bytes, change);
    const found = report(EDITIONS, snapshotIn(patched));
    expect(found.self.answered).toBe(1);
    expect(found.issues.filter(({ code }) => code !== "protectionOff")).toEqual([]);
    const again = await openInSheets(patched);
    again.choose("openPanel");
    expect(reportOf(again)).toEqual(withoutProtection(found));
  });
});

describe("an .xlsx file opened in Sheets", () => {
  test.each(SEEDS)("gets back exactly what a new checklist has: %i", async (seed) => {
    const inputs = randomInputs(seed);
    const host = await openInSheets(await drawBlueprint(blueprint(checklist31, inputs)));
    const whole = sheetsWith(inputs);
    host.choose("openPanel");
    expect(reportOf(host)).toEqual(reportOf(whole));
    for (const sheet of host.world.sheets.filter(({ name }) => name !== "Sheet1")) {
      const twin = whole.world.sheetNamed(sheet.name);
      expect(
        sheet.colors.map(({ formula }) => formula),
        sheet.name,
      ).toEqual(twin.colors.map(({ formula }) => formula));
      const lists = ({ cells }: typeof sheet) =>
        [...cells].flatMap(([key, { validation }]) =>
          validation?.kind === "list" ? [`${key} ${validation.values}`] : [],
        );
      expect(lists(sheet).sort(), sheet.name).toEqual(lists(twin).sort());
    }
    for (const { name, open, items } of accessIn(checklist31, inputs.phase, isDrawn)) {
      const { sheet, area } = named(host, name);
      const isColumn = area.row === named(host, "Item_Id").area.row;
      const row = isColumn ? rowOf(host, items?.[0] ?? "8.1.9") : area.row;
      expect(isOpen(host.world, sheet, row, area.column), name).toBe(open);
    }
  });

  test("is asked nothing, and written to no second time", async () => {
    const host = await openInSheets(await drawBlueprint(PLAN));
    host.choose("openPanel");
    expect(host.world.toasts).toEqual([]);
    expect(host.world.sidebars).toEqual(["sidebar"]);
    const before = host.world.calls.length;
    host.choose("openPanel");
    const writes = host.world.calls
      .slice(before)
      .filter((call) => /\.(?:set|protect|insert)/.test(call));
    expect(writes).toEqual([]);
    expect(() => host.call("newChecklist", {})).toThrow(/holds a checklist already/);
  });
});
