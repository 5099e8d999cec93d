/** Random entries and random snapshots for properties; fast-check shrinks them to the smallest that fails. */

import fc from "fast-check";
import type { Answer } from "../../core/audit/answers.ts";
import type { Inputs, ItemInputs } from "../../core/audit/inputs.ts";
import { PHASES } from "../../core/audit/phases.ts";
import type { IsoDate, ItemId, Points } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { contractNames } from "../../core/workbook/fields.ts";
import type { CellValue, NamedRange, Snapshot } from "../../core/workbook/port.ts";

const { items } = checklist31;

const answer = (met: number, notMet: number, blank: number): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: met, arbitrary: fc.constant<Answer>("met") },
    { weight: notMet, arbitrary: fc.constant<Answer>("notMet") },
    { weight: blank, arbitrary: fc.constant<Answer>("unanswered") },
  );
/** From anything to nearly perfect: verdicts change only near 900 points. */
const moods = [
  answer(1, 1, 1),
  answer(40, 1, 0),
  answer(60, 1, 1),
  answer(30, 2, 0),
  answer(1, 0, 0),
];
const dayIn2026 = fc
  .integer({ min: 60, max: 90 })
  .map((day) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10) as IsoDate);
const maybe = (weight: number) =>
  fc.oneof({ weight, arbitrary: dayIn2026 }, { weight: 2, arbitrary: fc.constant(null) });

const itemEntries = (answers: fc.Arbitrary<Answer>) =>
  fc.record({
    self: answers,
    auditor: answers,
    closedOn: maybe(1),
    plan: fc.constantFrom("", "", "By May"),
    priorAction: fc.constantFrom(false, false, false, true),
    disclosedChange: fc.constantFrom(false, false, false, false, true),
    add: fc.constantFrom(null, null, null, null, 0, 10, 20, 40),
  });

/** Entries of whole workbooks: every engagement, phase and kind of answer. */
export const arbitraryInputs: fc.Arbitrary<Inputs> = fc
  .constantFrom(...moods)
  .chain((answers) =>
    fc.record({
      entries: fc.array(itemEntries(answers), { minLength: items.length, maxLength: items.length }),
      phase: fc.constantFrom(...PHASES),
      reseller: fc.boolean(),
      renewal: fc.boolean(),
      auditOn: maybe(4),
      summaryReceivedOn: maybe(4),
      holidays: fc.array(dayIn2026, { maxLength: 4 }),
    }),
  )
  .map(({ entries, ...shared }) => {
    const blank = blankInputs(checklist31);
    const filled: Record<ItemId, ItemInputs> = {};
    for (const [index, item] of items.entries()) {
      const own = blank.items[item.id];
      const entry = entries[index];
      if (!own || !entry) continue;
      const { add, ...rest } = entry;
      const points =
        item.provenance === "reconstructed" && add !== null
          ? { ifMet: add as Points, ifNotMet: (add === 0 ? -200 : 0) as Points }
          : {};
      filled[item.id] = { ...own, ...rest, ...points };
    }
    return { ...blank, ...shared, items: filled };
  });

const ODD_TEXTS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "=1+1",
  "Met",
  "met ",
  "Not met",
  "Yes",
  "No",
  "1.1",
  "8.1.10",
  "End of list",
  "2026-02-30",
  "9999-12-31",
  "16 Mar 2026",
  "\u0000",
  "\ud800",
  "😀",
  "x".repeat(5_000),
];
const oddNumbers = fc.constantFrom(
  0,
  -0,
  1,
  -200,
  40,
  1.1,
  1e308,
  -1e308,
  46_000,
  2_958_466,
  Number.NaN,
  Number.POSITIVE_INFINITY,
);

export const arbitraryCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ maxLength: 12 }),
  oddNumbers,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc
    .constantFrom("9999-12-31", "0000-01-01", "2026-03-09", "2026-03-09T10:00", "no date", "")
    .map((date) => ({ date })),
  fc.constantFrom("#REF!", "#NAME?", "").map((error) => ({ error })),
  // What no host may hand over, and one might all the same.
  fc
    .constantFrom<unknown>(undefined, {}, [], [[1]], { date: 5 }, { date: null }, { other: 1 })
    .map((value) => value as CellValue),
);

export const arbitraryFormula = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    "",
    "1",
    '"',
    "'",
    "SUM(",
    "A1:XFD1048576",
    "#REF!",
    "IF(A99999999=1,2)",
    "Self_Total",
    "=".repeat(100),
    "ZZZ1",
    "$$$",
  ),
  fc.string({ maxLength: 20 }),
);

type Mutation = (range: NamedRange) => NamedRange | null;

const setCell = fc.tuple(fc.nat(), fc.nat(), arbitraryCell).map(
  ([row, column, value]): Mutation =>
    (range) => {
      const line = row % Math.max(1, range.values.length);
      const place = column % Math.max(1, range.columns);
      return {
        ...range,
        values: range.values.map((cells, at) =>
          at === line ? cells.map((old, c) => (c === place ? value : old)) : cells,
        ),
      };
    },
);
const setFormula = fc.tuple(fc.nat(), arbitraryFormula).map(
  ([row, formula]): Mutation =>
    (range) => ({
      ...range,
      formulas: range.formulas.map((cells, at) =>
        at === row % Math.max(1, range.formulas.length) ? cells.map(() => formula) : cells,
      ),
    }),
);
const fill = fc.array(arbitraryCell, { minLength: 1, maxLength: 6 }).map(
  (values): Mutation =>
    (range) => ({
      ...range,
      values: range.values.map((cells, row) =>
        cells.map((_, column) => values[(row + column) % values.length] ?? null),
      ),
    }),
);
const ragged = fc.tuple(fc.nat(), fc.nat(3)).map(
  ([row, length]): Mutation =>
    (range) => ({
      ...range,
      values: range.values.map((cells, at) =>
        at === row % Math.max(1, range.values.length) ? cells.slice(0, length) : cells,
      ),
      formulas: range.formulas.slice(0, row % Math.max(1, range.formulas.length)),
    }),
);
const extent = fc.constantFrom(0, 1, 3, 113, 1_048_576, 1e9, -1);
const resized = fc.tuple(extent, extent).map(
  ([rows, columns]): Mutation =>
    (range) => ({ ...range, rows, columns }),
);
const moved = fc
  .tuple(fc.constantFrom(0, 1, 3, 500, 1_048_576, 1e12, -3), fc.constantFrom(1, 2, 16_384, 1e9, -1))
  .map(
    ([row, column]): Mutation =>
      (range) => ({ ...range, row, column }),
  );
const other = fc.constantFrom<Mutation>(
  () => null,
  (range) => ({ ...range, sheet: "__proto__" }),
  (range) => ({ ...range, values: [], formulas: [] }),
  (range) => ({ ...range, hasInputRule: false }),
  (range) => ({ ...range, values: [...range.values].reverse() }),
);

/** A snapshot with up to so many ranges changed in any way, and its sheets and broken names with them. */
export const damaged = (base: Snapshot): fc.Arbitrary<Snapshot> =>
  fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.constantFrom(...contractNames),
          fc.oneof(setCell, setCell, setFormula, fill, ragged, resized, moved, other),
        ),
        { maxLength: 25 },
      ),
      fc.boolean(),
      fc.constantFrom<Snapshot["sheets"]>([], base.sheets, [
        { name: "__proto__", visible: true, isProtected: false },
      ]),
    )
    .map(([changes, sameSheets, sheets]) => {
      const names: Record<string, NamedRange> = { ...base.names };
      for (const [name, mutate] of changes) {
        const range = names[name];
        if (!range) continue;
        const next = mutate(range);
        if (next) names[name] = next;
        else delete names[name];
      }
      return { sheets: sameSheets ? base.sheets : sheets, names, brokenNames: ["Item_Id"] };
    });

/** A snapshot that owes nothing to a real one: any names, shapes and cells. */
export const invented: fc.Arbitrary<Snapshot> = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom(...contractNames),
      fc.constantFrom("__proto__", "constructor", "Other_Name"),
    ),
    fc.record({
      sheet: fc.constantFrom("Checklist", "Overview", "__proto__", ""),
      row: fc.integer({ min: -2, max: 200 }),
      column: fc.integer({ min: -2, max: 40 }),
      rows: extent,
      columns: extent,
      values: fc.array(fc.array(arbitraryCell, { maxLength: 3 }), { maxLength: 12 }),
      formulas: fc.array(fc.array(arbitraryFormula, { maxLength: 3 }), { maxLength: 12 }),
      hasInputRule: fc.boolean(),
    }),
    { maxKeys: 30 },
  )
  .map((names) => ({ sheets: [], names, brokenNames: [] }));
