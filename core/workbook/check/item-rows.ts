/** Rows of items: ids and section numbers that are wrong, twice there, or gone. */

import type { Found } from "../read/locate.ts";
import { cellText, isBlank } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const itemRowFaults = rule({
  severity: {
    itemUnknown: "error",
    itemDuplicate: "error",
    idAsNumber: "warning",
    sectionChanged: "error",
    itemMissing: "error",
  },
  *check({ checklist, reading: { foundRows, rows } }) {
    for (const row of foundRows) {
      const { place, value } = row.id;
      if (!row.item) {
        yield { code: "itemUnknown", place, values: { found: cellText(value).trim() } };
        continue;
      }
      const { id: item, section } = row.item;
      if (rows.get(item) !== row) {
        yield { code: "itemDuplicate", place, values: { item } };
        continue;
      }
      if (typeof value === "number") yield { code: "idAsNumber", place, values: { item } };
      const key = row.section;
      if (key && key.value !== Number(section)) {
        const values = { item, found: foundText(key), section };
        yield { code: "sectionChanged", place: key.place, values };
      }
    }
    // Without any row, the column itself is gone, which is told of already.
    if (foundRows.length === 0) return;
    for (const { id: item } of checklist.items) {
      if (!rows.has(item)) yield { code: "itemMissing", place: null, values: { item } };
    }
  },
});

/** What a cell holds, for a sentence; null where it holds nothing. */
export const foundText = ({ value }: Pick<Found, "value">): string | null =>
  isBlank(value) ? null : cellText(value);
