/**
 * A checklist file as a workbook carries it: packed, as letters that no program changes, in pieces that a cell holds in
 * every program, and with the fingerprint of its text.
 */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { deflateSync, Inflate } from "fflate";
import { utf8 } from "../../audit/utf8.ts";
import { keptByChecklist } from "../kept.ts";
import type { FullChecklist } from "../types.ts";
import { LIMITS } from "./limits.ts";
import { decodedUtf8 } from "./utf8.ts";
import { fileOf } from "./write.ts";

export interface PackedFile {
  /** SHA-256 of the text, as hexadecimal. */
  readonly hash: string;
  readonly pieces: readonly string[];
}

/** A cell holds 32,767 characters in Excel, the fewest of all. */
const PIECE = 30_000;
/** Letters and figures alone, six bits each; no program takes one for a formula, a number or a line's end. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

export const packed = keptByChecklist(
  (checklist: FullChecklist): PackedFile => packedText(JSON.stringify(fileOf(checklist))),
);

export function packedText(file: string): PackedFile {
  const text = utf8(file);
  const letters = lettersOf(deflateSync(text, { level: 9 }));
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += PIECE) pieces.push(letters.slice(at, at + PIECE));
  return { hash: bytesToHex(sha256(text)), pieces };
}

/** The text of the file; null where it was altered or cut, or is larger than any file may be. */
export function unpacked({ hash, pieces }: PackedFile): string | null {
  const bytes = bytesOf(pieces.join(""));
  const text = bytes && inflated(bytes);
  return text && bytesToHex(sha256(text)) === hash ? decodedUtf8(text) : null;
}

function lettersOf(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(3, bytes.length - at) + 1;
    for (let digit = 0; digit < count; digit += 1)
      letters.push(DIGITS.charAt((group >> (18 - 6 * digit)) & 63));
  }
  return letters.join("");
}

function bytesOf(letters: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of letters) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
}

/** Unpacked so little at a time that nothing can swell up unseen. */
const STEP_BYTES = 4_096;
/** Of one character in UTF-8 the most bytes. */
const MOST_BYTES = LIMITS.characters * 3;

/** Null where it is no packed text, or one that is too large. */
function inflated(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  try {
    const inflate = new Inflate((part, isLast) => {
      parts.push(part);
      length += part.length;
      isWhole ||= isLast;
    });
    for (let at = 0; at < bytes.length && length <= MOST_BYTES; at += STEP_BYTES) {
      const end = at + STEP_BYTES;
      inflate.push(bytes.subarray(at, end), end >= bytes.length);
    }
  } catch {
    return null;
  }
  if (!isWhole || length > MOST_BYTES) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
