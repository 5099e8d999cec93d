/** What the panel says of one item. */

import type { Answer } from "../../core/audit/answers.ts";
import type { Phase } from "../../core/audit/phases.ts";
import { SCOPE_WORDS } from "../../core/words/en.ts";
import { count, isOrAre } from "../../core/words/numbers.ts";
import { figure, gain } from "./numbers.ts";
import { ANSWER_LABELS } from "./panel.ts";

const answerState = (answer: Answer): string =>
  answer === "unanswered" ? "unanswered" : ANSWER_LABELS[answer];

/** What the last answer did, of one item or several. */
interface Given {
  readonly items: readonly { readonly id: string; readonly before: Answer }[];
  readonly answer: Answer;
  readonly change: number;
  readonly isUndone: boolean;
}

export const DOCK_TEXT = {
  region: "Item",
  body: "What is asked and said",
  none: (workbook: string) => `Select an item here or its row in the ${workbook}.`,
  fold: "Fold the item",
  unfold: "Unfold the item",
  /** In some versions an item is mandatory and costs nothing. */
  mandatory: (cost: number) => (cost === 0 ? "Mandatory" : `Mandatory, ${figure(cost)}`),
  mandatoryLong: (cost: number) =>
    cost === 0 ? "Mandatory" : `Mandatory, ${figure(cost)} if not met`,
  worth: (points: number) => `+${points} if met`,
  disagree: "Disagree",
  show: "Show",
  asked: "What is asked",
  toShow: "What to show",
  nothingToShow: "Nothing beside the answer.",
  crumb: (section: string, name: string) => `${section} ${name}`,
  place: (at: number, of: number) => `${at} of ${of}`,
  square: (id: string, title: string, state: string) => `${id} ${title}, ${state}`,
  row: (row: number) => `Row ${row}`,
  rowSpoken: (row: number) => `Show in the sheet, row ${row}`,
  kinds: (kinds: readonly string[]) => `Evidence: ${kinds.join(", ")}`,
  link: "Reference",
  group: (id: string, title: string) => `All of ${id}, ${title}`,
  scope: "Why in scope",
  inScope: (scope: keyof typeof SCOPE_WORDS, reason: string) => `${SCOPE_WORDS[scope]}. ${reason}.`,
  settled: (scope: "waived" | "carried", reason: string, points: number) =>
    `${SCOPE_WORDS[scope]}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}. ${points > 0 ? `It earns its ${points} points` : "It counts as met"}, whatever is answered.`,
  openPoints:
    "Our copy of the text lacks this item’s points: these are our reading, until you check them on the Overview.",
  inferred: "What it costs is missing in our copy of the text, and can be no other value.",
  partner: "Partner",
  auditor: "Auditor",
  answeredAs: (answer: Answer) =>
    answer === "unanswered" ? "has not answered." : `answered ${ANSWER_LABELS[answer]}.`,
  noEvidence: "No evidence is named.",
  note: "Auditor’s note",
  evidence: "Evidence link or note",
  owner: "Owner",
  keeps: (total: number) => `keeps ${figure(total)}`,
  makes: (total: number) => `makes ${figure(total)}`,
  misses: (points: number) => `misses ${points}`,
  /** Of the answer that is given. */
  counts: (answer: "met" | "notMet", ifMet: number, ifNotMet: number) => {
    if (ifMet === 0 && ifNotMet === 0) return "no points";
    if (answer === "met") return ifMet > 0 ? `counts ${ifMet}` : `avoids ${figure(ifNotMet)}`;
    return ifNotMet < 0 ? `counts ${figure(ifNotMet)}` : `missed ${ifMet}`;
  },
  failsAlone: "and a mandatory item that is not met fails",
  nextOpen: (id: string) => `Next open: ${id}`,
  noneOpen: "No open item is left",
  back: (id: string) => `Back to ${id}`,
  backShort: "Back",
  /** What the last answer did, or that it was taken back. */
  done: ({ items, answer, change, isUndone }: Given) => {
    const [first] = items;
    const what = items.length === 1 && first ? first.id : count(items.length, "item");
    if (isUndone) {
      const was = items.length === 1 && first ? answerState(first.before) : "as before";
      return `Undone: ${what} ${isOrAre(items.length)} ${was}${items.length === 1 ? " again" : ""}.`;
    }
    return `${what} ${answer === "unanswered" ? "cleared" : ANSWER_LABELS[answer]}${change === 0 ? "" : `, ${gain(change)}`}.`;
  },
  undo: "Undo",
  redo: "Redo",
  next: (id: string, title: string, isMandatory: boolean) =>
    `Next: ${id} ${title}, ${isMandatory ? "mandatory, " : ""}open.`,
  details: "Details",
  less: "List",
  clear: "Clear",
  clearSpoken: (id: string) => `Clear the answer to ${id}`,
  radio: (side: "self" | "auditor", id: string) =>
    `${side === "self" ? "Partner’s self-assessment" : "Auditor’s validation"} of ${id}`,
  closed: {
    selfAssessment: "",
    submitted:
      "The self-assessment is submitted, so its answers are closed. The auditor answers in the phase Audit.",
    audit: "",
    actionItems: "The audit is over, so the answers are closed.",
    closed: "The audit is closed, and so are the answers.",
  } as Readonly<Record<Phase, string>>,
  closure: (due: string | null, mandatory: boolean) => {
    const by = due === null ? "in time" : `by ${due}`;
    return mandatory
      ? `If it is not closed ${by}, it needs an action plan. A plan alone does not add points.`
      : `It counts when its evidence is given ${by}.`;
  },
  accept: (hasEvidence: boolean) =>
    hasEvidence ? "Accept closure, today" : "Accept closure without evidence",
  bareClosure: (id: string) =>
    `Accept the closure of ${id} without evidence? Nothing will show why it counts.`,
  acceptBare: "Accept without evidence",
  writeEvidence: "Write the evidence",
  writePlan: "Write an action plan",
  plan: "Action plan",
  noteKind: "Kind of note",
  noteKinds: { Finding: "Finding", Strength: "Strength", Opportunity: "Opportunity" },
  noKind: "None",
  closureEvidence: "Closure evidence",
  closedOn: "Closed on",
  closedFields: {
    selfAssessment: "",
    submitted: "Evidence closed with the hand-over.",
    audit: "Evidence closed with the hand-over. Notes are open.",
    actionItems: "Evidence and notes closed with the audit.",
    closed: "The audit is closed, and so are its entries.",
  } as Readonly<Record<Phase, string>>,
  noneGiven: "None",
} as const;
