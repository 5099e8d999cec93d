/** What each key of a checklist file is for, by its path, as the published schema tells whoever writes one. */

export const FILE_TITLE = "A version of a checklist, as a file";

const LATER = "Kept for a later version of the program; nobody reads it yet.";
const SHORT = "For narrow lists; without it the title is cut.";
const PRINTED = "As printed.";
const FOR_ITEMS = "The demand in one sentence, which the sheet adds to each item.";

export const FILE_HELP: Readonly<Record<string, string>> = {
  $schema: "Where editors find this schema; read by nobody else.",
  schema: "Which schema the file follows: 1.",
  id: "The programme's checklist, whatever its version: small letters, numbers and hyphens.",
  version: "As printed on the cover.",
  revision:
    "Counts changes of the rules (points, kinds, lists, deadlines) under the same version, from 1.",
  follows:
    "The version that the items' key from speaks of, so that answers can be moved over from it.",
  title: "As printed on the cover, without the version.",
  shortTitle: "As people call it, without the version.",
  program: "The programme that the audit leads into.",
  manager: "Who hears of exceptions, such as a plan for what cannot be closed in time.",
  maker: "Who publishes it.",
  published: "Month and year, as people say it.",
  language: "The language of its texts, such as en.",
  most: "All points: what ifMet of all items makes together.",
  pass: "The points from which it is a pass.",

  sections: "In the order of the document, each with its items.",
  "sections.id": "A whole number from 1 to 99.",
  "sections.title": PRINTED,
  "sections.shortTitle": SHORT,
  "sections.part": "The heading over several sections that it stands under.",
  "sections.groups": "Headings with a demand on all items that name them in their key group.",
  "sections.groups.id": "As printed, such as 2.7.",
  "sections.groups.title": PRINTED,
  "sections.groups.requirement": "Its demand, in the form of an item's; blank for none.",
  "sections.groups.evidence": "What to show for all of it, in the same form.",
  "sections.groups.requirementForItems": FOR_ITEMS,
  "sections.groups.evidenceForItems": "The same for the evidence.",

  "sections.items": "In the order of the document.",
  "sections.items.id": "As printed: 2.7, 2.7.1 or BUS-012.",
  "sections.items.group": "The id of the group that it stands under.",
  "sections.items.title": PRINTED,
  "sections.items.shortTitle": SHORT,
  "sections.items.requirement":
    "What is asked, in one line; or a list of lines: an introduction, at least two that begin with “- ”, and perhaps a closing one.",
  "sections.items.evidence": "What to show, in the same form.",
  "sections.items.evidenceKinds": "What an auditor is shown.",
  "sections.items.notEnough": "What does not count, in one sentence.",
  "sections.items.ifNotMet": "Added when it is not met: 0 or a negative number.",
  "sections.items.ifMet": "Added when it is met: 0 or more.",
  "sections.items.mandatory":
    "Whether not meeting it makes a mandatory action item; without it, where ifNotMet is negative.",
  "sections.items.provenance":
    "stated: both point values are printed. inferred: one follows from the others. reconstructed: a best reading, which people may correct in the workbook (see openValues).",
  "sections.items.resellerOnly": "Asked of members of the reseller programme alone.",
  "sections.items.renewal": "Why a renewal audits it; without it a renewal carries it.",
  "sections.items.sourceLine":
    "Where it begins in the text that the file was made from; for your own use.",
  "sections.items.from": "What it was in the version that follows names.",
  "sections.items.from.id": "The id of an item there, or a list of several.",
  "sections.items.from.same": "Whether an answer to that item answers this one, too.",
  "sections.items.freshness": LATER,
  "sections.items.kinds": LATER,
  "sections.items.counts": LATER,
  "sections.items.certificates": LATER,
  "sections.items.advice": LATER,

  services:
    "Services that an item asks for, on a sheet that advises on its answer. Null or left out for none.",
  "services.item": "The item that asks for them.",
  "services.list": "In the order of the sheet.",
  "services.list.name": PRINTED,
  "services.list.category": PRINTED,
  "services.list.isNew":
    "Whether this version added it: a renewal assesses it unless it was reviewed before.",

  references: "Customer references.",
  "references.item": "The item that asks for the same.",
  "references.needed": "How many.",
  "references.publicNeeded": "How many of them may be named in public.",
  "references.fineMonths": "Up to this age, before the audit, nobody asks.",
  "references.oldestMonths": "Up to this age they are to be confirmed; older ones do not count.",

  clock: "The programme's deadlines, in business days but for the summary.",
  "clock.replyDays": "From the self-assessment to the answer.",
  "clock.summaryHours": "From the audit to its summary.",
  "clock.closureDays": "From the receipt of the summary to the closing of action items.",
  "clock.finalReportDays": "From the audit to the final report.",
  "clock.decisionDays": "From the receipt of the report to the decision.",

  renewal: "Null where every audit is a full one.",
  "renewal.months": "From one audit to the next.",
  "renewal.fullAuditMonths": "From one full audit to the next.",
  "renewal.oldestVersion": "The oldest version that a renewal may follow.",

  openValues: "For items that are reconstructed. Null or left out where there are none.",
  "openValues.choices": "What may be entered for what such an item adds.",
  "openValues.mandatoryLoss": "What one costs that adds nothing, and so is mandatory.",
  "openValues.sum": "What they add together.",
  "openValues.place":
    "Where whoever has the document finds them, after the word the, such as: table on page 10.",

  mail: "Where the self-assessment is sent.",
  "mail.to": "One e-mail address.",
  "mail.subject": "{partner} stands for the partner's name.",

  prerequisites: "What has to be in place before the audit is scheduled.",
  "prerequisites.title": "In a few words.",
  "prerequisites.requirement": "In a sentence or two.",
  process: "What the programme asks around the items; shown on the sheet About.",
  "process.title": "Of a passage.",
  "process.paragraphs": "Each of one line.",
  definitions: "Words that the document defines; shown on the sheet About.",
  "definitions.term": "The word.",
  "definitions.meaning": "What it means there.",
  readings: "How the document was read where it is silent or unclear.",
  "readings.title": "Of the passage.",
  "readings.paragraphs": "Each of one line.",
  links: "Addresses that the document names.",
  "links.title": "What is found there.",
  "links.url": "It begins with http:// or https://.",
  "links.items": "The items that name it.",
  changes: "From version to version, the newest first.",
  "changes.from": "The earlier version.",
  "changes.to": "The later version.",
  "changes.changes": "Each in a sentence.",
  freshness: LATER,
  kinds: LATER,
  counts: LATER,
  certificates: LATER,
  advice: LATER,
};
