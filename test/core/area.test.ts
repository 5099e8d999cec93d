/** Cells and rectangles: what is covered, shared and counted, held against plain lists of cells. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaAddress, MAX_COLUMNS, MAX_ROWS } from "../../core/workbook/a1.ts";
import {
  area,
  around,
  boundsOf,
  type Cell,
  cellAt,
  cellKey,
  cellsIn,
  columnOf,
  contains,
  encloses,
  grid,
  hasColumn,
  hasRow,
  indexIn,
  isSameArea,
  isSameSize,
  keysIn,
  overlap,
  placeKey,
  rectangles,
  rowOf,
  runs,
  sizeOf,
} from "../../core/workbook/area.ts";
import type { Area } from "../../core/workbook/port.ts";

/** Small, so that areas touch and share cells often. */
const side = fc.integer({ min: 1, max: 7 });
const anArea = fc.tuple(side, side, side, side).map((four) => area(...four));
const aCell = fc.record({ row: side, column: side });
const someCells = fc.uniqueArray(aCell, { selector: text, maxLength: 40 });
const along = fc.constantFrom("rows" as const, "columns" as const);

/** Said here once more and otherwise than in the code: a cell as words, an area as the list of its cells. */
function text({ row, column }: Cell): string {
  return `row ${row} column ${column}`;
}

function listed({ row, column, rows, columns }: Area): string[] {
  const all: string[] = [];
  for (let r = row; r <= row + rows - 1; r += 1)
    for (let c = column; c <= column + columns - 1; c += 1) all.push(text({ row: r, column: c }));
  return all;
}

const keysOf = (cells: readonly Cell[]): number[] => cells.map((c) => cellKey(c.row, c.column));
const textOf = (key: number): string => text({ row: rowOf(key), column: columnOf(key) });
const sorted = (texts: Iterable<string>): string[] => [...texts].sort();

describe("a key", () => {
  const anywhere = fc.record({
    row: fc.integer({ min: 0, max: MAX_ROWS }),
    column: fc.integer({ min: 0, max: MAX_COLUMNS }),
  });

  it("gives its cell back, to the last one of a sheet and to the edges before the first", () => {
    fc.assert(
      fc.property(anywhere, ({ row, column }) => {
        const key = cellKey(row, column);
        expect([rowOf(key), columnOf(key)]).toEqual([row, column]);
      }),
      { examples: [[{ row: MAX_ROWS, column: MAX_COLUMNS }], [{ row: 0, column: 0 }]] },
    );
  });

  it("comes in reading order", () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const order = Math.sign(cellKey(a.row, a.column) - cellKey(b.row, b.column));
        expect(order).toBe(Math.sign(a.row - b.row || a.column - b.column));
      }),
    );
  });

  it("tells the cells of a workbook apart, whatever its sheets are called", () => {
    const keys = ["1", "1!1", "!", ""].flatMap((sheet) =>
      [1, 11, 111].flatMap((row) => [1, 11, 111].map((column) => placeKey(sheet, row, column))),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it("takes an area for one cell unless told otherwise", () => {
  expect(area(4, 7)).toEqual({ row: 4, column: 7, rows: 1, columns: 1 });
  expect(area(4, 7, 2, 3)).toEqual({ row: 4, column: 7, rows: 2, columns: 3 });
});

describe("an area", () => {
  it("holds the cells that it lists, and no others", () => {
    fc.assert(
      fc.property(anArea, (one) => {
        const cells = listed(one);
        expect([...cellsIn(one)].map(text)).toEqual(cells);
        expect([...keysIn(one)].map(textOf)).toEqual(cells);
        expect(grid(one, textOf).flat()).toEqual(cells);
        expect(sizeOf(one)).toBe(cells.length);
        const inside = [...cellsIn(area(0, 0, 16, 16))].filter((cell) => contains(one, cell));
        expect(inside.map(text)).toEqual(cells);
      }),
    );
  });

  it("has the rows and columns of its cells", () => {
    fc.assert(
      fc.property(anArea, side, side, (one, row, column) => {
        const cells = [...cellsIn(one)];
        expect(hasRow(one, row)).toBe(cells.some((cell) => cell.row === row));
        expect(hasColumn(one, column)).toBe(cells.some((cell) => cell.column === column));
      }),
    );
  });

  it("numbers its cells by rows, and has none before the first or behind the last", () => {
    fc.assert(
      fc.property(anArea, (one) => {
        const cells = [...cellsIn(one)];
        expect(cells.map((_, index) => cellAt(one, index))).toEqual(cells);
        expect(cells.map((cell) => indexIn(one, cell))).toEqual([...cells.keys()]);
        for (const none of [-1, cells.length, 0.5, Number.NaN])
          expect(cellAt(one, none)).toBeNull();
      }),
    );
  });

  it("encloses another where it lists all that the other lists", () => {
    fc.assert(
      fc.property(anArea, anArea, (outer, inner) => {
        const all = new Set(listed(outer));
        expect(encloses(outer, inner)).toBe(listed(inner).every((cell) => all.has(cell)));
        expect(encloses(outer, outer)).toBe(true);
      }),
    );
  });

  it("is laid out in a grid by rows", () => {
    const lines = grid(area(2, 3, 2, 3), columnOf);
    expect(lines).toEqual([
      [3, 4, 5],
      [3, 4, 5],
    ]);
  });

  it("is the same as another where both list the same cells", () => {
    fc.assert(
      fc.property(anArea, anArea, (a, b) => {
        expect(isSameArea(a, { ...a })).toBe(true);
        expect(isSameArea(a, b)).toBe(listed(a).join() === listed(b).join());
        const moved = listed({ ...a, row: b.row, column: b.column });
        expect(isSameSize(a, b)).toBe(moved.join() === listed(b).join());
      }),
      { examples: [[area(1, 1, 2, 3), area(1, 1, 3, 2)]] },
    );
  });
});

describe("two areas", () => {
  it("share the cells that both list, whichever is asked", () => {
    fc.assert(
      fc.property(anArea, anArea, (a, b) => {
        const shared = overlap(a, b);
        expect(overlap(b, a)).toEqual(shared);
        const both = listed(a).filter((cell) => listed(b).includes(cell));
        expect(shared === null ? null : listed(shared)).toEqual(both.length === 0 ? null : both);
      }),
      // Beside each other: they touch and share nothing.
      { examples: [[area(1, 1, 2, 2), area(3, 1)]] },
    );
  });

  it("lie in the smallest area around them", () => {
    fc.assert(
      fc.property(anArea, anArea, (a, b) => {
        const whole = around(a, b);
        expect(listed(whole)).toEqual(expect.arrayContaining([...listed(a), ...listed(b)]));
        // Smallest: each of its four sides touches one of the two.
        const edges = ({ row, column, rows, columns }: Area) => [
          row,
          column,
          row + rows,
          column + columns,
        ];
        edges(whole).forEach((edge, side) => {
          expect([edges(a)[side], edges(b)[side]]).toContain(edge);
        });
      }),
    );
  });
});

describe("a set of cells", () => {
  it("has bounds that hold all of it and no empty row or column at a side", () => {
    expect(boundsOf([])).toBeNull();
    fc.assert(
      fc.property(someCells, (cells) => {
        fc.pre(cells.length > 0);
        const rows = cells.map(({ row }) => row);
        const columns = cells.map(({ column }) => column);
        const [top, left] = [Math.min(...rows), Math.min(...columns)];
        const [down, right] = [Math.max(...rows) - top + 1, Math.max(...columns) - left + 1];
        expect(boundsOf(keysOf(cells))).toEqual(area(top, left, down, right));
      }),
    );
  });

  it("is covered by runs and rectangles exactly, each cell once", () => {
    fc.assert(
      fc.property(someCells, along, (cells, way) => {
        const wanted = sorted(cells.map(text));
        const keys = keysOf(cells);
        expect(sorted(runs(keys, way).flatMap(listed))).toEqual(wanted);
        expect(sorted(rectangles(keys, way).flatMap(listed))).toEqual(wanted);
      }),
    );
  });

  it("gives runs that no neighbour would lengthen", () => {
    fc.assert(
      fc.property(someCells, along, (cells, way) => {
        const has = new Set(cells.map(text));
        for (const { row, column, rows, columns } of runs(keysOf(cells), way)) {
          const across = way === "rows";
          expect(across ? rows : columns).toBe(1);
          const before = across ? { row, column: column - 1 } : { row: row - 1, column };
          const after = across ? { row, column: column + columns } : { row: row + rows, column };
          expect(has.has(text(before)) || has.has(text(after))).toBe(false);
        }
      }),
    );
  });

  it("gives rectangles of which no two could be one by the way they are strung", () => {
    fc.assert(
      fc.property(someCells, along, (cells, way) => {
        const found = rectangles(keysOf(cells), way);
        for (const a of found)
          for (const b of found) {
            const isBelow = a.column === b.column && a.columns === b.columns;
            const isBeside = a.row === b.row && a.rows === b.rows;
            if (way === "rows") expect(isBelow && a.row + a.rows === b.row).toBe(false);
            else expect(isBeside && a.column + a.columns === b.column).toBe(false);
          }
      }),
    );
  });

  it("gives the same rectangles in whatever order and however often its cells come", () => {
    const shuffled = someCells.chain((cells) =>
      fc.record({
        cells: fc.constant(cells),
        again: fc.shuffledSubarray([...cells, ...cells], { minLength: cells.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, along, ({ cells, again }, way) => {
        expect(rectangles(keysOf(again), way)).toEqual(rectangles(keysOf(cells), way));
      }),
    );
  });

  it("makes one rectangle of a block, and few of a block with a hole", () => {
    const block = [...keysIn(area(3, 2, 40, 5))];
    expect(rectangles(block).map((one) => areaAddress(one))).toEqual(["B3:F42"]);
    expect(rectangles(block, "columns").map((one) => areaAddress(one))).toEqual(["B3:F42"]);
    const hole = block.filter((key) => key !== cellKey(10, 4));
    expect(rectangles(hole).map((one) => areaAddress(one))).toEqual([
      "B3:F9",
      "B10:C10",
      "E10:F10",
      "B11:F42",
    ]);
    expect(rectangles(hole, "columns").map((one) => areaAddress(one))).toEqual([
      "B3:C42",
      "D3:D9",
      "D11:D42",
      "E3:F42",
    ]);
  });
});
