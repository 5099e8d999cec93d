/** Workbooks that LibreOffice damaged as people do are mended, and LibreOffice calculates in them what the core does. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { isMendable } from "../../core/repair/kinds.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { bodyOf, endRow, HEADER_ROW } from "../../core/workbook/draw/layout.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { DAMAGES, type Damage } from "../xlsx/damages.ts";
import { entriesOf, filledInputs, lostEntries, mended, readFile } from "../xlsx/repairing.ts";
import { inLibreOffice, type Job } from "./by-hand.ts";
import { skipsWithout, skipsWithoutUno, throughLibreOffice } from "./programs.ts";

const plan = blueprint(checklist31, filledInputs(checklist31));
const whole = drawBlueprint(plan);
const entries = entriesOf(checklist31, readFile(whole));
const rowOf = (id: string): number =>
  bodyOf(checklist31).find((row) => row.kind === "item" && row.item.id === id)?.row ?? 0;
const list = `A${HEADER_ROW + 1}:AF${endRow(checklist31) - 1}`;

/** What a mended file comes to once LibreOffice has calculated it: its own totals are those of the answers. */
function expectAgreement(bytes: Uint8Array): void {
  const { issues, sheetTotals, self, preliminary, final } = report(EDITIONS, readFile(bytes));
  const faults = issues.filter((one) => one.severity === "error" || isMendable(one));
  expect(faults).toEqual([]);
  expect(sheetTotals).toEqual({
    self: self.total,
    preliminary: preliminary.total,
    final: final.total,
  });
}

const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  sorted: [`sort:Checklist!${list}!1`],
  deleted: [`delete:Checklist!${rowOf("8.1.1")}`],
  cleared: [`clear:Checklist!I${rowOf("8.1.1")}:I${rowOf("9.7")}`, "clear:Overview!C5:F10"],
  dropped: ["drop:AWS Services"],
};

describe.skipIf(skipsWithoutUno())("a workbook that was damaged in LibreOffice", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "msp-damaged-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is mended, every entry in its place but those whose cells are gone, and calculates as the core does", () => {
    const source = join(folder, "whole.xlsx");
    writeFileSync(source, whole);
    const jobs = Object.entries(BY_HAND).map(
      ([name, steps]): Job => [source, join(folder, `${name}.xlsx`), steps],
    );
    inLibreOffice(folder, jobs);
    const repaired: Record<string, Uint8Array> = {};
    for (const [name] of Object.entries(BY_HAND)) {
      const damaged = new Uint8Array(readFileSync(join(folder, `${name}.xlsx`)));
      const outcome = mended(damaged);
      expect(outcome.mends.length, name).toBeGreaterThan(0);
      expect(lostEntries(checklist31, readFile(damaged), outcome), name).toEqual([]);
      const now = entriesOf(checklist31, outcome.snapshot);
      // Nobody sealed what the auditor said of the row that was deleted, nor whose it was.
      const gone = name === "deleted" ? ["Owner[8.1.1]", "Auditor_Answer[8.1.1]"] : [];
      const wanted = Object.entries(entries).filter(([key]) => !gone.includes(key));
      expect(now, name).toEqual(Object.fromEntries(wanted));
      expect(mended(outcome.bytes).mends, name).toEqual([]);
      repaired[name] = outcome.bytes;
    }
    for (const bytes of Object.values(throughLibreOffice(repaired))) expectAgreement(bytes);
  }, 400_000);
});

describe.skipIf(skipsWithout("soffice"))("a mended workbook", () => {
  it("calculates in LibreOffice as the core does", () => {
    const damages = [
      "all formulas to values",
      "a column inserted, nothing following",
      "three rows inserted, nothing following",
      "flags of the renewal cleared",
      "all names lost",
    ] as const;
    const repaired = damages.map((name) => {
      const damage: Damage = DAMAGES[name];
      return [name.replace(/\W+/g, "-"), mended(drawBlueprint(damage(plan, checklist31))).bytes];
    });
    const calculated: Record<string, Uint8Array> = throughLibreOffice(Object.fromEntries(repaired));
    for (const bytes of Object.values(calculated)) expectAgreement(bytes);
  }, 400_000);
});
