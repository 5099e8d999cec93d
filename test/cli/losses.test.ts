/** Nothing is lost in silence: what `fill` and `set` write over, what they do not read, and what a dry run writes. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandName } from "../../cli/commands.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path, score, typed } = auditFolder();

const digest = (file: string): string =>
  createHash("sha256")
    .update(readFileSync(path(file)))
    .digest("hex");
const list = (name: string, text: string): string => {
  writeFileSync(path(name), text);
  return name;
};
const self = (item: string, value: Edit["value"]): Edit => ({
  name: "Self_Answer",
  item: item as ItemId,
  value,
});

describe("an entry that is no answer", () => {
  const owners = (file: string): string =>
    typed(at("ready", file), [self("1.1", "Owner of 1.1"), self("1.4", "Owner of 1.4")]);
  const answers = () => list("answers.csv", "id,answer\n1.1,Not met\n1.4,Met\n2.1,Met\n");

  it("is not written over by a list, and its place is named", () => {
    const file = owners("owners.xlsx");
    const before = digest(file);
    const ran = run(["fill", file, "--as", "self", "--answers", answers()], folder);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err.trim().split("\n")).toEqual([
      expect.stringMatching(/^Checklist!H5 holds “Owner of 1\.1”, which is no answer/),
      expect.stringMatching(/^Checklist!H\d+ holds “Owner of 1\.4”/),
      expect.stringMatching(/^Nothing was written: 2 cells hold what is no answer.*--force/),
    ]);
    expect(digest(file)).toBe(before);
    done("fill", file, "--as", "self", "--answers", answers(), "--force");
    expect(score(file).self.sections["1"]).toBe(-160);
  });

  it("is not written over by set either, which leaves other cells to be written", () => {
    const file = owners("set.xlsx");
    const ran = run(["set", file, "Self_Answer[1.1]=Met"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("holds “Owner of 1.1”, which is no answer");
    const other = done("set", file, "Owner[1.1]=Kim");
    // The workbook has errors all the same, and that is said.
    expect(other.err).toContain(
      "set.xlsx: the score cannot be trusted, because of 2 errors. `msp-checklist check set.xlsx` says what to do.",
    );
  });

  it("of another kind may be put right, and is told with the new one", () => {
    const file = typed(at("ready", "date.xlsx"), [{ name: "Audit_On", value: "in spring" }]);
    expect(done("set", file, "Audit_On=Monday, March 9, 2026").err).toContain(
      "  Audit (Overview!L12): “in spring” becomes “2026-03-09”\n",
    );
  });
});

describe("fill", () => {
  it("says how much is new, and old and new of what is not", () => {
    const file = at("ready", "counts.xlsx");
    list("counts.csv", "id,answer\n1.1,Met\n1.4,Not met\n1.5,\n");
    const ran = done("fill", file, "--as", "self", "--answers", "counts.csv");
    expect(ran.err).toMatch(
      /^counts\.xlsx: 3 answers written: 1 changed, 1 cleared, 1 as before\.\n {2}1\.4 Partner Self-Assessment \(Checklist!H\d+\): “Met” becomes “Not met”\n {2}1\.5 Partner Self-Assessment \(Checklist!H\d+\): “Met” becomes blank\n/,
    );
  });

  it("names every column that it does not read", () => {
    const file = at("ready", "columns.xlsx");
    list("columns.csv", "id;answer;Owner;evidence;empty\n1.1;Met;Kim;Folder;\n");
    expect(done("fill", file, "--as", "self", "--answers", "columns.csv").err).toContain(
      "columns.csv: not read: owner, evidence. `msp-checklist fill` takes ids and answers; `msp-checklist set` takes the rest.\n",
    );
  });

  it.each(["01.Jan", "1-Jan", "Jan 1", "1,1", "01.04.2026", "2026-01-01", "46023"])(
    "knows what a spreadsheet made of an id: %s",
    (id) => {
      const file = at("ready", "ids.xlsx");
      list("ids.csv", `id;answer\n${id};Met\n`);
      const ran = run(["fill", file, "--as", "self", "--answers", "ids.csv"], folder);
      expect(ran.err).toContain(
        `ids.csv, line 2: “${id}” is what a spreadsheet program makes of an id such as 1.1. Format the column as Text`,
      );
    },
  );

  it("takes no other unknown id for one", () => {
    const file = at("ready", "ids.xlsx");
    for (const id of ["1.9", "9.9.9", "11.2.3", "x"]) {
      list("ids.csv", `id;answer\n${id};Met\n`);
      const ran = run(["fill", file, "--as", "self", "--answers", "ids.csv"], folder);
      expect(ran.err, id).toContain(`the checklist has no item “${id}”`);
    }
  });
});

describe("set", () => {
  it("tells old and new of each cell in the words of its sheet", () => {
    const file = at("ready", "words.xlsx");
    const { err } = done(
      "set",
      file,
      "Owner[1.1]=Kim",
      "Service_Compliant[Lambda]=No",
      "Prerequisite_Reference[2]=Elm",
      "Holidays[1]=2026-12-25",
      "Prerequisite_Tier=advanced",
    );
    expect(err).toMatch(/\n {2}1\.1 Owner \(Checklist!K5\): blank becomes “Kim”\n/);
    expect(err).toMatch(/\n {2}AWS Lambda Compliant \(AWS Services!I\d+\): “Yes” becomes “No”\n/);
    expect(err).toMatch(
      /\n {2}Reference 2, Customer \(Prerequisites!B\d+\): “Birch” becomes “Elm”\n/,
    );
    expect(err).toMatch(/\n {2}Holidays 1 \(Overview!\w+\): blank becomes “2026-12-25”\n/);
    expect(err).toMatch(/\n {2}APN tier \(Prerequisites!C\d+\): “Advanced” already\n/);
  });

  it("questions at once a day that can hardly be meant", () => {
    const file = at("ready", "days.xlsx");
    expect(done("set", file, "Audit_On=2062-03-09").err).toMatch(
      /\nWarning: Overview!L12 says 2062-03-09 for “Audit”, \d+ years from now\. Check the year\.\n/,
    );
    expect(done("set", file, "Owner[1.1]=Kim").err).not.toContain("Check the year");
  });

  it("asks whether a name that is near was meant", () => {
    const file = at("ready", "near.xlsx");
    for (const [text, meant] of [
      ["owner[1.1]=Kim", "Owner"],
      ["Owners[1.1]=Kim", "Owner"],
      ["Audit_on=2026-03-09", "Audit_On"],
      ["Self_Anwser[1.1]=Met", "Self_Answer"],
    ] as const) {
      const ran = run(["set", file, text], folder);
      expect(ran.code, text).toBe(1);
      expect(ran.err, text).toContain(`Did you mean ${meant}?`);
    }
    expect(run(["set", file, "Nonsense=1"], folder).err).not.toContain("Did you mean");
  });
});

/** Of each command one that writes, in the folder of the test; null where none does. */
const DRY: Readonly<Record<CommandName, readonly string[] | null>> = {
  new: ["new", "other.xlsx"],
  fill: ["fill", "audit.xlsx", "--as", "self", "--answers", "dry.csv"],
  set: ["set", "audit.xlsx", "Owner[1.1]=Kim", "Phase=Action items"],
  import: ["import", "audit.xlsx", "dry.csv", "--as", "self", "--overwrite"],
  export: ["export", "ready.xlsx", "--xlsx", "-o", "lists.xlsx"],
  print: ["print", "actions.xlsx"],
  score: null,
  check: null,
  diff: null,
  merge: ["merge", "ready.xlsx", "ready.xlsx", "audit.xlsx", "-o", "merged.xlsx"],
  phase: ["phase", "audit.xlsx", "Action items"],
  submit: ["submit", "ready.xlsx", "--yes"],
  seal: ["seal", "byhand.xlsx"],
  share: ["share", "audit.xlsx", "--for", "auditor"],
  summary: ["summary", "audit.xlsx", "--draft"],
  report: ["report", "actions.xlsx", "--draft"],
  renew: ["renew", "actions.xlsx"],
  migrate: ["migrate", "actions.xlsx", "--to", "next.json"],
  calendar: ["calendar", "actions.xlsx"],
  plan: ["plan", "actions.xlsx", "--draft"],
  catalog: null,
  checklist: ["checklist", "export", "3.1", "-o", "exported.json"],
  demo: ["demo", "shown.xlsx"],
};

describe("a dry run", () => {
  const all = (): string[][] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "base64")]);

  it.each(Object.values(DRY).filter((args) => args !== null))(
    "writes nothing and says what would be done: %s",
    (...args) => {
      for (const stage of ["ready", "audit", "actions"] as const) at(stage, `${stage}.xlsx`);
      list("dry.csv", "id,answer\n1.1,Not met\n");
      list("next.json", fileText(nextChecklist));
      typed(at("ready", "byhand.xlsx"), [{ name: "Phase", value: "Submitted" }]);
      // Without a plan there is no message about plans.
      done("set", "actions.xlsx", "Action_Plan[8.1.9]=Hire by May");
      const before = all();
      const ran = done(...args, "--dry-run");
      expect(ran.err).toMatch(/^Dry run: nothing is written\./);
      expect(ran.err.split("\n").length).toBeGreaterThan(2);
      expect(all()).toEqual(before);
      done(...args);
      expect(all()).not.toEqual(before);
    },
  );

  it("hands nothing over, asks nothing, and refuses what would be refused", () => {
    at("ready", "dry.xlsx");
    const before = all();
    const ran = done("submit", "dry.xlsx", "--dry-run");
    expect(ran.out).toMatch(/^Advice\n/);
    expect(ran.err).toContain("dry.xlsx: handed over and sealed");
    expect(all()).toEqual(before);
    at("actions", "dry2.xlsx");
    const then = all();
    done("report", "dry2.xlsx", "--dry-run");
    expect(all()).toEqual(then);
    for (const args of [
      ["new", "dry.xlsx"],
      ["set", "dry.xlsx", "Owner[1.1]=Kim", "-o", "nowhere/k.xlsx"],
      ["renew", "dry2.xlsx", "-o", "dry.xlsx"],
    ]) {
      expect(run([...args, "--dry-run"], folder).code, args.join(" ")).toBe(1);
    }
  });

  it("lists every change of a list", () => {
    at("ready", "long.xlsx");
    const lines = checklist31.items.slice(0, 40).map(({ id }) => `Owner[${id}]=P`);
    const dry = done("set", "long.xlsx", ...lines, "--dry-run").err;
    expect(dry.match(/blank becomes “P”/g)).toHaveLength(40);
    const real = done("set", "long.xlsx", ...lines).err;
    expect(real.match(/blank becomes “P”/g)).toHaveLength(30);
    expect(real).toContain("  and 10 more; --dry-run shows all.");
  });
});
