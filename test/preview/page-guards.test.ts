/** The page in Chromium keeps what people have: work of two tabs, a file in place of another, the sheets' shape. */

import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FORMAT_VERSION } from "../../core/audit/records.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";

import { refusal } from "../../preview/files.ts";
import { newXlsx } from "../../xlsx/workbook.ts";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { pause, refuseStorage, type Served, serve, until, Visit } from "./browser.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);

describe("a file", () => {
  it("is refused where it holds no checklist, or one of a later program", async () => {
    const file = newXlsx(EDITIONS);
    await file.build(blueprint(checklist31, blankInputs(checklist31)));
    const snapshot = file.snapshot();
    const version = snapshot?.names.Format_Version;
    if (!snapshot || !version) throw new Error("The workbook has no version.");
    const made = (value: number) => ({
      ...snapshot,
      names: { ...snapshot.names, Format_Version: { ...version, values: [[value]] } },
    });
    expect(refusal(null)).toMatch(/no checklist/);
    expect(refusal(snapshot)).toBeNull();
    expect(refusal(made(FORMAT_VERSION))).toBeNull();
    expect(refusal(made(FORMAT_VERSION + 1))).toMatch(/newer/);
  });
});

describe.skipIf(skipsWithout("chromium"))("the page keeps what people have", () => {
  let served: Served;
  const status = (me: Visit) => me.page.locator(".status").first().innerText();
  const answer = async (me: Visit, id: string) => {
    await me.page.getByRole("tab", { name: "Items", exact: true }).click();
    await me.page.locator(`.msp-panel .row[data-item="${id}"]`).first().click();
    await me.page.locator(".dock .answer.met").click();
  };

  beforeAll(async () => {
    served = await serve();
    run(["demo", "demo.xlsx"], folder);
    copyFileSync(at("demo.xlsx"), at("other.xlsx"));
    run(["set", "other.xlsx", "Partner_Name=Fabrikam"], folder);
  });
  afterEach(() => served.closePages());
  afterAll(async () => {
    await served?.stop();
  });

  it("in one of two tabs; the other says that it keeps nothing, and takes over when asked", async () => {
    const first = await Visit.of(served);
    await first.make("Kestrel");
    const second = await first.another(served.address);
    await second.gridShown();
    await answer(second, "1.4");
    await second.scoreHas("1 of 97");
    await until(async () => (await status(second)).startsWith("Not saved: another tab"));
    await first.page.reload();
    await first.scoreHas("0 of 97");
    // The reload let go of the lock, and nobody else waits for it.
    await first.gridShown();
    await second.page.getByRole("button", { name: "Go on here" }).click();
    await until(async () => (await first.notices()).includes("no longer keeps"));
    await answer(second, "1.5");
    await until(async () => (await status(second)).startsWith("Kept"));
    await answer(first, "1.1");
    await until(async () => (await status(first)).startsWith("Not saved: another tab"));
    second.page.on("dialog", (dialog) => void dialog.accept());
    await second.page.reload();
    await second.scoreHas("2 of 97");
  });

  it("of two tabs the newest: what the other one kept is loaded before anything is written", async () => {
    const first = await Visit.of(served);
    await first.make("Kestrel");
    const second = await first.another(served.address);
    await second.gridShown();
    for (const id of ["1.4", "1.5", "2.1"]) await answer(first, id);
    await until(async () => (await status(first)).startsWith("Kept"));
    await first.scoreHas("3 of 97");
    await second.scoreHas("0 of 97");
    const goOn = (me: Visit) => me.page.getByRole("button", { name: "Go on here" }).click();
    await goOn(second);
    await second.scoreHas("3 of 97");
    await until(async () => (await second.notices()).includes("newest work"));
    await until(async () => (await first.notices()).includes("no longer keeps"));

    // And the other way round, where both have gone on.
    await answer(second, "1.2");
    await second.scoreHas("4 of 97");
    await until(async () => (await status(second)).startsWith("Kept"));
    await answer(first, "1.6");
    await until(async () => (await status(first)).startsWith("Not saved: another tab"));
    const dialog = first.page.locator("dialog");
    await goOn(first);
    await dialog.getByRole("button", { name: "Leave it" }).click();
    await first.scoreHas("4 of 97");
    await answer(first, "1.3");
    await first.scoreHas("5 of 97");
    await goOn(first);
    await dialog.getByRole("button", { name: "Load it" }).click();
    await first.scoreHas("4 of 97");
    await first.gridShown();
    first.page.on("dialog", (asked) => void asked.accept());
    await second.page.close();
    await first.page.reload();
    await first.scoreHas("4 of 97");
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  it("asks before another file takes the place of work that is kept nowhere, and takes one file at a time", async () => {
    const me = await Visit.of(served);
    const { page } = me;
    const name = () => page.locator(".name h1").innerText();
    const keepsAgain = await refuseStorage(page);
    await me.open(at("demo.xlsx"));
    await me.open(at("other.xlsx"));
    await answer(me, "1.6");
    await me.scoreHas("77 of 97");
    await until(async () => (await me.notices()).includes("keeps nothing"));
    await me.drop(at("demo.xlsx"));
    const dialog = page.locator("dialog");
    await dialog.getByRole("button", { name: "Leave it", exact: true }).click();
    await pause(500);
    expect(await name()).toBe("other.xlsx");
    await me.scoreHas("77 of 97");
    await me.drop(at("demo.xlsx"));
    await dialog.getByRole("button", { name: "Leave it and lose that" }).click();
    await until(async () => (await name()) === "demo.xlsx");
    await me.scoreHas("76 of 97");

    // Where it is kept nobody is asked, and nothing is lost.
    await keepsAgain();
    await answer(me, "1.6");
    await until(async () => (await status(me)).startsWith("Kept"));
    await me.drop(at("other.xlsx"));
    await until(async () => (await name()) === "other.xlsx");
    await me.drop(at("demo.xlsx"));
    await until(async () => (await name()) === "demo.xlsx");
    await me.scoreHas("76 of 97");

    const input = page.locator(".app").first();
    const two = await page.evaluateHandle(
      (bytes) => {
        const made = new DataTransfer();
        for (const file of ["a.xlsx", "b.xlsx"])
          made.items.add(
            new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], file),
          );
        return made;
      },
      readFileSync(at("other.xlsx")).toString("base64"),
    );
    await input.dispatchEvent("drop", { dataTransfer: two });
    await until(async () => (await me.notices()).includes("one file at a time"));
    expect(await name()).toBe("demo.xlsx");
  });

  it("in the shape of the sheets: no bold, no other name, no fewer rows", async () => {
    const me = await Visit.of(served);
    const { page } = me;
    await me.open(at("demo.xlsx"));
    const place = await me.select("1.4");
    const cell = { x: place.x - 40, y: place.y - 12, width: 70, height: 20 };
    const before = await page.screenshot({ clip: cell });
    await page.keyboard.press("Control+b");
    await pause(800);
    await page.keyboard.press("Control+i");
    await pause(800);
    expect(Buffer.compare(await page.screenshot({ clip: cell }), before)).toBe(0);
    const tabs = page.getByRole("tablist", { name: "Sheet tabs" });
    const names = await tabs.innerText();
    await tabs.getByText("About").dblclick();
    await page.keyboard.type("Mine");
    await page.keyboard.press("Enter");
    await pause(800);
    expect(await tabs.innerText()).toBe(names);
    expect(me.faults).toEqual([]);
  });
});
