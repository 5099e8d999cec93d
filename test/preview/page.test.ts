/** The page that `npm start` serves, in Chromium: fill, save, open, reload, print, two tabs, small windows. */

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { bodyOf } from "../../core/workbook/draw/layout.ts";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { expectOwnAndFaultless, pause, type Served, serve, until, Visit } from "./browser.ts";

const { items } = checklist31;

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

describe.skipIf(skipsWithout("chromium"))("the page in the browser", () => {
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
    run(["new", "blank.xlsx", "--partner", KESTREL], folder);
  });
  afterEach(() => served.closePages());
  afterAll(async () => {
    await served?.stop();
  });

  it("answers without the grid's engine, which comes when the sheets are looked at, and says so", async () => {
    const me = await visit();
    const { page } = me;
    const held: (() => void)[] = [];
    await page.route(/grid-.*\.js/, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.reload();
    await page.getByLabel("Partner name").fill(KESTREL);
    await page.getByRole("button", { name: "Make checklist" }).click();
    await page.getByRole("radio", { name: "Met", exact: true }).click();
    await me.scoreHas("1 of 97");
    expect(held).toEqual([]);
    expect(await page.locator(".engine").count()).toBe(0);
    const shown = me.view("Sheet");
    await until(async () => held.length > 0);
    expect(await page.locator(".waiting progress").count()).toBe(1);
    for (const release of held) release();
    await shown;
  });

  it("is filled by keyboard and by mouse; grid, panel, core and the saved file agree", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("blank.xlsx"));
    const rows = bodyOf(checklist31).flatMap((row) => (row.kind === "item" ? [row] : []));
    const answers = rows.slice(0, 30).map(({ item, row }, index) => ({
      id: item.id,
      row,
      word: index % 7 === 4 ? "Not met" : "Met",
    }));
    await me.select(answers[0]?.id ?? "");
    let row = answers[0]?.row ?? 0;
    for (const answer of answers.slice(0, 22)) {
      for (; row < answer.row; row += 1) await page.keyboard.press("ArrowDown");
      await until(async () => (await me.selected()) === `H${answer.row}`);
      await page.keyboard.type(answer.word);
      await page.keyboard.press("Enter");
      row += 1;
    }
    await me.scoreHas("22 of 97");
    for (const answer of answers.slice(22)) {
      await me.select(answer.id);
      await pause(500);
      await page.mouse.click(334, 208);
      await until(() => page.getByText("Select an item").isVisible());
      await page.locator("body").getByText(answer.word, { exact: true }).last().click();
      await me.scoreHas(`${answers.indexOf(answer) + 1} of 97`);
    }
    await me.scoreHas("30 of 97");

    writeFileSync(
      at("answers.csv"),
      `id,answer\n${answers.map(({ id, word }) => `${id},${word}`).join("\n")}\n`,
    );
    copyFileSync(at("blank.xlsx"), at("filled.xlsx"));
    run(["fill", "filled.xlsx", "--as", "self", "--answers", "answers.csv"], folder);
    const wanted = scoreOf("filled.xlsx");
    expect(wanted.self.answered).toBe(30);

    const spoken = String(wanted.self.total).replace("-", "\u2212");
    await me.scoreHas(new RegExp(`Self\\s+${spoken}\\b`));
    // The verdict and the total stand frozen over the answers: H1 and I1.
    await page.mouse.click(362, 110);
    await until(async () => (await me.selected()) === "I1");
    await until(async () => (await me.copied()) === String(wanted.self.total));

    expect(await me.save(at("saved.xlsx"))).toBe("blank.xlsx");
    expect(scoreOf("saved.xlsx").self).toEqual(wanted.self);
    expect(Buffer.compare(readFileSync(at("saved.xlsx")), readFileSync(at("filled.xlsx")))).toBe(0);
  });

  it("locks what the phase does not open, and refuses what is not one of the choices", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"));
    const before = await me.score();
    const place = await me.select("1.1");
    await page.keyboard.type("perhaps");
    await page.keyboard.press("Enter");
    await until(() => page.getByText(/Choose Met or Not met/).isVisible());
    await page.getByRole("button", { name: "OK", exact: true }).click();
    await pause(500);
    await page.keyboard.press("Escape");
    await pause(500);
    await page.mouse.click(place.x + 70, place.y);
    await until(async () => (await me.selected()).startsWith("I"));
    await page.keyboard.type("5");
    await until(() => page.getByText("This cell is locked").isVisible());
    await page.keyboard.press("Escape");
    await pause(500);
    expect(await me.score()).toBe(before);
  });

  it("changes the phase, and with it what can be written", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"));
    await me.move("Audit", "The hand-over was by mail");
    await me.gridShown();
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await pause(1500);
    await me.select("1.6");
    await until(async () => (await me.selected()) === "L10");
    await page.keyboard.type("Not met");
    await page.keyboard.press("Enter");
    await me.scoreHas("1 of 97");
    await me.scoreHas("Fail");
    await page.keyboard.press("Control+z");
    await me.scoreHas("0 of 97");
  });

  it("tells a second tab, which keeps nothing until it takes over", async () => {
    const first = await visit();
    await first.make(KESTREL);
    const second = await first.another(served.address);
    visits.push(second);
    await until(async () => (await second.notices()).includes("another tab"));
    await second.page.getByRole("button", { name: "Go on here" }).click();
    await until(async () => (await first.notices()).includes("no longer keeps"));
  });

  it("prints scoreboard and checklist on A4 across", async () => {
    const me = await visit();
    const { page } = me;
    await me.open(at("demo.xlsx"));
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const printed = await page.locator(".printed").innerText();
    expect(printed).toContain(KESTREL);
    for (const { id } of items) expect(printed, id).toMatch(new RegExp(`(^|\\s)${id}\\s`));
    const lines = (await page.locator(".printed tr").allInnerTexts()).map((line) =>
      line.split(/\t/).map((cell) => cell.trim()),
    );
    const { self } = scoreOf("demo.xlsx");
    expect(lines).toContainEqual(["Total", String(self.total), "0", "0", "1000"]);
    expect(lines).toContainEqual(["Answered", "76 of 97", "0 of 97", "0 of 97", ""]);
    expect(lines).toContainEqual(["Verdict", ...Array(3).fill("In progress"), ""]);
    expect(lines).toContainEqual(["1 Business Health", "20", "0", "0", "40"]);
    expect(lines.find(([id]) => id === "1.5")?.slice(2)).toEqual([
      "20",
      "Audited",
      "Not met",
      "No survey in 2025; planned for May",
      "T. Weiss",
      "",
      "",
    ]);
    expect(await page.locator(".app").isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width = "0", height = "0"] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Math.round(Number(width))).toBe(842);
    expect(Math.round(Number(height))).toBe(595);
  });

  it("fits a small laptop and a telephone, and axe finds nothing outside the grid", async () => {
    for (const size of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      const me = await visit(size);
      const { page } = me;
      const check = async (state: string) => {
        const { violations } = await new AxeBuilder({ page }).exclude(".grid").analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
        );
        expect(found, `${state} at ${size.width}`).toEqual([]);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(beyond, `${state} at ${size.width}`).toBeLessThanOrEqual(0);
      };
      await check("empty");
      await me.open(at("demo.xlsx"));
      await check("panel");
      if (size.width < 800) {
        await me.view("Answer");
        await page.getByRole("tab", { name: "Items", exact: true }).click();
        await page.locator('.msp-panel .row[data-item="8.3"]').click();
        await page.getByRole("heading", { name: /^8\.3 / }).waitFor();
        await page.getByRole("radio", { name: "Met", exact: true }).click();
        await me.scoreHas("77 of 97");
        await page.getByRole("heading", { name: /^8\.4 / }).waitFor();
        await check("answered");
        await me.view("Sheet");
        await until(() => page.locator(".grid canvas").first().isVisible());
        await check("sheets");
      }
      await me.menu("Forget this workbook");
      await check("question");
    }
  });

  it("asks nobody but the server it came from, and nothing goes wrong unseen", () => {
    expectOwnAndFaultless(served, visits);
  });
});
