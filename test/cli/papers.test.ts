/** `summary`, `report`, `renew`, `calendar` and `plan`: what they write, where, and what they leave alone. */

import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { expectSound } from "../xlsx/validate.ts";
import { auditFolder, inAuditWeek, inDays } from "./audit.ts";
import { run, TRACE } from "./run.ts";

const { at, done, folder, path, score } = auditFolder();

const text = (file: string): string => readFileSync(path(file), "utf8");
const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(path(file)));
const digest = (file: string): string => createHash("sha256").update(bytes(file)).digest("hex");
const read = (file: string) => {
  const snapshot = openXlsx(EDITIONS, bytes(file)).snapshot();
  if (!snapshot) throw new Error(`${file} holds no checklist.`);
  return report(EDITIONS, snapshot);
};
const year = Number(inAuditWeek(0).slice(0, 4));

describe("summary", () => {
  it("writes the page and the workbook beside FILE, and keeps the score in it", async () => {
    const file = at("audit", "kestrel.xlsx");
    const ran = done("summary", file);
    expect(ran).toMatchObject({
      out: "",
      err: "kestrel.xlsx: the preliminary score of 540 is kept in it.\nWritten: kestrel audit summary.html and kestrel audit summary.xlsx.\nNext: send the summary, then `msp-checklist phase kestrel.xlsx action items`.\n",
    });
    const page = text("kestrel audit summary.html");
    for (const words of [
      "Audit summary",
      "Käse &amp; Söhne GmbH",
      "540 of 1000 points",
      "8.1.9",
      "No test was run",
      "Short and clear",
    ])
      expect(page).toContain(words);
    expect(page).not.toContain("<script");
    await expectSound(bytes("kestrel audit summary.xlsx"));
    const result = read(file);
    expect(result.summary).toMatchObject({ on: inDays(0), total: 540 });
    expect(result.issues).toEqual([]);
    expect(result.seal?.state).toBe("unchanged");
  });

  it("replaces its own earlier files, and is refused before the audit", () => {
    const file = at("audit", "twice.xlsx");
    done("summary", file);
    done("set", file, "Auditor_Answer[9.3.5]=Met");
    expect(done("summary", file).err).toContain("score of 580 is kept in it, in place of 540.");
    expect(text("twice audit summary.html")).toContain("580 of 1000 points");
    const early = at("submitted", "early.xlsx");
    const before = digest(early);
    const ran = run(["summary", early], folder);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(/^early\.xlsx: The phase is Submitted, so there is no audit/);
    expect(digest(early)).toBe(before);
    expect(existsSync(path("early audit summary.html"))).toBe(false);
  });

  it("after the audit keeps the score that was told", () => {
    const file = at("actions", "told.xlsx");
    const before = digest(file);
    expect(done("summary", file).err).toMatch(/the score of 540 told on .* stays on record/);
    expect(digest(file)).toBe(before);
  });

  it("writes where it is told, but never over a checklist", () => {
    const file = at("audit", "out.xlsx");
    mkdirSync(path("papers"));
    done("summary", file, "-o", "papers/one.html");
    const before = digest(file);
    expect(readdirSync(path("papers")).sort()).toEqual(["one.html", "one.xlsx"]);
    copyFileSync(path(file), path("other.xlsx"));
    for (const [target, says] of [
      ["out", /out\.xlsx is the workbook itself/],
      ["./out.xlsx", /is the workbook itself/],
      ["other", /other\.xlsx exists already/],
      ["papers/one", /papers\/one\.html exists already/],
      ["papers", /papers is a folder/],
      ["nowhere/x", /folder does not exist/],
    ] as const) {
      const ran = run(["summary", file, "-o", target], folder);
      expect(ran.code, target).toBe(1);
      expect(ran.err).toMatch(says);
      expect(ran.err).not.toMatch(TRACE);
    }
    const forced = run(["summary", file, "-o", "other", "--force"], folder);
    expect(forced.err).toMatch(/other\.xlsx holds a checklist/);
    done("summary", file, "-o", "papers/one", "--force");
    expect(digest("other.xlsx")).toBe(before);
    expect(existsSync(path("out.html"))).toBe(false);
    expect(existsSync(path("other.html"))).toBe(false);
  });

  it("of a workbook that cannot be trusted is written, with the errors told and exit code 1", () => {
    const file = at("audit", "doubt.xlsx");
    const workbook = openXlsx(EDITIONS, bytes(file));
    workbook.apply({
      edits: [{ name: "Auditor_Answer", item: "1.2" as ItemId, value: "Perhaps" }],
    });
    writeFileSync(path(file), workbook.bytes());
    for (const command of ["summary", "calendar", "plan", "renew"]) {
      const ran = run([command, file], folder);
      expect(ran.code, command).toBe(1);
      expect(ran.err).toMatch(/\nError: Checklist!L\d+ says “Perhaps”.*\n.*cannot be trusted/s);
    }
    expect(existsSync(path("doubt audit summary.html"))).toBe(true);
  });
});

describe("report", () => {
  it("writes the final report and leaves FILE as it is", async () => {
    const file = at("actions", "final.xlsx");
    const before = digest(file);
    expect(done("report", file).err).toMatch(
      /^Written: final final report\.html and final final report\.xlsx\.\n.*before you send it:\n(?: {2}.*\n)+Next: close the action items/,
    );
    const page = text("final final report.html");
    for (const words of ["Final report", "760 of 1000", "Plan.pdf", "No plan yet"])
      expect(page).toContain(words);
    expect(page).not.toContain("9.3.5");
    await expectSound(bytes("final final report.xlsx"));
    expect(digest(file)).toBe(before);
  });

  it("is refused before the action items", () => {
    const file = at("audit", "soon.xlsx");
    const ran = run(["report", file], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^soon\.xlsx: The phase is Audit; the final report comes after/);
    expect(readdirSync(folder).filter((name) => name.startsWith("soon "))).toEqual([]);
  });
});

describe("renew", () => {
  it("makes next year's workbook, named by its year, and tells what was decided", () => {
    const file = at("actions", "client 2020.xlsx");
    expect(done("renew", file, "-o", "unpassed.xlsx").err).toContain(
      "This audit has not ended with a Pass yet, so the next one is taken for a full one.",
    );
    expect(score("unpassed.xlsx").scope.engagement).toBe("full");
    done("set", file, "Closed_On[8.1.9]=2026-03-12");
    const before = digest(file);
    const ran = done("renew", file);
    const next = `client ${year + 1}.xlsx`;
    expect(ran.err.split("\n")).toEqual([
      `${next} made.`,
      "The next audit is a renewal.",
      "Previous action items: 1.1, 1.4, 8.1.9, 9.3.5.",
      `Next: read ${next} through with whoever answers it; evidence and owners are last time's.`,
      "",
    ]);
    expect(digest(file)).toBe(before);
    expect(score(next)).toMatchObject({
      partner: "Käse & Söhne GmbH",
      phase: "Self-assessment",
      scope: { engagement: "renewal" },
      self: { answered: 0 },
      issues: [],
    });
    const result = read(next);
    expect(result.items[0]).toMatchObject({
      evidence: "Folder 1.1",
      priorAction: true,
      self: "unanswered",
    });
    expect(result).toMatchObject({ seal: null, history: [], summary: null });
  });

  it("does not overwrite without --force, and never FILE", () => {
    const file = at("actions", "renewed.xlsx");
    const before = digest(file);
    writeFileSync(path("there.xlsx"), "mine");
    const refused = run(["renew", file, "-o", "there.xlsx"], folder);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("add --force");
    expect(text("there.xlsx")).toBe("mine");
    done("renew", file, "-o", "there.xlsx", "--force");
    expect(read("there.xlsx").partner).toBe("Käse & Söhne GmbH");
    const itself = run(["renew", file, "-o", "renewed.xlsx", "--force"], folder);
    expect(itself.code).toBe(1);
    expect(itself.err).toContain("is the workbook itself");
    expect(run(["renew", file, "-o", "next.ods"], folder).err).toContain("ends in .xlsx");
    expect(digest(file)).toBe(before);
  });
});

describe("calendar", () => {
  it("writes every deadline that has a date", () => {
    const file = at("actions", "dates.xlsx");
    expect(done("calendar", file).err).toMatch(
      /^dates\.ics: 7 dates written\. Open it with your calendar\.\nNext: .*\n$/,
    );
    const calendar = new ICAL.Component(ICAL.parse(text("dates.ics")));
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    expect(events.map((event) => event.startDate.toString())).toContain(inAuditWeek(1));
    expect(events.every((event) => event.summary.endsWith("Käse & Söhne GmbH"))).toBe(true);
    done("calendar", file, "-o", "mine");
    expect(existsSync(path("mine.ics"))).toBe(true);
  });

  it("is refused while there is none, and does not write over FILE", () => {
    const file = at("ready", "undated.xlsx");
    const ran = run(["calendar", file], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^undated\.xlsx: no deadline has a date yet/);
    expect(existsSync(path("undated.ics"))).toBe(false);
    const before = digest(file);
    run(["calendar", at("actions", "undated2.xlsx"), "-o", file], folder);
    expect(digest(file)).toBe(before);
  });
});

describe("plan", () => {
  it("prints the message to standard output, and where it goes to standard error", () => {
    const file = at("actions", "plan.xlsx");
    done("set", file, "Action_Plan[8.1.9]=A test a quarter, the first by May");
    const ran = done("plan", file);
    expect(ran.out).toMatch(
      /^Subject: Käse & Söhne GmbH: action plan for 1 mandatory item\n\nKäse & Söhne GmbH plans to close 1 mandatory action item of/,
    );
    expect(ran.out).toContain(
      "Finding: No test was run\nPlan: A test a quarter, the first by May\n",
    );
    expect(ran.out).not.toContain("9.3.5");
    expect(ran.err).toContain("AWS MSP Program Manager");
  });

  it("says that none is needed", () => {
    const file = at("ready", "none.xlsx");
    const ran = done("plan", file);
    expect(ran.out).toBe("");
    expect(ran.err).toMatch(
      /^none\.xlsx: no mandatory action item is open, so no message is needed\.\nNext: .*\n$/,
    );
  });
});

describe("each of them", () => {
  it("has help with an example, and says what is wrong with its use", () => {
    const overview = run([], folder).out;
    for (const command of ["phase", "submit", "summary", "report", "renew", "calendar", "plan"]) {
      expect(overview).toContain(`\n  ${command} `);
      expect(run(["help", command], folder).out).toMatch(/Examples?\n {2}msp-checklist /);
      expect(run([command, "--help"], folder).out).toContain(`Usage: msp-checklist ${command}`);
      for (const args of [[command], [command, "--colour", "x.xlsx"]]) {
        expect(run(args, folder), args.join(" ")).toMatchObject({ code: 2, out: "" });
      }
      const absent = run(
        [command, "absent.xlsx", ...(command === "phase" ? ["Audit"] : [])],
        folder,
      );
      expect(absent).toMatchObject({ code: 1, out: "" });
      expect(absent.err).toBe(
        "absent.xlsx: there is no such file. Check the name and the folder.\n",
      );
    }
  });

  it("leaves nothing temporary behind, and a network alone: no module of one is in the program", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const program = readFileSync(new URL("../../dist/cli.mjs", import.meta.url), "utf8");
    expect(program).not.toMatch(
      /from ?"(node:)?(https?|http2|net|tls|dgram|dns)"|\bfetch\(|XMLHttpRequest|WebSocket/,
    );
  });
});
