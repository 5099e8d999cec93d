/** Compares the sheet's formulas and their results with the core's: the same totals, computed twice. */

import { KIND_MARKS, STATE_WORDS } from "../../audit/actions.ts";
import type { Evaluation, ItemResult } from "../../audit/evaluate.ts";
import { findSection, openItems } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import { SCOPE_WORDS, scopeReasons, VERDICT_WORDS } from "../../words/en.ts";
import type { Calculation, IssueCode } from "../../words/issues.ts";
import { YES } from "../fields.ts";
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
} from "../read/locate.ts";
import type { WorkbookReading } from "../read/reading.ts";
import { normalizeFormula, References } from "./formulas.ts";
import { foundText } from "./item-rows.ts";
import { type Original, originalFormulas } from "./original.ts";
import { rule } from "./rule.ts";

/** A calculated cell with the result that the core has for it. */
interface Expected {
  readonly name: string;
  readonly found: Found;
  readonly result: CellValue;
  /** Normalised; null where the cell holds a constant. */
  readonly formula: string | null;
  readonly calculates: Calculation;
}

const COLUMN_RESULTS: Readonly<
  Record<
    string,
    {
      readonly of: (row: ItemResult, checklist: Checklist, format: number) => CellValue;
      readonly calculates: Extract<Calculation, { item: unknown }>["of"];
    }
  >
> = {
  Item_Scope: { of: (row) => SCOPE_WORDS[row.scope], calculates: "itemScope" },
  Self_Points: { of: (row) => row.selfPoints, calculates: "itemPoints" },
  Auditor_Points: { of: (row) => row.auditorPoints, calculates: "itemPoints" },
  Action_Item: {
    of: (row) =>
      row.actionState === null ? "" : KIND_MARKS[row.mandatory ? "mandatory" : "score-impacting"],
    calculates: "itemAction",
  },
  Action_State: {
    of: (row) => (row.actionState === null ? "" : STATE_WORDS[row.actionState]),
    calculates: "itemState",
  },
  Final_Points: { of: (row) => row.finalPoints, calculates: "itemPoints" },
  Scope_Reason: {
    of: (row, checklist, format) => scopeReasons(checklist, format)[row.scopeReason],
    calculates: "itemScope",
  },
};

/** Where single results are shown once more: a cell there that is nothing but a name shows what stands under it. */
const SHOWN_AGAIN: readonly string[] = ["Overview_Scores", "Checklist_Top"];

export const calculatedCells = rule({
  severity: { formulaLost: "error", formulaChanged: "error", notRecalculated: "warning" },
  *check({ checklist, original, snapshot, reading, strict, told, names }) {
    const references = new References(names.areas);
    const originalAt = originalFormulas(original, names.areas);
    const known = original.plan.names.map(({ name }) => name);
    const lost = new Set(known.filter(names.isUnsound).map((name) => name.toUpperCase()));
    const stale: Found[] = [];
    // What adds up a cell that is not as it should be cannot be right before that is.
    let follows = told.some(
      ({ code, severity }) =>
        THROWN_OFF_BY.has(code) && (code !== "nameMissing" || severity === "error"),
    );
    for (const expected of expectedCells(checklist, original, snapshot, reading, strict)) {
      const { name, found, calculates } = expected;
      const { place } = found;
      if (names.isUnsound(name)) continue;
      if (expected.formula !== null && found.formula === null) {
        follows = true;
        yield { code: "formulaLost", place, values: { found: foundText(found), calculates } };
      } else if (
        expected.formula !== null &&
        found.formula !== null &&
        found.formula !== originalAt(place) &&
        normalizeFormula(found.formula, place, references) !== expected.formula
      ) {
        // Nothing can be compared with a name that is gone: that it is gone is told.
        if (lost.size > 0 && mentions(expected.formula, lost)) continue;
        follows = true;
        const { formula } = found;
        const isSlipped = (rows: number) =>
          normalizeFormula(formula, { ...place, row: place.row - rows }, references) ===
          expected.formula;
        const slipped = SLIPS.find(isSlipped) ?? 0;
        yield { code: "formulaChanged", place, values: { calculates, slipped } };
      } else if (!sameValue(found.value, expected.result)) stale.push(found);
    }
    const [first] = stale;
    if (!first) return;
    const values = { count: stale.length, follows };
    yield { code: "notRecalculated", place: first.place, values };
  },
});

/** Faults of entries and rows that the sheet's formulas do not see through, as the core does. */
const THROWN_OFF_BY: ReadonlySet<string> = new Set<IssueCode>([
  "sheetMissing",
  "nameMissing",
  "nameCut",
  "nameElsewhere",
  "nameMisplaced",
  "itemMissing",
  "itemDuplicate",
  "itemUnknown",
  "idAsNumber",
  "sectionChanged",
  "keyChanged",
  "pointsChanged",
  "pointsUnknown",
  "unknownAnswer",
  "unknownWord",
  "unknownDate",
  "dateAsText",
]);

/** By how many rows formulas are looked for that did not move along with theirs. */
const SLIPS: readonly number[] = [1, -1, 2, -2, 3, -3];

const mentions = (formula: string, names: ReadonlySet<string>): boolean =>
  (formula.match(/[A-Z_][A-Z0-9_]*/g) ?? []).some((word) => names.has(word));

/** The names whose formulas are compared with those of a new workbook. */
export const COMPARED: readonly string[] = [
  ...Object.keys(COLUMN_RESULTS),
  "Item_Subtract",
  "Item_Add",
  "Item_Mandatory",
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
  { format, formulas }: Original,
  snapshot: Snapshot,
  reading: WorkbookReading,
  strict: Evaluation,
): Generator<Expected> {
  const open = openItems(checklist);
  for (const row of strict.items) {
    const own = reading.rows.get(row.id);
    if (!own) continue;
    for (const [name, { of, calculates }] of Object.entries(COLUMN_RESULTS)) {
      const found = cellInRow(snapshot, name, own.sheetRow);
      if (!found) continue;
      yield {
        name,
        found,
        result: of(row, checklist, format),
        formula: formulas.get(name)?.[0] ?? null,
        calculates: { of: calculates, item: row.id },
      };
    }
    const place = own.item ? open.indexOf(own.item) : -1;
    if (place < 0) continue;
    for (const [name, of, result] of [
      ["Item_Subtract", "itemSubtract", row.ifNotMet],
      ["Item_Add", "itemAdd", row.ifMet],
      ["Item_Mandatory", "itemMandatory", row.mandatory ? YES : ""],
    ] as const) {
      const formula = formulas.get(name)?.[place] ?? null;
      const found = cellInRow(snapshot, name, own.sheetRow);
      // In format 1 people filled what the item adds.
      if (!found || formula === null) continue;
      yield { name, found, result, formula, calculates: { of, item: row.id } };
    }
  }
  const { self, preliminary, final } = strict.scores;
  const cells: readonly [string, CellValue, "total" | "verdict" | "dueDate"][] = [
    ["Self_Total", self.total, "total"],
    ["Auditor_Total", preliminary.total, "total"],
    ["Final_Total", final.total, "total"],
    ["Self_Answered", self.answered, "verdict"],
    ["Auditor_Answered", preliminary.answered, "verdict"],
    ["Final_Answered", final.answered, "verdict"],
    ["Self_Ceiling", self.ceiling, "verdict"],
    ["Auditor_Ceiling", preliminary.ceiling, "verdict"],
    ["Final_Ceiling", final.ceiling, "verdict"],
    ["Self_Verdict", VERDICT_WORDS[self.verdict], "verdict"],
    ["Auditor_Verdict", VERDICT_WORDS[preliminary.verdict], "verdict"],
    ["Final_Verdict", VERDICT_WORDS[final.verdict], "verdict"],
    ["Action_Items_Due_On", strict.deadlines.actionItemsDueOn, "dueDate"],
  ];
  for (const [name, result, of] of cells) {
    const found = firstCell(snapshot, name);
    if (found)
      yield { name, found, result, formula: formulas.get(name)?.[0] ?? null, calculates: { of } };
  }
  const byName = new Map(cells.map((cell) => [cell[0].toUpperCase(), cell]));
  for (const shown of SHOWN_AGAIN) {
    const range = snapshot.names[shown];
    for (const found of range ? cellsOf(range) : []) {
      const cell = byName.get(found.formula?.replace(/^=|\s/g, "").toUpperCase() ?? "");
      if (!cell) continue;
      const [name, result, of] = cell;
      yield { name, found, result, formula: null, calculates: { of } };
    }
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
      calculates: { of: "sectionTotal", section },
    };
  }
}
