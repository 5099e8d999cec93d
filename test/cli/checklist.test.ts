/** Versions of the checklist as files: exported, checked, made workbooks of, and read back by every command. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fileText } from "../../core/checklist/file/write.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { draftBlueprint } from "../../core/draft/draw.ts";
import { entriesOf } from "../../core/draft/entries.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { Parts } from "../../xlsx/parts.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { newFolder, run } from "./run.ts";

const folder = newFolder();
const path = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(path(name), "utf8");
const write = (name: string, content: string) => writeFileSync(path(name), content);
const done = (...args: string[]) => {
  const ran = run(args, folder);
  expect(ran.code, ran.err).toBe(0);
  return ran;
};

beforeAll(() => {
  write("next.json", fileText(nextChecklist));
  write("plain.json", fileText(plainChecklist));
});

describe("a checklist that is exported", () => {
  it("goes to standard output or into a file, and never over another without being told to", () => {
    expect(done("checklist", "export", "3.1").out).toBe(fileText(checklist31));
    done("checklist", "export", "3.1", "-o", "ours.json");
    expect(text("ours.json")).toBe(fileText(checklist31));
    write("theirs.json", "theirs");
    expect(run(["checklist", "export", "3.1", "-o", "theirs.json"], folder)).toMatchObject({
      code: 1,
      err: "theirs.json exists already. Name another file with -o, or add --force to replace it.\n",
    });
    expect(text("theirs.json")).toBe("theirs");
    done("checklist", "export", "3.1", "-o", "theirs.json", "--force");
    expect(text("theirs.json")).toBe(fileText(checklist31));
  });

  it("is that of a workbook, too", () => {
    done("new", "carrying.xlsx", "--checklist", "next.json");
    expect(done("checklist", "export", "carrying.xlsx").out).toBe(fileText(nextChecklist));
  });
});

describe("a file that is checked", () => {
  it("is told to be right, with what it holds", () => {
    const { out } = done("checklist", "check", "next.json", "plain.json");
    expect(out.split("\n")).toEqual([
      `next.json: nothing is wrong. ${checklist31.title} v3.2: 98 items in 14 sections, 850 of 1100 points to pass.`,
      "plain.json: nothing is wrong. Gardeners Validation Checklist v2030-A: 25 items in 3 sections, 25 of 25 points to pass.",
      "",
    ]);
  });

  it("has its faults told, each on a line with its place, and the others are looked at all the same", () => {
    const bad = JSON.parse(fileText(plainChecklist));
    bad.sections[0].items[1].ifMet = 1.5;
    bad.paas = 3;
    write("bad.json", JSON.stringify(bad));
    write("taken.json", fileText({ ...checklist31, pass: nextChecklist.pass }));
    const ran = run(
      ["checklist", "check", "bad.json", "absent.json", "taken.json", "plain.json"],
      folder,
    );
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^plain\.json: nothing is wrong\..*\n$/);
    expect(ran.err.trim().split("\n")).toEqual([
      "bad.json: the file has an unknown key “paas”; did you mean pass?",
      "bad.json: item BUS-002: ifMet is 1.5; points are whole numbers, 0 or more.",
      "absent.json: there is no such file. Check the name and the folder.",
      "taken.json: version is 3.1, revision 1, which this program brings along with other rules; give the file another version or a higher revision.",
    ]);
    const lines = run(["checklist", "check", "bad.json", "plain.json", "--json"], folder).out;
    expect(
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        file: "bad.json",
        faults: [expect.stringContaining("paas"), expect.stringContaining("1.5")],
      },
      { file: "plain.json", version: "2030-A", items: 25, faults: [] },
    ]);
  });

  it("cannot steer a terminal", () => {
    write("odd.json", '{"schema": 1, "\\u001b[2J": 1}');
    expect(run(["checklist", "check", "odd.json"], folder).err).not.toContain("\u001b");
  });

  it.each([
    [[], "Say what to do"],
    [["chekc", "a.json"], "Did you mean check?"],
    [["check"], "Name a checklist's file"],
    [["export"], "Name a version (3.1), or a workbook."],
    [["export", "3.1", "3.1"], "Name one version"],
  ])("is asked for in one way only: %s", (args, message) => {
    const ran = run(["checklist", ...args], folder);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(message);
  });
});

describe("a workbook of a file", () => {
  it("is scored, reported and renewed by the checklist that it carries, without the file", () => {
    done("new", "next.xlsx", "--checklist", "next.json", "--partner", "Kestrel Cloud Ltd");
    const answers = nextChecklist.items.map(({ id }) => `${id},Met`);
    write("met.csv", ["id,answer", ...answers].join("\n"));
    for (const side of ["self", "auditor"]) {
      if (side === "auditor") done("phase", "next.xlsx", "Audit", "--reason", "By mail");
      done("fill", "next.xlsx", "--as", side, "--answers", "met.csv");
    }
    done("set", "next.xlsx", "Audit_On=2030-03-06", "Auditor_Answer[2.3]=Not met");
    const score = JSON.parse(done("score", "next.xlsx", "--json").out);
    expect(score).toMatchObject({
      checklist: "3.2",
      preliminary: { total: 1080, verdict: "pass" },
      scope: { audited: 98 },
    });
    expect(
      score.issues.filter(({ severity }: { severity: string }) => severity === "error"),
    ).toEqual([]);
    done("summary", "next.xlsx");
    const page = text("next audit summary.html");
    for (const words of ["v3.2", "1080 of 1100", "850", "within 7 business days"])
      expect(page).toContain(words);
    expect(page).not.toMatch(/v3\.1|\b1000\b|\b900\b/);
    done("calendar", "next.xlsx");
    done("renew", "next.xlsx", "-o", "renewed.xlsx");
    expect(done("checklist", "export", "renewed.xlsx").out).toBe(fileText(nextChecklist));
    expect(JSON.parse(done("score", "renewed.xlsx", "--json").out)).toMatchObject({
      checklist: "3.2",
      scope: { engagement: "renewal" },
    });
  });

  it("hands over to the address of its own programme", () => {
    done("new", "plain.xlsx", "--checklist", "plain.json", "--partner", "Kestrel");
    done("set", "plain.xlsx", "Self_Answer[SEC-008]=Met");
    done("submit", "plain.xlsx", "--yes");
    const draft = text("plain.eml");
    expect(draft).toMatch(/^To: .*gate@example\.org/m);
    expect(draft).toMatch(/^Subject: Kestrel\r?$/m);
    const seal = done("check", "plain.xlsx").out;
    expect(seal).toContain("unchanged since handed over");
  });

  it("is not made of a file with faults, nor as a renewal where there are none", () => {
    write("faulty.json", fileText(plainChecklist).replace('"most": 25', '"most": 26'));
    const ran = run(["new", "none.xlsx", "--checklist", "faulty.json"], folder);
    expect(ran).toMatchObject({
      code: 1,
      err: "faulty.json: most is 26, and ifMet of all items makes 25.\n",
    });
    const renewal = run(["new", "none.xlsx", "--checklist", "plain.json", "--renewal"], folder);
    expect(renewal).toMatchObject({ code: 1, err: expect.stringContaining("is a full one") });
    expect(() => text("none.xlsx")).toThrow();
  });

  it("is that of the program where the file says the same, and carries nothing", () => {
    write("same.json", fileText(checklist31));
    done("new", "plainly.xlsx");
    expect(done("new", "same.xlsx", "--checklist", "same.json").err).not.toContain("its own texts");
    expect(readFileSync(path("same.xlsx")).equals(readFileSync(path("plainly.xlsx")))).toBe(true);
    const reworded = fileText(checklist31).replace("regularly checks", "checks every year");
    expect(reworded).not.toBe(fileText(checklist31));
    write("reworded.json", reworded);
    const ran = done("new", "reworded.xlsx", "--checklist", "reworded.json");
    expect(ran.err).toContain("its own texts were taken");
    expect(readFileSync(path("reworded.xlsx")).equals(readFileSync(path("plainly.xlsx")))).toBe(
      true,
    );
  });

  it("is refused with what to do where what it carries was damaged", () => {
    done("new", "cut.xlsx", "--checklist", "plain.json");
    const parts = new Parts(readFileSync(path("cut.xlsx")));
    const texts = "xl/sharedStrings.xml";
    const cut = parts.text(texts).replace(/(>\|)[\w-]{8}/, "$1");
    expect(cut).not.toBe(parts.text(texts));
    const bytes = parts.withTexts(new Map([[texts, cut]]));
    writeFileSync(path("cut.xlsx"), bytes);
    for (const args of [
      ["score", "cut.xlsx"],
      ["check", "cut.xlsx"],
      ["set", "cut.xlsx", "Partner_Name=X"],
    ]) {
      const ran = run(args, folder);
      expect(ran.code, args[0]).toBe(1);
      expect(ran.err).toMatch(/carries its own checklist, and that was altered or cut/);
      expect(ran.err).toContain("new --checklist FILE.json");
    }
    expect(readFileSync(path("cut.xlsx")).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe("a checklist that is written in a workbook", () => {
  it("is made from an earlier version, and says in which cells the next one is missing", () => {
    const ran = done("checklist", "draft", "draft.xlsx", "--from", "3.1");
    expect(ran.err).toBe(
      "draft.xlsx made. Next: open it, fill its sheets, then `msp-checklist checklist build draft.xlsx`.\n",
    );
    expect(run(["checklist", "build", "draft.xlsx"], folder)).toMatchObject({
      code: 1,
      out: "",
      err: "draft.xlsx: Programme!B6: “Version” is missing.\ndraft.xlsx: Programme!B8: “Published” is missing.\n",
    });
    expect(run(["checklist", "draft", "draft.xlsx"], folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining("exists already"),
    });
    for (const source of ["next.json", "carrying.xlsx"]) {
      done("checklist", "draft", "again.xlsx", "--from", source, "--force");
      const { err } = run(["checklist", "build", "again.xlsx"], folder);
      expect(err.split("\n")).toHaveLength(3);
    }
  });

  it("is built into a file, beside it or where it is told to be", () => {
    writeFileSync(path("ready.xlsx"), drawBlueprint(draftBlueprint(entriesOf(nextChecklist))));
    const ran = done("checklist", "build", "ready.xlsx");
    expect(ran.err).toContain("ready.json: ");
    expect(text("ready.json")).toBe(fileText(nextChecklist));
    done("checklist", "build", "ready.xlsx");
    write("ready.json", "another");
    expect(run(["checklist", "build", "ready.xlsx"], folder).code).toBe(1);
    expect(text("ready.json")).toBe("another");
    done("checklist", "build", "ready.xlsx", "-o", "told.json");
    expect(text("told.json")).toBe(fileText(nextChecklist));
  });

  it("is no checklist, and a checklist is no such workbook", () => {
    const { err } = run(["checklist", "build", "carrying.xlsx"], folder);
    expect(err).toBe(
      "carrying.xlsx is no draft of a checklist. `msp-checklist checklist draft` makes one.\n",
    );
    expect(run(["score", "ready.xlsx"], folder).err).toMatch(/^ready\.xlsx: .*no checklist/);
    write("text.xlsx", "text");
    expect(run(["checklist", "build", "text.xlsx"], folder).err).toMatch(/^text\.xlsx: /);
    expect(run(["checklist", "build"], folder).code).toBe(2);
    expect(run(["checklist", "draft", "draft.txt"], folder).err).toContain("ends in .xlsx");
  });
});

it("the catalogue is that of a file as well", () => {
  const catalog = JSON.parse(done("catalog", "--json", "--checklist", "plain.json").out);
  expect(catalog.version).toBe("2030-A");
  expect(catalog.items).toHaveLength(25);
  expect(done("catalog", "--checklist", "next.json").out).toMatch(/^16\.1 .*-150 +0$/m);
});
