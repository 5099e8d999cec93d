/** The sidebar as it is pushed, in Chromium, speaking with the pushed script in the fake spreadsheet. */

import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { ScriptHost } from "../fakes/sheets/script.ts";

export interface Sidebar {
  readonly page: Page;
  /** Names of the functions that were called, in order. */
  readonly called: string[];
  /** Set to make every call fail as without a network. */
  offline: boolean;
}

/** Google's own sidebar is 300 pixels wide. */
export const WIDTH = 300;

export async function openSidebar(browser: Browser, host: ScriptHost): Promise<Sidebar> {
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: 860 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const sidebar: Sidebar = { page, called: [], offline: false };
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.exposeFunction("callScript", (name: string, args: unknown[]) => {
    sidebar.called.push(name);
    if (sidebar.offline) return { error: "NetworkError: Connection failure due to HTTP 0" };
    try {
      return { result: host.call(name, ...args) };
    } catch (error) {
      // As Google hands errors on: the class before the sentence.
      return { error: String(error) };
    }
  });
  await page.addInitScript(runnerScript);
  // From an address of its own: a page without one may not store anything.
  await page.route("https://sidebar.example/", async (route) => {
    const body = await readFile("dist/appsscript/sidebar.html", "utf8");
    await route.fulfill({ contentType: "text/html", body });
  });
  await page.goto("https://sidebar.example/");
  return sidebar;
}

interface Answered {
  readonly result?: unknown;
  readonly error?: string;
}

/** Runs in the page: `google.script.run` with one runner for each pair of handlers. */
function runnerScript(): void {
  type Handler = (value: unknown) => void;
  const call = (name: string, args: unknown[]): Promise<Answered> =>
    (
      window as unknown as { callScript(name: string, args: unknown[]): Promise<Answered> }
    ).callScript(name, args);
  const runner = (success: Handler, failure: Handler): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === "withSuccessHandler") return (handler: Handler) => runner(handler, failure);
          if (name === "withFailureHandler") return (handler: Handler) => runner(success, handler);
          return (...args: unknown[]) => {
            void call(String(name), args).then(({ result, error }) => {
              if (error === undefined) success(result);
              else failure(new Error(error));
            });
          };
        },
      },
    );
  const none: Handler = () => undefined;
  Object.assign(window, { google: { script: { run: runner(none, none) } } });
}
