/** `diff`: two workbooks beside each other, and one against what was sealed of it. */

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path, typed } = auditFolder();
const diff = (...args: string[]) => run(["diff", ...args], folder);
const fixture = (format: number, name: string): string =>
  new URL(`../fixtures/formats/${format}/${name}.xlsx`, import.meta.url).pathname;

describe("two workbooks", () => {
  it("are compared in the words and the order of the checklist, the exit code telling only of faults", () => {
    at("ready", "mine.xlsx");
    at("ready", "theirs.xlsx");
    expect(diff("mine.xlsx", "theirs.xlsx")).toEqual({
      code: 0,
      out: "mine.xlsx and theirs.xlsx say the same.\n",
      err: "",
    });
    done("set", "theirs.xlsx", "Owner[1.1]=T. Weiss", "Evidence[13.1]=", "Holidays=2026-12-25");
    done("set", "theirs.xlsx", "Self_Answer[13.1]=Met", "Prerequisite_Reference[2]=Elm");
    const { code, out, err } = diff("mine.xlsx", "theirs.xlsx");
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "mine.xlsx and theirs.xlsx: 5 fields differ.",
      "  Holidays 2026-12-25 (process): blank became “2026-12-25”",
      "  1.1 Owner (partner): blank became “T. Weiss”",
      "  13.1 Partner Self-Assessment (partner): “Not met” became “Met”",
      "  13.1 Evidence link or note (partner): “Folder 13.1” became blank",
      "  Reference 2, Customer (partner): “Birch” became “Elm”",
      "",
    ]);
  });

  it("are compared for programs and as a page, whole", () => {
    at("ready", "a.xlsx");
    at("ready", "b.xlsx");
    const long = `<b>${"x".repeat(400)}</b>`;
    done("set", "b.xlsx", `Evidence[1.1]=${long}`, "Service_Compliant[Lambda]=No");
    expect(JSON.parse(diff("a.xlsx", "b.xlsx", "--json").out)).toEqual({
      files: ["a.xlsx", "b.xlsx"],
      differences: [
        {
          field: "Evidence[1.1]",
          label: "1.1 Evidence link or note",
          whose: "partner",
          before: "Folder 1.1",
          after: long,
        },
        {
          field: "Service_Compliant[AWS Lambda]",
          label: "AWS Lambda Compliant",
          whose: "partner",
          before: "Yes",
          after: "No",
        },
      ],
    });
    const page = diff("a.xlsx", "b.xlsx", "--html").out;
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("&lt;b&gt;xxx");
    for (const text of ["1 Business Health", "AWS Services", "a.xlsx", "Käse &amp; Söhne GmbH"])
      expect(page).toContain(text);
    expect(diff("a.xlsx", "b.xlsx", "--html", "--json").code).toBe(2);
    for (const args of [["a.xlsx"], ["a.xlsx", "b.xlsx", "--sealed"], ["a", "b", "c"]])
      expect(diff(...args).code, args.join(" ")).toBe(2);
  });

  it("of two formats are compared, and of a mail as it came", () => {
    const { code, out } = diff(fixture(1, "audited"), fixture(1, "audited"));
    expect([code, out]).toEqual([0, expect.stringContaining("say the same")]);
    const file = at("ready", "sent.xlsx");
    done("submit", file, "--yes");
    expect(diff("sent.xlsx", "sent.eml").out).toBe("sent.xlsx and sent.eml say the same.\n");
    expect(diff(fixture(1, "audited"), file).out).toMatch(/: \d+ fields differ\.\n {2}Phase/);
  });

  it("that are damaged are compared as far as they go, and that is told", () => {
    at("ready", "sound.xlsx");
    typed(at("ready", "odd.xlsx"), [
      { name: "Self_Answer", item: "1.1" as ItemId, value: "perhaps" },
      { name: "Item_Id", index: 4, value: "gone" },
    ]);
    const { code, out, err } = diff("sound.xlsx", "odd.xlsx");
    expect(code).toBe(1);
    expect(err).toMatch(/^Warning: odd\.xlsx has \d+ errors, so entries may be missing/);
    expect(out).toContain("1.1 Partner Self-Assessment (partner): “Met” became “perhaps”");
    expect(out).toMatch(/\(partner\): “Met” became no cell for it\n/);
    writeFileSync(path("broken.xlsx"), readFileSync(path("sound.xlsx")).subarray(0, 900));
    expect(diff("sound.xlsx", "broken.xlsx")).toMatchObject({ code: 1, out: "" });
    expect(diff("sound.xlsx", "absent.xlsx").err).toMatch(/^absent\.xlsx: there is no such file/);
  });
});

describe("what was sealed", () => {
  it("is compared without a second file", () => {
    const file = at("submitted", "handed.xlsx");
    expect(diff(file, "--sealed").out).toMatch(
      /^handed\.xlsx: nothing differs from what was sealed on /,
    );
    done("set", file, "Evidence[1.1]=Another folder", "Owner[1.1]=Kim", "Audit_On=2027-03-08");
    const { code, out } = diff(file, "--sealed");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^handed\.xlsx: 1 field differs from what was sealed on .*\.\n {2}1\.1 Evidence link or note \(partner\): “Folder 1\.1” became “Another folder”\n$/,
    );
    const { differences, sealedOn } = JSON.parse(diff(file, "--sealed", "--json").out);
    expect(differences).toHaveLength(1);
    expect(sealedOn).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  });

  it("has the auditor's answers as well once the audit is over", () => {
    const file = at("actions", "audited.xlsx");
    done("set", file, "Auditor_Answer[9.8.1]=Not met");
    expect(diff(file, "--sealed").out).toMatch(
      /: 1 field differs from .*\n {2}9\.8\.1 Auditor Validation \(auditor\): “Met” became “Not met”\n$/,
    );
  });

  it("is refused where there is nothing, or where it was altered", () => {
    expect(diff(at("ready", "open.xlsx"), "--sealed")).toMatchObject({
      code: 1,
      err: expect.stringContaining("open.xlsx holds no seal"),
    });
    const file = at("submitted", "forged.xlsx");
    typed(file, [{ name: "Seal_Record", index: 0, value: "0".repeat(64) }]);
    expect(diff(file, "--sealed")).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("was altered"),
    });
  });
});
