/** Records of the hidden sheet that were altered so that nobody can read them. */

import { rule } from "./rule.ts";

export const unreadableRecords = rule({
  severity: { recordUnreadable: "warning" },
  fix: null,
  *check({ reading }) {
    for (const { record, place } of reading.records.unreadable)
      yield { code: "recordUnreadable", place, values: { record } };
  },
});
