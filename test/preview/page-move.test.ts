/** Answers that move to another version in the page: shown item by item, and saved as the command would. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fileText } from "../../core/checklist/file/write.ts";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { expectOwnAndFaultless, type Served, serve, Visit } from "./browser.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);

describe.skipIf(skipsWithout("chromium"))("answers that move in the page", () => {
  let served: Served;
  const visits: Visit[] = [];

  beforeAll(async () => {
    served = await serve();
    writeFileSync(at("next.json"), fileText(nextChecklist));
    writeFileSync(at("broken.json"), '{"schema": 1}');
    run(["demo", "demo.xlsx"], folder);
  });
  afterEach(() => served.closePages());
  afterAll(async () => {
    expectOwnAndFaultless(served, visits);
    await served?.stop();
  });

  async function choose({ page }: Visit, file: string): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose a checklist file" }).click(),
    ]);
    await chooser.setFiles(at(file));
  }

  it("are listed before anything is saved, and saved as the command writes them", async () => {
    const me = await Visit.of(served);
    visits.push(me);
    const { page } = me;
    await me.open(at("demo.xlsx"), "Answer");
    await me.menu("Move to another version");
    const place = page.locator(".bring-place");
    await place.getByText("This workbook is of AWS MSP").waitFor();
    await choose(me, "broken.json");
    expect(await place.getByRole("alert").innerText()).toMatch(/^broken\.json: /);
    await choose(me, "next.json");
    const rows = place.locator("tbody tr");
    await rows.first().waitFor();
    expect(await place.locator(".bring-tiles").innerText()).toMatch(
      /5\s+to look at again\s+3\s+new/,
    );
    const merged = rows.filter({ hasText: "Was 7.1 and 7.2." });
    expect(await merged.innerText()).toMatch(/7\.1 Met, 7\.2 \w+/);
    expect(await rows.filter({ hasText: "in the archive" }).count()).toBe(2);
    // Every item, what is not asked any more, and a line over each group.
    expect(await rows.count()).toBe(nextChecklist.items.length + 2 + 4);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      place.getByRole("button", { name: "Save demo 3.2.xlsx" }).click(),
    ]);
    await download.saveAs(at("page.xlsx"));
    run(["migrate", "demo.xlsx", "--to", "next.json", "-o", "command.xlsx"], folder);
    expect(readFileSync(at("page.xlsx")).equals(readFileSync(at("command.xlsx")))).toBe(true);
    await page.getByText("demo 3.2.xlsx was saved.").waitFor();
    expect(await place.isHidden()).toBe(true);

    // Back by the version that the page brings along.
    await me.open(at("command.xlsx"), "Answer");
    // What waits says what it was, until it is answered.
    expect(await me.notices()).toContain("5 answers of another version wait to be confirmed.");
    const beside = page.locator(".aside");
    const before = beside.getByText("In 3.1 the answer was Met.");
    await before.waitFor();
    await page.keyboard.press("m");
    await me.scoreHas("70 of 98");
    await page.keyboard.press("n");
    await me.scoreHas("71 of 98");
    // The next one that is open never had an answer.
    await page.getByRole("heading", { name: /^1\.6/ }).waitFor();
    expect(await before.count()).toBe(0);
    await me.menu("Move to another version");
    await place.getByRole("button", { name: "Version 3.1" }).click();
    expect(await place.locator(".bring-tiles").innerText()).toMatch(/5\s+as they once stood/);
    await place.getByRole("button", { name: "Cancel" }).click();
    expect(await place.isHidden()).toBe(true);
    // Lists are brought in at the same place.
    await me.menu("Bring answers in");
    await place.getByText("Choose a file").waitFor();
  });
});
