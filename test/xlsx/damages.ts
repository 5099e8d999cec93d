/** What happens to workbooks outside, done to the data that a file is drawn from: each gives another blueprint. */

import type { Inputs } from "../../core/audit/inputs.ts";
import { makeSeal } from "../../core/audit/seal.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import { cellAddress, mapReferences, shiftFormula } from "../../core/workbook/a1.ts";
import { overlap } from "../../core/workbook/area.ts";
import { bodyOf, columnOf, endRow, HEADER_ROW } from "../../core/workbook/draw/layout.ts";
import type { Area, Blueprint, BlueprintCell, SheetPlan } from "../../core/workbook/port.ts";

export type Damage = (book: Blueprint, checklist: Checklist) => Blueprint;

type CellOf = (cell: BlueprintCell) => BlueprintCell | null;

const onSheet = (
  book: Blueprint,
  sheet: string,
  change: (plan: SheetPlan) => SheetPlan,
): Blueprint => ({
  ...book,
  sheets: book.sheets.map((plan) => (plan.name === sheet ? change(plan) : plan)),
});

const onCells = (book: Blueprint, sheet: string, change: CellOf): Blueprint =>
  onSheet(book, sheet, (plan) => ({
    ...plan,
    cells: plan.cells.flatMap((cell) => change(cell) ?? []),
  }));

const asValue = ({ formula: _, ...cell }: BlueprintCell): BlueprintCell => cell;

const nameOf = (book: Blueprint, name: string) => {
  const found = book.names.find((entry) => entry.name === name);
  if (!found) throw new RangeError(`no ${name}`);
  return found;
};

const isIn = (area: Area, { row, column }: BlueprintCell): boolean =>
  overlap(area, { row, column, rows: 1, columns: 1 }) !== null;

/** Cells under a name; `which` counts from 0 by rows, every one without it. */
const onName =
  (name: string, change: CellOf, which?: number): Damage =>
  (book) => {
    const { sheet, area } = nameOf(book, name);
    return onCells(book, sheet, (cell) => {
      const at = (cell.row - area.row) * area.columns + cell.column - area.column;
      return isIn(area, cell) && (which === undefined || at === which) ? change(cell) : cell;
    });
  };

/** A column's cell in the row of an item. */
const onItem =
  (name: string, id: string, change: CellOf): Damage =>
  (book, checklist) => {
    const row =
      bodyOf(checklist).find((one) => one.kind === "item" && one.item.id === id)?.row ?? 0;
    return onName(name, change, row - HEADER_ROW)(book, checklist);
  };

const withValue =
  (value: BlueprintCell["value"]): CellOf =>
  (cell) => ({ ...asValue(cell), value });

const withoutNames =
  (...gone: readonly string[]): Damage =>
  (book) => ({ ...book, names: book.names.filter(({ name }) => !gone.includes(name)) });

const withName =
  (name: string, change: (area: Area) => Area): Damage =>
  (book) => ({
    ...book,
    names: book.names.map((named) =>
      named.name === name ? { ...named, area: change(named.area) } : named,
    ),
  });

const withoutSheet =
  (title: string): Damage =>
  (book) => ({
    ...book,
    // Names point nowhere from then on.
    sheets: book.sheets.filter(({ name }) => name !== title),
  });

/** Cells move under names and formulas that do not follow, as some programs insert and delete. */
const moved =
  (sheet: string, to: (cell: BlueprintCell) => readonly [number, number] | null): Damage =>
  (book) => ({
    ...onCells(book, sheet, (cell) => {
      const place = to(cell);
      return place && { ...cell, row: place[0], column: place[1] };
    }),
  });

/** The same with names and formulas that follow, as spreadsheet programs delete a row. */
const rowDeleted =
  (sheet: string, gone: number): Damage =>
  (book) => {
    const next = (row: number) => (row > gone ? row - 1 : row);
    const follow = (formula: string) =>
      mapReferences(formula, ({ row, column, rowFixed, columnFixed }) => {
        const [letters = "", digits = ""] = cellAddress(next(row), column).split(/(?=\d)(.*)/);
        return `${columnFixed ? "$" : ""}${letters}${rowFixed ? "$" : ""}${digits}`;
      });
    return {
      ...onCells(book, sheet, (cell) =>
        cell.row === gone
          ? null
          : {
              ...cell,
              row: next(cell.row),
              ...(cell.formula === undefined ? {} : { formula: follow(cell.formula) }),
            },
      ),
      names: book.names.map((named) => {
        const { row, rows } = named.area;
        if (named.sheet !== sheet || row + rows <= gone) return named;
        const area =
          row > gone ? { ...named.area, row: row - 1 } : { ...named.area, rows: rows - 1 };
        return { ...named, area };
      }),
    };
  };

/** Whole rows of the list in another order; formulas move along as a sort moves them. */
const sorted =
  (columns: number, key: (row: readonly BlueprintCell[]) => string): Damage =>
  (book, checklist) =>
    onSheet(book, "Checklist", (plan) => {
      const [first, end] = [HEADER_ROW + 1, endRow(checklist)];
      const rows = new Map<number, BlueprintCell[]>();
      for (const cell of plan.cells)
        if (cell.row >= first && cell.row < end)
          rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
      const order = [...rows.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
      const rest = plan.cells.filter(
        ({ row, column }) => row < first || row >= end || column > columns,
      );
      const lines = order.flatMap((line, at) =>
        line.flatMap((cell) => {
          if (cell.column > columns) return [];
          const row = first + at;
          const { formula } = cell;
          return [
            {
              ...cell,
              row,
              ...(formula === undefined
                ? {}
                : { formula: shiftFormula(formula, row - cell.row, 0) }),
            },
          ];
        }),
      );
      return { ...plan, cells: [...rest, ...lines] };
    });

const titleOf = (row: readonly BlueprintCell[]): string =>
  String(row.find(({ column }) => column === columnOf("item"))?.value ?? "");

const all =
  (...damages: readonly Damage[]): Damage =>
  (book, checklist) =>
    damages.reduce((done, damage) => damage(done, checklist), book);

const COLUMN_COUNT = 32;

/** The row of an item or, by its section's id, of a heading. */
const rowOf = (checklist: Checklist, id: string): number =>
  bodyOf(checklist).find((row) => (row.kind === "item" ? row.item.id : row.section.id) === id)
    ?.row ?? 0;

/** A row once more at the end of the list, with entries of its own or as it is. */
const copied =
  (id: string, change: CellOf = (cell) => cell): Damage =>
  (book, checklist) => {
    const [row, end] = [rowOf(checklist, id), endRow(checklist)];
    const grown = onSheet(book, "Checklist", (plan) => ({
      ...plan,
      cells: plan.cells.flatMap((cell) => {
        if (cell.row === end) return [{ ...cell, row: end + 1 }];
        if (cell.row !== row) return [cell];
        const formula =
          cell.formula === undefined ? {} : { formula: shiftFormula(cell.formula, end - row, 0) };
        const copy = change({ ...cell, ...formula, row: end });
        return copy ? [cell, copy] : [cell];
      }),
    }));
    return {
      ...grown,
      names: grown.names.map((named) =>
        named.sheet === "Checklist" && named.area.row === HEADER_ROW
          ? { ...named, area: { ...named.area, rows: named.area.rows + 1 } }
          : named,
      ),
    };
  };

/** Those of which nothing but what was entered is needed to mend them. */
export const DAMAGES = {
  "points typed over": onItem("Self_Points", "8.1.1", withValue(40)),
  "a total typed over": onName("Self_Total", withValue(1000)),
  "a verdict typed over": onName("Final_Verdict", withValue("Pass")),
  "a scope typed over": onItem("Item_Scope", "8.1.1", withValue("Waived")),
  "a formula cleared": onItem("Action_State", "8.1.1", withValue(null)),
  "a formula changed": onItem("Auditor_Points", "8.1.1", (cell) => ({ ...cell, formula: "10+30" })),
  "a due date typed over": onName("Action_Items_Due_On", withValue("soon")),
  "a section's total typed over": onName("Self_Sections", withValue(5), 3),
  "a heading's most typed over": onName("Item_Add", withValue(5), 1),
  "a heading's progress typed over": onName("Self_Answer", withValue("8 of 8"), 1),
  "a display typed over": onName("Checklist_Top", withValue("Pass"), 7),
  "a formula that points nowhere": onName("Service_Summary", (cell) =>
    cell.formula === undefined ? cell : { ...cell, formula: "SUM(#REF!)" },
  ),
  "all formulas of the Overview cleared": (book) =>
    onCells(book, "Overview", (cell) =>
      cell.formula === undefined ? cell : withValue(null)(cell),
    ),
  "answers in kind words and nothing else": onName("Auditor_Answer", (cell) =>
    cell.value === "Not met" && cell.formula === undefined ? { ...cell, value: "NOT MET." } : cell,
  ),
  "all formulas to values": (book) => ({
    ...book,
    sheets: book.sheets.map((plan) => ({ ...plan, cells: plan.cells.map(asValue) })),
  }),
  "points when not met changed": onItem("Item_Subtract", "8.1.1", withValue("n/a")),
  "points when met changed": onItem("Item_Add", "8.1.1", withValue(100)),
  "a flag of the reseller's typed": onItem("Item_Reseller_Only", "8.1.9", withValue("Yes")),
  "flags of the renewal cleared": onName("Item_Renewal_List", (cell) =>
    cell.row === HEADER_ROW ? cell : withValue(null)(cell),
  ),
  "a flag of the mandatory changed": onItem("Item_Mandatory", "8.1.1", withValue("No")),
  "how points are known cleared": onName("Item_Provenance", (cell) =>
    cell.row === HEADER_ROW || cell.formula !== undefined ? cell : withValue(null)(cell),
  ),
  "a section's key changed": onItem("Item_Section", "8.1.1", withValue(3)),
  "a key of the Overview's sections lost": onName("Section_Keys", withValue("x"), 2),
  "flags of services cleared": onName("Service_New", withValue(null)),
  "an id as a number": onItem("Item_Id", "9.7", withValue(9.7)),
  "an id lost": onItem("Item_Id", "8.1.1", withValue("eight")),
  "an id doubled": onItem("Item_Id", "8.1.1", withValue("8.1.2")),
  "the name of the answers deleted": withoutNames("Self_Answer"),
  "the name of the ids deleted": withoutNames("Item_Id"),
  "four names deleted": withoutNames("Owner", "Item_Id", "Auditor_Answer", "Item_Scope"),
  "the reseller's name deleted": withoutNames("Reseller_Program"),
  "the seal's name deleted": withoutNames("Seal_Record"),
  "the answers' name cut short": withName("Self_Answer", (area) => ({ ...area, rows: 58 })),
  "the answers' name at the auditor's column": withName("Self_Answer", (area) => ({
    ...area,
    column: columnOf("auditor"),
  })),
  "two names swapped": all(
    withName("Owner", (area) => ({ ...area, column: columnOf("evidence") })),
    withName("Evidence", (area) => ({ ...area, column: columnOf("owner") })),
  ),
  "the titles' name at the requirements": withName("Item_Title", (area) => ({
    ...area,
    column: columnOf("requirement"),
  })),
  "names of the hidden keys deleted": withoutNames("Item_Section", "Item_Order", "Item_Provenance"),
  "the names of all totals deleted": withoutNames("Self_Total", "Auditor_Total", "Final_Total"),
  "the name of the phase deleted": withoutNames("Phase"),
  "names of services deleted": withoutNames("Service_Name", "Service_Compliant"),
  "the services' name cut short": withName("Service_Example", (area) => ({ ...area, rows: 9 })),
  "all names lost": (book) => ({ ...book, names: [] }),
  "names of all sheets but the Checklist's lost": (book) => ({
    ...book,
    names: book.names.filter(({ sheet }) => sheet === "Checklist"),
  }),
  "drop-downs removed": (book) => ({
    ...book,
    sheets: book.sheets.map((plan) => ({ ...plan, inputs: [] })),
  }),
  "the partner's drop-down removed": (book) =>
    onSheet(book, "Checklist", (plan) => ({ ...plan, inputs: plan.inputs.slice(1) })),
  "protection removed": (book) => ({
    ...book,
    sheets: book.sheets.map((plan) => ({ ...plan, isUnprotected: true as const })),
  }),
  "answers in kind words": onName("Self_Answer", (cell) =>
    cell.value === "Met" && cell.formula === undefined ? { ...cell, value: "met " } : cell,
  ),
  "dates as texts": all(
    ...["Audit_On", "Submitted_On", "Holidays"].map((name) =>
      onName(name, (cell) =>
        typeof cell.value === "object" && cell.value !== null && "date" in cell.value
          ? { ...cell, value: cell.value.date }
          : cell,
      ),
    ),
  ),
  "sheets renamed, names left behind": (book) => ({
    ...book,
    sheets: book.sheets.map((plan) => ({ ...plan, name: `${plan.name} 2026` })),
  }),
  "a row inserted, nothing following": moved("Checklist", ({ row, column }) => [
    row >= 20 ? row + 1 : row,
    column,
  ]),
  "three rows inserted, nothing following": moved("Checklist", ({ row, column }) => [
    row >= 20 ? row + 3 : row,
    column,
  ]),
  "a column inserted, nothing following": moved("Checklist", ({ row, column }) => [
    row,
    column >= 5 ? column + 1 : column,
  ]),
  "a row copied to the end": copied("8.1.1"),
  "rows sorted by title": sorted(COLUMN_COUNT, titleOf),
  "the Action Items deleted": withoutSheet("Action Items"),
} as const satisfies Readonly<Record<string, Damage>>;

/** Those that took something away which only the seal still knows. */
export const LOSSES = {
  "an item's row deleted": (book, checklist) =>
    rowDeleted("Checklist", rowOf(checklist, "8.1.1"))(book, checklist),
  "a row deleted, nothing following": (book, checklist) =>
    moved("Checklist", ({ row, column }) => {
      const gone = rowOf(checklist, "8.1.1");
      return row === gone ? null : [row > gone ? row - 1 : row, column];
    })(book, checklist),
  "a section deleted": (book, checklist) => {
    const rows = bodyOf(checklist).flatMap((row) => (row.section.id === "12" ? [row.row] : []));
    return rows
      .reverse()
      .reduce((done, row) => rowDeleted("Checklist", row)(done, checklist), book);
  },
  "a service's row deleted": (book, checklist) =>
    rowDeleted("AWS Services", nameOf(book, "Service_Name").area.row + 4)(book, checklist),
  "the Overview deleted": withoutSheet("Overview"),
  "the Checklist deleted": withoutSheet("Checklist"),
  "the services deleted": withoutSheet("AWS Services"),
  "the prerequisites deleted": withoutSheet("Prerequisites"),
  "the hidden sheet deleted": withoutSheet("Checklist data"),
} as const satisfies Readonly<Record<string, Damage>>;

/** Those where nobody but a person knows which entry is meant. */
export const UNSURE = {
  "a row copied and answered otherwise": copied("8.1.1", (cell) =>
    cell.column === columnOf("self") ? { ...cell, value: "Not met" } : cell,
  ),
  "a row of the Overview inserted, nothing following": moved("Overview", ({ row, column }) => [
    row >= 12 ? row + 1 : row,
    column,
  ]),
  "columns A to K sorted alone": sorted(columnOf("owner"), titleOf),
} as const satisfies Readonly<Record<string, Damage>>;

export const sealedAt = (checklist: Checklist, inputs: Inputs): Inputs => ({
  ...inputs,
  records: { ...inputs.records, seal: makeSeal(checklist, inputs, "2026-02-02 10:00") },
});
