/** The cheapest way to 900, checked by taking it: the same rule scores the workbook after the advice was followed. */

import { describe, expect, it } from "vitest";
import { type Advice, advise, currentScore, type ScoreName } from "../../core/audit/advice.ts";
import { type Evaluation, evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import { PHASES } from "../../core/audit/phases.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { randomInputs } from "../fakes/random-inputs.ts";
import { actionInputs, answered, auditInputs, changed } from "../panel/scenarios.ts";
import { howMany, seeds } from "../plan/how-many.ts";

const { items } = checklist31;

const on = (text: string) => text as IsoDate;
const adviceFor = (inputs: Inputs, name?: ScoreName): Advice => {
  const { scores, items: rows } = evaluate(checklist31, inputs);
  return advise(checklist31, { ...scores, items: rows, phase: inputs.phase }, name);
};

const mandatory = items.filter((item) => item.mandatory);
const forty = items.filter((item) => item.ifMet === 40);
const unanswered = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, { self: "unanswered" } as const]));

describe("the way while answers are open", () => {
  it("asks for every open mandatory item and the fewest others", () => {
    const open = [...mandatory.slice(0, 3), ...forty.slice(0, 5)].map((item) => item.id);
    const tens = items
      .filter((item) => item.ifMet === 10)
      .slice(0, 2)
      .map((item) => item.id);
    const inputs = changed(answered("met"), unanswered([...open, ...tens]));
    const advice = adviceFor(inputs);
    expect(advice).toMatchObject({ kind: "way", act: "meet", spare: 100 });
    if (advice.kind !== "way") return;
    expect(advice.steps.mandatory).toEqual(mandatory.slice(0, 3).map((item) => item.id));
    // 780 and three times 40 make 900; with the tens it would take four items.
    expect(advice.steps.others).toEqual(forty.slice(0, 3).map((item) => item.id));
    expect(advice.steps).toMatchObject({ otherChoices: 7, makes: 900 });
  });

  it("asks for nothing but answers when 900 is reached", () => {
    const last = items.filter((item) => item.ifMet === 20).slice(0, 2);
    const advice = adviceFor(changed(answered("met"), unanswered(last.map((item) => item.id))));
    expect(advice).toMatchObject({
      kind: "way",
      steps: { mandatory: [], others: [], otherChoices: 2, makes: 960 },
      unanswered: 2,
    });
  });

  it("is passed with what can be spared", () => {
    expect(adviceFor(changed(answered("met"), { "1.5": { self: "notMet" } }))).toEqual({
      kind: "passed",
      spare: 80,
    });
  });
});

describe("out of reach", () => {
  it("names the mandatory item that has to change, and that the partner can change it", () => {
    const advice = adviceFor(changed(answered("met"), { "8.1.9": { self: "notMet" } }));
    expect(advice).toEqual({
      kind: "outOfReach",
      best: 800,
      steps: { mandatory: ["8.1.9"], others: [], otherChoices: 0, makes: 1000 },
      remedy: "reanswer",
    });
  });

  it("takes the fewest others once mandatory items are in order", () => {
    const ids = [...forty.slice(0, 2), ...items.filter((item) => item.ifMet === 20).slice(0, 3)];
    const advice = adviceFor(
      changed(
        answered("met"),
        Object.fromEntries(ids.map((item) => [item.id, { self: "notMet" }])),
      ),
    );
    expect(advice).toMatchObject({
      kind: "outOfReach",
      best: 860,
      steps: { others: [forty[0]?.id], otherChoices: 5, makes: 900 },
    });
  });

  it("leaves closing for after the audit, and nothing once the answers are submitted", () => {
    expect(adviceFor(auditInputs())).toMatchObject({ kind: "outOfReach", remedy: "close" });
    const submitted = changed(answered("met"), { "8.1.9": { self: "notMet" } });
    expect(adviceFor({ ...submitted, phase: "submitted" })).toMatchObject({ remedy: "none" });
  });
});

describe("the way while action items are open", () => {
  it("closes the mandatory one and says what that makes", () => {
    expect(adviceFor(actionInputs())).toMatchObject({
      kind: "way",
      act: "close",
      brings: 200,
      steps: { mandatory: ["8.1.9"], others: [], otherChoices: 3, makes: 930 },
    });
  });

  it("does not count on a late item, nor on one without a plan once the audit is closed", () => {
    const late = changed(actionInputs(), { "9.4": { closedOn: on("2026-03-18") } });
    expect(adviceFor(late)).toMatchObject({ spare: 60, steps: { otherChoices: 2 } });
    expect(adviceFor({ ...actionInputs(), phase: "closed" })).toMatchObject({
      kind: "outOfReach",
      remedy: "none",
      steps: { mandatory: ["8.1.9"] },
    });
    const planned = changed(actionInputs(), { "8.1.9": { plan: "By May" } });
    expect(adviceFor({ ...planned, phase: "closed" })).toMatchObject({
      kind: "way",
      steps: { mandatory: ["8.1.9"], others: [], makes: 930 },
    });
  });
});

/** The entries after the advice was followed and everything else went as it says. */
function followed(
  inputs: Inputs,
  name: ScoreName,
  advice: Exclude<Advice, { kind: "passed" }>,
): Inputs {
  const taken = new Set<string>([...advice.steps.mandatory, ...advice.steps.others]);
  const column = name === "self" ? "self" : "auditor";
  const { deadlines, items: rows } = evaluate(checklist31, inputs);
  const due = deadlines.actionItemsDueOn;
  const stillPossible = new Set<string>(
    rows
      .filter(() => name === "final")
      .filter(
        (row) =>
          row.actionState === "planned" ||
          (row.actionState === "open" && inputs.phase !== "closed"),
      )
      .map((row) => row.id),
  );
  const rest = advice.kind === "way" ? "notMet" : "met";
  const change = (id: string, own: ItemInputs): Partial<ItemInputs> => {
    if (!taken.has(id)) {
      if (advice.kind === "outOfReach" && stillPossible.has(id)) return { closedOn: due };
      return own[column] === "unanswered" ? { [column]: rest, closedOn: null } : {};
    }
    return name === "final" && own.auditor === "notMet" ? { closedOn: due } : { [column]: "met" };
  };
  const entries = Object.entries(inputs.items).map(([id, own]) => [
    id,
    { ...own, ...change(id, own) },
  ]);
  return { ...inputs, items: Object.fromEntries(entries) };
}

/** What meeting or closing an item adds to a total, by the points that stand in the workbook. */
function liftOf(inputs: Inputs, name: ScoreName, id: ItemId): number {
  const own = inputs.items[id];
  if (!own) throw new RangeError(id);
  const isLost = (name === "self" ? own.self : own.auditor) === "notMet";
  return isLost ? own.ifMet - own.ifNotMet : own.ifMet;
}

describe("in any workbook", () => {
  const total = (result: Evaluation, name: ScoreName): number => result.scores[name].total;

  it("makes what it says, and not with one item less", () => {
    const seen = { way: 0, outOfReach: 0, passed: 0 };
    for (const seed of seeds(howMany(60, 300))) {
      for (const phase of PHASES) {
        const inputs: Inputs = { ...randomInputs(seed), phase };
        const name = currentScore(phase);
        const advice = adviceFor(inputs);
        const needsDueDay =
          name === "final" && evaluate(checklist31, inputs).deadlines.actionItemsDueOn === null;
        seen[advice.kind] += 1;
        if (advice.kind === "passed" || needsDueDay) continue;
        const after = evaluate(checklist31, followed(inputs, name, advice));
        const label = `seed ${seed}, ${phase}`;
        expect(total(after, name), label).toBe(advice.steps.makes);
        expect(advice.steps.makes, label).toBeGreaterThanOrEqual(checklist31.pass);
        // What the least of the others brings decides: without any of them it would be less than 900.
        const brings = advice.steps.others.map((id) => liftOf(inputs, name, id));
        const least = Math.min(...brings);
        const dropped = advice.steps.others[brings.indexOf(least)];
        if (dropped === undefined) continue;
        const others = advice.steps.others.filter((id) => id !== dropped);
        const less = followed(inputs, name, { ...advice, steps: { ...advice.steps, others } });
        expect(total(evaluate(checklist31, less), name), `${label} without ${dropped}`).toBe(
          advice.steps.makes - least,
        );
        expect(advice.steps.makes - least, label).toBeLessThan(checklist31.pass);
      }
    }
    expect(Math.min(seen.way, seen.outOfReach, seen.passed)).toBeGreaterThan(5);
  });
});
