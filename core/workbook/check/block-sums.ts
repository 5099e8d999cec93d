/** A heading's sum covers its own block; after sorting by hand it may cover others. */

import { findSection } from "../../checklist/lookup.ts";
import { cellInRow, cellsOf, cellText } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const blockSums = rule({
  severity: { blockSum: "warning" },
  *check({ checklist, snapshot, strict, told }) {
    const ids = snapshot.names.Item_Id;
    // Before everything is recalculated a sum says nothing.
    if (!ids || told.some(({ code }) => code === "notRecalculated")) return;
    for (const id of cellsOf(ids)) {
      const section = findSection(checklist, cellText(id.value).trim());
      const { row } = id.place;
      if (!section || typeof cellInRow(snapshot, "Item_Section", row)?.value === "number") continue;
      const sum = cellInRow(snapshot, "Self_Points", row);
      if (!sum?.formula || typeof sum.value !== "number") continue;
      if (sum.value === strict.scores.self.sections[section.id]) continue;
      yield { code: "blockSum", place: sum.place, values: { section: section.id } };
    }
  },
});
