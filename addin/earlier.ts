/** What checks workbooks of earlier formats: drawn, where one is open, by what makes checklists. */

import type { Checklist } from "../core/checklist/types.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import type { Edition } from "../core/workbook/library.ts";

/** The same editions, able to check. */
export const withDrawnChecks = (library: readonly Edition[]): Edition[] =>
  library.map((edition) => ({
    ...edition,
    check: EDITIONS.find(({ checklist }) => isSame(checklist, edition.checklist))?.check ?? null,
  }));

const isSame = (one: Checklist, other: Checklist): boolean =>
  one.id === other.id && one.version === other.version && one.revision === other.revision;
