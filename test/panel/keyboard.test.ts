/** The panel by keyboard alone. */

import { expect, it } from "vitest";
import { showReport } from "./chromium.ts";
import { changed, reportFor, scenario, selfInputs } from "./scenarios.ts";
import { calls, describeInChromium, dock, focused, met, tab, withPanel } from "./states.ts";

describeInChromium("by keyboard", () => {
  it("has one stop a list, and arrows inside it", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("audit"));
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
        "Refresh",
      );
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Steps");
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Overview");
      await page.keyboard.press("Tab");
      expect(await focused(page)).toContain("8.1.9");
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toContain("9.3.5");
      await page.keyboard.press("End");
      expect(await focused(page)).toContain("1.5");
      await page.keyboard.press("Tab");
      expect(await focused(page)).toContain("All 43 left");
    });
  });

  it("changes tabs with arrows and goes to a row with Enter", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await tab(page, "Overview").focus();
      await page.keyboard.press("ArrowRight");
      expect(await tab(page, "Items").getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("End");
      expect(await tab(page, "Issues").getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("ArrowRight");
      expect(await tab(page, "Overview").getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await calls(page)).toEqual([["goTo", { sheet: "Checklist", row: 10, column: 1 }]]);
      await dock(page).getByRole("heading", { name: "Customer References" }).waitFor();
    });
  });

  it("answers without the mouse; arrows look, Space decides", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await met(page).focus();
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toBe("Not met");
      expect(await calls(page)).toEqual([]);
      await page.keyboard.press("Space");
      await dock(page).getByText("8.1.9 Not met, −200.").waitFor();
      expect((await calls(page))[0]).toEqual(["answer", "8.1.9", "self", "notMet"]);
      // At the title of the next open one, from where its buttons are a Tab away.
      expect(await focused(page)).toMatch(/^9\.1 /);
    });
  });

  it("shows where the focus is", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press("Tab");
        const outline = await page.evaluate(() => {
          const active = document.activeElement;
          return active && active !== document.body ? getComputedStyle(active).outlineWidth : "2px";
        });
        expect(outline).toBe("2px");
      }
    });
  });

  it("keeps a place when the focused row is answered away", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await page.getByRole("list", { name: "Do next" }).getByRole("button").first().focus();
      await showReport(page, reportFor(changed(selfInputs(), { "1.6": { self: "met" } })));
      expect(await focused(page)).toContain("8.1.2");
    });
  });
});
