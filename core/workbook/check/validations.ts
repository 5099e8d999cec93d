/** What the auditor says of items that the audit does not look at, and notes that do not say what they are. */

import { isOtherNote } from "../../audit/notes.ts";
import type { ItemId } from "../../checklist/domain.ts";
import { type Fact, placeIn, rule } from "./rule.ts";

export const validations = rule({
  severity: { validationIgnored: "warning", noteKind: "warning" },
  *check(look): Generator<Fact<"validationIgnored" | "noteKind">> {
    const { items } = look.evaluation;
    const ids = (rows: readonly { readonly id: ItemId }[]) => rows.map(({ id }) => id);
    // A waived item cannot be disclosed: that a partner does not resell comes first.
    for (const scope of ["carried", "waived"] as const) {
      const ignored = items.filter((row) => row.scope === scope && row.auditor !== "unanswered");
      const [first] = ignored;
      if (!first) continue;
      const place = placeIn(look, "Auditor_Answer", first.id);
      const values = { items: ids(ignored), carried: scope === "carried" };
      yield { code: "validationIgnored", place, values };
    }
    const noted = items.filter(({ id, actionState }) => {
      const own = look.reading.inputs.items[id];
      return own && own.note !== "" && isOtherNote(own.noteKind, actionState !== null);
    });
    const [first] = noted;
    if (!first) return;
    const place = placeIn(look, "Note_Kind", first.id);
    yield { code: "noteKind", place, values: { items: ids(noted) } };
  },
});
