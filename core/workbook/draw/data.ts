/**
 * The hidden sheet: versions, a fingerprint of each item's text so that later versions can move answers over,
 * what commands record, and the checklist itself where no program brings it along.
 */

import { builtInAs } from "../../checklist/built-in.ts";
import { packed } from "../../checklist/file/pack.ts";
import { fullEvidence, fullRequirement } from "../../checklist/lookup.ts";
import type { FullChecklist } from "../../checklist/types.ts";
import { DATA, SHEETS } from "../../words/sheets.ts";
import { area } from "../area.ts";
import { AUDIT_RECORDS, CARRIED_NAME } from "../fields.ts";
import { fingerprint, itemFingerprint } from "../fingerprint.ts";
import { claimText } from "../library.ts";
import type { NamePlan, SheetPlan } from "../port.ts";
import { carriedCells } from "../read/carried.ts";
import { HISTORY_COLUMNS, type RecordCells, recordCells } from "../read/records.ts";
import { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import { pageOf } from "./page.ts";

const FIRST_HASH = 5;
/** Records stand beside the fingerprints; the history is in columns D to I. */
const SEALED_COLUMN = 3;
const HISTORY_COLUMN = 4;
const RECORD_COLUMN = HISTORY_COLUMN + HISTORY_COLUMNS;
const SUMMARY_ROW = FIRST_HASH + 4;

export function dataSheet(context: DrawContext): {
  readonly plan: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const { checklist, format } = context;
  const { items } = checklist;
  const sheet = new SheetBuilder(SHEETS.data);
  sheet.put(1, 1, DATA.format, "label");
  sheet.put(1, 2, format, "plain");
  sheet.name("Format_Version", area(1, 2));
  sheet.put(2, 1, DATA.checklist, "label");
  const carries = format >= 2 && builtInAs(checklist) === null;
  sheet.put(2, 2, carries ? claimText(checklist) : checklist.version, "plain");
  sheet.name("Checklist_Version", area(2, 2));
  if (format >= 2) {
    sheet.put(3, 1, DATA.revision, "label");
    sheet.put(3, 2, checklist.revision, "plain");
    sheet.name("Checklist_Revision", area(3, 2));
  }
  sheet.put(4, 1, DATA.item, "header");
  sheet.put(4, 2, DATA.fingerprint, "header");
  items.forEach((item, index) => {
    const row = FIRST_HASH + index;
    sheet.put(row, 1, item.id, "listId");
    const requirement = fullRequirement(checklist, item);
    const print =
      format < 2
        ? fingerprint([item.title, requirement, fullEvidence(checklist, item)].join("\n"))
        : itemFingerprint(item.title, requirement);
    sheet.put(row, 2, print, "listId");
  });
  sheet.name("Item_Hashes", area(FIRST_HASH, 1, items.length, 2));
  drawRecords(sheet, recordCells(checklist, context.inputs.records), format);
  if (carries) drawFile(sheet, checklist);
  const plan = sheet.plan({
    visibility: "veryHidden",
    widths: [
      ...[160, 160, 160, 40, 120, 104, 104, 240, 120, 160],
      ...(format < 2 ? [] : [160]),
      ...(carries ? [160] : []),
    ],
    page: pageOf(SHEETS.data, context, null),
  });
  return { plan, names: sheet.names };
}

/** A checklist that no program brings along goes with the workbook. */
function drawFile(sheet: SheetBuilder, checklist: FullChecklist): void {
  const column = RECORD_COLUMN + 2;
  sheet.put(FIRST_HASH - 1, column, DATA.file, "header");
  const cells = carriedCells(packed(checklist));
  // A text format on both sides of the records would be drawn over them, too, where a host paints in long strokes.
  cells.forEach((cell, down) => {
    sheet.put(FIRST_HASH + down, column, cell, "listIdResult");
  });
  sheet.name(CARRIED_NAME, area(FIRST_HASH, column, cells.length));
}

function drawRecords(sheet: SheetBuilder, cells: RecordCells, format: number): void {
  const put = (name: keyof RecordCells, row: number, column: number) => {
    const lines = cells[name];
    lines.forEach((line, down) => {
      line.forEach((value, right) => {
        if (value !== null) sheet.put(row + down, column + right, value, "listId");
      });
    });
    sheet.name(name, area(row, column, lines.length, lines[0]?.length ?? 1));
  };
  sheet.put(FIRST_HASH - 1, SEALED_COLUMN, DATA.sealed, "header");
  put("Sealed_Values", FIRST_HASH, SEALED_COLUMN);
  DATA.history.forEach((label, index) => {
    sheet.put(FIRST_HASH - 1, HISTORY_COLUMN + index, label, "header");
  });
  put("Phase_History", FIRST_HASH, HISTORY_COLUMN);
  sheet.put(FIRST_HASH - 1, RECORD_COLUMN, DATA.seal, "header");
  put("Seal_Record", FIRST_HASH, RECORD_COLUMN);
  sheet.put(SUMMARY_ROW - 1, RECORD_COLUMN, DATA.summary, "header");
  put("Summary_Record", SUMMARY_ROW, RECORD_COLUMN);
  if (format < 2) return;
  sheet.put(FIRST_HASH - 1, RECORD_COLUMN + 1, DATA.stages, "header");
  put(AUDIT_RECORDS, FIRST_HASH, RECORD_COLUMN + 1);
}
