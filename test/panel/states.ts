/** Every state of the panel in Chromium, and short ways to its parts. */

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, type SuiteFactory } from "vitest";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { type Look, openPanel, renewPanel, showReport } from "./chromium.ts";
import { life, type StageName } from "./life.ts";
import { scenario } from "./scenarios.ts";

const found = hasChromium();
if (!found) console.warn("Chromium is missing: the panel's browser tests are skipped.");

let browser: Browser | null = null;

/** A suite that needs Chromium: skipped visibly where there is none. */
export function describeInChromium(name: string, suite: SuiteFactory): void {
  describe.skipIf(!found)(name, (test) => {
    beforeAll(async () => {
      browser ??= await launch();
    });
    afterAll(async () => {
      await browser?.close();
      browser = null;
    });
    return suite(test);
  });
}

/**
 * One page for tests that only look: each gets a panel that has been told nothing yet. What a test does to the page
 * itself, such as to its media or its devtools, would stay; such tests take `withPanel`.
 */
export function pageOf(look: Look): () => Promise<Page> {
  let page: Page | null = null;
  afterAll(async () => {
    await page?.context().close();
  });
  return async () => {
    if (!browser) throw new Error("Use pageOf inside describeInChromium.");
    if (page) await renewPanel(page);
    else page = await openPanel(browser, look);
    return page;
  };
}

/** Opens a panel that has been told nothing yet. */
export async function withPanel(look: Look, use: (page: Page) => Promise<void>): Promise<void> {
  if (!browser) throw new Error("Use withPanel inside describeInChromium.");
  const page = await openPanel(browser, look);
  try {
    await use(page);
  } finally {
    await page.context().close();
  }
}

export const calls = (page: Page) => page.evaluate(() => window.panelTest.calls);
export const refuse = (page: Page, sentence: string) =>
  page.evaluate((refusal) => {
    window.panelTest.refusal = refusal;
  }, sentence);
export const tab = (page: Page, name: string) => page.getByRole("tab", { name });
export const dock = (page: Page) => page.getByRole("region", { name: "Item" });
export const met = (page: Page) => dock(page).getByRole("radio", { name: "Met", exact: true });
/** The words of what has the focus, without those that only eyes see. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    if (!active || active === document.body) return "";
    const heard = active.cloneNode(true) as Element;
    for (const part of heard.querySelectorAll("[aria-hidden=true]")) part.remove();
    return heard.textContent ?? "";
  });

/** Opens the page Steps over a stage of an audit. */
export async function openSteps(page: Page, stage: StageName): Promise<void> {
  await showReport(page, life(stage));
  await page.getByRole("button", { name: "Steps", exact: true }).click();
  await page.locator(".steps-page").waitFor();
}
export const can = (page: Page, what: "steps" | "files" | "mail", able: boolean) =>
  page.evaluate(([name, value]) => window.panelTest.can(name, value), [what, able] as const);
export const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();
export const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Every state of the panel, by what brings it on. */
export const STATES = {
  starting: async () => undefined,
  empty: (page) => page.evaluate(() => window.panelTest.show({ kind: "empty" })),
  working: (page) =>
    page.evaluate(() => window.panelTest.showWorking("Building Checklist, sheet 2 of 6", 1 / 3)),
  failed: (page) =>
    page.evaluate(() => window.panelTest.showFailed("Excel is editing a cell.", "Try again")),
  "self-assessment": (page) => showReport(page, scenario("self"), "8.1.9"),
  details: async (page) => {
    await showReport(page, scenario("self"), "8.1.2");
    await dock(page).getByRole("button", { name: "Details" }).click();
  },
  submitted: (page) => showReport(page, scenario("submitted")),
  audit: (page) => showReport(page, scenario("audit"), "8.1.9"),
  "audit details": async (page) => {
    await showReport(page, scenario("audit"), "8.1.9");
    await dock(page).getByRole("button", { name: "Details" }).click();
  },
  items: async (page) => {
    await showReport(page, scenario("audit"), "6.1.3");
    await tab(page, "Items").click();
    await page
      .getByRole("button", { name: "Mandatory", exact: false, pressed: false })
      .first()
      .click();
  },
  "no item": async (page) => {
    await showReport(page, scenario("self"));
    await tab(page, "Items").click();
    await page.getByRole("searchbox").fill("zzz");
  },
  actions: async (page) => {
    await showReport(page, scenario("actions"), "8.1.9");
    await tab(page, "Actions").click();
  },
  closed: async (page) => {
    await showReport(page, scenario("late"), "9.4");
    await tab(page, "Actions").click();
  },
  issues: async (page) => {
    await showReport(page, scenario("damaged"));
    await tab(page, "Issues").click();
  },
  pass: (page) => showReport(page, scenario("pass")),
  "waived item": (page) => showReport(page, scenario("renewal"), "5.1"),
  "refused command": async (page) => {
    await showReport(page, scenario("self"), "8.1.9");
    await refuse(page, "Excel is editing a cell. Press Enter, then try again.");
    await met(page).click();
    await page.getByRole("alert").waitFor();
  },
  "closing an item": async (page) => {
    await showReport(page, life("actions"), "8.1.9");
    await dock(page).getByRole("button", { name: "Details" }).click();
  },
  "note of the auditor": async (page) => {
    await showReport(page, life("audit"), "6.1.3");
    await dock(page).getByRole("button", { name: "Details" }).click();
  },
  "hand-over": (page) => openSteps(page, "open"),
  "hand-over blocked": (page) => openSteps(page, "blocked"),
  "hand-over asked": async (page) => {
    await openSteps(page, "ready");
    await press(page, "Go on to hand over");
  },
  mail: (page) => openSteps(page, "submitted"),
  "mail asked": async (page) => {
    await can(page, "mail", true);
    await openSteps(page, "submitted");
    await press(page, "Send with workbook");
    await page.getByRole("group").waitFor();
  },
  "seal broken": (page) => openSteps(page, "audit"),
  "summary without files": async (page) => {
    await can(page, "files", false);
    await openSteps(page, "validated");
  },
  "steps of action items": (page) => openSteps(page, "crossing"),
  "steps of the final report": (page) => openSteps(page, "planned"),
  "going back without a reason": async (page) => {
    await openSteps(page, "reopened");
    await press(page, "Change the phase");
    await page.getByLabel("Back to Audit").check();
    await press(page, "Back to Audit");
    await page.getByRole("button", { name: /^History/ }).click();
  },
  renewal: (page) => openSteps(page, "closed"),
} as const satisfies Record<string, (page: Page) => Promise<void>>;
