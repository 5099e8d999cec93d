/** Where the focus goes when what was pressed is gone: never to the page itself, from where hosts take Tab away. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { showReport } from "./chromium.ts";
import { changed, reportFor, scenario, selfInputs } from "./scenarios.ts";
import {
  describeInChromium,
  dock,
  focused,
  met,
  openSteps,
  press,
  STATES,
  tab,
  withPanel,
} from "./states.ts";

/** What has the focus: its role or tag, and its name. */
const place = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    const name = active?.getAttribute("aria-label") ?? active?.getAttribute("data-focus") ?? "";
    return `${active?.getAttribute("role") ?? active?.localName} ${name}`.trim();
  });

/** Presses a button by keyboard. */
async function enter(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().focus();
  await page.keyboard.press("Enter");
}

/** Keeps the keys that reach the window, where Microsoft's library listens. */
async function keysAtWindow(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    window.addEventListener("keydown", (event) => window.panelTest.calls.push(["key", event.key]));
  });
  return () =>
    page.evaluate(() =>
      window.panelTest.calls.flatMap(([kind, key]) => (kind === "key" ? [String(key)] : [])),
    );
}

describeInChromium("the focus", () => {
  it.each([
    ["All 10 unanswered", "self", "tab tab-items"],
    ["Show them", "self", "tab tab-items"],
    [/Service Desk/, "self", "tab tab-items"],
    [/^Show \d/, "audit", "tab tab-actions"],
  ] as const)("goes to the tab that %s opens", async (name, report, to) => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario(report));
      await enter(page, name);
      expect(await place(page)).toBe(to);
      // The tab is the one stop of its row, so that Shift+Tab and back is where it was.
      expect(await page.evaluate(() => document.activeElement?.getAttribute("tabindex"))).toBe("0");
    });
  });

  it("goes to the search when the filters are cleared", async () => {
    await withPanel({}, async (page) => {
      await STATES["no item"](page);
      await enter(page, "Clear the filters");
      expect(await place(page)).toBe("input Search items");
    });
  });

  it("goes to the answer that was cleared, and is not taken again by what comes later", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "6.1.3");
      await enter(page, "Clear the answer to 6.1.3");
      expect(await focused(page)).toBe("Not met");
      const cleared = changed(selfInputs(), { "6.1.3": { self: "unanswered" } });
      await showReport(page, reportFor(cleared), "6.1.3");
      expect(await focused(page)).toBe("Not met");
      await tab(page, "Items").focus();
      await showReport(page, scenario("self"), "6.1.3");
      expect(await place(page)).toBe("tab tab-items");
    });
  });

  it("goes to the item when a message is dismissed, and where there is none to the page below", async () => {
    await withPanel({}, async (page) => {
      await STATES["refused command"](page);
      await enter(page, "Dismiss");
      expect(await place(page)).toBe("section Item");
      await openSteps(page, "ready");
      await page.getByRole("button", { name: "Refresh" }).click();
      await page.getByRole("alert").waitFor();
      await enter(page, "Dismiss");
      expect(await place(page)).toBe("main");
      // Nothing waits for the item that was not there.
      await press(page, "Back");
      await showReport(page, scenario("self"), "8.1.9");
      expect(await place(page)).toBe("button steps-button");
    });
  });

  it("stays in the panel from the form over the building to the report", async () => {
    await withPanel({}, async (page) => {
      await STATES.empty(page);
      await page.getByLabel("Partner name").focus();
      await page.keyboard.press("Enter");
      await STATES.working(page);
      expect(await place(page)).toBe("main");
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Cancel");
      await showReport(page, scenario("fresh"));
      expect(await place(page)).toBe("tabpanel");
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("All 97 unanswered");
    });
  });

  it("goes to what helps after a failure, but is not fetched from elsewhere", async () => {
    await withPanel({}, async (page) => {
      await STATES["self-assessment"](page);
      await page.getByRole("button", { name: "Refresh" }).focus();
      await STATES.failed(page);
      expect(await focused(page)).toBe("Try again");
      await showReport(page, scenario("self"));
      expect(await place(page)).toBe("tabpanel");
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      await STATES.failed(page);
      expect(await place(page)).toBe("body");
    });
  });

  it("stays on the page of issues when the focused one is repaired", async () => {
    await withPanel({}, async (page) => {
      await STATES.issues(page);
      await page
        .getByRole("button", { name: /^Go to cell/ })
        .first()
        .focus();
      await showReport(page, scenario("self"));
      expect(await place(page)).toBe("tabpanel");
    });
  });

  it("clears the search with Escape, and only an empty one lets the key go on to the host", async () => {
    await withPanel({}, async (page) => {
      await STATES["no item"](page);
      const keys = await keysAtWindow(page);
      await page.keyboard.press("Escape");
      expect(await page.getByRole("searchbox").inputValue()).toBe("");
      await page.getByText("97 items", { exact: true }).waitFor();
      expect(await place(page)).toBe("input Search items");
      expect(await keys()).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await keys()).toEqual(["Escape"]);
    });
  });

  it("leaves a question with Escape without leaving the panel", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "ready");
      await press(page, "Go on to hand over");
      const keys = await keysAtWindow(page);
      await page.keyboard.press("Escape");
      expect(await focused(page)).toBe("Go on to hand over");
      expect(await keys()).toEqual([]);
    });
  });

  it("has its ring whole around Clear", async () => {
    await withPanel({ width: 320 }, async (page) => {
      await showReport(page, scenario("self"), "6.1.3");
      const clear = page.getByRole("button", { name: "Clear the answer to 6.1.3" });
      await met(page).focus();
      await page.keyboard.press("Shift+Tab");
      expect(await clear.evaluate((own) => own.matches(":focus-visible"))).toBe(true);
      const room = await clear.evaluate((own) => {
        const box = own.getBoundingClientRect();
        const around = own.closest(".dock-body")?.getBoundingClientRect();
        const text = document.createRange();
        text.selectNodeContents(own);
        const words = text.getBoundingClientRect();
        const [top, right] = [box.top - (around?.top ?? 0), (around?.right ?? 0) - box.right];
        return { top, right, words: Math.min(words.left - box.left, box.right - words.right) };
      });
      // Two pixels of ring, one between.
      expect(room.top).toBeGreaterThanOrEqual(3);
      expect(room.right).toBeGreaterThanOrEqual(3);
      expect(room.words).toBeGreaterThanOrEqual(3);
      await dock(page).getByRole("button", { name: "Details" }).waitFor();
    });
  });
});
