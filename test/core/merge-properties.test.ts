/** What holds for all merges, tried on random copies of random workbooks. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PHASES, type Phase } from "../../core/audit/phases.ts";
import { NO_RECORDS } from "../../core/audit/records.ts";
import { isLine } from "../../core/merge/fields.ts";
import type { Merge } from "../../core/merge/outcome.ts";
import type { Choice, Choices } from "../../core/merge/settle.ts";
import type { Edit, Snapshot } from "../../core/workbook/port.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { howMany, SEED } from "../plan/how-many.ts";
import { copyOf, edited, merged, rightfulEdits, saidIn } from "./merging.ts";

/** One workbook in each phase, without anything sealed. */
const bases = new Map(
  PHASES.map((phase, index) => {
    const inputs = randomInputs(SEED + index);
    return [phase, snapshotOf({ ...inputs, phase, records: NO_RECORDS })] as const;
  }),
);
const baseIn = (phase: Phase): Snapshot => bases.get(phase) as Snapshot;

/** What so many people did with the workbook of a phase. */
interface Work {
  readonly phase: Phase;
  readonly people: readonly (readonly Edit[])[];
}
const workOf = (count: number): fc.Arbitrary<Work> =>
  fc
    .constantFrom<Phase>(...PHASES, "selfAssessment", "selfAssessment", "audit")
    .chain((phase) =>
      rightfulEdits(baseIn(phase), count).map((people): Work => ({ phase, people })),
    );

/** The workbook, and behind it each copy. */
function copiesOf({ phase, people }: Work): readonly [Snapshot, ...Snapshot[]] {
  const base = baseIn(phase);
  return [base, ...people.map((edits) => edited(base, ...edits))];
}

const runs = { numRuns: howMany(15, 150) };
const keysOf = (plan: Merge) => plan.conflicts.map(({ key }) => key);

/** The conflicts as they fall, the same for the same field. */
const chosen =
  (choice: (index: number) => Choice) =>
  ({ conflicts }: Merge): Choices =>
    new Map(
      conflicts.map(({ key, versions, canJoin }, index): [string, Choice] => {
        const wanted = choice(index);
        if (wanted === "both") return [key, canJoin ? wanted : 0];
        return [key, Math.min(wanted, versions.length - 1)];
      }),
    );

describe("merging", () => {
  it("changes nothing for an unchanged copy", () => {
    fc.assert(
      fc.property(workOf(1), (work) => {
        const [base, mine = base] = copiesOf(work);
        for (const theirs of [base, mine]) {
          const { plan, edits } = merged(base, mine, [theirs]);
          expect([plan.taken, plan.conflicts, edits]).toEqual([[], [], []]);
        }
        expect(merged(null, mine, [mine]).edits).toEqual([]);
      }),
      runs,
    );
  });

  it("gives theirs where mine is the base", () => {
    fc.assert(
      fc.property(workOf(1), (work) => {
        const [base, theirs = base] = copiesOf(work);
        const { plan, after } = merged(base, base, [theirs]);
        expect(plan.conflicts).toEqual([]);
        expect(saidIn(after)).toEqual(saidIn(theirs));
      }),
      runs,
    );
  });

  it("does not depend on the order of the copies, but for conflicts", () => {
    const seen = { conflicts: 0, taken: 0 };
    fc.assert(
      fc.property(workOf(3), (work) => {
        const [base, a = base, b = base, c = base] = copiesOf(work);
        const one = merged(base, a, [b, c]);
        const turned = merged(base, a, [c, b]);
        const values = ({ taken }: Merge) => taken.map(({ key, after }) => [key, after]);
        expect(values(turned.plan)).toEqual(values(one.plan));
        expect(keysOf(turned.plan)).toEqual(keysOf(one.plan));
        const other = merged(base, b, [a, c]);
        const own = (plan: Merge) => plan.conflicts.filter((field) => !isLine(field));
        expect(own(other.plan).map(({ key }) => key)).toEqual(own(one.plan).map(({ key }) => key));
        const asked = new Set([...keysOf(one.plan), ...keysOf(other.plan)]);
        const lines = [...one.plan.conflicts, ...other.plan.conflicts].some(isLine);
        const settled = (snapshot: Snapshot) =>
          [...saidIn(snapshot)]
            .filter(([key]) => !asked.has(key) && !(lines && key.startsWith("Prerequisite_")))
            .sort();
        expect(settled(other.after)).toEqual(settled(one.after));
        seen.conflicts += one.plan.conflicts.length;
        seen.taken += one.plan.taken.length;
      }),
      runs,
    );
    expect(Math.min(seen.conflicts, seen.taken)).toBeGreaterThan(0);
  });

  it("lets nothing appear that nobody wrote, and nothing go that nobody cleared", () => {
    fc.assert(
      fc.property(workOf(2), fc.boolean(), (work, isKnown) => {
        const [base, mine = base, theirs = base] = copiesOf(work);
        const { after } = merged(
          isKnown ? base : null,
          mine,
          [theirs],
          chosen(() => 1),
        );
        const [own, other, was] = [mine, theirs, base].map((snapshot) => saidIn(snapshot));
        const result = saidIn(after);
        for (const [key, value] of result) {
          if (key.startsWith("Prerequisite_")) continue;
          expect([own?.get(key), other?.get(key)], key).toContain(value);
        }
        for (const key of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])])) {
          if (result.has(key) || key.startsWith("Prerequisite_")) continue;
          expect(isKnown, key).toBe(true);
          expect(was?.has(key), key).toBe(true);
          expect(own?.has(key) && other?.has(key), key).toBe(false);
        }
      }),
      runs,
    );
  });

  it("twice is merging once, whatever was chosen", () => {
    fc.assert(
      fc.property(
        workOf(2),
        fc.boolean(),
        fc.constantFrom<Choice>(0, 1, "both"),
        (work, isKnown, choice) => {
          const [base, mine = base, theirs = base] = copiesOf(work);
          const from = isKnown ? base : null;
          const { after } = merged(
            from,
            mine,
            [theirs],
            chosen(() => choice),
          );
          const again = merged(
            from,
            after,
            [theirs],
            chosen(() => (choice === "both" ? choice : 0)),
          );
          expect(again.edits).toEqual([]);
          expect(again.plan.taken).toEqual([]);
        },
      ),
      runs,
    );
  });

  it("brings every line of references along", () => {
    fc.assert(
      fc.property(workOf(2), (work) => {
        const [base, mine = base, theirs = base] = copiesOf(work);
        const { plan, after } = merged(base, mine, [theirs]);
        if (plan.conflicts.some(isLine)) return;
        const customers = (snapshot: Snapshot) =>
          [...copyOf(snapshot).entries.values()]
            .filter(({ name, value }) => name === "Prerequisite_Reference" && value !== "")
            .map(({ value }) => value);
        const result = customers(after);
        const was = customers(base);
        for (const name of [...customers(mine), ...customers(theirs)])
          if (!was.includes(name)) expect(result).toContain(name);
      }),
      runs,
    );
  });
});
