/** What every host keeps when its user asks for something to be written, as one suite that each host's tests run. */

import { describe, expect, it } from "vitest";
import type { Answer } from "../../core/audit/answers.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASE_WORDS, type Phase } from "../../core/audit/phases.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { closedNow } from "../../core/words/refusals.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Blueprint, CellValue, MaybePromise, Snapshot } from "../../core/workbook/port.ts";
import type { AnswerSide } from "../../core/workbook/write/entries.ts";
import { rowOf, snapshotOf } from "../fakes/snapshot.ts";

/** A host with its user before it. */
export interface EntryHost {
  build(plan: Blueprint): MaybePromise<void>;
  /** The workbook as it is now, read past all that the host keeps of it. */
  snapshot(): MaybePromise<Snapshot | null>;
  /** As its user asks; fails with what its user is told. */
  answer(item: ItemId, side: AnswerSide, answer: Answer): MaybePromise<void>;
  movePhase(to: Phase, reason: string): MaybePromise<void>;
  /**
   * What becomes of an answer that the phase has closed: where it is written all the same, what its user was told
   * of it.
   */
  readonly closed: "refused" | { told(): string };
  /** What tidies along cells that were read kindly. */
  readonly tidies: "entries and steps" | "steps";
}

const id = (text: string): ItemId => text as ItemId;
const START = blankInputs(checklist31);

/** A new workbook with another value in the first cell of a name, or in an item's row. */
function holding(name: string, value: CellValue, inputs: Inputs = START, item?: string): Blueprint {
  const drawn = blueprint(checklist31, inputs);
  const named = drawn.names.find((entry) => entry.name === name);
  if (!named) throw new Error(name);
  const { sheet, area } = named;
  const row = area.row + (item === undefined ? 0 : rowOf(snapshotOf(inputs), item));
  let found = false;
  const sheets = drawn.sheets.map((plan) =>
    plan.name !== sheet
      ? plan
      : {
          ...plan,
          cells: plan.cells.map((cell) => {
            if (cell.row !== row || cell.column !== area.column) return cell;
            found = true;
            return { ...cell, value };
          }),
        },
  );
  if (!found) throw new Error(`No cell of ${name} is drawn.`);
  return { ...drawn, sheets };
}

export function describeEntering(name: string, makeHost: () => EntryHost): void {
  const built = async (plan: Blueprint): Promise<EntryHost> => {
    const host = makeHost();
    await host.build(plan);
    return host;
  };
  const read = async (host: EntryHost): Promise<Snapshot> => {
    const snapshot = await host.snapshot();
    if (!snapshot) throw new Error("The workbook holds no checklist.");
    return snapshot;
  };
  const valueAt = async (host: EntryHost, named: string, item?: string): Promise<CellValue> => {
    const snapshot = await read(host);
    const row = item === undefined ? 0 : rowOf(snapshot, item);
    return snapshot.names[named]?.values[row]?.[0] ?? null;
  };
  const expectRefused = async (
    host: EntryHost,
    act: () => MaybePromise<void>,
    reason: RegExp | string,
  ): Promise<void> => {
    const before = await read(host);
    await expect((async () => act())()).rejects.toThrow(reason);
    expect(await read(host)).toEqual(before);
  };
  const acts = (host: EntryHost): (() => MaybePromise<void>)[] => [
    () => host.answer(id("1.1"), "self", "met"),
    () => host.movePhase("submitted", ""),
  ];

  describe(`${name}: what its user asks for`, () => {
    it("is written", async () => {
      const host = await built(blueprint(checklist31, START));
      await host.answer(id("1.1"), "self", "met");
      expect(await valueAt(host, "Self_Answer", "1.1")).toBe("Met");
      await host.answer(id("1.1"), "self", "unanswered");
      expect(await valueAt(host, "Self_Answer", "1.1")).toBeNull();
      await host.movePhase("audit", "Handed over by mail");
      expect(await valueAt(host, "Phase")).toBe(PHASE_WORDS.audit);
      await host.answer(id("1.1"), "auditor", "notMet");
      expect(await valueAt(host, "Auditor_Answer", "1.1")).toBe("Not met");
    });

    it("is refused in a workbook of a newer format, and nothing is written", async () => {
      const host = await built(holding("Format_Version", 7));
      for (const act of acts(host)) await expectRefused(host, act, /newer version .*\(format 7/);
    });

    it("is refused in a workbook of a checklist that is not known, and nothing is written", async () => {
      const host = await built(holding("Checklist_Version", "3.9"));
      for (const act of acts(host))
        await expectRefused(host, act, /checklist that this .* does not know/);
    });

    it("is refused where the phase has closed the cell, or told", async () => {
      const host = await built(blueprint(checklist31, { ...START, phase: "audit" }));
      const answer = () => host.answer(id("1.1"), "self", "met");
      if (host.closed === "refused") {
        await expectRefused(host, answer, closedNow(PHASE_WORDS.audit));
      } else {
        await answer();
        expect(await valueAt(host, "Self_Answer", "1.1")).toBe("Met");
        expect(host.closed.told()).toMatch(
          /“Partner Self-Assessment” is closed in the phase Audit/,
        );
      }
    });

    it("is refused where a step of the audit must not be taken", async () => {
      const host = await built(blueprint(checklist31, { ...START, phase: "submitted" }));
      await expectRefused(host, () => host.movePhase("selfAssessment", " "), /needs a reason/);
      await host.movePhase("selfAssessment", "Wrong folder");
      expect(await valueAt(host, "Phase")).toBe(PHASE_WORDS.selfAssessment);
    });

    it("brings cells that were read kindly into their exact words along the way", async () => {
      const plan = holding("Self_Answer", "met ", START, "2.1");
      const host = await built(plan);
      expect(await valueAt(host, "Self_Answer", "2.1")).toBe("met ");
      await host.answer(id("1.1"), "self", "met");
      const isTidy = host.tidies === "entries and steps";
      expect(await valueAt(host, "Self_Answer", "2.1")).toBe(isTidy ? "Met" : "met ");
      const other = await built(plan);
      await other.movePhase("submitted", "");
      expect(await valueAt(other, "Self_Answer", "2.1")).toBe("Met");
    });
  });
}
