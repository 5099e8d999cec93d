/** Compares the sheet's formulas and their results with the core's: the same totals, computed twice. */

import type { Evaluation, ItemResult } from "../../audit/evaluate.ts";
import { findSection, fullRequirement, isFull } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import {
  CALCULATED_TEXT,
  ISSUE_TEXT,
  NOTHING,
  SCOPE_REASONS,
  SCOPE_WORDS,
  VERDICT_WORDS,
} from "../../words/en.ts";
import { areaAddress, overlap } from "../a1.ts";
import { STATE_WORDS } from "../draw/checklist.ts";
import { CALCULATED, calculatedNamed, INPUTS } from "../fields.ts";
import { type Issue, type Place, placeText, type Severity } from "../issues.ts";
import type { Edition } from "../library.ts";
import type { CellValue, Snapshot } from "../port.ts";
import {
  cellIn,
  cellInRow,
  cellsOf,
  cellText,
  type Found,
  firstCell,
  isBlank,
  rowsRead,
  valueInRow,
} from "../read/locate.ts";
import type { Reading } from "../read/reading.ts";
import { type NamedArea, normalizeFormula, References } from "./formulas.ts";
import { cellKey, type Original, originalFormulas, plannedRows } from "./original.ts";

/** A calculated cell with the result that the core has for it. */
interface Expected {
  readonly name: string;
  readonly found: Found;
  readonly result: CellValue;
  /** Normalised; null where the cell holds a constant. */
  readonly formula: string | null;
  /** What is calculated there, for sentences. */
  readonly what: string;
}

const COLUMN_RESULTS: Readonly<
  Record<
    string,
    { readonly of: (row: ItemResult) => CellValue; readonly what: (id: string) => string }
  >
> = {
  Item_Scope: { of: (row) => SCOPE_WORDS[row.scope], what: CALCULATED_TEXT.itemScope },
  Self_Points: { of: (row) => row.selfPoints, what: CALCULATED_TEXT.itemPoints },
  Auditor_Points: { of: (row) => row.auditorPoints, what: CALCULATED_TEXT.itemPoints },
  Action_Item: {
    of: (row) => (row.actionState === null ? "" : row.mandatory ? "MAI" : "SIAI"),
    what: CALCULATED_TEXT.itemAction,
  },
  Action_State: {
    of: (row) => (row.actionState === null ? "" : STATE_WORDS[row.actionState]),
    what: CALCULATED_TEXT.itemState,
  },
  Final_Points: { of: (row) => row.finalPoints, what: CALCULATED_TEXT.itemPoints },
  Scope_Reason: { of: (row) => SCOPE_REASONS[row.scopeReason], what: CALCULATED_TEXT.itemScope },
};

/** Faults of formulas, stored results, lists and protection; `strict` is what the formulas should see. */
export function checkFormulas(
  { checklist, original }: Edition,
  snapshot: Snapshot,
  reading: Reading,
  strict: Evaluation,
): Issue[] {
  const template = original();
  const issues: Issue[] = [];
  const report = (
    code: keyof typeof ISSUE_TEXT,
    severity: Severity,
    message: string,
    place: Place | null,
  ) => issues.push({ code, severity, place, where: place && placeText(place), message });

  checkNames(template, snapshot, report);
  const references = new References(
    Object.entries(snapshot.names).map(([name, range]): NamedArea => ({ ...range, name })),
  );
  const originalAt = originalFormulas(template, snapshot);
  const stale: Found[] = [];
  for (const expected of expectedCells(checklist, template, snapshot, reading, strict)) {
    const { found, what } = expected;
    const at = placeText(found.place);
    if (expected.formula !== null && found.formula === null) {
      const shown = isBlank(found.value) ? NOTHING : cellText(found.value);
      report("formulaLost", "error", ISSUE_TEXT.formulaLost(at, shown, what), found.place);
      continue;
    }
    if (expected.formula !== null && found.formula !== null) {
      if (
        found.formula !== originalAt(found.place) &&
        normalizeFormula(found.formula, found.place, references) !== expected.formula
      ) {
        report("formulaChanged", "error", ISSUE_TEXT.formulaChanged(at, what), found.place);
        continue;
      }
    }
    if (!sameValue(found.value, expected.result)) stale.push(found);
  }
  const first = stale[0];
  if (first) {
    // What adds up a cell that is not as it should be cannot be right before that is.
    const follows =
      issues.some(({ code }) => code === "formulaLost" || code === "formulaChanged") ||
      reading.issues.some(({ code }) => THROWN_OFF_BY.has(code));
    const message = ISSUE_TEXT.notRecalculated(stale.length, placeText(first.place), follows);
    report("notRecalculated", "warning", message, first.place);
  } else {
    checkBlocks(checklist, snapshot, strict, report);
  }
  checkDisplays(checklist, template, snapshot, new Set(issues.map(({ where }) => where)), report);
  checkTexts(checklist, snapshot, reading, report);
  checkMerged(snapshot, reading, report);
  checkGuards(snapshot, report);
  return issues;
}

/** Faults of entries and rows that the sheet's formulas do not see through, as the core does. */
const THROWN_OFF_BY: ReadonlySet<string> = new Set<keyof typeof ISSUE_TEXT>([
  "itemMissing",
  "itemDuplicate",
  "itemUnknown",
  "idAsNumber",
  "sectionChanged",
  "pointsChanged",
  "pointsUnknown",
  "unknownAnswer",
  "unknownWord",
  "unknownDate",
  "dateAsText",
]);

/** The names whose formulas are compared with those of a new workbook. */
export const COMPARED: readonly string[] = [
  ...Object.keys(COLUMN_RESULTS),
  "Item_Subtract",
  "Action_Items_Due_On",
  ...["Self", "Auditor", "Final"].flatMap((side) =>
    ["Total", "Answered", "Ceiling", "Verdict", "Sections"].map((what) => `${side}_${what}`),
  ),
];

function sameValue(found: CellValue, expected: CellValue): boolean {
  if (isBlank(found) || isBlank(expected)) return isBlank(found) && isBlank(expected);
  return cellText(found) === cellText(expected);
}

function* expectedCells(
  checklist: Checklist,
  { formulas }: Original,
  snapshot: Snapshot,
  reading: Reading,
  strict: Evaluation,
): Generator<Expected> {
  for (const row of strict.items) {
    const own = reading.rows.get(row.id);
    if (!own) continue;
    for (const [name, { of, what }] of Object.entries(COLUMN_RESULTS)) {
      const found = cellInRow(snapshot, name, own.sheetRow);
      if (!found) continue;
      yield {
        name,
        found,
        result: of(row),
        formula: formulas.get(name)?.[0] ?? null,
        what: what(row.id),
      };
    }
    if (own.item?.provenance !== "reconstructed") continue;
    const found = cellInRow(snapshot, "Item_Subtract", own.sheetRow);
    if (!found) continue;
    yield {
      name: "Item_Subtract",
      found,
      result: row.ifNotMet,
      formula: formulas.get("Item_Subtract")?.[0] ?? null,
      what: CALCULATED_TEXT.itemSubtract(row.id),
    };
  }
  const { self, preliminary, final } = strict.scores;
  const cells: readonly [string, CellValue, string][] = [
    ["Self_Total", self.total, CALCULATED_TEXT.total],
    ["Auditor_Total", preliminary.total, CALCULATED_TEXT.total],
    ["Final_Total", final.total, CALCULATED_TEXT.total],
    ["Self_Answered", self.answered, CALCULATED_TEXT.verdict],
    ["Auditor_Answered", preliminary.answered, CALCULATED_TEXT.verdict],
    ["Final_Answered", final.answered, CALCULATED_TEXT.verdict],
    ["Self_Ceiling", self.ceiling, CALCULATED_TEXT.verdict],
    ["Auditor_Ceiling", preliminary.ceiling, CALCULATED_TEXT.verdict],
    ["Final_Ceiling", final.ceiling, CALCULATED_TEXT.verdict],
    ["Self_Verdict", VERDICT_WORDS[self.verdict], CALCULATED_TEXT.verdict],
    ["Auditor_Verdict", VERDICT_WORDS[preliminary.verdict], CALCULATED_TEXT.verdict],
    ["Final_Verdict", VERDICT_WORDS[final.verdict], CALCULATED_TEXT.verdict],
    ["Action_Items_Due_On", strict.deadlines.actionItemsDueOn, CALCULATED_TEXT.dueDate],
  ];
  for (const [name, result, what] of cells) {
    const found = firstCell(snapshot, name);
    if (found) yield { name, found, result, formula: formulas.get(name)?.[0] ?? null, what };
  }
  for (const [name, score] of [
    ["Self_Sections", self],
    ["Auditor_Sections", preliminary],
    ["Final_Sections", final],
  ] as const) {
    yield* sectionCells(checklist, snapshot, name, score.sections, formulas.get(name)?.[0] ?? null);
  }
}

/** Section totals are found by their key, so that a row inserted between them does no harm. */
function* sectionCells(
  checklist: Checklist,
  snapshot: Snapshot,
  name: string,
  totals: Readonly<Record<string, number>>,
  formula: string | null,
): Generator<Expected> {
  const range = snapshot.names[name];
  if (!range) return;
  for (let index = 0; index < rowsRead(range); index += 1) {
    const key = cellInRow(snapshot, "Section_Keys", range.row + index)?.value;
    const number = key === undefined || key === null ? String(index + 1) : cellText(key);
    const section = findSection(checklist, number)?.id;
    if (section === undefined || (key === null && range.rows !== checklist.sections.length))
      continue;
    const result = totals[section] ?? null;
    yield {
      name,
      found: cellIn(range, index),
      result,
      formula,
      what: CALCULATED_TEXT.sectionTotal(section),
    };
  }
}

/** Names that are gone. A sheet that went with all of its names is said once. */
function checkNames({ plan }: Original, snapshot: Snapshot, report: Report): void {
  const plannedOn = new Map(plan.names.map(({ name, sheet }) => [name, sheet]));
  const left = new Set<string>();
  for (const [name, sheet] of plannedOn) if (snapshot.names[name]) left.add(sheet);
  for (const sheet of new Set(plannedOn.values())) {
    if (!left.has(sheet)) report("sheetMissing", "error", ISSUE_TEXT.sheetMissing(sheet), null);
  }
  for (const field of [...INPUTS, ...CALCULATED]) {
    if (snapshot.names[field.name] || !left.has(plannedOn.get(field.name) ?? "")) continue;
    const severity = field.essential ? "error" : "warning";
    report("nameMissing", severity, ISSUE_TEXT.nameMissing(field.name), null);
  }
}

/** What shows scores and lists beside the figures that are compared: there a formula has to be, whichever. */
export const DISPLAYED: readonly string[] = [
  "Overview_Scores",
  "Overview_Sections",
  "Overview_Actions",
  "Overview_Checks",
  "Checklist_Top",
  "Self_Points",
  "Auditor_Points",
  "Final_Points",
  "Item_Number",
  "Action_List",
];

/** `told` are the places of which something was said already. */
function checkDisplays(
  checklist: Checklist,
  { plan, cells }: Original,
  snapshot: Snapshot,
  told: ReadonlySet<string | null>,
  report: Report,
): void {
  const rows = plannedRows(checklist, snapshot);
  const lost: Found[] = [];
  for (const name of DISPLAYED) {
    const range = snapshot.names[name];
    const named = plan.names.find((entry) => entry.name === name);
    if (!range || !named) continue;
    const isColumn = calculatedNamed(name)?.shape === "column";
    const isPlanned = ({ place: { row, column } }: Found): boolean => {
      const plannedRow = isColumn ? rows.get(row) : named.area.row + row - range.row;
      if (plannedRow === undefined || (isColumn && isOthers(checklist, snapshot, row)))
        return false;
      return cells.has(cellKey(named.sheet, plannedRow, named.area.column + column - range.column));
    };
    const all = cellsOf(range);
    if (!isColumn) {
      // Where rows or columns came in, went or moved, nobody knows which cell is which, only how many there were.
      if (range.rows !== named.area.rows || range.columns !== named.area.columns) continue;
      const left = all.filter(({ formula }) => formula !== null).length;
      if (left >= all.filter(isPlanned).length) continue;
    }
    for (const found of all) {
      if (found.formula !== null || told.has(placeText(found.place)) || !isPlanned(found)) continue;
      lost.push(found);
    }
  }
  const first = lost[0];
  if (!first) return;
  const shown = isBlank(first.value) ? null : cellText(first.value);
  const message = ISSUE_TEXT.displayLost(lost.length, placeText(first.place), shown);
  report("displayLost", "error", message, first.place);
}

/** A row of somebody's own, whose id happens to be a section's. */
function isOthers(checklist: Checklist, snapshot: Snapshot, row: number): boolean {
  const id = cellText(valueInRow(snapshot, "Item_Id", row)).trim();
  const section = findSection(checklist, id);
  return section !== null && valueInRow(snapshot, "Item_Title", row) !== section.title;
}

/** Titles and requirements are compared where their texts are at hand; the panel in Excel loads them later. */
function checkTexts(
  checklist: Checklist,
  snapshot: Snapshot,
  reading: Reading,
  report: Report,
): void {
  if (!isFull(checklist)) return;
  const changed: { readonly id: string; readonly found: Found }[] = [];
  for (const [id, row] of reading.rows) {
    const { item } = row;
    if (!item) continue;
    const title = cellInRow(snapshot, "Item_Title", row.sheetRow);
    const requirement = cellInRow(snapshot, "Item_Requirement", row.sheetRow);
    const found =
      title && plainText(title) !== item.title
        ? title
        : requirement && plainText(requirement) !== plain(fullRequirement(checklist, item))
          ? requirement
          : null;
    if (found) changed.push({ id, found });
  }
  const first = changed[0];
  if (!first) return;
  const ids = changed.map(({ id }) => id);
  const message = ISSUE_TEXT.textChanged(ids, placeText(first.found.place));
  report("textChanged", "warning", message, first.found.place);
}

/** Programs break lines in more than one way. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
const plainText = ({ value }: Found): string => plain(cellText(value));

type Report = (
  code: keyof typeof ISSUE_TEXT,
  severity: Severity,
  message: string,
  place: Place | null,
) => void;

/** A heading's sum covers its own block; after sorting by hand it may cover others. */
function checkBlocks(
  checklist: Checklist,
  snapshot: Snapshot,
  strict: Evaluation,
  report: Report,
): void {
  const ids = snapshot.names.Item_Id;
  if (!ids) return;
  cellsOf(ids).forEach((id) => {
    const section = findSection(checklist, cellText(id.value).trim());
    if (!section || typeof cellInRow(snapshot, "Item_Section", id.place.row)?.value === "number")
      return;
    const sum = cellInRow(snapshot, "Self_Points", id.place.row);
    if (!sum?.formula || typeof sum.value !== "number") return;
    if (sum.value === strict.scores.self.sections[section.id]) return;
    const at = placeText(sum.place);
    report("blockSum", "warning", ISSUE_TEXT.blockSum(section.id, at), sum.place);
  });
}

/** A merged cell shows its first cell alone; an entry in any other is read without being seen. */
function checkMerged(snapshot: Snapshot, reading: Reading, report: Report): void {
  const itemRows = new Set([...reading.rows.values()].map(({ sheetRow }) => sheetRow));
  const merged = (snapshot.merged ?? []).filter((area) =>
    INPUTS.some(({ name, shape }) => {
      const range = snapshot.names[name];
      const inside = range?.sheet === area.sheet ? overlap(range, area) : null;
      if (!inside) return false;
      const rows = Array.from({ length: inside.rows }, (_, index) => inside.row + index);
      return rows
        .filter((row) => shape !== "column" || itemRows.has(row))
        .some((row) => row > area.row || inside.column + inside.columns - 1 > area.column);
    }),
  );
  const first = merged[0];
  if (!first) return;
  const message = ISSUE_TEXT.cellsMerged(
    merged.map((area) => `${area.sheet}!${areaAddress(area)}`),
  );
  const { sheet, row, column } = first;
  report("cellsMerged", "warning", message, { sheet, row, column });
}

function checkGuards(snapshot: Snapshot, report: Report): void {
  const used = new Set(Object.values(snapshot.names).map((range) => range.sheet));
  for (const sheet of snapshot.sheets) {
    if (used.has(sheet.name) && sheet.visible && !sheet.isProtected) {
      report("protectionOff", "warning", ISSUE_TEXT.protectionOff(sheet.name), null);
    }
  }
  for (const field of INPUTS) {
    const range = snapshot.names[field.name];
    const hasList = field.kind.is === "choice" || field.kind.is === "answer";
    if (range && hasList && !range.hasInputRule) {
      report("listLost", "warning", ISSUE_TEXT.listLost(field.name), cellIn(range, 0).place);
    }
  }
}
