/** Services whose row is not found by its name, so that nobody knows which entries are theirs. */

import { firstCell } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const missingServices = rule({
  severity: { serviceMissing: "error" },
  *check({ snapshot, reading: { lostServices: services } }) {
    const place = firstCell(snapshot, "Service_Name")?.place;
    if (!place || services.length === 0) return;
    yield { code: "serviceMissing", place, values: { services } };
  },
});
