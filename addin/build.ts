/** Adds a checklist to a workbook, all or nothing: what a failure leaves half done is taken away again. */

import { areaAddress, parseArea } from "../core/workbook/a1.ts";
import { retitled } from "../core/workbook/beside.ts";
import { isChecklist } from "../core/workbook/fields.ts";
import type { Blueprint, HostError, NamePlan, SheetPlan } from "../core/workbook/port.ts";
import { drawSheet } from "./draw.ts";
import { CELL_EDIT_MILLISECONDS, errorCode, hostError, isCellEdit, told } from "./failure.ts";
import type { Manner } from "./manner.ts";
import { drawPage } from "./page.ts";
import { MAKE_TEXT } from "./words-make.ts";

/** Told before each sheet; `done` of `count` sheets that are seen are ready. */
export type Progress = (message: string, done: number, count: number) => void;

export interface BuildOptions {
  readonly onProgress?: Progress;
  /** Asked between the sheets. */
  readonly isCancelled?: () => boolean;
}

/** Throws `HostError` with nothing left behind where it cannot be built. */
export async function buildWorkbook(drawn: Blueprint, options: BuildOptions = {}): Promise<void> {
  const { titles, manner } = await lookAround(drawn);
  const blueprint = retitled(drawn, titles, MAKE_TEXT.besideTitle);
  const { made, readsA1 } = await addSheets(blueprint, options);
  try {
    await draw(blueprint, { ...manner, readsA1 }, options);
  } catch (error) {
    throw await undone(error, blueprint, made, options);
  }
  await finish(blueprint, options);
}

/** While a user types into a cell Excel refuses every request whole, so it can be made again. */
async function whileIdle<T>(
  { onProgress, isCancelled }: BuildOptions,
  request: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!isCellEdit(error)) throw error;
      if (isCancelled?.()) throw hostError(MAKE_TEXT.cancelled);
      onProgress?.(MAKE_TEXT.waiting, 0, 1);
      await new Promise((resolve) => setTimeout(resolve, CELL_EDIT_MILLISECONDS));
    }
  }
}

interface Ground {
  /** The titles that are taken, in lower case. */
  readonly titles: ReadonlySet<string>;
  readonly manner: Manner;
}

/** Throws where the workbook or its names leave no room. */
async function lookAround(blueprint: Blueprint): Promise<Ground> {
  try {
    return await lookWith(blueprint, ",");
  } catch (error) {
    if (errorCode(error) !== "InvalidArgument") throw told(error);
  }
  try {
    return await lookWith(blueprint, ";");
  } catch (error) {
    throw told(error);
  }
}

async function lookWith(blueprint: Blueprint, separator: Manner["separator"]): Promise<Ground> {
  const context = new Excel.RequestContext();
  const { worksheets, names, protection, functions } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name");
  protection.load("protected");
  worksheets.getFirst().getRanges(`A1${separator}B2`).load("areaCount");
  const firstDay = functions.date(1904, 1, 1);
  firstDay.load("value");
  await context.sync();
  if (protection.protected) throw hostError(MAKE_TEXT.structureLocked);
  const taken = new Set(names.items.map((item) => item.name.toLowerCase()));
  if (isChecklist((name) => taken.has(name.toLowerCase()))) throw hostError(MAKE_TEXT.alreadyHere);
  const nameClashes = blueprint.names
    .map(({ name }) => name)
    .filter((name) => taken.has(name.toLowerCase()));
  if (nameClashes.length > 0) throw hostError(MAKE_TEXT.nameClash(nameClashes));
  return {
    titles: new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase())),
    manner: { separator, is1904: firstDay.value === 0 },
  };
}

interface Added {
  /** The ids of the sheets that were made, so that never another panel's are taken away. */
  readonly made: readonly string[];
  /** Whether Excel writes the places of names in A1. */
  readonly readsA1: boolean;
}

/** Formulas name sheets that have to be there before: Excel would ask for a file otherwise. */
async function addSheets(blueprint: Blueprint, options: BuildOptions): Promise<Added> {
  options.onProgress?.(MAKE_TEXT.buildingNames, 0, visibleSheets(blueprint));
  let made: Excel.Worksheet[] = [];
  let first: Excel.NamedItem[] = [];
  try {
    await whileIdle(options, () => {
      const context = new Excel.RequestContext();
      const { workbook } = context;
      quiet(context);
      made = blueprint.sheets.map((plan) => workbook.worksheets.add(plan.name));
      for (const sheet of made) sheet.load("id");
      first = addNames(workbook, blueprint.names.filter(tellsOfChecklist), false);
      for (const name of first) name.load("formula");
      return context.sync();
    });
  } catch (error) {
    // The first sheet is there already: another panel was faster, and all that stands there is its.
    if (errorCode(error) === "ItemAlreadyExists") throw hostError(MAKE_TEXT.otherPanel, error);
    throw await undone(error, blueprint, null, options);
  }
  const isA1 = ({ formula }: Excel.NamedItem) =>
    parseArea(String(formula).replace(/^.*!/, "")) !== null;
  return { made: made.map((sheet) => sheet.id), readsA1: first.every(isA1) };
}

/** These come with the sheets, so that no other panel begins to make a checklist meanwhile. */
const tellsOfChecklist = ({ name }: NamePlan): boolean => isChecklist((known) => known === name);

/**
 * A name is made from its range, or from its address, which is a quarter of the bytes: but Excel on Windows reads
 * addresses in the style of references that the user has chosen, as it writes them.
 */
function addNames(
  { names, worksheets }: Excel.Workbook,
  plans: readonly NamePlan[],
  byAddress: boolean,
): Excel.NamedItem[] {
  const sheets = new Map<string, Excel.Worksheet>();
  return plans.map(({ name, sheet: title, area }) => {
    if (byAddress)
      return names.add(name, `='${title.replaceAll("'", "''")}'!${areaAddress(area, true)}`);
    const sheet = sheets.get(title) ?? worksheets.getItem(title);
    sheets.set(title, sheet);
    return names.add(name, sheet.getRange(areaAddress(area)));
  });
}

async function draw(
  blueprint: Blueprint,
  manner: Manner & Pick<Added, "readsA1">,
  options: BuildOptions,
): Promise<void> {
  const count = visibleSheets(blueprint);
  let done = 0;
  for (const [index, plan] of blueprint.sheets.entries()) {
    if (options.isCancelled?.()) throw hostError(MAKE_TEXT.cancelled);
    const isSeen = plan.visibility === "visible";
    const message = isSeen ? MAKE_TEXT.building(plan.name, done + 1, count) : MAKE_TEXT.finishing;
    const isLast = index === blueprint.sheets.length - 1;
    await whileIdle(options, () => {
      options.onProgress?.(message, done, count);
      const context = new Excel.RequestContext();
      quiet(context);
      const others = blueprint.names.filter((name) => !tellsOfChecklist(name));
      // Formulas name them.
      if (index === 0) addNames(context.workbook, others, manner.readsA1);
      return drawInto(context, plan, blueprint, manner, isLast);
    });
    if (isSeen) done += 1;
  }
}

/** As many as the form has promised. */
const visibleSheets = ({ sheets }: Blueprint): number =>
  sheets.filter(({ visibility }) => visibility === "visible").length;

/** With a context of its own, because a context numbers all that it ever spoke of, and numbers cost bytes. */
async function drawInto(
  context: Excel.RequestContext,
  plan: SheetPlan,
  blueprint: Blueprint,
  manner: Manner,
  isLast: boolean,
): Promise<void> {
  const { workbook } = context;
  drawSheet(workbook.worksheets.getItem(plan.name), plan, blueprint, manner);
  if (isLast) show(workbook, blueprint);
  await context.sync();
}

function quiet(context: Excel.RequestContext): void {
  const { application } = context.workbook;
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
}

function show(workbook: Excel.Workbook, blueprint: Blueprint): void {
  const first = blueprint.sheets.find((sheet) => sheet.visibility === "visible");
  if (first) workbook.worksheets.getItem(first.name).activate();
}

/**
 * Calculates, because nothing was while the sheets were drawn, and sets the pages up. The checklist is whole without
 * either: what fails here is left out, and takes nothing else with it.
 */
async function finish(blueprint: Blueprint, options: BuildOptions): Promise<void> {
  const works = [
    ({ application }: Excel.Workbook) => application.calculate("Full"),
    ...blueprint.sheets.map((plan) => ({ worksheets }: Excel.Workbook) => {
      drawPage(worksheets.getItem(plan.name), plan.page);
    }),
  ];
  const all = async (some: typeof works) => {
    const context = new Excel.RequestContext();
    for (const work of some) work(context.workbook);
    await context.sync();
  };
  try {
    await whileIdle(options, () => all(works));
  } catch {
    for (const work of works) await all([work]).catch(() => undefined);
  }
}

/** Takes away what a failure left, and says what came of it. */
async function undone(
  error: unknown,
  blueprint: Blueprint,
  made: readonly string[] | null,
  options: BuildOptions,
): Promise<HostError> {
  const { message } = told(error);
  const left = await takeAway(blueprint, made, options);
  const said =
    left.length === 0 ? MAKE_TEXT.buildUndone(message) : MAKE_TEXT.buildLeft(message, left);
  return hostError(said, error);
}

/**
 * Removes the sheets and names that were made; gives the titles of those that are still there. `made` is null where
 * the request that makes them failed on its way: then they are known by their titles, which were free before.
 */
async function takeAway(
  blueprint: Blueprint,
  made: readonly string[] | null,
  { onProgress }: BuildOptions,
): Promise<string[]> {
  const titles = new Set(blueprint.sheets.map((sheet) => sheet.name));
  const names = new Set(blueprint.names.map(({ name }) => name));
  // A host that failed once may fail again for the same reason; three times is no accident.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await whileIdle(onProgress ? { onProgress } : {}, async () => {
        const context = new Excel.RequestContext();
        const { workbook } = context;
        workbook.worksheets.load("items/id,items/name");
        workbook.names.load("items/name");
        await context.sync();
        for (const item of workbook.names.items) if (names.has(item.name)) item.delete();
        for (const sheet of workbook.worksheets.items) {
          if (!(made ? made.includes(sheet.id) : titles.has(sheet.name))) continue;
          // Excel does not delete sheets that are very hidden.
          sheet.visibility = "Visible";
          sheet.delete();
        }
        await context.sync();
      });
      return [];
    } catch {
      // Tried again; the caller says what is left.
    }
  }
  return [...titles];
}
