/** `import` and `export` as people use them: all or nothing, each line told, and what was written out changes nothing. */

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { auditFolder } from "./audit.ts";
import { run, TRACE } from "./run.ts";

const { folder, path, done, at, typed } = auditFolder();
const list = (name: string, text: string): string => {
  writeFileSync(path(name), text);
  return name;
};
const refused = (...args: string[]): string => {
  const { code, err } = run(args, folder);
  expect(code, err).toBe(1);
  expect(err).not.toMatch(TRACE);
  return err;
};
const bytes = (name: string): string => readFileSync(path(name), "base64");
const cell = (file: string, name: string, item: string): unknown => {
  const snapshot = openXlsx(EDITIONS, new Uint8Array(readFileSync(path(file)))).snapshot();
  const ids = snapshot?.names.Item_Id?.values ?? [];
  return snapshot?.names[name]?.values[ids.findIndex(([id]) => id === item)]?.[0];
};

const FILE = "k.xlsx";
beforeAll(() => {
  done("new", "new.xlsx", "--partner", "Kestrel");
});
beforeEach(() => {
  copyFileSync(path("new.xlsx"), path(FILE));
});

describe("import", () => {
  it("brings in answers, evidence and owners at once, and says what became of each", () => {
    list(
      "a.csv",
      "Id;Partner Self-Assessment;Owner;Evidence;Risk\n1.1;met;Kim;=1+1;high\n1.2;Not met;;;\n",
    );
    const { err } = done("import", FILE, "a.csv");
    expect(err).toMatch(/^k\.xlsx: 4 entries written: 4 new\.\n/);
    expect(err).toContain("\na.csv: not read: Risk.\n");
    expect(err).toContain("\nNext: 95 items are not answered.");
    expect(cell(FILE, "Self_Answer", "1.1")).toBe("Met");
    expect(cell(FILE, "Evidence", "1.1")).toBe("=1+1");
    expect(done("import", FILE, "a.csv").err).toMatch(
      /^k\.xlsx: nothing to write; 4 stand here already\.\n/,
    );
  });

  it("writes nothing where something else stands here, until it is said which counts", () => {
    done("set", FILE, "Owner[1.1]=Kim", "Self_Answer[1.2]=Met");
    list("a.csv", "id,owner,answer\n1.1,Lee,Met\n1.2,Lee,Not met\n");
    const before = bytes(FILE);
    expect(refused("import", FILE, "a.csv")).toBe(
      "a.csv: answers were read as “Partner Self-Assessment”. --as self or --as auditor says whose they are.\n" +
        "a.csv, line 2: 1.1 Owner is “Kim” here (Checklist!K5), and “Lee” there.\n" +
        "a.csv, line 3: 1.2 Partner Self-Assessment is “Met” here (Checklist!H6), and “Not met” there.\n" +
        "Nothing was written: 2 entries stand here otherwise: --overwrite takes the new, --keep keeps the old.\n",
    );
    expect(bytes(FILE)).toBe(before);
    const kept = done("import", FILE, "a.csv", "--keep", "-o", "kept.xlsx").err;
    expect(kept).toMatch(/^kept\.xlsx: 2 entries written: 2 new\.\n/);
    expect(kept).toContain("Kept as they are here:\n  a.csv, line 2: 1.1 Owner is “Kim” here");
    expect([cell("kept.xlsx", "Owner", "1.1"), cell("kept.xlsx", "Owner", "1.2")]).toEqual([
      "Kim",
      "Lee",
    ]);
    const taken = done("import", FILE, "a.csv", "--overwrite").err;
    expect(taken).toMatch(/^k\.xlsx: 4 entries written: 2 new, 2 changed\.\n/);
    expect(taken).toContain("  1.1 Owner (Checklist!K5): “Kim” becomes “Lee”\n");
    expect(cell(FILE, "Self_Answer", "1.2")).toBe("Not met");
  });

  it("names every line that is not understood, and leaves them out when told to", () => {
    list("a.csv", "id,answer\n1.1,done\n9.16,Met\n1.2,Met\n1.2,Not met\n1.3,Met\n");
    const said = refused("import", FILE, "a.csv", "--as", "self");
    expect(said).toContain("a.csv, line 2: “done” is no answer for item 1.1.");
    expect(said).toContain(
      "a.csv, line 3: the checklist has no item “9.16”. Ids look like 1.1 or 11.2.2.\n",
    );
    expect(said).toContain(
      "a.csv, line 4: 1.2 Partner Self-Assessment is “Met” here, and “Not met” in a.csv, line 5. Keep one of them.\n",
    );
    expect(said).toMatch(
      /Nothing was written: 3 are not understood: mend them, or leave them out with --skip-unknown\.\n$/,
    );
    const skipped = done("import", FILE, "a.csv", "--skip-unknown", "-o", "skipped.xlsx").err;
    expect(skipped).toMatch(
      /^skipped\.xlsx: 1 entry written: 1 new\.\nLeft out, since they are not understood:\n {2}a\.csv, line 2/,
    );
    const meant = run(["import", FILE, "a.csv", "--skip-unknown", "--means", "done=met"], folder);
    expect(meant.err).toMatch(/^k\.xlsx: 2 entries written/);
    expect(cell(FILE, "Self_Answer", "1.1")).toBe("Met");
  });

  it("tells ids that were guessed, and keeps what a blank stands for unless told to clear", () => {
    done("set", FILE, "Owner[8.1.9]=Kim");
    list("a.csv", "id;answer;owner\n08.01.2009;Met;\n");
    const { err } = done("import", FILE, "a.csv");
    expect(err).toContain("Look at them:\n  a.csv, line 2: “08.01.2009” is read as item 8.1.9.\n");
    expect(cell(FILE, "Owner", "8.1.9")).toBe("Kim");
    expect(done("import", FILE, "a.csv", "--clear").err).toContain(
      "8.1.9 Owner (Checklist!K57): “Kim” becomes blank\n",
    );
    expect(cell(FILE, "Owner", "8.1.9") ?? null).toBe(null);
  });

  it("takes a column of answers by its order", () => {
    list("all.txt", checklist31.items.map(() => "Met").join("\n"));
    expect(done("import", FILE, "all.txt").err).toMatch(/^k\.xlsx: 97 entries written: 97 new\.\n/);
    list("two.txt", "Not met\nMet\n");
    expect(refused("import", FILE, "two.txt")).toMatch(
      /^two\.txt: it has 2 values without ids, and the checklist has 97 items\./,
    );
    expect(done("import", FILE, "two.txt", "--from", "13.1", "--overwrite").err).toContain(
      "1 changed; 1 stands here already.",
    );
  });

  it("says what it would do, and writes nothing", () => {
    const before = bytes(FILE);
    list("a.csv", "id,answer\n1.1,Met\n");
    const { err, out } = done("import", FILE, "a.csv", "--dry-run", "--json");
    expect(err).toMatch(
      /^Dry run: nothing is written\..*\nk\.xlsx: 1 entry written: 1 new\.\n {2}1\.1 Partner/,
    );
    expect(JSON.parse(out)).toMatchObject({
      file: FILE,
      written: false,
      counts: { conflict: 0, notUnderstood: 0, change: 1, same: 0 },
      score: { before: { self: 0 }, after: { self: 0 } },
      entries: [
        { group: "change", name: "Self_Answer", of: "1.1", before: "", after: "Met", taken: true },
      ],
    });
    expect(bytes(FILE)).toBe(before);
  });

  it("gives its plan to programs also where it writes nothing", () => {
    list("a.csv", "id,answer\n1.1,Met\n9.16,Met\n");
    const ran = run(["import", FILE, "a.csv", "--json"], folder);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({
      written: false,
      entries: [{ code: "unknownItem", from: "a.csv, line 3", taken: false }, { of: "1.1" }],
    });
  });

  it("puts the work of several colleagues together, workbooks and lists", () => {
    copyFileSync(path(FILE), path("lee.xlsx"));
    done(
      "set",
      "lee.xlsx",
      "Self_Answer[1.1]=Met",
      "Owner[1.1]=Lee",
      "Service_Compliant[AWS Lambda]=Yes",
    );
    list("kim.csv", "id,answer\n1.2,Met\n1.1,Met\n");
    const { err } = done("import", FILE, "lee.xlsx", "kim.csv");
    expect(err).toMatch(/^k\.xlsx: 4 entries written: 4 new; 7 stand here already\.\n/);
    expect(cell(FILE, "Owner", "1.1")).toBe("Lee");
  });

  it("warns of what the phase has closed, and reads answers as the auditor's in an audit", () => {
    const audit = at("audit", "audit.xlsx");
    typed(audit, [{ name: "Owner", item: checklist31.items[0]?.id ?? ("" as never), value: null }]);
    list("a.csv", "id,evidence,owner\n1.1,new evidence,Kim\n");
    const { err } = done("import", audit, "a.csv", "--overwrite");
    expect(err).toContain(
      "Warning: “Evidence link or note” is closed in the phase Audit. Written all the same.\n",
    );
    list("b.csv", "id,answer\n1.1,Met\n");
    expect(refused("import", audit, "b.csv")).toContain("1.1 Auditor Validation is “Not met” here");
  });

  it.each([
    [["k.xlsx"], "Name what is to be brought in"],
    [["k.xlsx", "a.csv", "--keep", "--overwrite"], "Choose one of --overwrite and --keep."],
    [["k.xlsx", "a.csv", "--as", "both"], "--as self or --as auditor"],
    [["k.xlsx", "a.csv", "--means", "done"], "does not say what a word means"],
    [["k.xlsx", "a.csv", "--means", "done=perhaps"], "does not say what a word means"],
    [["k.xlsx", "a.csv", "--from", "9.16"], "no such item"],
  ])("is used wrongly: %j", (args, sentence) => {
    list("a.csv", "id,answer\n1.1,Met\n");
    const ran = run(["import", ...args], folder);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(sentence);
  });

  it.each([
    ["absent.csv", null, "absent.csv: there is no such file."],
    ["empty.csv", "", "empty.csv: nothing stands there."],
    ["plain.csv", "a,b\n1,2\n", "no row names columns that are known (found: a, b)"],
    ["quotes.csv", 'id,answer\n1.1,"Met\n', "the quotation marks of line 2 do not match"],
    ["broken.json", '{"items":', "it begins as JSON and is none"],
    ["fake.xlsx", "PK\u0003\u0004 but no more", "fake.xlsx: The file is damaged"],
    ["page.csv", "<!DOCTYPE html><p>Log in", "page.csv: This is not an .xlsx file but a web page"],
    ["mail.eml", "From: a\n\nid,answer", "mail.eml is a mail."],
  ])("is refused for %s, and writes nothing", (name, text, sentence) => {
    if (text !== null) list(name, text);
    const before = bytes(FILE);
    expect(refused("import", FILE, name)).toContain(sentence);
    expect(bytes(FILE)).toBe(before);
  });

  it("lets nothing that was brought steer the terminal", () => {
    list(
      "a.csv",
      "id,answer,ri\u001b]0;owned\u0007sk\n\u001b[31m9.16\u202e,Met,x\n1.1,do\u009bne,y\n",
    );
    const ran = run(["import", FILE, "a.csv", "--json"], folder);
    expect(ran.out + ran.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe("export", () => {
  it.each([
    ["--csv", "e.csv"],
    ["--json", "e.json"],
    ["--xlsx", "e.xlsx"],
  ])("%s is read back, and changes nothing", (form, name) => {
    const ready = at("ready", "ready.xlsx");
    done("export", ready, form, "-o", name, "--force");
    const before = bytes(ready);
    expect(done("import", ready, name).err).toMatch(
      /^ready\.xlsx: nothing to write; \d+ stand here already\.\n/,
    );
    expect(bytes(ready)).toBe(before);
    expect(done("export", ready, form, "-o", name).err).toMatch(/the same to the byte/);
  });

  it("goes to standard output, to the letter but for what steers a terminal", () => {
    done("set", FILE, "Evidence[1.1]==1+1\tand\nmore \u009b31m", "Owner[1.1]=Kim, Lee");
    const { out, err } = done("export", FILE, "--csv", "-o", "-");
    expect(out).toMatch(/^\ufeffId,Section,Item,Scope,/);
    expect(out).toContain(`,"'=1+1\tand\nmore  31m","Kim, Lee",`);
    expect(out.match(/\r\n/g)).toHaveLength(98);
    expect(err).toMatch(/^Letters that would steer a terminal/);
    const json = JSON.parse(done("export", FILE, "--json").out);
    expect(json).toMatchObject({
      export: 1,
      checklist: "3.1",
      inputs: { Partner_Name: "Kestrel" },
    });
    expect(json.items[0]).toMatchObject({ id: "1.1", Evidence: "=1+1\tand\nmore \u009b31m" });
    expect([json.items.length, json.services.length]).toEqual([97, 23]);
  });

  it("replaces no workbook, no other file unasked, and is told its form", () => {
    expect(refused("export", FILE, "--xlsx", "-o", FILE)).toContain("is the workbook itself");
    copyFileSync(path(FILE), path("other.xlsx"));
    expect(refused("export", FILE, "--xlsx", "-o", "other.xlsx", "--force")).toContain(
      "holds a checklist",
    );
    list("mine.csv", "mine");
    expect(refused("export", FILE, "--csv", "-o", "mine.csv")).toContain("exists already");
    expect(refused("export", FILE, "--xlsx", "-o", "lists.csv")).toContain("ends in .xlsx");
    for (const args of [[], ["--csv", "--json"], ["--xlsx"], ["--xlsx", "-o", "-"]])
      expect(run(["export", FILE, ...args], folder).code, args.join(" ")).toBe(2);
  });
});
