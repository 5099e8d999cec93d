/** Cell styles that differ only in whether the cell is locked, looked up or added in the styles part. */

import { hostError } from "./failure.ts";
import { prefixOf, tagText } from "./markup.ts";
import { FILE_TEXT } from "./words.ts";
import { isOn, type Splice, splice, type Tag, tagStartBefore, walk } from "./xml.ts";

interface Format {
  readonly tag: Tag;
  /** Source of the children, and where the protection is stated. */
  alignment: string;
  extensions: string;
  isLocked: boolean;
  isHidden: boolean;
}

export class StyleTwins {
  private readonly xml: string;
  private readonly list: { readonly tag: Tag; end: number };
  private readonly formats: Format[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly added: string[] = [];

  /** Throws `HostError` where the part holds no cell formats. */
  constructor(xml: string, part: string) {
    this.xml = xml;
    let list: { readonly tag: Tag; end: number } | null = null;
    let current: Format | null = null;
    let child: Tag | null = null;
    // Some programs offer a format in two ways; together they are one, and everybody can read the fallback.
    let isOffered = false;
    let isFallback = false;
    let formatDepth = 0;
    walk(xml, part, {
      open: (tag, depth) => {
        const isInList = list?.end === 0;
        if (depth === 1 && tag.name === "cellXfs") list = { tag, end: 0 };
        else if (depth === 2 && isInList && tag.name === "AlternateContent") isOffered = true;
        else if (depth === 3 && isOffered) isFallback = tag.name === "Fallback";
        else if (
          isInList &&
          tag.name === "xf" &&
          (isOffered ? depth === 4 && isFallback : depth === 2)
        ) {
          formatDepth = depth;
          current = { tag, alignment: "", extensions: "", isLocked: true, isHidden: false };
        } else if (current && depth === formatDepth + 1) {
          child = tag;
          if (tag.name === "protection") {
            current.isLocked = tag.attributes.locked === undefined || isOn(tag.attributes.locked);
            current.isHidden = isOn(tag.attributes.hidden);
          }
        }
      },
      close: (name, depth, end) => {
        if (current && child && depth === formatDepth + 1) {
          if (name === "alignment") current.alignment = xml.slice(child.start, end);
          if (name === "extLst") current.extensions = xml.slice(child.start, end);
        } else if (current && depth === formatDepth) {
          this.register(current);
          current = null;
        } else if (depth === 2 && isOffered) isOffered = false;
        else if (depth === 1 && name === "cellXfs" && list) list.end = tagStartBefore(xml, end);
      },
    });
    // Assigned in callbacks, which the compiler does not follow.
    const found = list as { readonly tag: Tag; end: number } | null;
    if (!found || this.formats.length === 0) throw hostError(FILE_TEXT.noStyles);
    this.list = found;
  }

  /** The style like `style`, locked or open; itself where it is so already. Null where there is no such style. */
  twin(style: number, isLocked: boolean): number | null {
    const format = this.formats[style];
    if (!format) return null;
    if (format.isLocked === isLocked) return style;
    const wanted: Format = { ...format, isLocked };
    const known = this.byKey.get(formatKey(wanted));
    if (known !== undefined) return known;
    this.added.push(formatText(wanted));
    return this.register(wanted);
  }

  /** The part with the added styles; null where none was added. */
  result(): string | null {
    if (this.added.length === 0) return null;
    const { tag, end } = this.list;
    const count = tagText(tag.rawName, { ...tag.attributes, count: this.formats.length });
    const splices: Splice[] = [
      { start: tag.start, end: tag.end, text: count },
      { start: end, end, text: this.added.join("") },
    ];
    return splice(this.xml, splices);
  }

  private register(format: Format): number {
    const index = this.formats.length;
    this.formats.push(format);
    const key = formatKey(format);
    if (!this.byKey.has(key)) this.byKey.set(key, index);
    return index;
  }
}

function formatKey({ tag, alignment, extensions, isLocked, isHidden }: Format): string {
  const attributes = Object.entries(tag.attributes)
    .filter(([name, value]) => name !== "applyProtection" && value !== "0")
    .map(([name, value]) => `${name}=${value === "true" ? "1" : value}`)
    .sort();
  return [...attributes, alignment, extensions, isLocked, isHidden].join("|");
}

function formatText({ tag, alignment, extensions, isLocked, isHidden }: Format): string {
  const open = tagText(tag.rawName, { ...tag.attributes, applyProtection: 1 });
  const protection = tagText(
    `${prefixOf(tag.rawName)}protection`,
    { locked: isLocked ? 1 : 0, hidden: isHidden ? 1 : undefined },
    true,
  );
  return `${open}${alignment}${protection}${extensions}</${tag.rawName}>`;
}
