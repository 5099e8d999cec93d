/** `--backup`: what a command replaces is kept beside it, and no earlier one is lost. */

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, it } from "vitest";
import { auditFolder } from "./audit.ts";
import { run } from "./run.ts";

const { at, done, folder, path } = auditFolder();
const bytes = (name: string): string => readFileSync(path(name), "base64");

describe("a file that is replaced", () => {
  it("is kept under a new name each time, with its day", () => {
    const file = at("ready", "k.xlsx");
    const first = bytes(file);
    const { mtimeMs } = statSync(path(file));
    const { err } = done("set", file, "Owner[1.1]=Kim", "--backup");
    expect(err).toMatch(
      /^k\.xlsx as it was is kept as k \(backup 1\)\.xlsx\.\nk\.xlsx: 1 input written\.\n/,
    );
    const second = bytes(file);
    done("phase", file, "submitted", "--backup");
    expect([bytes("k (backup 1).xlsx"), bytes("k (backup 2).xlsx")]).toEqual([first, second]);
    expect(statSync(path("k (backup 1).xlsx")).mtimeMs).toBeCloseTo(mtimeMs, -1);
    // A lower number that became free would look older than it is.
    writeFileSync(path("k (backup 7).xlsx"), "");
    expect(done("set", file, "Owner[1.1]=Lee", "--backup").err).toContain("k (backup 8).xlsx.\n");
    // And nothing is kept where nothing changes.
    const before = readdirSync(folder).length;
    expect(done("phase", file, "submitted", "--backup").err).not.toContain("is kept");
    expect(readdirSync(folder)).toHaveLength(before);
  });

  it("is kept by every way of writing over it", () => {
    at("ready", "ready.xlsx");
    at("audit", "audit.xlsx");
    writeFileSync(path("a.csv"), "id,answer\n1.1,Met\n");
    done("set", "ready.xlsx", "Owner[1.1]=Kim", "-o", "other.xlsx");
    for (const [file, ...args] of [
      ["other.xlsx", "set", "ready.xlsx", "Owner[1.1]=Lee", "-o", "other.xlsx", "--force"],
      ["audit.xlsx", "fill", "audit.xlsx", "--as", "auditor", "--answers", "a.csv"],
      ["audit.xlsx", "summary", "audit.xlsx"],
      ["audit audit summary.html", "summary", "audit.xlsx", "--force"],
      ["ready.xlsx", "submit", "ready.xlsx", "--yes"],
      ["ready.xlsx", "merge", "audit.xlsx", "ready.xlsx", "audit.xlsx", "-o", "ready.xlsx"],
      ["other.xlsx", "new", "other.xlsx", "--force"],
    ] as const) {
      const former = bytes(file);
      if (file.endsWith(".html")) done("set", "audit.xlsx", "Auditor_Answer[1.5]=Not met");
      const { err } = done(...args, "--backup");
      const kept = new RegExp(`^${file.replace(".", "\\.")} as it was is kept as (.*)\\.$`, "m");
      expect(kept.exec(err)?.[1], args.join(" ")).toBeDefined();
      expect(bytes(kept.exec(err)?.[1] ?? ""), args.join(" ")).toBe(former);
    }
  });

  it("is not kept by a dry run, which says what would be", () => {
    const file = at("ready", "dry.xlsx");
    const before = readdirSync(folder);
    const { err } = done("set", file, "Owner[1.1]=Kim", "--backup", "--dry-run");
    expect(err).toContain("dry.xlsx as it was is kept as dry (backup 1).xlsx.");
    expect(readdirSync(folder)).toEqual(before);
  });

  it("is not looked at with its folder, and is where it is named", () => {
    mkdirSync(path("inbox"));
    at("ready", "inbox/k.xlsx");
    done("set", "inbox/k.xlsx", "Owner[1.1]=Kim", "--backup");
    expect(readdirSync(path("inbox"))).toContain("k (backup 1).xlsx");
    expect(done("score", "inbox").out).not.toContain("backup");
    expect(done("score", "inbox/*.xlsx").out).toContain("k (backup 1).xlsx");
  });

  it.skipIf(process.platform === "win32")("lies beside what a link leads to", () => {
    mkdirSync(path("far"));
    at("ready", "far/k.xlsx");
    symlinkSync(path("far/k.xlsx"), path("link.xlsx"));
    const { err } = done("set", "link.xlsx", "Owner[1.1]=Kim", "--backup");
    expect(readdirSync(path("far")).sort()).toEqual(["k (backup 1).xlsx", "k.xlsx"]);
    expect(err).toMatch(/^link\.xlsx as it was is kept as .*far\/k \(backup 1\)\.xlsx\.\n/);
  });
});

it("is refused with a sentence where there is no room for it, and nothing is changed", () => {
  const file = at("ready", `${"k".repeat(240)}.xlsx`);
  const before = bytes(file);
  const ran = run(["set", file, "Owner[1.1]=Kim", "--backup"], folder);
  expect(ran).toMatchObject({ code: 1, err: expect.stringContaining("Nothing was changed.") });
  expect(bytes(file)).toBe(before);
});
