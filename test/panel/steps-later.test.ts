/** The page Steps from the audit to the renewal, and moves of the phase. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { showReport } from "./chromium.ts";
import { life } from "./life.ts";
import {
  calls,
  can,
  describeInChromium,
  dock,
  focused,
  openSteps,
  press,
  tab,
  title,
  withPanel,
} from "./states.ts";

const content = async (page: Page): Promise<string> =>
  (await page.locator(".steps-page").textContent()) ?? "";
const savedTexts = (page: Page) => page.evaluate(() => window.panelTest.saved);

describeInChromium("Steps from the audit on", () => {
  it("says that nothing changed under the seal", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "submitted");
      expect(await content(page)).toContain("Unchanged since handed over on Mon 16 Feb, 18:05.");
      expect(await content(page)).toContain("it is no protection against forgery");
      expect(await page.getByRole("list", { name: "Changed entries" }).count()).toBe(0);
    });
  });

  it("shows each difference with old and new value, cut but reachable, and goes to its cell", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "audit");
      const list = page.getByRole("list", { name: "Changed entries" });
      const rows = list.getByRole("listitem");
      expect(await rows.count()).toBe(3);
      expect(await rows.nth(0).textContent()).toBe(
        "PartnerWas Kestrel Cloud LtdNow Kestrel Cloud Group Ltd",
      );
      expect(await rows.nth(2).textContent()).toBe(
        "6.1.3 Partner Self-AssessmentWas Not metNow Met",
      );
      expect(await rows.nth(1).textContent()).not.toContain("v2.pdf#changed");
      await press(page, "Show all of it: 1.2 Evidence link or note");
      expect(await rows.nth(1).textContent()).toContain("v2.pdf#changed");
      for (const index of [0, 2]) await rows.nth(index).getByRole("button").first().click();
      const report = life("audit");
      const row = report.items.find(({ id }) => id === "6.1.3")?.place?.row;
      expect(await calls(page)).toEqual([
        ["goTo", report.places.Partner_Name],
        ["goTo", { sheet: "Checklist", row, column: report.places.Self_Answer?.column }],
      ]);
    });
  });

  it("counts what is validated, says points and not a bare word, and shows what is left", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "audit");
      expect(await content(page)).toContain("Validated 63 of 97.");
      expect(await page.locator(".next").textContent()).toMatch(
        /210 of 1000 points: 690 points to 900/,
      );
      await press(page, "Show the 34 left");
      expect(await page.getByText("34 of 97 items").count()).toBe(1);
    });
  });

  it("records the score before it saves the audit summary, as a page and as a workbook", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "validated");
      await press(page, "Audit summary: Save as page (HTML)");
      await page.getByText("Saved “").first().waitFor();
      await press(page, "Audit summary: Save as workbook (.xlsx)");
      await page.getByText("audit summary.xlsx").first().waitFor();
      expect(await calls(page)).toEqual([
        ["recordSummary"],
        ["refresh"],
        ["save", "Kestrel Cloud Group Ltd audit summary.html", "text/html"],
        ["recordSummary"],
        ["refresh"],
        ["draw", ["Audit summary"]],
        [
          "save",
          "Kestrel Cloud Group Ltd audit summary.xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ],
      ]);
      const [html] = await savedTexts(page);
      expect(html?.text).toContain("One of the two tests has no lessons learned.");
    });
  });

  it("saves nothing when the score could not be recorded", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "validated");
      await page.evaluate(() => {
        window.panelTest.refusal = "Excel is editing a cell.";
      });
      await press(page, "Audit summary: Save as page (HTML)");
      await page.getByRole("alert").waitFor();
      expect(await calls(page)).toEqual([["recordSummary"]]);
    });
  });

  it("offers the summary as text where nothing can be saved", async () => {
    await withPanel({}, async (page) => {
      await can(page, "files", false);
      await openSteps(page, "validated");
      const text = await page.getByLabel("Text of the audit summary", { exact: true }).inputValue();
      expect(text).toContain("540 of 1000 points");
      expect(text).toMatch(/8\.1\.9\t.*\tOne of the two tests has no lessons learned\.\t.*\b200\b/);
      await press(page, "Keep the score");
      expect(await calls(page)).toEqual([["recordSummary"]]);
    });
  });

  it("says what is still blank in the sign-off", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "validated");
      expect(await content(page)).toContain("Signed off by M. Lindqvist. Still blank: firm, date.");
      await page.getByRole("button", { name: /^Go to Overview/ }).click();
      expect(await calls(page)).toEqual([["goTo", life("validated").places.Sign_Off_Firm]]);
    });
  });

  it("says what each closure makes, and all of them together", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "actions");
      const rows = page.getByRole("list", { name: "What closing brings" }).getByRole("listitem");
      expect(await rows.allTextContents()).toEqual([
        expect.stringMatching(/8\.1\.9.*No plan yet\+200 makes 940/),
        expect.stringMatching(/9\.4.*\+40 makes 780/),
        expect.stringMatching(/6\.1\.3.*\+20 makes 760/),
      ]);
      expect(await content(page)).toContain("Final score 740 of 1000: In progress.");
      expect(await content(page)).toContain("Closing all 3 makes 1000.");
      await press(page, "Back");
      await tab(page, "Actions").click();
      const open = page.getByRole("list", { name: "Open" }).getByRole("listitem");
      expect(await open.nth(0).textContent()).toContain("+200 makes 940");
      expect(await open.nth(0).textContent()).toContain("One of the two tests");
      expect(await page.getByRole("tabpanel").textContent()).toContain("Closing all 3 makes 1000.");
    });
  });

  it("has the message about the plan while a mandatory item is open", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "planned");
      expect(await content(page)).toContain("J. Okafor knows the address.");
      const text = await page.getByLabel("Text", { exact: true }).inputValue();
      expect(text).toContain("Plan: Second test in May, lessons by June.");
      await press(page, "Back");
      await openSteps(page, "validated");
      expect(await content(page)).not.toContain("Message about the plan");
    });
  });

  it("says from when to when the final report goes out, and warns where that crosses", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "actions");
      expect(await content(page)).toContain("From Wed 18 Mar, at the latest Mon 23 Mar.");
      expect(await content(page)).not.toContain("due before the action items are");
      expect(await content(page)).toContain("Fill “Final report received”");
      await showReport(page, life("crossing"));
      expect(await content(page)).toContain("due before the action items are");
      await showReport(page, life("planned"));
      expect(await content(page)).toContain("AWS decides by Fri 10 Apr.");
      await press(page, "Final report: Save as page (HTML)");
      await page.getByText("Saved “").first().waitFor();
      expect(await content(page)).toContain(
        "Look at this before you send it: The auditor has not signed off.",
      );
      const saved = ["save", "Kestrel Cloud Group Ltd final report.html", "text/html"];
      expect(await calls(page)).toEqual([["refresh"], saved]);
    });
  });

  it("makes next year’s workbook, and says what was decided", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "closed");
      expect(await content(page)).toContain("The next audit is a renewal.");
      expect(await content(page)).toContain("Previous action items: 6.1.3, 8.1.9, 8.2.4, 9.4.");
      await press(page, "Save next year’s workbook");
      await page.getByText("Saved “").first().waitFor();
      const [, draw, save] = await calls(page);
      expect(draw?.[1]).toContain("Checklist");
      expect(save?.[1]).toBe("Kestrel Cloud Group Ltd MSP checklist, next audit.xlsx");
    });
  });

  it("saves the deadlines for a calendar", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "actions");
      await press(page, "Save dates for a calendar (.ics)");
      await page.getByText("MSP dates.ics").first().waitFor();
      const [file] = await savedTexts(page);
      expect(file?.text).toMatch(/BEGIN:VEVENT[\s\S]*Action items due: Kestrel Cloud Group Ltd/);
    });
  });
});

describeInChromium("moves of the phase", () => {
  it("go on after their effect is said", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "mailed");
      await press(page, "On to Audit");
      expect(await page.getByRole("group").textContent()).toContain(
        "Move on to Audit? The auditor’s column opens",
      );
      await press(page, "Stay in Submitted");
      expect(await focused(page)).toBe("On to Audit");
      await press(page, "Change the phase");
      await page.getByLabel("On to Closed").check();
      const go = page.locator(".choose + .confirm").getByRole("button", { name: "On to Closed" });
      await go.click();
      expect(await content(page)).toMatch(/Everything closes.*passes over Audit and Action items/s);
      await page.getByLabel("Reason", { exact: true }).fill("No audit this year");
      await go.click();
      expect(await calls(page)).toEqual([["movePhase", "closed", "No audit this year"]]);
    });
  });

  it("say that leaving the self-assessment seals it", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "ready");
      await press(page, "Change the phase");
      expect(await page.getByRole("radio").count()).toBe(3);
      await page.getByLabel("On to Audit").check();
      expect(await content(page)).toContain("close and are sealed");
    });
  });

  it("go back only with a reason, by keyboard alone", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "reopened");
      await page.getByRole("button", { name: "Change the phase" }).focus();
      await page.keyboard.press("Enter");
      await page.getByLabel("Back to Audit").focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      const reason = page.getByLabel("Reason", { exact: true });
      expect(await reason.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.type("   ");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await calls(page)).toEqual([]);
      expect(await reason.getAttribute("aria-invalid")).toBe("true");
      const hint = await reason.getAttribute("aria-describedby");
      expect(await page.locator(`#${hint}`).textContent()).toContain(
        "Going back from Action items to Audit needs a reason.",
      );
      expect(await reason.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.type("One item was not validated");
      expect(await reason.getAttribute("aria-invalid")).toBe(null);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await calls(page)).toEqual([["movePhase", "audit", "One item was not validated"]]);
      await showReport(page, life("validated"));
      expect(await focused(page)).toBe(await title(page).textContent());
    });
  });

  it("are listed newest first, with time, reason and seal", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "reopened");
      const history = page.getByRole("button", { name: /^History/ });
      expect(await history.textContent()).toContain("5 moves");
      await history.click();
      const rows = page.getByRole("list", { name: "History" }).getByRole("listitem");
      expect(await rows.count()).toBe(5);
      expect(await rows.first().textContent()).toBe(
        "From Closed to Action itemsSat 21 Mar, 09:30A closure was left out",
      );
      expect(await rows.last().textContent()).toContain(
        `Seal ${life("ready").seal ?? life("submitted").seal?.short}`,
      );
    });
  });
});

describeInChromium("entries in the dock", () => {
  const details = (page: Page) => dock(page).getByRole("button", { name: "Details" }).click();

  it("take the auditor’s note and its kind in the phase Audit", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, life("audit"), "8.1.9");
      await details(page);
      await dock(page).getByLabel("Auditor’s note").fill("Second test lacks lessons.");
      await page.keyboard.press("Tab");
      const kinds = dock(page).getByRole("radiogroup", { name: "Kind of note" });
      await kinds.getByRole("radio", { name: "Finding" }).click();
      expect(await calls(page)).toEqual([
        ["write", "8.1.9", "Auditor_Note", "Second test lacks lessons."],
        ["write", "8.1.9", "Note_Kind", "Finding"],
      ]);
      expect(await kinds.getByRole("radio", { name: "Finding" }).getAttribute("aria-checked")).toBe(
        "true",
      );
    });
  });

  it("show the kind as it was when the host refuses it, and clear it by None", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, life("audit"), "6.1.3");
      await details(page);
      const radio = (name: string) => dock(page).getByRole("radio", { name, exact: true });
      expect(await radio("Finding").getAttribute("aria-checked")).toBe("true");
      await page.evaluate(() => {
        window.panelTest.refusal = "Excel is editing a cell.";
      });
      await radio("Strength").click();
      await page.getByRole("alert").waitFor();
      expect(await radio("Strength").getAttribute("aria-checked")).toBe("false");
      await page.evaluate(() => {
        window.panelTest.refusal = null;
      });
      await radio("None").click();
      expect((await calls(page)).pop()).toEqual(["write", "6.1.3", "Note_Kind", ""]);
    });
  });

  it("take closures and plans in the phase Action items", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, life("actions"), "8.1.9");
      await details(page);
      await dock(page).getByLabel("Closed on").fill("2026-03-12");
      await page.keyboard.press("Tab");
      expect(await calls(page)).toEqual([["write", "8.1.9", "Closed_On", "2026-03-12"]]);
      await dock(page).getByLabel("Closure evidence").fill("Test log 2");
      await dock(page).getByLabel("Action plan").fill("Second test in May");
      await page.keyboard.press("Tab");
      expect((await calls(page)).slice(1)).toEqual([
        ["write", "8.1.9", "Closure_Evidence", "Test log 2"],
        ["write", "8.1.9", "Action_Plan", "Second test in May"],
      ]);
      await showReport(page, life("actions"), "9.4");
      // Only mandatory items can be planned.
      expect(await dock(page).getByLabel("Action plan").count()).toBe(0);
    });
  });

  it("send a typed day once, not each day that its first digits make", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, life("actions"), "8.1.9");
      await details(page);
      await dock(page).getByLabel("Closed on").focus();
      await page.keyboard.type("03122026");
      await page.keyboard.press("Tab");
      expect(await calls(page)).toEqual([["write", "8.1.9", "Closed_On", "2026-03-12"]]);
    });
  });

  it("clear a day, but not while a part of it is being retyped", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, life("actions"), "8.2.4");
      await details(page);
      const field = dock(page).getByLabel("Closed on");
      expect(await field.inputValue()).toBe("2026-03-12");
      await field.focus();
      await page.keyboard.press("Backspace");
      await dock(page).getByLabel("Owner").focus();
      await showReport(page, life("actions"), "9.4");
      expect(await calls(page)).toEqual([]);
      await showReport(page, life("actions"), "8.2.4");
      await field.fill("");
      await dock(page).getByLabel("Owner").focus();
      expect(await calls(page)).toEqual([["write", "8.2.4", "Closed_On", ""]]);
    });
  });

  it("are read only outside their phase, with the reason in words", async () => {
    await withPanel({}, async (page) => {
      await showReport(page, life("actions"), "8.1.9");
      await details(page);
      expect(await dock(page).getByLabel("Auditor’s note").count()).toBe(0);
      expect(await dock(page).textContent()).toContain(
        "One of the two tests has no lessons learned.",
      );
      expect(await dock(page).textContent()).toContain("Evidence and notes closed with the audit.");
      await showReport(page, life("closed"), "8.1.9");
      expect(await dock(page).locator("input, textarea").count()).toBe(0);
      expect(await dock(page).textContent()).toContain("Second test in May");
      expect(await dock(page).textContent()).toContain(
        "The audit is closed, and so are its entries.",
      );
    });
  });
});
