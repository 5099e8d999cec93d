/** What is mended where it stands: formulas, points, hidden keys and ids, lists to choose from, protection, merged cells. */

import { serialFromIso } from "../audit/dates.ts";
import type { IssueCode } from "../words/issues.ts";
import { overlap } from "../workbook/area.ts";
import { COMPARED } from "../workbook/check/calculated.ts";
import { normalizeFormula, References } from "../workbook/check/formulas.ts";
import { stateOfNames } from "../workbook/check/names.ts";
import { noOriginal } from "../workbook/check/original.ts";
import { bodyOf } from "../workbook/draw/layout.ts";
import { RECORDED } from "../workbook/fields.ts";
import type { Issue, IssueOf } from "../workbook/issues.ts";
import type {
  Area,
  BlueprintCell,
  CellValue,
  InputRule,
  Mending,
  PlacedCell,
  SheetPlan,
} from "../workbook/port.ts";
import { cellText, type Found } from "../workbook/read/locate.ts";
import type { MendKind } from "./kinds.ts";
import { type Damaged, type Mend, mendAt, mendOf, NO_PASS, type Pass } from "./pass.ts";
import {
  cellFinder,
  coveringFormula,
  movedFormula,
  type Placement,
  placed,
  placementsOf,
} from "./placement.ts";
import { rowMends, sortedApart } from "./rows.ts";
import { plainFormula, untouchable } from "./slipped.ts";

export function cellsPass(damaged: Damaged, issues: readonly Issue[]): Pass {
  const placements = placementsOf(damaged);
  // Which of two rows an entry belongs to is not known then: nothing is said of it by a key that fits.
  const isApart = sortedApart(damaged).length > 0;
  const untouched = untouchable(damaged);
  const keys = keyMends(damaged, issues).filter(
    ({ mend }) => !untouched.has(mend.place?.sheet ?? ""),
  );
  const fixed = isApart ? [] : [...keys, ...rowMends(damaged)];
  // A cell that is given another key first has its formula looked at in the next pass, by its new key.
  const formulas = fixed.some(({ mend }) => mend.kind === "id")
    ? []
    : formulaMends(damaged, placements, untouched);
  const cells = [...fixed, ...formulas];
  const lists = lostLists(damaged, placements, issues);
  const protect = issues.flatMap((issue) =>
    issue.code === "protectionOff" ? [issue.values.sheet] : [],
  );
  const merged = issues.some(({ code }) => code === "cellsMerged") ? mergedAreas(damaged) : [];
  const mends = [
    ...cells.map(({ mend }) => mend),
    ...lists.names.map((name) => mendOf("list", name)),
    ...protect.map((sheet) => mendOf("protection", sheet)),
    ...merged.map(({ sheet, row, column }) => mendAt("merged", { sheet, row, column }, null, null)),
  ];
  if (mends.length === 0) return NO_PASS;
  const mending: Mending = {
    cells: cells.flatMap(({ cell }) => cell),
    inputs: lists.inputs,
    protect,
    unmerge: merged,
  };
  return { mends, mending };
}

/** One fault that is mended, with all the cells that it takes. */
export interface CellMend {
  readonly mend: Mend;
  readonly cell: readonly PlacedCell[];
}

const at = ({ place }: Found, value: CellValue): PlacedCell => ({ ...place, value });

type KeyCode = Extract<IssueCode, "keyChanged" | "pointsChanged" | "sectionChanged" | "idAsNumber">;

const KEY_KINDS: Readonly<Record<KeyCode, MendKind>> = {
  keyChanged: "key",
  pointsChanged: "points",
  sectionChanged: "key",
  idAsNumber: "id",
};

const isKeyIssue = (issue: Issue): issue is IssueOf<KeyCode> => issue.code in KEY_KINDS;

/** The checks say themselves what belongs there. */
function keyMends({ snapshot }: Damaged, issues: readonly Issue[]): CellMend[] {
  const find = cellFinder(snapshot);
  return issues.filter(isKeyIssue).flatMap((issue): CellMend[] => {
    const { place } = issue;
    const found = place && find(place.sheet, place.row, place.column);
    if (!found) return [];
    const right = rightValue(issue);
    const mend = mendAt(KEY_KINDS[issue.code], found.place, found.value, right);
    return [{ mend, cell: [at(found, right)] }];
  });
}

function rightValue(issue: IssueOf<KeyCode>): CellValue {
  switch (issue.code) {
    case "keyChanged":
      return issue.values.right;
    case "pointsChanged":
      return issue.values.points;
    case "sectionChanged":
      return Number(issue.values.section);
    case "idAsNumber":
      return issue.values.item;
  }
}

/** Formulas that are gone, that calculate something else, or that point nowhere. */
function formulaMends(
  damaged: Damaged,
  placements: ReadonlyMap<string, Placement>,
  untouched: ReadonlySet<string>,
): CellMend[] {
  const { plan, snapshot, format } = damaged;
  const find = cellFinder(snapshot);
  const { areas } = stateOfNames({ ...noOriginal(format), plan }, snapshot);
  const home = plan.names.find(({ name }) => name === "Item_Id")?.sheet;
  const [ownReferences, planned] = [
    new References(areas),
    new References(plan.names.map(({ name, sheet, area }) => ({ ...area, name, sheet }))),
  ];
  return plan.sheets.flatMap((sheet) => {
    const placement = placements.get(sheet.name);
    if (!placement || untouched.has(placement.title)) return [];
    const isCompared = comparedCells(damaged, sheet);
    const rows =
      sheet.name === home
        ? bodyOf(damaged.edition.checklist).flatMap(({ row }) => placement.row(row) ?? [])
        : [];
    return sheet.cells.flatMap((cell): CellMend[] => {
      const { formula, value } = cell;
      const where = formula === undefined ? null : placed(placement, cell);
      const found = where && find(placement.title, where.row, where.column);
      const moved = formula === undefined ? null : movedFormula(formula, placement);
      if (formula === undefined || !found || moved === null) return [];
      const isSame = (): boolean => {
        const own = found.formula ?? "";
        if (plainFormula(own) === plainFormula(moved)) return true;
        // Rows of somebody's own, at the end of a block, are no fault in its sum.
        const covering = rows.length > 0 ? coveringFormula(moved, rows) : null;
        if (covering !== null) {
          const covered = coveringFormula(own, rows);
          return covered !== null && plainFormula(covered) === plainFormula(covering);
        }
        return (
          normalizeFormula(own, found.place, ownReferences) ===
          normalizeFormula(formula, { ...cell, sheet: sheet.name }, planned)
        );
      };
      const isRight =
        found.formula !== null && (isCompared(cell) || isBroken(found) ? isSame() : true);
      if (isRight) return [];
      const shown = found.formula === null ? found.value : `=${found.formula}`;
      return [
        {
          mend: mendAt("formula", found.place, shown, `=${moved}`),
          cell: [{ ...at(found, value), formula: moved }],
        },
      ];
    });
  });
}

/** Right formulas whose stored results are not those that the core has for them. */
export function staleCells(damaged: Damaged): PlacedCell[] {
  const { plan, snapshot } = damaged;
  const find = cellFinder(snapshot);
  const placements = placementsOf(damaged);
  const untouched = untouchable(damaged);
  return plan.sheets.flatMap((sheet) => {
    const placement = placements.get(sheet.name);
    if (!placement || untouched.has(placement.title)) return [];
    return sheet.cells.flatMap(({ formula, value, ...cell }): PlacedCell[] => {
      const where = formula === undefined ? null : placed(placement, cell);
      const found = where && find(placement.title, where.row, where.column);
      const moved = formula === undefined ? null : movedFormula(formula, placement);
      if (!found?.formula || moved === null) return [];
      if (plainFormula(found.formula) !== plainFormula(moved)) return [];
      const isSame = cellText(found.value) === cellText(shownAs(value, found.value));
      return isSame ? [] : [{ ...at(found, value), formula: found.formula }];
    });
  });
}

/** A day may be read as its number, where it does not stand under a date's name. */
const shownAs = (value: CellValue, found: CellValue): CellValue =>
  typeof value === "object" && value !== null && "date" in value && typeof found === "number"
    ? serialFromIso(value.date)
    : value;

const isBroken = ({ formula }: Found): boolean => /#(?:REF!|NAME\?)/.test(formula ?? "");

/** Cells in which another formula is a fault; elsewhere people may show what they like. */
function comparedCells({ plan }: Damaged, sheet: SheetPlan): (cell: BlueprintCell) => boolean {
  const areas = plan.names.flatMap((named) =>
    named.sheet === sheet.name && (COMPARED.includes(named.name) || isHeadingSum(named.name))
      ? [named.area]
      : [],
  );
  return ({ row, column }) =>
    areas.some((area) => overlap(area, { row, column, rows: 1, columns: 1 }) !== null);
}

/** Headings count and add up their block in these columns. */
const isHeadingSum = (name: string): boolean =>
  ["Self_Answer", "Auditor_Answer", "Item_Requirement", "Item_Add"].includes(name);

/** Rules of the columns that lost theirs, on the cells as they stand. */
function lostLists(
  { plan, snapshot }: Damaged,
  placements: ReadonlyMap<string, Placement>,
  issues: readonly Issue[],
): {
  readonly names: readonly string[];
  readonly inputs: readonly (InputRule & { sheet: string })[];
} {
  const lost = issues.flatMap((issue) => (issue.code === "listLost" ? [issue.values.name] : []));
  const names: string[] = [];
  const inputs: (InputRule & { sheet: string })[] = [];
  for (const name of lost) {
    const named = plan.names.find((entry) => entry.name === name);
    const sheet = plan.sheets.find((entry) => entry.name === named?.sheet);
    const placement = sheet && placements.get(sheet.name);
    if (!named || !sheet || !placement || !snapshot.names[name]) continue;
    for (const rule of sheet.inputs) {
      const areas = rule.areas.flatMap((area) => {
        const own = overlap(area, named.area);
        return own ? movedCells(own, placement) : [];
      });
      if (areas.length > 0) inputs.push({ ...rule, areas, sheet: placement.title });
    }
    names.push(name);
  }
  return { names, inputs };
}

/** The cells of an area where they stand now, a row each. */
function movedCells({ row, column, rows, columns }: Area, placement: Placement): Area[] {
  return Array.from({ length: rows }, (_, down) => row + down).flatMap((planned) => {
    const first = placed(placement, { row: planned, column });
    return first ? [{ ...first, rows: 1, columns }] : [];
  });
}

/** All that reach into our cells: an entry under one is read without being seen. */
function mergedAreas({ snapshot }: Damaged): (Area & { readonly sheet: string })[] {
  const ranges = Object.entries(snapshot.names).filter(([name]) => !RECORDED.includes(name));
  return (snapshot.merged ?? []).filter((area) =>
    ranges.some(([, range]) => range.sheet === area.sheet && overlap(range, area) !== null),
  );
}
