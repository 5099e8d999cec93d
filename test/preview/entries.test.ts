/** Entries of the grid that the file cannot take: they are put back and told of, and cost nothing else. */

import { describe, expect, it, vi } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { asGiven } from "../../core/report/enter.ts";
import { handOver } from "../../core/report/moves.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { type Blueprint, HostError } from "../../core/workbook/port.ts";
import { refusalOf } from "../../preview/entries.ts";
import type { GridCell } from "../../preview/grid/types.ts";
import { PREVIEW_TEXT } from "../../preview/words.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { withItem } from "../fakes/snapshot.ts";
import { FakeGrid } from "./fake-grid.ts";
import {
  answerOf,
  cellOf,
  change,
  fileOf,
  id,
  placeOf,
  readBack,
  shown,
  withCell,
} from "./page-book.ts";

const { items } = checklist31;

const AUDIT_ON = placeOf("Audit_On");
const EVIDENCE = cellOf("1.1", "evidence");
const LAST_DAY = { date: "9999-12-31" };
const answered = (bytes: Uint8Array) => {
  const range = openXlsx(EDITIONS, bytes).snapshot()?.names.Self_Answer;
  return range?.values.flat().filter((value) => value === "Met").length;
};

describe("a day, a text or a formula that the file cannot take", () => {
  it("is put back by itself and told of once; all else is kept and goes on being kept", async () => {
    const { book, grid, failures } = await shown(await fileOf());
    let changes = 0;
    book.watch(() => {
      changes += 1;
    });
    grid.type(AUDIT_ON, LAST_DAY);
    for (const { id: item } of items.slice(0, 20)) grid.type(answerOf(item), "Met");
    await vi.waitUntil(() => failures.length > 0);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain("One entry was not taken");
    expect(failures[0]).toContain("“9999-12-31” is no date that a cell can hold, for “Audit”.");
    expect(failures[0]).not.toContain("Nothing was changed");
    expect(grid.read(AUDIT_ON)).toBeNull();
    expect([answered(book.bytes()), changes]).toEqual([20, 1]);

    grid.type(answerOf("14.1"), "Met");
    await vi.waitUntil(() => changes > 1);
    await book.settle();
    expect([answered(book.bytes()), changes, failures.length]).toEqual([21, 2, 1]);
    expect(readBack(book).issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("gives way to what the file held, and says why", async () => {
    const note = "Credit report";
    const { book, grid, failures } = await shown(await fileOf());
    await book.enter(asGiven([{ name: "Evidence", item: id("1.1"), value: note }]));
    const bytes = book.bytes();
    grid.type(EVIDENCE, "x".repeat(32_768));
    await book.settle();
    expect(failures).toEqual([expect.stringContaining("has 32768 characters")]);
    expect(grid.read(EVIDENCE)).toBe(note);
    expect(book.bytes()).toBe(bytes);
    grid.type(EVIDENCE, "x".repeat(32_768));
    await book.settle();
    expect(failures).toHaveLength(2);
  });

  it("may stand on a formula that somebody put where an entry belongs", async () => {
    const bytes = await fileOf(blankInputs(checklist31), (plan) =>
      withCell(plan, EVIDENCE, { value: "Met", formula: 'UPPER("met")' }),
    );
    const { book, grid, failures } = await shown(bytes);
    grid.type(EVIDENCE, "Report");
    grid.type(answerOf("1.4"), "Met");
    await book.settle();
    expect(failures).toEqual([expect.stringContaining("holds a formula")]);
    expect(grid.read(EVIDENCE)).toBe("Met");
    expect(readBack(book).self.total).toBe(20);
  });

  it("is one of several: each is put back, and the first three are explained", async () => {
    const { book, grid, failures } = await shown(await fileOf());
    const bad = items.slice(0, 5).map(({ id: item }) => cellOf(item, "owner"));
    for (const place of bad) grid.type(place, "x".repeat(40_000));
    for (const { id: item } of items.slice(0, 5)) grid.type(answerOf(item), "Met");
    await book.settle();
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain("5 entries were not taken");
    expect(failures[0]?.split("\n")).toHaveLength(4);
    expect(bad.map((place) => grid.read(place))).toEqual(Array(5).fill(null));
    expect(answered(book.bytes())).toBe(5);
  });

  it("is told of once where the grid does not give it up", async () => {
    class Stubborn extends FakeGrid {
      override write(cells: readonly GridCell[]): void {
        super.write(cells.filter(({ sheet }) => sheet !== AUDIT_ON.sheet));
      }
    }
    const { book, grid, failures } = await shown(await fileOf(), new Stubborn());
    grid.type(AUDIT_ON, LAST_DAY);
    await book.settle();
    grid.type(answerOf("1.4"), "Met");
    await book.settle();
    expect(failures).toHaveLength(1);
    expect(readBack(book).self.total).toBe(20);
  });

  it("is no reason to pass over what is typed into the sheets that are drawn for another entry", async () => {
    class Quick extends FakeGrid {
      override async draw(plan: Blueprint): Promise<void> {
        await super.draw(plan);
        if (this.drawings > 1) this.type(answerOf("1.1"), "Met");
      }
    }
    const { book, grid, failures } = await shown(await fileOf(), new Quick());
    grid.type(AUDIT_ON, LAST_DAY);
    grid.type(placeOf("Engagement"), "Renewal");
    await book.settle();
    await book.settle();
    expect(failures).toHaveLength(1);
    expect(readBack(book).scope.engagement).toBe("renewal");
    expect(answered(book.bytes())).toBe(1);
  });

  it("stops a hand-over in which it was just typed", async () => {
    const { book, grid } = await shown(
      await fileOf(
        withItem({ ...blankInputs(checklist31), partner: "Kestrel" }, "1.1", { self: "met" }),
      ),
    );
    grid.begin(AUDIT_ON, LAST_DAY);
    const work = book.step((snapshot) => handOver(EDITIONS, snapshot, "2026-11-24 18:05"));
    await expect(work).rejects.toThrow("9999-12-31");
    expect(readBack(book).phase).toBe("selfAssessment");
    await book.step((snapshot) => handOver(EDITIONS, snapshot, "2026-11-24 18:06"));
    expect(readBack(book).phase).toBe("submitted");
  });

  it("is not blamed on the user where the program itself fails", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { message } = refusalOf(
      [new TypeError("undefined is not a row"), new HostError("Why.")].map((error) => ({
        entry: { mark: "", edit: { name: "Owner", value: null } },
        error,
      })),
    );
    expect(message).toBe(PREVIEW_TEXT.putBack(2, ["Why."]));
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe("values that the grid shows as text", () => {
  it("are no entries: a late day and an error stay what they are", async () => {
    const bytes = await fileOf(blankInputs(checklist31), (plan) =>
      withCell(withCell(plan, AUDIT_ON, { value: 2_958_000 }), cellOf("1.1", "owner"), {
        value: { error: "#REF!" },
      }),
    );
    class Showing extends FakeGrid {
      override read(place: Parameters<FakeGrid["read"]>[0]) {
        const value = super.read(place);
        if (value === null || typeof value !== "object") return value;
        return "error" in value ? value.error : value.date;
      }
    }
    const { book, failures } = await shown(bytes, new Showing());
    const before = book.bytes();
    await book.settle();
    expect(book.bytes()).toBe(before);
    expect(failures).toEqual([]);
    await change(book, [{ name: "Self_Answer", item: id("1.4"), value: "Met" }]);
    expect(openXlsx(EDITIONS, book.bytes()).snapshot()?.names.Audit_On?.values[0]?.[0]).toEqual({
      date: "9998-09-22",
    });
  });
});
