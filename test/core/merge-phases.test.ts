/** Copies that came further than others, and the auditor's copy that goes out and comes back. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { choiceForAll } from "../../core/merge/settle.ts";
import { auditorsCopy } from "../../core/merge/share.ts";
import { withoutName } from "../fakes/snapshot.ts";
import {
  asked,
  begun,
  edited,
  inPhase,
  inputsOf,
  merged,
  moved,
  of,
  saidIn,
  stepped,
  submitted,
  taken,
  told,
} from "./merging.ts";

describe("phases that differ", () => {
  const audit = moved(submitted, "audit", "2026-03-10 09:00");
  const found = edited(
    audit,
    of("Auditor_Answer", "1.1", "Not met"),
    of("Auditor_Note", "1.1", "Not shown"),
    { name: "Audit_On", value: { date: "2026-03-10" } },
  );

  it("come together in the one that went on, with its records", () => {
    const mine = edited(submitted, of("Owner", "2.1", "Kim"));
    for (const base of [submitted, null]) {
      const { plan, after } = merged(base, mine, [found]);
      expect(asked(plan)).toEqual([]);
      expect(plan.lead).toBe(1);
      expect(taken(plan)).toEqual([
        ["Phase", "Submitted, since 2026-03-02 09:00", "Audit, since 2026-03-10 09:00"],
        ["Audit_On", "", "2026-03-10"],
        ["Auditor_Answer[1.1]", "", "Not met"],
        ["Auditor_Note[1.1]", "", "Not shown"],
      ]);
      const { phase, records } = inputsOf(after);
      expect(phase).toBe("audit");
      expect(records).toEqual(inputsOf(found).records);
      expect(told(after).seal?.state).toBe("unchanged");
      expect(saidIn(after).get("Owner[2.1]")).toBe("Kim");
      // And the other way round.
      const turned = merged(base, found, [mine]);
      expect([turned.plan.lead, asked(turned.plan)]).toEqual([0, []]);
      expect(saidIn(turned.after)).toEqual(saidIn(after));
    }
  });

  it("close what a copy changed too late: that is asked about", () => {
    const late = edited(found, of("Evidence", "1.1", "Folder 9"), of("Self_Answer", "2.1", null));
    const { plan } = merged(submitted, submitted, [late]);
    expect(asked(plan)).toEqual([
      ["Evidence[1.1]", "closed", "Folder 1", "Folder 9"],
      ["Self_Answer[2.1]", "closed", "Met", ""],
    ]);
    // Whoever went back in between had the right.
    const back = moved(found, "selfAssessment", "2026-03-12 09:00");
    const again = moved(
      edited(back, of("Evidence", "1.1", "Folder 9")),
      "submitted",
      "2026-03-13 09:00",
    );
    expect(asked(merged(submitted, submitted, [again]).plan)).toEqual([]);
  });

  it("close nothing that a copy changed before it was moved on, by a command or by hand", () => {
    const changed = edited(begun, of("Evidence", "1.1", "Folder 9"));
    for (const theirs of [
      moved(changed, "submitted", "2026-03-02 10:00"),
      inPhase(changed, "submitted"),
    ]) {
      const { plan } = merged(begun, begun, [theirs]);
      expect(asked(plan)).toEqual([]);
      expect(taken(plan)).toContainEqual(["Evidence[1.1]", "Folder 1", "Folder 9"]);
    }
  });

  it("are nobody's where the cell of the phase is gone, blank, or says something else", () => {
    const theirs = edited(found, of("Auditor_Answer", "1.5", "Met"));
    for (const odd of [
      withoutName(theirs, "Phase"),
      edited(theirs, { name: "Phase", value: null }),
      edited(theirs, { name: "Phase", value: "Prüfung" }),
    ]) {
      for (const base of [found, null]) {
        const { plan, after } = merged(base, found, [odd]);
        expect(asked(plan)).toEqual([]);
        expect(taken(plan)).toEqual([["Auditor_Answer[1.5]", "", "Met"]]);
        expect(inputsOf(after).phase).toBe("audit");
      }
    }
    const lost = withoutName(withoutName(theirs, "Phase"), "Phase_History");
    expect(merged(found, found, [lost]).plan).toMatchObject({ conflicts: [], lead: 0 });
    // Without a base nobody knows whether that was open then.
    expect(asked(merged(null, found, [lost]).plan)).toEqual([
      ["Auditor_Answer[1.5]", "closed", "", "Met"],
    ]);
  });

  it("are asked about where they went apart, and what is chosen brings its history", () => {
    const back = moved(submitted, "selfAssessment", "2026-03-04 09:00");
    const { plan } = merged(submitted, back, [audit]);
    expect(asked(plan)).toEqual([
      ["Phase", "both", "Self-assessment, since 2026-03-04 09:00", "Audit, since 2026-03-10 09:00"],
    ]);
    const { after } = merged(submitted, back, [audit], (all) => choiceForAll(all, "theirs"));
    const { phase, records } = inputsOf(after);
    expect(phase).toBe("audit");
    expect(records.history.map(({ to }) => to)).toEqual(["submitted", "selfAssessment", "audit"]);
    expect(told(after).seal?.state).toBe("unchanged");
    const kept = merged(submitted, back, [audit], (all) => choiceForAll(all, "mine"));
    expect(kept.edits).toEqual([]);
  });

  it("keep the newer of two hand-overs, also where the other one leads", () => {
    const back = moved(submitted, "selfAssessment", "2026-03-04 09:00");
    const changed = edited(back, of("Evidence", "1.1", "Folder 2"));
    const again = moved(changed, "submitted", "2026-03-05 09:00");
    const { after } = merged(submitted, again, [audit], (all) => choiceForAll(all, "theirs"));
    expect(inputsOf(after).phase).toBe("audit");
    expect(told(after).seal).toMatchObject({ at: "2026-03-05 09:00", state: "unchanged" });
    // What mine handed over anew is not what theirs began with.
    const stale = merged(null, inPhase(again, "selfAssessment"), [
      inPhase(submitted, "selfAssessment"),
    ]);
    expect(stale.plan.taken.filter(({ name }) => name !== "Phase")).toEqual([]);
    const { after: other } = merged(submitted, audit, [again], (all) =>
      choiceForAll(all, "theirs"),
    );
    expect(told(other).seal).toMatchObject({ at: "2026-03-05 09:00", state: "unchanged" });
  });

  it("that both sides moved to are one", () => {
    const other = moved(submitted, "audit", "2026-03-10 11:00");
    expect(merged(submitted, audit, [other]).plan).toMatchObject({ conflicts: [], lead: 0 });
    const byHand = inPhase(submitted, "audit");
    const { plan, after } = merged(submitted, submitted, [byHand]);
    expect([plan.lead, inputsOf(after).phase]).toEqual([1, "audit"]);
    expect(merged(submitted, byHand, [audit]).plan).toMatchObject({ conflicts: [], lead: 1 });
  });

  it("bring the score that the audit summary told, and the seals of the audit", () => {
    const closing = moved(found, "actionItems", "2026-03-11 09:00");
    expect(inputsOf(closing).records.summary).not.toBeNull();
    const { after } = merged(submitted, submitted, [closing]);
    expect(inputsOf(after).records).toEqual(inputsOf(closing).records);
    expect(told(after).stages).toMatchObject([{ stage: "audit", state: "unchanged" }]);
  });
});

describe("an auditor's copy", () => {
  const partner = edited(submitted, of("Owner", "2.1", "Kim"));
  const shared = stepped(partner, auditorsCopy(checklist31, partner, "2026-03-03 10:00"));

  it("has no owners, and the seal of the hand-over", () => {
    expect([...saidIn(shared).keys()].filter((key) => key.startsWith("Owner"))).toEqual([]);
    const sealed = { at: "2026-03-02 09:00", state: "unchanged" };
    expect(told(shared)).toMatchObject({ seal: sealed, movedByHand: false });
    expect(inputsOf(shared).records.history).toHaveLength(2);
    expect(auditorsCopy(checklist31, begun, "2026-03-03 10:00").refusal).toMatch(/not been handed/);
    const unsealed = inPhase(begun, "submitted");
    expect(auditorsCopy(checklist31, unsealed, "2026-03-03 10:00").refusal).toMatch(/no seal/);
    // Once more changes nothing.
    const again = auditorsCopy(checklist31, shared, "2026-03-04 10:00");
    expect(again.edits).toEqual([]);
  });

  it("brings back the auditor's fields and the phase, and nothing of the partner's", () => {
    const audited = edited(
      moved(shared, "audit", "2026-03-10 09:00"),
      of("Auditor_Answer", "1.4", "Not met"),
      of("Evidence", "1.1", "Mine is better"),
      of("Owner", "2.1", "Auditor"),
      { name: "People_Auditor", value: "J. Auditor" },
      { name: "Holidays", index: 0, value: { date: "2026-12-25" } },
    );
    for (const base of [null, partner]) {
      const { plan, after } = merged(base, partner, [audited]);
      expect(asked(plan)).toEqual([]);
      expect(taken(plan).map(([key]) => key)).toEqual([
        "Phase",
        "Holidays[2026-12-25]",
        "People_Auditor",
        "Auditor_Answer[1.4]",
      ]);
      expect(plan.leftOut.map(({ key, after: theirs }) => [key, theirs])).toEqual([
        ["Evidence[1.1]", "Mine is better"],
        ["Owner[2.1]", "Auditor"],
      ]);
      const said = saidIn(after);
      expect([said.get("Owner[1.1]"), said.get("Owner[2.1]")]).toEqual(["T. Weiss", "Kim"]);
      const history = inputsOf(after).records.history.map(({ to }) => to);
      expect(history).toEqual(["submitted", "audit"]);
      expect(told(after).seal?.state).toBe("unchanged");
      // The next round: the workbook is still the partner's.
      const later = edited(audited, of("Auditor_Answer", "1.5", "Not met"));
      const second = merged(null, after, [later]);
      expect(taken(second.plan).map(([key]) => key)).toEqual(["Auditor_Answer[1.5]"]);
      expect(second.plan.leftOut).toHaveLength(2);
    }
  });

  it("of two auditors comes together, and goes on as one", () => {
    const audit = moved(shared, "audit", "2026-03-10 09:00");
    const [one, two] = [
      edited(audit, of("Auditor_Answer", "1.4", "Not met")),
      edited(audit, of("Auditor_Answer", "1.5", "Met")),
    ];
    const { plan, after } = merged(audit, one, [two]);
    expect([taken(plan), plan.leftOut]).toEqual([[["Auditor_Answer[1.5]", "", "Met"]], []]);
    expect(inputsOf(after).records).toEqual(inputsOf(one).records);
  });
});
