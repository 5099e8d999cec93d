/** The shipped task pane, unmodified, in Chromium with Microsoft's genuine start-up. */

import { mkdir } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SectionId } from "../../core/checklist/domain.ts";
import { fullRequirement } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { launch } from "../chromium/launch.ts";
import { hasChromium } from "../chromium/program.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import { openPane, type Pane, type PaneOptions } from "./browser.ts";
import { newChecklist, rowOf, shows, text, until } from "./pane.ts";

const { items } = checklist31;
const { sections } = checklist31;

/** Where the pictures go that a person should look at. */
const PICTURES = "dist/test-pictures";
/** Microsoft's library complains of its own doings inside any page. */
const OF_THE_LIBRARY = /\(https:\/\/appsforoffice\.microsoft\.com\//;
const plan = blueprint(checklist31, blankInputs(checklist31));

const inSheet = (pane: Pane, sheet: string, address: string): Promise<string | number | boolean> =>
  pane.page.evaluate((at) => window.excelTest.host.value(at.sheet, at.address), { sheet, address });

/** What the sheet shows under a defined name, in its first cell. */
async function named(pane: Pane, name: string): Promise<string | number | boolean> {
  const named = plan.names.find((entry) => entry.name === name);
  if (!named) throw new Error(name);
  return pane.page.evaluate((at) => {
    const { book } = window.excelTest.host;
    const sheet = book.sheetNamed(at.sheet);
    if (!sheet) throw new Error(at.sheet);
    return book.value(sheet, at.area.row, at.area.column);
  }, named);
}

describe.skipIf(!hasChromium())("the task pane in Chromium", () => {
  let browser: Browser;

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(options: PaneOptions = {}): Promise<Pane> {
    return openPane(browser, options);
  }

  async function unknown(pane: Pane): Promise<string[]> {
    return pane.page.evaluate(() => window.excelTest.host.unknown);
  }

  it("makes a checklist, follows answers in the sheet and writes those from the panel", async () => {
    const pane = await open({ width: 1366, height: 820, paneWidth: 407 });
    await newChecklist(pane);
    expect(await named(pane, "Partner_Name")).toBe("Kestrel Cloud Ltd");

    const ids = items.map((item) => item.id);
    const typedIds = ids.slice(0, 20);
    await pane.page.evaluate((rows) => {
      for (const [index, row] of rows.entries()) {
        window.excelTest.host.type("Checklist", `H${row}`, index === 3 ? "Not met" : "Met");
      }
    }, typedIds.map(rowOf));
    await until("twenty answers in the panel", async () =>
      (await text(pane.frame)).includes("20 of 97"),
    );
    for (const id of ids.slice(20, 25)) {
      await pane.page.evaluate(
        (row) => window.excelTest.host.select("Checklist", `H${row}`),
        rowOf(id),
      );
      await until(`${id} in the dock`, async () =>
        ((await pane.frame.locator(".dock h2").textContent()) ?? "").startsWith(`${id} `),
      );
      await pane.frame.locator(".dock").getByRole("radio", { name: "Met", exact: true }).click();
      await until(
        `${id} in the sheet`,
        async () => (await inSheet(pane, "Checklist", `H${rowOf(id)}`)) === "Met",
      );
    }
    await until("25 answers in the panel", async () =>
      (await text(pane.frame)).includes("25 of 97"),
    );

    // The core's own figures for these answers, beside those of the sheet and of the panel.
    const blank = blankInputs(checklist31);
    const own = Object.fromEntries(
      ids.map((id, index) => {
        const answer = index >= 25 ? "unanswered" : index === 3 ? "notMet" : "met";
        const inputs = blank.items[id];
        if (!inputs) throw new Error(id);
        return [id, { ...inputs, self: answer } as const];
      }),
    );
    const ideal = report(
      EDITIONS,
      snapshotOf({ ...blank, items: { ...own }, partner: "Kestrel Cloud Ltd" }),
    );
    expect(await named(pane, "Self_Total")).toBe(ideal.self.total);
    const words = {
      pass: "Pass",
      fail: "Fail",
      inProgress: "In progress",
      actionPlan: "Action plan",
    } as const;
    expect(await named(pane, "Self_Verdict")).toBe(words[ideal.self.verdict]);
    const shown = await text(pane.frame);
    expect(shown).toContain(words[ideal.self.verdict]);
    expect(shown.replaceAll("−", "-")).toContain(String(ideal.self.total));
    const totals = plan.names.find((entry) => entry.name === "Self_Sections");
    if (!totals) throw new Error("Self_Sections");
    for (const [index, section] of sections.entries()) {
      const total = ideal.self.sections[section.id];
      expect(await inSheet(pane, totals.sheet, `E${totals.area.row + index}`), section.title).toBe(
        total,
      );
    }
    // The first section that is not complete, as the panel has it.
    const started = sections.find((section) => section.id === "5");
    const most = ideal.items
      .filter((item) => started?.items.some((own) => own.id === item.id))
      .reduce((sum, item) => sum + item.ifMet, 0);
    expect(shown).toContain(`${ideal.self.sections["5" as SectionId]} / ${most}`);
    await pane.frame.evaluate(() => document.querySelector(".msp-panel")?.scrollTo(0, 0));
    await pane.page.evaluate((first) => {
      const rows = [1, 2, 3, ...Array.from({ length: 12 }, (_, index) => first + index)];
      window.excelTest.draw("Checklist", { columns: [1, 2, 8, 9, 10, 11, 12, 13], rows });
    }, rowOf("4.2.1"));
    await pane.page.screenshot({ path: `${PICTURES}/excel-with-panel.png` });
    await pane.page.evaluate(() => {
      window.excelTest.draw("Overview", {
        columns: Array.from({ length: 9 }, (_, index) => index + 1),
        rows: Array.from({ length: 25 }, (_, index) => index + 1),
      });
    });
    await pane.page.screenshot({ path: `${PICTURES}/excel-overview.png` });
    expect(await unknown(pane)).toEqual([]);
    expect(pane.complaints.filter((complaint) => !OF_THE_LIBRARY.test(complaint))).toEqual([]);
    // The page's policy lets the bars be as long as they are meant to be.
    const bars = await pane.frame
      .locator(".msp-panel i[style*='width']")
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    expect(bars.filter((width) => width > 0).length).toBeGreaterThan(2);
    expect(new Set(bars).size).toBeGreaterThan(2);
    // Nothing is fetched but the pane's own files and Microsoft's library.
    const origins = new Set(pane.requested.map((address) => new URL(address).origin));
    expect([...origins].sort()).toEqual([
      "https://appsforoffice.microsoft.com",
      "https://host.officeapps.live.com",
      "https://localhost:3000",
    ]);
    await pane.page.context().close();
  });

  it("paints an edit soon after it is heard, and keeps what is being typed in the panel", async () => {
    const pane = await open();
    await newChecklist(pane);
    await pane.page.evaluate(
      (row) => window.excelTest.host.select("Checklist", `H${row}`),
      rowOf("1.2"),
    );
    await until("the dock", async () =>
      ((await pane.frame.locator(".dock h2").textContent()) ?? "").startsWith("1.2 "),
    );
    await pane.frame.getByRole("button", { name: "Details" }).click();
    const field = pane.frame.getByLabel(/^Evidence/).first();
    await field.focus();
    await field.pressSequentially("Half a sen");
    await pane.page.evaluate(
      (row) => window.excelTest.host.type("Checklist", `H${row}`, "Met", "Remote"),
      rowOf("1.3"),
    );
    await shows(pane.frame, "1 of 97");
    await field.pressSequentially("tence");
    expect(await field.inputValue()).toBe("Half a sentence");
    await pane.page.context().close();
  });

  it("answers an item by keyboard alone, from the tabs on, and says the score", async () => {
    const pane = await open();
    await newChecklist(pane);
    const { frame, page } = pane;
    const { keyboard } = page;
    const focus = (): Promise<string> =>
      frame.evaluate(() => {
        const { activeElement: active } = document;
        const heard = active?.cloneNode(true) as Element | undefined;
        for (const part of heard?.querySelectorAll("[aria-hidden=true]") ?? []) part.remove();
        return `${active?.getAttribute("role") ?? ""}|${active?.getAttribute("aria-label") ?? heard?.textContent ?? ""}`;
      });
    const tabTo = async (what: RegExp): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        if (what.test(await focus())) return;
        await keyboard.press("Tab");
      }
      throw new Error(`${what} is no tab stop; the focus is on ${await focus()}`);
    };
    await frame.evaluate(() => document.querySelector("button")?.focus());
    await tabTo(/^tab\|Overview/);
    await keyboard.press("ArrowRight");
    expect(await focus()).toMatch(/^tab\|Items/);
    // The items are one stop; the third of them is 1.3, a mandatory one.
    await tabTo(/\b1\.1\b/);
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    expect(await focus()).toContain("1.3");
    await keyboard.press("Enter");
    await until("1.3 in the dock", async () =>
      ((await frame.locator(".dock h2").textContent()) ?? "").startsWith("1.3 "),
    );
    await tabTo(/^radio\|Met$/);
    const voice = frame.locator("[aria-live=polite]");
    const before = await voice.textContent();
    expect(before).toMatch(/^Checklist made\. Self score/);
    await keyboard.press("ArrowRight");
    expect(await focus()).toBe("radio|Not met");
    await keyboard.press("Space");
    await until(
      "the answer in the sheet",
      async () => (await inSheet(pane, "Checklist", `H${rowOf("1.3")}`)) === "Not met",
    );
    await until("the spoken score", async () => (await voice.textContent()) !== before);
    const score = Number(await named(pane, "Self_Total"));
    expect(score).toBeLessThan(0);
    expect(((await voice.textContent()) ?? "").replace("−", "-")).toContain(String(score));
    expect(await voice.textContent()).toContain("Fail");
    // And the focus is at the title of the next open one.
    expect(await focus()).toMatch(/^\|1\.4 /);
    await page.context().close();
  });

  it("loads nothing before the panel is on the screen but its page, its styles and its one script", async () => {
    const pane = await open();
    await newChecklist(pane);
    await until("the rest behind it", async () =>
      pane.requested.some((address) => address.includes("addin-write")),
    );
    // Styles that the screen does not ask for are fetched beside it, and nothing waits for them.
    const isAwaited = (address: string) =>
      address.startsWith("https://localhost:3000/") && !address.includes("contrast");
    const own = pane.requested.filter(isAwaited);
    expect(
      own
        .slice(0, 3)
        .map((address) => new URL(address).pathname.replace(/-[A-Z0-9]{8}\./, "."))
        .sort(),
    ).toEqual(["/taskpane.css", "/taskpane.html", "/taskpane.js"]);
    // The first screen is there before anything else was asked for.
    expect(pane.requestedAtFirst.filter(isAwaited)).toHaveLength(3);
    // And the long texts came in the end.
    await pane.page.evaluate(
      (row) => window.excelTest.host.select("Checklist", `H${row}`),
      rowOf("8.1.9"),
    );
    const item = items.find(({ id }) => id === "8.1.9");
    await shows(pane.frame, (item ? fullRequirement(checklist31, item) : "").slice(0, 60));
    await pane.page.context().close();
  });

  it("says what is missing when a script that is loaded later cannot be had", async () => {
    const pane = await open({ lost: /addin-(?:write|all-texts)|panel-steps/ });
    await newChecklist(pane);
    await pane.page.evaluate(
      (row) => window.excelTest.host.select("Checklist", `H${row}`),
      rowOf("8.1.9"),
    );
    await shows(
      pane.frame,
      "The text of this item could not be loaded. It stands in the Checklist.",
    );
    await pane.frame.locator(".dock").getByRole("radio", { name: "Met", exact: true }).click();
    await shows(pane.frame, "Parts of the panel are missing at its address.");
    await pane.frame.getByRole("button", { name: "Dismiss" }).click();
    await pane.frame.getByRole("button", { name: "Steps" }).click();
    await shows(pane.frame, "Parts of the panel are missing at its address.");
    expect(await inSheet(pane, "Checklist", `H${rowOf("8.1.9")}`)).toBe("");
    // Answers in the sheet count all the same.
    await pane.page.evaluate(
      (row) => window.excelTest.host.type("Checklist", `H${row}`, "Met"),
      rowOf("8.1.9"),
    );
    await shows(pane.frame, "1 of 97");
    await pane.page.context().close();
  });

  it("opens at the issues from the ribbon's Check workbook", async () => {
    const pane = await open({ page: "taskpane.html?start=check" });
    await newChecklist(pane);
    const selected = pane.frame.getByRole("tab", { selected: true });
    expect(await selected.textContent()).toMatch(/^Issues/);
    await pane.page.context().close();
  });

  it("says that Excel is too old, or that Microsoft's library could not be had", async () => {
    const old = await open({ set: "1.8" });
    await shows(old.frame, "too old for the panel");
    await old.page.context().close();
    const offline = await open({ offline: true });
    await shows(offline.frame, "lost its connection");
    await expect(
      offline.frame.getByRole("button", { name: "Try again" }).isVisible(),
    ).resolves.toBe(true);
    await offline.page.context().close();
  });
});
