/** Progress on the Overview in Chromium: a point a day, drawn from the second day on, heard as a table. */

import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skipsWithout } from "../engines/programs.ts";
import { type Served, serve, until, Visit } from "./browser.ts";

describe.skipIf(skipsWithout("chromium"))("progress over time", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(async () => {
    await served?.stop();
  });

  it("is a line from the second day on, a point a day, of the score that the phase works on", async () => {
    const me = await Visit.of(served);
    const { page } = me;
    page.on("dialog", (dialog) => void dialog.accept());
    const status = () => page.locator(".status").first().innerText();
    const day = (number: number) => page.clock.setSystemTime(new Date(2026, 0, number, 9));
    const answered = async (key: string, count: string) => {
      await page.keyboard.press(key);
      await me.scoreHas(count);
      await until(async () => (await status()).startsWith("Kept"));
    };
    const board = page.locator(".board-progress");
    await day(19);
    await me.make("Kestrel", "Answer");
    await answered("m", "1 of 97");
    await me.view("Overview");
    await page.locator(".board-score").waitFor();
    expect(await board.count()).toBe(0);
    await me.view("Answer");
    await day(21);
    await answered("m", "2 of 97");
    await answered("m", "3 of 97");
    await answered("m", "4 of 97");
    await day(23);
    await answered("n", "5 of 97");
    await me.view("Overview");
    const cells = () => board.locator("tbody tr").allInnerTexts();
    const wanted = ["Mon 19 Jan\t0\t1", "Wed 21 Jan\t20\t4", "Fri 23 Jan\t20\t5"];
    expect((await cells()).map((text) => text.trim())).toEqual(wanted);
    expect(await board.innerText()).toContain("20 today");
    await page.reload();
    await board.waitFor();
    expect(await cells()).toHaveLength(3);
    for (const [width, colorScheme] of [
      [1366, "light"],
      [900, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 768 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(beyond).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.locator(".board").getByRole("button", { name: "Print", exact: true }).click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    // An audit begins a line of its own.
    await me.move("Audit", "The hand-over was by mail");
    await until(async () => (await status()).startsWith("Kept"));
    await page.reload();
    await page.locator(".board-score").waitFor();
    expect(await board.count()).toBe(0);
    expect(me.faults).toEqual([]);
  });
});
