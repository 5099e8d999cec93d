/** Random workbooks, and one at each step of an audit, recalculated by HyperFormula, give what the core gives. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { calculate } from "../fakes/hyperformula.ts";
import { howMany } from "../plan/how-many.ts";
import { workbooks } from "./agreement.ts";
import { differences, poisoned } from "./poisoned.ts";

describe("the sheet's formulas in HyperFormula", () => {
  const all = workbooks(howMany(60, 300));

  it("agree with the core", () => {
    const found: Record<string, string[]> = {};
    for (const [name, inputs] of all) {
      const different = differences(inputs, calculate(poisoned(blueprint(checklist31, inputs))));
      if (different.length > 0) found[name] = different.slice(0, 5);
    }
    expect(found).toEqual({});
  });

  it("would be caught disagreeing", () => {
    const [[, inputs] = []] = all;
    if (!inputs) throw new Error("No workbooks.");
    expect(differences(inputs, () => "not calculated").length).toBeGreaterThan(1000);
  });
});
