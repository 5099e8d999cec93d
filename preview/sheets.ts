/** The sheets as the grid has them: drawn anew for the phase and the engagement, with what the file holds. */

import type { Report } from "../core/report/report.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { blueprint } from "../core/workbook/draw/blueprint.ts";
import { editionIn } from "../core/workbook/library.ts";
import type { Blueprint, Snapshot } from "../core/workbook/port.ts";
import { comparedFormat } from "../core/workbook/read/locate.ts";
import { readInputs } from "../core/workbook/read/reading.ts";
import { asInFile, type Slot, slotsOf } from "./slots.ts";

export interface Sheets {
  readonly drawn: Blueprint;
  readonly slots: readonly Slot[];
}

/** What the phase and the engagement decide about the sheets: locks and columns. */
export const shapeOf = (plan: Blueprint): string =>
  JSON.stringify(plan.sheets.map(({ unlocked, columns }) => [unlocked, columns]));

/** Null where the checklist is not known. */
export function sheetsOf(snapshot: Snapshot, result: Report): Sheets | null {
  const checklist = editionIn(EDITIONS, snapshot)?.checklist;
  if (!checklist) return null;
  const { inputs } = readInputs(checklist, snapshot);
  const plan = blueprint(checklist, inputs, comparedFormat(snapshot));
  const slots = slotsOf(plan, snapshot);
  return { slots, drawn: asInFile(plan, slots, snapshot, result) };
}
