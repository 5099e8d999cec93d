/** Titles and requirements are compared where their texts are at hand; a panel may load them later. */

import type { ItemId } from "../../checklist/domain.ts";
import { fullRequirement, isFull } from "../../checklist/lookup.ts";
import { cellInRow, cellText, type Found } from "../read/locate.ts";
import { rule } from "./rule.ts";

export const changedTexts = rule({
  severity: { textChanged: "warning" },
  fix: null,
  *check({ checklist, snapshot, reading }) {
    if (!isFull(checklist)) return;
    const changed: { readonly id: ItemId; readonly found: Found }[] = [];
    for (const [id, { item, sheetRow }] of reading.rows) {
      if (!item) continue;
      const title = cellInRow(snapshot, "Item_Title", sheetRow);
      const requirement = cellInRow(snapshot, "Item_Requirement", sheetRow);
      const found =
        title && plainText(title) !== item.title
          ? title
          : requirement && plainText(requirement) !== plain(fullRequirement(checklist, item))
            ? requirement
            : null;
      if (found) changed.push({ id, found });
    }
    const [first] = changed;
    if (!first) return;
    const values = { items: changed.map(({ id }) => id) };
    yield { code: "textChanged", place: first.found.place, values };
  },
});

/** Programs break lines in more than one way. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
const plainText = ({ value }: Found): string => plain(cellText(value));
