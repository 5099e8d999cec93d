/** For every fault that the core can name: workbooks in which it appears, and near misses in which it does not. */

import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { NO_RECORDS } from "../../core/audit/records.ts";
import { makeSeal } from "../../core/audit/seal.ts";
import { earlierHandOver, type MadeStage, sealStage } from "../../core/audit/stages.ts";
import { summaryRecord } from "../../core/audit/summary-record.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import { packedText } from "../../core/checklist/file/pack.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { services } from "../../core/checklist/v3.1/services.ts";
import type { IssueCode } from "../../core/words/issues.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Severity } from "../../core/workbook/issues.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import {
  rowOf,
  snapshotOf,
  snapshotOfBlueprint,
  withFormula,
  withItem,
  withoutName,
  withRange,
  withValue,
} from "../fakes/snapshot.ts";
import { smallChecklist, withoutRenewals } from "../fixtures/checklists/small.ts";

const { items } = checklist31;
const small = smallChecklist;

/** All but what only today's date can tell. */
type Code = Exclude<IssueCode, "closedInFuture" | "farDate" | "weekendDate">;

export const day = (text: string) => text as IsoDate;
export const blank = blankInputs(checklist31);
export const clean = snapshotOf(blank);
const earlier = snapshotOfBlueprint(blueprint(checklist31, blank, 1));
export const answered = (answer: "met" | "notMet") =>
  items.reduce((all, item) => withItem(all, item.id, { self: answer }), blank);
export const auditing: Inputs = {
  ...blank,
  phase: "actionItems",
  summaryReceivedOn: day("2026-03-09"),
};
const renewal: Inputs = {
  ...blank,
  renewal: true,
  lastFullAuditOn: day("2024-06-01"),
  previousAuditVersion: "3.0",
};
const ready = {
  ...blank,
  services: blank.services.map((service) => ({ ...service, compliant: true })),
};

/** Three references that count, each with a change. */
const referring = (
  change: Partial<Inputs["prerequisites"]["references"][number]>,
  dates: Partial<Inputs> = {},
): Inputs => ({
  ...blank,
  auditOn: day("2026-03-09"),
  ...dates,
  prerequisites: {
    ...blank.prerequisites,
    references: ["Alder", "Birch", "Cedar"].map((customer) => ({
      customer,
      kind: "New customer",
      on: day("2025-10-31"),
      isPublic: true,
      isPaying: true,
      ...change,
    })),
  },
});

/** Workbooks that carry their checklist. */
const carryingOf = (checklist: FullChecklist): Snapshot =>
  snapshotOfBlueprint(blueprint(checklist, blankInputs(checklist)));
const carrying = carryingOf(small);
const always = carryingOf(withoutRenewals);
/** The small one's workbook with another text in the file's place, as whole as can be. */
function carryingText(text: string): Snapshot {
  const { hash, pieces } = packedText(text);
  const values = [hash, ...pieces.map((piece) => `|${piece}`)].map((cell) => [cell]);
  return withRange(carrying, "Checklist_File", { rows: values.length, values });
}

export const item = (inputs: Inputs, id: string, change: Parameters<typeof withItem>[2]) =>
  snapshotOf(withItem(inputs, id, change));
/** An item's row once more at the end of its section, as copying and inserting a row does. */
function withCopiedRow(snapshot: Snapshot, id: string): Snapshot {
  const row = rowOf(snapshot, id);
  const names = Object.fromEntries(
    Object.entries(snapshot.names).map(([name, range]) => {
      if (range.row !== snapshot.names.Item_Id?.row || range.columns !== 1) return [name, range];
      const copied = <T>(grid: readonly T[]): T[] =>
        grid.flatMap((line, index) => (index === row ? [line, line] : [line]));
      return [
        name,
        {
          ...range,
          rows: range.rows + 1,
          values: copied(range.values),
          formulas: copied(range.formulas),
        },
      ];
    }),
  );
  return { ...snapshot, names };
}

/** As a later program writes it, beside the version. */
export function withRevision(snapshot: Snapshot, revision: number): Snapshot {
  const version = snapshot.names.Checklist_Version;
  if (!version) throw new RangeError("The snapshot has no Checklist_Version.");
  const beside = { ...version, row: version.row + 1, values: [[revision]], formulas: [[null]] };
  return { ...snapshot, names: { ...snapshot.names, Checklist_Revision: beside } };
}

/** The Owner column cut and inserted three columns further on, as far as the frozen first row shows it. */
function withMovedTop(snapshot: Snapshot): Snapshot {
  const range = snapshot.names.Checklist_Top;
  const move = <T>(line: readonly T[]): T[] => [
    ...line.slice(0, 10),
    ...line.slice(11, 14),
    ...line.slice(10, 11),
    ...line.slice(14),
  ];
  return withRange(snapshot, "Checklist_Top", {
    values: (range?.values ?? []).map(move),
    formulas: (range?.formulas ?? []).map(move),
  });
}

/** A row of the user's own in place of the last item's, whose id looks like that of a section. */
const withOwnRow = (snapshot: Snapshot): Snapshot => {
  const row = rowOf(snapshot, "14.1");
  const own = withValue(withValue(snapshot, "Item_Id", row, "5"), "Item_Title", row, "Ours");
  return ["Self_Points", "Auditor_Points", "Final_Points", "Item_Number"].reduce(
    (all, name) => withFormula(all, name, row, null),
    own,
  );
};

/** A row of the services deleted. */
function withoutService(snapshot: Snapshot, at: number): Snapshot {
  const names = Object.entries(snapshot.names).map(([name, range]) => {
    if (!name.startsWith("Service_") || range.rows !== services.length) return [name, range];
    const cut = <T>(lines: readonly T[]) => lines.filter((_, index) => index !== at);
    return [
      name,
      { ...range, rows: range.rows - 1, values: cut(range.values), formulas: cut(range.formulas) },
    ];
  });
  return { ...snapshot, names: Object.fromEntries(names) };
}

const filled = withItem(answered("met"), "1.2", { evidence: "one\ntwo" });
const handedOver: Inputs = {
  ...filled,
  phase: "submitted",
  partner: "Kestrel Cloud Ltd",
  records: {
    ...filled.records,
    seal: makeSeal(checklist31, { ...filled, partner: "Kestrel Cloud Ltd" }, "2026-02-02 10:00"),
  },
};
/** The same, sealed with other entries. */
const sealedAs = (change: Partial<Inputs>): Inputs["records"] => ({
  ...handedOver.records,
  seal: makeSeal(checklist31, { ...handedOver, ...change }, "2026-02-02 10:00"),
});
const validated: Inputs = withItem(
  items.reduce((all, { id }) => withItem(all, id, { auditor: "met" }), {
    ...blank,
    phase: "actionItems",
    auditOn: day("2026-03-09"),
    summaryReceivedOn: day("2026-03-10"),
  } as Inputs),
  "1.5",
  { auditor: "notMet" },
);
const summedUp: Inputs = {
  ...validated,
  records: {
    ...validated.records,
    summary: summaryRecord(evaluate(checklist31, validated), day("2026-03-10")),
  },
};

/** The answers as workbooks had them before each had its id: one letter an item. */
export const lettersOf = ({ items: own }: Inputs): string =>
  `|${items.map(({ id }) => ({ met: "M", notMet: "N", unanswered: "-" })[own[id]?.auditor ?? "unanswered"]).join("")}`;

export const MOVE = {
  at: "2026-03-02 17:45",
  from: "selfAssessment",
  to: "submitted",
  reason: "",
  seal: "",
} as const;

/** Validated, signed off and closed. */
const finished: Inputs = items.reduce((all, { id }) => withItem(all, id, { auditor: "met" }), {
  ...blank,
  phase: "closed",
  people: { Sign_Off_Name: "A. Alder", Sign_Off_On: "2026-03-20" },
} as Inputs);

const staged = (stage: MadeStage, inputs: Inputs): Inputs => ({
  ...inputs,
  records: {
    ...inputs.records,
    stages: [sealStage(stage, checklist31, inputs, "2026-03-09 18:00")],
  },
});

/** Handed over twice, with another name the first time. */
const again = {
  ...handedOver.records,
  stages: [
    earlierHandOver(makeSeal(checklist31, { ...handedOver, partner: "Kest" }, "2026-03-01 10:00")),
  ],
};

interface Case {
  readonly severity: Severity;
  /** Where it appears, each for another reason. */
  readonly appears: readonly Snapshot[];
  /** Near misses. The clean workbook is tried for every fault. */
  readonly not: readonly Snapshot[];
  /** The place of the first one, such as `Checklist!H5`; absent where it has none. */
  readonly where?: RegExp;
}

export const CASES: Readonly<Record<Code, Case>> = {
  checklistUnknown: {
    severity: "error",
    where: /^Checklist data!B2$/,
    appears: [
      withValue(clean, "Checklist_Version", 0, "3.2"),
      withValue(clean, "Checklist_Version", 0, 4),
      withRevision(clean, 2),
    ],
    not: [
      withRevision(clean, 1),
      withValue(clean, "Checklist_Version", 0, 3.1),
      withValue(clean, "Checklist_Version", 0, null),
      withoutName(clean, "Checklist_Version"),
    ],
  },
  checklistUnread: {
    severity: "error",
    where: /^Checklist data!L5$/,
    appears: [
      withValue(carrying, "Checklist_File", 0, "0".repeat(64)),
      withValue(carrying, "Checklist_File", 1, "|AAAA"),
      withRange(carrying, "Checklist_File", { rows: 1, values: [["x"]] }),
      withValue(carrying, "Checklist_Version", 0, "made-up-small 0.8"),
      withRevision(carrying, 2),
      carryingText("{}"),
      carryingText(fileText(small).replace('"ifMet": 10', '"ifMet": 10.5')),
    ],
    not: [carrying, withValue(carrying, "Checklist_Version", 0, null)],
  },
  otherRevision: {
    severity: "warning",
    appears: [carryingOf({ ...checklist31, revision: 2 })],
    not: [carrying, carryingOf({ ...checklist31, id: "another" })],
  },
  newerFormat: {
    severity: "error",
    appears: [withValue(clean, "Format_Version", 0, 3), withValue(clean, "Format_Version", 0, 99)],
    not: [
      withValue(clean, "Format_Version", 0, 1),
      withValue(clean, "Format_Version", 0, "3"),
      withoutName(clean, "Format_Version"),
    ],
  },
  nameMissing: {
    severity: "error",
    appears: [
      withoutName(clean, "Self_Answer"),
      withoutName(clean, "Item_Id"),
      withoutName(clean, "Self_Total"),
    ],
    not: [withRevision(clean, 1)],
  },
  nameCut: {
    severity: "error",
    appears: [
      withRange(clean, "Self_Answer", { rows: 58 }),
      withRange(clean, "Item_Id", { row: 4, rows: 110 }),
    ],
    // Of a copied row all names take notice.
    not: [withCopiedRow(clean, "8.1.9"), withoutName(clean, "Self_Answer")],
  },
  nameElsewhere: {
    severity: "error",
    appears: [
      // At the auditor's column, at an empty one, and both columns of points at one.
      withRange(clean, "Self_Answer", { ...clean.names.Auditor_Answer }),
      withRange(clean, "Self_Answer", {
        column: 40,
        values: (clean.names.Self_Answer?.values ?? []).map(() => [null]),
      }),
      withRange(clean, "Auditor_Points", { ...clean.names.Self_Points }),
    ],
    not: [
      // A header in somebody's own words, and a column that was moved with its name.
      withValue(clean, "Self_Answer", 0, "Our answer"),
      withRange(clean, "Self_Answer", { column: 40 }),
    ],
  },
  checklistCopied: {
    severity: "warning",
    appears: [{ ...clean, lookalikes: ["Checklist (2)"] }],
    not: [{ ...clean, lookalikes: [] }],
  },
  nameMisplaced: {
    severity: "error",
    appears: [withRange(clean, "Self_Answer", { sheet: "Overview" })],
    not: [snapshotOf({ ...blank, partner: "Somebody" })],
  },
  itemMissing: {
    severity: "error",
    appears: [withValue(clean, "Item_Id", "8.1.9", null)],
    not: [withoutName(clean, "Item_Id")],
  },
  itemDuplicate: {
    severity: "error",
    appears: [
      withValue(clean, "Item_Id", "8.1.9", "8.1.8"),
      withValue(clean, "Item_Id", "1.1", "8.1.8"),
      withCopiedRow(clean, "8.1.9"),
    ],
    not: [],
    where: /^Checklist!A\d+$/,
  },
  itemUnknown: {
    severity: "error",
    appears: [
      withValue(clean, "Item_Id", "8.1.9", "8.1.99"),
      withValue(clean, "Item_Id", "8.1.9", null),
      withValue(clean, "Item_Id", "8.1.9", "__proto__"),
    ],
    // A heading's number is no item, and nobody expects it to be.
    not: [withValue(clean, "Item_Id", 1, "One")],
    where: /^Checklist!A\d+$/,
  },
  idAsNumber: {
    severity: "warning",
    appears: [withValue(clean, "Item_Id", "1.1", 1.1)],
    not: [withValue(clean, "Item_Id", "1.1", " 1.1 ")],
    where: /^Checklist!A5$/,
  },
  sectionChanged: {
    severity: "error",
    appears: [
      withValue(clean, "Item_Section", "1.1", 2),
      withValue(clean, "Item_Section", "1.1", "1"),
      withValue(clean, "Item_Section", "1.1", null),
    ],
    not: [],
    where: /^Checklist!AA5$/,
  },
  keyChanged: {
    severity: "error",
    appears: [
      // The one that makes a renewal look at 8.1.2, and one that waives 8.1.9.
      withValue(clean, "Item_Renewal_List", "8.1.2", null),
      withValue(clean, "Item_Reseller_Only", "8.1.9", "Yes"),
      withValue(clean, "Item_Reseller_Only", "4.5", "Yes "),
      withValue(clean, "Item_Mandatory", "1.1", null),
      withValue(clean, "Item_Mandatory", "2.2", "Yes"),
      withFormula(clean, "Item_Mandatory", "2.2", '"Yes"'),
      withValue(clean, "Item_Provenance", "11.1.1", null),
      withValue(clean, "Service_New", 3, clean.names.Service_New?.values[3]?.[0] ? null : "Yes"),
      withValue(clean, "Section_Keys", 3, 5),
      withValue(clean, "Open_Id", 1, null),
      // Format 1 has the keys that it had.
      withValue(earlier, "Item_Renewal_List", "8.1.2", "Existing"),
      withValue(earlier, "Item_Provenance", "4.1", null),
    ],
    not: [
      withValue(clean, "Item_Reseller_Only", "4.5", "yes"),
      withValue(clean, "Section_Keys", 3, "4"),
      withValue(clean, "Item_Reseller_Only", 1, "Own"),
      earlier,
    ],
    where: /^Checklist!AC\d+$/,
  },
  pointsChanged: {
    severity: "error",
    appears: [
      withValue(clean, "Item_Add", "2.2", 60),
      withValue(clean, "Item_Subtract", "1.1", 0),
      withValue(clean, "Item_Add", "2.2", "40"),
      withValue(clean, "Item_Add", "2.2", null),
    ],
    not: [withValue(clean, "Open_Add", 0, 20)],
    where: /^Checklist!F\d+$/,
  },
  pointsUnknown: {
    severity: "error",
    appears: [
      withValue(clean, "Open_Add", 0, 30),
      withValue(clean, "Open_Add", 0, "10"),
      withValue(clean, "Open_Add", 0, null),
    ],
    not: [withValue(clean, "Open_Add", 0, 0), withValue(clean, "Open_Add", 0, 40)],
    where: /^Overview!D\d+$/,
  },
  pointsSum: {
    severity: "error",
    appears: [withValue(clean, "Open_Add", 0, 20), withValue(clean, "Open_Add", 0, 40)],
    not: [
      withValue(withValue(clean, "Open_Add", 0, 20), "Open_Add", 2, 10),
      // What the source prints is known better than the cell.
      withValue(clean, "Item_Add", "2.2", 60),
    ],
  },
  unknownAnswer: {
    severity: "error",
    appears: [
      withValue(clean, "Self_Answer", "1.1", "Perhaps"),
      withValue(clean, "Auditor_Answer", "1.1", true),
      withValue(clean, "Self_Answer", "2.2", 30),
      withValue(clean, "Self_Answer", "2.2", { error: "#REF!" }),
    ],
    not: [
      withValue(clean, "Self_Answer", "1.1", "Met"),
      withValue(clean, "Self_Answer", "1.1", "met "),
      withValue(clean, "Self_Answer", "2.2", 40),
    ],
    where: /^Checklist!H5$/,
  },
  answerReadKindly: {
    severity: "warning",
    appears: [
      withValue(clean, "Self_Answer", "1.1", "Met "),
      withValue(clean, "Self_Answer", "2.2", 40),
      withValue(clean, "Self_Answer", "2.2", " "),
    ],
    not: [
      withValue(clean, "Self_Answer", "1.1", "MET"),
      withValue(clean, "Self_Answer", "1.1", "Not met"),
      withValue(clean, "Self_Answer", "1.1", "Perhaps"),
    ],
    where: /^Checklist!H5$/,
  },
  answerSpelling: {
    severity: "warning",
    appears: [
      withValue(clean, "Self_Answer", "1.1", "MET"),
      withValue(clean, "Self_Answer", "1.1", "not Met"),
    ],
    not: [
      withValue(clean, "Self_Answer", "1.1", "Met"),
      withValue(clean, "Self_Answer", "1.1", "met "),
    ],
    where: /^Checklist!H5$/,
  },
  unknownWord: {
    severity: "error",
    appears: [
      withValue(clean, "Phase", 0, "Later"),
      withValue(clean, "Reseller_Program", 0, "Nein"),
      withValue(clean, "Engagement", 0, 7),
      withValue(snapshotOf(renewal), "Prior_Action", "1.1", "No"),
    ],
    not: [
      withValue(clean, "Reseller_Program", 0, "no"),
      withValue(clean, "Reseller_Program", 0, null),
      withValue(clean, "Prior_Action", "1.1", " "),
    ],
    where: /^Overview!L5$/,
  },
  wordReadKindly: {
    severity: "warning",
    appears: [
      withValue(clean, "Reseller_Program", 0, "no"),
      withValue(clean, "Phase", 0, " Action  items"),
      withValue(clean, "Prior_Action", "1.1", true),
    ],
    not: [withValue(clean, "Reseller_Program", 0, "No"), withValue(clean, "Phase", 0, "Later")],
    where: /^Overview!L7$/,
  },
  defaultTaken: {
    severity: "warning",
    appears: [
      withValue(clean, "Reseller_Program", 0, null),
      withValue(clean, "Engagement", 0, ""),
      withValue(clean, "Phase", 0, null),
    ],
    not: [withValue(clean, "Partner_Name", 0, null), withValue(clean, "Single_Region", 0, null)],
    where: /^Overview!L7$/,
  },
  dateAsText: {
    severity: "warning",
    appears: [
      withValue(clean, "Audit_On", 0, "2026-03-16"),
      withValue(clean, "Closed_On", "1.1", "16 Mar 2026"),
      withValue(clean, "Holidays", 7, "2026-12-25"),
      withValue(clean, "Sign_Off_On", 0, "16 Mar 2026"),
    ],
    not: [
      withValue(clean, "Audit_On", 0, { date: "2026-03-16" }),
      withValue(clean, "Audit_On", 0, "soon"),
    ],
    where: /^Overview!L12$/,
  },
  unknownDate: {
    severity: "warning",
    appears: [
      withValue(clean, "Audit_On", 0, "soon"),
      withValue(clean, "Audit_On", 0, 46_000),
      withValue(clean, "Holidays", 0, "3/4/2026"),
      withValue(clean, "Audit_On", 0, { date: "2026-02-30" }),
      withValue(clean, "Audit_On", 0, true),
    ],
    not: [withValue(clean, "Audit_On", 0, "16 Mar 2026"), withValue(clean, "Audit_On", 0, "")],
    where: /^Overview!L12$/,
  },
  notAnAddress: {
    severity: "warning",
    appears: [
      withValue(clean, "Partner_Editors", 0, "ana@example.com, ben at example.com"),
      withValue(clean, "Partner_Editors", 0, "ana@example"),
    ],
    not: [
      withValue(clean, "Partner_Editors", 0, "Ana Lima <ana@example.com>; ben@mail.example.org\n"),
      withValue(clean, "Auditor_Editors", 0, " "),
    ],
    where: /^Overview!L38$/,
  },
  earlyEntry: {
    severity: "warning",
    appears: [
      item(blank, "1.1", { auditor: "met" }),
      item({ ...blank, phase: "audit" }, "1.1", { auditor: "notMet", closedOn: day("2026-03-10") }),
    ],
    not: [
      item({ ...blank, phase: "audit" }, "1.1", { auditor: "met" }),
      item({ ...blank, phase: "closed" }, "1.1", { self: "met" }),
      item(blank, "1.1", { owner: "T. Weiss" }),
    ],
    where: /^Checklist!L5$/,
  },
  changeNotDescribed: {
    severity: "warning",
    appears: [item(renewal, "1.1", { disclosedChange: true })],
    not: [
      item(renewal, "1.1", { disclosedChange: true, whatChanged: "New tool" }),
      item(blank, "1.1", { disclosedChange: true }),
    ],
    where: /^Checklist!Y5$/,
  },
  validationIgnored: {
    severity: "warning",
    appears: [
      item({ ...renewal, phase: "audit" }, "1.1", { auditor: "notMet" }),
      item({ ...renewal, phase: "audit" }, "1.1", { auditor: "met" }),
      item({ ...blank, phase: "audit", reseller: false }, "4.5", { auditor: "notMet" }),
    ],
    not: [
      item({ ...renewal, phase: "audit" }, "1.1", { auditor: "notMet", disclosedChange: true }),
      item({ ...blank, phase: "audit" }, "4.5", { auditor: "notMet" }),
    ],
    where: /^Checklist!L\d+$/,
  },
  noteKind: {
    severity: "warning",
    appears: [
      item({ ...blank, phase: "audit" }, "1.3", { auditor: "met", note: "Good register" }),
      item({ ...blank, phase: "audit" }, "1.3", { auditor: "notMet", note: "A", noteKind: "Good" }),
    ],
    not: [
      item({ ...blank, phase: "audit" }, "1.3", { note: "A", noteKind: " strength" }),
      item({ ...blank, phase: "audit" }, "1.3", { auditor: "notMet", note: "No register" }),
      item({ ...blank, phase: "audit" }, "1.3", { noteKind: "Good" }),
    ],
    where: /^Checklist!O\d+$/,
  },
  closureIgnored: {
    severity: "warning",
    appears: [
      item(auditing, "1.1", { closedOn: day("2026-03-10") }),
      item(auditing, "1.1", { auditor: "met", closedOn: day("2026-03-10") }),
      item({ ...auditing, reseller: false }, "5.1", {
        auditor: "notMet",
        closedOn: day("2026-03-10"),
      }),
    ],
    not: [item(auditing, "1.1", { auditor: "notMet", closedOn: day("2026-03-10") })],
    where: /^Checklist!R5$/,
  },
  closureWithoutReceipt: {
    severity: "warning",
    appears: [
      item({ ...auditing, summaryReceivedOn: null }, "2.2", {
        auditor: "notMet",
        closedOn: day("2026-03-10"),
      }),
    ],
    not: [
      item({ ...auditing, summaryReceivedOn: null }, "1.1", {
        auditor: "notMet",
        closedOn: day("2026-03-10"),
      }),
      item(auditing, "2.2", { auditor: "notMet", closedOn: day("2026-03-10") }),
    ],
    where: /^Checklist!R\d+$/,
  },
  closureLate: {
    severity: "warning",
    appears: [item(auditing, "2.2", { auditor: "notMet", closedOn: day("2026-03-17") })],
    not: [
      item(auditing, "2.2", { auditor: "notMet", closedOn: day("2026-03-16") }),
      item(auditing, "1.1", { auditor: "notMet", closedOn: day("2026-03-17") }),
    ],
    where: /^Checklist!R\d+$/,
  },
  closureWithoutEvidence: {
    severity: "warning",
    appears: [
      item(auditing, "2.2", { auditor: "notMet", closedOn: day("2026-03-16") }),
      item(auditing, "1.1", { auditor: "notMet", closedOn: day("2026-03-10") }),
    ],
    not: [
      item(auditing, "2.2", {
        auditor: "notMet",
        closedOn: day("2026-03-16"),
        closureEvidence: "Screenshot",
      }),
      item(auditing, "2.2", { auditor: "notMet", closedOn: day("2026-03-17") }),
      item(auditing, "2.2", { auditor: "notMet" }),
      item(auditing, "2.2", { auditor: "met", closedOn: day("2026-03-10") }),
    ],
    where: /^Checklist!Q\d+$/,
  },
  formulaLost: {
    severity: "error",
    appears: [
      withFormula(clean, "Self_Points", "1.1", null),
      withFormula(clean, "Self_Total", 0, null),
      withFormula(clean, "Final_Sections", 3, null),
      withFormula(clean, "Item_Subtract", "4.1", null),
      withFormula(clean, "Action_State", "14.1", null),
      withFormula(clean, "Action_Items_Due_On", 0, null),
    ],
    not: [
      withFormula(clean, "Item_Requirement", "1.1", null),
      withFormula(clean, "Item_Subtract", "1.1", null),
    ],
    where: /^Checklist!I5$/,
  },
  formulaChanged: {
    severity: "error",
    appears: [
      withFormula(clean, "Self_Points", "1.1", "0+20"),
      withFormula(clean, "Self_Verdict", 0, '"Pass"'),
      withFormula(clean, "Self_Points", "1.1", clean.names.Self_Points?.formulas[3]?.[0] ?? ""),
      withFormula(clean, "Item_Subtract", "4.1", "-0"),
    ],
    not: [withFormula(clean, "Self_Total", 0, "= sum( Self_Sections )")],
    where: /^Checklist!I5$/,
  },
  notRecalculated: {
    severity: "warning",
    appears: [
      withValue(clean, "Self_Total", 0, 999),
      withValue(clean, "Self_Total", 0, null),
      withValue(clean, "Self_Answer", "1.1", "Met"),
      withValue(clean, "Self_Verdict", 0, { error: "#NAME?" }),
      // The total beside the verdict, and in the Checklist's frozen row.
      withValue(clean, "Overview_Scores", 4, 1000),
      withValue(clean, "Checklist_Top", 8, 1000),
    ],
    not: [
      withValue(clean, "Self_Answer", "1.1", "Met "),
      // A key that is no section has no total to be compared with.
      withValue(clean, "Section_Keys", 3, "constructor"),
    ],
    where: /^Overview!E24$/,
  },
  blockSum: {
    severity: "warning",
    appears: [withValue(snapshotOf(answered("met")), "Self_Points", 1, 20)],
    not: [snapshotOf(answered("met")), withValue(clean, "Self_Points", "1.1", 20)],
    where: /^Checklist!I4$/,
  },
  protectionOff: {
    severity: "warning",
    appears: [
      {
        ...clean,
        sheets: clean.sheets.map((sheet) => ({
          ...sheet,
          isProtected: sheet.name !== "Checklist",
        })),
      },
    ],
    not: [
      {
        ...clean,
        sheets: [...clean.sheets, { name: "My own", visible: true, isProtected: false }],
      },
    ],
  },
  displayLost: {
    severity: "error",
    appears: [
      // A heading's sum, the verdict in the frozen row, the list of action items, the Overview's scores.
      withFormula(clean, "Self_Points", 1, null),
      withFormula(clean, "Checklist_Top", 7, null),
      withFormula(clean, "Action_List", 0, null),
      withFormula(clean, "Item_Number", "1.1", null),
      withFormula(clean, "Overview_Scores", 5, null),
      // A heading's most, its progress on both sides, and how many items are mandatory.
      withFormula(clean, "Item_Add", 1, null),
      withFormula(clean, "Self_Answer", 1, null),
      withFormula(clean, "Auditor_Answer", 1, null),
      withFormula(clean, "Item_Requirement", 1, null),
    ],
    not: [
      withFormula(clean, "Checklist_Top", 0, null),
      // Said as a lost formula.
      withFormula(clean, "Self_Points", "1.1", null),
      withFormula(clean, "Self_Total", 0, null),
      withCopiedRow(clean, "1.1"),
      withMovedTop(clean),
      withOwnRow(clean),
    ],
    where: /^Checklist!I4$/,
  },
  textChanged: {
    severity: "warning",
    appears: [
      withValue(clean, "Item_Requirement", "1.1", "Nothing is asked"),
      withValue(clean, "Item_Title", "1.1", "x"),
      withValue(clean, "Item_Title", "14.1", null),
    ],
    not: [
      withValue(
        clean,
        "Item_Requirement",
        "6.1.1",
        String(clean.names.Item_Requirement?.values[rowOf(clean, "6.1.1")]?.[0]).replaceAll(
          "\n",
          "\r\n ",
        ),
      ),
    ],
    where: /^Checklist!C5$/,
  },
  serviceMissing: {
    severity: "error",
    appears: [
      withValue(withValue(clean, "Service_Name", 4, "Ours"), "Service_Name", 5, null),
      withoutService(clean, 4),
      // Its row was written over with a copy of another's.
      withValue(clean, "Service_Name", 4, String(clean.names.Service_Name?.values[5]?.[0])),
    ],
    not: [
      withoutName(clean, "Service_Name"),
      withValue(clean, "Service_Name", 2, ` ${clean.names.Service_Name?.values[2]?.[0]} `),
      withValue(
        clean,
        "Service_Name",
        2,
        String(clean.names.Service_Name?.values[2]?.[0]).toUpperCase().replaceAll(" ", "  "),
      ),
      // One name and one row are left: they belong together.
      withValue(clean, "Service_Name", 4, "EC2"),
    ],
    where: /^AWS Services!B5$/,
  },
  cellsMerged: {
    severity: "warning",
    appears: [
      { ...clean, merged: [{ sheet: "Checklist", row: 5, column: 8, rows: 4, columns: 1 }] },
      { ...clean, merged: [{ sheet: "Checklist", row: 5, column: 7, rows: 1, columns: 2 }] },
      { ...clean, merged: [{ sheet: "Overview", row: 11, column: 12, rows: 2, columns: 1 }] },
    ],
    not: [
      { ...clean, merged: [] },
      // A heading over its own row, and a name over the empty cell beside it.
      { ...clean, merged: [{ sheet: "Checklist", row: 4, column: 4, rows: 1, columns: 5 }] },
      { ...clean, merged: [{ sheet: "Overview", row: 6, column: 12, rows: 1, columns: 2 }] },
      { ...clean, merged: [{ sheet: "Checklist", row: 1, column: 1, rows: 1, columns: 5 }] },
      { ...clean, merged: [{ sheet: "AWS Services", row: 5, column: 1, rows: 4, columns: 1 }] },
    ],
    where: /^Checklist!H5$/,
  },
  sheetMissing: {
    severity: "error",
    appears: [
      Object.keys(clean.names)
        .filter((name) => clean.names[name]?.sheet === "AWS Services")
        .reduce(withoutName, clean),
    ],
    not: [withoutName(clean, "Service_Phase"), renamed(clean, "Checklist", "Liste")],
  },
  listLost: {
    severity: "warning",
    appears: [
      withRange(clean, "Self_Answer", { hasInputRule: false }),
      withRange(clean, "Phase", { hasInputRule: false }),
    ],
    not: [withRange(clean, "Evidence", { hasInputRule: false })],
    where: /^Checklist!H3$/,
  },
  reconstructed: {
    severity: "warning",
    appears: [
      item(blank, "4.1", { self: "notMet" }),
      item({ ...blank, phase: "audit" }, "4.2.3", { auditor: "notMet" }),
    ],
    not: [
      item(blank, "4.1", { self: "met" }),
      item({ ...blank, renewal: true }, "4.1", { self: "notMet" }),
      item(blank, "4.2.4", { self: "notMet" }),
      item({ ...blank, pointsChecked: true }, "4.1", { self: "notMet" }),
    ],
  },
  servicesDisagree: {
    severity: "warning",
    appears: [
      item({ ...blank, phase: "audit" }, "3.1", { auditor: "met" }),
      item(blank, "3.1", { self: "met" }),
    ],
    not: [item(ready, "3.1", { self: "met" }), item(blank, "3.1", { self: "notMet" })],
    where: /^AWS Services!I5$/,
  },
  referencesDisagree: {
    severity: "warning",
    appears: [
      item(blank, "1.6", { self: "met" }),
      item({ ...blank, phase: "audit" }, "1.6", { auditor: "met" }),
      // Too old, an old customer, and of enough none public.
      item(referring({ on: day("2020-01-01") }), "1.6", { self: "met" }),
      item(referring({ kind: "" }), "1.6", { self: "met" }),
      item(referring({ kind: "Old customer" }), "1.6", { self: "met" }),
      item(referring({ isPublic: false }), "1.6", { self: "met" }),
    ],
    not: [
      item(referring({}), "1.6", { self: "met" }),
      item(referring({}, { auditOn: null }), "1.6", { self: "met" }),
      item(blank, "1.6", { self: "notMet" }),
    ],
    where: /^Prerequisites!B13$/,
  },
  referenceAfterAudit: {
    severity: "warning",
    appears: [snapshotOf(referring({ on: day("2026-03-10") }))],
    not: [
      snapshotOf(referring({ on: day("2026-03-09") })),
      snapshotOf(referring({ on: day("2027-03-09") }, { auditOn: null })),
      snapshotOf(referring({ on: day("2027-03-09"), isPaying: false })),
    ],
    where: /^Prerequisites!D13$/,
  },
  servicesAllCompliant: {
    severity: "warning",
    appears: [item(ready, "3.1", { self: "notMet" })],
    not: [
      item(ready, "3.1", { self: "met" }),
      snapshotOf(ready),
      item(blank, "3.1", { self: "notMet" }),
    ],
    where: /^AWS Services!I5$/,
  },
  serviceNotWaived: {
    severity: "warning",
    appears: [withValue(clean, "Service_Unavailable", 4, "Yes")],
    not: [withValue(withValue(clean, "Service_Unavailable", 4, "Yes"), "Single_Region", 0, "Yes")],
    where: /^AWS Services!G9$/,
  },
  renewalVersion: {
    severity: "warning",
    appears: [
      snapshotOf({ ...renewal, previousAuditVersion: "2.3" }),
      snapshotOf({ ...renewal, previousAuditVersion: "the old one" }),
      snapshotOf({ ...renewal, previousAuditVersion: "" }),
    ],
    not: [
      snapshotOf(renewal),
      snapshotOf({ ...renewal, previousAuditVersion: "v3.1" }),
      snapshotOf({ ...blank, previousAuditVersion: "2.3" }),
      snapshotOf({ ...blank, previousAuditVersion: "" }),
    ],
    where: /^Overview!L29$/,
  },
  noRenewals: {
    severity: "warning",
    where: /^Overview!L8$/,
    appears: [withValue(always, "Engagement", 0, "Renewal")],
    not: [always, withValue(always, "Engagement", 0, null), snapshotOf(renewal)],
  },
  fullAuditDue: {
    severity: "warning",
    appears: [
      snapshotOf({ ...renewal, auditOn: day("2027-06-01") }),
      snapshotOf({ ...renewal, submittedOn: day("2027-06-02") }),
    ],
    not: [
      snapshotOf({ ...renewal, auditOn: day("2027-05-31") }),
      snapshotOf({ ...blank, lastFullAuditOn: day("2020-01-01"), auditOn: day("2027-06-02") }),
    ],
    where: /^Overview!L8$/,
  },
  lastFullAuditUnknown: {
    severity: "warning",
    appears: [snapshotOf({ ...renewal, lastFullAuditOn: null })],
    not: [snapshotOf(renewal)],
    where: /^Overview!L10$/,
  },
  reportCrosses: {
    severity: "warning",
    appears: [
      snapshotOf({ ...blank, auditOn: day("2026-03-02"), summaryReceivedOn: day("2026-03-10") }),
    ],
    not: [
      snapshotOf({ ...blank, auditOn: day("2026-03-02"), summaryReceivedOn: day("2026-03-03") }),
    ],
    where: /^Overview!L13$/,
  },
  closureAfterDue: {
    severity: "warning",
    where: /^Checklist!R\d+$/,
    appears: [item(auditing, "8.1.9", { auditor: "notMet", closedOn: day("2026-06-01") })],
    not: [
      item(auditing, "8.1.9", { auditor: "notMet", closedOn: day("2026-06-01"), plan: "By June" }),
      item(auditing, "8.1.9", { auditor: "notMet", closedOn: day("2026-03-16") }),
    ],
  },
  closureAfterReport: {
    severity: "warning",
    where: /^Checklist!R\d+$/,
    appears: [
      item({ ...auditing, reportReceivedOn: day("2026-03-20") }, "8.1.9", {
        auditor: "notMet",
        closedOn: day("2026-03-21"),
      }),
    ],
    not: [
      item({ ...auditing, reportReceivedOn: day("2026-03-20") }, "8.1.9", {
        auditor: "notMet",
        closedOn: day("2026-03-20"),
      }),
    ],
  },
  reportTooEarly: {
    severity: "warning",
    where: /^Overview!/,
    appears: [snapshotOf({ ...auditing, reportReceivedOn: day("2026-03-16") })],
    not: [snapshotOf({ ...auditing, reportReceivedOn: day("2026-03-17") })],
  },
  reportTooLate: {
    severity: "warning",
    where: /^Overview!/,
    appears: [
      snapshotOf({ ...blank, auditOn: day("2026-03-09"), reportReceivedOn: day("2026-03-24") }),
    ],
    not: [
      snapshotOf({ ...blank, auditOn: day("2026-03-09"), reportReceivedOn: day("2026-03-23") }),
    ],
  },
  closedUnfinished: {
    severity: "warning",
    where: /^Overview!/,
    appears: [
      snapshotOf({ ...finished, people: {} }),
      item(finished, "9.4", { auditor: "unanswered" }),
      item(finished, "8.1.9", { auditor: "notMet" }),
    ],
    not: [
      snapshotOf(finished),
      snapshotOf({ ...blank, phase: "actionItems" }),
      item(finished, "8.1.9", { auditor: "notMet", plan: "By June" }),
      item(finished, "9.4", { auditor: "notMet" }),
    ],
  },
  datesOutOfOrder: {
    severity: "warning",
    appears: [
      snapshotOf({ ...blank, submittedOn: day("2026-03-02"), auditOn: day("2026-03-01") }),
      snapshotOf({ ...blank, submittedOn: day("2026-03-02"), reportReceivedOn: day("2026-03-01") }),
    ],
    not: [snapshotOf({ ...blank, submittedOn: day("2026-03-02"), auditOn: day("2026-03-02") })],
    where: /^Overview!L12$/,
  },
  sealChanged: {
    severity: "warning",
    where: /^Overview![A-Z]+\d+$/,
    appears: [
      item({ ...handedOver, partner: "Kestrel Cloud" }, "1.1", {}),
      item(handedOver, "1.1", { self: "notMet" }),
      item(handedOver, "8.1.9", { evidence: "https://example.com/new" }),
      snapshotOf({ ...handedOver, reseller: false }),
    ],
    not: [
      snapshotOf(handedOver),
      // Not sealed: dates, and what is the auditor's.
      item({ ...handedOver, auditOn: day("2026-03-09") }, "1.1", { auditor: "notMet", note: "No" }),
      // Back in the self-assessment changes are meant.
      item({ ...handedOver, phase: "selfAssessment" }, "1.1", { self: "notMet" }),
      // Line ends differ between programs.
      item(handedOver, "1.2", { evidence: "one\r\ntwo " }),
    ],
  },
  sealDamaged: {
    severity: "error",
    where: /^Overview![A-Z]+\d+$/,
    appears: [
      withValue(snapshotOf(handedOver), "Seal_Record", 0, "0".repeat(64)),
      withValue(snapshotOf(handedOver), "Sealed_Values", 0, "|[]"),
      withValue(snapshotOf(handedOver), "Sealed_Values", 0, null),
    ],
    not: [snapshotOf(handedOver), withValue(snapshotOf(handedOver), "Seal_Record", 0, null)],
  },
  sealGone: {
    severity: "error",
    where: /^Overview![A-Z]+\d+$/,
    appears: [
      // The history holds the move.
      snapshotOf({
        ...blank,
        phase: "submitted",
        records: { ...NO_RECORDS, history: [{ ...MOVE, seal: "3fa9-11c2-77b0" }] },
      }),
      withoutName(snapshotOf(handedOver), "Seal_Record"),
      withoutName(snapshotOf({ ...blank, phase: "audit" }), "Sealed_Values"),
    ],
    not: [
      snapshotOf(handedOver),
      snapshotOf({ ...blank, phase: "audit" }),
      withoutName(clean, "Seal_Record"),
    ],
  },
  nothingSealed: {
    severity: "warning",
    where: /^Overview![A-Z]+\d+$/,
    appears: [snapshotOf({ ...blank, phase: "submitted" })],
    not: [
      clean,
      snapshotOf(handedOver),
      withoutName(snapshotOf({ ...blank, phase: "audit" }), "Seal_Record"),
      withValue(snapshotOf(handedOver), "Seal_Record", 0, null),
    ],
  },
  stageChanged: {
    severity: "warning",
    where: /^Overview![A-Z]+\d+$/,
    appears: [
      item(staged("audit", auditing), "2.2", { auditor: "met" }),
      item(staged("audit", auditing), "1.1", { note: "Another" }),
      item(staged("actionItems", { ...auditing, phase: "closed" }), "8.1.9", {
        closedOn: day("2026-03-10"),
      }),
      snapshotOf({ ...staged("receipt", auditing), holidays: [day("2026-03-11")] }),
      snapshotOf({ ...staged("receipt", auditing), summaryReceivedOn: day("2026-03-10") }),
    ],
    not: [
      snapshotOf(staged("audit", auditing)),
      snapshotOf(staged("receipt", auditing)),
      // Back in the phase changes are meant.
      item({ ...staged("audit", auditing), phase: "audit" }, "2.2", { auditor: "met" }),
      item(staged("actionItems", auditing), "8.1.9", { closedOn: day("2026-03-10") }),
    ],
  },
  stageDamaged: {
    severity: "warning",
    where: /^Overview![A-Z]+\d+$/,
    appears: [
      snapshotOf({
        ...auditing,
        records: {
          ...NO_RECORDS,
          stages: [{ ...sealStage("audit", checklist31, auditing, ""), hash: "0".repeat(64) }],
        },
      }),
    ],
    not: [snapshotOf(staged("audit", auditing))],
  },
  handedOverAgain: {
    severity: "warning",
    where: /^Overview![A-Z]+\d+$/,
    appears: [snapshotOf({ ...handedOver, records: again })],
    not: [
      snapshotOf({ ...handedOver, phase: "closed", records: again }),
      snapshotOf({ ...handedOver, phase: "selfAssessment", records: again }),
      snapshotOf(handedOver),
    ],
  },
  disclosedLate: {
    severity: "warning",
    where: /^Checklist![A-Z]+\d+$/,
    appears: [
      item({ ...handedOver, renewal: true, records: sealedAs({ renewal: true }) }, "9.4", {
        disclosedChange: true,
      }),
    ],
    not: [
      snapshotOf({ ...handedOver, renewal: true, records: sealedAs({ renewal: true }) }),
      // Meaningless in a full audit.
      item(handedOver, "9.4", { disclosedChange: true }),
    ],
  },
  closedBeforeAudit: {
    severity: "warning",
    where: /^Checklist![A-Z]+\d+$/,
    appears: [snapshotOf(withItem(validated, "1.5", { closedOn: day("2026-03-08") }))],
    not: [snapshotOf(withItem(validated, "1.5", { closedOn: day("2026-03-09") }))],
  },
  recordUnreadable: {
    severity: "warning",
    where: /^Checklist data!J9$/,
    appears: [
      withValue(snapshotOf(summedUp), "Summary_Record", 1, 999),
      withValue(snapshotOf(summedUp), "Summary_Record", 2, "|1.1=M 1.2"),
      withValue(snapshotOf(summedUp), "Summary_Record", 0, "lately"),
      withValue(snapshotOf(handedOver), "Seal_Record", 0, null),
      withValue(clean, "Phase_History", 0, 1),
    ],
    not: [
      snapshotOf(summedUp),
      snapshotOf(handedOver),
      withValue(snapshotOf(summedUp), "Summary_Record", 2, lettersOf(summedUp)),
      // An altered hash is told as an altered seal.
      withValue(snapshotOf(handedOver), "Seal_Record", 0, "0".repeat(64)),
    ],
  },
  summaryDiffers: {
    severity: "warning",
    appears: [
      snapshotOf(withItem(summedUp, "1.1", { auditor: "notMet" })),
      // Two changes that cancel out.
      snapshotOf(
        withItem(withItem(summedUp, "1.4", { auditor: "notMet" }), "1.5", { auditor: "met" }),
      ),
    ],
    not: [
      snapshotOf(summedUp),
      snapshotOf(withItem(summedUp, "1.5", { closedOn: day("2026-03-10") })),
    ],
  },
};

/** A sheet under another name: everything is found by defined names, so it does no harm. */
function renamed(snapshot: Snapshot, from: string, to: string): Snapshot {
  const names = Object.fromEntries(
    Object.entries(snapshot.names).map(([name, range]) => [
      name,
      range.sheet === from ? { ...range, sheet: to } : range,
    ]),
  );
  const sheets = snapshot.sheets.map((sheet) =>
    sheet.name === from ? { ...sheet, name: to } : sheet,
  );
  return { ...snapshot, names, sheets };
}
