/** What holds for all workbooks, tried on many random ones. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import { type Score, type Scores, scoreItems } from "../../core/audit/score.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { issueSentence } from "../../core/words/issues.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOf, withFormula, withItem, withRowOrder, withValue } from "../fakes/snapshot.ts";
import { howMany, seeds } from "../plan/how-many.ts";
import {
  arbitraryCell,
  arbitraryFormula,
  arbitraryInputs,
  damaged,
  invented,
} from "./arbitrary.ts";
import { scoreIndependently } from "./independent-scorer.ts";

const { items } = checklist31;

const anyItem = fc.constantFrom(...items.map((item) => item.id));
const column = fc.constantFrom("self", "auditor");
const kinds = ["self", "preliminary", "final"] as const;
const scores = (inputs: Inputs): Scores => evaluate(checklist31, inputs).scores;
const own = (inputs: Inputs, id: ItemId): ItemInputs => {
  const found = inputs.items[id];
  if (!found) throw new RangeError(id);
  return found;
};
const runs = { numRuns: 300 };

/** From bad to good: an improvement never leads down. */
const RANK = { fail: 0, inProgress: 1, actionPlan: 2, pass: 3 } as const;

describe("scores", () => {
  it("agree with an independent scorer", () => {
    const verdicts = new Set<string>();
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const found = scores(inputs);
        const expected = scoreIndependently(inputs);
        for (const kind of kinds) {
          expect(found[kind]).toMatchObject(expected[kind]);
          verdicts.add(`${kind} ${expected[kind].verdict}`);
        }
      }),
      { numRuns: 1_500 },
    );
    // The random entries reach every verdict, or the agreement would say little.
    for (const kind of kinds)
      for (const verdict of ["pass", "fail", "inProgress"])
        expect(verdicts).toContain(`${kind} ${verdict}`);
    expect(verdicts).toContain("final actionPlan");
  });

  it("agree with it on the workbooks that the engines recalculate", () => {
    for (const seed of seeds(howMany(60, 300))) {
      const inputs = randomInputs(seed);
      for (const kind of kinds)
        expect(scores(inputs)[kind], `seed ${seed}`).toMatchObject(
          scoreIndependently(inputs)[kind],
        );
    }
  });

  it("never fall when an answer changes from not met to met", () => {
    fc.assert(
      fc.property(arbitraryInputs, anyItem, column, (inputs, id, side) => {
        const before = scores(withItem(inputs, id, { [side]: "notMet" }));
        const after = scores(withItem(inputs, id, { [side]: "met" }));
        for (const kind of kinds) {
          for (const bound of ["total", "floor", "ceiling"] as const) {
            expect(after[kind][bound]).toBeGreaterThanOrEqual(before[kind][bound]);
          }
          expect(RANK[after[kind].verdict]).toBeGreaterThanOrEqual(RANK[before[kind].verdict]);
        }
      }),
      runs,
    );
  });

  it("stay between floor and ceiling however the rest is answered", () => {
    fc.assert(
      fc.property(
        arbitraryInputs,
        fc.array(fc.boolean(), { minLength: items.length, maxLength: items.length }),
        (inputs, coins) => {
          const finished = items.reduce((all, item, index) => {
            const { self, auditor } = own(all, item.id);
            const answer = coins[index] ? "met" : "notMet";
            return withItem(all, item.id, {
              self: self === "unanswered" ? answer : self,
              auditor: auditor === "unanswered" ? answer : auditor,
            });
          }, inputs);
          const before = scores(inputs);
          const after = scores(finished);
          for (const kind of kinds) {
            expect(after[kind].unanswered).toBe(0);
            expect(after[kind].total).toBeGreaterThanOrEqual(before[kind].floor);
            expect(after[kind].total).toBeLessThanOrEqual(before[kind].ceiling);
            expect(before[kind].floor).toBeLessThanOrEqual(before[kind].total);
          }
        },
      ),
      runs,
    );
  });

  it("never pass with an audited mandatory item not met, save in the final score once it is closed", () => {
    let closedOnes = 0;
    fc.assert(
      fc.property(arbitraryInputs, anyItem, (inputs, id) => {
        const failed = withItem(inputs, id, { self: "notMet", auditor: "notMet" });
        const { items: rows, scores: found } = evaluate(checklist31, failed);
        const row = rows.find((entry) => entry.id === id);
        fc.pre(row?.scope === "audited" && row.mandatory);
        expect(found.self.verdict).toBe("fail");
        expect(found.preliminary.verdict).toBe("fail");
        if (row?.actionState !== "closed") expect(found.final.verdict).not.toBe("pass");
        else if (found.final.verdict === "pass") closedOnes += 1;
      }),
      runs,
    );
    expect(closedOnes).toBeGreaterThan(0);
  });

  it("ignore the answers of waived and carried rows", () => {
    fc.assert(
      fc.property(
        arbitraryInputs,
        anyItem,
        fc.constantFrom("met", "notMet", "unanswered"),
        (inputs, id, answer) => {
          const before = evaluate(checklist31, inputs);
          fc.pre(before.items.find((row) => row.id === id)?.scope !== "audited");
          const after = evaluate(
            checklist31,
            withItem(inputs, id, {
              self: answer,
              auditor: answer,
              closedOn: inputs.auditOn,
              plan: "x",
            }),
          );
          expect(after.scores).toEqual(before.scores);
          expect(after.actionItems).toEqual(before.actionItems);
        },
      ),
      runs,
    );
  });

  it("do not depend on the order of rows", () => {
    fc.assert(
      fc.property(arbitraryInputs, fc.infiniteStream(fc.nat()), (inputs, numbers) => {
        const rows = evaluate(checklist31, inputs).items;
        const shuffled = rows
          .map((row) => ({ row, key: numbers.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key);
        const closed = inputs.phase === "closed";
        expect(
          scoreItems(
            checklist31,
            shuffled.map(({ row }) => row),
            closed,
          ),
        ).toEqual(scoreItems(checklist31, rows, closed));
      }),
      runs,
    );
  });

  it("are what their parts add up to", () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const { items: rows, scores: found } = evaluate(checklist31, inputs);
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        const parts = (score: Score) => sum(Object.values(score.sections));
        expect(found.self.total).toBe(sum(rows.map((row) => row.selfPoints)));
        expect(found.preliminary.total).toBe(sum(rows.map((row) => row.auditorPoints)));
        expect(found.final.total).toBe(sum(rows.map((row) => row.finalPoints)));
        for (const kind of kinds) {
          expect(parts(found[kind])).toBe(found[kind].total);
          expect(found[kind].answered + found[kind].unanswered).toBe(
            rows.filter((row) => row.scope === "audited").length,
          );
        }
      }),
      runs,
    );
  });
});

const bases: readonly Snapshot[] = [blankInputs(checklist31), randomInputs(3), randomInputs(8)].map(
  snapshotOf,
);
const filled = bases[1] as Snapshot;

describe("a report", () => {
  it("comes out of the same workbook in any order of rows", () => {
    const count = (filled.names.Item_Id?.rows ?? 0) - 2;
    const expected = report(EDITIONS, filled);
    const shuffles = fc.shuffledSubarray(
      Array.from({ length: count }, (_, index) => index + 1),
      { minLength: count, maxLength: count },
    );
    fc.assert(
      fc.property(shuffles, (order) => {
        const found = report(EDITIONS, withRowOrder(filled, order));
        const values = ({ items: rows }: typeof found) => rows.map(({ place: _, ...row }) => row);
        expect(values(found)).toEqual(values(expected));
        for (const kind of kinds) expect(found[kind]).toEqual(expected[kind]);
        const errors = ({ issues }: typeof found) =>
          issues.flatMap(({ severity, code }) => (severity === "error" ? [code] : []));
        expect(errors(found)).toEqual(errors(expected));
      }),
      { numRuns: 25 },
    );
  });

  it("survives JSON unchanged, and so does the snapshot", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
        const snapshot = snapshotOf(randomInputs(seed));
        expect(JSON.parse(JSON.stringify(snapshot))).toStrictEqual(snapshot);
        const found = report(EDITIONS, snapshot);
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
        expect(report(EDITIONS, JSON.parse(JSON.stringify(snapshot)))).toStrictEqual(found);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["a damaged workbook", fc.constantFrom(...bases).chain(damaged)],
    ["something invented", invented],
  ])("comes out of %s, with all items or none, and without a throw", (_, snapshots) => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const found = report(EDITIONS, snapshot);
        const isForeign = found.issues.some(
          ({ code }) => code === "checklistUnknown" || code === "checklistUnread",
        );
        if (isForeign) {
          // Of another checklist nothing is read, and nothing is scored.
          expect([found.items, found.self.total, found.self.verdict]).toEqual([
            [],
            0,
            "inProgress",
          ]);
          return;
        }
        expect(found.items.map((row) => row.id)).toEqual(items.map((item) => item.id));
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
        for (const kind of kinds) expect(Number.isInteger(found[kind].total)).toBe(true);
        for (const issue of found.issues) expect(issueSentence(issue)).toMatch(/\S\.$/);
      }),
      { numRuns: howMany(100, 400) },
    );
  });

  it("and the plan for mending come out of a damaged workbook, without a throw", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases).chain(damaged), (snapshot) => {
        const { change, after } = planChange(checklist31, snapshot, [
          { name: "Self_Answer", item: "1.1" as ItemId, value: "Met" },
        ]);
        expect(JSON.parse(JSON.stringify(after.inputs))).toStrictEqual(after.inputs);
        expect(change.stored?.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: howMany(30, 100) },
    );
  });

  it("can be drawn again from whatever was read", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases).chain(damaged), (snapshot) => {
        const { after } = planChange(checklist31, snapshot, []);
        expect(blueprint(checklist31, after.inputs).sheets).toHaveLength(7);
      }),
      { numRuns: howMany(20, 60) },
    );
  });
});

describe("a fault in one row", () => {
  const answers = (snapshot: Snapshot, except: string) =>
    report(EDITIONS, snapshot)
      .items.filter((row) => row.id !== except)
      .map(({ id, self, auditor, selfPoints, auditorPoints, finalPoints, scope }) => ({
        id,
        self,
        auditor,
        selfPoints,
        auditorPoints,
        finalPoints,
        scope,
      }));
  const columns = Object.keys(filled.names).filter(
    (name) =>
      filled.names[name]?.row === filled.names.Item_Id?.row && filled.names[name]?.columns === 1,
  );
  const idColumns = ["Item_Id", "Item_Id", "Item_Section", "Item_Title"];
  const wrong = fc.oneof(arbitraryCell, anyItem);

  it("leaves the other 96 answers and their points as they were", () => {
    const before = new Map(items.map((item) => [item.id, answers(filled, item.id)]));
    expect(columns.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(
        anyItem,
        fc.constantFrom(...columns, ...idColumns),
        wrong,
        arbitraryFormula,
        (id, name, value, formula) => {
          const broken = withFormula(
            withValue(filled, name, id, value),
            name,
            filled.names.Item_Id?.values.findIndex((line) => line[0] === id) ?? 0,
            formula,
          );
          expect(answers(broken, id)).toEqual(before.get(id));
        },
      ),
      { numRuns: howMany(75, 300) },
    );
  });

  it("in its id alone, called like every other item", () => {
    fc.assert(
      fc.property(anyItem, anyItem, (id, called) => {
        expect(answers(withValue(filled, "Item_Id", id, called), id)).toEqual(answers(filled, id));
      }),
      { numRuns: howMany(40, 150) },
    );
  });
});
