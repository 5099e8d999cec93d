/** What the number formats of cells make of a number: a day, a share, or nothing else than the number. */

import type { WorkbookPackage } from "./package.ts";
import { attribute, walk } from "./xml.ts";

export type NumberLook = "date" | "percent" | "plain";

/** Formats that files do not spell out; those of the East among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** By the style of a cell. */
export function numberLooks(book: WorkbookPackage): (style: number) => NumberLook {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCells = false;
  if (book.stylesPath === null) return () => "plain";
  walk(book.parts.text(book.stylesPath), book.stylesPath, {
    open(tag, depth) {
      if (depth === 1) isCells = tag.name === "cellXfs";
      if (tag.name === "numFmt")
        codes.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
      if (isCells && tag.name === "xf") formats.push(Number(attribute(tag, "numFmtId") ?? 0));
    },
  });
  const looks = formats.map((id) => lookOf(id, codes.get(id)));
  return (style) => looks[style] ?? "plain";
}

function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    if (isBuiltInDate(id)) return "date";
    return isBuiltInPercent(id) ? "percent" : "plain";
  }
  // Words in quotation marks, after a backslash and in brackets (colours, languages) are no codes.
  const [bare = ""] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";");
  if (/[dmyhs]/i.test(bare)) return "date";
  return bare.includes("%") ? "percent" : "plain";
}
