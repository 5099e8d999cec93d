/** The page in Chromium: phase forward and back, its history in the sheets, messages and links of cells, filters. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { frameOf } from "../../core/workbook/draw/overview-frame.ts";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { pause, type Served, serve, until, Visit } from "./browser.ts";
import { reportIn } from "./page-book.ts";

const HISTORY_ROW = frameOf(checklist31).history;

const folder = newFolder();
const at = (name: string) => join(folder, name);
const REASON = "The partner asked for one more week";

const readBack = (name: string) => reportIn(readFileSync(at(name)));

describe.skipIf(skipsWithout("chromium"))("steps and helps of the page", () => {
  let served: Served;
  const faults: string[][] = [];
  const demo = async () => {
    const me = await Visit.of(served);
    faults.push(me.faults);
    await me.open(at("demo.xlsx"));
    return me;
  };
  /** Presses a key until a cell is selected. */
  const walk = async (me: Visit, key: string, cell: string) => {
    for (let steps = 0; steps < 200 && (await me.selected()) !== cell; steps += 1) {
      await me.page.keyboard.press(key);
    }
    expect(await me.selected()).toBe(cell);
    await pause(800);
  };

  beforeAll(async () => {
    served = await serve();
    run(["demo", "demo.xlsx"], folder);
  });
  afterEach(async () => {
    await served.closePages();
    expect(faults.flat()).toEqual([]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  it("moves the phase forward, and back with a reason; the file is sealed and keeps the history", async () => {
    const me = await demo();
    const { page } = me;
    const panel = page.locator(".msp-panel");
    const isPhase = (phase: string) => until(async () => (await me.phase()) === phase);
    await me.handOver();
    await isPhase("Submitted");
    await me.gridShown();
    await me.save(at("sealed.xlsx"));
    const sealed = readBack("sealed.xlsx");
    expect(sealed.seal).toMatchObject({ state: "unchanged", changes: [] });

    await panel.getByRole("button", { name: "Change the phase", exact: true }).click();
    await panel.getByRole("radio", { name: "Back to Self-assessment" }).check();
    const reason = panel.getByLabel("Reason", { exact: true });
    const back = panel.getByRole("button", { name: "Back to Self-assessment" });
    for (const nothing of ["", "   "]) {
      await reason.fill(nothing);
      await back.click();
      await until(async () => (await panel.innerText()).includes("needs a reason"));
      expect(await me.phase()).toBe("Submitted");
    }
    await reason.fill(REASON);
    await back.click();
    await isPhase("Self-assessment");
    await me.gridShown();

    await me.save(at("back.xlsx"));
    const gone = readBack("back.xlsx");
    expect(gone.history).toMatchObject([
      { from: "selfAssessment", to: "submitted", reason: "" },
      { from: "submitted", to: "selfAssessment", reason: REASON },
    ]);
    expect(gone.self).toEqual(sealed.self);

    await pause(1500);
    await page.mouse.click(160, 520);
    await walk(me, "ArrowLeft", `A${/\d+/.exec(await me.selected())?.[0]}`);
    await walk(me, "ArrowDown", `A${HISTORY_ROW + 1}`);
    await until(async () =>
      (await me.copied()).endsWith(`Submitted to Self-assessment. ${REASON}`),
    );
    await walk(me, "ArrowDown", `A${HISTORY_ROW + 2}`);
    await until(async () => (await me.copied()).endsWith("Self-assessment to Submitted"));
  });

  it("hands over by the panel; what stands in the way is said, and the saved file is sealed", async () => {
    const unnamed = await Visit.of(served);
    faults.push(unnamed.faults);
    await unnamed.make("");
    const steps = (me: Visit) => me.page.getByRole("button", { name: "Steps", exact: true });
    const panel = (me: Visit) => me.page.locator(".msp-panel");
    const goOn = (me: Visit) => panel(me).getByRole("button", { name: "Go on to hand over" });
    await steps(unnamed).click();
    await until(async () => (await panel(unnamed).innerText()).includes("The partner has no name"));
    await goOn(unnamed).click({ force: true });
    await pause(1000);
    expect(await unnamed.phase()).toBe("Self-assessment");
    await served.closePages();

    const me = await demo();
    await steps(me).click();
    await goOn(me).click();
    expect(await panel(me).innerText()).toContain("3 findings are open");
    await panel(me).getByRole("button", { name: "Hand over", exact: true }).click();
    await until(async () => (await me.phase()) === "Submitted");
    await me.gridShown();
    await me.save(at("handed.xlsx"));
    const { phase: saved, seal, history, self } = readBack("handed.xlsx");
    expect(saved).toBe("submitted");
    expect(seal).toMatchObject({ state: "unchanged", changes: [] });
    expect(history).toMatchObject([{ from: "selfAssessment", to: "submitted" }]);
    expect(self.total).toBe(700);
  });

  it("says what a cell is for, and follows the address that somebody wrote", async () => {
    const me = await demo();
    const { page } = me;
    const note = page.locator(".note");
    const place = await me.select("1.1");
    await page.getByRole("button", { name: "Details", exact: true }).click();
    const field = page.getByLabel("Evidence link or note");
    await field.fill("Rating, see https://files.example/rating.pdf.");
    await field.blur();
    await until(async () => (await page.locator(".status").innerText()).startsWith("Kept"));
    expect(await note.count()).toBe(0);
    await page.mouse.click(place.x, place.y);
    const row = /\d+/.exec(await me.selected())?.[0];
    await walk(me, "ArrowRight", `J${row}`);
    await until(() => note.isVisible());
    const [opened] = await Promise.all([
      me.context.waitForEvent("page"),
      me.context
        .route("https://files.example/**", (route) => route.fulfill({ body: "The rating" }))
        .then(() => note.getByRole("link", { name: "Open files.example" }).click()),
    ]);
    await opened.waitForLoadState();
    expect(opened.url()).toBe("https://files.example/rating.pdf");
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await opened.close();

    await walk(me, "ArrowRight", `O${row}`);
    expect(await note.innerText()).toContain("Finding, strength or opportunity for improvement");
    await walk(me, "ArrowLeft", `N${row}`);
    await until(async () => (await note.count()) === 0);
    const grid = await page.locator(".grid").boundingBox();
    await walk(me, "ArrowRight", `S${row}`);
    const box = await note.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
      (grid?.x ?? 0) + (grid?.width ?? 0),
    );
  });

  it("filters the Checklist under its locks, and shows an item that the panel leads to", async () => {
    const me = await demo();
    const { page } = me;
    const place = await me.select("1.1");
    // The filter of the answers, beside their heading.
    await page.mouse.click(334, 187);
    const panel = page.locator('[data-u-comp="sheets-filter-panel"]').first();
    await panel.getByText("Select All").click();
    await panel.locator("input").first().fill("Not");
    await panel.getByText("Not met", { exact: true }).click();
    await panel.getByRole("button", { name: "Confirm" }).click();
    await pause(1000);
    await page.mouse.click(place.x, place.y);
    const answers = new Set<string>();
    for (let steps = 0; steps < 2; steps += 1) {
      answers.add(await me.copied());
      await page.keyboard.press("ArrowDown");
      await pause(400);
    }
    expect([...answers]).toEqual(["Not met"]);
    // 1.4 is answered Met, so it is hidden now.
    await me.select("1.4");
    expect(await me.copied()).toBe("Met");
    // The filter itself is part of the checklist.
    await page.keyboard.press("Control+Shift+l");
    await pause(500);
    await page.mouse.click(334, 187);
    await until(() => page.getByText("Select All").isVisible());
  });
});
