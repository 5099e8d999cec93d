/** Titles, headers, labels and input messages of the sheets; what a checklist decides comes from its value. */

import { openItems, resellerScope } from "../checklist/lookup.ts";
import type {
  Checklist,
  OpenValues,
  ReferenceRule,
  RenewalRule,
  Section,
} from "../checklist/types.ts";
import { count, either, join, numberWord, span } from "./numbers.ts";

export const SHEETS = {
  overview: "Overview",
  checklist: "Checklist",
  services: "AWS Services",
  prerequisites: "Prerequisites",
  actionItems: "Action Items",
  about: "About",
  data: "Checklist data",
} as const;

export const workbookTitle = ({ program, version }: Checklist): string =>
  `${program} checklist v${version}`;
export const COLOR_KEY = "Yellow: to fill.  Cream: yours, may stay empty.  Grey: calculated.";
export const PARTNER_UNNAMED = "Partner not named yet";

/** The Overview's cells from which deadlines are counted. */
export const DAYS = {
  submitted: "Self-assessment sent",
  audit: "Audit",
  summaryReceived: "Audit summary received",
  reportReceived: "Final report received",
} as const;

const MONTHS_A_YEAR = 12;
/** `12 months`, but `3 years`. */
const inFigures = (months: number): string =>
  months > MONTHS_A_YEAR && months % MONTHS_A_YEAR === 0
    ? count(months / MONTHS_A_YEAR, "year")
    : count(months, "month");
const businessDays = (days: number): string => count(days, "business day");

/** More than so many are counted instead of named. */
const NAMED = 4;
/** What partners outside the reseller programme are not asked; null where everybody is asked everything. */
function waived(checklist: Checklist, section: (id: string) => string): string | null {
  const { items, sections } = resellerScope(checklist);
  if (items.length + sections.length === 0) return null;
  if (items.length + sections.length <= NAMED) return join([...items, ...sections.map(section)]);
  return count(checklist.items.filter((item) => item.resellerOnly).length, "item");
}

export const OVERVIEW = {
  score: "Score",
  answered: "Answered",
  validated: "Validated",
  verdict: "Verdict",
  total: "Total",
  toPass: ({ pass }: Checklist) => `To ${pass}`,
  atMost: "At most",
  notMet: "Not met",
  self: "Self (partner)",
  preliminary: "Preliminary (auditor)",
  final: "Final (with closures)",
  section: "Section",
  items: "Items",
  selfShort: "Self",
  preliminaryShort: "Preliminary",
  finalShort: "Final",
  most: "Most",
  engagement: "Engagement",
  phase: "Phase",
  partner: "Partner",
  reseller: "Channel Reseller Program",
  engagementKind: "Audit",
  nothingWaived: "Nothing is waived",
  waived: (checklist: Checklist) => {
    const what = waived(checklist, (id) => `section ${id}`);
    return what === null ? "Nothing is waived" : `${what} waived`;
  },
  itemsAudited: (count: number) => `${count} items audited`,
  itemsAuditedFormula: (count: string) => `${count}&" items audited"`,
  timeline: "Timeline",
  date: "Date",
  thenDue: "Then due",
  lastFullAudit: "Last full audit",
  actionItems: "Action items",
  open: "Open",
  brings: "Brings if closed",
  mandatory: "Mandatory (MAI)",
  scoreImpacting: "Score-impacting (SIAI)",
  checks: "Checks",
  found: "Found",
  result: "Result",
  allItemsMake: "All items met make",
  allItems: "Items",
  ok: "OK",
  /** Beside a sum that is not the checklist's, because of values that people entered or of cells that were changed. */
  otherSum: (checklist: Checklist) => {
    const ids = openItems(checklist).map((item) => item.id);
    const [first, last] = [ids[0], ids[ids.length - 1]];
    if (first === undefined) return `Not ${checklist.most}: points were changed`;
    return `Not ${checklist.most}: see ${first === last ? first : `${first} to ${last}`}`;
  },
  otherCount: ({ items }: Checklist) => `Not ${items.length}: rows are missing`,
  /** Items not met whose points are our reading; format 1 said it otherwise. */
  openNotMet: (format: number) =>
    format < 2 ? "Not met, points lost" : "Not met, points unchecked",
  openNotMetNote: (format: number) => (format < 2 ? "Total may be off" : "Check the points below"),
  holidays: "Holidays",
  holidaysNote: "Days off beside Saturday and Sunday; they move the due dates.",
  holidayRow: (from: number, to: number) => `Holidays ${from} to ${to}`,
  allDates: "All dates",
  countedFrom: "Counted from",
  dates: ({ clock }: Checklist) =>
    ({
      summary: ["Audit summary", `${count(clock.summaryHours, "hour")} after the audit`],
      advised: ["Action items, as advice", `${businessDays(clock.closureDays)} after the audit`],
      reportFrom: ["Final report, from", "the day after action items are due"],
      reportBy: [
        "Final report, at the latest",
        `${businessDays(clock.finalReportDays)} after the audit`,
      ],
    }) as const,
  nextAudits: ({ months, fullAuditMonths }: RenewalRule) =>
    ({
      renewal: ["Renewal", `${inFigures(months)} after the audit`],
      fullAudit: ["Full audit", `${inFigures(fullAuditMonths)} after the last full one`],
    }) as const,
  profile: "Profile and people",
  singleRegion: "Works in a single region",
  singleRegionNote: "Then services can be waived",
  previousVersion: "Previous audit, version",
  previousVersionNote: ({ renewal }: Checklist) =>
    renewal === null ? "" : `For a renewal: ${renewal.oldestVersion} or later`,
  people: {
    People_AWS_Contact: ["Contact at AWS", "PDR or PDM"],
    People_Auditor: ["Auditor", ""],
    People_Audit_Firm: ["Audit firm", ""],
    People_Language: ["Language of the audit", ""],
    People_Audit_Place: ["Remote or onsite", ""],
    People_Engineer: ["Engineer or architect", "Attends, one or more"],
    People_Operations: ["Operations manager", "Attends; service desk"],
    People_Business: ["Business development", "Attends; gives the overview"],
  },
  /** In Google Sheets these people's cells are kept for them. */
  editors: {
    partner: ["Editors, partner", "E-mails, for Google Sheets"],
    auditor: ["Editors, auditor", "E-mails, for Google Sheets"],
  },
  signOff: "Sign-off by the auditor",
  signOffName: "Name",
  signOffFirm: "Firm",
  signOffOn: "Date",
  seal: "Seal",
  sealNone: "Not handed over yet",
  openPoints: "Points to check",
  openPointsNote: ({ openValues }: Checklist) =>
    `Our copy of the text lacks these. They are in the ${openValues?.place ?? "published document"}.`,
  openReading: "Our reading",
  openEntry: "If met",
  pointsChecked: "Checked against the published table",
  history: "Moves of the phase, the newest first; the panel shows them all",
  /** Pieces of one line of the history, between the parts that the formula fills in. */
  historyFrom: ": ",
  historyTo: " to ",
  historyReason: ". ",
} as const;

/** The hidden sheet. */
export const DATA = {
  format: "Format version",
  checklist: "Checklist version",
  revision: "Revision of its rules",
  item: "Item",
  fingerprint: "Fingerprint of its text",
  sealed: "Sealed entries",
  stages: "Seals of the audit",
  history: ["No.", "When", "From", "To", "Reason", "Seal"],
  seal: "Seal",
  summary: "Score at the audit summary",
  file: "The checklist itself",
} as const;

export const CHECKLIST = {
  title: "Checklist",
  total: "Total",
  bands: {
    item: "Item",
    partner: "Partner",
    auditor: "Auditor",
    action: "Action items",
    scope: "Scope",
  },
  headers: {
    id: "Id",
    item: "Item",
    requirement: "Requirement",
    evidenceToShow: "Evidence to show",
    ifNotMet: "If not met",
    ifMet: "If met",
    scope: "Scope",
    self: "Partner Self-Assessment",
    selfPoints: "Points",
    evidence: "Evidence link or note",
    owner: "Owner",
    auditor: "Auditor Validation",
    auditorPoints: "Points",
    note: "Auditor’s note",
    noteKind: "Note kind",
    actionItem: "Action item",
    closureEvidence: "Closure evidence",
    closedOn: "Closed on",
    plan: "Action plan",
    state: "State",
    finalPoints: "Final points",
    reason: "Why this scope",
    prior: "Previous action item",
    disclosed: "Disclosed change",
    whatChanged: "What changed",
    order: "Order",
    section: "Section",
    resellerOnly: "Reseller only",
    renewalList: "Renewal list",
    number: "Running number",
    provenance: "Provenance",
    mandatory: "Mandatory",
  },
  endOfList: "End of list",
  noneInScope: "none in scope",
  answered: (count: number, of: number) => `${count} of ${of}`,
  answeredFormula: (count: string, of: string) => `${count}&" of "&${of}`,
  items: (count: number) => (count === 1 ? "1 item" : `${count} items`),
  mandatory: (items: string, count: number) => `${items}, ${count} mandatory`,
  mandatoryFormula: (items: string, count: string) => `"${items}, "&${count}&" mandatory"`,
  renewalLists: { newOrExpanded: "New", existing: "Existing", both: "Both" },
  reconstructed: "Reconstructed",
  /** How we know the points of an item whose row does not say so itself. */
  provenance: { open: "Our reading", checked: "Checked", inferred: "Inferred" },
  /** In the heading of a section with items whose points are our reading: `formula` ends it once they are checked. */
  openNote: (checklist: Checklist, section: Section) =>
    `; points to check: ${openItems(checklist)
      .flatMap((item) => (item.section === section.id ? item.id : []))
      .join(", ")}`,
} as const;

export const PROMPTS = {
  answerRefusal: {
    title: "Answer",
    message: "Choose Met or Not met from the list, or clear the cell.",
  },
  openPoints: (open: number, { sum, mandatoryLoss, place }: OpenValues) => ({
    title: "Points to check",
    message: `Our copy of the text lacks this value; our reading stands here. Look it up in the ${place}. The ${numberWord(open)} make ${sum} together. 0 means that not meeting the item costs ${-mandatoryLoss}.`,
  }),
  openPointsRefusal: ({ choices }: OpenValues) => ({
    title: "Points",
    message: `Choose ${either(choices)}.`,
  }),
  pointsChecked: ({ place }: OpenValues) => ({
    title: "Checked",
    message: `Choose Yes once you have compared the points with the ${place}. That ends the marks and the warnings.`,
  }),
  openPointsShown: {
    title: "Points to check",
    message: "Shown from the Overview: Points to check, below the history.",
  },
  choiceRefusal: { title: "Choice", message: "Choose one from the list, or clear the cell." },
  dateRefusal: { title: "Date", message: "Type a date, such as 16 Mar 2026, or clear the cell." },
  noteKind: {
    title: "Kind of note",
    message: "Finding, strength or opportunity for improvement; all go into the audit summary.",
  },
  closedOn: {
    title: "Closed on",
    message: "For the auditor: the day on which the evidence that you accepted was given.",
  },
  plan: ({ clock, manager }: Checklist) => ({
    title: "Action plan",
    message: `For a mandatory item that cannot be closed in ${businessDays(clock.closureDays)}: how and when it will be. It goes to the ${manager}.`,
  }),
  prior: {
    title: "Previous action item",
    message: "Renewal: choose Yes if this was an action item of the previous audit.",
  },
  disclosed: {
    title: "Disclosed change",
    message:
      "Renewal: choose Yes if evidence for this item has changed materially since the previous audit, and say what changed.",
  },
  phase: {
    title: "Phase",
    message:
      "The phase decides which cells are open and coloured. Scores do not depend on it; only the final verdict does.",
  },
  reseller: (checklist: Checklist) => {
    const what = waived(checklist, (id) => `all of section ${id}`);
    return {
      title: "Channel Reseller Program",
      message:
        what === null
          ? "Every item is asked of every partner."
          : `No waives ${what}; their points are granted.`,
    };
  },
  engagement: ({ renewal }: Checklist) => ({
    title: "Audit",
    message:
      renewal === null
        ? "Every audit against this checklist is a full one."
        : `Renewal is for partners who already are MSPs and were audited against version ${renewal.oldestVersion} (or later, as we read it), at most ${span(renewal.fullAuditMonths)} after their last full audit.`,
  }),
  summaryReceived: ({ clock }: Checklist) => ({
    title: "Audit summary received",
    message: `Action items are due ${businessDays(clock.closureDays)} after this day.`,
  }),
  editors: {
    partner: {
      title: "Editors, partner",
      message:
        "Comma-separated e-mail addresses of the people who write the partner’s cells; used in Google Sheets. While it is empty, protection only warns.",
    },
    auditor: {
      title: "Editors, auditor",
      message:
        "Comma-separated e-mail addresses of the people who write the auditor’s cells; used in Google Sheets. While it is empty, protection only warns.",
    },
  },
  holiday: { title: "Holiday", message: "A day that is not counted as a business day." },
  unavailable: {
    title: "Unavailable",
    message:
      "Choose Yes if the service is not available in your only region. Counts only for partners in a single region.",
  },
  reviewed: {
    title: "Reviewed before",
    message: "Renewal: choose Yes if an earlier audit reviewed this service.",
  },
  compliant: {
    title: "Compliant",
    message:
      "Yes once you can show how customers use the service, or a hypothetical use if no active customer does, and how you support it.",
  },
} as const;

export const SERVICES = {
  title: "AWS Services",
  intro: (item: string) =>
    `Item ${item} is met only when every service that is assessed is compliant.`,
  headers: {
    number: "No.",
    service: "Service",
    category: "Category",
    isNew: ({ version }: Checklist) => `New in ${version}`,
    example: "Customer examples; a hypothetical use only if no active customer uses it",
    support: "How it is supported, alone or in a solution",
    unavailable: "Unavailable in region",
    reviewed: "Reviewed before",
    compliant: "Compliant",
    assessed: "In this audit",
  },
  all: "All services",
  onlyNew: "New services",
  assessed: {
    assessed: "Assessed",
    waived: "Waived",
    reviewedBefore: "Reviewed before",
    notInScope: "Not in scope",
  },
  scopeLabel: "Assessed in this audit:",
  compliantLabel: "Compliant:",
} as const;

export const PREREQUISITES = {
  title: "Prerequisites",
  intro:
    "To be in place before the audit is scheduled. The application in the APN Portal is a step of applying.",
  headers: {
    number: "No.",
    what: "What",
    entry: "Entry",
    date: "Date",
    result: "Result",
    requirement: "Requirement",
  },
  tier: "APN tier",
  application: "Application in the APN Portal (a step)",
  sent: "Completed self-assessment, mailed",
  reviewed: "Reviewed by your AWS team",
  references: "Customer references",
  referenceHeaders: {
    number: "No.",
    customer: "Customer",
    kind: "New customer or engagement",
    on: "Since",
    isPublic: "Public",
    isPaying: "Paying",
    result: "Result",
  },
  referenceCount: "References that count",
  ok: "OK",
  missing: "Open",
  recommended: "Recommended",
  fine: "Fine",
  confirm: ({ fineMonths, oldestMonths }: ReferenceRule) =>
    `Confirm: ${fineMonths} to ${oldestMonths} months`,
  tooOld: ({ oldestMonths }: ReferenceRule) => `Too old: over ${oldestMonths} months`,
  notPaying: "Must be paying",
  undated: "Date missing",
  unmeasured: "Audit date open",
  afterAudit: "Date after the audit",
  noKind: "Say which",
  tooFew: ({ needed, publicNeeded }: ReferenceRule) =>
    publicNeeded === 0
      ? `At least ${needed}`
      : `At least ${needed}, of them ${publicNeeded} public`,
} as const;

export const ACTIONS = {
  title: "Action Items",
  intro: "Made by formulas from the Checklist, open ones first. Make entries in the Checklist.",
  none: (format: number) =>
    format < 2
      ? "Nothing is not met, so there are no action items."
      : "No item is marked Not met, so there are no action items.",
  headers: {
    number: "No.",
    id: "Id",
    item: "Item",
    kind: "Kind",
    brings: "Brings",
    state: "State",
    due: "Due",
    note: "Auditor’s note",
    closureEvidence: "Closure evidence",
    closedOn: "Closed on",
    plan: "Action plan",
    owner: "Owner",
  },
  mandatory: "Mandatory",
  scoreImpacting: "Score-impacting",
} as const;

export const PAGE = {
  pageOf: ["Page ", " of "] as const,
  /** The title without the programme, which the sheets name often enough. */
  version: ({ title, program, version }: Checklist) =>
    `${title.replace(program, "").trim()} v${version}`,
} as const;
