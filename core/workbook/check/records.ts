/** Records of the hidden sheet that were altered so that nobody can read them. */

import type { RecordKind } from "../../words/issues.ts";
import { rule } from "./rule.ts";

/** Where one of them is gone, that is what is wrong. */
const NAMES: Readonly<Record<RecordKind, readonly string[]>> = {
  history: ["Phase_History"],
  seal: ["Seal_Record", "Sealed_Values"],
  summary: ["Summary_Record"],
  stages: ["Audit_Records"],
};

export const unreadableRecords = rule({
  severity: { recordUnreadable: "warning" },
  *check({ reading, names }) {
    for (const { record, place } of reading.records.unreadable)
      if (!NAMES[record].some(names.isUnsound))
        yield { code: "recordUnreadable", place, values: { record } };
  },
});
