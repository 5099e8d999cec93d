/** What to look at before a self-assessment is handed over, each with the cell that settles it. */

import { advise } from "../audit/advice.ts";
import { countsAsReference, referenceAge } from "../audit/references.ts";
import { isRenewableVersion } from "../audit/scope.ts";
import type { IsoDate, ItemId } from "../checklist/domain.ts";
import { findItem } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { PREFLIGHT_TEXT as TEXT } from "../words/preflight.ts";
import { type Place, placeText } from "../workbook/issues.ts";
import type { ItemReport, Report } from "./report.ts";

export interface Finding {
  /** A key of `PREFLIGHT_TEXT`. */
  readonly code: keyof typeof TEXT;
  /** `blocks` refuses a hand-over, `missing` asks for a confirmation, `advice` is worth a thought. */
  readonly weight: "blocks" | "missing" | "advice";
  /** The cell that settles it, the first of several; null where no cell does. */
  readonly place: Place | null;
  readonly message: string;
}

/** Issues that have a finding of their own, with more to say. */
const SAID_ELSEWHERE: readonly string[] = [
  "servicesDisagree",
  "servicesAllCompliant",
  "renewalVersion",
  "lastFullAuditUnknown",
  "fullAuditDue",
  "changeNotDescribed",
  "reconstructed",
];

/**
 * Findings in the order in which they are best settled; those that block first. `today` stands in for
 * the day of the hand-over while the workbook has none.
 */
export function preflight(checklist: Checklist, report: Report, today: IsoDate): Finding[] {
  const findings: Finding[] = [];
  const find = (
    code: Finding["code"],
    weight: Finding["weight"],
    place: Place | null,
    message: (at: string) => string,
  ): void => {
    findings.push({ code, weight, place, message: message(place ? placeText(place) : "") });
  };
  const cell = (name: string, row = 0): Place | null => {
    const place = report.places[name];
    return place ? { ...place, row: place.row + row } : null;
  };
  const context: Look = { checklist, report, today, find, cell };
  lookAtTrust(context);
  lookAtAnswers(context);
  lookAtServices(context);
  lookAtPrerequisites(context);
  lookAtReferences(context);
  if (report.scope.engagement === "renewal") lookAtRenewal(context);
  lookAtEvidence(context);
  if (!report.profile.prerequisites.reviewed) {
    find("review", "advice", cell("Prerequisite_Reviewed"), () => TEXT.review());
  }
  find("current", "advice", cell("People_AWS_Contact"), () => TEXT.current());
  return findings;
}

interface Look {
  readonly checklist: Checklist;
  readonly report: Report;
  readonly today: IsoDate;
  readonly find: (
    code: Finding["code"],
    weight: Finding["weight"],
    place: Place | null,
    message: (at: string) => string,
  ) => void;
  /** The cell of an input outside the Checklist, so many rows down its list. */
  readonly cell: (name: string, row?: number) => Place | null;
}

function lookAtTrust({ report, find, cell }: Look): void {
  if (report.partner === "") find("partner", "blocks", cell("Partner_Name"), TEXT.partner);
  const errors = report.issues.filter((issue) => issue.severity === "error");
  const [first] = errors;
  if (first)
    find("untrusted", "blocks", first.place, () => TEXT.untrusted(errors.length, first.message));
  const warnings = report.issues.filter(
    (issue) => issue.severity === "warning" && !SAID_ELSEWHERE.includes(issue.code),
  );
  const [mildest] = warnings;
  if (mildest) {
    find("warnings", "advice", mildest.place, () =>
      TEXT.warnings(warnings.length, mildest.message),
    );
  }
}

/** The cell of a Checklist column in an item's row. */
function inRow(report: Report, row: ItemReport | undefined, name: string): Place | null {
  const column = report.places[name]?.column;
  return row?.place && column !== undefined ? { ...row.place, column } : null;
}
const ids = (rows: readonly ItemReport[]): ItemId[] => rows.map((row) => row.id);

function lookAtAnswers({ checklist, report, find }: Look): void {
  const audited = report.items.filter((row) => row.scope === "audited");
  const open = audited.filter((row) => row.self === "unanswered");
  if (open.length > 0)
    find("unanswered", "missing", inRow(report, open[0], "Self_Answer"), () =>
      TEXT.unanswered(ids(open)),
    );
  const { self } = report;
  if (self.verdict === "pass" || (open.length > 0 && self.verdict !== "fail")) return;
  const missed = audited.filter((row) => row.self === "notMet");
  const mandatory = missed.filter((row) => row.mandatory);
  const advice = advise(checklist, report, "self");
  const steps = advice.kind === "outOfReach" ? advice.steps : null;
  find("fails", "missing", inRow(report, mandatory[0] ?? missed[0], "Self_Answer"), () =>
    TEXT.fails(
      self.total,
      ids(mandatory),
      steps ? [...steps.mandatory, ...steps.others] : [],
      steps?.makes ?? self.total,
    ),
  );
}

function lookAtServices({ checklist, report, find, cell }: Look): void {
  const row = report.items.find((item) => item.id === checklist.services?.item);
  if (row?.scope !== "audited") return;
  const assessed = report.services.flatMap((service, index) =>
    service.assessed === "assessed" ? [{ service, index }] : [],
  );
  const blank = assessed.filter(({ service }) => service.compliant === null);
  const [first] = blank;
  if (first) {
    find("servicesBlank", "missing", cell("Service_Compliant", first.index), (at) =>
      TEXT.servicesBlank(blank.length, at),
    );
  }
  const lacking = assessed.filter(({ service }) => service.compliant === false);
  const says =
    row.self === "met" ? lacking.length > 0 : row.self === "notMet" && lacking.length === 0;
  if (says && blank.length === 0) {
    find("servicesDisagree", "missing", cell("Service_Compliant", lacking[0]?.index ?? 0), () =>
      TEXT.servicesDisagree(row.self === "met", lacking.length),
    );
  }
}

function lookAtPrerequisites({ report, find, cell }: Look): void {
  const own = report.profile.prerequisites;
  if (own.tier === "") find("tier", "missing", cell("Prerequisite_Tier"), TEXT.tier);
  if (!own.applicationSent) {
    find("application", "missing", cell("Prerequisite_Application"), TEXT.application);
  } else if (own.applicationOn === null) {
    find("applicationDate", "missing", cell("Prerequisite_Application_On"), TEXT.applicationDate);
  }
}

/** The day that the hand-over will bear: an earlier one is of an earlier hand-over. */
function handOverDay({ phase, profile: { submittedOn } }: Report, today: IsoDate): IsoDate {
  if (submittedOn === null) return today;
  return phase === "selfAssessment" && submittedOn < today ? today : submittedOn;
}

function lookAtReferences({ checklist, report, today, find, cell }: Look): void {
  const { references: rule } = checklist;
  const { references } = report.profile.prerequisites;
  const base = report.profile.auditOn ?? handOverDay(report, today);
  const aged = references.map((reference, index) => ({
    reference,
    index,
    age: referenceAge(rule, reference, base),
  }));
  const counting = aged.filter(({ reference }) => countsAsReference(rule, reference, base));
  if (counting.length < rule.needed) {
    const free = aged.find(({ age }) => age === "none");
    const row = free ?? aged.find(({ reference }) => !countsAsReference(rule, reference, base));
    find("references", "missing", cell("Prerequisite_Reference", row?.index), (at) =>
      TEXT.references(counting.length, rule.needed, at, free !== undefined),
    );
  }
  const isPublic = counting.filter(({ reference }) => reference.isPublic === true);
  if (counting.length > 0 && isPublic.length < rule.publicNeeded) {
    find(
      "publicReference",
      "missing",
      cell("Prerequisite_Public", counting[0]?.index),
      TEXT.publicReference,
    );
  }
  for (const [code, age, name] of [
    ["notPaying", "notPaying", "Prerequisite_Paying"],
    ["undated", "undated", "Prerequisite_Reference_On"],
    ["tooOld", "tooOld", "Prerequisite_Reference_On"],
  ] as const) {
    const rows = aged.filter((entry) => entry.age === age);
    const [first] = rows;
    if (!first) continue;
    find(code, "missing", cell(name, first.index), (at) =>
      TEXT[code](
        rows.map(({ reference }) => reference.customer),
        at,
      ),
    );
  }
  const aging = aged.filter(({ age }) => age === "confirm");
  if (aging.length > 0) {
    find("confirmAge", "advice", cell("Prerequisite_Reference_On", aging[0]?.index), () =>
      TEXT.confirmAge(aging.map(({ reference }) => reference.customer)),
    );
  }
}

function lookAtRenewal({ checklist, report, today, find, cell }: Look): void {
  const { previousAuditVersion, lastFullAuditOn, auditOn } = report.profile;
  if (!isRenewableVersion(checklist.renewal, previousAuditVersion)) {
    find("renewalVersion", "missing", cell("Previous_Audit_Version"), (at) =>
      TEXT.renewalVersion(previousAuditVersion, at),
    );
  }
  const until = report.deadlines.fullAuditOn;
  if (lastFullAuditOn === null || until === null)
    find("lastFullAudit", "missing", cell("Last_Full_Audit_On"), TEXT.lastFullAudit);
  else if ((auditOn ?? handOverDay(report, today)) >= until) {
    find("fullAuditDue", "missing", cell("Engagement"), (at) => TEXT.fullAuditDue(until, at));
  }
  const silent = report.items.filter((row) => row.disclosedChange && row.whatChanged === "");
  if (silent.length > 0) {
    find("whatChanged", "missing", inRow(report, silent[0], "What_Changed"), () =>
      TEXT.whatChanged(ids(silent)),
    );
  }
}

function lookAtEvidence({ checklist, report, find }: Look): void {
  const bare = report.items.filter(
    (row) => row.scope === "audited" && row.self === "met" && row.evidence === "",
  );
  if (bare.length > 0)
    find("evidence", "advice", inRow(report, bare[0], "Evidence"), () => TEXT.evidence(ids(bare)));
  const doubtful = report.items.filter((row) => {
    const item = findItem(checklist, row.id);
    return item?.provenance === "reconstructed" && row.scope === "audited" && row.self === "notMet";
  });
  if (doubtful.length > 0) {
    find("reconstructed", "advice", inRow(report, doubtful[0], "Item_Add"), () =>
      TEXT.reconstructed(ids(doubtful)),
    );
  }
}
