/** Damaged files are mended: no fault of the kind is left, every entry is read as before, and twice changes nothing. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { isMendable } from "../../core/repair/kinds.ts";
import { admit } from "../../core/report/admit.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { howMany, someOf } from "../plan/how-many.ts";
import { DAMAGES, type Damage, LOSSES, UNSURE } from "./damages.ts";
import { lintXlsx } from "./lint.ts";
import { entriesOf, filledInputs, lostEntries, mended, readFile } from "./repairing.ts";
import { expectSound } from "./validate.ts";

const plan = blueprint(checklist31, filledInputs(checklist31));
const undamaged = drawBlueprint(plan);
const whole = readFile(undamaged);
const wholeEntries = entriesOf(checklist31, whole);
const damaged = (damage: Damage): Uint8Array => drawBlueprint(damage(plan, checklist31));

const scoresOf = (snapshot: Snapshot) => {
  const { self, preliminary, final } = report(EDITIONS, snapshot);
  return { self, preliminary, final };
};

/** Sums of other rows are seen once a program has calculated them; small summaries are looked at by nobody else. */
const SILENT: readonly string[] = ["rows sorted by title", "a formula that points nowhere"];

/** Each run others; all of them in the long run. */
const tried = (damages: Readonly<Record<string, Damage>>, count: number) =>
  someOf(Object.entries(damages), howMany(count, Number.POSITIVE_INFINITY));

it("a whole workbook has nothing to mend, and keeps its bytes", () => {
  const { mends, bytes } = mended(undamaged);
  expect(mends).toEqual([]);
  expect(Buffer.compare(bytes, undamaged)).toBe(0);
});

describe.each(tried(DAMAGES, 12))("%s", (name, damage) => {
  const file = damaged(damage);
  const outcome = mended(file);
  const { mends, issues, snapshot, bytes } = outcome;

  it("was a fault, and is mended", () => {
    const { refusal, snapshot: before } = admit(EDITIONS, readFile(file));
    const told = before === null ? [] : report(EDITIONS, before).issues.filter(isMendable);
    const isSeen = told.length > 0 || refusal?.code === "namesLost" || SILENT.includes(name);
    expect(isSeen).toBe(true);
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

describe.each(tried(LOSSES, 3))("%s", (_, damage) => {
  const before = readFile(damaged(damage));
  const outcome = mended(damaged(damage));

  it("is mended, nothing that was still there is lost, and what was sealed is back", () => {
    const left = outcome.issues.filter((one) => one.severity === "error" || isMendable(one));
    // Nobody can put back what was sealed but the sheet on which it stood.
    expect(left.filter(({ code }) => code !== "sealGone")).toEqual([]);
    expect(lostEntries(checklist31, before, outcome)).toEqual([]);
    const now = entriesOf(checklist31, outcome.snapshot);
    const hasSeal = before.names.Seal_Record !== undefined;
    for (const { id } of hasSeal ? checklist31.items : [])
      expect(now[`Self_Answer[${id}]`]).toBe(wholeEntries[`Self_Answer[${id}]`]);
    expect(lintXlsx(outcome.bytes)).toEqual([]);
  });

  it("is mended once: twice changes nothing", () => {
    expect(mended(outcome.bytes).mends).toEqual([]);
  });
});

describe.each(tried(UNSURE, 2))("%s", (_, damage) => {
  it("is left as it is, and told", () => {
    const file = damaged(damage);
    const { unsure, snapshot } = mended(file);
    expect(unsure.length).toBeGreaterThan(0);
    expect(entriesOf(checklist31, snapshot)).toEqual(entriesOf(checklist31, readFile(file)));
  });
});

it("what is written is as the format prescribes: cells, names, rules, and a sheet drawn anew", async () => {
  const damages = [
    DAMAGES["a column inserted, nothing following"],
    DAMAGES["rows sorted by title"],
    LOSSES["the Overview deleted"],
  ];
  await expectSound(...damages.map((damage) => mended(damaged(damage)).bytes));
}, 120_000);
