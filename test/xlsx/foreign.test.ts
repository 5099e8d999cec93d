/** Files as other programs write them: read as they mean it, and changed without spoiling what they hold. */

import { readFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { planChange } from "../../core/workbook/write/stored.ts";
import { openPackage } from "../../xlsx/package.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { StyleTwins } from "../../xlsx/twins.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { id, sample, text } from "./patched.ts";
import { ITEM_NAMES, tiny, tinyParts, tinyRows } from "./tiny.ts";

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url)));

function changed(bytes: Uint8Array, owner: string): Uint8Array {
  const workbook = openXlsx(EDITIONS, bytes);
  const snapshot = workbook.snapshot();
  if (!snapshot) throw new Error("There is no checklist in it.");
  const edits = [{ name: "Owner", item: id("1.1"), value: owner }];
  workbook.apply(planChange(checklist31, snapshot, edits).change);
  return workbook.bytes();
}

const ownerOf = (bytes: Uint8Array): string | undefined => {
  const snapshot = openXlsx(EDITIONS, bytes).snapshot();
  return snapshot ? report(EDITIONS, snapshot).items[0]?.owner : undefined;
};

describe.each([
  "zip64-directory.xlsx",
  "main-part-named-book.xlsx",
  "utf-16.xlsx",
  "declared-iso-8859-1.xlsx",
])("%s", (name) => {
  it("is read, and changed in one cell", () => {
    const before = openXlsx(EDITIONS, file(name)).snapshot();
    expect(before).not.toBeNull();
    const after = changed(file(name), "Zoë Ωmega");
    expect(ownerOf(after)).toBe("Zoë Ωmega");
    const again = openXlsx(EDITIONS, after).snapshot();
    // Nothing but that cell differs, not a letter of anybody's texts.
    const values = (snapshot: typeof before) =>
      Object.entries(snapshot?.names ?? {}).map(([key, range]) => [
        key,
        key === "Owner" ? range.values.slice(3) : range.values,
      ]);
    expect(values(again)).toEqual(values(before));
  });
});

describe("texts", () => {
  it("of another encoding are read by what the part declares, and written as UTF-8", () => {
    const declared = file("declared-iso-8859-1.xlsx");
    const snapshot = readSnapshot(declared);
    const all = JSON.stringify(snapshot);
    expect(all).not.toContain("\ufffd");
    const parts = unzipSync(changed(declared, "Zoë"));
    for (const [name, bytes] of Object.entries(parts)) {
      const head = String.fromCharCode(...bytes.subarray(0, 120));
      if (!/encoding="(?:iso|latin)/i.test(head)) continue;
      // What was not changed keeps its bytes, and so its declaration.
      expect(bytes, name).toEqual(unzipSync(declared)[name]);
    }
  });

  it("that are not of the encoding that is declared, or of one that is not known, are refused", () => {
    const path = "xl/worksheets/sheet1.xml";
    const with_ = (bytes: Uint8Array) => {
      const parts = Object.fromEntries(
        Object.entries(tinyParts({})).map(([name, xml]) => [name, strToU8(String(xml))]),
      );
      return zipSync({ ...parts, [path]: bytes });
    };
    const broken = strToU8("<worksheet><a>X</a></worksheet>");
    broken[broken.indexOf(0x58)] = 0xff;
    expect(() => readSnapshot(with_(broken))).toThrow(/not of the encoding it names/);
    const greek = strToU8('<?xml version="1.0" encoding="ISO-8859-7"?><worksheet/>');
    expect(() => readSnapshot(with_(greek))).toThrow(/written in ISO-8859-7/);
  });

  it("go into the table of shared texts, each once, where every reader looks", () => {
    const sheets = { Checklist: tinyRows() };
    const names = { ...ITEM_NAMES, Evidence: "Checklist!$E$1:$E$6" };
    const before = tiny({ sheets, names, strings: "<si><t>Met</t></si>" });
    const workbook = openXlsx(EDITIONS, before);
    workbook.apply({
      edits: [
        { name: "Self_Answer", item: id("1.2"), value: "Met" },
        { name: "Evidence", item: id("1.1"), value: " a & b " },
        { name: "Evidence", item: id("1.2"), value: " a & b " },
      ],
    });
    const after = workbook.bytes();
    expect(text(after, "xl/sharedStrings.xml")).toMatch(
      /uniqueCount="2"><si><t>Met<\/t><\/si><si><t xml:space="preserve"> a &amp; b <\/t><\/si><\/sst>$/,
    );
    expect(readSnapshot(after)?.names.Evidence?.values.flat()).toContain(" a & b ");
  });

  it("stand in their cells where a file has no such table", () => {
    const { "xl/sharedStrings.xml": _strings, ...parts } = tinyParts({
      sheets: { Checklist: tinyRows() },
      names: ITEM_NAMES,
    });
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, xml]) => [
          name,
          strToU8(String(xml).replace(/<Relationship Id="rId90"[^>]*\/>/, "")),
        ]),
      ),
    );
    const workbook = openXlsx(EDITIONS, bytes);
    workbook.apply({ edits: [{ name: "Self_Answer", item: id("1.2"), value: "Met" }] });
    expect(text(workbook.bytes(), "xl/worksheets/sheet1.xml")).toContain(
      't="inlineStr"><is><t>Met</t></is>',
    );
  });
});

describe("archives", () => {
  it("with backslashes between folders are the same archives", () => {
    const parts = unzipSync(sample);
    const odd = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, bytes]) => [name.replaceAll("/", "\\"), bytes]),
      ),
    );
    expect(readSnapshot(odd)).toEqual(readSnapshot(sample));
    expect(openPackage(odd).parts.names).toEqual(openPackage(sample).parts.names);
  });

  it("with something behind their end are read", () => {
    const longer = new Uint8Array([...sample, 13, 10]);
    expect(readSnapshot(longer)).toEqual(readSnapshot(sample));
    expect(() => readSnapshot(sample.subarray(0, sample.length - 30))).toThrow(
      /its end is missing/,
    );
  });

  it("with large pictures are read: only what is unpacked is counted", () => {
    const picture = new Uint8Array(40 << 20);
    const bytes = zipSync({
      ...unzipSync(sample),
      "xl/media/screenshot.png": [picture, { level: 1 }],
    });
    expect(readSnapshot(bytes)).toEqual(readSnapshot(sample));
  });
});

describe("formats that are offered in two ways", () => {
  const styles = (list: string) =>
    `<styleSheet xmlns:mc="m"><cellXfs count="3">${list}</cellXfs></styleSheet>`;
  const offered =
    '<mc:AlternateContent><mc:Choice Requires="hs"><xf numFmtId="9"/></mc:Choice>' +
    '<mc:Fallback><xf numFmtId="5"/></mc:Fallback></mc:AlternateContent>';

  it("count once, and their fallback is what is copied", () => {
    const twins = new StyleTwins(
      styles(`<xf numFmtId="1"/>${offered}<xf numFmtId="2"/>`),
      "styles",
    );
    expect(twins.twin(1, false)).toBe(3);
    expect(twins.twin(2, false)).toBe(4);
    expect(twins.twin(3, false)).toBe(3);
    const result = twins.result() ?? "";
    expect(result).toContain('count="5"');
    expect(result).toMatch(/<xf numFmtId="5" applyProtection="1"><protection locked="0"\/><\/xf>/);
    expect(result).toMatch(/<xf numFmtId="2" applyProtection="1"><protection locked="0"\/><\/xf>/);
  });
});

describe("a header", () => {
  it("is found behind a comment, and is not there twice", () => {
    const sheets = {
      Checklist: `${tinyRows()}<headerFooter><!-- kept --><oddHeader>Old&#10;one</oddHeader><oddFooter>f</oddFooter></headerFooter>`,
    };
    const workbook = openXlsx(EDITIONS, tiny({ sheets, names: ITEM_NAMES }));
    workbook.apply({ edits: [], headers: { Checklist: { left: ["New"], right: [] } } });
    expect(text(workbook.bytes(), "xl/worksheets/sheet1.xml")).toContain(
      "<headerFooter><!-- kept --><oddHeader>&amp;LNew</oddHeader><oddFooter>f</oddFooter></headerFooter>",
    );
  });
});
