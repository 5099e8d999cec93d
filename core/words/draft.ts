/** Words of the workbook in which a checklist is written, before it is built into a file. */

import { either } from "./numbers.ts";

export const DRAFT_SHEETS = {
  programme: "Programme",
  sections: "Sections",
  groups: "Groups",
  items: "Items",
  services: "Services",
  texts: "Texts",
} as const;

export const DRAFT = {
  title: "A checklist in the making",
  lead: "Fill the sheets from left to right; every row says what is still wrong with it. Then: msp-checklist checklist build FILE.xlsx",
  colors: "Yellow: to fill.  Cream: may stay empty.  Grey: calculated.",
  state: "What is still wrong",
  label: "What",
  value: "Entry",
  help: "What it is",
  fine: "OK",
  yes: "Yes",
  no: "No",
  /** Of the items together, on the first sheet. */
  rows: "Items that are filled in",
  wrong: "Items with something wrong",
  sum: "If met, of all items together",
} as const;

/** What a row's last column says. */
export const DRAFT_STATES = {
  missing: (header: string) => `${header} is missing`,
  noSection: "No such section on the sheet Sections",
  noGroup: "No such group on the sheet Groups",
  twice: (header: string) => `${header} stands there twice`,
  negative: (header: string) => `${header} is 0 or more`,
  positive: (header: string) => `${header} is 0 or less`,
  otherSum: "Not what the items make together",
  beyond: "More than all points",
} as const;

export const DRAFT_HEADERS = {
  sections: { id: "Section", title: "Title", shortTitle: "Short title", part: "Part" },
  groups: {
    section: "Section",
    id: "Group",
    title: "Title",
    requirement: "Requirement",
    evidence: "Evidence to show",
    requirementForItems: "Requirement in a sentence",
    evidenceForItems: "Evidence in a sentence",
  },
  items: {
    section: "Section",
    id: "Id",
    group: "Group",
    title: "Title",
    shortTitle: "Short title",
    requirement: "Requirement",
    evidence: "Evidence to show",
    evidenceKinds: "Kinds of evidence",
    notEnough: "Not enough",
    ifNotMet: "If not met",
    ifMet: "If met",
    mandatory: "Mandatory",
    provenance: "Points are",
    resellerOnly: "Resellers only",
    renewal: "Renewal list",
    "from.id": "Was before",
    "from.same": "Same as before",
    sourceLine: "Line of the source",
  },
  services: { name: "Service", category: "Category", isNew: "New in this version" },
  texts: { kind: "Kind", title: "Title", text: "Text", items: "Items" },
} as const;

/** Words of drop-downs, by the value that the file has. */
export const DRAFT_CHOICES = {
  provenance: { stated: "Printed", inferred: "Inferred", reconstructed: "Our reading" },
  renewal: { newOrExpanded: "New or expanded", existing: "Existing", both: "Both" },
  kind: {
    prerequisites: "Prerequisite",
    process: "Passage",
    definitions: "Definition",
    readings: "Our readings",
    links: "Link",
    changes: "Changes",
  },
} as const;

/** Of cells that need telling: shown beside them when they are selected. */
export const DRAFT_PROMPTS = {
  lines:
    "One line; or a line and below it, with Alt+Enter, at least two that begin with a hyphen and a space, and perhaps a closing one.",
  ids: "Ids, parted by commas.",
  kinds: "Of document, demonstration, record and certificate, parted by commas.",
  mandatory: "Left empty: where If not met is negative.",
  text: "Of a passage, our readings and changes each line is a paragraph of its own. Of a link it is the address.",
  textTitle: "Of changes: the two versions, such as 2029 to 2030.",
} as const;

/** The first sheet: what each row is called, and what it is; the key is its place in the file. */
export const DRAFT_FIELDS = {
  title: ["Title", "As printed on the cover, without the version"],
  version: ["Version", "As printed on the cover"],
  revision: ["Revision", "1; one more with each change of the rules under the same version"],
  published: ["Published", "Month and year"],
  id: ["Id of the checklist", "Whatever its version: small letters and hyphens"],
  shortTitle: ["Short name", "As people call it"],
  program: ["Programme", "What the audit leads into"],
  manager: ["Programme manager", "Who hears of exceptions"],
  maker: ["Published by", ""],
  language: ["Language", "en"],
  follows: ["Version before", "Only if items say what they were before"],
  most: ["Points in all", "As printed; what If met of all items makes"],
  pass: ["Points to pass", "As printed"],
  "mail.to": ["Self-assessment goes to", "One e-mail address"],
  "mail.subject": ["Subject of that mail", "{partner} stands for the partner’s name"],
  "clock.replyDays": ["Answer", "Business days after the self-assessment"],
  "clock.summaryHours": ["Audit summary", "Hours after the audit"],
  "clock.closureDays": ["Closing of action items", "Business days after the summary was received"],
  "clock.finalReportDays": ["Final report", "Business days after the audit"],
  "clock.decisionDays": ["Decision", "Business days after the report was received"],
  "renewal.months": [
    "Next audit",
    "Months after the audit; empty, with the next two, for no renewals",
  ],
  "renewal.fullAuditMonths": ["Next full audit", "Months after the last full one"],
  "renewal.oldestVersion": ["Oldest version to renew from", "Such as 3.0"],
  "references.needed": ["Customer references", "How many; 0 for none"],
  "references.publicNeeded": ["Public references", "How many of them"],
  "references.fineMonths": ["References, fine", "Months before the audit"],
  "references.oldestMonths": [
    "References, oldest",
    "Months before the audit; in between they are confirmed",
  ],
  "references.item": [
    "Item on references",
    "The id of the item that asks for the same, if one does",
  ],
  "services.item": [
    "Item on services",
    "The id of the item that asks for the sheet Services, if one does",
  ],
  "openValues.choices": [
    "Points to check: choices",
    "Only where points are our reading: 0, 10, 20",
  ],
  "openValues.mandatoryLoss": [
    "Points to check: loss",
    "What such an item costs if it adds nothing",
  ],
  "openValues.sum": ["Points to check: sum", "What these items add together"],
  "openValues.place": ["Points to check: where", "After the word the, such as: table on page 10"],
} as const satisfies Readonly<Record<string, readonly [label: string, help: string]>>;

/** What is wrong in a cell that no file could say. */
export const DRAFT_FAULTS = {
  noTable: (sheet: string) => `the sheet ${sheet} or its name is gone. Take it from a new draft.`,
  noColumn: (sheet: string, header: string) =>
    `the sheet ${sheet} has no column “${header}”. Put its head back.`,
  noField: (sheet: string, label: string) =>
    `the sheet ${sheet} has no row “${label}”. Put it back.`,
  choice: (header: string, found: string, words: readonly string[]) =>
    `“${header}” is “${found}”; ${either(words)} is asked for.`,
  idAsNumber: (header: string) =>
    `“${header}” is a number here, so that 7.30 would be 7.3. Format the cell as text and type it again.`,
  versions: (header: string, found: string) =>
    `“${header}” is “${found}”; two versions are asked for, such as 2029 to 2030.`,
  /** A fault of the file, with the head of the column for the key. */
  inCell: (cell: string, subject: string, said: string) => `${cell}: ${subject} ${said}`,
} as const;
