/** Next year's workbook: what is carried, what begins anew, and when the audit has to be a full one. */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { type IsoDate, type ItemId, points } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { services } from "../../core/checklist/v3.1/services.ts";
import { renewal } from "../../core/report/renewal.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { ACTIONS, day, handedOver } from "./ready.ts";

const { items } = checklist31;

const renewed = (inputs: Inputs) => renewal(checklist31, report(EDITIONS, snapshotOf(inputs)));
/** The renewed workbook, written and read. */
const next = (inputs: Inputs) => report(EDITIONS, snapshotOf(renewed(inputs).inputs));
const prior = (inputs: Inputs) =>
  next(inputs)
    .items.filter((row) => row.priorAction)
    .map((row) => row.id);

/** Passed with 960, one action item still open. */
const CLOSED: Inputs = withItem(
  { ...ACTIONS, phase: "closed", reportReceivedOn: day("2026-03-23") },
  "8.1.9",
  { closedOn: day("2026-03-12"), closureEvidence: "Rota.pdf" },
);

describe("previous action items", () => {
  it("are all that the auditor marked Not met, closed or not", () => {
    expect(prior(CLOSED)).toEqual(["1.1", "1.4", "8.1.9", "9.3.5"]);
    const allClosed = ["8.1.9", "9.3.5"].reduce(
      (all, id) => withItem(all, id, { closedOn: day("2026-03-12") }),
      CLOSED,
    );
    expect(prior(allClosed)).toEqual(["1.1", "1.4", "8.1.9", "9.3.5"]);
  });

  it("are not what the partner alone answered, nor what was not audited", () => {
    expect(prior(withItem(CLOSED, "13.1", { self: "notMet" }))).not.toContain("13.1");
    const waived = withItem({ ...CLOSED, reseller: false }, "5.1", { auditor: "notMet" });
    expect(prior(waived)).not.toContain("5.1");
  });

  it("of the year before are not carried on where they were met this time", () => {
    const second = withItem(
      { ...CLOSED, renewal: true, lastFullAuditOn: day("2025-03-03"), previousAuditVersion: "3.1" },
      "13.1",
      { priorAction: true, auditor: "met" },
    );
    expect(prior(second)).not.toContain("13.1");
  });

  it("are in the scope of the renewal, with the reason", () => {
    const row = next(CLOSED).items.find((item) => item.id === "9.3.5");
    expect(row).toMatchObject({ scope: "audited", scopeReason: "priorAction" });
  });
});

describe("an audit that was not passed", () => {
  it("is followed by a full one, whether it failed or never came to its end", () => {
    const failed = renewed({ ...ACTIONS, phase: "closed" });
    expect(failed.inputs.renewal).toBe(false);
    expect(failed.notes[0]).toMatch(/did not end with a Pass.*full one/);
    const never = renewed({ ...blankInputs(checklist31), auditOn: day("2026-12-10") });
    expect(never.inputs.renewal).toBe(false);
    expect(never.notes[0]).toMatch(/not ended with a Pass yet/);
    expect(next({ ...blankInputs(checklist31), auditOn: day("2026-12-10") }).scope.carried).toBe(0);
  });
});

describe("evidence that is longer than a cell together with its closure", () => {
  it("is kept without it, and said", () => {
    const long = withItem(CLOSED, "8.1.9", {
      evidence: "e".repeat(20_000),
      closureEvidence: "c".repeat(20_000),
    });
    const { inputs, notes } = renewed(long);
    expect(inputs.items["8.1.9" as ItemId]?.evidence).toBe("e".repeat(20_000));
    expect(notes.join(" ")).toMatch(
      /Item 8\.1\.9: .* left out\. Take it from this year's workbook/,
    );
  });
});

describe("a full audit", () => {
  const engagement = (auditOn: string, lastFullAuditOn: string | null, isRenewal: boolean) => {
    const { inputs } = renewed({
      ...CLOSED,
      auditOn: day(auditOn),
      lastFullAuditOn: lastFullAuditOn as IsoDate | null,
      renewal: isRenewal,
    });
    return [inputs.renewal ? "renewal" : "full", inputs.lastFullAuditOn];
  };

  it.each([
    // A full audit begins three new years.
    ["2026-03-09", null, false, "renewal", "2026-03-09"],
    ["2026-03-09", "2020-01-01", false, "renewal", "2026-03-09"],
    // The next audit comes a year after this one; two renewals lie between full audits, with some drift.
    ["2026-03-09", "2025-03-09", true, "renewal", "2025-03-09"],
    ["2026-03-09", "2024-03-09", true, "full", "2024-03-09"],
    ["2026-02-20", "2024-03-09", true, "full", "2024-03-09"],
    ["2026-04-20", "2025-03-09", true, "renewal", "2025-03-09"],
    ["2026-03-09", "2023-03-09", true, "full", "2023-03-09"],
    // Thirty months after 29 February 2024 is 29 August 2026, a year before which an audit may be.
    ["2025-08-28", "2024-02-29", true, "renewal", "2024-02-29"],
    ["2025-08-29", "2024-02-29", true, "full", "2024-02-29"],
    ["2028-02-29", "2026-02-28", true, "full", "2026-02-28"],
    ["2026-03-09", null, true, "full", null],
  ] as const)(
    "after the audit of %s, the last full one on %s, renewal %s: %s",
    (auditOn, lastFull, isRenewal, kind, carried) => {
      expect(engagement(auditOn, lastFull, isRenewal)).toEqual([kind, carried]);
    },
  );

  it("is told with its reason", () => {
    const told = (change: Partial<Inputs>) => renewed({ ...CLOSED, ...change }).notes;
    expect(told({})[0]).toBe("The next audit is a renewal.");
    expect(told({ renewal: true, lastFullAuditOn: day("2023-03-01") })[0]).toContain("2023-03-01");
    expect(told({ renewal: true, lastFullAuditOn: null })[0]).toContain("not known");
    expect(told({ auditOn: null }).at(-1)).toContain("Fill “Audit”");
  });
});

describe("what is carried", () => {
  const full: Inputs = {
    ...CLOSED,
    singleRegion: true,
    holidays: [day("2026-12-25")],
    people: {
      ...CLOSED.people,
      People_AWS_Contact: "Dana",
      People_Auditor: "Oduya",
      Sign_Off_Name: "Oduya",
    },
    editors: { partner: "a@example.com", auditor: "b@example.com" },
    items: withItem(
      withItem(withItem(CLOSED, "4.2.1", { ifMet: points(20) }), "4.2.2", { ifMet: points(10) }),
      "1.2",
      {
        owner: "Kim",
        plan: "P",
        disclosedChange: true,
        whatChanged: "New",
      },
    ).items,
  };
  const after = next(full);

  it("is profile, people of the partner, evidence, owners, point values and references", () => {
    expect(after).toMatchObject({
      partner: "Kestrel Cloud Ltd",
      phase: "selfAssessment",
      holidays: ["2026-12-25"],
      scope: { engagement: "renewal", reseller: true },
      profile: {
        singleRegion: true,
        previousAuditVersion: "3.1",
        lastFullAuditOn: "2026-03-09",
        people: { People_AWS_Contact: "Dana", People_Auditor: "", Sign_Off_Name: "" },
        editors: { partner: "a@example.com", auditor: "" },
        prerequisites: { tier: "Advanced", references: full.prerequisites.references },
      },
    });
    const row = (id: string) => after.items.find((item) => item.id === id);
    expect(row("1.2")).toMatchObject({
      evidence: "Folder 1.2",
      owner: "Kim",
      plan: "",
      disclosedChange: false,
      whatChanged: "",
    });
    expect(row("4.2.1")?.ifMet).toBe(20);
  });

  it("is no answer, note, closure, date of the process, tick or record", () => {
    for (const row of after.items) {
      expect(row).toMatchObject({
        self: "unanswered",
        auditor: "unanswered",
        note: "",
        noteKind: "",
        closureEvidence: "",
        closedOn: null,
        plan: "",
      });
    }
    expect(after.profile).toMatchObject({
      submittedOn: null,
      auditOn: null,
      summaryReceivedOn: null,
      reportReceivedOn: null,
      prerequisites: {
        applicationSent: false,
        applicationOn: null,
        selfAssessmentSent: false,
        reviewed: false,
      },
    });
    expect(after).toMatchObject({ seal: null, history: [], summary: null });
    const sealed = readInputs(checklist31, handedOver()).inputs;
    expect(next({ ...sealed, phase: "closed" })).toMatchObject({ seal: null, history: [] });
  });

  it("has no fault, except for dates that only this year's audit would give", () => {
    expect(after.issues).toEqual([]);
    expect(next(blankInputs(checklist31)).issues.map((issue) => issue.severity)).not.toContain(
      "error",
    );
  });
});

describe("services", () => {
  const lambda = services.findIndex((service) => service.name.includes("Lambda"));
  const reviewed = (inputs: Inputs) => renewed(inputs).inputs.services[lambda]?.reviewed;
  const withLambda = (
    change: Partial<Inputs["services"][number]>,
    more: Partial<Inputs> = {},
  ): Inputs => ({
    ...CLOSED,
    ...more,
    services: CLOSED.services.map((service, index) =>
      index === lambda ? { ...service, ...change } : service,
    ),
  });

  it("count as reviewed where they were assessed, compliant, and 3.1 was met", () => {
    expect(reviewed(CLOSED)).toBe(true);
    expect(reviewed(withLambda({ compliant: false }))).toBe(false);
    expect(reviewed(withLambda({ compliant: null }))).toBe(false);
    expect(reviewed(withLambda({ unavailable: true }, { singleRegion: true }))).toBe(false);
    expect(reviewed(withItem(CLOSED, "3.1", { auditor: "notMet" }))).toBe(false);
    expect(reviewed(withItem(withLambda({ reviewed: true }), "3.1", { auditor: "notMet" }))).toBe(
      true,
    );
  });

  it("are assessed again, all of them, where 3.1 was an action item", () => {
    const all = next(withItem(CLOSED, "3.1", { auditor: "notMet" }));
    expect(all.services.every((service) => service.assessed === "assessed")).toBe(true);
    const none = next(CLOSED);
    expect(none.services.some((service) => service.assessed === "assessed")).toBe(false);
    expect(none.services.every((service) => service.compliant === null)).toBe(true);
  });
});

it("says how much was not validated", () => {
  const open = withItem(CLOSED, "14.1", { auditor: "unanswered" });
  expect(renewed(open).notes.join("\n")).toContain("One item was not validated");
  expect(renewed(CLOSED).notes.join("\n")).not.toContain("validated");
  expect(items).toHaveLength(97);
});
