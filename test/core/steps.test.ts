/** The steps of an audit: moves and their history, the hand-over, and the score that a summary tells. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASE_WORDS, PHASES, type Phase, phaseIndex } from "../../core/audit/phases.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { momentOf } from "../../core/report/moment.ts";
import { handOver, movePhase, recordSummary } from "../../core/report/moves.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { HISTORY_ROWS } from "../../core/workbook/read/records.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { snapshotOf, withItem, withoutName, withValue } from "../fakes/snapshot.ts";
import { ACTIONS, day, handedOver, READY } from "./ready.ts";

const MOMENT = "2026-03-02 17:45";
const at = (phase: Phase): Snapshot => snapshotOf({ ...READY, phase });

function moved(snapshot: Snapshot, to: Phase, reason = "", moment = MOMENT): Snapshot {
  const step = movePhase(EDITIONS, snapshot, to, reason, moment);
  if (step.edits === null) throw new Error(step.refusal);
  return editedSnapshot(checklist31, snapshot, step.edits);
}
const movesOf = (snapshot: Snapshot) => report(EDITIONS, snapshot).history;

describe("a move of the phase", () => {
  it("goes from every phase to every other, and asks for a reason on the way back and past a phase", () => {
    for (const from of PHASES) {
      for (const to of PHASES) {
        const bare = movePhase(EDITIONS, at(from), to, "  \n ", MOMENT);
        if (to === from) {
          expect(bare).toEqual({ edits: [], refusal: null });
        } else if (phaseIndex(to) === phaseIndex(from) + 1) {
          expect(report(EDITIONS, moved(at(from), to)).phase).toBe(to);
        } else {
          expect(bare.edits).toBeNull();
          expect(bare.refusal).toContain(`from ${PHASE_WORDS[from]} to ${PHASE_WORDS[to]}`);
          for (const passed of PHASES.slice(phaseIndex(from) + 1, phaseIndex(to)))
            expect(bare.refusal).toContain(PHASE_WORDS[passed]);
          expect(report(EDITIONS, moved(at(from), to, "Wrong folder")).phase).toBe(to);
        }
      }
    }
  });

  it("is recorded: when, from, to, why, and the seal where it made one", () => {
    const submitted = moved(at("selfAssessment"), "submitted");
    const back = moved(submitted, "selfAssessment", "  Wrong\n folder ", "2026-03-03 08:00");
    const { seal } = report(EDITIONS, submitted);
    expect(movesOf(back)).toEqual([
      {
        at: MOMENT,
        from: "selfAssessment",
        to: "submitted",
        reason: "",
        seal: seal?.short,
      },
      {
        at: "2026-03-03 08:00",
        from: "submitted",
        to: "selfAssessment",
        reason: "Wrong folder",
        seal: "",
      },
    ]);
    expect(report(EDITIONS, back).movedByHand).toBe(false);
  });

  it("out of the self-assessment seals, whichever phase it goes to; others keep the seal", () => {
    for (const to of PHASES.slice(1)) {
      expect(report(EDITIONS, moved(at("selfAssessment"), to, "By mail")).seal?.state).toBe(
        "unchanged",
      );
    }
    const sealed = moved(at("selfAssessment"), "submitted");
    const changed = editedSnapshot(checklist31, sealed, [{ name: "Partner_Name", value: "Other" }]);
    const audit = moved(changed, "audit", "", "2026-03-09 09:00");
    expect(report(EDITIONS, audit).seal).toMatchObject({ at: MOMENT, state: "changed" });
    expect(report(EDITIONS, moved(at("submitted"), "audit")).seal).toBeNull();
  });

  it("seals anew when it is handed over again", () => {
    const back = moved(moved(at("selfAssessment"), "submitted"), "selfAssessment", "More evidence");
    const changed = editedSnapshot(checklist31, back, [{ name: "Partner_Name", value: "Other" }]);
    const again = moved(changed, "submitted", "", "2026-03-05 10:00");
    expect(report(EDITIONS, again).seal).toMatchObject({
      at: "2026-03-05 10:00",
      state: "unchanged",
    });
  });

  it("fills the gap that a move by hand left", () => {
    const byHand = withValue(at("selfAssessment"), "Phase", 0, "Audit");
    expect(report(EDITIONS, byHand).movedByHand).toBe(true);
    const after = moved(byHand, "actionItems");
    expect(movesOf(after)).toMatchObject([
      { at: "", from: "selfAssessment", to: "audit", reason: "Set by hand" },
      { at: MOMENT, from: "audit", to: "actionItems", reason: "" },
    ]);
    expect(report(EDITIONS, after).movedByHand).toBe(false);
  });

  it("says why a phase was set by hand, once somebody is asked", () => {
    const byHand = withValue(at("selfAssessment"), "Phase", 0, "Audit");
    expect(movePhase(EDITIONS, byHand, "audit", " ", MOMENT).edits).toEqual([]);
    const after = moved(byHand, "audit", "The auditor was here already.");
    expect(movesOf(after)).toMatchObject([
      { at: "", to: "audit", reason: "Set by hand: The auditor was here already." },
    ]);
    expect(report(EDITIONS, after)).toMatchObject({ phase: "audit", movedByHand: false });
    // Nothing is told twice.
    expect(movePhase(EDITIONS, after, "audit", "Again", MOMENT).edits).toEqual([]);
  });

  it("keeps the newest that it has room for", () => {
    const turns = HISTORY_ROWS / 2 + 3;
    let snapshot = at("audit");
    for (let turn = 0; turn < turns; turn += 1) {
      snapshot = moved(snapshot, "actionItems", "", `On ${turn}`);
      snapshot = moved(snapshot, "audit", `Turn ${turn}`, `Back ${turn}`);
    }
    const history = movesOf(snapshot);
    expect(history).toHaveLength(HISTORY_ROWS);
    // The one by hand that brought it to Audit and three turns dropped out.
    expect(history[0]).toMatchObject({ at: "On 3", from: "audit" });
    expect(history.at(-1)).toMatchObject({ at: `Back ${turns - 1}`, reason: `Turn ${turns - 1}` });
  });

  it("of any length and any way round is a chain without gaps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ to: fc.constantFrom(...PHASES), byHand: fc.boolean() }), {
          maxLength: 30,
        }),
        (turns) => {
          let snapshot = at("selfAssessment");
          for (const { to, byHand } of turns) {
            snapshot = byHand
              ? withValue(snapshot, "Phase", 0, PHASE_WORDS[to])
              : moved(snapshot, to, "Because");
          }
          const { history } = readInputs(checklist31, snapshot).inputs.records;
          expect(history.length).toBeLessThanOrEqual(HISTORY_ROWS);
          for (const [index, move] of history.entries()) {
            const before = history[index - 1];
            if (before) expect(move.from).toBe(before.to);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it("goes on without records in a workbook that has no room for them", () => {
    const bare = ["Phase_History", "Seal_Record", "Sealed_Values"].reduce(
      withoutName,
      at("selfAssessment"),
    );
    expect(movePhase(EDITIONS, bare, "submitted", "", MOMENT).edits).toEqual([
      { name: "Submitted_On", value: { date: "2026-03-02" } },
      { name: "Phase", value: "Submitted" },
    ]);
  });

  it("mends records that somebody tampered with, and never overwrites a move that was made", () => {
    const thrice = moved(moved(at("selfAssessment"), "submitted"), "audit");
    // The first move's "from" and a piece of sealed text that was never there.
    const tampered = withValue(
      withValue(thrice, "Phase_History", 2, "Foo"),
      "Sealed_Values",
      50,
      "|x",
    );
    expect(report(EDITIONS, tampered).seal?.state).toBe("damaged");
    const { edits } = movePhase(EDITIONS, tampered, "selfAssessment", "Again", MOMENT);
    const after = editedSnapshot(checklist31, tampered, edits ?? []);
    expect(report(EDITIONS, after).history.map((move) => move.to)).toEqual([
      "audit",
      "selfAssessment",
    ]);
    const again = editedSnapshot(
      checklist31,
      after,
      movePhase(EDITIONS, after, "submitted", "", MOMENT).edits ?? [],
    );
    expect(report(EDITIONS, again).seal?.state).toBe("unchanged");
  });
});

it("a summary record that does not add up tells nothing", () => {
  const audited = at("audit");
  const kept = editedSnapshot(
    checklist31,
    audited,
    recordSummary(EDITIONS, audited, MOMENT).edits ?? [],
  );
  expect(report(EDITIONS, kept).summary).not.toBeNull();
  for (const [row, value] of [
    [4, "oops"],
    [4, 1],
    [2, "|M"],
    [2, null],
  ] as const) {
    expect(
      report(EDITIONS, withValue(kept, "Summary_Record", row, value)).summary,
      `${row}`,
    ).toBeNull();
  }
});

describe("the hand-over", () => {
  it("seals, moves to Submitted and fills the day", () => {
    const after = report(EDITIONS, handedOver());
    expect(after).toMatchObject({
      phase: "submitted",
      seal: { state: "unchanged", at: MOMENT },
      profile: { submittedOn: "2026-03-02" },
      history: [{ from: "selfAssessment", to: "submitted" }],
      issues: [],
    });
  });

  it("leaves a day that is still to come, and renews one that has passed", () => {
    const dated = (on: string) =>
      report(EDITIONS, handedOver({ ...READY, submittedOn: day(on) })).profile.submittedOn;
    expect(dated("2026-03-04")).toBe("2026-03-04");
    expect(dated("2026-03-02")).toBe("2026-03-02");
    expect(dated("2026-02-02")).toBe("2026-03-02");
  });

  it("is refused only where something blocks", () => {
    const nameless = handOver(EDITIONS, snapshotOf({ ...READY, partner: "" }), MOMENT);
    expect(nameless.edits).toBeNull();
    expect(nameless.refusal).toMatch(/no name.*Overview!/);
    const unreadable = withValue(snapshotOf(READY), "Self_Answer", "1.1", "Perhaps");
    expect(handOver(EDITIONS, unreadable, MOMENT).refusal).toContain("untrustworthy");
    // Nearly all is missing, and still it may be handed over.
    const bare: Inputs = { ...READY, items: { ...READY.items } };
    const open = withItem(bare, "1.1", { self: "notMet", evidence: "" });
    expect(handOver(EDITIONS, snapshotOf(open), MOMENT).refusal).toBeNull();
  });

  it("once more writes nothing while nothing changed, and is refused after a change", () => {
    const once = handedOver();
    expect(handOver(EDITIONS, once, "2026-03-04 09:00")).toEqual({ edits: [], refusal: null });
    const changed = withValue(once, "Evidence", "1.1", "Another folder");
    expect(handOver(EDITIONS, changed, "2026-03-04 09:00").refusal).toContain(MOMENT);
    // What the seal does not cover may change.
    const sent = withValue(once, "Prerequisite_Sent", 0, "Yes");
    expect(handOver(EDITIONS, sent, "2026-03-04 09:00").edits).toEqual([]);
  });

  it("is refused for a phase set by hand, and for later phases", () => {
    expect(handOver(EDITIONS, at("submitted"), MOMENT).refusal).toContain("by hand");
    for (const phase of ["audit", "actionItems", "closed"] as const) {
      expect(handOver(EDITIONS, at(phase), MOMENT).refusal).toContain(PHASE_WORDS[phase]);
    }
  });

  it("works again after going back with a reason", () => {
    const back = moved(handedOver(), "selfAssessment", "One answer was wrong");
    const corrected = withValue(back, "Self_Answer", "13.1", "Not met");
    const step = handOver(EDITIONS, corrected, "2026-03-05 11:00");
    const again = report(EDITIONS, editedSnapshot(checklist31, corrected, step.edits ?? []));
    expect(again.seal).toMatchObject({ state: "unchanged", at: "2026-03-05 11:00" });
    expect(again.profile.submittedOn).toBe("2026-03-05");
    expect(again.history).toHaveLength(3);
  });
});

describe("the audit summary", () => {
  const audit: Inputs = { ...ACTIONS, phase: "audit", summaryReceivedOn: null };
  function summed(inputs: Inputs, moment = "2026-03-09 18:00"): Snapshot {
    const before = snapshotOf(inputs);
    const step = recordSummary(EDITIONS, before, moment);
    if (step.edits === null) throw new Error(step.refusal);
    return editedSnapshot(checklist31, before, step.edits);
  }

  it("keeps the preliminary score by section with its day", () => {
    const result = report(EDITIONS, summed(audit));
    expect(result.summary).toMatchObject({
      on: "2026-03-09",
      total: result.preliminary.total,
      sections: result.preliminary.sections,
    });
    expect(Object.keys(result.summary?.answers ?? {})).toHaveLength(97);
    expect(result.issues.map((issue) => issue.code)).not.toContain("summaryDiffers");
  });

  it("is refused before the audit", () => {
    for (const phase of ["selfAssessment", "submitted"] as const) {
      expect(recordSummary(EDITIONS, at(phase), MOMENT).refusal).toContain(PHASE_WORDS[phase]);
    }
  });

  it("is renewed while the audit lasts, and stays as it was told afterwards", () => {
    const first = readInputs(checklist31, summed(audit)).inputs;
    const changed = withItem(first, "13.1", { auditor: "notMet" });
    const issues = report(EDITIONS, snapshotOf(changed)).issues;
    expect(issues.find((issue) => issue.code === "summaryDiffers")?.values).toMatchObject({
      items: ["13.1"],
    });
    const second = report(EDITIONS, summed(changed, "2026-03-10 09:00"));
    expect(second.summary).toMatchObject({ on: "2026-03-10", total: second.preliminary.total });
    const later = snapshotOf({ ...changed, phase: "actionItems" });
    expect(recordSummary(EDITIONS, later, "2026-03-11 09:00")).toEqual({
      edits: [],
      refusal: null,
    });
    // Where none was made in the audit, it still can be.
    const without = snapshotOf({ ...ACTIONS });
    expect(recordSummary(EDITIONS, without, "2026-03-11 09:00").edits?.length).toBeGreaterThan(10);
  });
});

it("the moment is that of the user's clock, to the minute", () => {
  expect(momentOf(new Date(2026, 0, 5, 7, 8, 59))).toBe("2026-01-05 07:08");
});
