/** Takes to a checklist that came from elsewhere, such as an .xlsx file opened in Sheets: puts back what got lost on the way. */

import type { Checklist } from "../../core/checklist/types.ts";
import { areaAddress } from "../../core/workbook/a1.ts";
import { cellKey, cellsIn, isSameArea, keysIn, overlap } from "../../core/workbook/area.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { editionIn } from "../../core/workbook/library.ts";
import type { Area, Blueprint, NamePlan, Snapshot } from "../../core/workbook/port.ts";
import { comparedFormat, hasName } from "../../core/workbook/read/locate.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";
import { accessIn } from "../../core/workbook/write/change.ts";
import { accessAreas, rangesOf } from "./access.ts";
import { Locator } from "./edits.ts";
import { fromSheets } from "./formulas.ts";
import { placeNow } from "./placement.ts";
import { colorRules, isDrawn, validationOf } from "./rules.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export type Part = "protection" | "lists" | "colors";

export interface Attached {
  readonly restored: readonly Part[];
  /** Missing, too, but where the user may not put it back. */
  readonly kept: readonly Part[];
  /** Colour rules refer to cells by their address and were left alone, because cells have moved. */
  readonly isMoved: boolean;
}

/** Puts back what is missing; what is there, also of the user's own making, is left as it is. */
export function attach(book: Spreadsheet, snapshot: Snapshot): Attached {
  const edition = editionIn(EDITIONS, snapshot);
  // What a checklist that is not known should have is not known either.
  if (!edition) return { restored: [], kept: [], isMoved: false };
  const { checklist } = edition;
  const { inputs } = readInputs(checklist, snapshot);
  const plan = blueprint(checklist, inputs, comparedFormat(snapshot));
  const locator = new Locator(book, { edition });
  const isMoved = hasMoved(plan, snapshot);
  const restored = new Set<Part>();
  const kept = new Set<Part>();
  const sheets = new Map(book.getSheets().map((sheet) => [sheet.getName(), sheet]));
  for (const [title, planned] of sheetPairs(plan, snapshot)) {
    const sheet = sheets.get(title);
    if (!sheet) continue;
    if (protectAgain(sheet, checklist, inputs.phase, snapshot, locator)) restored.add("protection");
    try {
      if (!isMoved && colorAgain(sheet, planned)) restored.add("colors");
    } catch {
      kept.add("colors");
    }
  }
  const lists = restoreLists(plan, snapshot, locator);
  if (lists.isRestored) restored.add("lists");
  if (lists.isKept) kept.add("lists");
  return { restored: [...restored], kept: [...kept], isMoved };
}

/** Sheets of the workbook, which may have other titles, with the planned sheets that their names are from. */
function sheetPairs(plan: Blueprint, snapshot: Snapshot): Map<string, Blueprint["sheets"][number]> {
  const pairs = new Map<string, Blueprint["sheets"][number]>();
  for (const named of plan.names) {
    const range = snapshot.names[named.name];
    const planned = plan.sheets.find((sheet) => sheet.name === named.sheet);
    if (range && planned && !pairs.has(range.sheet)) pairs.set(range.sheet, planned);
  }
  return pairs;
}

function hasMoved(plan: Blueprint, snapshot: Snapshot): boolean {
  return plan.names.some(({ name, area }) => {
    const range = snapshot.names[name];
    return range !== undefined && !isSameArea(range, area);
  });
}

function protectAgain(
  sheet: Sheet,
  checklist: Checklist,
  phase: Parameters<typeof accessIn>[1],
  snapshot: Snapshot,
  locator: Locator,
): boolean {
  if (sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length > 0) return false;
  const title = sheet.getName();
  const cells = new Set<number>();
  for (const access of accessIn(checklist, phase, hasName(snapshot))) {
    if (!access.open || snapshot.names[access.name]?.sheet !== title) continue;
    for (const area of accessAreas(access, locator)) for (const key of keysIn(area)) cells.add(key);
  }
  const protection = sheet.protect();
  if (cells.size > 0) protection.setUnprotectedRanges(rangesOf(sheet, cells));
  protection.setWarningOnly(true);
  return true;
}

/** Ours go before rules of the user's own, in their order: where several are true the first one wins. */
function colorAgain(sheet: Sheet, planned: Blueprint["sheets"][number]): boolean {
  const rangeOf = (area: Area) => sheet.getRange(areaAddress(area));
  const wanted = colorRules(planned.colors, planned.bars, rangeOf);
  if (wanted.length === 0) return false;
  const own = new Set(
    planned.colors
      .filter(isDrawn)
      .flatMap(({ areas: [first], formula }) =>
        first ? [ruleKey(areaAddress(first), formula)] : [],
      ),
  );
  const bars = new Set(planned.bars.map((bar) => areaAddress(bar.area)));
  const present = sheet.getConditionalFormatRules();
  const others = present.filter((rule) => {
    const place = rule.getRanges()[0]?.getA1Notation() ?? "";
    if (rule.getGradientCondition()) return !bars.has(place);
    const formula: unknown = rule.getBooleanCondition()?.getCriteriaValues()[0];
    return typeof formula !== "string" || !own.has(ruleKey(place, formula));
  });
  if (present.length - others.length >= wanted.length) return false;
  sheet.setConditionalFormatRules([...wanted, ...others]);
  return true;
}

const ruleKey = (place: string, formula: string): string =>
  `${place} ${fromSheets(formula).replace(/\s+/g, "").toUpperCase()}`;

/** Lists are found by name, wherever their cells have moved to. */
function restoreLists(
  plan: Blueprint,
  snapshot: Snapshot,
  locator: Locator,
): { readonly isRestored: boolean; readonly isKept: boolean } {
  let isRestored = false;
  let isKept = false;
  for (const planned of plan.sheets) {
    for (const rule of planned.inputs) {
      const validation = validationOf(rule);
      for (const named of plan.names) {
        if (named.sheet !== planned.name || !snapshot.names[named.name]) continue;
        if (snapshot.names[named.name]?.hasInputRule) continue;
        const cells = ruledCells(rule.areas, named, locator);
        const sheet = locator.find(named.name)?.range.getSheet();
        if (cells.size === 0 || !sheet) continue;
        for (const range of rangesOf(sheet, cells)) {
          if (range.canEdit()) {
            range.setDataValidation(validation);
            isRestored = true;
          } else isKept = true;
        }
      }
    }
  }
  return { isRestored, isKept };
}

/** The cells of a rule that lie under a name, where they stand now. */
function ruledCells(areas: readonly Area[], named: NamePlan, locator: Locator): Set<number> {
  const cells = new Set<number>();
  for (const area of areas) {
    const shared = overlap(area, named.area);
    if (!shared) continue;
    for (const { row, column } of cellsIn(shared)) {
      const now = placeNow(named, row, column, locator);
      if (now) cells.add(cellKey(now.row, now.column));
    }
  }
  return cells;
}
