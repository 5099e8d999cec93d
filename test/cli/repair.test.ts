/** `check --repair`: what it says first, what it writes, what it leaves to people. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { withItem } from "../fakes/snapshot.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { DAMAGES, type Damage, LOSSES, UNSURE } from "../xlsx/damages.ts";
import { entriesOf, filledInputs, readFile } from "../xlsx/repairing.ts";
import { newFolder, type Ran, run } from "./run.ts";

const plan = blueprint(checklist31, filledInputs(checklist31));
/** An error of the workbook is told as one; one of the program never is. */
const TRACE = /\n\s+at |TypeError|node:internal|undefined|\[object/;
const NO_DAMAGE: Damage = (book) => book;

/** A folder with a damaged workbook, and the command there. */
function folderWith(damage: Damage, book = plan, name = "kestrel.xlsx") {
  const folder = newFolder();
  const path = join(folder, name);
  writeFileSync(path, drawBlueprint(damage(book, checklist31)));
  const bytes = (file = name) => new Uint8Array(readFileSync(join(folder, file)));
  return {
    folder,
    bytes,
    entries: (file?: string) => entriesOf(checklist31, readFile(bytes(file))),
    check: (...args: string[]): Ran => {
      const ran = run(["check", name, ...args], folder);
      expect(ran.out + ran.err).not.toMatch(TRACE);
      return ran;
    },
  };
}

describe("check", () => {
  it("says how a fault is mended, where one can be", () => {
    const { err } = folderWith(DAMAGES["points typed over"]).check();
    expect(err).toContain("`msp-checklist check kestrel.xlsx --repair` mends");
    expect(folderWith(NO_DAMAGE).check().err).not.toContain("--repair");
  });

  it.each([
    [["--dry-run"], "--dry-run goes with --repair."],
    [["-o", "x.xlsx"], "--output goes with --repair."],
    [["--repair", "--strict"], "choose one of them"],
    [["--repair", "other.xlsx"], "Name one workbook."],
  ])("takes %j for what it is", (args, said) => {
    const { code, err } = folderWith(NO_DAMAGE).check(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("check --repair", () => {
  it("says with --dry-run what it would do, cell by cell with --cells, and writes nothing", () => {
    const { check, bytes } = folderWith(DAMAGES["points typed over"]);
    const before = bytes();
    const { code, out, err } = check("--repair", "--dry-run", "--cells");
    expect(code).toBe(0);
    expect(err).toContain("Dry run: nothing is written.");
    expect(out).toContain("- 1 formula put back: Checklist!I49.");
    expect(out).toMatch(/ {2}Checklist!I49: “40” becomes “=IF\(G49<>"Audited"/);
    expect(Buffer.compare(bytes(), before)).toBe(0);
  });

  it("mends in place, keeps the former file with --backup, and has nothing to do the second time", () => {
    const { check, bytes, entries, folder } = folderWith(DAMAGES["all names lost"]);
    const before = bytes();
    const first = check("--repair", "--backup");
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/names of cells put back: “/);
    expect(first.out).not.toMatch(/[A-Z]\w+_[A-Z]/);
    expect(first.err).toContain("kestrel.xlsx is mended.\nNo error is left.");
    expect(readdirSync(folder).sort()).toEqual(["kestrel (backup 1).xlsx", "kestrel.xlsx"]);
    expect(Buffer.compare(bytes("kestrel (backup 1).xlsx"), before)).toBe(0);
    expect(entries()).toEqual(entriesOf(checklist31, readFile(drawBlueprint(plan))));
    const mended = bytes();
    expect(check("--repair").err).toContain("kestrel.xlsx: nothing to mend.");
    expect(Buffer.compare(bytes(), mended)).toBe(0);
  });

  it("writes to another file with -o, and brings sealed entries back, each told", () => {
    const { check, bytes, entries } = folderWith(LOSSES["the Checklist deleted"]);
    const before = bytes();
    const { code, out } = check("--repair", "-o", "mended.xlsx");
    expect(code).toBe(0);
    expect(out).toMatch(/1 sheet made anew with every entry that was read: Checklist\./);
    expect(out).toMatch(/194 entries brought back from what was sealed/);
    expect(Buffer.compare(bytes(), before)).toBe(0);
    expect(entries("mended.xlsx")["Self_Answer[8.1.1]"]).toBe("Met");
    expect(check("--repair", "-o", "mended.xlsx").err).toContain("mended.xlsx exists already.");
  });

  it("leaves what nobody can know, says so, and ends with 1", () => {
    const { check, entries } = folderWith(UNSURE["a row copied and answered otherwise"]);
    const before = entries();
    const { code, out, err } = check("--repair");
    expect(code).toBe(1);
    expect(err).toContain("One error is left");
    expect(out).toMatch(/Item 8\.1\.1 stands in two rows that differ in “Partner Self-Assessment”/);
    expect(entries()).toEqual(before);
  });

  it("offers other words one by one, and puts none of them there", () => {
    const damage: Damage = (book, checklist) => DAMAGES["answers in kind words"](book, checklist);
    const inputs = withItem(filledInputs(checklist31), "8.1.1", { self: "unanswered" });
    const { check, bytes, entries } = folderWith(damage, {
      ...blueprint(checklist31, inputs),
      sheets: blueprint(checklist31, inputs).sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          sheet.name === "Checklist" && cell.row === 49 && cell.column === 8
            ? { ...cell, value: "✓" }
            : cell,
        ),
      })),
    });
    expect(bytes().length).toBeGreaterThan(0);
    const { out } = check("--repair");
    expect(out).toContain(
      'Checklist!H49 says “✓”. Is Met meant? `msp-checklist set kestrel.xlsx "Self_Answer[8.1.1]=Met"`',
    );
    expect(entries()["Self_Answer[8.1.1]"]).toBe("✓");
  });

  it("gives a program everything as one line of JSON", () => {
    const { check } = folderWith(DAMAGES["a flag of the reseller's typed"]);
    const told = JSON.parse(check("--repair", "--json", "--dry-run").out);
    expect(told.mends).toEqual([
      {
        kind: "key",
        where: expect.stringMatching(/^Checklist!AB/),
        about: null,
        found: "Yes",
        put: null,
      },
    ]);
    expect(
      told.issues.filter(({ severity }: { severity: string }) => severity === "error"),
    ).toEqual([]);
  });

  it("mends no workbook as another checklist's, when it no longer says which it is of", () => {
    const next = blueprint(nextChecklist, filledInputs(nextChecklist));
    const { check, bytes } = folderWith(LOSSES["the hidden sheet deleted"], next);
    const before = bytes();
    const { code, err } = check("--repair");
    expect([code, err]).toEqual([1, expect.stringContaining("kestrel.xlsx: ")]);
    expect(Buffer.compare(bytes(), before)).toBe(0);
  });
});
