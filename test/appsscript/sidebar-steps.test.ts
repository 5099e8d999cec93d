/** The steps of an audit in the sidebar in Chromium. */

import type { Browser } from "playwright-core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { readSnapshot } from "../../xlsx/read.ts";
import { bytesOf } from "../chromium/download.ts";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { answered, hostWith } from "./answered.ts";
import { openSidebar } from "./browser.ts";

describe.skipIf(!hasChromium())("steps in the sidebar", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it("open from the menu, hand over, save the draft, and send after a confirmation", async () => {
    const host = hostWith(answered);
    host.choose("openSteps");
    const shownPage = host.world.sidebars[host.world.sidebars.length - 1] ?? "";
    const line = /<script>(.*)<\/script>$/.exec(shownPage)?.[1] ?? "";
    const { page } = await openSidebar(browser, host);
    await page.evaluate(line);
    await page
      .getByRole("heading", { name: "Check before you hand over", level: 1 })
      .waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Go on to hand over" }).click();
    await page.getByRole("button", { name: "Hand over", exact: true }).click();
    await page.getByRole("heading", { name: "Send the mail", level: 1 }).waitFor();
    if (process.env.PICTURES) {
      await page.screenshot({ path: `${process.env.PICTURES}/sidebar-mail.png`, fullPage: true });
    }
    const saving = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: /\.eml/ }).click();
    const mail = await new PostalMime().parse(await bytesOf(await saving));
    expect(mail.subject).toBe("Käse & Söhne Completed Self-Assessment");
    const content = mail.attachments[0]?.content;
    const snapshot = content instanceof ArrayBuffer ? readSnapshot(new Uint8Array(content)) : null;
    expect(snapshot && report(EDITIONS, snapshot).seal?.state).toBe("unchanged");
    expect(host.world.mails).toEqual([]);
    await page.getByRole("button", { name: /^Send/ }).click();
    await page.getByText(String(host.world.mailQuota)).first().waitFor();
    // What does not go along is said before anything leaves.
    await page.getByText(/file chips .* stay in the spreadsheet/).waitFor();
    expect(host.world.mails).toEqual([]);
    await page.getByRole("button", { name: /^Send/ }).click();
    await expect.poll(() => host.world.mails.length, { timeout: 60_000 }).toBe(1);
    await page.context().close();
  });
});
