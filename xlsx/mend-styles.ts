/** Adds looks to the styles part of a file that exists; its own keep their numbers. */

import type { Blueprint, ColorRule } from "../core/workbook/port.ts";
import { hostError } from "./failure.ts";
import { prefixed, prefixOf, tagText } from "./markup.ts";
import { insertInOrder } from "./order.ts";
import { FILE_TEXT } from "./words.ts";
import { type Looks, StyleSheet } from "./write-styles.ts";
import { attribute, type Splice, splice, type Tag, tagStartBefore, walk } from "./xml.ts";

const ORDER: readonly string[] = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const FIRST_FREE_FORMAT = 164;

interface Block {
  readonly name: string;
  readonly tag: Tag;
  end: number;
  count: number;
}

const STYLE_LISTS = ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] as const;
type StyleList = (typeof STYLE_LISTS)[number];

interface Source {
  readonly xml: string;
  readonly blocks: readonly Block[];
  readonly root: Tag;
  readonly rootEnd: number;
  /** The first id of a format that is free. */
  readonly format: number;
}

/** Looks numbered behind those of a file. */
export class AddedStyles implements Looks {
  private readonly drawn: StyleSheet;
  private readonly source: Source;

  constructor(xml: string, part: string, blueprint: Pick<Blueprint, "styles" | "font">) {
    this.source = sourceOf(xml, part);
    this.drawn = new StyleSheet(blueprint);
  }

  of(style: string | null, isOpen: boolean): number {
    return countOf(this.source, "cellXfs") + this.drawn.of(style, isOpen);
  }

  ofRule(style: ColorRule["style"]): number {
    return countOf(this.source, "dxfs") + this.drawn.ofRule(style);
  }

  /** The part with everything that was asked for. */
  xml(): string {
    const { source } = this;
    const own = sourceOf(this.drawn.xml(), "");
    const splices = STYLE_LISTS.flatMap((name) => {
      const block = own.blocks.find((candidate) => candidate.name === name);
      if (!block) return [];
      const elements = own.xml.slice(block.tag.end, tagStartBefore(own.xml, block.end));
      return extended(source, name, { xml: renumbered(elements, source), size: block.count });
    });
    return splice(source.xml, splices);
  }
}

const countOf = ({ blocks }: Source, name: StyleList): number =>
  blocks.find((block) => block.name === name)?.count ?? 0;

/** Elements of a new workbook as they refer to each other behind those of the file. */
function renumbered(elements: string, source: Source): string {
  const lists = { fontId: "fonts", fillId: "fills", borderId: "borders" } as const;
  const ofLists = elements.replace(
    / (fontId|fillId|borderId)="(\d+)"/g,
    (_, key: keyof typeof lists, index: string) =>
      ` ${key}="${countOf(source, lists[key]) + Number(index)}"`,
  );
  // Formats of numbers below the first free one are every program's own.
  return ofLists.replace(/ numFmtId="(\d+)"/g, (whole, id: string) =>
    Number(id) < FIRST_FREE_FORMAT
      ? whole
      : ` numFmtId="${source.format + Number(id) - FIRST_FREE_FORMAT}"`,
  );
}

function sourceOf(xml: string, part: string): Source {
  const blocks: Block[] = [];
  let root: Tag | null = null;
  let rootEnd = xml.length;
  let format = FIRST_FREE_FORMAT;
  walk(xml, part, {
    open(tag, depth) {
      if (depth === 0) root = tag;
      if (depth === 1) blocks.push({ name: tag.name, tag, end: tag.end, count: 0 });
      const last = blocks[blocks.length - 1];
      if (depth === 2 && last) last.count += 1;
      if (tag.name === "numFmt") format = Math.max(format, Number(attribute(tag, "numFmtId")) + 1);
    },
    close(_, depth, end) {
      const last = blocks[blocks.length - 1];
      if (depth === 1 && last) last.end = end;
      if (depth === 0) rootEnd = tagStartBefore(xml, end);
    },
  });
  // Assigned in a callback, which the compiler does not follow.
  const found = root as Tag | null;
  if (!found) throw hostError(FILE_TEXT.noStyles);
  return { xml, blocks, root: found, rootEnd, format };
}

/** A list with more at its end; made where the file has none. */
function extended(
  { xml, blocks, root: { rawName }, rootEnd }: Source,
  name: StyleList,
  added: { readonly xml: string; readonly size: number },
): Splice[] {
  if (added.size === 0) return [];
  const text = prefixed(added.xml, rawName);
  const block = blocks.find((candidate) => candidate.name === name);
  if (!block || block.tag.isSelfClosing) {
    const list = block?.tag.rawName ?? prefixOf(rawName) + name;
    const whole = `<${list} count="${added.size}">${text}</${list}>`;
    return block
      ? [{ start: block.tag.start, end: block.end, text: whole }]
      : [insertInOrder(ORDER, blocks, rootEnd, name, whole)];
  }
  const { tag, end, count } = block;
  const open = tagText(tag.rawName, { ...tag.attributes, count: count + added.size });
  const at = tagStartBefore(xml, end);
  return [
    { start: tag.start, end: tag.end, text: open },
    { start: at, end: at, text },
  ];
}
