/** Works out everything that a host has to write for some edits: cells, stored results, locks and headers. */

import { evaluate } from "../../audit/evaluate.ts";
import type { Inputs } from "../../audit/inputs.ts";
import { phaseNamed } from "../../audit/phases.ts";
import type { ItemId } from "../../checklist/domain.ts";
import { openItems } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import { SHEETS } from "../../words/sheets.ts";
import { cellAt, contains } from "../area.ts";
import { pageHeader } from "../draw/page.ts";
import { formatOfNames, INPUTS, isInputOf, isUnlockedIn } from "../fields.ts";
import type { Access, Change, Edit, NamedRange, PageHeader, Snapshot } from "../port.ts";
import { foundOf, type ReadCell } from "../read/cells.ts";
import { exactValue } from "../read/decode.ts";
import { hasName, itemRows, rowsByItem } from "../read/locate.ts";
import { readInputs, type WorkbookReading } from "../read/reading.ts";
import { printsFor } from "./prints.ts";

/** Which inputs the phase leaves open to writing, of those that the workbook has a name for. */
export function accessIn(
  checklist: Checklist,
  phase: Inputs["phase"],
  has: (name: string) => boolean,
): Access[] {
  const open = openItems(checklist).map((item): ItemId => item.id);
  const format = formatOfNames(has);
  return INPUTS.flatMap((field): Access[] => {
    if (!isInputOf(field, format) || !has(field.name)) return [];
    const access = { name: field.name, open: isUnlockedIn(field, phase) };
    const isOpenColumn = field.kind.is === "points" && field.shape === "column";
    return [isOpenColumn ? { ...access, items: open } : access];
  });
}

/** An edit without its value. */
export type Spot = Omit<Edit, "value">;

/** How an edit finds a cell that was read. */
export function spotOf({ field, item, range, row, column }: ReadCell): Spot {
  const { name, shape } = field;
  if (shape === "cell") return { name };
  if (item !== null && shape === "column") return { name, item: item.id };
  return { name, index: row * range.columns + column };
}

/** Puts the cells that were read leniently into their exact words; a formula's cell is left to whoever wrote it. */
export function exactEdits({ cells }: WorkbookReading): Edit[] {
  return cells.odd.flatMap((cell): Edit[] => {
    const { meaning } = cell;
    const isUnderstood = meaning.how === "lenient" || meaning.how === "spelled";
    if (!isUnderstood || foundOf(cell).formula !== null) return [];
    return [{ ...spotOf(cell), value: exactValue(meaning) }];
  });
}

/**
 * Headers that name the partner, for the sheets that hold our names, whatever their titles. About has no names: it
 * is ours unless the checklist was built beside another of that title.
 */
export function headersFor(
  checklist: Checklist,
  partner: string,
  snapshot: Snapshot,
): Record<string, PageHeader> {
  const titles = new Set(Object.values(snapshot.names).map(({ sheet }) => sheet));
  const others = snapshot.sheets.map(({ name }) => name).filter((name) => !titles.has(name));
  if (!others.some((name) => name.startsWith(`${SHEETS.about} (`))) titles.add(SHEETS.about);
  const { header } = pageHeader(SHEETS.overview, { checklist, partner });
  return Object.fromEntries(
    snapshot.sheets.flatMap(({ name }) => (titles.has(name) ? [[name, header]] : [])),
  );
}

/** The snapshot as it will be once the edits are written; nothing is written here. */
export function editedSnapshot(
  checklist: Checklist,
  snapshot: Snapshot,
  edits: readonly Edit[],
): Snapshot {
  const rows = rowsByItem(itemRows(checklist, snapshot));
  const names: Record<string, NamedRange> = { ...snapshot.names };
  for (const edit of edits) {
    const range = names[edit.name];
    if (!range) continue;
    const item = edit.item === undefined ? undefined : rows.get(edit.item);
    const cell =
      edit.item === undefined
        ? cellAt(range, edit.index ?? 0)
        : item && { row: item.sheetRow, column: range.column };
    if (!cell || !contains(range, cell)) continue;
    const [row, column] = [cell.row - range.row, cell.column - range.column];
    const values = range.values.map((line, down) =>
      down === row ? line.map((value, right) => (right === column ? edit.value : value)) : line,
    );
    names[edit.name] = { ...range, values };
  }
  return { ...snapshot, names };
}

/**
 * What a host that calculates has to write for some edits: the edits, the exact words of what was read
 * leniently, and where the phase changes locks and the partner's name in headers, which no formula can follow.
 */
export function changeOf(checklist: Checklist, snapshot: Snapshot, edits: readonly Edit[]): Change {
  const reading = readInputs(checklist, snapshot);
  const word = edits.filter((edit) => edit.name === "Phase").pop()?.value;
  const phase = phaseNamed(String(word ?? ""));
  return {
    edits: [...exactEdits(reading), ...edits],
    ...(phase
      ? {
          access: accessIn(checklist, phase, hasName(snapshot)),
          headers: headersFor(checklist, reading.inputs.partner, snapshot),
          prints: printsFor(checklist, snapshot, phase, evaluate(checklist, reading.inputs)),
        }
      : {}),
  };
}
