/** What the About sheet says of this workbook itself: how to use it, what is ours, what to check. */

import type { Checklist, Passage } from "../checklist/types.ts";
import { SHEETS } from "./sheets.ts";

export const ABOUT_TITLE = "About this workbook";

export const ABOUT_HEADINGS = {
  groups: "Demands that stand over several items",
  definitions: "Definitions",
  links: "References",
  changes: (from: string, to: string) => `Changes from version ${from} to ${to}`,
  requirement: "Requirement",
  evidence: "Evidence",
} as const;

export const independence = ({ title, version, published, maker, mail }: Checklist): Passage => ({
  title: `Independent of ${maker}`,
  paragraphs: [
    `This workbook is independent of ${maker}. It is not made, endorsed or supported by Amazon Web Services; names and marks belong to their owners.`,
    `It says in its own words what the published ${title}, version ${version}, asks. Where it matters, read the published document; it alone counts.`,
    `Version ${version} is of ${published}. Before you hand over, check with your ${maker} contact that this version and the address ${mail.to} are still current.`,
  ],
});

export const howTo = ({ pass, services }: Checklist): Passage => ({
  title: "How to use it",
  paragraphs: [
    "1. Overview: fill the cells at the top right: partner, Channel Reseller Program, kind of audit.",
    "2. Checklist: answer each item in Partner Self-Assessment with Met or Not met (full points only, no partial ones), and say where the evidence is. Yellow cells are open tasks; the colour goes when they are answered.",
    services === null
      ? `3. ${SHEETS.prerequisites}: fill what the audit will ask.`
      : `3. ${SHEETS.services} and ${SHEETS.prerequisites}: fill what the audit will ask. The services advise on item ${services.item}; you answer ${services.item} yourself.`,
    `4. Totals, sections and verdict recompute at once, in any spreadsheet program. A blank leaves the total as it is, and is no pass: there is no Pass while anything in scope is unanswered, and Fail comes as soon as ${pass} is out of reach.`,
    "5. Hand over: set the phase to Submitted (see below), and mail the workbook (see Applying). From then on the partner’s answers are closed; the auditor’s phase is Audit.",
    "6. Audit: the auditor answers in Auditor Validation. What is not met becomes an action item, listed on Action Items.",
    "7. Action items: in the Checklist, the partner enters closure evidence and plans, and the auditor the day of closure. Enter the day the audit summary was received on the Overview; due dates follow.",
    "The sheets are protected without a password, so that formulas are not overwritten by mistake: Review, Unprotect Sheet opens them. Insert rows only inside the list. To sort, unprotect the sheet first; nothing is lost by sorting.",
    "Without the add-in or the command line, unprotect the Overview to move the phase on from Self-assessment, and the Checklist so that the auditor can write. A workbook made for a full audit hides the renewal columns; unhide them for a renewal.",
  ],
});
