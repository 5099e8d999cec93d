/** The sequence that every host writes by: what is refused, what is written along, and what is told. */

import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import {
  asGiven,
  type EntryWish,
  enter,
  enterUnread,
  type Known,
  type Planner,
} from "../../core/report/enter.ts";
import { movePhase } from "../../core/report/moves.ts";
import { type Refusal, type Remedies, refusalText, unfitText } from "../../core/report/refusal.ts";
import { EDITIONS, type FullEdition } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { CarriedFault } from "../../core/workbook/library.ts";
import type { CellValue, Edit, Snapshot } from "../../core/workbook/port.ts";
import { changeOf } from "../../core/workbook/write/change.ts";
import { readItemAnswer, readItemEntry } from "../../core/workbook/write/entries.ts";
import { fileChange } from "../../core/workbook/write/stored.ts";
import { snapshotOf } from "../fakes/snapshot.ts";

const id = (text: string): ItemId => text as ItemId;
const blank = snapshotOf(blankInputs(checklist31));
const submitted = snapshotOf({ ...blankInputs(checklist31), phase: "submitted" });
const MET: Edit = { name: "Self_Answer", item: id("1.1"), value: "Met" };
const [edition] = EDITIONS;
const NOW = "2026-03-11 09:30";

/** The workbook with another value under a name, in the first cell or in an item's row. */
function holding(snapshot: Snapshot, name: string, value: CellValue, row = 0): Snapshot {
  const range = snapshot.names[name];
  if (!range) throw new Error(name);
  const values = range.values.map((line, at) => (at === row ? [value, ...line.slice(1)] : line));
  return { ...snapshot, names: { ...snapshot.names, [name]: { ...range, values } } };
}

const typed = (...edits: Edit[]): EntryWish => ({
  kind: "entries",
  read: asGiven(edits),
  closed: "refuse",
});

/** A planner that must not be asked: nothing that is refused is planned. */
const never: Planner<FullEdition> = () => {
  throw new Error("planned");
};

describe("a workbook that this program may not write", () => {
  const cases: [string, Snapshot | null, Refusal][] = [
    ["none at all", null, { code: "noChecklist" }],
    [
      "sheets whose names are gone",
      { sheets: [], names: {}, brokenNames: [], lookalikes: ["Checklist"] },
      { code: "namesLost" },
    ],
    [
      "a later format",
      holding(blank, "Format_Version", 3),
      { code: "newerFormat", found: 3, known: 2 },
    ],
    ["another version", holding(blank, "Checklist_Version", "3.9"), { code: "checklistUnknown" }],
    [
      "both: the format tells more",
      holding(holding(blank, "Checklist_Version", "3.9"), "Format_Version", 3),
      { code: "newerFormat", found: 3, known: 2 },
    ],
  ];
  it.each(cases)("%s: neither entries nor a step", (_, snapshot, refusal) => {
    const read = () => {
      throw new Error("read");
    };
    for (const wish of [
      { kind: "entries", read, closed: "tell" } as const,
      { kind: "step", take: read } as const,
    ])
      expect(enter(EDITIONS, snapshot, wish, never, NOW)).toEqual({ refusal, change: null });
  });

  it("is told with what to do about it, and that nothing was changed where something was wanted", () => {
    const remedies: Remedies = {
      noChecklist: "Make one.",
      namesLost: "Take another copy.",
      newerFormat: "Get the new one.",
      checklistUnknown: "Use the other.",
      checklistUnread: "Take a copy.",
    };
    const newer = { code: "newerFormat", found: 3, known: 2 } as const;
    expect(unfitText(newer, remedies)).toMatch(
      /newer version .*\(format 3; .* 2\)\. Get the new one\.$/,
    );
    expect(refusalText(newer, remedies)).toMatch(/Nothing was changed\. Get the new one\.$/);
    expect(unfitText({ code: "noChecklist" }, remedies)).toMatch(/no checklist.* Make one\.$/);
    expect(refusalText({ code: "checklistUnknown" }, remedies)).toMatch(/ Use the other\.$/);
    const unread = (fault: CarriedFault | "notLoaded") =>
      refusalText({ code: "checklistUnread", fault }, remedies);
    expect(unread({ is: "damaged" })).toMatch(/altered or cut .* Take a copy\.$/);
    expect(unread({ is: "faulty", sentence: "pass is 1.5." })).toMatch(/pass is 1\.5\. .*copy\.$/);
    expect(unread("notLoaded")).toMatch(/not loaded\. .* Take a copy\.$/);
    expect(refusalText({ code: "entries", messages: ["One.", "Two."] }, remedies)).toBe(
      "One. Two.",
    );
  });
});

describe("entries", () => {
  it("that are none are refused with all their sentences", () => {
    const wish = (read: EntryWish["read"]): EntryWish => ({
      kind: "entries",
      read,
      closed: "tell",
    });
    const { refusal } = enter(
      EDITIONS,
      blank,
      wish((checklist) => readItemEntry(checklist, "1.1", "Closed_On", "soon")),
      never,
      NOW,
    );
    expect(refusal).toMatchObject({ code: "entries", messages: [expect.stringMatching(/date/)] });
    const other = enter(
      EDITIONS,
      blank,
      wish((checklist) => readItemAnswer(checklist, "99.9", "self", "met")),
      never,
      NOW,
    );
    expect(other.refusal).toMatchObject({
      code: "entries",
      messages: [expect.stringMatching(/99\.9/)],
    });
  });

  it("in cells that the phase has closed are refused, or told where the input was named outright", () => {
    expect(enter(EDITIONS, submitted, typed(MET), never, NOW)).toEqual({
      refusal: { code: "closedPhase", phase: "submitted", inputs: ["Self_Answer"] },
      change: null,
    });
    const told = enter(EDITIONS, submitted, { ...typed(MET), closed: "tell" }, changeOf, NOW);
    expect(told).toEqual({
      refusal: null,
      change: { edits: [MET] },
      tidied: 0,
      closed: { phase: "submitted", inputs: ["Self_Answer"] },
    });
  });

  it("of a later phase are taken where they are open, and told", () => {
    const early: Edit = { name: "Auditor_Answer", item: id("1.1"), value: "Met" };
    expect(enter(EDITIONS, submitted, typed(early), changeOf, NOW)).toMatchObject({
      change: { edits: [early] },
      closed: { phase: "submitted", inputs: ["Auditor_Answer"] },
    });
    expect(enter(EDITIONS, blank, typed(early), never, NOW).refusal?.code).toBe("closedPhase");
  });

  it("count in the phase to which the same command moves", () => {
    const early: Edit = { name: "Auditor_Answer", item: id("1.1"), value: "Met" };
    const wish: EntryWish = { ...typed(early), closed: "tell", phase: "audit" };
    expect(enter(EDITIONS, blank, wish, changeOf, NOW)).toMatchObject({ closed: null });
  });

  it("bring along what is tidied, which is counted", () => {
    const kindly = holding(blank, "Self_Answer", "met ", 2);
    for (const plan of [changeOf, fileChange]) {
      const { change, ...told } = enter(
        EDITIONS,
        kindly,
        typed({ ...MET, item: id("1.4") }),
        plan,
        NOW,
      );
      expect(told).toEqual({ refusal: null, tidied: 1, closed: null });
      expect(change?.edits).toHaveLength(2);
      expect(change?.edits[0]).toMatchObject({ name: "Self_Answer", value: "Met" });
    }
  });

  it("that are none write nothing, not even what could be tidied", () => {
    const kindly = holding(blank, "Self_Answer", "met ", 2);
    expect(enter(EDITIONS, kindly, typed(), never, NOW)).toMatchObject({
      refusal: null,
      change: null,
    });
  });

  it("survive JSON, planned for a file or for a host that calculates", () => {
    for (const plan of [changeOf, fileChange]) {
      const entered = enter(EDITIONS, blank, typed(MET), plan, NOW);
      expect(JSON.parse(JSON.stringify(entered))).toEqual(entered);
    }
  });
});

describe("a step of the audit", () => {
  const to = (phase: "submitted" | "selfAssessment") => ({
    kind: "step" as const,
    take: (snapshot: Snapshot) => movePhase(EDITIONS, snapshot, phase, "", "2026-11-24 18:05"),
  });

  it("refuses with its own sentence", () => {
    const { refusal } = enter(EDITIONS, submitted, to("selfAssessment"), never, NOW);
    expect(refusal).toMatchObject({
      code: "step",
      message: expect.stringMatching(/needs a reason/),
    });
  });

  it("with nothing to write writes nothing", () => {
    expect(enter(EDITIONS, submitted, to("submitted"), never, NOW).change).toBeNull();
  });

  it("writes what it says, whatever the phase has closed", () => {
    const { change } = enter(EDITIONS, blank, to("submitted"), changeOf, NOW);
    expect(change?.edits).toContainEqual({ name: "Phase", value: "Submitted" });
    expect(change?.access).toBeDefined();
  });
});

describe("entries in a host that reads a few cells only", () => {
  const known: Known<FullEdition> = {
    format: 1,
    found: { edition, fault: null },
    phase: "selfAssessment",
  };
  const entered = (changed: Partial<Known<FullEdition>>) =>
    enterUnread({ ...known, ...changed }, asGiven([MET]));

  it("are refused and written as in any other", () => {
    expect(entered({})).toEqual({
      refusal: null,
      change: { edits: [MET] },
      tidied: 0,
      closed: null,
    });
    expect(entered({ format: 3 }).refusal).toEqual({ code: "newerFormat", found: 3, known: 2 });
    expect(entered({ found: { edition: null, fault: null } }).refusal).toEqual({
      code: "checklistUnknown",
    });
    const fault = { is: "damaged" } as const;
    expect(entered({ found: { edition: null, fault } }).refusal).toEqual({
      code: "checklistUnread",
      fault,
    });
    expect(entered({ phase: "audit" }).refusal).toEqual({
      code: "closedPhase",
      phase: "audit",
      inputs: ["Self_Answer"],
    });
  });
});
