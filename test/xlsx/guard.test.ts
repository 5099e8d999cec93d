/** Hostile, damaged and mistaken files are refused by a sentence, before they cost time or memory. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { buildSync } from "esbuild";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { HostError } from "../../core/workbook/port.ts";
import { LIMITS } from "../../xlsx/guard.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { tiny, tinyParts, tinyRows, zipTexts } from "./tiny.ts";

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    return (error as HostError).message;
  }
  throw new Error("was not refused");
}

const refused = (bytes: Uint8Array) => refusal(() => readSnapshot(bytes));
const good = () => tiny({ sheets: { Checklist: tinyRows() } });

/** A copy with a change made at the n-th place where a signature stands. */
function broken(
  bytes: Uint8Array,
  signature: number,
  change: (view: DataView, at: number) => void,
  nth = 0,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let left = nth;
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    if (view.getUint32(at, true) === signature && left-- === 0) {
      change(view, at);
      return copy;
    }
  }
  throw new Error("no such signature");
}
/** Letters and digits that do not pack well. */
const noise = (length: number) =>
  Array.from({ length }, (_, index) =>
    ((index * 2_654_435_761) >>> 16).toString(36).slice(-1),
  ).join("");

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

/** A compound file with streams of these names, as far as its kind can be told. */
function compound(...streams: string[]): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const names = streams.flatMap((name) => [...name].flatMap((c) => [c.charCodeAt(0), 0]));
  return new Uint8Array([...head, ...new Uint8Array(504), ...names, 0, 0]);
}

describe("files that are no workbook", () => {
  it.each([
    ["nothing", new Uint8Array(0), /is empty/],
    ["CSV", strToU8("id,answer\n1.1,Met\n"), /CSV\. Use the workbook itself\.$/],
    ["something binary", new Uint8Array([1, 2, 3, 0, 255]), /not an \.xlsx file/],
    [
      "a document of an older kind",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /document of an older kind/,
    ],
    ["an old workbook", compound("Workbook"), /an old \.xls workbook/],
    ["a very old workbook", compound("Book"), /an old \.xls workbook/],
    ["a workbook with a password", compound("EncryptedPackage"), /needs a password/],
    [
      "a workbook that a label encrypts",
      compound("EncryptedPackage", "DRMEncryptedTransform"),
      /sensitivity label/,
    ],
    ["a page that asks to log in", strToU8("<!DOCTYPE html><html></html>"), /a web page/],
    ["a zip of something else", zipTexts({ "a.txt": "a" }), /without a workbook/],
    [
      "a document",
      zipTexts({ "[Content_Types].xml": "<a/>", "word/document.xml": "<a/>" }),
      /without a workbook/,
    ],
    ["an OpenDocument file", zipTexts({ mimetype: "application/vnd.oasis" }), /OpenDocument/],
    [
      "a binary workbook",
      zipTexts({ "[Content_Types].xml": "<a/>", "xl/workbook.bin": "a" }),
      /\.xlsb/,
    ],
    ["half a file", good().subarray(0, 900), /its end is missing/],
    ["a few bytes of one", strToU8("PK"), /its end is missing/],
  ])("says so of %s", (_, bytes, sentence) => {
    expect(refused(bytes)).toMatch(sentence);
  });

  it("reads an ordinary one", () => {
    expect(readSnapshot(good())?.names.Self_Answer?.values).toEqual([
      [null],
      ["Met"],
      [null],
      [null],
    ]);
  });
});

describe("the zip directory", () => {
  it("refuses large files and many parts", () => {
    expect(refused(new Uint8Array(LIMITS.fileBytes + 1).fill(0x50, 0, 1))).toMatch(
      /at most 100 MB/,
    );
    const parts: Record<string, string> = { ...tinyParts({}) };
    for (let part = 0; part < LIMITS.entries; part += 1) parts[`xl/media/${part}.png`] = "";
    expect(refused(zipTexts(parts))).toMatch(/parts; at most 1000/);
  });

  it("refuses bombs by what the directory says", () => {
    const zeros = (megabytes: number) => new Uint8Array(megabytes << 20);
    expect(refused(zipTexts({ ...tinyParts({}), "xl/a.xml": zeros(33) }))).toMatch(
      /“xl\/a\.xml” unpacks to 33 MB/,
    );
    expect(refused(zipTexts({ ...tinyParts({}), "xl/a.xml": zeros(2) }))).toMatch(
      /“xl\/a\.xml” unpacks to \d+ times/,
    );
  });

  it("refuses a sum of parts that is too large", () => {
    const filler = Uint8Array.from(
      { length: 200 << 10 },
      (_, index) => (index * 2_654_435_761) >>> 24,
    );
    const parts: Record<string, string | Uint8Array> = { ...tinyParts({}) };
    for (let part = 0; part < 5; part += 1) parts[`xl/${part}.xml`] = filler;
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, content]) => [
          name,
          typeof content === "string" ? strToU8(content) : content,
        ]),
      ),
      { level: 0 },
    );
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (
        view.getUint32(at, true) === DIRECTORY &&
        view.getUint32(at + 24, true) === filler.length
      ) {
        view.setUint16(at + 10, 8, true);
        view.setUint32(at + 24, 30 << 20, true);
      }
    }
    expect(refused(bytes)).toMatch(/unpacks to 151 MB; at most 128 MB/);
  });

  it.each([
    [
      "encryption",
      DIRECTORY,
      (view: DataView, at: number) => view.setUint16(at + 8, 1, true),
      /is encrypted/,
    ],
    [
      "another packing",
      DIRECTORY,
      (view: DataView, at: number) => view.setUint16(at + 10, 12, true),
      /packed in a way/,
    ],
    [
      "a size that stands nowhere",
      DIRECTORY,
      (view: DataView, at: number) => view.setUint32(at + 24, 0xffffffff, true),
      /table of contents is wrong/,
    ],
    [
      "a count that stands nowhere",
      END,
      (view: DataView, at: number) => view.setUint16(at + 10, 0xffff, true),
      /table of contents is wrong/,
    ],
    [
      "a count that is wrong",
      END,
      (view: DataView, at: number) => {
        view.setUint16(at + 8, 9, true);
        view.setUint16(at + 10, 9, true);
      },
      /table of contents is wrong/,
    ],
    [
      "two names for one part",
      LOCAL,
      (view: DataView, at: number) => view.setUint8(at + 31, 0x41),
      /table of contents is wrong/,
    ],
    [
      "a part outside the file",
      DIRECTORY,
      (view: DataView, at: number) => view.setUint32(at + 42, 0x7fffffff, true),
      /table of contents is wrong/,
    ],
    [
      "a checksum that is wrong",
      DIRECTORY,
      (view: DataView, at: number) => view.setUint32(at + 16, 1, true),
      /does not unpack to what/,
    ],
    [
      "a size that is a lie",
      DIRECTORY,
      (view: DataView, at: number) => view.setUint32(at + 24, 100, true),
      /does not unpack to what/,
    ],
  ])("refuses %s", (_, signature, change, sentence) => {
    const nth = signature === DIRECTORY ? 1 : 0;
    expect(refused(broken(good(), signature, change, nth))).toMatch(sentence);
  });

  it("refuses parts that lie over each other", () => {
    const bytes = good();
    const view = new DataView(bytes.buffer);
    const places: number[] = [];
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === DIRECTORY) places.push(at);
    const [first = 0, second = 0] = places;
    const name = (at: number) => bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    const twice = zipTexts({ ...tinyParts({}), "[Content_Types].xmL": "<a/>" });
    expect(refused(twice)).toMatch(/in the file twice/);
    expect(name(first)).not.toEqual(name(second));
    // The first part's packed bytes reach into the second part.
    const over = broken(bytes, DIRECTORY, (copy, at) =>
      copy.setUint32(at + 20, copy.getUint32(at + 20, true) + 40, true),
    );
    expect(refused(over)).toMatch(/lies over another part/);
  });

  it.each(["../evil.xml", "/etc/passwd", "..\\evil.xml", "C:a.xml", "xl/../../a.xml"])(
    "refuses the name %s",
    (name) => {
      expect(refused(zipTexts({ ...tinyParts({}), [name]: "a" }))).toMatch(
        /points out of the file/,
      );
    },
  );
});

describe("hostile content", () => {
  it("refuses entities, deep nesting and broken XML", () => {
    const evil = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>';
    const path = "xl/worksheets/sheet1.xml";
    expect(refused(tiny({ more: { [path]: evil } }))).toMatch(/defines entities/);
    expect(refused(tiny({ more: { [path]: "<a>".repeat(5000) } }))).toMatch(/nested or described/);
    expect(refused(tiny({ more: { [path]: `<a b="${noise(300_000)}"/>` } }))).toMatch(
      /nested or described/,
    );
    expect(refused(tiny({ more: { [path]: "<worksheet><sheetData></worksheet>" } }))).toMatch(
      /damaged/,
    );
    expect(refused(tiny({ more: { [path]: "<worksheet>&unknown;</worksheet>" } }))).toMatch(
      /damaged/,
    );
    expect(
      refused(zipTexts({ ...tinyParts({}), [path]: new Uint8Array([0xff, 0xfe, 60, 0]) })),
    ).toMatch(/damaged/);
  });

  it("keeps the technical cause", () => {
    try {
      readSnapshot(tiny({ more: { "xl/worksheets/sheet1.xml": "<worksheet>" } }));
      throw new Error("was read");
    } catch (error) {
      expect((error as HostError & { cause?: unknown }).cause).toBeInstanceOf(Error);
    }
  });

  it("refuses far cells and names over whole columns", () => {
    const far = '<sheetData><row r="1040000"><c r="A1040000"><v>1</v></c></row></sheetData>';
    expect(refused(tiny({ sheets: { Checklist: far } }))).toMatch(
      /Checklist!A1040000 is used.*100000/,
    );
    const wide = (text: string) => tiny({ names: { Item_Id: text } });
    expect(refused(wide("Checklist!$A:$A"))).toMatch(/name Item_Id stands for Checklist!\$A:\$A/);
    expect(refused(wide("Checklist!$1:$9"))).toMatch(/too large/);
    expect(refused(wide("Checklist!$A$1:$XFD$1048576"))).toMatch(/too large/);
    expect(refused(wide("Checklist!$A$1:$A$20001"))).toMatch(/too large/);
    const many = Object.fromEntries(
      ["Item_Id", "Self_Answer", "Phase"].map((name) => [name, "Checklist!$A$1:$K$18000"]),
    );
    expect(refused(tiny({ names: many }))).toMatch(/more than 500000 cells/);
  });
});

describe("memory and time", () => {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-guard-"));
  const script = join(folder, "read.mjs");

  beforeAll(() => {
    buildSync({
      stdin: {
        contents:
          'import { readFileSync } from "node:fs"; import { readSnapshot } from "./xlsx/read.ts";' +
          "try { readSnapshot(new Uint8Array(readFileSync(process.argv[2]))); console.log('read'); }" +
          "catch (error) { console.log(error.name + ': ' + error.message); }",
        resolveDir: new URL("../..", import.meta.url).pathname,
      },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: script,
    });
  });

  /** What a process says that may use 300 MB. */
  function readInChild(bytes: Uint8Array): string {
    const file = join(folder, "file.xlsx");
    writeFileSync(file, bytes);
    const command = `ulimit -d 1500000; exec "$0" --max-old-space-size=300 "$1" "$2"`;
    return execFileSync("bash", ["-c", command, process.execPath, script, file], {
      encoding: "utf8",
      timeout: 600_000,
    });
  }

  const cells = (count: number) => {
    const rows: string[] = [];
    for (let row = 1; row <= count / 100; row += 1) {
      const line: string[] = [];
      for (let column = 0; column < 100; column += 1)
        line.push(`<c><v>${(row * 7919 + column * 104_729) % 9_999_991}</v></c>`);
      rows.push(`<row r="${row}">${line.join("")}</row>`);
    }
    return `<sheetData>${rows.join("")}</sheetData>`;
  };

  it("reads a sheet of 30 MB beside the checklist's cells", () => {
    const bytes = tiny({ sheets: { Checklist: cells(1_200_000) } });
    expect(readInChild(bytes)).toMatch(/^read/);
  });

  it("does not hold a table of 2 million texts", () => {
    const strings = "<si><t>a</t></si>".repeat(2_100_000);
    const sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>2099999</v></c></row></sheetData>';
    const parts = tinyParts({ sheets: { Checklist: sheet }, strings });
    const files = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
    );
    // Packed or not: it is the size of what is unpacked that counts.
    expect(refused(zipSync(files, { level: 1 }))).toMatch(/at most 32 MB/);
    expect(refused(zipSync(files, { level: 0 }))).toMatch(/at most 32 MB/);
  });

  it("leaves a part that unpacks to far more than it says", () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(400 << 20), { level: 9 }));
    const path = "xl/worksheets/sheet1.xml";
    const parts = { ...tinyParts({}), [path]: packed };
    const files = Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    );
    const stored = zipSync(files, { level: 0 });
    const copy = new DataView(stored.buffer);
    for (let at = 0; at + 46 < stored.length; at += 1) {
      const isIt =
        copy.getUint32(at, true) === DIRECTORY && copy.getUint32(at + 24, true) === packed.length;
      if (isIt) {
        copy.setUint16(at + 10, 8, true);
        copy.setUint32(at + 24, 3 << 20, true);
      }
    }
    expect(readInChild(stored)).toMatch(/HostError: The part .* does not unpack to what/);
  });
});
