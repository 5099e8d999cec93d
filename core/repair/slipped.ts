/** Sheets whose cells no longer stand under their names: what is put there could go over somebody's entry. */

import type { Place } from "../workbook/issues.ts";
import type { Snapshot } from "../workbook/port.ts";
import { cellsOf } from "../workbook/read/locate.ts";
import type { Damaged, Unsure } from "./pass.ts";
import { placed, placementsOf } from "./placement.ts";
import { sortedApart } from "./rows.ts";

/** As formulas are compared to the letter: without spaces, case, and the marks of programs. */
export const plainFormula = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/\s+|\$|_xlfn\.|_xlws\./g, "").toUpperCase(),
    )
    .join("")
    .replace(/^=/, "");

/** So many formulas beside their cells are no slips of a hand. */
const FEWEST = 3;

export function slipped(damaged: Damaged): Unsure[] {
  const { plan, snapshot } = damaged;
  const home = plan.names.find(({ name }) => name === "Item_Id")?.sheet;
  const placements = placementsOf(damaged);
  const places = formulaPlaces(snapshot);
  return plan.sheets.flatMap((sheet): Unsure[] => {
    const placement = placements.get(sheet.name);
    // In the Checklist ids and headers tell which cell is which.
    if (!placement || sheet.name === home) return [];
    const texts = new Map<string, number>();
    for (const { formula = "" } of sheet.cells)
      texts.set(plainFormula(formula), (texts.get(plainFormula(formula)) ?? 0) + 1);
    const beside = sheet.cells.filter((cell) => {
      const text = plainFormula(cell.formula ?? "");
      if (text === "" || texts.get(text) !== 1) return false;
      const [only, ...others] = places.get(`${placement.title} ${text}`) ?? [];
      const own = placed(placement, cell);
      if (!only || !own || others.length > 0) return false;
      return only.row !== own.row || only.column !== own.column;
    });
    return beside.length < FEWEST ? [] : [{ is: "slipped", sheet: placement.title }];
  });
}

function formulaPlaces({ names }: Snapshot): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const seen = new Set<string>();
  for (const range of Object.values(names)) {
    for (const { formula, place } of cellsOf(range)) {
      const key = `${place.sheet} ${place.row} ${place.column}`;
      if (formula === null || seen.has(key)) continue;
      seen.add(key);
      const text = `${place.sheet} ${plainFormula(formula)}`;
      places.set(text, [...(places.get(text) ?? []), place]);
    }
  }
  return places;
}

/** Titles of sheets on which nothing is put into cells, because nobody knows whose they are. */
export const untouchable = (damaged: Damaged): Set<string> =>
  new Set(
    [...slipped(damaged), ...sortedApart(damaged)].flatMap((one) =>
      one.is === "twice" ? [] : [one.sheet],
    ),
  );
