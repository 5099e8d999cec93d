/** Starts Univer with the packages that a checklist needs, and no more. */

import "@univerjs/engine-formula/facade";
import "@univerjs/ui/facade";
import "@univerjs/docs-ui/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-ui/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import { LocaleType, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import design from "@univerjs/design/locale/en-US";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docs from "@univerjs/docs-ui/locale/en-US";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import sheets from "@univerjs/sheets/locale/en-US";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import colors from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import rules from "@univerjs/sheets-data-validation-ui/locale/en-US";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import formulas from "@univerjs/sheets-formula/locale/en-US";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import formulasUi from "@univerjs/sheets-formula-ui/locale/en-US";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import numbers from "@univerjs/sheets-numfmt-ui/locale/en-US";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUi from "@univerjs/sheets-ui/locale/en-US";
import { defaultTheme } from "@univerjs/themes";
import { UniverUIPlugin } from "@univerjs/ui";
import ui from "@univerjs/ui/locale/en-US";
import { GRID_TEXT } from "../../core/text/preview.ts";

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
  "sheets-ui": locked,
  "sheets-data-validation-ui": {
    ...locked,
    error: { title: "" },
    panel: { invalid: GRID_TEXT.refused },
    validFail: { list: GRID_TEXT.refused, date: GRID_TEXT.refusedDate },
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

export interface Engine {
  readonly api: FUniver;
  dispose(): void;
}

/** A grid without toolbar and context menu: structure and formats belong to the checklist. */
export function startEngine(container: HTMLElement): Engine {
  const locale = LocaleType.EN_US;
  const univer = new Univer({
    theme: defaultTheme,
    locale,
    locales: {
      [locale]: mergeWords(
        design,
        ui,
        docs,
        sheets,
        sheetsUi,
        formulas,
        formulasUi,
        numbers,
        rules,
        colors,
        OWN_WORDS,
      ),
    },
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    footer: true,
    contextMenu: false,
    disableAutoFocus: true,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    // Locked cells would be hatched otherwise.
    protectedRangeShadow: "none",
    disableForceStringAlert: true,
    disableForceStringMark: true,
    clipboardConfig: { hidePasteOptions: true },
    footer: {
      sheetBar: true,
      statisticBar: false,
      menus: false,
      zoomSlider: true,
      addSheetButtonConfig: { show: false },
    },
  });
  // Item ids are texts that look like numbers; a mark in each of them would say nothing.
  univer.registerPlugin(UniverSheetsNumfmtPlugin, {
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
  });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    // The core's results stand in the cells already.
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, {
    showEditOnDropdown: false,
    // The box for searching would take the second letter of what is typed into the cell.
    showSearchOnDropdown: false,
  });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  return { api: FUniver.newAPI(univer), dispose: () => univer.dispose() };
}
