/** Recognises a Checklist by its header row, where no name leads to it: in a copy, or after a program dropped the names. */

import { CHECKLIST } from "../../words/sheets.ts";
import type { CellValue } from "../port.ts";
import { cellText } from "./locate.ts";

const { id, self, auditor } = CHECKLIST.headers;
const OURS: ReadonlySet<string> = new Set(Object.values(CHECKLIST.headers));
const FEWEST = 8;

/** In how many rows, and columns, from the top left a header row is looked for. */
export const LOOKED_AT = { rows: 12, columns: 40 } as const;

export function looksLikeChecklist(rows: readonly (readonly CellValue[])[]): boolean {
  return rows.some((row) => {
    const texts = new Set(row.map((value) => cellText(value).trim()));
    const ours = [...texts].filter((text) => OURS.has(text)).length;
    return ours >= FEWEST && [id, self, auditor].every((text) => texts.has(text));
  });
}
