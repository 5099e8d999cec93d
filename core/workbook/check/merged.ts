/** A merged cell shows its first cell alone; an entry in any other is read without being seen. */

import { areaAddress } from "../a1.ts";
import { overlap } from "../area.ts";
import { INPUTS } from "../fields.ts";
import { rule } from "./rule.ts";

export const mergedCells = rule({
  severity: { cellsMerged: "warning" },
  *check({ snapshot, reading }) {
    const itemRows = new Set([...reading.rows.values()].map(({ sheetRow }) => sheetRow));
    const merged = (snapshot.merged ?? []).filter((area) =>
      INPUTS.some(({ name, shape }) => {
        const range = snapshot.names[name];
        const inside = range?.sheet === area.sheet ? overlap(range, area) : null;
        if (!inside) return false;
        const rows = Array.from({ length: inside.rows }, (_, index) => inside.row + index);
        return rows
          .filter((row) => shape !== "column" || itemRows.has(row))
          .some((row) => row > area.row || inside.column + inside.columns - 1 > area.column);
      }),
    );
    const [first] = merged;
    if (!first) return;
    const { sheet, row, column } = first;
    const areas = merged.map((area) => `${area.sheet}!${areaAddress(area)}`);
    yield { code: "cellsMerged", place: { sheet, row, column }, values: { areas } };
  },
});
