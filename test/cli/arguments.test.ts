/** What may stand on a command line: folders, patterns, lock files, odd names, options that are none. */

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { newFolder, run } from "./run.ts";

const folder = newFolder();
const path = (name: string): string => join(folder, name);
const INBOX = ["inbox/alder.xlsx", "inbox/birch 2.xlsx", "inbox/birch 10.xlsx"];

/** As Excel writes it: the name in one byte a letter, and once more in two. */
function excelLock(name: string): Buffer {
  const bytes = Buffer.alloc(165, 0x20);
  bytes[0] = name.length;
  bytes.write(name, 1, "latin1");
  bytes[55] = name.length;
  bytes[56] = 0;
  bytes.write(name, 57, "utf16le");
  return bytes;
}

beforeAll(() => {
  mkdirSync(path("inbox"));
  mkdirSync(path("inbox/deeper"));
  for (const [index, file] of INBOX.entries()) {
    run(["new", file, "--partner", index === 0 ? "Alder, Inc" : "Birch"], folder);
  }
  copyFileSync(path("inbox/alder.xlsx"), path("inbox/deeper/alder.xlsx"));
  writeFileSync(path("inbox/notes.txt"), "notes");
  writeFileSync(path("inbox/.hidden.xlsx"), "hidden");
});

const filesOf = (...words: string[]): string[] =>
  run(["score", ...words, "--json"], folder)
    .out.trim()
    .split("\n")
    .map((line) => JSON.parse(line).file);

describe("a folder or a pattern", () => {
  it("stands for the workbooks in it, in the order of people", () => {
    expect(filesOf("inbox")).toEqual(INBOX);
    expect(filesOf("inbox/*.xlsx")).toEqual(INBOX);
    expect(filesOf("inbox/*")).toEqual(INBOX);
    expect(filesOf("inbox/birch*")).toEqual(INBOX.slice(1));
    expect(filesOf("inbox/birch ?.xlsx")).toEqual(INBOX.slice(1, 2));
    expect(filesOf("in*/*/alder.xlsx")).toEqual(["inbox/deeper/alder.xlsx"]);
    expect(run(["check", "inbox"], folder)).toMatchObject({ code: 0, err: "" });
    expect(run(["check", "inbox"], folder).out).toMatch(/^inbox\/alder\.xlsx\n/);
  });

  it("is told where it stands for nothing, and a name with such signs is the file of that name", () => {
    const ran = run(["score", "inbox/*.ods"], folder);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toBe("inbox/*.ods: no file fits this. Check the folder and the pattern.\n");
    mkdirSync(path("empty"));
    expect(run(["score", "empty"], folder).err).toBe(
      "empty is a folder. Name the workbook in it.\n",
    );
    copyFileSync(path(INBOX[0] ?? ""), path("odd [1].xlsx"));
    expect(filesOf("odd [1].xlsx")).toEqual(["odd [1].xlsx"]);
  });
});

describe("a lock file", () => {
  it("is no workbook and no fault among others, and its owner is named", () => {
    mkdirSync(path("open"));
    copyFileSync(path("inbox/alder.xlsx"), path("open/a.xlsx"));
    copyFileSync(path("inbox/alder.xlsx"), path("open/b.xlsx"));
    writeFileSync(path("open/~$a.xlsx"), excelLock("A. Nöther"));
    writeFileSync(path("open/.~lock.b.xlsx#"), ",bob,desk,09.03.2026 10:00,file:///x;");
    for (const command of ["score", "check"]) {
      const ran = run(
        [command, "open/a.xlsx", "open/b.xlsx", "open/~$a.xlsx", "open/.~lock.b.xlsx#"],
        folder,
      );
      expect(ran.code, command).toBe(0);
      expect(ran.err).toBe(
        "open/a.xlsx is open at A. Nöther: what was typed since it was last saved is not told here.\nopen/b.xlsx is open at bob: what was typed since it was last saved is not told here.\n",
      );
      expect(ran.out).not.toContain("~");
    }
    expect(filesOf("open")).toEqual(["open/a.xlsx", "open/b.xlsx"]);
    expect(run(["score", "open/~$a.xlsx"], folder)).toMatchObject({
      code: 1,
      err: "open/~$a.xlsx is no workbook. It says that open/a.xlsx is open at A. Nöther. Name the workbook itself.\n",
    });
  });

  it("beside a workbook warns before it is written", () => {
    for (const [args, who] of [
      [["set", "open/a.xlsx", "Owner[1.1]=Kim"], "A. Nöther"],
      [["phase", "open/b.xlsx", "Audit", "--reason", "By mail"], "bob"],
      [["summary", "open/b.xlsx"], "bob"],
    ] as const) {
      const ran = run(args, folder);
      expect(ran.code, ran.err).toBe(0);
      expect(ran.err.split("\n")[0]).toBe(
        `Warning: ${args[1]} seems to be open at ${who}. What is saved there later undoes this. Close it there first, or open it anew.`,
      );
    }
    expect(run(["set", "inbox/alder.xlsx", "Owner[1.1]=Kim"], folder).err).not.toContain("open at");
  });
});

describe("names and options", () => {
  it("a name that begins as options do is a file all the same", () => {
    copyFileSync(path("inbox/alder.xlsx"), path("-dash.xlsx"));
    expect(filesOf("-dash.xlsx", "inbox/alder.xlsx")).toEqual(["./-dash.xlsx", "inbox/alder.xlsx"]);
    expect(run(["set", "-dash.xlsx", "Owner[1.1]=Kim"], folder).code).toBe(0);
  });

  it.each([
    [["score", "--jsn", "x.xlsx"], "There is no option --jsn here. Did you mean --json?"],
    [["score", "-x", "x.xlsx"], "There is no option -x here."],
    [["score", "--json=yes", "x.xlsx"], "--json takes no value."],
    [["new", "--partner"], "--partner needs a value behind it."],
    [["new", "--partner", "--force"], "--partner needs a value behind it."],
    [["set", "x.xlsx", "A=1", "-o"], "-o needs a value behind it."],
    [["score", "x.xlsx", "--json", "--csv"], "Choose one of --json and --csv."],
  ])("%j is wrong usage, in words for people", (args, says) => {
    const ran = run(args, folder);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toBe(`${says}\n\`msp-checklist help ${args[0]}\` says how it is used.\n`);
  });

  it("values may begin with a dash, and may be tied to their option", () => {
    expect(run(["new", "p.xlsx", "--partner", "- Kestrel -"], folder).code).toBe(0);
    expect(run(["new", "q.xlsx", "--partner=--Kestrel"], folder).code).toBe(0);
    expect(JSON.parse(run(["score", "q.xlsx", "--json"], folder).out).partner).toBe("--Kestrel");
  });

  it("a command that is near is asked for, and the version is told", () => {
    expect(run(["scroe"], folder).err).toContain("Did you mean score?");
    expect(run(["frobnicate"], folder).err).not.toContain("Did you mean");
    for (const word of ["--version", "-V", "version"]) {
      expect(run([word], folder)).toMatchObject({ code: 0, err: "" });
      expect(run([word], folder).out).toMatch(
        /^msp-checklist \d+\.\d+\.\d+, checklist 3\.1, format \d+\n$/,
      );
    }
  });
});

describe("many workbooks", () => {
  it("have the reasons of those that failed where the table stands, and nothing elsewhere", () => {
    writeFileSync(path("bad.xlsx"), "hello");
    const ran = run(["score", "inbox/alder.xlsx", "bad.xlsx"], folder);
    expect(ran).toMatchObject({ code: 1, err: "" });
    expect(ran.out).toMatch(/\nbad\.xlsx .*Error\n\nbad\.xlsx: This is not an \.xlsx file/);
    const checked = run(["check", "inbox/alder.xlsx", "bad.xlsx"], folder);
    expect(checked).toMatchObject({ code: 1, err: "" });
    expect(checked.out).toMatch(/\nbad\.xlsx\nError: bad\.xlsx: This is not an \.xlsx file/);
  });

  it("of one partner are told", () => {
    const { out } = run(["score", "inbox"], folder);
    expect(out).toContain("Birch is in 2 files: inbox/birch 2.xlsx, inbox/birch 10.xlsx.\n");
    expect(out).not.toContain("Alder, Inc is in");
  });

  it("are a table for a spreadsheet", () => {
    run(["new", "formula.xlsx", "--partner", '=HYPERLINK("x")'], folder);
    const ran = run(["score", "inbox", "formula.xlsx", "bad.xlsx", "--csv"], folder);
    expect(ran.code).toBe(1);
    const rows = parseCsv(ran.out, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ File }) => File)).toEqual([...INBOX, "formula.xlsx", "bad.xlsx"]);
    expect(rows[0]).toMatchObject({
      Partner: "Alder, Inc",
      Phase: "Self-assessment",
      Audit: "Full audit",
      Self: "0",
      Verdict: "In progress",
      Errors: "0",
      "Could not be read": "",
    });
    expect(rows[3]?.Partner).toBe('\'=HYPERLINK("x")');
    expect(rows[4]).toMatchObject({
      Self: "",
      "Could not be read": expect.stringContaining("not an .xlsx"),
    });
  });
});
