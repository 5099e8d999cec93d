/** The steps of an audit in the shipped pane, with the ribbon's own button. */

import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf } from "../chromium/download.ts";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { openPane } from "./browser.ts";

describe.skipIf(!hasChromium())("steps in the shipped pane", () => {
  let browser: Browser;

  beforeAll(async () => {
    await mkdir("dist/test-pictures", { recursive: true });
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it("hands over by the ribbon's button, and saves the draft with Excel's own file in it", async () => {
    const pane = await openPane(browser, {
      width: 1366,
      height: 820,
      paneWidth: 407,
      page: "taskpane.html?start=handover",
    });
    const { frame, page } = pane;
    await frame.getByLabel("Partner name").fill("Käse & Söhne");
    await frame.getByRole("button", { name: "Make checklist" }).click();
    await frame
      .getByRole("heading", { name: "Check before you hand over", level: 1 })
      .waitFor({ timeout: 60_000 });
    await page.screenshot({ path: "dist/test-pictures/excel-steps-self.png" });
    // Without any answer nothing can be handed over.
    await page.evaluate(() => window.excelTest.host.type("Checklist", "H5", "Met"));
    const file = Array.from({ length: 70_000 }, (_, index) => (index * 7) & 255);
    await page.evaluate((bytes) => {
      window.excelTest.file = bytes;
    }, file);
    await frame.getByRole("button", { name: "Go on to hand over" }).click();
    await frame.getByRole("button", { name: "Hand over", exact: true }).click();
    await frame
      .getByRole("heading", { name: "Send the mail", level: 1 })
      .waitFor({ timeout: 120_000 });
    await page.screenshot({ path: "dist/test-pictures/excel-steps-mail.png" });
    const axe = await new AxeBuilder({ page })
      .include("iframe")
      .disableRules("frame-title")
      .analyze();
    expect(axe.violations.map((violation) => violation.id)).toEqual([]);
    const saving = page.waitForEvent("download", { timeout: 60_000 });
    await frame.getByRole("button", { name: /\.eml/ }).click();
    const saved = await saving;
    const mail = await new PostalMime().parse(await bytesOf(saved));
    expect(mail.subject).toBe("Käse & Söhne Completed Self-Assessment");
    expect(mail.to?.[0]?.address).toBe("checklist@amazon.com");
    const [attached] = mail.attachments;
    expect(attached?.filename).toBe("checklist.xlsx");
    const content = attached?.content;
    expect(content instanceof ArrayBuffer ? [...new Uint8Array(content)] : null).toEqual(file);
    // The pane asked for nothing but its own parts and Microsoft's library.
    const hosts = new Set(pane.requested.map((address) => new URL(address).host));
    expect([...hosts].sort()).toEqual([
      "appsforoffice.microsoft.com",
      "host.officeapps.live.com",
      "localhost:3000",
    ]);
    expect(await page.evaluate(() => window.excelTest.host.unknown)).toEqual([]);
  });
});
