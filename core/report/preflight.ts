/** What to look at before a self-assessment is handed over, each with the cell that settles it. */

import { advise } from "../audit/advice.ts";
import { isBare } from "../audit/bare.ts";
import {
  doubtfulPoints,
  fullAuditDue,
  hasOldVersion,
  type Judged,
  lacksLastFullAudit,
  openPointsSpread,
  servicesJudged,
  undescribedChanges,
} from "../audit/doubts.ts";
import { ageCounts, countReferences, referenceAge } from "../audit/references.ts";
import type { IsoDate, ItemId } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import type { FindingCode, FindingValues } from "../words/preflight.ts";
import { RULES } from "../workbook/check/all.ts";
import { TIERS } from "../workbook/fields.ts";
import { type Place, whereOf } from "../workbook/issues.ts";
import type { ItemReport, Report } from "./report.ts";

type FindingOf<Code extends FindingCode> = {
  [Each in Code]: {
    readonly code: Each;
    /** `blocks` refuses a hand-over, `missing` asks for a confirmation, `advice` is worth a thought. */
    readonly weight: "blocks" | "missing" | "advice";
    /** The cell that settles it, the first of several; null where no cell does. */
    readonly place: Place | null;
    /** The same as seen on screen. */
    readonly where: string | null;
    readonly values: FindingValues[Each];
  };
}[Code];

/** Plain data; `words/preflight.ts` speaks it. */
export type Finding = FindingOf<FindingCode>;

/** Issues that have a finding of their own, with more to say. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(
  RULES.flatMap(({ severity, atHandOver }) => (atHandOver ? Object.keys(severity) : [])),
);

/**
 * Findings in the order in which they are best settled; those that block first. `today` stands in for
 * the day of the hand-over while the workbook has none.
 */
export function preflight(checklist: Checklist, report: Report, today: IsoDate): Finding[] {
  const findings: Finding[] = [];
  const find: Look["find"] = (code, weight, place, values) => {
    // Code and values belong together by the type of the arguments.
    const found = { code, weight, place, where: whereOf(place), values };
    findings.push(found as Finding);
  };
  const cell = (name: string, row = 0): Place | null => {
    const place = report.places[name];
    return place ? { ...place, row: place.row + row } : null;
  };
  const judged: Judged = {
    renewal: report.scope.engagement === "renewal",
    previousAuditVersion: report.profile.previousAuditVersion,
    lastFullAuditOn: report.profile.lastFullAuditOn,
    fullAuditOn: report.deadlines.fullAuditOn,
    services: report.services,
    pointsChecked: report.profile.pointsChecked,
    items: report.items,
  };
  const context: Look = { checklist, report, judged, today, find, cell };
  lookAtTrust(context);
  lookAtAnswers(context);
  lookAtServices(context);
  lookAtPrerequisites(context);
  lookAtReferences(context);
  lookAtRenewal(context);
  lookAtEvidence(context);
  if (!report.profile.prerequisites.reviewed)
    find("review", "advice", cell("Prerequisite_Reviewed"), {});
  const { version, published, mail } = checklist;
  find("current", "advice", cell("People_AWS_Contact"), { version, published, mailTo: mail.to });
  return findings;
}

interface Look {
  readonly checklist: Checklist;
  readonly report: Report;
  readonly judged: Judged;
  readonly today: IsoDate;
  readonly find: <Code extends FindingCode>(
    code: Code,
    weight: Finding["weight"],
    place: Place | null,
    values: FindingValues[Code],
  ) => void;
  /** The cell of an input outside the Checklist, so many rows down its list. */
  readonly cell: (name: string, row?: number) => Place | null;
}

function lookAtTrust({ report, find, cell }: Look): void {
  if (report.partner === "") find("partner", "blocks", cell("Partner_Name"), {});
  const errors = report.issues.filter((issue) => issue.severity === "error");
  const [first] = errors;
  if (first) find("untrusted", "blocks", first.place, { count: errors.length, first });
  const warnings = report.issues.filter(
    (issue) => issue.severity === "warning" && !SAID_ELSEWHERE.has(issue.code),
  );
  const [mildest] = warnings;
  if (mildest)
    find("warnings", "advice", mildest.place, { count: warnings.length, first: mildest });
}

/** The cell of a Checklist column in an item's row. */
function inRow(report: Report, row: ItemReport | undefined, name: string): Place | null {
  const column = report.places[name]?.column;
  return row?.place && column !== undefined ? { ...row.place, column } : null;
}
const rowOf = (report: Report, id: ItemId | undefined): ItemReport | undefined =>
  report.items.find((row) => row.id === id);
const ids = (rows: readonly ItemReport[]): ItemId[] => rows.map((row) => row.id);

function lookAtAnswers({ checklist, report, find }: Look): void {
  const audited = report.items.filter((row) => row.scope === "audited");
  const open = audited.filter((row) => row.self === "unanswered");
  if (open.length > 0 && open.length === audited.length) {
    find("nothing", "blocks", inRow(report, open[0], "Self_Answer"), {});
    return;
  }
  if (open.length > 0)
    find("unanswered", "missing", inRow(report, open[0], "Self_Answer"), { items: ids(open) });
  const { self } = report;
  if (self.verdict === "pass" || (open.length > 0 && self.verdict !== "fail")) return;
  const missed = audited.filter((row) => row.self === "notMet");
  const mandatory = missed.filter((row) => row.mandatory);
  const advice = advise(checklist, report, "self");
  const steps = advice.kind === "outOfReach" ? advice.steps : null;
  find("fails", "missing", inRow(report, mandatory[0] ?? missed[0], "Self_Answer"), {
    total: self.total,
    pass: checklist.pass,
    mandatory: ids(mandatory),
    needed: steps ? [...steps.mandatory, ...steps.others] : [],
    makes: steps?.makes ?? self.total,
  });
}

function lookAtServices({ checklist, judged, find, cell }: Look): void {
  const found = servicesJudged(checklist, judged);
  if (found === null) return;
  const { item, self, blank, lacking } = found;
  if (blank.length > 0) {
    const place = cell("Service_Compliant", blank[0]);
    find("servicesBlank", "missing", place, { count: blank.length });
    return;
  }
  const disagrees = self === "met" ? lacking.length > 0 : self === "notMet" && lacking.length === 0;
  if (!disagrees) return;
  const values = { item, met: self === "met", lacking: lacking.length };
  find("servicesDisagree", "missing", cell("Service_Compliant", lacking[0] ?? 0), values);
}

function lookAtPrerequisites({ report, find, cell }: Look): void {
  const own = report.profile.prerequisites;
  if (own.tier === "") find("tier", "missing", cell("Prerequisite_Tier"), { tiers: TIERS });
  if (!own.applicationSent) {
    find("application", "missing", cell("Prerequisite_Application"), {});
  } else if (own.applicationOn === null) {
    find("applicationDate", "missing", cell("Prerequisite_Application_On"), {});
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
  const days = { auditOn: report.profile.auditOn, submittedOn: handOverDay(report, today) };
  const aged = references.map((reference, index) => ({
    reference,
    index,
    age: referenceAge(rule, reference, days),
  }));
  const { counting, isPublic } = countReferences(rule, references, days);
  if (counting < rule.needed) {
    const free = aged.find(({ age }) => age === "none");
    const row = free ?? aged.find(({ age }) => !ageCounts(age));
    find("references", "missing", cell("Prerequisite_Reference", row?.index), {
      counting,
      needed: rule.needed,
      isRoom: free !== undefined,
      item: rowOf(report, rule.item ?? undefined)?.self === "met" ? rule.item : null,
    });
  }
  const first = aged.find(({ age }) => ageCounts(age));
  if (first && isPublic < rule.publicNeeded) {
    const place = cell("Prerequisite_Public", first.index);
    find("publicReference", "missing", place, { needed: rule.publicNeeded });
  }
  const { fineMonths, oldestMonths } = rule;
  for (const [code, age, weight, name] of [
    ["notPaying", "notPaying", "missing", "Prerequisite_Paying"],
    ["noKind", "noKind", "missing", "Prerequisite_Reference_Kind"],
    ["undated", "undated", "missing", "Prerequisite_Reference_On"],
    ["afterAudit", "afterAudit", "missing", "Prerequisite_Reference_On"],
    ["notYet", "unmeasured", "missing", "Prerequisite_Reference_On"],
    ["tooOld", "tooOld", "missing", "Prerequisite_Reference_On"],
    ["confirmAge", "confirm", "advice", "Prerequisite_Reference_On"],
  ] as const) {
    const rows = aged.filter((entry) => entry.age === age);
    const [first] = rows;
    if (!first) continue;
    const customers = rows.map(({ reference }) => reference.customer);
    find(code, weight, cell(name, first.index), { customers, fineMonths, oldestMonths });
  }
}

function lookAtRenewal({ checklist, report, judged, today, find, cell }: Look): void {
  if (checklist.renewal === null) return;
  const { oldestVersion, fullAuditMonths: months } = checklist.renewal;
  if (hasOldVersion(checklist, judged)) {
    const values = { found: judged.previousAuditVersion, oldest: oldestVersion };
    find("renewalVersion", "missing", cell("Previous_Audit_Version"), values);
  }
  if (lacksLastFullAudit(judged))
    find("lastFullAudit", "missing", cell("Last_Full_Audit_On"), { months });
  const due = fullAuditDue(judged, report.profile.auditOn ?? handOverDay(report, today));
  if (due !== null) find("fullAuditDue", "missing", cell("Engagement"), { due, months });
  const silent = undescribedChanges(judged);
  if (silent.length > 0) {
    const place = inRow(report, rowOf(report, silent[0]), "What_Changed");
    find("whatChanged", "missing", place, { items: silent });
  }
}

function lookAtEvidence({ checklist, report, judged, find }: Look): void {
  const bare = report.items.filter(isBare);
  if (bare.length > 0)
    find("evidence", "advice", inRow(report, bare[0], "Evidence"), { items: ids(bare) });
  const doubtful = doubtfulPoints(checklist, judged).filter(({ self }) => self === "notMet");
  if (doubtful.length > 0) {
    const place =
      report.places.Open_Add ?? inRow(report, rowOf(report, doubtful[0]?.id), "Item_Add");
    const { table } = openPointsSpread(checklist);
    find("reconstructed", "advice", place, { items: doubtful.map(({ id }) => id), table });
  }
}
