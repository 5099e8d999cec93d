/** Sentences of the Excel add-in about files that leave it. */

export const FILES_TEXT = {
  fileName: "MSP checklist.xlsx",
  noFile:
    "Excel did not hand over the workbook as a file. Save it yourself, and attach it to the mail.",
  tooLong: (file: string) =>
    `“${file}” is too long to be passed to the browser. Open the workbook in Excel on the web or on Windows, and save it there.`,
} as const;
