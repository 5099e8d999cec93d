/** Works out what has to be written into a file for some edits: files do not calculate, so results go along. */

import { evaluate } from "../../audit/evaluate.ts";
import type { Inputs } from "../../audit/inputs.ts";
import type { FullChecklist } from "../../checklist/types.ts";
import { isSameSize, placeKey } from "../area.ts";
import { plannedRows } from "../check/original.ts";
import { blueprint } from "../draw/blueprint.ts";
import { CALCULATED, INPUTS } from "../fields.ts";
import type { Blueprint, CellValue, Change, Edit, Snapshot, StoredValues } from "../port.ts";
import { columnsRead, comparedFormat, hasName, rowsRead } from "../read/locate.ts";
import { readInputs, type WorkbookReading } from "../read/reading.ts";
import { accessIn, editedSnapshot, exactEdits, headersFor } from "./change.ts";
import { printsFor } from "./prints.ts";

export interface PlannedChange {
  readonly change: Change;
  /** The workbook as it will be read afterwards. */
  readonly after: WorkbookReading;
  /** How many cells that were read leniently are put into their exact words along the way. */
  readonly tidied: number;
}

/**
 * Everything to be written for some edits in a file: the edits, the exact words of what was read leniently, the results
 * of all formulas, locks where the phase changes, and the partner's name in headers.
 */
export function planChange(
  checklist: FullChecklist,
  snapshot: Snapshot,
  edits: readonly Edit[],
): PlannedChange {
  const tidy = exactEdits(readInputs(checklist, snapshot));
  const all = [...tidy, ...edits];
  const edited = editedSnapshot(checklist, snapshot, all);
  const after = readInputs(checklist, edited);
  const movesPhase = edits.some((edit) => edit.name === "Phase");
  return {
    change: {
      edits: all,
      ...(movesPhase ? { access: accessIn(checklist, after.inputs.phase, hasName(edited)) } : {}),
      stored: storedValues(checklist, edited, after.strict),
      headers: headersFor(checklist, after.inputs.partner, edited),
      prints: printsFor(checklist, edited, after.inputs.phase, evaluate(checklist, after.inputs)),
    },
    after,
    tidied: tidy.length,
  };
}

/** The change alone. */
export const fileChange = (
  checklist: FullChecklist,
  snapshot: Snapshot,
  edits: readonly Edit[],
): Change => planChange(checklist, snapshot, edits).change;

/**
 * What every formula of the workbook gives for these entries, laid out as the snapshot's ranges are. A
 * range whose size no longer fits is left out, save for Checklist columns, whose rows are found by id.
 */
export function storedValues(
  checklist: FullChecklist,
  snapshot: Snapshot,
  inputs: Inputs,
): StoredValues[] {
  const plan = blueprint(checklist, inputs, comparedFormat(snapshot));
  const rows = plannedRows(checklist, snapshot);
  const results = plannedResults(plan);
  const stored: StoredValues[] = [];
  const fields = new Map([...CALCULATED, ...INPUTS].map((field) => [field.name, field]));
  for (const field of fields.values()) {
    const range = snapshot.names[field.name];
    const named = plan.names.find((name) => name.name === field.name);
    if (!range || !named) continue;
    const isColumn = field.shape === "column";
    if (!isColumn && !isSameSize(range, named.area)) continue;
    const values: CellValue[][] = [];
    let some = false;
    for (let row = 0; row < rowsRead(range); row += 1) {
      const line: CellValue[] = [];
      const plannedRow = isColumn ? rows.get(range.row + row) : named.area.row + row;
      for (let column = 0; column < columnsRead(range); column += 1) {
        const value =
          plannedRow === undefined
            ? undefined
            : results.get(placeKey(named.sheet, plannedRow, named.area.column + column));
        if (value !== undefined) some = true;
        line.push(value ?? null);
      }
      values.push(line);
    }
    if (some) stored.push({ name: field.name, values });
  }
  return stored;
}

/** Results of formulas by planned cell; empty text stays `""`, so that null can mean "leave alone". */
function plannedResults(plan: Blueprint): Map<string, CellValue> {
  const results = new Map<string, CellValue>();
  for (const sheet of plan.sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula !== undefined) {
        results.set(placeKey(sheet.name, cell.row, cell.column), cell.value ?? "");
      }
    }
  }
  return results;
}
