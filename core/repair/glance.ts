/** Finds sheets of ours that no name leads to, by what stands in their top left corner. */

import type { SheetPlan, Snapshot } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import { LOOKED_AT } from "../workbook/read/lookalike.ts";

/** Part of the texts that a sheet has to share with the planned one: people rename headings, and fill in cells. */
const ENOUGH = 0.6;
const FEWEST = 4;

/** By planned name the title of a sheet without names; one that two sheets could be is neither of them. */
export function glancedTitles(
  sheets: readonly SheetPlan[],
  { glances = {} }: Snapshot,
): Map<string, string> {
  const found = new Map<string, string>();
  const left = new Set(Object.keys(glances));
  for (const plan of sheets) {
    const fits = [...left].filter((title) => looksLike(plan, glances[title] ?? []));
    const same = fits.find((title) => title.toLowerCase() === plan.name.toLowerCase());
    const title = same ?? (fits.length === 1 ? fits[0] : undefined);
    if (title === undefined) continue;
    found.set(plan.name, title);
    left.delete(title);
  }
  return found;
}

function looksLike(plan: SheetPlan, rows: NonNullable<Snapshot["glances"]>[string]): boolean {
  const wanted = new Set<string>();
  for (const { row, column, value, formula } of plan.cells) {
    const isSeen = row <= LOOKED_AT.rows && column <= LOOKED_AT.columns;
    if (isSeen && formula === undefined && typeof value === "string" && /\p{L}{3}/u.test(value))
      wanted.add(value);
  }
  const texts = new Set(rows.flatMap((line) => line.map((value) => cellText(value).trim())));
  const shared = [...wanted].filter((text) => texts.has(text.trim())).length;
  return shared >= FEWEST && shared >= wanted.size * ENOUGH;
}
