/** Action items: which closures count, and what a plan can do. */

import { describe, expect, it } from "vitest";
import { actionState } from "../../core/audit/actions.ts";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { withItem } from "../fakes/snapshot.ts";

const day = (text: string) => text as IsoDate;
const due = day("2026-03-16");

describe("the state", () => {
  it.each([
    // mandatory, closed on, plan, due, state
    [true, null, "", due, "open"],
    [true, null, "By May", due, "planned"],
    [true, "2026-03-16", "", due, "closed"],
    [true, "2027-01-01", "", due, "closed"],
    [true, "2026-03-16", "", null, "closed"],
    [true, "2026-03-16", "By May", due, "closed"],
    [false, null, "", due, "open"],
    [false, null, "By May", due, "open"],
    [false, "2026-03-15", "", due, "closed"],
    [false, "2026-03-16", "", due, "closed"],
    [false, "2026-03-17", "", due, "late"],
    [false, "2026-03-16", "", null, "open"],
  ] as const)(
    "mandatory %j, closed on %j, plan %j, due %j: %s",
    (mandatory, closedOn, plan, dueOn, state) => {
      expect(actionState(mandatory, closedOn as IsoDate | null, plan, dueOn)).toBe(state);
    },
  );
});

describe("an action item", () => {
  const start: Inputs = { ...blankInputs(checklist31), summaryReceivedOn: day("2026-03-09") };
  const only = (inputs: Inputs) => evaluate(checklist31, inputs).actionItems;

  it("comes from the auditor's Not met on an audited item, and says what closing it brings", () => {
    const inputs = withItem(withItem(start, "8.1.9", { auditor: "notMet" }), "2.2", {
      auditor: "notMet",
      closedOn: due,
    });
    expect(only(inputs)).toEqual([
      {
        id: "2.2",
        kind: "score-impacting",
        points: 40,
        dueOn: "2026-03-16",
        closedOn: "2026-03-16",
        plan: null,
        state: "closed",
      },
      {
        id: "8.1.9",
        kind: "mandatory",
        points: 200,
        dueOn: "2026-03-16",
        closedOn: null,
        plan: null,
        state: "open",
      },
    ]);
  });

  it.each([
    ["the partner's own Not met", withItem(start, "8.1.9", { self: "notMet" })],
    ["a waived item", withItem({ ...start, reseller: false }, "5.1", { auditor: "notMet" })],
    ["a carried item", withItem({ ...start, renewal: true }, "1.1", { auditor: "notMet" })],
    ["an unanswered item with a closure", withItem(start, "8.1.9", { closedOn: due })],
    ["a met item with a closure", withItem(start, "8.1.9", { auditor: "met", closedOn: due })],
  ])("does not come from %s", (_, inputs) => {
    expect(only(inputs)).toEqual([]);
  });

  it("of a reconstructed item is mandatory once its add points are 0", () => {
    const points = { ifMet: 0, ifNotMet: -200 } as Pick<
      Inputs["items"][keyof Inputs["items"]],
      "ifMet" | "ifNotMet"
    >;
    const inputs = withItem(start, "4.1", { auditor: "notMet", ...points });
    expect(only(inputs)[0]).toMatchObject({ kind: "mandatory", points: 200 });
    expect(only(withItem(start, "4.1", { auditor: "notMet" }))[0]).toMatchObject({
      kind: "score-impacting",
      points: 10,
    });
  });

  it("closed gives its item the add points in the final score only", () => {
    const inputs = withItem(start, "2.2", { auditor: "notMet", closedOn: due });
    const row = evaluate(checklist31, inputs).items.find((entry) => entry.id === "2.2");
    expect(row).toMatchObject({ auditorPoints: 0, finalPoints: 40 });
    const late = withItem(start, "2.2", { auditor: "notMet", closedOn: day("2026-03-17") });
    expect(evaluate(checklist31, late).items.find((entry) => entry.id === "2.2")).toMatchObject({
      finalPoints: 0,
      actionState: "late",
    });
  });
});
