/** Words and sentences of the panel's page Steps: hand-over, mail, seal, papers, phases and renewal. */

import type { Phase } from "../../core/audit/phases.ts";
import { PHASE_WORDS } from "../../core/audit/phases.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { inputLabel } from "../../core/words/labels.ts";
import { count, isOrAre } from "../../core/words/numbers.ts";
import { DAYS } from "../../core/words/sheets.ts";

/** What the next step of each kind is called, and what there is to say about it. */
export const NEXT_TEXT = {
  handOver: "Hand over the self-assessment",
  mail: "Send the mail",
  beginAudit: "Begin the audit",
  validate: "Validate every item",
  summary: "Make the audit summary",
  toActions: "Go on to the action items",
  close: "Close the action items",
  finalReport: "Make the final report",
  renew: "Make next year’s workbook",
} as const;

/** The present step until the hand-over is asked for. */
export const CHECK_TITLE = "Check before you hand over";

export const STEPPER_TEXT = {
  list: "Steps of the audit",
  names: {
    selfAssess: "Self-assess",
    check: "Check",
    handOver: "Hand over",
    audit: "Audit",
    close: "Close",
  },
  done: "done",
  answered: (answered: number, all: number, total: string) =>
    `${answered} of ${all} answered, score ${total}`,
  goOn: "Go on",
  check: "what an auditor will ask about first",
  handOver: "seals the answers and drafts the mail",
  handedOver: (day: string) => `on ${day}`,
  audit: "the auditor validates each item",
  auditOn: (day: string) => `the auditor validates each item, ${day}`,
  validated: (done: number, all: number, total: string) =>
    `${done} of ${all} validated, score ${total}`,
  close: "action items, final report, decision",
  closed: (total: string) => `final score ${total}`,
} as const;

export const STEPS_TEXT = {
  goTo: (where: string) => `Go to ${where}`,
  more: "Show all of it",
  less: "Show less",
  noFiles: "This panel cannot save files, so the text is here for copying.",
  saved: (file: string) => `Saved “${file}”.`,
} as const;

export const HAND_OVER_TEXT = {
  act: "Hand over",
  goOn: "Go on to hand over",
  keep: "Keep editing",
  lead: "They are sealed as they are. Nothing is sent.",
  free: "Nothing blocks the hand-over.",
  clear: "Nothing is missing.",
  open: (findings: number) => `${count(findings, "finding")} ${isOrAre(findings)} open.`,
  confirm: (findings: string) => `Hand over? Your answers close. ${findings}`,
  blocked: (findings: number) =>
    findings === 1
      ? "It cannot be handed over yet: settle the finding that blocks it."
      : `It cannot be handed over yet: settle the ${findings} findings that block it.`,
  groups: { blocks: "Blocks the hand-over", missing: "Still open", advice: "Advice" },
  words: { blocks: "Blocks", missing: "Open", advice: "Advice" },
  done: "Handed over. The self-assessment is sealed and its answers are closed.",
} as const;

export const MAIL_TEXT = {
  lead: "Handing over sends nothing. Send this mail with the workbook attached.",
  title: "The mail",
  to: "To",
  subject: "Subject",
  text: "Text",
  copy: "Copy",
  copied: "Copied",
  copySpoken: (label: string) => `Copy: ${label}`,
  copiedSpoken: (label: string) => `${label} copied.`,
  selected: "It is selected. Press Ctrl+C, or ⌘C on a Mac.",
  /** Stands for the name of a file that the panel does not know. */
  workbook: "the workbook",
  link: "Open in mail program",
  linkHint: "Opened in a mail program, it still needs the workbook attached.",
  linkWithoutText: "The text is too long for a link. Copy it.",
  draft: "Save draft with workbook (.eml)",
  drafted: (file: string) => `Saved “${file}”. Open it, read it and send it. Nothing was sent.`,
  send: "Send with workbook",
  sendNow: "Send",
  keep: "Do not send",
  confirm: (to: string, subject: string) => `Send to ${to}? The subject is “${subject}”.`,
  attached: (file: string, size: string) => `Attached: ${file}, ${size}.`,
  quota: (mails: number) => `You can send ${count(mails, "more mail")} today.`,
  sent: (to: string) => `Sent to ${to}.`,
  noQuota:
    "You can send no more mails today. Send it tomorrow, or copy the text into your mail program.",
  tooLarge: (size: string, most: string) =>
    `The workbook is ${size}, and mails carry ${most} at most. Remove pictures or large sheets from it, then try again.`,
  size: (bytes: number) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`,
  tick: "When it is sent, choose Yes for it on the Prerequisites sheet.",
} as const;

export const SEAL_TEXT = {
  title: "Seal",
  is: "A fingerprint of the partner’s entries: it shows what was changed later. It locks nothing, and it is no protection against forgery.",
  unchanged: (at: string) => `Unchanged since handed over on ${at}`,
  changed: (changes: number, at: string) =>
    `${count(changes, "entry", "entries")} changed since handed over on ${at}`,
  damaged: "The record of the hand-over was altered",
  damagedHint: "It proves nothing any more. Compare with the workbook that was mailed.",
  none: "There is no seal",
  noneHint:
    "The self-assessment was not handed over by a command, so later changes cannot be seen.",
  act: "Seal now",
  done: "Sealed. Later changes can be seen.",
  list: "Changed entries",
  show: (changes: number) => (changes === 1 ? "Show it" : `Show the ${changes}`),
  hide: "Hide them",
  was: "Was",
  now: "Now",
  nothing: "blank",
  place: (label: string, place: string) => `${place} ${label}`,
  reference: (label: string, place: string) => `Reference ${place}, ${label}`,
} as const;

/** What is sealed beside entries. */
const SEALED_LABELS: Readonly<Record<string, string>> = {
  Checklist_Version: "Version of the checklist",
  Format_Version: "Version of the workbook’s format",
};

/** What the entries under a seal are called on their sheets, by defined name. */
export const sealedLabel = (name: string): string => SEALED_LABELS[name] ?? inputLabel(name);

export const PAPER_STEP_TEXT = {
  html: "Save as page (HTML)",
  xlsx: "Save as workbook (.xlsx)",
  summary: "Audit summary",
  final: "Final report",
  textOf: { summary: "Text of the audit summary", final: "Text of the final report" },
  summaryDue: (day: string) => `It is due on ${day}.`,
  summaryDone: (day: string, points: string) => `Made on ${day} with ${points} points.`,
  summaryOld: (day: string, points: string) =>
    `The one of ${day} said ${points} points; the answers have changed since. Make it again.`,
  summaryKept: (day: string, points: string) =>
    `The one of ${day} said ${points} points, and that stays on record. Now the answers say otherwise.`,
  beforeSending: "Look at this before you send it:",
  record: "Keep the score",
  recorded: "The score and its day are kept in the workbook.",
  validated: (done: number, of: number) => `Validated ${done} of ${of}.`,
  showLeft: (left: number) => (left === 1 ? "Show the one left" : `Show the ${left} left`),
  signOff: "Sign-off",
  signedOff: (name: string, firm: string, day: string) =>
    `Signed off by ${[name, firm, day].filter((part) => part !== "").join(", ")}.`,
  notSigned: "Not signed off yet.",
  partlySigned: (missing: string) => `Still blank: ${missing}.`,
  signOffWords: { name: "name", firm: "firm", on: "date" },
} as const;

export const CLOSING_TEXT = {
  title: "What closing brings",
  final: ({ most }: Checklist, total: number, verdict: string) =>
    `Final score ${total} of ${most}: ${verdict}.`,
  none: "No action item is open.",
  show: "Show action items",
  all: (open: number, total: string) =>
    open === 1 ? `Closing it makes ${total}.` : `Closing all ${open} makes ${total}.`,
  planned: "Plan written",
  needsPlan: "No plan yet",
  plan: "Message about the plan",
  planLead: ({ manager, maker }: Checklist, contact: string) =>
    `For mandatory items that cannot be closed in time. It goes to the ${manager}; ${contact === "" ? `your contact at ${maker}` : contact} knows the address.`,
  window: (from: string, until: string) => `From ${from}, at the latest ${until}.`,
  windowFrom: (from: string) => `From ${from}.`,
  windowUntil: (until: string) => `At the latest ${until}.`,
  noWindow: "Its dates follow from the day of the audit and the day the summary was received.",
  crossing: ({ maker }: Checklist) =>
    `It would be due before the action items are. Agree on the dates with the auditor and ${maker}.`,
  decision: ({ maker }: Checklist, day: string) => `${maker} decides by ${day}.`,
  noDecision: (cell: string) =>
    `The day of the decision follows from the final report. Fill “${cell}” on the Overview sheet.`,
} as const;

export const RENEW_TEXT = {
  noTexts: "The texts of the checklist are not here yet. Wait a moment, then try again.",
  lead: "Profile, evidence and owners are carried over; answers begin anew.",
  act: "Save next year’s workbook",
  noFiles:
    "Here the panel cannot save a workbook. Excel on the web or on Windows can, and so can the command line: msp-checklist renew.",
} as const;

export const CALENDAR_STEP_TEXT = {
  title: "Calendar",
  act: "Save dates for a calendar (.ics)",
  dates: (dates: number) => `${count(dates, "deadline")} ${dates === 1 ? "has" : "have"} a date.`,
  none: `No deadline has a date yet. Fill “${DAYS.submitted}” or “${DAYS.audit}” on the Overview sheet.`,
  text: "The dates",
} as const;

export const MOVE_TEXT = {
  title: "Change the phase",
  choose: "Move to",
  back: (phase: Phase) => `Back to ${PHASE_WORDS[phase]}`,
  on: (phase: Phase) => `On to ${PHASE_WORDS[phase]}`,
  stay: (phase: Phase) => `Stay in ${PHASE_WORDS[phase]}`,
  reason: "Reason",
  reasonHint: "It is kept in the history.",
  moved: (phase: Phase) => `The phase is now ${PHASE_WORDS[phase]}.`,
  forward: {
    selfAssessment: "",
    submitted: "The partner’s answers close.",
    audit: "The auditor’s column opens for answers and notes.",
    actionItems: "The validation closes. Closures and action plans can be written.",
    closed: "Everything closes: answers, notes, closures and plans.",
  },
  seals: "The partner’s answers close and are sealed as they are.",
  backward: {
    selfAssessment: "The partner’s answers open again. The next hand-over seals them anew.",
    submitted: "The auditor’s column closes.",
    audit: "The auditor’s column opens again, and closures close.",
    actionItems: "Closures and action plans open again.",
    closed: "",
  },
  confirm: (phase: Phase, effect: string) => `Move on to ${PHASE_WORDS[phase]}? ${effect}`,
} as const;

export const HISTORY_TEXT = {
  title: "History",
  moves: (moves: number) => count(moves, "move"),
  none: "The phase has not been changed yet.",
  line: (from: Phase, to: Phase) => `From ${PHASE_WORDS[from]} to ${PHASE_WORDS[to]}`,
  unknown: "Time not known",
  seal: (seal: string) => `Seal ${seal}`,
  byHand: (phase: Phase) =>
    `The phase was set to ${PHASE_WORDS[phase]} by hand. Say why, so that the history has it.`,
  keep: "Keep it in the history",
  kept: "The history has it.",
  noReason: "Write the reason first.",
} as const;

const named = (partner: string, what: string): string =>
  partner === "" ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : `${partner} ${what}`;

/** Names of files without their ending. */
export const FILE_NAMES = {
  draft: (partner: string) => named(partner, "completed self-assessment"),
  summary: (partner: string) => named(partner, "audit summary"),
  final: (partner: string) => named(partner, "final report"),
  calendar: (partner: string) => named(partner, "MSP dates"),
  renewal: (partner: string) => named(partner, "MSP checklist, next audit"),
} as const;
