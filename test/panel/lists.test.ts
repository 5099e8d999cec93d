/** What is asked of an item, in Chromium: parts of a list are items of a list, for eyes and for screen readers. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { blocksOf } from "../../core/checklist/lines.ts";
import { fullRequirement, itemById, textsOf } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { showReport } from "./chromium.ts";
import { scenario } from "./scenarios.ts";
import { describeInChromium, dock, withPanel } from "./states.ts";

const parts = (text: string): string[] =>
  blocksOf(text).flatMap((block) => ("list" in block ? block.list : []));

/** The items of the lists in a part of the dock, as the accessibility tree has them. */
const listed = (page: Page, part: string) =>
  dock(page).locator(part).getByRole("list").getByRole("listitem").allTextContents();

async function openDetails(page: Page, id: string): Promise<void> {
  await showReport(page, scenario("self"), id);
  await dock(page).getByRole("heading", { name: id }).waitFor();
  const details = dock(page).getByRole("button", { name: "Details", exact: true });
  // They stay open from one item to the next.
  if (await details.isVisible()) await details.click();
}

describeInChromium("what an item asks", () => {
  it("shows the parts of 6.1 and of 8.2.4 as lists in the details", () =>
    withPanel({ height: 1600 }, async (page) => {
      const { groups, items } = checklist31.texts;
      const ofGroup = parts(groups["6.1"]?.requirement ?? "");
      expect(ofGroup).toHaveLength(4);
      for (const item of checklist31.items.filter(({ group }) => group === "6.1")) {
        await openDetails(page, item.id);
        expect(await listed(page, ".group"), item.id).toEqual(ofGroup);
        expect(await listed(page, ".requirement"), item.id).toEqual(
          parts(items[item.id]?.requirement ?? ""),
        );
        expect(await listed(page, ".evidence"), item.id).toEqual(
          parts(items[item.id]?.evidence ?? ""),
        );
      }
      expect(await listed(page, ".evidence")).toHaveLength(2);

      await openDetails(page, "8.2.4");
      expect(await listed(page, ".requirement")).toEqual([
        "AWS CloudTrail is enabled on all managed accounts.",
        "A process that maintains the integrity of the logs is in place.",
      ]);
      const { evidence } = textsOf(checklist31, itemById(checklist31, "8.2.4"));
      expect(await dock(page).locator(".evidence").textContent()).toContain(evidence);
      const marks = await dock(page)
        .locator(".requirement li")
        .evaluateAll((found) => found.map((one) => getComputedStyle(one).listStyleType));
      expect(marks).toEqual(["disc", "disc"]);
    }));

  it("says the kinds of evidence, and leads to what the item refers to", () =>
    withPanel({ height: 1600 }, async (page) => {
      await openDetails(page, "8.1.3");
      expect(await dock(page).textContent()).toContain("Evidence: document, certificate");
      const links = dock(page).locator("a");
      expect(await links.count()).toBe(0);

      await openDetails(page, "5.7");
      const [terms] = checklist31.texts.links.filter(({ items }) => items?.includes("5.7"));
      expect(
        await links.evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute("href")])),
      ).toEqual([[terms?.title, terms?.url]]);
      await openDetails(page, "6.1.6");
      expect(await links.count()).toBe(2);
      // The source names no evidence for it.
      await openDetails(page, "9.4");
      expect(await dock(page).locator(".kinds").count()).toBe(0);
    }));

  it("keeps introduction, list and closing line in their order", () =>
    withPanel({ height: 1600 }, async (page) => {
      await openDetails(page, "2.1");
      const shown = await dock(page)
        .locator(".requirement > *")
        .evaluateAll((found) => found.map((one) => [one.tagName, one.childElementCount]));
      expect(shown).toEqual([
        ["P", 0],
        ["UL", 8],
        ["P", 0],
      ]);
      await openDetails(page, "8.3");
      expect(await dock(page).locator(".evidence > p").textContent()).toBe("All 3:");
    }));

  it("runs on at a glance, where a line or two are seen", () =>
    withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.2.4");
      const text = dock(page).locator(".requirement");
      const item = itemById(checklist31, "8.2.4");
      expect(await text.textContent()).toBe(fullRequirement(checklist31, item));
      expect(await dock(page).getByRole("list").count()).toBe(0);
    }));
});
