/** The seal: every single sealed entry is noticed with its old and new value, and nothing else is. */

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMAT_VERSION } from "../../core/audit/records.ts";
import {
  canonicalText,
  checkSeal,
  makeSeal,
  type SealedChange,
  shortSeal,
} from "../../core/audit/seal.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { openItems } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { type Report, report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { INPUTS, type Input, isInputOf } from "../../core/workbook/fields.ts";
import type { Edit, Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { editedSnapshot } from "../../core/workbook/write/change.ts";
import { readAssignments } from "../../core/workbook/write/entries.ts";
import { snapshotOf, withItem, withRowOrder, withValue } from "../fakes/snapshot.ts";
import { arbitraryInputs } from "./arbitrary.ts";
import { ACTIONS, handedOver, READY } from "./ready.ts";

const { items } = checklist31;

/** What a hand-over stands for, written down a second time. */
const SEALED = [
  "Partner_Name",
  "Reseller_Program",
  "Engagement",
  "Single_Region",
  "Previous_Audit_Version",
  "Last_Full_Audit_On",
  "Prerequisite_Application_On",
  "Prerequisite_Tier",
  "Prerequisite_Application",
  "Prerequisite_Reviewed",
  "Prerequisite_Reference",
  "Prerequisite_Reference_Kind",
  "Prerequisite_Reference_On",
  "Prerequisite_Public",
  "Prerequisite_Paying",
  "Service_Example",
  "Service_Support",
  "Service_Unavailable",
  "Service_Reviewed",
  "Service_Compliant",
  "Self_Answer",
  "Evidence",
  "Prior_Action",
  "Open_Add",
];

/** What is entered in another cell than in format 1 keeps its key. */
const keyOf = (name: string): string => (name === "Open_Add" ? "Item_Add" : name);

const sealed = handedOver();
const original = report(EDITIONS, sealed);

/** Every cell that can be set: a single one, an item's, or a place of a list from 1. */
const cells: readonly { readonly field: Input; readonly key: string | null }[] = INPUTS.flatMap(
  (field) => {
    if (field.name === "Phase" || !isInputOf(field, FORMAT_VERSION)) return [];
    if (field.kind.is === "points")
      return openItems(checklist31).map(({ id }) => ({ field, key: id as string | null }));
    if (field.shape === "cell") return [{ field, key: null as string | null }];
    if (field.shape === "column")
      return items.map((item) => ({ field, key: item.id as string | null }));
    const range = sealed.names[field.name];
    const room = range ? range.rows * range.columns : 0;
    return Array.from({ length: room }, (_, index) => ({ field, key: `${index + 1}` }));
  },
);

const VALUES: Readonly<Record<string, readonly string[]>> = {
  answer: ["Met", "Not met", ""],
  text: ["Another text", "Zwölf Äpfel 漢字", ""],
  date: ["2025-12-01", "2026-01-05", ""],
  points: ["0", "10", "20", "40"],
};
const valuesOf = ({ kind }: Input): readonly string[] =>
  kind.is === "choice" ? [...kind.values, ""] : (VALUES[kind.is] ?? []);

function edited(field: Input, key: string | null, value: string): Snapshot {
  const { edits, refusals } = readAssignments(
    checklist31,
    [{ name: field.name, key, value }],
    sealed,
  );
  expect(refusals).toEqual([]);
  return editedSnapshot(checklist31, sealed, edits);
}

/** Where the change should be told: services go by their name. */
function placeOf(name: string, key: string | null): string | null {
  if (!name.startsWith("Service_") || key === null) return key;
  return original.services[Number(key) - 1]?.name ?? null;
}

describe("a seal", () => {
  it("is the SHA-256 of the canonical text, as another implementation computes it", () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const { hash, text } = makeSeal(checklist31, inputs, "2026-03-02 17:45");
        expect(hash).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
        expect(shortSeal(hash).replaceAll("-", "")).toBe(hash.slice(0, 12));
      }),
      { numRuns: 60 },
    );
  });

  it("is the same after the workbook was written and read, and its rows sorted", () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const snapshot = snapshotOf(inputs);
        const read = canonicalText(checklist31, readInputs(checklist31, snapshot).inputs);
        const count = (snapshot.names.Item_Id?.rows ?? 0) - 2;
        const upsideDown = Array.from({ length: count }, (_, index) => count - index);
        const sorted = withRowOrder(snapshot, upsideDown);
        expect(canonicalText(checklist31, readInputs(checklist31, sorted).inputs)).toBe(read);
      }),
      { numRuns: 15 },
    );
  });

  it("does not mind line ends, outer spaces or the letters of an answer", () => {
    const texts = withItem(READY, "1.2", { evidence: "One\nTwo" });
    const seal = makeSeal(checklist31, texts, "").hash;
    const spaced = withItem(READY, "1.2", { evidence: " One\r\nTwo \n" });
    expect(makeSeal(checklist31, spaced, "").hash).toBe(seal);
    expect(
      makeSeal(checklist31, withItem(READY, "1.2", { evidence: "One Two" }), "").hash,
    ).not.toBe(seal);
    const untidy = withValue(sealed, "Self_Answer", "1.1", " MET ");
    expect(report(EDITIONS, untidy).seal?.state).toBe("unchanged");
  });

  it("is unchanged right after the hand-over, and shown in short on the Overview", () => {
    expect(original.seal).toEqual({
      short: shortSeal(makeSeal(checklist31, READY, "").hash),
      at: "2026-03-02 17:45",
      state: "unchanged",
      changes: [],
      disclosedLate: [],
    });
    expect(original.seal?.short).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/);
  });
});

describe("a change after the hand-over", () => {
  const told = (result: Report): readonly SealedChange[] => result.seal?.changes ?? [];

  it("of any single sealed entry is told with its old and new value, any other is not", () => {
    const change = fc.constantFrom(...cells).chain(({ field, key }) =>
      fc.record({
        field: fc.constant(field),
        key: fc.constant(key),
        value: fc.constantFrom(...valuesOf(field)),
      }),
    );
    fc.assert(
      fc.property(change, ({ field, key, value }) => {
        const after = report(EDITIONS, edited(field, key, value));
        const changes = told(after);
        if (!SEALED.includes(field.name)) {
          expect(after.seal?.state).toBe("unchanged");
          return;
        }
        const before = canonicalOf(original, field.name, key);
        const now = canonicalOf(after, field.name, key);
        if (before === now) {
          expect(after.seal?.state).toBe("unchanged");
          return;
        }
        expect(after.seal?.state).toBe("changed");
        expect(changes).toEqual([
          { name: keyOf(field.name), place: placeOf(field.name, key), before, after: now },
        ]);
        expect(after.issues.map((issue) => issue.code)).toContain("sealChanged");
      }),
      { numRuns: 120 },
    );
  });

  /** The entry as a person would say it, looked up in the report and not in the seal. */
  function canonicalOf(result: Report, name: string, key: string | null): string {
    const yes = (value: boolean) => (value ? "Yes" : "");
    const yesNo = (value: boolean | null | undefined) =>
      value === null || value === undefined ? "" : value ? "Yes" : "No";
    const { prerequisites } = result.profile;
    const row = result.items.find((item) => item.id === key);
    const service = result.services[Number(key) - 1];
    const reference = prerequisites.references[Number(key) - 1];
    const answer = { met: "Met", notMet: "Not met", unanswered: "" };
    const entries: Readonly<Record<string, string | undefined>> = {
      Partner_Name: result.partner,
      Reseller_Program: yesNo(result.scope.reseller),
      Engagement: result.scope.engagement === "full" ? "Full audit" : "Renewal",
      Single_Region: yes(result.profile.singleRegion),
      Previous_Audit_Version: result.profile.previousAuditVersion,
      Prerequisite_Tier: prerequisites.tier,
      Prerequisite_Application: yes(prerequisites.applicationSent),
      Prerequisite_Reviewed: yes(prerequisites.reviewed),
      Prerequisite_Reference: reference?.customer,
      Prerequisite_Reference_Kind: reference?.kind,
      Prerequisite_Reference_On: reference?.on ?? "",
      Prerequisite_Public: yesNo(reference?.isPublic),
      Prerequisite_Paying: yesNo(reference?.isPaying),
      Service_Example: service?.example,
      Service_Support: service?.support,
      Service_Unavailable: yes(service?.unavailable === true),
      Service_Reviewed: yes(service?.reviewed === true),
      Service_Compliant: yesNo(service?.compliant),
      Self_Answer: row && answer[row.self],
      Evidence: row?.evidence,
      Prior_Action: yes(row?.priorAction === true),
      Last_Full_Audit_On: result.profile.lastFullAuditOn ?? "",
      Prerequisite_Application_On: prerequisites.applicationOn ?? "",
      Open_Add: row && String(row.ifMet),
    };
    return entries[name] ?? "";
  }

  it("covers every sealed name: each of them has a cell that can change", () => {
    for (const name of SEALED) {
      const found = cells.filter(({ field }) => field.name === name);
      expect(found.length, name).toBeGreaterThan(0);
      const differing = found.some(({ field, key }) =>
        valuesOf(field).some(
          (value) => told(report(EDITIONS, edited(field, key, value))).length === 1,
        ),
      );
      expect(differing, name).toBe(true);
    }
  });

  it("of many entries is told one by one, in the order of the sheets", () => {
    const edits: Edit[] = [
      { name: "Self_Answer", item: "1.2" as ItemId, value: "Not met" },
      { name: "Self_Answer", item: "1.1" as ItemId, value: null },
      { name: "Partner_Name", value: "Kestrel GmbH" },
    ];
    expect(told(report(EDITIONS, editedSnapshot(checklist31, sealed, edits)))).toEqual([
      { name: "Partner_Name", place: null, before: "Kestrel Cloud Ltd", after: "Kestrel GmbH" },
      { name: "Self_Answer", place: "1.1", before: "Met", after: "" },
      { name: "Self_Answer", place: "1.2", before: "Met", after: "Not met" },
    ]);
  });

  it("is meant, and no fault, while the phase is Self-assessment again", () => {
    const back = editedSnapshot(checklist31, sealed, [
      { name: "Phase", value: "Self-assessment" },
      { name: "Partner_Name", value: "Kestrel GmbH" },
    ]);
    expect(report(EDITIONS, back).seal?.state).toBe("changed");
    expect(report(EDITIONS, back).issues.map((issue) => issue.code)).not.toContain("sealChanged");
  });
});

describe("the record of a seal", () => {
  it("that was altered proves nothing, in whichever of its cells", () => {
    const { hash } = makeSeal(checklist31, READY, "");
    const flipped = hash.startsWith("0") ? `1${hash.slice(1)}` : `0${hash.slice(1)}`;
    for (const spoiled of [
      withValue(sealed, "Seal_Record", 0, flipped),
      withValue(sealed, "Sealed_Values", 0, '|[["Partner_Name","Other"]]'),
      withValue(sealed, "Sealed_Values", 0, "|no JSON"),
      withValue(sealed, "Sealed_Values", 0, null),
      withValue(sealed, "Sealed_Values", 3, "|more"),
    ]) {
      expect(report(EDITIONS, spoiled).seal).toMatchObject({ state: "damaged", changes: [] });
      expect(report(EDITIONS, spoiled).issues.map((issue) => issue.code)).toContain("sealDamaged");
    }
  });

  it("is none where nothing was handed over", () => {
    expect(checkSeal(checklist31, READY)).toBeNull();
    expect(report(EDITIONS, withValue(sealed, "Seal_Record", 0, null)).seal).toBeNull();
  });

  it("holds text longer than a cell, whole", () => {
    const long = items.reduce(
      (all, item) => withItem(all, item.id, { evidence: "漢😀".repeat(900) + item.id }),
      READY,
    );
    const snapshot = handedOver(long);
    expect(report(EDITIONS, snapshot).seal?.state).toBe("unchanged");
    const filled = snapshot.names.Sealed_Values?.values.filter((line) => line[0] !== null) ?? [];
    expect(filled.length).toBeGreaterThan(5);
    for (const [piece] of filled) expect(String(piece).length).toBeLessThanOrEqual(32_767);
  });

  it("is not touched by what the auditor and the process write", () => {
    const audited = { ...ACTIONS, records: readInputs(checklist31, sealed).inputs.records };
    expect(report(EDITIONS, snapshotOf(audited)).seal?.state).toBe("unchanged");
  });
});
