/** The page's Print in Chromium: a paper with every item, on A4 and on Letter, no heading alone and no last page of a few lines. */

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { newFolder } from "../cli/run.ts";
import { auditedExample } from "../core/printed.ts";
import { skipsWithout } from "../engines/programs.ts";
import { type Served, serve, until, Visit } from "./browser.ts";

const folder = newFolder();
const SECTIONS = checklist31.sections.map(({ id, title }) => `${id} ${title}`);

describe.skipIf(skipsWithout("chromium") || skipsWithout("pdftotext"))("the page's Print", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    const bytes = drawBlueprint(blueprint(checklist31, auditedExample("actionItems")));
    writeFileSync(join(folder, "actions.xlsx"), bytes);
  });
  afterAll(async () => {
    await served?.stop();
  });

  it("makes the paper when it is asked for, and asks the browser to print it", async () => {
    const me = await Visit.of(served);
    const { page } = me;
    await me.open(join(folder, "actions.xlsx"), "Answer");
    expect(me.asked.some((address) => /\bpaper-\w+\.js/.test(address))).toBe(false);
    await me.menu("Print");
    const html = await until(() =>
      page.evaluate(() => document.querySelector<HTMLIFrameElement>("iframe.paper")?.srcdoc),
    );
    expect(me.asked.some((address) => /\bpaper-\w+\.js/.test(address))).toBe(true);
    expect(await page.frameLocator("iframe.paper").locator("article").count()).toBe(97);
    expect(me.faults).toEqual([]);

    await page.goto("about:blank");
    await page.setContent(html);
    for (const format of ["A4", "Letter"]) {
      const file = join(folder, `${format}.pdf`);
      await page.pdf({ path: file, format });
      const { stdout } = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      const pages = stdout
        .split("\f")
        .map((text) => text.split("\n").filter((line) => line.trim() !== ""))
        .filter((lines) => lines.length > 0);
      expect(pages.length, format).toBeLessThanOrEqual(18);
      for (const lines of pages) {
        // The last line is the page's number.
        const foot = lines.at(-2)?.trim() ?? "";
        const isHeading = SECTIONS.some((heading) => foot.startsWith(heading));
        expect(
          isHeading || foot === "Action items" || foot === "Sign-off",
          `${format}: ${foot}`,
        ).toBe(false);
      }
      expect(pages.at(-1)?.length, format).toBeGreaterThan(8);
      const all = pages.flat().join("\n");
      for (const { id } of checklist31.items) expect(all).toMatch(new RegExp(`^ *${id} `, "m"));
    }
  });
});
