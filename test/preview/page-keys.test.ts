/** The keyboard on the page: it gets into every part and out of it again, and comes back after each question. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newFolder } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { pause, type Served, serve, until, Visit } from "./browser.ts";
import { reportIn } from "./page-book.ts";

describe.skipIf(skipsWithout("chromium"))("the keyboard on the page", () => {
  let served: Served;
  let me: Visit;
  const press = async (...keys: string[]) => {
    for (const key of keys) await me.page.keyboard.press(key);
  };
  /** The part of the page that has the keyboard. */
  const part = () =>
    me.page.evaluate(
      () => document.activeElement?.closest(".bar:not(header), .sheets, .panel, dialog")?.className,
    );
  const inSheets = () => until(async () => (await part()) === "sheets");

  beforeAll(async () => {
    served = await serve();
    me = await Visit.of(served);
    await me.page.getByLabel("Partner name").fill("Kestrel");
    await press("Enter");
    await me.view("Sheet");
  });
  afterAll(async () => {
    expect(me.faults).toEqual([]);
    await served?.stop();
  });

  it("is in the panel when a checklist is made", async () => {
    const fresh = await Visit.of(served);
    await fresh.page.getByLabel("Partner name").fill("Kestrel");
    await fresh.page.keyboard.press("Enter");
    await until(() => fresh.page.getByRole("radio", { name: "Met", exact: true }).isVisible());
    const inPanel = () => fresh.page.evaluate(() => document.activeElement?.closest(".panel"));
    await until(async () => (await inPanel()) !== null);
    expect(fresh.faults).toEqual([]);
    await fresh.page.close();
  });

  it("goes round bar, sheets and panel by F6, and back by Shift+F6", async () => {
    await press("F6");
    await inSheets();
    await press("F6");
    expect(await part()).toBe("panel msp-panel");
    await press("F6");
    expect(await part()).toBe("bar");
    await press("Shift+F6");
    expect(await part()).toBe("panel msp-panel");
    await press("Shift+F6");
    await inSheets();
    await press("Shift+F6");
    expect(await part()).toBe("bar");
  });

  it("leaves the sheets by Escape and then Tab, and not while something is typed there", async () => {
    await press("F6", "F6", "F6");
    await until(async () => (await part()) === "bar");
    await press("F6");
    await inSheets();
    await press("Escape", "Tab");
    expect(await part()).toBe("panel msp-panel");
    await press("Shift+F6");
    await inSheets();
    await press("Escape", "Shift+Tab");
    expect(await part()).toBe("bar");
    await me.select("1.6");
    await inSheets();
    await me.page.keyboard.type("half");
    await press("Escape", "Tab");
    await pause(300);
    expect(await part()).toBe("sheets");
  });

  it("enters free text as it is typed", async () => {
    const typed = ["007", "1/2", "5%", "=1+1", "+49 30 1234"];
    await me.select("1.1");
    for (let steps = 0; steps < 2; steps += 1) await press("ArrowRight");
    await until(async () => (await me.selected()).startsWith("J"));
    for (const text of typed) {
      await me.page.keyboard.type(text);
      await press("Enter");
    }
    await pause(1_000);
    const folder = newFolder();
    await me.save(join(folder, "typed.xlsx"));
    const { items } = reportIn(readFileSync(join(folder, "typed.xlsx")));
    expect(items.slice(0, typed.length).map(({ evidence }) => evidence)).toEqual(typed);
  });

  it("is in the cell again after an entry was refused there", async () => {
    await me.select("1.4");
    await me.page.keyboard.type("maybe");
    await press("Enter");
    await until(() => me.page.locator('[role="dialog"]').isVisible());
    await press("Enter");
    await until(async () => (await me.page.locator('[role="dialog"]').count()) === 0);
    await inSheets();
    await me.page.keyboard.type("Met");
    await press("Enter");
    await me.scoreHas("1 of 97");
  });
});
