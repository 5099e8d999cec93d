/** Reads all cells under the contract's names, in one request once it is known where they stand. */

import { isoFromSerial } from "../core/dates.ts";
import { ADDIN_TEXT } from "../core/text/addin.ts";
import { areaAddress, parseArea } from "../core/workbook/a1.ts";
import { contractNames, INPUTS, isDateName } from "../core/workbook/fields.ts";
import type { Area, CellValue, NamedRange, Snapshot } from "../core/workbook/types.ts";
import { errorCode, hostError } from "./failure.ts";

const MARKS_OF_A_CHECKLIST = ["Item_Id", "Self_Answer"] as const;
const MOST_CELLS = 200_000;
/** Rows read beyond the last one known, so that a few inserted rows cost no second request. */
const SLACK_ROWS = 5;
const INPUT_NAMES = INPUTS.map((field) => field.name);

export interface NamedPlace {
  readonly sheetId: string;
  readonly area: Area;
}

/** What one reading leaves for the next. */
export interface Known {
  readonly places: ReadonlyMap<string, NamedPlace>;
  /** The rectangle to read of each sheet, by its id. */
  readonly regions: ReadonlyMap<string, Area>;
  /** Which inputs have a drop-down or another rule; read anew only when asked, being the dearest part. */
  readonly ruled: ReadonlyMap<string, boolean>;
}

export interface ReadResult {
  readonly snapshot: Snapshot;
  readonly known: Known;
  /** Titles by sheet id. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Null when the workbook holds no checklist. With `rules` the drop-downs are looked at again. */
export async function readWorkbook(
  known: Known | null,
  rules: boolean,
): Promise<ReadResult | null> {
  try {
    return await read(known, rules);
  } catch (error) {
    // A sheet that was there is gone: look for all of them again.
    if (known === null || errorCode(error) !== "ItemNotFound") throw error;
    return read(null, true);
  }
}

interface Region {
  readonly area: Area;
  readonly range: Excel.Range;
}

async function read(known: Known | null, rules: boolean): Promise<ReadResult | null> {
  // `Excel.run` would cost a second request, to release ranges that nobody keeps.
  const context = new Excel.RequestContext();
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/formula");
  let regions = loadRegions(context, known?.regions ?? new Map());
  let ruled = known && rules ? loadRules(context, known.places) : null;
  await context.sync();

  const idByTitle = new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet.id]));
  const { places, brokenNames } = locate(names.items, idByTitle);
  const isChecklist = MARKS_OF_A_CHECKLIST.some(
    (name) => places.has(name) || brokenNames.includes(name),
  );
  if (!isChecklist) return null;
  const moved = known === null || !samePlaces(known.places, places);
  const wantsRules = rules || known === null;
  if (!covers(regions, places) || (wantsRules && moved)) {
    regions = loadRegions(context, regionsOf(places));
    ruled = wantsRules ? loadRules(context, places) : null;
    await context.sync();
  }
  const hasRule = ruled ? ruledNames(ruled) : (known?.ruled ?? new Map<string, boolean>());
  const titles = new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name]));
  const ranges: Record<string, NamedRange> = {};
  for (const [name, place] of places) {
    const region = regions.get(place.sheetId);
    if (!region) continue;
    const hasInputRule = hasRule.get(name) ?? false;
    ranges[name] = cut(
      region,
      place.area,
      titles.get(place.sheetId) ?? "",
      isDateName(name),
      hasInputRule,
    );
  }
  return {
    snapshot: {
      sheets: worksheets.items.map((sheet) => ({
        name: sheet.name,
        visible: sheet.visibility === "Visible",
        isProtected: sheet.protection.protected,
      })),
      names: ranges,
      brokenNames,
    },
    known: {
      places,
      regions: new Map([...regions].map(([id, { area }]) => [id, area])),
      ruled: hasRule,
    },
    sheets: titles,
  };
}

function loadRegions(
  context: Excel.RequestContext,
  areas: ReadonlyMap<string, Area>,
): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const [id, area] of areas) {
    const range = context.workbook.worksheets.getItem(id).getRange(areaAddress(area));
    range.load("values,formulas");
    regions.set(id, { area, range });
  }
  return regions;
}

function loadRules(
  context: Excel.RequestContext,
  places: ReadonlyMap<string, NamedPlace>,
): Map<string, Excel.DataValidation> {
  const rules = new Map<string, Excel.DataValidation>();
  for (const name of INPUT_NAMES) {
    const place = places.get(name);
    if (!place) continue;
    const sheet = context.workbook.worksheets.getItem(place.sheetId);
    const validation = sheet.getRange(areaAddress(place.area)).dataValidation;
    validation.load("type");
    rules.set(name, validation);
  }
  return rules;
}

const ruledNames = (rules: ReadonlyMap<string, Excel.DataValidation>): Map<string, boolean> =>
  new Map([...rules].map(([name, validation]) => [name, validation.type !== "None"]));

interface Located {
  readonly places: Map<string, NamedPlace>;
  readonly brokenNames: string[];
}

function locate(
  items: readonly { readonly name: string; readonly formula: unknown }[],
  idByTitle: ReadonlyMap<string, string>,
): Located {
  const formulas = new Map(items.map((item) => [item.name.toLowerCase(), String(item.formula)]));
  const places = new Map<string, NamedPlace>();
  const brokenNames: string[] = [];
  let cells = 0;
  for (const name of contractNames) {
    const formula = formulas.get(name.toLowerCase());
    if (formula === undefined) continue;
    const place = parseReference(formula, idByTitle);
    if (!place) {
      brokenNames.push(name);
      continue;
    }
    cells += place.area.rows * place.area.columns;
    if (cells > MOST_CELLS) throw hostError(ADDIN_TEXT.nameTooLarge(name, formula));
    places.set(name, place);
  }
  return { places, brokenNames };
}

/** Reads `='AWS Services'!$B$4:$B$26`. */
function parseReference(
  formula: string,
  idByTitle: ReadonlyMap<string, string>,
): NamedPlace | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula);
  const title = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  const sheetId = title === undefined ? undefined : idByTitle.get(title.toLowerCase());
  const area = parseArea(match?.[3] ?? "");
  return sheetId === undefined || !area ? null : { sheetId, area };
}

function samePlaces(
  a: ReadonlyMap<string, NamedPlace>,
  b: ReadonlyMap<string, NamedPlace>,
): boolean {
  if (a.size !== b.size) return false;
  for (const [name, { sheetId, area }] of a) {
    const other = b.get(name);
    if (!other || other.sheetId !== sheetId || areaAddress(other.area) !== areaAddress(area))
      return false;
  }
  return true;
}

function regionsOf(places: ReadonlyMap<string, NamedPlace>): Map<string, Area> {
  const regions = new Map<string, Area>();
  for (const { sheetId, area } of places.values()) {
    const known = regions.get(sheetId);
    const lastRow = Math.max(area.row + area.rows + SLACK_ROWS, known ? known.row + known.rows : 0);
    const lastColumn = Math.max(
      area.column + area.columns,
      known ? known.column + known.columns : 0,
    );
    const row = Math.min(area.row, known?.row ?? area.row);
    const column = Math.min(area.column, known?.column ?? area.column);
    regions.set(sheetId, { row, column, rows: lastRow - row, columns: lastColumn - column });
  }
  for (const [, { rows, columns }] of regions) {
    if (rows * columns > MOST_CELLS) throw hostError(ADDIN_TEXT.tooLarge);
  }
  return regions;
}

function covers(
  regions: ReadonlyMap<string, Region>,
  places: ReadonlyMap<string, NamedPlace>,
): boolean {
  for (const { sheetId, area } of places.values()) {
    const region = regions.get(sheetId)?.area;
    if (!region) return false;
    if (area.row < region.row || area.column < region.column) return false;
    if (area.row + area.rows > region.row + region.rows) return false;
    if (area.column + area.columns > region.column + region.columns) return false;
  }
  return true;
}

function cut(
  region: Region,
  area: Area,
  sheet: string,
  isDate: boolean,
  hasInputRule: boolean,
): NamedRange {
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  for (let down = 0; down < area.rows; down += 1) {
    const row = area.row - region.area.row + down;
    const rowValues: CellValue[] = [];
    const rowFormulas: (string | null)[] = [];
    for (let right = 0; right < area.columns; right += 1) {
      const column = area.column - region.area.column + right;
      const raw: unknown = region.range.values[row]?.[column];
      const written: unknown = region.range.formulas[row]?.[column];
      // Text that begins with = comes back the same in both.
      const isFormula = typeof written === "string" && written.startsWith("=") && written !== raw;
      rowFormulas.push(isFormula ? written.slice(1) : null);
      rowValues.push(cellValue(raw, isFormula, isDate));
    }
    values.push(rowValues);
    formulas.push(rowFormulas);
  }
  return { ...area, sheet, values, formulas, hasInputRule };
}

const ERROR =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BLOCKED!|FIELD!|BUSY!|CONNECT!|UNKNOWN!|GETTING_DATA)$/;

function cellValue(raw: unknown, isFormula: boolean, isDate: boolean): CellValue {
  if (typeof raw === "string") {
    if (raw === "" && !isFormula) return null;
    return ERROR.test(raw) ? { error: raw } : raw;
  }
  if (typeof raw === "number") {
    const date = isDate ? isoFromSerial(raw) : null;
    return date === null ? raw : { date };
  }
  return typeof raw === "boolean" ? raw : null;
}
