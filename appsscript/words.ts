/** Menu, messages and toasts of the Google Sheets add-on. */

import type { Side } from "../core/audit/inputs.ts";
import type { Remedies } from "../core/report/refusal.ts";
import { OVERVIEW } from "../core/words/sheets.ts";
import { MENU_TEXT } from "./words-menu.ts";

export const SHEETS_TEXT = {
  title: "MSP checklist",
  noSpreadsheet: "No spreadsheet is open. Open one and try again.",
  busy: "Somebody else is building or changing the checklist in this spreadsheet. Try again in a minute.",
  alreadyBuilt: "This spreadsheet holds a checklist already. Open the panel to go on with it.",
  /** Of a sheet whose own title is taken by one of the user's. */
  besideTitle: (name: string, count: number) => `${name} (MSP${count === 1 ? "" : ` ${count}`})`,
  nameExists: (name: string) =>
    `This spreadsheet has a named range “${name}” already. Rename it, or make the checklist in a new spreadsheet. Nothing was changed.`,
  outOfTime:
    "Google Sheets was too slow to build the checklist in one go. Nothing was changed. Try again, best in a new spreadsheet.",
  failed: (cause: string) => `Google Sheets refused the change: ${cause} Nothing was changed.`,
  notUndone: (cause: string) =>
    `Google Sheets refused the change: ${cause} Some of it could not be taken back. Compare with the version history (File, Version history).`,

  nameMissing: (name: string) =>
    `The named range ${name} is missing or points nowhere. Nothing was changed. Define it again in Data, Named ranges.`,
  rowMissing: (name: string, item: string) =>
    `No row of item ${item} is found for ${name}. Nothing was changed. Put its row back first.`,
  cellMissing: (name: string, place: number) =>
    `${name} has no cell number ${place}. Nothing was changed.`,
  formulaInTheWay: (name: string, place: string) =>
    `Cell ${place} of ${name} holds a formula where an entry belongs. Nothing was changed. Clear the cell first.`,
  textTooLong: (name: string, length: number, most: number) =>
    `The text for ${name} has ${length} characters; a cell of the checklist holds ${most}. Nothing was changed. Shorten it.`,
  badDate: (name: string, text: string) =>
    `“${text}” is no date that a cell can hold, for ${name}. Nothing was changed. Write it as 2026-03-16.`,
  notFinite: (name: string) =>
    `The value for ${name} is not a number that a cell can hold. Nothing was changed.`,
  unknownField: (name: string) => `${name} cannot be written from the panel.`,

  tidied: (count: number) =>
    count === 1
      ? "One pasted entry was put into its exact word."
      : `${count} pasted entries were put into their exact words.`,
  listsBack: "A drop-down list was put back.",
  formulasBack: (count: number) =>
    count === 1
      ? "A formula that was typed over was put back."
      : `${count} formulas that were typed over were put back.`,
  attached: (what: readonly string[]) => `Put back: ${what.join(", ")}.`,
  nothingMissing: "Nothing was missing.",
  attachedParts: {
    protection: "protection",
    lists: "drop-down lists",
    colors: "colour rules",
  },
  movedColors:
    "Columns or rows have moved, so colour rules were left as they are. Lists and protection follow the names.",

  sheetKept: (titles: readonly string[]) =>
    `Somebody has protected ${titles.map((title) => `“${title}”`).join(" and ")} against you, so that no cells were opened or closed there. Ask the owner of the file to choose “${MENU_TEXT.repair}”.`,
  cellKept: (place: string) =>
    `Cell ${place} is kept for other people: see “${OVERVIEW.editors.partner[0]}” and “${OVERVIEW.editors.auditor[0]}” on the Overview. Nothing was changed.`,
  listsKept:
    "Some lists are missing in cells that are kept for other people, who can put them back.",
  colorsKept:
    "Google Sheets did not let you put colour rules back. Ask the owner of the file to do it.",

  notHandedOver: (phase: string) =>
    `The phase is ${phase}, and nothing was handed over yet. Hand over first, then send.`,
  changedSince:
    "Entries were changed after the hand-over, so the mail would not carry what was sealed. Put them back, or go back to Self-assessment and hand over again.",
  /** What of the evidence a mailed workbook has. */
  goesAlong: (links: number, several: number) =>
    [
      ...(links === 1 ? ["One link behind words of the evidence goes along."] : []),
      ...(links > 1 ? [`${links} links behind words of the evidence go along.`] : []),
      ...(several > 0
        ? [
            several === 1
              ? "One cell has several links, of which the first one does."
              : `${several} cells have several links, of which the first one does.`,
          ]
        : []),
      "Comments, pictures, file chips without a link and formats of your own stay in the spreadsheet.",
    ].join(" "),
  noQuota:
    "Google lets you send no more mail today. Try again tomorrow, or download the workbook and send it yourself.",
} as const;

const WHOSE: Readonly<Record<Side, string>> = { partner: "partner’s", auditor: "auditor’s" };
const listOf = (side: Side): string => `“${OVERVIEW.editors[side][0]}”`;

/** Whose cells are whose. */
export const GUARD_TEXT = {
  /** How the protections of a side are known again; shown in Data, Protect sheets and ranges. */
  description: { partner: "Cells for the partner", auditor: "Cells for the auditor" },
  ownerCanEdit: (owner: string) =>
    `${owner}, who owns the file, can edit protected cells all the same. For the audit, the auditor owns the file or works in a copy.`,
  onlyWarns: (sides: readonly Side[]) =>
    `Protection only warns while ${sides.map(listOf).join(" and ")} on the Overview ${sides.length === 1 ? "is" : "are"} empty.`,
  noAddresses: (side: Side, found: readonly string[]) =>
    `${listOf(side)} lists ${found.map((word) => `“${word}”`).join(", ")}, which ${found.length === 1 ? "is no e-mail address and is" : "are no e-mail addresses and are"} passed over.`,
  notAnEditor: (address: string, side: Side) =>
    `${address} cannot be given the ${WHOSE[side]} cells: share the file with this address as an editor, then choose “${MENU_TEXT.repair}”.`,
  kept: (side: Side) =>
    `The protection of the ${WHOSE[side]} cells stays as it is: it can be changed only by those in ${listOf(side)} and by the owner of the file.`,
  youToo: (side: Side) =>
    `You can edit the ${WHOSE[side]} cells too, because you put their protection on. It ends when the owner of the file, or somebody in ${listOf(side)}, chooses “${MENU_TEXT.repair}”.`,
  refused: (side: Side, cause: string) =>
    `The ${WHOSE[side]} cells are not protected as ${listOf(side)} says: ${cause} Ask the owner of the file to choose “${MENU_TEXT.repair}”.`,
} as const;

/** What to do where the workbook cannot be used. */
export const SHEETS_REMEDIES: Remedies = {
  noChecklist: "Make a new one in the panel.",
  namesLost: "Its entries are there: restore a version from File, Version history.",
  newerFormat: "Update the add-on, then reload the spreadsheet.",
  checklistUnknown: "Use the script that made it, or install the newest version.",
  checklistUnread: "Restore a version from File, Version history.",
};

const ACCOUNTS =
  "Use a browser profile or a private window in which only the account that opened this spreadsheet is signed in.";
const NAMED = "Extensions, MSP checklist";

/** What Google refuses by itself, and what to do then. */
export const GOOGLE_TEXT = {
  offline:
    "The connection to Google Sheets is lost. Your answers in the spreadsheet are safe. Try again when you are back online.",
  twoAccounts: `Google mixes up the accounts that are signed in to this browser, and lets the panel do nothing. ${ACCOUNTS}`,
  noMail: `The panel was not allowed to send mail when Google asked. Save the draft (.eml) and send it yourself. To be asked again, remove the access of MSP checklist at myaccount.google.com/connections and choose ${NAMED}, ${MENU_TEXT.open}.`,
  notAllowed: `The panel was not given all that it needs when Google asked. Choose ${NAMED}, ${MENU_TEXT.open}, and tick every line. If that does not help: ${ACCOUNTS}`,
  askedAgain: `Google wants to be asked again whether the panel may work here. Choose ${NAMED}, ${MENU_TEXT.open}, and allow it. If that does not help: ${ACCOUNTS}`,
  tomorrow:
    "Google lets each account do only so much in a day, and this one has done it. What is in the spreadsheet is safe and goes on calculating. Go on tomorrow, or let somebody else do it.",
  tooOften: "Google was asked too often in a short time. Wait a minute, then try again.",
  outOfTime:
    "Google ends whatever takes longer than six minutes. Look at what has been done, reload the spreadsheet, then try again.",
  renewed: "The script was renewed while the panel was open. Reload the spreadsheet.",
  kept: `A cell is kept for other people: see “${OVERVIEW.editors.partner[0]}” and “${OVERVIEW.editors.auditor[0]}” on the Overview, or ask the owner of the file.`,
  trouble: "Google Sheets has trouble at the moment. Wait a minute, then try again.",
  unknown: (text: string) =>
    `Google Sheets could not do that. It says: “${text.replace(/[.]$/, "")}”. Try again; if it stays so, reload the spreadsheet.`,
} as const;

/** The sidebar's own sentences; the panel has the rest. */
export const SIDEBAR_TEXT = {
  checklistUnknown:
    "The workbook is of a version of the checklist that this add-on does not know, so it is not scored. Use the program that made it, or install the newest version.",
  program: "Google Sheets",
  workbook: "spreadsheet",
  tryAgain: "Try again",
  building: "Building the checklist. This takes up to a minute.",
  notInSheets: "The panel runs inside Google Sheets. Open it there, in Extensions.",
} as const;
