/** The overview is copied as a picture, in Chromium with its real clipboard. */

import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { type Served, serve, until, Visit } from "./browser.ts";

const folder = newFolder();

describe.skipIf(skipsWithout("chromium"))("the overview as a picture", () => {
  let served: Served;
  const faults: string[][] = [];

  beforeAll(async () => {
    served = await serve();
    run(["demo", "demo.xlsx"], folder);
  });
  afterEach(async () => {
    await served.closePages();
    expect(faults.splice(0).flat()).toEqual([]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  const overview = async () => {
    const me = await Visit.of(served);
    faults.push(me.faults);
    await me.open(join(folder, "demo.xlsx"), "Answer");
    await me.page.keyboard.press("3");
    await me.page.locator(".board").waitFor();
    return me;
  };

  it("is on the clipboard twice as sharp as the screen, with the colours of light ground, on white", async () => {
    const { page } = await overview();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByRole("button", { name: "Copy as picture" }).click();
    await until(async () =>
      (await page.locator(".voice").innerText()).includes("on the clipboard as a picture"),
    );
    const { board, picture, corner, colours, dark } = await page.evaluate(async () => {
      const element = document.querySelector(".board");
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType("image/png");
      if (!element || !blob) throw new Error("Nothing was copied.");
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("No canvas.");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const name = document.querySelector(".board-sections button")?.getBoundingClientRect();
      const origin = element.getBoundingClientRect();
      if (!name) throw new Error("No section has a name.");
      const shown = context.getImageData(
        (name.x - origin.x) * 2,
        (name.y - origin.y) * 2,
        name.width * 2,
        name.height * 2,
      );
      const dark = shown.data.filter((value, at) => at % 4 === 0 && value < 100).length;
      const found: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
        found[colour] = (found[colour] ?? 0) + 1;
      }
      return {
        board: [element.scrollWidth, element.scrollHeight],
        picture: [bitmap.width, bitmap.height],
        corner: [...data.slice(0, 3)],
        colours: found,
        dark,
      };
    });
    expect(picture).toEqual(board.map((pixels) => pixels * 2));
    expect(corner).toEqual([255, 255, 255]);
    // The bars of what is earned, as the colours of light ground have it; text beside them.
    expect(colours["59,90,122"] ?? 0).toBeGreaterThan(5_000);
    expect(Object.keys(colours).length).toBeGreaterThan(50);
    // A name that leads to its items is a name in the picture as well.
    expect(dark).toBeGreaterThan(100);
  });

  it("says what to do instead where the browser takes no pictures", async () => {
    const { page } = await overview();
    await page.evaluate(() => Reflect.deleteProperty(window, "ClipboardItem"));
    await page.getByRole("button", { name: "Copy as picture" }).click();
    await until(async () =>
      (await page.getByRole("alert").allInnerTexts()).join().includes("copies no pictures"),
    );
  });
});
