/** What is said of things that people bring in: where they stand, what they conflict with, why they are not understood. */

import type { Checklist } from "../checklist/types.ts";
import type { LineFault } from "../import/brought.ts";
import type { EntryFault, PlanEntry } from "../import/entry.ts";
import {
  MOST_CELLS,
  type SourceFault,
  type SourceNote,
  type SourcePlace,
} from "../import/source.ts";
import { cellAddress } from "../workbook/a1.ts";
import { placeText } from "../workbook/issues.ts";
import { ENTRY_TEXT } from "./entries.ts";
import { cellLabel } from "./labels.ts";
import { either, join } from "./numbers.ts";

const quoted = (text: string): string => (text === "" ? "blank" : `“${text}”`);

/** `answers.xlsx, Sheet1!B7`, `answers.csv, line 7`; of what was pasted only the line. */
export function sourcePlaceText({ source, table, counts, row, column }: SourcePlace): string {
  const where = ((): string => {
    if (row === 0) return table ?? "";
    if (counts === "lines") return `line ${row}`;
    if (counts === "entries") return `${table === null ? "" : `${table}, `}entry ${row}`;
    return column === null
      ? `${table ?? ""}, row ${row}`
      : `${table ?? ""}!${cellAddress(row, column)}`;
  })();
  return [source, where].filter((part) => part !== "").join(", ");
}

/** What an entry is for: `8.1.9 Owner`. */
export const entryLabel = ({ name, of }: Pick<PlanEntry, "name" | "of">): string =>
  cellLabel(name, of);

/** What stands here and what was brought. */
export function conflictText(entry: PlanEntry): string {
  const { before, after, cell, place } = entry;
  const here = cell === null ? "here" : `here (${placeText(cell)})`;
  return `${sourcePlaceText(place)}: ${entryLabel(entry)} is ${quoted(before)} ${here}, and ${quoted(after)} there.`;
}

/** What was made of an id that is not the item's. */
export const guessText = ({ place, guess, item }: PlanEntry): string =>
  `${sourcePlaceText({ ...place, column: null })}: “${guess ?? ""}” is read as item ${item ?? ""}.`;

/** Why an entry is left out, and what to do. */
export function faultText(checklist: Checklist, entry: PlanEntry, fault: EntryFault): string {
  const place = sourcePlaceText(entry.place);
  const label = entryLabel(entry);
  switch (fault.code) {
    case "noAnswer":
      return `${place}: “${entry.after}” is no answer for item ${entry.of ?? ""}. Write Met or Not met, or say what “${entry.after}” means.`;
    case "noChoice":
      return `${place}: ${ENTRY_TEXT.notAWord(label, entry.after, fault.allowed)}`;
    case "noDate":
      return `${place}: ${ENTRY_TEXT.notADate(label, entry.after)}`;
    case "noPoints":
      return `${place}: ${ENTRY_TEXT.notPoints(checklist, label, entry.after)}`;
    case "text":
      return `${place}: ${fault.message}`;
    case "errorValue":
      return `${place}: ${label} holds the error ${entry.after}. Enter what should stand there.`;
    case "differs": {
      const others = fault.others.map(
        (other) => `${quoted(other.found)} in ${sourcePlaceText(other.place)}`,
      );
      return `${place}: ${label} is ${quoted(entry.after)} here, and ${join(others)}. Keep one of them.`;
    }
    case "noCell":
      return `${place}: the workbook has no cell for ${label}. Look at its issues first.`;
    case "noRoom":
      return `${place}: “${entry.after}” finds no free cell under ${label}. Clear one that is not needed.`;
    case "formulaHere":
      return `${place}: where ${label} belongs (${entry.cell === null ? "" : placeText(entry.cell)}), a formula stands. Clear that cell first.`;
    default:
      return lineFaultText(checklist, entry, fault);
  }
}

/** Of a line that cannot be placed; `of` is what stands where its id should be. */
function lineFaultText(checklist: Checklist, entry: PlanEntry, fault: LineFault): string {
  const place = sourcePlaceText(entry.place);
  const key = entry.of ?? "";
  switch (fault.code) {
    case "unknownItem":
      return ENTRY_TEXT.unknownItem(checklist, place, key);
    case "idAsDate":
      return ENTRY_TEXT.idAsDate(checklist, place, key);
    case "idSeveral":
      return `${place}: “${key}” may be ${either(fault.items)}, since a spreadsheet program changed it. Format the column as Text, and type the id again.`;
    case "noId":
      return `${place}: no id stands beside “${entry.after}”. Write the item's id there.`;
    case "unknownService":
      return `${place}: the checklist has no service “${key}”. Write its name as on the sheet.`;
    case "unknownInput":
      return `${place}: “${key}” is nothing that is entered. Write it as on the sheet.`;
    case "fields":
      return `${place}: ${fault.found} fields where the columns are ${fault.columns}. Put texts with a delimiter in quotation marks.`;
  }
}

/** Why a source brings nothing, and what to do. */
export function sourceFaultText(
  checklist: Checklist,
  place: SourcePlace,
  fault: SourceFault,
): string {
  const source = sourcePlaceText(place);
  const said = (sentence: string): string => (source === "" ? sentence : `${source}: ${sentence}`);
  const first = checklist.items[0]?.id ?? "";
  switch (fault.code) {
    case "empty":
      return said(
        "nothing stands there. Write a line for each item under Id and the names of the columns.",
      );
    case "tooLarge":
      return said(`it is longer than any list of answers. Keep the lines that answer items.`);
    case "quotes":
      return said(
        `the quotation marks of line ${fault.row} do not match. Mend the line and try again.`,
      );
    case "notJson":
      return said("it begins as JSON and is none. Write it out anew.");
    case "noHeading":
      return said(
        `no row names columns that are known${fault.heads.length === 0 ? "" : ` (found: ${fault.heads.slice(0, 8).join(", ")})`}. Name them in the first row as the sheets do, such as Id, Partner Self-Assessment, Evidence, Owner.`,
      );
    case "count":
      return said(
        `it has ${fault.found} values without ids, and the checklist has ${fault.wanted} items. Put the ids beside them, or say at which item they begin, such as ${first}.`,
      );
  }
}

/** What was odd about a source that was read all the same. */
export function sourceNoteText(source: string, note: SourceNote): string {
  switch (note.code) {
    case "western":
      return `${source} is not UTF-8 and was read as Windows' Western letters. Look at accents; “CSV UTF-8” keeps them.`;
    case "sheetTooLarge":
      return `${source}: the sheet ${note.sheet} was not read; it has more than ${MOST_CELLS} cells.`;
    case "sheetDamaged":
      return `${source}: the sheet ${note.sheet} was not read; it is damaged.`;
    case "otherChecklist":
      return `${source} is a checklist of another version or format. It was read by ids and names of columns alone.`;
  }
}
