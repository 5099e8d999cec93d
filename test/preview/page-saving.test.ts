/** The page in Chromium saves back to the file that it opened, and never over what somebody else has written there. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newFolder, run } from "../cli/run.ts";
import { skipsWithout } from "../engines/programs.ts";
import { type Served, serve, until, Visit } from "./browser.ts";
import { reportIn } from "./page-book.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);

/**
 * What the window of files answers, in place of a person: a file of the page's own folder in the browser, which is
 * read and written as those of the computer are.
 */
function answerPickers(): void {
  const folderOf = () => navigator.storage.getDirectory();
  const answer = async (isNew: boolean, suggested: string) => {
    const picks = Number(sessionStorage.getItem("picks") ?? 0) + 1;
    sessionStorage.setItem("picks", String(picks));
    const wanted = sessionStorage.getItem("answer") ?? suggested;
    if (/Error$/.test(wanted)) throw new DOMException("As the test wants.", wanted);
    return (await folderOf()).getFileHandle(wanted, { create: isNew });
  };
  Object.assign(window, {
    showOpenFilePicker: async () => [await answer(false, "kestrel.xlsx")],
    showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) =>
      answer(true, suggestedName),
  });
}

describe.skipIf(skipsWithout("chromium"))("saving back to a file", () => {
  let served: Served;
  const faults: string[][] = [];
  const visit = async () => {
    const me = await Visit.of(served);
    faults.push(me.faults);
    me.page.on("dialog", (dialog) => void dialog.accept());
    await me.context.addInitScript(answerPickers);
    await me.page.reload();
    return me;
  };
  /** Writes to the file as another program does. */
  const put = (me: Visit, name: string, bytes: Uint8Array) =>
    me.page.evaluate(
      async ([file = "", content = ""]) => {
        const root = await navigator.storage.getDirectory();
        const handle = await root.getFileHandle(file, { create: true });
        const stream = await handle.createWritable();
        await stream.write(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
        await stream.close();
      },
      [name, Buffer.from(bytes).toString("base64")],
    );
  const inFile = async (me: Visit, name: string): Promise<Buffer> => {
    const bytes = await me.page.evaluate(async (file) => {
      const root = await navigator.storage.getDirectory();
      const content = await (await (await root.getFileHandle(file)).getFile()).arrayBuffer();
      return [...new Uint8Array(content)];
    }, name);
    return Buffer.from(bytes);
  };
  const picks = (me: Visit) => me.page.evaluate(() => Number(sessionStorage.getItem("picks") ?? 0));
  const picksNext = (me: Visit, answer: string) =>
    me.page.evaluate((wanted) => sessionStorage.setItem("answer", wanted), answer);
  const status = (me: Visit) => me.page.locator(".status").first().innerText();
  const saved = (me: Visit, name: string) =>
    until(async () => (await status(me)).startsWith(`Saved as ${name}, `));
  const answered = async (me: Visit, key: string, count: string) => {
    await me.page.keyboard.press(key);
    await me.scoreHas(count);
    await until(async () => (await status(me)).startsWith("Kept"));
  };
  const opened = async () => {
    const me = await visit();
    await put(me, "kestrel.xlsx", readFileSync(at("demo.xlsx")));
    await me.page.getByRole("button", { name: /^Open a file/ }).click();
    await me.scoreHas("76 of 97");
    await me.view("Answer");
    return me;
  };
  const dialog = (me: Visit, name: string) =>
    me.page.locator("dialog").getByRole("button", { name, exact: true });

  beforeAll(async () => {
    served = await serve();
    run(["demo", "demo.xlsx"], folder);
    writeFileSync(at("other.xlsx"), readFileSync(at("demo.xlsx")));
    run(["set", "other.xlsx", "Partner_Name=Fabrikam"], folder);
  });
  afterEach(async () => {
    await served.closePages();
    expect(faults.flat()).toEqual([]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  it("goes into that file by Ctrl+S, also after the page was loaded again; nothing is asked twice", async () => {
    const me = await opened();
    expect(await me.page.locator(".name h1").innerText()).toBe("kestrel.xlsx");
    await answered(me, "m", "77 of 97");
    await me.page.keyboard.press("Control+s");
    await saved(me, "kestrel.xlsx");
    expect(reportIn(await inFile(me, "kestrel.xlsx")).self.answered).toBe(77);
    await me.page.reload();
    await me.scoreHas("77 of 97");
    await answered(me, "m", "78 of 97");
    await me.page.keyboard.press("Control+s");
    await saved(me, "kestrel.xlsx");
    expect(reportIn(await inFile(me, "kestrel.xlsx")).self.answered).toBe(78);
    expect(await picks(me)).toBe(1);
    // From the start page it is the same file as well.
    await me.menu("Start page");
    await me.page.locator(".recent-open").click();
    await me.page.locator(".whole-head h2").waitFor();
    await answered(me, "m", "79 of 97");
    await me.page.getByRole("button", { name: "Save file" }).click();
    await saved(me, "kestrel.xlsx");
    expect(reportIn(await inFile(me, "kestrel.xlsx")).self.answered).toBe(79);
    expect(await picks(me)).toBe(1);
  });

  it("asks once before it writes over what somebody else has written there", async () => {
    const me = await opened();
    await answered(me, "m", "77 of 97");
    // The same once more is no change.
    await put(me, "kestrel.xlsx", readFileSync(at("demo.xlsx")));
    await me.page.keyboard.press("Control+s");
    await saved(me, "kestrel.xlsx");
    await put(me, "kestrel.xlsx", readFileSync(at("other.xlsx")));
    await answered(me, "m", "78 of 97");
    await me.page.keyboard.press("Control+s");
    await dialog(me, "Leave it").click();
    await until(() => me.page.locator("dialog").isHidden());
    expect(reportIn(await inFile(me, "kestrel.xlsx")).partner).toBe("Fabrikam");
    expect(await status(me)).toMatch(/^Kept/);
    await me.page.keyboard.press("Control+s");
    await dialog(me, "Write over it").click();
    await saved(me, "kestrel.xlsx");
    const { partner, self } = reportIn(await inFile(me, "kestrel.xlsx"));
    expect([partner, self.answered]).toEqual(["Kestrel Cloud Ltd", 78]);
    await answered(me, "m", "79 of 97");
    await me.page.keyboard.press("Control+s");
    await saved(me, "kestrel.xlsx");
  });

  it("asks where a new one goes, leaves it where that is not said, and saves elsewhere when asked", async () => {
    const me = await visit();
    await me.make("Harbour", "Answer");
    await answered(me, "n", "1 of 97");
    await picksNext(me, "AbortError");
    await me.page.keyboard.press("Control+s");
    await until(async () => (await picks(me)) === 1);
    expect(await status(me)).toMatch(/^Kept/);
    await me.page.evaluate(() => sessionStorage.removeItem("answer"));
    await me.page.keyboard.press("Control+s");
    await saved(me, "Harbour MSP checklist.xlsx");
    await picksNext(me, "copy.xlsx");
    await me.menu("Save as");
    await saved(me, "copy.xlsx");
    expect(await me.page.locator(".name h1").innerText()).toBe("copy.xlsx");
    expect(
      Buffer.compare(await inFile(me, "copy.xlsx"), await inFile(me, "Harbour MSP checklist.xlsx")),
    ).toBe(0);
    // Where the browser does not let this page ask, it downloads.
    await picksNext(me, "SecurityError");
    const [download] = await Promise.all([me.page.waitForEvent("download"), me.menu("Save as")]);
    expect(download.suggestedFilename()).toBe("copy.xlsx");
  });

  it("says what to do where the file cannot be written, and writes nothing half", async () => {
    const me = await opened();
    await answered(me, "m", "77 of 97");
    const before = await inFile(me, "kestrel.xlsx");
    const breaks = (name: string) =>
      me.page.evaluate((error) => {
        FileSystemFileHandle.prototype.createWritable = () =>
          Promise.reject(new DOMException("Another program has it.", error));
      }, name);
    await breaks("NoModificationAllowedError");
    await me.page.keyboard.press("Control+s");
    await until(async () => (await me.notices()).includes("kestrel.xlsx was not written"));
    expect(await me.notices()).toContain("Save as in the menu");
    expect(Buffer.compare(await inFile(me, "kestrel.xlsx"), before)).toBe(0);
    expect(await status(me)).toMatch(/^Kept/);
    await me.page.evaluate(() => {
      Object.assign(FileSystemFileHandle.prototype, {
        requestPermission: () => Promise.resolve("denied"),
      });
    });
    await me.page.keyboard.press("Control+s");
    await until(async () => (await me.notices()).includes("was not allowed to"));
  });
});
