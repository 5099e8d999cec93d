/** Records to cells of the hidden sheet and back: what is read is checked, and what makes no sense stays where it lies. */

import type { Answer } from "../../audit/answers.ts";
import { isoDate } from "../../audit/dates.ts";
import { PHASE_WORDS, PHASES, type Phase } from "../../audit/phases.ts";
import {
  type PhaseMove,
  type Records,
  type SealRecord,
  STAGES,
  type StageRecord,
  type SummaryRecord,
} from "../../audit/records.ts";
import { shortSeal } from "../../audit/seal.ts";
import type { IsoDate, ItemId, SectionId } from "../../checklist/domain.ts";
import type { Checklist } from "../../checklist/types.ts";
import type { RecordKind } from "../../words/issues.ts";
import { AUDIT_RECORDS, RECORD_NAMES } from "../fields.ts";
import type { Place } from "../issues.ts";
import type { CellValue, Edit, NamedRange, Snapshot } from "../port.ts";
import { cellIn, cellsOf, cellText, type Found, isBlank } from "./locate.ts";

export const HISTORY_ROWS = 60;
export const HISTORY_COLUMNS = 6;
export const SEAL_ROWS = 3;
const summaryRows = ({ sections }: Checklist): number => 3 + sections.length;
const sealedRows = ({ items }: Checklist): number => items.length;
/** Room for the long texts of every item, three times over. */
const stageRows = ({ items }: Checklist): number => 3 * items.length;

/** A cell holds 32,767 characters. */
const CHUNK = 30_000;
/** In front of each piece: alone it could look like a number, a formula or a date. */
const MARK = "|";

export interface RecordCells {
  readonly Phase_History: readonly (readonly CellValue[])[];
  readonly Seal_Record: readonly (readonly CellValue[])[];
  readonly Sealed_Values: readonly (readonly CellValue[])[];
  readonly Summary_Record: readonly (readonly CellValue[])[];
  readonly Audit_Records: readonly (readonly CellValue[])[];
}

/** Whether the sealed text finds room; it does unless every cell of the Checklist is filled to the brim. */
export function fitsSealed(checklist: Checklist, text: string): boolean {
  return pieces(text).length <= sealedRows(checklist);
}

export const fitsStages = (checklist: Checklist, stages: readonly StageRecord[]): boolean =>
  pieces(stagesText(stages)).length <= stageRows(checklist);

const stagesText = (stages: readonly StageRecord[]): string =>
  stages.length === 0 ? "" : JSON.stringify(stages);

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

const LETTERS: Readonly<Record<Answer, string>> = { met: "M", notMet: "N", unanswered: "-" };
const answerOf = (letter: string): Answer =>
  letter === "M" ? "met" : letter === "N" ? "notMet" : "unanswered";

const historyLine = (move: PhaseMove, index: number): CellValue[] => [
  index + 1,
  move.at || null,
  PHASE_WORDS[move.from],
  PHASE_WORDS[move.to],
  move.reason || null,
  move.seal || null,
];
const blankMove: readonly CellValue[] = Array.from({ length: HISTORY_COLUMNS }, () => null);

/** All record cells, blank ones as null. */
export function recordCells(checklist: Checklist, records: Records): RecordCells {
  const { history, seal, summary, stages } = records;
  const moves = history.slice(-HISTORY_ROWS).map(historyLine);
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
            [MARK + answersText(summary)],
            ...checklist.sections.map(({ id }) => [summary.sections[id] ?? null]),
          ]
        : [],
      summaryRows(checklist),
    ),
    Audit_Records: padded(
      pieces(stagesText(stages)).map((piece) => [MARK + piece]),
      stageRows(checklist),
    ),
  };
}

/** `1.1=M 1.2=N 1.3=-`, so that each answer is found whatever items there are by then. */
const answersText = ({ answers }: SummaryRecord): string =>
  Object.entries(answers)
    .map(([id, answer]) => `${id}=${LETTERS[answer]}`)
    .join(" ");

/** Made before records were kept, or with a name deleted: nothing can be recorded there. */
export function hasRoom(snapshot: Snapshot): boolean {
  return RECORD_NAMES.every((name) => snapshot.names[name]);
}

/** Whether seals of the audit can be kept there, too. */
export const hasStages = (snapshot: Snapshot): boolean =>
  hasRoom(snapshot) && snapshot.names[AUDIT_RECORDS] !== undefined;

/**
 * What has to be written so that the workbook holds these records: only those that are not what was read, so that
 * one that could not be read is left where it lies. A workbook without room for all of them gets none.
 */
export function recordEdits(checklist: Checklist, snapshot: Snapshot, after: Records): Edit[] {
  if (!hasRoom(snapshot)) return [];
  const { records: read } = readRecords(checklist, snapshot);
  const before = recordCells(checklist, read);
  const now = recordCells(checklist, after);
  const differs = (name: keyof RecordCells) =>
    JSON.stringify(before[name]) !== JSON.stringify(now[name]);
  const edits = (name: keyof RecordCells, lines: readonly (readonly CellValue[])[]): Edit[] =>
    lines.flatMap((line, row) =>
      line.flatMap((value, column): Edit[] => {
        const found = snapshot.names[name]?.values[row]?.[column] ?? null;
        if (cellText(value) === cellText(found)) return [];
        return [{ name, index: row * line.length + column, value }];
      }),
    );
  const history = snapshot.names.Phase_History;
  const isSealNew = differs("Seal_Record") || differs("Sealed_Values");
  return [
    ...(history && differs("Phase_History")
      ? edits("Phase_History", historyLines(history, read.history, after.history))
      : []),
    ...(isSealNew ? edits("Seal_Record", now.Seal_Record) : []),
    ...(isSealNew ? edits("Sealed_Values", now.Sealed_Values) : []),
    ...(differs("Summary_Record") ? edits("Summary_Record", now.Summary_Record) : []),
    ...(hasStages(snapshot) && differs(AUDIT_RECORDS)
      ? edits(AUDIT_RECORDS, now[AUDIT_RECORDS])
      : []),
  ];
}

/** The lines that stand there, readable or not, and after them the moves that are new; the oldest make room. */
function historyLines(
  range: NamedRange,
  before: readonly PhaseMove[],
  after: readonly PhaseMove[],
): readonly (readonly CellValue[])[] {
  const added = after.slice(movesKept(before, after));
  const lines = Array.from({ length: Math.min(HISTORY_ROWS, range.rows) }, (_, row) =>
    blankMove.map((_, column) => range.values[row]?.[column] ?? null),
  );
  const used = lines.reduce((last, line, row) => (line.every(isBlank) ? last : row + 1), 0);
  const spare = Math.max(0, used + added.length - lines.length);
  const kept = lines
    .slice(spare, used)
    .map((line, row) => (spare > 0 && !line.every(isBlank) ? [row + 1, ...line.slice(1)] : line));
  return [...kept, ...added.map((move, index) => historyLine(move, kept.length + index))];
}

/** How many of the moves stand there already: the oldest may have been left out since. */
function movesKept(before: readonly PhaseMove[], after: readonly PhaseMove[]): number {
  const texts = before.map((move) => JSON.stringify(move));
  for (let count = Math.min(before.length, after.length); count > 0; count -= 1) {
    const isKept = after
      .slice(0, count)
      .every((move, at) => JSON.stringify(move) === texts[before.length - count + at]);
    if (isKept) return count;
  }
  return 0;
}

/** The records, and where one lies that cannot be read. */
export interface ReadRecords {
  readonly records: Records;
  readonly unreadable: readonly { readonly record: RecordKind; readonly place: Place }[];
}

/** Reads the records of any snapshot whatever. */
export function readRecords(checklist: Checklist, snapshot: Snapshot): ReadRecords {
  const cells = (name: string): Found[] => {
    const range = snapshot.names[name];
    return range ? cellsOf(range) : [];
  };
  const texts = (found: readonly Found[]) => found.map(({ value }) => cellText(value));
  const [sealCells, sealed, summaryCells] = [
    cells("Seal_Record"),
    cells("Sealed_Values"),
    cells("Summary_Record"),
  ];
  const { moves, strange } = readHistory(snapshot.names.Phase_History);
  const seal = readSeal(texts(sealCells), texts(sealed));
  const summary = readSummary(checklist, texts(summaryCells), firstIds(snapshot));
  const stageCells = cells(AUDIT_RECORDS);
  const stages = readStages(texts(stageCells));
  const filled = (found: readonly Found[]): Place[] => {
    const first = found.find(({ value }) => !isBlank(value));
    return first ? [first.place] : [];
  };
  const unreadable = [
    ...strange.slice(0, 1).map((place) => ({ record: "history", place }) as const),
    // Without its name the seal is gone, which has a sentence of its own.
    ...(seal === null && snapshot.names.Seal_Record
      ? filled([...sealCells, ...sealed])
          .slice(0, 1)
          .map((place) => ({ record: "seal", place }) as const)
      : []),
    ...(summary === null
      ? filled(summaryCells).map((place) => ({ record: "summary", place }) as const)
      : []),
    ...(stages === null
      ? filled(stageCells).map((place) => ({ record: "stages", place }) as const)
      : []),
  ];
  return { records: { history: moves, seal, summary, stages: stages ?? [] }, unreadable };
}

/** The ids of the items in the order in which they stood when the workbook was made. */
function firstIds(snapshot: Snapshot): string[] {
  const range = snapshot.names.Item_Hashes;
  return range ? range.values.map((line) => cellText(line[0] ?? null)) : [];
}

const phaseOf = (word: string | undefined): Phase | undefined =>
  PHASES.find((phase) => PHASE_WORDS[phase] === word);

/** The moves, and the places of lines that are none. */
function readHistory(range: NamedRange | undefined): {
  readonly moves: readonly PhaseMove[];
  readonly strange: readonly Place[];
} {
  const moves: PhaseMove[] = [];
  const strange: Place[] = [];
  range?.values.slice(0, range.rows).forEach((line, row) => {
    if (line.every(isBlank)) return;
    const [, at = "", from, to, reason = "", seal = ""] = line
      .slice(0, HISTORY_COLUMNS)
      .map(cellText);
    const [left, entered] = [phaseOf(from), phaseOf(to)];
    if (left && entered) moves.push({ at, from: left, to: entered, reason, seal });
    else strange.push(cellIn(range, row).place);
  });
  return { moves, strange };
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

/** Null where something stands there that is none of ours. */
function readStages(values: readonly string[]): readonly StageRecord[] | null {
  const filled = values.filter((value) => value !== "");
  if (filled.length === 0) return [];
  if (!filled.every((value) => value.startsWith(MARK))) return null;
  try {
    const read: unknown = JSON.parse(filled.map((value) => value.slice(MARK.length)).join(""));
    return Array.isArray(read) && read.every(isStage) ? read : null;
  } catch {
    return null;
  }
}

function isStage(value: unknown): value is StageRecord {
  if (typeof value !== "object" || value === null) return false;
  const { stage, at, hash, text } = value as Record<string, unknown>;
  return (
    STAGES.some((each) => each === stage) &&
    [at, hash, text].every((part) => typeof part === "string")
  );
}

function readSummary(
  { sections, items }: Checklist,
  cells: readonly string[],
  ids: readonly string[],
): SummaryRecord | null {
  const [day = "", total = "", answers = "", ...perSection] = cells;
  const on: IsoDate | null = isoDate(day);
  if (on === null || total === "" || !Number.isFinite(Number(total))) return null;
  const points = sections.map(({ id }, index): [SectionId, number] => [
    id,
    Number(perSection[index] || Number.NaN),
  ]);
  const sum = points.reduce((all, [, value]) => all + value, 0);
  const text = answers.startsWith(MARK) ? answers.slice(MARK.length) : answers;
  const byItem = answersOf(text, ids.length > 0 ? ids : items.map(({ id }) => id));
  // A record that does not add up was altered, and tells nothing.
  if (sum !== Number(total) || byItem === null) return null;
  return { on, total: Number(total), sections: Object.fromEntries(points), answers: byItem };
}

/** Before answers had their ids, there was one letter for each item in the order of the workbook's own list. */
function answersOf(text: string, ids: readonly string[]): SummaryRecord["answers"] | null {
  if (/^[MN-]+$/.test(text) && text.length === ids.length)
    return Object.fromEntries(ids.map((id, at) => [id as ItemId, answerOf(text[at] ?? "")]));
  const pairs = text.split(" ").map((pair) => /^([^\s=]+)=([MN-])$/.exec(pair));
  const answers: [ItemId, Answer][] = [];
  for (const pair of pairs) {
    if (pair === null) return null;
    answers.push([pair[1] as ItemId, answerOf(pair[2] ?? "")]);
  }
  return Object.fromEntries(answers);
}
