/** The page that `npm start` serves, in Chromium: its files, from a new one to those that are refused. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newFolder, run } from "../cli/run.ts";
import { convertWithLibreOffice, skipsWithout } from "../engines/programs.ts";
import { howMany, someOf } from "../plan/how-many.ts";
import { expectOwnAndFaultless, pause, type Served, serve, until, Visit } from "./browser.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const KESTREL = "Kestrel Cloud Ltd";

interface ScoreLine {
  readonly partner: string;
  readonly self: { readonly total: number; readonly answered: number; readonly verdict: string };
}
const scoreOf = (file: string): ScoreLine => {
  const ran = run(["score", file, "--json"], folder);
  return JSON.parse(ran.out) as ScoreLine;
};

describe.skipIf(skipsWithout("chromium"))("files in the page", () => {
  let served: Served;
  const visits: Visit[] = [];
  const visit = async (size?: { width: number; height: number }) => {
    const made = await Visit.of(served, size);
    visits.push(made);
    return made;
  };

  beforeAll(async () => {
    served = await serve();
    run(["demo", "demo.xlsx"], folder);
  });
  afterEach(() => served.closePages());
  afterAll(async () => {
    await served?.stop();
  });

  it("makes new checklists that are, byte for byte, those of the command line", async () => {
    const kinds = [
      { renewal: false, reseller: true },
      { renewal: true, reseller: true },
      { renewal: false, reseller: false },
      { renewal: true, reseller: false },
    ];
    for (const { renewal, reseller } of someOf(kinds, howMany(2, kinds.length))) {
      const me = await visit();
      const { page } = me;
      await page.locator(`[id$="renewal-${renewal}"]`).check();
      await page.locator(`[id$="reseller-${reseller}"]`).check();
      await me.make(KESTREL, "Answer");
      expect(await me.save(at("made.xlsx"))).toBe(`${KESTREL} MSP checklist.xlsx`);
      const options = ["--partner", KESTREL, "--reseller", reseller ? "yes" : "no"];
      run(["new", "new.xlsx", "--force", ...options, ...(renewal ? ["--renewal"] : [])], folder);
      expect(Buffer.compare(readFileSync(at("made.xlsx")), readFileSync(at("new.xlsx")))).toBe(0);
      await served.closePages();
    }
  });

  it("keeps texts as they were written in the panel", async () => {
    const me = await visit();
    const { page } = me;
    await me.make(KESTREL);
    await me.select("1.1");
    await page.getByRole("button", { name: "Details", exact: true }).click();
    for (const text of ["007", "=1+1", "1/2", "TRUE"]) {
      const field = page.getByLabel("Evidence link or note");
      await field.fill(text);
      await field.blur();
      await until(async () => (await page.locator(".status").innerText()).startsWith("Kept"));
      await pause(800);
      await me.save(at("text.xlsx"));
      const listed = run(["score", "text.xlsx", "--json"], folder);
      expect(listed.code, listed.out + listed.err).toBe(0);
      expect(await field.inputValue()).toBe(text);
      await page.getByRole("button", { name: "Refresh" }).click();
      await pause(300);
      expect(await field.inputValue(), text).toBe(text);
    }
  });

  it("keeps the work over a reload, and asks before it is closed with unsaved work", async () => {
    const me = await visit();
    const { page } = me;
    await me.make(KESTREL);
    await me.select("1.4");
    await page.keyboard.type("Met");
    await page.keyboard.press("Enter");
    await me.scoreHas("1 of 97");
    await until(async () => (await page.locator(".status").innerText()).startsWith("Kept"));
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await me.scoreHas("1 of 97");
    await me.gridShown();
    expect(await page.locator(".status").innerText()).toContain("not saved as a file");
    await me.save(at("kept.xlsx"));
    expect(scoreOf("kept.xlsx").self.total).toBe(20);
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await me.scoreHas("1 of 97");

    await me.menu("Forget this workbook");
    await page.locator("dialog").getByRole("button", { name: "Forget it" }).click();
    await until(() => page.getByLabel("Partner name").isVisible());
    await page.reload();
    await until(() => page.getByLabel("Partner name").isVisible());
  });

  it("refuses hostile and foreign files with the command line's sentence and keeps the present one", async () => {
    const me = await visit();
    await me.open(at("demo.xlsx"));
    const demo = readFileSync(at("demo.xlsx"));
    const bad: [string, Uint8Array][] = [
      ["empty.xlsx", new Uint8Array()],
      ["cut.xlsx", demo.subarray(0, 5000)],
      [
        "noise.xlsx",
        Buffer.concat([demo.subarray(0, 2000), Buffer.alloc(4000, 7), demo.subarray(6000)]),
      ],
      ["old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")],
      ["large.xlsx", new Uint8Array(21 << 20)],
    ];
    for (const [name, bytes] of bad) {
      writeFileSync(at(name), bytes);
      await me.drop(at(name));
      const wanted = run(["score", name], folder).err.trim();
      expect(wanted).toContain(name);
      await until(async () => (await me.notices()).includes(wanted));
    }
    await me.scoreHas("76 of 97");
    expect(await me.page.locator(".name h1").innerText()).toBe("demo.xlsx");
    // What was said of them ends with the next one that is taken.
    writeFileSync(at("good.xlsx"), demo);
    await me.open(at("good.xlsx"));
    expect(await me.notices()).toBe("");
  });

  it.skipIf(skipsWithout("soffice"))("opens the workbook that LibreOffice saved", async () => {
    convertWithLibreOffice([at("demo.xlsx")], at("office"), "xlsx", at("profile"));
    const me = await visit();
    await me.open(join(at("office"), "demo.xlsx"));
    await me.scoreHas(/Self\s+700\b/);
    await me.select("1.6");
    await me.page.keyboard.type("Met");
    await me.page.keyboard.press("Enter");
    await me.scoreHas("77 of 97");
    await me.save(at("again.xlsx"));
    expect(scoreOf("again.xlsx").self.answered).toBe(77);
  });

  it("asks nobody but the server it came from, and nothing goes wrong unseen", () => {
    expectOwnAndFaultless(served, visits);
  });
});
