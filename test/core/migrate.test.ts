/** Answers that move between 3.1 and a made-up 3.2, item by item, and all else that goes along. */

import { describe, expect, it } from "vitest";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import { type ItemId, type Points, points } from "../../core/checklist/domain.ts";
import { makeChecklist } from "../../core/checklist/make.ts";
import type { ItemSource } from "../../core/checklist/source.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { answersBefore } from "../../core/migrate/before.ts";
import { movedBlueprint } from "../../core/migrate/draw.ts";
import { type Move, moveAnswers } from "../../core/migrate/move.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { columnOf } from "../../core/workbook/draw/layout.ts";
import { withItem } from "../fakes/snapshot.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist, smallSource } from "../fixtures/checklists/small.ts";
import { ADDED, BACK, BACK_LATER, DROPPED, type Expected, FORTH } from "../fixtures/moves.ts";
import { archiveTexts, movedFrom, movedOn, snapshotIn, snapshotOfMove } from "./moving.ts";
import { ACTIONS, day, handedOver, READY } from "./ready.ts";

/** Each item says something of its own. */
const FULL: Inputs = checklist31.items.reduce(
  (all, { id }, index) =>
    withItem(all, id, {
      self: id === "7.1" || (index % 3 === 0 && id !== "7.2") ? "notMet" : "met",
      evidence: `Folder ${id}`,
      owner: `Owner ${index % 5}`,
    }),
  READY,
);

const outcomes = (move: Move): ReadonlyMap<string, Expected> =>
  new Map(move.items.map(({ item, outcome, from }) => [item.id, { outcome, from }]));
const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
const own = ({ inputs }: Move, id: string): ItemInputs => inputs.items[id as ItemId] as ItemInputs;
const partners = ({ inputs }: Pick<Move, "inputs">) =>
  Object.fromEntries(
    Object.entries(inputs.items).map(([id, { self, evidence, owner, ifMet }]) => [
      id,
      { self, evidence, owner, ifMet },
    ]),
  );
const sorted = (map: ReadonlyMap<string, unknown>) =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const forth = movedFrom(checklist31, FULL, nextChecklist);

describe("from 3.1 to 3.2", () => {
  it("does with each item what the changes of the version ask for", () => {
    expect(FORTH.size).toBe(nextChecklist.items.length);
    expect(sorted(outcomes(forth))).toEqual(sorted(FORTH));
    expect(ids(forth.left)).toEqual(DROPPED);
  });

  it("keeps answer, evidence and owner of what is the same, under whatever number", () => {
    for (const [id, { outcome, from }] of FORTH) {
      if (outcome !== "kept") continue;
      const was = FULL.items[from[0] as ItemId];
      expect(own(forth, id), id).toMatchObject({
        self: was?.self,
        evidence: was?.evidence,
        owner: was?.owner,
      });
    }
  });

  it("leaves the answer blank where it asks otherwise, and brings evidence and owner along", () => {
    expect(own(forth, "1.2")).toMatchObject({ self: "unanswered", evidence: "Folder 1.2" });
    expect(own(forth, "2.2")).toMatchObject({ self: "unanswered", evidence: "Folder 2.2" });
    expect(own(forth, "2.3")).toMatchObject({ self: "unanswered", evidence: "Folder 2.2" });
    const [first, second] = ["7.1", "7.2"].map((id) => FULL.items[id as ItemId]);
    expect(own(forth, "7.1")).toMatchObject({
      self: "unanswered",
      evidence: "Folder 7.1\nFolder 7.2",
      owner: `${first?.owner}, ${second?.owner}`,
    });
    const merged = forth.items.find(({ item }) => item.id === "7.1");
    expect(merged?.former).toEqual([
      { id: "7.1", answer: "Not met" },
      { id: "7.2", answer: "Met" },
    ]);
    expect(own(forth, "16.1")).toMatchObject({ self: "unanswered", evidence: "", owner: "" });
  });

  it("shows the answer of before beside the cell that waits for one, and on a sheet", () => {
    const plan = movedBlueprint(forth);
    const sheet = plan.sheets.find(({ name }) => name === "Checklist");
    const asked = (sheet?.inputs ?? []).filter(({ prompt }) => prompt?.title === "Confirm again");
    const column = columnOf("self");
    expect(asked.map(({ areas }) => areas.length)).toEqual([1, 1, 1, 1, 1]);
    expect(asked.every(({ areas }) => areas[0]?.column === column)).toBe(true);
    expect(asked[2]?.prompt?.message).toContain("In 3.1: ");
    for (const { prompt } of asked) expect(prompt?.message.length).toBeLessThanOrEqual(255);
    // Two rules over one cell are one too many.
    const rows = (sheet?.inputs ?? []).flatMap(({ areas }) =>
      areas.flatMap((area) =>
        area.column === column ? Array.from({ length: area.rows }, (_, at) => area.row + at) : [],
      ),
    );
    expect(rows).toHaveLength(nextChecklist.items.length);
    expect(new Set(rows).size).toBe(rows.length);
    const moved = plan.sheets.find(({ name }) => name === "Moved answers");
    const texts = (moved?.cells ?? []).map(({ value }) => value);
    expect(texts).toContain("7.1 Not met, 7.2 Met");
    expect(texts.filter((text) => text === "Confirm again")).toHaveLength(5);
    expect(texts).toContain("5 to be confirmed again");
    const before = answersBefore(snapshotOfMove(forth));
    expect([...before.keys()]).toEqual(["1.2", "1.3", "2.2", "2.3", "7.1"]);
    expect(before.get("7.1")).toEqual({ answer: "7.1 Not met, 7.2 Met", version: "3.1" });
  });

  it("takes the entries of what is dropped into the archive", () => {
    const texts = archiveTexts(forth);
    for (const id of DROPPED) expect(texts).toContain(`Folder ${id}`);
    expect(texts).not.toContain("Folder 12.1");
  });

  it("confirms again where points were entered that the new version does not have", () => {
    const entered = withItem(FULL, "4.2.3", { ifMet: points(40), ifNotMet: points(0) as Points });
    const move = movedFrom(checklist31, entered, nextChecklist);
    expect(outcomes(move).get("4.2.3")).toEqual({ outcome: "confirm", from: ["4.2.3"] });
  });
});

describe("what goes along", () => {
  const audited: Inputs = {
    ...ACTIONS,
    reseller: false,
    holidays: [day("2026-12-25")],
    people: { People_Engineer: "Kim", People_Auditor: "Robin", Sign_Off_Name: "Robin" },
    editors: { partner: "kim@example.org", auditor: "robin@example.org" },
    services: ACTIONS.services.map((service, at) => ({ ...service, example: `Use ${at}` })),
  };
  const move = movedFrom(checklist31, audited, nextChecklist);

  it("is the partner's side: profile, people, holidays, services and prerequisites", () => {
    expect(move.inputs).toMatchObject({
      partner: audited.partner,
      reseller: false,
      holidays: audited.holidays,
      people: { People_Engineer: "Kim", People_Auditor: "Robin" },
      editors: { partner: "kim@example.org", auditor: "" },
      prerequisites: { tier: "Advanced", applicationSent: true, selfAssessmentSent: false },
    });
    expect(move.inputs.prerequisites.references).toEqual(audited.prerequisites.references);
    const examples = move.inputs.services.map(({ example }) => example);
    expect(examples.slice(0, audited.services.length)).toEqual(
      audited.services.map(({ example }) => example),
    );
    expect(examples.slice(audited.services.length).every((text) => text === "")).toBe(true);
  });

  it("begins anew: no phase, no date, no seal, nothing of the auditor", () => {
    const { inputs } = move;
    expect(inputs).toMatchObject({
      phase: "selfAssessment",
      submittedOn: null,
      auditOn: null,
      summaryReceivedOn: null,
      reportReceivedOn: null,
      records: { history: [], seal: null, summary: null, stages: [] },
    });
    for (const entry of Object.values(inputs.items))
      expect(entry).toMatchObject({ auditor: "unanswered", note: "", plan: "", closedOn: null });
  });

  it("leaves the auditor's side and the process whole in the archive", () => {
    const texts = archiveTexts(move);
    for (const text of ["Report is two years old", "Say more of security", "Plan.pdf"])
      expect(texts).toContain(text);
    for (const text of ["Action items", "2026-03-09", "Robin", "robin@example.org"])
      expect(texts).toContain(text);
    const sealed = moveAnswers(checklist31, handedOver(), nextChecklist);
    const records = sealed.archive.filter(({ key }) => /^(?:Seal|Phase)/.test(key));
    expect(records.map(({ key }) => key)).toEqual([
      "Phase",
      "Phase_History[1]",
      "Seal_Record[1]",
      "Seal_Record[2]",
      "Seal_Record[3]",
      "Sealed_Values[1]",
    ]);
  });

  it("is told where it has no place: services, and renewals where there are none", () => {
    const renewed = { ...audited, renewal: true };
    const to = movedFrom(checklist31, renewed, plainChecklist);
    expect(to.inputs.renewal).toBe(false);
    expect(to.notes.join("\n")).toContain("so the renewal became a full audit");
    expect(to.notes.join("\n")).toContain("AWS Lambda");
    expect(archiveTexts(to)).toContain("Use 0");
  });
});

describe("back from 3.2 to 3.1", () => {
  it("is as it was, where nobody touched anything, and nothing stays in the archive", () => {
    const back = movedOn(forth, checklist31);
    expect(sorted(outcomes(back))).toEqual(sorted(BACK));
    expect(ids(back.left)).toEqual(ADDED);
    expect(partners(back)).toEqual(partners({ inputs: FULL }));
    expect(back.archive.filter(({ key }) => key.startsWith("Evidence"))).toEqual([]);
  });

  const answered = (inputs: Inputs): Inputs =>
    nextChecklist.items.reduce((all, { id }) => {
      const { evidence = "" } = inputs.items[id] ?? {};
      return withItem(all, id, { self: "met", evidence: `${evidence}\nMore of ${id}` });
    }, inputs);

  it("asks again where somebody went on, and loses neither what was there nor what came", () => {
    const back = movedOn(forth, checklist31, answered);
    expect(sorted(outcomes(back))).toEqual(sorted(BACK_LATER));
    expect(own(back, "12.1")).toMatchObject({ self: "met", evidence: "Folder 12.1\nMore of 12.2" });
    expect(own(back, "2.2").evidence).toBe("Folder 2.2\nMore of 2.2\nFolder 2.2\nMore of 2.3");
    expect(own(back, "7.2")).toMatchObject({ self: "unanswered" });
    expect(own(back, "13.1")).toMatchObject({ evidence: "Folder 13.1" });
    const texts = archiveTexts(back).join("\n");
    for (const id of ADDED) expect(texts).toContain(`More of ${id}`);
  });

  it("knows 3.1 by its rules: under others an answer of then is confirmed again", () => {
    const revised = { ...checklist31, revision: 9 };
    const back = movedOn(forth, revised);
    expect(outcomes(back).get("13.1")).toMatchObject({ outcome: "confirm" });
    expect(own(back, "13.1")).toMatchObject({ self: "unanswered", evidence: "Folder 13.1" });
    const told = back.items.find(({ item }) => item.id === "13.1");
    expect(told?.former).toEqual([
      { id: "13.1", answer: expect.stringMatching(/^(?:Not m|M)et$/) },
    ]);
  });

  it("brings back points that were entered, and that they were checked", () => {
    const entered = {
      ...withItem(FULL, "4.2.3", { ifMet: points(40), ifNotMet: points(0) }),
      pointsChecked: true,
    };
    const back = movedOn(movedFrom(checklist31, entered, nextChecklist), checklist31);
    expect(own(back, "4.2.3").ifMet).toBe(40);
    expect(back.inputs.pointsChecked).toBe(true);
  });
});

/** The small checklist's next version, with some of its items otherwise. */
const laterSmall = (changes: Readonly<Record<string, Partial<ItemSource>>>) =>
  makeChecklist({
    ...smallSource,
    version: "0.8",
    follows: "0.7",
    sections: smallSource.sections.map((each) => ({
      ...each,
      items: each.items.map((item) => ({ ...item, ...changes[item.id] })),
    })),
  });

describe("an item of the next version", () => {
  const small = smallChecklist.items.reduce(
    (all, { id }) => withItem(all, id, { self: "met", evidence: `Folder ${id}`, owner: "Kim" }),
    blankInputs(smallChecklist),
  );
  const outcomeOf = (id: string, changes: Parameters<typeof laterSmall>[0]) =>
    outcomes(movedFrom(smallChecklist, small, laterSmall(changes))).get(id);

  it.each<[string, Partial<ItemSource>, Expected["outcome"]]>([
    ["with nothing changed", {}, "kept"],
    ["of another title", { title: "Aim" }, "kept"],
    [
      "asked of resellers alone, and otherwise in a renewal",
      { resellerOnly: true, renewal: "both" },
      "kept",
    ],
    ["in other white space", { requirement: "Purpose  is in place." }, "kept"],
    ["that asks otherwise", { requirement: "Purpose is written down." }, "confirm"],
    ["that is shown by other evidence", { evidence: "Two records of purpose." }, "confirm"],
    ["that is no longer mandatory", { mandatory: false }, "confirm"],
    ["that costs less", { ifNotMet: -20 }, "confirm"],
    [
      "that is said to be the same",
      { requirement: "New.", from: { ids: ["1.1"], same: true } },
      "kept",
    ],
    ["that is said not to be", { from: { ids: ["1.1"], same: false } }, "confirm"],
    ["that comes from what there never was", { from: { ids: ["9.9"], same: true } }, "new"],
  ])("%s", (_, change, outcome) => {
    expect(outcomeOf("1.1", { "1.1": change })?.outcome).toBe(outcome);
  });

  it("is new where its number went to another, and the other way round", () => {
    const changes = {
      "1.1": { requirement: "Something new." },
      "1.2": { from: { ids: ["1.1"], same: true } },
    };
    expect(outcomeOf("1.1", changes)).toEqual({ outcome: "new", from: [] });
    const later = laterSmall(changes);
    const there = movedFrom(smallChecklist, small, later);
    expect(ids(there.left)).toEqual(["1.2"]);
    const answered = movedFrom(
      later,
      withItem(blankInputs(later), "1.1", { self: "met" }),
      smallChecklist,
    );
    expect(outcomes(answered).get("1.1")).toEqual({ outcome: "kept", from: ["1.2"] });
    expect(outcomes(answered).get("1.2")).toEqual({ outcome: "new", from: [] });
  });

  it("takes together what a cell has room for, and says where the rest is", () => {
    const long = (letter: string) => letter.repeat(20_000);
    const inputs = ["1.1", "1.2"].reduce(
      (all, id, at) => withItem(all, id, { evidence: long("ab"[at] ?? "") }),
      small,
    );
    const later = laterSmall({ "1.1": { from: { ids: ["1.1", "1.2"], same: false } } });
    const move = movedFrom(smallChecklist, inputs, later);
    expect(own(move, "1.1").evidence).toBe(long("a"));
    expect(archiveTexts(move)).toContain(long("b"));
    expect(move.notes).toEqual([expect.stringMatching(/^Item 1\.1: .*in the archive\.$/)]);
  });
});

describe("between others", () => {
  it("a number means nothing between programmes, and all is in the archive", () => {
    const move = movedFrom(checklist31, FULL, smallChecklist);
    expect(new Set(move.items.map(({ outcome }) => outcome))).toEqual(new Set(["new"]));
    expect(move.notes.join()).toContain("are two programmes");
    expect(archiveTexts(move)).toContain("Folder 1.1");
    const back = movedOn(move, checklist31);
    expect(partners(back)).toEqual(partners({ inputs: FULL }));
  });

  it("tells of a version between the two that tells the changes", () => {
    const later = makeChecklist({ ...smallSource, version: "0.9", follows: "0.8" });
    const inputs = withItem(blankInputs(smallChecklist), "1.1", { self: "met" });
    const move = movedFrom(smallChecklist, inputs, later);
    expect(move.notes.join()).toContain("tells what changed since 0.8");
    expect(outcomes(move).get("1.1")).toEqual({ outcome: "kept", from: ["1.1"] });
  });

  it("whatever somebody typed into the archive is kept, and does no harm", () => {
    const snapshot = snapshotOfMove(forth);
    const archive = snapshot.names.Archived_Entries;
    if (!archive) throw new Error("There is no archive.");
    const odd = ["x", "", "", "", "=1+1", "Evidence[1.1", "a b"];
    const values = [odd, [null, {}, [], 5, true, Number.NaN, ""], ...archive.values];
    const range = { ...archive, rows: values.length, values: values as typeof archive.values };
    const names = { ...snapshot.names, Archived_Entries: range };
    const back = moveAnswers(nextChecklist, { ...snapshot, names }, checklist31);
    expect(back.archive.map(({ text }) => text)).toContain("=1+1");
    expect(outcomes(back).get("13.1")?.outcome).toBe("restored");
  });
});

describe("the workbook", () => {
  it.each([
    ["3.2", nextChecklist],
    ["a small one", smallChecklist],
    ["one without points", plainChecklist],
  ])("has no fault that it would not have had anyway: %s", (_, target) => {
    const move = movedFrom(checklist31, FULL, target);
    const alone = report(EDITIONS, snapshotIn(target, move.inputs));
    const found = report(EDITIONS, snapshotOfMove(move));
    expect(found.issues).toEqual(alone.issues);
    expect(found.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(found.self).toEqual(alone.self);
  });
});
