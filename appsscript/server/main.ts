/**
 * Everything that the menu and the sidebar may call: each export becomes a function of the script, but for those that
 * end in an underscore, by which Google, too, knows what is not for others.
 */

import type { Answer } from "../../core/audit/answers.ts";
import { PHASE_WORDS, PHASES } from "../../core/audit/phases.ts";
import { BUILT_IN } from "../../core/checklist/built-in.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { admit } from "../../core/report/admit.ts";
import { refusalText, unfitText } from "../../core/report/refusal.ts";
import { type Report, report } from "../../core/report/report.ts";
import { overlap } from "../../core/workbook/area.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { Place } from "../../core/workbook/issues.ts";
import { carriedHash } from "../../core/workbook/library.ts";
import { type Blueprint, HostError, type Snapshot } from "../../core/workbook/port.ts";
import { accessIn } from "../../core/workbook/write/change.ts";
import {
  type AnswerSide,
  readItemAnswer,
  readItemEntry,
} from "../../core/workbook/write/entries.ts";
import { sentenceFor } from "../failures.ts";
import { SHEETS_REMEDIES, SHEETS_TEXT } from "../words.ts";
import { applyAccess } from "./access.ts";
import { attach } from "./attach.ts";
import { type FoundName, Locator } from "./edits.ts";
import { type Guarded, guardSides } from "./guards.ts";
import { hostError, locked } from "./lock.ts";
import { areaOf } from "./names.ts";
import { hashOf, readContents, snapshotOf } from "./reading.ts";
import { type Repaired, repairArea } from "./repair.ts";
import { tell } from "./toasts.ts";
import { activeBook, isHalfBuilt, sheetsWorkbook } from "./workbook.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type SheetsOnEdit = GoogleAppsScript.Events.SheetsOnEdit;

// ---------------------------------------------------------------- called by the trigger

/**
 * For a simple trigger: without authorization, 30 seconds, not told of every edit, and told only once of a paste
 * over many cells. So it looks at the cells, never at the event's values. `found` is what the trigger has found.
 */
export function followEdit_(event: SheetsOnEdit, found: FoundName): void {
  const book = event.source;
  const locator = new Locator(book, { found });
  const repaired = repairArea(locator, event.range);
  const problems = followPhase(book, event.range, locator);
  tell(book, [...repairedTexts(repaired), ...problems]);
}

function repairedTexts({ words, lists, formulas }: Repaired): string[] {
  return [
    ...(words > 0 ? [SHEETS_TEXT.tidied(words)] : []),
    ...(lists > 0 ? [SHEETS_TEXT.listsBack] : []),
    ...(formulas > 0 ? [SHEETS_TEXT.formulasBack(formulas)] : []),
  ];
}

/** A phase chosen by hand opens and closes cells, as one chosen in the panel does. */
function followPhase(
  book: Spreadsheet,
  edited: GoogleAppsScript.Spreadsheet.Range,
  locator: Locator,
): readonly string[] {
  const phaseCell = locator.find("Phase");
  if (!phaseCell || edited.getSheet().getSheetId() !== phaseCell.sheetId) return [];
  if (!overlap(areaOf(edited), phaseCell.area)) return [];
  return setAccess(book, locator).problems;
}

/** The phase is read under the lock: of two changes at once the later one has the last word. */
function setAccess(book: Spreadsheet, locator: Locator): Guarded {
  return locked(() => {
    const word: unknown = locator.find("Phase")?.range.getValue();
    const phase = PHASES.find((entry) => PHASE_WORDS[entry] === word) ?? "selfAssessment";
    const has = (name: string) => locator.find(name) !== null;
    const kept = locator.edition
      ? applyAccess(accessIn(locator.checklist, phase, has), locator)
      : [];
    const { problems, facts } = guardSides(book, locator);
    return {
      problems: [...(kept.length > 0 ? [SHEETS_TEXT.sheetKept(kept)] : []), ...problems],
      facts,
    };
  });
}

// ---------------------------------------------------------------- called from the menu

export function openPanel(): void {
  fromMenu(() => showPanel(""));
}

export function openSteps(): void {
  fromMenu(() => showPanel("<script>window.openSteps && window.openSteps()</script>"));
}

/** People can leave out any permission when Google asks; asked for by name, Google asks again for what is missing. */
function requireConsent(): void {
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [
    "https://www.googleapis.com/auth/spreadsheets.currentonly",
    "https://www.googleapis.com/auth/script.container.ui",
  ]);
}

/** Whatever fails, with the remedy: what is thrown at the menu is all that the user sees. */
function fromMenu(work: () => void): void {
  requireConsent();
  try {
    work();
  } catch (cause) {
    if ((cause as { readonly name?: unknown } | null)?.name === "HostError") throw cause;
    throw hostError(sentenceFor(String(cause)), cause);
  }
}

/** With a line added to the page. */
function showPanel(line: string): void {
  const book = activeBook();
  const snapshot = sheetsWorkbook(book).snapshot();
  try {
    if (snapshot) putBackQuietly(book, snapshot);
  } catch {
    // The panel opens all the same, and says what is missing.
  }
  const page = HtmlService.createHtmlOutputFromFile("sidebar").setTitle(SHEETS_TEXT.title);
  if (line !== "") page.append(line);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Protection, lists and colour rules, also after cells of other phases were opened by hand. */
export function putBack(): void {
  fromMenu(putAllBack);
}

function putAllBack(): void {
  const book = activeBook();
  const snapshot = sheetsWorkbook(book).snapshot();
  if (!snapshot) throw new HostError(refusalText({ code: "noChecklist" }, SHEETS_REMEDIES));
  const done = putBackQuietly(book, snapshot);
  const { problems, facts } = setAccess(book, new Locator(book));
  tell(book, [...done, ...problems, ...facts]);
}

function putBackQuietly(book: Spreadsheet, snapshot: Snapshot): string[] {
  const { restored, kept, isMoved } = locked(() => attach(book, snapshot));
  const parts = restored.map((part) => SHEETS_TEXT.attachedParts[part]);
  const isWhole = parts.length === 0 && kept.length === 0;
  return [
    ...(isWhole ? [SHEETS_TEXT.nothingMissing] : []),
    ...(parts.length > 0 ? [SHEETS_TEXT.attached(parts)] : []),
    ...(kept.includes("lists") ? [SHEETS_TEXT.listsKept] : []),
    ...(kept.includes("colors") ? [SHEETS_TEXT.colorsKept] : []),
    ...(isMoved ? [SHEETS_TEXT.movedColors] : []),
  ];
}

// ---------------------------------------------------------------- called from the sidebar

/** What the sidebar is told; every value survives `google.script.run`. */
export type Polled = {
  readonly hash: string;
  readonly selected: Place | null;
} & (
  | { readonly kind: "same" }
  | { readonly kind: "empty" }
  /** `carried`: the fingerprint of the checklist that the spreadsheet brings along; null for a published one. */
  | { readonly kind: "report"; readonly report: Report; readonly carried: string | null }
  /** It brings along one that cannot be used; a sentence. */
  | { readonly kind: "unread"; readonly message: string }
);

/** The report, or only the hash where the sheets are as they were when the caller got `known`. */
export function poll(known: string): Polled {
  const book = activeBook();
  const sheets = book.getSheets();
  const contents = readContents(sheets);
  const hash = hashOf(contents);
  const selected = selectedPlace();
  if (hash === known) return { kind: "same", hash, selected };
  const snapshot = snapshotOf(book, sheets, contents);
  if (!snapshot || isHalfBuilt(snapshot)) return { kind: "empty", hash, selected };
  const { refusal } = admit(EDITIONS, snapshot);
  if (refusal?.code === "checklistUnread")
    return { kind: "unread", hash, selected, message: unfitText(refusal, SHEETS_REMEDIES) };
  const carried = carriedHash(EDITIONS, snapshot);
  return { kind: "report", hash, selected, report: report(EDITIONS, snapshot), carried };
}

/** The checklist that the spreadsheet is of: the sidebar asks for one that it does not know. */
export function ownChecklist(): FullChecklist {
  return sheetsWorkbook(activeBook()).admitted().edition.checklist;
}

/** Null where nothing is selected, and where a chart has the whole sheet for itself. */
function activeRange(): GoogleAppsScript.Spreadsheet.Range | null {
  try {
    return SpreadsheetApp.getActiveRange();
  } catch {
    return null;
  }
}

function selectedPlace(): Place | null {
  const range = activeRange();
  if (!range) return null;
  return { sheet: range.getSheet().getName(), row: range.getRow(), column: range.getColumn() };
}

export function newChecklist(wish: {
  readonly partner: string;
  readonly reseller: boolean;
  readonly renewal: boolean;
}): void {
  const [newest] = BUILT_IN;
  const plan: Blueprint = blueprint(newest, {
    ...blankInputs(newest),
    partner: String(wish.partner ?? ""),
    reseller: wish.reseller !== false,
    renewal: wish.renewal === true,
  });
  sheetsWorkbook(activeBook()).build(plan);
}

export function answer(id: ItemId, side: AnswerSide, given: Answer): void {
  sheetsWorkbook(activeBook()).enter((checklist) => readItemAnswer(checklist, id, side, given));
}

const WRITABLE = [
  "Evidence",
  "Owner",
  "Auditor_Note",
  "Note_Kind",
  "Closure_Evidence",
  "Closed_On",
  "Action_Plan",
] as const;

export function write(id: ItemId, field: (typeof WRITABLE)[number], text: string): void {
  if (!WRITABLE.includes(field)) throw new HostError(SHEETS_TEXT.unknownField(String(field)));
  sheetsWorkbook(activeBook()).enter((checklist) => readItemEntry(checklist, id, field, text));
}

export function goTo(place: Place): void {
  const sheet = activeBook().getSheetByName(place.sheet);
  if (!sheet || sheet.isSheetHidden()) return;
  sheet.getRange(place.row, place.column).activate();
}

export { mailLook, sendHandOver, workbookFile } from "./mail.ts";
export { takeHandOver, takePhase, takeSeal, takeSummary } from "./steps.ts";
