/** The text of a part, in whatever encoding it is written; what is made of it is always written as UTF-8. */

import { strFromU8 } from "fflate";
import { hostError } from "./failure.ts";
import { FILE_TEXT } from "./words.ts";

/** What stands between 0x80 and 0x9f in Windows' Western encoding; elsewhere it is as Latin-1. */
const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

const DECLARATION = /^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/** Throws `HostError` where the bytes are not of the encoding that the part names, or it is none that is read. */
export function partText(bytes: Uint8Array, part: string): string {
  const wide = wideOrder(bytes);
  if (wide !== null) return declaredUtf8(wideText(bytes, wide, part));
  const start = strFromU8(bytes.subarray(0, 200), true).replace(/^\u00ef\u00bb\u00bf/, "");
  const encoding = DECLARATION.exec(start)?.[1] ?? "UTF-8";
  switch (encoding.toLowerCase()) {
    case "utf-8":
    case "utf8":
    case "us-ascii":
    case "ascii":
      return utf8Text(bytes, part);
    case "iso-8859-1":
    case "latin1":
      return declaredUtf8(strFromU8(bytes, true));
    case "windows-1252":
    case "cp1252":
      return declaredUtf8(westernText(bytes));
    default:
      throw hostError(FILE_TEXT.unknownEncoding(part, encoding));
  }
}

const westernText = (bytes: Uint8Array): string =>
  strFromU8(bytes, true).replace(
    /[\u0080-\u009f]/g,
    (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter,
  );

export interface PlainText {
  readonly text: string;
  /** The bytes are no UTF-8; as Windows' Western letters they all mean something. */
  readonly isWestern: boolean;
}

/**
 * A file of plain text: UTF-8, UTF-16 with its mark as Excel's “Unicode Text” has it, else Windows' Western letters.
 * Null where the bytes are no text at all.
 */
export function plainText(bytes: Uint8Array): PlainText | null {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide)
    return bytes.length % 2 === 0
      ? { text: wideText(bytes, first === 0xff ? "little" : "big", ""), isWestern: false }
      : null;
  if (bytes.includes(0)) return null;
  const text = utf8OrNull(bytes);
  return text === null ? { text: westernText(bytes), isWestern: true } : { text, isWestern: false };
}

function utf8Text(bytes: Uint8Array, part: string): string {
  const text = utf8OrNull(bytes);
  if (text === null) throw hostError(FILE_TEXT.badText(part));
  return text;
}

function utf8OrNull(bytes: Uint8Array): string | null {
  const text = strFromU8(bytes);
  // What cannot be decoded becomes U+FFFD; the character itself may stand in a text as well.
  const isWhole = !text.includes("\ufffd") || count(text, "\ufffd") === replacements(bytes);
  return isWhole ? text.replace(/^\ufeff/, "") : null;
}

const count = (text: string, letter: string): number => text.split(letter).length - 1;

/** How often U+FFFD itself stands in UTF-8 bytes. */
function replacements(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found += 1;
  }
  return found;
}

/** UTF-16 by its mark, or by the zero that every letter of a declaration has; null for anything else. */
function wideOrder([first, second]: Uint8Array): "little" | "big" | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "little";
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? "big" : null;
}

function wideText(bytes: Uint8Array, order: "little" | "big", part: string): string {
  if (bytes.length % 2 !== 0) throw hostError(FILE_TEXT.badText(part));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    units.push(view.getUint16(at, order === "little"));
    if (units.length === 4096 || at + 2 === bytes.length) {
      pieces.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return pieces.join("").replace(/^\ufeff/, "");
}

/** The part as it will be written. */
const declaredUtf8 = (text: string): string =>
  text.replace(DECLARATION, (declaration, encoding: string) =>
    declaration.replace(encoding, "UTF-8"),
  );
