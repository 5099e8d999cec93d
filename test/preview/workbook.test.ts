/** The file in memory and the grid that shows it, kept alike in both directions. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { asGiven } from "../../core/report/enter.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { columnOf } from "../../core/workbook/draw/layout.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import {
  accept,
  answerOf,
  cellOf,
  change,
  fileOf,
  id as idOf,
  shown,
  withCell,
} from "./page-book.ts";

const { items } = checklist31;

describe("what is typed in the grid", () => {
  it("is in the report and in the file", async () => {
    const { book, grid } = await shown(await fileOf());
    grid.type(answerOf("1.4"), "Met");
    await book.settle();
    expect(book.report()?.self.total).toBe(20);
    const read = openXlsx(EDITIONS, book.bytes()).snapshot();
    expect(read && report(EDITIONS, read).self.total).toBe(20);
    expect(read?.names.Self_Total?.values[0]?.[0]).toBe(20);
  });

  it("comes by itself, once for everything that was pasted together", async () => {
    const { book, grid } = await shown(await fileOf());
    let told = 0;
    const heard = new Promise<void>((resolve) => {
      book.watch(() => {
        told += 1;
        resolve();
      });
    });
    for (const { id } of items) grid.type(answerOf(id), "Met");
    await heard;
    await book.settle();
    expect(told).toBe(1);
    expect(book.report()?.self.verdict).toBe("pass");
  });

  it("is put into its exact words with the next edit, in the grid too", async () => {
    const { book, grid } = await shown(await fileOf());
    grid.type(answerOf("1.1"), " not met ");
    await book.settle();
    grid.type(answerOf("1.4"), "Met");
    await book.settle();
    expect(grid.read(answerOf("1.1"))).toBe("Not met");
  });

  it("makes, edit by edit and back and forth, the bytes that fill makes at once", async () => {
    const bytes = await fileOf();
    const { book, grid } = await shown(bytes);
    const answers: [string, string][] = items
      .slice(0, 24)
      .map(({ id }, index) => [id, index % 5 === 0 ? "Not met" : "Met"]);
    for (const [id] of answers.slice(0, 9)) {
      grid.type(answerOf(id), "Not met");
      await book.settle();
    }
    grid.type(answerOf("1.2"), null);
    await book.settle();
    for (const [id, answer] of answers) {
      grid.type(answerOf(id), answer);
      await book.settle();
    }
    const file = openXlsx(EDITIONS, bytes);
    const snapshot = file.snapshot();
    if (!snapshot) throw new Error("no checklist");
    const edits = answers.map(
      ([id, value]): Edit => ({ name: "Self_Answer", item: idOf(id), value }),
    );
    file.apply(planChange(checklist31, snapshot, edits).change);
    expect(Buffer.compare(book.bytes(), file.bytes())).toBe(0);
  });
});

describe("what is written by the panel", () => {
  it("is in the grid, and is not taken for an edit of the user's", async () => {
    const { book, grid } = await shown(await fileOf());
    let told = 0;
    book.watch(() => {
      told += 1;
    });
    await book.enter(asGiven([{ name: "Self_Answer", item: idOf("1.1"), value: "Met" }]));
    expect(grid.read(answerOf("1.1"))).toBe("Met");
    await book.settle();
    expect(told).toBe(1);
    expect(grid.writings).toBe(1);
  });

  it("draws the sheets anew only where the phase or the engagement changes their shape", async () => {
    const { book, grid } = await shown(await fileOf());
    expect(grid.drawings).toBe(1);
    await change(book, [{ name: "Partner_Name", value: "Kestrel Cloud Ltd" }]);
    expect(grid.drawings).toBe(1);
    await change(book, [{ name: "Phase", value: "Audit" }]);
    expect(grid.drawings).toBe(2);
    await change(book, [{ name: "Engagement", value: "Renewal" }]);
    expect(grid.drawings).toBe(3);
  });
});

describe("a file that was opened", () => {
  it("stands in the grid as it was filled", async () => {
    for (const seed of [1, 4, 9]) {
      const inputs = randomInputs(seed);
      const { book, grid } = await shown(await fileOf(inputs));
      const before = book.bytes();
      for (const { id } of items) {
        const self = inputs.items[id]?.self;
        const word = self === "met" ? "Met" : self === "notMet" ? "Not met" : "";
        expect(grid.read(answerOf(id)) ?? "", id).toBe(word);
      }
      await book.settle();
      expect(book.bytes()).toBe(before);
    }
  });

  it("shows a total that was typed over its formula, as the sheet would", async () => {
    const points = cellOf("9.3.5", "selfPoints");
    const bytes = await fileOf(blankInputs(checklist31), (plan) =>
      withCell(plan, points, { value: 40 }),
    );
    const { book, grid } = await shown(bytes);
    expect(grid.read(points)).toBe(40);
    expect(grid.hasFormula(points)).toBe(false);
    expect(grid.hasFormula({ ...points, row: points.row + 1 })).toBe(true);
    expect(book.report()?.issues.some((issue) => issue.severity === "error")).toBe(true);
  });

  it("is refused without a change to the present one", async () => {
    const { book } = await shown(await fileOf({ ...blankInputs(checklist31), partner: "Kestrel" }));
    const before = book.bytes();
    const bad = [new Uint8Array(), new TextEncoder().encode("id,answer"), before.slice(0, 900)];
    for (const bytes of bad) await expect(book.open(bytes, accept)).rejects.toThrow(/\.$/);
    await expect(book.open(await fileOf(), () => "Not this one.")).rejects.toThrow("Not this one.");
    expect(book.bytes()).toBe(before);
    expect(book.report()?.partner).toBe("Kestrel");
  });
});

describe("what is kept", () => {
  it("is the file as it was when that was asked for, even where another one has come since", async () => {
    const { book, grid } = await shown(await fileOf());
    grid.type(answerOf("1.4"), "Met");
    await book.settle();
    const held = book.held();
    const before = book.bytes();
    grid.type(answerOf("1.5"), "Met");
    await book.settle();
    await book.open(await fileOf(), accept);
    expect(Buffer.compare(held(), before)).toBe(0);
  });
});

describe("places", () => {
  it("of items lead to the answer that the phase asks for, and back to the item", async () => {
    const { book, grid } = await shown(await fileOf());
    const place = book.report()?.items.find((item) => item.id === "8.1.9")?.place;
    if (!place) throw new Error("no place");
    book.goTo(place);
    expect(grid.selected()).toEqual(answerOf("8.1.9"));
    expect(book.selectedItem()).toBe("8.1.9");
    await change(book, [{ name: "Phase", value: "Audit" }]);
    book.goTo(place);
    expect(grid.selected()?.column).toBe(columnOf("auditor"));
    await change(book, [{ name: "Phase", value: "Action items" }]);
    book.goTo(place);
    expect(grid.selected()?.column).toBe(columnOf("closureEvidence"));
    grid.select({ ...place, row: 1 });
    expect(book.selectedItem()).toBeNull();
  });
});
