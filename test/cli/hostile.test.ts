/** Texts, names and places meant to do harm: nothing steers the terminal, nothing ends in a stack trace. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { Edit } from "../../core/workbook/port.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { newFolder, PROGRAM, run, runProcess } from "./run.ts";

const folder = newFolder();
const path = (name: string): string => join(folder, name);

/** Sets the title of a terminal, colours it, turns text round, goes back over a line, and forges a message. */
const EVIL =
  "\u001b]0;owned\u0007\u001b[31mred\u009b1m\u202egnp\u2066\u007f\r\nError: forged\rOK: fine";
/** As `TRACE`, but faults of a workbook are told as errors here. */
const STACK = /\n\s+at |node:internal|undefined|\[object|inside the program/;
const STEERING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const inItem = (name: string, id: string, value: Edit["value"]): Edit => ({
  name,
  item: id as ItemId,
  value,
});

/** A workbook that says something evil wherever it can, as if it came by mail. */
function evilWorkbook(file: string, more: readonly Edit[] = []): string {
  run(["new", file, "--partner", "Kestrel", "--force"], folder);
  const workbook = openXlsx(EDITIONS, new Uint8Array(readFileSync(path(file))));
  const edits: Edit[] = [
    { name: "Partner_Name", value: `Kestrel${EVIL}` },
    { name: "Audit_On", value: { date: "2026-03-09" as IsoDate } },
    { name: "Holidays", index: 0, value: EVIL },
    { name: "Previous_Audit_Version", value: EVIL },
    { name: "Prerequisite_Reference", index: 0, value: `Alder${EVIL}` },
    inItem("Self_Answer", "1.1", EVIL),
    inItem("Owner", "1.1", EVIL),
    inItem("Auditor_Answer", "1.2", "Not met"),
    inItem("Auditor_Note", "1.2", EVIL),
    inItem("Action_Plan", "1.2", EVIL),
    ...more,
  ];
  workbook.apply({ edits });
  writeFileSync(path(file), workbook.bytes());
  return file;
}

function expectHarmless(args: readonly string[]): string {
  const { out, err } = run(args, folder);
  const said = out + err;
  expect(said, args.join(" ")).not.toMatch(STEERING);
  expect(said, args.join(" ")).not.toMatch(STACK);
  return said;
}

beforeAll(() => {
  evilWorkbook("self.xlsx");
  evilWorkbook("audit.xlsx", [{ name: "Phase", value: "Audit" }]);
});

describe("what a workbook says", () => {
  it("steers no terminal and forges no message", () => {
    for (const args of [
      ["check", "audit.xlsx"],
      ["score", "audit.xlsx"],
      ["score", "audit.xlsx", "self.xlsx"],
      ["summary", "audit.xlsx"],
      ["calendar", "audit.xlsx"],
      ["renew", "audit.xlsx", "-o", "next.xlsx", "--force"],
      ["submit", "self.xlsx", "--yes"],
    ]) {
      const said = expectHarmless(args);
      expect(said, args.join(" ")).toContain("owned");
      expect(said, args.join(" ")).not.toMatch(/^(?:Error: forged|OK: fine)/m);
    }
  });

  it("steers no terminal by a message of several lines, which keeps them", () => {
    const said = expectHarmless(["plan", "audit.xlsx"]);
    expect(said).toMatch(/^Plan: {2}\]0;owned {2}\[31mred 1m gnp {2}\nError: forged\nOK: fine$/m);
  });

  it("stays as it is in JSON, which no terminal obeys either, and in files", () => {
    const checked = JSON.parse(expectHarmless(["check", "audit.xlsx", "--json"]));
    expect(checked.issues[0].message).toContain(EVIL);
    expect(JSON.parse(expectHarmless(["score", "audit.xlsx", "--json"])).partner).toContain(EVIL);
    run(["renew", "audit.xlsx", "-o", "kept.xlsx", "--force"], folder);
    const snapshot = openXlsx(EDITIONS, new Uint8Array(readFileSync(path("kept.xlsx")))).snapshot();
    expect(snapshot && report(EDITIONS, snapshot).items[0]?.owner).toBe(EVIL);
  });
});

describe("what else is printed", () => {
  it("steers no terminal: lists of answers, names of files, arguments", () => {
    writeFileSync(path("evil.csv"), `id,answer\n"1.9${EVIL}",Met\n1.2,"${EVIL}"\n`);
    const said = expectHarmless(["fill", "self.xlsx", "--as", "self", "--answers", "evil.csv"]);
    expect(said.match(/owned/g)).toHaveLength(2);
    expect(said.trim().split("\n")).toHaveLength(3);
    const file = "evil\u001b[31m\n.xlsx";
    writeFileSync(path(file), "hello");
    // Three lines of the table, a blank one, and one on each file.
    expect(expectHarmless(["score", file, "self.xlsx"]).trim().split("\n")).toHaveLength(6);
    for (const args of [
      [`evil${EVIL}`],
      ["help", `evil${EVIL}`],
      ["score", `--evil${EVIL}`],
      ["score", `evil${EVIL}`],
      ["check", `evil${EVIL}`],
      ["set", "self.xlsx", `Owner${EVIL}`],
      ["set", "self.xlsx", `Audit_On=${EVIL}`],
      ["phase", "self.xlsx", EVIL],
    ]) {
      expect(expectHarmless(args)).toContain("owned");
    }
  });
});

it("the server of the page steers no terminal either", () => {
  const server = path("serve.mjs");
  buildSync({
    entryPoints: [join(import.meta.dirname, "../../cli/serve.ts")],
    outfile: server,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  for (const args of [[`--evil${EVIL}`], ["--port", EVIL]]) {
    const ran = spawnSync(process.execPath, [server, ...args], { encoding: "utf8" });
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain("owned");
    expect(ran.stderr).not.toMatch(STEERING);
    expect(ran.stderr).not.toMatch(/^(?:Error: forged|OK: fine)/m);
  }
});

describe("names that every object has", () => {
  const NAMES = ["constructor", "toString", "__proto__"];

  it("are no commands", () => {
    for (const name of [...NAMES, "scroe"]) {
      for (const args of [[name], [name, "--help"], ["help", name], ["--help", name]]) {
        expect(run(args, folder), args.join(" ")).toEqual({
          code: 2,
          out: "",
          err: `There is no command ${name}.${name === "scroe" ? " Did you mean score?" : ""} \`msp-checklist help\` lists them.\n`,
        });
      }
    }
    expect(run(["help", "help"], folder)).toEqual(run([], folder));
  });

  it("are no options, inputs, items, places, services or phases", () => {
    run(["new", "plain.xlsx", "--force"], folder);
    const before = readFileSync(path("plain.xlsx"));
    for (const name of NAMES) {
      for (const [code, ...args] of [
        [2, "score", `--${name}`, "plain.xlsx"],
        [2, "new", `--${name}=x`],
        [2, "phase", "plain.xlsx", name],
        [2, "set", "plain.xlsx", name],
      ] as const) {
        const ran = run(args, folder);
        expect(ran, args.join(" ")).toMatchObject({ code, out: "" });
        expect(ran.err).toContain(name);
        expect(ran.err).not.toMatch(STACK);
      }
      const texts = [
        `${name}=x`,
        `${name}[1]=x`,
        `Owner[${name}]=x`,
        `Holidays[${name}]=2026-01-01`,
        `Service_Compliant[${name}]=Yes`,
        `Engagement=${name}`,
      ];
      const refused = run(["set", "plain.xlsx", ...texts], folder)
        .err.trim()
        .split("\n");
      expect(refused.filter((line) => line.includes(name))).toHaveLength(texts.length);
      expect(refused.at(-1)).toBe("Nothing was written: 6 lines are wrong.");
      writeFileSync(path("names.csv"), `id,answer,${name}\n${name},Met,x\n1.1,${name},x\n`);
      const filled = run(["fill", "plain.xlsx", "--as", "self", "--answers", "names.csv"], folder);
      expect(filled.err).toMatch(/2 lines are wrong\.\n$/);
    }
    expect(readFileSync(path("plain.xlsx")).equals(before)).toBe(true);
  });
});

describe("places", () => {
  const inShell = (script: string) =>
    spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8", timeout: 120_000 });
  const program = `"${process.execPath}" "${PROGRAM}"`;

  it.skipIf(!existsSync("/dev/full"))("that take no output are told in a sentence", () => {
    for (const command of ["catalog", "help", "check self.xlsx --json"]) {
      const ran = inShell(`${program} ${command} > /dev/full`);
      expect(ran.status, command).toBe(1);
      expect(ran.stderr).toBe(
        "The output cannot be written (ENOSPC). Make room, or send it elsewhere, and try again.\n",
      );
    }
    expect(inShell(`${program} scroe 2> /dev/full`).status).toBe(2);
    expect(inShell(`${program} catalog | true`).stderr).toBe("");
  });

  it.skipIf(!existsSync("/dev/zero"))("without an end are refused, and a pipe is read", () => {
    const endless = runProcess(["score", "/dev/zero"], folder, { timeout: 60_000 });
    expect(endless).toEqual({
      code: 1,
      out: "",
      err: "/dev/zero gives more than 20 MB; a checklist has far less. Name the workbook itself.\n",
    });
    const piped = inShell(`cat self.xlsx | ${program} score /dev/stdin --json`);
    expect(JSON.parse(piped.stdout).partner).toContain("Kestrel");
  });

  it("that are gone are told in a sentence", () => {
    run(["new", "here.xlsx", "--force"], folder);
    mkdirSync(path("gone"));
    const set = `${program} set "${path("here.xlsx")}" Audit_On=2026-01-01 -o out.xlsx`;
    expect(inShell(`cd gone && rmdir ../gone && ${set}`).stderr).toBe(
      "out.xlsx cannot be written: its folder does not exist. Make the folder first.\n",
    );
  });
});
