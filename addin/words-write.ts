/** Sentences of the Excel add-in while it writes. */

export const WRITE_TEXT = {
  applyUndone: (reason: string) => `${reason} The cells hold what they held before.`,
  applyLeft: (reason: string) =>
    `${reason} Some cells may have been written already: look at the last change in the sheet.`,
} as const;
