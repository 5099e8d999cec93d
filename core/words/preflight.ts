/** Findings before a hand-over: what each needs to know, what is the case, and what to do. */

import type { ItemId } from "../checklist/domain.ts";
import { type IssueFact, issueSentence, speakIssue } from "./issues.ts";
import { inputLabel } from "./labels.ts";
import { either, numberWord, span } from "./numbers.ts";
import { SHEETS } from "./sheets.ts";
import type { Spoken } from "./spoken.ts";

type Nothing = Readonly<Record<string, never>>;
interface Items {
  readonly items: readonly ItemId[];
}
interface Customers {
  readonly customers: readonly string[];
}
/** So many issues, and the first of them. */
interface Issues {
  readonly count: number;
  readonly first: IssueFact;
}

/** What is known of each finding besides its place. */
export interface FindingValues extends StepValues {
  partner: Nothing;
  untrusted: Issues;
  warnings: Issues;
  nothing: Nothing;
  unanswered: Items;
  fails: {
    readonly total: number;
    readonly pass: number;
    readonly mandatory: readonly ItemId[];
    /** Meeting these makes so many. */
    readonly needed: readonly ItemId[];
    readonly makes: number;
  };
  servicesBlank: { readonly count: number };
  servicesDisagree: { readonly item: ItemId; readonly met: boolean; readonly lacking: number };
  tier: { readonly tiers: readonly string[] };
  application: Nothing;
  applicationDate: Nothing;
  references: {
    readonly counting: number;
    readonly needed: number;
    readonly isRoom: boolean;
    /** The item that asks for them, where it is answered Met all the same. */
    readonly item: ItemId | null;
  };
  publicReference: { readonly needed: number };
  notPaying: Customers;
  noKind: Customers;
  undated: Customers;
  afterAudit: Customers;
  notYet: Customers;
  tooOld: Customers & { readonly oldestMonths: number };
  confirmAge: Customers & { readonly fineMonths: number; readonly oldestMonths: number };
  renewalVersion: { readonly found: string; readonly oldest: string };
  lastFullAudit: { readonly months: number };
  fullAuditDue: { readonly due: string; readonly months: number };
  whatChanged: Items;
  evidence: Items;
  reconstructed: Items & { readonly table: string };
  review: Nothing;
  current: { readonly version: string; readonly published: string; readonly mailTo: string };
}

/** Found before a later step of the audit, not before a hand-over. */
export interface StepValues {
  unvalidated: Items;
  auditToCome: { readonly on: string };
  noReceipt: Nothing;
  windowOpen: { readonly due: string };
  reportOverdue: { readonly last: string };
  openWithoutPlan: Items;
  closedLate: Items & { readonly due: string };
  notSignedOff: Nothing;
}

export type StepCode = keyof StepValues;
export type FindingCode = keyof FindingValues;

/** As much of a finding as sentences need; `where` is its cell as seen on screen, such as `Overview!L6`. */
export type FindingFact = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly where: string | null;
    readonly values: FindingValues[Code];
  };
}[FindingCode];

type Say<Values> = string | ((values: Values, where: string) => string);

interface Words<Values> {
  readonly message: Say<Values>;
  readonly remedy: Say<Values> | null;
  readonly namesPlace: (values: Values) => boolean;
}

const at = <Values>(message: Say<Values>, remedy: Say<Values> | null = null): Words<Values> => ({
  message,
  remedy,
  namesPlace: () => true,
});

const nowhere = <Values>(
  message: Say<Values>,
  remedy: Say<Values> | null = null,
): Words<Values> => ({ message, remedy, namesPlace: () => false });

/** The first issue is told as it stands, and is at the finding's own place. */
const quoting = (message: Say<Issues>): Words<Issues> => ({
  message,
  remedy: ({ first }) => issueSentence(first),
  namesPlace: ({ first }) => speakIssue(first).namesPlace,
});

const NAMED = 6;

function list(names: readonly string[]): string {
  if (names.length <= NAMED) {
    return names.length < 2
      ? (names[0] ?? "")
      : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
  }
  return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
}
const itemsOf = (ids: readonly string[]): string =>
  `${ids.length === 1 ? "Item" : "Items"} ${list(ids)}`;
const have = (ids: readonly string[]): string => (ids.length === 1 ? "has" : "have");
const are = (ids: readonly string[]): string => (ids.length === 1 ? "is" : "are");
const doNotCount = (customers: readonly string[]): string =>
  `${list(customers)} ${customers.length === 1 ? "does" : "do"} not count`;

const FINDING_WORDS: { readonly [Code in FindingCode]: Words<FindingValues[Code]> } = {
  partner: at(
    "The partner has no name, and the mail needs one.",
    (_, where) => `Write it in ${where || inputLabel("Partner_Name")}.`,
  ),
  untrusted: quoting(
    ({ count }) =>
      `${count === 1 ? "An error makes" : `${count} errors make`} the score untrustworthy.`,
  ),
  warnings: quoting(
    ({ count }) => `${count === 1 ? "A warning is" : `${count} warnings are`} open.`,
  ),
  nothing: nowhere(
    "No item has an answer, so there is nothing to hand over.",
    "Answer the items with Met or Not met first.",
  ),
  unanswered: nowhere(
    ({ items }) => `${itemsOf(items)} ${have(items)} no answer.`,
    "Answer Met or Not met.",
  ),
  fails: nowhere(
    ({ total, pass, mandatory, needed, makes }) =>
      `The self-assessment makes ${total} points${mandatory.length > 0 ? `, with ${list(mandatory)} mandatory and not met` : ""}; ${pass} are needed to pass.${needed.length > 0 ? ` Meeting ${list(needed)} would make ${makes}.` : ""} It can be handed over all the same.`,
  ),
  servicesBlank: at(
    ({ count }, where) =>
      `${count === 1 ? "One service is" : `${count} services are`} not yet said to be compliant or not, the first in ${where || SHEETS.services}.`,
  ),
  servicesDisagree: nowhere(
    ({ item, met, lacking }) =>
      met
        ? `${item} is answered Met, but ${lacking === 1 ? "one service is" : `${lacking} services are`} not compliant.`
        : `${item} is answered Not met, but every service is compliant.`,
    "Change one or the other.",
  ),
  tier: at(
    ({ tiers }) => `The APN tier is blank; ${either(tiers)} is required.`,
    (_, where) => `Choose it in ${where || "Prerequisites"}.`,
  ),
  application: at(
    "The application in the APN Portal is not ticked as sent.",
    (_, where) => `Send it, then choose Yes in ${where || "Prerequisites"}.`,
  ),
  applicationDate: at(
    "The day of the application in the APN Portal is blank.",
    (_, where) => `Write it in ${where || "Prerequisites"}.`,
  ),
  references: at(
    ({ counting, needed, item }) =>
      `${counting === 0 ? "No customer reference counts" : counting === 1 ? "One customer reference counts" : `${counting} customer references count`} so far; ${needed} are needed${item === null ? "" : `, and ${item} is answered Met`}.`,
    ({ counting, needed, isRoom }, where) =>
      `${isRoom ? "Add" : "Replace"} ${needed - counting === 1 ? "one" : "them"} from ${where || "Prerequisites"} on.`,
  ),
  publicReference: at(
    ({ needed }) =>
      `None of the references is public; ${numberWord(needed)} ${needed === 1 ? "has" : "have"} to be.`,
    (_, where) => `Choose Yes in ${where || "Prerequisites"} for one that is.`,
  ),
  notPaying: at(
    ({ customers }) => `${doNotCount(customers)}: not said to be paying.`,
    (_, where) => `Choose Yes in ${where || "Prerequisites"} if so.`,
  ),
  noKind: at(
    ({ customers }) =>
      `${doNotCount(customers)}: not said whether a new customer or a new engagement.`,
    (_, where) => `Choose which in ${where || "Prerequisites"}.`,
  ),
  afterAudit: at(
    ({ customers }) => `${doNotCount(customers)}: dated after the audit.`,
    (_, where) => `Check the day in ${where || "Prerequisites"}.`,
  ),
  notYet: at(
    ({ customers }) =>
      `${doNotCount(customers)} yet: dated after the hand-over, and the day of the audit is open.`,
    (_, where) => `Check the day in ${where || "Prerequisites"}.`,
  ),
  undated: at(
    ({ customers }) => `${doNotCount(customers)}: the day of the engagement is blank.`,
    (_, where) => `Write it in ${where || "Prerequisites"}.`,
  ),
  tooOld: nowhere(
    ({ customers, oldestMonths }) =>
      `${doNotCount(customers)}: more than ${oldestMonths} months old.`,
    "Name a newer engagement.",
  ),
  confirmAge: nowhere(
    ({ customers, fineMonths, oldestMonths }) =>
      `${list(customers)} ${are(customers)} ${fineMonths} to ${oldestMonths} months old.`,
    ({ customers }) =>
      `Confirm with your AWS contact that ${customers.length === 1 ? "it still counts" : "they still count"}.`,
  ),
  renewalVersion: at(
    ({ found, oldest }) =>
      `${found === "" ? "The version of the previous audit is blank" : `The previous audit was against ${found}`}; a renewal needs ${oldest} or later.`,
    (_, where) => `Correct ${where || inputLabel("Previous_Audit_Version")}, or choose Full audit.`,
  ),
  lastFullAudit: at(
    ({ months }) =>
      `The day of the last full audit is blank; a renewal may be at most ${span(months)} after it.`,
    (_, where) => `Write it in ${where || inputLabel("Last_Full_Audit_On")}.`,
  ),
  fullAuditDue: at(
    ({ due, months }) =>
      `Renewals were possible before ${due}, ${span(months)} after the last full audit.`,
    (_, where) => `Choose Full audit in ${where || inputLabel("Engagement")}.`,
  ),
  whatChanged: nowhere(
    ({ items }) =>
      `${itemsOf(items)} ${have(items)} a disclosed change without a word on what changed.`,
    "Fill the column “What changed”.",
  ),
  evidence: nowhere(
    ({ items }) => `${itemsOf(items)} ${are(items)} answered Met without evidence.`,
    "Name a link or a document in the column beside the answer.",
  ),
  reconstructed: nowhere(
    ({ items }) =>
      `${itemsOf(items)}: our copy of the text lacks the points of ${items.length === 1 ? "this item" : "these items"}, so the score may be off.`,
    ({ table }) =>
      `Look them up in the ${table}, enter them on the Overview under Points to check, and choose Yes beside Checked.`,
  ),
  unvalidated: nowhere(
    ({ items }) => `${itemsOf(items)} ${are(items)} not validated yet.`,
    "The auditor answers Met or Not met.",
  ),
  auditToCome: at(
    ({ on }) => `The audit is on ${on}, which is still to come.`,
    (_, where) => `Check the day in ${where || "Overview"}.`,
  ),
  noReceipt: at(
    "The day on which the audit summary was received is blank; the days for closing count from it.",
    (_, where) => `Write it in ${where || "Overview"}.`,
  ),
  windowOpen: nowhere(
    ({ due }) => `Action items can be closed until ${due}, and the final report comes after that.`,
  ),
  reportOverdue: nowhere(({ last }) => `The final report was due on ${last}.`),
  openWithoutPlan: nowhere(
    ({ items }) => `${itemsOf(items)} ${are(items)} mandatory, open and without an action plan.`,
    "Close them or write a plan.",
  ),
  closedLate: nowhere(
    ({ items, due }) => `${itemsOf(items)} ${are(items)} closed after ${due} without a plan.`,
  ),
  notSignedOff: at(
    "The auditor has not signed off.",
    (_, where) => `Write name and day in ${where || "Overview"}.`,
  ),
  review: nowhere(
    "Have an AWS Solutions Architect or your Partner Development Manager look at the self-assessment first. It is recommended, not required.",
  ),
  current: nowhere(
    ({ version, published }) => `Version ${version} is of ${published}.`,
    ({ mailTo }) => `Ask your AWS contact whether it and the address ${mailTo} are still current.`,
  ),
};

/** A finding in words. */
export function speakFinding({ code, where, values }: FindingFact): Spoken {
  // The entry under a code is made for the values of that code, which the type of the table says entry by entry.
  const words = FINDING_WORDS[code] as Words<FindingFact["values"]>;
  const say = (text: Say<FindingFact["values"]>): string =>
    typeof text === "string" ? text : text(values, where ?? "");
  return {
    message: say(words.message),
    remedy: words.remedy === null ? null : say(words.remedy),
    namesPlace: words.namesPlace(values),
  };
}
