/** A workbook that a later program made. */

import { FORMAT_VERSION } from "../../audit/records.ts";
import { newerFormat } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const laterFormat = rule({
  severity: { newerFormat: "error" },
  *check({ snapshot }) {
    const found = newerFormat(snapshot);
    if (found === null) return;
    yield { code: "newerFormat", place: null, values: { found, known: FORMAT_VERSION } };
  },
});
