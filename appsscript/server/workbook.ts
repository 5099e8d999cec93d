/** The port over SpreadsheetApp. */

import { phaseNamed } from "../../core/audit/phases.ts";
import type { Step } from "../../core/report/moves.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { FORMAT_VERSION } from "../../core/workbook/fields.ts";
import { editionIn } from "../../core/workbook/library.ts";
import type {
  Blueprint,
  Change,
  Edit,
  Feature,
  Snapshot,
  Workbook,
} from "../../core/workbook/port.ts";
import { formatBeyond, newerFormat } from "../../core/workbook/read/locate.ts";
import { changeOf, closedRefusal } from "../../core/workbook/write/change.ts";
import { SHEETS_TEXT } from "../words.ts";
import { applyAccess } from "./access.ts";
import { build, isUnfinished } from "./build.ts";
import { Locator, writeEdits } from "./edits.ts";
import { guardSides } from "./guards.ts";
import { causeText, hostError, locked } from "./lock.ts";
import { readSnapshot } from "./reading.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface SheetsWorkbook extends Workbook {
  build(blueprint: Blueprint): void;
  snapshot(): Snapshot | null;
  apply(change: Change): void;
  /** Writes entries, unless the phase has closed their cells meanwhile. */
  enter(edits: readonly Edit[]): void;
  /** Reads, has a step of the audit worked out, and writes it, all under one lock. */
  take(work: (snapshot: Snapshot) => Step): void;
}

/** The spreadsheet that the script is bound to. */
export function activeBook(): Spreadsheet {
  const book: Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
  if (!book) throw hostError(SHEETS_TEXT.noSpreadsheet);
  return book;
}

export function sheetsWorkbook(book: Spreadsheet): SheetsWorkbook {
  return {
    // Rows fit themselves to their text, a hidden sheet can be shown by anybody, bars become a scale of colour.
    cannot: CANNOT,
    build: (blueprint) => locked(() => build(book, blueprint)),
    snapshot: () => {
      const snapshot = readSnapshot(book);
      return snapshot && isHalfBuilt(snapshot) ? null : snapshot;
    },
    apply: (change) => locked(() => apply(new Locator(book), change)),
    enter: (edits) => locked(() => enter(book, edits)),
    take: (work) => locked(() => take(book, work)),
  };
}

/** The sheet of the version is filled last: while it is empty, what is there may be half a checklist. */
export function isHalfBuilt(snapshot: Snapshot): boolean {
  const version = snapshot.names.Format_Version?.values[0]?.[0] ?? null;
  return version === null && isUnfinished();
}

const CANNOT: readonly Feature[] = [
  "pageSetup",
  "pageHeaders",
  "shareBars",
  "rowHeights",
  "veryHiddenSheets",
];

/** Stored results are for hosts without an engine, and headers cannot be reached by a script. */
function apply(locator: Locator, { edits, access }: Change): void {
  const undo = writeEdits(locator, edits);
  if (!access) return;
  try {
    applyAccess(access, locator);
  } catch (cause) {
    undo();
    throw hostError(SHEETS_TEXT.failed(causeText(cause)), cause);
  }
}

/** Whoever made it knows cells that this version does not. */
function refuseNewer(format: number | null): void {
  if (format !== null) throw hostError(SHEETS_TEXT.newerFormat(format, FORMAT_VERSION));
}

function enter(book: Spreadsheet, edits: readonly Edit[]): void {
  refuseNewer(formatBeyond(book.getRangeByName("Format_Version")?.getValue()));
  const phase = phaseNamed(String(book.getRangeByName("Phase")?.getValue() ?? ""));
  const refusal = phase ? closedRefusal(edits, phase) : null;
  if (refusal !== null) throw hostError(refusal);
  apply(new Locator(book), { edits });
}

function take(book: Spreadsheet, work: (snapshot: Snapshot) => Step): void {
  const snapshot = readSnapshot(book);
  if (!snapshot || isHalfBuilt(snapshot)) throw hostError(SHEETS_TEXT.noChecklist);
  refuseNewer(newerFormat(snapshot));
  const edition = editionIn(EDITIONS, snapshot);
  if (!edition) throw hostError(SHEETS_TEXT.checklistUnknown);
  const { edits, refusal } = work(snapshot);
  if (refusal !== null) throw hostError(refusal);
  if (edits.length === 0) return;
  const change = changeOf(edition.checklist, snapshot, edits);
  apply(new Locator(book, edition), change);
  if (change.access) guardSides(book, new Locator(book, edition));
}
