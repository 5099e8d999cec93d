/** Workbooks whose answers were moved, as tests make and read them. */

import type { Inputs } from "../../core/audit/inputs.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { readArchive } from "../../core/migrate/archive.ts";
import { movedBlueprint } from "../../core/migrate/draw.ts";
import { type Move, moveAnswers } from "../../core/migrate/move.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { ARCHIVE_NAME, MOVE_NAMES } from "../../core/workbook/fields.ts";
import type { Blueprint, CellValue, NamedRange, Snapshot } from "../../core/workbook/port.ts";
import { snapshotOfBlueprint } from "../fakes/snapshot.ts";

/** What a file's reader would find: the archive, too. */
export function snapshotOfMove(move: Move): Snapshot {
  const plan = movedBlueprint(move);
  const read = snapshotOfBlueprint(plan);
  const own = MOVE_NAMES.map((name) => [name, rangeOf(plan, name)] as const);
  return { ...read, names: { ...read.names, ...Object.fromEntries(own) } };
}

function rangeOf({ names, sheets }: Blueprint, name: string): NamedRange {
  const named = names.find((each) => each.name === name);
  const sheet = sheets.find((each) => each.name === named?.sheet);
  if (!named || !sheet) throw new Error(`There is no ${name}.`);
  const { area } = named;
  const values: CellValue[][] = Array.from({ length: area.rows }, () =>
    Array.from({ length: area.columns }, () => null),
  );
  for (const { row, column, value } of sheet.cells) {
    const line = values[row - area.row];
    if (line && column >= area.column && column < area.column + area.columns)
      line[column - area.column] = value;
  }
  const formulas = values.map((line) => line.map(() => null));
  return { ...area, sheet: named.sheet, values, formulas, hasInputRule: false };
}

export const snapshotIn = (checklist: FullChecklist, inputs: Inputs): Snapshot =>
  snapshotOfBlueprint(blueprint(checklist, inputs));

/** The entries of a workbook of one version, moved to another. */
export const movedFrom = (source: FullChecklist, inputs: Inputs, target: FullChecklist): Move =>
  moveAnswers(source, snapshotIn(source, inputs), target);

/** The workbook as it was moved, with other entries in it, moved on. */
export function movedOn(
  move: Move,
  target: FullChecklist,
  change: (inputs: Inputs) => Inputs = (same) => same,
): Move {
  const snapshot = snapshotOfMove(move);
  const changed = snapshotIn(move.target, change(move.inputs));
  const archive = snapshot.names[ARCHIVE_NAME];
  const names = archive ? { ...changed.names, [ARCHIVE_NAME]: archive } : changed.names;
  return moveAnswers(move.target, { ...changed, names }, target);
}

export const archiveTexts = (move: Move): readonly string[] =>
  readArchive(snapshotOfMove(move)).map(({ text }) => text);

/** Every text that people wrote, once. */
export function textsIn({ items, services, prerequisites, people, partner }: Inputs): string[] {
  const all = [
    partner,
    ...Object.values(people),
    ...Object.values(items).flatMap((own) => [
      own.evidence,
      own.owner,
      own.note,
      own.noteKind,
      own.closureEvidence,
      own.plan,
      own.whatChanged,
    ]),
    ...services.flatMap(({ example, support }) => [example, support]),
    ...prerequisites.references.map(({ customer }) => customer),
  ];
  return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ""))];
}
