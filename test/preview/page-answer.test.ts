/** The page's main view in Chromium: every item answered by one key each, a list brought in, one history, its pages. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fileText } from "../../core/checklist/file/write.ts";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist } from "../fixtures/checklists/small.ts";
import { type Served, serve, until, Visit } from "./browser.ts";
import { reportIn } from "./page-book.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);

describe.skipIf(skipsWithout("chromium"))("the page's main view", () => {
  let served: Served;
  const faults: string[][] = [];
  const visit = async () => {
    const me = await Visit.of(served);
    faults.push(me.faults);
    return me;
  };
  const title = (me: Visit) => me.page.locator(".whole-head h2").innerText();

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

  it("takes 97 answers in 97 actions, and no grid is loaded for them", async () => {
    const me = await visit();
    await me.make("Kestrel", "Answer");
    for (let given = 1; given <= 97; given += 1) {
      const before = await title(me);
      await me.page.keyboard.press(given % 10 === 0 ? "n" : "m");
      if (given < 97) await until(async () => (await title(me)) !== before);
      else await me.scoreHas("97 of 97");
    }
    expect(me.asked.filter((address) => /grid-.*\.js/.test(address))).toEqual([]);
    await me.save(at("answered.xlsx"));
    const { items, self } = reportIn(readFileSync(at("answered.xlsx")));
    expect(self.answered).toBe(97);
    expect(items.map((row) => row.self)).toEqual(
      items.map((_, index) => ((index + 1) % 10 === 0 ? "notMet" : "met")),
    );
  });

  it("makes a checklist of another version from its file, and says what is wrong in a file", async () => {
    const me = await visit();
    const { page } = me;
    const choose = async (name: string, content: string) => {
      writeFileSync(at(name), content);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Another version…" }).click(),
      ]);
      await chooser.setFiles(at(name));
    };
    await choose("broken.json", fileText(smallChecklist).replace(/"pass": \d+/, '"pass": 1.5'));
    await until(async () =>
      (await page.locator(".notice").allInnerTexts()).join().includes("broken.json"),
    );
    await choose("small.json", fileText(smallChecklist));
    const { items, title, version } = smallChecklist;
    await until(async () =>
      (await page.locator(".start-new").innerText()).includes(
        `${title} v${version}: ${items.length} items`,
      ),
    );
    await me.make("Kestrel", "Answer");
    await me.scoreHas(`0 of ${items.length}`);
    await page.keyboard.press("m");
    await me.scoreHas(`1 of ${items.length}`);
    await me.save(at("small.xlsx"));
    // Whoever opens it needs nothing else.
    const checked = run(["score", "small.xlsx", "--json"], folder);
    expect(checked.code, checked.err).toBe(0);
    expect(JSON.parse(checked.out)).toMatchObject({ self: { answered: 1 } });
    const other = await visit();
    await other.open(at("small.xlsx"), "Answer");
    await other.scoreHas(`1 of ${items.length}`);
  });

  it("says of a mandatory item that costs nothing that it is mandatory, and no more", async () => {
    writeFileSync(at("plain.json"), fileText(plainChecklist));
    expect(run(["new", "plain.xlsx", "--checklist", "plain.json"], folder).code).toBe(0);
    const me = await visit();
    await me.open(at("plain.xlsx"), "Answer");
    await me.scoreHas(`0 of ${plainChecklist.items.length}`);
    const badges = await me.page.locator(".whole-head .badges").innerText();
    expect(badges.split("\n")[0]).toBe("Mandatory");
  });

  it("brings a list in that was dropped, after it was shown, and takes it back as one", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"), "Answer");
    const list = [
      "Id;Answer;Evidence",
      "8.2.2;Met;Retention policy.pdf",
      "8.3;done;",
      "8.1.10;Not met;",
      "9.99;Met;",
    ];
    writeFileSync(at("list.csv"), list.join("\r\n"));
    await me.drop(at("list.csv"));
    const place = page.locator(".bring-place");
    await place.getByRole("heading", { name: "Bring answers in" }).waitFor();
    await place.getByRole("button", { name: "Apply 2 changes" }).waitFor();
    expect(await place.innerText()).toContain("the checklist has no item “9.99”");
    await place.getByLabel("What “done” means").selectOption({ label: "Means Met" });
    await place.getByRole("button", { name: "Apply 3 changes" }).click();
    await me.scoreHas("78 of 97");
    expect(await me.notices()).toContain("3 entries brought in");
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await me.scoreHas("76 of 97");
    await page.getByRole("button", { name: "Redo", exact: true }).first().click();
    await me.scoreHas("78 of 97");
    await me.save(at("brought.xlsx"));
    const { items } = reportIn(readFileSync(at("brought.xlsx")));
    const row = (wanted: string) => items.find(({ id }) => id === wanted);
    expect(row("8.2.2")).toMatchObject({ self: "met", evidence: "Retention policy.pdf" });
    expect(row("8.3")).toMatchObject({ self: "met" });
    // Filled here already, and not chosen.
    expect(row("8.1.10")).toMatchObject({ self: "met" });
  });

  it("reads what was pasted, and says what is wrong with it where it was pasted", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"), "Answer");
    await me.menu("Bring answers in");
    const place = page.locator(".bring-place");
    const text = place.getByLabel("Or paste a column or a table");
    const read = place.getByRole("button", { name: "Read what I pasted" });
    await text.fill("Met\nMet");
    await read.click();
    await until(async () => (await place.innerText()).includes("the checklist has 97 items"));
    await text.fill("8.2.2\tMet\n8.4\tNot met");
    await read.click();
    await place.getByRole("button", { name: "Apply 2 changes" }).click();
    await me.scoreHas("78 of 97");
  });

  it("keeps view and place over a reload, and undoes in the sheets what was done in the panel", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"), "Answer");
    await page.keyboard.press("m");
    await me.scoreHas("77 of 97");
    await me.view("Sheet");
    await me.select("8.1.9");
    await page.keyboard.type("Met");
    await page.keyboard.press("Enter");
    await me.scoreHas("78 of 97");
    await page.keyboard.press("Control+z");
    await me.scoreHas("77 of 97");
    await page.keyboard.press("Control+z");
    await me.scoreHas("76 of 97");
    await page.keyboard.press("Control+y");
    await me.scoreHas("77 of 97");
    await me.view("Overview");
    await until(async () => (await page.locator(".status").innerText()).startsWith("Kept"));
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.locator(".board").waitFor();
    expect(await page.locator(".board").innerText()).toContain("77 of 97 answered");

    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.locator(".board").getByRole("button", { name: "Print", exact: true }).click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
