/** Draws a blueprint into the spreadsheet in whole blocks, or leaves it as it was. */

import { areaAddress } from "../../core/workbook/a1.ts";
import { retitled } from "../../core/workbook/beside.ts";
import { isChecklist } from "../../core/workbook/fields.ts";
import type { Area, Blueprint, NamePlan, SheetPlan } from "../../core/workbook/port.ts";
import { SHEETS_TEXT } from "../words.ts";
import { type Grids, gridsOf, nearlyEqual, paintRuns } from "./grids.ts";
import { type Line, linesOf } from "./lines.ts";
import { causeText, hostError } from "./lock.ts";
import { colorRules, validationGrid } from "./rules.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Properties = GoogleAppsScript.Properties.Properties;

/**
 * Google ends a call after 6 minutes without a word. Taking back has fewer steps than were taken, so it needs
 * at most the other half.
 */
const TIME_TO_BUILD_MS = 2.9 * 60_000;
/** Widths that differ by no more than this are written as one, to spare calls. */
const NEAR_PX = 4;
/** What a new sheet has. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;
/** Names of a build that has begun and not ended, so that the next one can clear up after it. */
const UNFINISHED = "unfinishedBuild";

interface Drawn {
  readonly sheet: Sheet;
  readonly plan: SheetPlan;
  readonly grids: Grids;
  readonly lines: readonly Line[];
  readonly whole: Range;
  readonly rangeOf: (area: Area) => Range;
}

/**
 * Adds the blueprint's sheets and names, and touches nothing else. Whatever fails, the spreadsheet is as it
 * was before, and a `HostError` says why. Nothing is read once writing has begun: each reading would make
 * Sheets carry out, and recalculate, all that was written so far.
 */
export function build(book: Spreadsheet, planned: Blueprint): void {
  const started = Date.now();
  const properties = PropertiesService.getDocumentProperties();
  clearUnfinished(book, properties);
  refuseNames(book, planned);
  const titles = book.getSheets().map((sheet) => sheet.getName().toLowerCase());
  const blueprint = retitled(planned, new Set(titles), SHEETS_TEXT.besideTitle);
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
    // Sheets shows the one that was added last, which is to be the first.
    const drawn = [...blueprint.sheets].reverse().map((plan) => {
      const sheet = book.insertSheet(plan.name, titles.length);
      added.push(sheet);
      checkTime();
      return prepare(sheet, plan, blueprint);
    });
    drawn.reverse();
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
function clearUnfinished(book: Spreadsheet, properties: Properties): void {
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

function refuseNames(book: Spreadsheet, blueprint: Blueprint): void {
  const names = new Set(book.getNamedRanges().map((named) => named.getName().toLowerCase()));
  // Somebody else was quicker.
  if (isChecklist((name) => names.has(name.toLowerCase())))
    throw hostError(SHEETS_TEXT.alreadyBuilt);
  for (const { name } of blueprint.names) {
    if (names.has(name.toLowerCase())) throw hostError(SHEETS_TEXT.nameExists(name));
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
  const lines = plan.visibility === "visible" ? linesOf(plan, blueprint) : [];
  const areas: Area[] = [
    whole,
    ...blueprint.names.filter((name) => name.sheet === plan.name).map((name) => name.area),
    ...plan.unlocked,
    ...plan.colors.flatMap((rule) => rule.areas),
    ...plan.bars.map((bar) => bar.area),
    ...(plan.filter ? [plan.filter] : []),
    ...lines.flatMap(({ areas }) => (areas.length === 1 ? areas : [])),
  ];
  const addresses = [...new Set(areas.map(addressOf))];
  const [only = "", ...others] = addresses;
  const ranges =
    others.length === 0 ? [sheet.getRange(only)] : sheet.getRangeList(addresses).getRanges();
  const byAddress = new Map(addresses.map((address, index) => [address, ranges[index]]));
  const rangeOf = (area: Area): Range => {
    const range = byAddress.get(addressOf(area));
    if (!range) throw new RangeError(`No range was made for ${addressOf(area)}.`);
    return range;
  };
  return {
    sheet,
    plan,
    grids,
    lines,
    whole: rangeOf(whole),
    rangeOf,
  };
}

function rangeOfName(drawn: readonly Drawn[], name: NamePlan): Range {
  const home = drawn.find(({ plan }) => plan.name === name.sheet);
  if (!home) throw new RangeError(`The name ${name.name} has no sheet.`);
  return home.rangeOf(name.area);
}

/**
 * Formats go before values: they decide whether `1.1` is a text or a number. What a new sheet has anyway is
 * not written.
 */
function fill({ plan, grids, lines, whole, rangeOf, sheet }: Drawn): void {
  if (holdsOther(grids.numberFormats, "General")) whole.setNumberFormats(grids.numberFormats);
  whole.setValues(grids.values);
  const validations = validationGrid(plan.inputs, grids.rows, grids.columns);
  if (validations) whole.setDataValidations(validations);
  if (plan.visibility !== "visible") return;
  whole.setTextStyles(grids.textStyles);
  if (holdsOther(grids.backgrounds, null)) whole.setBackgrounds(grids.backgrounds);
  if (holdsOther(grids.horizontal, "normal")) whole.setHorizontalAlignments(grids.horizontal);
  whole.setVerticalAlignments(grids.vertical);
  if (grids.hasLongTexts) whole.setWraps(grids.wraps);
  for (const line of lines) drawLine(line, sheet, rangeOf);
  const rules = colorRules(plan.colors, plan.bars, rangeOf);
  if (rules.length > 0) sheet.setConditionalFormatRules(rules);
}

const holdsOther = <T>(block: readonly (readonly T[])[], usual: T): boolean =>
  block.some((row) => row.some((value) => value !== usual));

function drawLine({ side, edge, areas }: Line, sheet: Sheet, rangeOf: Drawn["rangeOf"]): void {
  const { SOLID, SOLID_MEDIUM, SOLID_THICK } = SpreadsheetApp.BorderStyle;
  const style = { thin: SOLID, medium: SOLID_MEDIUM, thick: SOLID_THICK }[edge.weight];
  const on = (...sides: Line["side"][]) => (sides.includes(side) ? true : null);
  const [all, rows] = [on("all"), on("all", "rows")];
  const [first, ...others] = areas;
  const where =
    first && others.length === 0 ? rangeOf(first) : sheet.getRangeList(areas.map(addressOf));
  const [left, bottom] = [on("all", "left"), on("all", "rows", "bottom")];
  where.setBorder(rows, left, bottom, all, all, rows, edge.color, style);
}

function protect({ sheet, plan, rangeOf }: Drawn): void {
  const protection = sheet.protect();
  if (plan.unlocked.length > 0) protection.setUnprotectedRanges(plan.unlocked.map(rangeOf));
  protection.setWarningOnly(true);
}

/** How the sheet is looked at; rows fit themselves to their text. */
function arrange({ sheet, plan, grids, lines, rangeOf }: Drawn): void {
  if (plan.visibility !== "visible") {
    sheet.hideSheet();
    return;
  }
  const widths = plan.columns.map(({ width, hidden }) => (hidden ? null : width));
  for (const run of paintRuns(nearlyEqual(widths, NEAR_PX)))
    sheet.setColumnWidths(run.first, run.count, run.value);
  const hidden = plan.columns.map((column) => (column.hidden ? 1 : 0));
  for (const run of runsOf(hidden)) if (run.value === 1) sheet.hideColumns(run.first, run.count);
  if (grids.hasLongTexts) sheet.autoResizeRows(1, grids.rows);
  if (plan.freeze && plan.freeze.rows > 0) sheet.setFrozenRows(plan.freeze.rows);
  if (plan.freeze && plan.freeze.columns > 0) sheet.setFrozenColumns(plan.freeze.columns);
  if (plan.filter) rangeOf(plan.filter).createFilter();
  if (lines.some(({ edge }) => edge.weight === "thin")) sheet.setHiddenGridlines(true);
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
