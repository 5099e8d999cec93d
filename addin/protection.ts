/**
 * What users may still do on protected sheets: none of it touches a score. Evidence is mostly links, auditors comment,
 * and both mark what they have seen; Excel allows links in open cells alone, and the rest everywhere or nowhere.
 */

export const PROTECTION: Excel.WorksheetProtectionOptions = {
  allowInsertHyperlinks: true,
  allowEditObjects: true,
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowSort: true,
  allowAutoFilter: true,
};
