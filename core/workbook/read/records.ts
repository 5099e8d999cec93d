/** Records to cells of the hidden sheet and back: what is read is checked, and what makes no sense is nothing. */

import { isoDate } from "../../audit/dates.ts";
import { PHASE_WORDS, PHASES, type Phase } from "../../audit/phases.ts";
import type { PhaseMove, Records, SealRecord, SummaryRecord } from "../../audit/records.ts";
import { shortSeal } from "../../audit/seal.ts";
import type { SectionId } from "../../checklist/domain.ts";
import type { Checklist } from "../../checklist/types.ts";
import { RECORD_NAMES } from "../fields.ts";
import type { CellValue, Edit, Snapshot } from "../port.ts";
import { cellsOf, cellText } from "./locate.ts";

export const HISTORY_ROWS = 60;
export const HISTORY_COLUMNS = 6;
export const SEAL_ROWS = 3;
const summaryRows = ({ sections }: Checklist): number => 3 + sections.length;
const sealedRows = ({ items }: Checklist): number => items.length;

/** A cell holds 32,767 characters. */
const CHUNK = 30_000;
/** In front of each piece: alone it could look like a number, a formula or a date. */
const MARK = "|";

export interface RecordCells {
  readonly Phase_History: readonly (readonly CellValue[])[];
  readonly Seal_Record: readonly (readonly CellValue[])[];
  readonly Sealed_Values: readonly (readonly CellValue[])[];
  readonly Summary_Record: readonly (readonly CellValue[])[];
}

/** Whether the sealed text finds room; it does unless every cell of the Checklist is filled to the brim. */
export function fitsSealed(checklist: Checklist, text: string): boolean {
  return pieces(text).length <= sealedRows(checklist);
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = "";
  // By whole characters: half of one cannot be kept in a cell.
  for (const character of text) {
    if (piece.length + character.length > CHUNK) {
      found.push(piece);
      piece = "";
    }
    piece += character;
  }
  return piece === "" ? found : [...found, piece];
}

const padded = (rows: readonly (readonly CellValue[])[], count: number): CellValue[][] =>
  Array.from({ length: count }, (_, index) => {
    const row = rows[index];
    return row ? [...row] : Array.from(rows[0] ?? [null], () => null);
  });

/** All record cells, blank ones as null. */
export function recordCells(checklist: Checklist, records: Records): RecordCells {
  const { history, seal, summary } = records;
  const moves = history
    .slice(-HISTORY_ROWS)
    .map((move, index) => [
      index + 1,
      move.at || null,
      PHASE_WORDS[move.from],
      PHASE_WORDS[move.to],
      move.reason || null,
      move.seal || null,
    ]);
  const blankMove = Array.from({ length: HISTORY_COLUMNS }, () => null);
  return {
    Phase_History: Array.from({ length: HISTORY_ROWS }, (_, index) => moves[index] ?? blankMove),
    Seal_Record: padded(seal ? [[seal.hash], [shortSeal(seal.hash)], [seal.at]] : [], SEAL_ROWS),
    Sealed_Values: padded(
      seal ? pieces(seal.text).map((piece) => [MARK + piece]) : [],
      sealedRows(checklist),
    ),
    Summary_Record: padded(
      summary
        ? [
            [summary.on],
            [summary.total],
            [MARK + summary.answers],
            ...checklist.sections.map(({ id }) => [summary.sections[id] ?? null]),
          ]
        : [],
      summaryRows(checklist),
    ),
  };
}

/** Made before records were kept, or with a name deleted: nothing can be recorded there. */
export function hasRoom(snapshot: Snapshot): boolean {
  return RECORD_NAMES.every((name) => snapshot.names[name]);
}

/**
 * What has to be written so that the workbook holds these records, compared with the cells themselves:
 * what could not be read goes. A workbook without room for all of them gets none.
 */
export function recordEdits(checklist: Checklist, snapshot: Snapshot, after: Records): Edit[] {
  if (!hasRoom(snapshot)) return [];
  const now = recordCells(checklist, after);
  const edits: Edit[] = [];
  for (const name of Object.keys(now) as (keyof RecordCells)[]) {
    now[name].forEach((line, row) => {
      line.forEach((value, column) => {
        const found = snapshot.names[name]?.values[row]?.[column] ?? null;
        if (cellText(value) === cellText(found)) return;
        edits.push({ name, index: row * line.length + column, value });
      });
    });
  }
  return edits;
}

/** Reads the records of any snapshot whatever. */
export function readRecords(checklist: Checklist, snapshot: Snapshot): Records {
  const texts = (name: string): string[] => {
    const range = snapshot.names[name];
    return range ? cellsOf(range).map((found) => cellText(found.value)) : [];
  };
  return {
    history: readHistory(texts("Phase_History")),
    seal: readSeal(texts("Seal_Record"), texts("Sealed_Values")),
    summary: readSummary(checklist, texts("Summary_Record")),
  };
}

const phaseOf = (word: string | undefined): Phase | undefined =>
  PHASES.find((phase) => PHASE_WORDS[phase] === word);

function readHistory(cells: readonly string[]): PhaseMove[] {
  const moves: PhaseMove[] = [];
  for (let at = 0; at + HISTORY_COLUMNS <= cells.length; at += HISTORY_COLUMNS) {
    const [, when = "", from, to, reason = "", seal = ""] = cells.slice(at, at + HISTORY_COLUMNS);
    const [left, entered] = [phaseOf(from), phaseOf(to)];
    if (left && entered) moves.push({ at: when, from: left, to: entered, reason, seal });
  }
  return moves;
}

function readSeal(
  [hash = "", , at = ""]: readonly string[],
  values: readonly string[],
): SealRecord | null {
  if (hash === "") return null;
  const text = values
    .filter((value) => value.startsWith(MARK))
    .map((value) => value.slice(MARK.length))
    .join("");
  return { hash, at, text };
}

function readSummary(
  { items, sections }: Checklist,
  cells: readonly string[],
): SummaryRecord | null {
  const [day = "", total = "", answers = "", ...perSection] = cells;
  const on = isoDate(day);
  if (on === null || total === "" || !Number.isFinite(Number(total))) return null;
  const points = sections.map(({ id }, index): [string, number] => [
    id,
    Number(perSection[index] || Number.NaN),
  ]);
  const sum = points.reduce((all, [, value]) => all + value, 0);
  const letters = answers.startsWith(MARK) ? answers.slice(MARK.length) : answers;
  // A record that does not add up was altered, and tells nothing.
  if (sum !== Number(total) || !/^[MN-]+$/.test(letters) || letters.length !== items.length) {
    return null;
  }
  return {
    on,
    total: Number(total),
    sections: Object.fromEntries(points) as Record<SectionId, number>,
    answers: letters,
  };
}
