/** The page in Chromium while its sheets are drawn anew, and with entries that no file can hold. */

import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { pause, type Served, serve, until, Visit } from "./browser.ts";
import { reportIn } from "./page-book.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const readBack = (name: string) => reportIn(readFileSync(at(name)));

describe.skipIf(skipsWithout("chromium"))("the page while its sheets are drawn anew", () => {
  let served: Served;
  const faults: string[][] = [];
  const demo = async (prepare = (_: Visit): unknown => undefined) => {
    const me = await Visit.of(served);
    faults.push(me.faults);
    await prepare(me);
    await me.open(at("demo.xlsx"));
    return me;
  };

  /** A busy computer: what the sheets put off until it is idle waits until `idle` is called. */
  const busy = (me: Visit) =>
    me.page.evaluate(() => {
      const waiting = new Map<number, IdleRequestCallback>();
      let last = 0;
      const run = (id: number) => {
        const act = waiting.get(id);
        waiting.delete(id);
        act?.({ didTimeout: true, timeRemaining: () => 0 });
      };
      Object.assign(globalThis, {
        requestIdleCallback: (act: IdleRequestCallback, options?: IdleRequestOptions) => {
          last += 1;
          waiting.set(last, act);
          if (options?.timeout) setTimeout(run, options.timeout, last);
          return last;
        },
        cancelIdleCallback: (id: number) => waiting.delete(id),
        idle: () => {
          for (const id of waiting.keys()) run(id);
        },
      });
    });

  /** Clicks each once, in the page itself, as soon as the old sheets are covered and the panel knows why. */
  const clickWhileDrawing = (me: Visit, ...buttons: string[]) =>
    me.page.evaluate((found) => {
      const cover = document.querySelector<HTMLElement>(".waiting");
      const seen = new MutationObserver(() => {
        if (!cover || cover.hidden) return;
        seen.disconnect();
        setTimeout(() => {
          for (const one of found) document.querySelector<HTMLElement>(one)?.click();
          document.body.dataset.clicked = String(document.querySelector(".engine") !== null);
        });
      });
      if (cover) seen.observe(cover, { attributes: true });
    }, buttons);
  const clicked = (me: Visit) =>
    until(() => me.page.evaluate(() => document.body.dataset.clicked === "true"));

  beforeAll(async () => {
    served = await serve();
    run(["demo", "demo.xlsx"], folder);
    copyFileSync(at("demo.xlsx"), at("other.xlsx"));
    run(["set", "other.xlsx", "Partner_Name=Fabrikam"], folder);
  });
  afterEach(async () => {
    await served.closePages();
    expect(faults.flat()).toEqual([]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  it("keeps an answer that the panel is given meanwhile, in the sheets too", async () => {
    const me = await demo();
    const { page } = me;
    await page.getByRole("tab", { name: "Items", exact: true }).click();
    await page.locator('.msp-panel .row[data-item="1.4"]').first().click();
    await clickWhileDrawing(me, ".panel .steps-button", ".dock .answer.met");
    await me.move("Audit", "The hand-over was by mail");
    await clicked(me);
    await me.scoreHas("1 of 97");
    await me.gridShown();
    await me.select("1.4");
    expect(await me.selected()).toMatch(/^L/);
    expect(await me.copied()).toBe("Met");
    // Every edit of the grid compares all cells with the file.
    await me.select("1.5");
    await page.keyboard.type("Met");
    await page.keyboard.press("Enter");
    await me.scoreHas("2 of 97");
    await me.save(at("audit.xlsx"));
    const met = readBack("audit.xlsx").items.filter(({ auditor }) => auditor === "met");
    expect(met.map(({ id }) => id)).toEqual(["1.4", "1.5"]);
  });

  it("takes nothing of the old file into the one that is opened", async () => {
    const me = await demo(busy);
    await clickWhileDrawing(me, '.msp-panel [aria-label^="Refresh"]');
    await me.drop(at("other.xlsx"));
    await clicked(me);
    expect(await me.page.locator(".name h1").innerText()).toBe("other.xlsx");
    await me.gridShown();
    await me.page.getByRole("button", { name: "Refresh" }).click();
    await pause(500);
    expect(await me.page.locator(".status").innerText()).toBe("Opened, no changes yet");
    await me.page.evaluate("idle()");
    await me.save(at("saved.xlsx"));
    expect(Buffer.compare(readFileSync(at("saved.xlsx")), readFileSync(at("other.xlsx")))).toBe(0);
  });

  it("saves what stands in an open cell, as Enter would", async () => {
    const me = await demo();
    await me.select("1.6");
    await me.page.keyboard.type("Met");
    // The letters come into a picture.
    await pause(500);
    await me.save(at("open.xlsx"));
    expect(readBack("open.xlsx").items.find(({ id }) => id === "1.6")?.self).toBe("met");
  });

  it("puts back a text that is too long, says so, and keeps what comes after it", async () => {
    const me = await demo();
    const { page } = me;
    await me.select("1.6");
    for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press("ArrowRight");
    await until(async () => (await me.selected()).startsWith("J"));
    await page.evaluate(() =>
      navigator.clipboard.writeText("proof ".repeat(8_000).slice(0, 40_000)),
    );
    await page.keyboard.press("Control+v");
    await until(async () => (await me.notices()).includes("has 40000 characters"));
    expect(await me.notices()).toContain("One entry was not taken");
    // The sheets are where they were only without the notice.
    await page.getByRole("button", { name: "Dismiss" }).click();
    await me.select("1.6");
    await page.keyboard.type("Met");
    await page.keyboard.press("Enter");
    await me.scoreHas("77 of 97");
    await me.save(at("long.xlsx"));
    expect(readBack("long.xlsx").items.find(({ id }) => id === "1.6")).toMatchObject({
      self: "met",
      evidence: "",
    });
  });
});
