/** Answers that are brought in on the page: what is planned, what choices do to it, and that it is one act. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { pastedSource } from "../../core/import/delimited.ts";
import { importEntries } from "../../core/import/plan.ts";
import { readItemAnswer, readItemEntry } from "../../core/workbook/write/entries.ts";
import {
  type Bringing,
  begin,
  renewed,
  takenIn,
  withAnswers,
  withClear,
  withMeaning,
  withTaken,
  wordOf,
} from "../../preview/bring/model.ts";
import { fileOf, id, readBack, shown } from "./page-book.ts";

const LIST = [
  "Id\tAnswer\tEvidence\tOwner",
  "1.1\tMet\tReport\tA. Moreau",
  "1.2\tdone\t\t",
  "1.3\tNot met\t=1+1\t",
  "1.4\tDone\t\t",
  "9.99\tMet\t\t",
].join("\n");

async function bringing(list = LIST) {
  const { book, grid } = await shown(await fileOf());
  await book.enter((checklist) => readItemAnswer(checklist, id("1.1"), "self", "notMet"));
  await book.enter((checklist) => readItemEntry(checklist, id("1.1"), "Owner", "A. Moreau"));
  const snapshot = book.snapshot();
  if (!snapshot) throw new Error("no checklist");
  return { book, grid, state: begin(checklist31, snapshot, pastedSource(checklist31, list)) };
}
const keysOf = ({ plan }: Bringing, group: string) =>
  plan.entries.filter((entry) => entry.group === group).map(({ key }) => key);

describe("answers that are brought in", () => {
  it("are told apart: in conflict, not understood, new, the same", async () => {
    const { state } = await bringing();
    expect(state.plan.counts).toEqual({ conflict: 1, notUnderstood: 3, change: 3, same: 1 });
    expect(takenIn(state)).toBe(3);
    expect(state.plan.before.self.answered).toBe(1);
    expect(state.plan.after.self.answered).toBe(2);
  });

  it("take what is chosen: conflicts one by one, a word once for wherever it stands", async () => {
    const { state } = await bringing();
    const taken = withTaken(state, keysOf(state, "conflict"), true);
    expect(takenIn(taken)).toBe(4);
    expect(takenIn(withTaken(taken, keysOf(state, "conflict"), false))).toBe(3);
    const [word] = state.plan.entries.flatMap((entry) => wordOf(entry) ?? []);
    expect(word).toBe("done");
    const meant = withMeaning(state, word ?? "", "met");
    expect(takenIn(meant)).toBe(5);
    expect(takenIn(withMeaning(meant, word ?? "", null))).toBe(3);
    // Of lists that do not say whose they are.
    const auditor = withAnswers(state, "Auditor_Answer");
    expect(auditor.plan.entries.some(({ name }) => name === "Self_Answer")).toBe(false);
  });

  it("clear by an empty cell only where that was asked for", async () => {
    const { book, state } = await bringing();
    await book.enter((checklist) => readItemEntry(checklist, id("1.2"), "Owner", "P. Lind"));
    const snapshot = book.snapshot();
    if (!snapshot) throw new Error("no checklist");
    const now = renewed(state, snapshot);
    expect(takenIn(now)).toBe(3);
    expect(takenIn(withClear(now, true))).toBe(4);
  });

  it("are written as one act, text as text, and taken back as one", async () => {
    const { book, grid, state } = await bringing();
    const before = readBack(book);
    const { brought, choices } = withMeaning(state, "done", "met");
    await book.enter(importEntries(brought, choices));
    const after = readBack(book);
    expect(after.self.answered).toBe(4);
    expect(after.items.find((row) => row.id === "1.3")).toMatchObject({
      self: "notMet",
      evidence: "=1+1",
    });
    // What stood here in conflict has stayed.
    expect(after.items.find((row) => row.id === "1.1")).toMatchObject({ self: "notMet" });
    expect(grid.writings).toBeGreaterThan(0);
    await book.turnBack("undo");
    expect(readBack(book)).toEqual(before);
  });
});
