/** Cells that nobody fills and formulas key on: hidden flags of items and services, and the ids of small tables. */

import { openItems } from "../../checklist/lookup.ts";
import type { KeyKind } from "../../words/issues.ts";
import { YES } from "../fields.ts";
import { itemKeys, type KeyName } from "../keys.ts";
import type { NamedRange } from "../port.ts";
import { cellInRow, cellsOf, cellText, type Found, isBlank } from "../read/locate.ts";
import { foundText } from "./item-rows.ts";
import { type Fact, rule } from "./rule.ts";

const KINDS: Readonly<Record<KeyName, KeyKind>> = {
  Item_Reseller_Only: "resellerOnly",
  Item_Renewal_List: "renewalList",
  Item_Mandatory: "mandatory",
  Item_Provenance: "provenance",
};

export const changedKeys = rule({
  severity: { keyChanged: "error" },
  *check({ checklist, original, snapshot, reading }) {
    for (const { item, sheetRow } of reading.rows.values()) {
      if (!item) continue;
      for (const [name, right] of Object.entries(itemKeys(item, original.format))) {
        const found = cellInRow(snapshot, name, sheetRow);
        if (found && !isSame(found, right))
          yield fact(found, KINDS[name as KeyName], item.id, right);
      }
    }
    const { Service_Name: names, Service_New: flags, Section_Keys: keys, Open_Id } = snapshot.names;
    for (const { name, isNew } of checklist.services?.list ?? []) {
      const row = names && cellsOf(names).find(({ value }) => isText(value, name))?.place.row;
      if (!flags || row === undefined) continue;
      const found = cellInRow(snapshot, "Service_New", row);
      const right = isNew ? YES : null;
      if (found && !isSame(found, right)) yield fact(found, "newService", name, right);
    }
    const sections = checklist.sections.map(({ id }) => id);
    if (keys) yield* lostIds(keys, sections, "sectionKey");
    const open = openItems(checklist).map(({ id }) => id);
    if (Open_Id) yield* lostIds(Open_Id, open, "openId");
  },
});

/** Ids that no row bears, each with the next row that bears none of the others. */
function* lostIds(
  range: NamedRange,
  wanted: readonly string[],
  key: KeyKind,
): Generator<Fact<"keyChanged">> {
  const seen = new Set<string>();
  const free: Found[] = [];
  for (const cell of cellsOf(range)) {
    const id = cellText(cell.value).trim();
    if (wanted.includes(id) && !seen.has(id)) seen.add(id);
    else free.push(cell);
  }
  for (const id of wanted) {
    if (seen.has(id)) continue;
    const found = free.shift();
    // Its row is gone: what it added up is missing from the total, which is told.
    if (found) yield fact(found, key, id, id);
  }
}

const fact = (
  found: Found,
  key: KeyKind,
  subject: string,
  right: string | null,
): Fact<"keyChanged"> => ({
  code: "keyChanged",
  place: found.place,
  values: { key, subject, found: foundText(found), right },
});

const isText = (value: Found["value"], text: string): boolean =>
  cellText(value).replace(/\s+/g, " ").trim().toLowerCase() === text.toLowerCase();

/** As formulas compare: letter case does not matter, spaces do. */
function isSame({ value, formula }: Found, right: string | null): boolean {
  if (formula !== null) return false;
  if (isBlank(value)) return right === null;
  return right !== null && cellText(value).toLowerCase() === right.toLowerCase();
}
