/** What the panel says where it has a page of its own: rail, list, last changes and the overview. */

import type { Answer } from "../../core/audit/answers.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { count } from "../../core/words/numbers.ts";
import { figure } from "./numbers.ts";
import { ANSWER_LABELS } from "./panel.ts";

export const RAIL_TEXT = {
  region: "Sections",
  onlyOpen: "Only open items",
  owner: "Owner",
  everybody: "Everybody",
  nobody: "Nobody yet",
  answeredOf: (done: number, of: number) => `${done}/${of}`,
  complete: "complete",
  closed: (number: number) => `Closed, ${number}`,
  open: (open: number, of: number) => (open === of ? `Open, ${of}` : `Open, ${open} of ${of}`),
  closingAll: (number: number, total: number) =>
    number === 1
      ? `Closing it makes ${figure(total)}.`
      : `Closing all ${number} makes ${figure(total)}.`,
  evidenceHere: "Evidence is here",
  noEvidence: "No evidence yet",
  mandatory: "Mandatory.",
} as const;

export const LIST_TEXT = {
  region: "List",
  one: "One",
  list: "List",
  form: "Form",
  clear: "Clear",
  select: (id: string) => `Select ${id}`,
  selected: (number: number) => `${number} selected`,
  mandatory: (number: number) => `${number} mandatory.`,
  makes: (answer: Exclude<Answer, "unanswered">, total: number, lost: string | null) =>
    `${ANSWER_LABELS[answer]} makes ${figure(total)}${lost === null ? "" : `, ${lost}`}.`,
  letGo: "Clear the selection",
  openOf: (open: number, of: number) => `${open} open of ${of}`,
  all: (number: number) => count(number, "item"),
  nobody: "No owner",
  evidence: "Evidence",
  noEvidence: "No evidence",
  group: (id: string) => `Answer to ${id}`,
  answered: (number: number, answer: Answer) =>
    `${count(number, "item")} ${answer === "unanswered" ? "cleared" : ANSWER_LABELS[answer]}.`,
} as const;

export const ASIDE_TEXT = {
  region: "Score and next steps",
  keys: "All keys",
  past: "Last changes",
  issues: "Issues",
  issuesNone: "The sheet and the answers agree.",
  before: "Confirm again",
  beforeText: (version: string, answer: string) =>
    `In ${version} the answer was ${answer}. The item asks otherwise now: read it, then answer again.`,
  showIssues: (number: number) => `Show ${count(number, "issue")}`,
} as const;

export const BOARD_TEXT = {
  title: (partner: string) => (partner === "" ? "Overview" : partner),
  /** `reseller`: null where the version asks nobody. */
  basis: (
    { shortTitle, version }: Checklist,
    audit: string,
    reseller: boolean | null,
    day: string,
  ) => {
    const program =
      reseller === null ? "" : `, ${reseller ? "" : "not "}in the Channel Reseller Program`;
    return `${shortTitle} v${version}. ${audit}${program}. ${day}`;
  },
  print: "Print",
  copy: "Copy as picture",
  copied: "The overview is on the clipboard as a picture.",
  sections: "Sections",
  scale: "Points, all bars to one scale",
  earned: "Earned",
  open: "Open",
  missed: "Missed",
  points: "points",
  answered: "answered",
  validated: "validated",
  mandatoryOpen: "mandatory open",
  noPoints: (mandatory: number) => `no points, ${mandatory} mandatory`,
  pointsOf: (points: number, most: number) => `${figure(points)} / ${most}`,
  owners: "Open by owner",
  mandatory: "Mandatory",
  other: "Other",
  openCount: "open",
  bare: "Met without evidence",
  all: "All",
  nobody: "Nobody yet",
  noneOpen: "No open item is left.",
  left: "Left to do",
  show: "Show them",
  unanswered: (number: number, mandatory: number) =>
    `${number === 1 ? "item" : "items"} without an answer${mandatory > 0 ? `, ${mandatory} of them mandatory` : ""}`,
  notValidated: (number: number, mandatory: number) =>
    `${number === 1 ? "item" : "items"} to validate${mandatory > 0 ? `, ${mandatory} of them mandatory` : ""}`,
  noEvidence: (number: number) => `${number === 1 ? "item" : "items"} Met without evidence`,
  noNote: (number: number) => `${number === 1 ? "finding" : "findings"} without a note`,
  actions: (number: number) => `action ${number === 1 ? "item" : "items"} to close`,
  nothing: "Nothing is left to do in this phase.",
  dates: "Dates",
} as const;

export const START_TEXT = {
  title: ({ items, pass }: Checklist) =>
    `Answer the ${items.length} items of the audit and see at once how far you are from ${pass}.`,
  lead: "One workbook carries the self-assessment, the audit and the action items. Work here, in Excel or in Google Sheets; the file is the same.",
  example: "Try with an example",
  exampleHint: "A partner half-way through, to look around in",
  open: "Open a file",
  openHint: "Or drop an .xlsx file here",
  facts: [
    [
      "Nothing leaves this computer",
      "Your work is kept in this browser and in the files you save.",
    ],
    [
      "Stop whenever you like",
      "Each answer is kept at once; give items an owner to share the work.",
    ],
    [
      "Your list counts too",
      "Answers from a spreadsheet are brought in once there is a checklist.",
    ],
  ],
  newTitle: "New checklist",
  items: "items to answer",
  mandatory: "of them mandatory",
  points: "points to earn",
  scope: (
    { most, pass }: Checklist,
    found: { waived: number; waivedPoints: number; carried: number; carriedPoints: number },
  ) =>
    [
      ...(found.waived > 0
        ? [
            `${count(found.waived, "reseller item")} ${found.waived === 1 ? "is" : "are"} waived and bring${found.waived === 1 ? "s its" : " their"} ${count(found.waivedPoints, "point")}.`,
          ]
        : []),
      ...(found.carried > 0
        ? [
            `${count(found.carried, "item")} ${found.carried === 1 ? "is" : "are"} carried over and bring${found.carried === 1 ? "s its" : " their"} ${count(found.carriedPoints, "point")}.`,
          ]
        : []),
      `${pass} of ${most} pass, with every mandatory item met.`,
    ].join(" "),
  version: ({ title, version, items, sections }: Checklist) =>
    `${title} v${version}: ${items.length} items in ${sections.length} sections`,
  otherVersion: "Another version…",
} as const;

export const RECENT_TEXT = {
  title: "Your workbooks in this browser",
  none: "No workbook in this browser yet.",
  noneHint: "Make a checklist, open a file, or try with an example.",
  more: (title: string) => `More of ${title}`,
  earlier: "Earlier states",
  forget: "Forget",
  forgetAll: "Forget all",
} as const;

export const PROGRESS_TEXT = {
  title: "Progress",
  basis: {
    self: "Self score, one point a day, kept in this browser",
    preliminary: "Preliminary score, one point a day, kept in this browser",
    final: "Final score, one point a day, kept in this browser",
  },
  day: "Day",
  points: "Points",
  answered: "Answered",
  today: (points: number) => `${figure(points)} today`,
} as const;
