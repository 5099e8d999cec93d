/** What shows scores and lists beside the figures that are compared: there a formula has to be, whichever. */

import { findSection } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import { isSameSize, placeKey } from "../area.ts";
import { calculatedNamed, inputNamed } from "../fields.ts";
import { placeText } from "../issues.ts";
import type { Snapshot } from "../port.ts";
import { cellsOf, cellText, type Found, valueInRow } from "../read/locate.ts";
import { foundText } from "./item-rows.ts";
import { plannedRows } from "./original.ts";
import { rule } from "./rule.ts";

export const DISPLAYED: readonly string[] = [
  "Overview_Scores",
  "Overview_Sections",
  "Overview_Actions",
  "Overview_Checks",
  "Checklist_Top",
  "Item_Requirement",
  "Item_Add",
  "Item_Provenance",
  "Self_Answer",
  "Auditor_Answer",
  "Self_Points",
  "Auditor_Points",
  "Final_Points",
  "Item_Number",
  "Action_List",
];

/** Places of which the comparison of formulas has told are passed over. */
const TOLD: ReadonlySet<string> = new Set([
  "formulaLost",
  "formulaChanged",
  "notRecalculated",
  "blockSum",
]);

export const lostDisplays = rule({
  severity: { displayLost: "error" },
  *check({ checklist, original: { plan, cells }, snapshot, told, names }) {
    const places = new Set(told.flatMap(({ code, where }) => (TOLD.has(code) ? [where] : [])));
    const rows = plannedRows(checklist, snapshot);
    const lost: Found[] = [];
    for (const name of DISPLAYED) {
      const range = snapshot.names[name];
      const named = plan.names.find((entry) => entry.name === name);
      if (!range || !named || names.isUnsound(name)) continue;
      const isColumn = (inputNamed(name) ?? calculatedNamed(name))?.shape === "column";
      const isPlanned = ({ place: { row, column } }: Found): boolean => {
        const plannedRow = isColumn ? rows.get(row) : named.area.row + row - range.row;
        if (plannedRow === undefined || (isColumn && isOthers(checklist, snapshot, row)))
          return false;
        return cells.has(
          placeKey(named.sheet, plannedRow, named.area.column + column - range.column),
        );
      };
      const all = cellsOf(range);
      if (!isColumn) {
        // Where rows or columns came in, went or moved, nobody knows which cell is which, only how many there were.
        if (!isSameSize(range, named.area)) continue;
        const left = all.filter(({ formula }) => formula !== null).length;
        if (left >= all.filter(isPlanned).length) continue;
      }
      for (const found of all) {
        if (found.formula !== null || places.has(placeText(found.place)) || !isPlanned(found))
          continue;
        lost.push(found);
      }
    }
    const [first] = lost;
    if (!first) return;
    const values = { found: foundText(first), count: lost.length };
    yield { code: "displayLost", place: first.place, values };
  },
});

/** A row of somebody's own, whose id happens to be a section's. */
function isOthers(checklist: Checklist, snapshot: Snapshot, row: number): boolean {
  const id = cellText(valueInRow(snapshot, "Item_Id", row)).trim();
  const section = findSection(checklist, id);
  return section !== null && valueInRow(snapshot, "Item_Title", row) !== section.title;
}
