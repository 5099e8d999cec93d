/** Every cell of a sheet is either open or locked. */

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Area } from "../../core/workbook/port.ts";
import { lockedAreas } from "../../preview/grid/locks.ts";

const side = fc.integer({ min: 1, max: 6 });
const anArea: fc.Arbitrary<Area> = fc.record({
  row: side,
  column: side,
  rows: side,
  columns: side,
});
const covers = (area: Area, row: number, column: number) =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

it("locks each cell outside the open areas once, and none inside", () => {
  fc.assert(
    fc.property(fc.array(anArea, { maxLength: 5 }), (open) => {
      const [rows, columns] = [8, 7];
      const locked = lockedAreas(rows, columns, open);
      for (let row = 1; row <= rows; row += 1) {
        for (let column = 1; column <= columns; column += 1) {
          const isOpen = open.some((area) => covers(area, row, column));
          const times = locked.filter((area) => covers(area, row, column)).length;
          expect(times).toBe(isOpen ? 0 : 1);
        }
      }
      for (const area of locked) {
        expect(area.row + area.rows - 1).toBeLessThanOrEqual(rows);
        expect(area.column + area.columns - 1).toBeLessThanOrEqual(columns);
      }
    }),
  );
});
