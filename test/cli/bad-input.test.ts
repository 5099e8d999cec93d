/** Bad files and bad places: a sentence with file, place and remedy, nothing half written, no stack trace. */

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { newFolder, PROGRAM, run, TRACE } from "./run.ts";

const folder = newFolder();
const path = (name: string): string => join(folder, name);
let good: Record<string, Uint8Array> = {};

beforeAll(() => {
  run(["new", "good.xlsx", "--partner", "Kestrel"], folder);
  good = unzipSync(readFileSync(path("good.xlsx")));
});

/** A workbook like the good one with one of its parts changed. */
function spoiled(name: string, part: string, change: (text: string) => string): string {
  const before = strFromU8(good[part] ?? new Uint8Array());
  const after = change(before);
  expect(after, `${part} did not change`).not.toBe(before);
  writeFileSync(path(name), zipSync({ ...good, [part]: strToU8(after) }));
  return name;
}

const partOf = (sheet: string): string => {
  const workbook = strFromU8(good["xl/workbook.xml"] ?? new Uint8Array());
  const names = [...workbook.matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1]);
  return `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
};

/** Every command that reads a workbook refuses it with the same kind of sentence. */
function expectRefused(file: string, ...says: (string | RegExp)[]): void {
  const before = readFileSync(path(file));
  writeFileSync(path("answers.csv"), "id,answer\n1.1,Met\n");
  for (const args of [
    ["score", file],
    ["check", file],
    ["set", file, "Partner_Name=X"],
    ["fill", file, "--as", "self", "--answers", "answers.csv"],
  ]) {
    const ran = run(args, folder);
    expect(ran.code, args.join(" ")).toBe(1);
    expect(ran.err.startsWith(`${file}: `), ran.err).toBe(true);
    for (const words of says) expect(ran.err).toMatch(words);
    expect(ran.err + ran.out).not.toMatch(TRACE);
  }
  expect(readFileSync(path(file))).toEqual(before);
}

describe("files that are no checklist", () => {
  it("no zip, an empty file, a list of answers, an old .xls", () => {
    writeFileSync(path("text.xlsx"), "id,answer\n1.1,Met\n");
    expectRefused("text.xlsx", /\.xlsx/);
    writeFileSync(path("list.csv"), "id,answer\n1.1,Met\n");
    expect(run(["score", "list.csv"], folder).err).toMatch(
      /^list\.csv: .* go in with `msp-checklist fill`\.\n$/,
    );
    writeFileSync(path("empty.xlsx"), "");
    expectRefused("empty.xlsx", /empty/i);
    const compound = Buffer.from("d0cf11e0a1b11ae1".padEnd(2048, "0"), "hex");
    writeFileSync(path("older.xlsx"), compound);
    expectRefused("older.xlsx", /older kind/, /save the workbook as \.xlsx/);
    compound.write("Workbook", 512, "utf16le");
    writeFileSync(path("old.xlsx"), compound);
    expectRefused("old.xlsx", /an old \.xls workbook/);
  });

  it("a zip that is no workbook", () => {
    writeFileSync(path("zip.xlsx"), zipSync({ "hello.txt": strToU8("hello") }));
    expectRefused("zip.xlsx", /workbook/);
  });

  it("a checklist whose names are gone", () => {
    spoiled("other.xlsx", "xl/workbook.xml", (text) =>
      text.replace(/<definedNames>.*<\/definedNames>/, ""),
    );
    expectRefused("other.xlsx", /dropped the names by which the cells are found/);
  });

  it("a newer format", () => {
    spoiled("newer.xlsx", partOf("Checklist data"), (text) =>
      text.replace(/(<c r="B1"[^>]*><v>)\d(<\/v>)/, "$199$2"),
    );
    expectRefused("newer.xlsx", /newer version/);
  });

  it("a part that is cut off or is no XML", () => {
    spoiled("cut.xlsx", partOf("Checklist"), (text) => text.slice(0, text.length / 2));
    expectRefused("cut.xlsx");
    spoiled("entity.xlsx", partOf("Checklist"), (text) =>
      text.replace(
        "<worksheet",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet',
      ),
    );
    expectRefused("entity.xlsx");
  });

  it("a file of random bytes behind a zip's head", () => {
    const bytes = new Uint8Array(readFileSync(path("good.xlsx")));
    for (let at = 100; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
    writeFileSync(path("random.xlsx"), bytes);
    expectRefused("random.xlsx");
  });
});

describe("workbooks with faults are read all the same", () => {
  const issues = (
    file: string,
  ): { code: string; severity: string; where: string | null; message: string }[] => {
    const ran = run(["check", file, "--json"], folder);
    expect(ran.out + ran.err).not.toMatch(TRACE);
    return JSON.parse(ran.out).issues;
  };

  it("a missing defined name", () => {
    spoiled("noname.xlsx", "xl/workbook.xml", (text) =>
      text.replace(/<definedName name="Auditor_Answer">[^<]*<\/definedName>/, ""),
    );
    expect(issues("noname.xlsx")).toContainEqual(
      expect.objectContaining({
        code: "nameMissing",
        severity: "error",
        message: expect.stringContaining("Auditor_Answer"),
      }),
    );
    expect(run(["check", "noname.xlsx"], folder).code).toBe(1);
  });

  it("a duplicate id", () => {
    run(
      ["set", "good.xlsx", "Self_Answer[1.1]=Met", "Self_Answer[1.2]=Met", "-o", "twice.xlsx"],
      folder,
    );
    good = unzipSync(readFileSync(path("twice.xlsx")));
    const shared = strFromU8(good["xl/sharedStrings.xml"] ?? new Uint8Array());
    const inShared = shared.includes(">1.2<");
    spoiled("duplicate.xlsx", inShared ? "xl/sharedStrings.xml" : partOf("Checklist"), (text) =>
      text.replace(">1.2<", ">1.1<"),
    );
    const found = issues("duplicate.xlsx").map((issue) => issue.code);
    expect(found).toContain("itemDuplicate");
    expect(found).toContain("itemMissing");
    expect(JSON.parse(run(["score", "duplicate.xlsx", "--json"], folder).out).self.answered).toBe(
      1,
    );
    good = unzipSync(readFileSync(path("good.xlsx")));
  });
});

describe("places that cannot be written", () => {
  it("an output folder that does not exist, and a folder in place of a file", () => {
    const ran = run(["set", "good.xlsx", "Partner_Name=X", "-o", "nowhere/x.xlsx"], folder);
    expect(ran).toMatchObject({
      code: 1,
      err: "nowhere/x.xlsx cannot be written: its folder does not exist. Make the folder first.\n",
    });
    mkdirSync(path("folder.xlsx"));
    expect(run(["score", "folder.xlsx"], folder)).toMatchObject({
      code: 1,
      err: "folder.xlsx is a folder. Name the workbook in it.\n",
    });
    expect(run(["new", "folder.xlsx", "--force"], folder).err).toBe(
      "folder.xlsx is a folder. Name the workbook in it.\n",
    );
  });

  it.skipIf(process.getuid?.() !== 0)(
    "a read-only folder, as a user without special rights",
    () => {
      mkdirSync(path("locked"));
      copyFileSync(path("good.xlsx"), path("locked/good.xlsx"));
      chmodSync(path("locked"), 0o555);
      chmodSync(folder, 0o755);
      // Root may write anywhere, so the command runs as nobody.
      const args = [PROGRAM, "set", "good.xlsx", "Partner_Name=X"];
      const ran = spawnSync(process.execPath, args, {
        cwd: path("locked"),
        uid: 65_534,
        gid: 65_534,
        encoding: "utf8",
      });
      if (ran.error) throw ran.error;
      expect(ran.status).toBe(1);
      expect(ran.stderr).toBe(
        "good.xlsx cannot be written: permission denied or a read-only folder. Choose a folder where you may write.\n",
      );
      expect(readdirSync(path("locked"))).toEqual(["good.xlsx"]);
    },
  );

  it("a disk that fills up half-way leaves the old file", () => {
    copyFileSync(path("good.xlsx"), path("kept.xlsx"));
    const before = readFileSync(path("kept.xlsx"));
    // The shell lets no process write a file over 16 kB, and the signal for it is ignored.
    const script = `trap '' XFSZ; ulimit -f 16; exec "${process.execPath}" "${PROGRAM}" set kept.xlsx Partner_Name=X`;
    const ran = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect(ran.stderr).toBe(
      "kept.xlsx cannot be written: the disk is full. Nothing was changed; make room and try again.\n",
    );
    expect(ran.status).toBe(1);
    expect(readFileSync(path("kept.xlsx"))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("writes through a link to the file behind it", () => {
    copyFileSync(path("good.xlsx"), path("target.xlsx"));
    symlinkSync("target.xlsx", path("link.xlsx"));
    expect(run(["set", "link.xlsx", "Partner_Name=Behind"], folder).code).toBe(0);
    expect(lstatSync(path("link.xlsx")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(run(["score", "target.xlsx", "--json"], folder).out).partner).toBe("Behind");
  });

  it("lists of answers that cannot be read", () => {
    writeFileSync(path("heads.csv"), "item;says\n1.1;Met\n");
    expect(run(["fill", "good.xlsx", "--as", "self", "--answers", "heads.csv"], folder).err).toBe(
      "heads.csv: the first line must be id,answer. “Partner Self-Assessment” stands for answer as well.\n",
    );
    writeFileSync(path("quotes.csv"), 'id,answer\n1.1,"Met\n');
    expect(
      run(["fill", "good.xlsx", "--as", "self", "--answers", "quotes.csv"], folder).err,
    ).toMatch(/^quotes\.csv, line \d: the quotation marks/);
    expect(
      run(["fill", "good.xlsx", "--as", "self", "--answers", "absent.csv"], folder).err,
    ).toMatch(/^absent\.csv: there is no such file/);
  });
});
