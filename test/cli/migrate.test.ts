/** `migrate`, and `renew --to`: what they list, write and leave alone. */

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { fileText } from "../../core/checklist/file/write.ts";
import { readArchive } from "../../core/migrate/archive.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";
import { DROPPED, FORTH } from "../fixtures/moves.ts";
import { expectSound } from "../xlsx/validate.ts";
import { auditFolder } from "./audit.ts";
import { run, TRACE } from "./run.ts";

const { at, done, folder, path, score, typed } = auditFolder();
const FORMATS = join(import.meta.dirname, "../fixtures/formats");

for (const [name, checklist] of [
  ["next.json", nextChecklist],
  ["small.json", smallChecklist],
  ["plain.json", plainChecklist],
] as const)
  writeFileSync(path(name), fileText(checklist));

const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(path(file)));
const digest = (file: string): string => createHash("sha256").update(bytes(file)).digest("hex");
const snapshotOf = (file: string) => {
  const snapshot = openXlsx(EDITIONS, bytes(file)).snapshot();
  if (!snapshot) throw new Error(`${file} holds no checklist.`);
  return snapshot;
};
const read = (file: string) => report(EDITIONS, snapshotOf(file));
const archived = (file: string): string[] => readArchive(snapshotOf(file)).map(({ text }) => text);
const item = (file: string, id: string) => read(file).items.find((row) => row.id === id);

describe("a move that is only looked at", () => {
  it("lists every item with what would happen, and writes nothing", () => {
    const file = at("actions", "looked.xlsx");
    const before = digest(file);
    const ran = done("migrate", file, "--to", "next.json", "--dry-run");
    const lines = ran.out.split("\n");
    for (const id of FORTH.keys())
      expect(
        lines.filter((line) => line.startsWith(`${id} `)),
        id,
      ).toHaveLength(1);
    for (const id of DROPPED)
      expect(ran.out).toMatch(new RegExp(`^${id} .*in the archive\\.$`, "m"));
    expect(ran.out).toMatch(
      /^7\.1 .*Was 7\.1 and 7\.2\..*confirm the answer again\. 7\.1 Met, 7\.2 Met$/m,
    );
    expect(ran.out).toMatch(/^12\.1 .*Was 12\.6\. The answer stays/m);
    expect(ran.out).toMatch(/^16\.1 .*New\. Nothing comes along\.$/m);
    expect(ran.err).toContain("98 items of 3.2: 90 as before, 5 to be looked at again and 3 new.");
    expect(existsSync(path("looked 3.2.xlsx"))).toBe(false);
    expect(digest(file)).toBe(before);
  });

  it("is one object for other programs", () => {
    const file = at("actions", "json.xlsx");
    const { out } = done("migrate", file, "--to", "next.json", "--json", "--dry-run");
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      file,
      output: "json 3.2.xlsx",
      from: { version: "3.1" },
      to: { version: "3.2" },
      left: DROPPED.map((id) => ({ id })),
    });
    expect(
      told.items.map(({ id, outcome, from }: Record<string, unknown>) => [id, { outcome, from }]),
    ).toEqual(nextChecklist.items.map(({ id }) => [id, FORTH.get(id)]));
    expect(told.archived.length).toBeGreaterThan(10);
  });
});

describe("migrate", () => {
  it("makes the workbook of the other version, and leaves FILE as it is", async () => {
    const file = at("actions", "moved 3.1.xlsx");
    typed(file, [{ name: "Owner", item: "1.2" as ItemId, value: "=1+1" }]);
    const before = digest(file);
    const ran = done("migrate", file, "--to", "next.json");
    expect(ran.out).toBe("");
    expect(ran.err.split("\n")).toEqual([
      "moved 3.2.xlsx made.",
      expect.stringMatching(/^98 items of 3\.2: .* 2 items are not asked any more\. The archive/),
      expect.stringMatching(/^moved 3\.1\.xlsx stays as it is\./),
      expect.stringMatching(/^Next: open moved 3\.2\.xlsx\. “Moved answers” lists the 5 answers/),
      "",
    ]);
    expect(digest(file)).toBe(before);
    await expectSound(bytes("moved 3.2.xlsx"));
    const result = read("moved 3.2.xlsx");
    expect(result).toMatchObject({
      checklist: "3.2",
      phase: "selfAssessment",
      partner: "Käse & Söhne GmbH",
      seal: null,
      history: [],
    });
    expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(item("moved 3.2.xlsx", "1.2")).toMatchObject({ self: "unanswered", owner: "=1+1" });
    expect(item("moved 3.2.xlsx", "12.1")?.evidence).toBe("Folder 12.6");
    expect(archived("moved 3.2.xlsx")).toContain("Folder 13.1");
    expect(run(["check", "moved 3.2.xlsx"], folder).code).toBe(0);
  });

  it("writes the same twice, and never over another file without --force", () => {
    const file = at("audit", "twice.xlsx");
    done("migrate", file, "--to", "next.json");
    const first = digest("twice 3.2.xlsx");
    const refused = run(["migrate", file, "--to", "next.json"], folder);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(/^twice 3\.2\.xlsx exists already\..*--force/);
    done("migrate", file, "--to", "next.json", "--force");
    expect(digest("twice 3.2.xlsx")).toBe(first);
    const itself = run(["migrate", file, "--to", "next.json", "-o", file, "--force"], folder);
    expect(itself.err).toContain("is the workbook itself");
  });

  it("goes back by the version, a file or a workbook, and gives all of it back", () => {
    const file = at("ready", "round.xlsx");
    done("migrate", file, "--to", "next.json", "-o", "there.xlsx");
    const blank = run(["new", "blank.xlsx"], folder);
    expect(blank.code).toBe(0);
    for (const [to, output] of [
      ["3.1", "back.xlsx"],
      ["blank.xlsx", "again.xlsx"],
    ] as const) {
      done("migrate", "there.xlsx", "--to", to, "-o", output);
      expect(score(output).self).toEqual(score(file).self);
      const entries = ({ items }: ReturnType<typeof read>) =>
        items.map(({ id, self, evidence, owner }) => ({ id, self, evidence, owner }));
      expect(entries(read(output))).toEqual(entries(read(file)));
    }
    expect(digest("back.xlsx")).toBe(digest("again.xlsx"));
  });

  it("an answer that is typed is confirmed, and the next step says what is left", () => {
    const file = at("ready", "typed.xlsx");
    done("migrate", file, "--to", "next.json", "-o", "confirm.xlsx");
    expect(score("confirm.xlsx").self.unanswered).toBe(8);
    done("set", "confirm.xlsx", "Self_Answer[7.1]=Met");
    expect(score("confirm.xlsx").self.unanswered).toBe(7);
    expect(run(["check", "confirm.xlsx"], folder).code).toBe(0);
  });

  it.each(["new", "audited", "renewal"])("takes a workbook of format 1: %s", (name) => {
    copyFileSync(join(FORMATS, "1", `${name}.xlsx`), path(`first ${name}.xlsx`));
    const before = read(`first ${name}.xlsx`);
    const ran = run(["migrate", `first ${name}.xlsx`, "--to", "next.json"], folder);
    expect(ran.err).not.toMatch(TRACE);
    const output = `first ${name} 3.2.xlsx`;
    const wanted = before.items.find(({ id }) => id === "1.1");
    expect(item(output, "1.1")).toMatchObject({
      self: wanted?.self,
      evidence: wanted?.evidence,
      owner: wanted?.owner,
    });
    expect(read(output).issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each(["small.json", "plain.json"])("goes to another programme: %s", (to) => {
    const file = at("ready", `other-${to}.xlsx`);
    const output = `to-${to}.xlsx`;
    const ran = done("migrate", file, "--to", to, "-o", output);
    expect(ran.err).toContain("are two programmes");
    expect(archived(output)).toContain("Folder 1.1");
    expect(run(["check", output], folder)).toMatchObject({ code: 0 });
    expect(read(output).partner).toBe("Käse & Söhne GmbH");
  });

  it("of a workbook with errors says that they are there, and keeps what is not understood", () => {
    const file = at("ready", "faulty.xlsx");
    typed(file, [{ name: "Self_Answer", item: "2.1" as ItemId, value: "Perhaps" }]);
    const ran = run(["migrate", file, "--to", "next.json"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/\nError: .*“Perhaps”.*\n.*cannot be trusted/s);
    expect(archived("faulty 3.2.xlsx")).toContain("Perhaps");
    expect(item("faulty 3.2.xlsx", "2.1")).toMatchObject({ self: "unanswered" });
  });

  it("refuses what cannot be done, in one sentence, and writes nothing", () => {
    const file = at("ready", "refused.xlsx");
    writeFileSync(path("broken.json"), "{");
    writeFileSync(path("broken.xlsx"), "no workbook");
    for (const [args, code, says] of [
      [[file], 2, /^Say where to: --to VERSION \(3\.1\)/],
      [[file, "--to", "3.1"], 1, /^refused\.xlsx is of AWS MSP .* v3\.1 already\./],
      [[file, "--to", "4.0"], 1, /^There is no version and no file 4\.0\./],
      [[file, "--to", "broken.json"], 1, /^broken\.json: /],
      [[file, "--to", "broken.xlsx"], 1, /^broken\.xlsx: /],
      [["broken.xlsx", "--to", "next.json"], 1, /^broken\.xlsx: /],
      [["absent.xlsx", "--to", "next.json"], 1, /^absent\.xlsx: there is no such file/],
      [[file, "--to", "next.json", "-o", "x.ods"], 1, /ends in \.xlsx/],
    ] as const) {
      const ran = run(["migrate", ...args], folder);
      expect(ran, args.join(" ")).toMatchObject({ code, out: "" });
      expect(ran.err).toMatch(says);
      expect(ran.err).not.toMatch(TRACE);
    }
    expect(existsSync(path("refused 3.2.xlsx"))).toBe(false);
  });
});

describe("the archive", () => {
  it("does not go to the auditor", () => {
    const file = at("actions", "shared.xlsx");
    done("migrate", file, "--to", "next.json", "-o", "mine.xlsx");
    expect(archived("mine.xlsx").length).toBeGreaterThan(0);
    done("phase", "mine.xlsx", "submitted");
    const ran = done("share", "mine.xlsx", "--for", "auditor", "-o", "theirs.xlsx");
    expect(ran.err).toContain("in the archive, is left out as well.");
    expect(archived("theirs.xlsx")).toEqual([]);
    expect(archived("mine.xlsx").length).toBeGreaterThan(0);
    done("merge", "--no-base", "mine.xlsx", "theirs.xlsx", "-o", "both.xlsx");
    expect(archived("both.xlsx")).toEqual(archived("mine.xlsx"));
  });
});

describe("renew --to", () => {
  it("makes the next audit's workbook of the other version, whose list decides", () => {
    const file = at("actions", "client 2020.xlsx");
    done("set", file, "Closed_On[8.1.9]=2026-03-12");
    const before = digest(file);
    const ran = done("renew", file, "--to", "next.json", "-o", "renewed.xlsx");
    expect(ran.err).toMatch(/^renewed\.xlsx made\.\nThe next audit is a renewal\.\n/);
    expect(ran.err).toContain("98 items of 3.2: 90 as before");
    expect(digest(file)).toBe(before);
    const result = read("renewed.xlsx");
    expect(result).toMatchObject({ checklist: "3.2", scope: { engagement: "renewal" } });
    expect(result.profile.previousAuditVersion).toBe("3.1");
    const scopeOf = (id: string) => item("renewed.xlsx", id)?.scope;
    // New in 3.2, on its list, and carried there.
    expect([scopeOf("16.1"), scopeOf("10.2"), scopeOf("12.1")]).toEqual([
      "audited",
      "audited",
      "carried",
    ]);
    const prior = result.items.filter(({ priorAction }) => priorAction).map(({ id }) => id);
    expect(prior).toEqual(["1.1", "1.4", "8.1.9", "9.3.5"]);
    expect(item("renewed.xlsx", "1.1")).toMatchObject({
      self: "unanswered",
      auditor: "unanswered",
    });
    expect(item("renewed.xlsx", "12.1")?.evidence).toBe("Folder 12.6");
    expect(archived("renewed.xlsx")).toContain("Folder 13.1");
    expect(run(["check", "renewed.xlsx"], folder).code).toBe(0);
  });

  it("to the version that it is of is the same as without", () => {
    const file = at("actions", "plain.xlsx");
    done("renew", file, "-o", "one.xlsx");
    done("renew", file, "--to", "3.1", "-o", "two.xlsx");
    expect(digest("one.xlsx")).toBe(digest("two.xlsx"));
    const full = done("renew", file, "--to", "plain.json", "-o", "full.xlsx");
    expect(full.err).toContain("Every audit against this checklist is a full one.");
  });
});
