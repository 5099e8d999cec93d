/** What can be done in the panel, and what the host is then asked. */

import { expect, it } from "vitest";
import { showReport } from "./chromium.ts";
import { changed, reportFor, type ScenarioName, scenario, selfInputs } from "./scenarios.ts";
import { calls, describeInChromium, dock, met, refuse, STATES, withPanel } from "./states.ts";

describeInChromium("what can be done", () => {
  it("answers in the column of the phase, and clears", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("audit"), "8.1.9");
      await met(page).click();
      await dock(page).getByRole("button", { name: "Clear the answer to 8.1.9" }).click();
      expect(await calls(page)).toEqual([
        ["answer", "8.1.9", "auditor", "met"],
        ["answer", "8.1.9", "auditor", "unanswered"],
      ]);
    });
  });

  it("shows the answer as it was when the host refuses it", async () => {
    await withPanel({}, async (page) => {
      await STATES["refused command"](page);
      expect(await met(page).getAttribute("aria-checked")).toBe("false");
      await page.getByRole("button", { name: "Dismiss" }).click();
      expect(await page.getByRole("alert").count()).toBe(0);
    });
  });

  it("closes the answers with a reason, outside their phase", async () => {
    const closed: readonly ScenarioName[] = ["submitted", "actions", "pass"];
    for (const name of closed) {
      await withPanel({}, async (page) => {
        // What can be closed has buttons of its own.
        await showReport(page, scenario(name), name === "actions" ? "1.1" : "8.1.9");
        expect(await met(page).getAttribute("aria-disabled")).toBe("true");
        const reason = await met(page).getAttribute("aria-describedby");
        expect(await page.locator(`#${reason}`).textContent()).toContain("closed");
        // A forced click goes past the state, as a script or a voice command would.
        await met(page).click({ force: true });
        expect(await calls(page)).toEqual([]);
      });
    }
  });

  it("has no answer buttons for a waived item", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("renewal"), "5.1");
      expect(await dock(page).textContent()).toContain(
        "Waived: not in the Channel Reseller Program.",
      );
      expect(await dock(page).getByRole("radio").count()).toBe(0);
    });
  });

  it("shows the items of the cheapest way, and lets go of them", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("self"));
      await page.getByRole("button", { name: "Show them" }).click();
      expect(await page.getByText("8 of 97 items").count()).toBe(1);
      await page.getByRole("button", { name: "Cheapest way" }).click();
      expect(await page.getByText("97 items").count()).toBe(1);
    });
  });

  it("goes from a section to its items, and from an issue to its cell", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("damaged"));
      await page.getByRole("button", { name: /Process Optimization/ }).click();
      expect(await page.getByText("2 of 97 items").count()).toBe(1);
      await page.getByRole("button", { name: "3 errors" }).click();
      await page.getByRole("button", { name: "Go to cell: A formula was overwritten" }).click();
      expect(await calls(page)).toEqual([["goTo", { sheet: "Checklist", row: 61, column: 9 }]]);
    });
  });

  it("makes a checklist from the form, and keeps the form when the host refuses", async () => {
    await withPanel({}, async (page) => {
      await STATES.empty(page);
      await page.getByLabel("Partner name").fill("Kestrel Cloud Ltd");
      await page.getByLabel("Renewal").check();
      await page.getByLabel("No", { exact: true }).check();
      await refuse(page, "This workbook has a sheet named Overview. Rename it first.");
      await page.getByRole("button", { name: "Make checklist" }).click();
      expect(await calls(page)).toEqual([
        ["newChecklist", { partner: "Kestrel Cloud Ltd", reseller: false, renewal: true }],
      ]);
      expect(await page.getByRole("alert").textContent()).toContain("Rename it first.");
      expect(await page.getByLabel("Partner name").inputValue()).toBe("Kestrel Cloud Ltd");
      expect(await page.getByLabel("Renewal").isChecked()).toBe(true);
    });
  });

  it("tells how far long work is, and stops it once", async () => {
    await withPanel({}, async (page) => {
      await STATES.working(page);
      expect(await page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("33");
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Stopping" }).click({ force: true });
      expect(await calls(page)).toEqual([["cancel"]]);
    });
  });

  it("offers the remedy of a failure", async () => {
    await withPanel({}, async (page) => {
      await STATES.failed(page);
      await page.getByRole("button", { name: "Try again" }).click();
      expect(await calls(page)).toEqual([["remedy"]]);
    });
  });

  it("links evidence only where it is a web address", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, scenario("audit"), "8.1.9");
      const link = dock(page).getByRole("link");
      expect(await link.getAttribute("href")).toBe("https://example.com/test-log-2025.pdf");
      expect(await link.getAttribute("rel")).toContain("noopener");
      const script = changed(selfInputs(), {
        "8.1.9": { evidence: "javascript://%0aalert(1)", auditor: "met" },
      });
      await showReport(page, reportFor({ ...script, phase: "audit" }), "8.1.9");
      expect(await dock(page).getByRole("link").count()).toBe(0);
    });
  });
});
