/** Walks an audit of made-up checklists through a host: it reads each workbook by the checklist that this one carries. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASES, type Phase } from "../../core/audit/phases.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { admit } from "../../core/report/admit.ts";
import { handOver, movePhase, recordSummary, type Step } from "../../core/report/moves.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Edit, Snapshot, Workbook } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { snapshotOfBlueprint } from "../fakes/snapshot.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import type { ContractHost } from "./workbook-contract.ts";

const NOW = "2030-03-04 10:00";
const DAY = "2030-03-06" as IsoDate;

const read = async (book: Workbook): Promise<Snapshot> => {
  const snapshot = await book.snapshot();
  if (!snapshot) throw new Error("The workbook holds no checklist.");
  return snapshot;
};

/** What is done one after the other, each from what stands there. */
function walkOf({ items }: FullChecklist): readonly ((snapshot: Snapshot) => readonly Edit[])[] {
  const [first, second] = items;
  if (!first || !second) throw new RangeError("It has no items.");
  const answers = (name: string, missed: string) => () =>
    items.map(({ id }): Edit => ({ name, item: id, value: id === missed ? "Not met" : "Met" }));
  const step = (take: (snapshot: Snapshot) => Step) => (snapshot: Snapshot) => {
    const { edits, refusal } = take(snapshot);
    if (edits === null) throw new Error(refusal);
    return edits;
  };
  const to = (phase: Phase) => step((snapshot) => movePhase(EDITIONS, snapshot, phase, "", NOW));
  return [
    () => [{ name: "Partner_Name", value: "Kestrel Cloud Ltd" }],
    answers("Self_Answer", second.id),
    step((snapshot) => handOver(EDITIONS, snapshot, NOW)),
    to("audit"),
    () => [{ name: "Audit_On", value: { date: DAY } }],
    answers("Auditor_Answer", first.id),
    step((snapshot) => recordSummary(EDITIONS, snapshot, NOW)),
    to("actionItems"),
    () => [
      { name: "Summary_Received_On", value: { date: DAY } },
      { name: "Closed_On", item: first.id, value: { date: DAY } },
    ],
    to("closed"),
  ];
}

async function walk(host: ContractHost, checklist: FullChecklist): Promise<Report> {
  const start = blankInputs(checklist);
  await host.book.build(blueprint(checklist, start));
  const drawn = (inputs: Inputs) => snapshotOfBlueprint(blueprint(checklist, inputs));
  let ideal = drawn(start);
  for (const edits of walkOf(checklist)) {
    const snapshot = await read(host.book);
    const { edition, refusal } = admit(EDITIONS, snapshot);
    expect(refusal).toBeNull();
    const { change } = planChange(edition?.checklist ?? checklist, snapshot, edits(snapshot));
    await host.book.apply(change);
    const edited = editedSnapshot(checklist, ideal, edits(ideal));
    ideal = drawn(readInputs(checklist, edited).inputs);
    expect(report(EDITIONS, await read(host.reopen()))).toEqual(report(EDITIONS, ideal));
  }
  return report(EDITIONS, await read(host.reopen()));
}

/** The large one is about what a file holds, the same in every host, so one host is enough for it. */
export function describeCarried(
  name: string,
  makeHost: () => ContractHost,
  { large }: { readonly large: boolean },
): void {
  describe(`${name}: checklists that workbooks carry`, () => {
    it.runIf(large)(
      "gives the same report after every step of an audit against another version",
      async () => {
        const closed = await walk(makeHost(), nextChecklist);
        expect(closed).toMatchObject({
          checklist: "3.2",
          phase: PHASES[PHASES.length - 1],
          self: { verdict: "fail" },
          preliminary: { verdict: "fail" },
          final: { total: 1100, verdict: "pass" },
        });
        expect(closed.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      },
    );

    it("does so for one without points, where every item is needed", async () => {
      const closed = await walk(makeHost(), plainChecklist);
      expect(closed).toMatchObject({
        checklist: "2030-A",
        self: { total: 24, verdict: "fail" },
        preliminary: { total: 24, verdict: "fail" },
        final: { total: 25, verdict: "pass" },
      });
      expect(closed.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    });
  });
}
