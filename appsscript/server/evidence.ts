/** Links behind words: in Sheets evidence is mostly such a link, which a cell's value does not tell. */

import type { ItemId } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Blueprint, Snapshot } from "../../core/workbook/port.ts";
import { itemRows, rowsByItem } from "../../core/workbook/read/locate.ts";
import { fromSheets } from "./formulas.ts";
import { itemByRow } from "./placement.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;

const COLUMNS = ["Evidence", "Closure_Evidence"] as const;

/** Excel takes none that is longer. */
const LONGEST_LINK = 2079;

export interface EvidenceLinks {
  /** By column and item, the first link of each cell that has one. */
  readonly links: ReadonlyMap<string, string>;
  /** How many cells have more than one. */
  readonly several: number;
}

const keyOf = (name: string, item: ItemId): string => `${name} ${item}`;

/** For a file only: it asks about each text of the two columns. */
export function evidenceLinks(
  book: Spreadsheet,
  checklist: Checklist,
  snapshot: Snapshot,
): EvidenceLinks {
  const links = new Map<string, string>();
  let several = 0;
  const rows = rowsByItem(itemRows(checklist, snapshot));
  for (const name of COLUMNS) {
    const found = snapshot.names[name];
    const range = found && book.getRangeByName(name);
    if (!range) continue;
    const texts = range.getRichTextValues();
    for (const [item, { sheetRow }] of rows) {
      const line = sheetRow - found.row;
      const formula = found.formulas[line]?.[0] ?? null;
      const all = formula === null ? linksOf(texts[line]?.[0] ?? null) : linkIn(formula);
      const [first] = all;
      if (first !== undefined) links.set(keyOf(name, item), first);
      if (all.length > 1) several += 1;
    }
  }
  return { links, several };
}

function linksOf(text: RichTextValue | null): string[] {
  if (!text) return [];
  const whole = text.getLinkUrl();
  const found = whole === null ? text.getRuns().map((run) => run.getLinkUrl()) : [whole];
  return [...new Set(found.flatMap((link) => (link !== null && canGoAlong(link) ? [link] : [])))];
}

function linkIn(formula: string): string[] {
  const text = /^HYPERLINK\("((?:[^"]|"")*)"/i.exec(fromSheets(formula))?.[1];
  const link = text?.replace(/""/g, '"') ?? "";
  return canGoAlong(link) ? [link] : [];
}

/** Links within the spreadsheet would lead nowhere. */
const canGoAlong = (link: string): boolean =>
  /^(?:https?:\/\/|mailto:)\S+$/i.test(link) && link.length <= LONGEST_LINK;

/** The blueprint with these links on its cells, whose texts stay what was sealed. */
export function withLinks(
  plan: Blueprint,
  checklist: Checklist,
  { links }: EvidenceLinks,
): Blueprint {
  if (links.size === 0) return plan;
  const styles = { ...plan.styles };
  const seen = (style: string): string => {
    const linked = `${style} with a link`;
    const { color } = plan.styles.link ?? {};
    styles[linked] = { ...styles[style], ...(color ? { color } : {}), underline: true };
    return linked;
  };
  const columns = new Map(
    plan.names.flatMap(({ name, sheet, area }) =>
      COLUMNS.some((column) => column === name) ? [[`${sheet} ${area.column}`, name] as const] : [],
    ),
  );
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const name = columns.get(`${sheet.name} ${cell.column}`);
      const item = name === undefined ? undefined : itemByRow(checklist).get(cell.row);
      const link = name && item ? links.get(keyOf(name, item)) : undefined;
      return link === undefined || typeof cell.value !== "string"
        ? cell
        : { ...cell, link, style: seen(cell.style) };
    }),
  }));
  return { ...plan, styles, sheets };
}
