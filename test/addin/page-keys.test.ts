/** The shipped task pane by keyboard, against Microsoft's library, which takes Tab and Escape for itself. */

import type { Browser, Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { openPane, type Pane } from "./browser.ts";
import { newChecklist, shows, until } from "./pane.ts";

/** By the numbers that Microsoft's library gives them. */
const EXITS = { 13: "Tab", 14: "Shift+Tab", 15: "Escape" } as const;

/** Keeps by which keys the library asks Excel to take the focus out of the pane. */
async function watchExits({ page }: Pane): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  await page.exposeFunction("leftBy", (action: number) => {
    for (const [number, key] of Object.entries(EXITS))
      if (Number(number) === action) seen.push(key);
  });
  await page.evaluate(() => {
    window.addEventListener("message", ({ data }) => {
      const text = typeof data === "string" ? data : JSON.stringify(data);
      if (!text.includes("ContextActivationManager_notifyHost")) return;
      const action = /"app"\s*,\s*(\d+)/.exec(text.replaceAll("\\", ""))?.[1];
      // Defined by the line above.
      const { leftBy } = window as unknown as { leftBy(action: number): void };
      leftBy(Number(action));
    });
  });
  return async () => seen;
}

const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const { activeElement: active } = document;
    const name = active?.getAttribute("aria-label") ?? active?.textContent ?? "";
    return `${active?.getAttribute("role") ?? active?.localName}|${name.slice(0, 60)}`;
  });

/** Where the focus was and what was said, at every change of the page. */
const watchPage = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const seen = { focus: new Set<string>(), titles: new Set<string>() };
    Object.assign(window, { seen });
    const look = () => {
      seen.focus.add(document.activeElement?.localName ?? "");
      seen.titles.add(document.querySelector(".working h1")?.textContent ?? "");
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

const seenIn = (frame: Frame): Promise<{ focus: string[]; titles: string[] }> =>
  frame.evaluate(() => {
    const { seen } = window as unknown as { seen: Record<"focus" | "titles", Set<string>> };
    return { focus: [...seen.focus], titles: [...seen.titles].filter((title) => title !== "") };
  });

describe.skipIf(!hasChromium())("the task pane by keyboard", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it("keeps the focus from the form to the report, counts six sheets, and says that it is made", async () => {
    const pane = await openPane(browser);
    const { frame, page } = pane;
    const exits = await watchExits(pane);
    await shows(frame, "No checklist in this workbook");
    await frame.getByLabel("Partner name").focus();
    await watchPage(frame);
    await page.keyboard.press("Enter");
    await frame.getByRole("tablist").waitFor();
    const { focus, titles } = await seenIn(frame);
    expect(focus).not.toContain("body");
    const counted = titles.filter((title) => title.includes("sheet"));
    expect(counted).toHaveLength(6);
    expect(counted[0]).toMatch(/, sheet 1 of 6$/);
    expect(counted[5]).toMatch(/, sheet 6 of 6$/);
    expect(titles).toContain("Finishing");
    const said = await frame.locator(".voice").textContent();
    expect(said).toMatch(/^Checklist made\. Self score \d+ of 1000\./);
    await page.keyboard.press("Tab");
    expect(await focused(frame)).toMatch(/^button\|All 97 unanswered/);
    expect(await exits()).toEqual([]);
    await page.context().close();
  });

  it("goes on with Tab from the title of Steps, back as well, and out at the end", async () => {
    const pane = await openPane(browser);
    await newChecklist(pane);
    const { frame, page } = pane;
    const { keyboard } = page;
    const exits = await watchExits(pane);
    await frame.getByRole("button", { name: "Steps" }).focus();
    await keyboard.press("Enter");
    await until("the title", async () => (await focused(frame)).startsWith("h1|"));
    await keyboard.press("Tab");
    const next = await frame.evaluate(() => {
      const { activeElement: active } = document;
      return active !== null && active.closest(".steps-page") !== null && active.localName !== "h1";
    });
    expect(next).toBe(true);
    expect(await exits()).toEqual([]);
    await frame.getByRole("heading", { level: 1 }).focus();
    await keyboard.press("Shift+Tab");
    expect(await focused(frame)).toBe("button|Go on");
    await keyboard.press("Shift+Tab");
    expect(await focused(frame)).toBe("button|Back");
    // From a tab stop the library goes on as before: at the last one the pane is left, at the first backwards.
    await frame.getByRole("button", { name: "Refresh" }).focus();
    await keyboard.press("Shift+Tab");
    await until("the exit backwards", async () => (await exits()).includes("Shift+Tab"));
    await frame.evaluate(() => {
      const stops = [...document.querySelectorAll<HTMLElement>("button, input, textarea, a")];
      stops
        .filter((stop) => stop.tabIndex === 0)
        .at(-1)
        ?.focus();
    });
    await keyboard.press("Tab");
    await until("the exit", async () => (await exits()).includes("Tab"));
    await page.context().close();
  });

  it("is left by Tab from what is no tab stop when nothing comes after it", async () => {
    const pane = await openPane(browser);
    await newChecklist(pane);
    const { frame, page } = pane;
    const exits = await watchExits(pane);
    await frame.getByRole("tab", { name: "Issues" }).click();
    await frame.getByText("No issues.").waitFor();
    await frame.getByRole("tabpanel").focus();
    await page.keyboard.press("Shift+Tab");
    expect(await focused(frame)).toBe("tab|Issues");
    expect(await exits()).toEqual([]);
    await frame.getByRole("tabpanel").focus();
    await page.keyboard.press("Tab");
    await until("the exit", async () => (await exits()).includes("Tab"));
    expect(await focused(frame)).toMatch(/^tabpanel/);
    await page.context().close();
  });

  it("clears the search with Escape, and leaves the pane with the next one", async () => {
    const pane = await openPane(browser);
    await newChecklist(pane);
    const { frame, page } = pane;
    const exits = await watchExits(pane);
    await frame.getByRole("tab", { name: "Items" }).click();
    const search = frame.getByRole("searchbox");
    await search.fill("zzz");
    await shows(frame, "No item matches.");
    await page.keyboard.press("Escape");
    await shows(frame, "97 items");
    expect(await search.inputValue()).toBe("");
    expect(await exits()).toEqual([]);
    await page.keyboard.press("Escape");
    await until("the exit", async () => (await exits()).includes("Escape"));
    await page.context().close();
  });
});
