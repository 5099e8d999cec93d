/** Every sentence and word that the core shows to people, in one place, ready for other languages. */

import type { Phase } from "../audit/phases.ts";
import { PHASE_WORDS } from "../audit/phases.ts";
import type { Scope, ScopeReason } from "../audit/scope.ts";
import type { Verdict } from "../audit/score.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: "Pass",
  fail: "Fail",
  inProgress: "In progress",
  actionPlan: "Action plan",
};

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  audited: "Audited",
  waived: "Waived",
  carried: "Carried",
};

export const SCOPE_REASONS: Readonly<Record<ScopeReason, string>> = {
  fullAudit: "Full audit",
  notReseller: "Not in the Channel Reseller Program",
  priorAction: "Action item of the previous audit",
  disclosedChange: "Disclosed change",
  newOrExpanded: "New or expanded in 3.1",
  existing: "Audited in every renewal",
  both: "New in 3.1, and audited in every renewal",
  notInRenewal: "Not audited in a renewal",
};

/** The first few of a list. */
const some = (all: readonly string[]): string =>
  `${all.slice(0, 5).join(", ")}${all.length > 5 ? ` and ${all.length - 5} more` : ""}`;

/** Sentences about faults found in a workbook. `at` is the place as seen on screen, such as `Checklist!H51`. */
export const ISSUE_TEXT = {
  checklistUnknown: (version: string) =>
    `The workbook is of version ${version === "" ? "that cannot be read" : version} of the checklist, or of other rules than this program knows for it, so it is not scored. Use the program that made it, or install the newest version of this one.`,
  newerFormat: (found: string, known: number) =>
    `The workbook has format version ${found}; this program knows up to ${known}. Install the newest version of the program.`,
  nameMissing: (name: string) =>
    `The defined name ${name} is gone, so its cells cannot be found. Define it again in the name manager, or make a new workbook and fill it with your answers.`,
  nameMisplaced: (name: string, sheet: string) =>
    `The defined name ${name} points outside the sheet ${sheet}. Point it at its column of the Checklist again.`,
  itemMissing: (id: string) =>
    `Item ${id} has no row in the Checklist, so it counts as unanswered. Put its row back, with id and section.`,
  itemDuplicate: (id: string, at: string) =>
    `Item ${id} stands in more than one row; ${at} does not count. Delete the row that is too many.`,
  itemUnknown: (found: string, at: string) =>
    `${at} says “${found}”, which is no item of the checklist, so the row counts for nothing. Put the item's id back.`,
  idAsNumber: (id: string, at: string) =>
    `${at} holds the number ${id}; ids are text. Read as item ${id}. Set the cell's format to text and type the id again.`,
  sectionChanged: (id: string, found: string, expected: string, at: string) =>
    `${at} holds “${found}” where item ${id} belongs to section ${expected}, so the sheet counts it wrongly. Put ${expected} back.`,
  pointsChanged: (id: string, found: string, expected: number, at: string) =>
    `${at} holds ${found} where item ${id} has ${expected} points. The score uses ${expected}. Put ${expected} back.`,
  pointsUnknown: (id: string, found: string, used: number, at: string) =>
    `${at} holds ${found}; item ${id} can earn 0, 10, 20 or 40. The score uses ${used}. Choose one from the list.`,
  pointsSum: (sum: number) =>
    `All items met make ${sum} points, not 1000. Check the add points of 4.1, 4.2.1, 4.2.2 and 4.2.3: together they make 60.`,
  unknownAnswer: (found: string, at: string) =>
    `${at} says “${found}”. Answers are Met, Not met or blank. It counts as blank until it is corrected.`,
  answerReadKindly: (found: string, word: string, at: string) =>
    `${at} says “${found}”, read as ${word === "" ? "blank" : word}. The sheet's own totals miss it: choose ${word === "" ? "blank" : word} from the list.`,
  answerSpelling: (found: string, word: string, at: string) =>
    `${at} says “${found}”, read as ${word}. Choose ${word} from the list.`,
  unknownWord: (found: string, allowed: readonly string[], at: string) =>
    `${at} says “${found}”, which is not read. Choose ${allowed.join(" or ")}, or clear the cell.`,
  wordReadKindly: (found: string, word: string, at: string) =>
    `${at} says “${found}”, read as ${word}. Choose ${word} from the list, or the sheet's own totals may miss it.`,
  defaultTaken: (name: string, word: string, at: string) =>
    `${at} (${name}) is blank, read as ${word}. Choose one from the list.`,
  dateAsText: (found: string, read: string, at: string) =>
    `${at} holds the text “${found}”, read as ${read}. The sheet's own formulas miss it: type the date again.`,
  unknownDate: (found: string, at: string) =>
    `${at} holds “${found}”, which is no date, so it is not read. Type a date such as 16 Mar 2026.`,
  notAnAddress: (found: readonly string[], at: string) =>
    `${at} lists ${found.map((word) => `“${word}”`).join(", ")}, which ${found.length === 1 ? "is no e-mail address" : "are no e-mail addresses"}, so ${found.length === 1 ? "it is" : "they are"} passed over. Write addresses such as ana@example.com, with commas between them.`,
  earlyEntry: (column: string, phase: Phase, count: number, at: string) =>
    `${count === 1 ? "One entry" : `${count} entries`} in ${column} came before its phase; the phase is ${PHASE_WORDS[phase]}. First at ${at}. Change the phase, or clear ${count === 1 ? "it" : "them"}.`,
  changeNotDescribed: (id: string, at: string) =>
    `Item ${id} has a disclosed change without a word on what changed. Fill ${at}.`,
  closureIgnored: (id: string, at: string) =>
    `${at} closes item ${id}, which is no action item, so it changes nothing. Clear it, or check the auditor's answer.`,
  closureWithoutReceipt: (id: string, at: string) =>
    `${at} closes item ${id}, but the day the audit summary was received is not known, so it stays open. Fill Summary_Received_On on the Overview.`,
  closureLate: (id: string, due: string, at: string) =>
    `${at}: the evidence for item ${id} came after ${due}, so it does not raise the score.`,
  formulaLost: (at: string, found: string, what: string) =>
    `${at} holds ${found} where ${what} calculated. Put the formula back.`,
  formulaChanged: (at: string, what: string) =>
    `The formula in ${at} was changed, so ${what} calculated otherwise. Put the formula back.`,
  notRecalculated: (count: number, at: string, followsOthers: boolean) =>
    followsOthers
      ? `${count === 1 ? "One calculated cell does" : `${count} calculated cells do`} not fit the answers, first ${at}. ${count === 1 ? "It comes" : "They come"} right with the cells that are not as they should be: see the other issues. The figures here are right.`
      : `${count === 1 ? "One calculated cell was" : `${count} calculated cells were`} not up to date, first ${at}. Open the workbook in a spreadsheet program and save it. The figures here are right.`,
  displayLost: (count: number, at: string, found: string | null) =>
    `${at} ${found === null ? "is empty" : `says “${found}”`} where a formula shows what was computed${count === 1 ? "" : `, and ${count - 1} more cells are no formulas any more`}. Put ${count === 1 ? "it" : "them"} back, as a new checklist has ${count === 1 ? "it" : "them"}. The figures here are right.`,
  textChanged: (ids: readonly string[], at: string) =>
    `The title or requirement of ${some(ids)} is not the checklist's, first ${at}. Put it back, as a new checklist has it.`,
  serviceMissing: (names: readonly string[], at: string) =>
    `${some(names)} is not among the services at ${at}, so its entries are not read. Put the name back, as a new checklist has it.`,
  cellsMerged: (areas: readonly string[]) =>
    `${some(areas)}: merged cells show only the first of their answers, and each counts. Unmerge them, and fill each cell.`,
  blockSum: (section: string, at: string) =>
    `The heading of section ${section} (${at}) adds up other rows than its own, perhaps after sorting. The Overview's totals are right.`,
  sealChanged: (count: number, at: string) =>
    `${count === 1 ? "One entry of the partner differs" : `${count} entries of the partner differ`} from what was handed over on ${at}. The panel lists each with its old and new value. Put the old value back, or agree on the new one.`,
  sealDamaged: () =>
    "The record of the hand-over was altered, so it cannot show what has changed since. Compare with the workbook that was mailed.",
  disclosedLate: (ids: readonly string[], at: string) =>
    `${ids.length === 1 ? `The change of item ${ids[0]} was` : `The changes of items ${ids.join(", ")} were`} disclosed after the hand-over of ${at}. ${ids.length === 1 ? "It counts" : "They count"} as audited; agree with the auditor that there is time.`,
  closureWithoutEvidence: (ids: readonly string[], at: string) =>
    `${ids.length === 1 ? `Item ${ids[0]} is` : `Items ${ids.join(", ")} are`} closed without a word on the evidence. Say in ${at}${ids.length === 1 ? "" : " and below"} what was shown.`,
  closedBeforeAudit: (id: string, at: string) =>
    `${at} closes item ${id} on a day before the audit. Check the day.`,
  summaryDiffers: (stored: number, on: string, live: number, ids: readonly string[]) =>
    `The audit summary of ${on} told a preliminary score of ${stored}; the answers now make ${live}${ids.length > 0 ? `, and the validation of ${some(ids)} is another` : ""}. Make the summary again in the phase Audit, or put the answers back.`,
  protectionOff: (sheet: string) =>
    `The sheet ${sheet} is not protected, so formulas can be overwritten. Protect it again without a password.`,
  sheetMissing: (sheet: string) =>
    `The sheet ${sheet} is gone. Its figures are calculated here all the same; make a new workbook to have it back.`,
  listLost: (name: string) =>
    `The drop-down lists of ${name} are gone. Answers typed by hand are still read.`,
  reconstructed: (ids: readonly string[]) =>
    `The source lost the points of ${ids.join(", ")}. While ${ids.length === 1 ? "it is" : "they are"} not met, the total could be off by up to 30 points, or by 200 if one of them is in truth mandatory.`,
  servicesDisagree: (open: number, side: "self" | "auditor") =>
    `Item 3.1 is ${side === "self" ? "answered" : "validated"} as Met, but ${open === 1 ? "one AWS service is" : `${open} AWS services are`} not marked compliant. All of them have to be.`,
  servicesAllCompliant: () =>
    "Item 3.1 is answered as Not met, but every AWS service that counts is marked compliant.",
  serviceNotWaived: (service: string, at: string) =>
    `${at}: ${service} is marked unavailable, but only a partner who works in a single region can waive a service.`,
  renewalVersion: (found: string) =>
    `A renewal needs an earlier audit against version 3.0 or later; Previous_Audit_Version says “${found}”. Otherwise choose Full audit.`,
  fullAuditDue: (due: string) =>
    `A full audit is due every three years, here by ${due}. Choose Full audit.`,
  lastFullAuditUnknown: () =>
    "The day of the last full audit is blank, so it cannot be checked that a renewal is allowed. Fill Last_Full_Audit_On on the Overview.",
  reportCrosses: (report: string, items: string) =>
    `The final report is due on ${report}, but the action items run until ${items}, and the report comes after them. Agree on the dates with the auditor.`,
  datesOutOfOrder: (later: string, earlier: string) =>
    `${later} lies before ${earlier}. Check both dates on the Overview.`,
} as const;

/** Sentences about faults that depend on today's date. */
export const TODAY_TEXT = {
  closedInFuture: (ids: readonly string[], at: string) =>
    `${ids.length === 1 ? `Item ${ids[0]} is` : `Items ${ids.join(", ")} are`} closed on a day that is still to come, and ${ids.length === 1 ? "counts" : "count"} as closed. Check the day in ${at}.`,
} as const;

/** What an empty cell holds, in sentences. */
export const NOTHING = "nothing";

/** What a calculated range holds, for sentences about lost formulas: "where … calculated". */
export const CALCULATED_TEXT = {
  itemPoints: (id: string) => `the points of item ${id} are`,
  itemScope: (id: string) => `the scope of item ${id} is`,
  itemAction: (id: string) => `the action item of ${id} is`,
  itemState: (id: string) => `the state of action item ${id} is`,
  itemSubtract: (id: string) => `the points of item ${id} when not met are`,
  sectionTotal: (section: string) => `the total of section ${section} is`,
  total: "the total is",
  verdict: "the verdict is",
  dueDate: "the due date of action items is",
} as const;
