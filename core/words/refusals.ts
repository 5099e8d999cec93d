/** Why nothing is written into a workbook, or why it is not read at all. What to do about it is the host's to say. */

import type { CarriedFault } from "../workbook/library.ts";

/** What to do about another checklist, for sentences that no host speaks. */
export const OTHER_PROGRAM =
  "Use the program that made it, or install the newest version of this one.";

/** To whoever wanted to write into cells that the phase has closed. */
export const closedNow = (phase: string): string =>
  `The phase is ${phase} now, which closes this entry. Nothing was changed. To change it all the same, move the phase back in Steps.`;

export const UNFIT_TEXT = {
  noChecklist: "There is no checklist in this workbook.",
  namesLost:
    "This workbook has the sheets of a checklist, but a program that saved it dropped the names by which the cells are found (Numbers and some converters do), so it is not scored.",
  newerFormat: (found: number, known: number) =>
    `The workbook was made by a newer version of this program (format ${found}; this one knows formats up to ${known}).`,
  checklistUnknown:
    "The workbook is of a version of the checklist that this program does not know.",
  notLoaded: "The workbook carries its own checklist, and what reads it was not loaded.",
  nothingChanged: "Nothing was changed.",
} as const;

/** Why a workbook is not scored by the checklist that it carries. */
export const carriedText = (fault: CarriedFault): string =>
  fault.is === "damaged"
    ? "The workbook carries its own checklist, and that was altered or cut since the workbook was made, so it is not scored."
    : `The workbook carries its own checklist, and that is none that can be used, so it is not scored: ${fault.sentence}`;
