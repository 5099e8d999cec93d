/** Lists of e-mail addresses that hold something else. */

import { readAddresses } from "../../audit/emails.ts";
import type { Side } from "../../audit/inputs.ts";
import { EDITOR_NAMES } from "../fields.ts";
import { firstCell } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const notAddresses = rule({
  severity: { notAnAddress: "warning" },
  *check({ snapshot, reading: { inputs } }) {
    for (const side of Object.keys(EDITOR_NAMES) as Side[]) {
      const { others } = readAddresses(inputs.editors[side]);
      if (others.length === 0) continue;
      const place = firstCell(snapshot, EDITOR_NAMES[side])?.place ?? null;
      yield { code: "notAnAddress", place, values: { found: others } };
    }
  },
});
