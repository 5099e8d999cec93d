/** Seals of the audit: made when a phase ends or receipt is known, kept, compared, and what stands in for a lost one. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { asGiven, enter } from "../../core/report/enter.ts";
import { handOver, movePhase, type Step, sealNow } from "../../core/report/moves.ts";
import { report } from "../../core/report/report.ts";
import { issueSentence } from "../../core/words/issues.ts";
import { inputLabel } from "../../core/words/labels.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Edit, Snapshot } from "../../core/workbook/port.ts";
import { changeOf, editedSnapshot } from "../../core/workbook/write/change.ts";
import {
  snapshotOf,
  snapshotOfBlueprint,
  withItem,
  withoutName,
  withRange,
  withValue,
} from "../fakes/snapshot.ts";
import { ACTIONS, day, handedOver, READY } from "./ready.ts";

function taken(snapshot: Snapshot, step: Step): Snapshot {
  if (step.edits === null) throw new Error(step.refusal);
  return editedSnapshot(checklist31, snapshot, step.edits);
}
const moved = (snapshot: Snapshot, to: Parameters<typeof movePhase>[2], at = "2026-03-10 12:00") =>
  taken(snapshot, movePhase(EDITIONS, snapshot, to, "A reason", at));
const edited = (snapshot: Snapshot, ...edits: Edit[]): Snapshot =>
  editedSnapshot(checklist31, snapshot, edits);
const NOW = "2026-03-11 09:30";
function entered(snapshot: Snapshot, ...edits: Edit[]): Snapshot {
  const wish = { kind: "entries", closed: "tell", read: asGiven(edits) } as const;
  const { change, refusal } = enter(EDITIONS, snapshot, wish, changeOf, NOW);
  if (refusal !== null) throw new Error(refusal.code);
  return change === null ? snapshot : edited(snapshot, ...change.edits);
}
const told = (snapshot: Snapshot, code: string) =>
  report(EDITIONS, snapshot).issues.flatMap((issue) =>
    issue.code === code ? [issueSentence(issue)] : [],
  );
const stagesOf = (snapshot: Snapshot) => report(EDITIONS, snapshot).stages;
const validation = (item: string, word: string | null): Edit =>
  ({ name: "Auditor_Answer", item, value: word }) as Edit;

const auditing: Inputs = { ...ACTIONS, phase: "audit", summaryReceivedOn: null };

describe("leaving Audit", () => {
  const after = moved(snapshotOf(auditing), "actionItems");

  it("records the preliminary score, as making the summary does, and keeps one that was told", () => {
    const { summary, preliminary } = report(EDITIONS, after);
    expect(summary).toMatchObject({ on: "2026-03-10", total: preliminary.total });
    const later = moved(edited(moved(after, "audit"), validation("9.3.5", "Met")), "actionItems");
    expect(report(EDITIONS, later).summary?.total).toBe(summary?.total);
    expect(told(later, "summaryDiffers")).toHaveLength(1);
    const none = moved(snapshotOf({ ...READY, phase: "audit" }), "actionItems");
    expect(report(EDITIONS, none).summary).toBeNull();
  });

  it("seals the auditor's answers and notes: what differs later is told with both values", () => {
    expect(stagesOf(after)).toMatchObject([{ stage: "audit", state: "unchanged" }]);
    const changed = edited(after, validation("9.3.5", "Met"));
    expect(told(changed, "stageChanged")[0]).toContain(
      `9.3.5 ${inputLabel("Auditor_Answer")} was Not met, is Met`,
    );
    expect(
      report(EDITIONS, edited(moved(after, "audit"), validation("9.3.5", "Met"))).stages,
    ).toEqual([]);
  });

  it("records nothing in a workbook of format 1, and misses nothing there", () => {
    const old = snapshotOfBlueprint(blueprint(checklist31, auditing, 1));
    const left = moved(old, "actionItems");
    expect(stagesOf(left)).toEqual([]);
    expect(told(left, "nameMissing")).toEqual([]);
  });
});

describe("leaving Action items", () => {
  it("seals closures and plans, and one that is moved back in time is told", () => {
    const closed = moved(snapshotOf(ACTIONS), "closed");
    const back = edited(closed, {
      name: "Closed_On",
      item: "1.4" as ItemId,
      value: { date: day("2026-03-11") },
    } as Edit);
    expect(told(back, "stageChanged")[0]).toContain(
      `1.4 ${inputLabel("Closed_On")} was 2026-03-12, is 2026-03-11`,
    );
  });
});

describe("receipt of the summary", () => {
  const known = entered(snapshotOf(withItem(auditing, "9.3.5", { closedOn: day("2026-03-18") })), {
    name: "Summary_Received_On",
    value: { date: day("2026-03-10") },
  });

  it("is recorded by whichever command first knows it, once", () => {
    expect(stagesOf(known)).toMatchObject([{ stage: "receipt", state: "unchanged", at: NOW }]);
    expect(stagesOf(entered(snapshotOf(ACTIONS), validation("9.4", "Met")))).toMatchObject([
      { stage: "receipt" },
    ]);
    const corrected = entered(known, {
      name: "Summary_Received_On",
      value: { date: day("2026-03-11") },
    });
    const [sentence] = told(corrected, "stageChanged");
    expect(sentence).toContain(
      `${inputLabel("Summary_Received_On")} was 2026-03-10, is 2026-03-11`,
    );
    expect(sentence).toContain(`Action items due was 2026-03-17, is 2026-03-18`);
    expect(sentence).toContain("decides the closure of 9.3.5");
  });

  it("tells holidays that come afterwards, with the closures they move", () => {
    const more = edited(known, { name: "Holidays", index: 0, value: { date: day("2026-03-16") } });
    expect(told(more, "stageChanged")[0]).toMatch(/Holidays was blank, is 2026-03-16.*9\.3\.5/);
  });
});

describe("a second hand-over", () => {
  it("keeps the first seal, and what changed between the two is told", () => {
    const first = handedOver(READY, "2026-03-02 17:45");
    const opened = edited(moved(first, "selfAssessment"), {
      name: "Evidence",
      item: "1.1",
      value: "Folder B",
    } as Edit);
    const second = taken(opened, handOver(EDITIONS, opened, "2026-03-05 09:00"));
    expect(report(EDITIONS, second).seal).toMatchObject({
      at: "2026-03-05 09:00",
      state: "unchanged",
    });
    const [sentence] = told(second, "handedOverAgain");
    expect(sentence).toContain("2026-03-02 17:45");
    expect(sentence).toContain(`1.1 ${inputLabel("Evidence")} was Folder 1.1, is Folder B`);
  });
});

describe("records that cannot be read", () => {
  it("are told and left where they lie", () => {
    const broken = withValue(
      moved(snapshotOf(auditing), "actionItems"),
      "Audit_Records",
      0,
      "|{oops",
    );
    expect(told(broken, "recordUnreadable")[0]).toContain("record of seals");
    const on = moved(broken, "closed");
    expect(on.names.Audit_Records?.values[0]?.[0]).toBe("|{oops");
  });
});

describe("a phase that was moved by hand", () => {
  const byHand = snapshotOf({ ...READY, phase: "audit" });

  it("has nothing sealed, which sealing now mends", () => {
    expect(told(byHand, "nothingSealed")[0]).toMatch(
      /by hand, so nothing was sealed.*Choose Seal now/,
    );
    const sealed = taken(byHand, sealNow(EDITIONS, byHand, "2026-03-09 08:00"));
    const after = report(EDITIONS, sealed);
    expect(after).toMatchObject({ phase: "audit", movedByHand: false });
    expect(after.seal).toMatchObject({ at: "2026-03-09 08:00", state: "unchanged" });
    expect(told(sealed, "nothingSealed")).toEqual([]);
    expect(sealNow(EDITIONS, sealed, "2026-03-09 09:00").edits).toEqual([]);
  });

  it("is none where the history holds the hand-over: then the seal is gone, and no new one is made", () => {
    const first = handedOver();
    const emptied = (snapshot: Snapshot, name: string) => withRange(snapshot, name, { values: [] });
    const gone = emptied(emptied(first, "Seal_Record"), "Sealed_Values");
    for (const snapshot of [gone, withoutName(first, "Seal_Record")]) {
      expect(told(snapshot, "sealGone")[0]).toContain("2026-03-02 17:45");
      expect(told(snapshot, "nothingSealed")).toEqual([]);
      expect(sealNow(EDITIONS, snapshot, "2026-03-09 08:00").refusal).toContain("gone or altered");
    }
  });
});
