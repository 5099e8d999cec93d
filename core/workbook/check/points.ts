/** Points of an item that are not what the checklist says, or that cannot be read. */

import { isOpen } from "../../checklist/lookup.ts";
import { foundOf } from "../read/cells.ts";
import { cellInRow } from "../read/locate.ts";
import { foundText } from "./item-rows.ts";
import { rule } from "./rule.ts";

export const pointFaults = rule({
  severity: { pointsChanged: "error", pointsUnknown: "error" },
  *check({ checklist, snapshot, reading: { cells, rows } }) {
    for (const cell of cells.odd) {
      const { item } = cell;
      if (cell.meaning.is !== "points" || item === null) continue;
      const { place } = foundOf(cell);
      const values = { item: item.id, found: foundText(cell), points: item.ifMet };
      if (!isOpen(item)) yield { code: "pointsChanged", place, values };
      else {
        const choices = checklist.openValues?.choices ?? [];
        yield { code: "pointsUnknown", place, values: { ...values, choices } };
      }
    }
    for (const { sheetRow, item } of rows.values()) {
      const found = cellInRow(snapshot, "Item_Subtract", sheetRow);
      if (!found || !item || isOpen(item) || found.value === item.ifNotMet) continue;
      const values = { item: item.id, found: foundText(found), points: item.ifNotMet };
      yield { code: "pointsChanged", place: found.place, values };
    }
  },
});
