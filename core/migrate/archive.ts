/** What stood in workbooks of other versions and found no place: rows of a sheet that goes along, and back from them. */

import type { Inputs } from "../audit/inputs.ts";
import { partsOf } from "../audit/seal.ts";
import type { Checklist, FullChecklist } from "../checklist/types.ts";
import { readCopy } from "../merge/copy.ts";
import { blankInputs, blueprint } from "../workbook/draw/blueprint.ts";
import { ARCHIVE_NAME, inputNamed } from "../workbook/fields.ts";
import type { CellValue, Edit, Snapshot } from "../workbook/port.ts";
import { drawnSnapshot } from "../workbook/read/drawn.ts";
import { cellText } from "../workbook/read/locate.ts";
import { readInputs } from "../workbook/read/reading.ts";
import { editedSnapshot } from "../workbook/write/change.ts";

/** One entry of an earlier workbook. */
export interface ArchiveRow {
  /** Answers were moved more than once: which time it was, from 1. */
  readonly move: number;
  readonly version: string;
  /** The item, service or place with its name, for people. */
  readonly place: string;
  /** What the entry is called on its sheet. */
  readonly entry: string;
  readonly text: string;
  /** As copies of a workbook know the field: `Evidence[8.1.9]`. */
  readonly key: string;
  /** The checklist that the key is of; see `checklistKey`. */
  readonly of: string;
}

/** In the order of the columns. */
export const ARCHIVE_COLUMNS = [
  "move",
  "version",
  "place",
  "entry",
  "text",
  "key",
  "of",
] as const satisfies readonly (keyof ArchiveRow)[];

/** A version of a programme, and how often its rules were revised. */
export const checklistKey = ({ id, version, revision }: Checklist): string =>
  `${id} ${version} ${revision}`;

const isOfVersion = (of: string, { id, version }: Checklist): boolean =>
  of.startsWith(`${id} ${version} `);

/** Rows that people changed are kept as they are: what no longer makes sense is only text. */
export function readArchive({ names }: Snapshot): readonly ArchiveRow[] {
  const range = names[ARCHIVE_NAME];
  return (range?.values ?? []).flatMap((line): ArchiveRow[] => {
    const texts = ARCHIVE_COLUMNS.map((_, at) => cellText(line[at] ?? null));
    if (texts.every((text) => text.trim() === "")) return [];
    const [move = "", version = "", place = "", entry = "", text = "", key = "", of = ""] = texts;
    const number = Number(move);
    const isNumber = Number.isSafeInteger(number) && number > 0;
    return [{ move: isNumber ? number : 1, version, place, entry, text, key, of }];
  });
}

export const lastMove = (rows: readonly ArchiveRow[]): number =>
  rows.reduce((last, { move }) => Math.max(last, move), 0);

/** What the archive knows of a version, as it last stood. */
export interface Former {
  readonly move: number;
  readonly inputs: Inputs;
  /** The keys of the entries that are there. */
  readonly keys: ReadonlySet<string>;
  /** Under the very rules: an answer of then is an answer of today. */
  readonly isSameRules: boolean;
  /** Nothing was moved on since. */
  readonly isLast: boolean;
}

/** Null where the archive knows nothing of the version. */
export function formerOf(checklist: FullChecklist, rows: readonly ArchiveRow[]): Former | null {
  const own = rows.filter(({ of }) => isOfVersion(of, checklist));
  if (own.length === 0) return null;
  const move = lastMove(own);
  const newest = own.filter((row) => row.move === move);
  const blank = drawnSnapshot(blueprint(checklist, blankInputs(checklist)));
  const { entries } = readCopy(checklist, blank, "");
  const edits = newest.flatMap(({ key, text }): Edit[] =>
    (entries.get(key)?.spots ?? []).map((spot) => ({ ...spot, value: valueFor(key, text) })),
  );
  return {
    move,
    inputs: readInputs(checklist, editedSnapshot(checklist, blank, edits)).inputs,
    keys: new Set(newest.map(({ key }) => key)),
    isSameRules: newest.every(({ of }) => of === checklistKey(checklist)),
    isLast: move === lastMove(rows),
  };
}

/** All of the archive is text; points are the one thing that is read as a number alone. */
function valueFor(key: string, text: string): CellValue {
  const isPoints = inputNamed(partsOf(key).name)?.kind.is === "points";
  return isPoints ? Number(text) : text;
}
