/** A browser to open pages in: the run's Chromium, in which each suite sees nothing but its own contexts. */

import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";
import { CHROMIUM } from "./program.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the run's Chromium listens; `own` where figures are taken of one that does nothing else. */
    readonly chromium: string;
  }
}

/** To close it ends the contexts that were opened through it. */
export function launch(): Promise<Browser> {
  const address = inject("chromium") as string | undefined;
  if (address === undefined) throw new Error("Tests of pages belong to the project for them.");
  return address === "own" ? chromium.launch(CHROMIUM) : chromium.connect(address);
}
