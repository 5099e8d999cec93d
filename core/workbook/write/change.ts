/** Works out everything that a host has to write for some edits: cells, stored results, locks and headers. */

import type { Inputs } from "../../audit/inputs.ts";
import { phaseNamed } from "../../audit/phases.ts";
import type { ItemId } from "../../checklist/domain.ts";
import { openItems } from "../../checklist/lookup.ts";
import type { Checklist } from "../../checklist/types.ts";
import { SHEETS } from "../../words/sheets.ts";
import { cellAt, contains, indexIn } from "../area.ts";
import { pageHeader } from "../draw/page.ts";
import { INPUTS, isUnlockedIn } from "../fields.ts";
import type { Access, Change, Edit, NamedRange, PageHeader, Snapshot } from "../port.ts";
import { itemRows, rowsByItem } from "../read/locate.ts";
import { type Reading, readInputs } from "../read/reading.ts";

/** Which inputs the phase leaves open to writing. */
export function accessIn(checklist: Checklist, phase: Inputs["phase"]): Access[] {
  const reconstructed = openItems(checklist).map((item): ItemId => item.id);
  return INPUTS.map((field): Access => {
    const access = { name: field.name, open: isUnlockedIn(field, phase) };
    return field.kind.is === "points" ? { ...access, items: reconstructed } : access;
  });
}

/** Puts the cells that were read kindly into their exact words; a formula's cell is left to whoever wrote it. */
export function kindlyEdits(reading: Reading, snapshot: Snapshot): Edit[] {
  return reading.kindly.flatMap(({ found, value }): Edit[] => {
    const { place } = found;
    if (found.formula !== null) return [];
    for (const field of INPUTS) {
      const range = snapshot.names[field.name];
      if (!range || range.sheet !== place.sheet || !contains(range, place)) continue;
      if (field.shape === "cell") return [{ name: field.name, value }];
      if (field.shape === "column") {
        const row = [...reading.rows.values()].find((entry) => entry.sheetRow === place.row);
        return row?.item ? [{ name: field.name, item: row.item.id, value }] : [];
      }
      return [{ name: field.name, index: indexIn(range, place), value }];
    }
    return [];
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
 * kindly, and where the phase changes locks and the partner's name in headers, which no formula can follow.
 */
export function changeOf(checklist: Checklist, snapshot: Snapshot, edits: readonly Edit[]): Change {
  const reading = readInputs(checklist, snapshot);
  const word = edits.filter((edit) => edit.name === "Phase").pop()?.value;
  const phase = phaseNamed(String(word ?? ""));
  return {
    edits: [...kindlyEdits(reading, snapshot), ...edits],
    ...(phase
      ? {
          access: accessIn(checklist, phase),
          headers: headersFor(checklist, reading.inputs.partner, snapshot),
        }
      : {}),
  };
}
