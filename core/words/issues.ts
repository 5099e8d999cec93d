/** Sentences about faults found in a workbook: what each needs to know, its title, what is wrong, what to do. */

import { PHASE_WORDS, type Phase } from "../audit/phases.ts";
import type { SealedChange } from "../audit/seal.ts";
import type { MadeStage } from "../audit/stages.ts";
import type { IsoDate, ItemId, SectionId } from "../checklist/domain.ts";
import type { CarriedFault } from "../workbook/library.ts";
import { cellLabel, inputLabel } from "./labels.ts";
import { nameLabel } from "./names.ts";
import { either, join, span } from "./numbers.ts";
import { carriedText, OTHER_PROGRAM } from "./refusals.ts";
import { type Spoken, wholeSentence } from "./spoken.ts";

/** A record of the hidden sheet. */
export type RecordKind = "history" | "seal" | "summary" | "stages";

/** What a calculated cell is for. */
export type Calculation =
  | {
      readonly of:
        | "itemPoints"
        | "itemScope"
        | "itemAction"
        | "itemState"
        | "itemSubtract"
        | "itemAdd"
        | "itemMandatory";
      readonly item: ItemId;
    }
  | { readonly of: "sectionTotal"; readonly section: SectionId }
  | { readonly of: "total" | "verdict" | "dueDate" };

/** A cell that formulas key on, by what it says. */
export type KeyKind =
  | "resellerOnly"
  | "renewalList"
  | "mandatory"
  | "provenance"
  | "newService"
  | "sectionKey"
  | "openId";

type Nothing = Readonly<Record<string, never>>;

interface NameAmiss {
  readonly name: string;
  readonly isInput: boolean;
  readonly reference: string | null;
}

/** What is known of each fault besides its place. `found` is the text of a cell, null where it is empty. */
export interface IssueValues {
  checklistUnknown: { readonly version: string };
  checklistUnread: { readonly fault: CarriedFault };
  /** `known` is the revision that the program brings along. */
  otherRevision: { readonly version: string; readonly revision: number; readonly known: number };
  newerFormat: { readonly found: number; readonly known: number };
  /** `isThere`: under its title, without its names. */
  sheetMissing: {
    readonly sheet: string;
    readonly isThere: boolean;
    readonly held: "answers" | "profile" | "records" | "entries" | "figures";
  };
  nameMissing: {
    readonly name: string;
    readonly sheet: string | null;
    readonly shape: "cell" | "column" | "list";
    /** What its entry counts as; null where people enter nothing. */
    readonly assumed: string | null;
    /** Where it belongs, as a name manager takes it; null where nobody knows. */
    readonly reference: string | null;
  };
  nameCut: NameAmiss & { readonly covers: number; readonly rows: number };
  /** `header` is that of the column it points at. */
  nameElsewhere: NameAmiss & { readonly header: string | null };
  checklistCopied: { readonly sheets: readonly string[] };
  nameMisplaced: { readonly name: string; readonly sheet: string };
  itemMissing: { readonly item: ItemId };
  itemDuplicate: { readonly item: ItemId };
  itemUnknown: { readonly found: string };
  idAsNumber: { readonly item: ItemId };
  sectionChanged: {
    readonly item: ItemId;
    readonly found: string | null;
    readonly section: SectionId;
  };
  /** `subject` is an item, a service or a section; `right` is null for a cell that is blank in the template. */
  keyChanged: {
    readonly key: KeyKind;
    readonly subject: string;
    readonly found: string | null;
    readonly right: string | null;
  };
  pointsChanged: { readonly item: ItemId; readonly found: string | null; readonly points: number };
  pointsUnknown: {
    readonly item: ItemId;
    readonly found: string | null;
    readonly points: number;
    readonly choices: readonly number[];
  };
  pointsSum: {
    readonly sum: number;
    readonly most: number;
    readonly open: readonly ItemId[];
    readonly openSum: number;
  };
  unknownAnswer: { readonly found: string };
  /** `word` is empty where the cell is read as blank. */
  answerReadKindly: { readonly found: string; readonly word: string };
  answerSpelling: { readonly found: string; readonly word: string };
  /** `assumed` is what it counts as, null for a blank. */
  unknownWord: {
    readonly found: string;
    readonly allowed: readonly string[];
    readonly assumed: string | null;
  };
  wordReadKindly: { readonly found: string; readonly word: string };
  defaultTaken: { readonly name: string; readonly word: string };
  dateAsText: { readonly found: string; readonly date: string };
  unknownDate: { readonly found: string };
  notAnAddress: { readonly found: readonly string[] };
  earlyEntry: { readonly name: string; readonly phase: Phase; readonly count: number };
  changeNotDescribed: { readonly item: ItemId };
  validationIgnored: { readonly items: readonly ItemId[]; readonly carried: boolean };
  noteKind: { readonly items: readonly ItemId[] };
  closureIgnored: { readonly item: ItemId };
  closureWithoutReceipt: { readonly item: ItemId };
  closureLate: { readonly item: ItemId; readonly due: IsoDate | null };
  closureWithoutEvidence: { readonly items: readonly ItemId[] };
  closedBeforeAudit: { readonly item: ItemId };
  closureAfterDue: { readonly items: readonly ItemId[]; readonly due: IsoDate };
  closureAfterReport: { readonly items: readonly ItemId[]; readonly on: IsoDate };
  reportTooEarly: { readonly on: IsoDate; readonly due: IsoDate };
  reportTooLate: { readonly on: IsoDate; readonly last: IsoDate };
  closedUnfinished: {
    readonly unvalidated: readonly ItemId[];
    readonly unplanned: readonly ItemId[];
    readonly isSigned: boolean;
  };
  closedInFuture: { readonly items: readonly ItemId[] };
  /** So many years from now; negative for the past. */
  farDate: { readonly name: string; readonly day: IsoDate; readonly years: number };
  weekendDate: { readonly name: string; readonly day: IsoDate };
  formulaLost: { readonly found: string | null; readonly calculates: Calculation };
  /** `slipped`: by how many rows it looks above its own, as it should otherwise; 0 where it is another formula. */
  formulaChanged: { readonly calculates: Calculation; readonly slipped: number };
  /** `follows`: other cells that are not as they should be throw these off. */
  notRecalculated: { readonly count: number; readonly follows: boolean };
  displayLost: { readonly found: string | null; readonly count: number };
  textChanged: { readonly items: readonly ItemId[] };
  serviceMissing: { readonly services: readonly string[] };
  cellsMerged: { readonly areas: readonly string[] };
  blockSum: { readonly section: SectionId };
  protectionOff: { readonly sheet: string };
  listLost: { readonly name: string };
  reconstructed: {
    readonly items: readonly ItemId[];
    /** By how much the total can be off, and by how much if one is in truth mandatory. */
    readonly spread: number;
    readonly loss: number;
    /** Where the published document has them, after "the". */
    readonly table: string;
  };
  servicesDisagree: {
    readonly item: ItemId;
    readonly open: number;
    readonly side: "self" | "auditor";
  };
  servicesAllCompliant: { readonly item: ItemId };
  serviceNotWaived: { readonly service: string };
  referencesDisagree: {
    readonly item: ItemId;
    readonly counting: number;
    readonly needed: number;
    readonly publicNeeded: number;
  };
  referenceAfterAudit: { readonly customers: readonly string[] };
  noRenewals: Nothing;
  renewalVersion: { readonly found: string; readonly oldest: string };
  fullAuditDue: { readonly due: IsoDate; readonly months: number };
  lastFullAuditUnknown: Nothing;
  reportCrosses: { readonly report: IsoDate | null; readonly items: IsoDate | null };
  datesOutOfOrder: { readonly later: string; readonly earlier: string };
  sealChanged: { readonly count: number; readonly at: string };
  sealDamaged: Nothing;
  /** `at` is empty where the history does not tell. */
  sealGone: { readonly at: string };
  nothingSealed: { readonly phase: Phase };
  stageChanged: {
    readonly stage: MadeStage;
    readonly at: string;
    readonly changes: readonly SealedChange[];
    readonly moved: readonly ItemId[];
  };
  stageDamaged: { readonly stage: MadeStage };
  handedOverAgain: { readonly at: string; readonly changes: readonly SealedChange[] };
  disclosedLate: { readonly items: readonly string[]; readonly at: string };
  summaryDiffers: {
    readonly stored: number;
    readonly on: IsoDate;
    readonly live: number;
    readonly items: readonly ItemId[];
  };
  recordUnreadable: { readonly record: RecordKind };
}

export type IssueCode = keyof IssueValues;

/** As much of an issue as sentences need; `where` is its place as seen on screen, such as `Checklist!H51`. */
export type IssueFact = {
  [Code in IssueCode]: {
    readonly code: Code;
    readonly where: string | null;
    readonly values: IssueValues[Code];
  };
}[IssueCode];

type Say<Values> = string | ((values: Values, at: string) => string);

interface Words<Values> {
  readonly title: Say<Values>;
  readonly message: Say<Values>;
  readonly remedy: Say<Values> | null;
  readonly namesPlace: boolean;
}

/** Most sentences begin with their place, or have it in them. */
const at = <Values>(
  title: Say<Values>,
  message: Say<Values>,
  remedy: Say<Values> | null = null,
): Words<Values> => ({ title, message, remedy, namesPlace: true });

const nowhere = <Values>(
  title: Say<Values>,
  message: Say<Values>,
  remedy: Say<Values> | null = null,
): Words<Values> => ({ title, message, remedy, namesPlace: false });

/** The first few of a list. */
const some = (all: readonly string[]): string =>
  `${all.slice(0, 5).join(", ")}${all.length > 5 ? ` and ${all.length - 5} more` : ""}`;

/** What stands in a cell, where it is told without quotation marks. */
const shown = (found: string | null): string => found ?? "nothing";

/** `Item 1.1 is`, `Items 1.1, 1.2 are`. */
const itemsAre = (items: readonly string[]): string =>
  items.length === 1 ? `Item ${items[0]} is` : `Items ${items.join(", ")} are`;

/** What a calculated cell holds: "where … calculated". */
function calculated(calculation: Calculation): string {
  switch (calculation.of) {
    case "itemPoints":
      return `the points of item ${calculation.item} are`;
    case "itemScope":
      return `the scope of item ${calculation.item} is`;
    case "itemAction":
      return `the action item of ${calculation.item} is`;
    case "itemState":
      return `the state of action item ${calculation.item} is`;
    case "itemSubtract":
      return `the points of item ${calculation.item} when not met are`;
    case "itemAdd":
      return `the points of item ${calculation.item} when met are`;
    case "itemMandatory":
      return `the kind of item ${calculation.item} is`;
    case "sectionTotal":
      return `the total of section ${calculation.section} is`;
    case "total":
      return "the total is";
    case "verdict":
      return "the verdict is";
    case "dueDate":
      return "the due date of action items is";
  }
}

/** What is so, whatever the cell says: `subject` and what the template has there. */
const KEYS: Readonly<Record<KeyKind, (subject: string, right: string | null) => string>> = {
  resellerOnly: (item, right) =>
    right === null ? `item ${item} is asked of every partner` : `only resellers are asked ${item}`,
  renewalList: (item, right) =>
    right === null
      ? `item ${item} is on no list of renewals`
      : `item ${item} is looked at in every renewal`,
  mandatory: (item, right) => `item ${item} is ${right === null ? "not mandatory" : "mandatory"}`,
  provenance: (item, right) =>
    right === null
      ? `the points of item ${item} are printed in the document`
      : `the points of item ${item} are no more than read out of it`,
  newService: (service, right) =>
    right === null
      ? `${service} is none of the new services`
      : `${service} is one of the new services`,
  sectionKey: (section) => `the row adds up section ${section}`,
  openId: (item) => `the row holds the points of item ${item}`,
};

/** What follows from the loss of a sheet or of its names, and what is assumed. */
const LOST: Readonly<Record<IssueValues["sheetMissing"]["held"], string>> = {
  answers: "So the answers of both sides, evidence, owners, notes and closures count as blank.",
  profile: `So the partner's profile, the dates and the people are not known. Assumed: in the ${inputLabel("Reseller_Program")}, full audit, phase ${PHASE_WORDS.selfAssessment}, no dates.`,
  records: "So what was changed since the hand-over cannot be told.",
  entries: "So what was entered there counts as blank. The points do not depend on it.",
  figures: "It held no entries; its figures are calculated here all the same.",
};

/** In the words of the sheet. */
function named(
  name: string,
  sheet: string | null,
  shape: IssueValues["nameMissing"]["shape"],
): string {
  const label = nameLabel(name);
  if (label === null) return `a block of cells${sheet === null ? "" : ` on the sheet ${sheet}`}`;
  return `the ${shape === "list" ? "cells" : shape} “${label}”`;
}

const nameRemedy = (name: string, reference: string | null): string =>
  reference === null
    ? `Go on in a copy that has it, or define ${name} again in the name manager.`
    : `In the name manager, let ${name} refer to ${reference}.`;

const RECORDS: Readonly<Record<RecordKind, string>> = {
  history: "The history of phases",
  seal: "The seal of the hand-over",
  summary: "The score that the audit summary told",
  stages: "The record of seals in the audit",
};

const STAGE_TEXT: Readonly<Record<MadeStage, { readonly title: string; readonly sealed: string }>> =
  {
    audit: { title: "Validation", sealed: "The auditor's answers and notes were sealed" },
    actionItems: { title: "Closures", sealed: "Closures and plans were sealed" },
    receipt: { title: "Receipt of the summary", sealed: "Receipt and due date were recorded" },
  };

const LONGEST_VALUE = 40;
const short = (value: string): string => {
  const line = value.replace(/\s+/g, " ");
  if (line === "") return "blank";
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line;
};

const changeText = ({ name, place, before, after }: SealedChange): string =>
  `${cellLabel(name, place)} was ${short(before)}, is ${short(after)}`;

const THEY_RIGHT = "The figures here are right.";

const ISSUE_WORDS: { readonly [Code in IssueCode]: Words<IssueValues[Code]> } = {
  checklistUnknown: nowhere(
    "Another checklist",
    ({ version }) =>
      `The workbook is of version ${version === "" ? "that cannot be read" : version} of the checklist, or of other rules than this program knows for it, so it is not scored.`,
    OTHER_PROGRAM,
  ),
  checklistUnread: nowhere(
    "The checklist inside is damaged",
    ({ fault }) => carriedText(fault),
    "Go on in a copy from before, such as the mailed one. Without one, make a new workbook from the checklist’s file and enter the answers again.",
  ),
  otherRevision: nowhere(
    "The workbook has rules of its own",
    ({ version, revision, known }) =>
      `The workbook carries its own rules for version ${version} of the checklist (revision ${revision}) and is scored by them; this program brings along revision ${known}.`,
    "Make sure that you know who made them.",
  ),
  newerFormat: nowhere(
    "The workbook is newer than this program",
    ({ found, known }) =>
      `The workbook has format version ${found}; this program knows up to ${known}.`,
    "Install the newest version of the program.",
  ),
  sheetMissing: nowhere(
    "A sheet is gone",
    ({ sheet, isThere, held }) =>
      `${isThere ? `The names of the sheet ${sheet} are gone, so its cells are not found` : `The sheet ${sheet} is gone`}. ${LOST[held]}`,
    ({ held }) =>
      held === "figures" ? "" : "Go on in an earlier copy that has it, such as the mailed one.",
  ),
  nameMissing: nowhere(
    "A defined name is missing",
    ({ name, sheet, shape, assumed }) => {
      const gone = `The name of ${named(name, sheet, shape)} is gone`;
      if (assumed === null) return `${gone}, so it is not compared.`;
      const what =
        shape === "cell" ? "the entry is not found and counts" : "entries are not found and count";
      return `${gone}, so ${what} as ${assumed || "blank"}.`;
    },
    ({ name, reference }) => nameRemedy(name, reference),
  ),
  nameCut: nowhere(
    "A defined name is cut short",
    ({ name, covers, rows, isInput }) =>
      `The name of ${named(name, null, "column")} covers ${covers} of ${rows} rows${isInput ? ", and what is entered in the others is not read" : ""}.`,
    ({ name, reference }) => nameRemedy(name, reference),
  ),
  nameElsewhere: nowhere(
    "A defined name points elsewhere",
    ({ name, header, isInput }) =>
      `The name of ${named(name, null, "column")} points at ${header === null ? "an empty column" : `the column “${header}”`}${isInput ? ", which is read in its place" : ""}.`,
    ({ name, reference }) => nameRemedy(name, reference),
  ),
  checklistCopied: nowhere(
    "A second checklist",
    ({ sheets }) =>
      sheets.length === 1
        ? `The sheet ${sheets[0]} looks like the checklist; what is in it does not count.`
        : `The sheets ${join(sheets)} look like the checklist; what is in them does not count.`,
    "Move what belongs to it into the Checklist, and delete the copy.",
  ),
  nameMisplaced: nowhere(
    "A defined name points elsewhere",
    ({ name, sheet }) =>
      `The name of ${named(name, null, "column")} points outside the sheet ${sheet}.`,
    "Point it at its column of the Checklist again.",
  ),
  itemMissing: nowhere(
    "An item has no row",
    ({ item }) => `Item ${item} has no row in the Checklist, so it counts as unanswered.`,
    "Put its row back, with id and section.",
  ),
  itemDuplicate: at(
    "An item has two rows",
    ({ item }, where) => `Item ${item} stands in more than one row; ${where} does not count.`,
    "Delete the row that is too many.",
  ),
  itemUnknown: at(
    "A row has no known item",
    ({ found }, where) =>
      `${where} says “${found}”, which is no item of the checklist, so the row counts for nothing.`,
    "Put the item's id back.",
  ),
  idAsNumber: at(
    "An id became a number",
    ({ item }, where) => `${where} holds the number ${item}; ids are text. Read as item ${item}.`,
    "Set the cell's format to text and type the id again.",
  ),
  sectionChanged: at(
    "A section number was changed",
    ({ item, found, section }, where) =>
      `${where} holds “${shown(found)}” where item ${item} belongs to section ${section}, so the sheet counts it wrongly.`,
    ({ section }) => `Put ${section} back.`,
  ),
  keyChanged: at(
    "A hidden cell was changed",
    ({ key, subject, found, right }, where) =>
      `${where} ${found === null ? "is empty" : `says “${found}”`}, but ${KEYS[key](subject, right)}, so the sheet's own figures can be wrong. Those here are right.`,
    ({ right }) => (right === null ? "Clear the cell." : `Put “${right}” back.`),
  ),
  pointsChanged: at(
    "Points were changed",
    ({ item, found, points }, where) =>
      `${where} holds ${shown(found)} where item ${item} has ${points} points. The score uses ${points}.`,
    ({ points }) => `Put ${points} back.`,
  ),
  pointsUnknown: at(
    "Points cannot be read",
    ({ item, found, points, choices }, where) =>
      `${where} holds ${shown(found)}; item ${item} can earn ${either(choices)}. The score uses ${points}.`,
    "Choose one from the list.",
  ),
  pointsSum: nowhere(
    ({ most }) => `The points do not make ${most}`,
    ({ sum, most }) => `All items met make ${sum} points, not ${most}: the score counts them so.`,
    ({ open, openSum }) =>
      `Check the add points of ${open.slice(0, -1).join(", ")} and ${open[open.length - 1]}: together they make ${openSum}.`,
  ),
  unknownAnswer: at(
    "An answer cannot be read",
    ({ found }, where) =>
      `${where} says “${found}”. Answers are Met, Not met or blank. It counts as blank until it is corrected.`,
  ),
  answerReadKindly: at(
    "An answer is not exact",
    ({ found, word }, where) => `${where} says “${found}”, read as ${word || "blank"}.`,
    ({ word }) => `The sheet's own totals miss it: choose ${word || "blank"} from the list.`,
  ),
  answerSpelling: at(
    "An answer is spelled otherwise",
    ({ found, word }, where) => `${where} says “${found}”, read as ${word}.`,
    ({ word }) => `Choose ${word} from the list.`,
  ),
  unknownWord: at(
    "An entry cannot be read",
    ({ found, assumed }, where) =>
      `${where} says “${found}”, which is not read: it counts as ${assumed ?? "blank"}.`,
    ({ allowed }) => `Choose ${allowed.join(" or ")}, or clear the cell.`,
  ),
  wordReadKindly: at(
    "An entry is not exact",
    ({ found, word }, where) => `${where} says “${found}”, read as ${word}.`,
    ({ word }) => `Choose ${word} from the list, or the sheet's own totals may miss it.`,
  ),
  defaultTaken: at(
    "A blank was filled with the usual",
    ({ name, word }, where) => `“${inputLabel(name)}” (${where}) is blank, read as ${word}.`,
    "Choose one from the list.",
  ),
  dateAsText: at(
    "A date is text",
    ({ found, date }, where) => `${where} holds the text “${found}”, read as ${date}.`,
    "The sheet's own formulas miss it: type the date again.",
  ),
  unknownDate: at(
    "A date cannot be read",
    ({ found }, where) => `${where} holds “${found}”, which is no date, so it is not read.`,
    "Type a date such as 16 Mar 2026.",
  ),
  notAnAddress: at(
    "An e-mail address cannot be read",
    ({ found }, where) =>
      `${where} lists ${found.map((word) => `“${word}”`).join(", ")}, which ${found.length === 1 ? "is no e-mail address" : "are no e-mail addresses"}, so ${found.length === 1 ? "it is" : "they are"} passed over.`,
    "Write addresses such as ana@example.com, with commas between them.",
  ),
  earlyEntry: at(
    "Entries came before their phase",
    ({ name, phase, count }, where) =>
      `${count === 1 ? "One entry" : `${count} entries`} in “${inputLabel(name)}” came before its phase; the phase is ${PHASE_WORDS[phase]}. First at ${where}.`,
    ({ count }) => `Change the phase, or clear ${count === 1 ? "it" : "them"}.`,
  ),
  changeNotDescribed: at(
    "A change is not described",
    ({ item }) => `Item ${item} has a disclosed change without a word on what changed.`,
    (_, where) => `Fill ${where || `“${inputLabel("What_Changed")}”`}.`,
  ),
  validationIgnored: at(
    "Validated outside the scope",
    ({ items }, where) =>
      `${where}: the audit does not look at ${some(items)}, so the auditor's ${items.length === 1 ? "answer does" : "answers do"} not count.`,
    ({ carried }) => `${carried ? "Mark a disclosed change, or clear" : "Clear"} the answer.`,
  ),
  noteKind: at(
    "A note has no kind",
    ({ items }, where) =>
      `${where}: the note on ${some(items)} is no finding, strength or opportunity, so papers have it under other notes.`,
    "Choose its kind.",
  ),
  closureIgnored: at(
    "A closure without action item",
    ({ item }, where) =>
      `${where || inputLabel("Closed_On")} closes item ${item}, which is no action item, so it changes nothing.`,
    "Clear it, or check the auditor's answer.",
  ),
  closureWithoutReceipt: at(
    "A closure does not count yet",
    ({ item }, where) =>
      `${where || inputLabel("Closed_On")} closes item ${item}, but the day the audit summary was received is not known, so it stays open.`,
    `Fill “${inputLabel("Summary_Received_On")}” on the Overview.`,
  ),
  closureLate: at(
    "A closure came too late",
    ({ item, due }, where) =>
      `${where || inputLabel("Closed_On")}: the evidence for item ${item} came after ${due ?? ""}, so it does not raise the score.`,
  ),
  closureWithoutEvidence: at(
    "A closure lacks its evidence",
    ({ items }) => `${itemsAre(items)} closed without a word on the evidence.`,
    ({ items }, where) =>
      `Say in ${where || inputLabel("Closure_Evidence")}${items.length === 1 ? "" : " and below"} what was shown.`,
  ),
  closedBeforeAudit: at(
    "Closed before the audit",
    ({ item }, where) =>
      `${where || inputLabel("Closed_On")} closes item ${item} on a day before the audit.`,
    "Check the day.",
  ),
  closureAfterDue: at(
    "Closed late without a plan",
    ({ items, due }, where) =>
      `${where}: ${itemsAre(items)} closed after ${due} without a plan. ${items.length === 1 ? "It counts" : "They count"} all the same.`,
    "What cannot be closed in time needs an action plan: write it, or check the day.",
  ),
  closureAfterReport: at(
    "Closed after the final report",
    ({ items, on }, where) =>
      `${where}: ${itemsAre(items)} closed after the final report was received on ${on}, which could not tell it.`,
    "Check the days, or make the report again.",
  ),
  reportTooEarly: at(
    "The final report came too early",
    ({ on, due }, where) =>
      `${where}: the final report was received on ${on}, but action items can be closed until ${due}.`,
    "Check both days.",
  ),
  reportTooLate: at(
    "The final report came late",
    ({ on, last }, where) =>
      `${where}: the final report was received on ${on}, after its last day, ${last}.`,
    "Check the day.",
  ),
  closedUnfinished: at(
    "Closed with work left over",
    ({ unvalidated, unplanned, isSigned }, where) =>
      `${where} says Closed, but ${[
        ...(unvalidated.length > 0 ? [`not validated: ${some(unvalidated)}`] : []),
        ...(unplanned.length > 0 ? [`open without a plan: ${some(unplanned)}`] : []),
        ...(isSigned ? [] : ["not signed off by the auditor"]),
      ].join("; ")}.`,
    "Go back to the phase that is not finished, with a reason.",
  ),
  closedInFuture: at(
    "Closed on a day to come",
    ({ items }) =>
      `${itemsAre(items)} closed on a day that is still to come, and ${items.length === 1 ? "counts" : "count"} as closed.`,
    (_, where) => `Check the day in ${where || inputLabel("Closed_On")}.`,
  ),
  farDate: at(
    "A date is far away",
    ({ name, day, years }, where) =>
      `${where || "A cell"} says ${day} for “${inputLabel(name)}”, ${Math.abs(years)} years ${years > 0 ? "from now" : "ago"}.`,
    "Check the year.",
  ),
  weekendDate: at(
    "A date is on a weekend",
    ({ name, day }, where) =>
      `${where || "A cell"} says ${day} for “${inputLabel(name)}”, which is a ${new Date(`${day}T00:00:00Z`).getUTCDay() === 0 ? "Sunday" : "Saturday"}.`,
    "Check the day.",
  ),
  formulaLost: at(
    "A formula was overwritten",
    ({ found, calculates }, where) =>
      `${where} holds ${shown(found)} where ${calculated(calculates)} calculated.`,
    "Put the formula back.",
  ),
  formulaChanged: at(
    "A formula was changed",
    ({ calculates }, where) =>
      `The formula in ${where} was changed, so ${calculated(calculates)} calculated otherwise.`,
    "Put the formula back.",
  ),
  notRecalculated: at(
    "The sheet is not up to date",
    ({ count, follows }, where) =>
      follows
        ? `${count === 1 ? "One calculated cell does" : `${count} calculated cells do`} not fit the answers, first ${where}. ${count === 1 ? "It comes" : "They come"} right with the cells that are not as they should be: see the other issues.`
        : `${count === 1 ? "One calculated cell was" : `${count} calculated cells were`} not up to date, first ${where}.`,
    ({ follows }) =>
      follows ? "" : `Open the workbook in a spreadsheet program and save it. ${THEY_RIGHT}`,
  ),
  displayLost: at(
    "A shown figure is no formula",
    ({ found, count }, where) =>
      `${where} ${found === null ? "is empty" : `says “${found}”`} where a formula shows what was computed${count === 1 ? "" : `, and ${count - 1} more cells are no formulas any more`}.`,
    ({ count }) =>
      `Put ${count === 1 ? "it" : "them"} back, as a new checklist has ${count === 1 ? "it" : "them"}. ${THEY_RIGHT}`,
  ),
  textChanged: at(
    "A requirement was rewritten",
    ({ items }, where) =>
      `The title or requirement of ${some(items)} is not the checklist's, first ${where}.`,
    "Put it back, as a new checklist has it.",
  ),
  serviceMissing: at(
    "A service is missing",
    ({ services }, where) =>
      `${some(services)} is not among the services at ${where}, so its entries are not read.`,
    "Put the name back, as a new checklist has it.",
  ),
  cellsMerged: at(
    "Cells were merged",
    ({ areas }) =>
      `${some(areas)}: merged cells show only the first of their answers, and each counts.`,
    "Unmerge them, and fill each cell.",
  ),
  blockSum: at(
    "A heading adds up other rows",
    ({ section }, where) =>
      `The heading of section ${section} (${where}) adds up other rows than its own, perhaps after sorting. The Overview's totals are right.`,
  ),
  protectionOff: nowhere(
    "Protection is off",
    ({ sheet }) => `The sheet ${sheet} is not protected, so formulas can be overwritten.`,
    "Protect it again without a password.",
  ),
  listLost: nowhere(
    "Drop-downs were lost",
    ({ name }) =>
      `The drop-down lists of “${inputLabel(name)}” are gone. Answers typed by hand are still read.`,
  ),
  reconstructed: nowhere(
    "Points that are our reading",
    ({ items, spread, loss }) =>
      `${items.length === 1 ? `Item ${items[0]} is` : `Items ${items.join(", ")} are`} not met, and our copy of the text lacks ${items.length === 1 ? "its" : "their"} points: each could count up to ${spread} points otherwise, or be mandatory and cost about ${loss}.`,
    ({ table }) =>
      `Look them up in the ${table}, enter them on the Overview under Points to check, and choose Yes beside Checked.`,
  ),
  servicesDisagree: nowhere(
    ({ item }) => `${item} and the services disagree`,
    ({ item, open, side }) =>
      `Item ${item} is ${side === "self" ? "answered" : "validated"} as Met, but ${open === 1 ? "one AWS service is" : `${open} AWS services are`} not marked compliant.`,
    "All of them have to be.",
  ),
  servicesAllCompliant: nowhere(
    ({ item }) => `${item} and the services disagree`,
    ({ item }) =>
      `Item ${item} is answered as Not met, but every AWS service that counts is marked compliant.`,
  ),
  serviceNotWaived: at(
    "A service cannot be waived",
    ({ service }, where) =>
      `${where || service}: ${service} is marked unavailable, but only a partner who works in a single region can waive a service.`,
  ),
  referencesDisagree: nowhere(
    ({ item }) => `${item} and the references disagree`,
    ({ item, counting, needed, publicNeeded }) =>
      `Item ${item} is Met, but the references that count are ${counting} of ${needed}${counting < needed || publicNeeded === 0 ? "" : ", too few of them public"}.`,
    "See the results on the sheet Prerequisites.",
  ),
  referenceAfterAudit: at(
    "A reference is dated after the audit",
    ({ customers }, where) =>
      `${where}: ${some(customers)} ${customers.length === 1 ? "is" : "are"} dated after the audit and ${customers.length === 1 ? "does" : "do"} not count.`,
    "Check the day.",
  ),
  noRenewals: nowhere(
    "This checklist knows no renewals",
    "The audit is set to Renewal, but every audit against this checklist is a full one, so it counts as one.",
    "Choose Full audit.",
  ),
  renewalVersion: nowhere(
    "A renewal needs a newer audit",
    ({ found, oldest }) =>
      `A renewal is for an MSP audited before against version ${oldest} or later; “${inputLabel("Previous_Audit_Version")}” ${found === "" ? "is blank" : `says “${found}”`}.`,
    ({ found }) => (found === "" ? "Fill it on the Overview." : "Otherwise choose Full audit."),
  ),
  fullAuditDue: nowhere(
    "A full audit is due",
    ({ due, months }) => `A full audit is due every ${span(months)}, here by ${due}.`,
    "Choose Full audit.",
  ),
  lastFullAuditUnknown: nowhere(
    "The last full audit is not known",
    "The day of the last full audit is blank, so it cannot be checked that a renewal is allowed.",
    `Fill “${inputLabel("Last_Full_Audit_On")}” on the Overview.`,
  ),
  reportCrosses: nowhere(
    "Report and action items cross",
    ({ report, items }) =>
      `The final report is due on ${report ?? ""}, but the action items run until ${items ?? ""}, and the report comes after them.`,
    "Agree on the dates with the auditor.",
  ),
  datesOutOfOrder: nowhere(
    "Dates are out of order",
    ({ later, earlier }) => `“${inputLabel(later)}” lies before “${inputLabel(earlier)}”.`,
    "Check both dates on the Overview.",
  ),
  sealChanged: nowhere(
    "Changed since handed over",
    ({ count, at: moment }) =>
      `${count === 1 ? "One entry of the partner differs" : `${count} entries of the partner differ`} from what was handed over on ${moment}.`,
    "Put the old value back, or agree on the new one.",
  ),
  sealDamaged: nowhere(
    "The seal was altered",
    "The record of the hand-over was altered, so it cannot show what has changed since.",
    "Compare with the workbook that was mailed.",
  ),
  sealGone: nowhere(
    "The seal is gone",
    ({ at: moment }) =>
      `This workbook was handed over${moment === "" ? "" : ` on ${moment}`}, but the record of it is gone: what was changed since cannot be told.`,
    "Ask for the copy that was mailed.",
  ),
  nothingSealed: nowhere(
    "Nothing was sealed",
    ({ phase }) =>
      `The phase was set to ${PHASE_WORDS[phase]} by hand, so nothing was sealed and later changes cannot be seen.`,
    "Choose Seal now in the panel's Steps, or run “msp-checklist seal”.",
  ),
  stageChanged: nowhere(
    ({ stage }) => `${STAGE_TEXT[stage].title} changed`,
    ({ stage, at: moment, changes, moved }) =>
      `${STAGE_TEXT[stage].sealed}${moment === "" ? "" : ` on ${moment}`}, but since then: ${some(changes.map(changeText))}.${moved.length === 0 ? "" : ` That decides the closure of ${some(moved)}.`}`,
    "Put the old value back, or agree on the new one.",
  ),
  stageDamaged: nowhere(
    ({ stage }) => `${STAGE_TEXT[stage].title}: the seal was altered`,
    "The seal was altered, so it cannot show what has changed since.",
    "Compare with an earlier copy of the workbook.",
  ),
  handedOverAgain: nowhere(
    "Handed over again",
    ({ at: moment, changes }) =>
      `Between the hand-over of ${moment} and the present one: ${changes.length === 0 ? "no change" : some(changes.map(changeText))}.`,
  ),
  disclosedLate: nowhere(
    "Disclosed after the hand-over",
    ({ items, at: moment }) =>
      `${items.length === 1 ? `The change of item ${items[0]} was` : `The changes of items ${items.join(", ")} were`} disclosed after the hand-over of ${moment}. ${items.length === 1 ? "It counts" : "They count"} as audited; agree with the auditor that there is time.`,
  ),
  summaryDiffers: nowhere(
    "The score differs from the summary",
    ({ stored, on, live, items }) =>
      `The audit summary of ${on} told a preliminary score of ${stored}; the answers now make ${live}${items.length > 0 ? `, and the validation of ${some(items)} is another` : ""}.`,
    "Make the summary again in the phase Audit, or put the answers back.",
  ),
  recordUnreadable: at(
    "A record cannot be read",
    ({ record }, where) =>
      `${RECORDS[record]} was altered and cannot be read (${where}, on the hidden sheet), so it is left as it is and tells nothing.`,
    "Compare with an earlier copy of the workbook, and put the cells back.",
  ),
};

export interface SpokenIssue extends Spoken {
  /** A few words, for a heading. */
  readonly title: string;
}

/** An issue in words. */
export function speakIssue({ code, where, values }: IssueFact): SpokenIssue {
  // The entry under a code is made for the values of that code, which the type of the table says entry by entry.
  const words = ISSUE_WORDS[code] as Words<IssueFact["values"]>;
  const say = (text: Say<IssueFact["values"]>): string =>
    typeof text === "string" ? text : text(values, where ?? "");
  return {
    title: say(words.title),
    message: say(words.message),
    remedy: words.remedy === null ? null : say(words.remedy) || null,
    namesPlace: words.namesPlace,
  };
}

/** What is wrong and what to do, in one go. */
export const issueSentence = (issue: IssueFact): string => wholeSentence(speakIssue(issue));

export const ISSUE_CODES = Object.keys(ISSUE_WORDS) as readonly IssueCode[];
