/** Steps of the audit through the page's workbook: what they write is in the file and in the grid. */

import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { asGiven } from "../../core/report/enter.ts";
import { handOver, movePhase, recordSummary } from "../../core/report/moves.ts";
import { STEP_TEXT } from "../../core/words/steps.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { PreviewWorkbook } from "../../preview/workbook.ts";
import { FakeGrid } from "./fake-grid.ts";
import { readBack } from "./page-book.ts";

const { items } = checklist31;

const NOW = "2026-11-24 18:05";
const evidence = {
  name: "Evidence",
  item: "1.1" as ItemId,
  value: "Credit report, https://files.example/1",
};

async function begun(partner = "Kestrel Cloud Ltd") {
  const book = new PreviewWorkbook();
  const grid = new FakeGrid();
  await book.show(grid);
  await book.build(blueprint(checklist31, { ...blankInputs(checklist31), partner }));
  return { book, grid };
}

describe("a hand-over", () => {
  it("seals the file that is saved, and a change afterwards is told", async () => {
    const { book } = await begun();
    await book.enter(
      asGiven([
        evidence,
        ...items.map(({ id }) => ({ name: "Self_Answer", item: id, value: "Met" })),
      ]),
    );
    await book.step((snapshot) => handOver(EDITIONS, snapshot, NOW));
    const saved = readBack(book);
    expect(saved.phase).toBe("submitted");
    expect(saved.seal).toMatchObject({ state: "unchanged", at: NOW, changes: [] });
    expect(saved.issues.filter((issue) => issue.severity === "error")).toEqual([]);

    const bytes = book.bytes();
    await book.step((snapshot) => handOver(EDITIONS, snapshot, "2026-11-25 09:00"));
    expect(Buffer.compare(book.bytes(), bytes)).toBe(0);

    // Somebody else writes where the page would not.
    const snapshot = book.snapshot();
    if (!snapshot) throw new Error("no checklist");
    await book.apply(
      planChange(checklist31, snapshot, [{ ...evidence, value: "Another report" }]).change,
    );
    expect(readBack(book).seal).toMatchObject({
      state: "changed",
      changes: [{ name: "Evidence", place: "1.1", after: "Another report" }],
    });
    await expect(book.step((snapshot) => handOver(EDITIONS, snapshot, NOW))).rejects.toThrow(
      STEP_TEXT.changedSinceHandOver(NOW),
    );
  });

  it("takes in what was typed in the grid a moment before", async () => {
    const { book, grid } = await begun();
    const place = book.report()?.items.find((item) => item.id === "1.4")?.place;
    if (!place) throw new Error("no place");
    book.goTo(place);
    const cell = grid.selected();
    if (!cell) throw new Error("no cell");
    grid.type(cell, "Met");
    await book.step((snapshot) => handOver(EDITIONS, snapshot, NOW));
    const saved = readBack(book);
    expect(saved.self.total).toBe(20);
    expect(saved.seal?.state).toBe("unchanged");
  });

  it("is refused in the core's words, and then nothing is written", async () => {
    const { book, grid } = await begun("");
    const [bytes, writings, drawings] = [book.bytes(), grid.writings, grid.drawings];
    let told = 0;
    book.watch(() => {
      told += 1;
    });
    await expect(book.step((snapshot) => handOver(EDITIONS, snapshot, NOW))).rejects.toThrow(
      "The partner has no name",
    );
    await expect(book.step((snapshot) => recordSummary(EDITIONS, snapshot, NOW))).rejects.toThrow(
      STEP_TEXT.noAuditYet("Self-assessment"),
    );
    expect(book.bytes()).toBe(bytes);
    expect([grid.writings, grid.drawings, told]).toEqual([writings, drawings, 0]);
  });
});

describe("the phase", () => {
  it("goes back with a reason only, and both moves are in the history", async () => {
    const { book, grid } = await begun();
    await book.step((snapshot) => movePhase(EDITIONS, snapshot, "audit", "By mail", NOW));
    const bytes = book.bytes();
    await expect(
      book.step((snapshot) => movePhase(EDITIONS, snapshot, "submitted", "  ", NOW)),
    ).rejects.toThrow(STEP_TEXT.needsReason("audit", "submitted"));
    expect(book.bytes()).toBe(bytes);
    await book.step((snapshot) => movePhase(EDITIONS, snapshot, "submitted", " Wrong  day ", NOW));
    expect(readBack(book).history).toMatchObject([
      { from: "selfAssessment", to: "audit", reason: "By mail" },
      { from: "audit", to: "submitted", reason: "Wrong day" },
    ]);
    // The hidden sheet of the grid has the records too: the Overview's formulas show them from there.
    const snapshot = await book.snapshot();
    const range = snapshot?.names.Phase_History;
    if (!range) throw new Error("no history");
    const shown = [range.row, range.row + 1].map((row) =>
      Array.from({ length: range.columns }, (_, at) =>
        grid.read({ sheet: range.sheet, row, column: range.column + at }),
      ),
    );
    expect(shown).toEqual(range.values.slice(0, 2));
    expect(JSON.stringify(shown)).toContain("Wrong day");
  });

  it("of an audit lets the summary be kept, which the grid then has without being drawn anew", async () => {
    const { book, grid } = await begun();
    await book.step((snapshot) => movePhase(EDITIONS, snapshot, "audit", "By mail", NOW));
    const drawings = grid.drawings;
    await book.step((snapshot) => recordSummary(EDITIONS, snapshot, NOW));
    const range = (await book.snapshot())?.names.Summary_Record;
    if (!range) throw new Error("no summary");
    const shown = range.values.map((_, at) =>
      grid.read({ sheet: range.sheet, row: range.row + at, column: range.column }),
    );
    expect(shown).toEqual(range.values.map(([value]) => value));
    expect(shown.filter((value) => value !== null).length).toBeGreaterThan(3);
    expect(grid.drawings).toBe(drawings);
  });

  it("is left alone by a step without a checklist, which is told", async () => {
    const book = new PreviewWorkbook();
    await expect(book.step((snapshot) => handOver(EDITIONS, snapshot, NOW))).rejects.toThrow(
      /no checklist/,
    );
    expect(book.report()).toBeNull();
  });
});
