/** Many workbooks of which some cannot be trusted: each is named, by `score` and by `check`. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { openXlsx } from "../../xlsx/workbook.ts";
import { auditFolder } from "./audit.ts";
import { newFolder, run } from "./run.ts";

const { at, folder: audits, score } = auditFolder();

const folder = newFolder();
const FILES = ["sound.xlsx", "warned.xlsx", "two wrong.xlsx", "wrong.xlsx", "absent.xlsx"] as const;

/** A workbook in which somebody typed answers that are none. */
function make(file: string, wrong: readonly string[], closed: readonly string[] = []): void {
  run(["new", file, "--partner", "Kestrel"], folder);
  const workbook = openXlsx(EDITIONS, new Uint8Array(readFileSync(join(folder, file))));
  const edit = (name: string, item: string, value: string) => ({
    name,
    item: item as ItemId,
    value,
  });
  workbook.apply({
    edits: [
      ...wrong.map((item) => edit("Self_Answer", item, "Perhaps")),
      ...closed.map((item) => edit("Auditor_Answer", item, "Met")),
    ],
  });
  writeFileSync(join(folder, file), workbook.bytes());
}

beforeAll(() => {
  make("sound.xlsx", []);
  make("warned.xlsx", [], ["1.1"]);
  make("two wrong.xlsx", ["1.1", "1.2"], ["1.3"]);
  make("wrong.xlsx", ["1.1"]);
});

describe("score", () => {
  it("counts errors apart from warnings, and names each file whose score cannot be trusted", () => {
    const ran = run(["score", ...FILES], folder);
    expect(ran.code).toBe(1);
    const [table = "", notes = ""] = ran.out.trimEnd().split("\n\n");
    const [head = "", ...lines] = table.split("\n");
    const column = head.indexOf("Issues");
    expect(lines.map((line) => line.slice(column))).toEqual([
      "none",
      expect.stringMatching(/^\d warnings?$/),
      expect.stringMatching(/^2 errors, \d warnings?$/),
      expect.stringMatching(/^1 error(?:, \d warnings?)?$/),
      "",
    ]);
    expect(ran.err).toBe("");
    expect(notes.split("\n")).toEqual([
      'two wrong.xlsx: the score cannot be trusted, because of 2 errors. `msp-checklist check "two wrong.xlsx"` says what to do.',
      "wrong.xlsx: the score cannot be trusted, because of 1 error. `msp-checklist check wrong.xlsx` says what to do.",
      "absent.xlsx: there is no such file. Check the name and the folder.",
      expect.stringContaining("Kestrel is in 4 files: "),
    ]);
    expect(run(["score", "sound.xlsx", "warned.xlsx"], folder)).toMatchObject({ code: 0, err: "" });
  });

  it("counts them in JSON", () => {
    const lines = run(["score", ...FILES, "--json"], folder)
      .out.trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ errors }) => errors)).toEqual([0, 0, 2, 1, undefined]);
    for (const { issues = [], errors = 0, warnings = 0 } of lines) {
      expect(errors + warnings).toBe(issues.length);
    }
  });

  it("gives the state of each action item in JSON", () => {
    const { actionItems } = score(at("actions", "states.xlsx"));
    expect(actionItems.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ["1.1", "closed"],
      ["1.4", "closed"],
      ["8.1.9", "open"],
      ["9.3.5", "open"],
    ]);
    // A day of closing alone closes nothing while the summary's receipt is not known.
    run(["set", "states.xlsx", "Summary_Received_On="], audits);
    const [, impacting] = score("states.xlsx").actionItems;
    expect(impacting).toMatchObject({ id: "1.4", state: "open" });
    expect(impacting.closedOn).not.toBeNull();
  });
});

describe("check", () => {
  it("looks at several files, each under its name, and at those after a bad one", () => {
    const ran = run(["check", "absent.xlsx", "wrong.xlsx", "sound.xlsx"], folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toBe("");
    const parts = ran.out.trimEnd().split("\n\n");
    expect(parts).toEqual([
      "absent.xlsx\nError: absent.xlsx: there is no such file. Check the name and the folder.",
      expect.stringMatching(/^wrong\.xlsx\nError: .*“Perhaps”/),
      expect.stringMatching(/^sound\.xlsx\nNothing is wrong\.\nBefore the hand-over\n/),
    ]);
    expect(run(["check", "sound.xlsx", "warned.xlsx"], folder).code).toBe(0);
    expect(run(["check", "wrong.xlsx", "sound.xlsx"], folder).code).toBe(1);
    expect(run(["check"], folder).code).toBe(2);
  });

  it("gives one object a line in JSON", () => {
    const ran = run(["check", "absent.xlsx", "wrong.xlsx", "sound.xlsx", "--json"], folder);
    expect(ran).toMatchObject({ code: 1, err: "" });
    const lines = ran.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => [line.file, line.error ?? line.issues.length > 0])).toEqual([
      ["absent.xlsx", "absent.xlsx: there is no such file. Check the name and the folder."],
      ["wrong.xlsx", true],
      ["sound.xlsx", false],
    ]);
  });
});
