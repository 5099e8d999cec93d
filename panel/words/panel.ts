/** Every word and sentence of the side panel. */

import type { Advice, ScoreName, Steps } from "../../core/audit/advice.ts";
import type { Answer } from "../../core/audit/answers.ts";
import type { Verdict } from "../../core/audit/score.ts";
import type { ResellerScope } from "../../core/checklist/lookup.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { changeText, NAMED, wayText } from "../../core/words/advice.ts";
import { VERDICT_WORDS } from "../../core/words/en.ts";
import { count, isOrAre, join } from "../../core/words/numbers.ts";
import { figure, gain } from "./numbers.ts";

export const ANSWER_LABELS: Readonly<Record<Answer, string>> = {
  met: "Met",
  notMet: "Not met",
  unanswered: "Unanswered",
};

export const SCORE_LABELS: Readonly<Record<ScoreName, string>> = {
  self: "Self",
  preliminary: "Preliminary",
  final: "Final",
};

export const PANEL = {
  version: ({ shortTitle, version }: Checklist) => `${shortTitle} v${version}`,
  phaseStep: (step: number, of: number) => `${step} of ${of}`,
  phase: "Phase ",
  refresh: "Refresh",
  refreshed: "Refreshed.",
  made: "Checklist made.",
  steps: "Steps",
  back: "Back",
  openingSteps: "Opening Steps",
  stepsFailed: "Steps could not be loaded. Check the connection, then select Steps again.",
  dismiss: "Dismiss",
  starting: (workbook: string) => `Reading the ${workbook}`,
  cancel: "Cancel",
  canceling: "Stopping",
  failedTitle: "This did not work",
  failure: "The last step failed. Refresh and try again.",
  notRead:
    "The workbook could not be read just now. Finish the cell that is being edited, then try again.",
} as const;

/** What a total is measured by. */
type Marks = Pick<Checklist, "most" | "pass">;

/** `item 8.1.9 is not met`: the beginning of a sentence is for the caller to make. */
function itemsNotMet(steps: Steps): string {
  const ids = [...steps.mandatory, ...steps.others];
  if (ids.length <= NAMED) {
    return `${ids.length === 1 ? "item" : "items"} ${join(ids)} ${isOrAre(ids.length)} not met`;
  }
  if (steps.mandatory.length === 0) return `${steps.others.length} items are not met`;
  if (steps.others.length === 0)
    return `${count(steps.mandatory.length, "mandatory item")} are not met`;
  return `${steps.mandatory.length} mandatory and ${count(steps.others.length, "other item")} are not met`;
}

export const SCORE = {
  region: "Score",
  toPass: ({ pass }: Marks, points: number) => `${count(points, "point")} to ${pass}`,
  passExactly: "Pass, with no point to spare",
  pass: (spare: number) => `Pass, with ${count(spare, "point")} to spare`,
  outOfReach: ({ pass }: Marks) => `${pass} is out of reach`,
  short: ({ pass }: Marks, points: number) => `${count(points, "point")} short of ${pass}`,
  mandatoryNotMet: "A mandatory item is not met",
  reached: ({ pass }: Marks) => `${pass} is reached`,
  reachedThen: (mandatory: number, unanswered: number) =>
    mandatory > 0
      ? `${count(mandatory, "mandatory item")} ${isOrAre(mandatory)} still open.`
      : `${count(unanswered, "item")} ${isOrAre(unanswered)} still unanswered.`,
  best: (advice: Extract<Advice, { kind: "outOfReach" }>) =>
    `Best possible ${figure(advice.best)}: ${itemsNotMet(advice.steps)}.${
      advice.remedy === "close"
        ? ` ${advice.steps.mandatory.length + advice.steps.others.length === 1 ? "It" : "They"} can still be closed after the audit summary.`
        : ""
    }`,
  notMet: (advice: Extract<Advice, { kind: "outOfReach" }>) => {
    const text = itemsNotMet(advice.steps);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${
      advice.remedy === "close" ? " Closing comes after the audit summary." : ""
    }`;
  },
  planned: ({ mandatory, makes }: Steps) =>
    mandatory.length === 1
      ? `Item ${mandatory[0]} has an action plan. Closing it makes ${makes}.`
      : `Every open mandatory item has a plan. Closing them makes ${makes}.`,
  damaged: (total: number, sheetTotal: number | null) =>
    sheetTotal === null || sheetTotal === total
      ? `Your answers are safe. Trust ${figure(total)}, counted here from the answers, until the sheet is put right.`
      : `Your answers are safe. The sheet shows ${figure(sheetTotal)}, the answers give ${figure(total)}. Trust ${figure(total)} until the sheet is put right.`,
  errors: (number: number) => count(number, "error"),
  errorsNow: (number: number) => (number === 0 ? "No errors." : `${count(number, "error")}.`),
  soFar: "as validated so far",
  answered: (done: number, of: number) => `${done} of ${of} answered`,
  validated: (done: number, of: number) => `${done} of ${of} validated`,
  closed: (done: number, of: number) => `${done} of ${of} closed`,
  scale: "0",
  tick: ({ pass }: Marks) => `${pass} to pass`,
  now: "Now",
  open: "Open",
  closable: "Can be closed",
  missed: "Missed",
  meter: ({ most, pass }: Marks, now: number, open: number, missed: number, closable: boolean) =>
    `Now ${figure(now)} of ${most}, ${closable ? "can be closed" : "open"} ${open}, missed ${missed}, ${pass} to pass`,
  notYet: "Not yet",
  current: "current score",
  spoken: ({ most, pass }: Marks, name: ScoreName, total: number, verdict: Verdict) => {
    const rest =
      verdict === "inProgress" && total < pass
        ? `${pass - total} to ${pass}`
        : VERDICT_WORDS[verdict];
    return `${SCORE_LABELS[name]} score ${figure(total)} of ${most}. ${rest}.`;
  },
} as const;

export const TABS = {
  label: "Panel",
  overview: "Overview",
  items: "Items",
  actions: "Actions",
  issues: "Issues",
  opening: "Opening. If nothing comes, check the connection and select Refresh.",
} as const;

export const OVERVIEW_TEXT = {
  next: "Do next",
  validateNext: "Validate next",
  allUnanswered: (number: number) => (number === 1 ? "Show it" : `All ${number} unanswered`),
  allLeft: (number: number, mandatory: number) =>
    `All ${number} left${mandatory > 0 ? `, ${mandatory} mandatory` : ""}`,
  mandatoryCosts: (cost: number) =>
    cost === 0 ? "Mandatory" : `Mandatory, costs ${Math.abs(cost)} if not met`,
  brings: (points: number) => (points > 0 ? `Brings ${points} if met` : "No points"),
  partnerSaid: (mandatory: boolean, points: number, answer: Answer) =>
    `${mandatory ? "Mandatory" : `${points} points`}. Partner: ${ANSWER_LABELS[answer]}`,
  row: (row: number) => `Row ${row}`,
  cheapest: ({ pass }: Marks) => `Cheapest way to ${pass}`,
  change: "What would have to change",
  showThem: "Show them",
  way: wayText,
  changes: changeText,
  sections: "Sections",
  answered: "answered",
  validated: "validated",
  points: "points",
  mandatory: "mandatory",
  answeredOf: (done: number, of: number) => `${done}/${of}`,
  pointsOf: (points: number, most: number) => `${figure(points)} / ${most}`,
  section: "Section ",
  notAudited: "not audited",
  stake: "points at stake",
  complete: (number: number, points: number, most: number) =>
    `${count(number, "complete section")}, ${figure(points)} of ${most} points`,
  disagree: "Partner and auditor disagree",
  itemCount: (number: number) => count(number, "item"),
  bothAnswers: (self: Answer, auditor: Answer) =>
    `Partner: ${ANSWER_LABELS[self]}. Auditor: ${ANSWER_LABELS[auditor]}`,
  together: (stake: number) =>
    stake === 0
      ? "Together they change nothing"
      : `Together ${count(Math.abs(stake), "point")} ${stake < 0 ? "below" : "above"} the self score`,
  actionItems: "Action items so far",
  show: (number: number) => `Show ${number}`,
  actionSummary: (mandatory: number, others: number, brings: number) =>
    `${[
      ...(mandatory > 0 ? [`${mandatory} mandatory`] : []),
      ...(others > 0 ? [`${others} score-impacting`] : []),
    ].join(", ")}. Closing ${mandatory + others === 1 ? "it" : "all"} brings ${brings}.`,
  submitted: "The self-assessment is submitted. Its answers are closed.",
} as const;

/** The Overview sheet's labels are quoted as they stand on the screen. */
export const DATES_TEXT = {
  title: "Dates",
  names: ({ maker }: Checklist) => ({
    replyOn: `${maker} aims to answer`,
    summaryOn: "Audit summary",
    actionItemsDueOn: "Action items due",
    finalReportOn: "Final report",
    decisionOn: "Decision",
    renewalOn: "Renewal audit",
    fullAuditOn: "Full audit",
  }),
  fill: (cell: string) => `No date yet. Fill “${cell}” on the Overview sheet.`,
  businessDaysLeft: (days: number) => `${count(days, "business day")} left`,
  monthsLeft: (months: number) => `in ${count(months, "month")}`,
  lastDay: "Last day",
  ended: (date: string) => `Ended ${date}`,
  past: "past",
  due: (date: string) => `Due ${date}`,
  today: "today",
  dueDay: "due",
  noDue: "No due date yet",
} as const;

export const ITEMS_TEXT = {
  keys: "Keys",
  search: "Search items",
  filters: "Filters",
  unanswered: "Unanswered",
  mandatory: "Mandatory",
  notMet: "Not met",
  disagree: "Disagree",
  noEvidence: "Without evidence",
  noNote: "Finding without note",
  action: "Action items",
  way: "Cheapest way",
  change: "To change",
  section: (id: string, name: string) => `${id} ${name}`,
  owner: (name: string) => (name === "" ? "No owner" : name),
  shown: (number: number, of: number) =>
    number === of ? `${of} items` : `${number} of ${of} items`,
  none: "No item matches.",
  clear: "Clear the filters",
  list: "Items",
  upTo: "up to ",
} as const;

export const ACTIONS_TEXT = {
  none: "No item is marked Not met, so there are no action items.",
  noneYet: "No action items yet. They come from what the auditor finds not met.",
  open: "Open",
  notClosed: "Not closed",
  late: "Late",
  closed: "Closed",
  brings: "brings",
  mandatory: "Mandatory",
  scoreImpacting: "Score-impacting",
  items: (number: number) => count(number, "item"),
  itemsBring: (number: number, points: number) => `${count(number, "item")}, ${gain(points)}`,
  noPlan: "Mandatory. No action plan yet",
  planned: "Mandatory. Action plan written",
  lateOn: (date: string) => `Evidence came on ${date}, too late to count`,
  noReceipt: "Closed without a due date, so it does not count yet",
  makes: (total: number) => `makes ${figure(total)}`,
  all: (number: number, total: number) =>
    number === 1
      ? `Closing it makes ${figure(total)}.`
      : `Closing all ${number} makes ${figure(total)}.`,
} as const;

export const ISSUES_TEXT = {
  none: "No issues. The sheet and the answers agree.",
  unchecked: "The workbook is not checked yet. If this stays, close the panel and open it again.",
  goTo: "Go to cell",
  error: "Error",
  warning: "Warning",
  spoken: (title: string) => `Go to cell: ${title}`,
} as const;

export const EMPTY_TEXT = {
  title: (workbook: string) => `No checklist in this ${workbook}`,
  lead: (sheets: string) =>
    `Make one here. It adds ${sheets} sheets and leaves your own sheets as they are.`,
  leadAlone: (sheets: string) => `Make one here: ${sheets} sheets that keep the score themselves.`,
  sheetCounts: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"],
  partner: "Partner name",
  partnerHint: "Shown on every sheet and printed page. It can wait.",
  engagement: "Engagement",
  full: "Full audit",
  fullHint: (items: number) => `All ${items} items.`,
  renewal: "Renewal",
  renewalHint: (items: number, oldestVersion: string) =>
    `${items} items and your previous action items. Only for MSPs audited against v${oldestVersion} or later (as we read it).`,
  reseller: "In the Channel Reseller Program?",
  yes: "Yes",
  no: "No",
  noHint: ({ items, sections }: ResellerScope, points: number) => {
    const waived = [
      ...(items.length > 0 ? [`${items.length === 1 ? "item" : "items"} ${join(items)}`] : []),
      ...(sections.length > 0
        ? [`${sections.length === 1 ? "section" : "sections"} ${join(sections)}`]
        : []),
    ];
    const isOne = items.length + sections.length === 1;
    const text = `${join(waived)} ${isOne ? "is" : "are"} waived. You get ${isOne ? "its" : "their"} ${points} points.`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  },
  make: "Make checklist",
  again: "Check again",
  expected: "Expected to find one?",
  expectedHint:
    "A checklist is found by its defined names. If they were deleted, open an earlier version of the file and select Check again.",
} as const;
