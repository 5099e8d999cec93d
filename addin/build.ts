/** Adds a checklist to a workbook, all or nothing: what a failure leaves half done is taken away again. */

import { MAKE_TEXT } from "../core/text/addin-make.ts";
import { areaAddress } from "../core/workbook/a1.ts";
import type { Blueprint, SheetPlan } from "../core/workbook/types.ts";
import { drawSheet } from "./draw.ts";
import { hostError, told } from "./failure.ts";

/** Told before each sheet; `done` of `count` sheets are ready. */
export type Progress = (message: string, done: number, count: number) => void;

const MARK_OF_A_CHECKLIST = "item_id";

export interface BuildOptions {
  readonly onProgress?: Progress;
  /** Asked between the sheets. */
  readonly isCancelled?: () => boolean;
}

/** Throws `HostError` with nothing left behind where it cannot be built. */
export async function buildWorkbook(
  blueprint: Blueprint,
  options: BuildOptions = {},
): Promise<void> {
  const before = await sheetIds(blueprint);
  try {
    await draw(blueprint, options);
  } catch (error) {
    const { message } = told(error);
    const left = await takeAway(blueprint, before);
    throw hostError(
      left.length === 0 ? MAKE_TEXT.buildUndone(message) : MAKE_TEXT.buildLeft(message, left),
      error,
    );
  }
}

/** The sheets that are there; throws where they or their names leave no room. */
async function sheetIds(blueprint: Blueprint): Promise<ReadonlySet<string>> {
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
  if (taken.has(MARK_OF_A_CHECKLIST)) throw hostError(MAKE_TEXT.alreadyHere);
  const titles = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  const sheetClashes = blueprint.sheets
    .map((sheet) => sheet.name)
    .filter((name) => titles.has(name.toLowerCase()));
  if (sheetClashes.length > 0) throw hostError(MAKE_TEXT.sheetClash(sheetClashes));
  const nameClashes = blueprint.names
    .map(({ name }) => name)
    .filter((name) => taken.has(name.toLowerCase()));
  if (nameClashes.length > 0) throw hostError(MAKE_TEXT.nameClash(nameClashes));
  return new Set(worksheets.items.map((sheet) => sheet.id));
}

async function draw(
  blueprint: Blueprint,
  { onProgress, isCancelled }: BuildOptions,
): Promise<void> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const count = blueprint.sheets.length;
  onProgress?.(MAKE_TEXT.buildingNames, 0, count);
  // Formulas name sheets and names that have to be there before: Excel would ask for a file otherwise.
  quiet(context);
  for (const plan of blueprint.sheets) workbook.worksheets.add(plan.name);
  for (const { name, sheet, area } of blueprint.names) {
    workbook.names.add(name, `='${sheet.replaceAll("'", "''")}'!${areaAddress(area, true)}`);
  }
  await context.sync();
  let done = 0;
  for (const plan of blueprint.sheets) {
    if (isCancelled?.()) throw hostError(MAKE_TEXT.cancelled);
    onProgress?.(MAKE_TEXT.building(plan.name, done + 1, count), done, count);
    await drawInto(new Excel.RequestContext(), plan, blueprint, done === count - 1);
    done += 1;
  }
}

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

/** Removes the sheets and names that were made; gives the titles of those that are still there. */
async function takeAway(blueprint: Blueprint, before: ReadonlySet<string>): Promise<string[]> {
  const titles = new Set(blueprint.sheets.map((sheet) => sheet.name));
  const names = new Set(blueprint.names.map(({ name }) => name));
  // A host that failed once may fail again for the same reason; three times is no accident.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const context = new Excel.RequestContext();
      const { workbook } = context;
      workbook.worksheets.load("items/id,items/name");
      workbook.names.load("items/name");
      await context.sync();
      for (const item of workbook.names.items) if (names.has(item.name)) item.delete();
      for (const sheet of workbook.worksheets.items) {
        if (before.has(sheet.id) || !titles.has(sheet.name)) continue;
        // Excel does not delete sheets that are very hidden.
        sheet.visibility = "Visible";
        sheet.delete();
      }
      await context.sync();
      return [];
    } catch {
      // Tried again; the caller says what is left.
    }
  }
  return [...titles];
}
