/** The port over SpreadsheetApp. */

import { PHASES, phaseNamed } from "../../core/audit/phases.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { admit } from "../../core/report/admit.ts";
import { type Entered, enter, enterUnread } from "../../core/report/enter.ts";
import type { Moment } from "../../core/report/moment.ts";
import type { Step } from "../../core/report/moves.ts";
import { refusalText } from "../../core/report/refusal.ts";
import { EDITIONS, type FullEdition } from "../../core/workbook/built-in.ts";
import { inputNamed } from "../../core/workbook/fields.ts";
import { editionIn } from "../../core/workbook/library.ts";
import type { Blueprint, Change, Feature, Snapshot, Workbook } from "../../core/workbook/port.ts";
import { changeOf } from "../../core/workbook/write/change.ts";
import type { Entries } from "../../core/workbook/write/entries.ts";
import { SHEETS_REMEDIES, SHEETS_TEXT } from "../words.ts";
import { applyAccess } from "./access.ts";
import { build, isUnfinished } from "./build.ts";
import { Locator, writeEdits } from "./edits.ts";
import { closedSides, guardSides } from "./guards.ts";
import { causeText, hostError, locked } from "./lock.ts";
import { readSnapshot } from "./reading.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface SheetsWorkbook extends Workbook {
  build(blueprint: Blueprint): void;
  snapshot(): Snapshot | null;
  apply(change: Change): void;
  /** The checklist as it is. Throws `HostError` where there is none, or none that may be read. */
  admitted(): { readonly edition: FullEdition; readonly snapshot: Snapshot };
  /** Writes entries, unless the phase has closed their cells meanwhile. */
  enter(read: (checklist: FullChecklist) => Entries): void;
  /**
   * Reads, has a step of the audit worked out, and writes it, all under one lock. Returns sentences on what could not
   * be done beside it.
   */
  take(work: (snapshot: Snapshot, now: Moment) => Step): readonly string[];
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
    snapshot: () => snapshotIn(book),
    admitted: () => {
      const admission = admit(EDITIONS, snapshotIn(book));
      if (admission.refusal === null) return admission;
      throw hostError(refusalText(admission.refusal, SHEETS_REMEDIES));
    },
    apply: (change) => {
      locked(() => apply(new Locator(book), change));
    },
    enter: (read) => locked(() => type(book, read)),
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

/**
 * Stored results are for hosts without an engine, and headers cannot be reached by a script. Returns the titles of
 * sheets on which the user may not open or close cells.
 */
function apply(locator: Locator, { edits, access }: Change): readonly string[] {
  const undo = writeEdits(locator, edits);
  if (!access) return [];
  try {
    return applyAccess(access, locator);
  } catch (cause) {
    undo();
    throw hostError(SHEETS_TEXT.failed(causeText(cause)), cause);
  }
}

function snapshotIn(book: Spreadsheet): Snapshot | null {
  const snapshot = readSnapshot(book);
  return snapshot && isHalfBuilt(snapshot) ? null : snapshot;
}

/** Each cell has its price: only those that decide are read. */
function type(book: Spreadsheet, read: (checklist: FullChecklist) => Entries): void {
  const locator = new Locator(book);
  const format: unknown = book.getRangeByName("Format_Version")?.getValue();
  const phase = phaseNamed(String(book.getRangeByName("Phase")?.getValue() ?? ""));
  const found = locator.whole;
  // A cell that says no phase is read as the first one.
  const known = { format, found, phase: phase ?? PHASES[0] };
  carryOut(locator, enterUnread(known, read));
}

function take(
  book: Spreadsheet,
  work: (snapshot: Snapshot, now: Moment) => Step,
): readonly string[] {
  const snapshot = snapshotIn(book);
  const edition = snapshot && editionIn(EDITIONS, snapshot);
  const locate = () => new Locator(book, edition ? { edition } : {});
  // The clock of the spreadsheet: the script's own may stand in another zone.
  const now = Utilities.formatDate(new Date(), book.getSpreadsheetTimeZone(), "yyyy-MM-dd HH:mm");
  const wish = { kind: "step", take: (read: Snapshot) => work(read, now) } as const;
  const entered = enter(EDITIONS, snapshot, wish, changeOf, now);
  const kept = carryOut(locate(), tidyingOwnCells(entered, book));
  return [
    ...(kept.length > 0 ? [SHEETS_TEXT.sheetKept(kept)] : []),
    ...(entered.change?.access ? guardSides(book, locate()).problems : []),
  ];
}

/** What is tidied along is in front; the other side's cells are left to the other side where it has them for itself. */
function tidyingOwnCells(entered: Entered, book: Spreadsheet): Entered {
  if (entered.refusal !== null || entered.change === null || entered.tidied === 0) return entered;
  const closed = closedSides(book);
  if (closed.length === 0) return entered;
  const { tidied, change } = entered;
  const edits = change.edits.filter(({ name }, index) => {
    const side = index < tidied ? inputNamed(name)?.side : null;
    return !side || !closed.includes(side);
  });
  return { ...entered, change: { ...change, edits } };
}

/** Throws `HostError` with the reason where nothing may be written. */
function carryOut(locator: Locator, { change, refusal }: Entered): readonly string[] {
  if (refusal !== null) throw hostError(refusalText(refusal, SHEETS_REMEDIES));
  return change ? apply(locator, change) : [];
}
