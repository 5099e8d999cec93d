/** Workbooks with macros and with a signature: what becomes of their names, their mails and their promise. */

import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path, score } = auditFolder();

type Parts = Record<string, Uint8Array>;

function changed(file: string, to: string, change: (parts: Parts) => Parts): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path(file))));
  writeFileSync(path(to), zipSync(change(parts)));
  return to;
}

/** One part with a piece of its text replaced, which must be there. */
function edited(parts: Parts, name: string, from: string, to: string): Parts {
  const text = strFromU8(parts[name] ?? new Uint8Array());
  expect(text).toContain(from);
  return { ...parts, [name]: strToU8(text.replace(from, to)) };
}

const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const MACRO_MAIN = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

const withMacros = (from: string, to: string): string =>
  changed(from, to, (parts) => ({
    ...edited(parts, "[Content_Types].xml", MAIN, MACRO_MAIN),
    "xl/vbaProject.bin": new Uint8Array([1, 2, 3]),
  }));

const signed = (from: string, to: string): string =>
  changed(from, to, (parts) => ({
    ...edited(
      parts,
      "_rels/.rels",
      "</Relationships>",
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
    ),
    "_xmlsignatures/origin.sigs": new Uint8Array(),
  }));

const partsOf = (file: string): Parts => unzipSync(new Uint8Array(readFileSync(path(file))));

describe("a workbook with macros", () => {
  it("stays one: name, type and macros", () => {
    const file = withMacros(at("ready", "plain.xlsx"), "macro.xlsm");
    const refused = run(["set", file, "Owner[1.1]=Kim", "-o", "out.xlsx"], folder);
    expect(refused).toMatchObject({
      code: 1,
      err: "out.xlsx: the workbook holds macros, so its name ends in .xlsm. Excel would not open it under another.\n",
    });
    expect(existsSync(path("out.xlsx"))).toBe(false);
    done("set", file, "Owner[1.1]=Kim", "-o", "out.xlsm");
    expect(strFromU8(partsOf("out.xlsm")["[Content_Types].xml"] ?? new Uint8Array())).toContain(
      MACRO_MAIN,
    );
    expect(partsOf("out.xlsm")["xl/vbaProject.bin"]).toEqual(new Uint8Array([1, 2, 3]));
    const other = run(["set", "plain.xlsx", "Owner[1.1]=Kim", "-o", "other.xlsm"], folder);
    expect(other.err).toBe("other.xlsm: the name of a workbook ends in .xlsx.\n");
  });

  it("goes into the mail under its own name and type, and what is made of it is named well", async () => {
    const file = withMacros(at("ready", "plain.xlsx"), "kestrel.xlsm");
    done("submit", file, "--yes");
    const mail = await PostalMime.parse(readFileSync(path("kestrel.eml")));
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ["kestrel.xlsm", "application/vnd.ms-excel.sheet.macroenabled.12"],
    ]);
    done("phase", file, "audit");
    done("summary", file);
    expect(existsSync(path("kestrel audit summary.xlsx"))).toBe(true);
    const { err } = done("renew", file);
    expect(err).toMatch(/^kestrel \d{4}\.xlsx made\./);
    expect(score(file).phase).toBe("Audit");
  });
});

describe("a signed workbook", () => {
  it("is not changed where it stands unless that is meant; a copy may be, and is told", () => {
    const file = signed(at("ready", "plain.xlsx"), "signed.xlsx");
    const before = readFileSync(path(file));
    for (const args of [
      ["set", file, "Owner[1.1]=Kim"],
      ["phase", file, "Submitted"],
      ["submit", file, "--yes"],
    ]) {
      const ran = run(args, folder);
      expect(ran.code, args.join(" ")).toBe(1);
      expect(ran.err).toBe(
        "signed.xlsx is digitally signed, and no signature survives a change. Nothing was written. Ask who signed it, then write to another file, or add --force.\n",
      );
      expect(readFileSync(path(file)).equals(before)).toBe(true);
    }
    expect(done("score", file).err).toBe("");
    const copied = done("set", file, "Owner[1.1]=Kim", "-o", "copy.xlsx");
    expect(copied.err).toContain("Warning: the digital signature in copy.xlsx is no longer valid.");
    expect(done("set", file, "Owner[1.1]=Kim", "--force").err).toContain("no longer valid");
    copyFileSync(path("plain.xlsx"), path("free.xlsx"));
    expect(done("set", "free.xlsx", "Owner[1.1]=Kim").err).not.toContain("signature");
  });
});

it("a workbook with many pictures is read like any other", () => {
  const file = changed(at("ready", "plain.xlsx"), "pictures.xlsx", (parts) => ({
    ...parts,
    // As large as pictures are, which do not pack.
    ...Object.fromEntries(
      [1, 2, 3].map((index) => [`xl/media/image${index}.png`, noise(8 << 20, index)]),
    ),
  }));
  expect(score(file)).toMatchObject({ self: { total: 980 } });
});

function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
