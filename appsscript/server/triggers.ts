/**
 * What Google calls unasked, each time a spreadsheet is opened and each time anything is edited in it: the rest of the
 * script is loaded only where there is a checklist.
 */

import { SIGNS } from "../../core/workbook/signs.ts";
import { MENU_TEXT } from "../words-menu.ts";

type SheetsOnEdit = GoogleAppsScript.Events.SheetsOnEdit;
type Whole = Pick<typeof import("./main.ts"), "followEdit_">;

/** Runs without authorization: it may make a menu and nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(MENU_TEXT.open, "openPanel")
    .addItem(MENU_TEXT.steps, "openSteps")
    .addItem(MENU_TEXT.repair, "putBack")
    .addToUi();
}

export function onInstall(): void {
  onOpen();
}

/** A simple trigger: without authorization it may look at nothing. `load` gives the rest of the script. */
export function onEdit(event: SheetsOnEdit, load: () => Whole): void {
  if (event.authMode === ScriptApp.AuthMode.NONE) return;
  for (const name of SIGNS) {
    const range = event.source.getRangeByName(name);
    if (!range) continue;
    load().followEdit_(event, { name, range });
    return;
  }
}
