/** An answer leads somewhere: on to the next open item, to the note of a finding, and back again. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { showReport } from "./chromium.ts";
import { life } from "./life.ts";
import { answered, changed, reportFor, scenario, selfInputs } from "./scenarios.ts";
import { calls, describeInChromium, dock, met, press, refuse, tab, withPanel } from "./states.ts";

const SIZE = { width: 350, height: 760 };
const heading = (page: Page) => dock(page).getByRole("heading", { level: 2 });
const item = async (page: Page) => (await heading(page).innerText()).split(/\s/)[0];
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-focus") ?? "");
const asked = async (page: Page, what: string) =>
  (await calls(page)).filter(([name]) => name === what);

describeInChromium("an answer", () => {
  it("goes on to the next open item, here and in the workbook, and can be taken back", async () => {
    await withPanel(SIZE, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await met(page).click();
      await dock(page).getByText("8.1.9 Met.").waitFor();
      const next = await item(page);
      expect(next).not.toBe("8.1.9");
      expect(await focusedName(page)).toBe("item-title");
      expect(await asked(page, "goTo")).toHaveLength(1);
      const voice = await page.getByRole("status").last().innerText();
      expect(voice).toMatch(/^8\.1\.9 Met\. Self score 840 of 1000\. /);
      expect(voice).toContain(` Next: ${next} `);
      await press(page, "Undo");
      await dock(page).getByText("Undone: 8.1.9 is unanswered again.").waitFor();
      expect(await item(page)).toBe("8.1.9");
      expect((await asked(page, "answer")).at(-1)).toEqual([
        "answer",
        "8.1.9",
        "self",
        "unanswered",
      ]);
      await press(page, "Redo");
      await dock(page).getByText("8.1.9 Met.").waitFor();
    });
  });

  it("is taken back only where it still stands", async () => {
    await withPanel(SIZE, async (page) => {
      const given = reportFor(changed(selfInputs(), { "8.1.9": { self: "met" } }));
      await showReport(page, scenario("self"), "8.1.9");
      await met(page).click();
      await dock(page).getByText("8.1.9 Met.").waitFor();
      await showReport(page, given, "8.1.9");
      expect(await dock(page).getByRole("button", { name: "Undo" }).count()).toBe(1);
      await showReport(page, scenario("self"), "8.1.9");
      expect(await dock(page).getByRole("button", { name: "Undo" }).count()).toBe(0);
    });
  });

  it("stays where it is changed, refused, or told to stay", async () => {
    await withPanel(SIZE, async (page) => {
      await showReport(page, scenario("self"), "1.1");
      await dock(page).getByRole("radio", { name: "Not met" }).click();
      await dock(page).getByText("1.1 Not met, −200.").waitFor();
      expect(await item(page)).toBe("1.1");
      await showReport(page, scenario("self"), "8.1.9");
      await refuse(page, "Excel is editing a cell.");
      await met(page).click();
      await page.getByRole("alert").waitFor();
      expect(await item(page)).toBe("8.1.9");
      await page.evaluate(() => {
        window.panelTest.refusal = null;
      });
      await page.keyboard.press("Escape");
      await heading(page).focus();
      await page.keyboard.press("?");
      await page.getByLabel("Stay on the item after an answer").check();
      await press(page, "Close");
      await met(page).click();
      await dock(page).getByText("8.1.9 Met.").waitFor();
      expect(await item(page)).toBe("8.1.9");
    });
  });

  it("of the auditor's that is Not met asks for the finding", async () => {
    await withPanel(SIZE, async (page) => {
      const report = life("audit");
      const open = report.items.find((row) => row.auditor === "unanswered" && row.noteKind === "");
      await showReport(page, report, open?.id ?? "");
      await dock(page).getByRole("radio", { name: "Not met" }).click();
      await dock(page).getByLabel("Auditor’s note").waitFor();
      expect(await focusedName(page)).toBe("field-Auditor_Note");
      expect(await asked(page, "write")).toEqual([
        ["write", open?.id, "Note_Kind", "Finding", true],
      ]);
      expect(await item(page)).toBe(open?.id);
    });
  });

  it("says on its button what it would do", async () => {
    await withPanel(SIZE, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      expect(await met(page).innerText()).toMatch(/Met\s+keeps 840/);
      const notMet = dock(page).getByRole("radio", { name: "Not met" });
      expect(await notMet.innerText()).toMatch(/Not met\s+makes 640/);
      expect(await notMet.getAttribute("aria-description")).toBe("makes 640, 900 is out of reach");
    });
  });
});

describeInChromium("an open action item", () => {
  it("offers its two ways out, and not answers that are closed", async () => {
    await withPanel(SIZE, async (page) => {
      const report = life("actions");
      const open = report.actionItems.find(
        ({ state, kind, id }) =>
          state === "open" &&
          kind === "mandatory" &&
          report.items.some((row) => row.id === id && row.closureEvidence === ""),
      );
      await showReport(page, report, open?.id ?? "");
      expect(await dock(page).getByRole("radio").count()).toBe(0);
      await refuse(page, "Excel is editing a cell.");
      await press(page, "Accept closure without evidence");
      expect(await focusedName(page)).toBe("accept-bare");
      await press(page, "Write the evidence");
      expect(await focusedName(page)).toBe("field-Closure_Evidence");
      await press(page, "Accept closure without evidence");
      expect(await asked(page, "write")).toEqual([]);
      await press(page, "Accept without evidence");
      await page.getByRole("alert").waitFor();
      await page.evaluate(() => {
        window.panelTest.refusal = null;
        window.panelTest.calls.length = 0;
      });
      // What was refused is not sent again by itself.
      await showReport(page, report, "1.1");
      await showReport(page, report, open?.id ?? "");
      expect(await asked(page, "write")).toEqual([]);
      await press(page, "Accept closure without evidence");
      await press(page, "Accept without evidence");
      const [[, id, name, day] = []] = await asked(page, "write");
      expect([id, name]).toEqual([open?.id, "Closed_On"]);
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      await press(page, "Write an action plan");
      expect(await focusedName(page)).toBe("field-Action_Plan");
    });
  });
});

describeInChromium("the owner", () => {
  it("is one of the names in use, or another that is typed", async () => {
    await withPanel(SIZE, async (page) => {
      const self = scenario("self");
      const owned = { "1.1": "T. Weiss", "1.2": "A. Moreau", "1.3": "T. Weiss" } as Record<
        string,
        string
      >;
      const items = self.items.map((row) => ({ ...row, owner: owned[row.id] ?? "" }));
      await showReport(page, { ...self, items }, "8.1.9");
      const field = dock(page).getByLabel("Owner");
      const offered = await field.evaluate((input) =>
        [...((input as HTMLInputElement).list?.options ?? [])].map(({ value }) => value),
      );
      expect(offered).toEqual(["A. Moreau", "T. Weiss"]);
    });
  });
});

describeInChromium("single keys", () => {
  it("answer, go on, go back and search, but not while something is typed", async () => {
    await withPanel(SIZE, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await heading(page).focus();
      await page.keyboard.press("m");
      await dock(page).getByText("8.1.9 Met.").waitFor();
      const second = await item(page);
      await page.keyboard.press("j");
      const third = await item(page);
      expect(third).not.toBe(second);
      await page.keyboard.press("k");
      expect(await item(page)).toBe(second);
      await page.keyboard.press("e");
      expect(await focusedName(page)).toBe("field-Evidence");
      await page.keyboard.type("mnjk");
      expect(await dock(page).getByLabel("Evidence link or note").inputValue()).toBe("mnjk");
      expect(await item(page)).toBe(second);
      await heading(page).focus();
      await page.keyboard.press("/");
      expect(await focusedName(page)).toBe("search");
      await heading(page).focus();
      await page.keyboard.press("Control+z");
      await dock(page).getByText("Undone: 8.1.9").waitFor();
      // Once more is not the other way round; that has a key of its own.
      await page.keyboard.press("Control+z");
      expect((await asked(page, "answer")).map((call) => call.at(-1))).toEqual([
        "met",
        "unanswered",
      ]);
      await page.keyboard.press("Control+y");
      await dock(page).getByText("8.1.9 Met.").waitFor();
    });
  });

  it("can be turned off, but for the one that lists them", async () => {
    await withPanel(SIZE, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await tab(page, "Items").click();
      await press(page, "Keys");
      await page.getByLabel("Single letters are keys").uncheck();
      await page.getByRole("region", { name: "Keys" }).focus();
      await page.keyboard.press("Escape");
      await heading(page).focus();
      await page.keyboard.press("m");
      await page.keyboard.press("j");
      expect(await calls(page)).toEqual([]);
      expect(await item(page)).toBe("8.1.9");
      await page.keyboard.press("?");
      await page.getByRole("region", { name: "Keys" }).waitFor();
    });
  });
});

describeInChromium("the whole item", () => {
  it("gives way to the tab that is asked for", async () => {
    await withPanel(SIZE, async (page) => {
      await showReport(page, scenario("damaged"), "8.1.9");
      await press(page, "Details");
      await page.getByRole("button", { name: /error/ }).click();
      expect(await tab(page, "Issues").getAttribute("aria-selected")).toBe("true");
      await press(page, "Details");
      await heading(page).focus();
      await page.keyboard.press("/");
      expect(await tab(page, "Items").getAttribute("aria-selected")).toBe("true");
      await press(page, "Details");
      await press(page, "Steps");
      await page.locator(".steps-page").waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("m");
      expect((await calls(page)).filter(([name]) => name === "answer")).toEqual([]);
    });
  });

  it.each([
    { width: 340, height: 700 },
    { width: 390, height: 844 },
  ])("has what is asked on one screen for at least 95 of 97: $width x $height", async (size) => {
    await withPanel(size, async (page) => {
      const report = reportFor(answered("unanswered"));
      await showReport(page, report, "1.1");
      await press(page, "Details");
      const cut = await page.evaluate((shown) => {
        const bottom = (part: string) =>
          document.querySelector(part)?.getBoundingClientRect().bottom ?? Number.NaN;
        return shown.items.flatMap(({ id }) => {
          window.panelTest.showReport(shown, id);
          return bottom(".dock .requirement") <= bottom(".dock-body") + 1 ? [] : [id];
        });
      }, report);
      expect(cut.length, cut.join(", ")).toBeLessThanOrEqual(2);
    });
  });

  it("has text, answers and fields on one screen, and leads back to the list", async () => {
    await withPanel({ width: 340, height: 700 }, async (page) => {
      const report = reportFor(changed(selfInputs(), { "8.3": { self: "unanswered" } }));
      await showReport(page, report, "8.3");
      await press(page, "Details");
      const sizes = await page.evaluate(() => {
        const edge = (selector: string) =>
          document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return {
          text: edge(".dock .requirement").bottom,
          body: edge(".dock-body").bottom,
          foot: edge(".answers").bottom,
        };
      });
      expect(sizes.text).toBeLessThanOrEqual(sizes.body);
      expect(sizes.foot).toBeLessThanOrEqual(700);
      expect(await focusedName(page)).toBe("details");
      await press(page, "List");
      await tab(page, "Overview").waitFor();
      expect(await focusedName(page)).toBe("details");
    });
  });
});
