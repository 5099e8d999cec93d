/** A mail as a draft file: opened in a mail program it waits to be read, changed and sent. */

import { utf8 } from "../core/audit/utf8.ts";
import { oneLine } from "../core/papers/letters.ts";
import type { Letter } from "../core/papers/types.ts";
import { base64, base64Lines } from "./base64.ts";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const LINE = "\r\n";
/** Longest line of base64, and what it holds (RFC 2045, section 6.8). */
const BASE64_LINE = 76;
const BYTES_A_LINE = (BASE64_LINE / 4) * 3;
/** A line with an encoded word has at most 76 characters, the header's name included (RFC 2047, section 2). */
const WORD_BYTES = 39;
const NAME_LENGTH = 45;

/** Mail servers commonly take 30 MB, and base64 makes a file a third larger. */
const LARGEST_MAIL = 30_000_000;
const ROOM_FOR_TEXT = 100_000;
export const LARGEST_ATTACHMENT =
  Math.floor((LARGEST_MAIL - ROOM_FOR_TEXT) / (BASE64_LINE + LINE.length)) * BYTES_A_LINE;

/**
 * The bytes of an .eml file with its attachments (RFC 5322, 2045 to 2047 and 2231). `X-Unsent` makes
 * Outlook open it as a draft; there is no sender, which the mail program fills in. Everything from outside
 * is encoded, so that no name can add a header.
 */
export function draftMail(letter: Letter, ...attachments: readonly Attachment[]): Uint8Array {
  const boundary = boundaryFor(letter.text);
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
    "",
  ];
  return joined([
    ascii(head),
    base64Lines(utf8(letter.text.replace(/\r?\n/g, LINE)), BASE64_LINE),
    ...attachments.flatMap(({ name, type, bytes }) => [
      ascii(partHead(boundary, oneLine(name), type)),
      base64Lines(bytes, BASE64_LINE),
    ]),
    ascii([`--${boundary}--`, ""]),
  ]);
}

const partHead = (boundary: string, name: string, type: string): string[] => [
  `--${boundary}`,
  "Content-Type:",
  ` ${type};`,
  ` name="${plainName(name)}"`,
  "Content-Transfer-Encoding: base64",
  "Content-Disposition: attachment;",
  ...fileName(name),
  "",
  "",
];

const ascii = (lines: readonly string[]): Uint8Array => utf8(lines.join(LINE));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The same for the same text, and no line of base64. */
function boundaryFor(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1)
    sum = (sum * 31 + text.charCodeAt(index)) >>> 0;
  return `=_msp-checklist-${sum.toString(16)}`;
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

/** For old programs: letters and digits only. */
const plainName = (name: string): string => name.replace(/[^A-Za-z0-9 ._-]/g, "_").slice(-60);

/**
 * A plain name as it is; any other in the continued, percent-encoded form of RFC 2231 alone, because some
 * programs would take a plain one beside it for the name.
 */
function fileName(name: string): string[] {
  if (plainName(name) === name) return [` filename="${name}"`];
  const encoded = Array.from(utf8(name), (byte) =>
    /[A-Za-z0-9._-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  const parts: string[] = [];
  let part = "";
  for (const piece of encoded) {
    if (part.length + piece.length > NAME_LENGTH) {
      parts.push(part);
      part = "";
    }
    part += piece;
  }
  parts.push(part);
  return parts.map((text, index) => {
    const end = index === parts.length - 1 ? "" : ";";
    return ` filename*${index}*=${index === 0 ? "utf-8''" : ""}${text}${end}`;
  });
}
