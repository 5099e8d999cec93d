/** Borders of the fake spreadsheet: two neighbours share the line between them. */

import { mismatch } from "./strict.ts";
import type { Area, SheetState } from "./world.ts";

const STYLES = ["DOTTED", "DASHED", "SOLID", "SOLID_MEDIUM", "SOLID_THICK", "DOUBLE"];

/**
 * Draws what `setBorder` is given: top, left, bottom, right, vertical, horizontal, colour, style. True draws,
 * false takes away, null leaves alone.
 */
export function drawBorder(sheet: SheetState, area: Area, given: readonly unknown[]): void {
  const [top, left, bottom, right, vertical, horizontal, color, style] = given;
  const sides = [top, left, bottom, right, vertical, horizontal];
  const isRight =
    given.length === 8 &&
    sides.every((side) => side === null || typeof side === "boolean") &&
    /^#[0-9a-f]{6}$/.test(String(color)) &&
    STYLES.includes(String(style));
  if (!isRight) throw mismatch("Range", "setBorder", given);
  const draw = (wanted: unknown, key: string) => {
    if (wanted === true) sheet.lines.set(key, `${style} ${color}`);
    else if (wanted === false) sheet.lines.delete(key);
  };
  const [endRow, endColumn] = [area.row + area.rows, area.column + area.columns];
  for (let row = area.row; row <= endRow; row += 1) {
    const across = row === area.row ? top : row === endRow ? bottom : horizontal;
    for (let column = area.column; column < endColumn; column += 1) {
      draw(across, `h ${row} ${column}`);
    }
  }
  for (let column = area.column; column <= endColumn; column += 1) {
    const upright = column === area.column ? left : column === endColumn ? right : vertical;
    for (let row = area.row; row < endRow; row += 1) draw(upright, `v ${row} ${column}`);
  }
}
