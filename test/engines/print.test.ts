/** The workbook on paper, as LibreOffice prints it: how many pages, what of each sheet, and where they end. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { auditedExample, EXAMPLE_FOUND, selfExample } from "../core/printed.ts";
import { convertWithLibreOffice, skipsWithout } from "./programs.ts";

const MOST_PAGES = 22;
const STATES: Readonly<Record<string, Inputs>> = {
  self: selfExample(),
  audit: auditedExample("audit"),
  actions: auditedExample("actionItems"),
};
const SECTIONS: ReadonlySet<string> = new Set(checklist31.sections.map(({ id }) => id));
const folder = mkdtempSync(join(tmpdir(), "msp-print-"));
const pages: Record<string, readonly string[]> = {};

/** What stands on each page, line by line. */
function textOf(pdf: string): string[] {
  const run = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.split("\f").filter((page) => page.trim() !== "");
}

const pagesOf = (state: string, sheet: string): readonly string[] =>
  (pages[state] ?? []).filter((page) => new RegExp(`^ *${sheet} .*Page \\d+ of`, "m").test(page));
const lines = (page: string): string[] => page.split("\n").filter((line) => line.trim() !== "");

describe.skipIf(skipsWithout("soffice") || skipsWithout("pdftotext"))(
  "the printed workbook",
  () => {
    beforeAll(() => {
      const files = Object.entries(STATES).map(([name, inputs]) => {
        const file = join(folder, `${name}.xlsx`);
        writeFileSync(file, drawBlueprint(blueprint(checklist31, inputs)));
        return file;
      });
      convertWithLibreOffice(files, folder, "pdf", join(folder, "profile"));
      for (const name of Object.keys(STATES)) pages[name] = textOf(join(folder, `${name}.pdf`));
    }, 300_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(Object.keys(STATES))(
      "takes at most 22 pages of A4, none with a header only: %s",
      (state) => {
        const all = pages[state] ?? [];
        expect(all.length).toBeGreaterThan(10);
        expect(all.length).toBeLessThanOrEqual(MOST_PAGES);
        // Running text, the names of the columns in three lines, and what stands under them.
        for (const page of all) expect(lines(page).length, page).toBeGreaterThan(7);
      },
    );

    it.each(Object.keys(STATES))(
      "has every item, and no heading at the foot of a page: %s",
      (state) => {
        const checklist = pagesOf(state, "Checklist");
        const firsts = checklist.map((page) =>
          lines(page).flatMap((line) => /^ {0,4}(\d+(?:\.\d+)*) {2,}\S/.exec(line)?.[1] ?? []),
        );
        expect(firsts.flat()).toEqual(
          checklist31.sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]),
        );
        for (const found of firsts) expect(SECTIONS.has(found.at(-1) ?? "")).toBe(false);
      },
    );

    it("has the auditor's half from the audit on, beside the partner's", () => {
      for (const page of pagesOf("self", "Checklist")) expect(page).not.toMatch(/Auditor/);
      for (const state of ["audit", "actions"])
        for (const page of pagesOf(state, "Checklist"))
          for (const half of [/Partner Self/, /Auditor/]) expect(page).toMatch(half);
    });

    it("has action items where there are any, to the last of them, number and id apart", () => {
      expect(pagesOf("self", "Action Items")).toEqual([]);
      for (const state of ["audit", "actions"]) {
        const [page = "", ...others] = pagesOf(state, "Action Items");
        expect(others).toEqual([]);
        const ids = [...page.matchAll(/^ *\d+ +(\d+\.[\d.]*\d) /gm)].map(([, id]) => id);
        expect(ids.sort()).toEqual([...EXAMPLE_FOUND].sort());
      }
    });
  },
);
