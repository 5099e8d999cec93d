/** Services marked unavailable where only a partner in a single region could waive them. */

import { cellsOf, cellText, firstCell } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const servicesNotWaived = rule({
  severity: { serviceNotWaived: "warning" },
  *check({ snapshot, reading: { inputs }, evaluation }) {
    if (inputs.singleRegion) return;
    const names = snapshot.names.Service_Name;
    const rows = new Map(
      (names ? cellsOf(names) : []).map(({ value, place }) => [cellText(value).trim(), place.row]),
    );
    const first = firstCell(snapshot, "Service_Unavailable")?.place;
    for (const [index, { name: service, unavailable }] of evaluation.services.entries()) {
      if (!unavailable) continue;
      const row = rows.get(service) ?? (first ? first.row + index : 0);
      const place = first ? { ...first, row } : null;
      yield { code: "serviceNotWaived", place, values: { service } };
    }
  },
});
