/** Sets what of a sheet is printed and where its pages end, unless somebody has chosen otherwise. */

import { areaAddress } from "../core/workbook/a1.ts";
import { pageEnds, roomOnPage } from "../core/workbook/draw/print.ts";
import type { PrintChange } from "../core/workbook/port.ts";
import { isOurPrint } from "../core/workbook/write/prints.ts";
import { escapeText, prefixOf, tagText } from "./markup.ts";
import { insertInOrder, WORKSHEET_ORDER } from "./order.ts";
import type { WorkbookPackage } from "./package.ts";
import { reference } from "./reference.ts";
import type { SheetSource } from "./sheet.ts";
import { attribute, isOn, type Splice, tagAt, walk } from "./xml.ts";

const DEFAULT_ROW_POINTS = 15;
const LAST_COLUMN_INDEX = 16_383;

type Book = Pick<WorkbookPackage, "names" | "sheets">;

const textOf = ({ names, sheets }: Book, title: string, name: string): string | null => {
  const place = sheets.findIndex((sheet) => sheet.name === title);
  const found = names.find((entry) => entry.name === name && entry.localSheet === place);
  return found === undefined ? null : found.text;
};

/** Whether the sheet is printed as we set it. */
export const printsAsOurs = (book: Book, title: string, print: PrintChange): boolean =>
  isOurPrint(textOf(book, title, "_xlnm.Print_Area") ?? "", print);

/** Puts the areas of some sheets, whose areas are ours, into the source of the workbook's part. */
export function areaSplices(
  xml: string,
  part: string,
  { sheets }: Book,
  prints: ReadonlyMap<string, PrintChange>,
): Splice[] {
  const splices: Splice[] = [];
  let open: { readonly start: number; readonly print: PrintChange; readonly title: string } | null =
    null;
  walk(xml, part, {
    open(tag) {
      if (tag.name !== "definedName" || attribute(tag, "name") !== "_xlnm.Print_Area") return;
      const title = sheets[Number(attribute(tag, "localSheetId"))]?.name ?? "";
      const print = prints.get(title);
      if (print) open = { start: tag.end, print, title };
    },
    close(name, _, end) {
      if (open === null || name !== "definedName") return;
      const { start, print, title } = open;
      open = null;
      const text = escapeText(reference(title, areaAddress(print.area, true)));
      const stop = xml.lastIndexOf("</", end - 1);
      if (xml.slice(start, stop) !== text) splices.push({ start, end: stop, text });
    },
  });
  return splices;
}

/** Puts size and ends of pages into the source of a sheet; without a size of its own it fits its paper. */
export function pageSplices(
  xml: string,
  source: SheetSource,
  book: Book,
  title: string,
  { area, scale, headings }: PrintChange,
): Splice[] {
  const block = (name: string) => source.blocks.find((entry) => entry.name === name);
  const setup = block("pageSetup");
  if (scale === undefined || !setup || attribute(setup.tag, "scale") === undefined) return [];
  const splices: Splice[] = [];
  const { tag } = setup;
  if (attribute(tag, "scale") !== String(scale)) {
    const text = tagText(tag.rawName, { ...tag.attributes, scale }, tag.isSelfClosing);
    splices.push({ start: tag.start, end: tag.end, text });
  }
  if (headings === undefined) return splices;
  const height = rowHeights(xml, source);
  const titles = /\$(\d+):\$(\d+)$/.exec(textOf(book, title, "_xlnm.Print_Titles") ?? "");
  const repeated = heightsOf(height, Number(titles?.[1] ?? 1), Number(titles?.[2] ?? 0));
  const [first = 1] = headings;
  const own = new Set(headings);
  const rows = Array.from({ length: area.rows - first + 1 }, (_, index) => {
    const row = first + index;
    // The first page has what stands above the list as well.
    const above = index === 0 ? heightsOf(height, 1, first - 1) - repeated : 0;
    return { row, height: height(row) + above, isHeading: own.has(row) };
  });
  const ends = pageEnds(rows, roomOnPage(scale) - repeated);
  const prefix = prefixOf(source.root.rawName);
  const breaks = ends.map((row) =>
    tagText(`${prefix}brk`, { id: row, max: LAST_COLUMN_INDEX, man: 1 }, true),
  );
  const count = { count: ends.length, manualBreakCount: ends.length };
  const name = `${prefix}rowBreaks`;
  const text = ends.length === 0 ? "" : `${tagText(name, count)}${breaks.join("")}</${name}>`;
  const before = block("rowBreaks");
  if (!before)
    splices.push(insertInOrder(WORKSHEET_ORDER, source.blocks, source.rootEnd, "rowBreaks", text));
  else if (xml.slice(before.tag.start, before.end) !== text)
    splices.push({ start: before.tag.start, end: before.end, text });
  // What is printed is one page across.
  const across = block("colBreaks");
  if (across) splices.push({ start: across.tag.start, end: across.end, text: "" });
  return splices;
}

function rowHeights(xml: string, source: SheetSource): (row: number) => number {
  const heights = new Map(
    source.rows.map(({ row, start, tagEnd }) => {
      const { attributes } = tagAt(xml, start, tagEnd);
      return [row, isOn(attributes.hidden) ? 0 : Number(attributes.ht ?? DEFAULT_ROW_POINTS)];
    }),
  );
  return (row) => heights.get(row) ?? DEFAULT_ROW_POINTS;
}

function heightsOf(height: (row: number) => number, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += height(row);
  return sum;
}
