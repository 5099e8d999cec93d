/** The commands from a person's side: what they print, write and return. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { newFolder, run } from "./run.ts";

const { items } = checklist31;

const folder = newFolder();
const path = (name: string): string => join(folder, name);
const make = (name: string, ...more: string[]): string => {
  const made = run(["new", name, "--partner", "Kestrel Cloud Ltd", "--force", ...more], folder);
  expect(made).toMatchObject({ code: 0, out: "" });
  return name;
};
const score = (name: string) => JSON.parse(run(["score", name, "--json"], folder).out);

describe("new", () => {
  it("makes a workbook that scores nothing yet and has no fault", () => {
    const file = make("new.xlsx");
    expect(run(["check", file], folder)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^new\.xlsx: nothing is wrong\.\nBefore the hand-over\n/),
    });
    expect(score(file)).toMatchObject({
      file,
      checklist: "3.1",
      partner: "Kestrel Cloud Ltd",
      phase: "Self-assessment",
      scope: { engagement: "full", reseller: true, audited: 97, waived: 0, carried: 0 },
      self: {
        total: 0,
        floor: -9200,
        ceiling: 1000,
        answered: 0,
        unanswered: 97,
        verdict: "inProgress",
      },
      actionItems: [],
      issues: [],
    });
  });

  it("grants what is waived outside the reseller programme, and what a renewal carries", () => {
    expect(score(make("waived.xlsx", "--reseller", "no"))).toMatchObject({
      scope: { audited: 88, waived: 9, carried: 0 },
      self: { total: 40 },
    });
    expect(score(make("renewal.xlsx", "--renewal"))).toMatchObject({
      scope: { engagement: "renewal", audited: 33, waived: 0, carried: 64 },
      self: { total: 650 },
    });
  });

  it("makes the same bytes from the same words", () => {
    make("one.xlsx");
    make("two.xlsx");
    expect(readFileSync(path("one.xlsx"))).toEqual(readFileSync(path("two.xlsx")));
  });

  it("does not overwrite without --force", () => {
    const file = make("kept.xlsx");
    const before = readFileSync(path(file));
    const again = run(["new", file], folder);
    expect(again.code).toBe(1);
    expect(again.err).toBe(
      "kept.xlsx exists already. Choose another name, or add --force to replace it.\n",
    );
    expect(readFileSync(path(file))).toEqual(before);
    expect(run(["new", file, "--force"], folder).code).toBe(0);
  });

  it("writes a name that begins with = as text", () => {
    run(["new", "formula.xlsx", "--partner", "=1+1"], folder);
    expect(score("formula.xlsx").partner).toBe("=1+1");
  });
});

describe("fill", () => {
  it("writes answers, clears with an empty one, and leaves the rest", () => {
    const file = make("fill.xlsx");
    writeFileSync(path("a.csv"), "id,answer\n1.1,Met\n1.4,Not met\n2.2,met\n");
    expect(run(["fill", file, "--as", "self", "--answers", "a.csv"], folder)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^fill\.xlsx: 3 answers written\.\nNext: 94 items .*\n$/),
    });
    expect(score(file)).toMatchObject({ self: { total: 40, answered: 3 }, issues: [] });
    writeFileSync(path("b.csv"), '\ufeff"id";"answer"\r\n"2.2";""\r\n');
    run(["fill", file, "--as", "self", "--answers", "b.csv", "-o", "other.xlsx"], folder);
    expect(score("other.xlsx")).toMatchObject({ self: { total: 0, answered: 2 }, issues: [] });
    expect(score(file)).toMatchObject({ self: { total: 40 } });
  });

  it("scores a complete self-assessment as a pass of 1000", () => {
    const file = make("full.xlsx");
    writeFileSync(
      path("all.csv"),
      ["id,answer", ...items.map((item) => `${item.id},Met`)].join("\n"),
    );
    run(["fill", file, "--as", "self", "--answers", "all.csv"], folder);
    run(
      [
        "set",
        file,
        ...Array.from({ length: 23 }, (_, index) => `Service_Compliant[${index + 1}]=Yes`),
      ],
      folder,
    );
    expect(score(file)).toMatchObject({
      self: { total: 1000, floor: 1000, ceiling: 1000, verdict: "pass" },
      preliminary: { verdict: "inProgress" },
      // No customer reference is named yet.
      issues: [{ code: "referencesDisagree" }],
    });
  });

  it("changes nothing when one line is bad, and names every bad line", () => {
    const file = make("bad.xlsx");
    const before = readFileSync(path(file));
    writeFileSync(path("bad.csv"), "id,answer\n1.1,Met\n1.9,Met\n1.2,perhaps\n1.1,Not met\n");
    const ran = run(["fill", file, "--as", "self", "--answers", "bad.csv"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err.trim().split("\n")).toEqual([
      "bad.csv, line 3: the checklist has no item “1.9”. Ids look like 1.1 or 11.2.2.",
      "bad.csv, line 4: “perhaps” is no answer. Write Met, Not met, or nothing to clear.",
      "bad.csv, line 5: item 1.1 is already answered in bad.csv, line 2. Keep one of them.",
      "Nothing was written: 3 lines are wrong.",
    ]);
    expect(readFileSync(path(file))).toEqual(before);
  });

  it("warns of a column that the phase has closed, and writes all the same", () => {
    const file = make("early.xlsx");
    writeFileSync(path("early.csv"), "id,answer\n1.4,Met\n");
    const ran = run(["fill", file, "--as", "auditor", "--answers", "early.csv"], folder);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.err).toContain("“Auditor Validation” is closed in the phase Self-assessment");
    expect(score(file)).toMatchObject({
      preliminary: { total: 20 },
      issues: [{ code: "earlyEntry" }],
    });
  });

  it("puts leniently read cells into their exact words and says how many", () => {
    const file = make("kind.xlsx");
    writeFileSync(path("k.csv"), "id,answer\n1.4, NOT-MET \n1.5,20\n");
    run(["fill", file, "--as", "self", "--answers", "k.csv"], folder);
    expect(score(file)).toMatchObject({ self: { total: 20, answered: 2 }, issues: [] });
  });
});

describe("set", () => {
  it("writes single inputs, lists and columns", () => {
    const file = make("set.xlsx");
    const ran = run(
      [
        "set",
        file,
        "Partner_Name=Ünïcode & <Sons>",
        "Audit_On=2026-03-09",
        "Summary_Received_On=10 Mar 2026",
        "Holidays=2026-03-12,2026-03-13",
        "Owner[8.1.9]==SUM(A1)",
        "Service_Compliant[AWS Lambda]=yes",
        "Phase=action items",
        "Auditor_Answer[1.4]=Not met",
        "Closed_On[1.4]=2026-03-19",
        "--reason",
        "Entered afterwards",
      ],
      folder,
    );
    expect(ran.code).toBe(0);
    expect(score(file)).toMatchObject({
      partner: "Ünïcode & <Sons>",
      phase: "Action items",
      final: { total: 20 },
      actionItems: [
        {
          id: "1.4",
          kind: "score-impacting",
          points: 20,
          dueOn: "2026-03-19",
          closedOn: "2026-03-19",
          plan: null,
        },
      ],
    });
    expect(run(["set", file, "Closed_On[1.4]=2026-03-20"], folder).code).toBe(0);
    expect(score(file)).toMatchObject({ final: { total: 0 }, issues: [{ code: "closureLate" }] });
  });

  it("refuses what it cannot read, all at once, and writes nothing", () => {
    const file = make("refused.xlsx");
    const before = readFileSync(path(file));
    const ran = run(
      [
        "set",
        file,
        "Audit_On=3/4/2026",
        "Nonsense=1",
        "Owner=me",
        "Engagement=Half",
        "Item_Add[1.4]=40",
        "Holidays[31]=2026-01-01",
      ],
      folder,
    );
    expect(ran.code).toBe(1);
    expect(ran.err.trim().split("\n")).toHaveLength(7);
    expect(readFileSync(path(file))).toEqual(before);
  });
});

describe("score", () => {
  it("gives a line a file, and a bad file its error", () => {
    make("good.xlsx");
    writeFileSync(path("not.xlsx"), "hello");
    const ran = run(["score", "good.xlsx", "not.xlsx", "absent.xlsx", "--json"], folder);
    expect(ran.code).toBe(1);
    const lines = ran.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.file)).toEqual(["good.xlsx", "not.xlsx", "absent.xlsx"]);
    expect(lines[0].self.total).toBe(0);
    expect(Object.keys(lines[1])).toEqual(["file", "error"]);
    expect(lines[2].error).toBe(
      "absent.xlsx: there is no such file. Check the name and the folder.",
    );
  });

  it("keeps the order of many files over several workers", () => {
    mkdirSync(path("many"));
    const bytes = readFileSync(path("good.xlsx"));
    const files = Array.from({ length: 40 }, (_, index) => join("many", `${index}.xlsx`));
    for (const [index, file] of files.entries())
      writeFileSync(path(file), index === 17 ? "broken" : bytes);
    const ran = run(["score", ...files, "--json"], folder);
    const lines = ran.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.file)).toEqual(files);
    expect(lines.filter((line) => "error" in line).map((line) => line.file)).toEqual([files[17]]);
    const shown = run(["score", ...files], folder);
    const [table = "", notes = ""] = shown.out.trim().split("\n\n");
    expect(table.split("\n")).toHaveLength(41);
    expect(notes).toMatch(
      /^many\/17\.xlsx: This is not .*\nKestrel Cloud Ltd is in 39 files: many\/0\.xlsx/,
    );
  });

  it("shows a scoreboard to people", () => {
    const ran = run(["score", make("shown.xlsx")], folder);
    expect(ran.out).toContain("Kestrel Cloud Ltd · Self-assessment · Full audit, 97 items audited");
    expect(ran.out).toMatch(/Self +0 +900 +1000 +0 of 97 +In progress/);
    expect(ran.err).toBe("");
  });
});

describe("catalog, demo and help", () => {
  it("lists every item as JSON", () => {
    const catalog = JSON.parse(run(["catalog", "--json"], folder).out);
    expect(catalog.version).toBe("3.1");
    expect(catalog.sections).toHaveLength(14);
    expect(catalog.items).toHaveLength(97);
    expect(catalog.items[0]).toMatchObject({
      id: "1.1",
      section: "1",
      group: null,
      ifNotMet: -200,
      ifMet: 0,
      mandatory: true,
      provenance: "stated",
    });
    expect(catalog.groups.find((group: { id: string }) => group.id === "6.1").requirement).not.toBe(
      "",
    );
  });

  it("makes a demonstration that scores", () => {
    const ran = run(["demo", "shop.xlsx"], folder);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("In progress");
    expect(existsSync(path("shop.xlsx"))).toBe(true);
    expect(score("shop.xlsx").issues).toEqual([]);
  });

  it("has help with an example for every command", () => {
    const overview = run([], folder).out;
    for (const command of ["new", "fill", "set", "score", "check", "catalog", "demo"]) {
      expect(overview).toContain(`\n  ${command} `);
      expect(run(["help", command], folder).out).toMatch(/Example\n {2}msp-checklist /);
      expect(run([command, "--help"], folder).out).toContain(`Usage: msp-checklist ${command}`);
    }
  });

  it("says what is wrong with its use", () => {
    for (const args of [
      ["scroe"],
      ["score"],
      ["fill", "x.xlsx"],
      ["fill", "x.xlsx", "--as", "me", "--answers", "a.csv"],
      ["set", "x.xlsx"],
      ["set", "x.xlsx", "novalue"],
      ["new", "--colour"],
      ["new", "a.xlsx", "b.xlsx"],
      ["new", "--reseller", "perhaps"],
    ]) {
      const ran = run(args, folder);
      expect(ran, args.join(" ")).toMatchObject({ code: 2, out: "" });
      expect(ran.err).toMatch(/msp-checklist help/);
    }
  });

  it("leaves no temporary file behind", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("files that are somebody else's", () => {
  it("are replaced by no command without --force, and the workbook itself only by its own", () => {
    const file = make("own.xlsx");
    const other = make("somebody.xlsx");
    writeFileSync(path("own.csv"), "id,answer\n1.1,Met\n");
    writeFileSync(path("notes.ics"), "mine");
    const before = readFileSync(path(other));
    for (const [args, target] of [
      [["set", file, "Owner[1.1]=Kim", "-o", other], other],
      [["fill", file, "--as", "self", "--answers", "own.csv", "-o", other], other],
      [["demo", other], other],
    ] as const) {
      const ran = run(args, folder);
      expect(ran.code, args.join(" ")).toBe(1);
      expect(ran.err).toContain(`${target} exists already.`);
      expect(readFileSync(path(other)).equals(before)).toBe(true);
    }
    const csv = run(
      ["fill", file, "--as", "self", "--answers", "own.csv", "-o", "own.csv"],
      folder,
    );
    expect(csv.err).toBe("own.csv: the name of a workbook ends in .xlsx.\n");
    expect(readFileSync(path("own.csv"), "utf8")).toContain("1.1,Met");
    expect(run(["set", file, "Owner[1.1]=Kim", "-o", other, "--force"], folder).code).toBe(0);
    expect(run(["set", file, "Audit_On=2026-03-09", "-o", `./${file}`], folder).code).toBe(0);
    expect(run(["calendar", file, "-o", "notes.ics"], folder).err).toContain("exists already");
    expect(readFileSync(path("notes.ics"), "utf8")).toBe("mine");
  });

  it("the demonstration replaces its own like", () => {
    expect(run(["demo", "mine.xlsx"], folder).code).toBe(0);
    expect(run(["demo", "mine.xlsx"], folder).code).toBe(0);
  });

  it("a partner's name that no cell holds is refused in a sentence", () => {
    const ran = run(["new", "long.xlsx", "--partner", "x".repeat(32_768)], folder);
    expect(ran.err).toBe(
      "The text for “Partner” is longer than the 32,767 characters a cell can hold.\n",
    );
  });
});
