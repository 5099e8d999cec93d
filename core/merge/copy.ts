/** A workbook as a list of fields, so that copies can be compared whatever their format, and whatever became of their sheets. */

import type { Inputs } from "../audit/inputs.ts";
import { plain } from "../audit/seal.ts";
import { isOpen } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import type { RecordKind } from "../words/issues.ts";
import type { CellValue, Snapshot } from "../workbook/port.ts";
import type { ReadCell } from "../workbook/read/cells.ts";
import { exactValue, type Meaning } from "../workbook/read/decode.ts";
import { cellText, isBlank } from "../workbook/read/locate.ts";
import { readInputs } from "../workbook/read/reading.ts";
import { type Spot, spotOf } from "../workbook/write/change.ts";
import { DAYS_OFF, type Field, keyOf } from "./fields.ts";

/** What a copy says in one field. */
export interface Entry extends Field {
  /** As it is compared: the exact word of what was understood, else the text; a day as `2026-03-16`; empty for blank. */
  readonly value: string;
  /** What a cell that says the same would hold. */
  readonly cell: CellValue;
  /** Nothing stands there, which means the usual word. */
  readonly isAssumed: boolean;
  /** Where it stands: a day may stand twice. None where it has no cell of its own. */
  readonly spots: readonly Spot[];
}

export type Entries = ReadonlyMap<string, Entry>;

/** What is known of the fields of a workbook. */
export interface Said {
  /**
   * Every field that there is a cell for, blank ones too. Of a field that is missing here, because a row, a column or a
   * name is gone or the format has none, nothing is said: that is not the same as blank.
   */
  readonly entries: Entries;
  /** Whether there are cells for holidays: then a day that is missing is none. */
  readonly hasDays: boolean;
}

/** One copy of a workbook. */
export interface Copy extends Said {
  /** What people call it, such as the name of its file. */
  readonly title: string;
  readonly snapshot: Snapshot;
  readonly inputs: Inputs;
  /** Records that stand there and cannot be read. */
  readonly unreadable: readonly RecordKind[];
}

/** Empty for blank, null where nothing is said of the field. */
export const valueIn = ({ entries, hasDays }: Said, { key, name }: Field): string | null =>
  entries.get(key)?.value ?? (name === DAYS_OFF && hasDays ? "" : null);

/** The same where it counts who wrote something: a blank is nobody's word. */
export const writtenIn = (said: Said, field: Field): string | null =>
  said.entries.get(field.key)?.isAssumed ? "" : valueIn(said, field);

/** Reads any snapshot whatever; never throws. */
export function readCopy(checklist: Checklist, snapshot: Snapshot, title: string): Copy {
  const { inputs, cells, records } = readInputs(checklist, snapshot);
  const entries = new Map<string, Entry>();
  for (const [name, found] of cells.byName) {
    found.forEach((cell, at) => {
      const entry = cell && entryOf(checklist, name, cell, at);
      if (!entry) return;
      const known = entries.get(entry.key);
      const both = known && { ...known, spots: [...known.spots, ...entry.spots] };
      entries.set(entry.key, both ?? entry);
    });
  }
  const hasDays = snapshot.names[DAYS_OFF] !== undefined;
  const unreadable = records.unreadable.map(({ record }) => record);
  return { title, snapshot, inputs, entries, hasDays, unreadable };
}

/** Null for a cell that is nobody's to fill, or holds what nobody entered. */
function entryOf(checklist: Checklist, name: string, cell: ReadCell, at: number): Entry | null {
  const { field, item, value: found } = cell;
  if (typeof found === "object" && found !== null && "error" in found) return null;
  // What the source prints is no entry.
  if (field.kind.is === "points" && !(item && isOpen(item))) return null;
  const { value, cell: exact } = said(cell);
  const rest = { spots: [spotOf(cell)], isAssumed: cell.meaning.how === "usual" };
  if (name === DAYS_OFF)
    return value === "" ? null : { ...named(name, value), value, cell: exact, ...rest };
  const of = field.kind.is === "points" ? named("Item_Add", item?.id ?? null) : null;
  return { ...(of ?? named(name, placeOf(checklist, cell, at))), value, cell: exact, ...rest };
}

const named = (name: string, place: string | null): Field => ({
  key: keyOf(name, place),
  name,
  place,
});

function placeOf({ services }: Checklist, { field, item }: ReadCell, at: number): string | null {
  if (field.shape === "cell") return null;
  if (item !== null) return item.id;
  const service = field.name.startsWith("Service_") ? services?.list[at] : undefined;
  return service?.name ?? String(at + 1);
}

/** What a cell says, and how another cell would say it to the letter. */
function said({ field, value: found, meaning }: ReadCell): Pick<Entry, "value" | "cell"> {
  // A blank may mean something; what is not understood means at least itself.
  if (meaning.how === "unknown" && !isBlank(found))
    return { value: plain(cellText(found)), cell: found };
  const exact = exactValue(meaning);
  const value = plain(cellText(exact));
  // Seals hold this one so: it is blank or Yes.
  if (field.name === "Single_Region" && value === "No") return { value: "", cell: found };
  const isText = meaning.is === "text" || (field.kind.is === "choice" && field.kind.free === true);
  return { value, cell: value === "" ? null : isText ? asFound(found, meaning) : exact };
}

/** A text keeps its line ends, and a number that stands for one stays a number. */
const asFound = (found: CellValue, meaning: Meaning): CellValue =>
  typeof found === "string" || typeof found === "number" ? found : exactValue(meaning);
