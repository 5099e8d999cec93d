/** Commands at the same time: none overwrites what another wrote, and nothing is left lying about. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Changed, untilUnchanged, writeTogether } from "../../cli/files.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { skipsWithout } from "../engines/programs.ts";
import { newFolder, run, start } from "./run.ts";
import { onTerminal } from "./terminal.ts";

const LOCK = ".msp-checklist.lock";
const FULL = 600_000;
const root = newFolder();

/** A folder of its own with a workbook in it. */
function folderOf(
  name: string,
  file = "k.xlsx",
): { folder: string; path: (file: string) => string } {
  const folder = join(root, name);
  mkdirSync(folder);
  expect(run(["new", file, "--partner", "Kestrel"], folder).code).toBe(0);
  return { folder, path: (other) => join(folder, other) };
}

function read(file: string) {
  const snapshot = openXlsx(EDITIONS, new Uint8Array(readFileSync(file))).snapshot();
  if (!snapshot) throw new Error(`${file} holds no checklist.`);
  return report(EDITIONS, snapshot);
}

describe("commands at the same time", () => {
  it("all write, each on what the others wrote", { timeout: FULL }, async () => {
    const { folder, path } = folderOf("many");
    writeFileSync(path("a.csv"), "id,answer\n2.1,Met\n");
    const ran = await Promise.all(
      [
        ...["1.1", "1.2", "1.3", "1.4"].map((id) => ["set", "k.xlsx", `Owner[${id}]=P${id}`]),
        ["fill", "k.xlsx", "--as", "self", "--answers", "a.csv"],
        ["phase", "k.xlsx", "Audit", "--reason", "By mail"],
      ].map((args) => start(args, folder)[1]),
    );
    expect(ran.map(({ code, err }) => [code, err.includes("changed by another")])).toEqual(
      ran.map(() => [0, false]),
    );
    const result = read(path("k.xlsx"));
    const item = (id: string) => result.items.find((row) => row.id === id);
    expect(["1.1", "1.2", "1.3", "1.4"].map((id) => item(id)?.owner)).toEqual([
      "P1.1",
      "P1.2",
      "P1.3",
      "P1.4",
    ]);
    expect(item("2.1")?.self).toBe("met");
    expect(result.phase).toBe("audit");
    expect(readdirSync(folder).sort()).toEqual(["a.csv", "k.xlsx"]);
  });

  it("keep a summary and an entry", { timeout: FULL }, async () => {
    const { folder, path } = folderOf("summary");
    expect(run(["phase", "k.xlsx", "Audit", "--reason", "By mail"], folder).code).toBe(0);
    await Promise.all(
      [
        ["summary", "k.xlsx"],
        ["set", "k.xlsx", "Owner[1.1]=Kim"],
      ].map((args) => start(args, folder)[1]),
    );
    const result = read(path("k.xlsx"));
    expect(result.summary).not.toBeNull();
    expect(result.items[0]?.owner).toBe("Kim");
  });

  it("make a new file once", { timeout: FULL }, async () => {
    const { folder, path } = folderOf("once");
    const made = ["One", "Two", "Three"].map((partner) => ["new", "n.xlsx", "--partner", partner]);
    const ran = await Promise.all(made.map((args) => start(args, folder)[1]));
    expect(ran.map(({ code }) => code).sort()).toEqual([0, 1, 1]);
    const winner = ["One", "Two", "Three"][ran.findIndex(({ code }) => code === 0)];
    expect(read(path("n.xlsx")).partner).toBe(winner);
  });

  it.skipIf(skipsWithout("python3"))(
    "refuse a hand-over of what was changed after the question",
    { timeout: FULL },
    () => {
      const { folder, path } = folderOf("asked");
      expect(run(["set", "k.xlsx", "Self_Answer[1.1]=Met"], folder).code).toBe(0);
      const meanwhile = ["set", "k.xlsx", "Owner[1.1]=Kim"];
      const { code, shown } = onTerminal(["submit", "k.xlsx"], "y\r", folder, { meanwhile });
      expect(shown).toContain(
        "k.xlsx was changed by another program while this command ran. Nothing was written; run it again.",
      );
      expect(code).toBe(1);
      expect(read(path("k.xlsx"))).toMatchObject({ phase: "selfAssessment", seal: null });
      expect(read(path("k.xlsx")).items[0]?.owner).toBe("Kim");
      expect(readdirSync(folder)).toEqual(["k.xlsx"]);
    },
  );
});

describe("a lock", () => {
  it("that somebody left behind is taken away", { timeout: FULL }, () => {
    const { folder } = folderOf("left");
    writeFileSync(join(folder, LOCK), "");
    expect(run(["set", "k.xlsx", "Owner[1.1]=Kim"], folder).code).toBe(0);
    expect(readdirSync(folder)).toEqual(["k.xlsx"]);
  });

  it("and all else is gone after Ctrl+C, and the file is whole", { timeout: FULL }, async () => {
    const { folder, path } = folderOf("stopped");
    writeFileSync(path(LOCK), "");
    const [child, ended] = start(["set", "k.xlsx", "Owner[1.1]=Kim"], folder);
    const waits = () => readdirSync(folder).some((name) => name.endsWith(".tmp"));
    while (!waits()) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGINT");
    // Only now it can go on, and it does.
    rmSync(path(LOCK), { force: true });
    expect(await ended).toMatchObject({
      code: 0,
      err: expect.stringContaining("k.xlsx: 1 input written.\n"),
    });
    expect(read(path("k.xlsx")).items[0]?.owner).toBe("Kim");
    expect(readdirSync(folder)).toEqual(["k.xlsx"]);
  });
});

describe("writing", () => {
  const old = Buffer.from("old");
  const bytes = Buffer.from("new");

  it("replaces what was read and nothing else, with all that belongs to it", () => {
    const folder = newFolder();
    const [file, draft] = [join(folder, "k"), join(folder, "draft")];
    writeFileSync(file, "old");
    const write = (was: Uint8Array | null | undefined): void =>
      writeTogether({ cwd: folder }, [
        { file: draft, bytes },
        { file, bytes, was },
      ]);
    expect(() => write(Buffer.from("older"))).toThrow(Changed);
    expect(() => write(null)).toThrow(/exists already/);
    expect(readdirSync(folder)).toEqual(["k"]);
    expect(readFileSync(file, "utf8")).toBe("old");
    write(old);
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(readFileSync(draft, "utf8")).toBe("new");
    rmSync(file);
    expect(() => write(old)).toThrow(Changed);
    expect(existsSync(file)).toBe(false);
    write(null);
    expect(readdirSync(folder).sort()).toEqual(["draft", "k"]);
  });

  it("begins again while others are faster, and not for ever", () => {
    const attempts = (losses: number) => {
      let count = 0;
      const attempt = (): number => {
        count += 1;
        if (count <= losses) throw new Changed("Changed.");
        return count;
      };
      return untilUnchanged(attempt);
    };
    expect(attempts(0)).toBe(1);
    expect(attempts(7)).toBe(8);
    expect(() => attempts(1000)).toThrow("Changed.");
  });

  it("takes every name that a disk takes, in any script", () => {
    const folder = newFolder();
    for (const name of ["表".repeat(83), "🦅".repeat(62), "x".repeat(250)]) {
      const file = join(folder, `${name}.txt`);
      writeTogether({ cwd: folder }, [{ file, bytes, was: null }]);
      writeTogether({ cwd: folder }, [{ file, bytes: old, was: bytes }]);
      expect(readFileSync(file, "utf8")).toBe("old");
    }
    expect(readdirSync(folder)).toHaveLength(3);
  });
});
