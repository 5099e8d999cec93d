/** Entries in Checklist columns whose phase has not begun; one warning a column. */

import { INPUTS, isEarlyIn } from "../fields.ts";
import { foundOf, type ReadCell } from "../read/cells.ts";
import { isBlank } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const earlyEntries = rule({
  severity: { earlyEntry: "warning" },
  *check({ reading: { cells, inputs } }) {
    const { phase } = inputs;
    for (const field of INPUTS) {
      if (field.shape !== "column" || !isEarlyIn(field, phase)) continue;
      const filled = (cells.byName.get(field.name) ?? []).filter(
        (cell): cell is ReadCell => cell !== null && !isBlank(cell.value),
      );
      const [some] = filled;
      if (!some) continue;
      const first = filled.reduce((top, cell) => (cell.row < top.row ? cell : top), some);
      const values = { name: field.name, phase, count: filled.length };
      yield { code: "earlyEntry", place: foundOf(first).place, values };
    }
  },
});
