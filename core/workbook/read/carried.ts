/** The checklist file that a workbook carries, as cells of the hidden sheet. */

import type { PackedFile } from "../../checklist/file/pack.ts";
import { CARRIED_NAME } from "../fields.ts";
import type { CellValue, Snapshot } from "../port.ts";
import { cellText } from "./locate.ts";

/** In front of each piece: alone it could look like something else. */
const MARK = "|";
/** More pieces than any file has: a name may have come to cover a whole column. */
const MOST_PIECES = 250;

/** Cells in a column: the fingerprint, and below it the pieces. */
export const carriedCells = ({ hash, pieces }: PackedFile): readonly string[] => [
  hash,
  ...pieces.map((piece) => MARK + piece),
];

/** Null where the cells are blank. What is no piece stays in: then the fingerprint no longer fits. */
export function carriedFrom(cells: readonly CellValue[]): PackedFile | null {
  const [hash = "", ...pieces] = cells.slice(0, MOST_PIECES).map((value) => cellText(value).trim());
  if (hash === "" && pieces.every((piece) => piece === "")) return null;
  return { hash, pieces: pieces.map((piece) => piece.replace(MARK, "")) };
}

/** Null for a workbook that carries none. */
export function carriedIn(snapshot: Snapshot): PackedFile | null {
  const range = snapshot.names[CARRIED_NAME];
  return range ? carriedFrom(range.values.map((line) => line[0] ?? null)) : null;
}
