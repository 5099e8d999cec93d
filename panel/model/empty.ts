/** What the form for a new checklist says, counted from the checklist. */

import type { Checklist } from "../../core/checklist/types.ts";
import { SHEETS } from "../../core/words/sheets.ts";
import { EMPTY_TEXT } from "../words/panel.ts";

export interface EmptyModel {
  readonly sheets: string;
  readonly items: number;
  readonly renewalItems: number;
  readonly resellerPoints: number;
}

export function emptyModel({ items }: Checklist): EmptyModel {
  const hiddenSheets = 1;
  const sheets = Object.keys(SHEETS).length - hiddenSheets;
  return {
    sheets: EMPTY_TEXT.sheetCounts[sheets] ?? String(sheets),
    items: items.length,
    renewalItems: items.filter((item) => item.renewal !== null).length,
    resellerPoints: items
      .filter((item) => item.resellerOnly)
      .reduce((sum, item) => sum + item.ifMet, 0),
  };
}
