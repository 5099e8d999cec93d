/** Writes zip archives, always with the same bytes for the same content. */

import { deflateSync, strToU8 } from "fflate";
import { utf8 } from "../core/audit/utf8.ts";

/** 1 January 1980 in the zip format: same input, same bytes. */
const FIXED_DAY = 0x21;
const VERSION = 20;
const UTF8_FLAG = 0x0800;
/** Within 5 % of the smallest size, in two thirds of the time. */
const COMPRESSION_LEVEL = 3;

/** What the format says of a part, and its packed bytes. */
export interface PackedEntry {
  readonly nameBytes: Uint8Array;
  readonly isUtf8: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly data: Uint8Array;
}

/** A new archive of texts, in their order: equal texts give equal bytes in every program and at any time. */
export function packTexts(texts: ReadonlyMap<string, string>): Uint8Array {
  return pack(
    [...texts].map(([name, text]) => ({
      nameBytes: bytesOf(name),
      isUtf8: false,
      ...packText(text),
    })),
  );
}

/** All of an entry that follows from its content. */
export function packText(text: string) {
  const content = bytesOf(text);
  const data = deflateSync(content, { level: COMPRESSION_LEVEL });
  return {
    method: 8,
    crc: crc32(content),
    size: content.length,
    packedSize: data.length,
    data,
  };
}

/**
 * UTF-8, the same in every program: without an encoder of the program's own, `strToU8` spoils characters
 * beyond U+FFFF.
 */
const bytesOf = (text: string): Uint8Array =>
  /[\ud800-\udfff]/.test(text) ? utf8(text) : strToU8(text);

export function pack(entries: readonly PackedEntry[]): Uint8Array {
  const bodies = entries.reduce(
    (sum, { nameBytes, data }) => sum + 30 + nameBytes.length + data.length,
    0,
  );
  const directory = entries.reduce((sum, { nameBytes }) => sum + 46 + nameBytes.length, 0);
  const out = new Uint8Array(bodies + directory + 22);
  const view = new DataView(out.buffer);
  let at = 0;
  let directoryAt = bodies;
  for (const entry of entries) {
    view.setUint32(directoryAt, 0x02014b50, true);
    view.setUint16(directoryAt + 4, VERSION, true);
    writeCommon(view, directoryAt + 6, entry);
    view.setUint32(directoryAt + 42, at, true);
    out.set(entry.nameBytes, directoryAt + 46);
    directoryAt += 46 + entry.nameBytes.length;

    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry);
    out.set(entry.nameBytes, at + 30);
    out.set(entry.data, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + entry.data.length;
  }
  view.setUint32(directoryAt, 0x06054b50, true);
  view.setUint16(directoryAt + 8, entries.length, true);
  view.setUint16(directoryAt + 10, entries.length, true);
  view.setUint32(directoryAt + 12, directory, true);
  view.setUint32(directoryAt + 16, bodies, true);
  return out;
}

/** The 26 bytes that the local header and the directory share. */
function writeCommon(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, entry.isUtf8 ? UTF8_FLAG : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIXED_DAY, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

/** Tables for four bytes at a time: the checksum of every part is on the way of every reading. */
const CRC_TABLES: readonly Uint32Array[] = crcTables();

function crcTables(): Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const tables = [first];
  for (let table = 1; table < 4; table += 1) {
    const before = tables[table - 1] ?? first;
    tables.push(before.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)));
  }
  return tables;
}

export function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = CRC_TABLES as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const { length } = bytes;
  let crc = -1;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    crc ^=
      byteAt(bytes, at) |
      (byteAt(bytes, at + 1) << 8) |
      (byteAt(bytes, at + 2) << 16) |
      (byteAt(bytes, at + 3) << 24);
    crc =
      byteAt(four, crc & 0xff) ^
      byteAt(three, (crc >>> 8) & 0xff) ^
      byteAt(two, (crc >>> 16) & 0xff) ^
      byteAt(one, crc >>> 24);
  }
  for (; at < length; at += 1) crc = byteAt(one, (crc ^ byteAt(bytes, at)) & 0xff) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

const byteAt = (bytes: Uint8Array | Uint32Array, at: number): number => bytes[at] as number;
