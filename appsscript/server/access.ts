/** Opens and closes cells under the protection of their sheet. */

import { areaAddress, parseArea } from "../../core/workbook/a1.ts";
import { area as cellArea, hasRow, keysIn, rectangles } from "../../core/workbook/area.ts";
import { inputNamed } from "../../core/workbook/fields.ts";
import type { Access, Area } from "../../core/workbook/port.ts";
import type { Locator } from "./edits.ts";

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The cells of an access: for a Checklist column item rows only, as many as asked for. */
export function accessAreas(access: Access, locator: Locator): Area[] {
  const located = locator.find(access.name);
  if (!located) return [];
  const { area } = located;
  if (inputNamed(access.name)?.shape !== "column" && access.items === undefined) return [area];
  const rows = locator.itemRows();
  const wanted = access.items
    ? access.items.flatMap((id) => rows.get(id) ?? [])
    : locator.allItemRows();
  return wanted
    .filter((row) => hasRow(area, row))
    .map((row) => cellArea(row, area.column, 1, area.columns));
}

/**
 * Changes which cells are open on every protected sheet that has any of these names. Cells that are open
 * and belong to none of the names stay open. Sheets without protection are left alone, and so are those that
 * somebody has protected against the user: their titles are returned.
 */
export function applyAccess(access: readonly Access[], locator: Locator): string[] {
  const bySheet = new Map<number, { sheet: Sheet; access: Access[] }>();
  for (const entry of access) {
    const located = locator.find(entry.name);
    if (!located) continue;
    const group = bySheet.get(located.sheetId) ?? { sheet: located.range.getSheet(), access: [] };
    group.access.push(entry);
    bySheet.set(located.sheetId, group);
  }
  const kept = new Set<string>();
  const done: { protection: Protection; before: Range[] }[] = [];
  try {
    for (const group of bySheet.values()) {
      const protections = group.sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
      for (const protection of protections) {
        if (!protection.isWarningOnly() && !protection.canEdit()) {
          kept.add(group.sheet.getName());
          continue;
        }
        const before = protection.getUnprotectedRanges();
        const after = openCells(before.map(addressOf), group.access, locator);
        done.push({ protection, before });
        protection.setUnprotectedRanges(rangesOf(group.sheet, after));
      }
    }
  } catch (cause) {
    for (const { protection, before } of done) protection.setUnprotectedRanges(before);
    throw cause;
  }
  return [...kept];
}

const addressOf = (range: Range): string => range.getA1Notation();

function openCells(
  open: readonly string[],
  access: readonly Access[],
  locator: Locator,
): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const address of open) {
    const area = parseArea(address);
    if (area) for (const key of keysIn(area)) cells.add(key);
  }
  for (const entry of access) {
    for (const area of accessAreas(entry, locator)) {
      for (const key of keysIn(area)) {
        if (entry.open) cells.add(key);
        else cells.delete(key);
      }
    }
  }
  return cells;
}

/** In upright blocks: cells that belong together stand in columns, and each block is asked for by itself. */
export function rangesOf(sheet: Sheet, cells: Iterable<number>): Range[] {
  const addresses = rectangles(cells, "columns").map((area) => areaAddress(area));
  return addresses.length === 0 ? [] : sheet.getRangeList(addresses).getRanges();
}
