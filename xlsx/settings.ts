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
  const old = childOf(xml.slice(tag.start, end), "oddHeader");
  if (!old) return { start: tag.end, end: tag.end, text };
  const span = { start: tag.start + old.start, end: tag.start + old.end };
  return xml.slice(span.start, span.end) === text ? null : { ...span, text };
}

/** Where a child of an element stands in its source; null where it has none of that name. */
function childOf(
  source: string,
  name: string,
): { readonly start: number; readonly end: number } | null {
  let start = -1;
  let found: { readonly start: number; readonly end: number } | null = null;
  walk(source, name, {
    open(tag, depth) {
      if (depth === 1 && tag.name === name && start < 0) start = tag.start;
    },
    close(closed, depth, end) {
      if (depth === 1 && closed === name) found ??= { start, end };
    },
  });
  return found;
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
