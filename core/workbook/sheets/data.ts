/** The hidden sheet: versions and a fingerprint of each item's text, so that later versions can move answers over. */

import {
  CHECKLIST_VERSION,
  fullEvidence,
  fullRequirement,
  items,
} from "../../checklist/catalogue.ts";
import { SHEETS } from "../../text/sheets.ts";
import { area, SheetBuilder } from "../builder.ts";
import type { DrawContext } from "../context.ts";
import { FORMAT_VERSION } from "../fields.ts";
import { pageHeader } from "../page.ts";
import type { NamePlan, SheetPlan } from "../types.ts";

const FIRST_HASH = 5;

/** 32 bits of FNV-1a as hexadecimal: tells texts apart, protects nothing. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

export function dataSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const sheet = new SheetBuilder(SHEETS.data);
  sheet.put(1, 1, "Format version", "label");
  sheet.put(1, 2, FORMAT_VERSION, "plain");
  sheet.name("Format_Version", area(1, 2));
  sheet.put(2, 1, "Checklist version", "label");
  sheet.put(2, 2, CHECKLIST_VERSION, "plain");
  sheet.name("Checklist_Version", area(2, 2));
  sheet.put(4, 1, "Item", "header");
  sheet.put(4, 2, "Fingerprint of its text", "header");
  items.forEach((item, index) => {
    const row = FIRST_HASH + index;
    sheet.put(row, 1, item.id, "listId");
    const text = [item.title, fullRequirement(item), fullEvidence(item)].join("\n");
    sheet.put(row, 2, fingerprint(text), "listId");
  });
  sheet.name("Item_Hashes", area(FIRST_HASH, 1, items.length, 2));
  const plan = sheet.plan({
    visibility: "veryHidden",
    widths: [160, 160],
    page: {
      orientation: "portrait",
      scale: { fitWidth: 1 },
      area: null,
      columnBreaks: [],
      titleRows: null,
      titleColumns: null,
      margin: 10,
      ...pageHeader(SHEETS.data, context.partner),
    },
  });
  return { plan, names: sheet.names };
}
