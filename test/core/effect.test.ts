/** What an answer would do is what it does: the effect agrees with the score after it. */

import { describe, expect, it } from "vitest";
import { currentScore } from "../../core/audit/advice.ts";
import { effectOf } from "../../core/audit/effect.ts";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { Score } from "../../core/audit/score.ts";
import { points } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { seeds } from "../plan/how-many.ts";

const facts = (inputs: Inputs) => {
  const { items, scores } = evaluate(checklist31, inputs);
  return { phase: inputs.phase, items, ...scores };
};

/** Said anew, from the verdicts and the best that is still possible. */
function lost(before: Score, after: Score): "reach" | "mandatory" | null {
  if (before.verdict === "fail" || after.verdict !== "fail") return null;
  return after.ceiling < checklist31.pass ? "reach" : "mandatory";
}

describe("the effect of an answer", () => {
  it("is a failed audit where a mandatory item is missed, also in a version whose points still suffice", () => {
    const kind = checklist31.items.find(({ mandatory }) => mandatory);
    if (!kind) throw new Error("none");
    for (const [pass, loses] of [
      [900, "reach"],
      [700, "mandatory"],
    ] as const) {
      const lenient = { ...checklist31, pass: points(pass) };
      const { items, scores } = evaluate(lenient, blankInputs(lenient));
      const before = { phase: "selfAssessment" as const, items, ...scores };
      expect(effectOf(lenient, before, kind.id, "notMet").loses).toBe(loses);
      expect(effectOf(lenient, before, kind.id, "met").loses).toBeNull();
    }
  });

  it("is the score that comes of it, for every item and answer of random workbooks", () => {
    for (const seed of seeds(20)) {
      for (const phase of ["selfAssessment", "audit"] as const) {
        const inputs: Inputs = { ...randomInputs(seed), phase };
        const before = facts(inputs);
        const name = currentScore(phase);
        const side = name === "self" ? "self" : "auditor";
        for (const { id } of checklist31.items) {
          for (const answer of ["met", "notMet", "unanswered"] as const) {
            const own = inputs.items[id];
            if (!own) throw new Error(id);
            const after = facts({
              ...inputs,
              items: { ...inputs.items, [id]: { ...own, [side]: answer } },
            });
            expect(effectOf(checklist31, before, id, answer), `${seed} ${id} ${answer}`).toEqual({
              total: after[name].total,
              change: after[name].total - before[name].total,
              loses: lost(before[name], after[name]),
            });
          }
        }
      }
    }
  });
});
