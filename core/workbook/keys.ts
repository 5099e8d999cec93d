/** Hidden cells of an item's row on which formulas key: what each holds, drawn and compared from here. */

import { isOpen } from "../checklist/lookup.ts";
import type { Item } from "../checklist/types.ts";
import { CHECKLIST } from "../words/sheets.ts";
import { YES } from "./fields.ts";

export type KeyName =
  | "Item_Reseller_Only"
  | "Item_Renewal_List"
  | "Item_Mandatory"
  | "Item_Provenance";

/** Null for a blank cell; absent where a formula stands, or nothing does in the format. */
export function itemKeys(
  item: Item,
  format: number,
): Readonly<Partial<Record<KeyName, string | null>>> {
  const keys = {
    Item_Reseller_Only: item.resellerOnly ? YES : null,
    Item_Renewal_List: item.renewal === null ? null : CHECKLIST.renewalLists[item.renewal],
  };
  if (format < 2)
    return { ...keys, Item_Provenance: isOpen(item) ? CHECKLIST.reconstructed : null };
  if (isOpen(item)) return keys;
  const { inferred } = CHECKLIST.provenance;
  return {
    ...keys,
    Item_Mandatory: item.mandatory ? YES : null,
    Item_Provenance: item.provenance === "inferred" ? inferred : null,
  };
}
