/** The shipped page that offers a file for saving, where Excel's task pane cannot. */

import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fragmentOf } from "../../addin/parcel.ts";
import { bytesOf } from "../chromium/download.ts";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";

const PAGE = "https://checklist.example.com/excel/save.html";
const TYPES: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript" };

describe.skipIf(!hasChromium())("the page that saves", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it("gives the file of its address, asks for nothing but its own parts, and says where there is none", async () => {
    const context = await browser.newContext();
    const complaints: string[] = [];
    const requested: string[] = [];
    await context.route("**/*", async (route) => {
      const { pathname, href } = new URL(route.request().url());
      requested.push(href);
      const body = await readFile(`dist/addin/${pathname.split("/").pop()}`);
      const contentType = TYPES[pathname.split(".").pop() ?? ""] ?? "text/css";
      await route.fulfill({ body, contentType });
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(PAGE);
    expect(await page.getByRole("heading").textContent()).toBe("There is no file here");
    const bytes = new TextEncoder().encode("<!doctype html><title>Käse & Söhne</title>");
    const fragment = fragmentOf({ name: "Käse & Söhne.html", type: "text/html", bytes });
    await page.goto(PAGE + fragment);
    expect(await page.getByRole("heading").textContent()).toBe("Käse & Söhne.html");
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save this file" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("Käse & Söhne.html");
    expect(await bytesOf(saved)).toEqual(Buffer.from(bytes));
    expect(complaints).toEqual([]);
    // The file is in the fragment, which is asked of nobody.
    expect(
      requested.filter((address) => !address.startsWith("https://checklist.example.com/")),
    ).toEqual([]);
    expect(requested.join()).not.toContain("K%C3%A4se");
    await context.close();
  });
});
