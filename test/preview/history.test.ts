/** One history over panel, grid and lists: what was done last comes off first, whichever side it came from. */

import { describe, expect, it } from "vitest";
import { movePhase } from "../../core/report/moves.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import {
  readItemAnswer,
  readItemAnswers,
  readItemEntry,
} from "../../core/workbook/write/entries.ts";
import { toldAct } from "../../preview/history.ts";
import type { PreviewWorkbook } from "../../preview/workbook.ts";
import { answerOf, cellOf, fileOf, id, placeOf, readBack, reportIn, shown } from "./page-book.ts";

const answer = (book: PreviewWorkbook, item: string, word: "met" | "notMet" | "unanswered") =>
  book.enter((checklist) => readItemAnswer(checklist, id(item), "self", word));
const row = (book: PreviewWorkbook, item: string) =>
  readBack(book).items.find((each) => each.id === item);
const text = async (book: PreviewWorkbook, direction: "undo" | "redo") => {
  const act = await book.turnBack(direction);
  if (act === null) return null;
  const told = toldAct(act, book.snapshot());
  return direction === "undo" ? told.undone : told.done;
};

describe("the history of the page", () => {
  it("takes back what was done last, in the panel or in the grid, in the file and on the sheets", async () => {
    const { book, grid } = await shown(await fileOf());
    await answer(book, "1.5", "notMet");
    grid.type(cellOf("1.5", "evidence"), "No survey yet");
    await book.settle();
    await answer(book, "1.4", "met");
    grid.type(answerOf("1.1"), "Met");
    await book.settle();

    expect(await text(book, "undo")).toBe("Undone: 1.1 Met → blank.");
    expect(grid.read(answerOf("1.1"))).toBeNull();
    expect(row(book, "1.1")?.self).toBe("unanswered");
    expect(await text(book, "undo")).toBe("Undone: 1.4 Met → blank.");
    expect(await text(book, "undo")).toBe(
      "Undone: 1.5 Evidence link or note No survey yet → blank.",
    );
    expect(row(book, "1.5")).toMatchObject({ self: "notMet", evidence: "" });
    expect(await text(book, "undo")).toBe("Undone: 1.5 Not met → blank.");
    expect(await text(book, "undo")).toBeNull();

    expect(await text(book, "redo")).toBe("1.5 Not met.");
    expect(await text(book, "redo")).toBe("1.5 Evidence link or note added.");
    expect(row(book, "1.5")).toMatchObject({ self: "notMet", evidence: "No survey yet" });
    expect(grid.read(cellOf("1.5", "evidence"))).toBe("No survey yet");
    // Whatever is done now ends what could be done again.
    await answer(book, "1.6", "met");
    expect(await text(book, "redo")).toBeNull();
  });

  it("gives back every entry as it was, and does all of it again", async () => {
    const before = await fileOf();
    const { book } = await shown(before);
    await answer(book, "1.1", "met");
    await book.enter((checklist) => readItemEntry(checklist, id("1.1"), "Evidence", "=1+1"));
    const after = book.bytes();
    await book.turnBack("undo");
    await book.turnBack("undo");
    const { items } = readBack(book);
    expect(items.every(({ self, evidence }) => self === "unanswered" && evidence === "")).toBe(
      true,
    );
    await book.turnBack("redo");
    await book.turnBack("redo");
    expect(readBack(book)).toEqual(reportIn(after));
  });

  it("takes many answers back as one, and a kind of note with the answer that brought it", async () => {
    const { book } = await shown(await fileOf());
    const three = ["1.1", "1.2", "1.3"].map((item) => ({ id: item, answer: "met" as const }));
    await book.enter((checklist) => readItemAnswers(checklist, "self", three));
    expect(readBack(book).self.answered).toBe(3);
    expect(await text(book, "undo")).toBe("Undone: 3 entries as before.");
    expect(readBack(book).self.answered).toBe(0);

    await book.step((snapshot) =>
      movePhase(EDITIONS, snapshot, "audit", "Handed over by mail", "2026-03-09 10:00"),
    );
    await book.enter((checklist) => readItemAnswer(checklist, id("1.5"), "auditor", "notMet"));
    await book.enter(
      (checklist) => readItemEntry(checklist, id("1.5"), "Note_Kind", "Finding"),
      true,
    );
    expect(row(book, "1.5")).toMatchObject({ auditor: "notMet", noteKind: "Finding" });
    expect(await text(book, "undo")).toBe("Undone: 1.5 Not met → blank.");
    expect(row(book, "1.5")).toMatchObject({ auditor: "unanswered", noteKind: "" });
  });

  it("begins anew with a phase, typed as well as moved, and with another file", async () => {
    const { book, grid } = await shown(await fileOf());
    await answer(book, "1.2", "met");
    grid.type(placeOf("Phase"), "Submitted");
    await book.settle();
    expect(readBack(book).phase).toBe("submitted");
    expect(await text(book, "undo")).toBeNull();
    grid.type(placeOf("Phase"), "Self-assessment");
    await book.settle();
    await answer(book, "1.1", "met");
    await book.step((snapshot) =>
      movePhase(EDITIONS, snapshot, "audit", "Handed over by mail", "2026-03-09 10:00"),
    );
    expect(await text(book, "undo")).toBeNull();
    await book.enter((checklist) => readItemAnswer(checklist, id("1.1"), "auditor", "met"));
    await book.open(await fileOf(), () => null);
    expect(await text(book, "undo")).toBeNull();
  });
});
