/** What an Excel is and is set to; each has been seen in real ones. */

export interface ExcelSettings {
  /** The highest ExcelApi that it has. */
  readonly set: string;
  /** How it writes the references of defined names; with the other style, text in A1 is not understood. */
  readonly references: "A1" | "R1C1";
  /** Of what it writes, and of formulas that have no form of their own for other languages. */
  readonly language: "en" | "de";
  /** Between the areas of `getRanges`: older desktops outside English want their own list separator. */
  readonly areas: "," | ";";
  readonly calculation: "automatic" | "manual";
  /** Where the workbook's days begin. */
  readonly dates: 1900 | 1904;
  /** Since June 2026 it refuses to protect what is protected and to unprotect what is not. */
  readonly protecting: "before June 2026" | "since June 2026";
  readonly platform: "PC" | "OfficeOnline" | "Mac" | "iOS" | "Android";
  /** Whether it hands over the workbook as a file. */
  readonly files: boolean;
}

/** A desktop of today. */
export const USUAL: ExcelSettings = {
  set: "1.9",
  references: "A1",
  language: "en",
  areas: ",",
  calculation: "automatic",
  dates: 1900,
  protecting: "since June 2026",
  platform: "PC",
  files: true,
};

/** Days between the serial numbers of the two systems. */
export const DAYS_TO_1904 = 1462;
