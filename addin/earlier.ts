/** What checks workbooks of earlier formats: drawn, where one is open, by what makes checklists. */

import { EDITIONS } from "../core/workbook/built-in.ts";
import { type Edition, editionOfClaim } from "../core/workbook/library.ts";

/** The same editions, able to check. */
export const withDrawnChecks = (library: readonly Edition[]): Edition[] =>
  library.map((edition) => ({
    ...edition,
    check: editionOfClaim(EDITIONS, edition.checklist)?.check ?? null,
  }));
