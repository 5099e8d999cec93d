/** Opens the panel in Chromium: bundled as it ships, at the size and in the colours that a test asks for. */

import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Report } from "../../core/report/report.ts";

let bundled: Promise<string> | null = null;

async function bundle(path: string): Promise<string> {
  const result = await build({
    entryPoints: [new URL(path, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2020",
    logLevel: "error",
  });
  return result.outputFiles[0]?.text ?? "";
}

async function pageText(): Promise<string> {
  const [script, ...styles] = await Promise.all(
    ["page.ts", "../../panel/panel.css", "../../panel/wide/wide.css"].map(bundle),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checklist panel</title>
<style>html,body{height:100%;margin:0}#root{height:100%}</style><style>${styles.join("")}</style></head>
<body><div id="root"></div><script>${(script ?? "").replaceAll("</script", "<\\/script")}</script></body></html>`;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** As the browser's zoom: fewer CSS pixels for the same window. */
  readonly zoom?: number;
}

export async function openPanel(browser: Browser, look: Look = {}): Promise<Page> {
  bundled ??= pageText();
  const zoom = look.zoom ?? 1;
  const context = await browser.newContext({
    viewport: {
      width: Math.round((look.width ?? 360) / zoom),
      height: Math.round((look.height ?? 900) / zoom),
    },
    deviceScaleFactor: 1.5 * zoom,
    colorScheme: look.dark ? "dark" : "light",
    forcedColors: look.forced ? "active" : "none",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.setContent(await bundled);
  return page;
}

/** The panel anew in a page that has had one: nothing of the old document is left, the page's size and colours are. */
export async function renewPanel(page: Page): Promise<void> {
  bundled ??= pageText();
  await page.goto("about:blank");
  await page.setContent(await bundled);
}

export const showReport = (
  page: Page,
  report: Report,
  selected: string | null = null,
): Promise<void> =>
  page.evaluate(({ shown, id }) => window.panelTest.showReport(shown, id as ItemId | null), {
    shown: report,
    id: selected,
  });
