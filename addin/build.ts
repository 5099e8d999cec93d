/** Adds a checklist to a workbook, all or nothing: what a failure leaves half done is taken away again. */

import { areaAddress } from "../core/workbook/a1.ts";
import { isChecklist } from "../core/workbook/fields.ts";
import type { Blueprint, HostError, SheetPlan } from "../core/workbook/port.ts";
import { drawSheet } from "./draw.ts";
import { CELL_EDIT_MILLISECONDS, errorCode, hostError, isCellEdit, told } from "./failure.ts";
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
  const blueprint = retitled(drawn, await titlesBeside(drawn));
  const made = await addSheets(blueprint, options);
  try {
    await draw(blueprint, options);
  } catch (error) {
    throw await undone(error, blueprint, made, options);
  }
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

/** The titles that are taken, in lower case; throws where the workbook or its names leave no room. */
async function titlesBeside(blueprint: Blueprint): Promise<ReadonlySet<string>> {
  const context = new Excel.RequestContext();
  const { worksheets, names, protection } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name");
  protection.load("protected");
  try {
    await context.sync();
  } catch (error) {
    throw told(error);
  }
  if (protection.protected) throw hostError(MAKE_TEXT.structureLocked);
  const taken = new Set(names.items.map((item) => item.name.toLowerCase()));
  if (isChecklist((name) => taken.has(name.toLowerCase()))) throw hostError(MAKE_TEXT.alreadyHere);
  const nameClashes = blueprint.names
    .map(({ name }) => name)
    .filter((name) => taken.has(name.toLowerCase()));
  if (nameClashes.length > 0) throw hostError(MAKE_TEXT.nameClash(nameClashes));
  return new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
}

/** Under titles that are free; every formula goes by defined names, so that titles are only seen. */
function retitled(blueprint: Blueprint, taken: ReadonlySet<string>): Blueprint {
  const titles = new Map<string, string>();
  for (const { name } of blueprint.sheets) {
    let title = name;
    for (let count = 1; taken.has(title.toLowerCase()); count += 1)
      title = MAKE_TEXT.besideTitle(name, count);
    titles.set(name, title);
  }
  const titleOf = (name: string): string => titles.get(name) ?? name;
  return {
    ...blueprint,
    sheets: blueprint.sheets.map((sheet) => ({ ...sheet, name: titleOf(sheet.name) })),
    names: blueprint.names.map((name) => ({ ...name, sheet: titleOf(name.sheet) })),
  };
}

/**
 * Formulas name sheets and names that have to be there before: Excel would ask for a file otherwise. Gives the ids
 * of the sheets that were made, so that never another panel's are taken away.
 */
async function addSheets(blueprint: Blueprint, options: BuildOptions): Promise<string[]> {
  options.onProgress?.(MAKE_TEXT.buildingNames, 0, visibleSheets(blueprint));
  let made: Excel.Worksheet[] = [];
  try {
    await whileIdle(options, () => {
      const context = new Excel.RequestContext();
      const { workbook } = context;
      quiet(context);
      made = blueprint.sheets.map((plan) => workbook.worksheets.add(plan.name));
      for (const sheet of made) sheet.load("id");
      for (const { name, sheet, area } of blueprint.names) {
        workbook.names.add(name, `='${sheet.replaceAll("'", "''")}'!${areaAddress(area, true)}`);
      }
      return context.sync();
    });
  } catch (error) {
    // The first sheet is there already: another panel was faster, and all that stands there is its.
    if (errorCode(error) === "ItemAlreadyExists") throw hostError(MAKE_TEXT.otherPanel, error);
    throw await undone(error, blueprint, null, options);
  }
  return made.map((sheet) => sheet.id);
}

async function draw(blueprint: Blueprint, options: BuildOptions): Promise<void> {
  const count = visibleSheets(blueprint);
  let done = 0;
  for (const [index, plan] of blueprint.sheets.entries()) {
    if (options.isCancelled?.()) throw hostError(MAKE_TEXT.cancelled);
    const isSeen = plan.visibility === "visible";
    const message = isSeen ? MAKE_TEXT.building(plan.name, done + 1, count) : MAKE_TEXT.finishing;
    const isLast = index === blueprint.sheets.length - 1;
    await whileIdle(options, () => {
      options.onProgress?.(message, done, count);
      return drawInto(new Excel.RequestContext(), plan, blueprint, isLast);
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
  isLast: boolean,
): Promise<void> {
  const { workbook } = context;
  quiet(context);
  drawSheet(workbook.worksheets.getItem(plan.name), plan, blueprint);
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
