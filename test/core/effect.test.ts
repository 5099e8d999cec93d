/** What an answer would do is what it does: the effect agrees with the score after it. */

import { describe, expect, it } from "vitest";
import { currentScore } from "../../core/audit/advice.ts";
import { effectOf } from "../../core/audit/effect.ts";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { seeds } from "../plan/how-many.ts";

const facts = (inputs: Inputs) => {
  const { items, scores } = evaluate(checklist31, inputs);
  return { phase: inputs.phase, items, ...scores };
};

describe("the effect of an answer", () => {
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
              losesPass:
                before[name].ceiling >= checklist31.pass && after[name].ceiling < checklist31.pass,
            });
          }
        }
      }
    }
  });
});
