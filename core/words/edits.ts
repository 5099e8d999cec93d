/** Why an edit was refused by a workbook, whichever host holds it. */

import { inputLabel } from "./labels.ts";
import { OTHER_PROGRAM, UNFIT_TEXT } from "./refusals.ts";

export const EDIT_TEXT = {
  checklistUnknown: `${UNFIT_TEXT.checklistUnknown} ${UNFIT_TEXT.nothingChanged} ${OTHER_PROGRAM}`,
  nameMissing: (name: string) =>
    `The name ${name} is missing from the workbook or points nowhere. Nothing was changed. Settle the errors among the workbook's issues first.`,
  rowMissing: (name: string, item: string) =>
    `No row of item ${item} is found for “${inputLabel(name)}”. Nothing was changed. Settle the errors among the workbook's issues first.`,
  cellMissing: (name: string, place: number) =>
    `“${inputLabel(name)}” has no cell number ${place}. Nothing was changed. Settle the errors among the workbook's issues first.`,
  formulaInTheWay: (name: string, cell: string) =>
    `Cell ${cell} of “${inputLabel(name)}” holds a formula where an entry belongs. Nothing was changed. Clear the cell first.`,
  textTooLong: (name: string, cell: string, length: number, most: number) =>
    `The text for “${inputLabel(name)}” in cell ${cell} has ${length} characters; a cell holds ${most}. Nothing was changed. Shorten it.`,
  badDate: (name: string, text: string) =>
    `“${text}” is no date that a cell can hold, for “${inputLabel(name)}”. Nothing was changed. Write it as 2026-03-16.`,
  notFinite: (name: string) =>
    `The value for “${inputLabel(name)}” is not a number that a cell can hold. Nothing was changed.`,
} as const;
