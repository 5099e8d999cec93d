/** Merging by example: fields, lists, seals as the base, formats, damage, and what people choose. */

import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { otherChecklist, otherPartners } from "../../core/merge/kin.ts";
import { merge } from "../../core/merge/merge.ts";
import { type Choice, choiceForAll, settle } from "../../core/merge/settle.ts";
import { mergeEdits } from "../../core/merge/step.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { snapshotOfBlueprint, withoutName, withRowOrder } from "../fakes/snapshot.ts";
import {
  asked,
  begun,
  copyOf,
  edited,
  inputsOf,
  merged,
  moved,
  of,
  saidIn,
  submitted,
  taken,
  told,
} from "./merging.ts";

describe("a field that one side changed", () => {
  it("is taken, whatever stands elsewhere in the copies", () => {
    const mine = edited(begun, of("Evidence", "1.1", "Folder 2"), of("Owner", "2.1", "Kim"));
    const theirs = edited(begun, of("Self_Answer", "13.1", "Not met"), of("Owner", "1.1", null));
    const body = (theirs.names.Item_Id?.rows ?? 2) - 2;
    const turned = withRowOrder(
      theirs,
      Array.from({ length: body }, (_, row) => body - row),
    );
    const { plan, after } = merged(begun, mine, [turned]);
    expect(asked(plan)).toEqual([]);
    expect(taken(plan)).toEqual([
      ["Owner[1.1]", "T. Weiss", ""],
      ["Self_Answer[13.1]", "Met", "Not met"],
    ]);
    expect(plan.taken[0]).toMatchObject({ whose: "partner", copies: [1], cell: null });
    expect(saidIn(after).get("Evidence[1.1]")).toBe("Folder 2");
    expect(told(after).issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("is taken once where several made the same change, and told of all of them", () => {
    const change = of("Owner", "1.1", "Kim");
    const { plan } = merged(begun, begun, [edited(begun, change), begun, edited(begun, change)]);
    expect(plan.taken).toMatchObject([{ key: "Owner[1.1]", copies: [1, 3] }]);
  });

  it("goes into another format, and into one that has no cell for it not at all", () => {
    const earlier = snapshotOfBlueprint(blueprint(checklist31, inputsOf(begun), 1));
    const theirs = edited(begun, { name: "Open_Add", index: 0, value: 40 });
    const { plan, edits, after } = merged(begun, earlier, [theirs]);
    expect(taken(plan)).toEqual([["Item_Add[4.1]", "10", "40"]]);
    expect(edits).toEqual([of("Item_Add", "4.1", 40)]);
    expect(inputsOf(after).items["4.1" as ItemId]?.ifMet).toBe(40);
    const checked = merged(begun, earlier, [
      edited(begun, { name: "Points_Checked", value: "Yes" }),
    ]);
    expect(checked.edits).toEqual([]);
    expect(mergeEdits(copyOf(earlier), checked.plan.taken).unplaced).toMatchObject([
      { key: "Points_Checked", after: "Yes" },
    ]);
  });

  it("is not cleared by a copy that has no cell for it", () => {
    const lost = withoutName(withoutName(begun, "Owner"), "Evidence");
    expect(merged(begun, begun, [lost]).plan).toMatchObject({ taken: [], conflicts: [] });
    const brought = merged(begun, lost, [edited(begun, of("Owner", "2.1", "Kim"))]);
    expect(brought.edits).toEqual([]);
    expect(brought.plan.taken).toMatchObject([{ key: "Owner[2.1]" }]);
  });
});

describe("a field that several sides changed", () => {
  const mine = edited(begun, of("Evidence", "1.1", "Mine"), of("Self_Answer", "1.1", null));
  const one = edited(begun, of("Evidence", "1.1", "One"), of("Self_Answer", "1.1", "Not met"));
  const two = edited(begun, of("Evidence", "1.1", "Two"));

  it("is asked about with all values, and stays until somebody chooses", () => {
    const { plan, after } = merged(begun, mine, [one, two]);
    expect(asked(plan)).toEqual([
      ["Self_Answer[1.1]", "both", "", "Not met"],
      ["Evidence[1.1]", "both", "Mine", "One", "Two"],
    ]);
    expect(plan.conflicts.map(({ base, canJoin }) => [base, canJoin])).toEqual([
      ["Met", false],
      ["Folder 1", true],
    ]);
    expect(saidIn(after)).toEqual(saidIn(mine));
    // Mine is offered too where only the others differ.
    expect(asked(merged(begun, begun, [one, two]).plan)).toEqual([
      ["Evidence[1.1]", "both", "Folder 1", "One", "Two"],
    ]);
  });

  it("is as they choose", () => {
    const plan = merged(begun, mine, [one, two]).plan;
    const result = (choose: Parameters<typeof merged>[3]) =>
      saidIn(merged(begun, mine, [one, two], choose).after);
    const key = "Evidence[1.1]";
    expect(result(() => new Map([[key, 2]])).get(key)).toBe("Two");
    expect(result(() => new Map([[key, "both"]])).get(key)).toBe("Mine\nOne\nTwo");
    expect(result((all) => choiceForAll(all, "mine"))).toEqual(saidIn(mine));
    const theirs = choiceForAll(plan, "theirs");
    expect([...theirs]).toEqual([["Self_Answer[1.1]", 1]]);
    expect(settle(checklist31, plan, theirs).open.map((field) => field.key)).toEqual([key]);
    // What is not offered is no choice.
    const odd = new Map<string, Choice>([
      [key, 9],
      ["Self_Answer[1.1]", "both"],
    ]);
    expect(settle(checklist31, plan, odd).open).toHaveLength(2);
  });
});

describe("lists", () => {
  const day = (index: number, date: string | null): Edit => ({
    name: "Holidays",
    index,
    value: date && { date },
  });
  const line = (index: number, customer: string | null, on: string | null): Edit[] => [
    { name: "Prerequisite_Reference", index, value: customer },
    { name: "Prerequisite_Reference_On", index, value: on && { date: on } },
  ];
  const base = edited(begun, day(0, "2026-12-25"), ...line(0, "Alder", "2025-10-01"));

  it("of holidays bring days together, in whichever cells they stand", () => {
    const mine = edited(base, day(1, "2026-12-24"));
    const theirs = edited(base, day(0, null), day(1, "2027-01-01"), day(2, "2026-12-24"));
    const { plan, after } = merged(base, mine, [theirs]);
    expect(asked(plan)).toEqual([]);
    expect(inputsOf(after).holidays.slice().sort()).toEqual(["2026-12-24", "2027-01-01"]);
    const gone = merged(base, mine, [edited(base, day(0, null))]);
    expect(inputsOf(gone.after).holidays).toEqual(["2026-12-24"]);
    const twice = edited(base, day(7, "2026-12-25"));
    expect(inputsOf(merged(twice, twice, [theirs]).after).holidays).not.toContain("2026-12-25");
  });

  it("of references keep every customer that somebody added, with what belongs to it", () => {
    const mine = edited(base, ...line(1, "Birch", "2025-11-01"));
    const theirs = edited(base, ...line(1, "Cedar", "2025-12-01"), ...line(2, "birch ", null));
    const { plan, after } = merged(base, mine, [theirs]);
    expect(asked(plan)).toEqual([]);
    expect(
      inputsOf(after)
        .prerequisites.references.filter(({ customer }) => customer !== "")
        .map(({ customer, on }) => [customer, on]),
    ).toEqual([
      ["Alder", "2025-10-01"],
      ["Birch", "2025-11-01"],
      ["Cedar", "2025-12-01"],
    ]);
  });

  it("of references never mix two customers in one line", () => {
    const mine = edited(base, ...line(0, "Elm", "2025-10-01"));
    const theirs = edited(base, ...line(0, "Alder", "2026-01-01"));
    const { plan, after } = merged(base, mine, [theirs]);
    expect(asked(plan)).toEqual([
      ["Prerequisite_Reference[1]", "line", "Elm", "Alder"],
      ["Prerequisite_Reference_On[1]", "line", "2025-10-01", "2026-01-01"],
    ]);
    expect(saidIn(after)).toEqual(saidIn(mine));
  });

  it("without room leave over what does not fit, and say so", () => {
    const all = Array.from({ length: 30 }, (_, index) =>
      day(index, `2026-06-${String(index + 1).padStart(2, "0")}`),
    );
    const mine = edited(base, ...all);
    const { plan } = merged(base, mine, [edited(base, day(3, "2027-05-01"))]);
    expect(mergeEdits(copyOf(mine), plan.taken).unplaced).toMatchObject([
      { key: "Holidays[2027-05-01]" },
    ]);
  });
});

describe("without a base", () => {
  it("a blank never clears, and two values are asked about", () => {
    const mine = edited(begun, of("Owner", "2.1", "Kim"), of("Self_Answer", "13.1", null));
    const theirs = edited(begun, of("Owner", "1.1", null), of("Evidence", "1.1", "Folder 2"));
    const { plan } = merged(null, mine, [theirs]);
    expect(taken(plan)).toEqual([["Self_Answer[13.1]", "", "Met"]]);
    expect(asked(plan)).toEqual([["Evidence[1.1]", "both", "Folder 1", "Folder 2"]]);
  });

  it("a word that only a blank stands for is nobody's", () => {
    const mine = edited(begun, { name: "Reseller_Program", value: null });
    const theirs = edited(begun, { name: "Reseller_Program", value: "No" });
    expect(taken(merged(null, mine, [theirs]).plan)).toEqual([["Reseller_Program", "", "No"]]);
    expect(merged(null, theirs, [mine]).plan).toMatchObject({ taken: [], conflicts: [] });
  });

  it("what all copies hold as sealed serves, and later stages too", () => {
    const back = moved(submitted, "selfAssessment", "2026-03-03 09:00");
    const theirs = edited(back, of("Self_Answer", "13.1", null), of("Evidence", "2.1", "New"));
    const { plan } = merged(null, edited(back, of("Evidence", "1.1", "Folder 2")), [theirs]);
    expect(asked(plan)).toEqual([]);
    expect(taken(plan)).toEqual([
      ["Evidence[2.1]", "", "New"],
      ["Self_Answer[13.1]", "Met", ""],
    ]);
    const audited = edited(
      moved(submitted, "audit", "2026-03-10 09:00"),
      of("Auditor_Answer", "1.4", "Not met"),
    );
    const closing = moved(audited, "actionItems", "2026-03-11 09:00");
    const again = moved(closing, "audit", "2026-03-12 09:00");
    const changed = edited(again, of("Auditor_Answer", "1.4", null));
    expect(taken(merged(null, again, [changed]).plan)).toEqual([
      ["Auditor_Answer[1.4]", "Not met", ""],
    ]);
  });
});

describe("copies that do not belong together", () => {
  it("are told: of two checklists, or of two partners", () => {
    const one = { title: "a.xlsx", checklist: checklist31 };
    const other = { title: "b.xlsx", checklist: { ...checklist31, version: "4.0" } };
    expect(otherChecklist([one, one])).toBeNull();
    expect(otherChecklist([one, one, other])).toBe(
      "a.xlsx is of version 3.1 of the checklist, b.xlsx is of version 4.0 of the checklist. Move one of them to the version of the other first, then try again.",
    );
    expect(
      otherChecklist([one, { ...one, checklist: { ...checklist31, revision: 2 } }]),
    ).not.toBeNull();
    const heron = copyOf(edited(begun, { name: "Partner_Name", value: "Heron" }), "h.xlsx");
    const unnamed = copyOf(edited(begun, { name: "Partner_Name", value: null }));
    expect(otherPartners(copyOf(begun, "k.xlsx"), [unnamed, copyOf(begun), heron])).toEqual([
      "h.xlsx names the partner “Heron”, and k.xlsx “Kestrel”. Make sure that they are copies of one workbook.",
    ]);
  });
});

describe("any request", () => {
  it("gives plain data", () => {
    const mine = edited(begun, of("Evidence", "1.1", "Mine"));
    const theirs = edited(begun, of("Evidence", "1.1", "Theirs"), of("Owner", "2.1", "Kim"));
    const plan = merge(checklist31, {
      base: copyOf(begun),
      mine: copyOf(mine),
      theirs: [copyOf(theirs)],
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
