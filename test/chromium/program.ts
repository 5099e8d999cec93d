/** The Chromium that pages are tried in, and how it is started. */

import { existsSync } from "node:fs";

export const CHROMIUM = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** Whether there is a browser to test with. Where tests must not be skipped, a missing one is an error. */
export function hasChromium(): boolean {
  const found = existsSync(CHROMIUM.executablePath);
  if (!found && process.env.CI === "true") {
    throw new Error(`Chromium is missing at ${CHROMIUM.executablePath}; set CHROMIUM_PATH.`);
  }
  return found;
}
