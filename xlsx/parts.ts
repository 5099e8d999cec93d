/** The parts of an .xlsx file: unpacked one by one when asked for, packed again with only some of them changed. */

import { Inflate, inflateSync, strToU8 } from "fflate";
import { partText } from "./encoding.ts";
import { hostError } from "./failure.ts";
import { type Entry, readDirectory } from "./guard.ts";
import { FILE_TEXT } from "./words.ts";
import { crc32, pack, packText } from "./zip.ts";

/** Above this a part is unpacked in slices, so that one that lies about its size is left in time. */
const SLICED_ABOVE_BYTES = 64 << 10;
const SLICE_BYTES = 16 << 10;

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
    const text = partText(unpack(this.bytes, entry), name);
    this.texts.set(name, text);
    return text;
  }

  /**
   * The file with some parts replaced; every other part keeps its packed bytes and its place. New ones come last, and
   * those that are left out are named in lower case.
   */
  withTexts(
    changes: ReadonlyMap<string, string>,
    leftOut: ReadonlySet<string> = new Set(),
  ): Uint8Array {
    const added = [...changes].flatMap(([name, text]) =>
      this.find(name) === null
        ? [{ nameBytes: strToU8(name), isUtf8: false, ...packText(text) }]
        : [],
    );
    const kept = this.entries.filter(({ name }) => !leftOut.has(name.toLowerCase()));
    return pack([
      ...kept.map((entry) => {
        const changed = changes.get(entry.name);
        if (changed === undefined) {
          return {
            ...entry,
            data: this.bytes.subarray(entry.start, entry.start + entry.packedSize),
          };
        }
        return { ...entry, ...packText(changed) };
      }),
      ...added,
    ]);
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
