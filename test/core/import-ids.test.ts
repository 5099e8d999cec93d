/** Ids as they come out of spreadsheet programs: what is certain, what is a guess, and what is left out. */

import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { readIds } from "../../core/import/ids.ts";
import type { CellValue } from "../../core/workbook/port.ts";

const { items } = checklist31;

describe("ids", () => {
  const one = (...values: CellValue[]) =>
    readIds(checklist31, values).map((id) =>
      id.is === "item" ? `${id.item.id}${id.guess ? "?" : ""}` : id.is,
    );

  it.each<[CellValue, string]>([
    ["8.1.10", "8.1.10"],
    ["\u00a0 8.1.9\u200b ", "8.1.9"],
    ["'8.1.9", "8.1.9"],
    ['="8.1.9"', "8.1.9"],
    ["Item 8.1.9", "8.1.9"],
    ["8.1.9.", "8.1.9"],
    ["8.1.9 Log in", "8.1.9?"],
    ["8.1.9: Log in", "8.1.9?"],
    [9.1, "9.1"],
    ["9,1", "9.1?"],
    ["8,1,9", "8.1.9?"],
    // 8 January 2009 as a date, a serial number, and as programs show it.
    [{ date: "2009-01-08" }, "8.1.9?"],
    [39_821, "8.1.9?"],
    ["39821", "8.1.9?"],
    ["08.01.2009", "8.1.9?"],
    ["8/1/2009", "8.1.9?"],
    ["08-Jan-09", "8.1.9?"],
    ["2009-01-08 00:00:00", "8.1.9?"],
    ["2009-01-08T00:00:00", "8.1.9?"],
    ["01.01.2026", "1.1?"],
    ["5-Aug", "5.8?"],
    // A day that can be no other: 9.14 is taken for September 2014.
    [{ date: "2014-09-01" }, "9.14?"],
    [{ date: "2026-01-13" }, "13.1?"],
    [{ date: "2001-10-01" }, "unknown"],
    ["8", "heading"],
    [8, "heading"],
    ["9.10", "heading"],
    ["End of list", "heading"],
    ["", "blank"],
    [null, "blank"],
    ["9.16", "unknown"],
    [{ date: "2026-12-24" }, "unknown"],
    [{ error: "#REF!" }, "unknown"],
    [true, "unknown"],
    ["constructor", "unknown"],
  ])("%j is read as %s", (value, expected) => {
    expect(one(value)).toEqual([expected]);
  });

  it("that could be two are no item, unless the column tells in which order its days were typed", () => {
    const [ambiguous] = readIds(checklist31, [{ date: "2026-02-01" }]);
    expect(ambiguous).toMatchObject({ is: "several", items: [{ id: "1.2" }, { id: "2.1" }] });
    // 5.8 is an item and 8.5 is none, so days come first.
    expect(one({ date: "2026-02-01" }, { date: "2026-08-05" })).toEqual(["1.2?", "5.8?"]);
    // As typed where the month comes first.
    expect(one("2/1/2026", "5/8/2026")).toEqual(["2.1?", "5.8?"]);
    expect(one({ date: "2026-02-01" }, { date: "2026-12-24" })).toEqual(["several", "unknown"]);
  });

  it("of all items survive a German Excel, which makes days of most", () => {
    const typed = items.map(({ id }): CellValue => {
      const [day = 0, month = 0, year] = id.split(".").map(Number);
      if (month > 12) return id;
      const two = (value: number) => String(value).padStart(2, "0");
      return { date: `${year === undefined ? 2026 : 2000 + year}-${two(month)}-${two(day)}` };
    });
    expect(one(...typed)).toEqual(
      items.map(({ id }, index) => (typeof typed[index] === "string" ? id : `${id}?`)),
    );
  });

  it("that are numbers have lost their last zero, and are no item where two would fit", () => {
    const [first] = items;
    if (!first) throw new RangeError("There is an item.");
    const more = { ...checklist31, items: [...items, { ...first, id: "1.10" as ItemId }] };
    const [number, text, ten] = readIds(more, [1.1, "1.1", "1.10"]);
    expect(number).toMatchObject({ is: "several", items: [{ id: "1.1" }, { id: "1.10" }] });
    expect(text).toMatchObject({ is: "item", guess: false, item: { id: "1.1" } });
    expect(ten).toMatchObject({ is: "item", guess: false, item: { id: "1.10" } });
  });
});
