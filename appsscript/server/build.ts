/** Draws a blueprint into the spreadsheet in whole blocks, or leaves it as it was. */

import {
  type Area,
  areaAddress,
  type Blueprint,
  type NamePlan,
  type SheetPlan,
} from "../../core/index.ts";
import { SHEETS_TEXT } from "../../core/text/appsscript.ts";
import { type Grids, gridsOf, paintRuns } from "./grids.ts";
import { causeText, hostError } from "./lock.ts";
import { colorRules, validationGrid } from "./rules.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Google ends a call after 6 minutes without a word. Taking back has fewer steps than were taken, so it needs
 * at most the other half.
 */
const TIME_TO_BUILD_MS = 2.9 * 60_000;
/** What a new sheet has. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;
const HAIRLINE = "#d5dbe2";
const MARK_OF_A_CHECKLIST = "item_id";
/** Names of a build that has begun and not ended, so that the next one can clear up after it. */
const UNFINISHED = "unfinishedBuild";

interface Drawn {
  readonly sheet: Sheet;
  readonly plan: SheetPlan;
  readonly grids: Grids;
  readonly whole: Range;
  readonly rangeOf: (area: Area) => Range;
}

/**
 * Adds the blueprint's sheets and names, and touches nothing else. Whatever fails, the spreadsheet is as it
 * was before, and a `HostError` says why. Nothing is read once writing has begun: each reading would make
 * Sheets carry out, and recalculate, all that was written so far.
 */
export function build(book: Spreadsheet, blueprint: Blueprint): void {
  const started = Date.now();
  clearUnfinished(book);
  refuseCollisions(book, blueprint);
  const properties = PropertiesService.getDocumentProperties();
  properties.setProperty(
    UNFINISHED,
    JSON.stringify({ sheets: blueprint.sheets.map((sheet) => sheet.name) }),
  );
  const added: Sheet[] = [];
  const named: string[] = [];
  const checkTime = () => {
    if (Date.now() - started > TIME_TO_BUILD_MS) throw hostError(SHEETS_TEXT.outOfTime);
  };
  try {
    const drawn = blueprint.sheets.map((plan) => {
      const sheet = book.insertSheet(plan.name);
      added.push(sheet);
      checkTime();
      return prepare(sheet, plan, blueprint);
    });
    // Names first: a formula that is written before its names exist keeps saying #NAME?.
    for (const name of blueprint.names) {
      book.setNamedRange(name.name, rangeOfName(drawn, name));
      named.push(name.name);
      checkTime();
    }
    for (const sheet of drawn) {
      fill(sheet);
      checkTime();
    }
    for (const sheet of drawn) {
      protect(sheet);
      arrange(sheet);
      checkTime();
    }
    added[0]?.activate();
    properties.deleteProperty(UNFINISHED);
  } catch (cause) {
    const left = takeBack(book, added, named);
    if (left === 0) properties.deleteProperty(UNFINISHED);
    if (left > 0) throw hostError(SHEETS_TEXT.notUndone(causeText(cause)), cause);
    if (isHostError(cause)) throw cause;
    throw hostError(SHEETS_TEXT.failed(causeText(cause)), cause);
  }
}

const isHostError = (cause: unknown): boolean =>
  (cause as { readonly name?: unknown } | null)?.name === "HostError";

/** Whether a build has begun and was cut off, or still runs. */
export function isUnfinished(): boolean {
  return PropertiesService.getDocumentProperties().getProperty(UNFINISHED) !== null;
}

/** Removes what a build that Google cut off has left; the caller holds the lock, so none is running. */
function clearUnfinished(book: Spreadsheet): void {
  const properties = PropertiesService.getDocumentProperties();
  const text = properties.getProperty(UNFINISHED);
  if (text === null) return;
  const left: { readonly sheets?: readonly string[] } = JSON.parse(text);
  const sheets = (left.sheets ?? []).flatMap((name) => book.getSheetByName(name) ?? []);
  const names: string[] = [];
  for (const sheet of sheets) {
    for (const named of sheet.getNamedRanges()) names.push(named.getName());
  }
  takeBack(book, sheets, names);
  properties.deleteProperty(UNFINISHED);
}

/** Returns how many steps could not be taken back. */
function takeBack(book: Spreadsheet, sheets: readonly Sheet[], names: readonly string[]): number {
  let left = 0;
  const attempt = (step: () => void) => {
    try {
      step();
    } catch {
      left += 1;
    }
  };
  for (const name of names) attempt(() => book.removeNamedRange(name));
  for (const sheet of sheets) attempt(() => book.deleteSheet(sheet));
  return left;
}

function refuseCollisions(book: Spreadsheet, blueprint: Blueprint): void {
  const names = new Set(book.getNamedRanges().map((named) => named.getName().toLowerCase()));
  // Somebody else was quicker.
  if (names.has(MARK_OF_A_CHECKLIST)) throw hostError(SHEETS_TEXT.alreadyBuilt);
  for (const { name } of blueprint.names) {
    if (names.has(name.toLowerCase())) throw hostError(SHEETS_TEXT.nameExists(name));
  }
  const taken = new Set(book.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (const { name } of blueprint.sheets) {
    if (taken.has(name.toLowerCase())) throw hostError(SHEETS_TEXT.sheetExists(name));
  }
}

const addressOf = (area: Area): string => areaAddress(area);

/** One call gives every range that the sheet will need. */
function prepare(sheet: Sheet, plan: SheetPlan, blueprint: Blueprint): Drawn {
  const grids = gridsOf(plan, blueprint);
  if (grids.columns > NEW_COLUMNS) {
    sheet.insertColumnsAfter(NEW_COLUMNS, grids.columns - NEW_COLUMNS);
  }
  if (grids.rows > NEW_ROWS) sheet.insertRowsAfter(NEW_ROWS, grids.rows - NEW_ROWS);
  const whole: Area = { row: 1, column: 1, rows: grids.rows, columns: grids.columns };
  const areas: Area[] = [
    whole,
    ...blueprint.names.filter((name) => name.sheet === plan.name).map((name) => name.area),
    ...plan.unlocked,
    ...plan.colors.flatMap((rule) => rule.areas),
    ...plan.bars.map((bar) => bar.area),
    ...(plan.filter ? [plan.filter] : []),
    ...(grids.table ? [grids.table] : []),
  ];
  const addresses = [...new Set(areas.map(addressOf))];
  const ranges = sheet.getRangeList(addresses).getRanges();
  const byAddress = new Map(addresses.map((address, index) => [address, ranges[index]]));
  const rangeOf = (area: Area): Range => {
    const range = byAddress.get(addressOf(area));
    if (!range) throw new RangeError(`No range was made for ${addressOf(area)}.`);
    return range;
  };
  return { sheet, plan, grids, whole: rangeOf(whole), rangeOf };
}

function rangeOfName(drawn: readonly Drawn[], name: NamePlan): Range {
  const home = drawn.find(({ plan }) => plan.name === name.sheet);
  if (!home) throw new RangeError(`The name ${name.name} has no sheet.`);
  return home.rangeOf(name.area);
}

/** Formats go before values: they decide whether `1.1` is a text or a number. */
function fill({ plan, grids, whole, rangeOf, sheet }: Drawn): void {
  whole.setNumberFormats(grids.numberFormats);
  whole.setValues(grids.values);
  const validations = validationGrid(plan.inputs, grids.rows, grids.columns);
  if (validations) whole.setDataValidations(validations);
  if (plan.visibility !== "visible") return;
  whole.setTextStyles(grids.textStyles);
  whole.setBackgrounds(grids.backgrounds);
  whole.setHorizontalAlignments(grids.horizontal);
  whole.setVerticalAlignments(grids.vertical);
  whole.setWraps(grids.wraps);
  if (grids.table) {
    const { SOLID } = SpreadsheetApp.BorderStyle;
    rangeOf(grids.table).setBorder(true, true, true, true, true, true, HAIRLINE, SOLID);
  }
  const rules = colorRules(plan.colors, plan.bars, rangeOf);
  if (rules.length > 0) sheet.setConditionalFormatRules(rules);
}

function protect({ sheet, plan, rangeOf }: Drawn): void {
  const protection = sheet.protect();
  if (plan.unlocked.length > 0) protection.setUnprotectedRanges(plan.unlocked.map(rangeOf));
  protection.setWarningOnly(true);
}

/** How the sheet is looked at; rows fit themselves to their text. */
function arrange({ sheet, plan, grids, rangeOf }: Drawn): void {
  if (plan.visibility !== "visible") {
    sheet.hideSheet();
    return;
  }
  const widths = plan.columns.map(({ width, hidden }) => (hidden ? null : width));
  for (const run of paintRuns(widths)) sheet.setColumnWidths(run.first, run.count, run.value);
  const hidden = plan.columns.map((column) => (column.hidden ? 1 : 0));
  for (const run of runsOf(hidden)) if (run.value === 1) sheet.hideColumns(run.first, run.count);
  sheet.autoResizeRows(1, grids.rows);
  if (plan.freeze && plan.freeze.rows > 0) sheet.setFrozenRows(plan.freeze.rows);
  if (plan.freeze && plan.freeze.columns > 0) sheet.setFrozenColumns(plan.freeze.columns);
  if (plan.filter) rangeOf(plan.filter).createFilter();
  if (grids.table) sheet.setHiddenGridlines(true);
  if (plan.tabColor !== null) sheet.setTabColor(plan.tabColor);
}

function runsOf(values: readonly number[]): { first: number; count: number; value: number }[] {
  const runs: { first: number; count: number; value: number }[] = [];
  values.forEach((value, index) => {
    const last = runs[runs.length - 1];
    if (last && last.value === value) last.count += 1;
    else runs.push({ first: index + 1, count: 1, value });
  });
  return runs;
}
