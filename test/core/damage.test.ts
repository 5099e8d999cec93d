/**
 * What happens to workbooks outside: each damage is told as what it is, in at most 30 lines, and its score is right
 * or marked as one that cannot be trusted.
 */

import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { makeSeal } from "../../core/audit/seal.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { groupIssues } from "../../core/report/groups.ts";
import { type Report, report } from "../../core/report/report.ts";
import { groupSentence } from "../../core/words/issue-groups.ts";
import { columnLetters, mapReferences, shiftFormula } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { CellValue, NamedRange, Snapshot } from "../../core/workbook/port.ts";
import {
  snapshotOf,
  withFormula,
  withItem,
  withoutName,
  withRange,
  withValue,
} from "../fakes/snapshot.ts";

/** A full audit of a partner who is no reseller: self 900, 88 of 88 answered, handed over, in the phase Audit. */
const filled: Inputs = checklist31.items.reduce(
  (all, { id }, at) =>
    withItem(all, id, {
      self: "met",
      auditor: at % 9 === 0 ? "notMet" : "met",
      evidence: `Evidence of ${id}`,
      owner: `Owner of ${id}`,
    }),
  {
    ...blankInputs(checklist31),
    phase: "audit",
    partner: "Kestrel Cloud Ltd",
    reseller: false,
  } as Inputs,
);
const sealed: Inputs = {
  ...filled,
  records: { ...filled.records, seal: makeSeal(checklist31, filled, "2026-02-02 10:00") },
};
const base = snapshotOf(sealed);
const whole = report(EDITIONS, base);

type Grid<T> = readonly (readonly T[])[];

/** What stands in the Checklist's cells, whichever name leads there. */
function cellsOfChecklist(snapshot: Snapshot) {
  const cells = new Map<string, { value: CellValue; formula: string | null }>();
  for (const range of Object.values(snapshot.names)) {
    if (range.sheet !== "Checklist") continue;
    range.values.forEach((line, row) => {
      line.forEach((value, column) => {
        const formula = range.formulas[row]?.[column] ?? null;
        cells.set(`${range.row + row} ${range.column + column}`, { value, formula });
      });
    });
  }
  return cells;
}

/** Names stay where they were, and cells move under them, formulas as they are: as openpyxl inserts and deletes. */
function cellsMoved(
  snapshot: Snapshot,
  from: (row: number, column: number) => readonly [number, number] | null,
): Snapshot {
  const cells = cellsOfChecklist(snapshot);
  const moved = (range: NamedRange): NamedRange => {
    if (range.sheet !== "Checklist") return range;
    const at = (row: number, column: number) => {
      const source = from(range.row + row, range.column + column);
      return source ? cells.get(source.join(" ")) : undefined;
    };
    const grid = <T>(old: Grid<T>, read: (row: number, column: number) => T): T[][] =>
      old.map((line, row) => line.map((_, column) => read(row, column)));
    return {
      ...range,
      values: grid(range.values, (row, column) => at(row, column)?.value ?? null),
      formulas: grid(range.formulas, (row, column) => at(row, column)?.formula ?? null),
    };
  };
  const names = Object.entries(snapshot.names).map(([name, range]) => [name, moved(range)]);
  return { ...snapshot, names: Object.fromEntries(names) };
}

const rowInserted = (at: number) =>
  cellsMoved(base, (row, column) => (row === at ? null : [row > at ? row - 1 : row, column]));
const rowDeleted = (at: number) =>
  cellsMoved(base, (row, column) => [row >= at ? row + 1 : row, column]);
const columnInserted = (at: number) =>
  cellsMoved(base, (row, column) =>
    column === at ? null : [row, column > at ? column - 1 : column],
  );

/** As a spreadsheet program deletes it: what is right of it moves, with its names, and references to it are gone. */
function columnDeleted(name: string): Snapshot {
  const gone = base.names[name]?.column ?? 0;
  const moved = (formula: string): string =>
    mapReferences(formula, ({ row, column, rowFixed, columnFixed }) => {
      if (column === gone) return "#REF!";
      const letters = columnLetters(column > gone ? column - 1 : column);
      return `${columnFixed ? "$" : ""}${letters}${rowFixed ? "$" : ""}${row}`;
    });
  const names = Object.entries(base.names).flatMap(([own, range]) => {
    if (own === name) return [];
    if (range.sheet !== "Checklist" || range.columns > 1) return [[own, range]];
    const formulas = range.formulas.map((line) => line.map((formula) => formula && moved(formula)));
    return [[own, { ...range, formulas, column: range.column - Number(range.column > gone) }]];
  });
  return { ...base, names: Object.fromEntries(names), brokenNames: [name] };
}

const sheetDeleted = (title: string): Snapshot => {
  const left = Object.keys(base.names).filter((name) => base.names[name]?.sheet === title);
  const without = left.reduce(withoutName, base);
  return { ...without, sheets: base.sheets.filter(({ name }) => name !== title) };
};

const allToValues: Snapshot = Object.keys(base.names).reduce(
  (all, name) =>
    withRange(all, name, {
      formulas: (base.names[name]?.formulas ?? []).map((line) => line.map(() => null)),
    }),
  base,
);

/** Columns A to K by title, the others as they were; formulas follow their row. */
function halfSorted(): Snapshot {
  const titles = (base.names.Item_Title?.values ?? []).slice(1, -1).map(([title]) => String(title));
  const order = titles
    .map((_, at) => at)
    .sort((a, b) => ((titles[a] ?? "") < (titles[b] ?? "") ? -1 : 1));
  const names = Object.entries(base.names).map(([name, range]) => {
    if (range.sheet !== "Checklist" || range.rows < 50 || range.column > 11) return [name, range];
    const from = [0, ...order.map((at) => at + 1), range.rows - 1];
    return [
      name,
      {
        ...range,
        values: from.map((row) => range.values[row] ?? []),
        formulas: from.map((row, to) =>
          (range.formulas[row] ?? []).map((text) => text && shiftFormula(text, to - row, 0)),
        ),
      },
    ];
  });
  return { ...base, names: Object.fromEntries(names) };
}

const linesOf = ({ issues }: Report): string[] =>
  groupIssues(issues).map(({ first, issues: all }) => `${first.severity}: ${groupSentence(all)}`);

interface Damage {
  readonly snapshot: Snapshot;
  /** What one of the lines says. */
  readonly says: RegExp;
  readonly not?: RegExp;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  "all formulas to values": {
    snapshot: allToValues,
    says: /291 cells hold values where formulas calculate the points of items: Checklist!I5, M5, U5/,
  },
  "a row inserted, nothing following": {
    snapshot: rowInserted(20),
    says: /look the row above their own, as after a program inserted rows/,
  },
  "a row deleted, nothing following": {
    snapshot: rowDeleted(20),
    says: /look the row below their own, as after a program deleted rows/,
  },
  "a column inserted, nothing following": {
    snapshot: columnInserted(5),
    says: /The names of \d+ columns point at others, as after a program inserted a column/,
  },
  "the auditor's column deleted": {
    snapshot: columnDeleted("Auditor_Answer"),
    says: /The name of the column “Auditor Validation” is gone, so entries are not found and count as blank/,
    not: /let Auditor_Answer refer/,
  },
  "the partner's column deleted": {
    snapshot: columnDeleted("Self_Answer"),
    says: /“Partner Self-Assessment” is gone/,
  },
  "the scope column deleted": { snapshot: columnDeleted("Item_Scope"), says: /“Scope” is gone/ },
  "the ids deleted": { snapshot: columnDeleted("Item_Id"), says: /“Id” is gone/ },
  "columns A to K sorted alone": {
    snapshot: halfSorted(),
    says: /as after some columns were sorted without the others/,
  },
  "the name of the answers deleted": {
    snapshot: withoutName(base, "Self_Answer"),
    says: /“Partner Self-Assessment” is gone.*let Self_Answer refer to =Checklist!\$H\$3:\$H\$115/,
    not: /formula in|formulas of/,
  },
  "four names deleted": {
    snapshot: ["Self_Answer", "Item_Id", "Auditor_Answer", "Item_Scope"].reduce(withoutName, base),
    says: /is gone|are gone/,
    not: /formula in|formulas of/,
  },
  "the answers' name cut short": {
    snapshot: withRange(base, "Self_Answer", { rows: 58 }),
    says: /covers 58 of 113 rows, and what is entered in the others is not read/,
    not: /formula in|formulas of/,
  },
  "the answers' name at the auditor's column": {
    snapshot: withRange(base, "Self_Answer", { ...base.names.Auditor_Answer }),
    says: /“Partner Self-Assessment” points at the column “Auditor Validation”/,
    not: /formula in|formulas of/,
  },
  "the reseller's name deleted": {
    snapshot: withoutName(base, "Reseller_Program"),
    says: /“Channel Reseller Program” is gone, so the entry is not found and counts as Yes/,
  },
  "the seal's name deleted": {
    snapshot: withoutName(base, "Seal_Record"),
    says: /the record of it is gone/,
  },
  "the Overview deleted": {
    snapshot: sheetDeleted("Overview"),
    says: /Overview is gone\. So the partner's profile.*not known\. Assumed/,
    not: /figures here are right|calculated here all the same/,
  },
  "the Checklist deleted": {
    snapshot: sheetDeleted("Checklist"),
    says: /Checklist is gone\. So the answers.*count as blank/,
    not: /calculated here all the same/,
  },
  "the services deleted": {
    snapshot: sheetDeleted("AWS Services"),
    says: /AWS Services is gone\. So what was entered/,
    not: /calculated here all the same/,
  },
  "the hidden sheet deleted": {
    snapshot: sheetDeleted("Checklist data"),
    says: /Checklist data is gone\. So what was changed since the hand-over cannot be told/,
  },
  "a flag of the reseller's typed": {
    snapshot: withValue(base, "Item_Reseller_Only", "8.1.9", "Yes"),
    says: /says “Yes”, but item 8\.1\.9 is asked of every partner/,
  },
  "a flag of the renewal's cleared": {
    snapshot: withValue(base, "Item_Renewal_List", "8.1.2", null),
    says: /8\.1\.2 is looked at in every renewal/,
  },
  "a service's flag changed": {
    snapshot: withValue(
      base,
      "Service_New",
      0,
      base.names.Service_New?.values[0]?.[0] ? null : "Yes",
    ),
    says: /service/,
  },
  "a heading's most typed over": {
    snapshot: withFormula(base, "Item_Add", 1, null),
    says: /Checklist!F4 says/,
  },
  "a heading's progress typed over": {
    snapshot: withFormula(base, "Self_Answer", 1, null),
    says: /Checklist!H4 says/,
  },
  "the reseller's word in German": {
    snapshot: withValue(base, "Reseller_Program", 0, "Nein"),
    says: /says “Nein”, which is not read: it counts as Yes/,
  },
  "points over the most": {
    snapshot: withValue(base, "Open_Add", 0, 40),
    says: /not 1000: the score counts them so/,
  },
  "answers in other words": {
    snapshot: checklist31.items.reduce(
      (all, { id }) => withValue(all, "Self_Answer", id, "Yes"),
      base,
    ),
    says: /Likewise in 96 more places: Checklist!H6, H7, H8 and 93 more/,
  },
};

describe.each(Object.entries(DAMAGES))("%s", (_, { snapshot, says, not }) => {
  const found = report(EDITIONS, snapshot);
  const lines = linesOf(found);

  it("is told as what it is, in few lines", () => {
    expect(lines.join("\n")).toMatch(says);
    if (not) expect(lines.join("\n")).not.toMatch(not);
    expect(lines.length).toBeLessThanOrEqual(30);
    for (const line of lines) expect(line).not.toMatch(/undefined|null|\[object|NaN/);
  });

  it("is scored right, or marked as not to be trusted", () => {
    const isRight =
      found.self.total === whole.self.total && found.preliminary.total === whole.preliminary.total;
    expect(isRight || found.issues.some(({ severity }) => severity === "error")).toBe(true);
  });
});

it("without damage there is one line a fault, and every cell for programs", () => {
  expect(whole.issues.map(({ code }) => code)).toEqual([
    "reconstructed",
    "validationIgnored",
    "servicesDisagree",
    "referencesDisagree",
  ]);
  const lost = report(EDITIONS, allToValues).issues.filter(({ code }) => code === "formulaLost");
  expect(lost.length).toBeGreaterThan(500);
});
