/** The page Steps from the hand-over to the beginning of the audit. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { preflight } from "../../core/report/preflight.ts";
import { speakFinding } from "../../core/words/preflight.ts";
import { wholeSentence } from "../../core/words/spoken.ts";
import { showReport } from "./chromium.ts";
import { life, type StageName } from "./life.ts";
import { TODAY } from "./scenarios.ts";
import {
  calls,
  can,
  describeInChromium,
  dock,
  focused,
  openSteps,
  press,
  refuse,
  title,
  withPanel,
} from "./states.ts";

const field = (page: Parameters<typeof press>[0], name: string) =>
  page.getByLabel(name, { exact: true });

describeInChromium("Steps", () => {
  it("is reached by a button that leads back, with the focus where it belongs", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "ready");
      expect(await focused(page)).toBe("Check before you hand over");
      expect(await page.getByRole("tab").count()).toBe(0);
      await press(page, "Back");
      expect(await page.getByRole("tab").count()).toBe(4);
      expect(await focused(page)).toBe("Steps");
    });
  });

  it("has no button where the host takes no steps", async () => {
    await withPanel({}, async (page) => {
      await can(page, "steps", false);
      await showReport(page, life("ready"));
      expect(await page.getByRole("button", { name: "Steps" }).count()).toBe(0);
    });
  });

  it("names one primary action in every phase", async () => {
    const expected = {
      open: ["Check before you hand over", "Go on to hand over"],
      submitted: ["Send the mail", "Save draft with workbook (.eml)"],
      mailed: ["Begin the audit", "On to Audit"],
      audit: ["Validate every item", "Show the 34 left"],
      validated: ["Make the audit summary", "Save as page (HTML)"],
      summed: ["Go on to the action items", "On to Action items"],
      actions: ["Close the action items", "Show action items"],
      planned: ["Make the final report", "Save as page (HTML)"],
      closed: ["Make next year’s workbook", "Save next year’s workbook"],
    } as const;
    await withPanel({}, async (page) => {
      for (const [stage, [heading, action]] of Object.entries(expected)) {
        await openSteps(page, stage as keyof typeof expected);
        expect(await title(page).textContent()).toBe(heading);
        expect(await page.locator(".button.primary").allTextContents(), stage).toEqual([action]);
        await press(page, "Back");
      }
    });
  });

  it("shows the five steps in their order: what is behind, the present one, what is to come", async () => {
    const line = (page: Page) =>
      page
        .locator(".stepper > li")
        .evaluateAll((steps) =>
          steps
            .map((step) =>
              step.getAttribute("aria-current") === "step"
                ? "here"
                : /, done$/.test(step.querySelector(".step-line")?.textContent ?? "")
                  ? "done"
                  : "-",
            )
            .join(" "),
        );
    const expected = {
      // Blank answers are left.
      open: "- here - - -",
      ready: "done here - - -",
      submitted: "done done here - -",
      mailed: "done done done here -",
      audit: "done done done here -",
      validated: "done done done here -",
      actions: "done done done done here",
      closed: "done done done done done",
    } as const;
    await withPanel({}, async (page) => {
      for (const [stage, wanted] of Object.entries(expected)) {
        await openSteps(page, stage as keyof typeof expected);
        expect(await line(page), stage).toBe(wanted);
        await press(page, "Back");
      }
      await openSteps(page, "ready");
      await press(page, "Go on to hand over");
      expect(await line(page)).toBe("done - here - -");
      expect(await title(page).textContent()).toBe("Hand over the self-assessment");
      await press(page, "Keep editing");
      expect(await line(page)).toBe("done here - - -");
    });
  });

  it("leads from what is left to answer to the next open item", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "open");
      await press(page, "Go on");
      expect(await page.locator(".steps-page").count()).toBe(0);
      const { items } = life("open");
      const shown = (await dock(page).getByRole("heading", { level: 2 }).innerText()).split(
        /\s/,
      )[0];
      expect(items.find(({ id }) => id === shown)?.self).toBe("unanswered");
    });
  });

  it("says where there is no seal, and that the phase was set by hand", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "byHand");
      expect(await page.locator(".steps-page").textContent()).toContain("There is no seal.");
      expect(await page.locator(".steps-page").textContent()).toContain(
        "The phase was set to Audit by hand.",
      );
      await press(page, "Keep it in the history");
      expect(await page.getByRole("alert").textContent()).toContain("Write the reason first.");
      expect(await calls(page)).toEqual([]);
      await page.getByLabel("Reason", { exact: true }).fill("The auditor was here already.");
      await press(page, "Keep it in the history");
      expect(await calls(page)).toEqual([["movePhase", "audit", "The auditor was here already."]]);
    });
  });

  it("lists every finding of the pre-flight with its weight, and goes to its cell", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "blocked");
      const findings = preflight(checklist31, life("blocked"), TODAY);
      expect(findings.map(({ weight }) => weight)).toContain("blocks");
      for (const [weight, list] of [
        ["blocks", "Blocks the hand-over"],
        ["missing", "Still open"],
        ["advice", "Advice"],
      ] as const) {
        const rows = page.getByRole("list", { name: list }).getByRole("listitem");
        const texts = await rows.allTextContents();
        const wanted = findings.filter((finding) => finding.weight === weight);
        expect(texts).toHaveLength(wanted.length);
        for (const [index, finding] of wanted.entries())
          expect(texts[index]).toContain(wholeSentence(speakFinding(finding)));
      }
      await page.getByRole("button", { name: /The partner has no name/ }).click();
      const place = findings.find(({ code }) => code === "partner")?.place;
      expect(place).toBeTruthy();
      expect(await calls(page)).toEqual([["goTo", place]]);
    });
  });

  it("says why a blocked self-assessment cannot be handed over, and does not ask the host", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "blocked");
      const button = page.getByRole("button", { name: "Go on to hand over" });
      expect(await button.getAttribute("aria-disabled")).toBe("true");
      const reason = await button.getAttribute("aria-describedby");
      expect(await page.locator(`#${reason}`).textContent()).toContain("cannot be handed over yet");
      await button.click({ force: true });
      expect(await page.getByRole("group").count()).toBe(0);
      expect(await calls(page)).toEqual([]);
    });
  });

  it("asks with the effect before it hands over; a failing self-assessment may go", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "ready");
      await press(page, "Go on to hand over");
      const question = page.getByRole("group");
      expect(await question.textContent()).toContain(
        "Hand over? Your answers close. 3 findings are open.",
      );
      expect(await question.evaluate((group) => group === document.activeElement)).toBe(true);
      await page.keyboard.press("Escape");
      expect(await question.count()).toBe(0);
      expect(await focused(page)).toBe("Go on to hand over");
      await page.keyboard.press("Enter");
      await press(page, "Keep editing");
      expect(await calls(page)).toEqual([]);
      await press(page, "Go on to hand over");
      await question.getByRole("button", { name: "Hand over" }).click();
      expect(await calls(page)).toEqual([["handOver"]]);
      await showReport(page, life("submitted"));
      expect(await title(page).textContent()).toBe("Send the mail");
      expect(await focused(page)).toBe("Send the mail");
      expect(await page.locator(".voice").textContent()).toContain("Handed over.");
      expect(await page.locator(".next .outcome").textContent()).toContain("Handed over.");
    });
  });

  it("keeps the question when the host refuses, and shows why", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "ready");
      await refuse(page, "Excel is editing a cell. Press Enter, then try again.");
      await press(page, "Go on to hand over");
      await page.getByRole("group").getByRole("button", { name: "Hand over" }).click();
      expect(await page.getByRole("alert").textContent()).toContain("Excel is editing a cell.");
      expect(await page.getByRole("group").count()).toBe(1);
    });
  });

  it("shows the mail, each part to copy, and sends nothing by itself", async () => {
    await withPanel({}, async (page) => {
      await page.evaluate(() => {
        const texts: string[] = [];
        Object.defineProperty(navigator, "clipboard", {
          value: { writeText: async (text: string) => texts.push(text), texts },
        });
      });
      await openSteps(page, "submitted");
      expect(await field(page, "To").inputValue()).toBe("checklist@amazon.com");
      expect(await field(page, "Subject").inputValue()).toBe(
        "Kestrel Cloud Ltd Completed Self-Assessment",
      );
      const text = await field(page, "Text").inputValue();
      expect(text).toContain(`Seal: ${life("submitted").seal?.short}`);
      for (const part of ["To", "Subject", "Text"]) await press(page, `Copy: ${part}`);
      const copied = await page.evaluate(
        () => (navigator.clipboard as unknown as { texts: string[] }).texts,
      );
      expect(copied).toEqual([
        "checklist@amazon.com",
        "Kestrel Cloud Ltd Completed Self-Assessment",
        text,
      ]);
      expect(await page.locator(".voice").textContent()).toBe("Text copied.");
      const link = await page
        .getByRole("link", { name: "Open in mail program" })
        .getAttribute("href");
      expect(link).toMatch(/^mailto:checklist@amazon\.com\?subject=Kestrel%20Cloud/);
      expect(await calls(page)).toEqual([]);
    });
  });

  it("selects the text where the clipboard refuses, and says so", async () => {
    await withPanel({}, async (page) => {
      await page.evaluate(() => {
        document.execCommand = () => false;
        Object.defineProperty(navigator, "clipboard", {
          value: { writeText: () => Promise.reject(new Error("no")) },
        });
      });
      await openSteps(page, "submitted");
      await press(page, "Copy: Subject");
      await page.getByText("It is selected. Press Ctrl+C").first().waitFor();
      const subject = field(page, "Subject");
      const selected = await subject.evaluate((input) => {
        const own = input as HTMLInputElement;
        return [own === document.activeElement, own.selectionStart, own.selectionEnd];
      });
      expect(selected).toEqual([true, 0, "Kestrel Cloud Ltd Completed Self-Assessment".length]);
    });
  });

  it("saves a draft that carries the workbook", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "submitted");
      await press(page, "Save draft with workbook (.eml)");
      await page.getByText("Nothing was sent.").first().waitFor();
      const name = "Kestrel Cloud Ltd completed self-assessment.eml";
      const save = ["save", name, "message/rfc822"];
      expect(await calls(page)).toEqual([["refresh"], ["workbook"], save]);
      const saved = await page.evaluate(() => window.panelTest.saved[0]?.text ?? "");
      expect(saved).toContain("X-Unsent: 1");
      expect(saved).toContain("To: checklist@amazon.com");
      expect(saved).toContain('filename="Kestrel MSP.xlsx"');
    });
  });

  it("saves papers and drafts of the workbook as it is now, not as the panel last saw it", async () => {
    await withPanel({}, async (page) => {
      const anew = (stage: StageName) =>
        page.evaluate(
          (report) => {
            window.panelTest.anew = report;
          },
          { ...life(stage), partner: "Heron Hosting Ltd" },
        );
      await openSteps(page, "submitted");
      await anew("submitted");
      await press(page, "Save draft with workbook (.eml)");
      await page.getByText("Heron Hosting Ltd").first().waitFor();
      await showReport(page, life("validated"));
      await anew("validated");
      await press(page, "Audit summary: Save as page (HTML)");
      await page.getByText("Saved “Heron").first().waitFor();
      const saved = await page.evaluate(() => window.panelTest.saved);
      expect(saved).toHaveLength(2);
      for (const { name, text } of saved) {
        expect(name).toContain("Heron Hosting Ltd");
        expect(text).toContain("Heron Hosting Ltd");
        expect(text).not.toContain("Kestrel Cloud Group");
      }
    });
  });

  it("saves nothing while the workbook cannot be read", async () => {
    await withPanel({}, async (page) => {
      await openSteps(page, "validated");
      await page.evaluate(() => {
        window.panelTest.reads = false;
      });
      await press(page, "Audit summary: Save as page (HTML)");
      await page.getByText("The workbook could not be read just now.").waitFor();
      expect(await calls(page)).toEqual([["recordSummary"], ["refresh"]]);
    });
  });

  it("saves no draft that mails cannot carry", async () => {
    await withPanel({}, async (page) => {
      await page.evaluate(() => {
        window.panelTest.workbookBytes = 23 * 1024 * 1024;
      });
      await openSteps(page, "submitted");
      await press(page, "Save draft with workbook (.eml)");
      expect(await page.getByRole("alert").textContent()).toContain(
        "The workbook is 23 MB, and mails carry 20.8 MB at most.",
      );
      expect(await calls(page)).toEqual([["refresh"], ["workbook"]]);
    });
  });

  it("sends only after it has shown what goes where", async () => {
    await withPanel({}, async (page) => {
      await can(page, "mail", true);
      await openSteps(page, "submitted");
      await press(page, "Send with workbook");
      const question = page.getByRole("group");
      await question.waitFor();
      const told = (await question.textContent()) ?? "";
      for (const fact of [
        "checklist@amazon.com",
        "Kestrel Cloud Ltd Completed Self-Assessment",
        "Kestrel MSP.xlsx, 84 KB",
        "99 more mails",
      ])
        expect(told).toContain(fact);
      await press(page, "Do not send");
      expect(await calls(page)).toEqual([["look"]]);
      await press(page, "Send with workbook");
      await question.getByRole("button", { name: "Send", exact: true }).click();
      await page.locator(".outcome").waitFor();
      const [, , send] = await calls(page);
      expect(send?.[0]).toBe("send");
      expect(send?.[1]).toMatchObject({
        to: "checklist@amazon.com",
        subject: "Kestrel Cloud Ltd Completed Self-Assessment",
        text: expect.stringContaining("Attached: Kestrel MSP.xlsx"),
      });
    });
  });

  it("asks for no confirmation of a mail that cannot be sent", async () => {
    await withPanel({}, async (page) => {
      await can(page, "mail", true);
      await page.evaluate(() => {
        window.panelTest.look = { file: "Kestrel MSP.xlsx", bytes: 86_000, quota: 0 };
      });
      await openSteps(page, "submitted");
      await press(page, "Send with workbook");
      expect(await page.getByRole("alert").textContent()).toContain("You can send no more mails");
      expect(await page.getByRole("group").count()).toBe(0);
      expect(await calls(page)).toEqual([["look"]]);
    });
  });

  it("leaves only texts and a link where nothing can be saved or sent", async () => {
    await withPanel({}, async (page) => {
      await can(page, "files", false);
      await openSteps(page, "submitted");
      expect(await page.locator(".next .primary").textContent()).toBe("Open in mail program");
      expect(await page.getByRole("button", { name: /\(\.(eml|ics)\)/ }).count()).toBe(0);
      expect(await field(page, "The dates").inputValue()).toContain("AWS aims to answer");
    });
  });
});
