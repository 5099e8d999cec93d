/** Starts the page as `npm start` serves it and a browser to look at it. */

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { bodyOf } from "../../core/workbook/draw/layout.ts";
import { launch } from "../chromium/launch.ts";

const { items } = checklist31;

export interface Served {
  readonly address: string;
  readonly browser: Browser;
  /** Ends every page that a test opened. */
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

/** What the server prints when it is ready. */
export function startServer(...options: string[]): Promise<[address: string, ChildProcess]> {
  const server = spawn(process.execPath, ["dist/serve.mjs", "--no-open", ...options]);
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (data) => {
      said += String(data);
      const address = /http:\S+/.exec(said)?.[0];
      if (address) resolve([address, server]);
    });
    server.on("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });
}

export async function serve(): Promise<Served> {
  const [address, server] = await startServer("--port", "0");
  const browser = await launch();
  return {
    address,
    browser,
    async closePages() {
      // Each grid left open keeps a core busy.
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async stop() {
      await browser.close();
      server.kill();
    },
  };
}

export async function until<T>(ask: () => Promise<T>): Promise<NonNullable<T>> {
  for (let waited = 0; waited < 90_000; waited += 100) {
    const answer = await ask();
    if (answer) return answer;
    await pause(100);
  }
  throw new Error(`This never came true: ${ask}`);
}

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page with everything that it asked for, and whatever went wrong in it. */
export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly asked: string[] = [];
  readonly faults: string[] = [];

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
    page.on("request", (request) => this.asked.push(request.url()));
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
  }

  static async of(served: Served, size = { width: 1366, height: 768 }): Promise<Visit> {
    const context = await served.browser.newContext({
      viewport: size,
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    // Machines are shared and may be slow.
    context.setDefaultTimeout(90_000);
    // A browser without a screen cannot ask for files by its own window; it downloads, as those do that have none.
    await context.addInitScript(() => {
      for (const picker of ["showOpenFilePicker", "showSaveFilePicker"])
        Reflect.deleteProperty(window, picker);
    });
    const visit = new Visit(await context.newPage(), context);
    await visit.page.goto(served.address);
    return visit;
  }

  /** A further tab of the same browser. */
  async another(address: string): Promise<Visit> {
    const visit = new Visit(await this.context.newPage(), this.context);
    await visit.page.goto(address);
    return visit;
  }

  /** A new checklist, looked at as sheets or in another view. */
  async make(partner: string, view: "Answer" | "Sheet" = "Sheet"): Promise<void> {
    await this.page.getByLabel("Partner name").fill(partner);
    await this.page.getByRole("button", { name: "Make checklist" }).click();
    await this.view(view);
  }

  /** Turns the page to one of its views, and waits for its sheets where it has some. */
  async view(name: "Answer" | "Sheet" | "Overview"): Promise<void> {
    const button = this.page.locator(".views").getByRole("button", { name, exact: true });
    await button.click();
    if (name === "Sheet") await this.gridShown();
  }

  /** Opens an entry of the menu. */
  async menu(entry: string): Promise<void> {
    await this.page.getByRole("button", { name: "More", exact: true }).click();
    await this.page.locator(".menu").getByRole("button", { name: entry, exact: true }).click();
  }

  /** Moves the phase by the page Steps, as a user does, with a reason where one is asked for. */
  async move(phase: string, reason = ""): Promise<void> {
    const panel = this.page.locator(".msp-panel");
    await this.page.getByRole("button", { name: /^Phase: / }).click();
    const choose = panel.getByRole("button", { name: "Change the phase", exact: true });
    if ((await choose.getAttribute("aria-expanded")) !== "true") await choose.click();
    const option = panel.getByRole("radio", { name: new RegExp(`to ${phase}$`) });
    await option.check();
    const field = panel.getByLabel("Reason", { exact: true });
    if (reason !== "") await field.fill(reason);
    await panel
      .locator(".confirm")
      .getByRole("button", { name: new RegExp(`to ${phase}$`) })
      .click();
    await until(async () => (await this.phase()) === phase);
  }

  /** Hands the self-assessment over by the page Steps. */
  async handOver(): Promise<void> {
    const panel = this.page.locator(".msp-panel");
    await this.page.getByRole("button", { name: /^Phase: / }).click();
    await panel.getByRole("button", { name: "Go on to hand over" }).click();
    await panel.getByRole("button", { name: "Hand over", exact: true }).click();
    await until(async () => (await this.phase()) === "Submitted");
  }

  /** The phase that the bar tells. */
  phase(): Promise<string> {
    return this.page.locator(".command.phase").innerText();
  }

  async gridShown(): Promise<void> {
    await this.page.locator(".engine canvas").first().waitFor();
    await until(() => this.page.locator(".waiting").isHidden());
  }

  async drop(file: string, name = basename(file)): Promise<void> {
    const bytes = readFileSync(file).toString("base64");
    const transfer = await this.page.evaluateHandle(
      ([name = "", bytes = ""]) => {
        const made = new DataTransfer();
        const content = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
        made.items.add(new File([content], name));
        return made;
      },
      [name, bytes],
    );
    await this.page.dispatchEvent(".work", "drop", { dataTransfer: transfer });
  }

  /** Drops a file that is accepted, and looks at its sheets or at another view. */
  async open(file: string, view: "Answer" | "Sheet" | "Overview" = "Sheet"): Promise<void> {
    await this.drop(file);
    await until(async () => (await this.page.locator(".name h1").innerText()) === basename(file));
    await this.view(view);
  }

  async save(to: string): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "Save file" }).click(),
    ]);
    await download.saveAs(to);
    return download.suggestedFilename();
  }

  /** The panel's headline and scores. */
  score(): Promise<string> {
    return this.page.locator(".msp-panel .top").innerText();
  }

  async scoreHas(words: string | RegExp): Promise<void> {
    await until(async () => {
      const score = await this.score();
      return typeof words === "string" ? score.includes(words) : words.test(score);
    });
  }

  async turnTo(sheet: string): Promise<void> {
    await this.page.locator(".grid").getByText(sheet, { exact: true }).click();
    await pause(400);
  }

  /** Selects the answer cell of an item by the panel and gives it the keyboard; it then stands at the top. */
  async select(item: string): Promise<{ readonly x: number; readonly y: number }> {
    const { page } = this;
    await page.getByRole("tab", { name: "Items", exact: true }).click();
    const last = items.at(-1)?.id ?? "";
    // From far away, so that the grid scrolls the row to the top.
    for (const id of item === last ? [last] : [last, item]) {
      await page.locator(`.msp-panel .row[data-item="${id}"]`).first().click();
      const row = bodyOf(checklist31).find(
        (entry) => entry.kind === "item" && entry.item.id === id,
      )?.row;
      await until(async () => new RegExp(`^[HL]${row}$`).test(await this.selected()));
      await pause(500);
    }
    const place = { x: 290, y: 215 };
    await page.mouse.click(place.x, place.y);
    return place;
  }

  /** The address in the grid's name box. */
  selected(): Promise<string> {
    return this.page.locator(".grid input").first().inputValue();
  }

  /** What the selected cell shows, through the clipboard, as a user would take it. */
  async copied(): Promise<string> {
    await this.page.keyboard.press("Control+c");
    await pause(500);
    return (await this.page.evaluate(() => navigator.clipboard.readText())).trim();
  }

  notices(): Promise<string> {
    return this.page.locator(".notices").innerText();
  }
}

/** The browser keeps nothing, as in a private window, until what this gives is called. */
export async function refuseStorage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException("Not here.", "SecurityError");
    };
    Object.assign(window, {
      keepAgain: () => {
        IDBFactory.prototype.open = open;
      },
    });
  });
  return () => page.evaluate("keepAgain()");
}

/** Of all that was opened in a suite. */
export function expectOwnAndFaultless(served: Served, visits: readonly Visit[]): void {
  const own = new URL(served.address).origin;
  const asked = visits.flatMap((visit) => visit.asked);
  const foreign = asked.filter(
    (address) => !address.startsWith(own) && !/^(data|blob):/.test(address),
  );
  expect(foreign).toEqual([]);
  expect(asked.length).toBeGreaterThan(20);
  expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
}
