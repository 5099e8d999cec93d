/** For every finding before a hand-over: workbooks that show it, and near misses that do not. */

import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { FindingCode, StepCode } from "../../core/words/preflight.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { snapshotOf, withItem, withoutName, withValue } from "../fakes/snapshot.ts";
import { day, READY } from "./ready.ts";

export interface FindingCase {
  readonly weight: "blocks" | "missing" | "advice";
  readonly shows: readonly Snapshot[];
  /** The workbook that lacks nothing is tried for every finding. */
  readonly not: readonly Snapshot[];
  /** Sheet and column of the cell for the first one; null where no cell settles it. */
  readonly at: RegExp | null;
  /** What the sentence has to say. */
  readonly says: RegExp;
}

const { items: READY_ITEMS } = checklist31;
type Prerequisites = Inputs["prerequisites"];
type Reference = Prerequisites["references"][number];

const ready = snapshotOf(READY);
const item = (id: string, change: Parameters<typeof withItem>[2], inputs: Inputs = READY) =>
  snapshotOf(withItem(inputs, id, change));
const prerequisites = (change: Partial<Prerequisites>, inputs: Inputs = READY): Snapshot =>
  snapshotOf({ ...inputs, prerequisites: { ...inputs.prerequisites, ...change } });
const reference = (
  index: number,
  change: Partial<Reference>,
  inputs: Partial<Inputs> = {},
): Snapshot =>
  prerequisites(
    {
      references: READY.prerequisites.references.map((entry, at) =>
        at === index ? { ...entry, ...change } : entry,
      ),
    },
    { ...READY, ...inputs },
  );
const services = (compliant: (index: number) => boolean | null, self: "met" | "notMet"): Snapshot =>
  item(
    "3.1",
    { self },
    {
      ...READY,
      services: READY.services.map((service, index) => ({
        ...service,
        compliant: compliant(index),
      })),
    },
  );

const RENEWAL: Inputs = {
  ...READY,
  renewal: true,
  previousAuditVersion: "3.0",
  lastFullAuditOn: day("2024-03-01"),
};
const renewal = (change: Partial<Inputs>): Snapshot => snapshotOf({ ...RENEWAL, ...change });

/** 40 + 40 + 20 points for the first three. */
const missed = (...ids: string[]): Snapshot =>
  snapshotOf(ids.reduce((all, id) => withItem(all, id, { self: "notMet" }), READY));
const unanswered: Inputs = withItem(READY, "9.6.2", { self: "unanswered", evidence: "" });

export const FINDINGS: Readonly<Record<Exclude<FindingCode, StepCode>, FindingCase>> = {
  partner: {
    weight: "blocks",
    shows: [snapshotOf({ ...READY, partner: "" }), withoutName(ready, "Partner_Name")],
    not: [snapshotOf({ ...READY, partner: "K" })],
    at: /^Overview!/,
    says: /no name/,
  },
  untrusted: {
    weight: "blocks",
    shows: [
      withValue(ready, "Self_Answer", "1.1", "Perhaps"),
      withValue(ready, "Item_Id", "8.1.9", null),
      withValue(ready, "Format_Version", 0, 99),
    ],
    not: [withValue(ready, "Self_Answer", "1.1", " met ")],
    at: /^Checklist!/,
    says: /untrustworthy\. .*Perhaps/,
  },
  warnings: {
    weight: "advice",
    shows: [withValue(ready, "Self_Answer", "1.1", " met ")],
    not: [],
    at: /^Checklist!/,
    says: /^2 warnings are open\. Checklist!H\d+ says “ met ”/,
  },
  nothing: {
    weight: "blocks",
    shows: [
      snapshotOf(
        READY_ITEMS.reduce((all, { id }) => withItem(all, id, { self: "unanswered" }), READY),
      ),
    ],
    not: [
      snapshotOf(
        READY_ITEMS.slice(1).reduce(
          (all, { id }) => withItem(all, id, { self: "unanswered" }),
          READY,
        ),
      ),
    ],
    at: /^Checklist!H/,
    says: /No item has an answer/,
  },
  unanswered: {
    weight: "missing",
    shows: [snapshotOf(unanswered)],
    // Not asked in a renewal, and waived for who resells nothing.
    not: [
      item("1.4", { self: "unanswered" }, RENEWAL),
      item("5.1", { self: "unanswered" }, { ...READY, reseller: false }),
      item("1.4", { self: "notMet" }),
    ],
    at: /^Checklist!/,
    says: /Item 9\.6\.2 has no answer/,
  },
  fails: {
    weight: "missing",
    shows: [
      item("1.1", { self: "notMet" }),
      missed("2.2", "9.3.5", "13.1", "1.4"),
      // 900 is out of reach, whatever the open answer will be.
      item("1.1", { self: "notMet" }, unanswered),
    ],
    // 900 exactly passes; with an answer open and 900 in reach it is not said yet.
    not: [missed("2.2", "9.3.5", "13.1"), item("2.2", { self: "notMet" }, unanswered)],
    at: /^Checklist!/,
    says: /800 points, with 1\.1 mandatory and not met; 900 are needed.*1\.1 would make 1000/,
  },
  servicesBlank: {
    weight: "missing",
    shows: [services((index) => (index === 4 ? null : true), "met")],
    not: [
      services(() => true, "met"),
      snapshotOf({
        ...RENEWAL,
        services: READY.services.map((service) => ({
          ...service,
          reviewed: true,
          compliant: service.isNew ? null : true,
        })),
      }),
    ],
    at: /^AWS Services!/,
    says: /One service is not yet said/,
  },
  servicesDisagree: {
    weight: "missing",
    shows: [services((index) => index !== 2, "met"), services(() => true, "notMet")],
    not: [services((index) => index !== 2, "notMet"), services(() => null, "met")],
    at: /^AWS Services!/,
    says: /3\.1 is answered Met, but one service is not compliant/,
  },
  tier: {
    weight: "missing",
    shows: [prerequisites({ tier: "" })],
    not: [prerequisites({ tier: "Premier" })],
    at: /^Prerequisites!/,
    says: /tier is blank/,
  },
  application: {
    weight: "missing",
    shows: [prerequisites({ applicationSent: false, applicationOn: null })],
    not: [prerequisites({ applicationSent: true, applicationOn: null })],
    at: /^Prerequisites!/,
    says: /not ticked as sent/,
  },
  applicationDate: {
    weight: "missing",
    shows: [prerequisites({ applicationOn: null })],
    not: [prerequisites({ applicationSent: false, applicationOn: null })],
    at: /^Prerequisites!/,
    says: /day of the application .* is blank/,
  },
  references: {
    weight: "missing",
    shows: [
      reference(2, { customer: "", on: null }),
      prerequisites({ references: READY.prerequisites.references.slice(3) }),
    ],
    not: [reference(3, { customer: "Dogwood" })],
    at: /^Prerequisites!/,
    says: /2 customer references count so far; 3 are needed, and 1\.6 is answered Met\. Add one/,
  },
  publicReference: {
    weight: "missing",
    shows: [reference(0, { isPublic: false }), reference(0, { isPublic: null })],
    not: [reference(1, { isPublic: true })],
    at: /^Prerequisites!/,
    says: /None of the references is public/,
  },
  notPaying: {
    weight: "missing",
    shows: [reference(1, { isPaying: false }), reference(1, { isPaying: null })],
    not: [reference(3, { isPaying: false })],
    at: /^Prerequisites!/,
    says: /Birch does not count: not said to be paying/,
  },
  noKind: {
    weight: "missing",
    shows: [reference(1, { kind: "" }), reference(1, { kind: "An old customer" })],
    not: [reference(3, { kind: "" }), reference(1, { kind: "new engagement" })],
    at: /^Prerequisites!/,
    says: /Birch does not count: not said whether/,
  },
  afterAudit: {
    weight: "missing",
    shows: [reference(1, { on: day("2026-03-21") }, { auditOn: day("2026-03-20") })],
    not: [reference(1, { on: day("2026-03-20") }, { auditOn: day("2026-03-20") })],
    at: /^Prerequisites!/,
    says: /Birch does not count: dated after the audit/,
  },
  notYet: {
    weight: "missing",
    // Handed over on 2 March 2026.
    shows: [reference(1, { on: day("2026-03-03") })],
    not: [
      reference(1, { on: day("2026-03-02") }),
      reference(1, { on: day("2026-03-03") }, { auditOn: day("2026-03-20") }),
    ],
    at: /^Prerequisites!/,
    says: /Birch does not count yet: dated after the hand-over/,
  },
  undated: {
    weight: "missing",
    shows: [reference(1, { on: null })],
    not: [reference(3, { on: null })],
    at: /^Prerequisites!/,
    says: /Birch does not count: the day/,
  },
  tooOld: {
    weight: "missing",
    // Eighteen months before the hand-over on 2 March 2026.
    shows: [
      reference(1, { on: day("2024-09-01") }),
      // Handed over before and opened again: the next hand-over is today's, unless a later day is planned.
      reference(1, { on: day("2024-09-01") }, { submittedOn: day("2025-06-01") }),
      reference(1, { on: day("2024-10-01") }, { submittedOn: day("2026-04-15") }),
    ],
    not: [
      reference(1, { on: day("2024-09-02") }),
      // What is handed over keeps its day.
      reference(
        1,
        { on: day("2024-08-01") },
        { phase: "submitted", submittedOn: day("2026-01-15") },
      ),
      // Measured from the audit, where there is a day for it.
      snapshotOf({ ...READY, auditOn: day("2027-04-30") }),
    ],
    at: /^Prerequisites!/,
    says: /Birch does not count: more than 18 months/,
  },
  confirmAge: {
    weight: "advice",
    shows: [reference(1, { on: day("2025-03-01") }), reference(1, { on: day("2024-09-02") })],
    not: [reference(1, { on: day("2025-03-02") }), reference(1, { on: day("2024-09-01") })],
    at: /^Prerequisites!/,
    says: /Birch is 12 to 18 months old/,
  },
  renewalVersion: {
    weight: "missing",
    shows: [
      renewal({ previousAuditVersion: "" }),
      renewal({ previousAuditVersion: "2.1" }),
      renewal({ previousAuditVersion: "v2.9" }),
      // The year of the audit is no version.
      renewal({ previousAuditVersion: "2017" }),
      renewal({ previousAuditVersion: "100" }),
    ],
    not: [
      renewal({ previousAuditVersion: "v3.0" }),
      renewal({ previousAuditVersion: "3.1" }),
      snapshotOf({ ...READY, previousAuditVersion: "2.1" }),
    ],
    at: /^Overview!/,
    says: /version of the previous audit is blank/,
  },
  lastFullAudit: {
    weight: "missing",
    shows: [renewal({ lastFullAuditOn: null })],
    not: [renewal({}), snapshotOf({ ...READY, lastFullAuditOn: null })],
    at: /^Overview!/,
    says: /last full audit is blank/,
  },
  fullAuditDue: {
    weight: "missing",
    shows: [
      renewal({ lastFullAuditOn: day("2023-03-01") }),
      renewal({ lastFullAuditOn: day("2023-06-01"), auditOn: day("2026-06-01") }),
      // Leap day: three years on it is the 28th.
      renewal({ lastFullAuditOn: day("2024-02-29"), auditOn: day("2027-02-28") }),
    ],
    not: [
      renewal({ lastFullAuditOn: day("2023-03-03") }),
      renewal({ lastFullAuditOn: day("2023-06-01"), auditOn: day("2026-05-31") }),
      renewal({ lastFullAuditOn: day("2024-02-29"), auditOn: day("2027-02-27") }),
      snapshotOf({ ...READY, lastFullAuditOn: day("2020-01-01") }),
    ],
    at: /^Overview!/,
    says: /before 2026-03-01, three years after/,
  },
  whatChanged: {
    weight: "missing",
    shows: [item("1.4", { disclosedChange: true }, RENEWAL)],
    not: [
      item("1.4", { disclosedChange: true, whatChanged: "New owner" }, RENEWAL),
      item("1.4", { disclosedChange: true }),
    ],
    at: /^Checklist!/,
    says: /Item 1\.4 has a disclosed change/,
  },
  evidence: {
    weight: "advice",
    shows: [item("12.1", { evidence: "" })],
    not: [item("12.1", { evidence: "", self: "notMet" }), item("1.4", { evidence: "" }, RENEWAL)],
    at: /^Checklist!/,
    says: /Item 12\.1 is answered Met without evidence/,
  },
  reconstructed: {
    weight: "advice",
    shows: [item("4.2.1", { self: "notMet" })],
    not: [
      item("4.2.1", { self: "unanswered" }),
      item("4.3.1", { self: "notMet" }),
      item("4.2.1", { self: "notMet" }, { ...READY, pointsChecked: true }),
    ],
    at: /^Overview!/,
    says: /4\.2\.1: our copy of the text lacks the points .* section 4, page 10/,
  },
  review: {
    weight: "advice",
    shows: [prerequisites({ reviewed: false })],
    not: [],
    at: /^Prerequisites!/,
    says: /recommended, not required/,
  },
  current: {
    weight: "advice",
    shows: [ready],
    not: [],
    at: /^Overview!/,
    says: /January 2017/,
  },
};
