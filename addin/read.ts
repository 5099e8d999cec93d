/** Reads all cells under the contract's names, in one request once it is known where they stand. */

import { DAYS_TO_1904, isoFromSerial } from "../core/audit/dates.ts";
import { areaAddress, parseArea } from "../core/workbook/a1.ts";
import { around, encloses, overlap, sizeOf } from "../core/workbook/area.ts";
import { contractNames, INPUTS, isChecklist, isDateName } from "../core/workbook/fields.ts";
import type { Area, CellValue, NamedRange, Snapshot } from "../core/workbook/port.ts";
import { errorCode, hostError } from "./failure.ts";
import { areaFromR1C1 } from "./r1c1.ts";
import type { Touched } from "./touched.ts";
import { ADDIN_TEXT } from "./words.ts";

const MOST_CELLS = 200_000;
/** Rows read beyond the last one known, so that a few inserted rows cost no second request. */
const SLACK_ROWS = 5;
const INPUT_NAMES = INPUTS.map((field) => field.name);

export interface NamedPlace {
  readonly sheetId: string;
  readonly area: Area;
}

/** What to look at beside the values, which are always read. */
export interface Wish {
  /** Formulas are four fifths of an answer, so after an edit only those of the cells that it touched are read. */
  readonly formulas: "all" | Touched;
  /** Which inputs have a drop-down or another rule; where not all formulas are read, of the touched inputs alone. */
  readonly rules: boolean;
}

/** Without their `=`; null where a cell holds none. */
type Formulas = readonly (readonly (string | null)[])[];

/** What one reading leaves for the next. */
export interface Known {
  readonly places: ReadonlyMap<string, NamedPlace>;
  /** The rectangle to read of each sheet, by its id. */
  readonly regions: ReadonlyMap<string, Area>;
  readonly formulas: ReadonlyMap<string, Formulas>;
  /** Titles by sheet id. */
  readonly titles: ReadonlyMap<string, string>;
  /** Which inputs have a drop-down or another rule; read anew only when asked, being the dearest part. */
  readonly ruled: ReadonlyMap<string, boolean>;
  /** Whether the workbook counts its days from 1904. */
  readonly is1904: boolean;
  /** Whether Excel calculates only when it is asked to. */
  readonly isManual: boolean;
}

export interface ReadResult {
  readonly snapshot: Snapshot;
  readonly known: Known;
}

const EVERYTHING: Wish = { formulas: "all", rules: true };

/** Null when the workbook holds no checklist. */
export async function readWorkbook(known: Known | null, wish: Wish): Promise<ReadResult | null> {
  if (known === null) return read(null, EVERYTHING);
  try {
    return await read(known, wish);
  } catch (error) {
    // A sheet that was there is gone: look for all of them again.
    if (errorCode(error) !== "ItemNotFound") throw error;
    return read(null, EVERYTHING);
  }
}

interface Region {
  readonly area: Area;
  readonly range: Excel.Range;
  /** Those that were read before. */
  readonly before: Formulas | null;
  /** What was touched since. */
  readonly touched: { readonly area: Area; readonly range: Excel.Range } | null;
}

async function read(known: Known | null, { formulas, rules }: Wish): Promise<ReadResult | null> {
  // `Excel.run` would cost a second request, to release ranges that nobody keeps.
  const context = new Excel.RequestContext();
  const { worksheets, names } = context.workbook;
  const sheet = sheetsOf(context);
  // Nothing else tells of it.
  const firstDay = known ? null : context.workbook.functions.date(1904, 1, 1);
  firstDay?.load("value");
  // Whatever is spoken of costs bytes.
  const application = formulas === "all" ? context.workbook.application : null;
  application?.load("calculationMode");
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/formula");
  let regions = known
    ? loadRegions(sheet, known.regions, known.formulas, formulas)
    : new Map<string, Region>();
  let ruled = known && rules ? loadRules(sheet, known.places, formulas) : null;
  await context.sync();

  const titles = new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name]));
  const idByTitle = new Map([...titles].map(([id, title]) => [title.toLowerCase(), id]));
  const { places, brokenNames } = locate(names.items, idByTitle);
  if (!isChecklist((name) => places.has(name) || brokenNames.includes(name))) return null;
  const moved = known === null || !samePlaces(known.places, places);
  // Where names stand elsewhere, formulas do too.
  if (!covers(regions, places) || (moved && (rules || formulas !== "all"))) {
    regions = loadRegions(sheet, regionsOf(places), new Map(), "all");
    ruled = rules ? loadRules(sheet, places, "all") : null;
    await context.sync();
  }
  const is1904 = firstDay ? firstDay.value === 0 : known?.is1904 === true;
  const hasRule = new Map([...(known?.ruled ?? []), ...ruledNames(ruled ?? new Map())]);
  const found = new Map([...regions].map(([id, region]) => [id, formulasIn(region)]));
  const ranges: Record<string, NamedRange> = {};
  for (const [name, place] of places) {
    const region = regions.get(place.sheetId);
    if (!region) continue;
    ranges[name] = {
      ...place.area,
      sheet: titles.get(place.sheetId) ?? "",
      ...cut(region, found.get(place.sheetId) ?? [], place.area, isDateName(name), is1904),
      hasInputRule: hasRule.get(name) ?? false,
    };
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
      formulas: found,
      titles,
      ruled: hasRule,
      is1904,
      isManual: application ? application.calculationMode === "Manual" : known?.isManual === true,
    },
  };
}

type SheetById = (id: string) => Excel.Worksheet;

/** A sheet that is asked for again costs nothing more in the request. */
function sheetsOf(context: Excel.RequestContext): SheetById {
  const sheets = new Map<string, Excel.Worksheet>();
  return (id) => {
    const sheet = sheets.get(id) ?? context.workbook.worksheets.getItem(id);
    sheets.set(id, sheet);
    return sheet;
  };
}

function loadRegions(
  sheetById: SheetById,
  areas: ReadonlyMap<string, Area>,
  formulas: ReadonlyMap<string, Formulas>,
  wish: Wish["formulas"],
): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const [id, area] of areas) {
    const sheet = sheetById(id);
    const before = wish === "all" ? null : (formulas.get(id) ?? null);
    const range = sheet.getRange(areaAddress(area));
    range.load(before ? "values" : "values,formulas");
    const edited = wish === "all" || !before ? undefined : wish.get(id);
    const inside = edited ? overlap(edited, area) : null;
    const touched = inside && { area: inside, range: sheet.getRange(areaAddress(inside)) };
    touched?.range.load("formulas");
    regions.set(id, { area, range, before, touched });
  }
  return regions;
}

/** All formulas of the region: as they were before, with what was touched since put over it. */
function formulasIn({ area, range, before, touched }: Region): Formulas {
  const { values } = range;
  if (!before) return formulasOf(range.formulas, values);
  if (!touched) return before;
  const down = touched.area.row - area.row;
  const right = touched.area.column - area.column;
  const beside = values
    .slice(down, down + touched.area.rows)
    .map((line) => line.slice(right, right + touched.area.columns));
  const all = before.map((line) => [...line]);
  formulasOf(touched.range.formulas, beside).forEach((line, row) => {
    all[down + row]?.splice(right, line.length, ...line);
  });
  return all;
}

/** Text that begins with = is the same among the values; a formula is not. */
const formulasOf = (written: unknown[][], values: unknown[][]): (string | null)[][] =>
  written.map((line, row) =>
    line.map((entry, column) =>
      typeof entry === "string" && entry.startsWith("=") && entry !== values[row]?.[column]
        ? entry.slice(1)
        : null,
    ),
  );

function loadRules(
  sheetById: SheetById,
  places: ReadonlyMap<string, NamedPlace>,
  wish: Wish["formulas"],
): Map<string, Excel.DataValidation> {
  const rules = new Map<string, Excel.DataValidation>();
  for (const name of INPUT_NAMES) {
    const place = places.get(name);
    if (!place) continue;
    const edited = wish === "all" ? place.area : wish.get(place.sheetId);
    if (!edited || !overlap(edited, place.area)) continue;
    const range = sheetById(place.sheetId).getRange(areaAddress(place.area));
    const validation = range.dataValidation;
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
    cells += sizeOf(place.area);
    if (cells > MOST_CELLS) throw hostError(ADDIN_TEXT.nameTooLarge(name, formula));
    places.set(name, place);
  }
  return { places, brokenNames };
}

/** Reads `='AWS Services'!$B$4:$B$26`, and the same in R1C1 of any language, as Excel on Windows may write it. */
export function parseReference(
  formula: string,
  idByTitle: ReadonlyMap<string, string>,
): NamedPlace | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula);
  const title = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  const sheetId = title === undefined ? undefined : idByTitle.get(title.toLowerCase());
  const place = match?.[3] ?? "";
  const area = parseArea(place) ?? areaFromR1C1(place);
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
    const own = { ...area, rows: area.rows + SLACK_ROWS };
    regions.set(sheetId, known ? around(known, own) : own);
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
    if (!region || !encloses(region, area)) return false;
  }
  return true;
}

function cut(
  { area, range }: Region,
  formulas: Formulas,
  part: Area,
  isDate: boolean,
  is1904: boolean,
): Pick<NamedRange, "values" | "formulas"> {
  const top = part.row - area.row;
  const left = part.column - area.column;
  const cells = formulas
    .slice(top, top + part.rows)
    .map((line) => line.slice(left, left + part.columns));
  return {
    formulas: cells,
    values: cells.map((line, down) =>
      line.map((formula, right): CellValue => {
        const raw: unknown = range.values[top + down]?.[left + right];
        return cellValue(raw, formula !== null, isDate, is1904);
      }),
    ),
  };
}

const ERROR =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BLOCKED!|FIELD!|BUSY!|CONNECT!|UNKNOWN!|GETTING_DATA)$/;

function cellValue(raw: unknown, isFormula: boolean, isDate: boolean, is1904: boolean): CellValue {
  if (typeof raw === "string") {
    if (raw === "" && !isFormula) return null;
    return ERROR.test(raw) ? { error: raw } : raw;
  }
  if (typeof raw === "number") {
    const date = isDate ? isoFromSerial(is1904 ? raw + DAYS_TO_1904 : raw) : null;
    return date === null ? raw : { date };
  }
  return typeof raw === "boolean" ? raw : null;
}
