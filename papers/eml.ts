/** A mail as a draft file: opened in a mail program it waits to be read, changed and sent. */

import { oneLine } from "../core/papers/letters.ts";
import type { Letter } from "../core/papers/types.ts";
import { utf8 } from "../core/utf8.ts";
import { base64 } from "./base64.ts";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Mail servers commonly take 30 MB, and base64 makes a file a third larger. */
export const LARGEST_ATTACHMENT = 22 * 1024 * 1024;

const LINE = "\r\n";
/** Longest line of base64, and longest encoded word (RFC 2045, section 6.8; RFC 2047, section 2). */
const BASE64_LINE = 76;
const WORD_BYTES = 45;

/**
 * The bytes of an .eml file with one attachment (RFC 5322, 2045 to 2047 and 2231). `X-Unsent` makes
 * Outlook open it as a draft; there is no sender, which the mail program fills in. Everything from outside
 * is encoded, so that no name can add a header.
 */
export function draftMail(letter: Letter, attachment: Attachment): Uint8Array {
  const boundary = boundaryFor(letter.text);
  const name = oneLine(attachment.name);
  const head = [
    "MIME-Version: 1.0",
    "X-Unsent: 1",
    ...(letter.to === "" ? [] : [`To: ${oneLine(letter.to)}`]),
    `Subject: ${encodedWords(oneLine(letter.subject))}`,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...wrapped(base64(utf8(letter.text.replace(/\r?\n/g, LINE)))),
    `--${boundary}`,
    `Content-Type: ${attachment.type}`,
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment;",
    ...fileName(name),
    "",
  ];
  const lines = [...head, ...wrapped(base64(attachment.bytes)), `--${boundary}--`, ""];
  // Nothing but ASCII is left.
  return Uint8Array.from(lines.join(LINE), (character) => character.charCodeAt(0));
}

/** The same for the same text, and no line of base64. */
function boundaryFor(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1)
    sum = (sum * 31 + text.charCodeAt(index)) >>> 0;
  return `=_msp-checklist-${sum.toString(16)}`;
}

function wrapped(encoded: string): string[] {
  return encoded.match(new RegExp(`.{1,${BASE64_LINE}}`, "g")) ?? [];
}

/** Plain ASCII as it is where it fits; else encoded words of whole characters, one a line. */
function encodedWords(text: string): string {
  if (/^[ -~]{0,60}$/.test(text) && !text.includes("=?")) return text;
  const words: string[] = [];
  let word: number[] = [];
  for (const character of text) {
    const bytes = utf8(character);
    if (word.length + bytes.length > WORD_BYTES) {
      words.push(`=?utf-8?B?${base64(Uint8Array.from(word))}?=`);
      word = [];
    }
    word.push(...bytes);
  }
  if (word.length > 0) words.push(`=?utf-8?B?${base64(Uint8Array.from(word))}?=`);
  return words.join(`${LINE} `);
}

/** The name in the continued, percent-encoded form of RFC 2231, with a plain one for old programs. */
function fileName(name: string): string[] {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, "_").slice(-60);
  const encoded = Array.from(utf8(name), (byte) =>
    /[A-Za-z0-9._-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  const parts: string[] = [];
  let part = "";
  for (const piece of encoded) {
    if (part.length + piece.length > WORD_BYTES) {
      parts.push(part);
      part = "";
    }
    part += piece;
  }
  parts.push(part);
  const continued = parts.map((text, index) => {
    const end = index === parts.length - 1 ? "" : ";";
    return ` filename*${index}*=${index === 0 ? "utf-8''" : ""}${text}${end}`;
  });
  return [` filename="${plain}";`, ...continued];
}
