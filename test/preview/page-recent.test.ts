/** The page in Chromium keeps several workbooks, each with its last states, and forgets what it is told to forget. */

import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { refuseStorage, type Served, serve, until, Visit } from "./browser.ts";
import { counts, stored } from "./storage.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);

describe.skipIf(skipsWithout("chromium"))("workbooks in the browser", () => {
  let served: Served;
  const faults: string[][] = [];
  const visit = async () => {
    const me = await Visit.of(served);
    faults.push(me.faults);
    me.page.on("dialog", (dialog) => void dialog.accept());
    return me;
  };
  const status = (me: Visit) => me.page.locator(".status").first().innerText();
  const kept = (me: Visit) => until(async () => (await status(me)).startsWith("Kept"));
  const rows = (me: Visit) => me.page.locator(".recent li");
  const toStart = async (me: Visit) => {
    await me.menu("Start page");
    await rows(me).first().waitFor();
  };
  const openRow = (me: Visit, title: string) =>
    rows(me).filter({ hasText: title }).locator(".recent-open").click();
  const more = async (me: Visit, title: string, act: string) => {
    const row = rows(me).filter({ hasText: title });
    await row.locator("summary").click();
    await row.getByRole("button", { name: act, exact: true }).click();
  };
  const states = (me: Visit) => me.page.locator("dialog .state");
  const told = async (me: Visit): Promise<string[]> => {
    await states(me).first().waitFor();
    return states(me).allInnerTexts();
  };
  const dialogButton = (me: Visit, name: string) =>
    me.page.locator("dialog").getByRole("button", { name, exact: true });
  const answered = async (me: Visit, key: string, count: string) => {
    await me.page.locator(".whole-head h2").waitFor();
    await me.page.keyboard.press(key);
    await me.scoreHas(count);
    await kept(me);
  };

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

  it("are listed with where each stands, and come back exactly; none takes another's place", async () => {
    const me = await visit();
    const { page } = me;
    expect(await page.locator(".recent").innerText()).toContain("No workbook in this browser yet");
    await me.make("Kestrel", "Answer");
    await answered(me, "n", "1 of 97");
    await me.save(at("kestrel.xlsx"));
    await me.open(at("other.xlsx"), "Answer");
    await me.scoreHas("76 of 97");
    await page.reload();
    await me.scoreHas("76 of 97");
    await toStart(me);
    const [other = "", first = ""] = await rows(me).allInnerTexts();
    expect(other).toMatch(
      /^Fabrikam\nSelf-assessment, 76 of 97 answered, v3\.1\n+200 points to 900/,
    );
    expect(other).toContain("Today, ");
    expect(first).toContain("Kestrel");
    // The same file once more is the same workbook, not a second one.
    await me.open(at("other.xlsx"), "Answer");
    await toStart(me);
    expect(await rows(me).count()).toBe(2);
    // The start page is where one was, also after it is loaded again.
    await page.reload();
    await rows(me).first().waitFor();
    await openRow(me, "Kestrel");
    await me.scoreHas("1 of 97");
    await me.save(at("again.xlsx"));
    expect(Buffer.compare(readFileSync(at("again.xlsx")), readFileSync(at("kestrel.xlsx")))).toBe(
      0,
    );
  });

  it("can each go back to what they were before an act, and forward again", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"), "Answer");
    await answered(me, "m", "77 of 97");
    await me.move("Audit", "The hand-over was by mail");
    await me.scoreHas("0 of 97");
    await kept(me);
    await me.menu("Earlier states");
    expect(await told(me)).toEqual([
      expect.stringMatching(/^Today, \d\d:\d\d\s+700 points\s+77 of 97 answered$/),
      expect.stringMatching(/76 of 97 answered$/),
    ]);
    // Whoever only looks changes nothing.
    await page.keyboard.press("Escape");
    expect(await me.phase()).toBe("Audit");
    await me.menu("Earlier states");
    await states(me).first().click();
    await me.scoreHas("77 of 97");
    expect(await me.phase()).toBe("Self-assessment");
    expect(await me.notices()).toContain("first of the earlier states");
    await kept(me);
    await page.reload();
    await me.scoreHas("77 of 97");
    await toStart(me);
    await more(me, "Kestrel", "Earlier states");
    expect(await states(me).first().innerText()).toContain("0 of 97 validated");
    await states(me).first().click();
    await until(async () => (await me.phase()) === "Audit");
  });

  it("have a state for each pause, and the last ten stay", async () => {
    const me = await visit();
    const { page } = me;
    const begin = new Date(2026, 0, 19, 9).getTime();
    const minutes = (passed: number) => page.clock.setSystemTime(new Date(begin + passed * 60_000));
    await minutes(0);
    await me.make("Kestrel", "Answer");
    for (let done = 0; done < 12; done += 1) {
      await minutes(done * 20);
      await answered(me, "n", `${2 * done + 1} of 97`);
      // No pause, no state.
      await minutes(done * 20 + 5);
      await answered(me, "n", `${2 * done + 2} of 97`);
    }
    await me.menu("Earlier states");
    const answers = (await told(me)).map((text) => /(\d+) of 97/.exec(text)?.[1]);
    expect(answers).toEqual(["22", "20", "18", "16", "14", "12", "10", "8", "6", "4"]);
  });

  it("go with all that was kept of them, one or all, after one question", async () => {
    const me = await visit();
    const { page } = me;
    await me.make("Kestrel", "Answer");
    await answered(me, "m", "1 of 97");
    await me.open(at("other.xlsx"), "Answer");
    await answered(me, "m", "77 of 97");
    await toStart(me);
    expect(await counts(page)).toEqual({ books: 2, bytes: 2, states: 2 });
    await more(me, "Kestrel", "Forget");
    const asked = await page.locator("dialog").innerText();
    expect(asked).toContain("Forget Kestrel?");
    expect(asked).toContain("Changes that are in no file are lost");
    await dialogButton(me, "Leave it").click();
    expect((await counts(page)).books).toBe(2);
    await more(me, "Kestrel", "Forget");
    await dialogButton(me, "Forget it").click();
    await until(async () => (await rows(me).count()) === 1);
    const left = await stored(page);
    expect(await counts(page)).toEqual({ books: 1, bytes: 1, states: 1 });
    expect(JSON.stringify(left)).not.toContain("Kestrel");
    await me.open(at("demo.xlsx"), "Answer");
    await toStart(me);
    await page.getByRole("button", { name: "Forget all", exact: true }).click();
    await dialogButton(me, "Forget all").click();
    await until(async () => (await rows(me).count()) === 0);
    expect(await counts(page)).toEqual({ books: 0, bytes: 0, states: 0 });
    await page.reload();
    await page.getByText("No workbook in this browser yet").waitFor();
  });

  it("of an earlier version of the page are taken over", async () => {
    const me = await visit();
    const { page } = me;
    const bytes = readFileSync(at("other.xlsx")).toString("base64");
    await page.evaluate(async (content) => {
      const ended = (asked: IDBRequest) =>
        new Promise((resolve) => {
          asked.onsuccess = resolve;
        });
      localStorage.clear();
      sessionStorage.clear();
      await ended(indexedDB.deleteDatabase("msp-checklist"));
      const asked = indexedDB.open("msp-checklist", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("work");
      await ended(asked);
      const work = {
        bytes: Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)),
        name: "other.xlsx",
        unsaved: true,
      };
      const store = asked.result.transaction("work", "readwrite").objectStore("work");
      await ended(store.put(work, "current"));
      asked.result.close();
    }, bytes);
    await page.reload();
    await me.scoreHas("76 of 97");
    expect(await page.locator(".name h1").innerText()).toBe("other.xlsx");
    await kept(me);
    await answered(me, "m", "77 of 97");
    await toStart(me);
    expect(await rows(me).allInnerTexts()).toEqual([
      expect.stringMatching(/^Fabrikam\n.*77 of 97/),
    ]);
    expect(Object.keys(await stored(page))).toEqual(["books", "bytes", "states"]);
  });

  it("work on where the browser is full or keeps nothing, and say so once", async () => {
    const me = await visit();
    const { page } = me;
    const devtools = await me.context.newCDPSession(page);
    const { origin } = new URL(served.address);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
    await me.make("Kestrel", "Answer");
    await until(async () => (await me.notices()).includes("storage is full"));
    const press = async (count: string) => {
      await page.keyboard.press("n");
      await me.scoreHas(count);
    };
    await page.getByRole("button", { name: "Dismiss" }).click();
    await press("1 of 97");
    await until(async () => (await status(me)).includes("save before closing"));
    await press("2 of 97");
    expect(await me.notices()).toBe("");
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    // The browser looks at its quota now and then only.
    await until(async () => {
      await page.keyboard.press("n");
      return (await status(me)).startsWith("Kept");
    });
    const keepsAgain = await refuseStorage(page);
    await page.keyboard.press("n");
    await until(async () => (await me.notices()).includes("keeps nothing, as in a private window"));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".notice").getByRole("button", { name: "Save file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Kestrel MSP checklist.xlsx");
    await keepsAgain();
    await page.keyboard.press("n");
    await kept(me);
    expect(await me.notices()).toBe("");
    const score = await me.score();
    await page.reload();
    await until(async () => (await me.score()) === score);
  });

  it("are each kept by one tab: other workbooks at once, the same one by turns, in both orders", async () => {
    const first = await visit();
    await first.make("Kestrel", "Answer");
    await answered(first, "n", "1 of 97");
    const second = await first.another(served.address);
    second.page.on("dialog", (dialog) => void dialog.accept());
    await until(async () => (await second.notices()).includes("open in another tab"));
    await second.open(at("other.xlsx"), "Answer");
    expect(await second.notices()).toBe("");
    await answered(second, "n", "77 of 97");
    await answered(first, "n", "2 of 97");
    // Each goes on with its own.
    await second.page.reload();
    await second.scoreHas("77 of 97");
    await first.page.reload();
    await first.scoreHas("2 of 97");

    const goOn = (me: Visit) => me.page.getByRole("button", { name: "Go on here" }).click();
    await toStart(second);
    await openRow(second, "Kestrel");
    await second.scoreHas("2 of 97");
    await until(async () => (await second.notices()).includes("open in another tab"));
    await answered(first, "n", "3 of 97");
    await goOn(second);
    await second.scoreHas("3 of 97");
    await until(async () => (await first.notices()).includes("no longer keeps"));
    // To the item that is open now.
    await second.page.keyboard.press("j");
    await answered(second, "n", "4 of 97");
    await first.page.keyboard.press("n");
    await until(async () => (await status(first)).startsWith("Not saved: another tab"));
    await goOn(first);
    await dialogButton(first, "Load it").click();
    await first.scoreHas("4 of 97");
    await until(async () => (await second.notices()).includes("no longer keeps"));
    await answered(first, "n", "5 of 97");
    expect(second.faults).toEqual([]);
  });

  it("are no less safe where the browser gives no locks: who is behind writes nothing", async () => {
    const first = await visit();
    await first.context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, "locks");
    });
    await first.page.reload();
    await first.make("Kestrel", "Answer");
    await answered(first, "n", "1 of 97");
    const second = await first.another(served.address);
    second.page.on("dialog", (dialog) => void dialog.accept());
    await second.scoreHas("1 of 97");
    await answered(second, "n", "2 of 97");
    await answered(second, "n", "3 of 97");
    await first.page.keyboard.press("n");
    await until(async () => (await first.notices()).includes("open in another tab"));
    expect(await status(first)).toMatch(/^Not saved: another tab/);
    await second.page.reload();
    await second.scoreHas("3 of 97");
    await second.menu("Forget this workbook");
    await dialogButton(second, "Forget it").click();
    await second.page.getByText("No workbook in this browser yet").waitFor();
    await first.page.keyboard.press("n");
    await until(async () => (await first.notices()).includes("has forgotten"));
    expect((await counts(first.page)).books).toBe(0);
  });

  it("that another tab has forgotten come back only when asked for", async () => {
    const first = await visit();
    await first.make("Kestrel", "Answer");
    await answered(first, "n", "1 of 97");
    const second = await first.another(served.address);
    await until(async () => (await second.notices()).includes("open in another tab"));
    await toStart(second);
    await more(second, "Kestrel", "Forget");
    await dialogButton(second, "Forget it").click();
    await until(async () => (await rows(second).count()) === 0);
    await until(async () => (await first.notices()).includes("has forgotten"));
    await first.page.keyboard.press("n");
    await first.scoreHas("2 of 97");
    await until(async () => (await status(first)).startsWith("Not saved: another tab"));
    expect((await counts(first.page)).books).toBe(0);
    await first.page.getByRole("button", { name: "Go on here" }).click();
    await kept(first);
    expect((await counts(first.page)).books).toBe(1);
  });

  it("are found faultless by axe at every width, in dark and in forced colours, and by the keyboard", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"), "Answer");
    await answered(me, "m", "77 of 97");
    await toStart(me);
    const check = async (state: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        state,
      ).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(beyond, state).toBeLessThanOrEqual(0);
    };
    for (const [width, height] of [
      [1366, 768],
      [683, 384],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: width === 683 ? "active" : "none" });
        await check(`start ${width} ${colorScheme}`);
        await rows(me).first().locator("summary").click();
        await check(`menu ${width} ${colorScheme}`);
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await states(me).first().waitFor();
        await check(`states ${width} ${colorScheme}`);
        await page.keyboard.press("Escape");
        await states(me).first().waitFor({ state: "detached" });
        // The keyboard is where it was.
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
      }
    }
    await rows(me).first().locator("summary").press("Enter");
    await page.keyboard.press("Escape");
    expect(await page.locator(".recent-acts").first().isVisible()).toBe(false);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await me.scoreHas("77 of 97");
  });
});
