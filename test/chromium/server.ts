/** Starts one Chromium for a whole run, and ends it with the run. */

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { CHROMIUM } from "./program.ts";

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(CHROMIUM.executablePath)) return async () => undefined;
  const server = await chromium.launchServer(CHROMIUM);
  project.provide("chromium", server.wsEndpoint());
  return () => server.close();
}
