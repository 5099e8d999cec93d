/** What workbooks of earlier formats are compared with: drawn, where one is open, by what makes checklists. */

export { EDITIONS } from "../core/workbook/built-in.ts";
