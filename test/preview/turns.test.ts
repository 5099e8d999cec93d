/** What happens while the sheets are drawn anew: everything waits its turn, and nothing is lost or mixed up. */

import { describe, expect, it, vi } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { asGiven } from "../../core/report/enter.ts";
import { movePhase } from "../../core/report/moves.ts";
import { closedNow } from "../../core/words/refusals.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Drawing, PreviewWorkbook } from "../../preview/workbook.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { FakeGrid } from "./fake-grid.ts";
import { accept, answerOf, cellOf, change, fileOf, id, readBack, shown } from "./page-book.ts";

const NOW = "2026-11-24 18:05";
const AUDIT = { name: "Auditor_Answer", item: id("1.4"), value: "Met" } as const;
const SELF = { name: "Self_Answer", item: id("1.4"), value: "Met" } as const;
const auditorCell = cellOf("1.4", "auditor");
const toAudit = (book: PreviewWorkbook) =>
  book.step((snapshot) => movePhase(EDITIONS, snapshot, "audit", "By mail", NOW));
const partner = (name: string) => fileOf({ ...blankInputs(checklist31), partner: name });

/** All that was begun has come as far as it can without the drawing. */
const asFarAsItGoes = () => new Promise((resolve) => setTimeout(resolve, 50));

describe("while the sheets are drawn", () => {
  it("an answer of the panel waits, and is in the file and in the new sheets", async () => {
    const { book, grid } = await shown(await fileOf());
    const release = grid.hold();
    const moved = toAudit(book);
    await asFarAsItGoes();
    const answered = book.enter(asGiven([AUDIT]));
    await asFarAsItGoes();
    release();
    await Promise.all([moved, answered]);
    expect(grid.read(auditorCell)).toBe("Met");
    grid.type(cellOf("1.5", "auditor"), "Met");
    await book.settle();
    const answers = readBack(book).items.filter(({ auditor }) => auditor === "met");
    expect(answers.map(({ id: item }) => item)).toEqual(["1.4", "1.5"]);
  });

  it("nothing of the old file comes into the one that was opened", async () => {
    const { book, grid } = await shown(await partner("Old"));
    const bytes = await partner("New");
    const release = grid.hold();
    const seen: (string | undefined)[] = [];
    const opened = book.open(bytes, accept, () => {
      seen.push(book.report()?.partner, String(grid.drawings));
    });
    await asFarAsItGoes();
    // Before the sheets are drawn, so that nobody answers the old file's questions.
    expect(seen).toEqual(["New", "1"]);
    const settled = book.settle();
    await asFarAsItGoes();
    release();
    await Promise.all([opened, settled]);
    expect(book.report()?.partner).toBe("New");
    expect(book.bytes()).toBe(bytes);
  });

  it("an edit that the grid reported a moment before is no edit of the new file", async () => {
    const { book, grid } = await shown(await partner("Old"));
    const release = grid.hold();
    grid.type(answerOf("1.1"), "Met");
    const opened = book.open(await partner("New"), accept);
    await asFarAsItGoes();
    release();
    await opened;
    await book.settle();
    expect(readBack(book)).toMatchObject({ partner: "New", self: { answered: 0 } });
  });

  it("two files that are opened at once are drawn one after the other", async () => {
    const { book, grid } = await shown(await fileOf());
    const states: Drawing[] = [];
    book.onDrawing((state) => states.push(state));
    await Promise.all([
      book.open(await partner("First"), accept),
      book.start(
        blueprint(checklist31, { ...blankInputs(checklist31), partner: "Second" }),
        () => undefined,
      ),
    ]);
    expect(states).toEqual(["drawing", "drawn", "drawing", "drawn"]);
    expect([book.report()?.partner, grid.drawings]).toEqual(["Second", 3]);
  });

  it("a cell that the panel leads to is selected afterwards", async () => {
    const { book, grid } = await shown(await fileOf());
    const place = book.report()?.items.find((item) => item.id === "8.1.9")?.place;
    if (!place) throw new Error("no place");
    const release = grid.hold();
    const moved = toAudit(book);
    await asFarAsItGoes();
    book.goTo(place);
    release();
    await moved;
    await book.settle();
    expect(grid.selected()).toEqual(cellOf("8.1.9", "auditor"));
  });

  it("a page that is cleared stays cleared", async () => {
    const { book, grid } = await shown(await fileOf());
    const release = grid.hold();
    const moved = toAudit(book);
    await asFarAsItGoes();
    let told = 0;
    book.watch(() => {
      told += 1;
    });
    const answered = book.enter(asGiven([AUDIT]));
    const cleared = book.clear();
    release();
    await Promise.all([moved, answered, cleared]);
    // In the order in which they were asked for.
    expect(told).toBe(1);
    await book.settle();
    expect(book.report()).toBeNull();
  });

  it("the panel has heard already, so that it shows what the file holds", async () => {
    const { book, grid } = await shown(await fileOf());
    const phases: (string | undefined)[] = [];
    book.watch(() => phases.push(book.report()?.phase));
    const release = grid.hold();
    const moved = toAudit(book);
    await vi.waitUntil(() => phases.length > 0);
    expect([phases, grid.drawings]).toEqual([["audit"], 1]);
    release();
    await moved;
  });
});

describe("an answer of a panel that has not seen the phase change", () => {
  it("is refused, in the file and in the grid", async () => {
    const { book, grid } = await shown(await fileOf());
    const release = grid.hold();
    const moved = toAudit(book);
    const answered = book.enter(asGiven([SELF]));
    release();
    await moved;
    await expect(answered).rejects.toThrow(closedNow("Audit"));
    expect(grid.read(answerOf("1.4"))).toBeNull();
    expect(readBack(book)).toMatchObject({ phase: "audit", self: { answered: 0 } });
  });
});

describe("what was typed just before", () => {
  it("is not written over by an answer of the panel", async () => {
    const { book, grid } = await shown(await fileOf());
    grid.type(answerOf("1.1"), "Met");
    await book.enter(asGiven([SELF]));
    grid.type(answerOf("1.5"), "Met");
    await change(book, [{ name: "Partner_Name", value: "Kestrel" }]);
    expect(["1.1", "1.4", "1.5"].map((item) => grid.read(answerOf(item)))).toEqual(
      Array(3).fill("Met"),
    );
    expect(readBack(book)).toMatchObject({ partner: "Kestrel", self: { answered: 3 } });
  });

  it("is in the file that is saved and in the step that is taken, Enter or not", async () => {
    const { book, grid } = await shown(await fileOf());
    grid.begin(answerOf("1.1"), "Met");
    await book.settle();
    expect(readBack(book).self.answered).toBe(1);
    grid.begin(answerOf("1.4"), "Met");
    await toAudit(book);
    expect(readBack(book)).toMatchObject({ phase: "audit", self: { answered: 2 } });
  });
});

describe("a grid that cannot draw", () => {
  it("is given up, and clears nothing of the file", async () => {
    class Failing extends FakeGrid {
      fails = false;
      private isBroken = false;
      override async draw(plan: Parameters<FakeGrid["draw"]>[0]): Promise<void> {
        this.isBroken = this.fails;
        if (this.fails) throw new Error("No canvas.");
        await super.draw(plan);
      }
      override read(place: Parameters<FakeGrid["read"]>[0]) {
        return this.isBroken ? null : super.read(place);
      }
    }
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const grid = new Failing();
    const { book } = await shown(await fileOf(), grid);
    await book.enter(asGiven([SELF]));
    const states: Drawing[] = [];
    book.onDrawing((state) => states.push(state));
    grid.fails = true;
    await toAudit(book);
    await book.settle();
    await book.enter(asGiven([AUDIT]));
    expect(states).toEqual(["drawing", "failed"]);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect(readBack(book)).toMatchObject({
      phase: "audit",
      self: { answered: 1 },
      preliminary: { answered: 1 },
    });
    expect(openXlsx(EDITIONS, book.bytes()).snapshot()).not.toBeNull();
  });
});
