/** What a workbook is called where it leaves the program: in a mail, in a download. */

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
