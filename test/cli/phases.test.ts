/** `phase`, `set Phase=…`, `submit` and what `check` says of the seal: what is written, refused and told. */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { writeTogether } from "../../cli/files.ts";
import { draftOf } from "../../cli/submit.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { READY } from "../core/ready.ts";
import { skipsWithout } from "../engines/programs.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { auditFolder } from "./audit.ts";
import { PROGRAM, run, runProcess, TRACE } from "./run.ts";
import { onTerminal } from "./terminal.ts";

const { at, done, folder, path, score } = auditFolder();

const read = (file: string) => {
  const snapshot = openXlsx(EDITIONS, readFileSync(path(file))).snapshot();
  if (!snapshot) throw new Error(`${file} holds no checklist.`);
  return report(EDITIONS, snapshot);
};
const PLAIN = { hasMacros: false, isSigned: false };
const digest = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("hex");
const codes = (file: string) => read(file).issues.map((issue) => issue.code);

describe("phase", () => {
  it("moves on and back, with capitals, spaces and hyphens as they come, and records it", () => {
    const file = at("submitted", "phase.xlsx");
    expect(done("phase", file, "AUDIT").err).toMatch(
      /^phase\.xlsx: the phase is now Audit\.\nNext: .*fill phase\.xlsx --as auditor/,
    );
    done("phase", file, "action-items");
    expect(done("phase", file, "audit", "--reason", "One  item\nagain").out).toBe("");
    expect(score(file).phase).toBe("Audit");
    expect(read(file).history.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ["selfAssessment", "submitted", ""],
      ["submitted", "audit", ""],
      ["audit", "actionItems", ""],
      ["actionItems", "audit", "One item again"],
    ]);
    expect(codes(file)).toEqual([]);
  });

  it("seals when it leaves the self-assessment, and says how the mail is made", () => {
    const file = at("ready", "seals.xlsx");
    const ran = done("phase", file, "submitted");
    expect(ran.err).toMatch(
      /^seals\.xlsx: the phase is now Submitted, and the partner's entries are sealed \([0-9a-f-]{14}\)\.\n {2}Self-assessment sent \(Overview!L\d+\): blank becomes “.*”\n`msp-checklist submit seals\.xlsx` makes the mail\.\n$/,
    );
    expect(read(file).seal?.state).toBe("unchanged");
  });

  it("writes nothing where the phase is that already", () => {
    const file = at("submitted", "same.xlsx");
    const before = digest(path(file));
    expect(done("phase", file, "Submitted").err).toBe(
      "same.xlsx: the phase is Submitted already. Nothing was written.\n",
    );
    expect(done("set", file, "Phase=submitted").err).toContain("already");
    expect(digest(path(file))).toBe(before);
  });

  it("is wrong usage without a reason on the way back, with no phase, or with one that is none", () => {
    const file = at("submitted", "usage.xlsx");
    const before = digest(path(file));
    for (const [args, says] of [
      [["phase", file, "self-assessment"], /from Submitted to Self-assessment needs a reason/],
      [["phase", file, "self-assessment", "--reason", " "], /--reason TEXT/],
      [["set", file, "Phase=Self-assessment"], /--reason TEXT/],
      [["set", file, "Phase=Audit", "Phase=Closed"], /Phase once/],
      [["phase", file], /Self-assessment, Submitted, Audit, Action items, Closed/],
      [["phase", file, "Auditing"], /“Auditing” is no phase/],
      [["phase"], /Name a workbook/],
    ] as const) {
      const ran = run(args, folder);
      expect(ran.code, args.join(" ")).toBe(2);
      expect(ran.err).toMatch(says);
    }
    expect(run(["set", file, "Phase="], folder)).toMatchObject({ code: 1 });
    expect(digest(path(file))).toBe(before);
  });
});

describe("set with a phase", () => {
  it("records the move and seals the other entries of the same command", () => {
    const file = at("ready", "set-phase.xlsx");
    const ran = done("set", file, "Partner_Name=Other Ltd", "Phase=Submitted", "Owner[1.1]=Kim");
    expect(ran.err).toContain("2 inputs written; the phase is now Submitted, and the partner's");
    expect(read(file)).toMatchObject({ partner: "Other Ltd", seal: { state: "unchanged" } });
    expect(read(file).history).toHaveLength(1);
    expect(codes(file)).toEqual([]);
    done("set", file, "Phase=Self-assessment", "Evidence[1.1]=New", "--reason", "Wrong folder");
    expect(read(file).history.at(-1)).toMatchObject({ reason: "Wrong folder" });
    expect(read(file).items[0]?.evidence).toBe("New");
  });

  it("writes to another file where it is told, and leaves the first", () => {
    const file = at("submitted", "first.xlsx");
    done("set", file, "Phase=Audit", "-o", "second.xlsx");
    expect(score("first.xlsx").phase).toBe("Submitted");
    expect(score("second.xlsx").phase).toBe("Audit");
  });
});

describe("submit", () => {
  it("seals, writes the draft with the workbook as written, and says that nothing was sent", async () => {
    const file = at("ready", "kestrel cloud.xlsx");
    const ran = done("submit", file, "--yes");
    expect(ran.out).toMatch(/^Advice\n {2}Overview!L\d+: .*January 2017/);
    expect(ran.out).not.toContain("Still open");
    const lines = ran.err.trim().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^ {2}Self-assessment sent \(Overview!L\d+\): blank becomes “/);
    lines.splice(1, 1);
    expect(lines[0]).toMatch(/^kestrel cloud\.xlsx: handed over and sealed \([0-9a-f-]{14}\)\./);
    expect(lines[1]).toBe(
      "kestrel cloud.eml: the draft of the mail, with the workbook attached. Nothing was sent.",
    );
    expect(lines[2]).toContain('msp-checklist set "kestrel cloud.xlsx" Prerequisite_Sent=Yes');
    expect(score(file)).toMatchObject({ phase: "Submitted", self: { total: 980 }, issues: [] });
    const mail = await PostalMime.parse(readFileSync(path("kestrel cloud.eml")));
    expect(mail.subject).toBe("Käse & Söhne GmbH Completed Self-Assessment");
    expect(mail.to?.map(({ address }) => address)).toEqual(["checklist@amazon.com"]);
    expect(mail.from).toBeUndefined();
    expect(mail.text).toContain(read(file).seal?.short);
    expect(mail.text).toContain("Attached: kestrel cloud.xlsx");
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(["kestrel cloud.xlsx"]);
    const attached = new Uint8Array(mail.attachments[0]?.content as ArrayBuffer);
    expect(Buffer.from(attached).equals(readFileSync(path(file)))).toBe(true);
  });

  it("a second time makes the draft again and leaves the workbook", () => {
    const file = at("submitted", "again.xlsx");
    const before = digest(path(file));
    const ran = done("submit", file);
    expect(ran.out).toBe("");
    expect(ran.err).toContain("already, and unchanged since. Only the draft was made again.");
    expect(digest(path(file))).toBe(before);
    const first = readFileSync(path("again.eml"));
    done("submit", file, "--yes");
    expect(readFileSync(path("again.eml"))).toEqual(first);
  });

  it("goes on with things missing after a yes, and lists them with their cells", () => {
    const file = "bare.xlsx";
    done("new", file, "--partner", "Kestrel");
    done("set", file, "Self_Answer[1.1]=Met");
    const ran = done("submit", file, "--yes");
    expect(ran.out).toMatch(/^Still open\n {2}Checklist!H\d+: .*have no answer/);
    expect(ran.out).toMatch(/\n {2}Prerequisites!C\d+: The APN tier is blank/);
    expect(score(file).phase).toBe("Submitted");
  });

  it("never goes on without a person's yes: not where nobody can be asked, whatever comes in a pipe", () => {
    const file = at("ready", "unasked.xlsx");
    done("set", file, "Prerequisite_Tier=");
    const before = digest(path(file));
    for (const input of ["", "n\n", "y\n"]) {
      const ran = runProcess(["submit", file], folder, { input });
      expect(ran.code, input).toBe(1);
      expect(ran.out).toMatch(/^Still open\n {2}Prerequisites!C\d+: The APN tier is blank/);
      expect(ran.err).toMatch(
        /^unasked\.xlsx: not handed over, .*--yes\. Nothing was written\.\n$/,
      );
      expect(digest(path(file))).toBe(before);
      expect(existsSync(path("unasked.eml"))).toBe(false);
    }
  });

  it("hands over nothing where nothing is answered, also after a yes", () => {
    const file = "empty.xlsx";
    done("new", file, "--partner", "Kestrel");
    const before = digest(path(file));
    const ran = run(["submit", file, "--yes"], folder);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^Blocks the hand-over\n {2}Checklist!H\d+: No item has an answer/);
    expect(digest(path(file))).toBe(before);
    expect(existsSync(path("empty.eml"))).toBe(false);
  });

  it("is refused where something blocks, and writes nothing", () => {
    done("new", "nameless.xlsx");
    const before = digest(path("nameless.xlsx"));
    const ran = run(["submit", "nameless.xlsx", "--yes"], folder);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^Blocks the hand-over\n {2}Overview!L\d+: The partner has no name/);
    expect(ran.err).toMatch(/^nameless\.xlsx: not handed over\. .*Nothing was written\.\n$/);
    expect(digest(path("nameless.xlsx"))).toBe(before);
    expect(existsSync(path("nameless.eml"))).toBe(false);
  });

  it("is refused after a change, by hand or for later phases, each with the way out", () => {
    const file = at("submitted", "late.xlsx");
    done("set", file, "Evidence[1.1]=Another folder");
    const changed = run(["submit", file], folder);
    expect(changed).toMatchObject({ code: 1, out: "" });
    expect(changed.err).toMatch(/^late\.xlsx: Entries were changed after the hand-over of/);
    done("phase", file, "Audit");
    expect(run(["submit", file], folder).err).toContain("The phase is Audit");
    expect(existsSync(path("late.eml"))).toBe(false);
  });

  it("does not replace somebody's mail of the same name", () => {
    const file = at("ready", "mail.xlsx");
    const before = digest(path(file));
    writeFileSync(path("mail.eml"), "From: me\n\nMy own mail");
    const ran = run(["submit", file, "--yes"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("mail.eml exists already and is no draft of this program");
    expect(readFileSync(path("mail.eml"), "utf8")).toBe("From: me\n\nMy own mail");
    expect(digest(path(file))).toBe(before);
  });

  it("refuses a workbook that no mail could carry", () => {
    const after = report(EDITIONS, snapshotOf(READY));
    expect(() => draftOf(checklist31, "k.xlsx", after, new Uint8Array(23 << 20), PLAIN)).toThrow(
      /^k\.xlsx has 23\.0 MB, and mails carry 20\.8 MB at most\./,
    );
  });

  const python = !skipsWithout("python3");

  it.skipIf(!python)("asks on a terminal; only a yes hands over", () => {
    for (const [name, typed, isYes] of [
      ["no", "n\r", false],
      ["blank", "\r", false],
      ["end", "\u0004", false],
      ["yes", "y\r", true],
      ["word", " YES \r", true],
    ] as const) {
      const file = at("ready", `ask-${name}.xlsx`);
      done("set", file, "Prerequisite_Tier=");
      const before = digest(path(file));
      const { code, shown } = onTerminal(["submit", file], typed, folder);
      expect(shown, name).toContain("Hand over all the same? y/N");
      expect(code, name).toBe(isYes ? 0 : 1);
      expect(score(file).phase, name).toBe(isYes ? "Submitted" : "Self-assessment");
      expect(existsSync(path(`ask-${name}.eml`)), name).toBe(isYes);
      if (!isYes) {
        expect(shown).toContain("Not handed over. Nothing was written.");
        expect(digest(path(file))).toBe(before);
      }
    }
  });
});

describe("check", () => {
  it("says that a workbook is as it was handed over, or each entry that is not", () => {
    const file = at("submitted", "sealed.xlsx");
    const when = read(file).seal?.at;
    const sound = done("check", file, "--strict");
    expect(sound.err).toMatch(/^Next: send the draft .*\n$/);
    expect(sound.out).toBe(
      `sealed.xlsx: nothing is wrong.\nSeal ${read(file).seal?.short}: unchanged since handed over on ${when}.\n`,
    );
    done(
      "set",
      file,
      "Self_Answer[13.1]=Met",
      "Evidence[1.2]=",
      "Evidence[1.1]=Two\nlines",
      "Service_Compliant[AWS Lambda]=No",
      "Owner[1.1]=Kim",
    );
    const ran = done("check", file);
    for (const more of [[], ["--json"]])
      expect(run(["check", file, "--strict", ...more], folder).code).toBe(1);
    expect(ran.out).toContain(`: 4 entries changed since handed over on ${when}.\n`);
    expect(ran.out).toContain("  13.1 Partner Self-Assessment: “Not met” became “Met”\n");
    expect(ran.out).toContain("  1.2 Evidence link or note: “Folder 1.2” became blank\n");
    expect(ran.out).toContain("  1.1 Evidence link or note: “Folder 1.1” became “Two ⏎ lines”\n");
    expect(ran.out).toContain("  AWS Lambda Compliant: “Yes” became “No”\n");
    expect(ran.out).not.toContain("Kim");
    const json = JSON.parse(run(["check", file, "--json"], folder).out);
    expect(Object.keys(json)).toEqual(["file", "issues", "seal", "open"]);
    expect(json.open).toEqual([]);
    expect(json.seal).toMatchObject({ state: "changed", at: when, disclosedLate: [] });
    expect(json.seal.changes).toContainEqual({
      name: "Self_Answer",
      place: "13.1",
      before: "Not met",
      after: "Met",
    });
    expect(json.issues.map((issue: { code: string }) => issue.code)).toContain("sealChanged");
  });

  it("lists before the hand-over what is still open, and no exit code comes of it", () => {
    const file = at("ready", "opens.xlsx");
    done("set", file, "Prerequisite_Tier=", "Self_Answer[1.1]=");
    const { out } = done("check", file);
    expect(out).toMatch(
      /^opens\.xlsx: nothing is wrong\.\nBefore the hand-over\nStill open\n {2}Checklist!H\d+: Item 1\.1 has no answer/,
    );
    expect(out).toMatch(/\n {2}Prerequisites!C\d+: The APN tier is blank/);
    const { issues, open } = JSON.parse(done("check", file, "--json").out);
    expect(issues).toEqual([]);
    expect(open[0]).toEqual({
      code: "unanswered",
      weight: "missing",
      where: expect.stringMatching(/^Checklist!H\d+$/),
      message: "Item 1.1 has no answer. Answer Met or Not met.",
    });
    expect(run(["submit", file, "--yes"], folder).code).toBe(0);
    expect(done("check", file).out).not.toContain("Before the hand-over");
  });

  it("says where there is no seal", () => {
    const file = at("ready", "unsealed.xlsx");
    expect(done("check", file).out).not.toContain("Seal");
    expect(JSON.parse(done("check", file, "--json").out).seal).toBeNull();
    const ran = run(["set", file, "Phase=Closed", "--reason", "Never sealed"], folder);
    expect(ran.err).toContain("sealed");
  });
});

describe("files", () => {
  const inside = (name: string) => {
    mkdirSync(path(name));
    copyFileSync(path(at("ready", "origin.xlsx")), path(join(name, "k.xlsx")));
    return join(name, "k.xlsx");
  };

  it("are both written or neither: where the draft cannot be, the workbook stays", () => {
    const file = inside("folder-in-the-way");
    mkdirSync(path(join("folder-in-the-way", "k.eml")));
    const before = digest(path(file));
    const ran = run(["submit", file, "--yes"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err + ran.out).not.toMatch(TRACE);
    expect(digest(path(file))).toBe(before);
    expect(readdirSync(path("folder-in-the-way")).sort()).toEqual(["k.eml", "k.xlsx"]);
  });

  it.skipIf(process.getuid?.() === 0)("stay as they are in a folder that cannot be written", () => {
    const file = inside("read-only");
    const before = digest(path(file));
    chmodSync(path("read-only"), 0o555);
    expect(run(["submit", file, "--yes"], folder).code).toBe(1);
    expect(run(["phase", file, "Audit"], folder).code).toBe(1);
    chmodSync(path("read-only"), 0o755);
    expect(digest(path(file))).toBe(before);
    expect(readdirSync(path("read-only"))).toEqual(["k.xlsx"]);
  });

  it("are whole or old where the disk is full", () => {
    const file = inside("full");
    const before = digest(path(file));
    // No file may grow beyond a few blocks: writes fail as on a full disk.
    const limited = `trap '' XFSZ; ulimit -f 64; exec "${process.execPath}" "${PROGRAM}" submit "${file}" --yes`;
    const ran = spawnSync("bash", ["-c", limited], { cwd: folder, encoding: "utf8" });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("the disk is full");
    expect(digest(path(file))).toBe(before);
    expect(readdirSync(path("full"))).toEqual(["k.xlsx"]);
  });

  it("that were renamed already are taken back when a later one fails", () => {
    mkdirSync(path("together"));
    const [one = "", fresh = "", last = ""] = ["one", "fresh", "last"].map((name) =>
      path(join("together", name)),
    );
    writeFileSync(one, "old one");
    const write = (third: string): void =>
      writeTogether({ cwd: "" }, [
        { file: one, bytes: Buffer.from("new one") },
        { file: fresh, bytes: Buffer.from("new") },
        { file: third, bytes: Buffer.from("x") },
      ]);
    // Its shortened temporary file can be written; the name itself is longer than a disk takes.
    expect(() => write(path(join("together", "x".repeat(300))))).toThrow(/cannot be written/);
    expect(readdirSync(path("together"))).toEqual(["one"]);
    expect(readFileSync(one, "utf8")).toBe("old one");
    write(last);
    expect(readdirSync(path("together")).sort()).toEqual(["fresh", "last", "one"]);
    expect(readFileSync(one, "utf8")).toBe("new one");
  });

  it("leave nothing temporary behind", () => {
    const all = readdirSync(folder, { recursive: true }).map(String);
    expect(all.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
