/** `phase` where `submit` would refuse, and where nothing can be recorded: it moves, and says what is missing. */

import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path, score, typed } = auditFolder();

/** Takes defined names out of a workbook, as the cells do that are deleted with their sheet. */
function forget(file: string, names: string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path(file))));
  const before = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const after = before.replace(
    new RegExp(`<definedName name="(?:${names})"[^>]*>[^<]*</definedName>`, "g"),
    "",
  );
  expect(after).not.toBe(before);
  writeFileSync(path(file), zipSync({ ...parts, "xl/workbook.xml": strToU8(after) }));
  return file;
}

const RECORDS = "Phase_History|Seal_Record|Sealed_Values|Summary_Record|Audit_Records";
const ALL = `${RECORDS}|Format_Version|Checklist_Version|Checklist_Revision|Item_Hashes`;
const GONE = "could not be recorded. The hidden sheet Checklist data, or a name that leads to it,";

describe("a move that submit would refuse", () => {
  it("is made, names what blocks, and promises no mail", () => {
    done("new", "nameless.xlsx");
    const { err } = done("phase", "nameless.xlsx", "Submitted");
    expect(err.trim().split("\n")).toEqual([
      expect.stringContaining("the phase is now Submitted, and the partner's entries are sealed"),
      expect.stringMatching(/^ {2}Self-assessment sent \(Overview!L\d+\): blank becomes “/),
      "The phase was moved all the same, though this blocks a hand-over:",
      expect.stringMatching(/^ {2}Overview!L\d+: The partner has no name/),
      expect.stringMatching(/^ {2}Checklist!H\d+: No item has an answer/),
      "`msp-checklist submit` makes no mail so. To hand over, go back to Self-assessment with a reason, settle this, and run `msp-checklist submit nameless.xlsx`.",
    ]);
    // What it says is the way.
    expect(run(["submit", "nameless.xlsx"], folder).code).toBe(1);
    done("phase", "nameless.xlsx", "Self-assessment", "--reason", "No name");
    done("set", "nameless.xlsx", "Partner_Name=Kestrel", "Self_Answer[1.1]=Met");
    done("submit", "nameless.xlsx", "--yes");
  });

  it("is told by set too, for the entries that it writes, and for later phases", () => {
    done("new", "set.xlsx");
    const { err } = done(
      "set",
      "set.xlsx",
      "Partner_Name=Kestrel",
      "Self_Answer[1.1]=Met",
      "Phase=Submitted",
    );
    expect(err).not.toContain("blocks");
    expect(err).toContain("`msp-checklist submit set.xlsx` makes the mail.");
    done("new", "later.xlsx");
    const later = done("phase", "later.xlsx", "Audit", "--reason", "By mail").err;
    expect(later).toContain("The partner has no name");
    expect(later).toContain("makes no mail");
    expect(done("phase", "later.xlsx", "Action items").err).toMatch(
      /^later\.xlsx: the phase is now Action items\.\n.*left undone:\n {2}.*not validated yet.*\nNext: .*\n$/,
    );
  });
});

describe("a workbook without its hidden sheet", () => {
  it("is moved, and each move says what could not be recorded", () => {
    const file = forget(at("ready", "bare.xlsx"), ALL);
    const sealed = done("phase", file, "Submitted").err;
    expect(sealed).toContain(`bare.xlsx: the seal ${GONE}`);
    expect(sealed).toContain("or make a new workbook");
    expect(sealed).toContain("The names of the sheet Checklist data are gone");
    expect(sealed).not.toContain("makes the mail");
    const back = done("phase", file, "Self-assessment", "--reason", "Wrong folder").err;
    expect(back).toContain(`bare.xlsx: the reason ${GONE}`);
    expect(done("phase", file, "Audit", "--reason", "Again").err).toContain(
      `bare.xlsx: the seal and the reason ${GONE}`,
    );
    expect(done("set", file, "Phase=Action items").err).toContain(`bare.xlsx: the move ${GONE}`);
    expect(done("set", file, "Audit_On=2026-03-09").err).not.toContain(GONE);
    expect(score(file).phase).toBe("Action items");
  });

  it("or with a part of its records is handed over, and told so", () => {
    const file = forget(at("ready", "part.xlsx"), "Seal_Record");
    const { err } = done("submit", file, "--yes");
    expect(err).toContain(`part.xlsx: handed over. The phase is now Submitted. The seal ${GONE}`);
    const moved = done("phase", forget(at("ready", "moved.xlsx"), "Seal_Record"), "Submitted").err;
    expect(moved).toContain(`moved.xlsx: the seal ${GONE}`);
    // Of what was handed over nothing is left to compare with, so no mail is promised, and none is made.
    expect(moved).not.toContain("makes the mail");
    expect(run(["submit", "moved.xlsx"], folder)).toMatchObject({ code: 1 });
  });

  it("whose summary cannot be kept says so", () => {
    const file = forget(at("audit", "told.xlsx"), RECORDS);
    expect(run(["summary", file], folder).err).toContain(
      "told.xlsx: the score could not be recorded",
    );
  });
});

describe("a phase moved by hand in a spreadsheet", () => {
  it("is told until the workbook is sealed as it is, and from then on changes are seen", () => {
    const file = typed(at("ready", "moved-by-hand.xlsx"), [{ name: "Phase", value: "Submitted" }]);
    expect(run(["check", file], folder).out).toContain("nothing was sealed");
    expect(done("seal", file).err).toMatch(
      /sealed as it is \([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}\)/,
    );
    const checked = run(["check", file], folder);
    expect(checked.out).not.toContain("nothing was sealed");
    expect(checked.out).toContain("unchanged since handed over");
    expect(done("seal", file).err).toContain("sealed already");
    typed(file, [{ name: "Self_Answer", item: "1.4" as ItemId, value: "Not met" }]);
    expect(run(["check", file], folder).out).toMatch(/1 entry changed since handed over/);
  });

  it("seals nothing before the hand-over", () => {
    expect(run(["seal", at("ready", "unsealed.xlsx")], folder).code).toBe(1);
  });
});
