/** A workbook that has lost every defined name: which checklist it is of, and where its names belong, by what stands in it. */

import { FORMAT_VERSION } from "../audit/records.ts";
import { CHECKLIST } from "../words/sheets.ts";
import { blankInputs, blueprint } from "../workbook/draw/blueprint.ts";
import { bodyOf, CHECKLIST_COLUMNS, HEADER_ROW, planOf } from "../workbook/draw/layout.ts";
import type { FullEdition } from "../workbook/edition.ts";
import { claimOf, findEdition, type Library } from "../workbook/library.ts";
import type { Blueprint, CellValue, NamePlan, Snapshot } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";
import { glancedTitles } from "./glance.ts";
import { mendOf, NO_PASS, type Pass } from "./pass.ts";

type Rows = readonly (readonly CellValue[])[];

export const hasLostAllNames = (snapshot: Snapshot): boolean =>
  Object.keys(snapshot.names).length === 0;

export function lostNamesPass(library: Library<FullEdition>, snapshot: Snapshot): Pass {
  const found = madeAs(library, snapshot);
  if (found === null) return NO_PASS;
  const { plan, edition } = found;
  const titles = glancedTitles(plan.sheets, snapshot);
  const home = plan.names.find(({ name }) => name === "Item_Id")?.sheet ?? "";
  const headers = headerRow(snapshot.glances?.[titles.get(home) ?? ""] ?? []);
  const names = plan.names.flatMap((named): NamePlan[] => {
    const sheet = titles.get(named.sheet);
    if (sheet === undefined) return [];
    const isColumn = named.sheet === home && named.area.row === HEADER_ROW;
    if (!isColumn || headers === null) return [{ ...named, sheet }];
    const column = headers.columns.get(named.name);
    if (column === undefined) return [];
    const rows = bodyOf(edition.checklist).length + 2;
    return [{ ...named, sheet, area: { ...named.area, row: headers.row, rows, column } }];
  });
  // Without ids there is nothing to hold on to.
  if (!names.some(({ name }) => name === "Item_Id")) return NO_PASS;
  return { mends: names.map(({ name }) => mendOf("name", name)), mending: { names } };
}

/** The template that the workbook was made from; null where nobody can say. */
function madeAs(
  library: Library<FullEdition>,
  snapshot: Snapshot,
): { readonly plan: Blueprint; readonly edition: FullEdition } | null {
  const drawn = (edition: FullEdition, format: number): Blueprint =>
    blueprint(edition.checklist, blankInputs(edition.checklist), format);
  const [newest] = library;
  if (!newest) return null;
  const hidden = hiddenSheet(drawn(newest, FORMAT_VERSION), snapshot);
  const below = (row: number): CellValue => hidden?.[row - 1]?.[1] ?? null;
  const claim = hidden === null ? null : claimOf(below(2), below(3));
  const { edition } = findEdition(library, claim, () => null);
  if (edition === null) return null;
  const said = hidden === null ? null : below(1);
  const format = typeof said === "number" && said >= 1 ? said : formatOfHeaders(snapshot);
  return format > FORMAT_VERSION ? null : { plan: drawn(edition, format), edition };
}

function hiddenSheet({ sheets, names }: Blueprint, snapshot: Snapshot): Rows | null {
  const home = names.find(({ name }) => name === "Format_Version")?.sheet;
  const plan = sheets.find(({ name }) => name === home);
  const title = plan && glancedTitles([plan], snapshot).get(plan.name);
  return title === undefined ? null : (snapshot.glances?.[title] ?? null);
}

/** Only the newer format has a flag of mandatory items. */
function formatOfHeaders({ glances = {} }: Snapshot): number {
  const texts = Object.values(glances).flatMap((rows) => rows.flat().map(cellText));
  return texts.includes(CHECKLIST.headers.mandatory) ? FORMAT_VERSION : 1;
}

/** Where the Checklist's headers stand; of those that are there twice the first is the partner's. */
function headerRow(
  rows: Rows,
): { readonly row: number; readonly columns: ReadonlyMap<string, number> } | null {
  const index = rows.findIndex((line) => {
    const texts = line.map((value) => cellText(value).trim());
    return [CHECKLIST.headers.id, CHECKLIST.headers.self].every((header) => texts.includes(header));
  });
  const line = rows[index];
  if (!line) return null;
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (const column of CHECKLIST_COLUMNS) {
    const { name } = planOf(column);
    const at = line.findIndex(
      (value, right) => !taken.has(right) && cellText(value).trim() === CHECKLIST.headers[column],
    );
    if (at < 0) continue;
    taken.add(at);
    if (name !== null) columns.set(name, at + 1);
  }
  return { row: index + 1, columns };
}
