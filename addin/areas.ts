/** Cells under as few and large rectangles as may be, and rectangles as the addresses of one request. */

import { areaAddress } from "../core/workbook/a1.ts";
import { area as cellArea, columnOf, encloses, keysIn, rowOf } from "../core/workbook/area.ts";
import type { Area } from "../core/workbook/port.ts";
import type { Separator } from "./manner.ts";

/** `Worksheet.getRanges` takes at most 8,192 characters. */
const LONGEST_ADDRESS = 8_000;

/**
 * Rectangles that cover the wanted cells and otherwise only such as may be covered, within `whole`. Each is
 * as large as it can be: large ones are few, and have the same address whatever they are for.
 */
export function cover(
  wanted: Iterable<number>,
  mayCover: (key: number) => boolean,
  whole: Area,
): Area[] {
  const left = new Set(wanted);
  const found: Area[] = [];
  for (const key of [...left].sort((a, b) => a - b)) {
    if (!left.has(key)) continue;
    const [wide, high] = [grown(key, mayCover, whole, true), grown(key, mayCover, whole, false)];
    const best = covered(wide, left) >= covered(high, left) ? wide : high;
    found.push(best);
    for (const inside of keysIn(best)) left.delete(inside);
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

function covered(area: Area, left: ReadonlySet<number>): number {
  let count = 0;
  for (const key of keysIn(area)) if (left.has(key)) count += 1;
  return count;
}

/** Grows a cell sideways first or up and down first. */
function grown(
  key: number,
  mayCover: (key: number) => boolean,
  whole: Area,
  sidewaysFirst: boolean,
): Area {
  let area = cellArea(rowOf(key), columnOf(key));
  const fits = (strip: Area): boolean => {
    if (!encloses(whole, strip)) return false;
    for (const inside of keysIn(strip)) if (!mayCover(inside)) return false;
    return true;
  };
  const sideways = () => {
    while (fits({ ...area, column: area.column + area.columns, columns: 1 }))
      area = { ...area, columns: area.columns + 1 };
    while (fits({ ...area, column: area.column - 1, columns: 1 }))
      area = { ...area, column: area.column - 1, columns: area.columns + 1 };
  };
  const upAndDown = () => {
    while (fits({ ...area, row: area.row + area.rows, rows: 1 }))
      area = { ...area, rows: area.rows + 1 };
    while (fits({ ...area, row: area.row - 1, rows: 1 }))
      area = { ...area, row: area.row - 1, rows: area.rows + 1 };
  };
  if (sidewaysFirst) sideways();
  upAndDown();
  sideways();
  return area;
}

/** Addresses for `getRanges`, each within the length that Excel takes. */
export function addresses(areas: readonly Area[], separator: Separator = ","): string[] {
  const lists: string[] = [];
  let list = "";
  for (const area of areas) {
    const address = areaAddress(area);
    if (list !== "" && list.length + 1 + address.length > LONGEST_ADDRESS) {
      lists.push(list);
      list = "";
    }
    list += list === "" ? address : separator + address;
  }
  return list === "" ? lists : [...lists, list];
}
