/** Sentences of the Excel add-in while it reads and writes: what happened, what it means, what to do. */

import type { Remedies } from "../core/report/refusal.ts";

export const ADDIN_TEXT = {
  program: "Excel",
  workbook: "workbook",
  starting: "Reading the checklist",
  tryAgain: "Try again",
  cellEdit: "Excel is editing a cell. Press Enter, then try again.",
  accessDenied:
    "Excel refused the change: a sheet is protected with a password or the workbook is read-only, or somebody changed the protection just now. Nothing was changed. Try again; if it happens again, take the password off, or save a copy that you can edit.",
  itemNotFound:
    "A sheet or name of the checklist was there and is gone. Nothing was changed. Undo its deletion, or use a copy of the workbook.",
  tooOld:
    "This version of Excel is too old for the panel: it needs Excel 2021, Microsoft 365 or Excel on the web. The workbook itself scores without the panel.",
  notExcel: "The panel runs inside Excel. Open it there, with Home, Add-ins.",
  network:
    "Excel lost its connection. Your answers in the workbook are safe. Try again when you are back online.",
  busy: "Excel is busy. Nothing was changed. Try again in a moment.",
  tooLarge:
    "The checklist's sheets hold more than Excel passes to an add-in. Delete the rows and columns beyond the lists, then try again.",
  unknown: (code: string) =>
    `Excel could not do that (${code}). Your answers in the workbook are safe. Try again; if it happens again, close the panel and open it once more.`,
  nameTooLarge: (name: string, reference: string) =>
    `The name ${name} stands for ${reference}, which is too large to be meant. Give it its own cells again in Formulas, Name Manager.`,
  recalculate: "Recalculate",
  stale: "Have Excel calculate the whole workbook once more.",
  manual:
    "Excel calculates this workbook only when it is asked to. Recalculate now, or choose Automatic in Formulas, Calculation Options.",
  noItemTexts:
    "The text of this item could not be loaded. It stands in the Checklist. Refresh tries again.",
  sendCopy:
    "Here Excel does not hand over the workbook: send it with Share, Send a Copy, and copy recipient, subject and text from here.",
  inBrowser: (file: string) => `“${file}” waits in your browser. Save it there.`,
  newer:
    "A newer version of the panel was installed, and parts of this one are gone. Your answers in the workbook are safe. Close the panel and open it again.",
  incomplete:
    "Parts of the panel are missing at its address. Your answers in the workbook are safe. Tell whoever installed the add-in.",
} as const;

/** What to do where the workbook cannot be used. */
export const ADDIN_REMEDIES: Remedies = {
  noChecklist: "Make a new one, or undo its deletion.",
  namesLost:
    "Its entries are there: open the last copy that Excel saved, and enter again what changed since.",
  newerFormat: "Close the panel and open it again to get the newer one.",
  checklistUnknown:
    "Use the program that made it, or have the newest version of the add-in installed.",
  checklistUnread: "Open a copy from before, such as the mailed one.",
};
