/** Damaged files are mended: no fault of the kind is left, every entry is read as before, and twice changes nothing. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { Checklist, FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { readCopy } from "../../core/merge/copy.ts";
import { rereadEntries } from "../../core/repair/kept.ts";
import { isMendable } from "../../core/repair/kinds.ts";
import { repair } from "../../core/repair/repair.ts";
import { admit } from "../../core/report/admit.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Blueprint, Snapshot } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { withItem } from "../fakes/snapshot.ts";
import { howMany, someOf } from "../plan/how-many.ts";
import { DAMAGES, type Damage, LOSSES, sealedAt, UNSURE } from "./damages.ts";
import { lintXlsx } from "./lint.ts";

/** A full audit of a partner who is no reseller, handed over, in the phase Audit, every kind of entry filled. */
function filledOf(checklist: Checklist): Inputs {
  const blank = blankInputs(checklist);
  const start: Inputs = {
    ...blank,
    phase: "audit",
    partner: "Kestrel & Co",
    reseller: false,
    submittedOn: "2026-02-02" as Inputs["submittedOn"],
    auditOn: "2026-02-09" as Inputs["auditOn"],
    holidays: ["2026-12-25"] as unknown as Inputs["holidays"],
    services: blank.services.map((service, at) => ({
      ...service,
      example: `Example ${at}`,
      compliant: at % 2 === 0,
    })),
    prerequisites: { ...blank.prerequisites, tier: "Premier" },
  };
  return checklist.items.reduce(
    (all, { id }, at) =>
      withItem(all, id, {
        self: at % 7 === 0 ? "notMet" : "met",
        auditor: at % 9 === 0 ? "notMet" : "met",
        evidence: `=Evidence of ${id}`,
        owner: `Owner of ${id}`,
      }),
    start,
  );
}

const inputs = sealedAt(checklist31, filledOf(checklist31));
const plan = blueprint(checklist31, inputs);

const read = (bytes: Uint8Array): Snapshot => {
  const snapshot = openXlsx(EDITIONS, bytes).snapshot();
  if (!snapshot) throw new Error("no checklist");
  return snapshot;
};

const copyOf = (checklist: Checklist, snapshot: Snapshot) => readCopy(checklist, snapshot, "");

/** The entries, by key. */
const entriesOf = (checklist: Checklist, snapshot: Snapshot): Record<string, string> =>
  Object.fromEntries(
    [...copyOf(checklist, snapshot).entries.values()].flatMap(({ key, value }) =>
      value === "" ? [] : [[key, value]],
    ),
  );

function mended(bytes: Uint8Array) {
  const workbook = openXlsx(EDITIONS, bytes);
  const outcome = repair(EDITIONS, workbook);
  if (outcome.refusal !== null) throw new Error(`refused: ${outcome.refusal.code}`);
  return { ...outcome, bytes: workbook.bytes() };
}

const scoresOf = (snapshot: Snapshot) => {
  const { self, preliminary, final } = report(EDITIONS, snapshot);
  return { self, preliminary, final };
};

const whole = read(drawBlueprint(plan));
const wholeEntries = entriesOf(checklist31, whole);
const damaged = (damage: Damage, book: Blueprint = plan, of: FullChecklist = checklist31) =>
  drawBlueprint(damage(book, of));

it("a whole workbook has nothing to mend", () => {
  expect(mended(drawBlueprint(plan)).mends).toEqual([]);
});

/** Sums that cover other rows than their own are seen once a program has calculated them. */
const SILENT: readonly string[] = ["rows sorted by title"];

/** Each run others; all of them in the long run. */
const tried = (damages: Readonly<Record<string, Damage>>) =>
  someOf(Object.entries(damages), howMany(14, Number.POSITIVE_INFINITY));

describe.each(tried(DAMAGES))("%s", (name, damage) => {
  const file = damaged(damage);
  const { mends, issues, snapshot, bytes } = mended(file);

  it("was a fault, and is mended", () => {
    const { refusal, snapshot: before } = admit(EDITIONS, read(file));
    const told = before === null ? [] : report(EDITIONS, before).issues.filter(isMendable);
    expect(told.length > 0 || refusal?.code === "namesLost" || SILENT.includes(name)).toBe(true);
    expect(mends.length).toBeGreaterThan(0);
    expect(issues.filter((one) => one.severity === "error" || isMendable(one))).toEqual([]);
  });

  it("keeps every entry and the score, and the file is sound", () => {
    expect(entriesOf(checklist31, snapshot)).toEqual(wholeEntries);
    expect(scoresOf(snapshot)).toEqual(scoresOf(whole));
    expect(lintXlsx(bytes)).toEqual([]);
  });

  it("is mended once: twice changes nothing", () => {
    const again = mended(bytes);
    expect(again.mends).toEqual([]);
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
  });
});

describe.each(tried(LOSSES))("%s", (_, damage) => {
  const file = damaged(damage);
  const before = read(file);
  const { mends, issues, snapshot, bytes } = mended(file);

  it("is mended, without an entry that was still there lost, and sealed ones are back", () => {
    const left = issues.filter((one) => one.severity === "error" || isMendable(one));
    // Nobody can put back what was sealed but the sheet on which it stood.
    expect(left.filter(({ code }) => code !== "sealGone")).toEqual([]);
    const reread = rereadEntries(copyOf(checklist31, before), copyOf(checklist31, snapshot), mends);
    expect(reread.filter(({ isExplained }) => !isExplained)).toEqual([]);
    const now = entriesOf(checklist31, snapshot);
    const hasSeal = before.names.Seal_Record !== undefined;
    for (const { id } of hasSeal ? checklist31.items : [])
      expect(now[`Self_Answer[${id}]`]).toBe(wholeEntries[`Self_Answer[${id}]`]);
    expect(lintXlsx(bytes)).toEqual([]);
  });

  it("is mended once: twice changes nothing", () => {
    expect(mended(bytes).mends).toEqual([]);
  });
});

describe.each(tried(UNSURE))("%s", (_, damage) => {
  it("is left as it is, and told", () => {
    const file = damaged(damage);
    const { unsure, snapshot } = mended(file);
    expect(unsure.length).toBeGreaterThan(0);
    expect(entriesOf(checklist31, snapshot)).toEqual(entriesOf(checklist31, read(file)));
  });
});
