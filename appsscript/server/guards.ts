/** Keeps each side's cells for its people, once the Overview says who they are. */

import { type Addresses, readAddresses } from "../../core/audit/emails.ts";
import type { Side } from "../../core/audit/inputs.ts";
import { areaAddress } from "../../core/workbook/a1.ts";
import { EDITOR_NAMES, INPUTS } from "../../core/workbook/fields.ts";
import { SHEETS_TEXT } from "../words.ts";
import type { Locator } from "./edits.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/**
 * Puts a protection on each side's cells whose list of editors is filled, and takes it off where the list
 * is empty. Returns sentences for the user. A sheet's own protection only ever warns: whoever may edit the
 * file can unlock it, and scripts run as whoever presses the button.
 */
export function guardSides(book: Spreadsheet, locator: Locator): string[] {
  const notes: string[] = [];
  const empty: string[] = [];
  const present = book.getProtections(SpreadsheetApp.ProtectionType.RANGE);
  let guarded = 0;
  for (const side of ["partner", "auditor"] as const) {
    const { addresses, others } = editorsOf(side, locator);
    if (others.length > 0) notes.push(SHEETS_TEXT.noAddresses(EDITOR_NAMES[side], others));
    if (addresses.length === 0) empty.push(EDITOR_NAMES[side]);
    else guarded += 1;
    notes.push(...guardSide(side, addresses, present, locator));
  }
  if (empty.length > 0) notes.push(SHEETS_TEXT.onlyWarns(empty));
  if (guarded > 0) notes.push(SHEETS_TEXT.ownerCanEdit);
  return notes;
}

function editorsOf(side: Side, locator: Locator): Addresses {
  const located = locator.find(EDITOR_NAMES[side]);
  return readAddresses(located ? located.range.getValues().flat().join(",") : "");
}

function guardSide(
  side: Side,
  editors: readonly string[],
  present: readonly Protection[],
  locator: Locator,
): string[] {
  const description = SHEETS_TEXT.guardSide[side];
  const ours = present.filter((protection) => protection.getDescription() === description);
  if (editors.length === 0) {
    for (const protection of ours) protection.remove();
    return [];
  }
  const notes = new Set<string>();
  const byPlace = new Map(ours.map((protection) => [placeOf(protection), protection]));
  for (const field of INPUTS) {
    const located = field.side === side ? locator.find(field.name) : null;
    if (!located) continue;
    const place = `${located.sheetId}!${areaAddress(located.area)}`;
    const protection = byPlace.get(place) ?? located.range.protect().setDescription(description);
    byPlace.delete(place);
    admit(protection, editors, notes);
  }
  // What is left lies where no cells of this side are any more.
  for (const protection of byPlace.values()) protection.remove();
  return [...notes];
}

function placeOf(protection: Protection): string {
  const range = protection.getRange();
  return `${range.getSheet().getSheetId()}!${range.getA1Notation()}`;
}

/** Exactly these people, and whoever Google never takes away: the owner. */
function admit(protection: Protection, editors: readonly string[], notes: Set<string>): void {
  const wanted = new Set(editors.map((address) => address.toLowerCase()));
  const present = protection.getEditors().map((user) => user.getEmail());
  for (const address of editors) {
    try {
      protection.addEditor(address);
    } catch {
      notes.add(SHEETS_TEXT.notAnEditor(address));
    }
  }
  const others = present.filter((address) => !wanted.has(address.toLowerCase()));
  if (others.length > 0) protection.removeEditors([...others]);
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
}
