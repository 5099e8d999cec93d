/** Reads a checklist that a workbook carries, and draws what its workbooks are compared with. */

export { carriedReader } from "../core/workbook/carried.ts";
