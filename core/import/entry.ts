/** One entry of a plan: what was brought for a cell, beside what stands there. */

import type { ItemId } from "../checklist/domain.ts";
import type { Checklist } from "../checklist/types.ts";
import { isUnlockedIn } from "../workbook/fields.ts";
import type { Place } from "../workbook/issues.ts";
import type { CellValue, Edit } from "../workbook/port.ts";
import { foundOf, type ReadCell } from "../workbook/read/cells.ts";
import type { WorkbookReading } from "../workbook/read/reading.ts";
import type { BroughtCell, LineFault, LostLine } from "./brought.ts";
import { isEmpty, tidyText } from "./cells.ts";
import type { SourcePlace } from "./source.ts";
import type { Target } from "./target.ts";
import { type Meanings, meantBy, standing, type ValueFault } from "./value.ts";

export interface ImportChoices {
  /** Whose conflicts take the new value: all, or the keys of entries. Others keep what stands here. */
  readonly take: "all" | readonly string[];
  readonly meanings: Meanings;
  /** A blank that was brought clears what stands here. */
  readonly clear: boolean;
  /** What becomes of entries that the phase has locked: left out, or written all the same and told. */
  readonly locked: "leave" | "write";
}

export const NO_CHOICES: ImportChoices = { take: [], meanings: {}, clear: false, locked: "leave" };

/**
 * `conflict`: something else stands here. `notUnderstood`: left out until it is known what it means. `change`: a blank
 * is filled here, or cleared on request. `same`: as here already.
 */
export const GROUPS = ["conflict", "notUnderstood", "change", "same"] as const;
export type Group = (typeof GROUPS)[number];

/** Why an entry is not understood. */
export type EntryFault =
  | LineFault
  | ValueFault
  /** Said more than once, and not the same; where else, and what. */
  | { readonly code: "differs"; readonly others: readonly SaidElsewhere[] }
  /** The workbook has no such cell, no free one, or a formula where the entry belongs. */
  | { readonly code: "noCell" | "noRoom" | "formulaHere" };

export interface SaidElsewhere {
  readonly place: SourcePlace;
  readonly found: string;
}

export interface PlanEntry {
  /** The same for the same entry in every plan: what choices name. */
  readonly key: string;
  readonly group: Group;
  /** The input's defined name; empty where a line was lost and brought none. */
  readonly name: string;
  /** The item's id, the service's name, or the place in a list from 1; null for a single input. */
  readonly of: string | null;
  readonly item: ItemId | null;
  /** The cell here; null where there is none. */
  readonly cell: Place | null;
  /** As texts; empty for a blank. `after` is what would be written; where it is not understood, what was found. */
  readonly before: string;
  readonly after: string;
  /** Where it was brought from. */
  readonly place: SourcePlace;
  readonly fault: EntryFault | null;
  /** What stands where the item's id was guessed. */
  readonly guess: string | null;
  /** The phase has locked the cell. */
  readonly locked: boolean;
  /** Whether it will be written. */
  readonly taken: boolean;
}

export function lostEntry({ place, fault, key, name, value }: LostLine): PlanEntry {
  return {
    key: `lost ${place.source} ${place.table ?? ""} ${place.row}`,
    group: "notUnderstood",
    name,
    of: key === "" ? null : key,
    item: null,
    cell: null,
    before: "",
    after: value,
    place,
    fault,
    guess: null,
    locked: false,
    taken: false,
  };
}

export interface PlannedEntry {
  readonly entry: PlanEntry;
  /** Null where nothing is to be written whatever is chosen. */
  readonly edit: Edit | null;
}

/** One entry for one cell, whoever says how often what shall stand there; none where a blank keeps. */
export function entryOf(
  checklist: Checklist,
  reading: WorkbookReading,
  target: Target,
  choices: ImportChoices,
): PlannedEntry[] {
  const said = heard(checklist, reading, target, choices);
  if (said === null) return [];
  const { first, fault, value } = said;
  const { cell } = target;
  const here = cell === null ? null : standing(cell.meaning, cell.value);
  const isSame = fault === null && isAlike(here, value);
  if (isEmpty(value) && fault === null && (isSame || !choices.clear)) return [];
  const raw = cell !== null && isAlike(cell.value, first.value);
  const wrong = raw ? null : (fault ?? target.fault ?? formulaFault(cell));
  const { phase } = reading.inputs;
  const locked = !isUnlockedIn(target.field, phase);
  const group: Group =
    isSame || raw
      ? "same"
      : wrong !== null
        ? "notUnderstood"
        : isEmpty(here) || isEmpty(value)
          ? "change"
          : "conflict";
  const isWanted =
    group === "change" ||
    (group === "conflict" && (choices.take === "all" || choices.take.includes(target.key)));
  const taken = isWanted && (!locked || choices.locked === "write");
  return [
    {
      entry: {
        key: target.key,
        group,
        name: target.field.name,
        of: target.of,
        item: target.item,
        cell: cell && foundOf(cell).place,
        before: tidyText(here),
        after: tidyText(wrong === null && !raw ? value : first.value),
        place: first.place,
        fault: wrong,
        guess: first.guess,
        locked,
        taken,
      },
      edit: cell === null ? null : { ...editOf(cell), value },
    },
  ];
}

/** Texts are compared without the blanks around them, all else as it is. */
const isAlike = (one: CellValue, other: CellValue): boolean => tidyText(one) === tidyText(other);

const formulaFault = (cell: ReadCell | null): EntryFault | null =>
  cell !== null && foundOf(cell).formula !== null ? { code: "formulaHere" } : null;

/** As `Edit` names the cell. */
function editOf({ field, item, range, row, column }: ReadCell): Omit<Edit, "value"> {
  if (field.shape === "cell") return { name: field.name };
  if (field.shape === "column")
    return item === null ? { name: field.name } : { name: field.name, item: item.id };
  return { name: field.name, index: row * range.columns + column };
}

interface Heard {
  readonly first: BroughtCell;
  readonly fault: EntryFault | null;
  /** Null for a blank, and where it is not understood. */
  readonly value: CellValue;
}

/**
 * What all that was brought for a cell comes to. What is said more than once has to be the same; a blank beside it says
 * nothing. Null where nothing was brought that could change anything.
 */
function heard(
  checklist: Checklist,
  { inputs }: WorkbookReading,
  { field, item, brought }: Target,
  { meanings }: ImportChoices,
): Heard | null {
  const points = item === null ? null : (inputs.items[item] ?? null);
  const read = brought.map((cell) => ({
    cell,
    meant: meantBy(checklist, field, points, cell.value, meanings),
  }));
  const filled = read.filter(({ cell }) => !isEmpty(cell.value));
  const [first, ...others] = filled.length > 0 ? filled : read;
  if (first === undefined) return null;
  const { fault, value } = first.meant;
  const differing = others.filter(
    ({ cell, meant }) =>
      meant.fault?.code !== fault?.code ||
      (fault === null ? !isAlike(meant.value, value) : !isAlike(cell.value, first.cell.value)),
  );
  if (differing.length === 0) return { first: first.cell, fault, value };
  const elsewhere = differing.map(({ cell }) => ({
    place: cell.place,
    found: tidyText(cell.value),
  }));
  return { first: first.cell, fault: { code: "differs", others: elsewhere }, value: null };
}
