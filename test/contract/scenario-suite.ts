/** Walks the scenario in a host: after each step its report is the ideal one and the figures are those worked out by hand. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Snapshot, Workbook } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import {
  FIRST_YEAR,
  nextYear,
  outcomeOf,
  type ScenarioStep,
  SECOND_YEAR,
  START,
} from "./scenario.ts";
import type { ContractHost } from "./workbook-contract.ts";

/** The entries after each step, in no host at all. */
export function statesOf(start: Inputs, steps: readonly ScenarioStep[]): Inputs[] {
  let inputs = start;
  return steps.map(({ edits }) => {
    const snapshot = snapshotOf(inputs);
    inputs = readInputs(checklist31, editedSnapshot(checklist31, snapshot, edits(snapshot))).inputs;
    return inputs;
  });
}

const read = async (book: Workbook): Promise<Snapshot> => {
  const snapshot = await book.snapshot();
  if (!snapshot) throw new Error("The workbook holds no checklist.");
  return snapshot;
};

async function walk(
  host: ContractHost,
  start: Inputs,
  steps: readonly ScenarioStep[],
): Promise<Report> {
  await host.book.build(blueprint(checklist31, start));
  const ideals = statesOf(start, steps);
  let last = report(EDITIONS, await read(host.reopen()));
  for (const [index, step] of steps.entries()) {
    const snapshot = await read(host.book);
    const edits = step.edits(snapshot);
    if (edits.length > 0) await host.book.apply(planChange(checklist31, snapshot, edits).change);
    last = report(EDITIONS, await read(host.reopen()));
    expect(outcomeOf(last), step.name).toMatchObject(step.expect);
    expect(last, step.name).toEqual(report(EDITIONS, snapshotOf(ideals[index] ?? start)));
  }
  return last;
}

export function describeScenario(name: string, makeHost: () => ContractHost): void {
  describe(`${name}: an audit from the first answer to the renewal`, () => {
    it("gives the same report in every host after every step", async () => {
      const closed = await walk(makeHost(), START, FIRST_YEAR);
      await walk(makeHost(), nextYear(closed), SECOND_YEAR);
    });
  });
}
