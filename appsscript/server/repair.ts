/** Mends what typing and pasting break in the cells that were edited: words, drop-downs, formulas. */

import { ANSWER_WORDS, readAnswer } from "../../core/audit/answers.ts";
import { dateFromText } from "../../core/audit/dates.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { keptByChecklist } from "../../core/checklist/kept.ts";
import { findItem } from "../../core/checklist/lookup.ts";
import type { FullChecklist, Item } from "../../core/checklist/types.ts";
import { mapReferences, shiftFormula } from "../../core/workbook/a1.ts";
import { cellKey, cellsIn, contains, isSameArea, overlap } from "../../core/workbook/area.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { bodyOf } from "../../core/workbook/draw/layout.ts";
import { formatOfNames, inputNamed, isInputOf } from "../../core/workbook/fields.ts";
import type { Area, Blueprint, InputRule, NamePlan } from "../../core/workbook/port.ts";
import type { Located, Locator } from "./edits.ts";
import { fromSheets, toSheets } from "./formulas.ts";
import { areaOf } from "./names.ts";
import { isColumn, placeNow } from "./placement.ts";
import { replaceIfStill, type Wanted } from "./replace.ts";
import { validationOf } from "./rules.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;

export interface Repaired {
  words: number;
  lists: number;
  formulas: number;
}

/** A new workbook, to put back from. */
const blankPlan = keptByChecklist((checklist: FullChecklist) =>
  blueprint(checklist, blankInputs(checklist)),
);
const firstPlan = keptByChecklist((checklist: FullChecklist) =>
  blueprint(checklist, blankInputs(checklist), 1),
);

/** Mends the edited area of a sheet; other cells of the same columns only where they hold the same slip. */
export function repairArea(locator: Locator, edited: Range): Repaired {
  const done: Repaired = { words: 0, lists: 0, formulas: 0 };
  // What a checklist that is not known should have is not known either.
  if (!locator.edition) return done;
  const format = formatOfNames((name) => locator.find(name) !== null);
  const plan = (format === 1 ? firstPlan : blankPlan)(locator.checklist);
  const sheetId = edited.getSheet().getSheetId();
  const area = areaOf(edited);
  for (const named of namesUnder(plan, edited, area, locator)) {
    const located = locator.find(named.name);
    const shared = located?.sheetId === sheetId ? overlap(area, located.area) : null;
    if (!located || !shared) continue;
    const repair = new RangeRepair(plan, named, located, shared, locator);
    const field = inputNamed(named.name);
    if (field && isInputOf(field, format)) {
      done.words += repair.words();
      done.lists += repair.lists();
    } else done.formulas += repair.formulas();
  }
  return done;
}

/**
 * The names that the edit may lie under. A sheet whose title is ours has them, as a rule, where they were
 * planned, and each is checked before it is used; on other sheets of ours all of them have to be asked.
 */
function namesUnder(blueprint: Blueprint, edited: Range, area: Area, locator: Locator): NamePlan[] {
  const sheet = edited.getSheet();
  const title = sheet.getName();
  const planned = blueprint.names.filter((named) => named.sheet === title);
  const near = planned.filter((named) => overlap(named.area, area));
  const isInPlace = near.every((named) => {
    const located = locator.find(named.name);
    return located?.title === title && isSameArea(located.area, named.area);
  });
  if (near.length > 0 && isInPlace) return near;
  const here = new Set(sheet.getNamedRanges().map((named) => named.getName()));
  return blueprint.names.filter((named) => here.has(named.name));
}

/** One name's cells within the edit. */
class RangeRepair {
  private readonly plan: Blueprint;
  private readonly named: NamePlan;
  private readonly located: Located;
  private readonly shared: Area;
  private readonly locator: Locator;

  constructor(plan: Blueprint, named: NamePlan, located: Located, shared: Area, locator: Locator) {
    this.plan = plan;
    this.named = named;
    this.located = located;
    this.shared = shared;
    this.locator = locator;
  }

  /** The shared block as a range. */
  private block(): Range {
    const { row, column, rows, columns } = this.shared;
    return this.located.range.getSheet().getRange(row, column, rows, columns);
  }

  /** Puts values whose meaning is plain into their exact words; returns how many. */
  words(): number {
    const kind = inputNamed(this.named.name)?.kind;
    if (!kind || kind.is === "text" || kind.is === "points") return 0;
    let count = 0;
    const block = this.block();
    block.getValues().forEach((line, down) => {
      line.forEach((value: unknown, right) => {
        if (value === "" || (typeof value !== "string" && typeof value !== "number")) return;
        const item = this.itemAt(this.shared.row + down);
        if (isColumn(this.named.name) && !item) return;
        const word = this.wordFor(value, item);
        if (word === null) return;
        count += replaceIfStill(block.getCell(down + 1, right + 1), value, word);
      });
    });
    return count;
  }

  private wordFor(value: string | number, item: Item | null): Wanted | null {
    const kind = inputNamed(this.named.name)?.kind;
    if (kind?.is === "answer" && item) {
      const read = readAnswer(value, item);
      if (read.spelled || read.how === "unknown") return null;
      return read.answer === "unanswered" ? "" : ANSWER_WORDS[read.answer];
    }
    if (typeof value !== "string") return null;
    if (kind?.is === "date") {
      const day = dateFromText(value);
      return day === null ? null : { day };
    }
    if (kind?.is !== "choice") return null;
    const spoken = value.replace(/\s+/g, " ").trim().toLowerCase();
    const word = kind.values.find((entry) => entry.toLowerCase() === spoken);
    return word === undefined || word === value ? null : word;
  }

  private itemAt(row: number): Item | null {
    if (!isColumn(this.named.name)) return null;
    const id = this.locator.itemIn(row);
    return id === null ? null : findItem(this.locator.checklist, id);
  }

  /** Puts back drop-downs that a paste took away; returns how many. */
  lists(): number {
    const rules = this.plan.sheets.find((sheet) => sheet.name === this.named.sheet)?.inputs ?? [];
    const wanted = new Map<number, InputRule>();
    for (const rule of rules) {
      for (const area of rule.areas) {
        const planned = overlap(area, this.named.area);
        if (!planned) continue;
        for (const { row, column } of cellsIn(planned)) {
          const now = placeNow(this.named, row, column, this.locator);
          if (now && contains(this.shared, now)) {
            wanted.set(cellKey(now.row, now.column), rule);
          }
        }
      }
    }
    if (wanted.size === 0) return 0;
    const block = this.block();
    const present = block.getDataValidations();
    let count = 0;
    for (const { row, column } of cellsIn(this.shared)) {
      const rule = wanted.get(cellKey(row, column));
      const [down, right] = [row - this.shared.row, column - this.shared.column];
      if (!rule || present[down]?.[right]) continue;
      block.getCell(down + 1, right + 1).setDataValidation(validationOf(rule));
      count += 1;
    }
    return count;
  }

  /** Puts back formulas that were typed or pasted over; returns how many. */
  formulas(): number {
    const planned = this.plannedFormulas();
    if (planned.size === 0) return 0;
    const block = this.block();
    let count = 0;
    block.getFormulas().forEach((line, down) => {
      line.forEach((formula, right) => {
        const [row, column] = [this.shared.row + down, this.shared.column + right];
        const wanted = planned.get(cellKey(row, column));
        if (wanted === undefined || sameFormula(formula, wanted)) return;
        block.getCell(down + 1, right + 1).setFormula(toSheets(wanted));
        count += 1;
      });
    });
    return count;
  }

  /** By cell as it is now; nothing where a column that a formula refers to has moved. */
  private plannedFormulas(): Map<number, string> {
    const formulas = new Map<number, string>();
    const sheet = this.plan.sheets.find((entry) => entry.name === this.named.sheet);
    for (const cell of sheet?.cells ?? []) {
      if (cell.formula === undefined) continue;
      if (!contains(this.named.area, cell)) continue;
      const now = placeNow(this.named, cell.row, cell.column, this.locator);
      if (!now || !contains(this.shared, now)) continue;
      if (now.column !== cell.column || !this.areInPlace(cell.formula, cell.row)) continue;
      const formula = shiftFormula(cell.formula, now.row - cell.row, 0);
      formulas.set(cellKey(now.row, now.column), formula);
    }
    return formulas;
  }

  /** Whether the columns that the formula refers to by address are where they were planned. */
  private areInPlace(formula: string, row: number): boolean {
    let inPlace = true;
    mapReferences(formula, (reference) => {
      // A reference to other rows means this block of rows: it holds only while nothing was sorted.
      const isHere = reference.row === row || !isColumn(this.named.name) || reference.rowFixed;
      if (!isHere && !this.isUnsorted()) inPlace = false;
      const named = this.plan.names.find(
        (entry) =>
          entry.sheet === this.named.sheet &&
          entry.area.column === reference.column &&
          isColumn(entry.name),
      );
      const located = named ? this.locator.find(named.name) : null;
      if (named && located?.area.column !== named.area.column) inPlace = false;
      return "";
    });
    return inPlace;
  }

  private isUnsorted(): boolean {
    return [...this.locator.itemRows()].every(
      ([id, row]) => row === plannedRows(this.locator.checklist).get(id),
    );
  }
}

const plannedRows = keptByChecklist(
  (checklist) =>
    new Map<ItemId, number>(
      bodyOf(checklist).flatMap((row) =>
        row.kind === "item" ? [[row.item.id, row.row] as const] : [],
      ),
    ),
);

const sameFormula = (present: string, wanted: string): boolean =>
  fromSheets(present).replace(/\s+/g, "").toUpperCase() ===
  wanted.replace(/\s+/g, "").toUpperCase();
