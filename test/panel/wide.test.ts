/** The panel with a page of its own: every item whole on a laptop, rail, list with one answer for many, overview. */

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Look, showReport } from "./chromium.ts";
import {
  answered,
  changed,
  reportFor,
  type ScenarioName,
  scenario,
  selfInputs,
} from "./scenarios.ts";
import { calls, describeInChromium, withPanel } from "./states.ts";

const LAPTOP = { width: 1366, height: 716 };

const withPage = (look: Look, name: ScenarioName, use: (page: Page) => Promise<void>) =>
  withPanel(look, async (page) => {
    await page.evaluate(() => window.panelTest.lay("answer"));
    await showReport(page, scenario(name));
    await use(page);
  });
const title = (page: Page) => page.locator(".whole-head h2");
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
const rail = (page: Page) => page.getByRole("navigation", { name: "Sections" });
const rows = (page: Page) => page.locator(".list-open");
const filter = (page: Page, name: string) =>
  page.getByRole("group", { name: "Filters" }).getByRole("button", { name });

async function toList(page: Page): Promise<void> {
  await page.keyboard.press("l");
  await rows(page).first().waitFor();
}

describeInChromium("the panel with a page of its own", () => {
  // The bar of the page is 52 pixels high.
  it.each([
    ["unanswered", 1366, 716],
    ["unanswered", 1024, 716],
    ["audit", 1366, 716],
  ] as const)("has all 97 items whole on the screen: %s, %i x %i", async (state, width, height) => {
    await withPanel({ width, height }, async (page) => {
      await page.evaluate(() => window.panelTest.lay("answer"));
      const report = state === "audit" ? scenario("audit") : reportFor(answered("unanswered"));
      const cut = await page.evaluate((shown) => {
        const bottom = (part: string) =>
          document.querySelector(part)?.getBoundingClientRect().bottom ?? Number.NaN;
        return shown.items.flatMap(({ id }) => {
          window.panelTest.showReport(shown, id);
          const isWhole =
            bottom(".texts") <= bottom(".dock-body") + 1 &&
            bottom(".answers") <= window.innerHeight + 1;
          return isWhole ? [] : [id];
        });
      }, report);
      expect(cut).toEqual([]);
    });
  });

  it("shows the first open item, and leads by squares, sections and keys", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      expect(await title(page).innerText()).toMatch(/^1\.6 /);
      expect(await page.locator(".squares .square").count()).toBe(6);
      await page.getByRole("button", { name: /^1\.5 Employee Satisfaction, Not met/ }).click();
      expect(await title(page).innerText()).toMatch(/^1\.5 /);
      await rail(page)
        .getByRole("button", { name: /Security/ })
        .click();
      expect(await title(page).innerText()).toMatch(/^8\.1\.2 /);
      expect(await rail(page).locator("[aria-current]").innerText()).toContain("Security");
      await page.keyboard.press("k");
      expect(await title(page).innerText()).toMatch(/^1\.5 /);
      // The row is asked for in the sheet.
      await button(page, /^Show in the sheet/).click();
      expect((await calls(page)).at(-1)?.[0]).toBe("goTo");
    });
  });

  it("narrows the list by filters that add up, by owner and section, and says when nothing is left", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      await toList(page);
      expect(await rows(page).count()).toBe(97);
      await filter(page, "Unanswered").click();
      const open = await rows(page).count();
      expect(open).toBe(scenario("self").self.unanswered);
      await filter(page, "Mandatory").click();
      const mandatory = scenario("self").items.filter(
        (row) => row.mandatory && row.self === "unanswered",
      );
      expect(await rows(page).count()).toBe(mandatory.length);
      await rail(page)
        .getByRole("button", { name: /Security/ })
        .click();
      const inSecurity = mandatory.filter(({ section }) => section === "8");
      expect(await rows(page).count()).toBe(inSecurity.length);
      await button(page, "Clear").click();
      await rail(page).getByLabel("Owner").selectOption({ label: "T. Weiss" });
      expect(await rows(page).count()).toBe(1);
      await page.getByRole("searchbox").fill("nothing like this");
      expect(await page.locator(".list-page .none").innerText()).toContain("No item matches");
      await button(page, "Clear the filters").click();
      expect(await rows(page).count()).toBe(97);
    });
  });

  it("tells what one answer for all that are selected makes, and gives it as one act", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      await toList(page);
      await filter(page, "Unanswered").click();
      for (const id of ["9.4", "10.1"])
        await page.getByRole("checkbox", { name: `Select ${id}` }).check();
      const bar = page.locator(".bulk");
      const { self, items } = scenario("self");
      const brings = items
        .filter(({ id }) => id === "9.4" || id === "10.1")
        .reduce((sum, { ifMet }) => sum + ifMet, 0);
      expect(await bar.innerText()).toContain(`Met makes ${self.total + brings}.`);
      expect(await bar.innerText()).toContain(
        `Not met makes ${self.total - 200}, 900 is out of reach.`,
      );
      await bar.getByRole("button", { name: "Met", exact: true }).click();
      await bar.waitFor({ state: "detached" });
      expect((await calls(page)).filter(([name]) => /^answer/.test(String(name)))).toEqual([
        [
          "answerAll",
          "self",
          [
            { id: "9.4", answer: "met" },
            { id: "10.1", answer: "met" },
          ],
        ],
      ]);
      // In the list one stays in the list.
      expect(await rows(page).count()).toBeGreaterThan(0);
    });
  });

  it("opens an item from the list, and comes back to its row by Escape", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      await toList(page);
      await page.locator('.list-open[data-item="8.1.9"]').click();
      expect(await title(page).innerText()).toMatch(/^8\.1\.9 /);
      await page.keyboard.press("Escape");
      await rows(page).first().waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-item"))).toBe(
        "8.1.9",
      );
    });
  });

  it("shows in the overview how all of it stands; its counts open what they count", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      await page.evaluate(() => window.panelTest.lay("overview"));
      const board = page.locator(".board");
      const { self, items } = scenario("self");
      const bare = items.filter((row) => row.self === "met" && row.evidence === "").length;
      const left = await board.locator(".board-left").innerText();
      expect(left).toContain(`${self.unanswered}`);
      expect(left).toMatch(new RegExp(`${bare}\\s+items Met without evidence`));
      const points = await board.locator(".board-sections tbody tr").allInnerTexts();
      expect(points).toHaveLength(14);
      await button(page, `Show them: ${bare} items Met without evidence`).click();
      expect((await calls(page)).at(-1)).toEqual(["turn", "answer"]);
      await page.evaluate(() => window.panelTest.lay("answer"));
      expect(await rows(page).count()).toBe(bare);
    });
  });

  it("has the action items in the rail once the audit is over", async () => {
    await withPage(LAPTOP, "actions", async (page) => {
      const { actionItems } = scenario("actions");
      expect(await rail(page).locator(".rail-row").count()).toBe(actionItems.length);
      await rail(page)
        .getByRole("button", { name: /8\.1\.9/ })
        .click();
      expect(await title(page).innerText()).toMatch(/^8\.1\.9 /);
      expect(await page.locator(".finding-card").innerText()).toContain("no lessons learned");
      await button(page, "Write an action plan").click();
      await page.getByLabel("Action plan").fill("Second test in May");
      await page.getByLabel("Action plan").blur();
      expect((await calls(page)).at(-1)).toEqual([
        "write",
        "8.1.9",
        "Action_Plan",
        "Second test in May",
      ]);
    });
  });

  it.each([
    ["light", LAPTOP],
    ["dark", { ...LAPTOP, dark: true }],
    ["at 1024", { width: 1024, height: 716 }],
  ] as const)("is found faultless by axe: %s", async (_, look) => {
    await withPage(look, "audit", async (page) => {
      const check = async (state: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
        );
        expect(found, state).toEqual([]);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(beyond, state).toBeLessThanOrEqual(0);
      };
      await check("item");
      await toList(page);
      await page.getByRole("checkbox", { name: "Select 1.1" }).check();
      await check("list");
      await page.evaluate(() => window.panelTest.lay("overview"));
      await check("overview");
    });
  });

  it("clears an answer that is pressed once more in the list, and marks an auditor's finding", async () => {
    await withPage(LAPTOP, "audit", async (page) => {
      await toList(page);
      await button(page, "1.1 Met").click();
      await button(page, "9.6.1 Not met").click();
      await expect
        .poll(async () => (await calls(page)).filter(([name]) => name !== "goTo"))
        .toEqual([
          ["answer", "1.1", "auditor", "unanswered"],
          ["answer", "9.6.1", "auditor", "notMet"],
          ["write", "9.6.1", "Note_Kind", "Finding", true],
        ]);
    });
  });

  it("answers by keys only what is in sight: the item, the row that has the keyboard, nothing in the overview", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      const answers = async () => (await calls(page)).filter(([name]) => name === "answer");
      await toList(page);
      await page.keyboard.press("m");
      await page.locator('.list-open[data-item="9.4"]').focus();
      await page.keyboard.press("x");
      expect(await page.locator(".bulk").innerText()).toContain("1 selected");
      await page.keyboard.press("n");
      await expect.poll(answers).toEqual([["answer", "9.4", "self", "notMet"]]);
      await page.evaluate(() => window.panelTest.lay("overview"));
      await page.locator("body").press("m");
      await page.keyboard.press("2");
      expect((await calls(page)).at(-1)).toEqual(["turn", "sheet"]);
      await page.evaluate(() => window.panelTest.lay("answer"));
      await page.keyboard.press("l");
      await page.keyboard.press("?");
      await page.getByRole("region", { name: "Keys" }).waitFor();
      await page.keyboard.press("m");
      await page.keyboard.press("Escape");
      expect(await answers()).toHaveLength(1);
    });
  });

  it("leads out of a text to the next open item by Ctrl+Enter, and writes what was typed", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      await page.keyboard.press("e");
      await page.keyboard.type("References.xlsx");
      await page.keyboard.press("Control+Enter");
      await expect
        .poll(async () => (await calls(page)).filter(([name]) => name === "write"))
        .toEqual([["write", "1.6", "Evidence", "References.xlsx"]]);
      expect(await title(page).innerText()).not.toMatch(/^1\.6 /);
    });
  });

  it("lets go of filters and selections with the workbook that they were of", async () => {
    await withPage(LAPTOP, "self", async (page) => {
      await toList(page);
      await filter(page, "Unanswered").click();
      await page.getByRole("checkbox", { name: "Select 9.4" }).check();
      await page.evaluate(() => window.panelTest.show({ kind: "starting" }));
      await showReport(page, scenario("audit"));
      expect(await title(page).innerText()).toMatch(/^9\./);
      await toList(page);
      expect(await rows(page).count()).toBe(97);
      expect(await page.locator(".bulk").count()).toBe(0);
    });
  });

  it("keeps an owner's items together in what J and K visit", async () => {
    await withPanel(LAPTOP, async (page) => {
      await page.evaluate(() => window.panelTest.lay("answer"));
      const inputs = changed(selfInputs(), { "9.4": { owner: "T. Weiss" } });
      await showReport(page, reportFor(inputs), "1.6");
      await rail(page).getByLabel("Owner").selectOption({ label: "T. Weiss" });
      await page.locator("body").click({ position: { x: 700, y: 400 } });
      await page.keyboard.press("j");
      expect(await title(page).innerText()).toMatch(/^9\.4 /);
    });
  });
});
