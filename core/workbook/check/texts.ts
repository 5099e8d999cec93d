/**
 * Titles and requirements are as the workbook was made with them, or as they are worded now: our own wording may
 * change, somebody else's is told.
 */

import type { ItemId } from "../../checklist/domain.ts";
import { fullRequirement, isFull } from "../../checklist/lookup.ts";
import { itemFingerprint } from "../fingerprint.ts";
import type { Snapshot } from "../port.ts";
import { cellInRow, cellText, type Found } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const changedTexts = rule({
  severity: { textChanged: "warning" },
  *check({ checklist, original, snapshot, reading }) {
    const changed: { readonly id: ItemId; readonly found: Found }[] = [];
    const recorded = original.texts ?? recordedIn(snapshot);
    for (const [id, { item, sheetRow }] of reading.rows) {
      const title = cellInRow(snapshot, "Item_Title", sheetRow);
      const requirement = cellInRow(snapshot, "Item_Requirement", sheetRow);
      if (!item || !title || !requirement) continue;
      const print = itemFingerprint(cellText(title.value), cellText(requirement.value));
      const own = recorded.get(id);
      const now = isFull(checklist)
        ? itemFingerprint(item.title, fullRequirement(checklist, item))
        : undefined;
      if (print === own || print === now || (own ?? now) === undefined) continue;
      changed.push({ id, found: cellText(title.value) === item.title ? requirement : title });
    }
    const [first] = changed;
    if (!first) return;
    const values = { items: changed.map(({ id }) => id) };
    yield { code: "textChanged", place: first.found.place, values };
  },
});

/** By item, from the hidden sheet. */
function recordedIn({ names }: Snapshot): Map<string, string> {
  const prints = new Map<string, string>();
  for (const [id, print] of names.Item_Hashes?.values ?? [])
    prints.set(cellText(id ?? null), cellText(print ?? null));
  return prints;
}
