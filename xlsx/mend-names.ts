/** Puts defined names of the whole workbook to other cells; every other name keeps its source. */

import { areaAddress } from "../core/workbook/a1.ts";
import type { NamePlan } from "../core/workbook/port.ts";
import { escapeText, prefixOf } from "./markup.ts";
import { insertInOrder, WORKBOOK_ORDER } from "./order.ts";
import { openPackage } from "./package.ts";
import { reference } from "./reference.ts";
import { attribute, type Splice, splice, type Tag, tagStartBefore, walk } from "./xml.ts";

/** A name as the workbook part has it. */
export interface NameSource {
  readonly tag: Tag;
  readonly end: number;
}

export interface WorkbookSource {
  readonly root: Tag;
  readonly rootEnd: number;
  readonly blocks: readonly { readonly name: string; readonly tag: Tag; end: number }[];
  readonly names: readonly NameSource[];
  readonly sheets: readonly Tag[];
}

export function workbookSource(xml: string, path: string): WorkbookSource {
  const blocks: { name: string; tag: Tag; end: number }[] = [];
  const names: NameSource[] = [];
  const sheets: Tag[] = [];
  let root: Tag | null = null;
  let rootEnd = xml.length;
  let current: Tag | null = null;
  walk(xml, path, {
    open(tag, depth) {
      if (depth === 0) root = tag;
      if (depth === 1) blocks.push({ name: tag.name, tag, end: tag.end });
      if (tag.name === "sheet" && depth === 2) sheets.push(tag);
      if (tag.name === "definedName") current = tag;
    },
    close(name, depth, end) {
      const last = blocks[blocks.length - 1];
      if (depth === 1 && last) last.end = end;
      if (depth === 0) rootEnd = tagStartBefore(xml, end);
      if (name === "definedName" && current) names.push({ tag: current, end });
    },
  });
  // Assigned in a callback, which the compiler does not follow.
  const found = root as Tag | null;
  if (!found) throw new Error("a workbook part without a root");
  return { root: found, rootEnd, blocks, names, sheets };
}

export function withNames(bytes: Uint8Array, names: readonly NamePlan[]): Uint8Array {
  const { parts, workbookPath } = openPackage(bytes);
  const xml = parts.text(workbookPath);
  const source = workbookSource(xml, workbookPath);
  const put = new Set(names.map(({ name }) => name.toLowerCase()));
  const kept = source.names.flatMap(({ tag, end }) => {
    const isGlobal = attribute(tag, "localSheetId") === undefined;
    const isReplaced = isGlobal && put.has((attribute(tag, "name") ?? "").toLowerCase());
    return isReplaced ? [] : [xml.slice(tag.start, end)];
  });
  const prefix = prefixOf(source.root.rawName);
  const added = names.map(
    ({ name, sheet, area }) =>
      `<${prefix}definedName name="${name}">${escapeText(reference(sheet, areaAddress(area, true)))}</${prefix}definedName>`,
  );
  const changed = splice(xml, [namesSplice(source, [...kept, ...added])]);
  return parts.withTexts(new Map([[workbookPath, changed]]));
}

/** All names in place of those that are there. */
export function namesSplice(source: WorkbookSource, names: readonly string[]): Splice {
  const name = `${prefixOf(source.root.rawName)}definedNames`;
  const text = names.length === 0 ? "" : `<${name}>${names.join("")}</${name}>`;
  const block = source.blocks.find((candidate) => candidate.name === "definedNames");
  if (block) return { start: block.tag.start, end: block.end, text };
  return insertInOrder(WORKBOOK_ORDER, source.blocks, source.rootEnd, "definedNames", text);
}
