/** The parts of an .xlsx file: unpacked one by one when asked for, packed again with only some of them changed. */

import { deflateSync, Inflate, inflateSync, strFromU8, strToU8 } from "fflate";
import { FILE_TEXT } from "../core/text/files.ts";
import { hostError } from "./failure.ts";
import { type Entry, readDirectory } from "./guard.ts";

/** Above this a part is unpacked in slices, so that one that lies about its size is left in time. */
const SLICED_ABOVE_BYTES = 64 << 10;
const SLICE_BYTES = 16 << 10;
/** 1 January 1980 in the zip format: same input, same bytes. */
const FIXED_DAY = 0x21;
const VERSION = 20;
const UTF8_FLAG = 0x0800;
/** Within 5 % of the smallest size, in two thirds of the time. */
const COMPRESSION_LEVEL = 3;

export class Parts {
  private readonly bytes: Uint8Array;
  private readonly entries: readonly Entry[];
  private readonly byName: ReadonlyMap<string, Entry>;
  private readonly texts = new Map<string, string>();

  /** Throws `HostError` where the file is no ordinary .xlsx file; unpacks nothing. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.entries = readDirectory(bytes);
    this.byName = new Map(this.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Names of all parts, in the order of the file. */
  get names(): readonly string[] {
    return this.entries.map((entry) => entry.name);
  }

  /** The name as the file spells it; upper and lower case count as equal. Null where there is no such part. */
  find(name: string): string | null {
    return this.byName.get(name.toLowerCase())?.name ?? null;
  }

  /** Bytes when unpacked; 0 where there is no such part. */
  sizeOf(name: string): number {
    return this.byName.get(name.toLowerCase())?.size ?? 0;
  }

  /** The part's text. Throws `HostError` where it is missing or damaged. */
  text(name: string): string {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const entry = this.byName.get(name.toLowerCase());
    if (!entry) throw hostError(FILE_TEXT.missingPart(name));
    const unpacked = unpack(this.bytes, entry);
    const [first, second] = unpacked;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
      throw hostError(FILE_TEXT.notUtf8(name));
    }
    const text = strFromU8(unpacked).replace(/^\ufeff/, "");
    this.texts.set(name, text);
    return text;
  }

  /** The file with some parts replaced; every other part keeps its packed bytes and its place. */
  withTexts(changes: ReadonlyMap<string, string>): Uint8Array {
    return pack(
      this.entries.map((entry) => {
        const changed = changes.get(entry.name);
        if (changed === undefined) {
          return {
            ...entry,
            data: this.bytes.subarray(entry.start, entry.start + entry.packedSize),
          };
        }
        const content = strToU8(changed);
        const data = deflateSync(content, { level: COMPRESSION_LEVEL });
        return {
          ...entry,
          method: 8,
          crc: crc32(content),
          size: content.length,
          packedSize: data.length,
          data,
        };
      }),
    );
  }
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  if (entry.method === 0) return packed;
  try {
    // One byte to spare shows a part that is larger than it says.
    const room = new Uint8Array(entry.size + 1);
    const content =
      packed.length > SLICED_ABOVE_BYTES
        ? inflateSliced(packed, room)
        : inflateSync(packed, { out: room });
    if (content.length === entry.size && crc32(content) === entry.crc) return content;
  } catch (cause) {
    throw hostError(FILE_TEXT.wrongSize(entry.name), cause);
  }
  throw hostError(FILE_TEXT.wrongSize(entry.name));
}

function inflateSliced(packed: Uint8Array, room: Uint8Array): Uint8Array {
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > room.length) throw new Error("larger than declared");
    room.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += SLICE_BYTES) {
    inflate.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length);
  }
  return room.subarray(0, length);
}

interface PackedEntry extends Entry {
  readonly data: Uint8Array;
}

function pack(entries: readonly PackedEntry[]): Uint8Array {
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

function crc32(bytes: Uint8Array): number {
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
