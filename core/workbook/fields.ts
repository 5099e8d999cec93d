/** The workbook contract: every defined name that is read, and in which phases each input is open. */

import type { Side } from "../audit/inputs.ts";
import { NOTE_KINDS } from "../audit/notes.ts";
import { PHASE_WORDS, PHASES, type Phase, phaseIndex } from "../audit/phases.ts";
import { FORMAT_VERSION } from "../audit/records.ts";
import { REFERENCE_KINDS } from "../audit/references.ts";
import { SIGNS } from "./signs.ts";

/** `column` runs over the Checklist's body from header to End-of-list row; `list` is a block of cells elsewhere. */
export type Shape = "cell" | "column" | "list";

export type Kind =
  | { readonly is: "answer" }
  | { readonly is: "text" }
  | { readonly is: "date" }
  /** The add points of the items whose values our copy of the source lacks. */
  | { readonly is: "points" }
  | {
      readonly is: "choice";
      readonly values: readonly string[];
      /** What a blank cell is taken for. */
      readonly usual?: string;
      /** The list only suggests: other words are taken as they are. */
      readonly free?: true;
    };

export interface Input {
  readonly name: string;
  readonly shape: Shape;
  readonly kind: Kind;
  readonly open: readonly Phase[];
  /** Null where the cells are nobody's alone. */
  readonly side: Side | null;
  /** Named in the published contract: without it the score cannot be trusted. */
  readonly essential: boolean;
  /** The first format that has the name: an older workbook does not lack it. */
  readonly since: number;
  /** The last format in which people fill it; null while they do. */
  readonly until: number | null;
}

export const YES = "Yes";
export const NO = "No";

const SELF: readonly Phase[] = ["selfAssessment"];
const HAND_OVER: readonly Phase[] = ["selfAssessment", "submitted"];
const AUDIT: readonly Phase[] = ["audit"];
const ACTION_ITEMS: readonly Phase[] = ["actionItems"];
const POINT_CELLS: readonly Phase[] = ["selfAssessment", "audit"];
const DISCLOSURE: readonly Phase[] = ["selfAssessment", "submitted", "audit"];
const SIGN_OFF: readonly Phase[] = ["audit", "actionItems"];
const UNTIL_CLOSED: readonly Phase[] = PHASES.slice(0, -1);

const text: Kind = { is: "text" };
const date: Kind = { is: "date" };
const answer: Kind = { is: "answer" };
const choice = (...values: string[]): Kind => ({ is: "choice", values });
const suggestion = (...values: string[]): Kind => ({ is: "choice", values, free: true });
/** The first word is the usual one. */
const usually = (...values: [string, ...string[]]): Kind => ({
  is: "choice",
  values,
  usual: values[0],
});
const yesNo = choice(YES, NO);
const yes = choice(YES);

const input =
  (shape: Shape, essential: boolean) =>
  (name: string, kind: Kind, open: readonly Phase[], side: Side | null = null): Input => ({
    name,
    shape,
    kind,
    open,
    side,
    essential,
    since: 1,
    until: null,
  });
const inFormats = (
  { since, until }: { readonly since: number; readonly until?: number },
  field: Input,
): Input => ({ ...field, since, until: until ?? null });
const cell = input("cell", false);
const contractCell = input("cell", true);
const column = input("column", false);
const contractColumn = input("column", true);
const list = input("list", false);

export const ENGAGEMENT_WORDS = { full: "Full audit", renewal: "Renewal" } as const;
/** The cells that hold the e-mail addresses of each side's people. */
export const EDITOR_NAMES: Readonly<Record<Side, string>> = {
  partner: "Partner_Editors",
  auditor: "Auditor_Editors",
};
export const TIERS = ["Advanced", "Premier"] as const;

const PHASE_NAMES: [string, ...string[]] = [
  PHASE_WORDS.selfAssessment,
  ...PHASES.slice(1).map((phase) => PHASE_WORDS[phase]),
];

export const INPUTS: readonly Input[] = [
  contractCell("Phase", usually(...PHASE_NAMES), PHASES.slice(1)),
  contractCell("Partner_Name", text, SELF),
  contractCell("Reseller_Program", usually(YES, NO), SELF),
  contractCell("Engagement", usually(ENGAGEMENT_WORDS.full, ENGAGEMENT_WORDS.renewal), SELF),
  contractCell("Single_Region", yesNo, SELF),
  contractCell("Last_Full_Audit_On", date, SELF),
  contractCell("Previous_Audit_Version", text, SELF),
  contractCell("Submitted_On", date, UNTIL_CLOSED),
  contractCell("Audit_On", date, UNTIL_CLOSED),
  contractCell("Summary_Received_On", date, UNTIL_CLOSED),
  contractCell("Report_Received_On", date, PHASES),
  input("list", true)("Holidays", date, UNTIL_CLOSED),
  cell("People_AWS_Contact", text, UNTIL_CLOSED),
  cell("People_Auditor", text, UNTIL_CLOSED),
  cell("People_Audit_Firm", text, UNTIL_CLOSED),
  cell("People_Language", text, UNTIL_CLOSED),
  cell("People_Audit_Place", suggestion("Remote", "Onsite"), UNTIL_CLOSED),
  cell("People_Engineer", text, UNTIL_CLOSED),
  cell("People_Operations", text, UNTIL_CLOSED),
  cell("People_Business", text, UNTIL_CLOSED),
  cell("Partner_Editors", text, UNTIL_CLOSED),
  cell("Auditor_Editors", text, UNTIL_CLOSED),
  cell("Sign_Off_Name", text, SIGN_OFF, "auditor"),
  cell("Sign_Off_Firm", text, SIGN_OFF, "auditor"),
  cell("Sign_Off_On", date, SIGN_OFF, "auditor"),

  // Answers may be typed as points, so these are read before them.
  inFormats({ since: 1, until: 1 }, contractColumn("Item_Add", { is: "points" }, POINT_CELLS)),
  inFormats({ since: 2 }, input("list", true)("Open_Add", { is: "points" }, POINT_CELLS)),
  inFormats({ since: 2 }, contractCell("Points_Checked", yes, POINT_CELLS)),
  contractColumn("Self_Answer", answer, SELF, "partner"),
  column("Evidence", text, SELF, "partner"),
  column("Owner", text, UNTIL_CLOSED),
  contractColumn("Auditor_Answer", answer, AUDIT, "auditor"),
  column("Auditor_Note", text, AUDIT, "auditor"),
  column("Note_Kind", suggestion(...NOTE_KINDS), AUDIT, "auditor"),
  column("Closure_Evidence", text, ACTION_ITEMS, "partner"),
  contractColumn("Closed_On", date, ACTION_ITEMS, "auditor"),
  contractColumn("Action_Plan", text, ACTION_ITEMS, "partner"),
  contractColumn("Prior_Action", yes, SELF),
  contractColumn("Disclosed_Change", yes, DISCLOSURE),
  column("What_Changed", text, DISCLOSURE),

  list("Service_Example", text, SELF),
  list("Service_Support", text, SELF),
  list("Service_Unavailable", yes, SELF),
  list("Service_Reviewed", yes, SELF),
  list("Service_Compliant", yesNo, SELF),

  cell("Prerequisite_Tier", choice(...TIERS), SELF),
  list("Prerequisite_Reference", text, SELF),
  list("Prerequisite_Reference_Kind", suggestion(...REFERENCE_KINDS), SELF),
  list("Prerequisite_Reference_On", date, SELF),
  list("Prerequisite_Public", yesNo, SELF),
  list("Prerequisite_Paying", yesNo, SELF),
  cell("Prerequisite_Application", yes, SELF),
  cell("Prerequisite_Application_On", date, SELF),
  // The mail goes out after the hand-over.
  cell("Prerequisite_Sent", yes, HAND_OVER),
  cell("Prerequisite_Reviewed", yes, SELF),
];

export interface Calculated {
  readonly name: string;
  readonly shape: Shape;
  /** Holds formulas whose loss is an error; the others hold constants or texts for the reader. */
  readonly formulas: boolean;
  readonly essential: boolean;
  /** The first format that has the name. */
  readonly since: number;
}

const calculated = (
  shape: Shape,
  formulas: boolean,
  essential: boolean,
  names: readonly string[],
  since = 1,
): Calculated[] => names.map((name) => ({ name, shape, formulas, essential, since }));

/** Cells of the hidden sheet that commands write and people do not; see `records.ts`. */
export const RECORD_NAMES = [
  "Seal_Record",
  "Sealed_Values",
  "Phase_History",
  "Summary_Record",
] as const;

/** The same for seals of the audit; workbooks of format 1 have none. */
export const AUDIT_RECORDS = "Audit_Records";

/** The checklist file, where the checklist is none that a program brings along: no other workbook has the name. */
export const CARRIED_NAME = "Checklist_File";

/** What stood in a workbook of another version and has no place in this one. */
export const ARCHIVE_NAME = "Archived_Entries";
/** What became of each item when answers moved into a workbook, with the answer of before. */
export const MOVED_NAME = "Moved_Items";

/**
 * Only a workbook that answers were moved into has these names, and only from a file are they read: other programs show
 * the sheets themselves.
 */
export const MOVE_NAMES = [ARCHIVE_NAME, MOVED_NAME] as const;

/** All of them, of any format. */
export const RECORDED: readonly string[] = [...RECORD_NAMES, AUDIT_RECORDS];

/** Whether an edit may name it: an input or a record. */
export function isEditable(name: string): boolean {
  return inputNamed(name) !== null || RECORDED.includes(name);
}

/** What is written once or calculated, and never an input. */
export const CALCULATED: readonly Calculated[] = [
  ...calculated("column", false, true, ["Item_Id", "Item_Section", "Item_Title"]),
  ...calculated("column", false, false, [
    "Item_Order",
    "Item_Provenance",
    "Item_Reseller_Only",
    "Item_Renewal_List",
  ]),
  ...calculated("column", true, true, [
    "Item_Subtract",
    "Item_Scope",
    "Self_Points",
    "Auditor_Points",
    "Action_Item",
    "Action_State",
    "Final_Points",
  ]),
  ...calculated("column", true, false, ["Item_Requirement", "Scope_Reason", "Item_Number"]),
  ...calculated("cell", true, true, [
    "Self_Total",
    "Auditor_Total",
    "Final_Total",
    "Self_Verdict",
    "Auditor_Verdict",
    "Final_Verdict",
    "Action_Items_Due_On",
  ]),
  ...calculated("cell", true, false, [
    "Self_Answered",
    "Auditor_Answered",
    "Final_Answered",
    "Self_Ceiling",
    "Auditor_Ceiling",
    "Final_Ceiling",
  ]),
  ...calculated("list", true, true, ["Self_Sections", "Auditor_Sections", "Final_Sections"]),
  // Until format 1 people filled four of its cells.
  ...calculated("column", true, true, ["Item_Add", "Item_Mandatory"], 2),
  ...calculated("list", false, true, ["Open_Id"], 2),
  ...calculated("list", true, false, [
    "Overview_Subtitle",
    "Overview_Scores",
    "Overview_Sections",
    "Overview_Notes",
    "Overview_Actions",
    "Overview_Checks",
    "Overview_Dates",
    "Overview_History",
    "Checklist_Top",
    "Action_List",
    "Action_Summary",
    "Service_Assessed",
    "Service_Summary",
    "Service_Phase",
    "Prerequisite_Result",
  ]),
  ...calculated("list", false, false, ["Section_Keys", "Service_Name", "Service_New"]),
  ...calculated("cell", true, false, ["Seal"]),
  ...calculated("cell", false, false, ["Format_Version", "Checklist_Version"]),
  // So that other rules under the same version are noticed.
  ...calculated("cell", false, false, ["Checklist_Revision"], 2),
  ...calculated("list", false, false, ["Item_Hashes"]),
  ...calculated("list", false, false, RECORD_NAMES),
  ...calculated("list", false, false, [AUDIT_RECORDS], 2),
];

/** The inputs that a phase asks for, yellow while they are blank, and the phases: each of them one in which it is open. */
const ASKED: Readonly<Record<string, readonly Phase[]>> = {
  Partner_Name: SELF,
  Reseller_Program: SELF,
  Engagement: SELF,
  Submitted_On: ["submitted"],
  Audit_On: AUDIT,
  Summary_Received_On: SIGN_OFF,
  Self_Answer: SELF,
  Auditor_Answer: AUDIT,
  Closure_Evidence: ACTION_ITEMS,
  Action_Plan: ACTION_ITEMS,
  What_Changed: DISCLOSURE,
  Service_Compliant: SELF,
  Prerequisite_Tier: SELF,
  Prerequisite_Application: SELF,
  Prerequisite_Sent: HAND_OVER,
};

/** None for an input that may always stay empty. */
export const askedPhases = (name: string): readonly Phase[] => ASKED[name] ?? [];

const inputsByName = new Map(INPUTS.map((field) => [field.name, field]));
const calculatedByName = new Map(CALCULATED.map((field) => [field.name, field]));

/** Null where the name is no input. */
export function inputNamed(name: string): Input | null {
  return inputsByName.get(name) ?? null;
}

export function calculatedNamed(name: string): Calculated | null {
  return calculatedByName.get(name) ?? null;
}

/** Whether a workbook is a checklist, or the remains of one; `has` also knows names that point nowhere. */
export const isChecklist = (has: (name: string) => boolean): boolean => SIGNS.some(has);

/** Every name that a host reads into a snapshot. */
export const contractNames: readonly string[] = [
  ...new Set([...INPUTS, ...CALCULATED].map((field) => field.name)),
  CARRIED_NAME,
];

/** What people fill in a workbook of this format. */
export const isInputOf = ({ since, until }: Input, format: number): boolean =>
  since <= format && (until === null || format <= until);

/** The names that a workbook of this format has. */
export const namesOf = (format: number): readonly string[] => [
  ...INPUTS.flatMap((field) => (isInputOf(field, format) ? [field.name] : [])),
  ...CALCULATED.flatMap(({ name, since }) => (since <= format ? [name] : [])),
];

const FIRST_NAMES: ReadonlySet<string> = new Set(namesOf(1));
/** Names that no earlier format has; the newest format's in front. */
const MARKS = [...CALCULATED, ...INPUTS]
  .filter(({ name, since }) => since > 1 && !FIRST_NAMES.has(name))
  .sort((a, b) => b.since - a.since);

/** The format that the names of a workbook tell, whatever it says itself. */
export const formatOfNames = (has: (name: string) => boolean): number =>
  MARKS.find(({ name }) => has(name))?.since ?? 1;

/** The names that a new workbook has. */
export const drawnNames: readonly string[] = namesOf(FORMAT_VERSION);
const drawn: ReadonlySet<string> = new Set(drawnNames);
export const isDrawn = (name: string): boolean => drawn.has(name);

const CALCULATED_DATES: readonly string[] = ["Action_Items_Due_On"];

/** Whether the numbers under a name are dates. */
export function isDateName(name: string): boolean {
  return inputNamed(name)?.kind.is === "date" || CALCULATED_DATES.includes(name);
}

/** Whether the input may be filled in the phase: decides locks, warnings and colours. */
export function isOpenIn(field: Input, phase: Phase): boolean {
  return field.open.includes(phase);
}

/**
 * Whether the cells can be written under protection. From Submitted on those of all later phases can be
 * too, so that an auditor who installs nothing can go on.
 */
export function isUnlockedIn(field: Input, phase: Phase): boolean {
  if (isOpenIn(field, phase)) return true;
  if (phase === "selfAssessment") return false;
  return field.open.some((open) => phaseIndex(open) > phaseIndex(phase));
}

/** Whether the input belongs to phases that have not begun: an entry there came too early. */
export function isEarlyIn(field: Input, phase: Phase): boolean {
  return field.open.every((open) => phaseIndex(open) > phaseIndex(phase));
}
