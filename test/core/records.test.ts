/** Records survive items that came in, and what cannot be read is left where it lies. */

import { describe, expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { summaryRecord } from "../../core/audit/summary-record.ts";
import type { ItemId, Points } from "../../core/checklist/domain.ts";
import type { FullChecklist, Item } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { movePhase, recordSummary } from "../../core/report/moves.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS, editionOf } from "../../core/workbook/built-in.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { recordEdits } from "../../core/workbook/read/records.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { snapshotOf, withItem, withoutName, withValue } from "../fakes/snapshot.ts";
import { lettersOf } from "./issue-cases.ts";
import { day, READY } from "./ready.ts";

const MOMENT = "2026-03-10 12:00";

const validated: Inputs = withItem(
  checklist31.items.reduce((all, { id }) => withItem(all, id, { auditor: "met" }), {
    ...READY,
    phase: "audit",
    auditOn: day("2026-03-09"),
    summaryReceivedOn: day("2026-03-10"),
  } as Inputs),
  "1.5",
  { auditor: "notMet" },
);
const summary = summaryRecord(evaluate(checklist31, validated), day("2026-03-10"));
const audited = snapshotOf({ ...validated, records: { ...validated.records, summary } });
/** As workbooks had it before each answer had its id. */
const positional = withValue(audited, "Summary_Record", 2, lettersOf(validated));

/** The checklist with an item more in the middle, as a later program has it. */
function withItemMore(): FullChecklist {
  const section = checklist31.sections.find(({ id }) => id === "9");
  const like = section?.items.at(-1);
  if (!section || !like) throw new RangeError("Section 9 is gone.");
  const more: Item = { ...like, id: "9.16" as ItemId, ifMet: 0 as Points, ifNotMet: 0 as Points };
  const sections = checklist31.sections.map((each) =>
    each === section ? { ...each, items: [...each.items, more] } : each,
  );
  const items = sections.flatMap((each) => each.items);
  const texts = checklist31.texts;
  const ownText = texts.items[like.id];
  return {
    ...checklist31,
    sections,
    items,
    texts: { ...texts, items: { ...texts.items, ...(ownText ? { [more.id]: ownText } : {}) } },
  };
}

const later = withItemMore();
const cellsOf = (snapshot: Snapshot) => snapshot.names.Summary_Record?.values;
const moved = (snapshot: Snapshot, checklist = checklist31) => {
  const { edits } = movePhase([editionOf(checklist)], snapshot, "actionItems", "", MOMENT);
  return editedSnapshot(checklist, snapshot, edits ?? []);
};

describe("the score that the audit summary told", () => {
  it("has each answer by its item, in one cell", () => {
    const text = String(cellsOf(audited)?.[2]?.[0]);
    expect(text).toMatch(/^\|1\.1=M /);
    expect(text).toContain(" 1.5=N ");
    expect(readInputs(checklist31, audited).inputs.records.summary).toEqual(summary);
  });

  it("is read from one letter an item by the workbook's own list of ids", () => {
    expect(readInputs(checklist31, positional).inputs.records.summary).toEqual(summary);
    expect(
      readInputs(checklist31, withoutName(positional, "Item_Hashes")).inputs.records.summary,
    ).toEqual(summary);
  });

  it.each([
    ["by item", audited],
    ["one letter an item", positional],
  ])("stays whole when an item came in: %s", (_, old) => {
    const found = report([editionOf(later)], old);
    expect(found.issues.map(({ code }) => code)).not.toContain("recordUnreadable");
    expect(found.issues.map(({ code }) => code)).not.toContain("summaryDiffers");
    expect(found.summary).toEqual(summary);
    const after = moved(old, later);
    expect(cellsOf(after)).toEqual(cellsOf(old));
    expect(report([editionOf(later)], after).summary).toEqual(summary);
  });

  it("that was altered is told, and left where it lies", () => {
    for (const value of [999, "oops", null]) {
      const altered = withValue(audited, "Summary_Record", 1, value);
      const found = report(EDITIONS, altered);
      expect(found.summary).toBeNull();
      expect(found.issues).toContainEqual(
        expect.objectContaining({ code: "recordUnreadable", values: { record: "summary" } }),
      );
      expect(cellsOf(moved(altered))).toEqual(cellsOf(altered));
      // Once the audit is over, no other score takes the place of the one that was told.
      const over = moved(altered);
      expect(recordSummary(EDITIONS, over, MOMENT).edits).toEqual([]);
    }
  });

  it("is made anew over an altered one while the audit lasts", () => {
    const altered = withValue(audited, "Summary_Record", 1, 999);
    const { edits } = recordSummary(EDITIONS, altered, MOMENT);
    const after = report(EDITIONS, editedSnapshot(checklist31, altered, edits ?? []));
    expect(after.summary).toEqual(summary);
  });
});

describe("the history", () => {
  const thrice = ["submitted", "audit", "actionItems"] as const;
  const walked = thrice.reduce((all, phase) => {
    const { edits } = movePhase(EDITIONS, all, phase, "", MOMENT);
    return editedSnapshot(checklist31, all, edits ?? []);
  }, snapshotOf(READY));

  it("keeps a line that cannot be read, and goes on after it", () => {
    const altered = withValue(walked, "Phase_History", 6 + 2, "Foo");
    const before = altered.names.Phase_History?.values.slice(0, 3);
    const { edits } = movePhase(EDITIONS, altered, "closed", "", MOMENT);
    const after = editedSnapshot(checklist31, altered, edits ?? []);
    expect(after.names.Phase_History?.values.slice(0, 3)).toEqual(before);
    expect(report(EDITIONS, after).history.map(({ to }) => to)).toEqual([
      "submitted",
      "actionItems",
      "closed",
    ]);
  });

  it("makes room by its oldest lines, numbered anew", () => {
    const { history } = readInputs(checklist31, walked).inputs.records;
    const move = { at: MOMENT, from: "closed", to: "audit", reason: "Again", seal: "" } as const;
    const many = Array.from({ length: 59 }, (_, index) => ({ ...move, reason: `Turn ${index}` }));
    const records = { ...readInputs(checklist31, walked).inputs.records };
    const full = { ...records, history: [...history, ...many].slice(-60) };
    const after = editedSnapshot(checklist31, walked, recordEdits(checklist31, walked, full));
    expect(readInputs(checklist31, after).inputs.records.history).toEqual(full.history);
    const numbers = after.names.Phase_History?.values.map(([number]) => number);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });
});

it("records that are as they were read take no edit", () => {
  const { records } = readInputs(checklist31, positional).inputs;
  expect(recordEdits(checklist31, positional, records)).toEqual([]);
});
