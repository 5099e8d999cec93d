/** Waits for what the browser does in its own time: a frame to be painted, styles and parts of the page to come. */

import { HostError } from "../core/workbook/port.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // A hidden tab paints nothing and would wait for ever.
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

export function loadStyles(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`${href} did not load.`)));
    document.head.append(link);
  });
}

/** A part of the page that comes when it is first asked for. Throws `HostError` with what to do where it does not. */
export async function part<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    throw new HostError(TEXT.partFailed(error instanceof Error ? error.message : ""));
  }
}
