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
import type { Phase } from "../audit/phases.ts";
import type { PhaseMove, SummaryRecord } from "../audit/records.ts";
import type { Score } from "../audit/score.ts";
import { checkSeal, type SealCheck } from "../audit/seal.ts";
import { checkStages, type StageCheck } from "../audit/stages.ts";
import { type IsoDate, points } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import { CARRIED_NAME, INPUTS } from "../workbook/fields.ts";
import { type Issue, type Place, whereOf } from "../workbook/issues.ts";
import { type CarriedFault, claimIn, findEditionIn, type Library } from "../workbook/library.ts";
import type { Snapshot } from "../workbook/port.ts";
import { cellText, firstCell } from "../workbook/read/locate.ts";
import { readInputs, type WorkbookReading } from "../workbook/read/reading.ts";

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
  | "pointsChecked"
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
  /** What was sealed in the audit, against what stands there now. */
  readonly stages: readonly StageCheck[];
  /** Oldest first. */
  readonly history: readonly PhaseMove[];
  /** The phase was set by hand since the last move that a command recorded. */
  readonly movedByHand: boolean;
  /** The preliminary score that the audit summary told; null before. */
  readonly summary: SummaryRecord | null;
  readonly issues: readonly Issue[];
  /** Whether the workbook was looked at for faults at all. */
  readonly checked: boolean;
}

/**
 * Reads and scores any snapshot whatever, by the checklist that it says it is of; faults become issues, nothing is
 * thrown. A workbook of a checklist that the library does not hold is not scored.
 */
export function report(library: Library, snapshot: Snapshot): Report {
  const { edition, fault } = findEditionIn(library, snapshot);
  if (edition === null) return unscored(snapshot, fault);
  const { checklist } = edition;
  const reading = readInputs(checklist, snapshot);
  const { inputs, strict: seen } = reading;
  const evaluation = evaluate(checklist, inputs);
  const strict = seen === inputs ? evaluation : evaluate(checklist, seen);
  const seal = checkSeal(checklist, inputs);
  const { check } = edition;
  const issues = check?.({ checklist, snapshot, reading, evaluation, strict, seal }) ?? [];
  const found = { issues: [...issues].sort(bySeverity), checked: check !== null };
  return assemble(checklist, snapshot, reading, evaluation, seal, found);
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
  pointsChecked: false,
};

/** Of a checklist that is not known: nothing is counted, and the one issue says why. */
function unscored(snapshot: Snapshot, fault: CarriedFault | "notLoaded" | null): Report {
  const version = claimIn(snapshot)?.version ?? "";
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
    stages: [],
    history: [],
    movedByHand: false,
    summary: null,
    issues: [unscoredIssue(snapshot, version, fault)],
    checked: true,
  };
}

function unscoredIssue(
  snapshot: Snapshot,
  version: string,
  fault: CarriedFault | "notLoaded" | null,
): Issue {
  const at = (name: string) => {
    const place = firstCell(snapshot, name)?.place ?? null;
    return { severity: "error", place, where: whereOf(place) } as const;
  };
  // What is not loaded yet is no fault of the workbook, and hosts wait for it.
  return fault === null || fault === "notLoaded"
    ? { code: "checklistUnknown", ...at("Checklist_Version"), values: { version } }
    : { code: "checklistUnread", ...at(CARRIED_NAME), values: { fault } };
}

function assemble(
  checklist: Checklist,
  snapshot: Snapshot,
  reading: WorkbookReading,
  evaluation: Evaluation,
  seal: SealCheck | null,
  found: Pick<Report, "issues" | "checked">,
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
      pointsChecked: inputs.pointsChecked,
    },
    places: placesOf(snapshot),
    seal,
    stages: checkStages(checklist, inputs, evaluation),
    history,
    movedByHand: (history[history.length - 1]?.to ?? "selfAssessment") !== inputs.phase,
    summary,
    ...found,
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
