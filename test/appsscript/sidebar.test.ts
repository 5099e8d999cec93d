/** The sidebar in Chromium against the script in the fake spreadsheet. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { openSidebar } from "./browser.ts";
import { addressOf, builtHost, reportOf, shown } from "./sheets.ts";

/** Where pictures go for a person to look at; none are taken without it. */
const PICTURES = process.env.PICTURES;

describe.skipIf(!hasChromium())("the sidebar", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test("makes a checklist, and shows its score", async () => {
    const host = new ScriptHost();
    const { page } = await openSidebar(browser, host);
    await page.getByLabel("Partner name").fill("Kestrel Cloud Ltd");
    await page.getByRole("radio", { name: "No" }).check();
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/sidebar-new.png` });
    await page.getByRole("button", { name: "Make checklist" }).click();
    await page.getByRole("region", { name: "Score" }).waitFor();
    expect(reportOf(host)).toMatchObject({
      partner: "Kestrel Cloud Ltd",
      scope: { reseller: false },
    });
    expect(await page.getByRole("region", { name: "Score" }).textContent()).toMatch(
      /860 points to 900/,
    );
    await page.context().close();
  });

  test("follows other people's edits, and what is chosen in the spreadsheet", async () => {
    const host = builtHost();
    const { page, called } = await openSidebar(browser, host);
    await page.getByRole("region", { name: "Score" }).waitFor();
    host.edit("Checklist", addressOf(host, "Self_Answer", "8.1.9"), [["Met"]], { lost: true });
    await page.getByText("1 of 97 answered").first().waitFor();
    const checklist = host.world.sheetNamed("Checklist");
    const row = Number(addressOf(host, "Self_Answer", "9.3.5").replace(/\D/g, ""));
    host.world.selection = { sheet: checklist, area: { row, column: 3, rows: 1, columns: 1 } };
    await page.getByRole("region", { name: "Item" }).getByText("9.3.5").first().waitFor();
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/sidebar.png` });
    expect(new Set(called)).toEqual(new Set(["poll"]));
    await page.context().close();
  });

  test("writes an answer, and goes to the item's row", async () => {
    const host = builtHost();
    const { page } = await openSidebar(browser, host);
    await page.getByRole("button", { name: /^1\.1 Financial Health/ }).click();
    const dock = page.getByRole("region", { name: "Item" });
    await dock.getByRole("radio", { name: "Not met" }).click();
    await page.getByText("1 of 97 answered").first().waitFor();
    expect(shown(host, "Self_Answer", "1.1")).toBe("Not met");
    await page.getByText("Fail", { exact: true }).first().waitFor();
    // And on to the next one, in the panel and in the sheet.
    await dock.getByRole("heading", { name: /^1\.2 / }).waitFor();
    await dock.getByText("1.1 Not met, −200.").waitFor();
    expect(host.world.selection?.area.row).toBe(
      Number(addressOf(host, "Self_Answer", "1.2").slice(1)),
    );
    await page.context().close();
  });

  test("keeps tabs, scores and answers on one line each in Google's 300 pixels", async () => {
    const host = builtHost();
    const { page } = await openSidebar(browser, host);
    await page.getByRole("button", { name: /^1\.1 Financial Health/ }).click();
    await page.getByRole("region", { name: "Item" }).getByText("Not met").first().waitFor();
    const heights = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.max(...(await heights(".tabs")))).toBeLessThan(40);
    expect(Math.max(...(await heights(".score-name")))).toBeLessThan(20);
    // A word, and what it does.
    expect(Math.max(...(await heights(".answer")))).toBeLessThan(48);
    await page.context().close();
  });

  test("tells a refusal in the script's own sentence, without the name of its class", async () => {
    const host = builtHost();
    const { page } = await openSidebar(browser, host);
    await page.getByRole("button", { name: /^1\.1 Financial Health/ }).click();
    host.world.lockedBy = 99;
    await page
      .getByRole("region", { name: "Item" })
      .getByRole("radio", { name: "Met", exact: true })
      .click();
    await page.getByText("Somebody else is building").first().waitFor();
    expect(await page.locator("#panel").textContent()).not.toContain("HostError");
    expect(shown(host, "Self_Answer", "1.1")).toBe("");
    await page.context().close();
  });

  test("says so when the connection is lost, and comes back", async () => {
    const host = builtHost();
    const sidebar = await openSidebar(browser, host);
    const { page } = sidebar;
    await page.getByRole("region", { name: "Score" }).waitFor();
    sidebar.offline = true;
    await page.getByText("The connection to Google Sheets is lost").first().waitFor();
    sidebar.offline = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("region", { name: "Score" }).waitFor();
    await page.context().close();
  });
});
