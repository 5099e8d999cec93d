/** Addresses in a file as keys of cells. */

import { MAX_COLUMNS, MAX_ROWS } from "../core/workbook/a1.ts";
import { cellKey } from "../core/workbook/area.ts";

/** The key of an address such as `AB12`; -1 for anything else. A sheet has thousands, so no pattern is used. */
export function addressKey(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  let row = 0;
  for (const digits = at; at < address.length; at += 1) {
    const digit = address.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || at - digits > 6) return -1;
    row = row * 10 + digit;
  }
  const exists = column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS;
  return exists ? cellKey(row, column) : -1;
}
