/** The panel where room is scarce: in low and narrow panes, and at 200 %. */

import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Look, showReport } from "./chromium.ts";
import { scenario } from "./scenarios.ts";
import { describeInChromium, dock, pageOf, refuse, STATES, tab, withPanel } from "./states.ts";

const details = (page: Page) => dock(page).getByRole("button", { name: "Details" });

async function edges(page: Page, selector: string): Promise<{ top: number; bottom: number }> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(selector);
  return { top: box.y, bottom: box.y + box.height };
}

/** Whether all of it is on the screen. */
const isSeen = (part: Locator): Promise<boolean> =>
  part.evaluate((own) => {
    const { top, bottom } = own.getBoundingClientRect();
    return top >= -0.5 && bottom <= window.innerHeight + 0.5;
  });

const scrolled = (page: Page): Promise<number> =>
  page.locator(".msp-panel").evaluate((panel) => panel.scrollTop);

/** Words that are broken although their line has room for them, and all numbers that are. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = [];
    const root = document.querySelector(".msp-panel") ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest(".spoken, textarea") !== null) continue;
      for (const { 0: word, index } of (node.nodeValue ?? "").matchAll(/[^\s\-\u2013/]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
        if (lines.size < 2) continue;
        let block: Element | null = node.parentElement;
        while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
        const width = Array.from(range.getClientRects()).reduce((sum, box) => sum + box.width, 0);
        if (/\d/.test(word) || width <= (block?.clientWidth ?? 0)) broken.push(word);
      }
    }
    return broken;
  });

describeInChromium("where room is scarce", () => {
  it.each([
    [320, 700],
    [350, 700],
    [360, 760],
    [350, 600],
  ])("shows tabs and rows beside an item, and the item whole: %i x %i", async (width, height) => {
    await withPanel({ width, height }, async (page) => {
      // A count beside Issues takes a second line of tabs.
      await showReport(page, scenario("audit"), "8.1.9");
      const [tabs, item] = [await edges(page, ".tabs"), await edges(page, ".dock")];
      expect(item.top - tabs.bottom).toBeGreaterThanOrEqual(60);
      await details(page).click();
      const [body, answers] = [await edges(page, ".dock-body"), await edges(page, ".answers")];
      expect(body.bottom - body.top).toBeGreaterThanOrEqual(200);
      expect(answers.top).toBeGreaterThanOrEqual(body.bottom);
      expect(answers.bottom).toBeLessThanOrEqual(height);
      // Whatever has the focus, the top stays where it is.
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      await dock(page).getByRole("radio", { name: "Not met" }).focus();
      expect(await scrolled(page)).toBe(0);
      expect((await edges(page, ".bar")).top).toBe(0);
    });
  });

  it("is no longer than its pane, however long its lists are", async () => {
    await withPanel({ width: 350, height: 760 }, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await tab(page, "Items").click();
      const beyond = await page.locator(".msp-panel").evaluate((panel) => {
        panel.scrollTop = 10_000;
        return [panel.scrollTop, panel.scrollHeight - panel.clientHeight];
      });
      expect(beyond[0]).toBe(0);
      expect(beyond[1]).toBeLessThanOrEqual(1);
    });
  });

  it("keeps answers within reach under a message", async () => {
    await withPanel({ width: 320, height: 500 }, async (page) => {
      await STATES["refused command"](page);
      const last = details(page);
      await page.locator(".page").evaluate((own) => own.scrollTo(0, 10_000));
      expect(await isSeen(last)).toBe(true);
      await page.locator(".page").evaluate((own) => own.scrollTo(0, 0));
      expect((await edges(page, ".bar")).top).toBe(0);
    });
  });

  const low: readonly (readonly [string, Look])[] = [
    ["in a low pane", { width: 350, height: 450 }],
    ["at 200 %", { width: 400, height: 700, zoom: 2 }],
  ];
  it.each(low)("brings the item to a row that is selected: %s", async (_, look) => {
    await withPanel(look, async (page) => {
      await showReport(page, scenario("self"));
      await page.locator(".row[data-item]").first().click();
      expect(await isSeen(dock(page).getByRole("heading"))).toBe(true);
    });
  });

  it.each(low)("says wherever one is that something was refused: %s", async (_, look) => {
    await withPanel(look, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await refuse(page, "Excel is editing a cell.");
      await page.getByRole("button", { name: "Refresh" }).click();
      const message = page.getByRole("alert");
      await message.waitFor();
      for (const to of [0, 300, 10_000]) {
        await page.locator(".page").evaluate((own, top) => own.scrollTo(0, top), to);
        expect(await isSeen(message), String(to)).toBe(true);
      }
      const onTop = await message.evaluate((own) => {
        const { left, top, height } = own.getBoundingClientRect();
        return own.contains(document.elementFromPoint(left + 60, top + height / 2));
      });
      expect(onTop).toBe(true);
    });
  });

  describe("in 160 pixels", () => {
    const panel = pageOf({ width: 320, height: 700, zoom: 2 });
    it.each([
      "self-assessment",
      "items",
      "actions",
      "audit",
      "closed",
      "pass",
      "empty",
      "waived item",
    ] as const)("breaks no word and no number: %s", async (name) => {
      const page = await panel();
      await STATES[name](page);
      expect(await brokenWords(page)).toEqual([]);
    });
  });

  it("gives each of the five days a line of its own in 160 pixels", async () => {
    await withPanel({ width: 320, height: 700, zoom: 2 }, async (page) => {
      await STATES.actions(page);
      expect(await page.locator(".strip li").count()).toBe(5);
      const days = await page
        .locator(".strip li")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      expect(Math.min(...days)).toBeGreaterThan(100);
    });
  });
});
