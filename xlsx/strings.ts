/**
 * The table of shared texts of a file, for putting texts into it: every reader knows shared texts, while several
 * (phones, mail previews, converters) see nothing of a text that stands in its cell.
 */

import { prefixOf, tagText, textElement } from "./markup.ts";
import { type Splice, splice, type Tag, tagStartBefore, walk } from "./xml.ts";

export class TextTable {
  private readonly xml: string;
  private root: Tag | null = null;
  private rootEnd = 0;
  private count = 0;
  /** Plain texts only: one with several runs looks different. */
  private readonly byText = new Map<string, number>();
  private readonly added: string[] = [];
  /** Where each text stands in the part: its start, and behind its end. */
  private readonly spans: [start: number, end: number][] = [];
  /** Texts that were put into cells since. */
  private readonly taken = new Set<number>();
  private gone: readonly number[] = [];

  constructor(xml: string, part: string) {
    this.xml = xml;
    let text: string | null = null;
    let isText = false;
    walk(xml, part, {
      open: (tag, depth) => {
        if (depth === 0) this.root = tag;
        else if (depth === 1 && tag.name === "si") {
          text = "";
          this.spans.push([tag.start, tag.end]);
        } else if (depth === 2 && tag.name === "t") isText = true;
        else text = null;
      },
      text: (content) => {
        if (isText && text !== null) text += content;
      },
      close: (name, depth, end) => {
        isText = false;
        if (depth === 0) this.rootEnd = tagStartBefore(xml, end);
        if (depth !== 1 || name !== "si") return;
        // Of equal texts the first one serves.
        if (text !== null && !this.byText.has(text)) this.byText.set(text, this.count);
        const span = this.spans[this.count];
        if (span) span[1] = end;
        text = null;
        this.count += 1;
      },
    });
  }

  /** The place of a text in the table, in which it stands from now on; `encoded` as `encodeCellText` gives it. */
  indexOf(encoded: string): number {
    const known = this.byText.get(encoded);
    if (known !== undefined) {
      this.taken.add(known);
      return known;
    }
    const prefix = prefixOf(this.root?.rawName ?? "");
    this.added.push(`<${prefix}si>${textElement(encoded, prefix)}</${prefix}si>`);
    this.byText.set(encoded, this.count);
    this.count += 1;
    return this.count - 1;
  }

  /** Texts that no cell shows any more keep their places in the table, and leave nothing to read there. */
  forget(texts: Iterable<number>): void {
    this.gone = [...texts].filter((index) => !this.taken.has(index) && index in this.spans);
  }

  /** The part as it is now; null where nothing was added or forgotten. */
  result(): string | null {
    const { root } = this;
    if (root === null || this.added.length + this.gone.length === 0) return null;
    // How often texts are used is told by no reader and required by none; the number of them is checked by some.
    const attributes = { ...root.attributes, count: undefined, uniqueCount: this.count };
    const open = tagText(root.rawName, attributes);
    const texts = this.added.join("");
    const splices: Splice[] = root.isSelfClosing
      ? [{ start: root.start, end: root.end, text: `${open}${texts}</${root.rawName}>` }]
      : [
          { start: root.start, end: root.end, text: open },
          { start: this.rootEnd, end: this.rootEnd, text: texts },
        ];
    const prefix = prefixOf(root.rawName);
    const blank = `<${prefix}si><${prefix}t/></${prefix}si>`;
    const forgotten = this.gone.flatMap((index): Splice[] => {
      const [start, end] = this.spans[index] ?? [0, 0];
      return [{ start, end, text: blank }];
    });
    return splice(this.xml, [...splices, ...forgotten]);
  }
}
