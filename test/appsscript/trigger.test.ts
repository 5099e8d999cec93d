/** The simple trigger: what typing and pasting break is mended, and nothing else is touched. */

import { describe, expect, test } from "vitest";
import type { Polled } from "../../appsscript/server/main.ts";
import { isOpen } from "../fakes/sheets/hands.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { addressOf, builtHost, named, portrait, reportOf, rowOf, shown } from "./sheets.ts";

describe("words", () => {
  test.each([
    [" met ", "Met"],
    ["NOT  MET", "Not met"],
    ["not-met", "Not met"],
    ["Met", "Met"],
  ])("%j becomes %j", (typed, word) => {
    const host = builtHost();
    host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [[typed]], { pasted: true });
    expect(shown(host, "Self_Answer", "8.1.9")).toBe(word);
    expect(host.world.calls.length).toBeLessThanOrEqual(60);
  });

  test.each([" ", "\u00a0\n", "-", "\u200b"])(
    "%j, in which there is nothing, is cleared",
    (typed) => {
      const host = builtHost();
      const at = addressOf(host, "Self_Answer", "8.1.9");
      host.edit("Checklist", at, [[typed]], { pasted: true });
      expect(shown(host, "Self_Answer", "8.1.9")).toBe("");
    },
  );

  test("a date becomes a day also in a cell whose format came with the paste and is text", () => {
    const host = builtHost();
    const { sheet, area } = named(host, "Audit_On");
    host.world.cell(sheet, area.row, area.column).format = "@";
    host.edit("Overview", addressOf(host, "Audit_On"), [["16 Mar 2026"]], { pasted: true });
    expect(shown(host, "Audit_On")).toBe(46097);
    expect(host.world.lockedBy).toBeNull();
  });

  test("points become the word that earns them, by the item they stand beside", () => {
    const host = builtHost();
    host.edit("Checklist", addressOf(host, "Self_Answer", "1.1"), [[-200]], { pasted: true });
    expect(shown(host, "Self_Answer", "1.1")).toBe("Not met");
  });

  test("what means nothing stays, for the panel to point at", () => {
    const host = builtHost();
    host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [["maybe"]], { pasted: true });
    expect(shown(host, "Self_Answer", "8.1.9")).toBe("maybe");
    expect(reportOf(host).issues.map((issue) => issue.code)).toContain("unknownAnswer");
  });

  test("in a paste over many cells each is mended, over headings as well", () => {
    const host = builtHost();
    const row = rowOf(host, "8.1.9");
    const block = Array.from({ length: 30 }, () => ["met", "", "", "", "not met"]);
    const { area } = named(host, "Self_Answer");
    const first = `${addressOf(host, "Self_Answer").replace(/\d+/, "")}${row}`;
    expect(named(host, "Auditor_Answer").area.column - area.column).toBe(4);
    host.edit("Checklist", first, block, { pasted: true });
    const report = reportOf(host);
    const pasted = report.items.filter(
      (item) => item.place && item.place.row >= row && item.place.row < row + 30,
    );
    expect(pasted.length).toBeGreaterThan(20);
    expect(new Set(pasted.map((item) => `${item.self} ${item.auditor}`))).toEqual(
      new Set(["met notMet"]),
    );
    expect(report.issues.filter((issue) => issue.code === "answerReadKindly")).toEqual([]);
    expect(report.issues.filter((issue) => issue.code === "formulaLost")).toEqual([]);
    expect(shown(host, "Self_Total")).toBe(report.self.total);
  });

  test("yes, no and dates as text outside the Checklist", () => {
    const host = builtHost();
    host.edit("Overview", addressOf(host, "Reseller_Program"), [["no "]], { pasted: true });
    host.edit("Overview", addressOf(host, "Audit_On"), [["16 Mar 2026"]], { pasted: true });
    const report = reportOf(host);
    expect(report.scope.reseller).toBe(false);
    expect(report.issues.map((issue) => issue.code)).not.toContain("dateAsText");
    expect(shown(host, "Audit_On")).toBe(46097);
  });

  test("an answer that somebody else gives while the trigger runs is not overwritten", () => {
    const host = builtHost();
    const { sheet, area } = named(host, "Self_Answer");
    const row = rowOf(host, "8.1.9");
    host.world.interrupt = (call) => {
      if (call !== "TextFinder.replaceAllWith") return;
      host.world.put(sheet, row, area.column, "Not met", null);
    };
    host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [[" met"]], { pasted: true });
    expect(shown(host, "Self_Answer", "8.1.9")).toBe("Not met");
  });
});

test("a drop-down that a paste took away comes back, and a toast says so", () => {
  const host = builtHost();
  const { sheet, area } = named(host, "Self_Answer");
  const row = rowOf(host, "8.1.9");
  const before = host.world.cell(sheet, row, area.column).validation;
  host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [["Met"]], { pasted: true });
  expect(host.world.cell(sheet, row, area.column).validation).toEqual(before);
  expect(before?.values).toEqual(["Met", "Not met"]);
  expect(host.world.toasts).toEqual(["A drop-down list was put back."]);
});

describe("formulas", () => {
  test.each([
    ["Self_Points", "8.1.9"],
    ["Item_Scope", "4.1"],
    ["Item_Subtract", "4.1"],
    ["Final_Points", "14.1"],
  ])("%s of %s is put back", (name, id) => {
    const host = builtHost();
    const before = portrait(host);
    host.edit("Checklist", addressOf(host, name, id), [[1000]]);
    expect(portrait(host)).toEqual(before);
    expect(host.world.toasts).toEqual(["A formula that was typed over was put back."]);
    expect(reportOf(host).issues).toEqual([]);
  });

  test.each(["Self_Total", "Final_Verdict", "Action_Items_Due_On"])("%s is put back", (name) => {
    const host = builtHost();
    const before = portrait(host);
    host.edit("Overview", addressOf(host, name), [["Pass"]]);
    expect(portrait(host)).toEqual(before);
  });

  test("what is typed over one stays where the columns that it looks at were moved", () => {
    const host = builtHost();
    const [answer, evidence] = [named(host, "Self_Answer"), named(host, "Evidence")];
    [answer.area, evidence.area] = [evidence.area, answer.area];
    const { sheet, area } = named(host, "Self_Points");
    const row = rowOf(host, "8.1.9");
    expect(host.world.cell(sheet, row, area.column).formula).toContain(
      addressOf(host, "Evidence", "8.1.9"),
    );
    host.edit("Checklist", addressOf(host, "Self_Points", "8.1.9"), [[1000]]);
    expect(host.world.cell(sheet, row, area.column)).toMatchObject({ value: 1000, formula: null });
    expect(host.world.toasts).toEqual([]);
  });

  test("one whose place is taken by what it gave is news to the panel", () => {
    const host = builtHost();
    const { hash } = host.call<Polled>("poll", "");
    expect(host.call<Polled>("poll", hash).kind).toBe("same");
    const { sheet, area } = named(host, "Self_Points");
    const row = rowOf(host, "8.1.9");
    host.world.put(sheet, row, area.column, host.world.result(sheet, row, area.column), null);
    expect(host.call<Polled>("poll", hash).kind).toBe("report");
    expect(reportOf(host).issues.map((issue) => issue.code)).toContain("formulaLost");
  });

  test("a constant that belongs there is left to the report", () => {
    const host = builtHost();
    host.edit("Checklist", addressOf(host, "Item_Subtract", "1.1"), [[0]]);
    expect(shown(host, "Item_Subtract", "1.1")).toBe(0);
    expect(reportOf(host).issues.map((issue) => issue.code)).toContain("pointsChanged");
  });
});

test("a phase chosen by hand opens the cells of that phase", () => {
  const host = builtHost();
  const { sheet, area } = named(host, "Auditor_Answer");
  const open = () =>
    host.world.protections
      .find((protection) => protection.sheet === sheet)
      ?.open.some(
        (block) => block.column <= area.column && area.column < block.column + block.columns,
      );
  expect(open()).toBe(false);
  host.edit("Overview", addressOf(host, "Phase"), [["Audit"]]);
  expect(open()).toBe(true);
  expect(host.world.lockedBy).toBeNull();
});

test("of two changes of phase at once the later one has the last word", () => {
  const host = builtHost();
  const phase = named(host, "Phase");
  const { sheet, area } = named(host, "Auditor_Answer");
  host.world.interrupt = (call) => {
    // Somebody else goes on to Closed while this trigger waits for the lock.
    if (call === "Lock.tryLock")
      host.world.put(phase.sheet, phase.area.row, phase.area.column, "Closed", null);
  };
  host.edit("Overview", addressOf(host, "Phase"), [["Audit"]]);
  const row = rowOf(host, "8.1.9");
  expect(isOpen(host.world, sheet, row, area.column)).toBe(false);
});

test("edits elsewhere, lost events and a script without authorization do no harm", () => {
  const host = builtHost();
  host.edit("Sheet1", "A1", [["met"]]);
  expect(host.world.sheetNamed("Sheet1").cells.size).toBe(1);
  const at = addressOf(host, "Self_Answer", "8.1.9");
  host.edit("Checklist", at, [[" met"]], { pasted: true, lost: true });
  host.edit("Checklist", at, [[" met"]], { pasted: true, authorized: false });
  expect(shown(host, "Self_Answer", "8.1.9")).toBe(" met");
  expect(reportOf(host).self.answered).toBe(1);
  host.edit("Checklist", at, [[" met"]], { pasted: true });
  expect(shown(host, "Self_Answer", "8.1.9")).toBe("Met");
});

describe("the larger part of the script", () => {
  const isLoaded = (host: ScriptHost) => host.evaluate("loadedChecklist_ !== null");

  test("is loaded neither for the menu nor for an edit where there is no checklist", () => {
    const host = new ScriptHost();
    host.open();
    host.edit("Sheet1", "A1", [["met"]]);
    expect(host.world.calls.length).toBeLessThanOrEqual(2);
    expect(isLoaded(host)).toBe(false);
  });

  test("is loaded for an edit in a checklist, after the first call of a service", () => {
    // In a spreadsheet that somebody else has opened, the script starts anew.
    const host = new ScriptHost(builtHost().world);
    const loaded: unknown[] = [];
    host.world.interrupt = () => loaded.push(isLoaded(host));
    host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [[" met"]], { pasted: true });
    expect(loaded.slice(0, 2)).toEqual([false, true]);
    expect(shown(host, "Self_Answer", "8.1.9")).toBe("Met");
  });
});

test("the menu is made without authorization", () => {
  const host = builtHost();
  host.open();
  const run = host.world.menus.flat().map((item) => item.run);
  expect(run).toEqual(["openPanel", "openSteps", "putBack"]);
  for (const name of run) expect(host.functions()).toContain(name);
});
