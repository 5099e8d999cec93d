/** The cell here for each entry that was brought, in the order of the workbook. */

import type { ItemId } from "../checklist/domain.ts";
import { openItems } from "../checklist/lookup.ts";
import type { Checklist } from "../checklist/types.ts";
import { INPUTS, type Input, inputNamed } from "../workbook/fields.ts";
import type { Snapshot } from "../workbook/port.ts";
import type { ReadCell } from "../workbook/read/cells.ts";
import type { WorkbookReading } from "../workbook/read/reading.ts";
import type { BroughtCell } from "./brought.ts";
import { isEmpty } from "./cells.ts";
import { meantBy, standing } from "./value.ts";

export interface Target {
  readonly key: string;
  /** As the workbook's format has it. */
  readonly field: Input;
  readonly item: ItemId | null;
  /** The item's id, the service's name, or the place in a list from 1; null for a single input. */
  readonly of: string | null;
  /** Null where the workbook has none. */
  readonly cell: ReadCell | null;
  readonly fault: { readonly code: "noCell" | "noRoom" } | null;
  /** Never empty; all that was brought for it. */
  readonly brought: readonly BroughtCell[];
}

const HOLIDAYS = "Holidays";
const ORDER = new Map(INPUTS.map(({ name }, index) => [name, index]));

export function targetsOf(
  checklist: Checklist,
  snapshot: Snapshot,
  { cells: { byName } }: WorkbookReading,
  brought: readonly BroughtCell[],
): Target[] {
  const openName = snapshot.names.Open_Add ? "Open_Add" : "Item_Add";
  const targets = new Map<string, Target & { brought: BroughtCell[]; readonly order: number }>();
  const places = new Map<string, number>(checklist.items.map(({ id }, index) => [id, index]));
  const open = new Map<string, number>(openItems(checklist).map(({ id }, index) => [id, index]));
  for (const cell of brought) {
    if (cell.name === HOLIDAYS) continue;
    const name = cell.name === "Open_Add" ? openName : cell.name;
    const field = inputNamed(name);
    if (field === null) continue;
    const { item } = cell;
    const at = item === null ? cell.at : ((name === "Open_Add" ? open : places).get(item) ?? -1);
    const key = `${name} ${item ?? cell.at}`;
    const known = targets.get(key);
    if (known) {
      known.brought.push(cell);
      continue;
    }
    const found = byName.get(name)?.[at] ?? null;
    const [inChecklist, inInputs] = [
      item === null ? -1 : (places.get(item) ?? -1),
      ORDER.get(name) ?? 0,
    ];
    targets.set(key, {
      key,
      field,
      item,
      of: item ?? listed(checklist, field, cell.at),
      cell: found,
      fault: found === null ? { code: "noCell" } : null,
      brought: [cell],
      // Item by item, and behind them whatever is nobody's.
      order: (inChecklist < 0 ? checklist.items.length : inChecklist) * INPUTS.length + inInputs,
    });
  }
  const inOrder = [...targets.values()].sort((a, b) => a.order - b.order || placeOrder(a, b));
  return [...inOrder, ...holidayTargets(checklist, byName.get(HOLIDAYS) ?? [], brought)];
}

const placeOrder = (a: Target, b: Target): number =>
  (a.brought[0]?.at ?? 0) - (b.brought[0]?.at ?? 0);

function listed({ services }: Checklist, { name, shape }: Input, at: number): string | null {
  if (shape !== "list") return null;
  return (name.startsWith("Service_") ? services?.list[at]?.name : undefined) ?? String(at + 1);
}

/** Holidays have no order: one that stands anywhere here is the same, and any other goes into a free cell. */
function holidayTargets(
  checklist: Checklist,
  cells: readonly (ReadCell | null)[],
  brought: readonly BroughtCell[],
): Target[] {
  const field = inputNamed(HOLIDAYS);
  if (field === null) return [];
  const here = cells.flatMap((cell) => (cell === null ? [] : [cell]));
  const free = here.filter(({ value }) => isEmpty(value));
  const targets = new Map<string, Target & { brought: BroughtCell[] }>();
  for (const cell of brought) {
    if (cell.name !== HOLIDAYS || isEmpty(cell.value)) continue;
    const meant = meantBy(checklist, field, null, cell.value);
    const day = JSON.stringify(meant.value ?? cell.value);
    const known = targets.get(day);
    if (known) {
      known.brought.push(cell);
      continue;
    }
    const standingHere = here.find(
      ({ meaning, value }) => JSON.stringify(standing(meaning, value)) === day,
    );
    const found = standingHere ?? (meant.fault === null ? free.shift() : undefined) ?? null;
    targets.set(day, {
      key: `${HOLIDAYS} ${day}`,
      field,
      item: null,
      of: found === null ? null : String(found.row * found.range.columns + found.column + 1),
      cell: found,
      fault: found === null ? { code: "noRoom" } : null,
      brought: [cell],
    });
  }
  return [...targets.values()];
}
