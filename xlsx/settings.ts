/** Changes beside the cells: a sheet's header, and that formulas are calculated when the file is opened. */

import { escapeText, prefixOf, tagText } from "./markup.ts";
import { insertInOrder, WORKBOOK_ORDER, WORKSHEET_ORDER } from "./order.ts";
import type { SheetSource } from "./sheet.ts";
import { attribute, isOn, type Splice, splice, type Tag, tagStartBefore, walk } from "./xml.ts";

/** Puts a header into a sheet; null where it is there already. Other headers and footers stay. */
export function headerSplice(xml: string, source: SheetSource, header: string): Splice | null {
  const block = source.blocks.find((candidate) => candidate.name === "headerFooter");
  const prefix = prefixOf(source.root.rawName);
  const text = `<${prefix}oddHeader>${escapeText(header)}</${prefix}oddHeader>`;
  if (!block) {
    const whole = `<${prefix}headerFooter>${text}</${prefix}headerFooter>`;
    return insertInOrder(WORKSHEET_ORDER, source.blocks, source.rootEnd, "headerFooter", whole);
  }
  const { tag, end } = block;
  if (tag.isSelfClosing) {
    const open = tagText(tag.rawName, tag.attributes);
    return { start: tag.start, end, text: `${open}${text}</${tag.rawName}>` };
  }
  const inner = xml.slice(tag.end, end);
  const old = /^\s*<(?:\w+:)?oddHeader\b(?:[^>]*\/>|[\s\S]*?<\/(?:\w+:)?oddHeader\s*>)/.exec(inner);
  if (old?.[0].trim() === text) return null;
  return { start: tag.end, end: tag.end + (old?.[0].length ?? 0), text };
}

/** Formulas are calculated anew by whatever program opens the file next. */
export function calculateOnLoad(xml: string, part: string): string {
  const children: { readonly name: string; readonly tag: Tag }[] = [];
  let rootEnd = xml.length;
  let prefix = "";
  walk(xml, part, {
    open(tag, depth) {
      if (depth === 0) prefix = prefixOf(tag.rawName);
      if (depth === 1) children.push({ name: tag.name, tag });
    },
    close(_, depth, end) {
      if (depth === 0) rootEnd = tagStartBefore(xml, end);
    },
  });
  const tag = children.find((child) => child.name === "calcPr")?.tag;
  if (!tag) {
    const text = tagText(`${prefix}calcPr`, { calcId: 0, fullCalcOnLoad: 1 }, true);
    return splice(xml, [insertInOrder(WORKBOOK_ORDER, children, rootEnd, "calcPr", text)]);
  }
  if (isOn(attribute(tag, "fullCalcOnLoad"))) return xml;
  const text = tagText(tag.rawName, { ...tag.attributes, fullCalcOnLoad: 1 }, tag.isSelfClosing);
  return splice(xml, [{ start: tag.start, end: tag.end, text }]);
}
