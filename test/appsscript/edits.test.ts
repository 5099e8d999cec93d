/** Entries from the sidebar, and the port's promise: all or nothing. */

import { expect, test } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Change } from "../../core/workbook/port.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { ServiceError } from "../fakes/sheets/strict.ts";
import { portOf } from "./port.ts";
import { addressOf, builtHost, named, portrait, reportOf, rowOf, shown } from "./sheets.ts";

test("an answer reaches its cell, the formulas and the report", () => {
  const host = builtHost();
  host.call("answer", "8.1.9", "self", "met");
  expect(host.world.calls.length).toBeLessThanOrEqual(40);
  expect(shown(host, "Self_Answer", "8.1.9")).toBe("Met");
  const moveTo = (phase: string) => host.edit("Overview", addressOf(host, "Phase"), [[phase]]);
  moveTo("Audit");
  host.call("answer", "1.1", "auditor", "notMet");
  const report = reportOf(host);
  expect(shown(host, "Self_Total")).toBe(report.self.total);
  expect(report.self.answered).toBe(1);
  expect(report.preliminary.verdict).toBe("fail");
  expect(shown(host, "Auditor_Verdict")).toBe("Fail");
  // The answers are closed by now, whatever the sidebar showed when it was asked.
  expect(() => host.call("answer", "8.1.9", "self", "unanswered")).toThrow(
    /The phase is Audit now, which closes this entry/,
  );
  expect(() => host.call("write", "8.1.9", "Evidence", "late")).toThrow(/closes this entry/);
  expect(reportOf(host).self.answered).toBe(1);
  moveTo("Self-assessment");
  host.call("answer", "8.1.9", "self", "unanswered");
  expect(reportOf(host).self.answered).toBe(0);
  expect(reportOf(host).issues.filter((issue) => issue.severity === "error")).toEqual([]);
});

test.each(['=HYPERLINK("x")', "3.1", "1-2", "'quoted", "+49 123", "TRUE", "March 2026", "plain"])(
  "a text that is typed in the sidebar stays the text it is: %s",
  (text) => {
    const host = builtHost();
    host.call("write", "8.1.9", "Evidence", text);
    const item = reportOf(host).items.find((entry) => entry.id === "8.1.9");
    expect(item?.evidence).toBe(text);
  },
);

test("nothing is written into a checklist of a later version", () => {
  const host = builtHost();
  const data = host.world.sheetNamed("Checklist data");
  host.world.put(data, 1, 2, 99, null);
  const before = portrait(host);
  for (const act of [
    () => host.call("answer", "8.1.9", "self", "met"),
    () => host.call("takePhase", "submitted", ""),
  ])
    expect(act).toThrow(/newer version of this program \(format 99/);
  expect(portrait(host)).toEqual(before);
});

test("what the sidebar sends is checked", () => {
  const host = builtHost();
  const before = portrait(host);
  expect(() => host.call("answer", "99.9", "self", "met")).toThrow(/no item “99.9”/);
  expect(() => host.call("write", "1.1", "Item_Id", "x")).toThrow(/cannot be written/);
  expect(portrait(host)).toEqual(before);
});

test("an answer finds its row after sorting by hand", () => {
  const host = builtHost();
  const [a, b] = [rowOf(host, "8.1.9"), rowOf(host, "8.1.10")];
  const { sheets } = host.world;
  const checklist = sheets.find((sheet) => sheet.name === "Checklist");
  if (!checklist) throw new Error("No Checklist.");
  for (const column of [1, 2, 27]) {
    const [first, second] = [a, b].map((row) => ({ ...host.world.cell(checklist, row, column) }));
    host.world.put(checklist, a, column, second?.value ?? "", null);
    host.world.put(checklist, b, column, first?.value ?? "", null);
  }
  host.call("answer", "8.1.10", "self", "met");
  expect(rowOf(host, "8.1.10")).toBe(a);
  expect(shown(host, "Self_Answer", "8.1.10")).toBe("Met");
  expect(reportOf(host).items.find((item) => item.id === "8.1.10")?.self).toBe("met");
});

const BAD: readonly [string, Change["edits"]][] = [
  [
    "a name that is missing",
    [
      { name: "Partner_Name", value: "A" },
      { name: "Nonsense", value: 1 },
    ],
  ],
  [
    "an item without a row",
    [
      { name: "Self_Answer", item: "1.1" as never, value: "Met" },
      { name: "Self_Answer", item: "9.99" as never, value: "Met" },
    ],
  ],
  [
    "a place beyond the list",
    [
      { name: "Holidays", index: 0, value: { date: "2026-12-25" } },
      { name: "Holidays", index: 999, value: null },
    ],
  ],
  [
    "a day that does not exist",
    [
      { name: "Partner_Name", value: "A" },
      { name: "Audit_On", value: { date: "2026-02-30" } },
    ],
  ],
  [
    "a text that no workbook holds",
    [
      { name: "Partner_Name", value: "A" },
      { name: "People_Auditor", value: "x".repeat(40_000) },
    ],
  ],
  [
    "a word that the list does not have",
    [
      { name: "Partner_Name", value: "A" },
      { name: "Self_Answer", item: "1.1" as never, value: "Perhaps" },
    ],
  ],
];

test.each(BAD)("%s changes nothing", (_, edits) => {
  const host = builtHost();
  const before = portrait(host);
  expect(() => portOf(host).apply({ edits })).toThrow(/Nothing was changed/);
  expect(portrait(host)).toEqual(before);
});

test("edits that Google refuses half way are taken back", () => {
  const host = builtHost();
  const before = portrait(host);
  const port = portOf(host);
  let writes = 0;
  host.world.interrupt = (call) => {
    if (call === "Range.setValue") writes += 1;
    if (call === "Range.setValue" && writes === 3) throw new ServiceError("Service error");
  };
  const edits = (["1.1", "1.2", "1.3", "2.1"] as const).map((item) => ({
    name: "Self_Answer",
    item: item as never,
    value: "Met",
  }));
  expect(() => port.apply({ edits })).toThrow(/Nothing was changed/);
  host.world.interrupt = null;
  expect(writes).toBeGreaterThan(3);
  expect(portrait(host)).toEqual(before);
});

test("days are the days that were written, far from the zone of the script", () => {
  const host = builtHost();
  const port = portOf(host);
  port.apply({ edits: [{ name: "Audit_On", value: { date: "2026-03-16" } }] });
  expect(port.snapshot()?.names.Audit_On?.values).toEqual([[{ date: "2026-03-16" }]]);
  host.edit("Overview", addressOf(host, "Submitted_On"), [["1 Mar 2026"]]);
  expect(port.snapshot()?.names.Submitted_On?.values).toEqual([[{ date: "2026-03-01" }]]);
  expect(reportOf(host).issues).toEqual([]);
});

test("a change of phase opens and closes cells, and nothing else that was open", () => {
  const host = builtHost();
  const port = portOf(host);
  const checklist = host.world.sheetNamed("Checklist");
  const protection = host.world.protections.find((entry) => entry.sheet === checklist);
  if (!protection) throw new Error("The Checklist is not protected.");
  const isOpen = (name: string) => {
    const { area } = host.world.names.get(name) ?? { area: { column: 0 } };
    const row = rowOf(host, "8.1.9");
    return protection.open.some(
      (open) =>
        open.column <= area.column &&
        area.column < open.column + open.columns &&
        open.row <= row &&
        row < open.row + open.rows,
    );
  };
  protection.open = [...protection.open, { row: 200, column: 3, rows: 2, columns: 2 }];
  expect([isOpen("Self_Answer"), isOpen("Auditor_Answer")]).toEqual([true, false]);
  const snapshot = port.snapshot();
  if (!snapshot) throw new Error("No checklist.");
  port.apply(planChange(checklist31, snapshot, [{ name: "Phase", value: "Audit" }]).change);
  expect([isOpen("Self_Answer"), isOpen("Auditor_Answer")]).toEqual([false, true]);
  expect(protection.open).toContainEqual({ row: 200, column: 3, rows: 2, columns: 2 });
  expect(protection.open.some((open) => open.row <= 4 && 4 < open.row + open.rows)).toBe(false);
});

test("cells opened on one sheet are closed again where the next sheet refuses", () => {
  const host = builtHost();
  const port = portOf(host);
  const snapshot = port.snapshot();
  if (!snapshot) throw new Error("No checklist.");
  const { change } = planChange(checklist31, snapshot, [{ name: "Phase", value: "Audit" }]);
  const before = portrait(host);
  let opened = 0;
  host.world.interrupt = (call) => {
    if (call === "Protection.setUnprotectedRanges") opened += 1;
    if (call === "Protection.setUnprotectedRanges" && opened === 2)
      throw new ServiceError("Service error");
  };
  expect(() => port.apply(change)).toThrow(/Nothing was changed/);
  host.world.interrupt = null;
  expect(opened).toBeGreaterThan(2);
  expect(portrait(host)).toEqual(before);
});

test("what was written is there for others before the lock is let go", () => {
  const host = builtHost();
  const { sheet, area } = named(host, "Self_Answer");
  const row = rowOf(host, "8.1.9");
  const seen: unknown[] = [];
  host.world.interrupt = (call) => {
    if (call === "Lock.releaseLock") seen.push(host.world.result(sheet, row, area.column));
  };
  host.call("answer", "8.1.9", "self", "met");
  expect(seen).toEqual(["Met"]);
});

test("the lock is waited for, and a sentence says that somebody else is at it", () => {
  const host = builtHost();
  host.world.lockedBy = 99;
  expect(() => host.call("answer", "1.1", "self", "met")).toThrow(/Somebody else/);
  expect(host.world.lockedBy).toBe(99);
});
