/** `merge` and `share`: copies that come together, and the auditor's that goes out and comes back. */

import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Parts } from "../../xlsx/parts.ts";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path, score } = auditFolder();
const merge = (...args: string[]) => run(["merge", ...args], folder);
const diff = (...args: string[]): string => done("diff", ...args).out;
const copy = (from: string, to: string): string => {
  copyFileSync(path(from), path(to));
  return to;
};

describe("copies of one workbook", () => {
  it("come together in a copy of mine, which keeps whatever else it holds", () => {
    at("ready", "base.xlsx");
    const parts = unzipSync(new Uint8Array(readFileSync(path("base.xlsx"))));
    const own = { ...parts, "xl/media/own.png": strToU8("a picture") };
    writeFileSync(path("mine.xlsx"), zipSync(own));
    done("set", "mine.xlsx", "Owner[2.1]=Kim");
    done("set", copy("base.xlsx", "anna.xlsx"), "Self_Answer[13.1]=Met", "Evidence[13.1]=");
    done("set", copy("base.xlsx", "lee.xlsx"), "Holidays=2026-12-25", "Self_Answer[13.1]=Met");
    const { code, out, err } = merge(
      ..."base.xlsx mine.xlsx anna.xlsx lee.xlsx -o all.xlsx".split(" "),
    );
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(/^all\.xlsx: 3 fields taken from anna\.xlsx and lee\.xlsx\.\n/);
    expect(err).toMatch(
      /\n {2}13\.1 Partner Self-Assessment \(Checklist!H\d+\): “Not met” becomes “Met”\n/,
    );
    expect(diff("mine.xlsx", "all.xlsx").split("\n").slice(1, -1)).toEqual([
      "  Holidays 2026-12-25 (process): blank became “2026-12-25”",
      "  13.1 Partner Self-Assessment (partner): “Not met” became “Met”",
      "  13.1 Evidence link or note (partner): “Folder 13.1” became blank",
    ]);
    const kept = unzipSync(new Uint8Array(readFileSync(path("all.xlsx"))));
    expect(kept["xl/media/own.png"]).toEqual(strToU8("a picture"));
    expect(score("all.xlsx")).toMatchObject({ self: { total: 1000 }, errors: 0 });
    const again = merge("base.xlsx", "all.xlsx", "anna.xlsx", "lee.xlsx", "-o", "all.xlsx");
    expect(again).toMatchObject({ code: 0, out: "" });
    expect(again.err).toContain("all.xlsx: nothing in anna.xlsx or lee.xlsx that it does not say");
  });

  it("are not written while somebody has to choose, and then as they chose", () => {
    at("ready", "base.xlsx");
    done("set", copy("base.xlsx", "one.xlsx"), "Evidence[1.1]=One", "Owner[1.1]=Kim");
    done("set", copy("base.xlsx", "two.xlsx"), "Evidence[1.1]=Two", "Owner[1.1]=Lee");
    done("set", copy("base.xlsx", "three.xlsx"), "Evidence[1.1]=Three", "Owner[2.1]=Lee");
    const all = ["base.xlsx", "one.xlsx", "two.xlsx", "three.xlsx"];
    const asked = merge(...all, "-o", "out.xlsx");
    expect(asked.code).toBe(1);
    expect(asked.out).toBe(
      [
        "A choice is needed in 2 fields:",
        "  1.1 Evidence link or note: “One” in one.xlsx, “Two” in two.xlsx, “Three” in three.xlsx; before it was “Folder 1.1”",
        "  1.1 Owner: “Kim” in one.xlsx, “Lee” in two.xlsx; before it was blank",
        "",
      ].join("\n"),
    );
    expect(asked.err).toMatch(/^Nothing was written\. --take mine or --take theirs chooses/);
    expect(merge(...all, "-o", "out.xlsx", "--take", "theirs")).toMatchObject({
      code: 1,
      err: expect.stringContaining("The other copies differ among themselves here"),
    });
    expect(existsSync(path("out.xlsx"))).toBe(false);

    done(...["merge", ...all, "-o", "kept.xlsx", "--take", "mine"]);
    expect(diff("one.xlsx", "kept.xlsx")).toMatch(/: 1 field differs\.\n {2}2\.1 Owner/);

    const listed = merge(...all, "--list", "choices.csv");
    expect([listed.code, listed.out]).toEqual([1, asked.out]);
    const list = readFileSync(path("choices.csv"), "utf8");
    expect(list).toBe(
      "\ufefffield,label,before,one.xlsx,two.xlsx,three.xlsx,take\r\nEvidence[1.1],1.1 Evidence link or note,Folder 1.1,One,Two,Three,\r\nOwner[1.1],1.1 Owner,,Kim,Lee,,\r\n",
    );
    const filled = list.replace("Three,\r", "Three,both\r").replace("Lee,,\r", "Lee,,two.xlsx\r");
    writeFileSync(path("choices.csv"), filled);
    done(...["merge", ...all, "-o", "chosen.xlsx", "--answers", "choices.csv"]);
    expect(diff("base.xlsx", "chosen.xlsx").split("\n").slice(1, -1)).toEqual([
      "  1.1 Evidence link or note (partner): “Folder 1.1” became “One ⏎ Two ⏎ Three”",
      "  1.1 Owner (partner): blank became “Lee”",
      "  2.1 Owner (partner): blank became “Lee”",
    ]);
    writeFileSync(path("some.json"), JSON.stringify({ "Evidence[1.1]": "three.xlsx" }));
    done(...["merge", ...all, "-o", "json.xlsx", "--answers", "some.json", "--take", "theirs"]);
    expect(diff("chosen.xlsx", "json.xlsx")).toMatch(/: 1 field differs\.\n.* became “Three”\n$/);
  });

  it("have choices that were not offered, or cannot be read, named line by line", () => {
    at("ready", "base.xlsx");
    done("set", copy("base.xlsx", "one.xlsx"), "Self_Answer[1.1]=Not met", "Owner[1.1]=Kim");
    done("set", copy("base.xlsx", "two.xlsx"), "Self_Answer[1.1]=", "Owner[1.1]=Lee");
    const all = ["base.xlsx", "one.xlsx", "two.xlsx", "-o", "no.xlsx", "--answers", "odd.csv"];
    writeFileSync(
      path("odd.csv"),
      "field;take\nSelf_Answer[1.1];both\nOwner[1.1];hers\nOwner[9.9];x\n",
    );
    expect(merge(...all)).toEqual({
      code: 1,
      out: "",
      err: [
        "odd.csv, line 2: “1.1 Partner Self-Assessment” cannot hold both. Write mine or theirs.",
        "odd.csv, line 3: “hers” is no choice. Write mine, theirs or both.",
        "Nothing was written: 2 lines are wrong.",
        "",
      ].join("\n"),
    });
    for (const [text, said] of [
      ["id,answer\n1.1,Met\n", "the first line must name the columns field and take"],
      ["{", "cannot be read as JSON"],
    ] as const) {
      writeFileSync(path("odd.csv"), text);
      expect(merge(...all), text).toMatchObject({ code: 1, err: expect.stringContaining(said) });
    }
    expect(existsSync(path("no.xlsx"))).toBe(false);
  });

  it("need to be named, and an output with them", () => {
    at("ready", "base.xlsx");
    for (const args of [
      [],
      ["base.xlsx"],
      ["base.xlsx", "base.xlsx", "-o", "x.xlsx"],
      ["--no-base", "base.xlsx", "-o", "x.xlsx"],
      ["base.xlsx", "base.xlsx", "base.xlsx"],
      ["base.xlsx", "base.xlsx", "base.xlsx", "-o", "x.xlsx", "--take", "hers"],
    ])
      expect(merge(...args).code, args.join(" ")).toBe(2);
    copy("base.xlsx", "taken.xlsx");
    expect(merge("base.xlsx", "base.xlsx", "base.xlsx", "-o", "taken.xlsx").err).toMatch(
      /^taken\.xlsx exists already\./,
    );
    expect(merge("--no-base", "base.xlsx", "absent.xlsx", "-o", "x.xlsx").err).toMatch(
      /^absent\.xlsx: there is no such file/,
    );
  });

  it("of two partners, and damaged ones, are merged with a warning", () => {
    at("ready", "base.xlsx");
    done("new", "other.xlsx", "--partner", "Heron");
    const { code, err } = merge(
      "base.xlsx",
      "base.xlsx",
      "other.xlsx",
      "-o",
      "x.xlsx",
      "--dry-run",
    );
    expect(code).toBe(0);
    expect(err).toContain(
      "Warning: other.xlsx names the partner “Heron”, and base.xlsx “Käse & Söhne GmbH”.",
    );
  });

  it("of an earlier format, and from a mail, come together as well", () => {
    const fixture = new URL("../fixtures/formats/1/new.xlsx", import.meta.url).pathname;
    const file = at("ready", "sent.xlsx");
    done("submit", file, "--yes");
    const { err } = done(
      "merge",
      "--no-base",
      fixture,
      "sent.eml",
      "-o",
      "lifted.xlsx",
      "--take",
      "theirs",
    );
    expect(err).toMatch(/^lifted\.xlsx: \d+ fields taken from sent\.eml\./);
    expect(score("lifted.xlsx")).toMatchObject({
      phase: "Submitted",
      self: { total: 980 },
      errors: 0,
      seal: { state: "unchanged" },
    });
  });
});

describe("the auditor's copy", () => {
  it("goes out without owners, and brings back what the auditor found and nothing else", () => {
    const file = at("submitted", "partner.xlsx");
    done("set", file, "Owner[1.1]=Kim", "Owner[2.1]=Lee");
    const shared = done("share", file, "--for", "auditor");
    expect(shared.err).toMatch(
      /^partner for the auditor\.xlsx made: 2 owners left out; sealed [0-9a-f-]{14}\.\nComments,/,
    );
    expect(shared.err).toContain(
      'merge --no-base partner.xlsx "partner for the auditor.xlsx" -o partner.xlsx',
    );
    const sent = "partner for the auditor.xlsx";
    const texts = (name: string) =>
      new Parts(readFileSync(path(name))).text("xl/sharedStrings.xml");
    // Nor are they to be read in the file.
    expect(texts(file)).toContain(">Kim<");
    expect(texts(sent)).not.toMatch(/>(?:Kim|Lee)</);
    expect(diff(sent, "--sealed")).toContain("nothing differs from what was sealed");
    expect(diff(file, sent)).toMatch(/1\.1 Owner \(partner\): “Kim” became blank\n/);
    expect(run(["share", file, "--for", "auditor"], folder).err).toMatch(/exists already/);

    done("phase", sent, "audit");
    done("set", sent, "Auditor_Answer[1.1]=Not met", "Audit_On=2027-03-08", "Evidence[1.1]=Mine");
    const { err } = done("merge", "--no-base", file, sent, "-o", file);
    expect(err).toMatch(
      /^partner for the auditor\.xlsx is the auditor's copy, so this field of the partner's stays as it is:\n {2}1\.1 Evidence link or note: “Mine” there, “Folder 1\.1” here\n/,
    );
    expect(err).toContain("partner.xlsx: 3 fields taken from partner for the auditor.xlsx.");
    const back = score(file);
    expect(back).toMatchObject({ phase: "Audit", seal: { state: "unchanged" }, errors: 0 });
    expect(back.preliminary).toMatchObject({ answered: 1 });
    expect(diff(file, sent)).not.toMatch(/Auditor Validation|Phase \(/);
    expect(diff(file, sent)).toMatch(/1\.1 Owner \(partner\): “Kim” became blank\n/);
  });

  it("is made only of a workbook that was handed over, and never in its place", () => {
    const file = at("ready", "open.xlsx");
    const share = (...args: string[]) => run(["share", file, ...args], folder);
    expect(share("--for", "auditor")).toMatchObject({
      code: 1,
      err: expect.stringContaining("has not been handed over yet"),
    });
    expect(existsSync(path("open for the auditor.xlsx"))).toBe(false);
    expect(share("--for", "auditor", "-o", "open.xlsx", "--force").err).toMatch(
      /is the workbook itself/,
    );
    for (const args of [[], ["--for", "partner"]]) expect(share(...args).code).toBe(2);
  });
});
