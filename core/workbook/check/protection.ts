/** Sheets whose protection is off. */

import { rule } from "./rule.ts";

export const protection = rule({
  severity: { protectionOff: "warning" },
  *check({ snapshot }) {
    const used = new Set(Object.values(snapshot.names).map((range) => range.sheet));
    for (const { name: sheet, visible, isProtected } of snapshot.sheets) {
      if (used.has(sheet) && visible && !isProtected)
        yield { code: "protectionOff", place: null, values: { sheet } };
    }
  },
});
