/** A checklist that came from elsewhere gets back what it lost, and the two sides' cells get their people. */

import { describe, expect, test } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { defineName } from "../fakes/sheets/book.ts";
import type { ScriptHost } from "../fakes/sheets/script.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { addressOf, builtHost, named, portrait, reportOf, shown } from "./sheets.ts";
import { openInSheets } from "./xlsx-import.ts";

/** As an .xlsx file leaves it in Sheets: names, values and formulas, and no more. */
function openedFromXlsx(): ScriptHost {
  const host = builtHost();
  for (const protection of host.world.protections) protection.removed = true;
  for (const sheet of host.world.sheets) {
    sheet.colors = [];
    for (const cell of sheet.cells.values()) cell.validation = null;
  }
  return host;
}

describe("a checklist opened from .xlsx", () => {
  test.each([1, 2, 3])("that was filled elsewhere is gone on with: %i", async (seed) => {
    const inputs = randomInputs(seed);
    const host = await openInSheets(await drawBlueprint(blueprint(checklist31, inputs)));
    host.choose("openPanel");
    const ideal = report(EDITIONS, snapshotOf(inputs));
    expect(reportOf(host)).toEqual(ideal);
    expect(shown(host, "Self_Total")).toBe(ideal.self.total);
    expect(() => host.call("newChecklist", {})).toThrow(/holds a checklist already/);
  });

  test("is recognised, and protection, lists and colour rules are put back unasked", () => {
    const whole = builtHost();
    const host = openedFromXlsx();
    expect(reportOf(host).issues.map((issue) => issue.code)).toContain("listLost");
    host.choose("openPanel");
    expect(host.world.sidebars).toEqual(["sidebar"]);
    expect(reportOf(host).issues).toEqual([]);
    const rules = (from: ScriptHost) =>
      from.world.sheets.map((sheet) => sheet.colors.map((rule) => rule.formula));
    expect(rules(host)).toEqual(rules(whole));
    const lists = (from: ScriptHost) => (portrait(from) as { sheets: unknown[] }).sheets;
    expect(lists(host)).toEqual(lists(whole));
    expect(openCells(host)).toEqual(openCells(whole));
  });

  test("that is whole is not written to at all", () => {
    const host = builtHost();
    const before = portrait(host);
    host.choose("openPanel");
    expect(portrait(host)).toEqual(before);
    const writes = host.world.calls.filter((call) => /\.(?:set|protect)/.test(call));
    expect(writes).toEqual([]);
  });

  test("keeps rules, protection and lists of the user's own", () => {
    const host = openedFromXlsx();
    const checklist = host.world.sheetNamed("Checklist");
    const mine = {
      ranges: [{ sheet: checklist, area: { row: 1, column: 1, rows: 9, columns: 1 } }],
      formula: "=A1=7",
      gradient: false,
      background: "#00ff00",
    };
    checklist.colors = [mine];
    const { area } = named(host, "Phase");
    const overview = host.world.sheetNamed("Overview");
    const own = { kind: "list", values: ["A", "B"], allowInvalid: true, help: null } as const;
    host.world.cell(overview, area.row, area.column).validation = own;
    host.choose("openPanel");
    expect(checklist.colors[checklist.colors.length - 1]).toMatchObject({ formula: "=A1=7" });
    expect(host.world.cell(overview, area.row, area.column).validation).toBe(own);
  });

  test("whose sheet was renamed and whose columns moved gets lists by name, and no colour in the wrong place", () => {
    const host = openedFromXlsx();
    const checklist = host.world.sheetNamed("Checklist");
    host.world.engine.renameSheet("Checklist", "Our list");
    checklist.name = "Our list";
    const answers = named(host, "Note_Kind");
    defineName(host.world, "Note_Kind", checklist, { ...answers.area, column: 28 + 3 });
    checklist.maxColumns = 40;
    host.choose("putBack");
    expect(checklist.colors).toEqual([]);
    const at = addressOf(host, "Note_Kind", "8.1.9");
    expect(at).toMatch(/^AE/);
    const row = Number(at.replace(/\D/g, ""));
    expect(host.world.cell(checklist, row, 31).validation?.values).toContain("Strength");
    expect(host.world.toasts.join(" ")).toMatch(/colour rules were left/);
  });
});

function openCells(host: ScriptHost): string[][] {
  return host.world.sheets.map((sheet) => {
    const protection = host.world.protections.find(
      (entry) => entry.sheet === sheet && !entry.removed,
    );
    const cells = new Set<string>();
    for (const { row, column, rows, columns } of protection?.open ?? []) {
      for (let down = 0; down < rows; down += 1) {
        for (let right = 0; right < columns; right += 1)
          cells.add(`${row + down}!${column + right}`);
      }
    }
    return [...cells].sort();
  });
}

describe("the two sides", () => {
  const PARTNER = "partner@example.com";
  const AUDITOR = "auditor@example.com";

  function shared(partner: string, auditor: string): ScriptHost {
    const host = builtHost();
    host.world.editors.add(PARTNER).add(AUDITOR);
    enter(host, "Partner_Editors", partner);
    enter(host, "Auditor_Editors", auditor);
    host.choose("putBack");
    return host;
  }

  function enter(host: ScriptHost, name: string, text: string): void {
    host.edit("Overview", addressOf(host, name), [[text]]);
  }

  test("only warn while their lists are empty", () => {
    const host = shared("", "");
    host.edit("Checklist", addressOf(host, "Auditor_Answer", "1.1"), [["Met"]], { user: PARTNER });
    expect(shown(host, "Auditor_Answer", "1.1")).toBe("Met");
    expect(host.world.toasts.join(" ")).toMatch(
      /only warns while “Editors, partner” and “Editors, auditor” on the Overview are empty/,
    );
  });

  test("are kept out of each other's cells, and the user is told about the owner", () => {
    const host = shared(PARTNER, ` ${AUDITOR}; stranger@example.com`);
    const to = (name: string) => addressOf(host, name, "1.1");
    host.edit("Checklist", to("Self_Answer"), [["Met"]], { user: PARTNER });
    host.edit("Checklist", to("Auditor_Answer"), [["Not met"]], { user: AUDITOR });
    expect(() =>
      host.edit("Checklist", to("Auditor_Answer"), [["Met"]], { user: PARTNER }),
    ).toThrow(/protected/);
    expect(() =>
      host.edit("Checklist", to("Self_Answer"), [["Not met"]], { user: AUDITOR }),
    ).toThrow(/protected/);
    const told = host.world.toasts.join(" ");
    expect(told).toMatch(/owner@example\.com, who owns the file, can edit/);
    expect(told).toMatch(
      /stranger@example.com cannot be given the auditor’s cells: share the file/,
    );
    host.choose("putBack");
    const ours = host.world.protections.filter((entry) => entry.area && !entry.removed);
    expect(ours).toHaveLength(11);
  });

  test("are free again once the lists are emptied", () => {
    const host = shared(PARTNER, AUDITOR);
    enter(host, "Partner_Editors", "");
    enter(host, "Auditor_Editors", "");
    host.choose("putBack");
    expect(host.world.protections.filter((entry) => entry.area && !entry.removed)).toEqual([]);
  });
});
