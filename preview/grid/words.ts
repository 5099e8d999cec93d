/** The words of the grid: Univer's own, ours in their place, and those that its packages forgot. */

import design from "@univerjs/design/locale/en-US";
import docs from "@univerjs/docs-ui/locale/en-US";
import sheets from "@univerjs/sheets/locale/en-US";
import colors from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import inputs from "@univerjs/sheets-data-validation/locale/en-US";
import rules from "@univerjs/sheets-data-validation-ui/locale/en-US";
import filterRules from "@univerjs/sheets-filter/locale/en-US";
import filters from "@univerjs/sheets-filter-ui/locale/en-US";
import formulas from "@univerjs/sheets-formula/locale/en-US";
import formulasUi from "@univerjs/sheets-formula-ui/locale/en-US";
import numbers from "@univerjs/sheets-numfmt-ui/locale/en-US";
import sheetsUi from "@univerjs/sheets-ui/locale/en-US";
import ui from "@univerjs/ui/locale/en-US";
import { GRID_TEXT } from "../words.ts";

/** Said where a locked cell is about to be changed, in every way that Univer knows. */
const LOCKED_MESSAGES = [
  "alertContent",
  "commonErr",
  "editErr",
  "pasteErr",
  "setStyleErr",
  "setRowColStyleErr",
  "moveRowColErr",
  "moveRangeErr",
  "insertRowColErr",
  "removeRowColErr",
  "autoFillErr",
  "filterErr",
  "operatorSheetErr",
  "insertOrDeleteMoveRangeErr",
  "formulaErr",
];
const locked = {
  permission: {
    dialog: {
      ...Object.fromEntries(LOCKED_MESSAGES.map((key) => [key, GRID_TEXT.locked])),
      alert: GRID_TEXT.lockedTitle,
    },
  },
};
const OWN_WORDS = {
  sheets: locked,
  "sheets-ui": { ...locked, info: { error: GRID_TEXT.failed } },
  "sheets-data-validation-ui": {
    ...locked,
    error: { title: "" },
    panel: { invalid: GRID_TEXT.refused },
    validFail: { list: GRID_TEXT.refused, date: GRID_TEXT.refusedDate },
  },
  "sheets-filter-ui": {
    permission: { filterErr: GRID_TEXT.locked },
    panel: {
      "by-colors": GRID_TEXT.byColors,
      "filter-by-cell-fill-color": GRID_TEXT.fillColor,
      "filter-by-cell-text-color": GRID_TEXT.textColor,
      "filter-by-color-none": GRID_TEXT.oneColor,
    },
  },
  "sheets-data-validation": {
    validFail: {
      list: GRID_TEXT.refused,
      listInvalid: GRID_TEXT.refused,
      date: GRID_TEXT.refusedDate,
    },
  },
  "sheets-formula": {
    progress: {
      analyzing: GRID_TEXT.calculating,
      calculating: GRID_TEXT.calculating,
      "array-analysis": GRID_TEXT.calculating,
      "array-calculation": GRID_TEXT.calculating,
      done: GRID_TEXT.calculated,
    },
  },
  ui: {
    clipboard: { authentication: { content: GRID_TEXT.clipboard } },
    textEditor: { formulaError: GRID_TEXT.formula },
  },
};

interface Words {
  readonly [key: string]: string | Words | unknown;
}

/** Later words win, key by key: Univer's own merging would drop the rest of a package's words. */
function mergeWords(...all: readonly Words[]): Record<string, never> {
  const merged: Record<string, unknown> = {};
  for (const words of all) {
    for (const [key, word] of Object.entries(words)) {
      const known = merged[key];
      merged[key] = isWords(known) && isWords(word) ? mergeWords(known, word) : word;
    }
  }
  return merged as Record<string, never>;
}

const isWords = (word: unknown): word is Words =>
  typeof word === "object" && word !== null && !Array.isArray(word);

/** All that the grid can say. */
export const WORDS = mergeWords(
  design,
  ui,
  docs,
  sheets,
  sheetsUi,
  formulas,
  formulasUi,
  numbers,
  inputs,
  rules,
  colors,
  filterRules,
  filters,
  OWN_WORDS,
);
