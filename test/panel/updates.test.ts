/** The panel while reports come in: what is being typed stays, and only what changed is redrawn and said. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { showReport } from "./chromium.ts";
import { changed, reportFor, scenario, selfInputs } from "./scenarios.ts";
import { calls, describeInChromium, dock, refuse, STATES, tab, withPanel } from "./states.ts";

const voice = (page: Page) => page.locator(".voice");

describeInChromium("while reports come in", () => {
  it("keeps the focus, the caret and the text in a field, and sends it once", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await dock(page).getByRole("button", { name: "Details" }).click();
      const field = dock(page).getByLabel("Evidence link or note");
      await field.focus();
      await page.keyboard.type("Log 2026");
      await page.keyboard.press("ArrowLeft");
      await showReport(page, reportFor(changed(selfInputs(), { "1.6": { self: "met" } })), "8.1.9");
      await page.keyboard.type("!");
      expect(await field.inputValue()).toBe("Log 202!6");
      expect(await calls(page)).toEqual([]);
      await page.keyboard.press("Tab");
      expect(await calls(page)).toEqual([["write", "8.1.9", "Evidence", "Log 202!6"]]);
    });
  });

  it("sends what was typed when another row is selected, to the item it was typed for", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await dock(page).getByRole("button", { name: "Details" }).click();
      await dock(page).getByLabel("Owner").pressSequentially("R. Silva");
      await showReport(page, scenario("self"), "8.1.2");
      expect(await calls(page)).toEqual([["write", "8.1.9", "Owner", "R. Silva"]]);
      expect(await dock(page).getByLabel("Owner").inputValue()).toBe("");
    });
  });

  it("keeps what was typed when the host refuses it", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await dock(page).getByRole("button", { name: "Details" }).click();
      await refuse(page, "Excel is editing a cell. Press Enter, then try again.");
      await dock(page).getByLabel("Owner").fill("R. Silva");
      await page.keyboard.press("Tab");
      expect(await page.getByRole("alert").textContent()).toContain("Excel is editing a cell.");
      await showReport(page, scenario("self"), "8.1.9");
      expect(await dock(page).getByLabel("Owner").inputValue()).toBe("R. Silva");
    });
  });

  it("brings a co-author's text into a field where nothing was typed", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await dock(page).getByRole("button", { name: "Details" }).click();
      const owner = dock(page).getByLabel("Owner");
      await owner.focus();
      const theirs = changed(selfInputs(), { "8.1.9": { owner: "J. Okafor" } });
      await showReport(page, reportFor(theirs), "8.1.9");
      expect(await owner.inputValue()).toBe("J. Okafor");
    });
  });

  it("keeps the search while typing", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await tab(page, "Items").click();
      await page.getByRole("searchbox").pressSequentially("shop");
      await showReport(page, scenario("audit"));
      await page.keyboard.type("per");
      expect(await page.getByRole("searchbox").inputValue()).toBe("shopper");
      expect(await page.getByRole("list", { name: "Items" }).getByRole("button").count()).toBe(1);
    });
  });

  it("redraws nothing when nothing changed, and little when one answer did", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"), "8.1.9");
      await tab(page, "Items").click();
      await page.evaluate(() => {
        const target = document.querySelector(".page");
        if (target) {
          new MutationObserver((records) =>
            window.panelTest.calls.push(...records.map((r) => [r.type])),
          ).observe(target, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        }
      });
      await showReport(page, scenario("self"), "8.1.9");
      expect(await calls(page)).toEqual([]);
      await showReport(page, reportFor(changed(selfInputs(), { "1.6": { self: "met" } })), "8.1.9");
      const changes = (await calls(page)).length;
      expect(changes).toBeGreaterThan(0);
      expect(changes).toBeLessThan(40);
    });
  });

  it("says the score when it changes, and only then", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      expect(await voice(page).textContent()).toBe("");
      await showReport(page, scenario("self"), "8.1.9");
      expect(await voice(page).textContent()).toBe("");
      await showReport(page, reportFor(changed(selfInputs(), { "9.4": { self: "met" } })), "8.1.9");
      expect(await voice(page).textContent()).toBe("Self score 880 of 1000. 20 to 900.");
      expect(await voice(page).getAttribute("aria-live")).toBe("polite");
    });
  });

  it("says that a checklist is made, and its score", async () => {
    await withPanel({}, async (page) => {
      await STATES.working(page);
      expect(await voice(page).textContent()).toBe("");
      await showReport(page, scenario("fresh"));
      expect(await voice(page).textContent()).toBe(
        "Checklist made. Self score 0 of 1000. 900 to 900.",
      );
    });
  });

  it("says how many errors there are when that changes", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await showReport(page, scenario("damaged"));
      expect(await voice(page).textContent()).toBe("3 errors.");
      await showReport(page, scenario("self"));
      expect(await voice(page).textContent()).toBe("No errors.");
    });
  });

  it("shows that it reads again, and says when it has", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      const refresh = page.getByRole("button", { name: "Refresh" });
      const idle = await refresh.evaluate((own) => getComputedStyle(own).opacity);
      const reads = (able: boolean) =>
        page.evaluate((now) => {
          window.panelTest.reads = now;
        }, able);
      // While the host waits for a cell that is being edited there is nothing to say.
      await reads(false);
      await refresh.click();
      await expect.poll(() => calls(page)).toEqual([["refresh"]]);
      expect(await voice(page).textContent()).toBe("");
      await reads(true);
      // How the button is while the host reads.
      await refresh.evaluate((own, report) => {
        const { calls: kept } = window.panelTest;
        kept.length = 0;
        kept.push = (...entries) => {
          const look = [own.getAttribute("aria-busy"), getComputedStyle(own).opacity];
          window.panelTest.showReport(report, null);
          return Array.prototype.push.call(kept, ...entries, look);
        };
      }, scenario("self"));
      await refresh.click();
      await page.getByText("Refreshed.").waitFor({ state: "attached" });
      const [, [busy, opacity] = []] = await calls(page);
      expect(busy).toBe("true");
      expect(opacity).not.toBe(idle);
      // Once more is news again to whoever hears only what changes.
      const first = await voice(page).textContent();
      await refresh.click();
      await expect.poll(() => voice(page).textContent()).not.toBe(first);
      expect((await voice(page).textContent())?.trim()).toBe("Refreshed.");
    });
  });

  it("does not say so of a reading that failed", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await refuse(page, "Excel is editing a cell. Press Enter, then try again.");
      await page.getByRole("button", { name: "Refresh" }).click();
      await page.getByRole("alert").waitFor();
      expect(await voice(page).textContent()).toBe("");
    });
  });

  it("says what the numbers of a section are", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await page
        .getByRole("button", { name: "Section 8 Security 14/16 answered 100 / 100 points" })
        .waitFor();
      await showReport(page, scenario("audit"));
      await page
        .getByRole("button", { name: /^Section 11 .* 0\/4 validated mandatory$/ })
        .waitFor();
    });
  });
});
