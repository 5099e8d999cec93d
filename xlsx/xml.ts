/** The little of reading XML that workbooks need: a walk with source offsets, and cuts at those offsets. */

import { SaxesParser } from "saxes";
import { HostError } from "../core/workbook/port.ts";
import { hostError } from "./failure.ts";
import { FILE_TEXT } from "./words.ts";

const MOST_DEPTH = 64;
/** Of one tag; attributes are held in memory, text goes by. */
const MOST_TAG_CHARACTERS = 256 << 10;

export interface Tag {
  /** Without namespace prefix: `row` for `x:row`. */
  readonly name: string;
  /** As written. */
  readonly rawName: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Offsets in the text: of `<`, and behind `>`. */
  readonly start: number;
  readonly end: number;
  readonly isSelfClosing: boolean;
}

export interface Visitor {
  /** `depth` is 0 for the root. */
  open?(tag: Tag, depth: number): void;
  text?(text: string): void;
  /** `end` is the offset behind the closing tag, behind the tag itself where it closes itself. */
  close?(name: string, depth: number, end: number): void;
}

const localName = (raw: string): string => {
  const colon = raw.indexOf(":");
  return colon < 0 ? raw : raw.slice(colon + 1);
};

/** An attribute by local name, whatever its prefix. */
export function attribute(tag: Tag, name: string): string | undefined {
  const exact = tag.attributes[name];
  if (exact !== undefined) return exact;
  for (const key of Object.keys(tag.attributes)) {
    if (key.endsWith(`:${name}`)) return tag.attributes[key];
  }
  return undefined;
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

/** Walks through a part. Throws `HostError` with a sentence that names `part` where it is not plain XML. */
export function walk(xml: string, part: string, visitor: Visitor): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  let depth = 0;
  parser.on("doctype", () => {
    throw hostError(FILE_TEXT.doctype(part));
  });
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    const end = parser.position;
    const start = tagStartBefore(xml, end);
    if (depth >= MOST_DEPTH || end - start > MOST_TAG_CHARACTERS) {
      throw hostError(FILE_TEXT.tooDeep(part));
    }
    const tag = { name: localName(name), rawName: name, attributes, start, end, isSelfClosing };
    visitor.open?.(tag, depth);
    depth += 1;
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    visitor.close?.(localName(name), depth, parser.position);
  });
  const { text } = visitor;
  if (text) {
    parser.on("text", (content) => text.call(visitor, content));
    parser.on("cdata", (content) => text.call(visitor, content));
  }
  try {
    parser.write(xml).close();
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    throw hostError(FILE_TEXT.badXml(part), cause);
  }
}

/** Where a tag starts that ends in front of an offset: no tag holds another `<`. */
export const tagStartBefore = (xml: string, end: number): number => xml.lastIndexOf("<", end - 1);

/** The tag that stands between two offsets found by an earlier walk. */
export function tagAt(xml: string, start: number, end: number): Tag {
  const source = xml.slice(start, end);
  let found: Tag | null = null;
  walk(source.endsWith("/>") ? source : `${source.slice(0, -1)}/>`, "", {
    open(tag) {
      found = { ...tag, start, end, isSelfClosing: source.endsWith("/>") };
    },
  });
  // Assigned in a callback, which the compiler does not follow.
  const tag = found as Tag | null;
  if (!tag) throw hostError(FILE_TEXT.badXml(source));
  return tag;
}

/** Replaces the text from `start` to `end`; equal offsets insert. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies cuts that do not overlap; those at the same place in the order given. */
export function splice(xml: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of ordered) {
    if (start < at) throw new Error(`overlapping splices at ${start}`);
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  pieces.push(xml.slice(at));
  return pieces.join("");
}
