/** Checks the zip directory of a file before anything in it is unpacked. */

import { strFromU8 } from "fflate";
import { hostError } from "./failure.ts";
import { FILE_TEXT } from "./words.ts";

/** One part of the archive, as its directory describes it. */
export interface Entry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly isUtf8: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes, packed and unpacked. */
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the packed bytes in the file. */
  readonly start: number;
}

const MEGABYTE = 1 << 20;
export const LIMITS = {
  /** Pictures are carried along unread; what is unpacked has limits of its own. */
  fileBytes: 100 * MEGABYTE,
  entries: 1000,
  entryBytes: 32 * MEGABYTE,
  totalBytes: 128 * MEGABYTE,
  ratio: 200,
  /** Small parts may be as regular as they like. */
  ratioFreeBytes: 64 << 10,
} as const;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END = 0x06064b50;
const COMPOUND_FILE = 0xd0cf11e0;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const UTF8_FLAG = 0x0800;
const ZIP64_EXTRA = 0x0001;
/** Stands where a field is too small for its number. */
const NOT_HERE = 0xffffffff;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

const megabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE);

/**
 * The parts of an .xlsx file in the order of its directory. Throws `HostError` for anything that is not an
 * ordinary .xlsx file of bearable size; nothing is unpacked and no more than the directory is read.
 */
export function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOtherFormats(bytes, view);
  const { count, size, start } = findDirectory(view);
  if (count > LIMITS.entries) throw hostError(FILE_TEXT.tooManyParts(count, LIMITS.entries));

  const entries: Entry[] = [];
  const spans: Span[] = [];
  let position = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const header = readHeader(bytes, view, position, start + size);
    if (isRead(header.entry.name)) {
      checkSizes(header.entry);
      total += header.entry.size;
    }
    entries.push(header.entry);
    spans.push({
      name: header.entry.name,
      from: header.local,
      to: header.entry.start + header.entry.packedSize,
    });
    position = header.next;
  }
  if (total > LIMITS.totalBytes) {
    throw hostError(FILE_TEXT.allTooLarge(megabytes(total), megabytes(LIMITS.totalBytes)));
  }
  refuseOverlaps(spans, start);
  refuseNames(entries);
  return entries;
}

function refuseOtherFormats(bytes: Uint8Array, view: DataView): void {
  if (bytes.length === 0) throw hostError(FILE_TEXT.empty);
  if (bytes.length > LIMITS.fileBytes) {
    throw hostError(FILE_TEXT.tooLarge(megabytes(bytes.length), megabytes(LIMITS.fileBytes)));
  }
  if (bytes.length >= 4 && view.getUint32(0, false) === COMPOUND_FILE)
    throw hostError(compoundText(bytes));
  const startsAsZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (startsAsZip) return;
  const isText = bytes.subarray(0, 512).every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));
  if (!isText) throw hostError(FILE_TEXT.notZip);
  const isPage = /^\s*<(?:!doctype html|html)\b/i.test(strFromU8(bytes.subarray(0, 512), true));
  throw hostError(isPage ? FILE_TEXT.webPage : FILE_TEXT.plainText);
}

/** Old workbooks, locked ones and ones with a label are all files of the same older kind; their streams have names. */
function compoundText(bytes: Uint8Array): string {
  const has = (stream: string) => contains(bytes, stream);
  if (has("DRMEncryptedTransform") || has("DRMEncryptedDataSpace")) return FILE_TEXT.labelled;
  if (has("EncryptedPackage")) return FILE_TEXT.locked;
  return has("Workbook") || has("Book") ? FILE_TEXT.oldExcel : FILE_TEXT.compound;
}

/** Whether a name stands in the file as such files write names: two bytes a letter. */
function contains(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 0;
    while (length < name.length) {
      const isSame =
        bytes[at + 2 * length] === name.charCodeAt(length) && bytes[at + 2 * length + 1] === 0;
      if (!isSame) break;
      length += 1;
    }
    if (length === name.length) return true;
  }
  return false;
}

/** Pictures, macros and printer settings are never unpacked, whatever they say of themselves. */
const isRead = (name: string): boolean => /\.(?:xml|rels|vml)$/i.test(name) || !/\.\w+$/.test(name);

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly start: number;
}

/**
 * What the end record says of the directory: the record whose comment reaches exactly to the end of the file, else
 * one whose directory ends right in front of it, with something appended behind.
 */
function findDirectory(view: DataView): Directory {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  let appended: Directory | null = null;
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const isAtEnd = at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength;
    if (isAtEnd) return readEnd(view, at);
    const isWhole = view.getUint32(at + 12, true) + view.getUint32(at + 16, true) === at;
    if (isWhole) appended ??= readEnd(view, at);
  }
  if (appended === null) throw hostError(FILE_TEXT.cutOff);
  return appended;
}

function readEnd(view: DataView, end: number): Directory {
  const damaged = () => hostError(FILE_TEXT.damagedDirectory("directory"));
  const locator = end - ZIP64_LOCATOR_SIZE;
  const hasLocator = locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR;
  const isOneDisk = view.getUint32(end + 4, true) === 0;
  if (!hasLocator) {
    const count = view.getUint16(end + 10, true);
    const size = view.getUint32(end + 12, true);
    const start = view.getUint32(end + 16, true);
    if (!isOneDisk || view.getUint16(end + 8, true) !== count || start + size > end)
      throw damaged();
    return { count, size, start };
  }
  // Some programs write the long form of the format, which is for archives over 4 GB, always.
  const long = readLong(view, locator + 8, "directory");
  if (long + 56 > locator || view.getUint32(long, true) !== ZIP64_END) throw damaged();
  const count = readLong(view, long + 32, "directory");
  const size = readLong(view, long + 40, "directory");
  const start = readLong(view, long + 48, "directory");
  if (start + size > long) throw damaged();
  return { count, size, start };
}

/** A number of 64 bits, of which 32 are enough for every file that is read here. */
function readLong(view: DataView, at: number, name: string): number {
  if (at + 8 > view.byteLength || view.getUint32(at + 4, true) !== 0) {
    throw hostError(FILE_TEXT.zip64(name));
  }
  return view.getUint32(at, true);
}

interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function readHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryEnd: number,
): { readonly entry: Entry; readonly local: number; readonly next: number } {
  const damaged = (name: string) => hostError(FILE_TEXT.damagedDirectory(name));
  if (at + 46 > directoryEnd || view.getUint32(at, true) !== DIRECTORY_HEADER) {
    throw damaged("directory");
  }
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > directoryEnd) throw damaged("directory");
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const isUtf8 = (flags & UTF8_FLAG) !== 0;
  const name = strFromU8(nameBytes, !isUtf8);
  const method = view.getUint16(at + 10, true);
  const [size = 0, packedSize = 0, local = 0] = longFields(
    view,
    [24, 20, 42].map((offset) => view.getUint32(at + offset, true)),
    { start: at + 46 + nameLength, length: extraLength },
    name,
  );
  if ((flags & ENCRYPTED_FLAGS) !== 0) throw hostError(FILE_TEXT.encrypted(name));
  if (method !== 0 && method !== 8) throw hostError(FILE_TEXT.packing(name));
  if (method === 0 && packedSize !== size) throw damaged(name);

  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_HEADER)
    throw damaged(name);
  const localNameLength = view.getUint16(local + 26, true);
  const start = local + 30 + localNameLength + view.getUint16(local + 28, true);
  if (start + packedSize > view.byteLength) throw damaged(name);
  // Two names for one part would let one program read what another never sees.
  const localName = bytes.subarray(local + 30, local + 30 + localNameLength);
  if (localNameLength !== nameLength || !localName.every((byte, i) => byte === nameBytes[i])) {
    throw damaged(name);
  }
  const crc = view.getUint32(at + 16, true);
  // Older programs on Windows part folders by backslashes; the format has slashes.
  const entry = {
    name: name.replace(/\\/g, "/"),
    nameBytes: nameBytes.map((byte) => (byte === BACKSLASH ? SLASH : byte)),
    isUtf8,
    method,
    crc,
    packedSize,
    size,
    start,
  };
  return { entry, local, next };
}

/** Fields that do not fit into 32 bits, or are only said not to, stand in an extra field, in this order. */
function longFields(
  view: DataView,
  fields: readonly number[],
  extra: { readonly start: number; readonly length: number },
  name: string,
): number[] {
  if (!fields.includes(NOT_HERE)) return [...fields];
  const end = extra.start + extra.length;
  for (let at = extra.start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const last = Math.min(end, at + 4 + view.getUint16(at + 2, true));
    let position = at + 4;
    return fields.map((field) => {
      if (field !== NOT_HERE) return field;
      if (position + 8 > last) throw hostError(FILE_TEXT.damagedDirectory(name));
      position += 8;
      return readLong(view, position - 8, name);
    });
  }
  throw hostError(FILE_TEXT.damagedDirectory(name));
}

function checkSizes({ name, size, packedSize }: Entry): void {
  if (size > LIMITS.entryBytes) {
    throw hostError(FILE_TEXT.partTooLarge(name, megabytes(size), megabytes(LIMITS.entryBytes)));
  }
  const ratio = Math.round(size / Math.max(packedSize, 1));
  if (size > LIMITS.ratioFreeBytes && ratio > LIMITS.ratio) {
    throw hostError(FILE_TEXT.packedTooTightly(name, ratio));
  }
}

function refuseOverlaps(spans: Span[], directoryStart: number): void {
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from < end || span.to > directoryStart) {
      throw hostError(FILE_TEXT.overlappingParts(span.name));
    }
    end = span.to;
  }
}

function refuseNames(entries: readonly Entry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    const escapes =
      /^\/|^[A-Za-z]:|\0/.test(name) ||
      name.split("/").some((step) => step === ".." || step === ".");
    if (escapes || name === "") throw hostError(FILE_TEXT.escapingPart(name));
    const key = name.toLowerCase();
    if (names.has(key)) throw hostError(FILE_TEXT.duplicatePart(name));
    names.add(key);
  }
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (names.has("mimetype")) throw hostError(FILE_TEXT.openDocument);
  if (has(/(^|\/)workbook\.bin$/i)) throw hostError(FILE_TEXT.binaryWorkbook);
  // Which part is the workbook, its relations say.
  if (!names.has("[content_types].xml")) throw hostError(FILE_TEXT.noWorkbook);
}
