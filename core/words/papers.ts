/** Words and sentences of the documents that leave the workbook: summary, report, mails and calendar. */

import type { IsoDate } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import { changeText, wayText } from "./advice.ts";
import { count, join, spanInFigures } from "./numbers.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `17 Mar 2026`, as in the sheets. */
function day(date: IsoDate): string {
  const [year = "", month = "1", dayOfMonth = "1"] = date.split("-");
  return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

const named = ({ title, version }: Checklist): string => `${title} v${version}`;
const businessDays = (days: number): string => count(days, "business day");
/** Papers travel without the workbook that says so. */
const independent = ({ maker }: Checklist): string =>
  `Made with a workbook that is independent of ${maker}: ${maker} has not made, endorsed or checked it.`;

export const PAPER_TEXT = {
  summary: "Audit summary",
  final: "Final report",
  unnamed: "Partner not named yet",
  day,
  noDate: "not known yet",
  engagement: "Engagement",
  engagements: { full: "Full audit", renewal: "Renewal" },
  scope: "Scope",
  scopeCounts: (audited: number, waived: number, carried: number) =>
    [
      `${audited} items audited`,
      ...(waived > 0 ? [`${waived} waived`] : []),
      ...(carried > 0 ? [`${carried} carried`] : []),
    ].join(", "),
  auditOn: "Audit on",
  auditor: "Auditor",
  firm: "Audit firm",
  place: "Held",
  makersContact: ({ maker }: Checklist) => `${maker} contact`,
  validated: "Validated",
  of: (done: number, all: number) => `${done} of ${all}`,
  summaryDue: "This summary is due on",
  preliminaryScore: "Preliminary score",
  finalScore: "Final score",
  points: ({ most }: Checklist, total: number) => `${total} of ${most}`,
  preliminary: "Preliminary score",
  standing: ({ most, pass }: Checklist, total: number) => {
    const distance = pass - total;
    const where =
      distance > 0
        ? `${count(distance, "point")} to ${pass}`
        : distance === 0
          ? `exactly ${pass}`
          : `${count(-distance, "point")} above ${pass}`;
    return `${total} of ${most} points: ${where}.`;
  },
  notValidated: (count: number) =>
    count === 1 ? "One item is not validated yet." : `${count} items are not validated yet.`,
  mandatoryOpen: (count: number) =>
    count === 1
      ? "One mandatory item is not met and has to be closed before approval."
      : `${count} mandatory items are not met and have to be closed before approval.`,
  doubt: (ids: readonly string[], { loss, table }: { loss: number; table: string }) =>
    ids.length === 1
      ? `Kind and points of ${ids[0]} are our reading: check the ${table}. If it is mandatory, it has to be closed before approval, and the score is about ${loss} lower.`
      : `Kind and points of ${join(ids)} are our reading: check the ${table}. Each of them that is mandatory has to be closed before approval, and lowers the score by about ${loss}.`,
  way: wayText,
  change: changeText,
  verdicts: {
    pass: ({ pass }: Checklist) => `${pass} is reached, and no mandatory item is open.`,
    fail: ({ pass }: Checklist) =>
      `Not reached: it takes ${pass} points, and no mandatory item open.`,
    inProgress: () => "The score is not final yet.",
    actionPlan: ({ pass }: Checklist) =>
      `Every open mandatory item has an action plan; closing them brings the score to ${pass} or more.`,
  },
  acceptance: ({ maker, program }: Checklist) =>
    `This report states scores and action items. Whether the partner is accepted into the ${program} is decided by ${maker}.`,
  finalStanding: "Final score",
  /** What closures did not bring came of other answers or points. */
  moved: (before: number, after: number, brought: number) => {
    const rest = after - before - brought;
    if (rest === 0 && brought === 0) return "Nothing changed since the audit summary.";
    const other =
      rest === 0
        ? ""
        : `, and what is validated or counted otherwise since then ${rest > 0 ? "brought" : "cost"} ${Math.abs(rest)}`;
    return `From ${before} at the audit summary to ${after}; closed action items brought ${brought}${other}.`;
  },
  provisional:
    "Provisional: action items can still be closed. The report is final in the phase Closed.",
  noSummary: "No audit summary was kept, so the preliminary score is that of the present answers.",
  disclosedLate: (ids: readonly string[]) => `Disclosed after the hand-over: ${ids.join(", ")}.`,
  revised: (ids: readonly string[]) =>
    `Validated otherwise than in the audit summary: ${ids.join(", ")}.`,
  self: "Self",
  preliminaryColumn: "Preliminary",
  finalColumn: "Final",
  number: "No.",
  section: "Section",
  audited: "Audited",
  most: "Most",
  total: "Total",
  strengths: "Strengths",
  noStrengths: "None noted.",
  opportunities: "Opportunities for improvement",
  noOpportunities: "None noted.",
  findings: "Findings on items that are met",
  findingsOpen: "Findings on items that are not validated yet",
  findingsOutside: "Findings on items outside this audit",
  otherNotes: "Other notes",
  mandatory: "Mandatory action items",
  mandatoryLead: ({ manager }: Checklist, cost: number | null) =>
    `Each costs ${cost === null ? "points" : count(cost, "point")} and has to be closed before approval. What cannot be closed in time needs an action plan for the ${manager}: how and when.`,
  noMandatory: "No mandatory item is marked Not met.",
  scoreImpacting: "Score-impacting action items",
  scoreImpactingLead: ({ clock }: Checklist) =>
    `Give the auditor the evidence within ${businessDays(clock.closureDays)} from receipt of this summary. Each item that the auditor finds closed raises the score by its points. One that is not closed leaves the score as it is, and will not be in the final report.`,
  noScoreImpacting: "No other item is marked Not met.",
  item: "Item",
  title: "Title",
  note: "Note",
  finding: "Finding",
  noFinding: "Not met",
  brings: "Brings",
  brought: "Brought",
  due: "Due",
  dueFromReceipt: ({ clock }: Checklist) => `${businessDays(clock.closureDays)} from receipt`,
  whatChanged: "What changed since the audit summary",
  nothingChanged: "No action item was closed.",
  closureEvidence: "Evidence",
  closedOn: "Closed on",
  stillOpen: "Mandatory action items still open",
  noneStillOpen: "None.",
  plan: "Action plan",
  noPlan: "No plan yet",
  deadlines: "Dates",
  crossing: ({ maker }: Checklist) =>
    `The final report is due before the action items are: agree on the order with ${maker}.`,
  what: "What",
  date: "Date",
  dates: {
    actionItems: "Action items due",
    reportFrom: "Final report, from",
    report: "Final report, at the latest",
    decision: ({ maker }: Checklist) => `Decision by ${maker}`,
    renewal: "Renewal",
  },
  signOff: "Signed off by the auditor",
  footer: (checklist: Checklist) => `${named(checklist)}. ${independent(checklist)}`,
  notSignedOff: "Not signed off yet.",
  closedAfterDue: (ids: readonly string[]) =>
    `Closed after the due date without a plan: ${ids.join(", ")}.`,
  closedAfterReport: (ids: readonly string[]) =>
    `Closed after a final report was received: ${ids.join(", ")}.`,
} as const;

export const LETTER_TEXT = {
  title: (checklist: Checklist) => `${named(checklist)}: completed self-assessment`,
  partner: (name: string) => `Partner: ${name}`,
  scope: (engagement: string, counts: string) => `${engagement}: ${counts}`,
  score: ({ most, pass }: Checklist, total: number, answered: string) =>
    `Self score: ${total} of ${most} (${pass} to pass), ${answered}`,
  answered: (done: string) => `${done} items answered`,
  notMet: (ids: string) => `Not met: ${ids}`,
  bySection: "By section:",
  section: (id: string, title: string, total: number, most: number) =>
    `  ${id}  ${title}: ${total} of ${most}`,
  seal: (seal: string, at: string) => `Seal: ${seal}, handed over ${at}`,
  sealNote:
    "The seal is a fingerprint of the partner's entries: with it the workbook shows what was changed later.",
  attached: (file: string) => `Attached: ${file}`,
  independent,
  planSubject: (partner: string, items: number) =>
    `${partner}: action plan for ${count(items, "mandatory item")}`,
  planLead: ({ clock }: Checklist, partner: string, items: number, audit: string | null) =>
    `${partner} plans to close ${count(items, "mandatory action item")} of the audit${audit === null ? "" : ` of ${audit}`} later than ${businessDays(clock.closureDays)} after the audit summary. This is how and when.`,
  planItem: (id: string, title: string) => `${id} ${title}`,
  planFinding: (note: string) => `Finding: ${note}`,
  plan: (plan: string) => `Plan: ${plan}`,
  unplanned: (ids: readonly string[]) =>
    `Left out, without a plan yet: ${ids.join(", ")}. Write a plan for what cannot be closed in time.`,
} as const;

export const CALENDAR_TEXT = {
  file: "MSP dates",
  event: (title: string, partner: string) => (partner === "" ? title : `${title}: ${partner}`),
  titles: ({ maker }: Checklist) => ({
    replyOn: `${maker} aims to answer the self-assessment`,
    summaryOn: "Audit summary due",
    actionItemsDueOn: "Action items due",
    finalReportFrom: "Final report possible from today",
    finalReportOn: "Final report due",
    decisionOn: `Decision by ${maker} due`,
    renewalOn: "MSP renewal due",
    fullAuditOn: "MSP full audit due",
  }),
  notes: ({ clock, renewal }: Checklist) => ({
    replyOn: `${businessDays(clock.replyDays)} after the self-assessment was submitted; an aim, not a promise.`,
    summaryOn: `${count(clock.summaryHours, "hour")} after the audit.`,
    actionItemsDueOn: `${businessDays(clock.closureDays)} after the audit summary was received.`,
    finalReportFrom: "The day after the action items are due.",
    finalReportOn: `${businessDays(clock.finalReportDays)} after the audit.`,
    decisionOn: `${businessDays(clock.decisionDays)} after the final report was received.`,
    renewalOn: renewal === null ? "" : `${spanInFigures(renewal.months)} after the audit.`,
    fullAuditOn:
      renewal === null
        ? ""
        : `${spanInFigures(renewal.fullAuditMonths)} after the last full audit.`,
  }),
} as const;
