/** Opens and closes cells under the protection of their sheet. */

import { areaAddress, parseArea } from "../../core/workbook/a1.ts";
import { inputNamed } from "../../core/workbook/fields.ts";
import type { Access, Area } from "../../core/workbook/port.ts";
import type { Locator } from "./edits.ts";

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const cellKey = (row: number, column: number): string => `${row}!${column}`;

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
    .filter((row) => row >= area.row && row < area.row + area.rows)
    .map((row) => ({ row, column: area.column, rows: 1, columns: area.columns }));
}

/**
 * Changes which cells are open on every protected sheet that has any of these names. Cells that are open
 * and belong to none of the names stay open. Sheets without protection are left alone.
 */
export function applyAccess(access: readonly Access[], locator: Locator): void {
  const bySheet = new Map<number, { sheet: Sheet; access: Access[] }>();
  for (const entry of access) {
    const located = locator.find(entry.name);
    if (!located) continue;
    const group = bySheet.get(located.sheetId) ?? { sheet: located.range.getSheet(), access: [] };
    group.access.push(entry);
    bySheet.set(located.sheetId, group);
  }
  const done: { protection: Protection; before: Range[] }[] = [];
  try {
    for (const group of bySheet.values()) {
      const protections = group.sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
      for (const protection of protections) {
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
}

const addressOf = (range: Range): string => range.getA1Notation();

function openCells(
  open: readonly string[],
  access: readonly Access[],
  locator: Locator,
): ReadonlySet<string> {
  const cells = new Set<string>();
  const each = (area: Area, act: (key: string) => void) => {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        act(cellKey(row, column));
      }
    }
  };
  for (const address of open) {
    const area = parseArea(address);
    if (area) each(area, (key) => cells.add(key));
  }
  for (const entry of access) {
    for (const area of accessAreas(entry, locator)) {
      each(area, (key) => (entry.open ? cells.add(key) : cells.delete(key)));
    }
  }
  return cells;
}

/** Few blocks that make up the cells: upright strips, side by side where they are equal. */
export function blocksOf(cells: ReadonlySet<string>): Area[] {
  const columns = new Map<number, number[]>();
  for (const key of cells) {
    const [row = 0, column = 0] = key.split("!").map(Number);
    columns.set(column, [...(columns.get(column) ?? []), row]);
  }
  const strips: Area[] = [];
  for (const [column, rows] of [...columns].sort(([a], [b]) => a - b)) {
    let strip: { row: number; column: number; rows: number; columns: number } | null = null;
    for (const row of rows.sort((a, b) => a - b)) {
      if (strip && row === strip.row + strip.rows) strip.rows += 1;
      else {
        strip = { row, column, rows: 1, columns: 1 };
        strips.push(strip);
      }
    }
  }
  return merged(strips);
}

/** Equal strips side by side become one block. */
function merged(strips: readonly Area[]): Area[] {
  const blocks: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const strip of strips) {
    const beside = blocks.find(
      (block) =>
        block.row === strip.row &&
        block.rows === strip.rows &&
        block.column + block.columns === strip.column,
    );
    if (beside) beside.columns += 1;
    else blocks.push({ ...strip });
  }
  return blocks;
}

export function rangesOf(sheet: Sheet, cells: ReadonlySet<string>): Range[] {
  const addresses = blocksOf(cells).map((area) => areaAddress(area));
  return addresses.length === 0 ? [] : sheet.getRangeList(addresses).getRanges();
}
