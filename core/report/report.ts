/** The one reading of a workbook: snapshot in, report out, pure and total. */

import type { ActionItem } from "../audit/actions.ts";
import { type Deadlines, NO_DEADLINES } from "../audit/clock.ts";
import {
  type Evaluation,
  evaluate,
  type ItemResult,
  type ServiceResult,
} from "../audit/evaluate.ts";
import type { Inputs, ItemInputs } from "../audit/inputs.ts";
import { type Phase, phaseIndex } from "../audit/phases.ts";
import type { PhaseMove, SummaryRecord } from "../audit/records.ts";
import { isRenewableVersion } from "../audit/scope.ts";
import type { Score } from "../audit/score.ts";
import { checkSeal, type SealCheck } from "../audit/seal.ts";
import { summaryChanges } from "../audit/summary-record.ts";
import { type IsoDate, type ItemId, points } from "../checklist/domain.ts";
import { openItems } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { ISSUE_TEXT } from "../words/en.ts";
import { checkFormulas } from "../workbook/check/checking.ts";
import { INPUTS } from "../workbook/fields.ts";
import { type Issue, type Place, placeText } from "../workbook/issues.ts";
import { claimIn, editionIn, type Library } from "../workbook/library.ts";
import type { Snapshot } from "../workbook/port.ts";
import { cellInRow, cellsOf, cellText, firstCell } from "../workbook/read/locate.ts";
import { type Reading, readInputs } from "../workbook/read/reading.ts";

export interface ItemReport extends ItemResult, Omit<ItemInputs, keyof ItemResult> {
  /** The item's row in the Checklist; null where it has none. */
  readonly place: Place | null;
}

/** Entries about the engagement that no score depends on. */
export type Profile = Pick<
  Inputs,
  | "singleRegion"
  | "previousAuditVersion"
  | "lastFullAuditOn"
  | "submittedOn"
  | "auditOn"
  | "summaryReceivedOn"
  | "reportReceivedOn"
  | "people"
  | "editors"
  | "prerequisites"
>;

export interface Report {
  /** The version that the workbook is of. */
  readonly checklist: string;
  readonly partner: string;
  readonly phase: Phase;
  readonly scope: {
    readonly engagement: "full" | "renewal";
    readonly reseller: boolean;
    readonly audited: number;
    readonly waived: number;
    readonly carried: number;
  };
  readonly self: Score;
  readonly preliminary: Score;
  readonly final: Score;
  /** What the sheet's own total cells hold; null where they hold no number. */
  readonly sheetTotals: {
    readonly self: number | null;
    readonly preliminary: number | null;
    readonly final: number | null;
  };
  /** All of the checklist, in its order. */
  readonly items: readonly ItemReport[];
  readonly actionItems: readonly ActionItem[];
  readonly deadlines: Deadlines;
  readonly holidays: readonly IsoDate[];
  readonly services: readonly ServiceResult[];
  readonly profile: Profile;
  /** The first cell of every input by defined name; for a Checklist column the one in its header. */
  readonly places: Readonly<Record<string, Place>>;
  /** Null where nothing was handed over. */
  readonly seal: SealCheck | null;
  /** Oldest first. */
  readonly history: readonly PhaseMove[];
  /** The phase was set by hand since the last move that a command recorded. */
  readonly movedByHand: boolean;
  /** The preliminary score that the audit summary told; null before. */
  readonly summary: SummaryRecord | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads and scores any snapshot whatever, by the checklist that it says it is of; faults become issues, nothing is
 * thrown. A workbook of a checklist that the library does not hold is not scored.
 */
export function report(library: Library, snapshot: Snapshot): Report {
  const edition = editionIn(library, snapshot);
  if (edition === null) return unscored(snapshot);
  const { checklist } = edition;
  const reading = readInputs(checklist, snapshot);
  const evaluation = evaluate(checklist, reading.inputs);
  const strict = evaluate(checklist, reading.strict);
  const seal = checkSeal(checklist, reading.inputs);
  const issues = [
    ...reading.issues,
    ...checkMeaning(checklist, snapshot, reading, evaluation, seal),
    ...checkFormulas(edition, snapshot, reading, strict),
  ];
  return assemble(checklist, snapshot, reading, evaluation, seal, issues);
}

const NO_SCORE: Score = {
  total: points(0),
  floor: points(0),
  ceiling: points(0),
  answered: 0,
  unanswered: 0,
  notMet: 0,
  verdict: "inProgress",
  sections: {},
};

const NO_PROFILE: Profile = {
  singleRegion: false,
  previousAuditVersion: "",
  lastFullAuditOn: null,
  submittedOn: null,
  auditOn: null,
  summaryReceivedOn: null,
  reportReceivedOn: null,
  people: {},
  editors: { partner: "", auditor: "" },
  prerequisites: {
    tier: "",
    references: [],
    applicationSent: false,
    applicationOn: null,
    selfAssessmentSent: false,
    reviewed: false,
  },
};

/** Of a checklist that is not known: nothing is counted, and the one issue says why. */
function unscored(snapshot: Snapshot): Report {
  const version = claimIn(snapshot)?.version ?? "";
  const place = firstCell(snapshot, "Checklist_Version")?.place ?? null;
  return {
    checklist: version,
    partner: cellText(firstCell(snapshot, "Partner_Name")?.value ?? null).trim(),
    phase: "selfAssessment",
    scope: { engagement: "full", reseller: true, audited: 0, waived: 0, carried: 0 },
    self: NO_SCORE,
    preliminary: NO_SCORE,
    final: NO_SCORE,
    sheetTotals: { self: null, preliminary: null, final: null },
    items: [],
    actionItems: [],
    deadlines: NO_DEADLINES,
    holidays: [],
    services: [],
    profile: NO_PROFILE,
    places: placesOf(snapshot),
    seal: null,
    history: [],
    movedByHand: false,
    summary: null,
    issues: [
      {
        code: "checklistUnknown",
        severity: "error",
        place,
        where: place && placeText(place),
        message: ISSUE_TEXT.checklistUnknown(version),
      },
    ],
  };
}

function assemble(
  checklist: Checklist,
  snapshot: Snapshot,
  reading: Reading,
  evaluation: Evaluation,
  seal: SealCheck | null,
  issues: readonly Issue[],
): Report {
  const { inputs } = reading;
  const { history, summary } = inputs.records;
  const shown = (name: string): number | null => {
    const value = firstCell(snapshot, name)?.value;
    // JSON has neither NaN nor a negative zero.
    return typeof value === "number" && Number.isFinite(value) ? value + 0 : null;
  };
  const inScope = (scope: string) => evaluation.items.filter((row) => row.scope === scope).length;
  return {
    checklist: checklist.version,
    partner: inputs.partner,
    phase: inputs.phase,
    scope: {
      engagement: inputs.renewal ? "renewal" : "full",
      reseller: inputs.reseller,
      audited: inScope("audited"),
      waived: inScope("waived"),
      carried: inScope("carried"),
    },
    ...evaluation.scores,
    sheetTotals: {
      self: shown("Self_Total"),
      preliminary: shown("Auditor_Total"),
      final: shown("Final_Total"),
    },
    items: evaluation.items.map((row): ItemReport => {
      const own = inputs.items[row.id];
      const place = reading.rows.get(row.id)?.id.place ?? null;
      return { ...(own as ItemInputs), ...row, place };
    }),
    actionItems: evaluation.actionItems,
    deadlines: evaluation.deadlines,
    holidays: inputs.holidays,
    services: evaluation.services,
    profile: {
      singleRegion: inputs.singleRegion,
      previousAuditVersion: inputs.previousAuditVersion,
      lastFullAuditOn: inputs.lastFullAuditOn,
      submittedOn: inputs.submittedOn,
      auditOn: inputs.auditOn,
      summaryReceivedOn: inputs.summaryReceivedOn,
      reportReceivedOn: inputs.reportReceivedOn,
      people: inputs.people,
      editors: inputs.editors,
      prerequisites: inputs.prerequisites,
    },
    places: placesOf(snapshot),
    seal,
    history,
    movedByHand: (history[history.length - 1]?.to ?? "selfAssessment") !== inputs.phase,
    summary,
    issues: [...issues].sort(bySeverity),
  };
}

function placesOf(snapshot: Snapshot): Record<string, Place> {
  const places: Record<string, Place> = {};
  for (const field of INPUTS) {
    const range = snapshot.names[field.name];
    if (!range) continue;
    places[field.name] = { sheet: range.sheet, row: range.row, column: range.column };
  }
  return places;
}

const bySeverity = (a: Issue, b: Issue): number =>
  Number(b.severity === "error") - Number(a.severity === "error");

/** Entries that each read well but do not fit together. */
function checkMeaning(
  checklist: Checklist,
  snapshot: Snapshot,
  reading: Reading,
  evaluation: Evaluation,
  seal: SealCheck | null,
): Issue[] {
  const { inputs } = reading;
  const issues: Issue[] = [];
  const warn = (code: keyof typeof ISSUE_TEXT, message: string, place: Place | null = null) =>
    issues.push({
      code,
      severity: "warning",
      place,
      where: place === null ? null : placeText(place),
      message,
    });
  const placeOf = (name: string, id: ItemId): Place | null => {
    const row = reading.rows.get(id);
    return row ? (cellInRow(snapshot, name, row.sheetRow)?.place ?? null) : null;
  };
  const at = (place: Place | null, name: string) => (place === null ? name : placeText(place));

  checkPoints(checklist, inputs, evaluation, warn);
  for (const row of evaluation.items) {
    const own = inputs.items[row.id];
    if (!own) continue;
    if (own.closedOn !== null) {
      const place = placeOf("Closed_On", row.id);
      if (row.actionState === null) {
        warn("closureIgnored", ISSUE_TEXT.closureIgnored(row.id, at(place, "Closed_On")), place);
      } else if (row.actionState === "late") {
        const due = evaluation.deadlines.actionItemsDueOn ?? "";
        warn("closureLate", ISSUE_TEXT.closureLate(row.id, due, at(place, "Closed_On")), place);
      } else if (row.actionState === "open") {
        const message = ISSUE_TEXT.closureWithoutReceipt(row.id, at(place, "Closed_On"));
        warn("closureWithoutReceipt", message, place);
      }
    }
    if (inputs.renewal && own.disclosedChange && own.whatChanged === "") {
      const place = placeOf("What_Changed", row.id);
      const message = ISSUE_TEXT.changeNotDescribed(row.id, at(place, "What_Changed"));
      warn("changeNotDescribed", message, place);
    }
    if (own.closedOn !== null && inputs.auditOn !== null && own.closedOn < inputs.auditOn) {
      const place = placeOf("Closed_On", row.id);
      const message = ISSUE_TEXT.closedBeforeAudit(row.id, at(place, "Closed_On"));
      warn("closedBeforeAudit", message, place);
    }
  }
  const bare = evaluation.items.filter(({ id, actionState }) => {
    return actionState === "closed" && inputs.items[id]?.closureEvidence === "";
  });
  if (bare[0]) {
    const place = placeOf("Closure_Evidence", bare[0].id);
    const ids = bare.map(({ id }) => id);
    const where = at(place, "Closure_Evidence");
    warn("closureWithoutEvidence", ISSUE_TEXT.closureWithoutEvidence(ids, where), place);
  }
  checkServices(checklist, snapshot, inputs, evaluation, warn);
  checkDates(checklist, snapshot, inputs, evaluation, warn);
  checkRecords(snapshot, inputs, evaluation, seal, warn);
  return issues;
}

type Warn = (code: keyof typeof ISSUE_TEXT, message: string, place?: Place | null) => void;

function checkPoints(
  checklist: Checklist,
  inputs: Inputs,
  evaluation: Evaluation,
  warn: Warn,
): void {
  const sum = evaluation.items.reduce((total, row) => total + row.ifMet, 0);
  if (sum !== checklist.most) warn("pointsSum", ISSUE_TEXT.pointsSum(sum));
  const doubtful = openItems(checklist).filter((item) => {
    const row = evaluation.items.find((result) => result.id === item.id);
    const own = inputs.items[item.id];
    if (row?.scope !== "audited" || !own) return false;
    return own.self === "notMet" || own.auditor === "notMet";
  });
  if (doubtful.length > 0) {
    warn("reconstructed", ISSUE_TEXT.reconstructed(doubtful.map((item) => item.id)));
  }
}

function checkServices(
  checklist: Checklist,
  snapshot: Snapshot,
  inputs: Inputs,
  evaluation: Evaluation,
  warn: Warn,
): void {
  const row = evaluation.items.find((result) => result.id === checklist.services?.item);
  const place = firstCell(snapshot, "Service_Compliant")?.place ?? null;
  if (row?.scope === "audited") {
    const assessed = evaluation.services.filter((service) => service.assessed === "assessed");
    const open = assessed.filter((service) => service.compliant !== true).length;
    if (open > 0 && (row.self === "met" || row.auditor === "met")) {
      const side = row.self === "met" ? "self" : "auditor";
      warn("servicesDisagree", ISSUE_TEXT.servicesDisagree(open, side), place);
    }
    if (row.self === "notMet" && open === 0 && assessed.length > 0) {
      warn("servicesAllCompliant", ISSUE_TEXT.servicesAllCompliant(), place);
    }
  }
  if (inputs.singleRegion) return;
  const names = snapshot.names.Service_Name;
  const rows = new Map(
    (names ? cellsOf(names) : []).map(({ value, place }) => [cellText(value).trim(), place.row]),
  );
  const first = firstCell(snapshot, "Service_Unavailable")?.place;
  evaluation.services.forEach((service, index) => {
    if (!service.unavailable) return;
    const row = rows.get(service.name) ?? (first ? first.row + index : 0);
    const where = first ? { ...first, row } : null;
    const shown = where ? placeText(where) : service.name;
    warn("serviceNotWaived", ISSUE_TEXT.serviceNotWaived(service.name, shown), where);
  });
}

function checkDates(
  checklist: Checklist,
  snapshot: Snapshot,
  inputs: Inputs,
  evaluation: Evaluation,
  warn: Warn,
): void {
  const place = (name: string) => firstCell(snapshot, name)?.place ?? null;
  const due = evaluation.deadlines;
  if (inputs.renewal) {
    const version = inputs.previousAuditVersion;
    if (version !== "" && !isRenewableVersion(checklist.renewal, version)) {
      warn("renewalVersion", ISSUE_TEXT.renewalVersion(version), place("Previous_Audit_Version"));
    }
    if (inputs.lastFullAuditOn === null) {
      warn("lastFullAuditUnknown", ISSUE_TEXT.lastFullAuditUnknown(), place("Last_Full_Audit_On"));
    }
    const auditOn = inputs.auditOn ?? inputs.submittedOn;
    if (due.fullAuditOn !== null && auditOn !== null && auditOn >= due.fullAuditOn) {
      warn("fullAuditDue", ISSUE_TEXT.fullAuditDue(due.fullAuditOn), place("Engagement"));
    }
  }
  if (due.reportCrossesActionItems) {
    const message = ISSUE_TEXT.reportCrosses(due.finalReportOn ?? "", due.actionItemsDueOn ?? "");
    warn("reportCrosses", message, place("Summary_Received_On"));
  }
  const order = [
    ["Submitted_On", inputs.submittedOn],
    ["Audit_On", inputs.auditOn],
    ["Summary_Received_On", inputs.summaryReceivedOn],
    ["Report_Received_On", inputs.reportReceivedOn],
  ] as const;
  let earlier: (typeof order)[number] | null = null;
  for (const step of order) {
    if (step[1] === null) continue;
    if (earlier?.[1] && step[1] < earlier[1]) {
      warn("datesOutOfOrder", ISSUE_TEXT.datesOutOfOrder(step[0], earlier[0]), place(step[0]));
    }
    earlier = step;
  }
}

/** What was recorded and is no longer so. Back in Self-assessment changes are meant. */
function checkRecords(
  snapshot: Snapshot,
  inputs: Inputs,
  evaluation: Evaluation,
  seal: SealCheck | null,
  warn: Warn,
): void {
  const at = firstCell(snapshot, "Seal")?.place ?? null;
  if (seal?.state === "damaged") warn("sealDamaged", ISSUE_TEXT.sealDamaged(), at);
  if (seal?.state === "changed" && phaseIndex(inputs.phase) > 0) {
    warn("sealChanged", ISSUE_TEXT.sealChanged(seal.changes.length, seal.at), at);
  }
  if (inputs.renewal && seal !== null && seal.disclosedLate.length > 0) {
    const disclosed = firstCell(snapshot, "Disclosed_Change")?.place ?? null;
    warn("disclosedLate", ISSUE_TEXT.disclosedLate(seal.disclosedLate, seal.at), disclosed);
  }
  const { summary } = inputs.records;
  if (summary === null) return;
  const live = evaluation.scores.preliminary.total;
  const changed = summaryChanges(summary, evaluation.items);
  if (live !== summary.total || changed.length > 0) {
    warn("summaryDiffers", ISSUE_TEXT.summaryDiffers(summary.total, summary.on, live, changed));
  }
}
