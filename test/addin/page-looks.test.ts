/** How the shipped task pane looks in Chromium: themes of Office and of the system, narrow panes, zoom. */

import { mkdir } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { howMany, someOf } from "../plan/how-many.ts";
import { officeTheme, openPane, type PaneOptions } from "./browser.ts";
import { newChecklist, rowOf, text, until } from "./pane.ts";

/** Where the pictures go that a person should look at. */
const PICTURES = "dist/test-pictures";

const OTHERS: readonly (readonly [string, PaneOptions])[] = [
  ["dark", { dark: true }],
  ["high-contrast", { forced: true }],
  ["office-light", { dark: true, theme: "#ffffff" }],
  ["office-dark", { theme: "#262626" }],
  ["office-high-contrast", { theme: "#000000" }],
  ["office-and-system-high-contrast", { forced: true, theme: "#000000" }],
  ["320-wide", { width: 320, paneWidth: 320 }],
  ["zoom-200", { width: 407, paneWidth: 203, zoom: 2 }],
];
/** The usual one, and two others in each run; all of them in the long run. */
const LOOKS: typeof OTHERS = [["light", {}], ...someOf(OTHERS, howMany(2, OTHERS.length))];

describe.skipIf(!hasChromium())("the looks of the task pane", () => {
  let browser: Browser;

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each(LOOKS)("is free of axe's findings and fits: %s", async (name, look: PaneOptions) => {
    const pane = await openPane(browser, { width: 407, paneWidth: 407, height: 768, ...look });
    await newChecklist(pane);
    if (look.theme !== undefined) await officeTheme(pane, look.theme, "focus");
    await pane.page.evaluate(
      (row) => window.excelTest.host.select("Checklist", `H${row}`),
      rowOf("8.1.9"),
    );
    await until("the dock", async () => (await text(pane.frame)).includes("8.1.9"));
    const [ground, system] = await pane.frame.evaluate(() => {
      const canvas = document.createElement("i");
      canvas.style.cssText = "background: Canvas";
      document.body.append(canvas);
      const panel = document.querySelector(".msp-panel") ?? document.body;
      const colors = [panel, canvas].map((own) => getComputedStyle(own).backgroundColor);
      canvas.remove();
      return colors;
    });
    if (name === "office-high-contrast") expect(ground).toBe("rgb(0, 0, 0)");
    else expect(ground === system).toBe(!name.includes("dark"));
    const found = await new AxeBuilder({ page: pane.page })
      .include(["iframe", ".msp-panel"])
      .analyze();
    expect(
      found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`),
    ).toEqual([]);
    const overflow = await pane.frame.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await pane.page.screenshot({ path: `${PICTURES}/pane-${name}.png` });
    await pane.page.context().close();
  });

  it("follows Excel's theme while it is open", async () => {
    const pane = await openPane(browser);
    await newChecklist(pane);
    const { frame } = pane;
    const theme = () => frame.evaluate(() => document.documentElement.dataset.theme ?? "");
    const ground = () =>
      frame.evaluate(
        () =>
          getComputedStyle(document.querySelector(".msp-panel") ?? document.body).backgroundColor,
      );
    expect(await theme()).toBe("");
    const light = await ground();
    await officeTheme(pane, "#262626", "focus");
    expect(await theme()).toBe("dark");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await officeTheme(pane, "#ffffff", "visibilitychange");
    expect(await theme()).toBe("light");
    expect(await ground()).toBe(light);
    await officeTheme(pane, "#000000", "focus");
    expect(await theme()).toBe("contrast");
    await pane.page.context().close();
  });
});
