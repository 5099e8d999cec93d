/** Opens the shipped task pane, unmodified, in Chromium inside a page that plays Excel on the web. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Frame, Page } from "playwright-core";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OFFICE = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
const HOST_PAGE = "https://host.officeapps.live.com/";

export interface PaneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly paneWidth?: number;
  readonly zoom?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** The background of Excel's own theme, which a test has to put on. */
  readonly theme?: string;
  /** The highest ExcelApi that this Excel has. */
  readonly set?: string;
  /** The page of the add-in, as the ribbon opens it. */
  readonly page?: string;
  /** Own files that cannot be had. */
  readonly lost?: RegExp;
  /** Whether Microsoft's address can be reached. */
  readonly offline?: boolean;
}

export interface Pane {
  readonly page: Page;
  readonly frame: Frame;
  /** Whatever the page complained of, with the file that it was about. */
  readonly complaints: string[];
  /** Addresses that were asked for. */
  readonly requested: string[];
  /** Those of them that were asked for before the panel was there. */
  readonly requestedAtFirst: readonly string[];
}

let hostScript: Promise<string> | null = null;

async function bundledHost(): Promise<string> {
  const bundle = await build({
    entryPoints: [`${ROOT}test/fakes/excel/page.ts`],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "error",
  });
  return bundle.outputFiles[0]?.text ?? "";
}

const hostPage = (
  paneWidth: number,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Excel</title>
<style>body{margin:0;display:flex;height:100vh;overflow:hidden;font-family:Calibri,Carlito,sans-serif}
#sheet{flex:1;overflow:hidden;background:#fff}#pane{width:${paneWidth}px;border-left:1px solid #c8c8c8}
#pane iframe{border:0;width:100%;height:100%}table{border-collapse:collapse;table-layout:fixed;width:0}
th{background:#f3f3f3;color:#444;font-weight:normal;font-size:13px;border:1px solid #d8d8d8;width:32px}
td{padding:0 3px;overflow:hidden}td div{overflow:hidden}</style></head><body><div id="sheet"></div><div id="pane"></div>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/excel-web-16.00.debug.js"></script><script src="/host.js"></script></body></html>`;

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  png: "image/png",
};

/** `dist/addin` has to be built. */
export async function openPane(browser: Browser, options: PaneOptions = {}): Promise<Pane> {
  hostScript ??= bundledHost();
  const script = await hostScript;
  const zoom = options.zoom ?? 1;
  const context = await browser.newContext({
    viewport: {
      width: Math.round((options.width ?? 1366) / zoom),
      height: Math.round((options.height ?? 768) / zoom),
    },
    deviceScaleFactor: zoom,
    colorScheme: options.dark ? "dark" : "light",
    forcedColors: options.forced ? "active" : "none",
    reducedMotion: "reduce",
  });
  const complaints: string[] = [];
  const requested: string[] = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    requested.push(`${url.origin}${url.pathname}`);
    const type = TYPES[/\.(\w+)$/.exec(url.pathname)?.[1] ?? "html"] ?? "application/octet-stream";
    const file = async (): Promise<string | Buffer | null> => {
      if (url.href.startsWith(HOST_PAGE)) {
        return url.pathname === "/host.js" ? script : hostPage(options.paneWidth ?? 400);
      }
      if (options.lost?.test(url.pathname) === true) return null;
      if (url.host === "localhost:3000") return readFile(`${ROOT}dist/addin${url.pathname}`);
      if (url.host !== "appsforoffice.microsoft.com") return null;
      if (options.offline && !url.pathname.includes("debug")) return null;
      return readFile(`${OFFICE}/dist/${url.pathname.replace("/lib/1/hosted/", "")}`);
    };
    const body = await file().catch(() => null);
    if (body === null) await route.abort();
    else await route.fulfill({ body, contentType: type });
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error")
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  const query = new URLSearchParams({
    set: options.set ?? "1.9",
    page: options.page ?? "taskpane.html",
  });
  await page.goto(`${HOST_PAGE}?${query}`);
  const element = await page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("The pane has no frame.");
  await frame.waitForSelector(".msp-panel");
  return { page, frame, complaints, requested, requestedAtFirst: [...requested] };
}

/** What somebody chose in Excel, seen when they come back to the pane. */
export const officeTheme = (
  { frame }: Pane,
  bodyBackgroundColor: string,
  event: "focus" | "visibilitychange",
): Promise<void> =>
  frame.evaluate(
    (theme) => {
      Object.defineProperty(Office.context, "officeTheme", { value: theme, configurable: true });
      (theme.event === "focus" ? window : document).dispatchEvent(new Event(theme.event));
    },
    { bodyBackgroundColor, event },
  );
