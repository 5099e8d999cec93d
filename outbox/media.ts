/** What a workbook is called where it leaves the program: in a mail, in a download. */

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const XLSM_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.12";

export const workbookType = ({ hasMacros }: { readonly hasMacros: boolean }): string =>
  hasMacros ? XLSM_TYPE : XLSX_TYPE;

export const PAGE_TYPE = "text/html; charset=utf-8";
